"""Criteria that are computed: courses per outcome, values against no agreement, domains, concessions, grounds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hiwar.dossier.criteria import AllConcede, CommitsWidely, Grounded, HoldsInEachOutcome
from hiwar.dossier.model import Dossier, items_of, main_domain, principals, side_of, variable_options
from hiwar.questions.answer import DEFAULTS
from hiwar.questions.courses import Course, feasibility
from hiwar.questions.judgements import Judgements
from hiwar.questions.negotiations import red_lines_of, speaks_for
from hiwar.questions.proposals import acceptance, asked_proposals
from hiwar.questions.terms.grounds import judgements_without_reason
from hiwar.questions.terms.points import Point, failed, left_open, listed, met, not_stated
from hiwar.questions.terms.subjects import Package, Subject, fallback_course, issues_in
from hiwar.questions.worths import Worths

INTERESTS = ("ultimate", "aim", "supreme_interest", "interest", "purpose")
"""Kinds of goals in which a party has a stake; considerations and statements are none."""


@dataclass(frozen=True)
class Context:
    """What the computed criteria need beside the subject."""

    judgements: Judgements
    worths: Worths

    @property
    def dossier(self) -> Dossier:
        """The case."""
        return self.judgements.dossier

    @cached_property
    def ids(self) -> frozenset[str]:
        """Ids of all items of the case."""
        return frozenset(item.id for _, item in items_of(self.dossier))


def holds_in_each_outcome(criterion: HoldsInEachOutcome, subject: Subject, context: Context) -> Iterator[Point]:
    """In each outcome the plan's course or that of a fallback can be taken and is not worse than no agreement."""
    if not subject.has_course:
        yield not_stated("track")
        return
    for event in criterion.events:
        for outcome in variable_options(context.dossier, event):
            yield _in_outcome(event, outcome, subject, context)


def _in_outcome(event: str, outcome: str, subject: Subject, context: Context) -> Point:
    about = (f"{event}={outcome}",)
    stands_in: list[tuple[str, str]] = []
    for name, course in _candidates(event, outcome, subject, context.dossier):
        state = _acceptable(course, {event: outcome}, context)
        if state == "met":
            return met(name)
        stands_in.append((name, state))
    names = tuple(name for name, _ in stands_in)
    if any(state == "cannot_be_told" for _, state in stands_in):
        return left_open("course_open", about, names)
    reasons = tuple(
        dict.fromkeys(
            need
            for _, course in _candidates(event, outcome, subject, context.dossier)
            for need in feasibility(context.dossier, course, {event: outcome}).failing
        )
    )
    return failed("no_course", about, (*names, *reasons))


def _candidates(event: str, outcome: str, subject: Subject, dossier: Dossier) -> Iterator[tuple[str, Course]]:
    """The plan's own course, and fallbacks that are meant for the outcome or for none in particular."""
    yield subject.id, subject.course
    for key, fallback in (subject.plan.fallbacks or {}).items():
        if outcome in fallback.when.get(event, (outcome,)):
            course = fallback_course(dossier, subject, fallback)
            if course.track:
                yield key, course


def _acceptable(course: Course, scenario: Mapping[str, str], context: Context) -> str:
    """Feasible, within the seat's red lines, and not worse for the seat than no agreement on all judgements."""
    dossier = context.dossier
    seat = side_of(dossier, dossier.seat)
    held = issues_in(dossier, course.fixes)
    state = feasibility(dossier, course, scenario).state
    if state == "infeasible" or red_lines_of(dossier, seat, held) or _accepts(seat, held, context) == "never":
        return "not_met"
    return "met" if state == "feasible" else "cannot_be_told"


def _accepts(party: str, package: Package, context: Context) -> str:
    """Whether a party prefers a package to no agreement: ``certain``, ``possible``, ``never``, ``cannot_be_told``."""
    asked = asked_proposals(context.dossier, context.worths, None, replace(DEFAULTS, packages=(package,)))
    return acceptance(asked[0], context.worths, party) if asked else "cannot_be_told"


def better_for_all(subject: Subject, context: Context) -> Iterator[Point]:
    """Each principal prefers the agreement to none, whatever is judged."""
    if not subject.package:
        yield not_stated("package")
        return
    for party in principals(context.dossier):
        accepts = _accepts(party, subject.package, context)
        if accepts == "certain":
            yield Point("met", "better_than_none", (party,))
        elif accepts == "never":
            yield failed("worse_than_none", (party,), listed(subject.package))
        else:
            reason = "may_be_worse_than_none" if accepts == "possible" else "value_not_judged"
            yield left_open(reason, (party,), _unjudged(party, subject.package, context))


def _unjudged(party: str, package: Package, context: Context) -> tuple[str, ...]:
    """Options of a package that nobody judged for a party."""
    worth = context.worths.worth.get(party, {})
    return tuple(item for item in listed(package) if tuple(item.split("=", 1)) not in worth)


def domains_settled(dossier: Dossier, package: Package) -> Mapping[str, tuple[str, ...]]:
    """Main domain to the issues of a package that touch it."""
    found: dict[str, tuple[str, ...]] = {}
    for issue in sorted(package):
        for domain in sorted({main_domain(dossier, one) for one in dossier.issues[issue].domains}):
            found[domain] = (*found.get(domain, ()), issue)
    return found


def domains_of_interest(dossier: Dossier, party: str) -> Mapping[str, tuple[str, ...]]:
    """Main domain to the goals in it of a principal and of those inside it."""
    found: dict[str, tuple[str, ...]] = {}
    for key, goal in sorted(dossier.goals.items()):
        if goal.kind in INTERESTS and any(side_of(dossier, owner) == party for owner in goal.owner):
            for domain in sorted({main_domain(dossier, one) for one in goal.domains}):
                found[domain] = (*found.get(domain, ()), key)
    return found


def commits_widely(criterion: CommitsWidely, subject: Subject, dossier: Dossier) -> Iterator[Point]:
    """Something is settled elsewhere too, and in each domain in which every principal has an interest."""
    if not subject.package:
        yield not_stated("package")
        return
    settled = domains_settled(dossier, subject.package)
    outside = [issue for domain, issues in settled.items() if domain not in criterion.beyond for issue in issues]
    unplaced = [issue for issue in subject.package if not dossier.issues[issue].domains]
    if outside:
        yield met(*dict.fromkeys(outside))
    elif unplaced:
        yield left_open("domain_not_stated", unplaced)
    else:
        find = left_open if subject.kind == "course" else failed
        yield find("only_these_domains", criterion.beyond, subject.package)
    interests = [domains_of_interest(dossier, party) for party in principals(dossier)]
    for party, found in zip(principals(dossier), interests, strict=True):
        if not found:
            yield left_open("interests_not_stated", (party,))
    shared = set.intersection(*(set(found) for found in interests)) if interests else set()
    for domain in sorted(shared):
        if domain in settled:
            yield met(*settled[domain])
        else:
            yield _empty(domain, subject, dossier)


def _empty(domain: str, subject: Subject, dossier: Dossier) -> Point:
    """An agreement settles what it names; a course leaves the rest open, unless its scope shuts it out."""
    if subject.kind != "course":
        return failed("shared_domain_empty", (domain,))
    scopes = {
        f"{issue}={key}": _covered(dossier, dossier.issues[issue].options[key].covers)
        for issue, held in subject.package.items()
        for key in held
        if dossier.issues[issue].options[key].covers
    }
    shut = [name for name, covered in scopes.items() if domain not in covered]
    return failed("off_the_agenda", (domain,), shut) if shut else left_open("rest_left_open", (domain,))


def _covered(dossier: Dossier, covers: Sequence[str]) -> set[str]:
    """Main domains on the agenda: those named, and those of the issues named."""
    domains = [one for key in covers for one in (dossier.issues[key].domains if key in dossier.issues else (key,))]
    return {main_domain(dossier, one) for one in domains}


def all_concede(criterion: AllConcede, subject: Subject, dossier: Dossier) -> Iterator[Point]:
    """Each principal departs from its first choice somewhere, not everywhere, and all together at several levels."""
    if not subject.package:
        yield not_stated("package")
        return
    conceded: set[str] = set()
    for party in principals(dossier):
        given, kept = concessions_of(party, subject.package, dossier)
        if not given and not kept:
            yield left_open("first_choice_not_stated", (party,))
        elif given and kept:
            yield met(*given)
        elif subject.kind == "course":
            yield left_open("rest_left_open", (party,))
        else:
            yield failed("concedes_everything" if given else "concedes_nothing", (party,), given or kept)
        conceded |= set(given)
    levels = domains_settled(dossier, dict.fromkeys(conceded, ()))
    if conceded and len(levels) < criterion.levels:
        find = left_open if subject.kind == "course" else failed
        yield find("too_few_levels", levels, sorted(conceded))


def concessions_of(party: str, package: Package, dossier: Dossier) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Issues on which a principal gives up its first choice, and those on which it keeps it; others are left out.

    Its first choice is what it, or who decides for it, prefers. Where several options may hold at once it is kept if
    one of those is settled and none that it rejects.
    """
    given, kept = [], []
    for issue, held in sorted(package.items()):
        options = dossier.issues[issue].options
        first = [key for key, one in options.items() if any(speaks_for(dossier, who, party) for who in one.prefers)]
        rejected = [key for key in held if any(speaks_for(dossier, who, party) for who in options[key].rejects)]
        if rejected or (first and not set(first) & set(held)):
            given.append(issue)
        elif first:
            kept.append(issue)
    return tuple(given), tuple(kept)


def grounded(criterion: Grounded, subject: Subject, context: Context) -> Iterator[Point]:
    """Everything named has a source or a reason."""
    for part in criterion.parts:
        items = getattr(subject.plan, part)
        if items is None:
            yield not_stated(part)
            continue
        bare = [key for key, item in items.items() if item.is_unfounded]
        yield failed("without_ground", (), bare) if bare else met(*items)
    sheets = context.judgements.sheets
    if criterion.judgements:
        bare = [trace for sheet in sheets for trace in judgements_without_reason(sheet)]
        yield from _judged(bare, is_any=bool(sheets))
    for party in criterion.no_weights_of:
        if weighted := [f"{sheet.id}:weights:{party}" for sheet in sheets if party in sheet.weights]:
            yield failed("weighs_component", (party,), weighted)


def _judged(bare: Sequence[str], *, is_any: bool) -> Iterator[Point]:
    if not is_any:
        yield left_open("nothing_judged")
    elif bare:
        yield failed("judgement_without_reason", (), bare)
    else:
        yield met()
