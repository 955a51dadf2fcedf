"""Value of knowing events: published cases, the definition, and what must hold of every table."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from decisions import tables
from hypothesis import given, settings
from hypothesis import strategies as st
from information_oracle import enumerated_value

from hiwar.methods.value_of_information import (
    PayoffTable,
    independent_events,
    information_of_events,
    strategy_line,
    table_of_scenarios,
    when_known,
)

CASES = Path(__file__).parents[2] / "cases" / "value_of_information"


def read(name: str) -> Any:
    return yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wildcatter() -> PayoffTable:
    case = read("oil_wildcatter")
    option_of, chances = independent_events([np.array(case["deposit"]["chances"]), np.array(case["cost"]["chances"])])
    drill = np.array(case["deposit"]["revenue"])[option_of[:, 0]] - np.array(case["cost"]["amount"])[option_of[:, 1]]
    return PayoffTable(
        alternatives=tuple(case["alternatives"]), events=("deposit", "cost"), values=np.array([drill, 0 * drill]),
        chances=chances, option_of=option_of,
    )  # fmt: skip


@pytest.fixture(scope="module")
def condominium() -> PayoffTable:
    case = read("condominium")
    payoffs = np.array([case["payoffs"][name] for name in case["alternatives"]], dtype=float)
    return table_of_scenarios(case["alternatives"], payoffs, np.array(case["chances"]))


def test_the_wildcatter_would_pay_for_each_event_what_is_published(wildcatter: PayoffTable) -> None:
    case = read("oil_wildcatter")
    found = information_of_events(wildcatter)
    assert wildcatter.alternatives[found.chosen] == case["published"]["best"]
    assert found.expected[found.chosen] == pytest.approx(case["published"]["yields"])
    published = case["published"]["value_of_knowing"]
    assert found.value == pytest.approx([published["deposit"], published["cost"]])
    assert found.total == pytest.approx(case["computed"]["value_of_knowing_both"])
    assert found.value.sum() != pytest.approx(found.total)


def test_the_wildcatter_drills_unless_the_hole_is_dry(wildcatter: PayoffTable) -> None:
    found = when_known(wildcatter, [0])
    assert found.options[:, 0].tolist() == [0, 1, 2]
    assert found.best == ((1,), (0,), (0,))
    assert found.chances == pytest.approx([0.5, 0.3, 0.2])
    assert found.expected[:, 0] == pytest.approx([-310_000, 390_000, 890_000])


def test_the_condominium_is_worth_and_would_be_worth_what_is_published(condominium: PayoffTable) -> None:
    case = read("condominium")
    found = information_of_events(condominium)
    assert dict(zip(condominium.alternatives, found.expected, strict=True)) == pytest.approx(
        case["published"]["expected"]
    )
    assert found.total == pytest.approx(case["from_memory"]["value_of_perfect_information"])


@pytest.mark.parametrize(("scenario", "limit"), [(0, "strong_payoff_at_least"), (1, "weak_payoff_at_least")])
def test_the_large_complex_stays_best_down_to_the_published_payoff(
    condominium: PayoffTable, scenario: int, limit: str
) -> None:
    ends = []
    for payoff in (-40.0, 40.0):
        values = condominium.values.copy()
        values[2, scenario] = payoff
        ends.append(values @ condominium.chances)
    line = strategy_line(ends[0], ends[1], -40.0, 40.0)
    assert line.best == (1, 2)
    assert line.flips == pytest.approx([read("condominium")["published"]["large_is_best_while"][limit]])


@given(tables(with_gaps=True), st.data())
@settings(max_examples=150, deadline=None)
def test_every_group_agrees_with_enumeration(table: PayoffTable, data: st.DataObject) -> None:
    places = st.lists(st.integers(0, len(table.events) - 1), min_size=1, unique=True)
    group = data.draw(places)
    found = information_of_events(table, [group])
    assert found.value[0] == pytest.approx(enumerated_value(table, group), abs=1e-9)
    assert found.total == pytest.approx(enumerated_value(table, range(len(table.events))), abs=1e-9)


@given(tables())
@settings(max_examples=100, deadline=None)
def test_knowing_more_is_never_worth_less_and_never_less_than_nothing(table: PayoffTable) -> None:
    n = len(table.events)
    found = information_of_events(table, [list(range(upto)) for upto in range(1, n + 1)])
    assert (found.value >= 0).all()
    assert (np.diff(found.value) >= -1e-9).all()
    assert found.total == pytest.approx(found.value[-1], abs=1e-9)


@given(tables(), st.integers(-100, 100), st.randoms())
@settings(max_examples=100, deadline=None)
def test_what_all_alternatives_share_and_the_order_of_things_change_nothing(
    table: PayoffTable, amount: int, random: Any
) -> None:
    order = list(range(len(table.chances)))
    random.shuffle(order)
    shared = amount * np.sin(np.arange(len(order)))
    other = PayoffTable(
        alternatives=table.alternatives[::-1], events=table.events, values=(table.values + shared)[::-1][:, order],
        chances=table.chances[order], option_of=table.option_of[order],
    )  # fmt: skip
    first, second = information_of_events(table), information_of_events(other)
    assert first.value == pytest.approx(second.value, abs=1e-8)


def test_two_events_can_be_worth_something_only_together() -> None:
    """The alternative pays if both coins agree: one coin alone says nothing."""
    option_of, chances = independent_events([np.array([0.5, 0.5])] * 2)
    pays = np.where(option_of[:, 0] == option_of[:, 1], 1.0, -1.0)
    table = PayoffTable(
        alternatives=("bet", "do not"), events=("one", "other"), values=np.array([pays, 0 * pays]),
        chances=chances, option_of=option_of,
    )  # fmt: skip
    found = information_of_events(table)
    assert found.value.tolist() == [0.0, 0.0]
    assert found.total == 0.5


def test_knowing_whether_an_alternative_can_be_taken_has_a_value() -> None:
    table = table_of_scenarios(["go", "stay"], np.array([[10.0, -np.inf], [0.0, 0.0]]), np.array([0.4, 0.6]))
    found = information_of_events(table)
    assert found.chosen == 1
    assert found.total == pytest.approx(4.0)


@pytest.mark.parametrize(
    ("values", "chances", "words"),
    [
        ([[1.0, 2.0]], [0.5, 0.6], "add up to 1"),
        ([[1.0, np.nan]], [0.5, 0.5], "not a number"),
        ([[1.0, -np.inf], [-np.inf, 0.0]], [0.5, 0.5], "no alternative can be taken in every scenario"),
        ([[1.0, 2.0, 3.0]], [0.5, 0.5], "shape"),
        ([[1.0, np.inf]], [0.5, 0.5], "plus infinity"),
    ],
)
def test_a_table_that_is_wrong_is_refused_with_a_reason(
    values: list[list[float]], chances: list[float], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        table_of_scenarios([f"a{number}" for number in range(len(values))], np.array(values), np.array(chances))


def test_a_group_that_names_nothing_known_is_refused(condominium: PayoffTable) -> None:
    with pytest.raises(ValueError, match="each event once"):
        information_of_events(condominium, [[0, 0]])
