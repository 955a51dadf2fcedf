"""The real page in Chromium: what a reader meets."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from briefs import page_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

Opened = tuple["Page", list[str]]


@pytest.fixture(params=[("iraq-us-2020", "illustration"), ("two-towns-water", "first")], ids=lambda pair: pair[0])
def opened(request: pytest.FixtureRequest, chromium: "Browser", tmp_path: Path) -> Iterator[Opened]:
    """The brief opened from disk, and every address that the page asked for."""
    path = tmp_path / "brief.html"
    path.write_text(page_of(request.param[0], request.param[1:]), encoding="utf-8")
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    page.on("request", lambda found: asked.append(found.url))
    page.goto(path.as_uri())
    yield page, asked
    page.close()


def test_no_request_leaves_the_page(opened: Opened) -> None:
    _, asked = opened
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("width", [1280, 360])
def test_no_accessibility_violation(opened: Opened, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    page, _ = opened
    page.set_viewport_size({"width": width, "height": 900})
    found = Axe().run(page)
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found.response["violations"]] == []


def test_a_telephone_shows_it_without_sideways_scrolling(opened: Opened) -> None:
    page, _ = opened
    page.set_viewport_size({"width": 360, "height": 780})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_keyboard_opens_what_a_figure_rests_on_and_follows_it(opened: Opened) -> None:
    page, _ = opened
    summary = page.locator("main .trace summary").first
    summary.focus()
    page.keyboard.press("Enter")
    link = page.locator("main .trace[open] a").first
    assert link.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.locator(f"[id='{target}']").is_visible()


def test_the_first_tab_leads_past_the_contents(opened: Opened) -> None:
    page, _ = opened
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_print_shows_what_is_folded_on_screen(opened: Opened) -> None:
    page, _ = opened
    folded = page.locator("details.folded").first.locator("table, ul, p, dl").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    box = folded.bounding_box()
    assert box is not None
    assert box["height"] > 0
