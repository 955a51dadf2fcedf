"""Answers and pictures that show themselves in a notebook: findings in words, tables, charts. Nothing is fetched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from hiwar.brief.blocks import statement
from hiwar.brief.catalogue import DIRECTIONS, catalogue
from hiwar.brief.document import ChartBlock, Statement
from hiwar.brief.page import bidi
from hiwar.brief.pictures import svg
from hiwar.brief.words import Words
from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import Answer, Table

VEGA_LITE = "application/vnd.vegalite.v5+json"
_SAMPLE = 12
"""Rows of a table that are shown open; longer ones are folded."""


@dataclass(frozen=True)
class ShownAnswer:
    """An answer as a notebook shows it: what was found in sentences, then the tables."""

    answer: Answer
    statements: tuple[Statement, ...]
    notices: tuple[str, ...]
    language: str
    direction: str

    def _repr_html_(self) -> str:
        words = catalogue(self.language)
        notices = Markup("").join(Markup("<p><strong>{}</strong></p>").format(notice) for notice in self.notices)
        found = Markup("").join(
            Markup("<li>{} <small>{}</small></li>").format(bidi(item.text, ""), _marks(words, item))
            for item in self.statements
        )
        tables = "".join(_table(name, table) for name, table in self.answer.tables.items())
        return f'<div lang="{escape(self.language)}" dir="{self.direction}">{notices}<ul>{found}</ul>{tables}</div>'

    def __repr__(self) -> str:
        return "\n".join((*self.notices, *(item.text for item in self.statements)))


@dataclass(frozen=True)
class ShownChart:
    """A chart as a notebook shows it: the specification for those that draw it themselves, and a finished picture."""

    spec: Mapping[str, Any]
    title: str = ""
    description: str = ""
    direction: str = "ltr"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        bundle = {VEGA_LITE: dict(self.spec), "image/svg+xml": self._repr_svg_(), "text/plain": repr(self)}
        wanted = set(include or bundle) - set(exclude or ())
        return {kind: content for kind, content in bundle.items() if kind in wanted}

    def _repr_svg_(self) -> str:
        drawn = svg(
            self.spec,
            anchor="picture",
            title=self.title,
            description=self.description,
            direction="rtl" if self.direction == "rtl" else "ltr",
        )
        return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)

    def __repr__(self) -> str:
        return ": ".join(part for part in (self.title, self.description) if part) or "chart"


def shown(answer: Answer, dossier: Dossier, sheets: Sequence[Sheet], *, language: str = "en") -> ShownAnswer:
    """Make an answer show itself in a notebook, in words; in a console its findings are printed.

    Sheets that are nobody's view are named above it.

    Raises
    ------
    CatalogueError
        If the language has no catalogue, or the catalogue has no sentence for a finding.
    """
    words = Words(dossier, tuple(sheets), catalogue(language))
    return ShownAnswer(
        answer,
        tuple(dict.fromkeys(statement(words, finding) for finding in answer.findings)),
        _notices(words),
        language,
        _direction(language),
    )


def shown_chart(chart: ChartBlock | Mapping[str, Any], *, language: str = "en") -> ShownChart:
    """Make a chart of a brief, or a specification of `hiwar.charts`, show itself in a notebook."""
    direction = _direction(language)
    if isinstance(chart, ChartBlock):
        return ShownChart(chart.spec, chart.title, chart.description, direction)
    return ShownChart(chart, direction=direction)


def _notices(words: Words) -> tuple[str, ...]:
    """That the case is invented, and which sheets are nobody's view."""
    own = [words.text(words.dossier.notice)] if words.dossier.notice else []
    sheets = [sheet for sheet in words.sheets if sheet.standing != "analyst"]
    return (*own, *(words(f"page.{sheet.standing}", sheet=words.text(sheet.title) or sheet.id) for sheet in sheets))


def _direction(language: str) -> str:
    return "rtl" if DIRECTIONS.get(language) == "rtl" else "ltr"


def _marks(words: Any, item: Statement) -> str:
    """Whose word a sentence is, and how firm it is."""
    marks = [words(f"page.mark_{item.mark}")] if item.mark else []
    if item.firmness and words.has(f"page.firm_{item.firmness}"):
        marks.append(words(f"page.firm_{item.firmness}"))
    return str(words("words.comma")).join(marks)


def _table(name: str, table: Table) -> str:
    rows = len(table.rows)
    opened = " open" if rows <= _SAMPLE else ""
    return f"<details{opened}><summary>{escape(name)} ({rows})</summary>{table._repr_html_()}</details>"
