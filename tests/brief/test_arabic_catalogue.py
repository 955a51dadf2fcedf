"""The Arabic catalogue says what the English one says, in Arabic, with the plural forms of Arabic."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from hiwar.brief import catalogue, languages
from hiwar.brief.isolate import plain

PLURALS = {"zero", "one", "two", "few", "many", "other"}
FORMS = frozenset({"one", "two", "few"})
VALUES_ALONE = frozenset({"words-party_moves"})
"""Messages that Arabic puts by the order of their values and a colon."""
LATIN_WORDS = frozenset({"kind", "decision"})
"""Words of the format that stand in Arabic messages as they are written in files."""


@cache
def messages(language: str) -> dict[str, ast.Message]:
    """Every message of a catalogue by its key."""
    folder = Path(str(files("hiwar.brief").joinpath("messages", language)))
    found: dict[str, ast.Message] = {}
    for path in sorted(folder.glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                found[entry.id.name] = entry
    return found


def nodes(node: object) -> Iterator[ast.BaseNode]:
    """A message with everything inside it."""
    if isinstance(node, list):
        for part in node:
            yield from nodes(part)
    elif isinstance(node, ast.BaseNode):
        yield node
        for name, part in vars(node).items():
            if name != "span":
                yield from nodes(part)


def variables(message: ast.BaseNode) -> set[str]:
    return {node.id.name for node in nodes(message) if isinstance(node, ast.VariableReference)}


def keys_of(node: ast.SelectExpression) -> set[str]:
    return {variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value
            for variant in node.variants}  # fmt: skip


def name_of(node: ast.SelectExpression) -> str:
    return next(part.id.name for part in nodes(node.selector) if isinstance(part, ast.VariableReference))


def is_count(keys: set[str]) -> bool:
    """Whether numbers are told apart: ``0``, ``one``, ``other``."""
    return all(key in PLURALS or key.isdigit() for key in keys)


def selections(message: ast.Message) -> set[tuple[str, frozenset[str]]]:
    """What a message depends on, and the values that it tells apart; numbers as each language needs it."""
    found = [node for node in nodes(message) if isinstance(node, ast.SelectExpression)]
    return {(name_of(node), frozenset(keys_of(node))) for node in found if not is_count(keys_of(node))}


def words_of(message: ast.Message) -> str:
    return " ".join(node.value for node in nodes(message) if isinstance(node, ast.TextElement | ast.StringLiteral))


def test_arabic_is_there() -> None:
    assert "ar" in languages()


def test_both_catalogues_have_the_same_messages() -> None:
    english, arabic = set(messages("en")), set(messages("ar"))
    assert (sorted(english - arabic), sorted(arabic - english)) == ([], [])


def test_a_message_takes_the_same_values_and_depends_on_the_same_things() -> None:
    both = sorted(set(messages("en")) & set(messages("ar")))
    pairs = {key: (messages("en")[key], messages("ar")[key]) for key in both}
    assert [key for key, (english, arabic) in pairs.items() if variables(english) != variables(arabic)] == []
    assert [key for key, (english, arabic) in pairs.items() if selections(english) != selections(arabic)] == []


def test_a_count_that_is_shown_has_the_plural_forms_of_arabic() -> None:
    """One, two and a few differ always; a count that is not shown may need fewer forms."""
    lacking = {
        key: sorted(FORMS - keys_of(node))
        for key, message in messages("ar").items()
        for node in nodes(message)
        if isinstance(node, ast.SelectExpression)
        and is_count(keys_of(node))
        and keys_of(node) & FORMS
        and any(name_of(node) in variables(variant.value) for variant in node.variants)
        and not keys_of(node) >= FORMS
    }
    assert lacking == {}


def test_every_arabic_message_has_arabic_letters() -> None:
    bare = [
        key
        for key, message in messages("ar").items()
        if key not in VALUES_ALONE
        and not re.search(r"[ء-ي]", words_of(message))
        and re.search(r"[A-Za-z]", words_of(messages("en")[key]) if key in messages("en") else "")
    ]
    assert bare == []


def test_no_english_word_is_left_in_an_arabic_message() -> None:
    left = {
        key: found
        for key, message in messages("ar").items()
        if (found := [word for word in re.findall(r"[A-Za-z]{2,}", words_of(message)) if word not in LATIN_WORDS])
    }
    assert left == {}


def test_arabic_messages_use_western_digits_and_arabic_punctuation() -> None:
    wrong = {
        key: found
        for key, message in messages("ar").items()
        if (found := re.findall(r"[٠-٩“”\"?;]|(?<=[ء-ي]),", words_of(message))) and key != "term-source"
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا بنود"), (1, "بند واحد"), (2, "بندين"), (3, "3 بنود"), (10, "10 بنود"), (11, "11 بنداً"), (99, "99 بنداً"),
        (100, "100 بند"), (101, "101 بند"), (103, "103 بنود"), (111, "111 بنداً"),
    ],
)  # fmt: skip
def test_things_are_counted_as_arabic_counts_them(count: int, said: str) -> None:
    assert plain(catalogue("ar")("page.items_counted", count=count)) == said
