"""Files from strangers: refused in words, quickly, in bounded memory, and nothing outside the folder is read."""

import os
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.dossier import CaseError, Dossier, Problem, limits, read_case, tree
from strategies import as_yaml, case_data

CASE = "hiwar: 1\ntitle: t\nseat: a\ndomains: {m: {}}\nparties: {a: {roles: principal}}\n"
LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


def problems(path: Path, sheets: tuple[str, ...] = ()) -> tuple[Problem, ...]:
    """Problems of a case that must be refused."""
    with pytest.raises(CaseError) as caught:
        read_case(path, sheets)
    assert "Traceback" not in str(caught.value)
    return caught.value.problems


def text_problems(folder: Path, data: str | bytes) -> str:
    path = folder / "dossier.yaml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    began = time.monotonic()
    found = "\n".join(str(problem) for problem in problems(path))
    assert time.monotonic() - began < 10
    return found


HOSTILE: list[tuple[str | bytes, str]] = [
    ("hiwar: 1\n" + LAUGHS, "more than 500,000 values"),
    ("hiwar: 1\na: &a [*a]\n", "without end"),
    ("hiwar: 1\na: &a {b: {c: *a}}\n", "without end"),
    ("hiwar: 1\na: " + "[" * 100_000, "more than 64 levels"),
    ("hiwar: 1\na: " + "{a: " * 100_000, "more than 64 levels"),
    ("hiwar: 1\n" + "".join(" " * n + "a:\n" for n in range(2000)), "more than 64 levels"),
    ("a: &a0 [1]\n" + "".join(f"b{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 80)), "more than 64 levels"),
    ("hiwar: 1\na:\n" + "- b\n" * 600_000, "more than 500,000 values"),
    (CASE + "\n---\n" + CASE, "a second YAML document"),
    (CASE.encode("utf-16"), "saved as UTF-16"),
    (CASE.encode("utf-16-le"), "zero bytes"),
    (CASE.encode("utf-32"), "saved as UTF-32"),
    (CASE.replace("title: t", "title: caf\u00e9").encode("latin-1"), "dossier.yaml:2:11: the file is not UTF-8"),
    (CASE.replace("title: t", "title: t\0"), "control character"),
    (CASE.replace("title: t", "title: t\x1b[31m"), "control character"),
    (CASE.replace("title: t", "title: !!python/object/apply:os.system [id]"), "tag"),
    (CASE + "<<: {a: 1}\n", "not part of YAML 1.2"),
    (CASE + "? [a]\n: 1\n", "a key must be one word"),
    (CASE + "steps: {s: {days: .inf}}\n", "not a number that a case can hold"),
    (CASE + "steps: {s: {days: 1e999}}\n", "not a number that a case can hold"),
    (CASE + "questions: {q: {order: " + "9" * 39 + "}}\n\t", "tab"),
    ("", "the file is empty"),
    ("# nothing\n", "the file is empty"),
    ("just words", "begins with `hiwar: 1`"),
    ("- a\n- b\n", "begins with `hiwar: 1`"),
    (CASE.replace("hiwar: 1\n", ""), "the line `hiwar: 1` is missing"),
    (CASE.replace("hiwar:", "Hiwar:"), 'did you mean "hiwar"?'),
    (CASE.replace("hiwar: 1", "hiwar: one"), "this program reads version 1"),
    ("hiwar: 1\n" + "".join(f"k{n}: 1\n" for n in range(20_000)), "more problems from here on"),
    (CASE + "effects:\n" + "".join(f"  e{n}: {{on: zz{n}}}\n" for n in range(20_000)), "more problems from here on"),
    (CASE.replace("title: t", "title: " + "x" * 1_000_000 + "\nfoo: 1"), "foo"),
]


@pytest.mark.parametrize(("data", "words"), HOSTILE, ids=[words for _, words in HOSTILE])
def test_a_hostile_file_is_refused_in_words(tmp_path: Path, data: str | bytes, words: str) -> None:
    found = text_problems(tmp_path, data)
    assert words in found
    assert "\x1b" not in found
    assert len(found) < 200_000


def test_a_byte_order_mark_of_utf8_is_fine(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_bytes(CASE.encode("utf-8-sig"))
    assert read_case(tmp_path).dossier.seat == "a"


def test_yaml_12_says_what_is_text(tmp_path: Path) -> None:
    case = (
        CASE.replace("title: t", "title: no\nsummary: 2020-11-03\nnotice: 0o17")
        + "calendar: {c: {kind: event, on: 2020-11-03}}"
    )
    (tmp_path / "dossier.yaml").write_text(
        case + "\nquestions: {yes: {order: ٠o١}, on: {order: ٤٢, name: 1.10}}".replace("٠o١", "0o17")
    )
    dossier = read_case(tmp_path).dossier
    assert (dossier.title, dossier.summary, dossier.notice) == ("no", "2020-11-03", "0o17")
    assert str(dossier.calendar["c"].on) == "2020-11-03"
    assert not isinstance(dossier.calendar["c"].on, str)
    assert [dossier.questions[key].order for key in ("yes", "on")] == [15, 42]
    assert dossier.questions["on"].name == "1.10"


def test_few_aliases_are_fine(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(CASE.replace("{m: {}}", "{m: &m {name: money}, n: *m}"))
    assert read_case(tmp_path).dossier.domains["n"].name == "money"


def test_a_file_of_100_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 1024**2)
    tracemalloc.start()
    [found] = problems(tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "100 MB large; at most 8 MB" in found.message
    assert peak < 5 * 1024**2


def test_the_budget_holds_for_all_files_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hiwar.dossier.files.MAX_CASE_BYTES", 1000)
    for number in range(9):
        (tmp_path / f"{number}.yaml").write_text(CASE + "#" * 200)
    assert any("together" in problem.message for problem in problems(tmp_path))


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hiwar.dossier.files.MAX_FILES", 3)
    for number in range(5):
        (tmp_path / f"{number}.yaml").write_text(CASE)
    assert "YAML files; is it the folder of a case?" in problems(tmp_path)[0].message


def make_pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")


def make_device_link(folder: Path) -> None:
    (folder / "zero.yaml").symlink_to("/dev/zero")


def make_link_outside(folder: Path) -> None:
    (folder / "out.yaml").symlink_to(folder.parent / "outside.yaml")


def make_link_circle(folder: Path) -> None:
    (folder / "a.yaml").symlink_to(folder / "b.yaml")
    (folder / "b.yaml").symlink_to(folder / "a.yaml")


def make_link_to_nothing(folder: Path) -> None:
    (folder / "gone.yaml").symlink_to(folder / "nothing")


MAKERS = [
    make_pipe,
    make_device_link,
    make_link_outside,
    make_link_circle,
    make_link_to_nothing,
]


@pytest.mark.parametrize("make", MAKERS)
def test_what_is_no_ordinary_file_of_the_folder_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    (tmp_path / "outside.yaml").write_text(CASE)
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "dossier.yaml").write_text(CASE)
    make(folder)
    with only_read_inside(folder):
        found = problems(folder)
    words = ("ordinary file", "leaves the case's folder", "followed", "no such file")
    assert any(word in problem.message for problem in found for word in words)


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "case"
    outside.mkdir()
    folder.mkdir()
    (outside / "more.yaml").write_text("hiwar: 1\ntitle: twice\n")
    (folder / "dossier.yaml").write_text(CASE)
    (folder / "more").symlink_to(outside)
    (folder / "round").symlink_to(folder)
    with only_read_inside(folder):
        assert read_case(folder).dossier.title == "t"


def test_file_names_cannot_harm_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(CASE)
    for name in (b"a\x1b[31m.yaml", b"b\xff.yaml", b"c\n.yaml", b"d e.yaml"):
        (tmp_path / os.fsdecode(name)).write_text("hiwar: 1\ntitle: again\nfoo: 1\n")
    (tmp_path / "my sheet.yaml").write_text("hiwar_judgements: 1\nby: {name: n}\n")
    found = problems(tmp_path, ("my sheet",))
    words = "\n".join(map(str, found)).replace(str(tmp_path), "")
    assert "\x1b" not in words
    assert words.encode()
    assert '"my sheet" cannot name a sheet' in words


def test_a_missing_case_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    assert "there is no such file or folder" in str(problems(tmp_path / "nothing"))
    assert "there is no YAML file in this folder" in str(problems(tmp_path))
    (tmp_path / "dossier.yaml").write_text(CASE)
    assert "the case has no sheet" in str(problems(tmp_path, ("mine",)))
    (tmp_path / "other.yaml").write_text("a: 1\n")
    assert any("it is not read" in warning.message for warning in read_case(tmp_path).warnings)


def test_a_broken_sheet_that_is_not_named_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(CASE)
    (tmp_path / "judgements").mkdir()
    (tmp_path / "judgements" / "draft.yaml").write_text("hiwar_judgements: 1\nby: {name: 'Noor\n")
    case = read_case(tmp_path)
    assert case.available_sheets == ("draft",)
    assert any("never closed" in warning.message for warning in case.warnings)
    assert "never closed" in str(problems(tmp_path, ("draft",)))


@contextmanager
def only_read_inside(folder: Path) -> Iterator[None]:
    """Fail if a file outside a folder is opened meanwhile (modules of Python aside)."""
    allowed = (os.path.realpath(folder), *(os.path.realpath(path) for path in {sys.prefix, sys.base_prefix}))
    source = os.path.dirname(os.path.dirname(os.path.abspath(tree.__file__)))
    opened: list[str] = []
    _WATCHERS.append(opened)
    try:
        yield
    finally:
        _WATCHERS.remove(opened)
    strays = [path for path in opened if not os.path.realpath(path).startswith((*allowed, source))]
    assert not strays


_WATCHERS: list[list[str]] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and _WATCHERS and isinstance(arguments[0], str | bytes):
        for opened in _WATCHERS:
            opened.append(os.fsdecode(arguments[0]))


sys.addaudithook(_watch)


def read_or_refuse(data: bytes, sheet: bytes = b"") -> None:
    """Whatever a file holds, a case is read or refused in words."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "dossier.yaml").write_bytes(data)
        (folder / "sheet.yaml").write_bytes(sheet)
        with only_read_inside(folder):
            words = told(folder, ["sheet"] if sheet else [])
        assert len(words) < 2_000_000
        assert all(char.isprintable() or char in "\n\t\u200c\u200d\u200e\u200f" for char in words)


def told(folder: Path, sheets: list[str]) -> str:
    """What the reader says about a case: its warnings, or why it refuses it."""
    try:
        return "\n".join(map(str, read_case(folder, sheets).warnings))
    except CaseError as error:
        return str(error)


MANY = settings(max_examples=4 * settings().max_examples)
SIGNS = (
    "hiwar: 1\n|&a |*a|{|}|[|]|: |- |\n|\t|'|\"|#|---\n|!!x |<<: |\0|\x85|\u2028|٤٪|effects:\n|of|null|~|? |%|\ufeff"
)
SNIPPETS = st.sampled_from([*SIGNS.split("|"), "|\n"])


@MANY
@given(st.one_of(st.binary(max_size=200), st.lists(SNIPPETS, max_size=40).map(lambda parts: "".join(parts).encode())))
def test_arbitrary_bytes_never_break_the_reader(data: bytes) -> None:
    read_or_refuse(data)
    read_or_refuse(CASE.encode() + data)
    read_or_refuse(CASE.encode(), b"hiwar_judgements: 1\nby: {name: n}\n" + data)


@MANY
@given(case_data(), st.data())
def test_a_damaged_case_never_breaks_the_reader(both: tuple[Any, Any], data: st.DataObject) -> None:
    texts = [as_yaml(part).encode() for part in both]
    for _ in range(data.draw(st.integers(1, 4))):
        which = data.draw(st.integers(0, 1))
        text = texts[which]
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 8)))
        other = data.draw(st.one_of(SNIPPETS.map(str.encode), st.binary(max_size=3)))
        texts[which] = text[:start] + other + text[end:]
    read_or_refuse(texts[0], texts[1] or b" ")


JUNK = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-5, 300), st.floats(-2, 2), st.sampled_from(["a", "track", "likely", "m"])
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["a", "m", "value", "range", "when", "because", "options", "of", "order"]),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=6,
)
SECTIONS = st.sampled_from(
    sorted({*Dossier.model_fields, "likelihood", "size", "unstated", "weights", "worth", "ties"})
)


@MANY
@given(
    st.dictionaries(
        SECTIONS, st.one_of(JUNK, st.dictionaries(st.sampled_from(["a", "m", "e"]), JUNK, max_size=2)), max_size=3
    )
)
def test_well_formed_nonsense_never_breaks_the_reader(junk: dict[str, Any]) -> None:
    whole = {"hiwar": 1, "title": "t", "seat": "a", "domains": {"m": {}}, "parties": {"a": {"roles": "principal"}}}
    read_or_refuse(as_yaml({**whole, **junk}).encode())
    sheet = {"hiwar_judgements": 1, "by": {"name": "n"}}
    read_or_refuse(CASE.encode(), as_yaml({**sheet, **junk}).encode())


def test_limits_are_those_the_words_speak_of() -> None:
    assert (limits.MAX_FILE_BYTES, limits.MAX_CASE_BYTES, limits.MAX_DEPTH) == (8 * 1024**2, 64 * 1024**2, 64)
