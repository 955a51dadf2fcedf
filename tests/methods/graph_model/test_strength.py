"""Strength of preference: against the definition, and what follows from it."""

import numpy as np
import pytest
from further_models import small_models
from further_oracle import rank_of, states_of, stays
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.graph_model import Concept, DecisionMaker, GraphModel, ModelError, Option, OptionForm, space_of
from hiwar.methods.graph_model.spaces import RankArray
from hiwar.methods.graph_model.stability import analyse_stability
from hiwar.methods.graph_model.strength import STRENGTH_CONCEPTS, analyse_strength

DILEMMA = GraphModel(
    space_of(OptionForm(tuple(DecisionMaker(name, (Option(f"{name} defects"),)) for name in ("row", "column")))),
    np.array([[3, 4, 1, 2], [3, 1, 4, 2]], dtype=np.int32),
)


@st.composite
def bands_of(draw: st.DrawFn, model: GraphModel) -> RankArray:
    """Bands that follow the ranking: every rank opens a new band or does not."""
    bands = np.zeros_like(model.rank)
    for own, band in zip(model.rank, bands, strict=True):
        opens = draw(st.lists(st.booleans(), min_size=int(own.max()), max_size=int(own.max())))
        band[own > 0] = np.cumsum([1, *opens])[own[own > 0]]
    return bands


@settings(max_examples=150, deadline=None)
@given(small_models(), st.data())
def test_stable_and_strong_agree_with_the_definition(model: GraphModel, data: st.DataObject) -> None:
    bands = data.draw(bands_of(model))
    found = analyse_strength(model, bands)

    def better(maker: int, start: int, end: int) -> bool:
        return rank_of(model, maker, end) > rank_of(model, maker, start)

    def worse(maker: int, start: int, end: int) -> bool:
        return not better(maker, start, end)

    def greatly_worse(maker: int, start: int, end: int) -> bool:
        return bool(bands[maker, end] < bands[maker, start])

    for place, concept in enumerate(STRENGTH_CONCEPTS):
        for maker in range(len(model.space.names)):
            for kind, deters in ((found.stable, worse), (found.strong, greatly_worse)):
                expected = [
                    stays(model, maker, cell, concept.value, better, deters, better) for cell in states_of(model)
                ]
                assert kind[place, maker].tolist() == expected


@settings(max_examples=150, deadline=None)
@given(small_models(), st.data())
def test_strong_is_stable_and_one_band_leaves_only_states_without_improvement(
    model: GraphModel, data: st.DataObject
) -> None:
    found = analyse_strength(model, data.draw(bands_of(model)))
    assert (found.stable | ~found.strong).all()
    np.testing.assert_array_equal(found.weak, found.stable & ~found.strong)
    ordinary = analyse_stability(model, STRENGTH_CONCEPTS)
    for place, concept in enumerate(STRENGTH_CONCEPTS):
        np.testing.assert_array_equal(found.stable[place], ordinary.stable(concept)[:, model.space.states])
    one_band = analyse_strength(model, (model.rank > 0).astype(np.int32))
    np.testing.assert_array_equal(one_band.strong[0], one_band.strong[2])
    np.testing.assert_array_equal(one_band.stable, found.stable)


def test_cooperation_holds_weakly_or_strongly_as_deadlock_is_mild_or_great() -> None:
    """Deviating from cooperation ends in the deadlock; computed by hand."""
    mild = analyse_strength(DILEMMA, np.array([[2, 2, 1, 2], [2, 1, 2, 2]], dtype=np.int32))
    great = analyse_strength(DILEMMA, np.array([[2, 2, 1, 1], [2, 1, 2, 1]], dtype=np.int32))
    place = STRENGTH_CONCEPTS.index(Concept.SEQUENTIAL)
    assert mild.weak[place, :, 0].all()
    assert great.strong[place, :, 0].all()
    assert not mild.strong_equilibria(Concept.SEQUENTIAL)[0]
    assert great.strong_equilibria(Concept.SEQUENTIAL)[0]
    assert mild.equilibria(Concept.SEQUENTIAL)[0]


def test_bands_must_follow_the_ranking() -> None:
    rank = DILEMMA.rank
    with pytest.raises(ModelError, match="row: a state in a lower band is ranked above one in a higher band"):
        analyse_strength(DILEMMA, np.array([[1, 1, 2, 1], [1, 1, 1, 1]], dtype=np.int32))
    tied = GraphModel(DILEMMA.space, np.ones((2, 4), dtype=np.int32))
    with pytest.raises(ModelError, match="row: two states that are tied"):
        analyse_strength(tied, rank)
    with pytest.raises(ModelError, match=r"bands have shape \(1, 4\)"):
        analyse_strength(DILEMMA, rank[:1])
    with pytest.raises(ModelError, match="row: bands must be 1 or more"):
        analyse_strength(DILEMMA, np.zeros_like(rank))
    with pytest.raises(ModelError, match="nash stability has no degrees"):
        analyse_strength(DILEMMA, rank, [Concept.NASH])


def test_frame_has_one_row_per_verdict() -> None:
    frame = analyse_strength(DILEMMA, np.array([[2, 2, 1, 1], [2, 1, 2, 1]], dtype=np.int32)).to_frame()
    assert frame.columns.tolist() == ["concept", "decision_maker", "state", "stable", "strong"]
    cooperating = frame[(frame["concept"] == "sequential") & (frame["state"] == "N-N")]
    assert cooperating[["stable", "strong"]].values.all()
