"""The map of the two judgements that move the choice most, against the difference of the courses at each point."""

from pathlib import Path

import pytest

from hiwar.dossier.reading import read_case
from hiwar.methods.dominance import central_expected, values_at_corners
from hiwar.methods.dominance.moved import _moved
from hiwar.questions import DEFAULTS
from hiwar.questions.appraisal.strategy import _choice, strategy_tables
from hiwar.questions.compilation import Compilation, compile_case

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module", params=[("iraq-us-2020", ("illustration",)), ("two-towns-water", ("first", "second"))])
def compilation(request: pytest.FixtureRequest) -> Compilation:
    case = read_case(EXAMPLES / request.param[0], request.param[1])
    return compile_case(case.dossier, case.sheets, DEFAULTS)


def test_the_shares_of_the_map_add_up(compilation: Compilation) -> None:
    rows = strategy_tables(compilation)["strategy_shares"].records()
    assert sum(row["share"] for row in rows) == pytest.approx(1)
    assert sum(row["share"] > 0 for row in rows) > 1


def test_at_the_cross_the_course_of_its_area_has_the_highest_value(compilation: Compilation) -> None:
    """The corner values, mixed at the middle judgements, are the values at the middle of everything."""
    view = compilation.views["all"][0]
    courses, chosen = _choice(view)
    assert chosen is not None
    first, second = chosen
    ranges = ((first.low, first.high), (second.low, second.high))
    corners = values_at_corners(view.prospects, courses, first.parameter, second.parameter, ranges)
    u, v = ((bar.centre - bar.low) / (bar.high - bar.low) for bar in chosen)
    across = corners[:, 0] * (1 - u) + corners[:, 1] * u
    assert across[:, 0] * (1 - v) + across[:, 1] * v == pytest.approx(central_expected(view.prospects)[courses])


def test_every_corner_of_an_area_is_where_its_course_is_not_beaten(compilation: Compilation) -> None:
    view = compilation.views["all"][0]
    courses, chosen = _choice(view)
    assert chosen is not None
    ids = [compilation.courses[course].id for course in courses]
    for row in strategy_tables(compilation)["strategy_outlines"].records():
        moved = _moved(_moved(view.prospects, chosen[0].parameter, row["x"]), chosen[1].parameter, row["y"])
        values = central_expected(moved)[courses]
        assert values[ids.index(row["course"])] == pytest.approx(values.max(), abs=1e-6)


def test_there_is_no_map_without_judgements() -> None:
    case = read_case(EXAMPLES / "two-towns-water")
    assert not any(table.rows for table in strategy_tables(compile_case(case.dossier, (), DEFAULTS)).values())
