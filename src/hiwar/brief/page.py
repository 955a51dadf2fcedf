"""The brief as one HTML file: type, pictures and style inside, nothing loaded from anywhere."""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from importlib.resources import files
from typing import Any, Literal

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from hiwar.brief.catalogue import catalogue
from hiwar.brief.document import ChartBlock, Document, Folded, Part, Statements, TableBlock
from hiwar.brief.entries import anchor_of, item_of
from hiwar.brief.isolate import END, LEFT_TO_RIGHT, plain
from hiwar.brief.numbering import label, numbers
from hiwar.brief.pictures import svg
from hiwar.brief.set_apart import identifier, isolated
from hiwar.questions.answer import as_data

_LETTERS = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
TO_LEFT = re.compile(rf"{_LETTERS}(?:[\s.\-]+{_LETTERS})*")
"""Words written from right to left."""
_EXTENDED = re.compile(r"[\u0100-\u02af\u1e00-\u1eff]")
_FACES: tuple[tuple[str, int, str, str, str], ...] = (
    ("Hiwar Serif", 400, "normal", "source-serif-4-latin-400-normal", "latin"),
    ("Hiwar Serif", 400, "italic", "source-serif-4-latin-400-italic", "latin"),
    ("Hiwar Serif", 600, "normal", "source-serif-4-latin-600-normal", "latin"),
    ("Hiwar Chart", 400, "normal", "source-sans-3-latin-400-normal", "latin"),
    ("Hiwar Chart", 600, "normal", "source-sans-3-latin-600-normal", "latin"),
    ("Hiwar Serif", 400, "normal", "source-serif-4-latin-ext-400-normal", "extended"),
    ("Hiwar Serif", 600, "normal", "source-serif-4-latin-ext-600-normal", "extended"),
    ("Hiwar Chart", 400, "normal", "source-sans-3-latin-ext-400-normal", "extended"),
    ("Hiwar Chart", 600, "normal", "source-sans-3-latin-ext-600-normal", "extended"),
    ("Hiwar Chart", 400, "normal", "ibm-plex-sans-arabic-arabic-400-normal", "arabic of charts"),
    ("Hiwar Chart", 600, "normal", "ibm-plex-sans-arabic-arabic-600-normal", "arabic of charts"),
    ("Hiwar Naskh", 400, "normal", "noto-naskh-arabic-arabic-400-normal", "arabic"),
    ("Hiwar Naskh", 700, "normal", "noto-naskh-arabic-arabic-700-normal", "arabic"),
)
_RANGES = {
    "latin": "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212",
    "extended": "U+100-2AF,U+1E00-1EFF",
    "arabic": "U+600-6FF,U+750-77F,U+8A0-8FF,U+FB50-FDFF,U+FE70-FEFC",
    "arabic of charts": "U+600-6FF,U+750-77F,U+8A0-8FF,U+FB50-FDFF,U+FE70-FEFC",
}


def html(document: Document) -> str:
    """The brief as one self-contained page; equal documents are equal text."""
    environment = Environment(
        loader=PackageLoader("hiwar.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        bidi=partial(in_page, document),
        id=partial(identifier, document=document),
        plain=plain,
        anchor=anchor_of,
        links=partial(links, document),
        counted=partial(counted, document),
        label=partial(label, document, numbers(document)),
    )
    environment.globals.update(picture=partial(picture, direction=document.direction))
    body = environment.get_template("brief.html.j2").render(document=document, style=Markup(style(document)))  # noqa: S704
    return re.sub(r"[ \t]+\n", "\n", body)


def as_json(document: Document) -> str:
    """The same content as JSON; keys are sorted, so equal documents are equal text."""
    return json.dumps(as_data(document), ensure_ascii=False, indent=1, sort_keys=True)


def in_page(document: Document, text: str) -> Markup:
    """Escape a text of the document, with what is written the other way round set apart."""
    return isolated(text, document) if document.direction == "rtl" else bidi(text, document.foreign_language)


def bidi(text: str, language: str) -> Markup:
    """Escape a text and set apart what is written from right to left in it."""
    attributes = f' lang="{language}"' if language else ""
    parts: list[Markup] = []
    last = 0
    for found in TO_LEFT.finditer(text):
        parts += [escape(text[last : found.start()]), Markup(f'<bdi dir="rtl"{attributes}>') + found.group()]  # noqa: S704
        parts.append(Markup("</bdi>"))
        last = found.end()
    return Markup("").join([*parts, escape(text[last:])])


def links(document: Document, trace: Iterable[str]) -> list[tuple[str, str, bool]]:
    """Anchor and id of every item that a trace names, once each, and whether a judgement on it is used."""
    known = {entry.id for entry in document.entries}
    judged = {item_of(reference) for reference in trace if item_of(reference) != reference}
    items = list(dict.fromkeys(item_of(reference) for reference in trace))
    return [(anchor_of(item), item, item in judged) for item in items if item in known]


def counted(document: Document, count: int) -> str:
    """A number of items, in the words of the document's language."""
    return catalogue(document.language)("page.items_counted", count=count)


def picture(block: ChartBlock, direction: Literal["ltr", "rtl"] = "ltr") -> Markup:
    """A chart as SVG inside the page; mirrored where the page is read from right to left."""
    title, description = plain(block.title), plain(block.description)
    drawn = svg(block.spec, anchor=block.anchor, title=title, description=description, direction=direction)
    return Markup(drawn)  # noqa: S704


def style(document: Document) -> str:
    """The style sheet with the type that this document needs, and what stands on each printed page."""
    text = as_json(document)
    needed = {"latin"} | ({"extended"} if _EXTENDED.search(text) else set())
    needed |= {"arabic"} if TO_LEFT.search(text) else set()
    needed |= {"arabic of charts"} if document.direction == "rtl" else set()
    faces = "".join(_face(*face) for face in _FACES if face[4] in needed)
    sheet = files("hiwar.brief").joinpath("templates", "brief.css").read_text(encoding="utf-8")
    return faces + _print_heads(document) + sheet


def _face(family: str, weight: int, slant: str, name: str, script: str) -> str:
    data = files("hiwar.brief").joinpath("fonts", f"{name}.woff2").read_bytes()
    source = f"url(data:font/woff2;base64,{base64.b64encode(data).decode('ascii')}) format('woff2')"
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:{slant};"
        f"unicode-range:{_RANGES[script]};src:{source}}}\n"
    )


def _print_heads(document: Document) -> str:
    """Classification and notices at the head of each printed page, title and page number at its foot."""
    head = " ".join((document.marking, *document.notices)).strip()
    notice, title = (_css_text(part) for part in (head, document.title))
    if document.direction == "rtl":
        turned, first, last = "direction:rtl;", _css_text(LEFT_TO_RIGHT), _css_text(END)
        return (
            f"@page{{{turned}@top-center{{{turned}content:{notice}}}@bottom-right{{{turned}content:{title}}}"
            f'@bottom-left{{{turned}content:{first} counter(page) " / " counter(pages) {last}}}}}\n'
        )
    return (
        f"@page{{@top-center{{content:{notice}}}@bottom-left{{content:{title}}}"
        '@bottom-right{content:counter(page) " / " counter(pages)}}\n'
    )


def _css_text(text: str) -> str:
    """A text as a CSS string; nothing in it can end the string or the style element."""
    kept = "".join(c if c.isalnum() or c in " .,;:-–()" else f"\\{ord(c):x} " for c in text)
    return f'"{kept}"'


def traces_of(parts: Iterable[Part]) -> Iterator[str]:
    """Every reference that stands anywhere in these parts."""
    for part in parts:
        yield from part.quote.trace if part.quote else ()
        yield from _in_blocks(part.blocks)
        yield from traces_of(part.parts)


def _in_blocks(blocks: Iterable[Any]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Folded):
            yield from _in_blocks(block.blocks)
        for item in _rows(block):
            yield from item.trace


def _rows(block: Any) -> Iterable[Any]:
    if isinstance(block, Statements):
        return block.items
    if isinstance(block, ChartBlock):
        return block.table.rows
    return block.rows if isinstance(block, TableBlock) else ()
