"""Value of knowing judgements in multilinear models: the definition on a fine grid, closed forms, and properties."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from decisions import models
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from information_oracle import integrated_value, quantile_grid, value_at

from hiwar.methods.envelope import mean_of_highest, upper_envelope
from hiwar.methods.value_of_information import Judgement, MultilinearModel, corner_values, information_of_judgements


def product_model(*judgements: Judgement, threshold: float) -> MultilinearModel:
    """Act for the product of the judgements, or take the threshold."""
    return MultilinearModel(
        alternatives=("act", "do not"), judgements=judgements,
        coefficients=np.array([[1.0, 0.0], [0.0, threshold]]),
        members=np.array([[True] * len(judgements), [False] * len(judgements)]),
    )  # fmt: skip


@given(models(), st.data())
@settings(max_examples=60, deadline=None)
def test_one_judgement_and_two_agree_with_a_fine_grid(model: MultilinearModel, data: st.DataObject) -> None:
    n = len(model.judgements)
    group = data.draw(st.lists(st.integers(0, n - 1), min_size=1, max_size=2, unique=True))
    found = information_of_judgements(model, [group], total=False)
    steps = 400 if len(group) == 1 else 60
    spread = float(np.ptp(corner_values(model, model.means, group), axis=0).max())
    assert found.value[0] == pytest.approx(integrated_value(model, group, steps), abs=2 * spread / steps**1.5 + 1e-9)
    assert np.isnan(found.total)


@given(models())
@settings(max_examples=60, deadline=None)
def test_more_knowledge_is_worth_no_less_within_the_error(model: MultilinearModel) -> None:
    n = len(model.judgements)
    groups = [tuple(range(upto)) for upto in range(1, n + 1)]
    found = information_of_judgements(model, groups, draws=256)
    assert (found.value >= 0).all()
    slack = 6 * (found.error[1:] + found.error[:-1]) + 1e-9 * np.abs(found.expected).max() + 1e-9
    assert (np.diff(found.value) >= -slack).all()
    assert found.total == pytest.approx(found.value[-1], abs=6 * float(found.error[-1]) + 1e-9)


@given(models(), st.integers(-20, 20))
@settings(max_examples=60, deadline=None)
def test_what_all_alternatives_share_changes_nothing(model: MultilinearModel, amount: int) -> None:
    shared = replace(model, coefficients=model.coefficients + amount)
    first, second = (information_of_judgements(one, total=False) for one in (model, shared))
    assert first.value == pytest.approx(second.value, abs=1e-7)


@given(models())
@settings(max_examples=40, deadline=None)
def test_the_order_of_judgements_and_alternatives_changes_nothing(model: MultilinearModel) -> None:
    turned = MultilinearModel(
        alternatives=model.alternatives[::-1], judgements=model.judgements[::-1],
        coefficients=model.coefficients[::-1], members=model.members[:, ::-1],
    )  # fmt: skip
    groups = list(combinations(range(len(model.judgements)), 2))
    back = [tuple(len(model.judgements) - 1 - place for place in group) for group in groups]
    first = information_of_judgements(model, groups, total=False).value
    assert first == pytest.approx(information_of_judgements(turned, back, total=False).value, abs=1e-7)


def test_one_judgement_by_hand() -> None:
    """Act for x in 0 to 1, or take 0.6: knowing x pays x - 0.6 above 0.6, 0.4 squared by 2."""
    model = product_model(Judgement("x", 0.0, 1.0), threshold=0.6)
    found = information_of_judgements(model)
    assert found.value[0] == pytest.approx(0.08, rel=1e-12)
    assert found.total == pytest.approx(0.08, rel=1e-12)
    assert found.error[0] == found.total_error == 0.0
    assert found.draws == 0


def test_two_judgements_by_hand() -> None:
    """Of x y in the unit square above t: 1/4 - t + t squared (3/4 - log(t) / 2)."""
    t = 0.3
    model = product_model(Judgement("x", 0.0, 1.0), Judgement("y", 0.0, 1.0), threshold=t)
    found = information_of_judgements(model, [(0, 1)])
    assert found.value[0] == pytest.approx(0.25 - t + t**2 * (0.75 - np.log(t) / 2), rel=1e-10)
    assert found.error[0] < 1e-9


def test_three_judgements_by_hand_within_the_error() -> None:
    """The logarithm of a product of three even judgements is minus a sum of three exponential waiting times."""
    t = 0.25
    model = product_model(*(Judgement(name, 0.0, 1.0) for name in "xyz"), threshold=t)
    s = -np.log(t)
    grid = (np.arange(200_000) + 0.5) * s / 200_000
    exact = float((np.maximum(np.exp(-grid) - t, 0) * grid**2 / 2 * np.exp(-grid)).mean() * s)
    found = information_of_judgements(model, draws=1 << 14)
    assert 0 < found.total_error < 1e-5
    assert found.total == pytest.approx(exact, abs=5 * found.total_error)
    assert found.draws == 1 << 14


def test_an_event_is_worth_what_the_table_of_its_two_outcomes_says() -> None:
    model = product_model(Judgement("event", 0.0, 1.0, chance_of_high=0.3), Judgement("size", 20.0, 60.0), threshold=15)
    found = information_of_judgements(model, [(0,), (1,), (0, 1)])
    assert found.value[0] == pytest.approx(0.3 * 40 + 0.7 * 15 - 15)
    assert found.value[1] == pytest.approx((18 - 15) ** 2 / (2 * 12))
    assert found.value[2] == pytest.approx(0.3 * 40 + 0.7 * 15 - 15)  # an event that happens always pays
    assert found.error.tolist() == [0.0, 0.0, 0.0]


def test_the_seed_decides_the_draws_and_nothing_else() -> None:
    model = product_model(*(Judgement(name, 0.0, 2.0) for name in "wxyz"), threshold=1.1)
    one, again, other = (information_of_judgements(model, draws=256, seed=seed) for seed in (1, 1, 2))
    assert one.total == again.total
    assert one.total != other.total
    assert (one.value == other.value).all()


@given(
    st.lists(st.tuples(st.integers(-8, 8), st.integers(-8, 8)), min_size=1, max_size=6),
    st.sampled_from([np.nan, 0.0, 0.25, 0.5, 1.0]),
)
@settings(max_examples=100, deadline=None)
def test_the_highest_of_lines_is_highest_everywhere(lines: list[tuple[int, int]], peak: float) -> None:
    low, high = np.array(lines, dtype=float).T
    edges, top = upper_envelope(low[None, :], high[None, :])
    assert edges[0, 0] == 0
    assert edges[0, -1] == 1
    assert (np.diff(edges[0]) >= 0).all()
    for start, end, line in zip(edges[0], edges[0][1:], top[0], strict=False):
        at = np.array([start, (start + end) / 2, end])
        values = low[:, None] + (high - low)[:, None] * at
        assert values[line] == pytest.approx(values.max(axis=0), abs=1e-9)
    judgement = Judgement("x", 0.0, 1.0, most_likely=None if np.isnan(peak) else peak)
    grid = np.array([value for value, _ in quantile_grid(judgement, 4000)])
    plain = (low[:, None] + (high - low)[:, None] * grid).max(axis=0).mean()
    assert mean_of_highest(low[None, :], high[None, :], np.array([peak]))[0] == pytest.approx(plain, abs=2e-3)


@given(models(), st.data())
@settings(max_examples=60, deadline=None)
def test_values_slopes_and_reduced_models_agree_with_the_definition(
    model: MultilinearModel, data: st.DataObject
) -> None:
    n = len(model.judgements)
    point = [data.draw(st.integers(-8, 8)) / 2 for _ in range(n)]
    at = np.array(point)
    found = model.values(at[None, :])[0]
    expected = [value_at(model, alternative, point) for alternative in range(len(model.alternatives))]
    assert found == pytest.approx(expected, abs=1e-8)
    place = data.draw(st.integers(0, n - 1))
    moved = at.copy()
    moved[place] += 1
    assert model.slopes(at)[place] == pytest.approx(model.values(moved[None, :])[0] - found, abs=1e-7)
    alone = model.reduced([place])
    mixed = model.means.copy()
    mixed[place] = at[place]
    assert alone.values(at[[place]][None, :])[0] == pytest.approx(model.values(mixed[None, :])[0], abs=1e-7)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((1.0, 0.0), "low to high"),
        ((0.0, 1.0, 2.0), "most likely 2 is not in 0 to 1"),
        ((0.0, 1.0, None, 1.5), "between 0 and 1"),
        ((0.0, 1.0, 0.5, 0.5), "no most likely one"),
        ((0.0, np.inf), "low to high"),
    ],
)
def test_a_judgement_that_is_wrong_is_refused_by_name(arguments: Sequence[float], words: str) -> None:
    with pytest.raises(ValueError, match=f"turnout: .*{words}"):
        Judgement("turnout", *arguments)


def test_a_model_that_is_wrong_is_refused_with_a_reason() -> None:
    x = Judgement("x", 0.0, 1.0)
    one, two = np.ones((1, 1), dtype=bool), np.ones((1, 2), dtype=bool)
    with pytest.raises(ValueError, match="members has shape"):
        MultilinearModel(alternatives=("a",), judgements=(x,), coefficients=np.ones((1, 1)), members=two)
    with pytest.raises(ValueError, match="coefficients has shape"):
        MultilinearModel(alternatives=("a",), judgements=(x,), coefficients=np.ones((1, 2)), members=one)
    with pytest.raises(ValueError, match="two of the judgements"):
        MultilinearModel(alternatives=("a",), judgements=(x, x), coefficients=np.ones((1, 1)), members=two)


@given(models(most=3))
@settings(max_examples=40, deadline=None)
def test_means_and_quantiles_agree(model: MultilinearModel) -> None:
    assume(model.judgements)
    uniforms = (np.arange(20_000) + 0.5) / 20_000
    for judgement in model.judgements:
        drawn = judgement.quantiles(uniforms)
        assert drawn.mean() == pytest.approx(judgement.mean, abs=1e-3 * max(1.0, judgement.high - judgement.low))
        assert drawn.min() >= judgement.low - 1e-12
        assert drawn.max() <= judgement.high + 1e-12
