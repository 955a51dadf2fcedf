"""Notes: what a sentence of the brief rests on, short enough for the foot of a page."""

from collections.abc import Callable, Iterable

from hiwar.brief.catalogue import catalogue
from hiwar.brief.document import Document, Entry
from hiwar.brief.entries import item_of

_MOST = 8


def note(document: Document, trace: Iterable[str], most: int = _MOST) -> str:
    """Name what a sentence rests on: items with their passages, marked where a judgement on them was used.

    The first ``most`` items are named, then how many more there are; empty where the trace names no item.
    """
    return catalogue(document.language)("words.semicolon").join(text for text, _ in noted(document, trace, most))


def noted(document: Document, trace: Iterable[str], most: int = _MOST) -> list[tuple[str, str]]:
    """The parts of a note, each with the anchor of the item that it names; no anchor for how many more there are."""
    words = catalogue(document.language)
    references = list(trace)
    judged = {item_of(reference) for reference in references if item_of(reference) != reference}
    entries = {entry.id: entry for entry in document.entries}
    items = [item for item in dict.fromkeys(item_of(reference) for reference in references) if item in entries]
    parts = [(_named(words, entries[item], is_judged=item in judged), entries[item].anchor) for item in items[:most]]
    if len(items) > most:
        parts.append((words("note.more", count=len(items) - most), ""))
    return parts


def _named(words: Callable[..., str], entry: Entry, *, is_judged: bool) -> str:
    """An item with its passages; that a judgement on it is used is told."""
    if entry.cited:
        key = "note.item_judged" if is_judged else "note.item"
    else:
        key = "note.item_plain_judged" if is_judged else "note.item_plain"
    passages = words("words.comma").join(entry.cited)
    return words(key, item=entry.id, passages=passages)
