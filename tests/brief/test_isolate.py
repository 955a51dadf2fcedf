"""Numbers and foreign names keep their order inside a language written from right to left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.brief.catalogue import Catalogue
from hiwar.brief.isolate import (
    END,
    FIRST_STRONG,
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT,
    Isolate,
    Run,
    in_order,
    isolate,
    isolate_foreign,
    pieces,
    plain,
    runs,
)

MARKS = LEFT_TO_RIGHT + RIGHT_TO_LEFT + FIRST_STRONG + END
unmarked = st.text(alphabet=st.sampled_from("abc XYZ ابجد 0123 −–-.,:%()«»"), max_size=20)
marked = st.text(alphabet=st.sampled_from("ab اب 12 −–" + MARKS), max_size=25)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("−12", LEFT_TO_RIGHT),
        ("20–60", LEFT_TO_RIGHT),
        ("45%", LEFT_TO_RIGHT),
        ("EV-01", FIRST_STRONG),
        ("Barzani", FIRST_STRONG),
        ("20 إلى 60", FIRST_STRONG),
    ],
)
def test_numbers_read_from_the_left_and_words_as_their_first_letter_does(text: str, mark: str) -> None:
    assert isolate(text, "ar") == f"{mark}{text}{END}"


@given(text=st.text(max_size=30) | marked)
def test_a_language_written_from_the_left_is_left_as_it_is(text: str) -> None:
    assert isolate(text, "en") == isolate_foreign(text, "en") == in_order(text, "en") == text


@given(text=unmarked)
def test_marks_change_no_word(text: str) -> None:
    assert plain(isolate(text, "ar")) == plain(isolate_foreign(text, "ar")) == plain(in_order(text, "ar")) == text


@given(text=unmarked)
def test_an_isolate_is_not_set_apart_twice(text: str) -> None:
    once = isolate(text, "ar")
    assert isolate(once, "ar") == once


def test_two_isolates_side_by_side_are_not_one() -> None:
    text = isolate("1", "ar") + isolate("2", "ar")
    assert isolate(text, "ar") == f"{LEFT_TO_RIGHT}{text}{END}"


@given(text=unmarked | marked)
def test_runs_and_pieces_hold_every_letter_once_and_no_mark(text: str) -> None:
    assert "".join(run.text for run in runs(text)) == plain(text)
    assert not any(mark in run.text for run in runs(text) for mark in MARKS)
    assert all(run.text for run in runs(text))


def test_isolates_nest() -> None:
    inner = isolate("−12", "ar")
    assert runs(f"من {isolate(f'قيمة {inner} نقطة', 'ar')} في") == [
        Run("من ", None), Run("قيمة ", "rtl"), Run("−12", "ltr"), Run(" نقطة", "rtl"), Run(" في", None),
    ]  # fmt: skip
    assert pieces(f"ا{FIRST_STRONG}b{LEFT_TO_RIGHT}1{END}{END}") == (
        "ا", Isolate("ltr", ("b", Isolate("ltr", ("1",)))),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{END}12{END}", [Run("12", None)]),
        (f"ا{LEFT_TO_RIGHT}12", [Run("ا", None), Run("12", "ltr")]),
        (f"{FIRST_STRONG}{END}", []),
    ],
    ids=["ended too often", "never ended", "empty"],
)
def test_marks_without_their_partner_are_tolerated(text: str, expected: list[Run]) -> None:
    assert runs(text) == expected


def test_marks_nested_without_end_neither_hang_nor_fail() -> None:
    text = f"{FIRST_STRONG}ا" * 5000 + END * 3000
    assert "".join(run.text for run in runs(text)) == "ا" * 5000


def test_the_first_letter_is_looked_for_outside_inner_isolates() -> None:
    text = f"{FIRST_STRONG}{FIRST_STRONG}Iraq{END} والجوار{END}"
    assert [run.direction for run in runs(text)] == ["ltr", "rtl"]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("ينسحب من 20–60 كيلومتراً", ["20–60"]),
        ("الصفحة 12-14 من التقرير", ["12-14"]),
        ("هبط إلى −3.5 فقط", ["−3.5"]),
        ("نحو 45% من النفط", ["45%"]),
        ("حلف الناتو (NATO) وبعثة NATO Mission Iraq، ثم غيرها", ["NATO", "NATO Mission Iraq"]),
        ("وقّع في 2008 و2020.", []),
        ("في 3/11/2020 جرت", ["3/11/2020"]),
    ],
)
def test_foreign_words_ranges_and_shares_inside_a_text_are_set_apart(text: str, apart: list[str]) -> None:
    assert [run.text for run in runs(isolate_foreign(text, "ar")) if run.direction] == apart


def test_pieces_put_together_keep_the_order_of_their_language() -> None:
    """Name and value of two isolated names read from the right, as the language does; two foreign names do not."""
    names = Catalogue("ar", ("holds = { $name }: { $value }\n", "sentence = إذا { $what }.\n"))
    ours = names("holds", name="الانسحاب", value="نعم")
    assert ours.startswith(RIGHT_TO_LEFT)
    said = names("sentence", what=ours)
    assert [run for run in runs(said) if run.text == ": "] == [Run(": ", "rtl")]
    theirs = names("sentence", what=names("holds", name="Withdrawal", value="yes"))
    assert [run for run in runs(theirs) if run.text == ": "] == [Run(": ", "ltr")]


def test_a_catalogue_sets_values_apart_only_where_the_language_asks_for_it() -> None:
    assert Catalogue("ar", ("a = من { $low } إلى { $high }\n",))("a", low="−20", high="60") == (
        f"من {FIRST_STRONG}−20{END} إلى {FIRST_STRONG}60{END}"
    )
    assert Catalogue("en", ("a = { $low } to { $high }\n",))("a", low="−20", high="60") == "−20 to 60"
