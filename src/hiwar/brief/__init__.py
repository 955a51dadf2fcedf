"""Answers in, document out: the brief that a decision-maker reads, as one HTML file and as JSON."""

from hiwar.brief.catalogue import Catalogue, CatalogueError, catalogue, languages
from hiwar.brief.compose import compose
from hiwar.brief.document import Document
from hiwar.brief.notebook import shown, shown_chart
from hiwar.brief.page import as_json, html
from hiwar.brief.write import brief_of, save, write_brief

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Document",
    "as_json",
    "brief_of",
    "catalogue",
    "compose",
    "html",
    "languages",
    "save",
    "shown",
    "shown_chart",
    "write_brief",
]
