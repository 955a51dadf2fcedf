"""Criteria on what a plan allows, does, and was tested for, and on who carries it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from hiwar.dossier.criteria import HasMeasures, NoUseAgainst, Represents, StandsPressure
from hiwar.dossier.model import Dossier, main_domain, side_of
from hiwar.dossier.plans import Consultation, Measure, Pressure, Use
from hiwar.questions.courses import holds
from hiwar.questions.terms.points import Point, failed, left_open, met, not_stated
from hiwar.questions.terms.subjects import Subject

MANNERS = ("direct", "indirect")
WILLS = ("compelled", "voluntary")


def no_use_against(criterion: NoUseAgainst, subject: Subject, dossier: Dossier) -> Iterator[Point]:
    """Every such use is ruled out: directly and indirectly, compelled and voluntary."""
    uses = subject.plan.uses
    if uses is None:
        yield not_stated("uses")
        return
    for manner, will in product(MANNERS, WILLS):
        allowed = [
            key
            for key, use in uses.items()
            if use.is_allowed and _speaks_of(use, criterion.of, manner, will) and _is_breach(use, criterion, dossier)
        ]
        if allowed:
            yield failed("use_allowed", (manner, will), allowed)
            continue
        missing = [what for what in criterion.of if not _is_ruled_out(uses.values(), what, manner, will)]
        if not missing:
            yield met(*(key for key, use in uses.items() if not use.is_allowed))
        elif criterion.while_holding and holds(criterion.while_holding, dossier, subject.course):
            yield failed("use_unregulated", (manner, will, *missing), _held(criterion, subject))
        else:
            yield left_open("use_not_spoken_of", (manner, will, *missing))


def _speaks_of(use: Use, of: Sequence[str], manner: str, will: str) -> bool:
    """What is allowed without saying how is allowed in every way."""
    return bool(set(use.of) & set(of)) and manner in (use.manner or MANNERS) and will in (use.will or WILLS)


def _is_breach(use: Use, criterion: NoUseAgainst, dossier: Dossier) -> bool:
    """Somebody outside uses it against somebody outside, other than a party that the criterion excepts."""
    seat = side_of(dossier, dossier.seat)
    by_others = not use.by or any(side_of(dossier, party) != seat for party in use.by)
    targets = [party for party in use.against if side_of(dossier, party) != seat]
    return by_others and (not use.against or any(party not in criterion.except_against for party in targets))


def _is_ruled_out(uses: Iterable[Use], what: str, manner: str, will: str) -> bool:
    """Only a ban on everybody, against everybody, rules a use out."""
    return any(
        not use.is_allowed
        and what in use.of
        and manner in use.manner
        and will in use.will
        and not use.by
        and not use.against
        for use in uses
    )


def _held(criterion: NoUseAgainst, subject: Subject) -> Iterator[str]:
    for issue, options in criterion.while_holding.items():
        yield from (f"{issue}={option}" for option in subject.course.fixes.get(issue, ()) if option in options)


def has_measures(criterion: HasMeasures, subject: Subject, dossier: Dossier) -> Iterator[Point]:
    """A measure toward each group and in each domain, and one that makes up for each harm."""
    measures = subject.plan.measures
    if measures is None:
        yield not_stated("measures")
        return
    for group in criterion.toward:
        toward = [key for key, one in measures.items() if set(one.toward) & set(group)]
        yield met(*toward) if toward else failed("no_measure_toward", group)
        if criterion.offsets_harm:
            yield from _harms(subject, dossier, group, [measures[key] for key in toward])
    for domain in criterion.domains:
        inside = [key for key, one in measures.items() if _touches(one, domain, dossier)]
        yield met(*inside) if inside else failed("no_measure_in", (domain,))


def _touches(measure: Measure, domain: str, dossier: Dossier) -> bool:
    return any(domain in (one, main_domain(dossier, one)) for one in measure.domains)


def _harms(subject: Subject, dossier: Dossier, group: Sequence[str], measures: Sequence[Measure]) -> Iterator[Point]:
    """Options that the group rejects, or that harm a goal of theirs, and that no measure toward them makes up for."""
    if not subject.package:
        yield not_stated("package")
    for issue, options in sorted(subject.package.items()):
        for key in options:
            option = dossier.issues[issue].options[key]
            harmed = [goal for goal in option.harms if set(dossier.goals[goal].owner) & set(group)]
            if not harmed and not set(option.rejects) & set(group):
                continue
            makes_up = [one.id for one in measures if key in one.offsets.get(issue, ())]
            if makes_up:
                yield met(f"{issue}={key}", *makes_up)
            else:
                yield failed("harm_not_offset", group, (f"{issue}={key}", *harmed))


def represents(criterion: Represents, subject: Subject, dossier: Dossier) -> Iterator[Point]:
    """Every component is represented, has a stated position and does not reject the plan on what counts."""
    plan = subject.plan
    if plan.represented is None:
        yield not_stated("represented")
    else:
        absent = [party for party in criterion.parties if party not in plan.represented]
        yield failed("not_represented", absent) if absent else met(*criterion.parties)
    if plan.consulted is None:
        yield not_stated("consulted")
        return
    for party in criterion.parties:
        voices = [one for one in plan.consulted.values() if one.party == party]
        if not voices:
            yield left_open("position_not_stated", (party,))
        yield from (_voice(criterion, one, subject, dossier) for one in voices)


def _voice(criterion: Represents, one: Consultation, subject: Subject, dossier: Dossier) -> Point:
    if one.stance in ("for", "neutral"):
        return met(one.id)
    if one.stance == "against":
        if one.over is None and criterion.objections:
            return left_open("rejects_over_unknown", (one.party,), (one.id,))
        counted = [issue for issue in one.over or () if not criterion.objections or issue in criterion.objections]
        return (
            failed("rejects", (one.party,), (one.id, *counted)) if counted or not criterion.objections else met(one.id)
        )
    if one.stance == "conditional" and one.when and holds(one.when, dossier, subject.course):
        return met(one.id)
    reasons = {"conditional": "position_conditional", "divided": "position_divided", "unknown": "position_not_stated"}
    return left_open(reasons[one.stance], (one.party,), (one.id,))


def stands_pressure(criterion: StandsPressure, subject: Subject) -> Iterator[Point]:
    """Pressure of each level, and on each party, was tested, and unity holds in each respect."""
    pressures = subject.plan.pressures
    if pressures is None:
        yield not_stated("pressures")
        return
    if not pressures:
        yield failed("no_pressure_run")
        return
    for level in criterion.levels:
        if not any(level in one.level for one in pressures.values()):
            yield failed("level_not_run", (level,))
    spared = [party for party in criterion.on if not any(party in one.on for one in pressures.values())]
    if spared:
        yield failed("party_not_pressed", spared)
    for one in pressures.values():
        yield from _withstood(one, criterion.respects)


def _withstood(pressure: Pressure, respects: Sequence[str]) -> Iterator[Point]:
    stated = pressure.effect or {}
    if missing := [respect for respect in respects if respect not in stated]:
        yield failed("effect_not_stated", missing, (pressure.id,))
    for respect in respects:
        unity = stated[respect].unity if respect in stated else None
        if unity == "broken":
            yield failed("floor_broken", (respect,), (pressure.id,))
        elif unity == "unknown":
            yield left_open("effect_unknown", (respect,), (pressure.id,))
        elif unity is not None:
            yield met(pressure.id)
