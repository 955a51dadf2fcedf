"""Everything an appraisal computes on, compiled once: courses, scenarios, prospects of each party."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, principals
from hiwar.dossier.sheet import Sheet
from hiwar.methods.dominance import Prospects
from hiwar.questions.answer import CannotAnswer, Settings
from hiwar.questions.courses import Course, ranked_courses, scenarios_of
from hiwar.questions.judgements import Judgements, traces
from hiwar.questions.prospects import Frame, Row, main_domains, prospects_of, rows_of

SCOPES = ("stated", "all")
"""Only what the sources state; or that and the cells they leave empty."""


@dataclass(frozen=True)
class PartyView:
    """One party's part: its effects as rows, and the arrays."""

    party: str
    rows: tuple[Row, ...]
    prospects: Prospects


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
        Judgements(dossier, tuple(sheets)),
        courses,
        scenarios_of(dossier, courses, sheets),
        main_domains(dossier),
        principals(dossier),
    )
    views = {
        scope: tuple(_view(frame, party, with_empty_cells=scope == "all") for party in frame.parties)
        for scope in SCOPES
    }
    return Compilation(frame, settings, immutabledict(views))


def _view(frame: Frame, party: str, *, with_empty_cells: bool) -> PartyView:
    rows = rows_of(frame, party, with_empty_cells=with_empty_cells)
    return PartyView(party, rows, prospects_of(frame, party, rows))


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
    rows = [row for row in view.rows if any(any(row.active[course]) for course in courses)]
    found = [item for course in courses for item in course_trace(compilation.courses[course])]
    found += [item for row in rows for item in row_trace(compilation.frame, row)]
    judgements = compilation.frame.judgements
    for event in compilation.frame.scenarios[0].options:
        found += [event, *traces(judgements, "likelihood", event)]
    return tuple(dict.fromkeys([*found, *traces(judgements, "weights", view.party)]))
