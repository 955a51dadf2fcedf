"""R18: whatever the items of a case are called, and however its files are cut, every figure is the same up to names.

Everything bounded, flipped, expected or counted must agree for all cases. Shares are drawn: which draw feeds which
judgement is decided by the structure of the case, and by names only between items that the structure leaves alike;
there shares may differ by the error of sampling.
"""

import json
import math
import random
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.dossier import read_case
from hiwar.dossier.model import items_of
from hiwar.questions import QUESTIONS, Answer, Settings
from strategies import as_yaml, case_data

Data = dict[str, Any]
QUICK = Settings(draws=256, futures=256)
SAMPLED = ("acceptability", "weights", "confidence", "information", "baseline", "tree_branches", "study")
"""Tables of shares and of what is drawn; `pairs` has a column of them."""
SHARES = ("share", "held", "reversed", "all_accept")
"""Columns that hold shares of draws."""
WAYS = ("nodes", "by", "signs", "needs", "clash", "acting", "spoilers", "links")
"""Of several chains that are equally short one is shown; what follows does not hang on which."""
NAMED = ("domains", "parties", "events", "issues", "tracks", "effects", "goals", "means", "steps")


def ids_of(dossier: Data) -> list[str]:
    """Every id of a case that its author chose, options of variables included."""
    found = [key for section in NAMED for key in dossier[section]]
    for section in ("events", "issues"):
        found += [option for variable in dossier[section].values() for option in variable["options"]]
    return found


def renamed(value: Any, names: dict[str, str]) -> Any:
    """The same data with other ids, its entries in another order; texts stay as they are."""
    if isinstance(value, dict):
        entries = [
            (names.get(key, key), part if key in ("text", "name") else renamed(part, names))
            for key, part in value.items()
        ]
        return dict(sorted(entries, key=lambda entry: str(entry[0])[::-1]))
    if isinstance(value, list):
        return [renamed(part, names) for part in value]
    return names.get(value, value) if isinstance(value, str) else value


def in_many_files(folder: Path, dossier: Data, sheet: Data, chance: random.Random) -> Path:
    """A case cut into a file per item, in folders and under names that say nothing."""
    sections = [key for key, value in dossier.items() if isinstance(value, dict) and key != "title"]
    parts = [{key: value for key, value in dossier.items() if key not in sections}]
    parts += [{"hiwar": 1, section: {key: value}} for section in sections for key, value in dossier[section].items()]
    chance.shuffle(parts)
    for number, part in enumerate(parts):
        place = folder / f"{number % 3}" / f"part{number}.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(as_yaml(part), encoding="utf-8")
    (folder / "judgements").mkdir()
    (folder / "judgements" / "sheet.yaml").write_text(as_yaml(sheet), encoding="utf-8")
    return folder


def answers_of(folder: Path) -> dict[str, Answer]:
    case = read_case(folder, ["sheet"])
    return {name: answer(case.dossier, case.sheets, QUICK) for name, answer in QUESTIONS.items()}


class Canonical:
    """Rows of an answer in the words of the first case, and in an order that no name decides."""

    def __init__(self, back: dict[str, str]) -> None:
        self.back = back

    def value(self, value: Any) -> Any:
        if isinstance(value, str):
            named = re.sub(r"[A-Za-z_]\w*", lambda found: self.back.get(found[0], found[0]), value)
            alike = re.sub(r"=([^=,]+\|[^=,]+)", lambda found: "=" + "|".join(sorted(found[1].split("|"))), named)
            return ", ".join(sorted(alike.split(", ")))
        if isinstance(value, tuple | list):
            return sorted((self.value(part) for part in value), key=repr)
        return round(value, 7) + 0.0 if isinstance(value, float) else value

    def rows(self, answer: Answer, table: str) -> list[dict[str, Any]]:
        found = [{key: self.value(cell) for key, cell in row.items()} for row in answer.tables[table].records()]
        return sorted((turned(table, row) for row in found), key=lambda row: json.dumps(row, sort_keys=True))


OTHER_WAY = {"first": "second", "second": "first"}


def turned(table: str, row: Data) -> Data:
    """A comparison always told from the course whose name comes first; of two options the first."""
    row = {key: cell for key, cell in row.items() if key not in (*SHARES, *WAYS)}
    if table in ("pairs", "pairs_by_scenario", "tornado") and row["first"] > row["second"]:
        ends: Data = {
            key: None if row[key] is None else -row[key] + 0.0 for key in ("low", "high", "centre") if key in row
        }
        if table != "tornado":
            ends["low"], ends["high"] = ends["high"], ends["low"]
            row["verdict"] = OTHER_WAY.get(row["verdict"], row["verdict"])
        row = {**row, **ends}
    if table == "robust" and row["first"] > row["second"]:
        row["first_in"], row["second_in"] = row["second_in"], row["first_in"]
        row["verdict"] = OTHER_WAY.get(row["verdict"], row["verdict"])
    if table == "without_judgements" and row["first"] > row["second"]:
        told = ("with_sheets", "without_sheets")
        row = {**row, **{key: OTHER_WAY.get(row[key], row[key]) for key in told}}
    if table == "contrary" and row["first"] > row["second"]:
        row = {key.replace("first", "2").replace("second", "first").replace("2", "second"): row[key] for key in row}
    if "second" in row and table != "stochastic_dominance":
        row["first"], row["second"] = sorted([row["first"], row["second"]])
    return row


def of_two_options(row: Data) -> bool:
    """Of an event with two options only one is told: which one, names decide."""
    return "=" in str(row.get("judgement"))


def shares(canonical: Canonical, answer: Answer) -> dict[tuple[str, ...], float]:
    """Share of judgements in which a course is better than another, per party, pair and scope."""
    found: dict[tuple[str, ...], float] = {}
    for row in answer.tables["pairs"].records():
        first, second = canonical.value(row["first"]), canonical.value(row["second"])
        if row["share"] is not None:
            pair = (canonical.value(row["party"]), row["scope"])
            found[(*pair, first, second)], found[(*pair, second, first)] = row["share"], 1 - row["share"]
    return found


def alike(one: Any, other: Any) -> bool:
    """The same, numbers within the rounding of their last decimal: figures often lie half way between two decimals."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=0, abs_tol=1.5e-7)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(part, other[key]) for key, part in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other)


def must_agree(before: dict[str, Answer], after: dict[str, Answer], back: dict[str, str]) -> None:
    """Every table and every share of one case stands in the other under the other names."""
    as_it_is, other = Canonical({}), Canonical(back)
    for question, answer in before.items():
        for table in sorted(set(answer.tables) - set(SAMPLED)):
            ours, theirs = as_it_is.rows(answer, table), other.rows(after[question], table)
            if table in ("flips", "tornado"):
                ours, theirs = ([row for row in rows if not of_two_options(row)] for rows in (ours, theirs))
            assert len(theirs) == len(ours), table
            assert all(alike(one, other) for one, other in zip(theirs, ours, strict=True)), table
    assert shares(other, after["appraisal"]) == shares(as_it_is, before["appraisal"])


@settings(max_examples=60, deadline=None)
@given(case_data(), st.randoms(use_true_random=False))
def test_r18_renaming_every_item_and_cutting_the_case_into_many_files_changes_no_figure(
    case: tuple[Data, Data], chance: random.Random
) -> None:
    dossier, sheet = case
    ids = ids_of(dossier)
    new = [f"x{number}{chance.choice('abc')}" for number in range(len(ids))]
    chance.shuffle(new)
    names = dict(zip(ids, new, strict=True))
    with TemporaryDirectory() as one, TemporaryDirectory() as two:
        (Path(one) / "dossier.yaml").write_text(as_yaml(dossier), encoding="utf-8")
        (Path(one) / "judgements").mkdir()
        (Path(one) / "judgements" / "sheet.yaml").write_text(as_yaml(sheet), encoding="utf-8")
        before = answers_of(Path(one))
        after = answers_of(in_many_files(Path(two), renamed(dossier, names), renamed(sheet, names), chance))
    must_agree(before, after, {name: key for key, name in names.items()})


def renamed_flagship(source: Path, folder: Path) -> tuple[Path, dict[str, str]]:
    """The flagship with every item under another id, also where texts mention it, in files of other names."""
    chance = random.Random(5)  # noqa: S311
    dossier = read_case(source).dossier
    words = {topic for delegation in dossier.delegations.values() for topic in delegation.competences}
    ids = sorted({item.id for _, item in items_of(dossier)} - words)  # competences are words, though domains bear them
    numbers = chance.sample(range(10_000, 99_999), len(ids))
    names = {key: f"Q{number}" for key, number in zip(ids, numbers, strict=True)}
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(ids, key=len, reverse=True)))})(?![\w-])")
    for number, file in enumerate(sorted(source.rglob("*.yaml"), reverse=True)):
        is_sheet = file.parent.name == "judgements"
        place = folder / ("judgements/sheet.yaml" if is_sheet else f"part{number:02}.yaml")
        if is_sheet and file.stem != "illustration":
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(pattern.sub(lambda found: names[found[0]], file.read_text(encoding="utf-8")), encoding="utf-8")
    return folder, names


def test_r18_renaming_every_item_of_the_flagship_changes_no_figure(examples: Path, tmp_path: Path) -> None:
    folder, names = renamed_flagship(examples / "iraq-us-2020", tmp_path)
    case = read_case(examples / "iraq-us-2020", ["illustration"])
    before = {name: answer(case.dossier, case.sheets, QUICK) for name, answer in QUESTIONS.items()}
    after = answers_of(folder)
    assert "T3-choice" not in after["appraisal"].to_json()
    must_agree(before, after, {name: key for key, name in names.items()} | {"sheet": "illustration"})
