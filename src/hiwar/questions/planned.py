"""The course that a plan follows."""

from collections.abc import Mapping

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.questions.courses import Course, base_course, variants_of

NO_TRACK = ""
"""Track of a plan that does not say which course it follows."""


def named_course(dossier: Dossier, name: str | None) -> Course | None:
    """The track or variant of a name; None where there is none."""
    for track in dossier.tracks:
        for course in (base_course(dossier, track), *variants_of(dossier, track)):
            if course.id == name:
                return course
    return None


def course_of(dossier: Dossier, name: str | None, package: Mapping[str, tuple[str, ...]]) -> Course:
    """A track or variant with a package in the place of what it fixes on the same variables; or a package alone."""
    base = named_course(dossier, name)
    if base is None:
        return Course(NO_TRACK, NO_TRACK, immutabledict(package), package=immutabledict(package))
    fixes = immutabledict({**base.fixes, **package})
    return Course(base.id, base.track, fixes, variant=base.variant, package=immutabledict(package))
