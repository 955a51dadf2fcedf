"""What the tests of the brief share."""

from collections.abc import Callable

import pytest
from briefs import BRIEFS, Made, made, page_of


@pytest.fixture(params=BRIEFS, ids=lambda pair: "+".join((pair[0], *pair[1])))
def chosen(request: pytest.FixtureRequest) -> tuple[str, tuple[str, ...]]:
    """Each case with each choice of sheets."""
    case, sheets = request.param
    return case, sheets


@pytest.fixture
def brief(chosen: tuple[str, tuple[str, ...]]) -> Made:
    """Case, answers and brief."""
    return made(*chosen)


@pytest.fixture
def page(chosen: tuple[str, tuple[str, ...]]) -> str:
    """The same brief as a page."""
    return page_of(*chosen)


@pytest.fixture
def brief_of() -> Callable[..., Made]:
    """One case with chosen sheets."""
    return lambda case, *sheets: made(case, sheets)
