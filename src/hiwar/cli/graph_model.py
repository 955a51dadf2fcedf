"""The command ``graph-model``: a conflict analysed, on the screen or for a program, drawn, or saved in another form."""

import textwrap
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hiwar.cli.arguments import must_be_writable, one_of
from hiwar.cli.conflict import Conflict, analyse, concepts_of, read_conflict, state_of
from hiwar.cli.conflict_data import conflict_json
from hiwar.cli.conflict_screen import show_conflict, show_explanation
from hiwar.cli.failures import WRONG_USAGE, Refused
from hiwar.cli.svg_files import by_itself
from hiwar.cli.terminal import say, show_data, waiting
from hiwar.formats import GraphModelFile, gmcr_text, graph_model_text, left_out_of_gmcr
from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.spaces import IntArray

if TYPE_CHECKING:
    from hiwar.charts import VegaLite

WRITERS: dict[str, Callable[[GraphModelFile], str]] = {
    ".yaml": graph_model_text,
    ".yml": graph_model_text,
    ".gmcr": gmcr_text,
}
MOST_CHARACTERS = 900
"""Of a list of names in the description of a picture."""
PICTURES = ("graph", "stays", "paths")


def graph_model(
    path: Path,
    concepts: Sequence[str] | None,
    start: str | None,
    explained: str | None,
    save: Path | None,
    chart: Path | None,
    picture: str,
    *,
    as_json: bool,
) -> None:
    """Analyse a conflict, print what was found, and write what was asked for."""
    one_of(picture, PICTURES, "picture")
    _check_targets(save, chart)
    with waiting("Reading the conflict"):
        file = read_conflict(path)
    concepts_of(concepts, file)
    begin = state_of(start, file) if start else file.status_quo
    state = state_of(explained, file) if explained else None
    if picture == "paths" and chart and begin is None:
        raise Refused("paths begin somewhere: add  --from STATE", WRONG_USAGE)
    with waiting("Computing"):
        conflict = analyse(file, concepts, begin)
    if as_json:
        show_data(conflict_json(conflict, state))
    elif state is not None:
        show_explanation(conflict, state)
    else:
        show_conflict(conflict)
    if save:
        _save(file, save)
    if chart:
        _draw(conflict, picture, chart)


def _check_targets(save: Path | None, chart: Path | None) -> None:
    for target, endings in ((save, tuple(WRITERS)), (chart, (".svg",))):
        if target is not None:
            must_be_writable(target)
            if target.suffix.lower() not in endings:
                raise Refused(f'"{target}" cannot be written: its name must end in {" or ".join(endings)}', WRONG_USAGE)


def _save(file: GraphModelFile, target: Path) -> None:
    try:
        text = WRITERS[target.suffix.lower()](file)
    except ValueError as reason:
        raise Refused(f"this conflict cannot be written as {target.suffix}: {reason}") from None
    target.write_text(text, encoding="utf-8", newline="\n")
    if target.suffix.lower() == ".gmcr" and (left_out := left_out_of_gmcr(file)):
        say(f"left out, for that form has no place for it: {', '.join(left_out)}", "yellow")
    say(f"wrote {target}", "green")


def _draw(conflict: Conflict, picture: str, target: Path) -> None:
    try:
        from hiwar.brief.catalogue import catalogue
        from hiwar.brief.pictures import svg
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("hiwar"):
            raise
        raise Refused(f"pictures need {error.name}; install it with: pip install 'hiwar[brief]'") from None
    if (why_not := _why_not_drawn(conflict, picture)) is not None:
        raise Refused(why_not)
    spec, title, description = _picture(conflict, picture, catalogue("en"))
    drawn = svg({**spec, "background": "white"}, anchor=picture, title=title, description=description)
    target.write_text(by_itself(drawn), encoding="utf-8", newline="\n")
    say(f"wrote {target}", "green")


def _picture(conflict: Conflict, picture: str, message: Callable[..., str]) -> "tuple[VegaLite, str, str]":
    """The picture, its title, and what it shows in words."""
    from hiwar.charts.graph_model import state_graph_chart, who_stays_chart

    if picture == "paths":
        return _paths_picture(conflict, message)
    file, stability = conflict.file, conflict.stability
    by_itself = [cell for cell in conflict.held.tolist() if Concept.NASH in conflict.holds_by(cell)]
    values = {
        "states": int(file.space.states.size),
        "makers": shortened(file.space.names),
        "holds": shortened(map(file.name, by_itself)),
        "fears": shortened(file.name(cell) for cell in conflict.held.tolist() if cell not in by_itself),
    }
    draw, name = (state_graph_chart, "state_graph") if picture == "graph" else (who_stays_chart, "who_stays")
    spec = draw(stability, message, file.name)
    assert spec is not None  # noqa: S101 - the size was looked at before
    if name == "state_graph":
        return spec, message("picture.state_graph"), message("picture.state_graph_text", **values)
    return spec, message("picture.who_stays"), message("picture.who_stays_text", **values)


def _paths_picture(conflict: Conflict, message: Callable[..., str]) -> "tuple[VegaLite, str, str]":
    from hiwar.charts.graph_model import paths_chart

    file, paths, start = conflict.file, conflict.any_moves, conflict.start
    assert paths is not None and start is not None  # noqa: S101, PT018 - looked at before
    targets = _targets(conflict)
    spec = paths_chart(paths, file.model.rank, targets, message, file.name)
    if spec is None:
        raise Refused(f"no picture is drawn: the ways to {targets.size:,} states would not fit")
    begin = shortened([file.name(start)])
    told = message("picture.paths_text", start=begin, targets=shortened(map(file.name, targets.tolist())))
    return spec, message("picture.paths", start=begin), told


def _targets(conflict: Conflict) -> IntArray:
    """The other states that hold and can be reached."""
    held = conflict.held[conflict.held != conflict.start]
    reached: IntArray = held[np.isin(held, conflict.any_moves.reached)] if conflict.any_moves else held[:0]
    return reached


def shortened(names: Iterable[str]) -> str:
    """Names in one line, no longer than a message can take; a dash for none."""
    return textwrap.shorten(", ".join(names), MOST_CHARACTERS, placeholder=" ...") or "-"


def _why_not_drawn(conflict: Conflict, picture: str) -> str | None:
    from hiwar.charts.graph_model import MOST_STATES

    count = int(conflict.file.space.states.size)
    if picture == "paths":
        where = "no picture is drawn: no other state that holds can be reached from there"
        return None if _targets(conflict).size else where
    if count <= MOST_STATES:
        return None
    return (
        f"no picture is drawn: of {count:,} states nobody could tell one from another; up to {MOST_STATES} are drawn. "
        "Rules that exclude states, or fewer options, make it smaller"
    )
