"""What is drawn and what is not where probabilities are stated, and what veto players may do, case by case."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from hiwar.methods.arrays import IntArray
from hiwar.methods.ratification.exact import bounds
from hiwar.methods.ratification.forms import Outcome, Position, Referendum, Route, TooLargeError
from hiwar.methods.ratification.outcomes import override_numbers, referendum_outcome, stops, tallies_of
from hiwar.methods.ratification.tally import AGAINST, FOR, Measures, Tally

MOST_PLAYERS = 12
"""Veto players with a probability, at most, where chances are exact: what they do is gone through case by case."""


@dataclass(frozen=True)
class DrawnBlocs:
    """Blocs of one chamber that are drawn, and the sums of all others."""

    tally: Tally
    fixed: tuple[IntArray, IntArray]
    """Worst and best (measure,)."""
    blocs: tuple[int, ...]
    probabilities: tuple[tuple[Fraction, Fraction], ...]

    def side(self, *, best: bool) -> tuple[Measures, IntArray, IntArray, IntArray]:
        """What is asked, the sums of what is not drawn, and (bloc, measure) of what is, for and against."""
        tally = self.tally
        measures, rows = (tally.best, tally.best_rows) if best else (tally.worst, tally.worst_rows)
        drawn = list(self.blocs)
        return measures, self.fixed[best], rows[drawn, FOR], rows[drawn, AGAINST]


@dataclass(frozen=True)
class Setting:
    """A route as chances are added up over it."""

    route: Route
    chambers: tuple[DrawnBlocs | None, ...]
    """None: the seats are not known."""
    players: tuple[tuple[Fraction, Fraction] | None, ...]
    """Probabilities of being for, None where there is none."""


def setting_of(route: Route) -> Setting:
    """Say what is drawn on a well-formed route, and what is not."""
    chambers = tuple(None if tally is None else _drawn_blocs(tally) for tally in tallies_of(route))
    players = tuple(
        None if player.probability is None else bounds(player.probability, 0, 1) for player in route.veto_players
    )
    return Setting(route, chambers, players)


def _drawn_blocs(tally: Tally) -> DrawnBlocs:
    blocs = tally.chamber.blocs
    drawn = tuple(number for number, bloc in enumerate(blocs) if bloc.probability is not None)
    others = np.setdiff1d(np.arange(len(blocs) + 1), drawn)
    chosen = others, tally.positions[others]
    fixed = tally.worst_rows[chosen].sum(axis=0), tally.best_rows[chosen].sum(axis=0)
    return DrawnBlocs(tally, fixed, drawn, tuple(bounds(blocs[number].probability, 0, 1) for number in drawn))


def cases_of(setting: Setting, *, best: bool) -> Iterator[tuple[Fraction, tuple[int, ...]]]:
    """Probability and rules that the chambers must reach, case by case; cases that stop the matter are left out."""
    drawn = [number for number, known in enumerate(setting.players) if known is not None]
    if len(drawn) > MOST_PLAYERS:
        raise TooLargeError(f"{len(drawn)} veto players with probabilities; at most {MOST_PLAYERS} can be gone through")
    numbers = override_numbers(setting.route)
    for choice in itertools.product((True, False), repeat=len(drawn)):
        probability, rules, is_stopped = Fraction(1), [0], False
        for number, player in enumerate(setting.route.veto_players):
            position, known = player.position, setting.players[number]
            if known is not None:
                is_for = choice[drawn.index(number)]
                position = Position.FOR if is_for else Position.AGAINST
                probability *= known[best] if is_for else 1 - known[best]
            if stops(player, position)[best]:
                is_stopped |= numbers[number] is None
                rules += [numbers[number] or 0]
        if probability and not is_stopped:
            yield probability, tuple(rules)


def referendum_chance(vote: Referendum, *, best: bool) -> Fraction:
    """The chance that a referendum is won; 0 or 1 where none is stated."""
    if vote.probability is not None:
        return bounds(vote.probability, 0, 1)[best]
    found = referendum_outcome(vote)
    return Fraction(int(found is Outcome.PASS or (best and found is Outcome.CANNOT_BE_TOLD)))
