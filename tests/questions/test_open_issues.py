"""An effect whose condition hangs on an issue that a course leaves open may come about or not; it never vanishes."""

from pathlib import Path

import pytest

from hiwar.dossier import Case, read_case
from hiwar.questions import Settings, answer_appraisal

CASE = """
hiwar: 1
title: A pact whose price is still open
seat: us
domains: {money: Money}
parties: {us: {roles: principal}, them: {roles: principal}}
issues: {PRICE: {domains: money, options: [high, low]}}
tracks: {PACT: a pact, REST: as before}
effects:
  E-1: {when: {track: PACT}, on: us, kind: gain, domains: money}
  E-2: {when: {track: PACT, PRICE: high}, on: us, kind: cost, domains: money}
  E-3: {when: {track: REST}, on: us, kind: gain, domains: money}
  E-4: {when: {track: REST}, on: us, kind: cost, domains: money}
"""
SHEET = """
hiwar_judgements: 1
by: {name: A}
likelihood: {E-1: 1, E-2: 1, E-3: 1, E-4: 1}
size: {E-1: 50, E-2: 90, E-3: 20, E-4: none}
"""


@pytest.fixture
def open_price(tmp_path: Path) -> Case:
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "sheet.yaml").write_text(SHEET, encoding="utf-8")
    return read_case(tmp_path / "case.yaml", [tmp_path / "sheet.yaml"])


def verdict(case: Case, **price: str) -> str:
    packages = ({"track": ("PACT",), "PRICE": (price["price"],)},) if price else ()
    answer = answer_appraisal(case.dossier, case.sheets, Settings(draws=256, futures=256, packages=packages))
    course = f"PACT + PRICE={price['price']}" if price else "PACT"
    return next(
        str(
            {row["first"]: row["verdict"], row["second"]: {"first": "second", "second": "first"}.get(row["verdict"])}[
                course
            ]
        )
        for row in answer.tables["pairs"].records()
        if row["party"] == "us" and row["scope"] == "all" and {row["first"], row["second"]} == {course, "REST"}
    )


def test_the_cost_decides_once_the_issue_is_settled(open_price: Case) -> None:
    assert verdict(open_price, price="low") == "first"
    assert verdict(open_price, price="high") == "second"


def test_nothing_is_firm_while_the_issue_is_open(open_price: Case) -> None:
    assert verdict(open_price) not in ("first", "second")


def test_what_hangs_on_an_open_issue_is_named(open_price: Case) -> None:
    answer = answer_appraisal(open_price.dossier, open_price.sheets, Settings(draws=256, futures=256))
    (found,) = [finding for finding in answer.findings if finding.key == "appraisal.effect_open"]
    assert found.values == {"course": "PACT", "effects": ("E-2",), "issues": ("PRICE",)}
