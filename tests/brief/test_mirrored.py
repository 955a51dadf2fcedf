"""Pictures for readers from right to left, looked at where they are painted."""

import io
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from briefs import made
from PIL import Image, ImageChops

from hiwar.brief import pictures
from hiwar.brief.compose import compose
from hiwar.brief.document import Block, ChartBlock, Folded, Part
from hiwar.brief.mirrored import mirrored
from hiwar.brief.pictures import PictureError, png, svg
from hiwar.charts.style import chart, names_axis, wrapped

NAMES = ["العراق", "الولايات المتحدة"]
_LINE = re.compile(r"<text[^>]*>\u2067?([^<]*?)\u2069?</text>")
_PLACED = r'<text text-anchor="(\w+)" transform="([^"]*)"[^>]*>\u2067?{}\u2069?</text>'


def bars(names: Sequence[str] = tuple(NAMES), values: Sequence[float] = (-12, 30)) -> dict[str, Any]:
    drawn = [{"name": name, "value": value} for name, value in zip(names, values, strict=True)]
    y = {"field": "name", "type": "nominal", "sort": None, "axis": names_axis()}
    x = {"field": "value", "type": "quantitative", "axis": {"tickCount": 5, "title": None}}
    spec = {"width": 300, "height": 80, "data": {"values": drawn}, "mark": "bar", "encoding": {"x": x, "y": y}}
    return dict(chart(spec))


def drawn(spec: dict[str, Any], direction: Any = "rtl") -> str:
    return svg(spec, anchor="p", title="t", description="d", direction=direction)


def image(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("L")


def ink(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The box around everything that is not white."""
    return ImageChops.invert(picture).getbbox()


def places(page: str, numbers: Sequence[str]) -> list[float]:
    """Where numbers of an axis stand in the drawing, before it is turned over."""
    found = []
    for number in numbers:
        text = re.search(_PLACED.format(re.escape(number)), page)
        assert text is not None, number
        at = re.search(r"translate\(([-\d.]+),", text[2])
        assert at is not None
        found.append(float(at[1]))
    return found


def test_left_to_right_pictures_are_not_touched() -> None:
    assert "scale(-1,1)" not in drawn(bars(), "ltr")
    assert "\u2067" not in drawn(bars(), "ltr")


def test_names_leave_ink_on_the_right_of_their_rows_and_nowhere_else() -> None:
    """Only the names are painted: what is right of the bars has ink, what is left of them has none."""
    plain, named = image(png(bars(["", " "]), direction="rtl")), image(png(bars(), direction="rtl"))
    room = 2 * 300
    names = named.crop((named.width - (named.width - room), 0, named.width, 160))
    assert ink(names) is not None
    assert named.width > plain.width
    left = image(png(bars(), direction="ltr"))
    assert ink(left.crop((0, 0, left.width - room - 24, 160))) is not None


def test_the_axis_runs_from_right_to_left() -> None:
    """Places are counted from the right edge once the drawing is turned over."""
    page = drawn(bars())
    assert '<g transform="translate(' in page
    assert "scale(-1,1)" in page
    at = places(page, ["−10", "0", "10", "30"])
    assert at == sorted(at)
    right_to_left, left_to_right = (image(png(bars(NAMES, (0, 30)), direction=each)) for each in ("rtl", "ltr"))
    bar = [_dark_columns(picture) for picture in (right_to_left, left_to_right)]
    assert bar[0][0] < right_to_left.width / 2
    assert bar[1][1] > left_to_right.width / 2


def _dark_columns(picture: Image.Image) -> tuple[int, int]:
    """First and last column with the middle grey of a bar, in the row of the second name."""
    row = [picture.getpixel((x, 130)) for x in range(picture.width)]
    found = [x for x, shade in enumerate(row) if isinstance(shade, int) and 90 < shade < 140]
    return min(found), max(found)


@pytest.mark.parametrize("number", ["−12", "20–60", "1,234", "48%", "+3"])
def test_numbers_keep_their_order(number: str) -> None:
    """The same pixels, whichever way the picture runs."""
    mark = {"type": "text", "fontSize": 30, "font": "Hiwar Chart"}
    spec = chart({"data": {"values": [{"t": number}]}, "mark": mark, "encoding": {"text": {"field": "t"}}})
    shown = [image(png(spec, direction=direction)) for direction in ("ltr", "rtl")]
    boxes = [ink(picture) for picture in shown]
    crops = [picture.crop(box) for picture, box in zip(shown, boxes, strict=True) if box]
    assert len(crops) == 2
    assert crops[0].size == pytest.approx(crops[1].size, abs=1)
    difference = ImageChops.difference(crops[0], crops[1].resize(crops[0].size))
    turned = ImageChops.difference(crops[0].transpose(Image.Transpose.FLIP_LEFT_RIGHT), crops[0])
    assert _total(difference) < 0.25 * _total(turned)


def _total(picture: Image.Image) -> int:
    return sum(shade * count for shade, count in enumerate(picture.histogram()))


def test_letters_are_joined() -> None:
    """No white column stands between joined letters; between letters that are kept apart there is one."""
    assert not _white_columns("\u0645\u0645\u0645")
    assert _white_columns("\u0645\u200c\u0645\u200c\u0645") >= 2


def _white_columns(word: str) -> int:
    text = {"field": "t"}
    mark = {"type": "text", "fontSize": 60}
    picture = image(png(chart({"data": {"values": [{"t": word}]}, "mark": mark, "encoding": {"text": text}})))
    box = ink(picture)
    assert box is not None
    return sum(ink(picture.crop((x, 0, x + 1, picture.height))) is None for x in range(box[0], box[2]))


def test_every_line_is_a_text_of_its_own_and_hangs_from_the_other_end() -> None:
    body = (
        '<text text-anchor="end" transform="translate(7,30)" fill="#000"><tspan>واحد</tspan>'
        '<tspan x="0" dy="12">two</tspan></text><text text-anchor="end" transform="translate(1,2)"/></svg>'
    )
    assert mirrored(body, 90) == (
        '<g transform="translate(90,0) scale(-1,1)">'
        '<text text-anchor="start" transform="translate(7,30) scale(-1,1)" fill="#000">\u2067واحد\u2069</text>'
        '<text text-anchor="start" transform="translate(7,30) translate(0,12) scale(-1,1)" fill="#000">two</text>'
        '<text text-anchor="end" transform="translate(1,2)"/></g></svg>'
    )


def test_pieces_stay_apart_on_every_line_of_a_label() -> None:
    """A piece that a line break cuts through reads in its own direction on both lines."""
    lines = wrapped("حجم \u2068\u2068استمرار العون\u2069»، في العراق\u2069", 14).split("\n")
    assert lines == ["حجم \u2067\u2067استمرار\u2069\u2069", "\u2067\u2067العون\u2069»، في\u2069", "\u2067العراق\u2069"]
    assert all(line.count("\u2069") == sum(map(line.count, "\u2066\u2067\u2068")) for line in lines)


def test_missing_type_is_told_and_not_drawn_around(tmp_path: Path) -> None:
    for name in ("hiwar-chart-400.ttf",):
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(PictureError, match=r"hiwar-chart-600\.ttf"):
        pictures._check_files(tmp_path)


def test_words_that_leave_no_ink_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The renderer draws nothing for a family it does not know, and says nothing."""
    pictures._register_fonts.cache_clear()
    monkeypatch.setattr(pictures, "_painted", lambda *_: b"the same")
    with pytest.raises(PictureError, match="words would be missing"):
        pictures._register_fonts()


def charts(parts: Sequence[Part]) -> Iterator[ChartBlock]:
    for part in parts:
        yield from _in(part.blocks)
        yield from charts(part.parts)


def _in(blocks: Sequence[Block]) -> Iterator[ChartBlock]:
    for block in blocks:
        if isinstance(block, ChartBlock):
            yield block
        if isinstance(block, Folded):
            yield from _in(block.blocks)


@pytest.fixture(scope="module")
def arabic() -> list[ChartBlock]:
    """Every picture of the second example in Arabic."""
    case, answers, _ = made("two-towns-water", ("first", "second"))
    return list(charts(compose(case.dossier, case.sheets, answers, language="ar").parts))


def test_every_picture_of_an_arabic_brief_is_mirrored_and_in_arabic(arabic: Sequence[ChartBlock]) -> None:
    assert len(arabic) > 5
    for block in arabic:
        lines = _LINE.findall(svg(block.spec, anchor="p", title="", description="", direction="rtl"))
        assert any(re.search("[\u0620-\u064a]", line) for line in lines), block.anchor
        latin = [line for line in lines if re.search("[A-Za-z]{2}", line)]
        assert not latin, block.anchor


def test_every_line_of_an_arabic_picture_leaves_ink(arabic: Sequence[ChartBlock]) -> None:
    """All lines of all pictures, one below the other: none is white."""
    pages = [svg(block.spec, anchor="p", title="", description="", direction="rtl") for block in arabic]
    lines = sorted({line for page in pages for line in _LINE.findall(page) if line.strip("\u2066\u2067\u2068\u2069 ")})
    rows = [
        f'<text font-family="Hiwar Chart" font-size="14" x="8" y="{20 * number + 15}">{line}</text>'
        for number, line in enumerate(lines)
    ]
    page = f'<svg width="900" height="{20 * len(lines)}"><rect width="900" height="{20 * len(lines)}" fill="white"/>'
    shown = image(pictures._painted(page + "".join(rows) + "</svg>", 1))
    blank = [line for number, line in enumerate(lines) if not ink(shown.crop((0, 20 * number, 900, 20 * number + 20)))]
    assert len(lines) > 20
    assert not blank


def test_the_type_of_charts_has_the_letters_of_arabic() -> None:
    ttf = pytest.importorskip("fontTools.ttLib")
    for weight in (400, 600):
        with files("hiwar.brief").joinpath("fonts", "chart", f"hiwar-chart-{weight}.ttf").open("rb") as file:
            known = set(ttf.TTFont(file).getBestCmap())
        assert not set(range(0x621, 0x64B)) - {0x63B, 0x63C, 0x63D, 0x63E, 0x63F} - known
        assert {0x60C, 0x61B, 0x61F, 0x2212, 0x2013, 0xAB, 0xBB} <= known
