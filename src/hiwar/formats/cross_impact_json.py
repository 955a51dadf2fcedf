"""The JSON of PyCIB: descriptors with their states, and a record for each judgement (or, before, a text key)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from hiwar.dossier.explain import found
from hiwar.dossier.problems import CaseError, SourceText, Trouble, brief, shown
from hiwar.dossier.tree import Budget, Node, read_tree
from hiwar.formats.cross_impact_file import CrossImpactFile, Pair
from hiwar.formats.cross_impact_judgements import judgement_of
from hiwar.formats.cross_impact_tables import checked
from hiwar.formats.nodes import entries_of, items_of, source_text, text_of
from hiwar.methods.cross_impact import Descriptor

_FIELDS = ("src_desc", "src_state", "tgt_desc", "tgt_state", "impact")
Cell = tuple[Node, tuple[str, str, str, str], Node]
"""Where a judgement stands; who acts, in which state, on whom, on which state; the judgement."""


def read_pycib(path: str | Path) -> CrossImpactFile:
    """Read a matrix saved by PyCIB as JSON, in its present form (version 2) or the one before.

    Raises
    ------
    CaseError
        If it is not of this form.
    """
    return pycib_of(source_text(path), Path(path).stem)


def pycib_of(source: SourceText, title: str) -> CrossImpactFile:
    """Read a matrix from a text; errors as in `read_pycib`."""
    root, troubles = _tree(source)
    entries = entries_of(root, ("format_version", "descriptors", "impacts"), troubles)
    if "descriptors" not in entries or "impacts" not in entries:
        _refuse([root.trouble('a matrix of PyCIB has "descriptors" and "impacts"')])
    descriptors = tuple(
        Descriptor(name, tuple(text_of(state, troubles) for state in items_of(states, troubles)))
        for name, (_, states) in entries["descriptors"][1].entries.items()
    )
    known = {one.name: one.states for one in descriptors}
    sections: dict[Pair, list[list[float]]] = {}
    for place, (source_name, state, target, on), value in _cells(entries["impacts"][1], troubles):
        wrong = _unknown(known, (source_name, state), (target, on))
        if wrong:
            troubles.append(place.trouble(wrong))
            continue
        table = sections.setdefault((source_name, target), [[0.0] * len(known[target]) for _ in known[source_name]])
        table[known[source_name].index(state)][known[target].index(on)] = judgement_of(value, troubles)
    if troubles:
        _refuse(troubles)
    return checked(source, CrossImpactFile(title, descriptors, sections))


def _refuse(troubles: Sequence[Trouble]) -> NoReturn:
    raise CaseError(shown(troubles))


def _tree(source: SourceText) -> tuple[Node, list[Trouble]]:
    """Every JSON text is YAML, and YAML keeps its places; but it must be JSON."""
    try:
        json.loads(source.text)
    except json.JSONDecodeError as error:
        _refuse([Trouble(source, error.lineno - 1, error.colno - 1, f"this is not JSON: {error.msg.lower()}")])
    except (ValueError, RecursionError):
        _refuse([Trouble(source, 0, 0, "this is not JSON: a number in it is too long, or its lists are too deep")])
    root, troubles = read_tree(source, Budget())
    if root is None:
        _refuse(troubles)
    return root, troubles


def _cells(node: Node, troubles: list[Trouble]) -> Iterator[Cell]:
    if node.kind == "map":
        for name, (key, value) in node.entries.items():
            parts = name.split("|")
            if len(parts) == 4:
                yield key, (parts[0], parts[1], parts[2], parts[3]), value
            else:
                troubles.append(key.trouble(f'expected here: "descriptor|state|descriptor|state"; found {found(key)}'))
        return
    for item in items_of(node, troubles):
        record = entries_of(item, _FIELDS, troubles)
        if missing := [name for name in _FIELDS if name not in record]:
            troubles.append(item.trouble(f'this judgement lacks "{missing[0]}"'))
            continue
        first, second, third, fourth = (text_of(record[name][1], troubles) for name in _FIELDS[:4])
        yield item, (first, second, third, fourth), record["impact"][1]


def _unknown(known: Mapping[str, Sequence[str]], *named: Pair) -> str | None:
    for name, state in named:
        if name not in known:
            return f'"{brief(name)}" is no descriptor of this file'
        if state not in known[name]:
            return f'"{brief(state)}" is no state of "{brief(name)}"'
    return None


def pycib_text(file: CrossImpactFile) -> str:
    """The matrix as JSON for PyCIB.

    Raises
    ------
    ValueError
        The form has no place for several judges or rules, or for what a descriptor does to itself.
    """
    held = {
        "several judges": file.judges, "forbidden combinations": file.forbidden, "fixed states": file.fixed,
        "what a descriptor does to itself": any(acting == target for acting, target in file.sections),
    }  # fmt: skip
    if unfit := [what for what, there in held.items() if there]:
        raise ValueError(f"it has no place for {' and '.join(unfit)}")
    states = {one.name: one.states for one in file.descriptors}
    impacts = [
        dict(zip(_FIELDS, (acting, state, target, on, cell), strict=True))
        for (acting, target), table in file.sections.items()
        for state, row in zip(states[acting], table, strict=True)
        for on, cell in zip(states[target], row, strict=True)
        if cell
    ]
    descriptors = {name: list(each) for name, each in states.items()}
    data = {"format_version": 2, "descriptors": descriptors, "impacts": impacts}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
