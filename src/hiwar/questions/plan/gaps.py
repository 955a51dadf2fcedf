"""The tree from goals over means to steps, and what is missing in it."""

from collections.abc import Iterator

from hiwar.dossier.model import Dossier
from hiwar.questions.answer import Table, table_of
from hiwar.questions.plan.outlines import Outline, Row, is_of_seat

Gap = tuple[str, str | None]
"""Kind of gap, and the item that has it."""


def tree_rows(outline: Outline) -> list[Row]:
    """One row per goal, means that serve it and step that serves the means; None where the branch ends."""
    rows: list[Row] = []
    for goal in outline.goals:
        state = {True: "active", None: "conditional", False: "inactive"}[outline.is_active(goal)]
        branches = list(_branches(outline, goal.id)) or [(None, None)]
        for means, step in branches:
            trace = tuple(key for key in (outline.id, goal.id, *goal.when, means, step) if key)
            rows.append(((outline.id, goal.id, state, means, step), trace))
    return rows


def _branches(outline: Outline, goal: str) -> Iterator[tuple[str | None, str | None]]:
    """Means and steps under a goal, and steps that serve it directly."""
    for means in outline.means:
        if goal in outline.serves(means.serves):
            steps: list[str | None] = [step.id for step in outline.steps if means.id in step.serves]
            yield from ((means.id, step) for step in steps or [None])
    yield from ((None, step.id) for step in outline.steps if goal in outline.goals_of_step(step))


def gaps_of(outline: Outline) -> tuple[Gap, ...]:
    """Everything that makes a plan incomplete."""
    return (*_of_goals(outline), *_of_means(outline), *_of_steps(outline))


def _of_goals(outline: Outline) -> Iterator[Gap]:
    if not any(goal.kind == "ultimate" for goal in outline.goals):
        yield "no_ultimate_goal", None
    served = {goal for one in outline.means for goal in outline.serves(one.serves)}
    served |= {goal for step in outline.steps for goal in outline.goals_of_step(step)}
    for goal in outline.goals:
        if not is_of_seat(outline.dossier, goal):
            yield "goal_of_another", goal.id
        elif goal.id not in served:
            yield "goal_without_means", goal.id


def _of_means(outline: Outline) -> Iterator[Gap]:
    for _, means in sorted(outline.dossier.means.items()):
        if not outline.admits(means):
            yield "means_ruled_out", means.id
            continue
        if not outline.serves(means.serves):
            yield "means_without_goal", means.id
        if not any(means.id in step.serves for step in outline.steps):
            yield "means_without_step", means.id


def _of_steps(outline: Outline) -> Iterator[Gap]:
    inside = {step.id for step in outline.steps}
    for step in outline.steps:
        if step.owner is None:
            yield "step_without_owner", step.id
        if step.days in (None, "unknown"):
            yield "step_without_length", step.id
        if not outline.goals_of_step(step) and not outline.means_of_step(step):
            yield "step_that_serves_nothing", step.id
        if set(step.after) - inside:
            yield "step_after_none", step.id


def gap_rows(outline: Outline) -> list[Row]:
    """One row per gap."""
    return [((outline.id, kind, item), (*outline.trace, *((item,) if item else ()))) for kind, item in gaps_of(outline)]


def environment_table(dossier: Dossier) -> Table:
    """Factors of the environment, level by level."""
    factors = sorted(dossier.environment.items())
    rows = [
        ((level, key, one.effect, one.bears_on), (key, *one.bears_on))
        for level in LEVELS
        for key, one in factors
        if one.level == level
    ]
    return table_of(("level", "factor", "effect", "bears_on"), rows)


LEVELS = ("local", "regional", "international")
