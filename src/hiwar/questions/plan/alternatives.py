"""What can happen that bears on a plan, and what is done then."""

from collections.abc import Iterator, Mapping, Sequence

from hiwar.dossier.model import side_of, variable_options
from hiwar.questions.courses import deciding_needs, holds
from hiwar.questions.days import event_days_of
from hiwar.questions.plan.outlines import Outline, Row

HURTS = ("closes", "brings_cost", "loses_gain")
Bearing = tuple[str, str]
"""How an outcome bears on the plan, and the item through which it does."""


def trigger_rows(outline: Outline) -> list[Row]:
    """Per outcome of what is uncertain and bears on the plan: how it bears, what is done then, whether that is missing.

    An outcome needs an alternative if it closes the course, brings a cost or takes away a gain; where no outcome of an
    event does, any alternative will do.
    """
    rows: list[Row] = []
    days = event_days_of(outline.dossier)
    for variable in uncertain(outline):
        options = variable_options(outline.dossier, variable)
        bearings = {option: tuple(_bearings(outline, variable, option)) for option in options}
        if not any(bearings.values()):
            continue
        answers = {option: alternatives_to(outline, variable, option) for option in options}
        for option in options:
            covered = _is_covered(option, bearings, answers)
            day = days[variable].isoformat() if variable in days else None
            claims = tuple(
                key for key, one in sorted(outline.dossier.claims.items()) if option in one.when.get(variable, ())
            )
            kinds = tuple(dict.fromkeys(kind for kind, _ in bearings[option]))
            items = tuple(dict.fromkeys(item for _, item in bearings[option]))
            values = (outline.id, variable, option, day, kinds, items, answers[option], claims, covered)
            rows.append((values, tuple(dict.fromkeys((*outline.trace, variable, *items, *answers[option], *claims)))))
    return rows


def _is_covered(option: str, bearings: Mapping[str, Sequence[Bearing]], answers: Mapping[str, Sequence[str]]) -> str:
    """``yes``, ``no``, or ``not_needed``: the outcome does no harm, and something is done in another."""
    if answers[option]:
        return "yes"
    hurting = {one for one, found in bearings.items() if any(kind in HURTS for kind, _ in found)}
    needs_one = option in hurting or (not hurting and not any(answers.values()))
    return "no" if needs_one else "not_needed"


def uncertain(outline: Outline) -> tuple[str, ...]:
    """Events still open and moves of others, unless the plan's course settles them."""
    dossier, seat = outline.dossier, side_of(outline.dossier, outline.dossier.seat)
    events = [key for key, one in dossier.events.items() if one.kind != "past" and len(one.options) > 1]
    moves = [key for key, one in dossier.moves.items() if any(side_of(dossier, party) != seat for party in one.by)]
    return tuple(key for key in sorted((*events, *moves)) if len(outline.course.fixes.get(key, ())) != 1)


def _bearings(outline: Outline, variable: str, option: str) -> Iterator[Bearing]:
    yield from _on_the_course(outline, variable, option)
    yield from _on_effects(outline, variable, option)
    for goal in outline.goals:
        if variable in goal.when and outline.is_active(goal) is None:
            yield ("activates" if option in goal.when[variable] else "leaves_inactive"), goal.id
    for step in outline.steps:
        if option in step.trigger.get(variable, ()):
            yield "calls_for", step.id
    for key, fallback in sorted((outline.plan.fallbacks or {}).items()):
        if option in fallback.when.get(variable, ()):
            yield "calls_for", key


def _on_the_course(outline: Outline, variable: str, option: str) -> Iterator[Bearing]:
    """Conditions of the course that an outcome breaks, and what the course waits for."""
    if not outline.has_course:
        return
    for need in deciding_needs(outline.dossier, outline.course.track):
        if variable in need.when and option not in need.when[variable] and _goes_with(outline, need.when, variable):
            yield "closes", need.id
    track = outline.dossier.tracks[outline.course.track]
    variant = track.variants.get(outline.course.variant or "")
    if variable in track.waits_for:
        yield "awaited", track.id
    if variant is not None and variable in variant.waits_for:
        yield "awaited", variant.id


def _on_effects(outline: Outline, variable: str, option: str) -> Iterator[Bearing]:
    """Costs that come only with an outcome, and gains that come only with others, for the seat on its course."""
    seat = side_of(outline.dossier, outline.dossier.seat)
    for key, effect in sorted(outline.dossier.effects.items()):
        is_own = any(side_of(outline.dossier, party) == seat for party in effect.on)
        if not outline.has_course or not is_own or variable not in effect.when:
            continue
        if _goes_with(outline, effect.when, variable):
            comes = option in effect.when[variable]
            if comes and effect.kind == "cost":
                yield "brings_cost", key
            if not comes and effect.kind == "gain":
                yield "loses_gain", key


def _goes_with(outline: Outline, when: Mapping[str, Sequence[str]], variable: str) -> bool:
    """Whether the rest of a condition can hold on the plan's course."""
    rest = {key: options for key, options in when.items() if key != variable}
    return holds(rest, outline.dossier, outline.course) is not False


def alternatives_to(outline: Outline, variable: str, option: str) -> tuple[str, ...]:
    """What is done in an outcome: fallbacks, steps that it calls for, goals that become active with it."""
    fallbacks = (outline.plan.fallbacks or {}).items()
    goals = (goal for goal in outline.goals if outline.is_active(goal) is None)
    return (
        *(key for key, one in sorted(fallbacks) if option in one.when.get(variable, ())),
        *(step.id for step in outline.steps if option in step.trigger.get(variable, ())),
        *(goal.id for goal in goals if option in goal.when.get(variable, ())),
    )
