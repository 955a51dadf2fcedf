"""The command ``power``: who can decide in a body that votes, on the screen, for a program, or drawn."""

from pathlib import Path
from typing import Literal

from hiwar.cli.arguments import must_be_writable, must_exist
from hiwar.cli.failures import WRONG_USAGE, Refused
from hiwar.cli.svg_files import by_itself
from hiwar.cli.terminal import say, show_data, waiting
from hiwar.cli.voting_power_data import Analysis, chart_rows, power_csv, power_json
from hiwar.cli.voting_power_screen import show_power
from hiwar.formats.voting_power_file import PowerFile, read_voting_power
from hiwar.methods.voting_power import (
    ModelError,
    TernaryGame,
    analyse_power,
    analyse_ternary_power,
    minimal_winning,
)

Form = Literal["screen", "json", "csv"]


def power(path: Path, most: int, chart: Path | None, form: Form, *, exact: bool) -> None:
    """Analyse a body that votes, print what was found, and draw what was asked for."""
    if chart is not None:
        must_be_writable(chart)
        if chart.suffix.lower() != ".svg":
            raise Refused(f'"{chart}" cannot be written: its name must end in .svg', WRONG_USAGE)
    must_exist(path)
    if path.is_dir():
        raise Refused(f'"{path}" is a folder; name a file in it', WRONG_USAGE)
    file = read_voting_power(path)
    try:
        with waiting("Counting coalitions"):
            found = analysed(file, most)
    except ModelError as problem:
        raise Refused(str(problem)) from None
    if form == "json":
        show_data(power_json(found))
    elif form == "csv":
        show_data(power_csv(found, exact=exact))
    else:
        show_power(found, exact=exact)
    if chart:
        _draw(found, chart)


def analysed(file: PowerFile, most: int) -> Analysis:
    """All that is said of a body; what is out of reach beside the main indices is left out, with the reason.

    Raises
    ------
    ModelError
        The main indices are out of reach.
    """
    if isinstance(file.game, TernaryGame):
        return Analysis(file, analyse_ternary_power(file.game))
    power_found = analyse_power(file.game)
    try:
        return Analysis(file, power_found, minimal_winning(file.game, most_listed=most))
    except ModelError as reason:
        return Analysis(file, power_found, None, str(reason))


def _draw(found: Analysis, target: Path) -> None:
    try:
        from hiwar.brief.pictures import svg
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("hiwar"):
            raise
        raise Refused(f"pictures need {error.name}; install it with: pip install 'hiwar[brief]'") from None
    from hiwar.charts.voting_power import voting_power_chart, voting_power_text_alternative

    rows = chart_rows(found)
    spec = {**voting_power_chart(rows), "background": "white"}
    text = voting_power_text_alternative(rows)
    drawn = svg(spec, anchor="power", title=f"Power and weight: {found.file.title}", description=text)
    target.write_text(by_itself(drawn), encoding="utf-8", newline="\n")
    say(f"wrote {target}", "green")
