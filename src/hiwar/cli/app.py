"""The commands and their help."""

from typing import Annotated

import typer

from hiwar import __version__
from hiwar.cli.asking import ask
from hiwar.cli.briefing import brief
from hiwar.cli.checking import check
from hiwar.cli.comparing import diff
from hiwar.cli.failures import ReportingGroup
from hiwar.cli.showing import show
from hiwar.cli.terminal import show_data
from hiwar.cli.writing import new, schema

app = typer.Typer(
    name="hiwar",
    cls=ReportingGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 fine; 1 the case has problems or cannot be answered; 2 wrong usage.",
)


def _examples(*lines: str) -> str:
    """Examples under the help of a command, one a line."""
    return "\n\n".join(("Examples:", *(f"$ {line}" for line in lines)))


def _print_version(is_asked: bool) -> None:
    if is_asked:
        show_data(f"hiwar {__version__}")
        raise typer.Exit


@app.callback()
def hiwar(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """From a policy paper to a decision that can be defended."""


app.command(
    epilog=_examples("hiwar brief my-case -s first", "hiwar brief my-case -s first -s second -o paper.html"),
)(brief)
app.command(
    epilog=_examples("hiwar check my-case", "hiwar check my-case -s first", "hiwar check my-case --json"),
)(check)
app.command(
    epilog=_examples(
        "hiwar ask interests my-case",
        "hiwar ask appraisal my-case -s first --json",
        'hiwar ask appraisal my-case -s first --package "IS-1=in_steps,IS-2=joint"',
        "hiwar ask parties my-case --table parties --csv",
    ),
)(ask)
app.command(
    epilog=_examples("hiwar show EV-01 my-case", "hiwar show T-1 my-case -s first --json"),
)(show)
app.command(
    epilog=_examples("hiwar diff my-case-in-may my-case", "hiwar diff my-case-in-may my-case -s first --json"),
)(diff)
app.command(epilog=_examples("hiwar new my-case"))(new)
app.command(epilog=_examples("hiwar schema > dossier.schema.json", "hiwar schema judgements"))(schema)
