"""Names and exact numbers to places and whole numbers: each measure by its smallest whole weights."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hiwar.methods.voting_power.forms import ModelError, Quota, VotingGame, Weights, exact

Route = Mapping[int, int]
"""Measure to the whole sum it asks for; at least 1, at most the total."""


@dataclass(frozen=True)
class Scaled:
    """A body in whole numbers."""

    weights: tuple[tuple[int, ...], ...]
    """(measure, player); no common divisor in a measure, no two measures alike."""
    routes: tuple[Route, ...]
    """All sums of one of them are wanted."""
    vetoes: frozenset[int]
    n_players: int

    @property
    def total(self) -> tuple[int, ...]:
        """Sum of all weights of each measure."""
        return tuple(map(sum, self.weights))

    @property
    def single(self) -> tuple[int, int] | None:
        """Measure and quota, where there is one only."""
        if len(self.routes) == 1 and len(self.routes[0]) == 1:
            return next(iter(self.routes[0].items()))
        return None

    def kind(self, player: int) -> tuple[object, ...]:
        """Players of one kind can take each other's place."""
        return (player in self.vetoes, *(row[player] for row in self.weights))


def scale(game: VotingGame) -> Scaled:
    """Turn a body into whole numbers, exactly.

    Raises
    ------
    ModelError
        A name or number is wrong, or what passes does not depend on anybody.
    """
    check_names(game.players, game.vetoes)
    if not game.routes:
        raise ModelError("nothing says what is needed: give at least one quota")
    if len(game.routes) > _MOST_ROUTES:
        raise ModelError(f"{len(game.routes)} alternatives are too many to count; at most {_MOST_ROUTES} are")
    measures: dict[tuple[int, ...], int] = {}
    routes = []
    for quotas in game.routes:
        route: dict[int, int] = {}
        is_possible = True
        for quota in quotas:
            row, needed = whole_quota(quota, game.players)
            is_possible &= needed <= sum(row)
            if needed > 0 and is_possible:
                measure = measures.setdefault(row, len(measures))
                route[measure] = max(needed, route.get(measure, needed))
        if is_possible:
            routes.append(route)
    if not routes:
        raise ModelError(_TOO_MUCH)
    if any(not route for route in routes):
        if not game.vetoes:
            raise ModelError("the empty coalition passes everything: a quota must be more than 0")
        routes = [{}]
    return Scaled(tuple(measures), tuple(routes), _places(game.players, game.vetoes), len(game.players))


_MOST_ROUTES = 64
_TOO_MUCH = "nothing can pass: in every route a quota is more than all weight together"


def _places(players: Sequence[str], names: Sequence[str]) -> frozenset[int]:
    wanted = set(names)
    return frozenset(place for place, name in enumerate(players) if name in wanted)


def whole_quota(quota: Quota, players: Sequence[str]) -> tuple[tuple[int, ...], int]:
    """Smallest whole weights in the order of the players, and the least whole sum that is enough."""
    row, factor = whole_weights(quota.weights, players, quota.name)
    needed = exact(quota.needed, f"quota of {quota.name}") * factor
    return row, math.floor(needed) + 1 if quota.is_strict else math.ceil(needed)


def whole_weights(weights: Weights, players: Sequence[str], name: str) -> tuple[tuple[int, ...], Fraction]:
    """Smallest whole weights in proportion to those given, and what they were multiplied with."""
    known = set(players)
    unknown = [player for player in weights if player not in known]
    missing = [player for player in players if player not in weights]
    if unknown or missing:
        what = f'"{unknown[0]}" is no player' if unknown else f'no weight is stated for "{missing[0]}"'
        raise ModelError(f"{name}: {what}")
    fractions = [exact(weights[player], f"{name} of {player}") for player in players]
    for player, weight in zip(players, fractions, strict=True):
        if weight < 0:
            raise ModelError(f"{name} of {player}: {weight} is less than 0; weights are 0 or more")
    scale_up = math.lcm(*(weight.denominator for weight in fractions))
    whole = [int(weight * scale_up) for weight in fractions]
    divisor = math.gcd(*whole) or 1
    return tuple(weight // divisor for weight in whole), Fraction(scale_up, divisor)


def check_names(players: Sequence[str], vetoes: Sequence[str]) -> None:
    """Refuse bodies without players, names given twice, and vetoes of nobody."""
    if not players:
        raise ModelError("a body that votes needs at least one player")
    for names, what in ((players, "player"), (vetoes, "veto")):
        twice = [name for name, count in Counter(names).items() if count > 1]
        if twice:
            raise ModelError(f'the {what} "{twice[0]}" is given twice')
    known = set(players)
    unknown = [name for name in vetoes if name not in known]
    if unknown:
        raise ModelError(f'the veto of "{unknown[0]}" is the veto of no player')
