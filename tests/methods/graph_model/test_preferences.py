"""Ranks from rankings, statements, weights and values, against plain loops over states."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import groupby

import numpy as np
import pytest
from graph_models import option_forms, space_is_left
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hiwar.methods.graph_model import (
    ArcForm,
    Concept,
    DecisionMaker,
    ModelError,
    Never,
    Option,
    OptionForm,
    OptionSpace,
    analyse_stability,
    space_of,
)
from hiwar.methods.graph_model.preferences import (
    graph_model_of,
    rank_by_ranking,
    rank_by_statements,
    rank_by_values,
    rank_by_weights,
)
from hiwar.methods.graph_model.spaces import RankArray
from hiwar.methods.graph_model.statements import Expression, Holds, Joined, Not, StatementError

OPTIONS = (Option("a"), Option("b"), Option("aid", ("none", "some", "full")))
SPACE = space_of(OptionForm((DecisionMaker("A", OPTIONS),), infeasible=(Never({"a": ("yes",), "b": ("yes",)}),)))


@st.composite
def spaces(draw: st.DrawFn) -> OptionSpace:
    form = draw(option_forms())
    assume(space_is_left(form))
    return space_of(form)


def expressions(space: OptionSpace) -> st.SearchStrategy[Expression]:
    literal = st.sampled_from(space.form.options).flatmap(
        lambda option: st.lists(st.sampled_from(option.levels), min_size=1, unique=True).map(
            lambda levels: Holds(option.name, tuple(levels))
        )
    )

    def joined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return inner.map(Not) | st.builds(Joined, st.sampled_from(["and", "or", "if", "iff"]), several)

    return st.recursive(literal, joined, max_leaves=5)


def holds(expression: Expression, levels: dict[str, str]) -> bool:
    """What the words say, for one state."""
    match expression:
        case Holds(option, wanted):
            return levels[option] in wanted
        case Not(part):
            return not holds(part, levels)
        case Joined(keyword, parts):
            found = holds(parts[0], levels)
            for part in parts[1:]:
                other = holds(part, levels)
                found = {"and": found and other, "or": found or other, "if": found or not other}.get(
                    keyword, found == other
                )
            return found


def levels_in(space: OptionSpace, cell: int) -> dict[str, str]:
    return dict(zip((option.name for option in space.form.options), space.levels(cell), strict=True))


def numbered(space: OptionSpace, key: Callable[[int], object]) -> list[int]:
    """Ranks from 1 in the order of a key of the cells that can occur."""
    cells = sorted(space.states.tolist(), key=key)  # type: ignore[arg-type]
    row = [0] * space.size
    for place, (_, group) in enumerate(groupby(cells, key), start=1):
        for cell in group:
            row[cell] = place
    return row


@settings(max_examples=150, deadline=None)
@given(spaces(), st.data())
def test_an_earlier_statement_outweighs_all_later_ones(space: OptionSpace, data: st.DataObject) -> None:
    statements = data.draw(st.lists(expressions(space), max_size=8))
    expected = numbered(space, lambda cell: [holds(one, levels_in(space, cell)) for one in statements])
    found = rank_by_statements(space, statements)
    assert found.dtype == np.int32
    assert found.tolist() == expected


@settings(max_examples=10, deadline=None)
@given(st.integers(65, 300), st.integers(0, 1 << 20))
def test_so_it_is_with_hundreds_of_them(count: int, seed: int) -> None:
    """Each statement names one level of three options; with many options, states differ far down the list only."""
    space = space_of(OptionForm((DecisionMaker("A", tuple(Option(f"o{k}") for k in range(7))),)))
    rng = np.random.default_rng(seed)
    statements: list[Expression] = []
    for _ in range(count):
        chosen = rng.choice(7, 3, replace=False)
        statements.append(Joined("and", tuple(Holds(f"o{k}", (("no", "yes")[rng.integers(2)],)) for k in chosen)))
    expected = numbered(space, lambda cell: [holds(one, levels_in(space, cell)) for one in statements])
    assert rank_by_statements(space, statements).tolist() == expected


@pytest.mark.parametrize("n_options", [12, 14])
def test_a_statement_for_each_option_counts_in_binary(n_options: int) -> None:
    """More cells than are added to at once, and more scores than fit their table: the ranks are the cell numbers."""
    makers = tuple(DecisionMaker(str(k), (Option(f"o{k}"),)) for k in range(n_options))
    space = space_of(OptionForm(makers))
    said = [f"o{k}" for k in reversed(range(n_options))]
    often = [statement for statement in said for _ in range(9)]
    for statements in (said, often):
        np.testing.assert_array_equal(rank_by_statements(space, statements), np.arange(space.size) + 1)


WEIGHTS: st.SearchStrategy[int | float | Fraction] = st.one_of(
    st.integers(-5, 5), st.sampled_from([0.1, 0.2, 0.3, -0.25, 1e-9, 10**6 / 7, Fraction(1, 3)])
)


@settings(max_examples=150, deadline=None)
@given(spaces(), st.data())
def test_weights_add_up_exactly(space: OptionSpace, data: st.DataObject) -> None:
    weights: dict[str, Mapping[str, int | float | Fraction]] = {
        option.name: data.draw(st.dictionaries(st.sampled_from(option.levels), WEIGHTS))
        for option in data.draw(st.lists(st.sampled_from(space.form.options), unique_by=lambda option: option.name))
    }

    def total(cell: int) -> Fraction:
        levels = levels_in(space, cell)
        return sum((Fraction(str(own.get(levels[name], 0))) for name, own in weights.items()), Fraction(0))

    assert rank_by_weights(space, weights).tolist() == numbered(space, total)


def test_a_bare_weight_is_what_yes_adds() -> None:
    bare = rank_by_weights(SPACE, {"a": 3, "b": 2, "aid": {"some": 1, "full": -1}})
    np.testing.assert_array_equal(
        bare, rank_by_weights(SPACE, {"a": {"yes": 3}, "b": 2, "aid": {"some": 1, "full": -1}})
    )


@settings(max_examples=150, deadline=None)
@given(spaces(), st.data())
def test_values_and_rankings_say_the_same(space: OptionSpace, data: st.DataObject) -> None:
    count = space.states.size
    values = data.draw(st.lists(st.integers(-3, 3).map(lambda k: k / 3), min_size=count, max_size=count))
    of_cell = dict(zip(space.states.tolist(), values, strict=True))
    by_values = rank_by_values(space, values)
    assert by_values.tolist() == numbered(space, of_cell.__getitem__)
    groups = [[cell for cell in of_cell if of_cell[cell] == value] for value in sorted(set(values), reverse=True)]
    np.testing.assert_array_equal(rank_by_ranking(space, groups), by_values)


def test_a_conflict_is_put_together_from_ranks() -> None:
    """Chicken: both swerve, one does, or none."""
    makers = tuple(DecisionMaker(name, (Option(f"{name} swerves"),)) for name in ("Ann", "Bob"))
    space = space_of(OptionForm(makers))
    neither, ann, bob, both = range(4)
    ranks = {
        "Bob": rank_by_statements(space, ["Ann swerves or Bob swerves", "Ann swerves", "not Bob swerves"]),
        "Ann": rank_by_ranking(space, [[bob], [both], [ann], [neither]]),
    }
    model = graph_model_of(space, ranks)
    assert model.rank.tolist() == [[1, 2, 4, 3], [1, 4, 2, 3]]
    assert analyse_stability(model).equilibria(Concept.NASH).tolist() == [ann, bob]


def test_listed_states_can_be_ranked_and_valued() -> None:
    space = space_of(ArcForm(("A",), ("war", "peace", "truce"), {}))
    np.testing.assert_array_equal(rank_by_values(space, [0, 2, 1.5]), rank_by_ranking(space, [[1], [2], [0]]))


Wrong = Callable[[], object]
ZEROS: RankArray = np.zeros(3, dtype=np.int32)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: rank_by_ranking(SPACE, [[0], [0]]), "state NN0 is ranked twice"),
        (lambda: rank_by_ranking(SPACE, [[3]]), "state YN0 cannot occur|state YY0 cannot occur"),
        (lambda: rank_by_ranking(SPACE, [[12]]), "there is no cell 12; they are 0 to 11"),
        (lambda: rank_by_ranking(SPACE, [[0]]), "not ranked: YN0, NY0, NN1, YN1, NY1 and 3 more"),
        (lambda: rank_by_statements(SPACE, [Holds("c", ("yes",))]), "'c' is no option of the conflict"),
        (lambda: rank_by_statements(SPACE, [Holds("aid", ("all",))]), "'all' is no level of 'aid'"),
        (lambda: rank_by_weights(SPACE, {"c": 1}), "'c' is no option of the conflict; its options: a, b, aid"),
        (lambda: rank_by_weights(SPACE, {"aid": 1}), "'yes' is no level of 'aid'; its levels: none, some, full"),
        (lambda: rank_by_weights(SPACE, {"a": float("nan")}), "the weight nan of 'a' is not a finite number"),
        (lambda: rank_by_weights(SPACE, {"a": 1e300, "b": 1e-300}), "too far apart"),
        (lambda: rank_by_values(SPACE, [1, 2]), r"shape \(2,\) and type int64; one number per feasible state, \(9,\)"),
        (lambda: rank_by_values(SPACE, [1.0] * 8 + [float("nan")]), "the value of state NY2 is missing"),
        (lambda: graph_model_of(SPACE, {"B": ZEROS}), "'B' is no decision maker; they are A"),
        (lambda: graph_model_of(SPACE, {}), "nothing is said about what 'A' wants"),
        (lambda: graph_model_of(SPACE, {"A": ZEROS}), r"A: ranks have shape \(3,\); one per cell, \(12,\)"),
    ],
)
def test_a_mistake_is_told(wrong: Wrong, said: str) -> None:
    with pytest.raises(ModelError, match=said):
        wrong()


@pytest.mark.parametrize(("statements", "column"), [(["a", "b and c"], 6), (["aid = all"], 6)])
def test_a_text_that_is_not_understood_is_shown_with_the_place(statements: Sequence[str], column: int) -> None:
    with pytest.raises(StatementError) as caught:
        rank_by_statements(SPACE, statements)
    assert caught.value.column == column
    assert caught.value.__notes__ == [f"{statements[-1]}\n{' ' * column}^"]
