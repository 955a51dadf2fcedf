"""Make the Word templates of the brief anew: src/hiwar/brief/templates/brief-ltr.docx and brief-rtl.docx.

The styles below are all that a brief uses. Whoever wants other ones changes them in Word, in a copy of a template.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.shared import Twips

from hiwar.brief.word.markup import DECLARED
from hiwar.brief.word.package import saved

FOLDER = Path(__file__).resolve().parents[1] / "src" / "hiwar" / "brief" / "templates"
INK, SOFT, LINE, GAIN, COST, TINT = "1C1B1A", "595550", "CFC9C0", "0A5A8F", "9C3D00", "F4F1EA"
Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True)
class Fonts:
    """Type for the text, for headings and tables, and for Arabic letters, with how much larger those are set."""

    serif: str
    sans: str
    arabic: str
    larger: float


FONTS: dict[Direction, Fonts] = {
    "ltr": Fonts("Cambria", "Calibri", "Times New Roman", 1.0),
    "rtl": Fonts("Cambria", "Calibri", "Sakkal Majalla", 1.2),
}


@dataclass(frozen=True)
class Style:
    """A style: its name in Word, its type size in points, and what differs from the text."""

    name: str
    size: float
    sans: bool = True
    bold: bool = False
    colour: str = ""
    paragraph: str = ""
    """Properties of the paragraph that Word puts after the direction, and ``<w:keepNext/>`` before it."""
    keep: bool = False
    border: str = ""
    shade: str = ""
    tabs: str = ""
    level: int | None = None


def spacing(before: float, after: float, line: float = 1.0) -> str:
    """Space above and below in points, and of the line."""
    above, below, height = (f"{size:.0f}" for size in (before * 20, after * 20, line * 240))
    return f'<w:spacing w:before="{above}" w:after="{below}" w:line="{height}" w:lineRule="auto"/>'


def edge(side: str, size: int, colour: str, room: int = 8) -> str:
    """A line at one side of a paragraph."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{room}" w:color="{colour}"/>'


def hanging(width: int, start: int | None = None) -> str:
    """The first line begins before the others."""
    return f'<w:ind w:left="{width if start is None else start}" w:hanging="{width}"/>'


CENTRE = '<w:jc w:val="center"/>'
CELL = spacing(1.5, 1.5, 1.0)
TOP = "".join(edge(side, 12, COST, 6) for side in ("top", "left", "bottom", "right"))
PARAGRAPHS = {
    "Normal": Style("Normal", 10.5, sans=False, paragraph=spacing(0, 5, 1.15)),
    "HiwarTitle": Style("Hiwar Title", 24, bold=True, paragraph=spacing(6, 4)),
    "HiwarSubtitle": Style("Hiwar Subtitle", 13, colour=SOFT, paragraph=spacing(0, 10)),
    "HiwarKicker": Style("Hiwar Kicker", 9.5, bold=True, colour=SOFT, paragraph=spacing(10, 2)),
    "HiwarFact": Style("Hiwar Fact", 9, paragraph=spacing(0, 2)),
    "HiwarMarking": Style("Hiwar Marking", 9.5, bold=True, colour=COST, paragraph=spacing(0, 2) + CENTRE),
    "HiwarNotice": Style(
        "Hiwar Notice",
        9.5,
        bold=True,
        border=TOP,
        shade="FFF4EA",
        paragraph=spacing(4, 6) + '<w:ind w:left="140" w:right="140"/>',
    ),
    "Header": Style("header", 8, colour=SOFT, paragraph=spacing(0, 2) + CENTRE),
    "HiwarHeadNotice": Style("Hiwar Head Notice", 8, bold=True, colour=COST, paragraph=spacing(0, 2) + CENTRE),
    "Footer": Style("footer", 8, colour=SOFT, paragraph=spacing(0, 0) + CENTRE),
    "TOCHeading": Style("TOC Heading", 14, bold=True, keep=True, paragraph=spacing(12, 6)),
    "TOC1": Style("toc 1", 9.5, bold=True, tabs="toc", paragraph=spacing(3, 0)),
    "TOC2": Style("toc 2", 9, tabs="toc", paragraph=spacing(0, 0) + '<w:ind w:left="340"/>'),
    "Heading1": Style(
        "heading 1", 16, bold=True, keep=True, border=edge("top", 12, INK, 6), level=0, paragraph=spacing(22, 6)
    ),
    "Heading2": Style("heading 2", 13, bold=True, keep=True, level=1, paragraph=spacing(14, 4)),
    "Heading3": Style("heading 3", 11.5, bold=True, keep=True, level=2, paragraph=spacing(12, 3)),
    "Heading4": Style("heading 4", 10.5, bold=True, keep=True, colour=SOFT, level=3, paragraph=spacing(10, 3)),
    "HiwarQuote": Style(
        "Hiwar Quote",
        11,
        sans=False,
        colour=SOFT,
        border=edge("left", 18, LINE, 10),
        paragraph=spacing(2, 8, 1.15) + '<w:ind w:left="227"/>',
    ),
    "HiwarStatement": Style("Hiwar Statement", 10.5, sans=False, paragraph=spacing(0, 5, 1.15)),
    "HiwarOrdered": Style("Hiwar Ordered", 10.5, sans=False, tabs="397", paragraph=spacing(0, 5, 1.15) + hanging(397)),
    "HiwarLead": Style(
        "Hiwar Lead",
        13.5,
        sans=False,
        border=edge("left", 36, INK, 10),
        shade=TINT,
        paragraph=spacing(4, 8, 1.15) + '<w:ind w:left="284"/>',
    ),
    "HiwarFolded": Style("Hiwar Folded", 10, bold=True, colour=SOFT, keep=True, paragraph=spacing(10, 3)),
    "HiwarTerm": Style("Hiwar Term", 10.5, bold=True, keep=True, paragraph=spacing(6, 0)),
    "HiwarMeaning": Style("Hiwar Meaning", 10.5, sans=False, paragraph=spacing(0, 3, 1.15)),
    "Caption": Style("caption", 9.5, bold=True, keep=True, paragraph=spacing(10, 4)),
    "HiwarFigure": Style("Hiwar Figure", 10, keep=True, paragraph=spacing(10, 0)),
    "HiwarNote": Style("Hiwar Note", 9, colour=SOFT, paragraph=spacing(3, 8)),
    "HiwarSource": Style("Hiwar Source", 10, sans=False, tabs="567", paragraph=spacing(0, 4) + hanging(567)),
    "HiwarEntry": Style(
        "Hiwar Entry", 9, bold=True, keep=True, border=edge("top", 4, LINE, 3), paragraph=spacing(6, 1)
    ),
    "HiwarDetail": Style("Hiwar Detail", 8.5, paragraph=spacing(0, 1.5)),
    "HiwarJudgement": Style(
        "Hiwar Judgement", 8.5, paragraph=spacing(0, 1.5) + '<w:ind w:left="142" w:hanging="142"/>'
    ),
    "FootnoteText": Style("footnote text", 8, paragraph=spacing(0, 0)),
    "HiwarSection": Style("Hiwar Section End", 2, paragraph=spacing(0, 0)),
    "HiwarCell": Style("Hiwar Cell", 8.5, paragraph=CELL),
    "HiwarCellHead": Style("Hiwar Cell Head", 8.5, bold=True, keep=True, paragraph=CELL),
    "HiwarCellGroup": Style("Hiwar Cell Group", 8.5, bold=True, keep=True, paragraph=spacing(5, 1.5)),
    "HiwarCellGood": Style("Hiwar Cell Good", 8.5, bold=True, colour=GAIN, paragraph=CELL),
    "HiwarCellBad": Style("Hiwar Cell Bad", 8.5, bold=True, colour=COST, paragraph=CELL),
    "HiwarCellOpen": Style("Hiwar Cell Open", 8.5, colour=SOFT, paragraph=CELL),
    "HiwarCellMissing": Style("Hiwar Cell Missing", 8.5, colour=SOFT, paragraph=CELL),
    "HiwarCellLine": Style("Hiwar Cell Line", 8.5, paragraph=spacing(0, 1.5) + '<w:ind w:left="113" w:hanging="113"/>'),
    "HiwarCellTrace": Style("Hiwar Cell Trace", 7, colour=SOFT, paragraph=CELL),
    "HiwarMatrixHead": Style("Hiwar Matrix Head", 6.5, paragraph=spacing(0, 0)),
    **{
        f"HiwarSign{state}": Style(
            f"Hiwar Sign {state}".strip(),
            8,
            bold=bool(shade),
            colour=colour,
            shade=shade,
            paragraph=spacing(0, 0) + CENTRE,
        )
        for state, colour, shade in (
            ("", INK, ""),
            ("Good", GAIN, "E3EEF6"),
            ("Bad", COST, "FAE5D8"),
            ("Open", SOFT, "F0ECE2"),
            ("Missing", SOFT, ""),
        )
    },
}
CHARACTERS = {
    "HiwarMark": ("Hiwar Mark", f'<w:color w:val="{SOFT}"/>', 8),
    "HiwarFirmness": ("Hiwar Firmness", f'<w:color w:val="{SOFT}"/>', 8),
    "HiwarItem": ("Hiwar Item", f'<w:color w:val="{SOFT}"/>', None),
    "HiwarStrong": ("Hiwar Strong", "<w:b/><w:bCs/>", None),
}
TABLES = {
    "HiwarTable": ("Hiwar Table", "", 57),
    "HiwarMatrix": ("Hiwar Matrix", f'<w:insideV w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>', 28),
}


def fonts(style: Style, kind: Fonts) -> str:
    """The type of a style, in Word's fixed order."""
    face = kind.sans if style.sans else kind.serif
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    return (
        f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{kind.arabic}"/>{bold}{colour}'
        f'<w:sz w:val="{style.size * 2:.0f}"/><w:szCs w:val="{style.size * 2 * kind.larger:.0f}"/>'
    )


def paragraph_style(key: str, style: Style, direction: Direction, width: int) -> str:
    """A paragraph style."""
    stops = {"toc": f'<w:tab w:val="right" w:leader="dot" w:pos="{width}"/>'}
    stop = stops.get(style.tabs, f'<w:tab w:val="left" w:pos="{style.tabs}"/>') if style.tabs else ""
    is_mirrored = direction == "rtl" and "<w:right" not in style.border
    border = style.border.replace("<w:left", "<w:right") if is_mirrored else style.border
    properties = (
        ("<w:keepNext/><w:keepLines/>" if style.keep else "")
        + (f"<w:pBdr>{border}</w:pBdr>" if border else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{style.shade}"/>' if style.shade else "")
        + (f"<w:tabs>{stop}</w:tabs>" if stop else "")
        + ("<w:bidi/>" if direction == "rtl" else "")
        + style.paragraph
        + (f'<w:outlineLvl w:val="{style.level}"/>' if style.level is not None else "")
    )
    is_normal = key == "Normal"
    default = ' w:default="1"' if is_normal else ""
    custom = ' w:customStyle="1"' if key.startswith("Hiwar") else ""
    based = "" if is_normal else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{key}"><w:name w:val="{style.name}"/>{based}'
        "<w:qFormat/>"
        f"<w:pPr>{properties}</w:pPr><w:rPr>{fonts(style, FONTS[direction])}</w:rPr></w:style>"
    )


def character_styles(kind: Fonts) -> str:
    """Character styles, those of notes among them."""
    own = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/><w:qFormat/>'
        f"<w:rPr>{look}"
        + (f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2 * kind.larger:.0f}"/>' if size else "")
        + "</w:rPr></w:style>"
        for key, (name, look, size) in CHARACTERS.items()
    )
    return own + (
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )


def table_styles() -> str:
    """Table styles: a line under the headings and thin lines between rows."""
    plain = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
    return plain + "".join(
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn '
        'w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        f'<w:top w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/><w:bottom w:val="single" w:sz="4" w:space="0" '
        f'w:color="{LINE}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>{lines}</w:tblBorders>'
        f'<w:tblCellMar><w:left w:w="{room}" w:type="dxa"/><w:right w:w="{room}" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" '
        f'w:color="{INK}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>'
        for key, (name, lines, room) in TABLES.items()
    )


def styles(direction: Direction, width: int) -> str:
    """All styles of a template."""
    kind = FONTS[direction]
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{kind.serif}" w:hAnsi="{kind.serif}" '
        f'w:eastAsia="{kind.serif}" w:cs="{kind.arabic}"/><w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    paragraphs = "".join(paragraph_style(key, style, direction, width) for key, style in PARAGRAPHS.items())
    return f"<w:styles {DECLARED}>{defaults}{paragraphs}{character_styles(kind)}{table_styles()}</w:styles>"


def line(style: str, text: str) -> str:
    """A paragraph of a template."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


BODY = (
    ("HiwarNotice", "{%p if is_long %}"), ("HiwarNotice", "{%p for notice in notices %}"),
    ("HiwarNotice", "{{ notice }}"), ("HiwarNotice", "{%p endfor %}"), ("HiwarKicker", "{{ kicker }}"),
    ("HiwarNotice", "{%p endif %}"), ("HiwarTitle", "{{ title }}"), ("HiwarSubtitle", "{{ subtitle }}"),
    ("HiwarFact", "{%p for fact in facts %}"), ("HiwarFact", "{{ fact.name }}: {{ fact.value }}"),
    ("HiwarFact", "{%p endfor %}"), ("HiwarNote", "{%p if is_long %}"), ("HiwarNote", "{{ note }}"),
    ("HiwarNote", "{%p endif %}"), ("Normal", "{{ contents }}"), ("Normal", "{{ body }}"),
)  # fmt: skip
HEAD = (
    ("HiwarMarking", "{%p if marking %}"), ("HiwarMarking", "{{ marking }}"), ("HiwarMarking", "{%p endif %}"),
    ("HiwarHeadNotice", "{%p if notices %}"), ("HiwarHeadNotice", "{{ notices | join(' ') }}"),
    ("HiwarHeadNotice", "{%p endif %}"), ("Header", "{{ title }}"),
)  # fmt: skip
FOOT = (
    ("Footer", "{{ [made_by, digests, made_on] | select | join(' · ') }}"), ("HiwarMarking", "{%p if marking %}"),
    ("HiwarMarking", "{{ marking }}"), ("HiwarMarking", "{%p endif %}"),
)  # fmt: skip
PAGES: dict[Direction, tuple[str, str]] = {"ltr": ("Page ", " of "), "rtl": ("صفحة ", " من ")}


def page_number(direction: Direction) -> str:
    """Page x of y, counted by Word."""
    first, then = PAGES[direction]

    def counted(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    def said(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    return (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{said(first)}{counted("PAGE")}{said(then)}{counted("NUMPAGES")}'
        "</w:p>"
    )


def fill(element: object, markup: str) -> None:
    """Put paragraphs in the place of what stands in a part of the document, but for its last section."""
    for child in list(element):  # type: ignore[call-overload]
        if not child.tag.endswith("}sectPr"):
            element.remove(child)  # type: ignore[attr-defined]
    for place, child in enumerate(list(parse_xml(f"<w:body {DECLARED}>{markup}</w:body>"))):
        element.insert(place, child)  # type: ignore[attr-defined]


def drop(relations: dict[str, Any], *kinds: str) -> None:
    """Leave out parts that a brief does not use."""
    for key in [key for key, found in relations.items() if found.reltype.rpartition("/")[2] in kinds]:
        del relations[key]


def template(direction: Direction) -> WordDocument:
    """A template for one direction of writing: A4, the placeholders, the styles, head and foot."""
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Twips(11906), Twips(16838)
    section.top_margin, section.bottom_margin = Twips(1304), Twips(1134)
    section.left_margin = section.right_margin = Twips(1134)
    section.header_distance = section.footer_distance = Twips(567)
    width = 11906 - 2 * 1134
    word.part._styles_part._element = parse_xml(styles(direction, width))
    fill(word.element.body, "".join(line(*part) for part in BODY))
    fill(section.header._element, "".join(line(*part) for part in HEAD))
    fill(section.footer._element, page_number(direction) + "".join(line(*part) for part in FOOT))
    settings = word.settings.element
    for child in list(settings):
        settings.remove(child)
    compat = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    for child in parse_xml(
        f'<w:settings {DECLARED}><w:zoom w:percent="100"/><w:compat>{compat}</w:compat></w:settings>'
    ):
        settings.append(child)
    drop(word.part.package.rels, "thumbnail")
    drop(word.part.rels, "stylesWithEffects", "customXml", "numbering", "webSettings")
    properties = word.core_properties
    properties.title, properties.author, properties.comments = "{{ title }}", "", ""
    for name in ("created", "modified"):
        for child in properties._element.findall(f"{{*}}{name}"):
            properties._element.remove(child)
    return word


def main() -> None:
    """Write both templates."""
    for direction in FONTS:
        (FOLDER / f"brief-{direction}.docx").write_bytes(saved(template(direction)))


if __name__ == "__main__":
    main()
