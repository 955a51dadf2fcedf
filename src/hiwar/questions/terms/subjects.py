"""What is held against the terms: the plans of a case, its courses as they stand, and packages that are asked about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.plans import Fallback, Plan
from hiwar.questions.answer import Settings
from hiwar.questions.courses import Course, all_courses, base_course, variants_of

Package = Mapping[str, tuple[str, ...]]
PLAN_NOT_STATED = ""
"""Track of a plan that does not say which course it follows."""


@dataclass(frozen=True)
class Subject:
    """A plan, or what stands in for one: a course or a package says nothing beside the options it settles."""

    id: str
    kind: Literal["plan", "course", "package"]
    plan: Plan
    course: Course
    """What holds under it: what the course fixes, and the package in its place on the same variables."""
    package: Package
    """Issue to the options that the agreement settles."""

    @property
    def has_course(self) -> bool:
        """It says which course is followed."""
        return self.course.track != PLAN_NOT_STATED


def subjects_of(dossier: Dossier, settings: Settings) -> tuple[Subject, ...]:
    """Plans first, then courses, then packages, each in the order of their ids."""
    plans = (_of_plan(dossier, plan) for _, plan in sorted(dossier.plans.items()))
    asked = (_of_course(dossier, course) for course in all_courses(dossier, settings) if course.package is None)
    return (*plans, *asked, *_of_packages(dossier, settings))


def _of_plan(dossier: Dossier, plan: Plan) -> Subject:
    course = course_of(dossier, plan.track, plan.package)
    return Subject(plan.id, "plan", plan, course, issues_in(dossier, plan.package))


def _of_course(dossier: Dossier, course: Course) -> Subject:
    """A course proposes what it fixes."""
    plan = Plan(id=course.id, track=course.id)
    return Subject(course.id, "course", plan, course, issues_in(dossier, course.fixes))


def _of_packages(dossier: Dossier, settings: Settings) -> Iterator[Subject]:
    for place, package in enumerate(settings.packages, 1):
        plan = Plan(id=f"asked-{place}", package=issues_in(dossier, package))
        yield Subject(plan.id, "package", plan, course_of(dossier, None, package), issues_in(dossier, package))


def issues_in(dossier: Dossier, options: Mapping[str, tuple[str, ...]]) -> Package:
    """The issues among variables, with their options."""
    return immutabledict({key: tuple(value) for key, value in options.items() if key in dossier.issues})


def course_of(dossier: Dossier, name: str | None, package: Mapping[str, tuple[str, ...]]) -> Course:
    """A track or variant with a package in the place of what it fixes on the same variables."""
    base = _named(dossier, name)
    if base is None:
        return Course(PLAN_NOT_STATED, PLAN_NOT_STATED, immutabledict(package), package=immutabledict(package))
    fixes = immutabledict({**base.fixes, **package})
    return Course(base.id, base.track, fixes, variant=base.variant, package=immutabledict(package))


def _named(dossier: Dossier, name: str | None) -> Course | None:
    for track in dossier.tracks:
        for course in (base_course(dossier, track), *variants_of(dossier, track)):
            if course.id == name:
                return course
    return None


def fallback_course(dossier: Dossier, subject: Subject, fallback: Fallback) -> Course:
    """What a fallback comes to: another course with its own package, or the plan's with some options replaced."""
    if fallback.track is not None:
        return course_of(dossier, fallback.track, fallback.package)
    return course_of(dossier, subject.plan.track, {**subject.plan.package, **fallback.package})


def against_course(dossier: Dossier, subject: Subject) -> tuple[str, ...]:
    """Issues on which the package holds none of the options that the course fixes."""
    base = _named(dossier, subject.plan.track)
    if base is None:
        return ()
    return tuple(key for key, held in sorted(subject.package.items()) if not set(base.fixes.get(key, held)) & set(held))
