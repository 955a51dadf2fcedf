"""What the requirements say must be refused: R1 undeclared actors, R4 likelihoods that are none."""

from pathlib import Path

import pytest

from hiwar.dossier import CaseError, read_case

CASE = """\
hiwar: 1
title: Two ports
seat: east
domains: {trade: {}}
parties:
  east: {roles: principal}
  west: {roles: principal}
events: {storm: {options: [calm, rough]}}
goals:
  g1: {owner: east, kind: aim}
issues:
  quay: {options: {joint: {prefers: {west: source}}, split: {}}}
tracks: {talk: {}}
effects:
  fees: {when: {track: talk}, on: east, kind: gain, domains: trade}
"""
SHEET = """\
hiwar_judgements: 1
by: {name: Noor}
likelihood:
  storm: {calm: 0.4, rough: 0.6}
  fees: likely
"""


def refused(folder: Path, case: str, sheet: str = SHEET) -> list[str]:
    (folder / "judgements").mkdir()
    (folder / "dossier.yaml").write_text(case, encoding="utf-8")
    (folder / "judgements" / "noor.yaml").write_text(sheet, encoding="utf-8")
    with pytest.raises(CaseError) as found:
        read_case(folder, ["noor"])
    return [f"{Path(one.file).name}:{one.line}:{one.column}: {one.message}" for one in found.value.problems]


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("owner: east", "owner: nemo", "dossier.yaml:10:15"),
        ("on: east", "on: [east, nemo]", "dossier.yaml:15:42"),
        ("{west: source}", "{nemo: source}", "dossier.yaml:12:38"),
    ],
    ids=["goal", "effect", "option"],
)
def test_r1_whatever_names_an_undeclared_actor_is_refused_with_its_name_and_place(
    right: str, wrong: str, place: str, tmp_path: Path
) -> None:
    assert CASE.count(right) == 1
    assert refused(tmp_path, CASE.replace(right, wrong)) == [f'{place}: "nemo" is not a party of this case']


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("calm: 0.4", "calm: -0.1", "-0.1 lies outside [0, 1]"),
        ("calm: 0.4", "calm: 1.2", "1.2 lies outside [0, 1]"),
        ("fees: likely", "fees: [-0.2, 0.5]", "-0.2 lies outside [0, 1]"),
        ("calm: 0.4", "calm: 0.5", "add up to 1.1; they cannot exceed 1"),
        ("calm: 0.4", "calm: 0.3", "add up to 0.9; they must reach 1"),
    ],
)
def test_r4_likelihoods_below_0_above_1_or_not_adding_up_are_refused(
    right: str, wrong: str, message: str, tmp_path: Path
) -> None:
    (found,) = refused(tmp_path, CASE, SHEET.replace(right, wrong))
    assert message in found
