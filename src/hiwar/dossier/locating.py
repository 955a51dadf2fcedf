"""From the path of a value in the records back to the place where it was written."""

from collections.abc import Iterator

from hiwar.dossier.tree import Node

Path = tuple[str | int, ...]
"""Names and numbers that lead from the whole case to one value: ``("effects", "T1-1", "on", 0)``."""


def find(root: Node, path: Path) -> tuple[Node, Node | None]:
    """The value at a path and its key; steps that only the records have (``cases``, ``judged``...) are passed over.

    Analysts may write a single value where the records hold a list, or a bare judgement where they hold a
    record; then the written value answers for every step inside it.
    """
    node, key = root, None
    steps = iter(path)
    for step in steps:
        if step == "entries" and "entries" not in node.entries:
            for name in _size_keys(node, next(steps, 0)):
                key, node = node.entries[name]
        elif step == "cases" and "cases" not in node.entries:
            number = next(steps, 0)
            if node.items and node.items[0].kind == "map" and isinstance(number, int):
                key, node = None, node.items[number]
        elif node.kind == "map" and str(step) in node.entries:
            key, node = node.entries[str(step)]
        elif node.kind == "list" and isinstance(step, int) and step < len(node.items):
            key, node = None, node.items[step]
    return node, key


def _size_keys(node: Node, number: str | int) -> tuple[str, ...]:
    """Keys that lead to the n-th size written under an effect."""
    for count, keys in enumerate(_sizes(node, ())):
        if count == number:
            return keys
    return ()


def _sizes(node: Node, keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    is_amount = node.kind != "map" or "value" in node.entries or "range" in node.entries
    if is_amount or len(keys) >= 2:
        yield keys
        return
    for key, (_, part) in node.entries.items():
        yield from _sizes(part, (*keys, key))
