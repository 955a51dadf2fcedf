"""Where the parts of a side stand, matter by matter."""

from collections.abc import Mapping
from typing import Any

from hiwar.charts.style import COST, GAIN, INK, LINE, PALE, WIDTH, VegaLite, Words, chart, names_axis, wrapped
from hiwar.questions.answer import Answer

STATES: Mapping[str, tuple[str, str, str]] = {
    "for": (GAIN, "white", "mark.for"),
    "conditional": ("#9cc7e2", INK, "mark.conditional"),
    "neutral": (PALE, INK, "mark.neutral"),
    "divided": ("#f0d9a8", INK, "mark.divided"),
    "unknown": ("#f4f1ea", INK, "mark.unknown"),
    "not_stated": ("white", INK, "mark.not_stated"),
    "against": (COST, "white", "mark.against"),
}
"""Fill, colour of the letter, and letter of each state, from for to against; letters tell them apart in grey too."""
_ROOM_FOR_LETTER = 0.05


def unity_chart(answer: Answer, words: Words, *, party: str) -> VegaLite | None:
    """One bar per matter on which more than one bloc of a side is said to stand: its voices from for to against."""
    told = {
        row["on"] for row in answer.tables["matters"].records()
        if row["side"] == party and row["verdict_stated"] is not None
    }  # fmt: skip
    shares: dict[str, dict[str, float]] = {}
    for row in answer.tables["shares"].records():
        if row["side"] == party and row["on"] in told:
            shares.setdefault(row["on"], {})[row["state"]] = row["share"]
    if not shares:
        return None
    drawn = [part for on, found in shares.items() for part in _segments(wrapped(words.name(on)), found, words)]
    held = [state for state in STATES if any(part["id"] == state for part in drawn)]
    y = {"field": "matter", "type": "nominal", "sort": None, "axis": names_axis()}
    x = {"field": "start", "type": "quantitative", "scale": {"domain": [0, 1]},
         "axis": {"title": words("chart.voices"), "format": ".0%", "tickCount": 4}}  # fmt: skip
    names = [_named(state, words) for state in held]
    color = {"field": "state", "type": "nominal", "scale": {"domain": names, "range": [STATES[s][0] for s in held]},
             "legend": {"orient": "top", "title": None, "columns": 2, "symbolStrokeColor": LINE}}  # fmt: skip
    bars = {"mark": {"type": "bar", "height": 30, "stroke": INK, "strokeWidth": 0.6},
            "encoding": {"y": y, "x": x, "x2": {"field": "end"}, "color": color}}  # fmt: skip
    letters = {"mark": {"type": "text", "fontSize": 13},
               "encoding": {"y": y, "x": {"field": "middle", "type": "quantitative"}, "text": {"field": "letter"},
                            "color": {"field": "ink", "type": "nominal", "scale": None}}}  # fmt: skip
    return chart({"width": WIDTH, "height": {"step": 56}, "data": {"values": drawn}, "layer": [bars, letters]})


def _segments(matter: str, shares: Mapping[str, float], words: Words) -> list[dict[str, Any]]:
    """The states of one matter one after the other, from those for to those against."""
    parts, start = [], 0.0
    for state, (_, ink, mark) in STATES.items():
        if state in shares:
            end = start + shares[state]
            letter = words(mark) if shares[state] > _ROOM_FOR_LETTER else ""
            parts.append({
                "matter": matter, "id": state, "state": _named(state, words), "start": start, "end": end,
                "middle": (start + end) / 2, "letter": letter, "ink": ink,
            })  # fmt: skip
            start = end
    return parts


def _named(state: str, words: Words) -> str:
    return words("chart.state_and_mark", state=words(f"stance.{state}"), mark=words(STATES[state][2]))
