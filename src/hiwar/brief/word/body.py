"""The chapters of a brief as the body of a Word document: markup, and the notes and pictures that belong to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hiwar.brief.catalogue import catalogue
from hiwar.brief.document import (
    Block,
    ChartBlock,
    Definitions,
    Document,
    Entry,
    Folded,
    Part,
    Row,
    Statement,
    Statements,
    TableBlock,
)
from hiwar.brief.entries import anchor_of, item_of
from hiwar.brief.isolate import plain
from hiwar.brief.notes import note
from hiwar.brief.numbering import label, numbers
from hiwar.brief.word.markup import bookmark, link, paragraph, picture, run, tab
from hiwar.brief.word.markup import field as field_of
from hiwar.brief.word.sections import Piece, Room
from hiwar.brief.word.tables import Layout, layout, table

_SIGNS = {"source": "“”", "analyst": "~", "computed": "="}
_FIRM = {"certain": "●", "possible": "◐", "cannot_be_told": "○"}
_LEVELS = 4
_IN_ROW = 3
"""Items named beside a row; of further ones their number is told, as they all stand in the annex."""


@dataclass(frozen=True)
class Image:
    """A picture in the file: its relation, its own number, and its width and height in English Metric Units."""

    relation: str
    number: int
    size: tuple[int, int]


@dataclass(frozen=True)
class Body:
    """What the body of a document gathers while it is written."""

    document: Document
    numbers: Mapping[str, str]
    images: Mapping[str, Image]
    """The picture of each chart."""
    room: Room
    first_note: int
    """Number of the first footnote."""
    items: frozenset[str]
    notes: list[str] = field(default_factory=list)
    """Texts of the footnotes, in order."""
    anchors: dict[str, int] = field(default_factory=dict)
    """Number of the bookmark of each anchor that stands in the document."""


def body_of(
    document: Document, images: Mapping[str, Image], room: Room, first_note: int
) -> tuple[list[Piece], list[str]]:
    """The pieces of the body in order, and the texts of its footnotes."""
    items = frozenset(entry.id for entry in document.entries)
    body = Body(document, numbers(document), images, room, first_note, items)
    pieces = [piece for part in document.parts for piece in _part(body, part, 1)]
    pieces += [*_sources(body), *_annex(body)]
    return pieces, body.notes


def contents_of(document: Document) -> list[tuple[int, str, str, str]]:
    """Level, anchor, number and title of everything that the table of contents lists."""
    known = numbers(document)
    found = []
    for part in document.parts:
        found.append((1, part.anchor, known[part.anchor], part.title))
        found += [(2, inner.anchor, known[inner.anchor], inner.title) for inner in part.parts]
    found += [(1, "sources", "", document.labels["sources"])] if document.references else []
    found += [(1, "items", "", document.labels["appendix"])] if document.entries else []
    return found


def _anchored(body: Body, anchor: str, content: str) -> str:
    """Content with a bookmark; an anchor that stands twice leads to its first place."""
    if not anchor or anchor in body.anchors:
        return content
    body.anchors[anchor] = len(body.anchors) + 1
    return bookmark(anchor, content, body.anchors[anchor])


def _part(body: Body, part: Part, level: int) -> Iterator[Piece]:
    title = run(f"{body.numbers[part.anchor]}\u2003{part.title}")
    yield Piece(paragraph(f"Heading{min(level, _LEVELS)}", _anchored(body, part.anchor, title)), leads=True)
    if part.quote:
        yield Piece(paragraph("HiwarQuote", run(part.quote.text), _marks(body, part.quote), _note(body, part.quote)))
    for block in part.blocks:
        yield from _block(body, block)
    for inner in part.parts:
        yield from _part(body, inner, level + 1)


def _block(body: Body, block: Block) -> Iterator[Piece]:
    if isinstance(block, Statements):
        yield Piece("".join(_statements(body, block)))
    elif isinstance(block, TableBlock):
        yield _table(body, block)
    elif isinstance(block, ChartBlock):
        yield from _chart(body, block)
    elif isinstance(block, Folded):
        yield Piece(paragraph("HiwarFolded", run(block.summary)), leads=True)
        for inner in block.blocks:
            yield from _block(body, inner)
    else:
        yield Piece("".join(_definitions(block)))


def _statements(body: Body, block: Statements) -> Iterator[str]:
    style = "HiwarLead" if block.lead else "HiwarOrdered" if block.is_ordered else "HiwarStatement"
    for place, item in enumerate(block.items, 1):
        number = run(f"{place}.") + tab() if block.is_ordered else ""
        yield paragraph(style, number, run(item.text), _marks(body, item), _note(body, item))


def _marks(body: Body, item: Statement) -> str:
    """Whose word a sentence is and how firm it is, in words and with a sign."""
    labels = body.document.labels
    said = ""
    if item.mark:
        said += run(f"\u2002{_SIGNS[item.mark]} {labels[f'mark_{item.mark}']}", "HiwarMark")
    if item.firmness and item.firmness in _FIRM:
        said += run(f"\u2002{_FIRM[item.firmness]} {labels[f'firm_{item.firmness}']}", "HiwarFirmness")
    return said


def _note(body: Body, item: Statement) -> str:
    """A reference to a footnote that says what a sentence rests on; none where it rests on no item."""
    text = note(body.document, item.trace)
    if not text:
        return ""
    body.notes.append(f"{body.document.labels['rests_on']} {text}")
    style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    return f'<w:r>{style}<w:footnoteReference w:id="{body.first_note + len(body.notes) - 1}"/></w:r>'


def _caption(body: Body, block: TableBlock | ChartBlock, kind: str, text: str) -> str:
    """A numbered title, whose number Word counts on when it renews its fields."""
    number = body.numbers[block.anchor]
    before, _, after = plain(label(body.document, body.numbers, block)).partition(number)
    counted = run(before) + field_of(f"SEQ {kind} \\* ARABIC", run(number)) + run(f"{after} ")
    return paragraph("Caption", _anchored(body, block.anchor, counted), run(text))


def _table(body: Body, block: TableBlock) -> Piece:
    shape: Layout = layout(block, body.room)
    text = _caption(body, block, "Table", block.caption)
    if block.rows:
        text += table(block, block.caption, shape, body.document.labels["rests_on"], lambda row: _traces(body, row))
    after = paragraph("HiwarNote", run(block.note)) if block.note else paragraph("HiwarSection")
    return Piece(text + after, shape.orientation if block.rows else "portrait")


def _traces(body: Body, row: Row) -> str:
    """The first items that a row rests on, each leading to its entry, and how many more there are."""
    items = [item for item in dict.fromkeys(map(item_of, row.trace)) if item in body.items]
    shown = items[:_IN_ROW] if len(items) > _IN_ROW + 1 else items
    comma = run(catalogue(body.document.language)("words.comma"))
    named = comma.join(link(anchor_of(item), run(item, "HiwarItem")) for item in shown)
    more = len(items) - len(shown)
    return named + (run(f" +{more}") if more else "")


def _chart(body: Body, block: ChartBlock) -> Iterator[Piece]:
    image = body.images[block.anchor]
    drawn = picture(image.relation, image.number, image.size, plain(block.title), plain(block.description))
    yield Piece(
        paragraph("HiwarFigure", drawn)
        + _caption(body, block, "Figure", block.title)
        + paragraph("HiwarNote", run(block.description))
    )
    yield _table(body, block.table)


def _definitions(block: Definitions) -> Iterator[str]:
    for word, meaning in block.items:
        yield paragraph("HiwarTerm", run(word)) + paragraph("HiwarMeaning", run(meaning))


def _sources(body: Body) -> Iterator[Piece]:
    document = body.document
    if not document.references:
        return
    title = _anchored(body, "sources", run(document.labels["sources"]))
    listed = [
        paragraph("HiwarSource", _anchored(body, source.anchor, run(f"[{source.number}]")), tab(), run(source.text))
        for source in document.references
    ]
    yield Piece(paragraph("Heading1", title) + "".join(listed))


def _annex(body: Body) -> Iterator[Piece]:
    labels = body.document.labels
    if not body.document.entries:
        return
    title = paragraph("Heading1", _anchored(body, "items", run(labels["appendix"])))
    yield Piece(title + paragraph("HiwarNote", run(labels["appendix_note"])), "columns")
    for entry in body.document.entries:
        yield Piece("".join(_entry(body, entry)), "columns")


def _entry(body: Body, entry: Entry) -> Iterator[str]:
    """An item of the case: what it says, who says so, and how it was judged."""
    labels = body.document.labels
    name = run(entry.id, "HiwarItem") + run(f"\u2002{entry.name or entry.section}")
    yield paragraph("HiwarEntry", _anchored(body, entry.anchor, name))
    if entry.text:
        yield paragraph("HiwarDetail", run(entry.text))
    ground = f"{_SIGNS[entry.mark]} {labels[f'mark_{entry.mark}']}" if entry.mark else labels["unfounded"]
    kept = run(f"\u2002{ground}", "HiwarMark") if entry.mark or entry.needs_ground else ""
    yield paragraph("HiwarDetail", run(entry.section, "HiwarMark"), kept)
    told = [
        *entry.facts,
        *([(labels["when"], entry.when)] if entry.when else []),
        *((labels["passage"], passage) for passage in entry.passages),
        *([(labels["reason"], entry.reason)] if entry.reason else []),
        *((labels["reading"], reading) for reading in entry.readings),
    ]
    for heading, text in told:
        yield paragraph("HiwarDetail", run(heading, "HiwarStrong"), run(f" {text}"))
    for judged in entry.judgements:
        reason = f". {judged.reason}" if judged.reason else ""
        yield paragraph(
            "HiwarJudgement", run(f"• {judged.about}: "), run(judged.value, "HiwarStrong"), run(reason),
            run(f"\u2002{judged.sheet}", "HiwarMark"),
        )  # fmt: skip
