"""Reading a cross-impact matrix from Hiwar's own YAML; every mistake is told with its place and what would do."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from hiwar.dossier.explain import found
from hiwar.dossier.problems import CaseError, SourceText, Trouble, brief, shown
from hiwar.dossier.tree import Budget, Node, read_tree
from hiwar.formats.cross_impact_file import CrossImpactFile, Pair
from hiwar.formats.cross_impact_judgements import check_judges, judges_of, sections_of
from hiwar.formats.cross_impact_rules import fixed_of, forbidden_of
from hiwar.formats.nodes import Entries, check_version, entries_of, items_of, source_text, text_of
from hiwar.methods.cross_impact import Descriptor
from hiwar.methods.cross_impact.forms import MOST_STATES

VERSION = 1
KEYS = ("hiwar_cross_impact", "title", "source", "note", "descriptors", "judgements", "judges", "forbidden", "fixed")
_NOT_A_MATRIX = "this is not yet a cross-impact matrix: write  hiwar_cross_impact: 1  in its first line"
_OTHERS = {
    "hiwar": "this is part of a case; see  hiwar check",
    "hiwar_judgements": "this is a sheet of a case; see  hiwar check",
    "hiwar_graph_model": "this is a conflict; see  hiwar graph-model",
    "hiwar_packages": "this is a negotiation; see  hiwar packages",
}
_OF_DESCRIPTOR = ("states", "means")
_EXAMPLE = "such as  [low, high]  or  {low: what it means, high: what it means}"


def read_cross_impact(path: str | Path) -> CrossImpactFile:
    """Read a cross-impact matrix from a YAML file.

    Raises
    ------
    CaseError
        With every problem found, each with file, line and column.
    """
    return cross_impact_of(source_text(path))


def cross_impact_of(source: SourceText) -> CrossImpactFile:
    """Read a cross-impact matrix from a text; errors as in `read_cross_impact`."""
    root, troubles = read_tree(source, Budget())
    if root is None:
        _refuse(troubles or [Trouble(source, 0, 0, "the file is empty")])
    entries = _head(root, troubles)
    words: dict[Pair, str] = {}
    before = len(troubles)
    descriptors = tuple(_descriptors(entries["descriptors"][1], words, troubles))
    if len(troubles) > before:
        _refuse(troubles)
    known = {descriptor.name: descriptor.states for descriptor in descriptors}
    sections = sections_of(entries["judgements"][1], known, troubles) if "judgements" in entries else {}
    judges = judges_of(entries["judges"][1], known, troubles) if "judges" in entries else {}
    if "judges" in entries and not troubles:
        check_judges(entries["judges"][1], judges, sections, troubles)
    forbidden = forbidden_of(entries["forbidden"][1], known, troubles) if "forbidden" in entries else ()
    fixed = fixed_of(entries["fixed"][1], known, troubles) if "fixed" in entries else {}
    if troubles:
        _refuse(troubles)
    head = {name: entries[name][1].raw.strip() if name in entries else "" for name in ("title", "source", "note")}
    file = CrossImpactFile(
        head["title"], descriptors, sections, judges, forbidden, fixed, words, head["source"], head["note"]
    )
    _check(file, entries)
    return file


def _check(file: CrossImpactFile, entries: Entries) -> None:
    """What only the whole matrix can tell: sums that are too large, rules that leave nothing."""
    try:
        for judge in file.judges or (None,):
            file.matrix_of(judge)
    except ValueError as error:
        name = "forbidden" if "forbidden" in str(error) else "judgements" if "judgements" in entries else "judges"
        _refuse([entries[name][0].trouble(str(error))])


def _refuse(troubles: Sequence[Trouble]) -> NoReturn:
    raise CaseError(shown(troubles))


def _head(root: Node, troubles: list[Trouble]) -> Entries:
    """What stands at the top; refused where there is nothing to go on with."""
    if root.kind == "map" and (other := next((name for name in _OTHERS if name in root.entries), None)):
        _refuse([root.trouble(_OTHERS[other])])
    if root.kind == "map" and not {"hiwar_cross_impact", "descriptors"} & set(root.entries):
        _refuse([root.trouble(_NOT_A_MATRIX)])
    entries = entries_of(root, KEYS, troubles)
    if root.kind == "map":
        check_version(root, entries, "hiwar_cross_impact", VERSION, _NOT_A_MATRIX, troubles)
        troubles += [root.trouble(f'"{name}" is missing') for name in ("title", "descriptors") if name not in entries]
        if not {"judgements", "judges"} & set(root.entries):
            troubles.append(root.trouble('"judgements" is missing: what each state does to the states of the others'))
    if "descriptors" not in entries:
        _refuse(troubles)
    for name in ("title", "source", "note"):
        if name in entries:
            text_of(entries[name][1], troubles)
    return entries


def _descriptors(node: Node, words: dict[Pair, str], troubles: list[Trouble]) -> Iterator[Descriptor]:
    entries = entries_of(node, None, troubles)
    if node.kind == "map" and not entries:
        troubles.append(node.trouble("a cross-impact matrix needs at least one descriptor"))
    for name, (key, value) in entries.items():
        if value.kind != "map":
            states = _states(name, value, words, troubles)
        else:
            inside = entries_of(value, _OF_DESCRIPTOR, troubles)
            if "means" in inside:
                words[name, ""] = text_of(inside["means"][1], troubles)
            if "states" not in inside:
                troubles.append(key.trouble(f'the descriptor {found(key)} lacks "states", {_EXAMPLE}'))
                continue
            states = _states(name, inside["states"][1], words, troubles)
        yield Descriptor(name, states)


def _states(name: str, node: Node, words: dict[Pair, str], troubles: list[Trouble]) -> tuple[str, ...]:
    if node.kind == "scalar":
        troubles.append(node.trouble(f'expected here: the states of "{brief(name)}", {_EXAMPLE}; found {found(node)}'))
        return ()
    before = len(troubles)
    states = tuple(_named(name, node, words, troubles) if node.kind == "map" else _listed(node, troubles))
    if not 1 <= len(states) <= MOST_STATES and len(troubles) == before:
        troubles.append(node.trouble(f"a descriptor has 1 to {MOST_STATES} states; found {len(states)}"))
    return states


def _named(name: str, node: Node, words: dict[Pair, str], troubles: list[Trouble]) -> Iterator[str]:
    for state, (_, meaning) in node.entries.items():
        text = text_of(meaning, troubles)
        if text != state:
            words[name, state] = text
        yield state


def _listed(node: Node, troubles: list[Trouble]) -> Iterator[str]:
    seen: set[str] = set()
    for item in items_of(node, troubles):
        state = text_of(item, troubles)
        if state in seen:
            troubles.append(item.trouble(f'the state "{brief(state)}" is listed twice'))
        seen.add(state)
        yield state
