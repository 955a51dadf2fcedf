"""What the type of the printed page can show, and how wide it sets a text."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

from immutabledict import immutabledict

from hiwar.brief.isolate import END, FIRST_STRONG, LEFT_TO_RIGHT, RIGHT_TO_LEFT

_MEASURED = ("source-sans-3-400", "ibm-plex-sans-arabic-400")
"""The type of tables; what the first has not is measured in the second."""
_OTHERS = ("source-serif-4-400", "noto-naskh-arabic-400")
_UNSEEN = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060" + LEFT_TO_RIGHT + RIGHT_TO_LEFT + FIRST_STRONG + END
)
"""Characters that set direction, joining or a place to break, and show nothing."""
_OPENING = frozenset((LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG))
_LONG = re.compile(r"[^\s/–—-]{25,}")
_PIECE = 12
_MAY_BREAK = "\u200b"


@dataclass(frozen=True, eq=False)
class Typeface:
    """The characters of the printed page."""

    shown: frozenset[str]
    """Characters that one of the fonts has."""
    advances: Mapping[str, float]
    """Width of a character in tables, as a share of the size of the type."""

    def width(self, text: str) -> float:
        """Width of a text in tables, as a multiple of the size of the type; letters that join may take less."""
        return sum(0.0 if character in _UNSEEN else self.advances.get(character, 0.6) for character in text)


@cache
def typeface() -> Typeface:
    """Read the fonts of the printed page."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    shown: set[str] = set()
    advances: dict[str, float] = {}
    for name in (*_MEASURED, *_OTHERS):
        with as_file(files("hiwar.brief").joinpath("fonts", "print", f"{name}.ttf")) as path, TTFont(path) as font:
            glyphs = {chr(code): glyph for code, glyph in font.getBestCmap().items()}
            shown.update(glyphs)
            if name in _MEASURED:
                widths, unit = font["hmtx"], font["head"].unitsPerEm
                advances = {sign: widths[glyph][0] / unit for sign, glyph in glyphs.items()} | advances
    controls = {sign for sign in shown if unicodedata.category(sign) == "Cc"}
    return Typeface(frozenset(shown) - _UNSEEN - controls, immutabledict(advances))


def showable(text: str) -> str:
    """A text as the printed page can show it.

    What no font has, and what would turn the order of the text around it, is shown by its code (``‹U+4E2D›``); white
    space is one space; what sets a piece apart by direction ends with the text; very long words may break.
    """
    spaced = re.sub(r"[ \t\r\n\f\v]+", " ", unicodedata.normalize("NFC", text))
    return _LONG.sub(_breakable, "".join(_ended(_coded(spaced))))


def drawable(drawing: str) -> str:
    """A drawing in SVG whose words the printed page can show.

    Signs of short vowels are left out: the tool that sets the page cannot say which letter of a drawing they belong to,
    which pages made to be kept must. The words beside the drawing have them.
    """
    bare = (sign for sign in unicodedata.normalize("NFC", drawing) if unicodedata.category(sign) != "Mn")
    return "".join(_coded("".join(bare)))


def words_of(text: str) -> list[str]:
    """The pieces of a text between which a line may break."""
    return re.split(rf"[\s{_MAY_BREAK}]+|(?<=[/–—-])", text)


def _coded(text: str) -> Iterator[str]:
    shown = typeface().shown
    for sign in text:
        yield sign if sign in shown or sign in _UNSEEN or sign == "\n" else f"‹U+{ord(sign):04X}›"


def _breakable(found: re.Match[str]) -> str:
    word = found.group()
    return _MAY_BREAK.join(word[place : place + _PIECE] for place in range(0, len(word), _PIECE))


def _ended(signs: Iterator[str]) -> Iterator[str]:
    """Leave out ends of isolates that were not begun, and end those that were."""
    depth = 0
    for sign in signs:
        if sign in _OPENING:
            depth += 1
        elif sign == END:
            if depth == 0:
                continue
            depth -= 1
        yield sign
    yield END * depth
