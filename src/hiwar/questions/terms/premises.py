"""Criteria on what a plan says of itself, what it settles and what it counts on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hiwar.dossier.criteria import DoesNotReplace, RulesOut, Says, Settles
from hiwar.dossier.plans import Assumption, SuccessCondition, Task
from hiwar.questions.terms.points import Point, State, failed, left_open, listed, met, not_stated
from hiwar.questions.terms.subjects import Subject

Options = Mapping[str, Sequence[str]]


def says(criterion: Says, subject: Subject) -> Iterator[Point]:
    """The plan says one of the words asked for."""
    word = getattr(subject.plan, criterion.field)
    if word is None:
        yield not_stated(criterion.field)
    else:
        state: State = "met" if word in criterion.is_one_of else "not_met"
        yield Point(state, "aims_at" if criterion.field == "aim" else "lasts_for", (word,), (subject.id,))


def settles(criterion: Settles, subject: Subject) -> Iterator[Point]:
    """Each issue is settled by one of the options named."""
    for issue, wanted in criterion.options.items():
        held = subject.course.fixes.get(issue, ())
        if not held:
            yield left_open("issue_not_settled", (issue,))
        elif set(held) & set(wanted):
            yield met(*(f"{issue}={option}" for option in held if option in wanted))
        else:
            yield failed("settled_otherwise", (issue,), listed({issue: tuple(held)}))


def rules_out(criterion: RulesOut, subject: Subject) -> Iterator[Point]:
    """Nothing that is ruled out is settled, done in its place, or counted on; and that is said, not left out."""
    for where in criterion.where:
        if where == "package":
            yield from _settled(criterion.options, subject.course.fixes)
            continue
        part = getattr(subject.plan, where)
        if part is None:
            yield not_stated(where)
            continue
        for key, item in part.items():
            if where == "fallbacks":
                yield from _banned(criterion.options, item.package, key)
            else:
                yield from _premise(criterion, item)
        yield met(*part)


def _settled(banned: Options, fixes: Options) -> Iterator[Point]:
    for issue in banned:
        if issue not in fixes:
            yield left_open("issue_not_settled", (issue,))
        else:
            yield from _banned({issue: banned[issue]}, fixes)
            yield met(*listed({issue: tuple(fixes[issue])}))


def _banned(banned: Options, held: Options, *elements: str) -> Iterator[Point]:
    for issue, options in banned.items():
        for option in held.get(issue, ()):
            if option in options:
                yield failed("option_held", (), (f"{issue}={option}", *elements))


def _premise(criterion: RulesOut, item: Assumption | SuccessCondition | Task) -> Iterator[Point]:
    """An assumption, a success condition or a task: what it counts on, and the options it takes to come about."""
    if not isinstance(item, Task):
        for issue, options in criterion.options.items():
            taken = [option for option in item.when.get(issue, ()) if option in options]
            if taken:
                yield failed("counts_on", (f"{issue}={option}" for option in taken), (item.id,))
    if not criterion.relies_on:
        return
    if item.relies_on is None:
        yield left_open("reliance_not_stated", (), (item.id,))
    elif named := [key for key in item.relies_on if key in criterion.relies_on]:
        yield failed("counts_on", named, (item.id,))


def does_not_replace(criterion: DoesNotReplace, subject: Subject) -> Iterator[Point]:
    """No fallback gives up one of these things for another."""
    fallbacks = subject.plan.fallbacks
    if fallbacks is None:
        yield not_stated("fallbacks")
        return
    for key, fallback in fallbacks.items():
        if fallback.replaces is None:
            yield left_open("exchange_not_stated", (), (key,))
            continue
        for exchange in fallback.replaces:
            if exchange.what in criterion.what:
                yield from _exchanged(criterion, exchange.what, exchange.by, key)
    yield met(*fallbacks)


def _exchanged(criterion: DoesNotReplace, what: str, by: Iterable[str], key: str) -> Iterator[Point]:
    by = tuple(by)
    named = [one for one in by if not criterion.by or one in criterion.by]
    if named or (not by and not criterion.by):
        yield failed("replaced", (what, *named), (key,))
    elif not by:
        yield left_open("exchange_not_stated", (what,), (key,))
