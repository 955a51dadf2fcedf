"""What the common negotiation platforms can hold: issues, options, additive worths, reservation values."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from hiwar.methods.packages import ModelError, Negotiation, Party, compile_arrays
from hiwar.methods.packages.arrays import exact

DIGITS = 9
"""Decimals kept where points written with more are too fine to be added up exactly."""
MOST_INTEGERS = 1_000
"""An issue that is a range of whole numbers is taken up to so many."""
_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")


def refuse_what_would_be_lost(form: Negotiation, platform: str) -> None:
    """Refuse a negotiation that these platforms cannot hold without becoming another one.

    Raises
    ------
    ModelError
        Naming everything that has no place there.
    """
    lost = {
        "rules": bool(form.rules),
        "red lines": any(party.red_lines for party in form.parties),
        "interactions": any(party.interactions for party in form.parties),
        "options fixed beforehand": bool(form.fixed),
        "issues that may be left unsettled": any(issue.may_be_unsettled for issue in form.issues),
    }
    if found := [what for what, is_there in lost.items() if is_there]:
        raise ModelError(f"{platform} has no place for {' and '.join(found)}; without them it would be another case")


def rounded_if_needed(form: Negotiation) -> tuple[Negotiation, tuple[str, ...]]:
    """Points with fewer decimals where they are too fine to be added up exactly, and a notice that says so."""
    try:
        compile_arrays(form)
    except ModelError as problem:
        if "Give fewer digits" not in str(problem):
            raise
        parties = tuple(_rounded(party) for party in form.parties)
        most = f"{len(form.issues) * 0.5:g} x 10^-{DIGITS}"
        return replace(form, parties=parties), (
            f"Points are rounded to {DIGITS} decimals; those of a package are off by {most} at most.",
        )
    return form, ()


def _rounded(party: Party) -> Party:
    def near(number: Fraction) -> Fraction:
        return round(number, DIGITS)

    worths = {
        issue: {option: near(exact(worth, party.name)) for option, worth in options.items()}
        for issue, options in party.worths.items()
    }
    reservation = party.reservation_value
    return replace(
        party,
        worths=worths,
        reservation_value=None if reservation is None else near(exact(reservation, party.name)),
    )


def file_names(stem: str, parties: Iterable[str], ending: str) -> list[str]:
    """A name of a file for each party, different ones for different parties."""
    return [
        f"{stem}-{number}-{_NOT_IN_A_NAME.sub('_', name).strip('_') or 'party'}{ending}"
        for number, name in enumerate(parties, start=1)
    ]


def names_of_their_own(names: Sequence[str]) -> list[str]:
    """Names with a number added where one occurs twice."""
    found: list[str] = []
    for name in names:
        new, number = name, 1
        while new in found:
            number += 1
            new = f"{name} ({number})"
        found.append(new)
    return found
