"""Influence diagrams handed to pyAgrum, for its other methods and pictures."""

import warnings
from importlib import import_module
from itertools import product
from typing import Any

import numpy as np

from hiwar.methods.calendar.diagrams import InfluenceDiagram, Utility, check_diagram, table_of


def to_pyagrum(diagram: InfluenceDiagram) -> Any:
    """Build the same diagram as a ``pyagrum.InfluenceDiagram``.

    What a choice remembers is drawn in as arcs, so that every method of that library solves the same problem.

    Raises
    ------
    ModuleNotFoundError
        pyAgrum is not installed; the message says how to get it.
    """
    check_diagram(diagram)
    gum = import_pyagrum()
    found = gum.InfluenceDiagram()
    for chance in diagram.chances:
        found.addChanceNode(gum.LabelizedVariable(chance.name, chance.name, list(chance.options)))
    for choice in diagram.choices:
        found.addDecisionNode(gum.LabelizedVariable(choice.name, choice.name, list(choice.options)))
    for utility in diagram.utilities:
        found.addUtilityNode(gum.LabelizedVariable(utility.name, utility.name, 1))
    _draw_arcs(diagram, found)
    for node in diagram.tabled:
        target = found.utility(node.name) if isinstance(node, Utility) else found.cpt(node.name)
        table = table_of(node)
        for at in product(*(range(len(diagram.options[name])) for name in node.given)):
            target[dict(zip(node.given, at, strict=True))] = np.atleast_1d(table[at]).tolist()
    return found


def import_pyagrum() -> Any:
    """The library, if it is installed.

    Its compiled parts raise deprecation warnings as they are loaded, the part for influence diagrams at the first one
    made; where a program turns warnings into errors, that ends the whole process. They are therefore not heeded here.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            library: Any = import_module("pyagrum")
            library.InfluenceDiagram()
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError(
            "pyAgrum is not installed; `pip install 'hiwar[influence-diagrams]'` brings it", name=missing.name
        ) from missing
    return library


def _draw_arcs(diagram: InfluenceDiagram, found: Any) -> None:
    for node in diagram.tabled:
        for name in node.given:
            found.addArc(name, node.name)
    known: list[str] = []
    for choice, fresh in zip(diagram.choices, diagram.observed, strict=False):
        known += fresh
        for name in known:
            found.addArc(name, choice.name)
        known.append(choice.name)
