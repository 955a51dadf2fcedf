"""The command as a user runs it: in this process for speed, as a process of its own where that matters."""

import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from typer.testing import CliRunner

from hiwar.cli.app import app

TOWNS = Path(__file__).parents[2] / "examples" / "two-towns-water"
TYPED = shlex.quote(str(TOWNS))
"""As it is typed in a shell: the checkout may lie in a folder whose name has blanks."""


@dataclass(frozen=True)
class Ran:
    """What a run of the command printed, and its exit code."""

    code: int
    out: str
    err: str


def hiwar(*arguments: str | Path) -> Ran:
    """Run the command in this process; a defect of the program is raised, as a user would see a traceback."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="hiwar")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def shell(arguments: str, **environment: str) -> Ran:
    """Run the command as a process of its own, through a shell so that it can be piped and redirected."""
    command = f"set -o pipefail; {shlex.quote(sys.executable)} -m hiwar.cli {arguments}"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, timeout=60, check=False, env={**os.environ, **environment}
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def towns_in(folder: Path) -> Path:
    """A copy of the second case that a test may change."""
    return Path(copytree(TOWNS, folder / "towns"))


def change(file: Path, old: str, new: str) -> None:
    """Replace a text that must be there, once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")
