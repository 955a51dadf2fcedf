"""The commands ``new`` and ``schema``: what somebody needs who begins a case."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast, get_args

from hiwar.cli.arguments import one_of
from hiwar.cli.failures import WRONG_USAGE, Refused
from hiwar.cli.terminal import show, show_data, words
from hiwar.dossier.json_schema import Kind, schema_text


def new(folder: Path) -> None:
    """Write a commented template of a case into a new or empty folder."""
    if folder.exists() and not folder.is_dir():
        raise Refused(f'"{folder}" is a file; name a folder that does not exist yet', WRONG_USAGE)
    if folder.is_dir() and any(folder.iterdir()):
        raise Refused(f'"{folder}" is not empty, and nothing in it is overwritten; name another folder', WRONG_USAGE)
    written = _copied(files("hiwar.cli").joinpath("template"), folder)
    for path in written:
        show(words(f"wrote {path}"))
    show(words(f"Next: edit {written[0]}, then run  hiwar check {folder}"))


def schema(kind: str) -> None:
    """Print the JSON Schema of a case, or of a sheet of judgements."""
    one_of(kind, get_args(Kind), "schema")
    show_data(schema_text(cast(Kind, kind)))


def _copied(source: Traversable, target: Path) -> list[Path]:
    """Copy the template; a file that somebody puts there meanwhile is not overwritten either."""
    target.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for entry in sorted(source.iterdir(), key=lambda entry: (entry.is_dir(), entry.name)):
        if entry.is_dir():
            written += _copied(entry, target / entry.name)
        elif entry.name.endswith((".yaml", ".txt")):
            with (target / entry.name).open("x", encoding="utf-8", newline="\n") as file:
                file.write(entry.read_text(encoding="utf-8"))
            written.append(target / entry.name)
    return written
