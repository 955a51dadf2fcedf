"""What can be written behind the command ``power``: help and limits of each word."""

from pathlib import Path
from typing import Annotated

import typer

MOST_ON_REQUEST = 100_000
"""Minimal winning coalitions that are listed at most."""
BodyPath = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="The body that votes, in Hiwar's YAML.", show_default=False),
]
Exact = Annotated[bool, typer.Option("--exact", help="Show fractions as they are, not percentages.")]
MostListed = Annotated[
    int,
    typer.Option(
        "--most", min=0, max=MOST_ON_REQUEST, help="List minimal winning coalitions if there are no more than this."
    ),
]
PowerCsv = Annotated[bool, typer.Option("--csv", help="Print CSV: a line per player.")]
