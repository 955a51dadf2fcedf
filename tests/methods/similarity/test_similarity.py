"""Likeness of cases with unknowns: against trying every filling-in, a published table, and what must hold."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from similarity_oracle import coefficients, comparisons, filled

from hiwar.methods.similarity import Attribute, Cases, Value, compare

CASES = Path(__file__).parents[2] / "cases" / "similarity"
YES, NO = frozenset({1}), frozenset({0})


def coded(trait: dict[str, Any]) -> tuple[Attribute, list[Value]]:
    """A trait of the published table as places of its values; numbers on a grid of their step."""
    told = [value for value in trait["values"] if value is not None]
    if "step" in trait:
        steps = [None if value is None else round(value / trait["step"]) for value in trait["values"]]
        low = min(step for step in steps if step is not None)
        places = [None if step is None else step - low for step in steps]
    else:
        order = sorted(set(told))
        places = [None if value is None else order.index(value) for value in trait["values"]]
    size = max(place for place in places if place is not None) + 1
    return Attribute("trait", trait["kind"], size), [None if place is None else frozenset({place}) for place in places]


def published() -> list[tuple[Cases, float]]:
    table = yaml.safe_load((CASES / "invented_species.yaml").read_text(encoding="utf-8"))
    columns = [coded(trait) for trait in table["traits"].values()]
    listed = tuple(attribute for attribute, _ in columns)
    rows = [tuple(values[number] for _, values in columns) for number in range(8)]
    return [(Cases(listed, rows[one - 1], {"other": rows[two - 1]}), told) for one, two, told in table["published"]]


@pytest.mark.parametrize(("cases", "told"), published(), ids=lambda part: str(part)[:9])
def test_published_dissimilarities_of_species_with_unknown_traits(cases: Cases, told: float) -> None:
    found = compare(cases).likeness["other"].coefficient
    assert found is not None
    assert 1 - float(found) == pytest.approx(told, abs=5e-8)


@settings(max_examples=60)
@given(comparisons(), st.data())
def test_bounds_and_verdicts_are_those_of_trying_every_filling_in(cases: Cases, data: st.DataObject) -> None:
    count = len(cases.attributes)
    weights = data.draw(st.lists(st.integers(0, 3), min_size=count, max_size=count).filter(any))
    found = compare(cases, weights=weights)
    tried = [coefficients(one, weights) for one in filled(cases)]
    for key, likeness in found.likeness.items():
        assert likeness.low == min(values[key] for values in tried)
        assert likeness.high == max(values[key] for values in tried)
        firsts = [values[key] == max(values.values()) for values in tried]
        expected = "certain" if all(firsts) else "possible" if any(firsts) else "excluded"
        assert found.nearest[key] == expected
    for (one, other), (low, high) in found.difference.items():
        assert low == min(values[one] - values[other] for values in tried)
        assert high == max(values[one] - values[other] for values in tried)


@settings(max_examples=40)
@given(comparisons(most_unknown=3, most_cases=2))
def test_any_weights_reach_as_far_as_the_attributes_taken_alone(cases: Cases) -> None:
    """A weighted mean lies between the least and the greatest of its parts, and reaches both."""
    found = compare(cases, weights="any")
    count = len(cases.attributes)
    alone = [compare(cases, weights=[int(place == own) for own in range(count)]) for place in range(count)]
    for key, likeness in found.likeness.items():
        assert likeness.low == min(one.likeness[key].low for one in alone)
        assert likeness.high == max(one.likeness[key].high for one in alone)
        assert (found.nearest[key] == "certain") == all(one.nearest[key] == "certain" for one in alone)
    for pair, bounds in found.difference.items():
        assert bounds[0] == min(one.difference[pair][0] for one in alone)
        assert bounds[1] == max(one.difference[pair][1] for one in alone)


@given(comparisons())
def test_likeness_is_the_same_seen_from_either_side(cases: Cases) -> None:
    for key, values in cases.others.items():
        turned = Cases(cases.attributes, values, {"present": cases.present})
        assert compare(turned).likeness["present"] == compare(cases).likeness[key]


@given(comparisons())
def test_a_copy_of_the_present_case_is_wholly_like_it_and_no_other_is_certainly_nearer(cases: Cases) -> None:
    found = compare(replace(cases, others={**cases.others, "copy": cases.present}))
    known = [value for value in cases.present if value is not None]
    assert found.likeness["copy"].coefficient == (1 if known else None)
    assert found.nearest["copy"] != "excluded"
    assert all(found.difference["copy", other][1] >= 0 for other in cases.others)
    if len(known) == len(cases.present):
        assert found.nearest["copy"] == "certain"


@given(comparisons(), st.data())
def test_forgetting_a_value_never_narrows_a_bound(cases: Cases, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(["present", *cases.others]))
    place = data.draw(st.integers(0, len(cases.attributes) - 1))
    row = list(cases.present if key == "present" else cases.others[key])
    row[place] = None
    less = replace(cases, present=tuple(row)) if key == "present" else replace(
        cases, others={**cases.others, key: tuple(row)}
    )  # fmt: skip
    before, after = compare(cases), compare(less)
    for pair, (low, high) in before.difference.items():
        assert after.difference[pair][0] <= low
        assert after.difference[pair][1] >= high
    for other, likeness in before.likeness.items():
        assert after.likeness[other].low <= likeness.low
        assert after.likeness[other].high >= likeness.high


@given(comparisons(), st.randoms(use_true_random=False))
def test_the_order_of_attributes_and_of_cases_changes_nothing(cases: Cases, chance: Any) -> None:
    places = list(range(len(cases.attributes)))
    chance.shuffle(places)
    others = {key: tuple(cases.others[key][place] for place in places) for key in sorted(cases.others, reverse=True)}
    moved = compare(Cases(tuple(cases.attributes[p] for p in places), tuple(cases.present[p] for p in places), others))
    found = compare(cases)
    assert (moved.difference, moved.nearest) == (found.difference, found.nearest)
    for key, likeness in found.likeness.items():
        assert moved.likeness[key].coefficient == likeness.coefficient


def test_an_unknown_is_neither_likeness_nor_difference() -> None:
    listed = (Attribute("bases", "nominal", 2), Attribute("law", "nominal", 2))
    known = compare(Cases(listed, (YES, YES), {"other": (YES, None)})).likeness["other"]
    one = Fraction(1)
    assert (known.coefficient, known.n_known, known.by_attribute) == (one, 1, (one, None))
    assert (known.low, known.high) == (Fraction(1, 2), one)


def test_what_is_unknown_of_the_present_case_counts_once_for_both() -> None:
    """Both others hold the same value, so filling in the present case cannot part them."""
    listed = (Attribute("bases", "nominal", 2), Attribute("law", "nominal", 3))
    found = compare(Cases(listed, (YES, None), {"near": (YES, YES), "far": (NO, YES)}))
    assert found.likeness["near"].low <= found.likeness["far"].high
    assert found.difference["near", "far"] == (Fraction(1, 2), Fraction(1, 2))
    assert (found.nearest["near"], found.nearest["far"]) == ("certain", "excluded")


def test_a_case_may_draw_level_with_each_rival_alone_and_never_with_both_at_once() -> None:
    """The present case would have to hold both values of the first attribute at the same time."""
    listed = (Attribute("place", "nominal", 2), Attribute("law", "nominal", 2))
    others = {"left": (NO, YES), "right": (YES, YES), "middle": (None, NO)}
    found = compare(Cases(listed, (None, YES), others))
    assert [found.difference["middle", other][1] for other in ("left", "right")] == [0, 0]
    assert found.nearest["middle"] == "excluded"
    assert compare(Cases(listed, (None, YES), others), weights="any").nearest["middle"] == "possible"


def test_cases_that_share_nothing_known_have_no_coefficient() -> None:
    found = compare(Cases((Attribute("law", "nominal", 2),), (None,), {"a": (YES,), "b": (NO,)}))
    assert found.likeness["a"].coefficient is None
    assert set(found.nearest.values()) == {"possible"}


@pytest.mark.parametrize(
    ("attribute", "value", "told"),
    [
        (Attribute("law", "nominal", 2), frozenset({0, 1}), "law: 2 values where one is wanted"),
        (Attribute("law", "ordered", 2), frozenset({2}), "law: a value beyond the 2 there are"),
        (Attribute("law", "several", 2), frozenset({0, 5}), "law: a value beyond the 2 there are"),
    ],
)
def test_values_that_do_not_fit_are_refused(attribute: Attribute, value: Value, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Cases((attribute,), (value,), {"other": (None,)})


def test_senseless_comparisons_and_weights_are_refused() -> None:
    listed = (Attribute("law", "nominal", 2),)
    with pytest.raises(ValueError, match="at least one attribute and one other case"):
        Cases(listed, (YES,), {})
    with pytest.raises(ValueError, match="2 values for 1 attributes"):
        Cases(listed, (YES,), {"other": (YES, NO)})
    cases = Cases(listed, (YES,), {"other": (YES,)})
    for weights in ([-1], [0], [1, 1]):
        with pytest.raises(ValueError, match="weights must be 1 numbers"):
            compare(cases, weights=weights)


def test_too_many_ways_to_fill_in_are_refused_by_name() -> None:
    wide = Attribute("fields", "several", 26)
    others: dict[str, tuple[Value]] = {f"case{place}": (frozenset({place}),) for place in range(11)}
    with pytest.raises(ValueError, match="fields: more than 1024 ways"):
        compare(Cases((wide,), (None,), others))
