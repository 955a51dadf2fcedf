"""Courses the seat can take, the scenarios they may meet, and whether a condition holds there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, side_of, variable_options
from hiwar.dossier.sheet import Sheet
from hiwar.dossier.variables import Need
from hiwar.questions.answer import CannotAnswer, Settings

MOST_SCENARIOS = 4096
NOTHING: Mapping[str, str] = immutabledict()


@dataclass(frozen=True)
class Course:
    """A track, a variant of one, or one with a package of options."""

    id: str
    track: str
    fixes: Mapping[str, tuple[str, ...]]
    """Variable to the option or options that hold; ``track`` included."""
    variant: str | None = None
    package: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True)
class Scenario:
    """One combination of the outcomes of the events and moves that matter."""

    id: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class Feasibility:
    """Whether a course can be taken in a scenario: needs that fail, and needs that hang on what is not fixed."""

    failing: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def state(self) -> str:
        """``feasible``, ``infeasible`` or ``open``."""
        return "infeasible" if self.failing else "open" if self.open else "feasible"


def holds(
    when: Mapping[str, Sequence[str]], dossier: Dossier, course: Course, scenario: Mapping[str, str] = NOTHING
) -> bool | None:
    """Whether a condition holds: yes, no, or None where it hangs on something that is neither fixed nor varied."""
    verdict: bool | None = True
    for key, allowed in when.items():
        found = course.fixes.get(key) or ((scenario[key],) if key in scenario else ())
        one = _one_holds(found, allowed, key in dossier.issues and dossier.issues[key].allows_several)
        if one is False:
            return False
        verdict = None if one is None else verdict
    return verdict


def _one_holds(found: Sequence[str], allowed: Sequence[str], holds_together: bool) -> bool | None:
    """One key of a condition; several options found hold together, or any one of them may hold."""
    if not found:
        return None
    inside = set(found) & set(allowed)
    if not inside:
        return False
    return True if holds_together or inside == set(found) else None


def base_course(dossier: Dossier, track: str) -> Course:
    """The track as it stands, without a variant."""
    return Course(track, track, immutabledict({**dossier.tracks[track].fixes, "track": (track,)}))


def variants_of(dossier: Dossier, track: str) -> tuple[Course, ...]:
    """The track in each of its variants."""
    base = base_course(dossier, track)
    return tuple(
        Course(key, track, immutabledict({**base.fixes, **variant.fixes}), variant=key)
        for key, variant in sorted(dossier.tracks[track].variants.items())
    )


def all_courses(dossier: Dossier, settings: Settings) -> tuple[Course, ...]:
    """Every track, every variant, every package on each track that admits it."""
    courses: list[Course] = []
    for track in sorted(dossier.tracks):
        courses += [base_course(dossier, track), *variants_of(dossier, track)]
    return (*courses, *_package_courses(dossier, settings))


def ranked_courses(dossier: Dossier, settings: Settings) -> tuple[Course, ...]:
    """The courses that are compared: variants instead of their track where they differ from each other."""
    courses: list[Course] = []
    for track in sorted(dossier.tracks):
        variants = variants_of(dossier, track)
        courses += variants if variants_differ(dossier, variants) else (base_course(dossier, track),)
    if not courses:
        raise CannotAnswer("the case has no tracks: a course that the seat can take is what would be appraised")
    return (*courses, *_package_courses(dossier, settings))


def variants_differ(dossier: Dossier, variants: Sequence[Course]) -> bool:
    """Whether any effect or any necessary condition tells the variants apart."""
    return len({tuple(_marks(dossier, course)) for course in variants}) > 1


def _marks(dossier: Dossier, course: Course) -> Iterator[bool | None]:
    for effect in dossier.effects.values():
        yield holds(effect.when, dossier, course)
    for need in deciding_needs(dossier, course.track):
        yield holds(need.when, dossier, course)


def _package_courses(dossier: Dossier, settings: Settings) -> Iterator[Course]:
    for package in dict.fromkeys(immutabledict(package) for package in settings.packages):
        _check_package(dossier, package)
        options = {key: tuple(value) for key, value in package.items() if key != "track"}
        label = " + ".join(f"{key}={'|'.join(value)}" for key, value in sorted(options.items()))
        for track in package.get("track", tuple(sorted(dossier.tracks))):
            base = base_course(dossier, track)
            if all(set(base.fixes.get(key, value)) & set(value) for key, value in options.items()):
                fixes = immutabledict({**base.fixes, **options})
                yield Course(f"{track} + {label}", track, fixes, package=immutabledict(options))


def _check_package(dossier: Dossier, package: Mapping[str, tuple[str, ...]]) -> None:
    for key, values in package.items():
        known = variable_options(dossier, key)
        if not known:
            raise CannotAnswer(f"the package names '{key}', which is no issue, event, move or track of the case")
        if unknown := sorted(set(values) - set(known)):
            raise CannotAnswer(f"the package names '{unknown[0]}', no option of {key}; its options: {', '.join(known)}")


def deciding_needs(dossier: Dossier, track: str) -> tuple[Need, ...]:
    """Needs of a track that decide whether it is feasible, in the order of their ids."""
    needs = dossier.tracks[track].needs
    return tuple(needs[key] for key in sorted(needs) if needs[key].kind == "necessary" and needs[key].when)


def feasibility(dossier: Dossier, course: Course, scenario: Mapping[str, str] = NOTHING) -> Feasibility:
    """Which necessary conditions fail, and which hang on what is not fixed."""
    verdicts = {need.id: holds(need.when, dossier, course, scenario) for need in deciding_needs(dossier, course.track)}
    rules = [key for key, rule in sorted(dossier.rules.items()) if breaks(dossier, course, key, scenario)]
    failing = (*(key for key, verdict in verdicts.items() if verdict is False), *rules)
    return Feasibility(failing, tuple(key for key, verdict in verdicts.items() if verdict is None))


def breaks(dossier: Dossier, course: Course, rule_id: str, scenario: Mapping[str, str] = NOTHING) -> bool:
    """Whether what a course fixes certainly breaks a rule between options."""
    rule = dossier.rules[rule_id]
    if rule.among:
        verdicts = [holds(part, dossier, course, scenario) for part in counted(dossier, rule.among)]
        too_many = rule.at_most is not None and verdicts.count(True) > rule.at_most
        return too_many or (rule.at_least is not None and len(verdicts) - verdicts.count(False) < rule.at_least)
    if holds(rule.when, dossier, course, scenario) is not True:
        return False
    lacks = bool(rule.requires) and holds(rule.requires, dossier, course, scenario) is False
    return lacks or any(holds({key: options}, dossier, course, scenario) for key, options in rule.excludes.items())


def counted(dossier: Dossier, among: Mapping[str, Sequence[str]]) -> Iterator[Mapping[str, Sequence[str]]]:
    """What a rule counts: each option of an issue that allows several, else the variable with any of the options."""
    for key, options in among.items():
        if key in dossier.issues and dossier.issues[key].allows_several:
            yield from ({key: (option,)} for option in options)
        else:
            yield {key: options}


def scenarios_of(dossier: Dossier, courses: Sequence[Course], sheets: Sequence[Sheet]) -> tuple[Scenario, ...]:
    """Every combination of the events and moves on which an effect or a condition of these courses hangs."""
    events = sorted(_events_that_matter(dossier, courses, sheets))
    options = [variable_options(dossier, event) for event in events]
    count = 1
    for several in options:
        count *= len(several)
    if count > MOST_SCENARIOS:
        raise CannotAnswer(
            f"{len(events)} events and moves matter ({', '.join(events)}): {count} scenarios are too many to go "
            f"through, {MOST_SCENARIOS} is the most. Take those that change little out of the conditions (`when`)"
        )
    return tuple(_scenario(dict(zip(events, chosen, strict=True))) for chosen in product(*map(sorted, options)))


def _scenario(options: Mapping[str, str]) -> Scenario:
    name = ", ".join(f"{event}={option}" for event, option in options.items())
    return Scenario(name or "always", immutabledict(options))


def _events_that_matter(dossier: Dossier, courses: Sequence[Course], sheets: Sequence[Sheet]) -> set[str]:
    found: set[str] = set()
    for course in courses:
        conditions = [effect.when for effect in dossier.effects.values()]
        conditions += [need.when for need in deciding_needs(dossier, course.track)]
        conditions += [outcome.when for outcome in dossier.outcomes.values()]
        found |= set(_open_variables(dossier, course, conditions))
    while more := set(_governing(dossier, courses, found, sheets)) - found:
        found |= more
    return found


def _open_variables(
    dossier: Dossier, course: Course, conditions: Iterable[Mapping[str, Sequence[str]]]
) -> Iterator[str]:
    """Events and moves left open by a course in conditions that it does not rule out."""
    for when in conditions:
        if holds(when, dossier, course) is not False:
            yield from (key for key in when if key not in course.fixes and _is_event(dossier, key))


def _governing(dossier: Dossier, courses: Sequence[Course], events: set[str], sheets: Sequence[Sheet]) -> Iterator[str]:
    """Events on which a judged likelihood hangs: of these events, or of an effect of these courses."""
    for sheet in sheets:
        for key, likelihood in sheet.likelihood.items():
            if key in events or key in dossier.effects:
                for course in courses:
                    yield from _open_variables(dossier, course, [case.when for case in likelihood.cases])


def _is_event(dossier: Dossier, key: str) -> bool:
    return key in dossier.events or key in dossier.moves


def sides_of(dossier: Dossier, parties: Iterable[str]) -> tuple[str, ...]:
    """The sides on which parties stand, each once, in the order of their ids."""
    return tuple(sorted({side_of(dossier, party) for party in parties}))
