"""Values at the ends of two judgements, against values computed anew at any point between them."""

from dataclasses import replace

import numpy as np
import pytest
from dominance_prospects import prospects
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hiwar.methods.dominance import Parameter, Prospects, central_expected, tornado, values_at_corners
from hiwar.methods.dominance.moved import _moved, move_apart


def everywhere(p: Prospects) -> Prospects:
    """The same prospects, with every course open in every scenario."""
    return replace(p, feasible=np.ones_like(p.feasible))


@given(prospects(), st.integers(0, 30), st.integers(0, 30), st.floats(0, 1), st.floats(0, 1))
@settings(deadline=None, max_examples=60)
def test_corners_tell_the_value_at_every_point_between_them(p: Prospects, i: int, j: int, u: float, v: float) -> None:
    p = everywhere(p)
    assume(len(p.courses) > 1)
    found = tornado(p, 0, 1)
    assume(found.parameters)
    places = i % len(found.parameters), j % len(found.parameters)
    first, second = (found.parameters[place] for place in places)
    assume(move_apart(first, second))
    ranges = [(float(found.low[place]), float(found.high[place])) for place in places]
    corners = values_at_corners(p, range(len(p.courses)), first, second, (ranges[0], ranges[1]))
    across = corners[:, 0] * (1 - u) + corners[:, 1] * u
    told = across[:, 0] * (1 - v) + across[:, 1] * v
    x, y = (low + share * (high - low) for (low, high), share in zip(ranges, (u, v), strict=True))
    assert told == pytest.approx(central_expected(_moved(_moved(p, first, x), second, y)), abs=1e-6)


@given(prospects())
@settings(deadline=None, max_examples=40)
def test_the_difference_at_the_ends_is_that_of_the_tornado(p: Prospects) -> None:
    p = everywhere(p)
    assume(len(p.courses) > 1)
    found = tornado(p, 0, 1)
    for number, parameter in enumerate(found.parameters):
        for value, difference in ((found.low, found.at_low), (found.high, found.at_high)):
            values = central_expected(_moved(p, parameter, float(value[number])))
            assert values[0] - values[1] == pytest.approx(difference[number], abs=1e-6)


def test_judgements_that_move_together_have_no_corners() -> None:
    weights = Parameter("weight", domain=0), Parameter("weight", domain=1)
    assert not move_apart(*weights)
    assert not move_apart(Parameter("event", block=1, option=0), Parameter("event", block=1, option=1))
    assert move_apart(Parameter("event", block=1, option=0), Parameter("event", block=2, option=0))
    assert move_apart(Parameter("size", effect=0, domain=0), Parameter("size", effect=0, domain=1))
    assert not move_apart(Parameter("likelihood", effect=2), Parameter("likelihood", effect=2))
