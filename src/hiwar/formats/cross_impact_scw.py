"""Project files of ScenarioWizard (``.scw``): names of descriptors and states, and the matrix, read and written.

The form was taken from files that the tool wrote (sei-international/cibsa, sample_files) and from files that it opened
and solved (IainDM/CrossImpactBalances, test/sample_files). Sections end with a line that begins with ``#``; the first
holds the names, the sixth the matrix. What the others hold could not be confirmed and is left out: a second list of
names, colours, comments.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hiwar.dossier.files import RefusalError, read_regular
from hiwar.dossier.limits import MAX_FILE_BYTES
from hiwar.dossier.problems import CaseError, Problem, SourceText, Trouble, printable, shown
from hiwar.formats.cross_impact_file import CrossImpactFile
from hiwar.formats.cross_impact_tables import checked, sections_in, unique
from hiwar.methods.cross_impact import Descriptor

FIRST_LINE = "$ ScenarioWizard 4.0"
_NAMES, _MATRIX = 0, 5
_LATIN = "cp1252"


def read_scw(path: str | Path) -> CrossImpactFile:
    """Read a project file of ScenarioWizard; ``notices`` says what was changed or left out.

    Raises
    ------
    CaseError
        If it is not such a file, or its matrix does not fit its names.
    """
    shown_path = printable(str(path))
    try:
        raw = read_regular(Path(path).resolve(), MAX_FILE_BYTES)
    except RefusalError as refusal:
        raise CaseError([Problem(shown_path, 0, 0, str(refusal))]) from None
    notices: list[str] = []
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode(_LATIN, errors="replace")
        notices.append("the file is not UTF-8 and was read as Windows-1252; see whether the names are right")
    return scw_of(SourceText.of(shown_path, Path(path).name, text), Path(path).stem, notices)


def scw_of(source: SourceText, title: str, notices: Sequence[str] = ()) -> CrossImpactFile:
    """Read a project file from a text; errors as in `read_scw`."""
    if not source.lines or not source.lines[0].startswith("$ ScenarioWizard"):
        raise CaseError(shown([Trouble(source, 0, 0, 'a project of ScenarioWizard begins with "$ ScenarioWizard"')]))
    told = list(notices)
    blocks = _blocks(source)
    descriptors = _descriptors(source, blocks[_NAMES], told)
    labels = [state for one in descriptors for state in one.states]
    rows = [(line, text.split(",")) for line, text in blocks[_MATRIX]] if len(blocks) > _MATRIX else []
    sections = sections_in(source, descriptors, rows, len(labels))
    _tell_what_is_left_out(blocks, told)
    return checked(source, CrossImpactFile(title, descriptors, sections, notices=tuple(told)))


def _blocks(source: SourceText) -> list[list[tuple[int, str]]]:
    """Lines that are not blank, with their numbers, cut at lines that begin with #; the first line is left out."""
    blocks: list[list[tuple[int, str]]] = [[]]
    for line, text in enumerate(source.lines[1:], 1):
        if text.lstrip().startswith("#"):
            blocks.append([])
        elif text.strip():
            blocks[-1].append((line, text))
    return blocks


def _descriptors(source: SourceText, block: Sequence[tuple[int, str]], told: list[str]) -> tuple[Descriptor, ...]:
    named: list[tuple[str, list[str]]] = []
    for line, text in block:
        word = text.strip()
        if word.startswith("&"):
            named.append((word[1:].strip(), []))
        elif word.startswith("-") and named:
            named[-1][1].append(word[1:].strip())
        elif word.startswith("-") or named:
            raise CaseError(shown([Trouble(source, line, 0, "expected here: &descriptor, or below it -state")]))
    if not named:
        raise CaseError(shown([Trouble(source, 0, 0, "no descriptor was found: a line such as  &Economy")]))
    names = unique([name for name, _ in named], "descriptor", told)
    return tuple(
        Descriptor(name, unique(states, f"state of {name}", told))
        for name, (_, states) in zip(names, named, strict=True)
    )


def _tell_what_is_left_out(blocks: Sequence[Sequence[tuple[int, str]]], told: list[str]) -> None:
    second = [text.strip() for block in blocks[1:2] for _, text in block if text.strip() not in ("", "&")]
    if second:
        told.append("a second list of names is left out")
    comments = [text for block in blocks[_MATRIX + 1 :] for _, text in block if text.strip() not in ("", '""')]
    if comments:
        told.append(f"{len(comments)} lines of comments on judgements are left out")


def scw_text(file: CrossImpactFile, name: str) -> str:
    """A project file that ScenarioWizard opens; ``name`` is its file name.

    Raises
    ------
    ValueError
        The matrix has what the form has no place for: several judges, rules, or halves.
    """
    matrix = file.matrix_of()
    names = [name for one in file.descriptors for name in (one.name, *one.states)]
    held = {
        "several judges": file.judges, "forbidden combinations": file.forbidden, "fixed states": file.fixed,
        "halves": matrix.scale == 2, "names with line breaks": any("\n" in name for name in names),
    }  # fmt: skip
    if unfit := [what for what, there in held.items() if there]:
        raise ValueError(f"it has no place for {' and '.join(unfit)}")
    return "".join(f"{line}\n" for line in _lines(file, name))


def _lines(file: CrossImpactFile, name: str) -> Iterator[str]:
    matrix = file.matrix_of()
    yield from (FIRST_LINE, name)
    for one in file.descriptors:
        yield f"&{one.name}"
        yield from (f" -{state}" for state in one.states)
    yield "#"
    for one in file.descriptors:
        yield "&"
        yield from (" " for _ in one.states)
    yield from ("#", "#")
    yield from ("FFFFFF" for _ in matrix.labels)
    yield from ("#", "#")
    yield from (",".join(f"{cell:2d} " for cell in row) for row in matrix.whole.tolist())
    yield from ("#", "# 0-0", '""', "#", "#")
