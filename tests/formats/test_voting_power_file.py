"""Bodies that vote in Hiwar's own YAML: read exactly, and refused with a place."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from hiwar.dossier.problems import CaseError, SourceText
from hiwar.formats.voting_power_file import PowerFile, read_voting_power, voting_power_of
from hiwar.methods.voting_power import (
    Base,
    Majority,
    Number,
    Quota,
    TernaryGame,
    ThirdOption,
    VotingGame,
    analyse_power,
)

EXAMPLES = Path(__file__).parents[2] / "examples" / "voting-power"
SMALL = """\
hiwar_power: 1
title: Two houses
source: invented
note: small
players:
  North: {seats: 3, people: 1/3}
  South: {seats: 2, people: 0.25}
  East: {seats: 1_000, people: 4}
quota: {seats: majority, people: 62.5%, members: more than 1}
vetoes: [South]
"""
TERNARY = """\
hiwar_power: 1
title: A council
players: {North: 3, South: 2, East: 2}
quota: two thirds
third_option: absent
counted_of: cast
quorum: 4
"""


def read(text: str) -> PowerFile:
    return voting_power_of(SourceText.of("body.yaml", "body.yaml", text))


def test_everything_is_read_exactly() -> None:
    file = read(SMALL)
    assert (file.title, file.source, file.note) == ("Two houses", "invented", "small")
    people: dict[str, Number] = {"North": Fraction(1, 3), "South": Decimal("0.25"), "East": 4}
    assert file.measures == {"seats": {"North": 3, "South": 2, "East": 1000}, "people": people}
    assert isinstance(file.game, VotingGame)
    assert file.game.vetoes == ("South",)
    ((seats, share, members),) = file.game.routes
    assert seats == Quota(file.measures["seats"], Fraction(1005, 2), True, "seats")
    assert share == Quota(people, Fraction(55, 12) * Fraction(5, 8), False, "people")
    assert members == Quota(dict.fromkeys(people, 1), 1, True, "members")


def test_a_body_with_a_third_option_is_read() -> None:
    file = read(TERNARY)
    weights = {"North": 3, "South": 2, "East": 2}
    assert file.game == TernaryGame(
        ("North", "South", "East"),
        (Majority(weights, Fraction(2, 3), Base.CAST, False, "weight"),),
        ThirdOption.ABSENT,
        (Quota(weights, 4, False, "weight"),),
    )
    of_members = read(TERNARY.replace("counted_of: cast\n", "")).game
    assert isinstance(of_members, TernaryGame)
    assert of_members.rules == (Quota(weights, Fraction(14, 3), False, "weight"),)


def test_a_list_of_players_has_one_vote_each() -> None:
    file = read("hiwar_power: 1\ntitle: Jury\nplayers: [A, B, C]\nquota: {any_of: [{members: all}, {members: 2}]}\n")
    assert file.measures == {"members": {"A": 1, "B": 1, "C": 1}}
    assert isinstance(file.game, VotingGame)
    assert len(file.game.routes) == 2
    assert analyse_power(file.game).n_winning == 4


@pytest.mark.parametrize(
    ("written", "needed", "is_strict"),
    [
        ("majority", Fraction(7, 2), True),
        ("two thirds", Fraction(14, 3), False),
        ("three  fifths", Fraction(21, 5), False),
        ("three quarters", Fraction(21, 4), False),
        ("all", Fraction(7), False),
        ("5", 5, False),
        ("at least 4.5", Decimal("4.5"), False),
        ("more than 4", 4, True),
        ("50%", Fraction(7, 2), False),
        ("more than 60 %", Fraction(21, 5), True),
    ],
)
def test_quotas_are_words_numbers_and_shares(written: str, needed: object, is_strict: bool) -> None:
    game = read(f"hiwar_power: 1\ntitle: T\nplayers: {{A: 4, B: 3}}\nquota: {written}\n").game
    assert isinstance(game, VotingGame)
    ((quota,),) = game.routes
    assert (quota.needed, quota.is_strict) == (needed, is_strict)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_examples_are_read(path: Path) -> None:
    assert read_voting_power(path).title


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("hiwar_power: 1\n", "", "1:1: this is not yet a body that votes"),
        ("hiwar_power: 1", "hiwar_power: 2", "1:14: this is version"),
        ("hiwar_power: 1", "hiwar_power: yes", "this is version"),
        ("title: Two houses\n", "", '"title" is missing'),
        ("title: Two houses", "title:", "expected here: text"),
        ("quota:", "qouta:", '"qouta" is not a key that can stand here; did you mean "quota"'),
        ("seats: majority", "seats: majorty", 'did you mean "majority"'),
        ("seats: majority", "seats: 2000", "9:1: nothing can pass"),
        ("seats: majority", "seat: majority", 'did you mean "seats"'),
        ("62.5%", "162.5%", "is more than all"),
        ("62.5%", "[1]", "expected here: a weight, a share or a word"),
        ("{seats: majority, people: 62.5%, members: more than 1}", "majority", "say what is counted: {seats: ..."),
        ("{seats: majority, people: 62.5%, members: more than 1}", "{}", "needs at least one quota"),
        ("{seats: majority, people: 62.5%, members: more than 1}", "{any_of: []}", "at least one way to pass"),
        ("{seats: majority, people: 62.5%, members: more than 1}", "{any_of: 3}", "expected here: a list"),
        ("seats: 3,", "seats: three,", "6:18: expected here: a weight of at least 0"),
        ("seats: 3,", "seats: -3,", "expected here: a weight of at least 0"),
        ("seats: 3,", "seats: 1/0,", "expected here: a weight"),
        ("seats: 3,", "seats: 1e99,", "expected here: a weight"),
        ("seats: 2, ", "", '7:3: "South" lacks "seats"'),
        ("seats: 2,", "seat: 2,", '"seat" is not a key that can stand here; did you mean "seats"'),
        ("{seats: 2, people: 0.25}", "2", "7:10: expected here: entries"),
        ("[South]", "[Sout]", '"Sout" is no player; did you mean "South"'),
        ("[South]", "[South, South]", '"South" is listed twice'),
        ("[South]", "South", "expected here: a list"),
        ("vetoes: [South]", "quorum: 3", "add  third_option: absent"),
    ],
)
def test_mistakes_are_told_with_their_place(old: str, new: str, message: str) -> None:
    assert old in SMALL
    with pytest.raises(CaseError) as refused:
        read(SMALL.replace(old, new, 1))
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("absent", "asleep", '"asleep" is not one of abstain, absent'),
        ("cast", "castt", 'did you mean "cast"'),
        ("two thirds", "5", "of those cast a share is wanted"),
        ("two thirds", "{any_of: [{members: 2}, {members: all}]}", "one way to pass only"),
        ("quorum: 4", "quorum: {any_of: [{members: 2}]}", "a quorum has no any_of"),
        ("quorum: 4", "quorum: 9", "nothing can pass"),
        ("two thirds", "0%", "without any vote in favour"),
    ],
)
def test_mistakes_with_a_third_option_are_told(old: str, new: str, message: str) -> None:
    with pytest.raises(CaseError) as refused:
        read(TERNARY.replace(old, new, 1))
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("a: 1\n", "1:1: this is not yet a body that votes"),
        ("[1]\n", "expected here: entries"),
        ("hiwar_power: 1\ntitle: T\nplayers: []\nquota: 1\n", "at least one player"),
        ("hiwar_power: 1\ntitle: T\nplayers: [A, A]\nquota: 1\n", '3:14: "A" is listed twice'),
        ("hiwar_power: 1\ntitle: T\nplayers: {A: {}}\nquota: 1\n", "no weight is stated"),
        ("hiwar_power: 1\ntitle: T\nplayers: {A: 1}\nquota: 0\n", "must be more than 0"),
    ],
)
def test_what_is_no_body_is_refused(text: str, message: str) -> None:
    with pytest.raises(CaseError) as refused:
        read(text)
    assert message in str(refused.value)
