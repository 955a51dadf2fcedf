"""Decision makers of a conflict's file: what they control, and who can move where."""

from collections.abc import Iterator
from dataclasses import replace

from hiwar.dossier.explain import found
from hiwar.dossier.problems import Trouble, brief
from hiwar.dossier.tree import Node
from hiwar.formats.graph_model_patterns import rules_of
from hiwar.formats.graph_model_states import States, cell_of_label, levels_in
from hiwar.formats.nodes import Entries, entries_of, flag_of, items_of, text_of
from hiwar.methods.graph_model.forms import ArcForm, DecisionMaker, Never, Option, OptionForm

PREFERENCES = ("ranking", "statements", "weights", "values")
"""Ways to say what a decision maker wants; each uses one."""
_IN_OPTIONS = ("options", "note", *PREFERENCES)
_IN_ARCS = ("moves", "note", *PREFERENCES)
_ARROW = "->"


def option_states_of(makers: Node, entries: Entries, troubles: list[Trouble]) -> States:
    """The states of a conflict in option form, rules included."""
    form = OptionForm(tuple(_makers_with_options(makers, troubles)))
    states = States(form, troubles)
    _no_name_twice(form, makers, troubles)
    if "names" in entries and not troubles:
        _read_names(entries["names"][1], states)
    if "infeasible" not in entries or troubles:
        return states
    rules, single = rules_of(entries["infeasible"][1], {option.name: option for option in form.options}, troubles)
    cells = [cell for node in single if (cell := states.cell(node)) is not None]
    nevers = tuple(Never({name: (level,) for name, level in levels_in(form, cell).items()}) for cell in cells)
    states.form = replace(form, infeasible=(*rules, *nevers))
    return states


def _makers_with_options(makers: Node, troubles: list[Trouble]) -> Iterator[DecisionMaker]:
    for name, entries in _each_maker(makers, _IN_OPTIONS, troubles):
        if "options" not in entries:
            key = makers.entries[name][0]
            message = f'{found(key)} lacks "options": what it does or does not do, such as  options: [attack]'
            troubles.append(key.trouble(message))
        else:
            yield DecisionMaker(name, tuple(_options(entries["options"][1], troubles)))


def _each_maker(makers: Node, known: tuple[str, ...], troubles: list[Trouble]) -> Iterator[tuple[str, Entries]]:
    entries = entries_of(makers, None, troubles)
    if makers.kind == "map" and not entries:
        troubles.append(makers.trouble("a conflict needs at least one decision maker"))
    for key, value in entries.values():
        yield _name_of(key, "decision maker", troubles), entries_of(value, known, troubles)


def _options(node: Node, troubles: list[Trouble]) -> Iterator[Option]:
    if node.kind == "list":
        for item in node.items:
            yield Option(text_of(item, troubles))
    else:
        for key, value in entries_of(node, None, troubles).values():
            yield _option(_name_of(key, "option", troubles), value, troubles)
    if not node.items and not node.entries:
        troubles.append(node.trouble("at least one option is wanted here; a party without any is left out"))


def _option(name: str, node: Node, troubles: list[Trouble]) -> Option:
    """Nothing (yes or no), a list of levels, or entries."""
    if node.kind == "list":
        return Option(name, _levels(node, troubles))
    if node.kind == "scalar" and node.value is None:
        return Option(name)
    entries = entries_of(node, ("levels", "one_way", "note"), troubles)
    levels = _levels(entries["levels"][1], troubles) if "levels" in entries else ("no", "yes")
    is_one_way = flag_of(entries["one_way"][1], troubles) if "one_way" in entries else False
    return Option(name, levels, is_one_way)


def _levels(node: Node, troubles: list[Trouble]) -> tuple[str, ...]:
    words = {True: "yes", False: "no"}
    levels: list[str] = []
    for item in items_of(node, troubles):
        level = words[item.value] if isinstance(item.value, bool) else text_of(item, troubles)
        if level in levels:
            troubles.append(item.trouble(f'the level "{brief(level)}" is listed twice'))
        levels.append(level)
    if len(levels) < 2:
        troubles.append(node.trouble(f"an option needs two or more levels; found {len(levels)}"))
    return tuple(levels)


def _no_name_twice(form: OptionForm, makers: Node, troubles: list[Trouble]) -> None:
    """Options are named in rules and statements by their name alone."""
    owner: dict[str, str] = {}
    for maker in form.decision_makers:
        for option in maker.options:
            if option.name in owner:
                options = makers.entries[maker.name][1].entries["options"][1]
                at = next(node for node in _named_in(options) if node.raw.strip() == option.name)
                message = (
                    f'the option "{brief(option.name)}" is named twice; "{brief(owner[option.name])}" has it already'
                )
                troubles.append(at.trouble(f"{message}. Give each option a name of its own"))
            owner.setdefault(option.name, maker.name)


def _named_in(options: Node) -> list[Node]:
    """Last first: where one maker names an option twice, the second place is told."""
    return [*(key for key, _ in options.entries.values()), *options.items][::-1]


def _read_names(node: Node, states: States) -> None:
    """``names: {talks: YY-N}``"""
    taken: dict[int, str] = {}
    for name, (key, value) in entries_of(node, None, states.troubles).items():
        cell = States(states.form, states.troubles).cell(value)
        if cell is None:
            continue
        other = cell_of_label(name, states.form) if isinstance(states.form, OptionForm) else None
        if cell in taken:
            states.troubles.append(value.trouble(f'this state is named already: "{brief(taken[cell])}"'))
        elif other not in (None, cell):
            states.troubles.append(key.trouble(f"{found(key)} is how another state is written; choose another name"))
        taken[cell] = name
        states.named[_name_of(key, "state", states.troubles)] = cell


def _name_of(key: Node, what: str, troubles: list[Trouble]) -> str:
    if not key.raw or key.raw != key.raw.strip():
        troubles.append(key.trouble(f"a {what} needs a name without blanks around it"))
    return key.raw


def arc_states_of(makers: Node, listed: Node, troubles: list[Trouble]) -> tuple[States, dict[int, str]]:
    """The states of a conflict in graph form, and what is said of them."""
    words: dict[int, str] = {}
    states: list[str] = []
    if listed.kind == "map":
        for key, value in listed.entries.values():
            if value.value is not None or value.kind != "scalar":
                words[len(states)] = text_of(value, troubles)
            states.append(_name_of(key, "state", troubles))
    else:
        for item in items_of(listed, troubles):
            name = text_of(item, troubles)
            if name in states:
                troubles.append(item.trouble(f'the state "{brief(name)}" is listed twice'))
            else:
                states.append(name)
    if not states:
        troubles.append(listed.trouble("at least one state is wanted here"))
    known = {name: number for number, name in enumerate(states)}
    moves = {}
    for name, entries in _each_maker(makers, _IN_ARCS, troubles):
        moves[name] = tuple(_moves(entries["moves"][1], known, troubles)) if "moves" in entries else ()
    return States(ArcForm(tuple(moves), tuple(states), moves), troubles, known), words


def _moves(node: Node, known: dict[str, int], troubles: list[Trouble]) -> Iterator[tuple[str, str]]:
    """``[[s1, s2], s2 -> s3]`` or ``{s1: [s2, s3], s2: s3}``"""
    if node.kind == "map":
        for key, value in node.entries.values():
            for end in value.items if value.kind == "list" else (value,):
                yield from _move(key, end, known, troubles)
        return
    for item in items_of(node, troubles):
        if item.kind == "list" and len(item.items) == 2:
            yield from _move(item.items[0], item.items[1], known, troubles)
        elif item.kind == "scalar" and item.raw.count(_ARROW) == 1:
            start, end = (_part(item, part) for part in item.raw.split(_ARROW))
            yield from _move(start, end, known, troubles)
        else:
            troubles.append(item.trouble(f"a move is written as [from, to] or  from -> to; found {found(item)}"))


def _part(item: Node, text: str) -> Node:
    return replace(item, raw=text.strip(), value=text.strip())


def _move(start: Node, end: Node, known: dict[str, int], troubles: list[Trouble]) -> Iterator[tuple[str, str]]:
    wrong = [node for node in (start, end) if node.kind != "scalar" or node.raw.strip() not in known]
    for node in wrong:
        message = f"{found(node)} is not a state of this conflict"
        troubles.append(node.trouble(message, word=node.raw.strip(), known=known))
    if not wrong and start.raw.strip() == end.raw.strip():
        troubles.append(start.trouble("a move leads to another state; leave out those that stay"))
    elif not wrong:
        yield start.raw.strip(), end.raw.strip()
