"""The catalogue and the code speak of the same things."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from briefs import BRIEFS, made

from hiwar.brief import Catalogue, catalogue, compose, html
from hiwar.brief.blocks import statement
from hiwar.brief.words import Words
from hiwar.dossier.model import Dossier
from hiwar.questions import QUESTIONS as QUESTIONS_ASKED

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = ROOT / "src" / "hiwar" / "questions"
KEY = re.compile(r"^(?:" + "|".join(QUESTIONS_ASKED) + r")\.[a-z_]+$")


def strings_in(folder: Path) -> Iterator[str]:
    """Every string constant of the code in a folder."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Keys that the code puts together, as patterns: ``f"kind.{value}"`` is ``kind\\.(.+)``."""
    found = set()
    for path in sorted((ROOT / "src" / "hiwar" / "brief").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "message":
                prefix = node.args[1]
                assert isinstance(prefix, ast.Constant)
                found.add(re.escape(str(prefix.value)) + r"\.(.+)")
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)" for part in node.values
                ]
                found.add("".join(str(part) for part in parts))
    return tuple(re.compile(f"^{pattern}$") for pattern in sorted(found) if re.match(r"[a-z_]+\\\.", pattern))


@cache
def vocabulary() -> frozenset[str]:
    """Words that code and cases put into such keys."""
    words = set(strings_in(ROOT / "src" / "hiwar")) | set(Dossier.model_fields)
    words |= {word.partition("--")[0] for word in words}
    for path in sorted((ROOT / "examples").rglob("*.yaml")):
        words |= set(re.findall(r"[a-z_]+", path.read_text(encoding="utf-8")))
    return frozenset(words)


FINDINGS = sorted({text for text in strings_in(QUESTIONS) if KEY.match(text)})


def test_the_questions_yield_findings() -> None:
    assert len(FINDINGS) > 30


@pytest.mark.parametrize("key", FINDINGS)
def test_every_finding_has_a_message(key: str) -> None:
    assert catalogue("en").has(key)


@pytest.mark.parametrize("key", FINDINGS)
def test_every_finding_has_its_place_in_the_brief(key: str) -> None:
    assert key in set(strings_in(ROOT / "src" / "hiwar" / "brief"))


def test_no_message_is_unused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is said in some brief, stands in the code, or is put together from words that code and cases hold."""
    said: set[str] = set()
    say = Catalogue.__call__

    def recorded(self: Catalogue, key: str, /, **values: Any) -> str:
        said.add(key.replace(".", "-"))
        return say(self, key, **values)

    monkeypatch.setattr(Catalogue, "__call__", recorded)
    for case, sheets in BRIEFS:
        found, answers, _ = made(case, sheets)
        html(compose(found.dossier, found.sheets, answers))
    known = said | {text.replace(".", "-") for text in vocabulary()}
    assert [name for name in sorted(catalogue("en").keys) if not (name in known or is_put_together(name))] == []


def is_put_together(name: str) -> bool:
    """Some pattern of the code gives this name, filled with a word that code or cases hold."""
    key = name.replace("-", ".", 1)
    filled = (match.group(1) for pattern in patterns() if (match := pattern.match(key)))
    return any(word in vocabulary() for word in filled)


def test_every_finding_of_every_case_can_be_said(brief: Any) -> None:
    case, answers, _ = brief
    words = Words(case.dossier, case.sheets, catalogue("en"))
    for answer in answers.values():
        for finding in answer.findings:
            said = statement(words, finding)
            assert said.text
            assert "None" not in said.text


def test_no_sentence_stands_in_the_code_of_the_brief() -> None:
    """Words with blanks between them are found only in docstrings and in what is said to programmers."""
    folder = ROOT / "src" / "hiwar" / "brief"
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if getattr(call.func, "id", "") in ("Statement", "Cell", "Part", "TableBlock"):
                texts = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
                assert not [text for text in texts if isinstance(text, str) and " " in text], path.name


def test_the_template_holds_no_sentence() -> None:
    text = (ROOT / "src" / "hiwar" / "brief" / "templates" / "brief.html.j2").read_text(encoding="utf-8")
    bare = re.sub(r"\{[{%].*?[}%]\}|<[^>]*>", " ", text, flags=re.DOTALL)
    assert re.findall(r"[A-Za-z]{3,}", bare) == []
