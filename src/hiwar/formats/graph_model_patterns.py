"""Levels, patterns and rules of a conflict's file: what an option may be, and which states cannot occur."""

from collections.abc import Sequence

from hiwar.dossier.explain import found
from hiwar.dossier.problems import Trouble, brief
from hiwar.dossier.tree import Node
from hiwar.formats.nodes import Entries, entries_of, items_of, whole_number_of
from hiwar.methods.graph_model.forms import AtLeast, AtMost, IfThen, Never, Option, Pattern, Rule

KINDS = ("never", "if", "at_most", "at_least", "exactly", "state", "states")
"""Words a rule begins with."""
_ALSO_YES = frozenset({"true", "True", "TRUE", "y", "Y", "Yes", "YES"})
_ALSO_NO = frozenset({"false", "False", "FALSE", "n", "N", "No", "NO"})

Options = dict[str, Option]
"""Name to option."""


def level_of(node: Node, option: Option, troubles: list[Trouble]) -> str | None:
    """The level of an option that is meant; ``true``, ``Y`` and the like stand for yes."""
    word = node.raw.strip() if node.kind == "scalar" else ""
    if word in option.levels:
        return word
    if set(option.levels) == {"yes", "no"} and word in _ALSO_YES | _ALSO_NO:
        return "yes" if word in _ALSO_YES else "no"
    message = f'{found(node)} is not a level of "{brief(option.name)}" ({", ".join(map(brief, option.levels))})'
    troubles.append(node.trouble(message, word=word, known=option.levels))
    return None


def option_of(key: Node, options: Options, troubles: list[Trouble]) -> Option | None:
    """The option that is meant."""
    option = options.get(key.raw.strip())
    if option is None:
        message = f"{found(key)} is not an option of this conflict"
        troubles.append(key.trouble(message, word=key.raw.strip(), known=options))
    return option


def pattern_of(node: Node, options: Options, troubles: list[Trouble]) -> Pattern | None:
    """``{option: level, option: [level, level]}``; none where something in it is wrong."""
    pattern: dict[str, tuple[str, ...]] = {}
    before = len(troubles)
    entries = entries_of(node, None, troubles)
    if node.kind == "map" and not entries:
        troubles.append(node.trouble("a pattern needs at least one option, such as {attack: yes}"))
    for key, value in entries.values():
        option = option_of(key, options, troubles)
        if option is not None:
            levels = value.items if value.kind == "list" else (value,)
            if not levels:
                troubles.append(value.trouble("an empty list of levels can never hold"))
            kept = [level_of(level, option, troubles) for level in levels]
            pattern[option.name] = tuple(level for level in kept if level is not None)
    return pattern if len(troubles) == before else None


def among_of(node: Node, options: Options, troubles: list[Trouble]) -> Pattern | None:
    """The options counted by a rule: a list (each counts when it is yes), or a pattern that names the levels."""
    if node.kind == "map":
        return pattern_of(node, options, troubles)
    before = len(troubles)
    among: dict[str, tuple[str, ...]] = {}
    for item in items_of(node, troubles):
        option = option_of(item, options, troubles)
        if option is not None and "yes" not in option.levels:
            example = f"{{{brief(option.name)}: {brief(option.levels[-1])}}}"
            troubles.append(item.trouble(f'"{brief(option.name)}" has no level "yes"; name the level: {example}'))
        elif option is not None:
            among[option.name] = ("yes",)
    if node.kind == "list" and not node.items:
        troubles.append(node.trouble("a list of options is wanted here; found an empty list"))
    return among if len(troubles) == before else None


def rules_of(node: Node, options: Options, troubles: list[Trouble]) -> tuple[tuple[Rule, ...], tuple[Node, ...]]:
    """Rules over options, and the single states that are ruled out, still as written."""
    rules: list[Rule] = []
    states: list[Node] = []
    for item in items_of(node, troubles):
        entries = entries_of(item, None, troubles)
        kind = next((word for word in KINDS if word in entries), None)
        if kind is None:
            if item.kind == "map":
                troubles.append(_unknown_rule(item))
        elif kind in ("state", "states"):
            _only(item, (kind,), troubles)
            value = entries[kind][1]
            states += [value] if kind == "state" else items_of(value, troubles)
        else:
            rules += _rule(item, kind, entries, options, troubles)
    return tuple(rules), tuple(states)


def _unknown_rule(item: Node) -> Trouble:
    first = next((key for key, _ in item.entries.values()), item)
    message = f"a rule begins with one of {', '.join(KINDS)}; found {found(first)}"
    return first.trouble(message, word=first.raw, known=KINDS)


def _only(item: Node, known: Sequence[str], troubles: list[Trouble]) -> bool:
    """The entries a rule of this kind has, no more and no fewer."""
    entries_of(item, known, troubles)
    missing = [name for name in known if name not in item.entries]
    troubles += [item.trouble(f'this rule lacks "{name}"') for name in missing]
    return not missing


def _rule(item: Node, kind: str, entries: Entries, options: Options, troubles: list[Trouble]) -> list[Rule]:
    second = {"if": "then", "never": None}.get(kind, "of")
    if not _only(item, (kind, second) if second else (kind,), troubles):
        return []
    value = entries[kind][1]
    if kind == "never":
        pattern = pattern_of(value, options, troubles)
        return [] if pattern is None else [Never(pattern)]
    if kind == "if":
        when, then = (pattern_of(entries[word][1], options, troubles) for word in ("if", "then"))
        return [] if when is None or then is None else [IfThen(when, then)]
    count, among = whole_number_of(value, troubles), among_of(entries["of"][1], options, troubles)
    if among is None:
        return []
    if count > len(among):
        listed = f"{len(among)} option{'s' if len(among) != 1 else ''}"
        troubles.append(value.trouble(f"{count} of {listed} says nothing, or can never hold"))
    at_most = [AtMost(count, among)] if kind != "at_least" else []
    return [*at_most, *([AtLeast(count, among)] if kind != "at_most" else [])]
