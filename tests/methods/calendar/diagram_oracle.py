"""Influence diagrams by their definition: sum over what is observed, choose, sum over what is not; no elimination."""

from collections.abc import Mapping
from itertools import product

import numpy as np

from hiwar.methods.calendar import InfluenceDiagram

Assignment = Mapping[str, int]


def joint(diagram: InfluenceDiagram, at: Assignment) -> float:
    """Likelihood of all chances, given all choices."""
    found = 1.0
    for chance in diagram.chances:
        found *= float(np.asarray(chance.table)[(*(at[name] for name in chance.given), at[chance.name])])
    return found


def total(diagram: InfluenceDiagram, at: Assignment) -> float:
    return sum(
        float(np.asarray(utility.table)[tuple(at[name] for name in utility.given)]) for utility in diagram.utilities
    )


def settings_of(diagram: InfluenceDiagram, names: tuple[str, ...]) -> list[dict[str, int]]:
    sizes = [range(len(diagram.options[name])) for name in names]
    return [dict(zip(names, at, strict=True)) for at in product(*sizes)]


def weighed(diagram: InfluenceDiagram, place: int, at: Assignment) -> tuple[float, float]:
    """(expected x likelihood, likelihood) of what is known before a choice, with the best choices from there on."""
    if place == len(diagram.choices):
        ends = [{**at, **rest} for rest in settings_of(diagram, diagram.observed[place])]
        masses = [joint(diagram, end) for end in ends]
        return sum(m * total(diagram, end) for m, end in zip(masses, ends, strict=True)), sum(masses)
    worth, mass = 0.0, 0.0
    for seen in settings_of(diagram, diagram.observed[place]):
        options = by_option(diagram, place, {**at, **seen})
        worth += max(one for one, _ in options)
        mass += options[0][1]
    return worth, mass


def by_option(diagram: InfluenceDiagram, place: int, at: Assignment) -> list[tuple[float, float]]:
    choice = diagram.choices[place]
    return [weighed(diagram, place + 1, {**at, choice.name: option}) for option in range(len(choice.options))]


def histories(diagram: InfluenceDiagram, place: int) -> list[dict[str, int]]:
    """Everything that can be known before a choice."""
    names: list[str] = []
    for n in range(place + 1):
        names += diagram.observed[n]
        names += [diagram.choices[n].name] if n < place else []
    return settings_of(diagram, tuple(names))
