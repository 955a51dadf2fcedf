"""How the words behind a command are understood, and what is said when they cannot be."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from immutabledict import immutabledict

from hiwar.cli.failures import WRONG_USAGE, Refused, say_problems
from hiwar.cli.terminal import say
from hiwar.dossier.model import Dossier, variable_options
from hiwar.dossier.problems import CaseError, nearest
from hiwar.dossier.reading import Case, read_case

_MOST_NAMED = 12


def one_of(word: str, known: Iterable[str], what: str) -> str:
    """The word, if it is known.

    Raises
    ------
    Refused
        With the nearest known words, else with all of them.
    """
    listed = sorted(known)
    if word in listed:
        return word
    guess = nearest(word, listed) if word else None
    hint = (
        f'did you mean "{guess}"?' if guess else f"there is: {_some(listed)}" if listed else f"the case has no {what}"
    )
    raise Refused(f'there is no {what} "{word}"; {hint}', WRONG_USAGE)


def _some(words: Sequence[str]) -> str:
    """All of a few words, the first of many."""
    more = len(words) - _MOST_NAMED
    return ", ".join(words) if more <= 0 else f"{', '.join(words[:_MOST_NAMED])} and {more} more"


def read(case: Path, sheets: Sequence[str] | None) -> Case:
    """Read a case with the sheets named, and say its warnings.

    Raises
    ------
    Refused
        If there is no such case or sheet.
    CaseError
        If there is one and it has problems.
    """
    must_exist(case)
    try:
        found = read_case(case, sheets or ())
    except CaseError:
        _sheets_must_exist(case, sheets or ())
        raise
    say_problems(found.warnings)
    return found


def say_sheets_left_out(found: Case) -> None:
    """Where no sheet was named though the case has some, say so: an answer without judgements surprises."""
    if found.available_sheets and not found.sheets:
        named = " ".join(f"-s {name}" for name in found.available_sheets[:1])
        sheets = ", ".join(found.available_sheets)
        say(f"No sheet of judgements is used; this case has: {sheets}. To use one add  {named}", "yellow")


def available_sheets(case: Path) -> tuple[str, ...]:
    """Names of all sheets of a case.

    Raises
    ------
    Refused
        If there is no such case.
    CaseError
        If it has problems.
    """
    must_exist(case)
    return read_case(case).available_sheets


def read_with_all_sheets(case: Path, sheets: Sequence[str] | None) -> Case:
    """Read a case with the sheets named, or with all of its own where none is; errors as in `read`."""
    if sheets:
        return read(case, sheets)
    must_exist(case)
    found = read_case(case, all_sheets=True)
    say_problems(found.warnings)
    return found


def packages_of(texts: Sequence[str] | None, dossier: Dossier) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    """Every package named on the command line; errors as in `package_of`."""
    return tuple(package_of(text, dossier) for text in texts or ())


def package_of(text: str, dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    """Understand ``IS-FLOW=share,IS-GATE=joint``: options of issues and moves, every one known to the case.

    Raises
    ------
    Refused
        If it is written wrongly, or names what the case does not have.
    """
    package: dict[str, tuple[str, ...]] = {}
    for part in text.split(","):
        variable, equals, option = (piece.strip() for piece in part.partition("="))
        if not (variable and equals and option):
            raise Refused(f'"{part.strip()}" is not written as ISSUE=OPTION, such as IS-1=first_option', WRONG_USAGE)
        one_of(variable, (*dossier.issues, *dossier.moves), "issue or move")
        one_of(option, variable_options(dossier, variable), f"option of {variable}")
        package[variable] = (*package.get(variable, ()), option)
    for variable, options in package.items():
        issue = dossier.issues.get(variable)
        if len(options) > 1 and not (issue and issue.allows_several):
            raise Refused(f"{variable} allows one option only; given: {', '.join(options)}", WRONG_USAGE)
    return immutabledict(package)


def must_exist(case: Path) -> None:
    """Refuse a path that leads nowhere, with the nearest name beside it."""
    if not case.exists():
        beside = [entry.name for entry in case.parent.iterdir()] if case.parent.is_dir() else []
        guess = nearest(case.name, beside)
        hint = f'; did you mean "{case.parent / guess}"?' if guess else ""
        raise Refused(f'there is no file or folder "{case}"{hint}', WRONG_USAGE)


def must_be_writable(target: Path) -> None:
    """Refuse, before anything is computed, a file that cannot be written."""
    if target.is_dir():
        raise Refused(f'"{target}" is a folder; name a file in it', WRONG_USAGE)
    if not target.parent.is_dir():
        raise Refused(f'there is no folder "{target.parent}" to write {target.name} into', WRONG_USAGE)


def _sheets_must_exist(case: Path, sheets: Sequence[str]) -> None:
    """Tell a sheet that is not there (a slip of the user) from a sheet that has problems."""
    try:
        available = read_case(case).available_sheets if sheets else ()
    except CaseError:
        return
    for sheet in sheets:
        if sheet not in available and not Path(sheet).is_file() and not (case / sheet).is_file():
            one_of(sheet, available, "sheet")
