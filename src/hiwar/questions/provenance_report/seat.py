"""The comparison of courses for the seat alone, empty cells included: light enough to be asked many times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, principals
from hiwar.dossier.sheet import Sheet
from hiwar.methods.dominance import DifferenceBounds, Prospects, difference_bounds, relations
from hiwar.questions.answer import CannotAnswer, Settings
from hiwar.questions.compilation import course_trace, row_trace
from hiwar.questions.courses import ranked_courses, scenarios_of
from hiwar.questions.judgements import traces
from hiwar.questions.pools import judgements_of
from hiwar.questions.prospects import Frame, Row, main_domains, prospects_of, rows_of


@dataclass(frozen=True)
class SeatView:
    """What the sheets admit of every course, for the seat."""

    frame: Frame
    party: str
    rows: tuple[Row, ...]
    prospects: Prospects

    @cached_property
    def _bounds(self) -> DifferenceBounds:
        return difference_bounds(self.prospects)

    def middle(self, first: str, second: str) -> float:
        """Middle between the least and the greatest difference of two courses that can be compared."""
        names = [course.id for course in self.frame.courses]
        a, b = names.index(first), names.index(second)
        return float(self._bounds.low[a, b] + self._bounds.high[a, b]) / 2

    @cached_property
    def verdicts(self) -> Mapping[tuple[str, str], str]:
        """First and second course, in both orders, to how they compare."""
        found = relations(self._bounds)
        names = [course.id for course in self.frame.courses]
        return immutabledict(
            {(a, b): found[i][j].value for i, a in enumerate(names) for j, b in enumerate(names) if i != j}
        )

    @property
    def events_given(self) -> tuple[tuple[str, bool], ...]:
        """Events and moves that matter, and whether somebody judged each under every condition that changes it."""
        events = tuple(self.frame.scenarios[0].options)
        return tuple(
            (event, all(self.prospects.blocks[int(block)].is_given for block in np.unique(blocks)))
            for event, blocks in zip(events, np.moveaxis(self.prospects.block_of, 2, 0), strict=True)
        )

    def trace(self, *courses: str) -> tuple[str, ...]:
        """Effects, events and judgements on which a comparison of these courses rests."""
        places = [number for number, course in enumerate(self.frame.courses) if course.id in courses]
        active = np.atleast_1d(self.prospects.active[places].any(axis=(0, 1)))
        found = [item for place in places for item in course_trace(self.frame.courses[place])]
        for row, is_active in zip(self.rows, active, strict=True):
            found += row_trace(self.frame, row) if is_active else ()
        for event in self.frame.scenarios[0].options:
            found += (event, *traces(self.frame.judgements, "likelihood", event))
        return tuple(dict.fromkeys([*found, *traces(self.frame.judgements, "weights", self.party)]))


def seat_view(dossier: Dossier, sheets: Sequence[Sheet], settings: Settings) -> SeatView:
    """Compile what the seat's comparison needs.

    Raises
    ------
    CannotAnswer
        No principal, no track, or too many events to go through.
    """
    parties = principals(dossier)
    if not parties:
        raise CannotAnswer("the case has no principal: give the parties that conduct the dialogue `roles: principal`")
    courses = ranked_courses(dossier, settings)
    frame = Frame(
        judgements_of(dossier, sheets, settings),
        courses,
        scenarios_of(dossier, courses, sheets),
        main_domains(dossier),
        parties,
    )
    rows = rows_of(frame, parties[0])
    return SeatView(frame, parties[0], rows, prospects_of(frame, parties[0], rows))


def certain_of(view: SeatView) -> Mapping[tuple[str, str], str]:
    """Verdicts of all pairs of courses that can be compared."""
    return immutabledict({pair: verdict for pair, verdict in view.verdicts.items() if verdict != "not_comparable"})
