"""Chambers, blocs, veto players and referendums as they stand in the file of a ratification."""

from collections.abc import Iterator, Mapping
from typing import Any

from hiwar.dossier.explain import found
from hiwar.dossier.problems import Trouble
from hiwar.dossier.tree import Node
from hiwar.formats.nodes import Entries, entries_of, flag_of, whole_number_of
from hiwar.formats.packages_yaml import points_of
from hiwar.formats.ratification_values import amount_of, attendance_of, position_of, range_of, rule_of, seats_of
from hiwar.methods.ratification import Bloc, Chamber, Position, Preferences, Referendum, VetoPlayer

_OF_CHAMBER = ("seats", "rule", "quorum", "blocs", "note")
_OF_PREFERENCES = ("values", "reservation_value", "stances")
_OF_BLOC = ("seats", "position", "cohesion", "shares_for", "attendance", "probability", "has_veto", "note")
_OF_PLAYER = ("position", "must_consent", "overridden_by", "probability", "note")
_RANGES = ("share_for", "turnout", "probability")
_OF_REFERENDUM = (*_RANGES, "majority", "least_turnout", "least_approval", "note")
_MAJORITY = "majority of members"


def chambers_of(node: Node, troubles: list[Trouble]) -> Iterator[Chamber]:
    """Every chamber, by name."""
    for name, (key, value) in entries_of(node, None, troubles).items():
        inside = entries_of(value, _OF_CHAMBER, troubles)
        missing = [wanted for wanted in ("seats", "rule", "blocs") if wanted not in inside]
        if value.kind == "map":
            troubles += [key.trouble(f'{found(key)} lacks "{wanted}"{_HINTS[wanted]}') for wanted in missing]
        if missing:
            continue
        seats = seats_of(inside["seats"][1], troubles)
        blocs = tuple(_blocs(inside["blocs"][1], troubles))
        yield Chamber(name, seats, blocs, rule_of(inside["rule"][1], troubles), _quorum(inside, seats, troubles))


_HINTS = {
    "seats": ": all its seats, or unknown",
    "rule": ": how many votes are needed, such as  majority of present",
    "blocs": ": who holds the seats",
}


def _quorum(inside: Entries, seats: int | None, troubles: list[Trouble]) -> int | None:
    if "quorum" not in inside:
        return None
    node = inside["quorum"][1]
    if node.kind == "scalar" and node.raw == _MAJORITY:
        if seats is None:
            troubles.append(node.trouble("a majority of how many? the seats of the chamber are unknown"))
        return (seats or 0) // 2 + 1
    if node.kind == "scalar" and not isinstance(node.value, int):
        troubles.append(node.trouble(f'expected here: a number of seats, or "{_MAJORITY}"; found {found(node)}'))
        return None
    return whole_number_of(node, troubles)


def _blocs(node: Node, troubles: list[Trouble]) -> Iterator[Bloc]:
    for name, (key, value) in entries_of(node, None, troubles).items():
        inside = entries_of(value, (*_OF_BLOC, *_OF_PREFERENCES), troubles)
        if "seats" not in inside:
            if value.kind == "map":
                troubles.append(key.trouble(f'{found(key)} lacks "seats": how many it holds, or unknown'))
            continue
        if "position" not in inside and not set(_OF_PREFERENCES) & set(inside) and value.kind == "map":
            troubles.append(key.trouble(f'{found(key)} lacks "position"; write  position: unknown  where it is'))
        readers: dict[str, Any] = {
            "position": position_of, "cohesion": points_of, "shares_for": range_of, "attendance": attendance_of,
            "probability": amount_of, "has_veto": flag_of,
        }  # fmt: skip
        seats = seats_of(inside["seats"][1], troubles)
        yield Bloc(name, seats, **_read(inside, readers, troubles), preferences=_preferences(inside, troubles))


def _read(inside: Entries, readers: Mapping[str, Any], troubles: list[Trouble]) -> dict[str, Any]:
    """Values of the keys that are there, each by its reader."""
    return {name: reader(inside[name][1], troubles) for name, reader in readers.items() if name in inside}


def _preferences(inside: Entries, troubles: list[Trouble]) -> Preferences | None:
    """What is made of packages; none where nothing is said of it."""
    if not set(_OF_PREFERENCES) & set(inside):
        return None
    values = _table(inside, "values", amount_of, troubles)
    stances: dict[str, dict[str, Position]] = _table(inside, "stances", position_of, troubles)
    if "reservation_value" in inside and "values" not in inside:
        troubles.append(inside["reservation_value"][0].trouble("a reservation value needs values to be held against"))
    if "values" in inside and "reservation_value" not in inside:
        message = "values need a reservation_value to be held against; write  reservation_value: unknown  where it is"
        troubles.append(inside["values"][0].trouble(message))
    least = amount_of(inside["reservation_value"][1], troubles) if "reservation_value" in inside else None
    return Preferences(values, least, stances)


def _table(inside: Entries, name: str, reader: Any, troubles: list[Trouble]) -> dict[str, dict[str, Any]]:
    """Issue to option to value."""
    if name not in inside:
        return {}
    return {
        issue: {option: reader(value, troubles) for option, (_, value) in entries_of(table, None, troubles).items()}
        for issue, (_, table) in entries_of(inside[name][1], None, troubles).items()
    }


def players_of(node: Node, troubles: list[Trouble]) -> Iterator[VetoPlayer]:
    """Everybody who may stop the matter or must consent, by name."""
    readers: dict[str, Any] = {
        "position": position_of, "must_consent": flag_of, "overridden_by": rule_of, "probability": amount_of
    }  # fmt: skip
    for name, (key, value) in entries_of(node, None, troubles).items():
        inside = entries_of(value, (*_OF_PLAYER, *_OF_PREFERENCES), troubles)
        if "position" not in inside and not set(_OF_PREFERENCES) & set(inside) and value.kind == "map":
            troubles.append(key.trouble(f'{found(key)} lacks "position"; write  position: unknown  where it is'))
        yield VetoPlayer(name, **_read(inside, readers, troubles), preferences=_preferences(inside, troubles))


def referendums_of(node: Node, troubles: list[Trouble]) -> Iterator[Referendum]:
    """Every referendum, by name."""
    readers: dict[str, Any] = dict.fromkeys(_RANGES, amount_of)
    readers |= dict.fromkeys(("majority", "least_turnout", "least_approval"), points_of)
    for name, (_, value) in entries_of(node, None, troubles).items():
        yield Referendum(name, **_read(entries_of(value, _OF_REFERENDUM, troubles), readers, troubles))
