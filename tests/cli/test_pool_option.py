"""``--pool``: several sheets made into one where that is asked for, and every output says so."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from commands import TOWNS, hiwar

BOTH = ("-s", "first", "-s", "second", "--draws", "64")


def figures(data: Any) -> Any:
    """An answer without the settings it was computed by."""
    return {key: part for key, part in data.items() if key != "provenance"}


@pytest.mark.parametrize("question", ["appraisal", "timing", "scenarios", "provenance"])
def test_r18_the_default_is_not_to_pool(question: str) -> None:
    usual = hiwar("ask", question, TOWNS, *BOTH, "--json")
    said = hiwar("ask", question, TOWNS, *BOTH, "--json", "--pool", "none")
    assert usual.out == said.out
    pooled = json.loads(hiwar("ask", question, TOWNS, *BOTH, "--json", "--pool", "linear").out)
    assert pooled["provenance"]["settings"]["pooling"] == "linear"
    assert figures(pooled) != figures(json.loads(usual.out))


@pytest.mark.parametrize("pool", ["linear", "logarithmic", "performance"])
def test_the_screen_says_that_sheets_are_pooled(pool: str) -> None:
    ran = hiwar("ask", "appraisal", TOWNS, *BOTH, "--pool", pool)
    assert ran.code == 0
    assert f"sheets pooled: {pool}" in ran.out


def test_one_sheet_is_not_said_to_be_pooled() -> None:
    assert "pooled" not in hiwar("ask", "appraisal", TOWNS, "-s", "first", "--draws", "64", "--pool", "linear").out


def test_r18_the_first_page_of_the_brief_says_that_sheets_are_pooled() -> None:
    notices = {
        pool: json.loads(hiwar("brief", TOWNS, *BOTH, "--json", "--pool", pool).out)["notices"]
        for pool in ("none", "performance")
    }
    assert len(notices["performance"]) == len(notices["none"]) + 1
    assert re.search(r"pooled.*questions with known answers", notices["performance"][-1])


def test_what_cannot_be_pooled_is_refused_with_the_reason(tmp_path: Path) -> None:
    bare = tmp_path / "bare.yaml"
    bare.write_text("hiwar_judgements: 1\nby: {name: Somebody}\nsize: {AGREE-FLOW: major}\n", encoding="utf-8")
    ran = hiwar("ask", "appraisal", TOWNS, "-s", "first", "-s", str(bare), "--pool", "performance")
    assert ran.code == 1
    assert "calibration" in ran.err
    assert "Traceback" not in ran.err


def test_a_pool_that_there_is_not_is_refused() -> None:
    assert hiwar("ask", "appraisal", TOWNS, *BOTH, "--pool", "average").code == 2
