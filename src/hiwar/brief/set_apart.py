"""Pieces of another direction as elements of a page."""

from collections.abc import Iterable
from functools import partial

from markupsafe import Markup, escape

from hiwar.brief.document import Document
from hiwar.brief.isolate import Isolate, isolate, pieces

_FOREIGN = "ltr"


def isolated(text: str, document: Document) -> Markup:
    """Escape a text of a document written from right to left; its isolates become ``bdi`` elements, nested as they are.

    A piece written from left to right is marked with the language of foreign names, where it is known.
    """
    return _joined(pieces(text), document, document.direction)


def identifier(text: str, document: Document) -> Markup:
    """An id of the case, set apart in a document written from right to left."""
    if document.direction == _FOREIGN:
        return escape(text)
    return _joined(pieces(isolate(text, document.language)), document, document.direction, is_word=False)


def _joined(parts: Iterable[str | Isolate], document: Document, around: str, *, is_word: bool = True) -> Markup:
    element = partial(_element, document=document, around=around, is_word=is_word)
    return Markup("").join(escape(part) if isinstance(part, str) else element(part) for part in parts)


def _element(piece: Isolate, *, document: Document, around: str, is_word: bool) -> Markup:
    language = _language(piece, document, around) if is_word else ""
    attributes = Markup(' lang="{}"').format(language) if language else Markup("")
    inner = _joined(piece.parts, document, piece.direction if language else around, is_word=is_word)
    return Markup('<bdi dir="{}"{}>{}</bdi>').format(piece.direction, attributes, inner)


def _language(piece: Isolate, document: Document, around: str) -> str:
    """Language of a piece, where it is another than that around it; numbers have none."""
    has_letters = any(character.isalpha() for part in piece.parts if isinstance(part, str) for character in part)
    if not has_letters or piece.direction == around:
        return ""
    return document.foreign_language if piece.direction == _FOREIGN else document.language
