"""The comparison by trying every filling-in of every unknown, and cases at random."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, combinations, product
from typing import Literal

from hypothesis import strategies as st

from hiwar.methods.similarity import Attribute, Cases, Value


def all_values(attribute: Attribute) -> list[frozenset[int]]:
    """Every value that an attribute can have."""
    places = range(attribute.size)
    if attribute.kind != "several":
        return [frozenset({place}) for place in places]
    return [frozenset(some) for some in chain.from_iterable(combinations(places, n) for n in range(attribute.size + 1))]


def filled(cases: Cases) -> Iterator[Cases]:
    """The cases with every unknown filled in, in every way."""
    width = len(cases.attributes)
    cells: list[Value] = [*cases.present, *(value for other in cases.others.values() for value in other)]
    choices = [
        [cell] if cell is not None else all_values(cases.attributes[number % width])
        for number, cell in enumerate(cells)
    ]
    for found in product(*choices):
        rows = [tuple(found[start : start + width]) for start in range(0, len(found), width)]
        yield Cases(cases.attributes, rows[0], dict(zip(cases.others, rows[1:], strict=True)))


def likeness(attribute: Attribute, one: Value, other: Value) -> Fraction:
    """Likeness of two known values, by the definition."""
    assert one is not None
    assert other is not None
    if attribute.kind == "nominal":
        return Fraction(1 if one == other else 0)
    if attribute.kind == "ordered":
        return Fraction(attribute.size - 1 - abs(max(one) - max(other)), attribute.size - 1)
    held = [place for place in range(attribute.size) if place in one or place in other]
    return Fraction(sum(place in one and place in other for place in held), len(held)) if held else Fraction(1)


def coefficients(cases: Cases, weights: Sequence[int]) -> dict[str, Fraction]:
    """Gower's coefficient of each case where everything is known."""
    found: dict[str, Fraction] = {}
    for key, values in cases.others.items():
        parts = zip(weights, cases.attributes, cases.present, values, strict=True)
        total = sum((weight * likeness(attribute, one, other) for weight, attribute, one, other in parts), Fraction(0))
        found[key] = total / sum(weights)
    return found


@st.composite
def attributes(draw: st.DrawFn) -> Attribute:
    """An attribute of any kind."""
    kinds: list[Literal["nominal", "ordered", "several"]] = ["nominal", "ordered", "several"]
    kind = draw(st.sampled_from(kinds))
    return Attribute("a", kind, draw(st.integers(1, 2) if kind == "several" else st.integers(2, 3)))


@st.composite
def comparisons(draw: st.DrawFn, most_unknown: int = 5, most_cases: int = 3) -> Cases:
    """A present case and some others, with a few unknowns."""
    listed = tuple(draw(st.lists(attributes(), min_size=1, max_size=4)))
    count = draw(st.integers(1, most_cases))
    rows: list[list[Value]] = [[draw(st.sampled_from(all_values(one))) for one in listed] for _ in range(count + 1)]
    cells = [(row, place) for row in range(count + 1) for place in range(len(listed))]
    for row, place in draw(st.lists(st.sampled_from(cells), max_size=most_unknown)):
        rows[row][place] = None
    return Cases(listed, tuple(rows[0]), {f"case{number}": tuple(row) for number, row in enumerate(rows[1:])})
