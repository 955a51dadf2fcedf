"""The brief as PDF: tagged for readers who listen, made to be kept, the same bytes every time, nothing fetched."""

import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from hiwar.brief.document import Document, Part
from hiwar.brief.pictures import svg
from hiwar.brief.printed import charts_of, printed
from hiwar.brief.typeface import drawable

_WIDTH = 493.2
"""Width of the text on the page, in points: 174 mm."""
_HEIGHT = 630.0
"""Most height of a picture, in points."""
_POINTS = 0.75
"""Points of the page for each pixel of a picture."""
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')


class PrintError(Exception):
    """The brief could not be set as PDF."""


def pdf(document: Document) -> bytes:
    """Set the brief as PDF; equal documents are equal bytes.

    It follows PDF/UA-1. With a day on which it was made it follows PDF/A-2a too, which asks for one.

    Raises
    ------
    PrintError
        If the page cannot be set.
    """
    import typst

    content = printed(document, _WIDTH)
    with tempfile.TemporaryDirectory() as name, as_file(files("hiwar.brief").joinpath("fonts")) as fonts:
        folder = Path(name)
        _draw(document, content, folder)
        template = files("hiwar.brief").joinpath("templates", "brief.typ").read_bytes()
        (folder / "brief.typ").write_bytes(template)
        (folder / "content.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        try:
            made = typst.compile(
                str(folder / "brief.typ"),
                root=str(folder),
                font_paths=[str(fonts / "print"), str(fonts / "chart")],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["ua-1", "a-2a"] if document.made_day else ["ua-1"],
                package_path=str(folder),
                package_cache_path=str(folder),
            )
        except typst.TypstError as error:
            raise PrintError(f"the brief cannot be set as PDF: {error}") from error
    return bytes(made)


def _draw(document: Document, content: dict[str, Any], folder: Path) -> None:
    """Write every picture beside the template, and say in the content where it is and how large it is set."""
    charts = [chart for part in _parts(document.parts) for chart in charts_of(part.blocks)]
    shown = list(_charts(content["parts"]))
    for place, (chart, data) in enumerate(zip(charts, shown, strict=True)):
        drawn = svg(
            chart.spec,
            anchor=f"picture-{place}",
            title=chart.title,
            description=chart.description,
            direction=document.direction,
        )
        (folder / f"{place}.svg").write_text(drawable(drawn), encoding="utf-8")
        data["drawing"] = {"file": f"{place}.svg", **_size(drawn)}


def _size(drawn: str) -> dict[str, float]:
    """Width and height of a picture on the page: no wider, and no higher, than there is room."""
    found = _SIZE.search(drawn)
    if found is None:
        raise PrintError("a picture without a size")
    width, height = (float(value) for value in found.groups())
    scale = min(_POINTS, _WIDTH / width, _HEIGHT / height)
    return {"width": round(width * scale, 2), "height": round(height * scale, 2)}


def _parts(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _parts(part.parts)


def _charts(content: Any) -> Iterator[dict[str, Any]]:
    """The pictures in the content, in the order of the document."""
    if isinstance(content, dict):
        if content.get("kind") == "chart":
            yield content
        for value in content.values():
            yield from _charts(value)
    elif isinstance(content, list):
        for value in content:
            yield from _charts(value)
