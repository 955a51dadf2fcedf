"""Charts drawn as SVG and PNG: our own type, no network, the same bytes every time."""

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal

from hiwar.brief.mirrored import mirrored

_FONTS = ("hiwar-chart-400.ttf", "hiwar-chart-600.ttf")
_FAMILY = "Hiwar Chart"
_HEAD = re.compile(r'^<svg [^>]*?width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"[^>]*>')
_ARIA = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
_ID = re.compile(r'\bid="([^"]+)"')
_NAME_OF_ROW = re.compile(
    r'(?P<before><text text-anchor="end" transform="translate\([-\d.]+,)(?P<y>[-\d.]+)\)(?P<rest>[^>]*>)'
    r"(?P<lines><tspan>[^<]*</tspan>(?:<tspan [^>]*>[^<]*</tspan>)+)</text>"
)
_STEP = re.compile(r' dy="([\d.]+)"')
_NAMED = re.compile(r'(?P<before>\bid="|url\(#|href="#)(?P<name>[^")]+)')


class PictureError(Exception):
    """The renderer gave no picture, or would leave out its words."""


def svg(
    spec: Mapping[str, Any],
    *,
    anchor: str,
    title: str,
    description: str,
    direction: Literal["ltr", "rtl"] = "ltr",
) -> str:
    """Draw a chart specification; ``title`` and ``description`` tell it to those who do not see it.

    Ids inside the picture get the anchor as their prefix, so that several pictures live on one page. For readers from
    right to left the drawing is mirrored; its words, and the numbers in them, read as they did.

    Raises
    ------
    PictureError
        If the type of charts is not installed with the package: words would be measured wrongly, or not drawn.
    """
    _register_fonts()
    drawn = _drawn(json.dumps(spec, sort_keys=True, default=dict))
    head = _HEAD.match(drawn)
    if head is None:
        raise PictureError("the chart renderer gave no SVG")
    body = _renamed(_centred(_ARIA.sub("", drawn[head.end() :])), anchor)
    width, height = head["width"], head["height"]
    body, turned = (mirrored(body, float(width)), ' direction="ltr"') if direction == "rtl" else (body, "")
    return (
        f'<svg class="chart" role="img" aria-labelledby="{anchor}-title {anchor}-desc" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}"{turned}>'
        f'<title id="{anchor}-title">{_escaped(title)}</title><desc id="{anchor}-desc">{_escaped(description)}</desc>'
        f"{body}"
    )


def png(spec: Mapping[str, Any], *, direction: Literal["ltr", "rtl"] = "ltr", scale: float = 2) -> bytes:
    """The same picture as a PNG on white, for documents that cannot hold SVG.

    Parameters
    ----------
    scale : float
        Pixels of the image for each pixel of the picture.

    Raises
    ------
    PictureError
        As for `svg`.
    """
    return _painted(_on_white(svg(spec, anchor="p", title="", description="", direction=direction)), scale)


@lru_cache(maxsize=256)
def _drawn(spec: str) -> str:
    """The renderer's SVG of a specification, kept: page, PDF and Word of one brief show the same pictures."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(json.loads(spec), allowed_base_urls=[]))


def _on_white(drawn: str) -> str:
    """A picture with a white ground, for a document that may be read on a dark one."""
    return drawn.replace("</desc>", '</desc><rect width="100%" height="100%" fill="white"/>', 1)


def _painted(drawn: str, scale: float) -> bytes:
    import vl_convert

    whole = drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return bytes(vl_convert.svg_to_png(whole, scale=scale))


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
    """Let the renderer measure words in the type that the page shows them in; make sure that it does."""
    import vl_convert

    with as_file(files("hiwar.brief").joinpath("fonts", "chart")) as folder:
        _check_files(folder)
        vl_convert.register_font_directory(str(folder))
    for word in ("Aa 1", "\u062d\u0648\u0627\u0631"):
        if not _leaves_ink(word):
            raise PictureError(f"the chart renderer does not draw {word!r} in {_FAMILY}: words would be missing")


def _check_files(folder: Path) -> None:
    missing = [name for name in _FONTS if not (folder / name).is_file()]
    if missing:
        raise PictureError(f"the type of charts is missing: {', '.join(str(folder / name) for name in missing)}")


def _leaves_ink(word: str) -> bool:
    """Whether a word can be seen; the renderer says nothing where it cannot draw one."""
    page = '<svg width="60" height="20"><text x="4" y="15" font-family="{}" font-size="13">{}</text></svg>'
    return _painted(page.format(_FAMILY, word), 1) != _painted(page.format(_FAMILY, ""), 1)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
