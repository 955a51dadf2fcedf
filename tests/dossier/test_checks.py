# ruff: noqa: E501
"""What must be true between the items of a case, and between a sheet and its case."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest

from hiwar.dossier import CaseError, digest, read_case
from hiwar.dossier.known import ONE
from hiwar.dossier.model import PARTS, SECTIONS
from hiwar.dossier.naming import REFERENCES
from hiwar.dossier.records import Id, Record, When

CASE = """\
hiwar: 1
title: A lake and two towns
seat: east
domains: {money: , water: , fees: {of: money}}
parties: {east: {roles: principal}, west: {roles: principal}, mayor: {roles: office, of: east}}
events: {drought: {options: [dry, wet]}, flood: }
issues:
  price: {options: [low, mid, high]}
  board: {options: [joint, none]}
  extras: {options: [ice, fish], allows_several: true}
tracks:
  talk: {fixes: {price: low}, variants: {talk-hard: {fixes: {price: high}}}}
  wait: {fixes: {board: none}}
effects:
  savings: {when: {track: talk}, on: mayor, kind: gain, domains: [fees, money]}
"""


def messages(folder: Path, more: str, sheet: str = "") -> list[str]:
    (folder / "dossier.yaml").write_text(CASE + more, encoding="utf-8")
    (folder / "noor.yaml").write_text("hiwar_judgements: 1\nby: {name: Noor}\n" + sheet, encoding="utf-8")
    try:
        read_case(folder, ["noor"])
    except CaseError as error:
        return [problem.message for problem in error.problems if problem.is_error]
    return []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("goals: {a: {owner: east, kind: aim, parent: b}, b: {owner: east, kind: aim, parent: a}}", "this leads in a circle: a -> b -> a"),
        ("steps: {s1: {after: s2}, s2: {after: [s3]}, s3: {after: s1}}", "this leads in a circle: s1 -> s2 -> s3 -> s1"),
        ("goals: {a: {owner: east, kind: aim, when: {track: wait, board: joint}}}", 'this can never hold: track "wait" fixes "board" to none'),
        ("rules: {r: {when: {track: talk}, requires: {board: joint}}}\ngoals: {a: {owner: east, kind: aim, when: {track: talk, board: none}}}", 'this can never hold: rule "r" excludes it'),
        ("rules: {r: {when: {price: low}, excludes: {board: [joint, none]}}}", 'this course can never be taken: rule "r" excludes it'),
        ("rules: {r: {at_most: 1, among: {price: high, board: joint}}}\ngoals: {a: {owner: east, kind: aim, when: {price: high, board: joint}}}", 'this can never hold: rule "r" excludes it'),
        ("rules: {r: {at_least: 2, among: {price: high, board: joint}}}\ngoals: {a: {owner: east, kind: aim, when: {price: low}}}", 'this can never hold: rule "r" excludes it'),
        ("links: {l: {cause: savings}}", "a link needs a cause (cause or when) and a consequence (leads_to or leads_to_options)"),
        ("goals: {track: {owner: east, kind: aim}}", '"track" has a meaning of its own and cannot be an id'),
        ("moves: {m: {by: west, options: [when, never]}}", '"when" has a meaning of its own and cannot be an option'),
        ("goals: {a: {id: b, owner: east, kind: aim}}", 'the id of an item is its key, "a"; leave this line out'),
        ("goals: {a: {owner: talk-hard, kind: aim}}", '"talk-hard" is a variant of a track; a party is wanted here'),
        ("goals: {a: {owner: east, kind: aim, when: {track: talk-hard}}}", '"talk-hard" is a variant; a condition names the track itself'),
        ("goals: {a: {owner: east, kind: aim, when: {savings: x}}}", '"savings" is an effect; a condition names track, an event, an issue or a move'),
        ("claims: {c: {kind: fact, cite: {source: nobody}}}", '"nobody" is not a source of this case'),
        ("acts: {c: {by: east, form: law, is_binding: true}}", "yes, no, unknown is wanted here; write yes"),
        ("scales: {size: {huge: enormous}}", "a word of a scale stands for a number or a range [low, high]"),
        ("scales: {size: {huge: [90, 80]}}", "the range [90, 80] runs backwards"),
        ("positions: {p: {party: east, on: {price: low}, stance: for, share: 140%}}", '"140%" is not allowed here: it must be at most 1'),
        ("relations: {r: {between: [east], relation: mixed}}", "more entries are needed in this list; found 1"),
        ("moves: {m: {by: west, options: go}}", "options are a list of ids in brackets (put numbers in quotes), or one entry per option (id: text)"),
        ("relations: [r]", "expected here: entries (key: value); found a list of 1"),
        ("goals: {a b: {owner: east, kind: aim}}", '"a b" cannot be an id: no blanks, and none of : , / [ ] { } " \' #'),
        ("summary: {english: A lake}", '"english" is not the code of a language, such as en or ar'),
        ("claims: {c: {kind: fact, cite: {source: s, quote: short}}}", "the text is too short: at least 12 characters"),
        ("anchors: {eest: {money: {text: all}}}", '"eest" is not a party of this case; did you mean "east"?'),
    ],
)  # fmt: skip
def test_what_is_wrong_between_items_is_told(tmp_path: Path, more: str, expected: str) -> None:
    found = messages(tmp_path, more)
    assert expected in found


@pytest.mark.parametrize(
    "more",
    [
        "goals: {a: {owner: east, kind: aim, when: {track: talk, price: high}}}",
        "goals: {a: {owner: east, kind: aim, when: {track: [talk, wait], board: joint}}}",
        "goals: {a: {owner: east, kind: aim, when: {price: mid}}}",
        "rules: {r: {when: {price: high}, requires: {board: joint}}}",
        "rules: {r: {at_most: 1, among: {extras: [ice, fish]}}}",
    ],
)
def test_what_some_course_or_variant_can_meet_is_no_mistake(tmp_path: Path, more: str) -> None:
    assert messages(tmp_path, more) == []


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("size: {savings: {fees: 5}}", 'what falls on "fees" is counted for "money": give the size for "money"'),
        ("size: {savings: {mayor: 5}}", 'what falls on "mayor" is counted for "east": give the size for "east"'),
        ("size: {savings: {west: 5}}", 'the effect "savings" does not fall on the party "west" (east)'),
        ("size: {savings: {moneyy: 5}}", '"moneyy" is not a domain or a party of "savings" (money, east); did you mean "money"?'),
        ("size: {savings: hugee}", '"hugee" is not a word of this scale'),
        ("likelihood: {savings: {a: 0.5}}", '"savings" either comes about or not: give one likelihood, not one per option'),
        ("likelihood: {drought: [{when: {flodo: occurs}, dry: 1}]}", '"flodo" is not an event, issue or move of this case (nor the word track); did you mean "flood"?'),
        ("likelihood: {drought: {dry: very likely, wet: likely}}", 'the likelihoods of the options of "drought" add up to at least 1.35; they cannot exceed 1'),
        ("likelihood: {drought: {dry: [0.1, 0.2], wet: [0.1, 0.3]}}", 'the likelihoods of the options of "drought" add up to at most 0.5; they must reach 1'),
        ("likelihood: {drought: }", "nothing stands here: write a word of the scale, a number, a range [low, high], or unknown"),
        ("weights: {east: {order: [money, fees]}}", '"fees" is counted in "money": weigh "money"'),
        ("weights: {east: {order: [money, [water, money]]}}", '"money" stands twice in this order'),
        ("weights: {east: {values: {money: much}}}", "a weight is a number, a range [low, high], or unknown"),
        ("weights: {east: {values: {money: 0, water: 0}}}", "all weights are 0; at least one domain must count"),
        ("weights: {east: {order: [money], values: {money: 1}}}", "give either an order or values, not both"),
        ("unstated: {wiat: {east: {gain: minor}}}", '"wiat" is not a track of this case; did you mean "wait"?'),
        ("unstated: {wait: {east: {gian: minor}}}", '"gian" is not one of gain, cost; did you mean "gain"?'),
        ("unstated: {wait: {mayor: {gain: minor}}}", 'effects on "mayor" count for "east": give it there'),
        ("unstated: {wait: {east: {gain: {fees: minor}}}}", '"fees" is not a main domain of this case'),
        ("unstated: {talk: {east: {gain: minor}}}", 'the case does state a gain of "talk" for "east": judge savings instead'),
        ("positions: {east: {price: {lwo: for}}}", '"lwo" is not an option of "price" (low, mid, high); did you mean "low"?'),
        ("positions: {east: {price: {low: form}}}", '"form" is not one of for, against, conditional, divided, neutral, unknown; did you mean "for"?'),
        ("worth: {east: {pirce: {low: 5}}}", '"pirce" is not an issue of this case; did you mean "price"?'),
        ("worth: {east: {price: {low: 500}}}", "500 lies outside [-100, 100]"),
        ("influence: {savings: 2}", '"savings" is an effect; a link is wanted here'),
        ("id: noor", "a sheet has no id of its own: its name is the name of the file"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_sheet_is_told(tmp_path: Path, sheet: str, expected: str) -> None:
    found = messages(tmp_path, "", sheet)
    assert any(message.startswith(expected) for message in found), found


@pytest.mark.parametrize(
    "sheet",
    [
        "likelihood: {drought: [{when: {flood: occurs}, dry: 1}, {dry: likely, wet: unlikely}], flood: 10%}",
        "likelihood: {drought: {dry: ٠٫٤, wet: ٦٠٪}, savings: {range: [10%, ٢٠٪], mode: 0.15}}",
        "likelihood: {drought: {dry: likely}}",
        "size: {savings: {value: major, because: a study}}",
        "size: {savings: {east: {money: 5}}}",
        "weights: {east: unknown, west: {order: [[money, water]]}}",
        "unstated: {wait: {east: {gain: {water: minor}, cost: unknown}}}",
    ],
)
def test_what_analysts_may_write_is_accepted(tmp_path: Path, sheet: str) -> None:
    assert messages(tmp_path, "", sheet) == []


def test_a_mistake_among_parents_hides_no_other_and_breaks_nothing(tmp_path: Path) -> None:
    broken = CASE.replace("of: east", "of: eest").replace("{of: money}", "{of: mony}")
    (tmp_path / "dossier.yaml").write_text(broken)
    (tmp_path / "noor.yaml").write_text(
        "hiwar_judgements: 1\nby: {name: N}\nsize: {savings: 5}\nweights: {mayor: {}}\n"
    )
    with pytest.raises(CaseError) as caught:
        read_case(tmp_path, ["noor"])
    assert [problem.line for problem in caught.value.problems if "did you mean" in problem.message] == [4, 5]


def test_one_wrong_item_hides_no_mistake_of_another(tmp_path: Path) -> None:
    """Items that cannot be read are left out one by one, and what names them is not blamed for it."""
    wrong = """\
  fuel:
  jobs: {when: track talk, on: east, kind: benefit, domains: money}
  fish: {when: {track: tlak, price: lwo}, on: east, kind: gain, domains: money, cite: minutes}
goals: [g]
relations: {r: {between: [g, h], relation: mixed}}
"""
    (tmp_path / "dossier.yaml").write_text(CASE + wrong)
    with pytest.raises(CaseError) as caught:
        read_case(tmp_path)
    assert [(problem.line, problem.message) for problem in caught.value.problems] == [
        (16, '"fuel" lacks "when" and "on" and "kind" and "domains"'),
        (17, 'expected here: entries (key: value); found "track talk"'),
        (17, '"benefit" is not one of gain, cost'),
        (18, '"tlak" is not a track of this case (talk, wait); did you mean "talk"?'),
        (18, '"lwo" is not an option of "price" (low, mid, high); did you mean "low"?'),
        (18, 'expected here: entries (key: value); found "minutes"'),
        (19, "expected here: entries (key: value); found a list of 1"),
    ]


def test_the_same_id_or_title_in_two_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CASE)
    (tmp_path / "b.yaml").write_text(
        "hiwar: 1\ntitle: Another\nevents: {flood: }\ngoals: {savings: {owner: east, kind: aim}}\n"
    )
    with pytest.raises(CaseError) as caught:
        read_case(tmp_path)
    assert [(problem.line, problem.message) for problem in caught.value.problems if problem.is_error] == [
        (15, 'the id "savings" is used twice: a goal has it already (b.yaml, line 4)'),
        (2, '"title" is given twice; the first is in a.yaml, line 2'),
        (3, '"flood" is given twice; the first is in a.yaml, line 6'),
    ]


def test_a_sheet_may_be_named_by_name_or_path_and_may_stand_elsewhere(tmp_path: Path) -> None:
    case, elsewhere = tmp_path / "case", tmp_path / "own.yaml"
    case.mkdir()
    (case / "dossier.yaml").write_text(CASE)
    (case / "noor.yaml").write_text("hiwar_judgements: 1\nby: {name: Noor}\nsize: {savings: 5}\n")
    elsewhere.write_text("hiwar_judgements: 1\nby: {name: Own}\n")
    read = read_case(case, [case / "noor.yaml", str(elsewhere)])
    assert [sheet.id for sheet in read.sheets] == ["noor", "own"]
    assert read.places["noor:size:savings"].line == 3
    assert digest(read_case(case / "dossier.yaml").dossier) == digest(read.dossier)


def fields_naming_ids(record: type[Record]) -> Iterator[tuple[str, str]]:
    for name, field in record.model_fields.items():
        if name != "id" and names_ids(
            Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        ):
            yield record.__name__, name


def names_ids(kind: Any) -> bool:
    """Whether a type is an id, a list of ids, or a condition."""
    if kind in (Id, When):
        return True
    return get_origin(kind) is not None and any(names_ids(part) for part in get_args(kind))


def test_every_field_that_names_an_id_is_checked() -> None:
    """A new field must say, in ``naming.REFERENCES``, what its ids may be."""
    records = [record for record in all_records(Record) if record.__module__.startswith("hiwar.dossier")]
    unchecked = {
        pair
        for record in records
        if record.__module__ not in ("hiwar.dossier.sheet", "hiwar.dossier.model")
        for pair in fields_naming_ids(record)
        if pair[1] not in REFERENCES.get(pair[0], {})
    }
    assert unchecked - {("Track", part) for part in PARTS["tracks"]} - {("Plan", part) for part in PARTS["plans"]} <= {
        (name, "options") for name in ("Event", "Move", "Issue")
    }
    assert set(ONE) == {*SECTIONS, *PARTS["tracks"], *PARTS["plans"]}
    assert all(set(fields) <= set(_record(name).model_fields) for name, fields in REFERENCES.items())


def all_records(base: type[Record]) -> Iterator[type[Record]]:
    for record in base.__subclasses__():
        yield record
        yield from all_records(record)


def _record(name: str) -> type[Record]:
    return next(record for record in all_records(Record) if record.__name__ == name)
