"""The scopes that a dialogue can have, and how far each serves one party more than another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hiwar.dossier.model import Dossier, main_domain
from hiwar.dossier.variables import Option
from hiwar.questions.answer import Settings
from hiwar.questions.negotiations import Bargain
from hiwar.questions.reach import DRAWS, Reach, drawn_reaches

WHOLE = "whole"
"""Every issue of the case."""


@dataclass(frozen=True)
class Scope:
    """A choice of what the dialogue is about."""

    id: str
    """``issue=option``, a main domain, or ``whole``."""
    issues: tuple[str, ...]
    option: Option | None = None
    variable: str | None = None

    @property
    def given(self) -> tuple[str, str] | None:
        """The issue and the option that make the scope; rules that speak of them hold in it."""
        return None if self.option is None or self.variable is None else (self.variable, self.option.id)


def scopes_of(dossier: Dossier) -> tuple[Scope, ...]:
    """The scopes that options of the case name by what they cover, else one per main domain; and the whole agenda."""
    named = [
        Scope(f"{issue.id}={option.id}", covered(dossier, option.covers), option, issue.id)
        for issue in dossier.issues.values()
        for option in issue.options.values()
        if option.covers
    ]
    if not named:
        mains = sorted({main_domain(dossier, key) for issue in dossier.issues.values() for key in issue.domains})
        named = [Scope(domain, covered(dossier, (domain,))) for domain in mains]
    return (*sorted(named, key=lambda scope: scope.id), Scope(WHOLE, tuple(sorted(dossier.issues))))


def covered(dossier: Dossier, names: Sequence[str]) -> tuple[str, ...]:
    """Issues that are named, or that lie in a domain that is named."""
    mains = {main_domain(dossier, name) for name in names if name in dossier.domains}
    return tuple(
        sorted(
            key
            for key, issue in dossier.issues.items()
            if key in names or any(main_domain(dossier, domain) in mains for domain in issue.domains)
        )
    )


def courses_of(dossier: Dossier, scope: Scope) -> tuple[str, ...]:
    """Tracks that fix this scope."""
    if scope.option is None or scope.variable is None:
        return ()
    return tuple(
        key for key, track in sorted(dossier.tracks.items()) if scope.option.id in track.fixes.get(scope.variable, ())
    )


@dataclass(frozen=True)
class Sided:
    """How far a scope serves one party more than another, each measured against its own reach over the whole agenda."""

    scope: str
    favours: str
    against: str
    difference: Fraction
    """Share of the favoured party less that of the other, at the middle of the judgements."""
    held: float
    """Share of the drawn sets of judgements in which it is so."""
    reversed: float
    """Share of them in which it is the other way round; in the rest both keep the same share."""


def one_sided(
    bargains: Mapping[str, Bargain | None], reaches: Mapping[str, Reach], settings: Settings
) -> tuple[Sided, ...]:
    """Scopes that leave one party a larger share of its reach than another, the widest difference of each.

    Over the whole agenda everybody reaches all that it can reach, so it favours nobody.
    """
    known = {key: bargain for key, bargain in bargains.items() if bargain is not None}
    if WHOLE not in known or not reaches[WHOLE].best:
        return ()
    sides = {scope: _sides(reach, reaches[WHOLE]) for scope, reach in reaches.items() if scope != WHOLE}
    counts = {scope: [0, 0] for scope in sides}
    for drawn in drawn_reaches(known, WHOLE, settings):
        for scope, found in sides.items():
            if found is not None:
                first, second = (drawn[scope].share_of(party, drawn[WHOLE]) for party in found[:2])
                if first is not None and second is not None:
                    counts[scope][0] += first > second
                    counts[scope][1] += first < second
    return tuple(
        Sided(scope, *found, *(count / DRAWS for count in counts[scope]))
        for scope, found in sides.items()
        if found is not None
    )


def _sides(reach: Reach, whole: Reach) -> tuple[str, str, Fraction] | None:
    """Who keeps the largest share of its reach, who the smallest, and the difference; None where all keep the same."""
    shares = {party: reach.share_of(party, whole) for party in whole.best}
    known = {party: share for party, share in shares.items() if share is not None}
    if len(set(known.values())) < 2:
        return None
    favours, against = max(known, key=lambda p: (known[p], p)), min(known, key=lambda p: (known[p], p))
    return favours, against, known[favours] - known[against]
