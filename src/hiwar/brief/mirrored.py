"""Pictures for readers from right to left: the drawing mirrored, its words as they are.

The chart renderer lays out from left to right only. What it drew is turned over as a whole, so that axes begin on the
right, names stand on the right of their rows, the sign of a legend stands before its word, and arrows and time run to
the left. Words are not turned over: each line is set back by itself, with the end that it hangs from exchanged.
"""

import re

_TEXT = re.compile(r"<text(?P<attributes>[^>]*)(?<!/)>(?P<content>.*?)</text>", re.DOTALL)
_ANCHOR = re.compile(r' text-anchor="(start|end)"')
_TRANSFORM = re.compile(r' transform="([^"]*)"')
_LINE = re.compile(r"<tspan(?P<attributes>[^>]*)>(?P<words>[^<]*)</tspan>")
_DROP = re.compile(r' dy="([-\d.]+)"')
_OTHER_END = {"start": "end", "end": "start"}
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ISOLATE, _END = "\u2067", "\u2069"


def mirrored(body: str, width: float) -> str:
    """Turn over what was drawn on a width of so many pixels.

    Parameters
    ----------
    body : str
        What stands inside the ``svg`` element, its end tag included.
    width : float
        Width of the picture in pixels.

    Returns
    -------
    str
        The same, mirrored. Every line of words is a ``text`` of its own, since renderers of SVG order the letters of
        several lines together; lines with letters written from right to left are set apart in that direction.
    """
    inside, end = body.rsplit("</svg>", 1)
    turned = _TEXT.sub(_set_back, inside)
    return f'<g transform="translate({width:g},0) scale(-1,1)">{turned}</g></svg>{end}'


def _set_back(found: re.Match[str]) -> str:
    """One ``text`` for each line, turned over once more where it hangs, so that it reads again."""
    attributes = found["attributes"]
    anchor = _ANCHOR.search(attributes)
    hangs = _OTHER_END[anchor[1]] if anchor else "middle" if "text-anchor" in attributes else "end"
    place = _TRANSFORM.search(attributes)
    kept = _TRANSFORM.sub("", re.sub(r' text-anchor="[a-z]+"', "", attributes))
    return "".join(
        f'<text text-anchor="{hangs}" transform="{_joined(place, drop)}"{kept}>{_set_apart(words)}</text>'
        for words, drop in _lines(found["content"])
    )


def _lines(content: str) -> list[tuple[str, float]]:
    """Lines of a text, and how far each hangs below the first."""
    if "<tspan" not in content:
        return [(content, 0.0)]
    lines, drop = [], 0.0
    for line in _LINE.finditer(content):
        step = _DROP.search(line["attributes"])
        drop += float(step[1]) if step else 0.0
        lines.append((line["words"], drop))
    return lines


def _joined(place: re.Match[str] | None, drop: float) -> str:
    parts = [place[1]] if place else []
    parts += [f"translate(0,{drop:g})"] if drop else []
    return " ".join([*parts, "scale(-1,1)"])


def _set_apart(words: str) -> str:
    return f"{_ISOLATE}{words}{_END}" if _RIGHT_TO_LEFT.search(words) else words
