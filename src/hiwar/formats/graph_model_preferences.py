"""What each decision maker of a conflict's file wants, in one of four ways, and the ranks that follow."""

from collections.abc import Callable, Mapping
from typing import cast

from hiwar.dossier.explain import found
from hiwar.dossier.problems import Trouble, brief
from hiwar.dossier.tree import Node
from hiwar.formats.graph_model_file import Preference, Ranking, Statements, Values, Weights
from hiwar.formats.graph_model_makers import PREFERENCES
from hiwar.formats.graph_model_patterns import level_of, option_of
from hiwar.formats.graph_model_states import States
from hiwar.formats.nodes import Entries, entries_of, items_of, number_of, text_of
from hiwar.methods.graph_model.forms import Option, OptionForm
from hiwar.methods.graph_model.spaces import Space

_SHOWN = 6
"""States named in a message; of more, how many."""


def preference_of(key: Node, entries: Entries, states: States) -> Preference | None:
    """What a decision maker wants, by exactly one of the four ways; none where something is wrong."""
    ways = [way for way in PREFERENCES if way in entries]
    if len(ways) != 1:
        given = f"two ways at once ({' and '.join(ways)})" if ways else "nothing"
        message = f"{found(key)} says {given} about what it wants; give exactly one of {', '.join(PREFERENCES)}"
        states.troubles.append((entries[ways[1]][0] if ways else key).trouble(message))
        return None
    node = entries[ways[0]][1]
    if ways[0] in ("statements", "weights") and not isinstance(states.form, OptionForm):
        message = f'"{ways[0]}" are about options; with listed states give a ranking or values'
        states.troubles.append(entries[ways[0]][0].trouble(message))
        return None
    before = len(states.troubles)
    preference = _READERS[ways[0]](node, states)
    return preference if len(states.troubles) == before else None


def _ranking(node: Node, states: States) -> Ranking:
    """``[best, [tied, tied], worst]``"""
    groups: list[tuple[int, ...]] = []
    seen: dict[int, Node] = {}
    for item in items_of(node, states.troubles):
        group: list[int] = []
        for state in item.items if item.kind == "list" else (item,):
            cell = states.cell(state)
            if cell is None:
                continue
            if cell in seen:
                line = seen[cell].line + 1
                states.troubles.append(state.trouble(f"{found(state)} is ranked twice; the first is on line {line}"))
            seen.setdefault(cell, state)
            group.append(cell)
        if item.kind == "list" and not item.items:
            states.troubles.append(item.trouble("an empty group of tied states; leave it out"))
        groups.append(tuple(group))
    _all_said(node, seen, states, "ranked")
    return Ranking(tuple(groups))


def _all_said(node: Node, seen: Mapping[int, object], states: States, what: str) -> None:
    """Every state that can occur must be among those seen; only told where nothing else is wrong."""
    space = cast(Space, states.space)
    if states.troubles or len(seen) == space.states.size:
        return
    names = {cell: name for name, cell in states.named.items()}
    first = space.states[: len(seen) + _SHOWN].tolist()
    missing = [names.get(cell, space.label(cell)) for cell in first if cell not in seen][:_SHOWN]
    more = int(space.states.size) - len(seen) - len(missing)
    listed = ", ".join(missing) + (f" and {more:,} more" if more else "")
    states.troubles.append(node.trouble(f"states that can occur are not {what}: {listed}"))


def _statements(node: Node, states: States) -> Statements:
    """An empty list is a decision maker to whom all states are equally good."""
    return Statements(tuple(text_of(item, states.troubles) for item in items_of(node, states.troubles)))


def _weights(node: Node, states: States) -> Weights:
    """``{option: 3, option: {level: 1, level: 2}}``; a bare number is what doing it adds."""
    form = cast(OptionForm, states.form)
    options: dict[str, Option] = {option.name: option for option in form.options}
    levels: dict[str, Mapping[str, float]] = {}
    for key, value in entries_of(node, None, states.troubles).values():
        option = option_of(key, options, states.troubles)
        if option is None:
            continue
        if value.kind == "map":
            levels[option.name] = _weights_of_levels(value, option, states.troubles)
        elif "yes" in option.levels:
            levels[option.name] = {"yes": number_of(value, states.troubles)}
        else:
            example = f"{{{brief(option.levels[-1])}: 1}}"
            message = f'"{brief(option.name)}" has no level "yes"; give a weight to each level, such as {example}'
            states.troubles.append(value.trouble(message))
    if node.kind == "map" and not node.entries:
        states.troubles.append(node.trouble("a weight of at least one option is wanted here"))
    return Weights(levels)


def _weights_of_levels(node: Node, option: Option, troubles: list[Trouble]) -> dict[str, float]:
    found_levels: dict[str, float] = {}
    for key, value in node.entries.values():
        level = level_of(key, option, troubles)
        if level is not None:
            found_levels[level] = number_of(value, troubles)
    return found_levels


def _values(node: Node, states: States) -> Values:
    """``{state: value}`` for every state that can occur."""
    cells: dict[int, float] = {}
    for key, value in entries_of(node, None, states.troubles).values():
        cell = states.cell(key)
        if cell is None:
            continue
        if cell in cells:
            states.troubles.append(key.trouble(f"{found(key)} has a value already, under another name"))
        cells[cell] = number_of(value, states.troubles)
    _all_said(node, cells, states, "given a value")
    return Values(cells)


_READERS: Mapping[str, Callable[[Node, States], Preference]] = {
    "ranking": _ranking,
    "statements": _statements,
    "weights": _weights,
    "values": _values,
}
