"""What is to be approved at home, and which acts of a legislature stand against it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from immutabledict import immutabledict

from hiwar.dossier.actors import Act
from hiwar.dossier.model import Dossier
from hiwar.questions.courses import Course, breaks, variants_of


@dataclass(frozen=True)
class Subject:
    """What is to be approved: the options that a course or a package settles."""

    id: str
    course: Course
    options: tuple[str, ...]
    """``variable=option``; ``variable=first|second`` where any of several may hold."""
    is_package: bool


def subject_of_course(dossier: Dossier, course: Course) -> Subject:
    """A course as it would be put to a vote; what holds together stands apart, what may hold with bars between."""
    options = tuple(_options(dossier, course.fixes))
    return Subject(course.id, course, options, is_package=False)


def subject_of_package(dossier: Dossier, name: str, options: Sequence[str]) -> Subject:
    """A package as it would be put to a vote."""
    held: dict[str, tuple[str, ...]] = {}
    for item in sorted(options):
        variable, _, option = item.partition("=")
        held[variable] = (*held.get(variable, ()), option)
    course = Course(name, "", immutabledict(held))
    return Subject(name, course, tuple(_options(dossier, held)), is_package=True)


def _options(dossier: Dossier, fixes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for variable, found in sorted(fixes.items()):
        if variable in dossier.issues and dossier.issues[variable].allows_several:
            yield from (f"{variable}={option}" for option in found)
        else:
            yield f"{variable}={'|'.join(found)}"


def courses_to_approve(dossier: Dossier) -> tuple[Subject, ...]:
    """Every track, in each of its variants where it has some."""
    found: list[Subject] = []
    for track in sorted(dossier.tracks):
        base = Course(track, track, immutabledict({**dossier.tracks[track].fixes, "track": (track,)}))
        found += [subject_of_course(dossier, course) for course in variants_of(dossier, track) or (base,)]
    return tuple(found)


def options_in(on: str) -> tuple[str, ...]:
    """``variable=option`` of each option that a matter of one variable means; none for several variables."""
    variable, _, options = on.partition("=")
    return () if ", " in on else tuple(f"{variable}={option}" for option in options.split("|"))


def binding_force(act: Act) -> str:
    """Whether an act binds: ``yes``, ``no`` or ``unknown``; a law does where the case does not say otherwise."""
    if act.is_adopted == "no":
        return "no"
    if act.is_binding is not None:
        return act.is_binding
    return "yes" if act.form == "law" else "unknown"


def acts_against(dossier: Dossier, subject: Subject) -> tuple[str, ...]:
    """Adopted acts that demand what a subject, as the rules have it, leaves no room for."""
    return tuple(
        key for key, act in sorted(dossier.acts.items())
        if act.is_adopted != "no" and any(_is_against(dossier, subject, *demand) for demand in act.demands.items())
    )  # fmt: skip


def _is_against(dossier: Dossier, subject: Subject, variable: str, demanded: Sequence[str]) -> bool:
    held = subject.course.fixes.get(variable, ())
    if not held or set(held) & set(demanded):
        return False
    issue = dossier.issues.get(variable)
    if issue is None or not issue.allows_several:
        return True
    return all(_clashes(dossier, subject.course, variable, option) for option in demanded)


def _clashes(dossier: Dossier, course: Course, variable: str, option: str) -> bool:
    """Whether an option cannot join a course without breaking a rule that the course alone keeps."""
    joined = Course(course.id, course.track, {**course.fixes, variable: (*course.fixes[variable], option)})
    return any(breaks(dossier, joined, key) and not breaks(dossier, course, key) for key in dossier.rules)
