"""The brief as data: what the page shows, before any format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from immutabledict import immutabledict

Mark = Literal["source", "analyst", "computed"]
"""Whose word it is: the source says it, an analyst judges it, or it was computed from both."""

State = Literal["plain", "good", "bad", "open", "missing"]
"""How a cell or a statement is set: as it is, holds, fails, not settled, not stated."""


@dataclass(frozen=True)
class Statement:
    """One sentence of the brief, with whose word it is and what it rests on."""

    text: str
    mark: Mark | None = None
    firmness: str | None = None
    """Value of :class:`hiwar.questions.answer.Firmness`, where the sentence states a finding."""
    trace: tuple[str, ...] = ()
    key: str = ""
    """Key of the message."""


@dataclass(frozen=True)
class Statements:
    """Sentences one below the other."""

    items: tuple[Statement, ...]
    kind: Literal["statements"] = "statements"
    is_ordered: bool = False
    lead: bool = False
    """Set large: the sentence that the reader must not miss."""


@dataclass(frozen=True)
class Cell:
    """What one cell of a table says."""

    text: str
    state: State = "plain"
    is_number: bool = False
    sign: str = ""
    """A sign shown instead of the text where there is little room; the text is still read aloud."""
    target: str = ""
    """Anchor on this page that the cell leads to."""
    lines: tuple[str, ...] = ()
    """The same as a list, where the text is long."""


@dataclass(frozen=True)
class Row:
    """One row; its first cell names it."""

    cells: tuple[Cell, ...]
    trace: tuple[str, ...] = ()
    group: str = ""
    """Rows of one group stand together under this heading."""


@dataclass(frozen=True)
class TableBlock:
    """A table with its caption."""

    anchor: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    kind: Literal["table"] = "table"
    note: str = ""
    has_traces: bool = False
    shape: Literal["plain", "matrix"] = "plain"
    """A matrix has many narrow columns: its headings stand upright, its cells hold signs."""
    is_wide: bool = False
    """Scrolls sideways by itself on a narrow screen."""


@dataclass(frozen=True)
class ChartBlock:
    """A picture, told in words for those who do not see it; its table stands beside it."""

    anchor: str
    title: str
    description: str
    spec: Mapping[str, Any]
    table: TableBlock
    kind: Literal["chart"] = "chart"


@dataclass(frozen=True)
class Folded:
    """What is opened by whoever wants to know more."""

    summary: str
    blocks: tuple["Block", ...]
    kind: Literal["folded"] = "folded"


@dataclass(frozen=True)
class Definitions:
    """Words and what they mean here."""

    items: tuple[tuple[str, str], ...]
    kind: Literal["definitions"] = "definitions"


Block = Statements | TableBlock | ChartBlock | Folded | Definitions


@dataclass(frozen=True)
class Part:
    """A section of the brief."""

    anchor: str
    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple["Part", ...] = ()
    quote: Statement | None = None
    """The decision-maker's own words, where the section answers them."""


@dataclass(frozen=True)
class Judgement:
    """One judgement of a sheet on an item."""

    anchor: str
    sheet: str
    about: str
    value: str
    reason: str


@dataclass(frozen=True)
class Entry:
    """An item of the case in the appendix: what it says, who says so, and how it was judged."""

    anchor: str
    id: str
    section: str
    name: str
    text: str
    mark: Mark | None
    needs_ground: bool = True
    """False for a source, which is a ground itself."""
    passages: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    """The same, short, as a note names them: ``[1], p. 16``."""
    reason: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """What else the item says, by heading: whose goal, who bears the cost, between which goals."""
    when: str = ""
    readings: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True)
class Reference:
    """A source in the list of sources: who wrote what, when and where."""

    anchor: str
    text: str
    number: str
    """How notes name it."""


@dataclass(frozen=True)
class Document:
    """The whole brief."""

    language: str
    direction: Literal["ltr", "rtl"]
    foreign_language: str
    """Language of names written the other way round; empty where there is none, or more than one."""
    title: str
    subtitle: str
    notices: tuple[str, ...]
    """Shown at the top and on every printed page: that a sheet is an illustration, that the case is invented."""
    facts: tuple[tuple[str, str], ...]
    """What stands under the title: case, seat, sheets, version, digests."""
    parts: tuple[Part, ...]
    entries: tuple[Entry, ...]
    references: tuple[Reference, ...] = ()
    """Sources that the case cites, in the order of their authors."""
    marking: str = ""
    """Classification: stands on every page; empty where the case has none."""
    made_on: str = ""
    """Day on which the document was made, in words; empty where nobody gave one."""
    made_day: str = ""
    """The same day as ``2026-11-24``, for what files say of themselves."""
    form: Literal["long", "short"] = "long"
    """The whole brief, or the two pages for the decision-maker."""
    labels: Mapping[str, str] = field(default_factory=immutabledict)
    """Words of the page itself: marks, firmness, headings of the appendix."""
