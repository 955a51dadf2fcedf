"""What can be written behind the command ``cross-impact``: help and limits of each word."""

from pathlib import Path
from typing import Annotated

import typer

MatrixPath = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="The matrix: Hiwar's YAML, a project of ScenarioWizard (.scw), a matrix of prophesy-cib (.csv) or of "
        "PyCIB (.json).",
        show_default=False,
    ),
]
JudgeName = Annotated[
    str | None,
    typer.Option("--judge", metavar="NAME", help="Only this judge; by default the sum of all.", show_default=False),
]
Inconsistency = Annotated[
    float,
    typer.Option(
        "--inconsistency", min=0, help="Show near misses too: no state lies further below its best rival than this."
    ),
]
FixedStates = Annotated[
    list[str] | None,
    typer.Option(
        "--fix",
        metavar="DESCRIPTOR=STATE",
        help="Hold a state from outside, whatever presses on it. May be given several times.",
        show_default=False,
    ),
]
WhatIfs = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if",
        metavar="'A.a>B.b=N'",
        help="Say what changes if the state a of A acted on the state b of B with N. May be given several times: all "
        "at once.",
        show_default=False,
    ),
]
RuleName = Annotated[
    str,
    typer.Option(
        "--rule",
        metavar="[global|incremental|local|random]",
        help="Rule of succession: all at once; all by one state; who gains most; one drawn.",
    ),
]
MostScenarios = Annotated[int, typer.Option("--most", min=1, help="Scenarios to find at most.")]
Seconds = Annotated[float, typer.Option("--seconds", min=0, help="Seconds for each search, at most.")]
Permutations = Annotated[
    int,
    typer.Option("--permutations", min=0, max=100_000, help="Shuffled matrices to compare with; 0 leaves it out."),
]
SavedMatrix = Annotated[
    Path | None,
    typer.Option(
        "--save",
        metavar="FILE",
        help="Write the matrix as .yaml, .scw, .csv or .json, by the ending.",
        show_default=False,
    ),
]
MatrixPicture = Annotated[
    str,
    typer.Option(
        "--picture",
        metavar="[matrix|scenarios|activity]",
        help="Which picture: the judgements; the scenarios side by side; who drives whom.",
    ),
]
