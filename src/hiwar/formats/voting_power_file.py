"""Reading a body that votes from Hiwar's own YAML; every mistake is told with its place and what would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from hiwar.dossier.explain import found
from hiwar.dossier.problems import CaseError, SourceText, Trouble, brief, shown
from hiwar.dossier.tree import Budget, Node, read_tree
from hiwar.formats.nodes import Entries, check_version, entries_of, items_of, source_text, text_of
from hiwar.formats.voting_power_quotas import Asked, asked_of, weight_of
from hiwar.methods.voting_power import (
    Base,
    Majority,
    ModelError,
    Number,
    Quota,
    TernaryGame,
    ThirdOption,
    VotingGame,
    check_game,
)

VERSION = 1
KEYS = ("hiwar_power", "title", "source", "note", "players", "quota", "vetoes", "third_option", "counted_of", "quorum")
MEMBERS = "members"
"""A measure that need not be written: every player is one."""
WEIGHT = "weight"
"""Name of the measure where players have one weight each."""
_NOT_A_BODY = "this is not yet a body that votes: write  hiwar_power: 1  in its first line"
_REQUIRED = ("title", "players", "quota")
_ANY_OF = "any_of"

Measures = Mapping[str, Mapping[str, Number]]
"""Measure to player to weight."""


@dataclass(frozen=True)
class PowerFile:
    """A body as a file gives it: the model, and what its analyst says of it."""

    title: str
    game: VotingGame | TernaryGame
    measures: Measures
    """As written; without `MEMBERS` unless that is all there is."""
    source: str = ""
    note: str = ""


def read_voting_power(path: str | Path) -> PowerFile:
    """Read a body that votes from a YAML file.

    Raises
    ------
    CaseError
        With every problem found, each with file, line and column.
    """
    return voting_power_of(source_text(path))


def voting_power_of(source: SourceText) -> PowerFile:
    """Read a body that votes from a text; errors as in `read_voting_power`."""
    root, troubles = read_tree(source, Budget())
    if root is None:
        _refuse(troubles or [Trouble(source, 0, 0, "the file is empty")])
    entries = _head(root, troubles)
    measures = _measures(entries["players"][1], troubles)
    if not measures or troubles:
        _refuse(troubles)
    game = _game(entries, measures, troubles)
    if troubles or game is None:
        _refuse(troubles)
    try:
        check_game(game)
    except ModelError as error:
        _refuse([entries["quota"][0].trouble(str(error))])
    head = {name: entries[name][1].raw.strip() if name in entries else "" for name in ("title", "source", "note")}
    return PowerFile(head["title"], game, measures, head["source"], head["note"])


def _refuse(troubles: Sequence[Trouble]) -> NoReturn:
    raise CaseError(shown(troubles))


def _head(root: Node, troubles: list[Trouble]) -> Entries:
    """What stands at the top; refused where there is nothing to go on with."""
    if root.kind == "map" and not {"hiwar_power", "players", "quota"} & set(root.entries):
        _refuse([root.trouble(_NOT_A_BODY)])
    entries = entries_of(root, KEYS, troubles)
    if root.kind == "map":
        check_version(root, entries, "hiwar_power", VERSION, _NOT_A_BODY, troubles)
        troubles += [root.trouble(f'"{name}" is missing') for name in _REQUIRED if name not in entries]
    if "players" not in entries or "quota" not in entries:
        _refuse(troubles)
    for name in ("title", "source", "note"):
        if name in entries:
            text_of(entries[name][1], troubles)
    return entries


def _measures(node: Node, troubles: list[Trouble]) -> Measures:
    """``[A, B]``: one vote each; ``{A: 3}``: weights; ``{A: {seats: 3, population: 1.5}}``: several measures."""
    if node.kind == "list":
        names = [text_of(item, troubles) for item in items_of(node, troubles)]
        seen: set[str] = set()
        for name, item in zip(names, node.items, strict=True):
            if name in seen:
                troubles.append(item.trouble(f'"{brief(name)}" is listed twice'))
            seen.add(name)
        entries: Entries = {}
    else:
        entries = entries_of(node, None, troubles)
        names = list(entries)
    if not names:
        troubles.append(node.trouble("a body that votes needs at least one player"))
        return {}
    if not entries:
        return {MEMBERS: dict.fromkeys(names, 1)}
    if any(value.kind == "map" for _, value in entries.values()):
        return _several_measures(entries, troubles)
    return {WEIGHT: {name: weight_of(value, troubles) for name, (_, value) in entries.items()}}


def _several_measures(entries: Entries, troubles: list[Trouble]) -> Measures:
    first = next(value for _, value in entries.values() if value.kind == "map")
    known = list(first.entries)
    if not known:
        troubles.append(first.trouble("no weight is stated, such as {seats: 12}"))
    measures: dict[str, dict[str, Number]] = {measure: {} for measure in known}
    for name, (key, value) in entries.items():
        inside = entries_of(value, known, troubles)
        missing = [measure for measure in known if measure not in inside]
        if missing and value.kind == "map":
            troubles.append(key.trouble(f'{found(key)} lacks "{brief(missing[0])}"'))
        for measure, (_, weight) in inside.items():
            measures[measure][name] = weight_of(weight, troubles)
    return measures


def _game(entries: Entries, measures: Measures, troubles: list[Trouble]) -> VotingGame | TernaryGame | None:
    players = tuple(next(iter(measures.values())))
    routes = _routes(entries["quota"][1], measures, troubles)
    vetoes = _vetoes(entries["vetoes"][1], players, troubles) if "vetoes" in entries else ()
    if "third_option" not in entries:
        for name in ("counted_of", "quorum"):
            if name in entries:
                message = f'"{name}" says something only where members may do a third thing: add  third_option: absent'
                troubles.append(entries[name][0].trouble(message))
        if troubles:
            return None
        return VotingGame(players, tuple(tuple(asked.quota() for asked in route) for route in routes), vetoes)
    return _ternary(entries, measures, routes, vetoes, troubles)


def _ternary(
    entries: Entries,
    measures: Measures,
    routes: Sequence[Sequence[Asked]],
    vetoes: tuple[str, ...],
    troubles: list[Trouble],
) -> TernaryGame | None:
    if len(routes) > 1:
        troubles.append(entries["quota"][1].trouble("with a third option there is one way to pass only, no any_of"))
    third = _word(entries, "third_option", [option.value for option in ThirdOption], troubles)
    bases = [MEMBERS, *(base.value for base in Base)]
    base = _word(entries, "counted_of", bases, troubles) if "counted_of" in entries else MEMBERS
    quorum = [asked for route in _quorum(entries, measures, troubles) for asked in route]
    rules: list[Quota | Majority] = []
    for asked in routes[0] if routes else ():
        if base in (MEMBERS, ""):
            rules.append(asked.quota())
        elif asked.part is None:
            message = f"of those {base} a share is wanted, such as majority, two thirds or 60%"
            troubles.append(asked.node.trouble(message))
        else:
            rules.append(Majority(asked.weights, asked.part, Base(base), asked.is_strict, asked.measure))
    if troubles:
        return None
    players = tuple(next(iter(measures.values())))
    return TernaryGame(players, tuple(rules), ThirdOption(third), tuple(one.quota() for one in quorum), vetoes)


def _quorum(entries: Entries, measures: Measures, troubles: list[Trouble]) -> Sequence[Sequence[Asked]]:
    if "quorum" not in entries:
        return ()
    node = entries["quorum"][1]
    if node.kind == "map" and _ANY_OF in node.entries:
        troubles.append(node.trouble("a quorum has no any_of"))
        return ()
    return _routes(node, measures, troubles)


def _word(entries: Entries, name: str, known: Sequence[str], troubles: list[Trouble]) -> str:
    node = entries[name][1]
    word = text_of(node, troubles)
    if word and word not in known:
        message = f"{found(node)} is not one of {', '.join(known)}"
        troubles.append(node.trouble(message, word=word, known=known))
    return word if word in known else ""


def _routes(node: Node, measures: Measures, troubles: list[Trouble]) -> tuple[tuple[Asked, ...], ...]:
    """``12``; ``{seats: majority, population: 62%}``: all of them; ``{any_of: [...]}``: one of several ways."""
    if node.kind == "map" and _ANY_OF in node.entries:
        inside = entries_of(node, (_ANY_OF,), troubles)
        routes = items_of(inside[_ANY_OF][1], troubles)
        if inside[_ANY_OF][1].kind == "list" and not routes:
            troubles.append(inside[_ANY_OF][1].trouble("at least one way to pass is wanted"))
        return tuple(_route(route, measures, troubles) for route in routes)
    return (_route(node, measures, troubles),)


def _route(node: Node, measures: Measures, troubles: list[Trouble]) -> tuple[Asked, ...]:
    players = next(iter(measures.values()))
    known = {MEMBERS: dict.fromkeys(players, 1), **measures}
    if node.kind != "map":
        if len(measures) > 1:
            several = ", ".join(f"{measure}: ..." for measure in measures)
            troubles.append(node.trouble(f"say what is counted: {{{several}}}"))
        measure = next(iter(measures))
        return tuple(_filled(asked_of(node, measure, measures[measure], troubles)))
    entries = entries_of(node, list(known), troubles)
    if not node.entries:
        troubles.append(node.trouble("a way to pass needs at least one quota, such as {members: majority}"))
    return tuple(
        asked
        for measure, (_, value) in entries.items()
        for asked in _filled(asked_of(value, measure, known[measure], troubles))
    )


def _filled(asked: Asked | None) -> tuple[Asked, ...]:
    return () if asked is None else (asked,)


def _vetoes(node: Node, players: Sequence[str], troubles: list[Trouble]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    known = set(players)
    for item in items_of(node, troubles):
        name = text_of(item, troubles)
        if name and name not in known:
            troubles.append(item.trouble(f'"{brief(name)}" is no player', word=name, known=players))
        elif name in names:
            troubles.append(item.trouble(f'"{brief(name)}" is listed twice'))
        names[name] = None
    return tuple(names)
