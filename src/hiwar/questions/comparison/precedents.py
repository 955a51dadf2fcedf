"""What similar dialogues obtained, whether the seat asks for it already, and for which of its goals it could."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from hiwar.dossier.comparators import Precedent
from hiwar.dossier.model import Dossier, side_of

Status = Literal["asked", "rejected", "asked_if", "on_agenda", "not_asked"]
OPEN: tuple[Status, ...] = ("not_asked", "on_agenda", "asked_if")
"""What can still become a demand."""


@dataclass(frozen=True)
class Conclusion:
    """Something that one similar dialogue, or several, obtained."""

    precedent: Precedent
    cases: tuple[str, ...]
    """Those that obtained it."""
    against: tuple[str, ...]
    """Those that are known not to have obtained it."""
    status: Status
    """``asked``: an active goal of the seat asks for it, or the seat prefers an option that brings it; ``rejected``: it
    rejects such an option; ``asked_if``: a goal asks for it under a condition; ``on_agenda``: an option would bring
    it, which the seat is not said to want; ``not_asked``: none of these."""
    goals: tuple[str, ...]
    """Goals of the seat that it would serve."""


def conclusions_of(dossier: Dossier, cases: Sequence[str]) -> tuple[Conclusion, ...]:
    """What these dialogues, and no others, teach."""
    found = (_conclusion(dossier, precedent, cases) for precedent in dossier.precedents.values())
    return tuple(one for one in found if one.cases)


def own_goals(dossier: Dossier, goals: Sequence[str]) -> tuple[str, ...]:
    """Those of these goals that the side of the seat holds."""
    side = side_of(dossier, dossier.seat)
    return tuple(goal for goal in goals if any(side_of(dossier, owner) == side for owner in dossier.goals[goal].owner))


def _conclusion(dossier: Dossier, precedent: Precedent, cases: Sequence[str]) -> Conclusion:
    told = {answer: tuple(case for case in cases if precedent.obtained.get(case) == answer) for answer in ("yes", "no")}
    goals = own_goals(dossier, precedent.serves)
    return Conclusion(precedent, told["yes"], told["no"], _status(dossier, precedent), goals)


def _status(dossier: Dossier, precedent: Precedent) -> Status:
    goals = own_goals(dossier, precedent.same_as)
    options = [
        option
        for variable, names in precedent.options.items()
        if variable in dossier.issues
        for name, option in dossier.issues[variable].options.items()
        if name in names
    ]
    if any(not dossier.goals[goal].when for goal in goals) or any(_ours(dossier, one.prefers) for one in options):
        return "asked"
    if any(_ours(dossier, (*one.rejects, *one.red_line_of)) for one in options):
        return "rejected"
    if goals:
        return "asked_if"
    return "on_agenda" if precedent.options else "not_asked"


def _ours(dossier: Dossier, parties: Iterable[str]) -> bool:
    side = side_of(dossier, dossier.seat)
    return any(side_of(dossier, party) == side for party in parties)
