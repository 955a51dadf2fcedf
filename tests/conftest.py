"""What every test may use: how many random cases Hypothesis tries, and a browser for tests that read real pages."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile(
    "quick", max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("quick")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def repository() -> Path:
    """Folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def examples() -> Path:
    """Folder of the example cases."""
    return ROOT / "examples"


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """A Chromium without a window and without a network; skips where there is none, unless one is required."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if (found := shutil.which(name))), None)
    if program is None:
        reason = "no Chromium here; `tools/chromium` installs Debian's as root"
        (pytest.fail if os.environ.get("HIWAR_REQUIRE_BROWSER") else pytest.skip)(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
