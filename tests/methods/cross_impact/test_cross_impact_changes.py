"""What one judgement decides, against trying every change."""

from dataclasses import replace

import numpy as np
import pytest
from cross_impact_oracle import all_scenarios, consistent, margins, matrices, random_matrix
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hiwar.methods.cross_impact import (
    CrossImpactMatrix,
    Descriptor,
    LeastChanges,
    consistent_scenarios,
    least_changes,
    least_changes_for,
    matrix_of,
    nearest_scenarios,
    what_if,
    with_judgement,
)
from hiwar.methods.cross_impact.engine import scenario_chunks

SMALL = matrices(most_descriptors=3, most_states=3)


def changed(matrix: CrossImpactMatrix, row: int, column: int, amount: float) -> CrossImpactMatrix:
    judgements = matrix.judgements.copy()
    judgements[row, column] += amount
    return replace(matrix, judgements=judgements)


def cells(matrix: CrossImpactMatrix) -> list[tuple[int, int]]:
    """Judgements of one descriptor on another."""
    owner = np.repeat(np.arange(len(matrix.sizes)), matrix.sizes)
    return [(row, column) for row, column in np.argwhere(owner[:, None] != owner[None, :]).tolist()]


def steps(matrix: CrossImpactMatrix) -> list[float]:
    """Amounts to be tried, more than any that is needed."""
    most = int(np.abs(matrix.whole).sum()) * 2 + 8
    return [step / matrix.scale for step in range(1, most)]


@given(SMALL, st.sampled_from([0, 1]), st.data())
@settings(max_examples=60, deadline=None)
def test_least_changes_are_the_first_that_change_the_consistent_scenarios(
    matrix: CrossImpactMatrix, inconsistency: float, data: st.DataObject
) -> None:
    assume(cells(matrix))
    row, column = data.draw(st.sampled_from(cells(matrix)))
    found, before = least_changes(matrix, inconsistency=inconsistency), set(consistent(matrix, inconsistency))
    assert found.stopped_by is None
    for sign, vanish, appear in ((1, found.vanish_up, found.appear_up), (-1, found.vanish_down, found.appear_down)):
        first: dict[str, float] = {}
        for amount in steps(matrix):
            after = set(consistent(changed(matrix, row, column, sign * amount), inconsistency))
            if before - after:
                first.setdefault("vanish", amount)
            if after - before:
                first.setdefault("appear", amount)
            if len(first) == 2 or amount > 20:
                break
        for name, table in (("vanish", vanish), ("appear", appear)):
            if name in first or table[row, column] <= 20:
                assert table[row, column] == first.get(name)


@given(SMALL, st.sampled_from([0, 1]), st.data())
@settings(max_examples=60, deadline=None)
def test_least_changes_for_a_scenario_turn_just_that_one(
    matrix: CrossImpactMatrix, inconsistency: float, data: st.DataObject
) -> None:
    scenarios = list(all_scenarios(matrix))
    assume(scenarios and cells(matrix))
    scenario, (row, column) = data.draw(st.sampled_from(scenarios)), data.draw(st.sampled_from(cells(matrix)))
    found = least_changes_for(matrix, np.array(scenario), inconsistency=inconsistency)
    is_in = min(margins(matrix, scenario)) >= -inconsistency
    for sign, table in ((1, found.up), (-1, found.down)):
        turning = [
            amount
            for amount in steps(matrix)[:40]
            if (min(margins(changed(matrix, row, column, sign * amount), scenario)) >= -inconsistency) != is_in
        ]
        if turning or table[row, column] <= 20:
            assert table[row, column] == turning[0]


@given(matrices(most_descriptors=4, is_free=True))
@settings(max_examples=30, deadline=None)
def test_nothing_appears_or_vanishes_below_the_least_change(matrix: CrossImpactMatrix) -> None:
    found = least_changes(matrix)
    for row, column in cells(matrix)[:12]:
        amount = min(found.least[row, column], 30) - 1 / matrix.scale
        if amount > 0:
            for sign in (1, -1):
                assert consistent(changed(matrix, row, column, sign * amount)) == consistent(matrix)


def test_searched_and_swept_matrices_have_the_same_least_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    matrix = random_matrix(7, 3, 4)
    swept = least_changes(matrix)
    monkeypatch.setattr(scenario_chunks, "__kwdefaults__", {"unchecked": None, "most_swept": 0})
    searched = least_changes(matrix)
    for name in ("vanish_up", "vanish_down", "appear_up", "appear_down"):
        np.testing.assert_array_equal(getattr(swept, name), getattr(searched, name))


def weather() -> CrossImpactMatrix:
    return matrix_of(
        (Descriptor("wind", ("calm", "storm")), Descriptor("ship", ("sails", "stays"))),
        {("wind", "ship"): [[2, 0], [0, 2]], ("ship", "wind"): [[1, 0], [0, 1]]},
    )


def test_what_a_judgement_costs_is_read_off() -> None:
    """Ties are consistent: a lead of 2 falls when 3 are taken away."""
    found = least_changes(weather())
    calm, sails, stays = 0, 2, 3
    assert (found.vanish_down[calm, sails], found.vanish_up[calm, stays]) == (3, 3)
    assert (found.appear_up[calm, stays], found.appear_down[calm, sails]) == (np.inf, np.inf)
    frame = found.to_frame()
    assert frame["least change"].tolist() == sorted(frame["least change"])
    assert frame.iloc[0]["acted on"].startswith("wind")
    mend = least_changes_for(weather(), {"wind": "calm", "ship": "stays"})
    assert not np.isfinite(mend.least).any()


def test_what_if_names_what_appears_and_what_vanishes() -> None:
    found = what_if(weather(), ("wind", "calm"), ("ship", "sails"), -1)
    assert found.is_complete
    assert found.vanished == ({"wind": "calm", "ship": "sails"},)
    assert found.appeared == ()
    assert what_if(weather(), ("wind", "calm"), ("ship", "sails"), 5).vanished == ()


def test_names_and_judgements_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="judgement: 'fog' is no state of 'wind'; they are calm, storm"):
        with_judgement(weather(), ("wind", "fog"), ("ship", "sails"), 1)
    with pytest.raises(ValueError, match=r"0\.2 found"):
        with_judgement(weather(), ("wind", "calm"), ("ship", "sails"), 0.2)


def test_a_limit_that_stops_a_search_is_said() -> None:
    matrix = matrix_of([Descriptor(f"D{place}", ("a", "b", "c")) for place in range(9)], {})
    assert least_changes(matrix, most=10).stopped_by == "most"
    assert isinstance(least_changes(matrix, most=10), LeastChanges)


@given(matrices())
@settings(max_examples=100, deadline=None)
def test_the_nearest_scenarios_are_the_least_inconsistent(matrix: CrossImpactMatrix) -> None:
    found = nearest_scenarios(matrix)
    worst = {one: max(0.0, -min(margins(matrix, one))) for one in all_scenarios(matrix)}
    expected = [one for one, amount in worst.items() if amount == min(worst.values())]
    assert [tuple(row) for row in found.states.tolist()] == expected
    if expected:
        assert found.tolerance == min(worst.values())


def test_a_matrix_without_any_consistent_scenario_has_near_misses() -> None:
    """A chases B, B flees from A."""
    matrix = matrix_of(
        (Descriptor("A", ("left", "right")), Descriptor("B", ("left", "right"))),
        {("B", "A"): [[2, 0], [0, 2]], ("A", "B"): [[0, 3], [3, 0]]},
    )
    assert len(consistent_scenarios(matrix)) == 0
    near = nearest_scenarios(matrix)
    assert near.tolerance == 2
    assert near.scenarios == ({"A": "left", "B": "right"}, {"A": "right", "B": "left"})
