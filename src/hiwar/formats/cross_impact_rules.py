"""Combinations that cannot be, and states held from outside, as they stand in a file."""

from collections.abc import Iterator
from itertools import product

from hiwar.dossier.problems import Trouble, brief
from hiwar.dossier.tree import Node
from hiwar.formats.cross_impact_judgements import Known
from hiwar.formats.nodes import entries_of, items_of, text_of
from hiwar.methods.cross_impact import Scenario

MOST_COMBINATIONS = 10_000
"""What one entry with lists of states may stand for."""


def forbidden_of(node: Node, known: Known, troubles: list[Trouble]) -> tuple[Scenario, ...]:
    """``[{descriptor: state, descriptor: [state, state]}]``: a list of states forbids each of them."""
    return tuple(one for item in items_of(node, troubles) for one in _combinations(item, known, troubles))


def _combinations(node: Node, known: Known, troubles: list[Trouble]) -> Iterator[Scenario]:
    before, choices, count = len(troubles), {}, 1
    for name, (key, value) in entries_of(node, None, troubles).items():
        if name not in known:
            troubles.append(key.trouble(f'"{brief(name)}" is no descriptor', word=name, known=list(known)))
            continue
        states = value.items if value.kind == "list" else (value,)
        choices[name] = [_state(state, name, known, troubles) for state in states]
        count *= len(states)
        if not states:
            troubles.append(value.trouble("an empty list of states can never hold"))
    if node.kind == "map" and not node.entries:
        troubles.append(node.trouble("name at least one descriptor, such as {harvest: poor, prices: low}"))
    if count > MOST_COMBINATIONS:
        troubles.append(node.trouble(f"this stands for {count:,} combinations; {MOST_COMBINATIONS:,} are read"))
    if len(troubles) == before:
        for chosen in product(*choices.values()):
            yield dict(zip(choices, chosen, strict=True))


def _state(node: Node, descriptor: str, known: Known, troubles: list[Trouble]) -> str:
    state = text_of(node, troubles)
    if state and state not in known[descriptor]:
        message = f'"{brief(state)}" is no state of "{brief(descriptor)}"'
        troubles.append(node.trouble(message, word=state, known=list(known[descriptor])))
    return state


def fixed_of(node: Node, known: Known, troubles: list[Trouble]) -> dict[str, str]:
    """``{descriptor: state}``"""
    fixed = {}
    for name, (key, value) in entries_of(node, None, troubles).items():
        if name not in known:
            troubles.append(key.trouble(f'"{brief(name)}" is no descriptor', word=name, known=list(known)))
        elif value.kind != "scalar":
            troubles.append(value.trouble("what is fixed is one state"))
        else:
            fixed[name] = _state(value, name, known, troubles)
    return fixed
