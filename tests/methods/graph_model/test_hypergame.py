"""Misperception: what holds is what each holds in the conflict that it sees."""

from dataclasses import replace

import numpy as np
import pytest
from further_models import small_models
from graph_models import ranked
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import Definitions

from hiwar.methods.graph_model import (
    ArcForm,
    Concept,
    DecisionMaker,
    GraphModel,
    ModelError,
    Never,
    Option,
    OptionForm,
    OptionSpace,
    space_of,
)
from hiwar.methods.graph_model.hypergame import Hypergame, HypergameStability, analyse_hypergame
from hiwar.methods.graph_model.partial import PARTIAL_CONCEPTS
from hiwar.methods.graph_model.perceptions import IMAGINED, Perception, match_perception, perceive
from hiwar.methods.graph_model.spaces import IntArray


def labels(model: GraphModel, cells: IntArray) -> list[str]:
    return [model.space.label(cell) for cell in cells.tolist()]


@st.composite
def hypergames(draw: st.DrawFn) -> Hypergame:
    """Some states or options unknown to some, others' rankings seen wrongly."""
    real = draw(small_models(2, 3, most_cells=12))
    perceptions = []
    for _ in real.space.names:
        first = real.space.states.tolist()[0]
        options: list[str] = []
        if isinstance(real.space, OptionSpace):
            options = draw(st.lists(st.sampled_from([option.name for option in real.space.form.options]), max_size=1))
            if not real.space.feasible[0]:
                options = []
        states = draw(st.lists(st.sampled_from(real.space.states.tolist()), max_size=3, unique=True))
        other = draw(ranked(real.space)).rank
        names = draw(st.lists(st.sampled_from(real.space.names), unique=True))
        rankings = {name: other[real.space.names.index(name)] for name in names}
        seen = perceive(
            real,
            unknown_options=options,
            unknown_states=[cell for cell in states if cell != first],
            rankings=rankings,
        )
        perceptions.append(seen)
    return Hypergame(real, tuple(perceptions))


@settings(max_examples=80, deadline=None)
@given(hypergames())
def test_hypergame_is_what_each_holds_in_its_own_conflict(hypergame: Hypergame) -> None:
    """Read word by word: who knows the state, and what the definitions say of the conflict it sees."""
    found = analyse_hypergame(hypergame)
    makers = range(len(hypergame.perceptions))
    for concept in PARTIAL_CONCEPTS:
        stays, all_stay = {}, {}
        for maker, seen in enumerate(hypergame.perceptions):
            definitions = Definitions(seen.model)
            for cell in seen.model.space.states.tolist():
                there = int(seen.real[cell])
                stays[maker, there] = definitions.stays(maker, cell, concept)
                all_stay[maker, there] = all(definitions.stays(other, cell, concept) for other in makers)
        states = hypergame.real.space.states.tolist()
        held = [cell for cell in states if all(stays.get((maker, cell), False) for maker in makers)]
        unknown = [cell for cell in states if any((maker, cell) not in stays for maker in makers)]
        hidden = [
            cell
            for cell in unknown
            if any((maker, cell) in stays for maker in makers) and all(stays.get((m, cell), True) for m in makers)
        ]
        assert found.equilibria(concept).tolist() == held
        assert found.surprises.tolist() == unknown
        assert found.hidden_equilibria(concept).tolist() == hidden
        foreseen = [cell for cell in held if all(all_stay[maker, cell] for maker in makers)]
        assert found.foreseen(concept).tolist() == foreseen
        truth = Definitions(hypergame.real)
        for maker in makers:
            for cell in states:
                is_illusion = all_stay.get((maker, cell), False) and not all(stays.get((m, cell), True) for m in makers)
                assert found.illusions(concept)[maker, cell] == is_illusion
                is_mistaken = (maker, cell) in stays and stays[maker, cell] != truth.stays(maker, cell, concept)
                assert found.mistaken(concept)[maker, cell] == is_mistaken


@settings(max_examples=80, deadline=None)
@given(small_models(2, 4))
def test_who_sees_clearly_plays_the_real_conflict(model: GraphModel) -> None:
    found = analyse_hypergame(Hypergame(model, tuple(perceive(model) for _ in model.space.names)))
    assert found.surprises.size == 0
    for concept in PARTIAL_CONCEPTS:
        np.testing.assert_array_equal(found.equilibria(concept), found.real.equilibria(concept))
        np.testing.assert_array_equal(found.foreseen(concept), found.real.equilibria(concept))
        assert not found.mistaken(concept).any()
        assert not found.illusions(concept).any()
        assert found.hidden_equilibria(concept).size == 0


@settings(max_examples=80, deadline=None)
@given(hypergames())
def test_what_others_see_is_of_no_matter_to_what_one_holds(hypergame: Hypergame) -> None:
    clear = perceive(hypergame.real)
    first = analyse_hypergame(hypergame)
    second = analyse_hypergame(Hypergame(hypergame.real, (hypergame.perceptions[0], *[clear] * (len(first.known) - 1))))
    np.testing.assert_array_equal(first.held[:, 0], second.held[:, 0])


@settings(max_examples=60, deadline=None)
@given(small_models(2, 3, most_cells=12), st.data())
def test_nash_equilibria_need_no_true_picture_of_what_others_want(model: GraphModel, data: st.DataObject) -> None:
    """By Nash only one's own ranking counts, so wrong ideas of others' change what is expected and not what holds."""
    perceptions = []
    for maker in range(len(model.space.names)):
        other = data.draw(ranked(model.space)).rank
        wrong = {name: other[place] for place, name in enumerate(model.space.names) if place != maker}
        perceptions.append(perceive(model, rankings=wrong))
    found = analyse_hypergame(Hypergame(model, tuple(perceptions)))
    np.testing.assert_array_equal(found.equilibria(Concept.NASH), found.real.equilibria(Concept.NASH))


# Worked examples


def surprise_attack() -> Hypergame:
    """Made up. A defender guards the plain or the forest; it does not know that the forest can be crossed."""
    form = OptionForm(
        (
            DecisionMaker("defender", (Option("guard", ("plain", "forest")),)),
            DecisionMaker("attacker", (Option("attack", ("none", "plain", "forest")),)),
        )
    )
    space = space_of(form)
    ranks = {  # (guard, attack): defender, attacker
        ("plain", "none"): (6, 3),
        ("forest", "none"): (5, 3),
        ("plain", "plain"): (4, 1),
        ("forest", "plain"): (2, 5),
        ("plain", "forest"): (1, 6),
        ("forest", "forest"): (3, 2),
    }
    rank = np.zeros((2, 6), dtype=np.int32)
    for (guard, attack), pair in ranks.items():
        rank[:, space.cell({"guard": guard, "attack": attack})] = pair
    real = GraphModel(space, rank)
    unaware = DecisionMaker("attacker", (Option("attack", ("none", "plain")),))
    seen = OptionForm((form.decision_makers[0], unaware))
    known = space_of(seen)
    small = np.zeros((2, 4), dtype=np.int32)
    for cell in range(4):
        guard, attack = known.levels(cell)
        small[:, cell] = ranks[guard, attack]
    return Hypergame(real, (match_perception(real, GraphModel(known, small)), perceive(real)))


def test_the_attack_nobody_thought_of() -> None:
    """The defender thinks that guarding the plain deters. The attacker goes through the forest and would stay there."""
    hypergame = surprise_attack()
    real = hypergame.real
    quiet, surprise = 0, 4
    assert [real.space.label(cell) for cell in (quiet, surprise)] == ["N-0", "N-2"]
    found = analyse_hypergame(hypergame, [Concept.NASH, Concept.SEQUENTIAL])
    assert found.perceived[0].equilibria(Concept.NASH).size == 1
    assert found.expected[0, 0, quiet]
    assert found.illusions(Concept.NASH)[0, quiet]
    assert found.equilibria(Concept.NASH).tolist() == []
    assert found.hidden_equilibria(Concept.NASH).tolist() == [surprise]
    assert not found.real.stable(Concept.NASH)[0, surprise]
    assert found.surprises.tolist() == [4, 5]
    # Looking further ahead, the attacker expects the defender to follow, and stays where it is.
    assert quiet in found.foreseen(Concept.SEQUENTIAL)


def test_peace_that_nobody_expects() -> None:
    """A stag hunt in which each takes the other for a player of the prisoner's dilemma: mutual restraint holds."""
    form = OptionForm((DecisionMaker("one", (Option("a"),)), DecisionMaker("two", (Option("b"),))))
    real = GraphModel(space_of(form), np.array([[2, 1, 3, 4], [2, 3, 1, 4]], dtype=np.int32))
    suspected = np.array([[2, 1, 4, 3], [2, 4, 1, 3]], dtype=np.int32)
    one = perceive(real, rankings={"two": suspected[1]})
    two = perceive(real, rankings={"one": suspected[0]})
    found = analyse_hypergame(Hypergame(real, (one, two)), [Concept.NASH])
    assert labels(real, found.equilibria(Concept.NASH)) == ["N-N", "Y-Y"]
    assert labels(real, found.foreseen(Concept.NASH)) == ["N-N"]
    assert [labels(real, seen.equilibria(Concept.NASH)) for seen in found.perceived] == [["N-N"], ["N-N"]]


def test_feared_weapon_that_is_none() -> None:
    """The second is thought to have an option that it lacks: the states with it are imagined, and known to nobody."""
    real_form = OptionForm((DecisionMaker("one", (Option("attack"),)), DecisionMaker("two", (Option("comply"),))))
    seen_form = OptionForm(
        (DecisionMaker("one", (Option("attack"),)), DecisionMaker("two", (Option("weapon"), Option("comply"))))
    )
    real = GraphModel(space_of(real_form), np.array([[3, 4, 1, 2], [3, 1, 4, 2]], dtype=np.int32))
    seen = GraphModel(space_of(seen_form), np.array([[3, 4, 1, 2, 5, 6, 7, 8]] * 2, dtype=np.int32))
    perception = match_perception(real, seen)
    by_name = {seen.space.label(cell): int(perception.real[cell]) for cell in range(8)}
    assert by_name == {
        "N-NN": 0,
        "Y-NN": 1,
        "N-YN": IMAGINED,
        "Y-YN": IMAGINED,
        "N-NY": 2,
        "Y-NY": 3,
        "N-YY": IMAGINED,
        "Y-YY": IMAGINED,
    }
    found = analyse_hypergame(Hypergame(real, (perception, perceive(real))))
    assert found.surprises.size == 0
    assert found.perceived[0].model is seen


def test_a_decision_maker_may_be_unknown() -> None:
    """The first does not see the third; whatever needs a level of the third's option is unknown to it."""
    names = ("one", "two", "three")
    makers = tuple(DecisionMaker(name, (Option(f"{name} acts"),)) for name in names)
    real = GraphModel(space_of(OptionForm(makers)), np.arange(1, 25, dtype=np.int32).reshape(3, 8))
    seen = GraphModel(space_of(OptionForm(makers[:2])), np.arange(1, 9, dtype=np.int32).reshape(2, 4))
    found = analyse_hypergame(Hypergame(real, (match_perception(real, seen), perceive(real), perceive(real))))
    assert found.known[0].tolist() == [True] * 4 + [False] * 4
    with pytest.raises(ModelError, match=r"three does not take part in the conflict that it perceives"):
        Hypergame(real, (perceive(real), perceive(real), match_perception(real, seen)))


def test_table_has_one_row_per_concept_decision_maker_and_state() -> None:
    frame = analyse_hypergame(surprise_attack()).to_frame()
    assert len(frame) == 4 * 2 * 6
    rows = frame[(frame["concept"] == "nash") & (frame["state"] == "N-0")].set_index("decision_maker")
    assert rows["expects_all_to_stay"].to_dict() == {"defender": True, "attacker": False}
    assert rows["stays"].to_dict() == {"defender": True, "attacker": False}
    assert rows["would_stay_if_it_saw"].to_dict() == {"defender": True, "attacker": False}
    assert not frame[(frame["decision_maker"] == "defender") & (frame["state"] == "N-2")]["knows"].any()


def test_states_that_are_infeasible_in_reality_are_imagined() -> None:
    form = OptionForm((DecisionMaker("one", (Option("a"), Option("b"))),))
    real_space = space_of(replace(form, infeasible=(Never({"a": ("yes",), "b": ("yes",)}),)))
    real = GraphModel(real_space, np.array([[1, 2, 3, 0]], dtype=np.int32))
    seen = match_perception(real, GraphModel(space_of(form), np.array([[1, 2, 3, 4]], dtype=np.int32)))
    assert seen.real.tolist() == [0, 1, 2, IMAGINED]


# What is refused


@pytest.fixture
def listed() -> GraphModel:
    form = ArcForm(("one", "two"), ("a", "b", "c"), {"one": (("a", "b"), ("b", "c")), "two": (("b", "a"),)})
    return GraphModel(space_of(form), np.array([[1, 2, 3], [3, 2, 1]], dtype=np.int32))


def test_listed_states_that_are_unknown_are_left_out_with_their_moves(listed: GraphModel) -> None:
    seen = perceive(listed, unknown_states=[1])
    assert seen.model.space.form == ArcForm(("one", "two"), ("a", "c"), {"one": (), "two": ()})
    assert seen.real.tolist() == [0, 2]
    assert seen.model.rank.tolist() == [[1, 3], [3, 1]]


def test_what_is_not_in_the_conflict_cannot_be_unknown(listed: GraphModel) -> None:
    real = surprise_attack().real
    with pytest.raises(ModelError, match=r"'attak' is no option of the conflict; its options: guard, attack"):
        perceive(real, unknown_options=["attak"])
    with pytest.raises(ModelError, match=r"9 is not the cell of a feasible state"):
        perceive(real, unknown_states=[9])
    with pytest.raises(ModelError, match=r"'atacker' is no decision maker; they are defender, attacker"):
        perceive(real, rankings={"atacker": real.rank[0]})
    with pytest.raises(ModelError, match=r"listed states have no options"):
        perceive(listed, unknown_options=["a"])
    with pytest.raises(ModelError, match=r"must both have options, or both have listed states"):
        match_perception(real, listed)


def test_perceptions_that_do_not_fit_are_refused(listed: GraphModel) -> None:
    with pytest.raises(ModelError, match=r"1 perceptions are given for 2 decision makers"):
        Hypergame(listed, (perceive(listed),))
    with pytest.raises(ModelError, match=r"two perceived states stand for the same real one"):
        Perception(listed, np.array([0, 1, 1]))
    with pytest.raises(ModelError, match=r"real cells are given for 3 perceived ones"):
        Perception(listed, np.array([0, 1]))
    with pytest.raises(ModelError, match=r"a state that one perceives stands for a cell that is no feasible state"):
        Hypergame(listed, (Perception(listed, np.array([0, 1, 7])), perceive(listed)))
    half = surprise_attack().real
    blocked = perceive(half, unknown_options=["attack"])
    with pytest.raises(ModelError, match=r"a cell that is infeasible in a perceived conflict stands for no real state"):
        Perception(blocked.model, np.arange(6))


def test_what_was_not_analysed_is_not_answered(listed: GraphModel) -> None:
    found: HypergameStability = analyse_hypergame(Hypergame(listed, (perceive(listed),) * 2), [Concept.NASH])
    with pytest.raises(ModelError, match=r"sequential stability was not analysed; analysed: nash"):
        found.equilibria(Concept.SEQUENTIAL)
