"""Changing one judgement changes one line, and the file is never half written."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hiwar.dossier import read_case
from hiwar.dossier.problems import SourceText
from hiwar.dossier.tree import Budget, read_tree
from hiwar.dossier.writing import WriteError, file_digest, set_value
from strategies import Data, as_yaml, case_data, write_case

SHEET = """\
# Judgements of the spring round.
hiwar_judgements: 1
by: {name: "Noor"}   # she
likelihood:
  # the strike is near
  strike: likely   # said on Monday
  drought: {dry: 40%, wet: 60%}
  flood: {value: 'unlikely', because: "old dykes, new pumps"}
size:
  strike:
    money: minor
    water: [5, 10] # points

  flood:
weights:
"""


def plain(text: str) -> Any:
    tree, troubles = read_tree(SourceText.of("f", "f", text), Budget())
    assert tree is not None
    assert not troubles
    return tree.plain()


def changed(folder: Path, text: str, keys: tuple[str, ...], value: Any) -> str:
    path = folder / "sheet.yaml"
    path.write_bytes(text.encode())
    new = set_value(path, keys, value, expected_digest=file_digest(path))
    assert new == file_digest(path)
    assert os.listdir(folder) == ["sheet.yaml"]
    return path.read_bytes().decode()


def differing(old: str, new: str) -> list[str]:
    """Lines of the new text that the old one does not have at that place, allowing for lines put in."""
    before, after = old.splitlines(), new.splitlines()
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    assert len(before) <= 1
    return after


@pytest.mark.parametrize(
    ("keys", "value", "lines"),
    [
        (("likelihood", "strike"), "very likely", ["  strike: very likely   # said on Monday"]),
        (("likelihood", "strike"), [0.2, 0.4], ["  strike: [0.2, 0.4]   # said on Monday"]),
        (("likelihood", "drought", "dry"), "30%", ['  drought: {dry: "30%", wet: 60%}']),
        (("likelihood", "flood"), "remote", ["""  flood: {value: 'remote', because: "old dykes, new pumps"}"""]),
        (("size", "strike", "water"), "major", ["    water: major # points"]),
        (("size", "flood"), "minor", ["  flood: minor"]),
        (("size", "flood", "money"), "minor", ["    money: minor"]),
        (("size", "strike", "health"), 5, ["    health: 5"]),
        (("size", "leak"), {"money": "none"}, ["  leak: {money: none}"]),
        (("weights", "east", "order"), ["a", "b"], ["  east: {order: [a, b]}"]),
        (("ties", "t1"), "no: really", ["ties:", '  t1: "no: really"']),
        (("by", "name"), "Noor's", ["""by: {name: "Noor's"}   # she"""]),
        (("by", "role"), "no", ['by: {name: "Noor", role: no}   # she']),
        (("notice",), "2020", ['notice: "2020"']),
    ],
)
def test_one_judgement_is_one_line(tmp_path: Path, keys: tuple[str, ...], value: Any, lines: list[str]) -> None:
    assert differing(SHEET, changed(tmp_path, SHEET, keys, value)) == lines


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_line_endings_byte_order_mark_and_last_line_stay(tmp_path: Path, newline: str, mark: str, end: str) -> None:
    old = (mark + SHEET.rstrip() + end).replace("\n", newline)
    new = changed(tmp_path, old, ("size", "leak"), "minor")
    assert new == old.replace(f"flood:{newline}weights", f"flood:{newline}  leak: minor{newline}weights")


def test_a_file_that_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "sheet.yaml"
    path.write_text(SHEET)
    seen = file_digest(path)
    path.write_text(SHEET + "# another hand\n")
    with pytest.raises(WriteError, match="has changed since it was read"):
        set_value(path, ("likelihood", "strike"), "likely", expected_digest=seen)
    assert path.read_text() == SHEET + "# another hand\n"


def test_the_mode_of_the_file_is_kept_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "sheet.yaml", tmp_path / "link.yaml"
    path.write_text(SHEET)
    path.chmod(0o640)
    link.symlink_to(path)
    set_value(link, ("likelihood", "strike"), "certain", expected_digest=file_digest(link))
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert "strike: certain " in path.read_text()


@pytest.mark.parametrize(
    ("text", "keys", "why"),
    [
        ("a: |\n  long\n  text\n", ("a",), "several lines"),
        ("a:\n  b: 1\n", ("a",), "several lines"),
        ("a: &x 1\nb: *x\n", ("a",), "repeated elsewhere"),
        ("a: [1]\n", ("a", "b"), "cannot be added"),
        ("a: 'open\n", ("a",), "never closed"),
        ("- a\n", ("a",), "holds no entries"),
    ],
)
def test_what_cannot_be_changed_in_one_line_is_refused(tmp_path: Path, text: str, keys: Any, why: str) -> None:
    path = tmp_path / "sheet.yaml"
    path.write_text(text)
    with pytest.raises(WriteError, match=why):
        set_value(path, keys, 2, expected_digest=file_digest(path))
    assert path.read_text() == text


def test_a_failure_while_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sheet.yaml"
    path.write_text(SHEET)

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        set_value(path, ("likelihood", "strike"), "certain", expected_digest=file_digest(path))
    assert path.read_text() == SHEET
    assert os.listdir(tmp_path) == ["sheet.yaml"]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    st.one_of(TEXTS, st.integers(-(10**6), 10**6), st.floats(-1e6, 1e6), st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=5,
)


@settings(max_examples=4 * settings().max_examples)
@given(st.sampled_from([("likelihood", "strike"), ("size", "strike", "water"), ("size", "new"), ("ties", "t")]), VALUES)
@example(("likelihood", "strike"), "\x85")
@example(("likelihood", "strike"), "a #b")
@example(("likelihood", "strike"), "٤٦")
@example(("likelihood", "strike"), "<<")
def test_any_value_is_read_back_and_all_other_lines_stay(keys: tuple[str, ...], value: Any) -> None:
    with TemporaryDirectory() as folder:
        new = changed(Path(folder), SHEET, keys, value)
    here = plain(new)
    for key in keys:
        here = here[key]
    assert here == value
    assert type(here) is type(value)
    assert len(differing(SHEET, new)) <= 2


@given(case_data(), st.data())
def test_a_written_judgement_is_the_one_read(both: tuple[Data, Data], data: st.DataObject) -> None:
    dossier, sheet = both
    if not dossier["effects"]:
        return
    effect = data.draw(st.sampled_from(sorted(dossier["effects"])))
    with TemporaryDirectory() as folder:
        path = write_case(Path(folder), dossier, sheet) / "judgements" / "sheet.yaml"
        old = as_yaml(sheet)
        if "\n    value:" not in old and not isinstance(sheet["likelihood"].get(effect), list | dict):
            set_value(path, ("likelihood", effect), 0.25, expected_digest=file_digest(path))
            likelihood = read_case(folder, ["sheet"]).sheets[0].likelihood[effect]
            assert likelihood.cases[0].itself is not None
            assert likelihood.cases[0].itself.value == 0.25
            assert len(differing(old, path.read_text(encoding="utf-8"))) == 1
