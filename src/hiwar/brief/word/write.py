"""A brief and a template in, a Word file out."""

import zipfile
from collections.abc import Mapping
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiwar.brief.catalogue import catalogue
from hiwar.brief.document import ChartBlock, Document
from hiwar.brief.numbering import blocks_of
from hiwar.brief.word.markup import DECLARED, clean, link, page_break, paragraph, run

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_LARGEST = 64 * 2**20
"""Bytes that a template may unpack to."""
_EMU_OF_PIXEL, _EMU_OF_TWENTIETH = 9525, 635
_SCALE = 2
_TALLEST = 0.82
"""Share of a page's height that a picture may take, with room for its title."""
_FIRST_PICTURE = 1001


class TemplateError(Exception):
    """A template cannot be used; the message says why, and what would do."""


def docx(document: Document, template: Path | None = None) -> bytes:
    """The brief as a Word document; equal documents and templates give equal bytes.

    Parameters
    ----------
    template : Path, optional
        A Word file with the placeholders ``{{ contents }}`` and ``{{ body }}``, whose styles the brief takes; one of
        those that come with the package where none is given, by the direction of the document's language.

    Raises
    ------
    TemplateError
        If the template is no Word file, is too large, or lacks a place for the body.
    """
    from hiwar.brief.word import package

    word = _rendered(document, template)
    _fill(word, document)
    package.set_language(word, document)
    package.set_properties(word, document)
    return package.saved(word)


def _fill(word: "WordDocument", document: Document) -> None:
    """Put contents, chapters and notes in their places, and say of all text how it reads."""
    from hiwar.brief.word import package
    from hiwar.brief.word.body import body_of
    from hiwar.brief.word.directions import set_directions
    from hiwar.brief.word.sections import room_of
    from hiwar.brief.word.styles import adopted, tighten

    section = word.element.body.sectPr
    if section is None or section.pgSz is None or section.pgMar is None:
        raise TemplateError("the template says no size of its page and no margins")
    room, ids = room_of(section), adopted(word.styles.element, _shipped_styles(document))
    if document.form == "short":
        tighten(word.styles.element)
    pieces, notes = body_of(document, _images(word, document, room), room, package.first_free_note(word))
    _put(word, "contents", _parsed(_contents(document), ids))
    _put_body(word, pieces, ids)
    for root in _roots(word):
        set_directions(root, document)
    package.add_footnotes(word, notes, document, ids)


def _shipped_styles(document: Document) -> Any:
    import docx as python_docx

    return python_docx.Document(BytesIO(_bytes(document, None))).styles.element


def _rendered(document: Document, template: Path | None) -> "WordDocument":
    """The template with its placeholders filled in; it can reach nothing but the values given to it."""
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2.exceptions import TemplateError as JinjaError
    from jinja2.sandbox import SandboxedEnvironment

    name, read, values = template.name if template else "", _bytes(document, template), _values(document)
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        filled = DocxTemplate(BytesIO(read))
        filled.render(values, environment, autoescape=True)
    except JinjaError as error:
        raise TemplateError(
            f"{name}: a placeholder cannot be filled in: {error}; known: {', '.join(values)}"
        ) from error
    except (ArithmeticError, TypeError) as error:
        raise TemplateError(f"{name}: a placeholder cannot be filled in: {error}") from error
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, SyntaxError, ValueError) as error:
        raise TemplateError(f"{name}: not a Word document that can serve as template (.docx): {error}") from error
    word: WordDocument = filled.docx
    return word


def _bytes(document: Document, template: Path | None) -> bytes:
    if template is None:
        name = "brief-rtl.docx" if document.direction == "rtl" else "brief-ltr.docx"
        return files("hiwar.brief").joinpath("templates", name).read_bytes()
    read = template.read_bytes()
    if not zipfile.is_zipfile(BytesIO(read)):
        raise TemplateError(f"{template.name}: not a Word document (.docx)")
    with zipfile.ZipFile(BytesIO(read)) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > _LARGEST:
            raise TemplateError(f"{template.name}: unpacks to more than {_LARGEST // 2**20} MiB")
    return read


def _values(document: Document) -> dict[str, Any]:
    """What a template may name."""
    from markupsafe import Markup

    words, facts = catalogue(document.language), dict(document.facts)
    place = '</w:t></w:r><w:bookmarkStart w:id="0" w:name="hiwar-%s"/><w:bookmarkEnd w:id="0"/><w:r><w:t>'
    return {
        "title": clean(document.title),
        "subtitle": clean(document.subtitle),
        "kicker": clean(document.labels["kicker"]),
        "marking": clean(document.marking),
        "notices": [clean(notice) for notice in document.notices],
        "facts": [{"name": clean(name), "value": clean(value)} for name, value in document.facts],
        "made_by": clean(facts.get(words("page.fact_made"), "")),
        "digests": clean(facts.get(words("page.fact_digests"), "")),
        "made_on": clean(document.made_on),
        "note": clean(document.labels["footer"]),
        "is_long": document.form == "long",
        "contents": Markup(place % "contents"),  # noqa: S704 - our own markup
        "body": Markup(place % "body"),  # noqa: S704 - our own markup
    }


def _images(word: "WordDocument", document: Document, room: Mapping[Any, int]) -> dict[str, Any]:
    """Pictures of the charts put into the file, as large as they are but no larger than the page."""
    from hiwar.brief.pictures import png
    from hiwar.brief.word.body import Image

    found: dict[str, Image] = {}
    charts = [block for block in blocks_of(document.parts) if isinstance(block, ChartBlock)]
    for number, block in enumerate(charts, _FIRST_PICTURE):
        drawn = png(block.spec, direction=document.direction, scale=_SCALE)
        relation, image = word.part.get_or_add_image(BytesIO(drawn))
        width, height = (side * _EMU_OF_PIXEL // _SCALE for side in (image.px_width, image.px_height))
        most = room["portrait"] * _EMU_OF_TWENTIETH, int(_TALLEST * room["height"]) * _EMU_OF_TWENTIETH
        shrunk = min(1.0, most[0] / width, most[1] / height)
        found[block.anchor] = Image(relation, number, (int(width * shrunk), int(height * shrunk)))
    return found


def _contents(document: Document) -> str:
    """The table of contents with its entries; marked to be renewed by Word, which alone knows the pages."""
    from hiwar.brief.word.body import contents_of

    if document.form == "short":
        return ""
    entries = [
        link(anchor, run(f"{number}\u2003{title}" if number else title))
        for _, anchor, number, title in contents_of(document)
    ]
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> '
        'TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    lines = [
        paragraph(f"TOC{level}", begin if place == 0 else "", entry)
        for place, ((level, *_), entry) in enumerate(zip(contents_of(document), entries, strict=True))
    ]
    end = paragraph("HiwarSection", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    return paragraph("TOCHeading", run(document.labels["contents"])) + "".join(lines) + end + page_break()


def _put(word: "WordDocument", name: str, elements: list[Any]) -> None:
    """Put elements where the template names them; a template need not name the contents."""
    place = _place(word, name)
    if place is not None:
        for element in elements:
            place.addprevious(element)
        place.getparent().remove(place)


def _put_body(word: "WordDocument", pieces: Any, ids: Mapping[str, str]) -> None:
    from hiwar.brief.word.directions import W
    from hiwar.brief.word.sections import section_of, segments

    place = _place(word, "body")
    if place is None:
        raise TemplateError("the template has no paragraph with {{ body }}: nowhere to put the chapters")
    own, found = word.element.body.sectPr, segments(pieces)
    for number, (orientation, markup) in enumerate(found):
        section = section_of(own, orientation, is_first=number == 0)
        for element in _parsed(markup, ids):
            place.addprevious(element)
        if number < len(found) - 1:
            last = _parsed(paragraph("HiwarSection"), ids)[0]
            last.find(W + "pPr").append(section)
            place.addprevious(last)
        else:
            own.getparent().replace(own, section)
    place.getparent().remove(place)


def _place(word: "WordDocument", name: str) -> Any:
    """The paragraph that holds a placeholder for markup; none where the template has none."""
    found = word.element.body.xpath(f".//w:p[.//w:bookmarkStart[@w:name='hiwar-{name}']]")
    return found[0] if found else None


def _parsed(markup: str, ids: Mapping[str, str]) -> list[Any]:
    from docx.oxml import parse_xml

    from hiwar.brief.word.styles import set_styles

    found = list(parse_xml(f"<w:body {DECLARED}>{markup}</w:body>"))
    set_styles(found, ids)
    return found


def _roots(word: "WordDocument") -> list[Any]:
    """The document itself, and its heads and feet."""
    parts = [found.target_part for found in word.part.rels.values() if found.reltype.endswith(("/header", "/footer"))]
    return [word.element, *(part.element for part in parts)]
