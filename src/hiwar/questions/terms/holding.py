"""Holding one subject against one term."""

from collections.abc import Iterator
from dataclasses import dataclass

from hiwar.dossier import criteria as asked
from hiwar.dossier.contents import Term
from hiwar.questions.terms.computed import (
    Context,
    all_concede,
    better_for_all,
    commits_widely,
    grounded,
    holds_in_each_outcome,
)
from hiwar.questions.terms.conduct import has_measures, no_use_against, represents, stands_pressure
from hiwar.questions.terms.points import Point, State, all_of, failed, left_open
from hiwar.questions.terms.premises import does_not_replace, rules_out, says, settles
from hiwar.questions.terms.subjects import Subject

BREAKS = "breaks"
"""Kind of what is found where the case itself says that an option goes against a term."""
IN_WORDS = "in_words"
"""Kind of what is found where a term has no criterion as data: only a reader can say that it is met."""


@dataclass(frozen=True)
class Held:
    """What came of holding a subject against a term: the points of each criterion, by its kind."""

    subject: Subject
    term: Term
    points: tuple[tuple[str, Point], ...]

    @property
    def state(self) -> State:
        """Met if every criterion is; a term without a criterion can only be broken."""
        return all_of(point.state for _, point in self.points)

    @property
    def decisive(self) -> tuple[tuple[str, Point], ...]:
        """The points that make the state, each reason once for what it concerns."""
        return tuple(dict.fromkeys(pair for pair in self.points if pair[1].state == self.state))


def hold(subject: Subject, term: Term, context: Context) -> Held:
    """Hold a subject against all criteria of a term, and against what the case says breaks it."""
    broken = tuple((BREAKS, point) for point in _broken(subject, term, context))
    points = tuple((one.kind, point) for one in term.criteria for point in _points(one, subject, context))
    in_words = ((IN_WORDS, left_open("in_words_only")),) if not term.criteria else ()
    return Held(subject, term, (*broken, *points, *in_words))


def _broken(subject: Subject, term: Term, context: Context) -> Iterator[Point]:
    """Options held of which the case says that they go against the term."""
    for issue, options in sorted(subject.course.fixes.items()):
        if issue in context.dossier.issues:
            for key in options:
                if term.id in context.dossier.issues[issue].options[key].breaks:
                    yield failed("option_breaks", (), (f"{issue}={key}",))


def _points(criterion: asked.Criterion, subject: Subject, context: Context) -> Iterator[Point]:
    match criterion:
        case asked.Says():
            return says(criterion, subject)
        case asked.Settles():
            return settles(criterion, subject)
        case asked.RulesOut():
            return rules_out(criterion, subject)
        case asked.DoesNotReplace():
            return does_not_replace(criterion, subject)
        case asked.NoUseAgainst():
            return no_use_against(criterion, subject, context.dossier)
        case asked.Represents():
            return represents(criterion, subject, context.dossier)
        case asked.StandsPressure():
            return stands_pressure(criterion, subject)
        case asked.HasMeasures():
            return has_measures(criterion, subject, context.dossier)
        case _:
            return _computed(criterion, subject, context)


def _computed(
    criterion: asked.HoldsInEachOutcome | asked.BetterForAll | asked.CommitsWidely | asked.AllConcede | asked.Grounded,
    subject: Subject,
    context: Context,
) -> Iterator[Point]:
    match criterion:
        case asked.HoldsInEachOutcome():
            return holds_in_each_outcome(criterion, subject, context)
        case asked.BetterForAll():
            return better_for_all(subject, context)
        case asked.CommitsWidely():
            return commits_widely(criterion, subject, context.dossier)
        case asked.AllConcede():
            return all_concede(criterion, subject, context.dossier)
        case asked.Grounded():
            return grounded(criterion, subject, context)
