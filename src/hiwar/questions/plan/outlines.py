"""What belongs to a plan: its course, its goals, the means and steps that serve them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from hiwar.dossier.contents import Goal, Means, Step
from hiwar.dossier.model import Dossier, side_of
from hiwar.dossier.plans import Plan
from hiwar.questions.courses import Course, holds
from hiwar.questions.planned import NO_TRACK, course_of

Row = tuple[tuple[Any, ...], tuple[str, ...]]
"""Values of a row of a table, and what it rests on."""
PURSUED = ("ultimate", "aim", "purpose", "interest", "supreme_interest")
"""Kinds of goals that a plan is to reach; reasons and statements ask for nothing."""


@dataclass(frozen=True, eq=False)
class Outline:
    """A plan of a case; or, of a case without plans, its means and steps as one plan."""

    dossier: Dossier
    plan: Plan
    id: str | None
    """None for the means and steps of a case without plans."""
    course: Course

    @cached_property
    def has_course(self) -> bool:
        """It says which course it follows."""
        return self.course.track != NO_TRACK

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """Goals that it names, else all aims and interests of the seat that are active, or may become so."""
        every = self.dossier.goals
        if self.plan.goals:
            return tuple(every[key] for key in dict.fromkeys(self.plan.goals) if key in every)
        own = (goal for _, goal in sorted(every.items()) if goal.kind in PURSUED and is_of_seat(self.dossier, goal))
        return tuple(goal for goal in own if self.is_active(goal) is not False)

    def is_active(self, goal: Goal) -> bool | None:
        """Whether a goal is active on the plan's course; None where that hangs on an event or a move."""
        return holds(goal.when, self.dossier, self.course)

    @cached_property
    def means(self) -> tuple[Means, ...]:
        """Every means of the case that the plan's course does not rule out."""
        return tuple(one for _, one in sorted(self.dossier.means.items()) if self.admits(one))

    def admits(self, means: Means) -> bool:
        """Whether the options of a means go with the plan's course."""
        return holds(means.options, self.dossier, self.course) is not False

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Steps that it names, else all steps of the case."""
        every = self.dossier.steps
        keys = self.plan.steps or sorted(every)
        return tuple(every[key] for key in dict.fromkeys(keys) if key in every)

    def serves(self, served: tuple[str, ...]) -> tuple[str, ...]:
        """The goals of the plan that are served where these goals are: they themselves, and goals above them."""
        goals = {goal.id for goal in self.goals}
        found = {above for key in served for above in _upward(self.dossier, key)}
        return tuple(goal.id for goal in self.goals if goal.id in found & goals)

    def goals_of_step(self, step: Step) -> tuple[str, ...]:
        """Goals of the plan that a step serves directly."""
        return self.serves(tuple(key for key in step.serves if key in self.dossier.goals))

    def means_of_step(self, step: Step) -> tuple[str, ...]:
        """Means that go with the plan and that a step serves."""
        return tuple(one.id for one in self.means if one.id in step.serves)

    @cached_property
    def trace(self) -> tuple[str, ...]:
        """What the plan rests on as such: itself and its course."""
        course = (self.course.track,) if self.has_course else ()
        variant = (self.course.variant,) if self.course.variant else ()
        return tuple(key for key in (self.id, *course, *variant) if key)


def outlines_of(dossier: Dossier) -> tuple[Outline, ...]:
    """The plans of a case in the order of their ids; without any, its means and steps; none where it has neither."""
    if dossier.plans:
        return tuple(
            Outline(dossier, plan, plan.id, course_of(dossier, plan.track, plan.package))
            for _, plan in sorted(dossier.plans.items())
        )
    if not dossier.means and not dossier.steps:
        return ()
    return (Outline(dossier, Plan(id="steps"), None, course_of(dossier, None, {})),)


def is_of_seat(dossier: Dossier, goal: Goal) -> bool:
    """Whether the seat, or the side on which it is, owns a goal."""
    return bool({dossier.seat, side_of(dossier, dossier.seat)} & set(goal.owner))


def _upward(dossier: Dossier, key: str) -> Iterator[str]:
    """A goal and the goals above it."""
    seen: set[str] = set()
    parent: str | None = key
    while parent is not None and parent in dossier.goals and parent not in seen:
        seen.add(parent)
        yield parent
        parent = dossier.goals[parent].parent
