"""Patterns and rules of a negotiation, as they stand in its file."""

from collections.abc import Collection, Mapping, Sequence

from hiwar.dossier.problems import Trouble, brief
from hiwar.dossier.tree import Node
from hiwar.formats.nodes import Entries, entries_of, items_of, text_of, whole_number_of
from hiwar.methods.packages import AtLeast, AtMost, Excludes, Requires, Rule

Known = Mapping[str, Collection[str]]
"""Issue to its options."""
KINDS = ("never", "if", "at_most", "at_least", "exactly")
"""The word a rule begins with."""


def pattern_of(node: Node, known: Known, troubles: list[Trouble]) -> dict[str, tuple[str, ...]] | None:
    """``{issue: option, issue: [option, option]}``; none where something in it is wrong."""
    before = len(troubles)
    entries = entries_of(node, list(known), troubles)
    if node.kind == "map" and not node.entries:
        troubles.append(node.trouble("a pattern needs at least one issue, such as {border: open}"))
    pattern = {}
    for name, (_, value) in entries.items():
        options = value.items if value.kind == "list" else (value,)
        if not options:
            troubles.append(value.trouble("an empty list of options can never hold"))
        pattern[name] = tuple(_option(option, name, known[name], troubles) for option in options)
    return pattern if len(troubles) == before else None


def _option(node: Node, issue: str, options: Collection[str], troubles: list[Trouble]) -> str:
    option = text_of(node, troubles)
    if option and option not in options:
        message = f'"{brief(option)}" is no option of "{brief(issue)}"'
        troubles.append(node.trouble(message, word=option, known=list(options)))
    return option


def rules_of(node: Node, known: Known, troubles: list[Trouble]) -> tuple[Rule, ...]:
    """The rules that every package must obey."""
    rules: list[Rule] = []
    for item in items_of(node, troubles):
        entries = entries_of(item, None, troubles)
        kind = next((word for word in KINDS if word in entries), None)
        if kind is not None:
            rules += _rule(item, kind, entries, known, troubles)
        elif item.kind == "map":
            first = next((key for key, _ in item.entries.values()), item)
            message = f"a rule begins with one of {', '.join(KINDS)}"
            troubles.append(first.trouble(message, word=first.raw, known=KINDS))
    return tuple(rules)


def _rule(item: Node, kind: str, entries: Entries, known: Known, troubles: list[Trouble]) -> list[Rule]:
    second = {"if": "then", "never": None}.get(kind, "of")
    if not _only(item, (kind, second) if second else (kind,), troubles):
        return []
    if kind in ("never", "if"):
        when = pattern_of(entries[kind][1], known, troubles)
        then = pattern_of(entries["then"][1], known, troubles) if kind == "if" else None
        if when is None or (kind == "if" and then is None):
            return []
        return [Excludes(when) if then is None else Requires(when, then)]
    count, among = whole_number_of(entries[kind][1], troubles), pattern_of(entries["of"][1], known, troubles)
    if among is None:
        return []
    if count > len(among):
        message = f"{count} of {len(among)} issues says nothing, or can never hold"
        troubles.append(entries[kind][1].trouble(message))
    most: list[Rule] = [AtMost(count, among)] if kind != "at_least" else []
    return [*most, *([AtLeast(count, among)] if kind != "at_most" else [])]


def _only(item: Node, names: Sequence[str], troubles: list[Trouble]) -> bool:
    """The entries a rule of this kind has, no more and no fewer."""
    entries_of(item, names, troubles)
    missing = [name for name in names if name not in item.entries]
    troubles += [item.trouble(f'this rule lacks "{name}"') for name in missing]
    return not missing
