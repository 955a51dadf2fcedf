"""Negotiations in Hiwar's own YAML: read, refused with a place, and written so that they read the same."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from negotiations import full

from hiwar.dossier.problems import CaseError, SourceText
from hiwar.formats.packages_file import PackagesFile
from hiwar.formats.packages_writing import packages_text
from hiwar.formats.packages_yaml import packages_of, read_packages
from hiwar.methods.packages import AtLeast, AtMost, Excludes, Negotiation, Requires, zone_of_agreement

EXAMPLES = Path(__file__).parents[2] / "examples" / "packages"
SMALL = """\
hiwar_packages: 1
title: A border
issues:
  border: [open, closed]
  fee: {options: [none, small], may_be_unsettled: true}
parties:
  North:
    worths:
      border: {open: 1/3, closed: 0.25}
      fee: {none: 0, small: 2, unsettled: -1}
    reservation_value: 1
    red_lines: [{border: closed, fee: [none, small]}]
    interactions: [{when: {border: open, fee: small}, worth: 0.1}]
  South:
    worths:
      border: {open: 5, closed: 1}
      fee: {none: 3, small: 0}
rules:
  - never: {border: open, fee: none}
  - {if: {border: closed}, then: {fee: [small, unsettled]}}
  - {at_most: 1, of: {border: open, fee: small}}
  - {at_least: 1, of: {border: [open, closed], fee: small}}
fixed: {border: open}
"""


def read(text: str) -> PackagesFile:
    return packages_of(SourceText.of("talks.yaml", "talks.yaml", text))


def test_everything_is_read_exactly() -> None:
    form = read(SMALL).form
    north, south = form.parties
    assert north.worths["border"] == {"open": Fraction(1, 3), "closed": Fraction(1, 4)}
    assert north.worths["fee"]["unsettled"] == -1
    assert (north.reservation_value, south.reservation_value) == (1, None)
    assert north.red_lines == ({"border": ("closed",), "fee": ("none", "small")},)
    assert Fraction(north.interactions[0].worth) == Fraction(1, 10)
    assert form.rules == (
        Excludes({"border": ("open",), "fee": ("none",)}),
        Requires({"border": ("closed",)}, {"fee": ("small", "unsettled")}),
        AtMost(1, {"border": ("open",), "fee": ("small",)}),
        AtLeast(1, {"border": ("open", "closed"), "fee": ("small",)}),
    )
    assert form.fixed == {"border": "open"}


def test_what_is_written_reads_the_same() -> None:
    file = read(SMALL)
    assert read(packages_text(file)) == file


@given(full())
@settings(max_examples=80, deadline=None)
def test_any_negotiation_survives_being_written(form: Negotiation) -> None:
    assert read(packages_text(PackagesFile("any", form))).form == form


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_examples_have_room_for_an_agreement(path: Path) -> None:
    assert zone_of_agreement(read_packages(path).form).n_acceptable


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("hiwar_packages: 1", "hiwar_packages: 2", "1:17", 'this is version "2"'),
        ("title: A border", "tilte: A border", "2:1", "not a key that can stand here"),
        ("open: 1/3", "opne: 1/3", "9:16", "not a key that can stand here"),
        ("closed: 0.25", "closed: lots", "9:35", "expected here: points"),
        ("closed: 0.25", "closed: 1/0", "9:35", "expected here: points"),
        ("closed: 0.25", "closed: .inf", "9:35", "expected here: points"),
        ("closed: 0.25", "closed: yes", "9:35", "expected here: points"),
        ("closed: 0.25", "closed: 1e99", "9:35", "expected here: points"),
        (", closed: 0.25", "", "9:15", 'no worth is stated for "closed"'),
        ("border: closed, fee: [none, small]", "border: clsed", "12:26", 'did you mean "closed"'),
        ("never:", "nevr:", "19:5", "a rule begins with one of"),
        ("at_most: 1", "at_most: 3", "21:15", "3 of 2 issues says nothing"),
        ("at_most: 1", "at_most: -1", "21:15", "a whole number"),
        ("then: {fee: [small, unsettled]}", "than: {fee: small}", "20:28", 'did you mean "then"'),
        ("fixed: {border: open}", "fixed: {border: [open, closed]}", "23:17", "one option"),
        ("[none, small], may", "[none, unsettled], may", "5:25", "may_be_unsettled: true"),
        ("[open, closed]\n", "[open, open]\n", "4:18", "listed twice"),
        ("[open, closed]\n", "[]\n", "4:11", "at least one option"),
        ("reservation_value: 1", "reservation_value: [1]", "11:24", "expected here: points"),
        ("worth: 0.1", "worht: 0.1", "13:55", "not a key"),
    ],
)
def test_a_mistake_is_told_with_its_place(old: str, new: str, place: str, message: str) -> None:
    assert old in SMALL
    with pytest.raises(CaseError) as caught:
        read(SMALL.replace(old, new, 1))
    problems = [str(problem) for problem in caught.value.problems]
    assert any(problem.startswith(f"talks.yaml:{place}:") and message in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("- 1", "expected here: entries"),
        ("hello: 1", "not yet a negotiation"),
        ("hiwar: 1\nissues: {}\nparties: {}", "part of a case"),
        ("hiwar_packages: 1\ntitle: x", '"issues" is missing'),
        ("hiwar_packages: 1\ntitle: x\nissues: {}\nparties: {}", "at least one issue"),
        ("hiwar_packages: 1\ntitle: x\nissues: {a: [b]}\nparties: [1]", "expected here: entries"),
        ("hiwar_packages: 1\ntitle: x\nissues: {a: 3}\nparties: {p: 2}", "expected here: entries"),
        ("hiwar_packages: 1\ntitle: x\nissues: {a: {note: b}}\nparties: {p: {note: c}}", 'lacks "worths"'),
        (
            "hiwar_packages: 1\ntitle: x\nissues: {a: [b]}\n"
            "parties: {p: {worths: {a: {b: 1e20}}}, q: {worths: {a: {b: 1e-20}}}}",
            "is the most that is taken",
        ),
    ],
)
def test_what_is_no_negotiation_is_refused(text: str, message: str) -> None:
    with pytest.raises(CaseError, match=message):
        read(text)
