"""A map of positions: which party stands where on which matter."""

from collections.abc import Mapping, Sequence
from typing import Any

from hiwar.charts.style import INK, LINE, VegaLite, Words, chart, names_axis, wrapped
from hiwar.charts.unity import STATES

MOST = 40
"""More parties or matters than this are not drawn: nobody could tell them apart."""
_STEP, _ROW = 30, 48
_SEVERAL = "white"
"""Fill where a party holds more than one position on a matter, each under its own condition."""


def stances_chart(rows: Sequence[Mapping[str, str]], words: Words) -> VegaLite | None:
    """A square for each party and matter with the letter and the colour of its position; empty where none is stated.

    Rows have ``party`` and ``matter`` in words, and a ``stance``. None without rows, or with more parties or matters
    than ``MOST``.
    """
    parties, matters = ([*dict.fromkeys(row[key] for row in rows)] for key in ("party", "matter"))
    if not rows or len(parties) > MOST or len(matters) > MOST:
        return None
    held: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        stances = held.setdefault((row["party"], row["matter"]), [])
        stances += [] if row["stance"] in stances else [row["stance"]]
    drawn = [_square(party, matter, stances, words) for (party, matter), stances in held.items()]
    there = [state for state in STATES if any(row["stance"] == state for row in rows)]
    names = [_named(state, words) for state in there]
    legend = {"orient": "top", "title": None, "columns": 3, "symbolType": "square", "symbolStrokeColor": LINE,
              "values": names, "symbolStrokeWidth": 1}  # fmt: skip
    scale = {"domain": [*names, ""], "range": [*(STATES[state][0] for state in there), _SEVERAL]}
    color = {"field": "stance", "type": "nominal", "legend": legend, "scale": scale}
    x = {"field": "party", "type": "nominal", "sort": [wrapped(party, 22, 2) for party in parties], "axis": {
        "title": None, "orient": "top", "labelAngle": 270, "labelExpr": "split(datum.label, '\\n')", "labelLimit": 180,
        "domain": False, "ticks": False, "labelLineHeight": 13, "labelFontSize": 12}}  # fmt: skip
    y = {"field": "matter", "type": "nominal", "sort": None, "axis": names_axis()}
    squares = {"mark": {"type": "rect", "stroke": LINE, "strokeWidth": 1}, "encoding": {"color": color}}
    ink = {"field": "ink", "type": "nominal", "scale": None}
    letters = {"mark": {"type": "text", "fontSize": 13}, "encoding": {"text": {"field": "letter"}, "color": ink}}
    return chart({"width": {"step": _STEP}, "height": {"step": _ROW}, "data": {"values": drawn},
                  "encoding": {"x": x, "y": y}, "layer": [squares, letters]})  # fmt: skip


def _square(party: str, matter: str, stances: Sequence[str], words: Words) -> dict[str, Any]:
    is_one = len(stances) == 1
    return {
        "party": wrapped(party, 22, 2),
        "matter": wrapped(matter, 32, 3),
        "stance": _named(stances[0], words) if is_one else "",
        "letter": "/".join(words(STATES[stance][2]) for stance in stances),
        "ink": STATES[stances[0]][1] if is_one else INK,
    }


def _named(state: str, words: Words) -> str:
    return words("chart.state_and_mark", state=words(f"stance.{state}"), mark=words(STATES[state][2]))
