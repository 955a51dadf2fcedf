"""Judgements of a cross-impact matrix as they stand in its file: who acts, on whom, a row for each state."""

from collections.abc import Mapping, Sequence

from hiwar.dossier.explain import found
from hiwar.dossier.problems import Trouble, brief
from hiwar.dossier.tree import Node
from hiwar.formats.cross_impact_file import Pair, Sections, Table
from hiwar.formats.nodes import entries_of

Known = Mapping[str, Sequence[str]]
"""Descriptor to its states."""
MOST = 1000
"""A judgement is no larger than this, one way or the other."""


def sections_of(node: Node, known: Known, troubles: list[Trouble]) -> dict[Pair, Table]:
    """``{who acts: {on what: {state: row, ...}}}``; a pair that is left out has no influence."""
    sections: dict[Pair, Table] = {}
    for source, (_, targets) in _of_descriptors(node, known, troubles):
        for target, (_, rows) in _of_descriptors(targets, known, troubles):
            sections[source, target] = _table(rows, source, target, known, troubles)
    return sections


def _of_descriptors(node: Node, known: Known, troubles: list[Trouble]) -> list[tuple[str, tuple[Node, Node]]]:
    entries = entries_of(node, None, troubles)
    for name, (key, _) in entries.items():
        if name not in known:
            troubles.append(key.trouble(f'"{brief(name)}" is no descriptor', word=name, known=list(known)))
    return [(name, entry) for name, entry in entries.items() if name in known]


def _table(node: Node, source: str, target: str, known: Known, troubles: list[Trouble]) -> Table:
    rows = _of_states(node, source, known, troubles)
    missing = [state for state in known[source] if state not in rows]
    if node.kind == "map" and missing:
        message = f'what "{brief(source)}: {brief(missing[0])}" does to "{brief(target)}" is not stated'
        troubles.append(node.trouble(f"{message}; write zeros if it does nothing"))
    return [_row(rows[state], target, known, troubles) if state in rows else [] for state in known[source]]


def _of_states(node: Node, descriptor: str, known: Known, troubles: list[Trouble]) -> dict[str, Node]:
    """Entries by the states of a descriptor; others are told."""
    if node.kind != "map":
        states = ", ".join(f"{brief(state)}: [...]" for state in known[descriptor])
        troubles.append(node.trouble(f"expected here: a row for each state, {{{states}}}; found {found(node)}"))
        return {}
    for name, (key, _) in node.entries.items():
        if name not in known[descriptor]:
            message = f'"{brief(name)}" is no state of "{brief(descriptor)}"'
            troubles.append(key.trouble(message, word=name, known=list(known[descriptor])))
    return {name: value for name, (_, value) in node.entries.items() if name in known[descriptor]}


def _row(node: Node, target: str, known: Known, troubles: list[Trouble]) -> list[float]:
    states = known[target]
    if node.kind == "map":
        cells = _of_states(node, target, known, troubles)
        missing = [state for state in states if state not in cells]
        if missing:
            troubles.append(
                node.trouble(f'the judgement on "{brief(missing[0])}" is missing; write 0 for no influence')
            )
        return [judgement_of(cells[state], troubles) if state in cells else 0.0 for state in states]
    if node.kind != "list" or len(node.items) != len(states):
        names = ", ".join(map(brief, states))
        count = f"{len(node.items)} numbers" if node.kind == "list" else found(node)
        message = f'expected here: {len(states)} numbers, for the states of "{brief(target)}" ({names}); found {count}'
        troubles.append(node.trouble(message))
        return []
    return [judgement_of(item, troubles) for item in node.items]


def judgement_of(node: Node, troubles: list[Trouble]) -> float:
    """A whole number or a half; 0 with its trouble."""
    value = node.value if node.kind == "scalar" else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        if abs(value) > MOST:
            troubles.append(node.trouble(f"{found(node)} is too large; judgements from {-MOST:,} to {MOST:,} are read"))
            return 0.0
        if value * 2 == int(value * 2):
            return float(value)
    message = f"expected here: a judgement, a whole number or a half such as -2 or 1.5; found {found(node)}"
    troubles.append(node.trouble(message))
    return 0.0


def judges_of(node: Node, known: Known, troubles: list[Trouble]) -> dict[str, Sections]:
    """Judge to the sections the judge gives."""
    entries = entries_of(node, None, troubles)
    if node.kind == "map" and not entries:
        troubles.append(node.trouble("name at least one judge, with judgements"))
    return {name: sections_of(value, known, troubles) for name, (_, value) in entries.items()}


def check_judges(node: Node, judges: Mapping[str, Sections], shared: Sections, troubles: list[Trouble]) -> None:
    """A section that one judge gives must be known for every judge: missing is not zero."""
    given = dict.fromkeys(pair for sections in judges.values() for pair in sections)
    for judge, sections in judges.items():
        missing = [pair for pair in given if pair not in sections and pair not in shared]
        if missing:
            source, target = map(brief, missing[0])
            message = f'"{brief(judge)}" says nothing of what "{source}" does to "{target}", which another judge judges'
            more = f" ({len(missing) - 1} more such)" if len(missing) > 1 else ""
            troubles.append(
                node.entries[judge][0].trouble(f"{message}{more}; write it, or give it for all under  judgements:")
            )
