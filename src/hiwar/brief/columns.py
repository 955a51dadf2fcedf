"""How wide the columns of a printed table are, so that nothing is cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from hiwar.brief.typeface import typeface, words_of

_SIZES = (8.0, 7.5, 7.0, 6.5)
"""Sizes of type that a table may be set in, in points, the best first."""
_INSET = 7.0
"""White beside the text of a cell, both sides together, in points."""
_EASE = 0.8
"""A size is taken if the longest words fill no more than this share of the width."""
_SHORT = 9.0
"""Texts up to this width, as a multiple of the size of type, stand on one line where there is room."""
_BOLD = 1.06
"""Headings are set in a heavier and wider weight."""

Texts = Sequence[Sequence[str]]
"""(column, text): the heading of a column, then what stands in it."""

Bounds = tuple[float, float, float]
"""Widths of the longest word, the longest text and a usual text, as multiples of the size of type."""


@dataclass(frozen=True)
class Columns:
    """Columns that stand side by side, and how wide they are."""

    places: tuple[int, ...]
    """Which columns of the table."""
    widths: tuple[float, ...]
    """In points."""


@dataclass(frozen=True)
class Setting:
    """How a table is set: more than one part where it is wider than the page."""

    size: float
    """Of its type, in points."""
    parts: tuple[Columns, ...]


def set_columns(texts: Texts, available: float) -> Setting:
    """Choose the size of type and the widths of columns.

    The longest word of every column fits. Where even the smallest type does not allow that for all columns, the table
    is set in parts below each other, and every part begins with the first column.

    Parameters
    ----------
    texts
        Heading and cells of each column.
    available : float
        Width of the page, in points.
    """
    bounds = [_bounds(column) for column in texts]
    for size in _SIZES:
        if sum(least * size + _INSET for least, _, _ in bounds) <= available * _EASE:
            return Setting(size, (_shared(range(len(texts)), bounds, size, available),))
    size = _SIZES[-1]
    parts = _cut([min(least * size + _INSET, available / 2) for least, _, _ in bounds], available)
    return Setting(size, tuple(_shared(part, bounds, size, available) for part in parts))


def even_columns(count: int, first: float, least: float, available: float) -> tuple[Columns, ...]:
    """Columns of a matrix: one that names the rows, then narrow ones of one width; in parts where they are too many."""
    at_once = max(int((available - first) // least), 1)
    others = range(1, count)
    parts = [tuple(others[place : place + at_once]) for place in range(0, len(others), at_once)]
    width = max(least, min(2 * least, (available - first) / max(len(part) for part in parts))) if parts else least
    return tuple(Columns((0, *part), (first, *(width for _ in part))) for part in parts) or (Columns((0,), (first,)),)


def _bounds(column: Sequence[str]) -> Bounds:
    """How wide the heading and the cells of a column are."""
    measure = typeface().width
    weights = [_BOLD, *(1.0 for _ in column[1:])]
    least = max(
        (weight * measure(word) for weight, text in zip(weights, column, strict=True) for word in words_of(text)),
        default=0.0,
    )
    wholes = [weight * measure(text) for weight, text in zip(weights, column, strict=True)]
    return least, max([*wholes, least]), sum(wholes) / max(len(wholes), 1)


def _shared(places: Sequence[int], bounds: Sequence[Bounds], size: float, available: float) -> Columns:
    """Give each column its longest word, and share what is left by how much text there is."""
    least = [bounds[place][0] * size + _INSET for place in places]
    whole = [bounds[place][1] * size * 1.02 + _INSET for place in places]
    usual = [bounds[place][2] * size for place in places]
    short = [full if full <= _SHORT * size else wide for full, wide in zip(whole, least, strict=True)]
    widths = short if sum(short) <= available * _EASE else list(least)
    for _ in places:
        room = available - sum(widths)
        wants = [((full - wide) * max(mean, 1.0)) ** 0.5 if full > wide else 0.0
                 for full, wide, mean in zip(whole, widths, usual, strict=True)]  # fmt: skip
        if room <= 0.01 or not any(wants):
            break
        share = room / sum(wants)
        widths = [min(wide + share * want, full) if want else wide
                  for wide, want, full in zip(widths, wants, whole, strict=True)]  # fmt: skip
    return Columns(tuple(places), _fitted(widths, available))


def _fitted(widths: Sequence[float], available: float) -> tuple[float, ...]:
    """Widths that fill no more than the page."""
    scale = min(1.0, available / sum(widths)) if widths else 1.0
    return tuple(round(wide * scale, 2) for wide in widths)


def _cut(widths: Sequence[float], available: float) -> list[tuple[int, ...]]:
    """Parts of a table, each with the first column and as many of the others as the page holds."""
    parts: list[list[int]] = [[0]]
    for place in range(1, len(widths)):
        if len(parts[-1]) > 1 and sum(widths[other] for other in parts[-1]) + widths[place] > available:
            parts.append([0])
        parts[-1].append(place)
    return [tuple(part) for part in parts]
