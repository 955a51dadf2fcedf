"""Which documents the command ``brief`` writes: files, formats, languages, the long form and the short one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from hiwar.cli.arguments import must_be_writable, one_of
from hiwar.cli.failures import WRONG_USAGE, Refused, reason_of

T = TypeVar("T")
FORMATS = ("html", "pdf", "docx", "json", "xlsx")
IN_FOLDER = ("html", "pdf", "docx")
"""Formats written into a folder where none is named."""
_NEEDS = {"pdf": "typst", "docx": "docxtpl", "xlsx": "openpyxl"}


@dataclass(frozen=True)
class Wanted:
    """What is to be written, as the user said it."""

    out: Path | None = None
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    is_short: bool = False
    as_json: bool = False
    template: Path | None = None
    dated: str = "today"


@dataclass(frozen=True)
class Target:
    """One document to write."""

    path: Path
    language: str
    is_short: bool


def languages_of(wanted: Wanted) -> tuple[str, ...]:
    """The languages asked for; into a folder all there are, into one file English."""
    known = with_brief(_known_languages)
    for language in wanted.languages:
        one_of(language, known, "language")
    if wanted.languages:
        return tuple(dict.fromkeys(wanted.languages))
    if wanted.out is not None and _is_folder(wanted.out):
        return tuple(sorted(known, key=lambda one: one != "en"))
    return ("en",)


def _known_languages() -> tuple[str, ...]:
    from hiwar.brief import languages

    return languages()


def targets_of(case: Path, wanted: Wanted, languages: Sequence[str]) -> Iterator[Target]:
    """Every file to write; said before the computing where one cannot be."""
    if wanted.template is not None and not wanted.template.is_file():
        raise Refused(f'there is no file "{wanted.template}" to take the styles from', WRONG_USAGE)
    if wanted.out is None and wanted.as_json:
        return
    out = wanted.out or Path(f"{case_name(case)}-brief.{(wanted.formats or ('html',))[0]}")
    if wanted.out is not None and _is_folder(out):
        yield from _in_folder(case, wanted, languages)
        return
    if len(languages) > 1 or len(wanted.formats) > 1:
        raise Refused(
            f'"{out}" is one file; for several languages or formats name a folder, such as -o {out.parent / "briefs"}/',
            WRONG_USAGE,
        )
    _must_fit(out, wanted)
    yield Target(out, languages[0], wanted.is_short)


def _in_folder(case: Path, wanted: Wanted, languages: Sequence[str]) -> Iterator[Target]:
    """A file per format, language and form: long and short, or the short alone where it is asked for."""
    folder = wanted.out or Path()
    for one in wanted.formats:
        one_of(one, FORMATS, "format")
    _must_be_installed(wanted.formats or IN_FOLDER)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"cannot make the folder {folder}: {reason_of(error)}") from None
    for is_short in (True,) if wanted.is_short else (False, True):
        for language in languages:
            for one in wanted.formats or IN_FOLDER:
                name = f"{case_name(case)}-{'short' if is_short else 'brief'}-{language}.{one}"
                yield Target(folder / name, language, is_short)


def _is_folder(path: Path) -> bool:
    """A folder that is there, or a name without an ending, which is taken for one to be made."""
    return path.is_dir() or (not path.suffix and not path.is_file())


def case_name(case: Path) -> str:
    """What a case is called by its place: the folder, or the file without its ending."""
    place = case.resolve()
    return place.name if place.is_dir() else place.parent.name if place.stem == "dossier" else place.stem


def with_brief(work: Callable[[], T]) -> T:
    """Do what needs the packages of the brief, and say which is lacking."""
    try:
        return work()
    except ModuleNotFoundError as error:
        raise lacking(error) from None


def lacking(error: ModuleNotFoundError) -> Exception:
    """What to say where a package that the brief needs is not installed; our own gap stays an error."""
    if error.name is None or error.name.startswith("hiwar"):
        return error
    return Refused(f"the brief needs {error.name}; install it with: pip install 'hiwar[brief]'")


def _must_be_installed(formats: Sequence[str]) -> None:
    for one in formats:
        if one in _NEEDS and find_spec(_NEEDS[one]) is None:
            raise Refused(f"a brief as .{one} needs {_NEEDS[one]}; install it with: pip install 'hiwar[brief]'")


def _must_fit(target: Path, wanted: Wanted) -> None:
    """Say before the computing that the file cannot be written, or is not what was asked for, not after it."""
    must_be_writable(target)
    if wanted.as_json and target.suffix != ".json":
        raise Refused(f"with --json the file must end in .json, such as {target.with_suffix('.json')}", WRONG_USAGE)
    if wanted.formats and target.suffix != f".{wanted.formats[0]}":
        raise Refused(
            f'"{target.name}" does not end in .{wanted.formats[0]}; leave --format out or the ending', WRONG_USAGE
        )
    if wanted.template is not None and target.suffix != ".docx":
        raise Refused("a template restyles a Word document: name a file that ends in .docx", WRONG_USAGE)
    one_of(target.suffix.removeprefix(".") or "(none)", (*FORMATS, "htm"), "format of a brief")
    _must_be_installed((target.suffix.removeprefix("."),))
