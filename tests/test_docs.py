"""What the documentation shows is run: Python blocks, `hiwar` commands with what they print, and docstrings."""

import doctest
import importlib
import os
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sybil import Example
from sybil.document import Document
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser

import hiwar

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PAGES = [page for page in PAGES if "generated" not in page.parts]
MODULES = sorted(
    module.name for module in pkgutil.walk_packages(hiwar.__path__, "hiwar.") if not module.name.endswith("__main__")
)


def run_console(example: Example) -> str | None:
    """Run each line that begins with `$`; what stands below it must be printed, `...` stands for any text.

    A line `$ hiwar ... # exit 1` says with which code the command ends; without it the code is 0.
    """
    for command, expected in commands_of(example.parsed):
        line, _, code = command.partition("# exit ")
        done = run(line)
        assert done.returncode == int(code or 0), f"{command}\n{done.stdout}"
        if expected and not agrees(done.stdout, expected):
            return f"{command} printed\n{done.stdout}\nthe page shows\n{expected}"
    return None


def write_file(example: Example) -> str | None:
    """Write a block of YAML that says in its first line where it belongs: `# file: judgements/mine.yaml`."""
    if place := re.match(r"# file: (\S+)\n", example.parsed):
        Path(place.group(1)).write_text(example.parsed, encoding="utf-8")
    return None


def commands_of(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a block with what is shown below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = part.replace("\\\n", " ").partition("\n")
        yield command, expected.strip()


def run(line: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment in which the tests run, without a shell."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        shlex.split(line), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, check=False
    )


def agrees(printed: str, shown: str) -> bool:
    """Whether the page shows what was printed; blanks at the ends of lines do not count."""
    parts = [re.escape(part) for part in tidy(shown).split("...")]
    return re.fullmatch(r"(?s:.*?)".join(parts), tidy(printed)) is not None


def tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


PARSERS = (
    SkipParser(),
    PythonCodeBlockParser(),
    CodeBlockParser(language="console", evaluator=run_console),
    CodeBlockParser(language="yaml", evaluator=write_file),
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_shows_is_so(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    for example in Document.parse(str(page), *PARSERS).examples():
        example.evaluate()


def test_the_tutorial_and_the_front_page_have_something_to_run() -> None:
    for page in ("README.md", "docs/tutorial/first-case.md"):
        assert list(Document.parse(str(ROOT / page), *PARSERS).examples()), page


def test_a_page_that_shows_what_is_not_printed_is_found() -> None:
    assert agrees("one\ntwo  \nthree\n", "one\n...\nthree")
    assert not agrees("one\ntwo\n", "one\nthree")
    assert list(commands_of("$ a \\\n  b\nshown\n$ c\n")) == [("a    b", "shown"), ("c", "")]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_are_so(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_every_page_of_the_documentation_can_be_reached() -> None:
    """Each page stands in the contents of another; Sphinx's own warning says the same, but later."""
    listed = set()
    for page in PAGES:
        for contents in re.findall(r"```\{toctree\}\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL):
            names = [re.sub(r"^.*<|>$", "", line) for line in contents.splitlines() if line and line[0] != ":"]
            listed |= {(page.parent / f"{name}.md").resolve() for name in names}
    pages = {page for page in PAGES if page.is_relative_to(ROOT / "docs")} - {ROOT / "docs" / "index.md"}
    assert sorted(str(page.relative_to(ROOT)) for page in pages - listed) == []
