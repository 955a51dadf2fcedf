"""Likeness of many cases with many unknowns, beside trying every filling-in of a small one."""

import random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from hiwar.methods.similarity import Attribute, Cases, Value, compare


def random_cases(n_cases: int, n_attributes: int, unknown: float) -> Cases:
    """Cases with attributes of every kind; a share of the values is unknown."""
    chance = random.Random(7)  # noqa: S311
    kinds = [Attribute("n", "nominal", 4), Attribute("o", "ordered", 5), Attribute("s", "several", 6)]
    listed = tuple(kinds[place % 3] for place in range(n_attributes))

    def value(attribute: Attribute) -> Value:
        if chance.random() < unknown:
            return None
        count = chance.randint(0, attribute.size) if attribute.kind == "several" else 1
        return frozenset(chance.sample(range(attribute.size), count))

    rows = [tuple(map(value, listed)) for _ in range(n_cases + 1)]
    return Cases(listed, rows[0], {f"case{number}": row for number, row in enumerate(rows[1:])})


@pytest.mark.parametrize(("n_cases", "n_attributes"), [(8, 10), (30, 12)])
def test_compare(benchmark: BenchmarkFixture, n_cases: int, n_attributes: int) -> None:
    cases = random_cases(n_cases, n_attributes, 0.4)
    benchmark(compare, cases)
