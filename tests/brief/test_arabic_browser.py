"""The Arabic page in Chromium: right to left, and every number the right way round."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from briefs import arabic_page_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PLACES = """(cell) => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let place = 0; place < node.length; place += 1) {
      const range = document.createRange();
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const box = range.getClientRects()[0];
      if (box && box.width > 0) found.push([node.data[place], box.left, box.top]);
    }
  }
  return found;
}"""
"""Each character of an element, with the place where it is drawn."""

_MOST = 150
Glyphs = list[tuple[str, float, float]]


@pytest.fixture(
    scope="module", params=[("iraq-us-2020", "illustration"), ("two-towns-water", "first")], ids=lambda pair: pair[0]
)
def opened(
    request: pytest.FixtureRequest, chromium: "Browser", tmp_path_factory: pytest.TempPathFactory
) -> Iterator["Page"]:
    """The Arabic brief opened from disk, once for all tests."""
    path = tmp_path_factory.mktemp("arabic") / "brief.html"
    path.write_text(arabic_page_of(request.param[0], request.param[1:]), encoding="utf-8")
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(path.as_uri())
    yield page
    page.close()


def test_no_accessibility_violation(opened: "Page") -> None:
    """The English page is looked at on a narrow screen too."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    found = Axe().run(opened)
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found.response["violations"]] == []


@pytest.mark.parametrize("width", [1280, 360])
def test_it_reads_from_the_right_without_sideways_scrolling(opened: "Page", width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 780})
    assert opened.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"]
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_tables_begin_on_the_right(opened: "Page") -> None:
    lefts = (
        opened.locator("table:has(tbody td)")
        .first.locator("thead th")
        .evaluate_all("(cells) => cells.map((cell) => cell.getBoundingClientRect().left)")
    )
    assert len(lefts) > 2
    assert lefts == sorted(lefts, reverse=True)


def test_digits_of_a_number_stand_in_order_and_the_minus_before_them(opened: "Page") -> None:
    """In every cell a number is drawn from left to right: its sign, its digits, its percent sign."""
    opened.set_viewport_size({"width": 1280, "height": 900})
    seen = 0
    for glyphs in drawn(opened, "td.number"):
        for number in numbers(glyphs):
            lefts = [left for _, left, _ in number]
            assert lefts == sorted(lefts), "".join(sign for sign, _, _ in number)
            seen += number[0][0] == "−"
    assert seen > 3


def test_the_lower_end_of_a_range_is_read_first(opened: "Page") -> None:
    """“From 20 to 60” begins on the right: 20 stands right of 60, wherever both are on one line."""
    opened.set_viewport_size({"width": 1280, "height": 900})
    seen = 0
    for glyphs in drawn(opened, "td.number"):
        found = numbers(glyphs)
        if len(found) == 2 and len({round(top) for number in found for _, _, top in number}) == 1:
            first, last = (float("".join(sign for sign, _, _ in number).strip("%").replace("−", "-").replace(",", ""))
                           for number in found)  # fmt: skip
            assert first <= last
            assert found[0][0][1] > found[1][-1][1]
            seen += 1
    assert seen > 3


def test_ids_are_drawn_from_left_to_right(opened: "Page") -> None:
    for glyphs in drawn(opened, "p.trace a"):
        lines = {round(top) for _, _, top in glyphs}
        if len(lines) == 1:
            lefts = [left for _, left, _ in glyphs]
            assert lefts == sorted(lefts), "".join(sign for sign, _, _ in glyphs)


def test_arabic_is_set_in_our_own_type(opened: "Page") -> None:
    families = opened.evaluate("[...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family)")
    assert {"Hiwar Naskh", "Hiwar Chart"} <= {family.strip("\"'") for family in families}


def drawn(page: "Page", selector: str) -> list[Glyphs]:
    """Characters of the first elements in sight that a selector finds, in the order in which they are written."""
    cells = f"cells.filter((cell) => cell.checkVisibility()).slice(0, {_MOST})"
    found = page.locator(selector).evaluate_all(f"(cells) => {cells}.map({PLACES})")
    return [[(sign, left, top) for sign, left, top in glyphs] for glyphs in found if glyphs]


def numbers(glyphs: Glyphs) -> list[Glyphs]:
    """The numbers in a text: signs, digits, points and percent signs without anything between."""
    found: list[Glyphs] = [[]]
    for glyph in glyphs:
        if glyph[0] in "−0123456789.,%":
            found[-1].append(glyph)
        elif found[-1]:
            found.append([])
    return [number for number in found if any(sign.isdigit() for sign, _, _ in number)]
