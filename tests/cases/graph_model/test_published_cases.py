"""What is published of well-known conflicts, and what Hiwar makes of them: each file says which is which."""

from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
import yaml

from hiwar.formats import GraphModelFile, find_state, read_graph_model
from hiwar.methods.graph_model import (
    Concept,
    GraphModel,
    OptionSpace,
    analyse_coalitions,
    analyse_stability,
    analyse_status_quo,
    moves_from,
)

HERE = Path(__file__).parent
CASES = sorted(path.name.removesuffix(".results.yaml") for path in HERE.glob("*.results.yaml"))


def results(case: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((HERE / f"{case}.results.yaml").read_text(encoding="utf-8"))
    return data


def equilibria(file: GraphModelFile, concept: Concept) -> list[str]:
    cells = analyse_stability(file.model, [concept]).equilibria(concept)
    return sorted(file.name(cell) for cell in cells.tolist())


def expected() -> Iterator[tuple[str, str, Concept]]:
    for case in CASES:
        for part in ("published", "computed"):
            for concept in results(case).get(part, {}):
                if concept in set(Concept):
                    yield case, part, Concept(concept)


def test_the_cases_that_every_textbook_has_are_there() -> None:
    assert {"prisoners_dilemma", "chicken", "elmira"} <= set(CASES)
    assert all((HERE / f"{case}.yaml").is_file() for case in CASES)


@pytest.mark.parametrize("case", CASES)
def test_every_case_names_its_source_and_what_of_it_was_checked(case: str) -> None:
    assert len(read_graph_model(HERE / f"{case}.yaml").source) > 40
    assert results(case)["checked"]


@pytest.mark.parametrize(("case", "part", "concept"), list(expected()))
def test_the_equilibria_are_those_in_the_file(case: str, part: str, concept: Concept) -> None:
    file = read_graph_model(HERE / f"{case}.yaml")
    assert equilibria(file, concept) == sorted(results(case)[part][concept.value])


def definitions(model: GraphModel) -> Any:
    """The definitions in plain Python, which lie with the tests of the method."""
    path = HERE.parents[1] / "methods" / "graph_model" / "oracle.py"
    spec = spec_from_file_location("oracle_of_the_graph_model", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Definitions(model)


@pytest.mark.parametrize("case", CASES)
def test_every_verdict_agrees_with_the_definitions(case: str) -> None:
    file = read_graph_model(HERE / f"{case}.yaml")
    plain = definitions(file.model)
    asked = [one for one in Concept if isinstance(file.space, OptionSpace) or one is not Concept.SIMULTANEOUS]
    stability = analyse_stability(file.model, asked)
    for concept in asked:
        stable = stability.stable(concept)
        for maker in range(len(file.space.names)):
            for cell in file.space.states.tolist():
                assert bool(stable[maker, cell]) == plain.stays(maker, cell, concept)


def test_elmira_is_left_by_two_together() -> None:
    """The equilibrium that Ministry and Uniroyal leave jointly, and where they go."""
    file = read_graph_model(HERE / "elmira.yaml")
    published = results("elmira")["published"]["coalition"]
    found = analyse_coalitions(file.model)
    nash = found.concepts.index(Concept.NASH)
    members = tuple(sorted(file.space.names.index(name) for name in published["members"]))
    place = found.coalitions.index(members)
    state = file.space.states.tolist().index(find_state(file, published["leaves"]))
    assert file.name(int(found.improvement[nash, place, state])) == published["for"]
    held = found.stable_for_all(Concept.NASH)
    assert [file.name(cell) for cell in file.space.states[held].tolist()] == ["s8", "s9"]


def test_elmira_goes_its_way_from_the_status_quo() -> None:
    file = read_graph_model(HERE / "elmira.yaml")
    assert file.status_quo is not None
    ways = {only: analyse_status_quo(file.model, file.status_quo, only_improvements=only) for only in (True, False)}
    names = {only: [file.name(cell) for cell in way.reached.tolist()] for only, way in ways.items()}
    assert names[True] == ["s1", "s5"]
    assert {"s5", "s8", "s9"} <= set(names[False])


def test_four_states_that_nobody_tells_apart_change_no_verdict() -> None:
    """Elmira as it is published, with nine states, and with options, where the last is four."""
    listed, options = (read_graph_model(HERE / f"{name}.yaml") for name in ("elmira", "elmira_options"))
    for concept in (Concept.NASH, Concept.GENERAL_METARATIONAL, Concept.SYMMETRIC_METARATIONAL, Concept.SEQUENTIAL):
        short = {name.partition(" ")[0] for name in equilibria(options, concept)}
        assert sorted(short) == equilibria(listed, concept)


def test_single_answers_give_the_record_that_disagrees_with_the_definition() -> None:
    """Garrison: who looks at answers of one move only finds what gmcr-py recorded, and misses three states."""
    file = read_graph_model(HERE / "garrison.yaml")
    recorded = results("garrison")["disagrees"]["general_metarational"]
    held = [cell for cell in file.space.states.tolist() if holds_by_single_answers(file.model, cell)]
    assert [file.name(cell) for cell in held] == recorded
    missed = set(equilibria(file, Concept.GENERAL_METARATIONAL)) - set(recorded)
    assert missed == {"4", "6", "10"}


def holds_by_single_answers(model: GraphModel, cell: int) -> bool:
    """General metarational stability for everybody, if the others could answer with one move only."""
    assert isinstance(model.space, OptionSpace)
    makers = range(len(model.space.names))
    for maker in makers:
        rank = model.rank[maker]
        for end in moves_from(model.space, maker, cell).tolist():
            answers = [moves_from(model.space, other, end) for other in makers if other != maker]
            if rank[end] > rank[cell] and not any((rank[ends] <= rank[cell]).any() for ends in answers):
                return False
    return True
