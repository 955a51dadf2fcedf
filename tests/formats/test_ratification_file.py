"""Ratifications in Hiwar's own YAML: read exactly, and refused with a place and with what would do."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from hiwar.dossier.problems import CaseError, SourceText
from hiwar.formats.ratification_file import RatificationFile, ratification_of, read_ratification
from hiwar.formats.ratification_values import RULES, rule_named, rule_words
from hiwar.methods.ratification import (
    MAJORITY_OF_PRESENT,
    Between,
    Bloc,
    Correlated,
    Costs,
    Outcome,
    Position,
    Preferences,
    Referendum,
    Rule,
    VetoPlayer,
    quota,
    verdict,
)

EXAMPLES = Path(__file__).parents[2] / "examples" / "ratification"
FULL = """\
hiwar_ratification: 1
title: Everything
source: invented
note: nothing is left out
chambers:
  Lower:
    seats: 10
    rule: majority of present
    quorum: majority of members
    blocs:
      A: {seats: 4, position: for, cohesion: 3/4, probability: [0.25, 1/2]}
      B: {seats: 3, position: divided, shares_for: [0, 1/3], attendance: [1, 3], has_veto: yes}
      C:
        seats: unknown
        values: {gate: {open: 1.5, shut: unknown}}
        reservation_value: [1, 2]
        stances: {fee: {none: against}}
  Upper: {seats: unknown, rule: {share: 3/5, of: voting, must_exceed: no, votes: 4}, quorum: 3, blocs: {}}
veto_players:
  Head: {position: abstain, must_consent: yes, overridden_by: 7 votes, probability: 0.5}
referendums:
  People: {share_for: [0.4, 0.6], turnout: unknown, majority: 1/2, least_turnout: 0.5, least_approval: 1/4}
issues: {gate: [open, shut], fee: [none, some]}
excluded: [{gate: shut, fee: none}]
package: {gate: open, fee: some}
change_costs: {fee: {none: 2}}
costs: {per: seat, stated: {A: 1.5, Head: 2}, fixed: [B]}
correlated: [{names: [A, Head], correlation: 0.3}]
"""


def read(text: str) -> RatificationFile:
    return ratification_of(SourceText.of("vote.yaml", "vote.yaml", text))


def test_everything_is_read_exactly() -> None:
    file = read(FULL)
    lower, upper = file.route.chambers
    assert (file.title, file.source, file.note) == ("Everything", "invented", "nothing is left out")
    assert (lower.rule, lower.quorum, upper.seats, upper.quorum) == (MAJORITY_OF_PRESENT, 6, None, 3)
    assert upper.rule == Rule(Fraction(3, 5), "voting", must_exceed=False, votes=4)
    first, second, third = lower.blocs
    assert first.cohesion == Fraction(3, 4)
    assert isinstance(first.probability, Between)
    assert Fraction(first.probability.low) == Fraction(1, 4)
    assert second == Bloc(
        "B", 3, Position.DIVIDED, shares_for=Between(0, Fraction(1, 3)), attendance=Between(1, 3), has_veto=True
    )
    assert third.seats is None
    assert isinstance(third.preferences, Preferences)
    assert third.preferences.values["gate"]["shut"] is None
    assert third.preferences.reservation_value == Between(1, 2)
    assert third.preferences.stances == {"fee": {"none": Position.AGAINST}}
    (head,) = file.route.veto_players
    assert replace(head, probability=None) == VetoPlayer("Head", Position.ABSTAIN, True, quota(7))
    assert isinstance(file.route.referendums[0], Referendum)
    assert file.route.referendums[0].turnout is None
    assert file.agenda is not None
    assert file.agenda.excluded == ({"gate": ("shut",), "fee": ("none",)},)
    assert file.package == {"gate": "open", "fee": "some"}
    assert file.costs.per == "seat"
    assert Fraction(file.costs.stated["A"]) == Fraction(3, 2)
    assert file.costs.fixed == ("B",)
    assert file.change_costs == {"fee": {"none": 2}}
    assert [group.names for group in file.correlated] == [("A", "Head")]
    assert isinstance(file.correlated[0], Correlated)


def test_the_examples_are_read_and_tell_what_they_say() -> None:
    for path in sorted(EXAMPLES.glob("*.yaml")):
        assert verdict(read_ratification(path).route).route
    treaty = read_ratification(EXAMPLES / "water-treaty.yaml")
    assert verdict(treaty.route).outcome is Outcome.CANNOT_BE_TOLD
    assert treaty.costs == Costs("seat", {"Centre": 8}, ("South",))


@pytest.mark.parametrize("name", RULES)
def test_every_named_rule_is_said_in_the_words_that_name_it(name: str) -> None:
    assert rule_words(RULES[name]) == name


@pytest.mark.parametrize("text", ["at least 3/5 of members", "more than 1/3 of present", "60 votes", "1 vote"])
def test_other_rules_are_understood_as_they_are_said(text: str) -> None:
    rule = rule_named(text)
    assert rule is not None
    assert rule_words(rule) == text


SMALL = """\
hiwar_ratification: 1
title: T
chambers:
  A:
    seats: 10
    rule: majority of present
    blocs:
      X: {seats: 6, position: for}
"""


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("position: for", "position: pro", ":8:31", "expected here: for, abstain"),
        ("position: for", "posture: for", ":8:21", '"posture" is not a key that can stand here'),
        (", position: for", "", ":8:7", 'lacks "position"'),
        ("seats: 6", "seats: -6", ":8:18", "expected here: a whole number"),
        ("seats: 6, ", "", ":8:7", 'lacks "seats"'),
        ("seats: 6", "seats: 16", ":3:1", "the blocs hold 16 seats, but there are only 10"),
        ("majority of present", "most", ":6:11", 'expected here: a rule, such as "majority of present"'),
        ("majority of present", "{share: 3/5}", ":6:11", "say what the share is of"),
        ("majority of present", "{share: 3/5, of: all}", ":6:28", "expected here: members, present or voting"),
        ("    rule: majority of present\n", "", ":4:3", 'lacks "rule"'),
        ("position: for", "position: for, attendance: [3, 2]", ":3:1", "the lower bound comes first"),
        ("position: for", "position: for, attendance: [3]", ":8:48", "a range is written [least, most]"),
        ("position: for", "position: for, probability: [0.5, 0.2]", ":8:49", "is upside down"),
        ("position: for", "values: {i: {o: 1}}", ":8:21", "values need a reservation_value"),
        ("position: for", "stances: {i: {o: for}}", ":3:1", 'values and stances need "issues"'),
        ("title: T\n", "", ":1:1", '"title" is missing'),
        ("hiwar_ratification: 1", "hiwar_ratification: 2", ":1:21", "this program reads version 1"),
        ("title: T", "title: T\npackage: {i: o}", ":3:1", '"package" needs "issues"'),
        ("title: T", "title: T\nissues: {i: [o, p]}\npackage: {i: q}", ":4:14", '"q" is no option of "i"'),
        ("title: T", "title: T\nissues: {i: [o], j: [p]}\npackage: {i: o}", ":4:1", 'does not settle "j"'),
        ("title: T", "title: T\nissues: {i: [o, p]}\npackage: {i: [o, p]}", ":4:1", "one option of each issue"),
        ("title: T", "title: T\ncosts: {per: head}", ":3:14", "expected here: bloc or seat"),
        ("title: T", "title: T\ncorrelated: [{names: [X]}]", ":3:14", "write  {names: [one, another]"),
        (
            "    seats: 10\n",
            "    seats: unknown\n    quorum: majority of members\n",
            ":6:13",
            "a majority of how many?",
        ),
        ("    seats: 10\n", "    seats: 10\n    quorum: half\n", ":6:13", "expected here: a number of seats"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_would_do(old: str, new: str, place: str, message: str) -> None:
    assert SMALL.count(old) == 1
    with pytest.raises(CaseError) as refusal:
        read(SMALL.replace(old, new))
    problems = [str(problem) for problem in refusal.value.problems]
    assert any(f"vote.yaml{place}" in problem and message in problem for problem in problems), problems


@pytest.mark.parametrize("text", ["", "a: b", "- 1", "hiwar: 1"])
def test_what_is_no_ratification_is_told_so(text: str) -> None:
    with pytest.raises(CaseError, match=r"empty|this is not yet a ratification"):
        read(text)
