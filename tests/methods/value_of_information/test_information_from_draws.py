"""Estimates from draws: against exact values of the same model, and what must hold of every estimate."""

import numpy as np
import pytest

from hiwar.methods.arrays import FloatArray
from hiwar.methods.value_of_information import (
    EstimatedInformation,
    Judgement,
    MultilinearModel,
    information_from_draws,
    information_of_judgements,
)

NAMES = ("a", "b", "c", "d", "e")
GROUPS = ((0,), (1,), (2, 3), (0, 1, 2), (0, 1, 2, 3))


@pytest.fixture(scope="module")
def model() -> MultilinearModel:
    """Three alternatives close to each other; five judgements, of which e matters to none of the differences."""
    members = np.zeros((9, 5), dtype=bool)
    for term, factors in enumerate(((), (0,), (1,), (2,), (3,), (0, 1), (1, 2), (2, 3), (4,))):
        members[term, list(factors)] = True
    coefficients = np.array(
        [
            [0.0, 4.0, -2.0, 1.0, 0.0, 3.0, 0.0, 0.0, 5.0],
            [1.5, 0.0, 1.0, 0.0, 2.0, 0.0, -3.0, 2.0, 5.0],
            [1.9, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5.0],
        ]
    )
    judgements = tuple(Judgement(name, 0.0, 1.0, most_likely=0.2 if name in "bd" else None) for name in NAMES)
    return MultilinearModel(
        alternatives=("x", "y", "z"), judgements=judgements, coefficients=coefficients, members=members
    )


def draws_of(model: MultilinearModel, n: int, seed: int) -> FloatArray:
    rng = np.random.default_rng(seed)
    return np.column_stack([judgement.quantiles(rng.random(n)) for judgement in model.judgements])


@pytest.fixture(scope="module")
def found(model: MultilinearModel) -> EstimatedInformation:
    points = draws_of(model, 2000, 3)
    return information_from_draws(model.values(points), points, NAMES, [*GROUPS, (4,)])


def test_estimates_agree_with_the_exact_values_within_three_errors(
    model: MultilinearModel, found: EstimatedInformation
) -> None:
    exact = information_of_judgements(model, GROUPS, draws=1 << 14)
    gaps = np.abs(found.value[:-1] - exact.value)
    assert (gaps <= 3 * found.error[:-1]).all()
    assert (found.error[:-1] < 0.1 * exact.total).all()
    assert abs(found.total - exact.total) <= 3 * (found.total_error + exact.total_error)


def test_what_alternatives_share_adds_no_noise(found: EstimatedInformation) -> None:
    """Judgement e moves all values alike; every difference leaves it out."""
    assert found.value[-1] < 3 * found.error[-1] + 1e-9
    assert found.error[-1] < 0.02


def test_choices_made_by_the_fit_gain_about_what_it_says(found: EstimatedInformation) -> None:
    assert (found.held_out <= found.value + 3 * found.error).all()
    assert (found.held_out[:-1] >= found.value[:-1] - 4 * found.error[:-1]).all()


def test_curved_dependence_is_seen() -> None:
    """A regression on a straight line says 0 here: the values rise and fall along x. Exact: 0.0246."""
    rng = np.random.default_rng(1)
    x = rng.random(4000)
    values = np.column_stack([np.zeros(4000), x * (1 - x) - 0.18 + rng.normal(scale=0.1, size=4000)])
    found = information_from_draws(values, x[:, None], ["x"])
    low = 0.5 - np.sqrt(0.25 - 0.18)
    exact = 2 * ((0.25 / 2 - 0.125 / 3 - 0.09) - (low**2 / 2 - low**3 / 3 - 0.18 * low))
    assert exact == pytest.approx(0.0246, abs=1e-4)
    assert found.value[0] == pytest.approx(exact, abs=3 * float(found.error[0]))
    assert found.error[0] < 0.2 * exact


@pytest.mark.parametrize("shift", [0.0, 50.0])
def test_adding_one_thing_to_all_alternatives_changes_nothing(model: MultilinearModel, shift: float) -> None:
    points = draws_of(model, 500, 4)
    common = shift * np.random.default_rng(5).standard_normal((500, 1))
    one = information_from_draws(model.values(points), points, NAMES, [(0, 1)])
    other = information_from_draws(model.values(points) + common, points, NAMES, [(0, 1)])
    assert one.value == pytest.approx(other.value, abs=1e-6)
    assert one.error == pytest.approx(other.error, abs=1e-6)


def test_the_order_and_scale_of_judgements_change_nothing(model: MultilinearModel) -> None:
    points = draws_of(model, 500, 6)
    one = information_from_draws(model.values(points), points, NAMES, [(0,), (1,)])
    turned = information_from_draws(model.values(points), points[:, ::-1] * 1000 - 7, NAMES[::-1], [(4,), (3,)])
    assert one.value == pytest.approx(turned.value, abs=1e-6)


def test_judgements_of_few_values_are_taken_as_they_are() -> None:
    """An event with two outcomes: each outcome gets its own mean."""
    rng = np.random.default_rng(2)
    event = (rng.random(2000) < 0.3).astype(float)
    values = np.column_stack([40 * event - 15, np.zeros(2000)])
    found = information_from_draws(values, event[:, None], ["event"])
    share = event.mean()
    assert found.value[0] == pytest.approx(share * 25 - max(40 * share - 15, 0), rel=1e-6)


def test_one_alternative_or_a_judgement_that_never_moves_is_worth_nothing() -> None:
    rng = np.random.default_rng(2)
    x = rng.random((300, 1))
    assert information_from_draws(x, x, ["x"]).value.tolist() == [0.0]
    assert information_from_draws(np.hstack([x, 1 - x]), np.ones((300, 1)), ["x"]).value.tolist() == [0.0]


@pytest.mark.parametrize(
    ("values", "judgements", "words"),
    [
        (np.zeros((10, 2)), np.zeros((10, 1)), "200 draws or more"),
        (np.zeros((300, 2)), np.zeros((299, 1)), "judgements has shape"),
        (np.full((300, 2), np.inf), np.zeros((300, 1)), "finite"),
        (np.zeros(300), np.zeros((300, 1)), "200 draws or more"),
    ],
)
def test_draws_that_do_not_fit_are_refused(values: FloatArray, judgements: FloatArray, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        information_from_draws(values, judgements, ["x"])
