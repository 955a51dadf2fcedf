"""Reading a ratification from Hiwar's own YAML; every mistake is told with its place and what would do."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NoReturn

from hiwar.dossier.explain import found
from hiwar.dossier.problems import CaseError, SourceText, Trouble, shown
from hiwar.dossier.tree import Budget, Node, read_tree
from hiwar.formats.nodes import Entries, check_version, entries_of, items_of, source_text, text_of
from hiwar.formats.packages_rules import pattern_of
from hiwar.formats.packages_yaml import points_of
from hiwar.formats.ratification_parts import chambers_of, players_of, referendums_of
from hiwar.methods.ratification import (
    Agenda,
    Correlated,
    Costs,
    Issue,
    ModelError,
    Number,
    Package,
    Pattern,
    Route,
    check_agenda,
    check_route,
)

VERSION = 1
_HEAD = ("title", "source", "note")
_PARTS = ("chambers", "veto_players", "referendums")
KEYS = (
    "hiwar_ratification", *_HEAD, *_PARTS, "costs", "correlated", "issues", "excluded", "package", "change_costs"
)  # fmt: skip
_NOT_A_RATIFICATION = "this is not yet a ratification: write  hiwar_ratification: 1  in its first line"


@dataclass(frozen=True)
class RatificationFile:
    """A way to approval as a file gives it, with what is asked of it."""

    title: str
    route: Route
    agenda: Agenda | None = None
    """All packages that could be put to the vote; None where one matter is."""
    package: Package | None = None
    """The package that is put to the vote. None: the blocs stand where the route says."""
    costs: Costs = field(default_factory=Costs)
    """What it costs to turn blocs."""
    change_costs: Mapping[str, Mapping[str, Number]] = field(default_factory=dict)
    """What it costs to change an issue of the package to an option."""
    correlated: tuple[Correlated, ...] = ()
    source: str = ""
    note: str = ""


def read_ratification(path: str | Path) -> RatificationFile:
    """Read a ratification from a YAML file.

    Raises
    ------
    CaseError
        With every problem found, each with file, line and column.
    """
    return ratification_of(source_text(path))


def ratification_of(source: SourceText) -> RatificationFile:
    """Read a ratification from a text; errors as in `read_ratification`."""
    root, troubles = read_tree(source, Budget())
    if root is None:
        _refuse(troubles or [Trouble(source, 0, 0, "the file is empty")])
    entries = _head(root, troubles)
    head = {name: text_of(entries[name][1], troubles) if name in entries else "" for name in _HEAD}
    route = _route(head["title"], entries, troubles)
    agenda = _agenda(entries, troubles)
    package = _package(entries, agenda, troubles)
    costs = _costs(entries, troubles)
    change_costs = _change_costs(entries, agenda, troubles)
    correlated = _correlated(entries, troubles)
    if not troubles:
        troubles += _unfit(root, route, agenda)
    if troubles:
        _refuse(troubles)
    return RatificationFile(
        head["title"], route, agenda, package, costs, change_costs, correlated, head["source"], head["note"]
    )


def _refuse(troubles: Sequence[Trouble]) -> NoReturn:
    raise CaseError(shown(troubles))


def _head(root: Node, troubles: list[Trouble]) -> Entries:
    """What stands at the top; refused where there is nothing to go on with."""
    if root.kind != "map" or not {"hiwar_ratification", *_PARTS} & set(root.entries):
        _refuse([root.trouble(_NOT_A_RATIFICATION)])
    entries = entries_of(root, KEYS, troubles)
    check_version(root, entries, "hiwar_ratification", VERSION, _NOT_A_RATIFICATION, troubles)
    if "title" not in entries:
        troubles.append(root.trouble('"title" is missing'))
    if not set(_PARTS) & set(entries):
        troubles.append(root.trouble("nobody decides: give chambers, veto_players or referendums"))
    return entries


def _route(title: str, entries: Entries, troubles: list[Trouble]) -> Route:
    return Route(
        title or "route",
        tuple(chambers_of(entries["chambers"][1], troubles)) if "chambers" in entries else (),
        tuple(players_of(entries["veto_players"][1], troubles)) if "veto_players" in entries else (),
        tuple(referendums_of(entries["referendums"][1], troubles)) if "referendums" in entries else (),
    )


def _agenda(entries: Entries, troubles: list[Trouble]) -> Agenda | None:
    if "issues" not in entries:
        needing = [name for name in ("excluded", "package", "change_costs") if name in entries]
        troubles += [entries[name][0].trouble(f'"{name}" needs "issues": what a package settles') for name in needing]
        return None
    issues = tuple(
        Issue(name, tuple(text_of(item, troubles) for item in items_of(value, troubles)))
        for name, (_, value) in entries_of(entries["issues"][1], None, troubles).items()
    )
    known = {issue.name: issue.options for issue in issues}
    excluded: list[Pattern] = []
    for item in items_of(entries["excluded"][1], troubles) if "excluded" in entries else ():
        pattern = pattern_of(item, known, troubles)
        excluded += [] if pattern is None else [pattern]
    return Agenda(issues, tuple(excluded))


def _package(entries: Entries, agenda: Agenda | None, troubles: list[Trouble]) -> Package | None:
    if agenda is None or "package" not in entries:
        return None
    key, node = entries["package"]
    known: Mapping[str, Collection[str]] = {issue.name: issue.options for issue in agenda.issues}
    pattern = pattern_of(node, known, troubles) or {}
    missing = [name for name in known if name not in pattern]
    if missing and not troubles:
        troubles.append(key.trouble(f'the package does not settle "{missing[0]}"'))
    if any(len(options) > 1 for options in pattern.values()):
        troubles.append(key.trouble("a package has one option of each issue"))
    return {name: options[0] for name, options in pattern.items()}


def _costs(entries: Entries, troubles: list[Trouble]) -> Costs:
    if "costs" not in entries:
        return Costs()
    inside = entries_of(entries["costs"][1], ("per", "stated", "fixed"), troubles)
    per: Literal["bloc", "seat"] = "bloc"
    if "per" in inside:
        node = inside["per"][1]
        if node.raw not in ("bloc", "seat"):
            troubles.append(node.trouble(f"expected here: bloc or seat; found {found(node)}"))
        per = "seat" if node.raw == "seat" else "bloc"
    stated = entries_of(inside["stated"][1], None, troubles) if "stated" in inside else {}
    fixed = items_of(inside["fixed"][1], troubles) if "fixed" in inside else ()
    return Costs(
        per,
        {name: points_of(value, troubles) for name, (_, value) in stated.items()},
        tuple(text_of(item, troubles) for item in fixed),
    )


def _change_costs(entries: Entries, agenda: Agenda | None, troubles: list[Trouble]) -> dict[str, dict[str, Number]]:
    if agenda is None or "change_costs" not in entries:
        return {}
    known = {issue.name: issue.options for issue in agenda.issues}
    return {
        name: {
            option: points_of(cost, troubles)
            for option, (_, cost) in entries_of(table, list(known[name]), troubles).items()
        }
        for name, (_, table) in entries_of(entries["change_costs"][1], list(known), troubles).items()
    }


def _correlated(entries: Entries, troubles: list[Trouble]) -> tuple[Correlated, ...]:
    groups: list[Correlated] = []
    for item in items_of(entries["correlated"][1], troubles) if "correlated" in entries else ():
        inside = entries_of(item, ("names", "correlation"), troubles)
        if len(inside) < 2:
            if item.kind == "map":
                troubles.append(item.trouble("write  {names: [one, another], correlation: 0.5}"))
            continue
        names = tuple(text_of(name, troubles) for name in items_of(inside["names"][1], troubles))
        groups.append(Correlated(names, points_of(inside["correlation"][1], troubles)))
    return tuple(groups)


def _unfit(root: Node, route: Route, agenda: Agenda | None) -> list[Trouble]:
    """What the parts say against each other."""
    key = next(root.entries[name][0] for name in _PARTS if name in root.entries)
    try:
        check_route(route)
        if agenda is not None:
            check_agenda(agenda, route)
    except ModelError as error:
        return [key.trouble(line) for line in str(error).splitlines()]
    has_preferences = [bloc for chamber in route.chambers for bloc in chamber.blocs if bloc.preferences is not None]
    if agenda is None and (has_preferences or any(player.preferences for player in route.veto_players)):
        return [key.trouble('values and stances need "issues": what a package settles')]
    return []
