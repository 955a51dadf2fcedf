"""What the command puts on the screen: results on stdout, messages and progress on stderr."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console, RenderableType
from rich.progress import Progress
from rich.text import Text

from hiwar.dossier.problems import printable

_UNBOUNDED = 100_000
"""Columns where there is no screen: nothing is wrapped that a program may read."""


def console(stream: TextIO) -> Console:
    """A console on a stream: colours only on a terminal, and the words of a case are never read as markup."""
    width = None if stream.isatty() else _UNBOUNDED
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)


def show(*parts: RenderableType) -> None:
    """Print results on stdout."""
    target = console(sys.stdout)
    with target.capture() as captured:
        for part in parts:
            target.print(part)
    _as_utf8(sys.stdout)
    lines = captured.get().splitlines(keepends=False)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in lines))


def show_data(text: str) -> None:
    """Print data for a program, exactly as it is, in UTF-8."""
    _as_utf8(sys.stdout)
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def say(message: str, style: str = "") -> None:
    """Print a message on stderr, after all that was printed before it."""
    sys.stdout.flush()
    _as_utf8(sys.stderr)
    console(sys.stderr).print(Text(printable(message), style=style), soft_wrap=True)


def words(text: object, style: str = "") -> Text:
    """Words of a case or of the program; whatever would steer the terminal is shown as a mark."""
    return Text(printable(str(text)), style=style)


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show on a terminal that the program is at work."""
    screen = console(sys.stderr)
    if screen.is_terminal:
        with screen.status(words(what)):
            yield
    else:
        yield


@contextmanager
def progress(what: str) -> Iterator[Callable[[str, int, int], None]]:
    """A bar on a terminal; gives the function to be told the step, how many are done and how many there are."""
    screen = console(sys.stderr)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(what)

        def report(step: str, done: int, total: int) -> None:
            bar.update(task, description=f"{what}: {step}", completed=done, total=total)

        yield report


def _as_utf8(stream: TextIO) -> None:
    """The words of a case are in any script; a stream that cannot show one shows a mark instead of failing."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")
