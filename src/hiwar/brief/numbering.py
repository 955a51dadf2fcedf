"""Numbers of chapters, tables and figures: what a reader quotes on the telephone."""

from collections.abc import Iterable, Iterator, Mapping

from immutabledict import immutabledict

from hiwar.brief.catalogue import catalogue
from hiwar.brief.document import Block, ChartBlock, Document, Folded, Part, TableBlock


def numbers(document: Document) -> Mapping[str, str]:
    """Number of each chapter, table and figure by its anchor.

    Chapters are numbered ``3`` and ``3.2``; tables and figures run through the whole document, each by
    themselves. The table beside a picture is numbered as a table. An anchor that stands twice keeps its first number.
    """
    found: dict[str, str] = {}
    for anchor, number in _of_parts(document.parts, ""):
        found.setdefault(anchor, number)
    tables = figures = 0
    for block in blocks_of(document.parts):
        if block.anchor in found:
            continue
        if isinstance(block, ChartBlock):
            figures += 1
            found[block.anchor] = str(figures)
        else:
            tables += 1
            found[block.anchor] = str(tables)
    return immutabledict(found)


def label(document: Document, known: Mapping[str, str], shown: Part | TableBlock | ChartBlock) -> str:
    """What stands before a title: ``3.2``, ``Table 12.`` or ``Figure 4.``; ``known`` is what :func:`numbers` gives."""
    number = known[shown.anchor]
    if isinstance(shown, Part):
        return number
    kind = "page.figure_number" if isinstance(shown, ChartBlock) else "page.table_number"
    return catalogue(document.language)(kind, number=number)


def _of_parts(parts: Iterable[Part], before: str) -> Iterator[tuple[str, str]]:
    for place, part in enumerate(parts, 1):
        number = f"{before}{place}"
        yield part.anchor, number
        yield from _of_parts(part.parts, f"{number}.")


def blocks_of(parts: Iterable[Part]) -> Iterator[TableBlock | ChartBlock]:
    """Every table and every picture, in reading order; a picture before the table beside it."""
    for part in parts:
        yield from _shown(part.blocks)
        yield from blocks_of(part.parts)


def _shown(blocks: Iterable[Block]) -> Iterator[TableBlock | ChartBlock]:
    for block in blocks:
        if isinstance(block, Folded):
            yield from _shown(block.blocks)
        elif isinstance(block, ChartBlock):
            yield block
            yield block.table
        elif isinstance(block, TableBlock):
            yield block
