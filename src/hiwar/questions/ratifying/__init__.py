"""Whether a course or a package passes at home; what `approval` and `agreement` share."""

from hiwar.questions.ratifying.ballots import (
    BEST_FIRST,
    Ballot,
    at_home,
    ballot,
    chooses,
    is_in_force,
    open_routes,
    routes_of,
    survival,
)
from hiwar.questions.ratifying.chambers import Home, members_of
from hiwar.questions.ratifying.subjects import (
    Subject,
    acts_against,
    binding_force,
    courses_to_approve,
    subject_of_course,
    subject_of_package,
)

__all__ = [
    "BEST_FIRST",
    "Ballot",
    "Home",
    "Subject",
    "acts_against",
    "at_home",
    "ballot",
    "binding_force",
    "chooses",
    "courses_to_approve",
    "is_in_force",
    "members_of",
    "open_routes",
    "routes_of",
    "subject_of_course",
    "subject_of_package",
    "survival",
]
