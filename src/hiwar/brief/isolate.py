"""Pieces of a sentence set apart by direction, so that no number and no foreign name is shown the wrong way round.

In a language written from right to left a bare ``−12`` is drawn as ``12−``, and ``20–60`` as ``60–20``. Unicode has
marks that keep such a piece together: an isolate begins with one of three marks, which say in which direction it reads,
and ends with a fourth. The texts of a document in such a language hold these marks; each format turns them into what it
knows. A text of a language written from left to right holds none.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

DIRECTIONS = {"ar": "rtl", "fa": "rtl", "he": "rtl", "ur": "rtl"}
"""Languages written from right to left."""

LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG, END = "\u2066", "\u2067", "\u2068", "\u2069"
"""LRI, RLI, FSI and PDI of the Unicode Bidirectional Algorithm (UAX 9)."""

Direction = Literal["ltr", "rtl"]

_MARKS = LEFT_TO_RIGHT + RIGHT_TO_LEFT + FIRST_STRONG + END
_MARK = re.compile(f"([{_MARKS}])")
_REMOVED = str.maketrans("", "", _MARKS)
_STATED: dict[str, Direction] = {LEFT_TO_RIGHT: "ltr", RIGHT_TO_LEFT: "rtl"}
_DEEPEST = 60
_LATIN = r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_FOREIGN = re.compile(
    rf"{_LATIN}[\w'’&./+-]*(?:[ ,:'’&/+-]+(?:{_LATIN}|\d)[\w'’&./+-]*)*(?<![./+-])"
    r"|[−+-]?\d[\d.,:/]*(?:(?:\s?[–−-]\s?|/)[−+-]?\d[\d.,:/]*)+(?<![.,:/])(?:\s?%)?"
    r"|(?<![\w)])[−+-]\s?\d[\d.,]*(?<![.,])(?:\s?%)?"
    r"|\d[\d.,]*(?<![.,])\s?%"
)
"""Latin words, ranges, signed numbers and shares inside a text of the other direction."""


@dataclass(frozen=True)
class Run:
    """A stretch of text of one direction; none where it lies in no isolate and reads as its surroundings do."""

    text: str
    direction: Direction | None


@dataclass(frozen=True)
class Isolate:
    """A piece that is ordered by itself, with the pieces inside it."""

    direction: Direction
    parts: "tuple[str | Isolate, ...]"


def isolate(text: str, language: str) -> str:
    """Keep a piece of text together inside a sentence of a language.

    Numbers and ranges read from left to right; what holds letters reads as its first letter does. Nothing is changed
    in a language written from left to right, nor in a text that is one isolate already, nor in an empty one.
    """
    if not text or not is_to_left(language) or _is_isolate(text):
        return text
    mark = LEFT_TO_RIGHT if _first_strong(plain(text)) is None else FIRST_STRONG
    return f"{mark}{text}{END}"


def isolate_foreign(text: str, language: str) -> str:
    """Set apart Latin words, ranges, signed numbers and shares inside a text written in a language.

    Nothing is changed in a language written from left to right.
    """
    if not is_to_left(language) or _MARK.search(text):
        return text
    return _FOREIGN.sub(lambda found: isolate(found.group(), language), text)


def in_order(text: str, language: str) -> str:
    """Keep pieces in the order of the language in which they were put together, whatever the first of them is.

    ``Name: Value`` of two isolated names holds no letter of its own; set into a sentence it would be read from left to
    right. Nothing is changed in a language written from left to right, nor where no letter of the language stands.
    """
    if not is_to_left(language) or not text or _is_isolate(text) or _outer_strong(text) == "rtl":
        return text
    has_letters = any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
    return f"{RIGHT_TO_LEFT}{text}{END}" if has_letters else text


def is_to_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    return DIRECTIONS.get(language) == "rtl"


def is_ours(text: str, language: str, *, is_stated: bool) -> bool:
    """Whether a text is in the language of the document: the case says so, or its first letter shows it."""
    return is_stated or not is_to_left(language) or _first_strong(text) == "rtl"


def plain(text: str) -> str:
    """A text without the marks."""
    return text.translate(_REMOVED)


def pieces(text: str) -> tuple[str | Isolate, ...]:
    """A text as pieces, isolates inside isolates.

    An isolate that holds nothing but another one is left out. An end without a beginning is dropped; what is not ended
    ends with the text. Beyond a depth that no sentence reaches an isolate is read as part of the one around it.
    """
    open_parts: list[tuple[str, list[str | Isolate]]] = [("", [])]
    too_deep = 0
    for part in _MARK.split(text):
        if part == END and too_deep:
            too_deep -= 1
        elif part == END and len(open_parts) > 1:
            _close(open_parts)
        elif part and part in _MARKS and part != END:
            too_deep += len(open_parts) > _DEEPEST
            open_parts += [] if too_deep else [(part, [])]
        elif part != END and part:
            open_parts[-1][1].append(part)
    while len(open_parts) > 1:
        _close(open_parts)
    return tuple(open_parts[0][1])


def runs(text: str) -> list[Run]:
    """A text as stretches of one direction, in the order in which they are written; nesting is made flat."""
    return list(_flat(pieces(text), None))


def _close(open_parts: list[tuple[str, list[str | Isolate]]]) -> None:
    mark, inner = open_parts.pop()
    if len(inner) == 1 and isinstance(inner[0], Isolate):
        open_parts[-1][1].append(inner[0])
        return
    open_parts[-1][1].append(Isolate(_STATED.get(mark) or _direction_of(inner), tuple(inner)))


def _outer_strong(text: str) -> Direction | None:
    """Direction of the first letter that stands in no isolate."""
    return _first_strong("".join(part for part in pieces(text) if isinstance(part, str)))


def _direction_of(parts: Iterable[str | Isolate]) -> Direction:
    """Direction of the first letter that stands in no inner isolate; left to right where there is none."""
    return _first_strong("".join(part for part in parts if isinstance(part, str))) or "ltr"


def _first_strong(text: str) -> Direction | None:
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return None


def _flat(parts: Iterable[str | Isolate], direction: Direction | None) -> Iterator[Run]:
    for part in parts:
        if isinstance(part, Isolate):
            yield from _flat(part.parts, part.direction)
        else:
            yield Run(part, direction)


def _is_isolate(text: str) -> bool:
    """Whether the whole text is one isolate, ended where it ends."""
    if text[0] not in _MARKS or text[0] == END or text[-1] != END:
        return False
    depth = 0
    for place, character in enumerate(text):
        if character in _MARKS:
            depth += -1 if character == END else 1
            if depth == 0:
                return place == len(text) - 1
    return False
