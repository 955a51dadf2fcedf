"""Reading a negotiation over packages from Hiwar's own YAML; every mistake is told with its place and what would do."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import NoReturn

from hiwar.dossier.explain import found
from hiwar.dossier.problems import CaseError, SourceText, Trouble, brief, shown
from hiwar.dossier.tree import Budget, Node, read_tree
from hiwar.formats.nodes import Entries, check_version, entries_of, flag_of, items_of, source_text, text_of
from hiwar.formats.packages_file import PackagesFile
from hiwar.formats.packages_rules import pattern_of, rules_of
from hiwar.methods.packages import (
    UNSETTLED,
    Interaction,
    Issue,
    ModelError,
    Negotiation,
    Number,
    Party,
    compile_arrays,
)

VERSION = 1
KEYS = ("hiwar_packages", "title", "source", "note", "issues", "parties", "rules", "fixed")
_NOT_A_NEGOTIATION = "this is not yet a negotiation over packages: write  hiwar_packages: 1  in its first line"
_REQUIRED = ("title", "issues", "parties")
_OF_PARTY = ("worths", "interactions", "reservation_value", "red_lines", "note")
_MOST_DIGITS = 30
"""Longer numbers are refused: their fractions would only cost time."""


def read_packages(path: str | Path) -> PackagesFile:
    """Read a negotiation from a YAML file.

    Raises
    ------
    CaseError
        With every problem found, each with file, line and column.
    """
    return packages_of(source_text(path))


def packages_of(source: SourceText) -> PackagesFile:
    """Read a negotiation from a text; errors as in `read_packages`."""
    root, troubles = read_tree(source, Budget())
    if root is None:
        _refuse(troubles or [Trouble(source, 0, 0, "the file is empty")])
    entries = _head(root, troubles)
    issues = tuple(_issues(entries["issues"][1], troubles))
    known = {issue.name: issue.ways for issue in issues}
    parties = tuple(_parties(entries["parties"][1], known, troubles))
    rules = rules_of(entries["rules"][1], known, troubles) if "rules" in entries else ()
    fixed = _fixed(entries["fixed"][1], known, troubles) if "fixed" in entries else {}
    if troubles:
        _refuse(troubles)
    form = Negotiation(issues, parties, rules, fixed)
    try:
        compile_arrays(form)
    except ModelError as error:
        _refuse([entries["parties"][0].trouble(str(error))])
    head = {name: entries[name][1].raw.strip() if name in entries else "" for name in ("title", "source", "note")}
    return PackagesFile(head["title"], form, head["source"], head["note"])


def _refuse(troubles: Sequence[Trouble]) -> NoReturn:
    raise CaseError(shown(troubles))


def _head(root: Node, troubles: list[Trouble]) -> Entries:
    """What stands at the top; refused where there is nothing to go on with."""
    if root.kind == "map" and not {"hiwar_packages", "issues", "parties"} & set(root.entries):
        _refuse([root.trouble(_NOT_A_NEGOTIATION)])
    if root.kind == "map" and {"hiwar", "hiwar_judgements"} & set(root.entries):
        _refuse([root.trouble("this is part of a case; see  hiwar check")])
    entries = entries_of(root, KEYS, troubles)
    if root.kind == "map":
        check_version(root, entries, "hiwar_packages", VERSION, _NOT_A_NEGOTIATION, troubles)
        troubles += [root.trouble(f'"{name}" is missing') for name in _REQUIRED if name not in entries]
    if "issues" not in entries or "parties" not in entries:
        _refuse(troubles)
    for name in ("title", "source", "note"):
        if name in entries:
            text_of(entries[name][1], troubles)
    return entries


def _issues(node: Node, troubles: list[Trouble]) -> Iterator[Issue]:
    entries = entries_of(node, None, troubles)
    if node.kind == "map" and not entries:
        troubles.append(node.trouble("a negotiation needs at least one issue"))
    for name, (key, value) in entries.items():
        if value.kind == "list":
            yield Issue(name, _options(value, troubles))
        else:
            inside = entries_of(value, ("options", "may_be_unsettled", "note"), troubles)
            if "options" not in inside:
                if value.kind == "map":
                    troubles.append(key.trouble(f'the issue {found(key)} lacks "options": [one way, another]'))
                continue
            is_open = "may_be_unsettled" in inside and flag_of(inside["may_be_unsettled"][1], troubles)
            yield Issue(name, _options(inside["options"][1], troubles), is_open)


def _options(node: Node, troubles: list[Trouble]) -> tuple[str, ...]:
    options: list[str] = []
    for item in items_of(node, troubles):
        option = text_of(item, troubles)
        if option == UNSETTLED:
            troubles.append(item.trouble(f'"{UNSETTLED}" is not listed; write  may_be_unsettled: true'))
        elif option in options:
            troubles.append(item.trouble(f'the option "{brief(option)}" is listed twice'))
        options.append(option)
    if node.kind == "list" and not node.items:
        troubles.append(node.trouble("an issue needs at least one option"))
    return tuple(options)


def _parties(node: Node, known: Mapping[str, Collection[str]], troubles: list[Trouble]) -> Iterator[Party]:
    entries = entries_of(node, None, troubles)
    if node.kind == "map" and not entries:
        troubles.append(node.trouble("a negotiation needs at least one party"))
    for name, (key, value) in entries.items():
        inside = entries_of(value, _OF_PARTY, troubles)
        if "worths" in inside:
            yield _party(name, inside, known, troubles)
        elif value.kind == "map":
            troubles.append(key.trouble(f'{found(key)} lacks "worths": what each option is worth to it'))


def _party(name: str, inside: Entries, known: Mapping[str, Collection[str]], troubles: list[Trouble]) -> Party:
    worths = _worths(inside["worths"][1], known, troubles)
    extra = _interactions(inside["interactions"][1], known, troubles) if "interactions" in inside else ()
    lines: list[Mapping[str, tuple[str, ...]]] = []
    for item in items_of(inside["red_lines"][1], troubles) if "red_lines" in inside else ():
        line = pattern_of(item, known, troubles)
        if line is not None:
            lines.append(line)
    reservation = points_of(inside["reservation_value"][1], troubles) if "reservation_value" in inside else None
    return Party(name, worths, extra, reservation, tuple(lines))


def _worths(node: Node, known: Mapping[str, Collection[str]], troubles: list[Trouble]) -> dict[str, dict[str, Number]]:
    worths: dict[str, dict[str, Number]] = {}
    entries = entries_of(node, list(known), troubles)
    for name, ways in known.items():
        if name not in entries:
            if node.kind == "map":
                troubles.append(node.trouble(f'no worths are stated for the issue "{brief(name)}"'))
            continue
        value = entries[name][1]
        options = entries_of(value, list(ways), troubles)
        worths[name] = {option: points_of(points, troubles) for option, (_, points) in options.items()}
        missing = [option for option in ways if option not in options and option != UNSETTLED]
        if missing and value.kind == "map":
            troubles.append(value.trouble(f'no worth is stated for "{brief(missing[0])}" of "{brief(name)}"'))
    return worths


def _interactions(node: Node, known: Mapping[str, Collection[str]], troubles: list[Trouble]) -> tuple[Interaction, ...]:
    extra: list[Interaction] = []
    for item in items_of(node, troubles):
        entries = entries_of(item, ("when", "worth"), troubles)
        missing = [name for name in ("when", "worth") if name not in entries]
        if item.kind == "map" and missing:
            troubles.append(item.trouble(f'this interaction lacks "{missing[0]}"'))
        if missing:
            continue
        when, worth = pattern_of(entries["when"][1], known, troubles), points_of(entries["worth"][1], troubles)
        if when is not None:
            extra.append(Interaction(when, worth))
    return tuple(extra)


def _fixed(node: Node, known: Mapping[str, Collection[str]], troubles: list[Trouble]) -> dict[str, str]:
    pattern = pattern_of(node, known, troubles)
    for _, value in entries_of(node, None, troubles).values() if pattern is not None else ():
        if value.kind != "scalar":
            troubles.append(value.trouble("what is fixed is one option"))
    return {name: options[0] for name, options in (pattern or {}).items()}


def points_of(node: Node, troubles: list[Trouble]) -> Number:
    """Points exactly as written: a whole number, a decimal, or a fraction such as 1/3; 0 with its trouble."""
    raw = node.raw.strip()
    try:
        if node.kind == "scalar" and not isinstance(node.value, bool) and 0 < len(raw) <= _MOST_DIGITS:
            return _exactly(raw.replace("_", ""))
    except (InvalidOperation, ValueError, ZeroDivisionError, OverflowError):
        pass
    troubles.append(node.trouble(f"expected here: points, such as 12, -3.5 or 1/3; found {found(node)}"))
    return 0


def _exactly(raw: str) -> Number:
    if "/" in raw:
        return Fraction(raw)
    number = Decimal(raw)
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise ValueError
    whole = int(number)
    return whole if whole == number else number
