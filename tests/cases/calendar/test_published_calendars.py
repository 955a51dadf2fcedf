"""Published decision problems solved to their published values; each file says what was confirmed where."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from hiwar.methods.calendar import (
    Calendar,
    Chance,
    Choice,
    Course,
    Effect,
    Event,
    InfluenceDiagram,
    Utility,
    Values,
    roll_back,
    solve_diagram,
    to_pyagrum,
)
from hiwar.methods.calendar.pyagrum_export import import_pyagrum

HERE = Path(__file__).parent
CASES = ("oil_wildcatter", "used_car_buyer", "party", "research")


def read(name: str) -> tuple[InfluenceDiagram, dict[str, Any]]:
    """The diagram of a case, and everything else that its file says."""
    case = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    diagram = InfluenceDiagram(
        tuple(Choice(c["name"], tuple(c["options"]), tuple(c.get("knows", ()))) for c in case["choices"]),
        tuple(Chance(c["name"], tuple(c["options"]), c["table"], tuple(c.get("given", ()))) for c in case["chances"]),
        tuple(Utility(u["name"], u["table"], tuple(u.get("given", ()))) for u in case["utilities"]),
    )
    return diagram, case


@pytest.mark.parametrize("name", CASES)
def test_expected_value_as_published_or_computed_and_as_pyagrum_finds_it(name: str) -> None:
    diagram, case = read(name)
    expected = (case.get("published") or case["computed"])["expected"]
    assert solve_diagram(diagram).expected == pytest.approx(expected)
    inference = import_pyagrum().ShaferShenoyLIMIDInference(to_pyagrum(diagram))
    inference.makeInference()
    assert inference.MEU()["mean"] == pytest.approx(expected)


def test_oil_wildcatter() -> None:
    diagram, case = read("oil_wildcatter")
    solution = solve_diagram(diagram)
    assert solution.rule("test").expected.tolist() == pytest.approx(case["computed"]["test"])
    drill = solution.rule("drill")
    assert drill.given == ("test", "sounding")
    assert drill.expected[0, :, 0].tolist() == pytest.approx(list(case["computed"]["drill_after"].values()))
    assert drill.best[0].tolist() == [0, 0, 1]  # drill after closed or open soundings only


def test_used_car_buyer() -> None:
    diagram, case = read("used_car_buyer")
    solution, published = solve_diagram(diagram), case["published"]
    assert solution.rule("stranger").expected.tolist() == pytest.approx([published["buy_without_help"], 31.0])
    purchase = solution.rule("purchase")
    assert purchase.given == ("stranger", "told")
    assert purchase.expected[1, 1].max() == pytest.approx(published["with_help"]["lemon"])
    assert purchase.expected[1, 2].max() == pytest.approx(published["with_help"]["peach"])
    assert purchase.best[1].tolist() == [-1, 1, 0]


def test_party_and_the_worth_of_a_clairvoyant() -> None:
    diagram, case = read("party")
    assert solve_diagram(diagram).rule("place").expected.tolist() == pytest.approx(
        list(case["computed"]["place"].values())
    )
    told = InfluenceDiagram(
        (Choice("place", diagram.choices[0].options, ("weather",)),), diagram.chances, diagram.utilities
    )
    assert solve_diagram(told).expected == pytest.approx(case["computed"]["with_clairvoyance"])


def test_research() -> None:
    diagram, case = read("research")
    solution = solve_diagram(diagram)
    assert solution.rule("research").expected.tolist() == pytest.approx(list(case["computed"]["research"].values()))
    after = solution.rule("production").expected[0, 0]
    assert after[0] == pytest.approx(case["computed"]["produce_after_success"])


def test_the_party_as_a_calendar_on_which_waiting_until_the_sky_is_seen_costs_ten() -> None:
    """The same figures with dates: the place can be settled a day ahead, or on the day at a cost."""
    diagram, _ = read("party")
    worth = np.asarray(diagram.utilities[0].table).tolist()
    places, weather = diagram.choices[0].options, diagram.chances[0].options
    effects = [Effect(f"{place} {sky}", worth[p][s], (place,), {"weather": (sky,)})
               for p, place in enumerate(places) for s, sky in enumerate(weather)]  # fmt: skip
    calendar = Calendar((0, 1), tuple(map(Course, places)), (Event("weather", 1, weather, {"sun": 0.4, "rain": 0.6}),))
    rolled = roll_back(calendar, Values((*effects, Effect("haste", -10, started_from=1))))
    assert [option.expected for option in rolled.node(0).options] == pytest.approx([40, 48, 46, 60])
    assert [later.choose for later in rolled.policy[0].then] == [("outdoors",), ("indoors",)]
