"""A mistake is named with its place, what was found and what would do; all mistakes are named at once."""

import datetime
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from hiwar.methods.calendar import (
    Accrual,
    Calendar,
    Chance,
    Choice,
    Course,
    Effect,
    Event,
    Given,
    InfluenceDiagram,
    ModelError,
    Utility,
    Values,
    follow,
    ranges,
    roll_back,
    roll_back_many,
    solve_diagram,
    solve_diagrams,
)

VOTE = Event("vote", 5, ("yes", "no"), {"yes": 0.5, "no": 0.5})
PLAIN = Calendar((0, 10), (Course("talks"),), (VOTE,))
WORTH = Values((Effect("gain", 10, ("talks",)),))
DAY = datetime.date(2024, 3, 1)


@pytest.mark.parametrize(
    ("calendar", "message"),
    [
        (replace(PLAIN, courses=()), "needs a course"),
        (replace(PLAIN, dates=()), "needs a date"),
        (replace(PLAIN, courses=(Course("talks"), Course("talks"))), "'talks' is the name of more than one course"),
        (replace(PLAIN, courses=(Course("wait"),)), "cannot be called 'wait'"),
        (replace(PLAIN, dates=(10, 0)), "decision dates must rise; found 10, 0"),
        (replace(PLAIN, dates=(DAY,)), "days are numbers in one place and dates in another"),
        (replace(PLAIN, ends=5), "ends on 5, before its last decision date 10"),
        (replace(PLAIN, courses=(Course("talks", opens="vtoe"),)), "'vtoe' is not an event .* did you mean 'vote'"),
        (replace(PLAIN, courses=(Course("talks", opens=DAY),)), "2024-03-01 is a number where the calendar has dates"),
        (replace(PLAIN, courses=(Course("talks", needs=({"vote": ("yse",)},)),)), "'yse' .* did you mean 'yes'"),
        (replace(PLAIN, courses=(Course("talks", needs=({"vote": "yes"},)),)), "listed in a tuple; found 'yes'"),  # type: ignore[dict-item]
        (replace(PLAIN, courses=(Course("talks", needs=({"poll": ("yes",)},)),)), "'poll' is not an event"),
        (replace(PLAIN, courses=(Course("talks", if_it_fails="talk"),)), "'talk' is not a course .* 'talks'"),
        (replace(PLAIN, courses=(Course("talks", if_it_fails="talks"),)), "its own effects cannot count"),
        (replace(PLAIN, events=(replace(VOTE, options=("yes", "yes")),)), "needs options with names of their own"),
        (replace(PLAIN, events=(replace(VOTE, likelihood={"yes": 1.0}),)), "no likelihood for 'no'"),
        (replace(PLAIN, events=(replace(VOTE, likelihood={"yes": 0.7, "no": 0.7}),)), "add up to 1.4 at least"),
        (replace(PLAIN, events=(replace(VOTE, likelihood={"yes": (0.8, 0.2), "no": 0.5}),)), "no range of prob"),
        (replace(PLAIN, events=(replace(VOTE, likelihood={"yes": 0.5, "no": 0.5, "x": 0.0}),)), "'x' is not an option"),
        (replace(PLAIN, events=(replace(VOTE, given=(Given({"yes": 1, "no": 0}, {"vote": ("yes",)}),)),)),
         "'vote' is not settled before 'vote'"),
        (replace(PLAIN, events=(replace(VOTE, given=(Given({"yes": 1, "no": 0}, after=("walk",)),)),)),
         "given 1: 'walk' is not a course"),
        (replace(PLAIN, events=tuple(replace(VOTE, name=f"vote{n}") for n in range(20))), "1048576 scenarios are too"),
    ],
)  # fmt: skip
def test_calendar(calendar: Calendar, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        roll_back(calendar, WORTH)


@pytest.mark.parametrize(
    ("effect", "message"),
    [
        (Effect("gain", 10, ("talk",)), "effect 'gain': 'talk' is not a course .* did you mean 'talks'"),
        (Effect("gain", (10, 5)), "10 to 5 is no range of points"),
        (Effect("gain", float("nan")), "is no range of points"),
        (Effect("gain", (5, 10), centre=11), "most likely points 11 lie outside 5 to 10"),
        (Effect("gain", 10, when={"vote": ("maybe",)}), "'maybe' is not an option of event 'vote'"),
        (Effect("gain", 10, accrues=Accrual(0, "poll")), "'poll' is not an event"),
    ],
)
def test_values(effect: Effect, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        roll_back(PLAIN, Values((effect,)))


def test_weights() -> None:
    wide = Effect("gain", 10, domain="wide")
    with pytest.raises(ModelError, match="weights 1: no weight for domain 'wide'"):
        roll_back(PLAIN, Values((wide,), ({"": 1.0},)))
    with pytest.raises(ModelError, match="'wide' weighs -1; 0 or more would do"):
        roll_back(PLAIN, Values((wide,), ({"wide": -1.0},)))


def test_every_mistake_is_said_at_once() -> None:
    twice = replace(PLAIN, dates=(10, 0), courses=(Course("talks", opens="x"),))
    with pytest.raises(ModelError, match="must rise") as caught:
        roll_back(twice, WORTH)
    assert len(str(caught.value).splitlines()) == 2


def test_a_date_or_an_option_that_is_not_there() -> None:
    with pytest.raises(ModelError, match="7 is no decision date of this calendar; its dates are 0, 10"):
        roll_back(PLAIN, WORTH, only=[7])
    rolled = roll_back(PLAIN, WORTH)
    with pytest.raises(ModelError, match="no node on 7"):
        rolled.node(7)
    with pytest.raises(ModelError, match="'exit' is not open on 0; open: talks, wait"):
        rolled.node(0).option("exit")
    with pytest.raises(ModelError, match="'talks' and 'exit' are not two options of 0"):
        ranges(PLAIN, WORTH).node(0).comparison("talks", "exit")


def test_a_policy_that_leaves_something_open_cannot_be_followed() -> None:
    unknown = replace(PLAIN, events=(replace(VOTE, likelihood=None),))
    values = Values((Effect("gain", 10, ("talks",), {"vote": ("yes",)}),))
    policy = roll_back(unknown, values).policy
    with pytest.raises(ModelError, match="leaves open what to do on 0"):
        follow(unknown, policy, values)
    with pytest.raises(ModelError, match="does not say what to do"):
        follow(unknown, (), values)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"points": {"loss": [1.0]}}, "'loss' is no effect"),
        ({"points": {"gain": [[1.0]]}}, r"\(judgement,\) points are needed; found shape \(1, 1\)"),
        ({"likelihoods": {"poll": [[0.5, 0.5]]}}, "'poll' is no event"),
        ({"likelihoods": {"vote": [0.5, 0.5]}}, r"\(judgement, option\) likelihoods are needed"),
        ({"likelihoods": {"vote": [[0.7, 0.7]]}}, "must be 0 or more and add up to 1"),
        ({"points": {"gain": [1.0]}, "likelihoods": {"vote": [[1, 0], [0, 1]]}}, "same number of judgements; found"),
    ],
)
def test_many_judgements(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ModelError, match=message):
        roll_back_many(PLAIN, WORTH, **arguments)


def test_many_judgements_need_every_likelihood() -> None:
    unknown = replace(PLAIN, events=(replace(VOTE, likelihood=None),))
    with pytest.raises(ModelError, match="how likely the options of 'vote' are"):
        roll_back_many(unknown, WORTH)


def small(**changes: Any) -> InfluenceDiagram:
    parts: dict[str, Any] = {
        "choices": (Choice("bet", ("red", "black")),),
        "chances": (Chance("ball", ("red", "black"), [0.5, 0.5]),),
        "utilities": (Utility("win", [[1, 0], [0, 1]], ("bet", "ball")),),
    }
    return InfluenceDiagram(**(parts | changes))


@pytest.mark.parametrize(
    ("diagram", "message"),
    [
        (small(utilities=(Utility("bet", 1.0),)), "'bet' is the name of more than one node"),
        (small(choices=(Choice("bet", ()),)), "'bet' needs options"),
        (small(utilities=(Utility("win", [1, 0], ("bets",)),)), "'win': 'bets' is no chance or choice"),
        (small(utilities=(Utility("win", [1, 0, 0], ("bet",)),)), r"shape \(3,\); \(2,\) is needed"),
        (small(chances=(Chance("ball", ("red", "black"), [0.5, 0.6]),)), "add up to 1 in each row"),
        (small(utilities=(Utility("win", [np.nan, 0], ("bet",)),)), "a value that is not a number"),
        (small(chances=(Chance("ball", ("red", "black"), [[1, 0], [0, 1]], ("bet",)),),
               choices=(Choice("bet", ("red", "black"), ("ball",)),)), "cannot know .ball. beforehand: it depends on"),
        (small(chances=(Chance("ball", ("red", "black"), [[1, 0], [0, 1]], ("ball",)),)), "'ball' depends on itself"),
    ],
)  # fmt: skip
def test_diagram(diagram: InfluenceDiagram, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        solve_diagram(diagram)


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({}, "found none"),
        ({"wins": [1.0]}, "'wins' is no chance or utility"),
        ({"ball": [0.5, 0.5]}, r"the tables have shape \(2,\)"),
        ({"ball": [[0.5, 0.5], [0.5, 0.6]]}, "add up to 1"),
        ({"ball": [[0.5], [0.5]], "win": np.zeros((2, 2, 3))}, r"same number of diagrams; found \[1, 3\]"),
    ],
)
def test_many_diagrams(tables: dict[str, Any], message: str) -> None:
    with pytest.raises(ModelError, match=message):
        solve_diagrams(small(), tables)


def test_a_choice_that_is_not_there() -> None:
    with pytest.raises(ModelError, match="'bets' is no choice of this diagram; choices: bet"):
        solve_diagram(small()).rule("bets")
