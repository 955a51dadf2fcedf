"""Answers in, document out: the brief that a decision-maker reads, as page, PDF, Word document, workbook and JSON."""

from hiwar.brief.blocks import Answers
from hiwar.brief.catalogue import Catalogue, CatalogueError, catalogue, languages
from hiwar.brief.compose import compose
from hiwar.brief.document import Document
from hiwar.brief.notebook import shown, shown_chart
from hiwar.brief.page import as_json, html
from hiwar.brief.short import short
from hiwar.brief.write import answers_of, brief_of, save, write_brief

__all__ = [
    "Answers",
    "Catalogue",
    "CatalogueError",
    "Document",
    "answers_of",
    "as_json",
    "brief_of",
    "catalogue",
    "compose",
    "html",
    "languages",
    "save",
    "short",
    "shown",
    "shown_chart",
    "write_brief",
]
