"""What it costs to turn blocs, in whole numbers."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from hiwar.methods.ratification.changes import find_bloc
from hiwar.methods.ratification.exact import exact
from hiwar.methods.ratification.forms import ModelError, Number, Route

Action = Literal["for", "against", "absent"]


@dataclass(frozen=True)
class Costs:
    """What it costs to turn a bloc as a whole."""

    per: Literal["bloc", "seat"] = "bloc"
    """What is not stated costs 1 per bloc, or 1 per seat it holds."""
    stated: Mapping[str, Number] = field(default_factory=dict)
    """Name to cost; a bloc that is in several chambers as "chamber/bloc"."""
    fixed: tuple[str, ...] = ()
    """Who cannot be turned at any cost."""


@dataclass(frozen=True)
class Turn:
    """A bloc, or somebody who may stop the matter, that is turned."""

    chamber: str
    """Empty for somebody outside the chambers."""
    name: str
    action: Action
    """For and against: with all its seats present, as far as its cohesion goes. Absent: with none."""


@dataclass(frozen=True)
class Prices:
    """Costs in whole numbers."""

    blocs: Mapping[tuple[str, str], int]
    """(chamber, bloc) to cost; who cannot be turned is not there."""
    players: Mapping[str, int]
    scale: int
    """Whole numbers = costs x this."""


def prices_of(route: Route, costs: Costs) -> Prices:
    """Costs of everybody who can be turned."""
    players = {player.name for player in route.veto_players}
    stated: dict[tuple[str, str], Fraction | None] = {}
    for name, cost in (*costs.stated.items(), *((name, None) for name in costs.fixed)):
        amount = None if cost is None else exact(cost)
        if amount is not None and amount < 0:
            raise ModelError(f"{name}: a cost of {cost}; it cannot be negative")
        if name in players:
            stated["", name] = amount
        else:
            number, place = find_bloc(route, name)
            chamber = route.chambers[number]
            stated[chamber.name, chamber.blocs[place].name] = amount
    every: dict[tuple[str, str], Fraction | None] = {("", name): Fraction(1) for name in players}
    every |= {
        (chamber.name, bloc.name): Fraction(bloc.seats if costs.per == "seat" else 1)
        for chamber in route.chambers
        for bloc in chamber.blocs
        if bloc.seats
    }
    every |= {key: amount for key, amount in stated.items() if key in every}
    known = {key: amount for key, amount in every.items() if amount is not None}
    scale = math.lcm(*(amount.denominator for amount in known.values()))
    whole = {key: int(amount * scale) for key, amount in known.items()}
    return Prices(
        {key: cost for key, cost in whole.items() if key[0]},
        {key[1]: cost for key, cost in whole.items() if not key[0]},
        scale,
    )
