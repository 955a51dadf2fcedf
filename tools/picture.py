"""Draw docs/images/brief.png anew from the brief that `make brief` wrote: the first screen, as a reader sees it."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
BRIEF = ROOT / "build" / "brief" / "iraq-us-2020-brief-en.html"
PICTURE = ROOT / "docs" / "images" / "brief.png"


def main() -> None:
    """Take the picture, without a network."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None or not BRIEF.exists():
        sys.exit("needs Chromium and the brief: run tools/chromium and make brief first")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 1230})
        page.goto(BRIEF.as_uri())
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
