"""What the tests of the brief share."""

from collections.abc import Callable

import pytest
from briefs import BRIEFS, Made, made


@pytest.fixture(params=BRIEFS, ids=lambda pair: "+".join((pair[0], *pair[1])))
def brief(request: pytest.FixtureRequest) -> Made:
    """Each case with each choice of sheets."""
    return made(*request.param)


@pytest.fixture
def brief_of() -> Callable[..., Made]:
    """One case with chosen sheets."""
    return lambda case, *sheets: made(case, sheets)
