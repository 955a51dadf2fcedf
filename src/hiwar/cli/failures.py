"""A user's mistake is answered with a message and an exit code, never with a traceback."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from typer.core import TyperGroup

from hiwar.cli.terminal import say
from hiwar.dossier.problems import CaseError, Problem

PROBLEMS = 1
WRONG_USAGE = 2
_PIPE_CLOSED = 141
"""What every other program returns when whoever reads it stops reading."""


class Refused(Exception):  # noqa: N818 - not a defect of the program
    """What was asked cannot be done; the message says why and what would do."""

    def __init__(self, message: str, code: int = PROBLEMS) -> None:
        self.code = code
        super().__init__(message)


class ReportingGroup(TyperGroup):
    """Commands whose failures are reported in one place."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        with reported():
            return super().invoke(ctx)


@contextmanager
def reported() -> Iterator[None]:
    """Turn what may go wrong outside the program into a message and an exit code.

    What is left in the buffer is written here, where a full disk can still be reported.
    """
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except CaseError as error:
        say_problems(error.problems)
        sys.exit(PROBLEMS)
    except Refused as refusal:
        say(f"Error: {refusal}", "red")
        sys.exit(refusal.code)
    except BrokenPipeError:
        _forget_stdout()
        sys.exit(_PIPE_CLOSED)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EIO, errno.EDQUOT) and error.filename is None:
            _forget_stdout()
        say(f"Error: {in_words(error)}", "red")
        sys.exit(PROBLEMS)


def say_problems(problems: tuple[Problem, ...]) -> None:
    """Each problem with its place, then how many there are."""
    for problem in problems:
        say(str(problem), "red" if problem.is_error else "yellow")
    errors = sum(problem.is_error for problem in problems)
    if errors:
        say(f"{errors} {'problem' if errors == 1 else 'problems'} in the case.", "bold red")


def in_words(error: OSError) -> str:
    """What the system refused, in words, with the file where there is one."""
    what = reason_of(error)
    return f"{error.filename}: {what}" if error.filename else f"cannot write the output: {what}"


def reason_of(error: OSError) -> str:
    """Why the system refused, in its own words."""
    return os.strerror(error.errno).lower() if error.errno else str(error)


def _forget_stdout() -> None:
    """What is left in the buffer cannot be written; without this, closing it would fail once more."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
