"""Statements over options: what they say, where they hold, and what is said to whoever mistypes one."""

from itertools import product

import numpy as np
import pytest
from conflicts import told
from hypothesis import given
from hypothesis import strategies as st

from hiwar.formats.statements import patterns_of, statement_of
from hiwar.methods.graph_model import DecisionMaker, Option, OptionForm, OptionSpace, space_of
from hiwar.methods.graph_model.spaces import fits
from hiwar.methods.graph_model.statements import Holds, Joined, Not, StatementError, holds_in, parse

FORM = OptionForm(
    (
        DecisionMaker("A", (Option("a"), Option("share data"))),
        DecisionMaker("B", (Option("c"), Option("aid", ("none", "some", "full")))),
    )
)
SPACE = space_of(FORM)
A, SHARE, C, FULL = Holds("a", ("yes",)), Holds("share data", ("yes",)), Holds("c", ("yes",)), Holds("aid", ("full",))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a", A),
        ("share data", SHARE),
        ('"share data"', SHARE),
        ("not a and c", Joined("and", (Not(A), C))),
        ("not (a and c)", Not(Joined("and", (A, C)))),
        ("not not a", A),
        ("a or c and share data", Joined("or", (A, Joined("and", (C, SHARE))))),
        ("a if c or a", Joined("if", (A, Joined("or", (C, A))))),
        ("a iff c if a", Joined("iff", (A, Joined("if", (C, A))))),
        ("NOT a AND c", Joined("and", (Not(A), C))),
        ("aid = full", FULL),
        ("c and aid=full", Joined("and", (C, FULL))),
    ],
)
def test_words_bind_as_they_are_said(text: str, meant: object) -> None:
    assert parse(text, FORM) == meant


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("", 0, "an option is wanted here; found the end"),
        ("a and", 5, "an option is wanted here; found the end"),
        ("and a", 0, 'an option is wanted here; found "and"'),
        ("a and (c", 6, "a bracket is opened here and not closed"),
        ("a)", 1, '")" does not belong here'),
        ("a and b", 6, '"b" is not an option of this conflict'),
        ('a and "c', 6, "a quote is opened here and never closed"),
        ("aid", 0, '"aid" has no level "yes"; say which level is meant: "aid" = "full"'),
        ("aid = most", 6, '"most" is not a level of "aid" (none, some, full)'),
        ('"a" "c"', 5, '"c" does not belong here'),
        ("(" * 60 + "a" + ")" * 60, 30, "more than 30 brackets inside each other"),
        ("not " * 600 + "a", None, "a statement has at most 500 parts"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, column: int | None, said: str) -> None:
    with pytest.raises(StatementError) as caught:
        parse(text, FORM)
    assert said in str(caught.value)
    assert column is None or caught.value.column == column


def test_a_misspelt_option_in_a_file_is_marked_where_it_stands() -> None:
    text = """\
hiwar_graph_model: 1
title: t
decision_makers:
  A:
    options: [attack]
    statements:
      - 'not atack'
"""
    assert 'dam.yaml:7:14: "atack" is not an option of this conflict; did you mean "attack"?' in told(text)


def literals() -> st.SearchStrategy[str]:
    return st.sampled_from(["a", '"share data"', "c"])


EXPRESSIONS = st.recursive(
    literals(),
    lambda inner: st.one_of(
        inner.map("not ({})".format),
        st.tuples(inner, st.sampled_from(["and", "or", "if", "iff"]), inner).map("({0[0]}) {0[1]} ({0[2]})".format),
    ),
    max_leaves=6,
)


def python_says(text: str, a: bool, share: bool, c: bool) -> bool:
    """The same statement in Python's own words: ``x if y`` is ``x or not y``, ``x iff y`` is ``x == y``."""
    words = text.replace('"share data"', "share").replace(" iff ", " == ").replace(" if ", " >= ")
    names = {"a": a, "share": share, "c": c}
    return bool(eval(words, {"__builtins__": {}}, names))  # noqa: S307 - made by this test


@given(EXPRESSIONS)
def test_a_statement_holds_where_logic_says(text: str) -> None:
    held = holds_in(parse(text, FORM), SPACE)
    for cell in SPACE.states.tolist():
        a, share, c, _ = SPACE.levels(cell)
        assert held[cell] == python_says(text, a == "yes", share == "yes", c == "yes")


@given(EXPRESSIONS)
def test_its_patterns_fit_where_it_holds(text: str) -> None:
    held = holds_in(parse(text, FORM), SPACE)
    patterns = patterns_of(text, FORM)
    together = np.zeros(SPACE.size, dtype=bool)
    for pattern in patterns:
        together |= fits(FORM, pattern, SPACE.option_sizes)
    np.testing.assert_array_equal(together, held)


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["a", "share data", "c"]), st.sampled_from([("yes",), ("no",)]), min_size=1),
        min_size=1,
        max_size=4,
    )
)
def test_patterns_written_as_a_statement_say_the_same(patterns: list[dict[str, tuple[str, ...]]]) -> None:
    together = np.zeros(SPACE.size, dtype=bool)
    for pattern in patterns:
        together |= fits(FORM, pattern, SPACE.option_sizes)
    np.testing.assert_array_equal(holds_in(parse(statement_of(patterns), FORM), SPACE), together)


def test_an_earlier_statement_outweighs_all_later_ones_however_many() -> None:
    from hiwar.formats import Statements
    from hiwar.formats.graph_model_ranks import rank_row

    space: OptionSpace = space_of(OptionForm((DecisionMaker("A", (Option("a"), Option("b"))),)))
    rank = rank_row(Statements(("a", *(["b"] * 200))), space)
    assert rank[1] > rank[2]
    assert rank.tolist() == [1, 3, 2, 4]


def test_weights_are_added_as_written() -> None:
    from hiwar.formats import Weights
    from hiwar.formats.graph_model_ranks import rank_row

    form = OptionForm((DecisionMaker("A", (Option("a"), Option("b"), Option("c"))),))
    row = rank_row(Weights({"a": {"yes": 0.1}, "b": {"yes": 0.2}, "c": {"yes": 0.3}}), space_of(form))
    both, third = 0b011, 0b100
    assert row[both] == row[third]
    assert len(list(product("ny", repeat=3))) == row.size


def test_weights_too_far_apart_are_told_where_they_stand() -> None:
    text = """\
hiwar_graph_model: 1
title: t
decision_makers:
  A: {options: [a, b], weights: {a: 1.0e+300, b: 1.0e-300}}
"""
    assert "dam.yaml:4:24: the weights are too far apart to be added up exactly" in told(text)
