"""The command ``ask``: one question about a case, answered on the screen or for a program."""

from typing import Annotated

import typer

from hiwar.cli.answers import all_tables_as_csv, one_table_as_csv, show_findings, show_head, show_table
from hiwar.cli.arguments import CasePath, Draws, Json, QuestionName, Seed, SheetNames, one_of, package_of, read
from hiwar.cli.failures import WRONG_USAGE, Refused
from hiwar.cli.terminal import show_data, waiting
from hiwar.dossier.reading import Case
from hiwar.questions.answer import DEFAULTS, Answer, Settings

Packages = Annotated[
    list[str] | None,
    typer.Option(
        "--package",
        metavar="ISSUE=OPTION,...",
        help="A package of options to appraise beside the tracks. May be given several times.",
        show_default=False,
    ),
]
TableName = Annotated[
    str | None, typer.Option("--table", metavar="NAME", help="Only this table of the answer.", show_default=False)
]
Csv = Annotated[bool, typer.Option("--csv", help="Print tables as CSV: one with --table, else a line per cell.")]


def ask(
    question: QuestionName,
    case: CasePath,
    sheet: SheetNames = None,
    package: Packages = None,
    table: TableName = None,
    as_json: Json = False,
    as_csv: Csv = False,
    seed: Seed = DEFAULTS.seed,
    draws: Draws = DEFAULTS.draws,
) -> None:
    """Answer one QUESTION about a case: parties, interests, appraisal."""
    from hiwar.questions import QUESTIONS

    one_of(question, QUESTIONS, "question")
    if as_json and (as_csv or table):
        raise Refused("--json gives the whole answer; leave out --csv and --table", WRONG_USAGE)
    with waiting("Reading the case"):
        found = read(case, sheet)
    packages = tuple(package_of(text, found.dossier) for text in package or ())
    settings = Settings(seed=seed, draws=draws, packages=packages)
    with waiting(f"Computing {question}"):
        answer = QUESTIONS[question](found.dossier, found.sheets, settings)
    if table:
        one_of(table, answer.tables, "table in this answer")
    _print(found, answer, table, as_json=as_json, as_csv=as_csv)


def _print(found: Case, answer: Answer, table: str | None, *, as_json: bool, as_csv: bool) -> None:
    if as_json:
        show_data(answer.to_json())
    elif as_csv:
        show_data(one_table_as_csv(answer, table) if table else all_tables_as_csv(answer))
    else:
        show_head(found, answer.question)
        if not table:
            show_findings(found, answer.findings)
        for name in (table,) if table else answer.tables:
            show_table(name, answer.tables[name])
