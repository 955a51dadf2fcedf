"""What can be written behind the commands: help, limits and completion of each word.

Nothing slow is loaded here, so that help and completion come at once.
"""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

SEED = 2020
DRAWS = 4096
"""Defaults of ``Settings``, which is slow to load; a test holds them together."""
_KINDS_OF_FILE = ("dossier", "judgements")


def _question_names(incomplete: str) -> list[str]:
    from hiwar.questions import QUESTIONS

    return [name for name in QUESTIONS if name.startswith(incomplete)]


def _sheet_names(ctx: Any, incomplete: str) -> list[str]:
    """Sheets of the case that stands on the command line already."""
    from hiwar.dossier.problems import CaseError
    from hiwar.dossier.reading import read_case

    written = (ctx.params.get("case"), *ctx.args)
    case = next((Path(word) for word in written if word and Path(word).exists()), None)
    try:
        available = read_case(case).available_sheets if case else ()
    except CaseError:
        return []
    return [name for name in available if name.startswith(incomplete)]


def _languages(incomplete: str) -> list[str]:
    from hiwar.brief.catalogue import languages

    return [language for language in languages() if language.startswith(incomplete)]


def _kinds_of_file(incomplete: str) -> list[str]:
    return [kind for kind in _KINDS_OF_FILE if kind.startswith(incomplete)]


def _is_power_of_two(draws: int) -> int:
    if draws & (draws - 1):
        raise typer.BadParameter(f"{draws} is not a power of two; {1 << draws.bit_length()} is")
    return draws


CasePath = Annotated[Path, typer.Argument(metavar="CASE", help="Folder or YAML file of the case.", show_default=False)]
SheetNames = Annotated[
    list[str] | None,
    typer.Option(
        "--sheet",
        "-s",
        metavar="SHEET",
        help="Sheet of judgements to use: its name in the case, or a path. May be given several times.",
        show_default=False,
        autocompletion=_sheet_names,
    ),
]
QuestionName = Annotated[
    str,
    typer.Argument(
        metavar="QUESTION",
        help="What to ask: parties, interests, appraisal ...",
        show_default=False,
        autocompletion=_question_names,
    ),
]
Seed = Annotated[int, typer.Option(help="Seed of the draws: the same seed gives the same figures.", min=0)]
Draws = Annotated[
    int,
    typer.Option(help="Draws for shares of judgements; a power of two.", min=2, max=2**22, callback=_is_power_of_two),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for a program.")]
Packages = Annotated[
    list[str] | None,
    typer.Option(
        "--package",
        metavar="ISSUE=OPTION,...",
        help="A package of options to appraise beside the tracks. May be given several times.",
        show_default=False,
    ),
]
Moves = Annotated[
    list[str] | None,
    typer.Option(
        "--move",
        metavar="MOVE",
        help="Take this move into the game of reactions; only those named are. May be given several times.",
        show_default=False,
    ),
]
Pooling = Annotated[
    Literal["none", "linear", "logarithmic", "performance"],
    typer.Option(
        "--pool",
        help="Make one of several sheets: by their mean, their geometric mean, or their mean weighted by how well the "
        "analysts did on questions with known answers. Otherwise whatever any sheet admits is admitted.",
    ),
]
Division = Annotated[
    Literal["both", "weakens", "tied_hands"],
    typer.Option(help="In unity, what division at home is taken to do to a negotiator."),
]
TableName = Annotated[
    str | None, typer.Option("--table", metavar="NAME", help="Only this table of the answer.", show_default=False)
]
Csv = Annotated[bool, typer.Option("--csv", help="Print tables as CSV: one with --table, else a line per cell.")]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="PLACE",
        help="File to write, its ending names the format (.html .pdf .docx .json .xlsx); or a folder for every form in "
        "every language. CASE-brief.html by default.",
        show_default=False,
    ),
]
TablesOut = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        help="Write the tables to FILE: .xlsx (a sheet each), .csv, .parquet (a file each, or that of --table), .json.",
        show_default=False,
    ),
]
Languages = Annotated[
    list[str] | None,
    typer.Option(
        "--language",
        "-l",
        help="Language of the brief: en or ar; may be given again for a folder. English for a file, all for a folder.",
        autocompletion=_languages,
        show_default=False,
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        help="Format to write into a folder; may be given again. html, pdf and docx by default.",
        show_default=False,
    ),
]
Short = Annotated[bool, typer.Option("--short", help="The two pages for the decision-maker, not the whole brief.")]
Template = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Word template whose styles a .docx takes; see the how-to.", show_default=False),
]
Dated = Annotated[str, typer.Option(metavar="DAY", help="Day that the brief carries: 2020-06-01, today or none.")]
Old = Annotated[Path, typer.Argument(metavar="OLD", help="The case as it was.", show_default=False)]
New = Annotated[Path, typer.Argument(metavar="NEW", help="The case as it is.", show_default=False)]
ItemId = Annotated[str, typer.Argument(metavar="ITEM", help="Id of the item, such as EV-01.", show_default=False)]
Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="Folder to make; must be new or empty.", show_default=False)
]
KindOfFile = Annotated[
    str,
    typer.Argument(metavar="[dossier|judgements]", help="Which file.", autocompletion=_kinds_of_file),
]
ConflictPath = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="The conflict: Hiwar's YAML, or a .gmcr file of GMCR+ or gmcr-py.",
        show_default=False,
    ),
]
ConceptNames = Annotated[
    list[str] | None,
    typer.Option(
        "--concept",
        metavar="CONCEPT",
        help="Only this concept: nash (R), general_metarational (GMR), symmetric_metarational (SMR), sequential (SEQ), "
        "simultaneous (SIM). May be given several times.",
        show_default=False,
    ),
]
StartState = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="STATE",
        help="State that ways to others begin in; the status_quo of the file by default.",
        show_default=False,
    ),
]
ExplainedState = Annotated[
    str | None,
    typer.Option(
        "--explain",
        metavar="STATE",
        help="Say why each decision maker would stay in this state or leave it: the moves and the answers to them.",
        show_default=False,
    ),
]
SavedConflict = Annotated[
    Path | None,
    typer.Option(
        "--save", metavar="FILE", help="Write the conflict as .yaml or .gmcr, by the ending.", show_default=False
    ),
]
ChartFile = Annotated[
    Path | None, typer.Option("--chart", metavar="FILE", help="Draw a picture into this .svg file.", show_default=False)
]
PictureName = Annotated[
    str,
    typer.Option(
        "--picture",
        metavar="[graph|stays|paths]",
        help="Which picture: the states and moves; who stays where; the ways from where things stand.",
    ),
]
NegotiationPath = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="The negotiation: Hiwar's YAML, a domain or profile of Genius (.xml), an outcome space of NegMAS (.json).",
        show_default=False,
    ),
]
SavedNegotiation = Annotated[
    Path | None,
    typer.Option(
        "--save",
        metavar="FILE",
        help="Write the negotiation as .yaml, for Genius (.xml) or for NegMAS (.json): a file per party beside it.",
        show_default=False,
    ),
]
RatificationPath = Annotated[
    Path, typer.Argument(metavar="FILE", help="The ratification, in Hiwar's YAML.", show_default=False)
]
OtherRule = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        metavar="[CHAMBER=]RULE",
        help='Under another rule: "majority of members", "majority of present", "two thirds of voting", '
        '"at least 3/5 of members", "60 votes". May be given several times.',
        show_default=False,
    ),
]
OtherQuorum = Annotated[
    int | None,
    typer.Option("--quorum", metavar="SEATS", help="Under another quorum.", min=0, show_default=False),
]
OtherAttendance = Annotated[
    list[str] | None,
    typer.Option(
        "--attendance",
        metavar="BLOC=SEATS",
        help="With so many of a bloc present; 0-12 for anything between. May be given several times.",
        show_default=False,
    ),
]
OtherPosition = Annotated[
    list[str] | None,
    typer.Option(
        "--position",
        metavar="BLOC=POSITION",
        help="With a bloc or veto player for, against, conditional, divided, unknown, or abstain. May be given several "
        "times.",
        show_default=False,
    ),
]
OtherPackage = Annotated[
    str | None,
    typer.Option(
        "--package",
        metavar="ISSUE=OPTION,...",
        help="With this package put to the vote; issues left out are as in the file.",
        show_default=False,
    ),
]
