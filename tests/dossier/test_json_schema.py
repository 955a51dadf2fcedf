"""The schemas shipped for editors are those of the records, and accept what analysts write."""

from pathlib import Path
from typing import Any, get_args

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given

from hiwar.dossier.json_schema import Kind, build_schema, schema_json, schema_text
from hiwar.dossier.problems import SourceText
from hiwar.dossier.tree import Budget, read_tree
from strategies import Data, case_data

KINDS: tuple[Kind, ...] = get_args(Kind)
CASES = [path.parent for path in (Path(__file__).parents[2] / "examples").glob("*/dossier.yaml")]
EXAMPLES = sorted(path for case in CASES for path in case.rglob("*.yaml"))
VALIDATORS = {kind: jsonschema.Draft202012Validator(build_schema(kind)) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_schema_is_current(kind: Kind) -> None:
    """If this fails: ``hiwar.dossier.json_schema.write_schemas()`` writes the schemas anew."""
    assert schema_text(kind) == schema_json(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_a_schema_and_describes_its_fields(kind: Kind) -> None:
    jsonschema.Draft202012Validator.check_schema(build_schema(kind))
    text = schema_json(kind)
    assert '"description"' in text
    assert "records_with_ids" not in text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_schema_accepts_the_example_cases(path: Path) -> None:
    data = plain(path.read_text(encoding="utf-8"))
    kind: Kind = "judgements" if "hiwar_judgements" in data else "dossier"
    assert [error.message for error in VALIDATORS[kind].iter_errors(data)] == []


@given(case_data())
def test_the_schema_accepts_every_valid_case(both: tuple[Data, Data]) -> None:
    VALIDATORS["dossier"].validate(both[0])
    VALIDATORS["judgements"].validate(both[1])


SHORTHAND = """\
hiwar: 1
title: t
seat: a
domains: {m: , n: in words}
parties: {a: {roles: principal}}
events: {e: , f: {options: [x, y]}, g: {options: {x: in words, y: }}}
tracks: {t: {fixes: {f: x}, needs: {n1: {kind: necessary, when: {g: [x, y]}}}, variants: {v: in words}}}
steps:
"""


def test_the_schema_knows_the_shorthand() -> None:
    VALIDATORS["dossier"].validate(plain(SHORTHAND))
    VALIDATORS["dossier"].validate({"hiwar": 1, "effects": {}})


@pytest.mark.parametrize(
    "wrong",
    [
        {"hiwar": 1, "efects": {}},
        {"hiwar": 1, "domains": {"m": {"off": "n"}}},
        {"hiwar": 1, "domains": {"m": {"id": "m"}}},
        {"hiwar": 1, "goals": {"g": {"owner": "a", "kind": "wish"}}},
        {"hiwar": 1, "domains": {"an id": {}}},
        {"title": "t"},
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(wrong: dict[str, Any]) -> None:
    assert not VALIDATORS["dossier"].is_valid(wrong)


def plain(text: str) -> Any:
    tree, _ = read_tree(SourceText.of("f", "f", text), Budget())
    assert tree is not None
    return tree.plain()
