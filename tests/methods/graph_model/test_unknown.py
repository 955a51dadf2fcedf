"""Unknown preferences: the four extensions against their definition, and how they relate."""

import numpy as np
import pytest
from further_models import small_models
from further_oracle import rank_of, states_of, stays
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.graph_model import Concept, DecisionMaker, GraphModel, ModelError, Option, OptionForm, space_of
from hiwar.methods.graph_model.partial import PARTIAL_CONCEPTS, PartialPreferences, analyse_partial
from hiwar.methods.graph_model.unknown import Extension, analyse_unknown


@st.composite
def known_parts(draw: st.DrawFn, model: GraphModel, share: float = 0.3) -> PartialPreferences:
    """The comparisons of a model, some pairs hidden, in both directions or in one."""
    rank = model.rank[:, model.space.states]
    better = rank[:, None, :] > rank[:, :, None]
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    hidden = rng.random(better.shape) < share
    if draw(st.booleans()):
        hidden |= hidden.transpose(0, 2, 1)
    hidden &= ~np.eye(rank.shape[1], dtype=np.bool_)
    return PartialPreferences(better & ~hidden, ~better & ~hidden)


@settings(max_examples=150, deadline=None)
@given(small_models(), st.data())
def test_each_extension_agrees_with_the_definition(model: GraphModel, data: st.DataObject) -> None:
    known = data.draw(known_parts(model))
    found = analyse_unknown(model.space, known)
    place_of = {cell: place for place, cell in enumerate(states_of(model))}

    def surely_better(maker: int, start: int, end: int) -> bool:
        return bool(known.better[maker, place_of[start], place_of[end]])

    def surely_not_better(maker: int, start: int, end: int) -> bool:
        return bool(known.not_better[maker, place_of[start], place_of[end]])

    def perhaps_better(maker: int, start: int, end: int) -> bool:
        return not surely_not_better(maker, start, end)

    def perhaps_not_better(maker: int, start: int, end: int) -> bool:
        return not surely_better(maker, start, end)

    kinds = {
        Extension.A: (perhaps_better, surely_not_better),
        Extension.B: (surely_better, surely_not_better),
        Extension.C: (perhaps_better, perhaps_not_better),
        Extension.D: (surely_better, perhaps_not_better),
    }
    for number, extension in enumerate(Extension):
        leaves_for, deters = kinds[extension]
        for place, concept in enumerate(PARTIAL_CONCEPTS):
            for maker in range(len(model.space.names)):
                expected = [
                    stays(model, maker, cell, concept.value, leaves_for, deters, perhaps_better)
                    for cell in states_of(model)
                ]
                assert found.stable[number, place, maker].tolist() == expected


@settings(max_examples=150, deadline=None)
@given(small_models(), st.data())
def test_bold_implies_cautious(model: GraphModel, data: st.DataObject) -> None:
    """Li, Hipel, Kilgour & Fang (2004): a within b and c, these within d; Nash a = c and b = d."""
    a, b, c, d = analyse_unknown(model.space, data.draw(known_parts(model))).stable
    for narrow, wide in ((a, b), (a, c), (b, d), (c, d)):
        assert (wide | ~narrow).all()
    np.testing.assert_array_equal(a[0], c[0])
    np.testing.assert_array_equal(b[0], d[0])
    for stable in (a, b, c, d):
        nash, general, symmetric, sequential = stable
        for inner, outer in ((nash, symmetric), (nash, sequential), (symmetric, general), (sequential, general)):
            assert (outer | ~inner).all()


@settings(max_examples=150, deadline=None)
@given(small_models())
def test_with_everything_known_all_four_are_one(model: GraphModel) -> None:
    rank = model.rank[:, model.space.states]
    better = rank[:, None, :] > rank[:, :, None]
    found = analyse_unknown(model.space, PartialPreferences(better, ~better))

    def improves(maker: int, start: int, end: int) -> bool:
        return rank_of(model, maker, end) > rank_of(model, maker, start)

    def deters(maker: int, start: int, end: int) -> bool:
        return not improves(maker, start, end)

    for place, concept in enumerate(PARTIAL_CONCEPTS):
        for maker in range(len(model.space.names)):
            expected = [
                stays(model, maker, cell, concept.value, improves, deters, improves) for cell in states_of(model)
            ]
            for extension in range(4):
                assert found.stable[extension, place, maker].tolist() == expected


@settings(max_examples=150, deadline=None)
@given(small_models(), st.data())
def test_certain_verdicts_are_the_first_extension_and_never_the_last(model: GraphModel, data: st.DataObject) -> None:
    """Sequential stability apart, where a certain answer must be a sure improvement for whoever gives it."""
    known = data.draw(known_parts(model))
    a, _, _, d = analyse_unknown(model.space, known).stable
    partial = analyse_partial(model.space, known)
    np.testing.assert_array_equal(partial.certain[:3], a[:3])
    np.testing.assert_array_equal(partial.never, ~d)
    assert (a[3] | ~partial.certain[3]).all()


def test_shape_size_and_concept_are_checked() -> None:
    makers = tuple(DecisionMaker(name, (Option(name),)) for name in ("a", "b"))
    space = space_of(OptionForm(makers))
    nothing = PartialPreferences(np.zeros((2, 4, 4), dtype=np.bool_), np.zeros((2, 4, 4), dtype=np.bool_))
    assert not analyse_unknown(space, nothing).equilibria(Extension.A, Concept.NASH).any()
    assert analyse_unknown(space, nothing).equilibria(Extension.B, Concept.NASH).all()
    with pytest.raises(ModelError, match="simultaneous stability is not defined"):
        analyse_unknown(space, nothing, [Concept.SIMULTANEOUS])
    one = PartialPreferences(nothing.better[:1], nothing.not_better[:1])
    with pytest.raises(ModelError, match=r"\(2, 4, 4\) is needed"):
        analyse_unknown(space, one)
    large = tuple(DecisionMaker(f"m{m}", tuple(Option(f"o{m}{k}") for k in range(7))) for m in range(2))
    with pytest.raises(ModelError, match="16,384 states are too many"):
        analyse_unknown(space_of(OptionForm(large)), nothing)


def test_frame_has_one_column_per_extension() -> None:
    makers = tuple(DecisionMaker(name, (Option(name),)) for name in ("a", "b"))
    nothing = np.zeros((2, 4, 4), dtype=np.bool_)
    frame = analyse_unknown(space_of(OptionForm(makers)), PartialPreferences(nothing, nothing)).to_frame()
    nash = frame[frame["concept"] == "nash"]
    assert nash[["a", "b", "c", "d"]].drop_duplicates().values.tolist() == [[False, True, False, True]]
