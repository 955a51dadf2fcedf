"""Pruning of dominated scores, against its definition."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.packages.kernels import locate
from hiwar.methods.packages.merging import undominated


@st.composite
def score_tables(draw: st.DrawFn) -> list[tuple[int, ...]]:
    n_parties = draw(st.integers(1, 5))
    unit = draw(st.sampled_from([1, 1, 7, 10**9, 2**45]))  # large ones do not fit into one packed number
    row = st.tuples(*[st.integers(-3, 6).map(lambda score: score * unit)] * n_parties)
    return draw(st.lists(row, min_size=1, max_size=40))


@given(score_tables())
@settings(max_examples=200, deadline=None)
def test_undominated_rows_are_those_of_the_definition(rows: list[tuple[int, ...]]) -> None:
    def is_beaten(row: tuple[int, ...]) -> bool:
        return any(other != row and all(a >= b for a, b in zip(other, row, strict=True)) for other in rows)

    expected = sorted({row for row in rows if not is_beaten(row)})
    found = undominated(np.array(rows, dtype=np.int64))
    assert [tuple(map(int, row)) for row in found] == expected


@given(score_tables(), st.integers(1, 3))
@settings(max_examples=100, deadline=None)
def test_few_comparisons_leave_more_rows_but_lose_none(rows: list[tuple[int, ...]], most_checked: int) -> None:
    scores = np.array(rows, dtype=np.int64)
    kept = {tuple(map(int, row)) for row in undominated(scores, most_checked=most_checked)}
    assert {tuple(map(int, row)) for row in undominated(scores)} <= kept <= set(rows)


@given(score_tables(), score_tables())
@settings(max_examples=100, deadline=None)
def test_located_rows_are_the_same_rows(table: list[tuple[int, ...]], rows: list[tuple[int, ...]]) -> None:
    rows = [row for row in rows if len(row) == len(table[0])] + table[:3]
    table, rows = sorted(set(table)), sorted(set(rows))
    found = locate(np.array(table, dtype=np.int64), np.array(rows, dtype=np.int64))
    assert found.tolist() == [table.index(row) if row in table else -1 for row in rows]
