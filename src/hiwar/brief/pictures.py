"""Charts drawn as SVG: our own type, no network, the same bytes every time."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from typing import Any

_HEAD = re.compile(r'^<svg [^>]*?width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"[^>]*>')
_ARIA = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
_ID = re.compile(r'\bid="([^"]+)"')
_NAME_OF_ROW = re.compile(
    r'(?P<before><text text-anchor="end" transform="translate\([-\d.]+,)(?P<y>[-\d.]+)\)(?P<rest>[^>]*>)'
    r"(?P<lines><tspan>[^<]*</tspan>(?:<tspan [^>]*>[^<]*</tspan>)+)</text>"
)
_STEP = re.compile(r' dy="([\d.]+)"')
_NAMED = re.compile(r'(?P<before>\bid="|url\(#|href="#)(?P<name>[^")]+)')


def svg(spec: Mapping[str, Any], *, anchor: str, title: str, description: str) -> str:
    """Draw a chart specification; ``title`` and ``description`` tell it to those who do not see it.

    Ids inside the picture get the anchor as their prefix, so that several pictures live on one page.
    """
    import vl_convert

    _register_fonts()
    drawn = vl_convert.vegalite_to_svg(dict(spec), allowed_base_urls=[])
    head = _HEAD.match(drawn)
    if head is None:
        raise ValueError("the chart renderer gave no SVG")
    body = _renamed(_centred(_ARIA.sub("", drawn[head.end() :])), anchor)
    width, height = head["width"], head["height"]
    return (
        f'<svg class="chart" role="img" aria-labelledby="{anchor}-title {anchor}-desc" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}">'
        f'<title id="{anchor}-title">{_escaped(title)}</title><desc id="{anchor}-desc">{_escaped(description)}</desc>'
        f"{body}"
    )


def _centred(body: str) -> str:
    """Lift names of several lines to the middle of their row: the renderer hangs them from the first line."""

    def lifted(found: re.Match[str]) -> str:
        drop = sum(float(step) for step in _STEP.findall(found["lines"])) / 2
        return f"{found['before']}{float(found['y']) - drop:g}){found['rest']}{found['lines']}</text>"

    return _NAME_OF_ROW.sub(lifted, body)


def _renamed(body: str, anchor: str) -> str:
    """Number the ids of a picture from its anchor: the renderer counts on from picture to picture."""
    names = {name: f"{anchor}-{place}" for place, name in enumerate(dict.fromkeys(_ID.findall(body)))}
    return _NAMED.sub(lambda found: found["before"] + names.get(found["name"], found["name"]), body)


@cache
def _register_fonts() -> None:
    """Let the renderer measure words in the type that the page shows them in."""
    import vl_convert

    with as_file(files("hiwar.brief").joinpath("fonts", "chart")) as folder:
        vl_convert.register_font_directory(str(folder))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
