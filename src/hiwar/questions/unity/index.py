"""How far the parts of a side agree on one matter, with exact bounds where it is not known where some of them stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hiwar.dossier.model import Dossier
from hiwar.questions.standings import (
    CAMPS,
    NOT_STATED,
    Camp,
    Standing,
    not_stated,
    parts_of,
    weights_of,
)

Standings = Mapping[tuple[str, str], Standing]
Span = tuple[Fraction, Fraction]


@dataclass(frozen=True)
class Voice:
    """A part of a side that counts on a matter."""

    standing: Standing
    weight: Fraction
    """Share of the side."""
    bloc: str
    """The part directly under the principal that it is, or belongs to."""

    @property
    def party(self) -> str:
        """Whose voice it is."""
        return self.standing.party


def voices_of(dossier: Dossier, standings: Standings, side: str, on: str) -> tuple[Voice, ...]:
    """The parts of a side that count on a matter; their weights add up to 1.

    A part counts once it is said to stand anywhere, or has seats; where it is not said to stand on this matter it may
    stand anywhere. A part of which nothing is said on this matter, but whose own parts are placed on it, is made up of
    these.
    """
    heard = heard_in(dossier, standings)
    blocs = [key for key in parts_of(dossier, side) if key in heard]
    weights = weights_of(dossier, blocs)
    return tuple(
        Voice(standing, weights[bloc] * share, bloc)
        for bloc in blocs
        for standing, share in _within(dossier, standings, heard, bloc, on)
    )


def heard_in(dossier: Dossier, standings: Standings) -> frozenset[str]:
    """Parties that are placed on some matter or have seats, and those to which such parties belong."""
    found: set[str] = set()
    for key in {*(party for party, _ in standings), *(key for key, one in dossier.parties.items() if one.seats)}:
        party: str | None = key
        while party is not None and party not in found:
            found.add(party)
            party = dossier.parties[party].of
    return frozenset(found)


def _within(
    dossier: Dossier, standings: Standings, heard: frozenset[str], party: str, on: str
) -> Iterable[tuple[Standing, Fraction]]:
    """A party as one voice, or the voices it is made up of, with their shares of it."""
    if (party, on) in standings:
        return ((standings[party, on], Fraction(1)),)
    inside = [key for key in parts_of(dossier, party) if key in heard]
    weights = weights_of(dossier, inside) if inside else {}
    found = [
        (standing, weights[key] * share)
        for key in inside
        for standing, share in _within(dossier, standings, heard, key, on)
    ]
    is_said = any(standing.stance != NOT_STATED for standing, _ in found)
    return found if is_said else ((not_stated(party, on), Fraction(1)),)


@dataclass(frozen=True)
class Unity:
    """How far voices agree: the largest camp, the agreement index from its least to its most, and the verdict."""

    camps: Mapping[Camp, Fraction]
    """Camp to the share of the side that is known to be in it."""
    largest: Camp | None
    """The camp known to be larger than any other known one."""
    low: Fraction
    high: Fraction
    verdict: str
    """``unified``, ``not_unified`` or ``cannot_be_told``."""


def unity_of(voices: Sequence[Voice]) -> Unity:
    """Agreement among voices, over everything that may be true of those whose standing is open.

    One voice alone tells nothing: a side has more. Unified: at least two voices, all known to stand in one camp. Not
    unified: two camps are known to be held, or a voice is divided in itself. Else it cannot be told.
    """
    total = sum((voice.weight for voice in voices), Fraction(0))
    if not total:
        return Unity({}, None, Fraction(0), Fraction(1), "cannot_be_told")
    camps = {
        camp: sum((v.weight * v.standing.parts.get(camp, 0) for v in voices), Fraction(0)) / total for camp in CAMPS
    }
    low, high = agreement_bounds(camps) if len(voices) > 1 else (Fraction(0), Fraction(1))
    held = [camp for camp in CAMPS if camps[camp]]
    if len(held) > 1 or any(voice.standing.stance == "divided" for voice in voices):
        verdict = "not_unified"
    else:
        verdict = "unified" if low == 1 and len(voices) > 1 else "cannot_be_told"
    return Unity(camps, _largest(camps), low, high, verdict)


def agreement_bounds(camps: Mapping[Camp, Fraction]) -> Span:
    """Least and most of the agreement index, where what is missing to 1 may be in any camp.

    With shares of three camps the index of Hix, Noury and Roland is (3 m - 1) / 2 for the largest share m. The least m
    is the largest known share, or a third where the open part can even the camps out; the most is the largest known
    share with all that is open.
    """
    largest = max(camps.values())
    least = max(largest, Fraction(1, 3))
    most = largest + 1 - sum(camps.values(), Fraction(0))
    return index_of(least), index_of(most)


def index_of(largest: Fraction) -> Fraction:
    """Agreement index for the share of the largest of three camps: 0 where they are even, 1 where there is but one."""
    return (3 * largest - 1) / 2


def _largest(camps: Mapping[Camp, Fraction]) -> Camp | None:
    first, second = sorted(camps.values(), reverse=True)[:2]
    return next(camp for camp in CAMPS if camps[camp] == first) if first > second else None


def said(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """The voices of which anything is said, be it that they are not known to stand anywhere."""
    return tuple(voice for voice in voices if voice.standing.stance != NOT_STATED)


def as_if_conditions_held(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """The voices with every conditional one where it would stand if its condition held."""
    return tuple(
        Voice(_decided(voice.standing), voice.weight, voice.bloc) if voice.standing.leaning else voice
        for voice in voices
    )


def _decided(one: Standing) -> Standing:
    if one.leaning is None:
        return one
    return Standing(one.party, one.on, one.leaning, {one.leaning: Fraction(1)}, None, (), one.ground, one.trace)
