"""Negotiations of Genius and NegMAS: read as those platforms mean them, written so that they read the same."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from negotiations import additive

from hiwar.dossier.problems import CaseError
from hiwar.formats.genius import read_genius
from hiwar.formats.genius_writing import genius_texts
from hiwar.formats.negmas import negmas_texts, read_negmas
from hiwar.formats.packages_file import PackagesFile
from hiwar.methods.packages import Excludes, Issue, ModelError, Negotiation, Number, Party
from hiwar.methods.packages.arrays import exact

ISSUE = '<issue index="1" name="Place" vtype="discrete" type="discrete" etype="discrete">'
DOMAIN = f"""<negotiation_template>
<utility_space number_of_issues="2">
<objective index="0" description="" name="Dinner" type="objective" etype="objective">
{ISSUE}<item index="1" value="Home"></item><item index="2" value="Inn"></item></issue>
<issue index="2" name="Hour" type="integer" lowerbound="6" upperbound="8"></issue>
</objective></utility_space></negotiation_template>
"""
PROFILE = f"""<utility_space>
<objective index="0" description="" name="Dinner" type="objective" etype="objective">
{ISSUE}<item index="1" value="Home" evaluation="5"></item><item index="2" value="Inn" evaluation="2"></item></issue>
<issue index="2" name="Hour" type="integer" lowerbound="6" upperbound="8">
<evaluator ftype="linear" offset="0.2" slope="0.5"></evaluator></issue>
<weight index="1" value="0.75"></weight><weight index="2" value="0.25"></weight>
</objective>
<discount_factor value="0.5"></discount_factor><reservation value="0.3"></reservation>
</utility_space>
"""
SPACE = """{"name": "trade", "type": "DiscreteCartesianOutcomeSpace", "issues": [
\t{"name": "Amount", "type": "ContiguousIssue", "values": [1, 3]},
\t{"name": "Colour", "type": "CategoricalIssue", "values": ["red", "gr\\u00fcn"]}]}
"""
FUNCTION = """{"name": "buyer", "type": "LinearAdditiveUtilityFunction", "reserved_value": 0.1, "bias": 0.5,
"weights": [0.25, 0.75], "values": [
 {"type": "AffineFun", "slope": 2, "bias": 1}, {"type": "TableFun", "mapping": {"red": 1, "gr\\u00fcn": 0}}]}
"""


@pytest.fixture
def dinner(tmp_path: Path) -> Path:
    (tmp_path / "dinner.xml").write_text(DOMAIN, encoding="utf-8")
    (tmp_path / "guest.xml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "host.xml").write_text(PROFILE.replace('evaluation="2"', 'evaluation="10"'), encoding="utf-8")
    (tmp_path / "other.xml").write_text(PROFILE.replace("Home", "Pub"), encoding="utf-8")
    return tmp_path / "dinner.xml"


def test_genius_divides_evaluations_by_the_largest_of_their_issue(dinner: Path) -> None:
    file = read_genius(dinner)
    assert file.title == "Dinner"
    assert file.form.names == ("guest", "host")
    guest, host = file.form.parties
    assert guest.worths["Place"] == {"Home": Fraction("0.75"), "Inn": Fraction("0.3")}
    assert host.worths["Place"] == {"Home": Fraction("0.375"), "Inn": Fraction("0.75")}
    assert guest.reservation_value == Fraction("0.3")
    assert any("discount factor of guest" in notice for notice in file.notices)


def test_genius_cuts_linear_evaluations_to_between_0_and_1(dinner: Path) -> None:
    """0.2, 0.7 and 1.2 times a weight of a quarter."""
    hours = read_genius(dinner).form.parties[0].worths["Hour"]
    assert hours == {"6": Fraction("0.05"), "7": Fraction("0.175"), "8": Fraction("0.25")}


def test_a_folder_a_domain_and_named_profiles_give_the_same(dinner: Path) -> None:
    assert read_genius(dinner.parent).form == read_genius(dinner).form
    chosen = [dinner.parent / "guest.xml", dinner.parent / "host.xml"]
    assert read_genius(dinner, chosen).form == read_genius(dinner).form
    assert read_genius(dinner.parent / "guest.xml").form.names == ("guest",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<negotiation_template>", "<!DOCTYPE x [<!ENTITY a 'b'>]><negotiation_template>", "document type"),
        ("</objective>", "", "not well-formed XML"),
        ('type="integer"', 'type="real"', 'issues of type "real"'),
        ('upperbound="8"', 'upperbound="9999999"', "up to 1,000 whole numbers"),
        ('upperbound="8"', 'upperbound="x"', "lowerbound and an upperbound"),
        ('value="Inn"', 'value="Home"', "each with a name"),
        ("negotiation_template>", "html>", "neither a domain"),
        ('value="Inn"', 'value="Tent"', "no profile with these issues"),
    ],
)
def test_files_that_are_no_domain_are_refused_with_a_place(dinner: Path, old: str, new: str, message: str) -> None:
    dinner.write_text(DOMAIN.replace(old, new), encoding="utf-8")
    with pytest.raises(CaseError, match=message) as caught:
        read_genius(dinner)
    assert caught.value.problems[0].line >= 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('evaluation="5"', 'evaluation="five"', 'found "five"'),
        ('evaluation="5"', 'evaluation="-5"', "negative"),
        ('<weight index="1" value="0.75"></weight>', "", "no <weight"),
        ('ftype="linear"', 'ftype="cosine"', "one linear <evaluator>"),
        ('value="0.3"', 'value="NaN"', "needs a number as value"),
    ],
)
def test_mistakes_in_a_profile_are_told(dinner: Path, old: str, new: str, message: str) -> None:
    (dinner.parent / "guest.xml").write_text(PROFILE.replace(old, new), encoding="utf-8")
    with pytest.raises(CaseError, match=message):
        read_genius(dinner)


def test_points_too_fine_to_add_up_are_rounded_and_it_is_said(dinner: Path) -> None:
    fine = PROFILE.replace('"0.75"', '"0.7516547003555888"').replace('"0.25"', '"0.2483452996444112"')
    (dinner.parent / "guest.xml").write_text(fine.replace('evaluation="2"', 'evaluation="3.7"'), encoding="utf-8")
    file = read_genius(dinner)
    assert any("rounded to 9 decimals" in notice for notice in file.notices)
    assert file.form.parties[0].worths["Place"]["Home"] == Fraction("0.751654700")


def bounds(worths: Mapping[str, Number]) -> tuple[Fraction, Fraction]:
    several = [Fraction(worth) for worth in worths.values()]
    return min(several), max(several)


def write(texts: dict[str, str], folder: Path) -> Path:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder / next(iter(texts))


@given(additive())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_genius_files_hold_each_partys_shares(tmp_path_factory: pytest.TempPathFactory, form: Negotiation) -> None:
    spans = [
        sum((bounds(own)[1] - bounds(own)[0] for own in party.worths.values()), Fraction(0)) for party in form.parties
    ]
    assume(all(spans))
    again = read_genius(write(genius_texts(PackagesFile("any", form)), tmp_path_factory.mktemp("genius"))).form
    assert again.issues == form.issues
    for party, other, span in zip(form.parties, again.parties, spans, strict=True):
        for issue, own in party.worths.items():
            low = bounds(own)[0]
            for option, worth in own.items():
                share = (Fraction(worth) - low) / span
                assert float(Fraction(other.worths[issue][option])) == pytest.approx(float(share), abs=1e-8)
        assert (party.reservation_value is None) == (other.reservation_value is None)


@given(additive())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_negmas_files_hold_the_points(tmp_path_factory: pytest.TempPathFactory, form: Negotiation) -> None:
    again = read_negmas(write(negmas_texts(PackagesFile("any", form)), tmp_path_factory.mktemp("negmas"))).form
    assert (again.issues, again.names) == (form.issues, form.names)
    for party, other in zip(form.parties, again.parties, strict=True):
        for issue, own in party.worths.items():
            for option, worth in own.items():
                assert abs(exact(other.worths[issue][option], "") - Fraction(worth)) < Fraction(1, 10**8)


@pytest.fixture
def trade(tmp_path: Path) -> Path:
    (tmp_path / "trade.json").write_text(SPACE, encoding="utf-8")
    (tmp_path / "buyer.json").write_text(FUNCTION, encoding="utf-8")
    seller = FUNCTION.replace("buyer", "seller").replace('"reserved_value": 0.1', '"reserved_value": -Infinity')
    (tmp_path / "seller.json").write_text(seller, encoding="utf-8")
    return tmp_path / "trade.json"


def test_negmas_values_are_weighted(trade: Path) -> None:
    file = read_negmas(trade)
    buyer, seller = file.form.parties
    assert file.form.issues == (Issue("Amount", ("1", "2", "3")), Issue("Colour", ("red", "grün")))
    assert buyer.worths["Amount"] == {"1": Fraction("1.25"), "2": Fraction("1.75"), "3": Fraction("2.25")}
    assert buyer.worths["Colour"] == {"red": Fraction("0.75"), "grün": 0}
    assert (buyer.reservation_value, seller.reservation_value) == (Fraction("0.1"), None)


def test_negmas_in_one_file_a_folder_or_yaml_is_the_same(trade: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    form = read_negmas(trade).form
    assert read_negmas(trade.parent).form == form
    one = tmp_path_factory.mktemp("one") / "all.json"
    functions = [(trade.parent / name).read_text("utf-8") for name in ("buyer.json", "seller.json")]
    one.write_text(f'{{"domain": {SPACE}, "ufuns": [{", ".join(functions)}]}}', encoding="utf-8")
    assert read_negmas(one).form == form
    as_yaml = tmp_path_factory.mktemp("yaml") / "all.yml"
    as_yaml.write_text(
        "domain:\n  name: trade\n  type: CartesianOutcomeSpace\n  issues:\n"
        "  - {name: Amount, type: ContiguousIssue, values: [1, 3]}\n"
        "ufuns:\n- name: buyer\n  type: LinearAdditiveUtilityFunction\n  reserved_value: -.inf\n  weights: [0.5]\n"
        "  values:\n  - {type: TableFun, mapping: {1: 0, 2: 0.5, 3: 1}}\n",
        encoding="utf-8",
    )
    (party,) = read_negmas(as_yaml).form.parties
    assert party.worths == {"Amount": {"1": 0, "2": Fraction("0.25"), "3": Fraction("0.5")}}


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("trade.json", '"ContiguousIssue"', '"ContinuousIssue"', "is continuous"),
        ("trade.json", "[1, 3]", "[1, 99999]", "up to 1,000"),
        ("trade.json", '"issues"', '"isues"', 'with "issues" is wanted'),
        ("trade.json", '"red", "gr\\u00fcn"', '"red", "red"', "each of its own name"),
        ("trade.json", "]}]}", "]}", "this is not JSON"),
        ("buyer.json", "[0.25, 0.75]", "[0.25]", "2 issues, but 1 weights"),
        ("buyer.json", '"red": 1', '"red": "much"', "expected here: points"),
        ("buyer.json", '"AffineFun"', '"CosineFun"', 'type "CosineFun" cannot be read'),
    ],
)
def test_mistakes_in_negmas_files_are_told(trade: Path, name: str, old: str, new: str, message: str) -> None:
    path = trade.parent / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CaseError, match=message):
        read_negmas(trade)


@pytest.mark.parametrize("write_texts", [genius_texts, negmas_texts])
def test_what_a_platform_cannot_hold_is_refused(write_texts: Callable[[PackagesFile], dict[str, str]]) -> None:
    form = Negotiation(
        (Issue("border", ("open", "closed"), may_be_unsettled=True),),
        (Party("one", {"border": {"open": 1, "closed": 0}}, red_lines=({"border": ("open",)},)),),
        (Excludes({"border": ("closed",)}),),
    )
    with pytest.raises(ModelError, match="no place for rules and red lines and issues that may be left unsettled"):
        write_texts(PackagesFile("x", form))
