"""Paragraphs, runs and links of a Word document as markup, from plain text: nothing in a text can end an element."""

import re
from hashlib import sha256
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile("[ \t\r\n]+")


def clean(text: str) -> str:
    """A text that XML can hold, on one line; what XML forbids is shown as a replacement character, not dropped."""
    return _BLANKS.sub(" ", _UNWRITABLE.sub("\ufffd", text))


def run(text: str, style: str = "") -> str:
    """A stretch of text; ``style`` is the id of a character style."""
    if not text:
        return ""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r>'


def paragraph(style: str, *content: str, before: str = "", properties: str = "") -> str:
    """A paragraph of a named style.

    Parameters
    ----------
    before : str
        Properties that stand before the direction in Word's fixed order, ``keepNext`` among them.
    properties : str
        Properties that stand after it.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{before}{properties}</w:pPr>{"".join(content)}</w:p>'


def tab() -> str:
    """A tabulator."""
    return "<w:r><w:tab/></w:r>"


def page_break() -> str:
    """A paragraph after which a new page begins."""
    return '<w:p><w:pPr><w:pStyle w:val="HiwarSection"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'


def bookmark_of(anchor: str) -> str:
    """Name of the bookmark for an anchor: Word allows forty letters, digits and underscores."""
    return "_H" + sha256(anchor.encode("utf-8")).hexdigest()[:16]


def bookmark(anchor: str, content: str, number: int) -> str:
    """Content that links can lead to; ``number`` is the bookmark's own in the document."""
    name = bookmark_of(anchor)
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def link(anchor: str, content: str) -> str:
    """Content that leads to a bookmark of the document."""
    return f'<w:hyperlink w:anchor="{bookmark_of(anchor)}" w:history="1">{content}</w:hyperlink>'


def field(instruction: str, shown: str, *, is_dirty: bool = False) -> str:
    """A field with what it shows until Word computes it anew; ``shown`` is markup of runs."""
    dirty = ' w:dirty="true"' if is_dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def attribute(text: str) -> str:
    """A text as the value of an attribute, with its quotes."""
    return quoteattr(clean(text))


def picture(relation: str, number: int, size: tuple[int, int], title: str, description: str) -> str:
    """A picture in a line of text; its width and height are in English Metric Units (914400 to the inch)."""
    width, height = size
    told = f"descr={attribute(description)} title={attribute(title)}"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Picture {number}" {told}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}" {told}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
