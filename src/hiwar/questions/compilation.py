"""Everything an appraisal computes on, compiled once: courses, scenarios, prospects of each party."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, principals
from hiwar.dossier.sheet import Sheet
from hiwar.methods.dominance import Prospects
from hiwar.questions.answer import CannotAnswer, Settings
from hiwar.questions.courses import Course, ranked_courses, scenarios_of
from hiwar.questions.judgements import traces
from hiwar.questions.pools import judgements_of
from hiwar.questions.prospects import Frame, Row, main_domains, prospects_of, rows_of

SCOPES = ("stated", "all")
"""Only what the sources state; or that and the cells they leave empty."""


@dataclass(frozen=True)
class PartyView:
    """One party's part: its effects as rows, and the arrays."""

    party: str
    rows: tuple[Row, ...]
    prospects: Prospects

    @cached_property
    def has_middle(self) -> tuple[bool, ...]:
        """Per course: everything is judged on which a single figure for it would rest.

        Without that there are ranges but no middle of the judgements: the middle of an unknown would be our invention.
        """
        is_weighted = self.prospects.weights.kind != "free" or len(self.prospects.domains) == 1
        judged = self._holds_for_all([row.is_judged for row in self.rows])
        return tuple(is_weighted and self.prospects.all_given and one for one in judged)

    @cached_property
    def has_sizes(self) -> tuple[bool, ...]:
        """Per course: every size is judged, so that shares of judgements say something about the course."""
        return self._holds_for_all([row.is_sized for row in self.rows])

    def _holds_for_all(self, of_rows: Sequence[bool]) -> tuple[bool, ...]:
        """Per course: it holds for every effect that the course may bring."""
        active = np.asarray(self.prospects.active.any(axis=1))
        holds = np.array(of_rows, dtype=bool)
        return tuple(bool(holds[inside].all()) for inside in active)


@dataclass(frozen=True)
class Compilation:
    """The frame and, per scope and party, what is computed on."""

    frame: Frame
    settings: Settings
    views: Mapping[str, tuple[PartyView, ...]]
    """Scope to one view per party, the seat's first."""

    @property
    def dossier(self) -> Dossier:
        """The case."""
        return self.frame.dossier

    @property
    def courses(self) -> tuple[Course, ...]:
        """The courses compared."""
        return self.frame.courses

    @cached_property
    def seat(self) -> str:
        """The party for which the question is answered: the side of the seat."""
        return self.frame.parties[0]


def compile_case(dossier: Dossier, sheets: Sequence[Sheet], settings: Settings) -> Compilation:
    """Compile a case and its sheets for appraisal."""
    if not principals(dossier):
        raise CannotAnswer("the case has no principal: give the parties that conduct the dialogue `roles: principal`")
    courses = ranked_courses(dossier, settings)
    frame = Frame(
        judgements_of(dossier, sheets, settings),
        courses,
        scenarios_of(dossier, courses, sheets),
        main_domains(dossier),
        principals(dossier),
    )
    rows = {party: rows_of(frame, party) for party in frame.parties}
    views = {scope: tuple(_view(frame, party, rows[party], scope) for party in frame.parties) for scope in SCOPES}
    return Compilation(frame, settings, immutabledict(views))


def _view(frame: Frame, party: str, rows: Sequence[Row], scope: str) -> PartyView:
    inside = tuple(row for row in rows if scope == "all" or row.cell is None)
    return PartyView(party, inside, prospects_of(frame, party, inside))


def row_trace(frame: Frame, row: Row) -> tuple[str, ...]:
    """The effect, what its condition names, and the judgements on it."""
    if row.cell is not None:
        return (row.cell.track, *traces(frame.judgements, "unstated", row.cell.track))
    key = row.id.split("#")[0]
    judged = (*traces(frame.judgements, "likelihood", key), *traces(frame.judgements, "size", key))
    return (key, *judged)


def course_trace(course: Course) -> tuple[str, ...]:
    """The track, its variant, and the issues that the package settles."""
    package = tuple(sorted(course.package)) if course.package else ()
    return (course.track, *((course.variant,) if course.variant else ()), *package)


def comparison_trace(compilation: Compilation, view: PartyView, *courses: int) -> tuple[str, ...]:
    """Everything on which a comparison of courses rests for a party: effects, events, judgements, weights."""
    involved = np.atleast_1d(view.prospects.active[list(courses)].any(axis=(0, 1)))
    found = [item for course in courses for item in course_trace(compilation.courses[course])]
    for row, is_involved in zip(view.rows, involved, strict=True):
        found += row_trace(compilation.frame, row) if is_involved else ()
    found += [item for event in compilation.frame.scenarios[0].options for item in event_trace(compilation, event)]
    return tuple(dict.fromkeys([*found, *traces(compilation.frame.judgements, "weights", view.party)]))


def event_trace(compilation: Compilation, event: str) -> tuple[str, ...]:
    """An event and the judgements on it."""
    return (event, *traces(compilation.frame.judgements, "likelihood", event))


def scenario_trace(compilation: Compilation, *courses: int) -> tuple[str, ...]:
    """Courses and events of a figure that holds in one scenario; what it sums up stands in the table of effects."""
    found = [item for course in courses for item in course_trace(compilation.courses[course])]
    found += [item for event in compilation.frame.scenarios[0].options for item in event_trace(compilation, event)]
    return tuple(dict.fromkeys(found))
