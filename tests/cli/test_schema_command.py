"""``hiwar schema``: what editors complete and check with."""

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from commands import TOWNS, hiwar

from hiwar.dossier.problems import SourceText
from hiwar.dossier.tree import Budget, read_tree


def _schema(*arguments: str) -> Any:
    ran = hiwar("schema", *arguments)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


@pytest.mark.parametrize(
    ("kind", "file"),
    [("dossier", "dossier.yaml"), ("judgements", "judgements/first.yaml"), ("judgements", "judgements/second.yaml")],
)
def test_the_second_case_is_valid_by_it(kind: str, file: str) -> None:
    text = (TOWNS / file).read_text(encoding="utf-8")
    tree, troubles = read_tree(SourceText.of(file, file, text), Budget())
    assert tree is not None
    assert troubles == []
    jsonschema.Draft202012Validator(_schema(kind)).validate(tree.plain())


def test_without_a_word_it_is_that_of_the_case() -> None:
    assert _schema() == _schema("dossier")


def test_another_word_is_wrong_usage() -> None:
    ran = hiwar("schema", "judgments")
    assert ran.code == 2
    assert 'did you mean "judgements"?' in ran.err
