"""What is held against the terms: the plans of a case, its courses as they stand, and packages that are asked about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.plans import Fallback, Plan
from hiwar.questions.answer import Settings
from hiwar.questions.courses import Course, all_courses
from hiwar.questions.planned import NO_TRACK, course_of, named_course

Package = Mapping[str, tuple[str, ...]]


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
        return self.course.track != NO_TRACK


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


def fallback_course(dossier: Dossier, subject: Subject, fallback: Fallback) -> Course:
    """What a fallback comes to: another course with its own package, or the plan's with some options replaced."""
    if fallback.track is not None:
        return course_of(dossier, fallback.track, fallback.package)
    return course_of(dossier, subject.plan.track, {**subject.plan.package, **fallback.package})


def against_course(dossier: Dossier, subject: Subject) -> tuple[str, ...]:
    """Issues on which the package holds none of the options that the course fixes."""
    base = named_course(dossier, subject.plan.track)
    if base is None:
        return ()
    return tuple(key for key, held in sorted(subject.package.items()) if not set(base.fixes.get(key, held)) & set(held))
