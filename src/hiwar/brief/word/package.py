"""Parts of a Word file that python-docx does not write: footnotes, the language of the text, bytes without a clock."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from hiwar.brief.document import Document
from hiwar.brief.isolate import plain
from hiwar.brief.word.directions import W, set_directions
from hiwar.brief.word.markup import DECLARED, clean, paragraph, run
from hiwar.brief.word.styles import set_styles

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LANGUAGES = {"en": "en-GB", "ar": "ar-SA", "fr": "fr-FR", "fa": "fa-IR", "ur": "ur-PK", "he": "he-IL"}
"""Languages as Word names them, where a brief does not say of which country."""
_LINES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def first_free_note(word: WordDocument) -> int:
    """Number of the next footnote, after those that a template has of its own."""
    return 1 + max((int(found.get(W + "id")) for found in _own_notes(word)), default=0)


def _own_notes(word: WordDocument) -> list[Any]:
    for relation in word.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            return list(etree.fromstring(relation.target_part.blob, _safe()).iter(W + "footnote"))
    return []


def _safe() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def add_footnotes(word: WordDocument, texts: list[str], document: Document, ids: Mapping[str, str]) -> None:
    """Write the footnotes of a document, after those that its template has."""
    own, first = _own_notes(word), first_free_note(word)
    said = "".join(_footnote(number, text) for number, text in enumerate(texts, first))
    root = etree.fromstring(f"<w:footnotes {DECLARED}>{'' if own else _LINES}{said}</w:footnotes>", _safe())
    set_styles([root], ids)
    for place, note in enumerate(own):
        root.insert(place, note)
    set_directions(root, document)
    blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    for key in [key for key, found in word.part.rels.items() if found.reltype == RELATIONSHIP_TYPE.FOOTNOTES]:
        del word.part.rels[key]
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, blob, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _footnote(number: int, text: str) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    return f'<w:footnote w:id="{number}">{paragraph("FootnoteText", mark, run(f" {text}"))}</w:footnote>'


def set_language(word: WordDocument, document: Document) -> None:
    """Say in which language the text is, and in which what is written the other way round."""
    language = _LANGUAGES.get(document.language, document.language)
    other = _LANGUAGES.get(document.foreign_language, document.foreign_language)
    left, right = (other or "en-GB", language) if document.direction == "rtl" else (language, other or "ar-SA")
    for found in word.styles.element.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"):
        found.set(W + "val", left)
        found.set(W + "bidi", right)


def set_properties(word: WordDocument, document: Document) -> None:
    """What the file says of itself; nothing of it is read off a clock."""
    properties = word.core_properties
    properties.title = clean(plain(document.title))[:255]
    properties.subject = clean(plain(document.subtitle))[:255]
    properties.language = document.language
    properties.author = properties.last_modified_by = properties.comments = ""
    element = properties._element
    for name in ("created", "modified", "lastPrinted"):
        for found in element.findall(f"{{*}}{name}"):
            element.remove(found)
    if document.made_day:
        from datetime import datetime

        properties.created = properties.modified = datetime.fromisoformat(document.made_day)


def saved(word: WordDocument) -> bytes:
    """The file as bytes that depend on its content alone."""
    written, out = BytesIO(), BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return out.getvalue()
