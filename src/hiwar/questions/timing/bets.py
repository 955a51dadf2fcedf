"""Courses that count on an event: that wait for it, or that can be taken only if it turns out one way."""

from collections.abc import Iterator
from dataclasses import dataclass

from hiwar.dossier.model import Dossier
from hiwar.questions.answer import Table, table_of
from hiwar.questions.compilation import Compilation, course_trace
from hiwar.questions.courses import Course, all_courses, deciding_needs, holds
from hiwar.questions.days import event_days_of
from hiwar.questions.timing.pressure import gainers_of

ADVICE = ("verdict", "demand")
"""Kinds of claim that advise or judge, rather than describe."""


@dataclass(frozen=True)
class Bet:
    """A course and the event that it counts on."""

    course: Course
    event: str
    kind: str
    """``waits``: it puts the decision off until then; ``needs``: it is closed if the event turns out otherwise."""
    needs: tuple[str, ...]
    claims: tuple[str, ...]
    """What the case advises about this event."""
    gainers: tuple[str, ...]
    """Who gains by delay, as the calendar says."""
    entries: tuple[str, ...]
    """The calendar's entries that say so."""
    terms: tuple[str, ...]
    """Terms that an option of the course goes against."""


def bets_of(compilation: Compilation) -> tuple[Bet, ...]:
    """Every course that counts on an event which is still open."""
    dossier = compilation.dossier
    courses = {course.id: course for course in (*all_courses(dossier, compilation.settings), *compilation.courses)}
    return tuple(bet for _, course in sorted(courses.items()) for bet in _bets(dossier, course))


def _bets(dossier: Dossier, course: Course) -> Iterator[Bet]:
    for event in waited_for(dossier, course):
        yield _bet(dossier, course, event, "waits", ())
    needed: dict[str, list[str]] = {}
    for need in deciding_needs(dossier, course.track):
        for event in need.when:
            if event in event_days_of(dossier) and holds({event: need.when[event]}, dossier, course) is None:
                needed.setdefault(event, []).append(need.id)
    for event, needs in sorted(needed.items()):
        yield _bet(dossier, course, event, "needs", tuple(needs))


def waited_for(dossier: Dossier, course: Course) -> tuple[str, ...]:
    """Events that a track, or its variant, waits for."""
    track = dossier.tracks[course.track]
    own = track.variants[course.variant].waits_for if course.variant else ()
    return tuple(sorted({*track.waits_for, *own}))


def _bet(dossier: Dossier, course: Course, event: str, kind: str, needs: tuple[str, ...]) -> Bet:
    claims = tuple(
        key for key, claim in sorted(dossier.claims.items()) if claim.kind in ADVICE and event in claim.about
    )
    entries = {
        party: tuple(key for key in keys if dossier.calendar[key].event in (None, event))
        for party, keys in gainers_of(dossier).items()
    }
    gainers = tuple(party for party, keys in entries.items() if keys) if kind == "waits" else ()
    said = tuple(sorted({key for party in gainers for key in entries[party]}))
    return Bet(course, event, kind, needs, claims, gainers, said, broken_terms(dossier, course))


def broken_terms(dossier: Dossier, course: Course) -> tuple[str, ...]:
    """Terms that some option which the course fixes goes against, in the case's own word."""
    return tuple(
        sorted(
            {
                term
                for issue, options in course.fixes.items()
                if issue in dossier.issues
                for option in options
                for term in dossier.issues[issue].options[option].breaks
            }
        )
    )


def bet_table(compilation: Compilation) -> Table:
    """Per course and event: how it counts on the event, and what the case says about that."""
    rows = [
        (
            (bet.course.id, bet.event, bet.kind, bet.needs, bet.claims, bet.gainers, bet.terms),
            (*course_trace(bet.course), bet.event, *bet.needs, *bet.claims, *bet.entries, *bet.terms),
        )
        for bet in bets_of(compilation)
    ]
    return table_of(("course", "event", "kind", "needs", "claims", "gainers", "terms"), rows)
