"""A case read from its files: every problem at once, each with its place."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from immutabledict import immutabledict

from hiwar.dossier.checks import check_dossier, check_sheet, per_option, placed, unfounded
from hiwar.dossier.files import CaseFiles, RefusalError, decoded, read_regular
from hiwar.dossier.known import Known
from hiwar.dossier.limits import MAX_FILE_BYTES
from hiwar.dossier.model import Dossier
from hiwar.dossier.parts import SHEET_KEY, Parts, read_parts, several_cases
from hiwar.dossier.problems import CaseError, Place, Problem, SourceText, Trouble, brief, nearest, shown
from hiwar.dossier.quotes import check_quotes
from hiwar.dossier.records import Record
from hiwar.dossier.sheet import Sheet
from hiwar.dossier.tree import Budget, Node, read_tree
from hiwar.dossier.validating import places_of, places_of_sheet, validated_dossier, validated_sheet

JUDGEMENTS = "judgements"
"""Folder of a case in which its sheets usually stand."""


@dataclass(frozen=True)
class Case:
    """A case as read: the dossier, the sheets that were named, and where everything stands."""

    dossier: Dossier
    sheets: tuple[Sheet, ...]
    """In the order in which they were named."""
    warnings: tuple[Problem, ...]
    """What is worth knowing but does not stop the work."""
    available_sheets: tuple[str, ...]
    """Names of all sheets of the case, named or not."""
    places: Mapping[str, Place]
    """Id of an item, or ``sheet:section:id`` of a judgement, to where it is written."""


def digest(record: Record) -> str:
    """Fingerprint of a dossier or sheet: the same for the same content, whatever the order of files and entries.

    SHA-256 over JSON with sorted keys; what equals its default is left out. The order of entries in a mapping
    does not count, the order inside a list does.
    """
    data = record.model_dump(mode="json", exclude_defaults=True)
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def read_case(path: str | Path, sheets: Sequence[str | Path] = (), *, all_sheets: bool = False) -> Case:
    """Read a case and the sheets of judgements named.

    Parameters
    ----------
    path : str or Path
        A YAML file, or a folder in which every ``*.yaml`` with ``hiwar: 1`` is a part of the dossier.
    sheets : sequence of str or Path
        Names of sheets of the case (``illustration``) or paths of sheet files.
    all_sheets : bool
        Read every sheet of the case, and those named beside them.

    Returns
    -------
    Case
        Frozen; nothing outside the case's folder was read, save sheets named by their path.

    Raises
    ------
    CaseError
        With every problem found, sorted by file, line and column.
    """
    files = _case_files(Path(path))
    budget = Budget()
    parts = read_parts(files.texts, budget)
    if titled := several_cases(parts):
        raise CaseError([_several(files, titled)])
    wanted = (*sorted(parts.sheet_files), *sheets) if all_sheets else sheets
    return _case(files, parts, _wanted_sheets(files, parts, wanted, budget))


def _case_files(path: Path) -> CaseFiles:
    """The texts of a case: one file with the sheets in its ``judgements`` folder, or all files of a folder."""
    if path.is_dir():
        files = CaseFiles(str(path), path)
        files.read_all("")
        if not files.texts and not files.problems:
            files.refuse("", "there is no YAML file in this folder; `hiwar new` writes a first one")
    else:
        files = CaseFiles(str(path.parent), path.parent)
        if path.exists() or path.is_symlink():
            files.read(path.name)
            files.read_all(JUDGEMENTS)
        else:
            files.refuse(path.name, "there is no such file or folder")
    return files


@dataclass(frozen=True)
class _Wanted:
    """The sheets that were named: as trees by name, in order; and what could not be found."""

    names: frozenset[str]
    trees: Mapping[str, Node]
    problems: tuple[Problem, ...]
    troubles: tuple[Trouble, ...]


def _wanted_sheets(files: CaseFiles, parts: Parts, sheets: Sequence[str | Path], budget: Budget) -> _Wanted:
    names: set[str] = set()
    trees: dict[str, Node] = {}
    problems: list[Problem] = []
    troubles: list[Trouble] = []
    for wanted in sheets:
        name = _name_in_case(files, parts, wanted)
        if name is not None:
            names.add(name)
            if name in parts.sheets:
                trees[name] = parts.sheets[name]
        elif Path(wanted).is_file():
            tree, found, problem = _outside_sheet(Path(wanted), budget)
            troubles += found
            problems += [problem] if problem else []
            if tree is not None:
                trees[Path(wanted).stem] = tree
        else:
            problems.append(_no_such_sheet(files, parts, str(wanted)))
    return _Wanted(frozenset(names), trees, tuple(problems), tuple(troubles))


def _name_in_case(files: CaseFiles, parts: Parts, wanted: str | Path) -> str | None:
    """Name of a sheet of the case that was asked for by name, by path, or by path inside the case."""
    if str(wanted) in parts.sheet_files:
        return str(wanted)
    for name, source in parts.sheet_files.items():
        place = files.root / source.inside
        if source.inside == Path(wanted).as_posix() or (Path(wanted).exists() and place.samefile(wanted)):
            return name
    return None


def _outside_sheet(path: Path, budget: Budget) -> tuple[Node | None, list[Trouble], Problem | None]:
    """A sheet that stands outside the case's folder and was named by its path."""
    try:
        text = decoded(read_regular(path.resolve(), MAX_FILE_BYTES))
    except RefusalError as refusal:
        return None, [], Problem(str(path), 0, 0, str(refusal))
    source = SourceText.of(str(path), str(path), text)
    tree, troubles = read_tree(source, budget)
    if tree is not None and SHEET_KEY not in tree.entries:
        return None, [Trouble(source, 0, 0, f"the line `{SHEET_KEY}: 1` is missing at the top of this file")], None
    return tree, troubles, None


def _several(files: CaseFiles, titled: Sequence[str]) -> Problem:
    """Read as one case they would only clash; what is meant is one of them."""
    folders = [str(Path(inside).parent) for inside in titled]
    one = files.shown(next(folder for folder in folders if folder != "."))
    first, *_, last = titled
    each = f"{brief(first)} and {brief(last)} give a title each"
    return Problem(files.shown(""), 0, 0, f"this folder holds several cases: {each}; name one, such as {one}")


def _no_such_sheet(files: CaseFiles, parts: Parts, wanted: str) -> Problem:
    known = sorted(parts.sheet_files)
    guess = nearest(wanted, known)
    there = f"its sheets are: {', '.join(known)}" if known else "it has no sheets"
    hint = f'; did you mean "{guess}"?' if guess else ""
    return Problem(files.shown(""), 0, 0, f'the case has no sheet "{brief(wanted)}" ({there}){hint}')


def _case(files: CaseFiles, parts: Parts, wanted: _Wanted) -> Case:
    """Turn trees into records, check them, and refuse with everything that was found."""
    troubles = [*_softened(parts, wanted), *wanted.troubles]
    problems = [*files.problems, *wanted.problems]
    if parts.dossier is None:
        if not (problems or any(trouble.is_error for trouble in troubles)):
            problems.append(Problem(files.shown(""), 0, 0, "no file here begins with `hiwar: 1`, so there is no case"))
        raise CaseError([*problems, *shown(troubles)])
    dossier, found = validated_dossier(parts.dossier)
    troubles += found
    sheets: dict[str, Sheet] = {}
    if dossier is not None:
        known, found = check_dossier(dossier, parts.dossier)
        troubles += [*found, *placed(check_quotes(dossier, files.root), parts.dossier)]
        sheets, found = _sheets(wanted, dossier, known)
        troubles += found
    worded = tuple(sorted([*problems, *shown(troubles)], key=lambda problem: problem.sort_key))
    if dossier is None or any(problem.is_error for problem in worded):
        raise CaseError(worded)
    worded = (*_remarks(files, dossier), *worded)
    places = dict(places_of(dossier, parts.dossier))
    for name, sheet in sheets.items():
        places.update(places_of_sheet(sheet, wanted.trees[name]))
    return Case(dossier, tuple(sheets.values()), worded, tuple(sorted(parts.sheet_files)), immutabledict(places))


def _sheets(wanted: _Wanted, dossier: Dossier, known: Known) -> tuple[dict[str, Sheet], list[Trouble]]:
    """The sheets that were named, checked against the case."""
    sheets: dict[str, Sheet] = {}
    troubles: list[Trouble] = []
    for name, tree in wanted.trees.items():
        sheet, found = validated_sheet(tree, name)
        troubles += found
        if sheet is not None:
            sheets[name] = per_option(sheet, dossier)
            troubles += check_sheet(sheets[name], tree, dossier, known)
    return sheets, troubles


def _softened(parts: Parts, wanted: _Wanted) -> Iterator[Trouble]:
    """What is wrong as YAML; in a sheet that nobody named it is only worth knowing."""
    aside = {source.inside for name, source in parts.sheet_files.items() if name not in wanted.names}
    for trouble in parts.troubles:
        yield replace(trouble, is_error=False) if trouble.source.inside in aside else trouble


def _remarks(files: CaseFiles, dossier: Dossier) -> list[Problem]:
    count, of = unfounded(dossier)
    message = f"{count} of {of} items give neither a source nor a reason; they are kept and shown as unfounded"
    return [Problem(files.shown(""), 0, 0, message, is_error=False)] if count else []
