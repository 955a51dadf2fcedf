"""Tables of an answer written to files for spreadsheets and programs."""

from pathlib import Path

from hiwar.cli.arguments import must_be_writable
from hiwar.cli.failures import WRONG_USAGE, Refused, reason_of
from hiwar.cli.terminal import show, words
from hiwar.questions.answer import Answer


def must_be_exportable(out: Path, table: str | None) -> None:
    """Refuse, before anything is computed, what cannot be written."""
    from hiwar.brief.export import ENDINGS, known_ending
    from hiwar.brief.grids import ExportError

    try:
        kind = known_ending(out)
    except ExportError:
        found = f'the ending "{out.suffix}" names no format' if out.suffix else "the ending names the format"
        raise Refused(f"{out}: {found}; name a file that ends in {', '.join(ENDINGS)}", WRONG_USAGE) from None
    if kind == ".json" and table:
        raise Refused(
            "a .json file holds the whole answer; leave out --table, or end the file in .csv, .xlsx or .parquet",
            WRONG_USAGE,
        )
    must_be_writable(out)


def write(answer: Answer, out: Path, table: str | None) -> None:
    """Write an answer to a file, and say which files were written."""
    from hiwar.brief.export import export
    from hiwar.brief.grids import ExportError

    try:
        paths = export(answer, out, table=table)
    except ExportError as error:
        raise Refused(str(error)) from None
    except OSError as error:
        raise Refused(f"cannot write {out}: {reason_of(error)}") from None
    for path in paths:
        show(words(f"wrote {path}", "green"))
