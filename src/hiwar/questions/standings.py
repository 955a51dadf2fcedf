"""Where the parts of each side stand: as the case has it, and otherwise where a sheet judges it otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from immutabledict import immutabledict

from hiwar.dossier.actors import Position
from hiwar.dossier.model import Dossier
from hiwar.dossier.records import Item
from hiwar.questions.answer import CannotAnswer, Ground
from hiwar.questions.judgements import Judgements
from hiwar.questions.provenance import ground_of

Camp = Literal["for", "neutral", "against"]
CAMPS: tuple[Camp, ...] = ("for", "neutral", "against")
NOT_STATED = "not_stated"
CONTESTED = "contested"
"""The sheets place a party differently, so that it may stand anywhere."""


@dataclass(frozen=True)
class Standing:
    """Where a party stands on one matter."""

    party: str
    on: str
    """``variable=option``; of several options any of which is meant, ``variable=first|second``."""
    stance: str
    """A camp, ``conditional``, ``divided``, ``unknown``, ``contested`` or ``not_stated``."""
    parts: Mapping[Camp, Fraction] = field(default_factory=immutabledict)
    """Camp to the share of the party that is known to be in it; the rest may be anywhere."""
    leaning: Camp | None = None
    """The camp in which a conditional party would be if its condition held; none where it is not written down."""
    when: tuple[str, ...] = ()
    """The condition, as ``variable=option``."""
    ground: Ground = Ground.SOURCE
    trace: tuple[str, ...] = ()

    @property
    def open(self) -> Fraction:
        """The share of the party of which it is not known where it stands."""
        return 1 - sum(self.parts.values(), Fraction(0))


def standings_of(judgements: Judgements) -> Mapping[tuple[str, str], Standing]:
    """Party and matter to where the party stands; what neither case nor sheets say is left out."""
    found = {**_of_options(judgements.dossier), **_of_positions(judgements.dossier), **_of_sheets(judgements)}
    return immutabledict(dict(sorted(found.items())))


def not_stated(party: str, on: str) -> Standing:
    """The standing of a party of which nothing is said: it may stand anywhere."""
    return Standing(party, on, NOT_STATED, trace=(party,))


def variables_of(on: str) -> tuple[str, ...]:
    """The variables that a matter is about."""
    return tuple(part.partition("=")[0] for part in on.split(", "))


def parts_of(dossier: Dossier, party: str) -> tuple[str, ...]:
    """The parties that belong to a party, one step down the tree."""
    return tuple(key for key, one in sorted(dossier.parties.items()) if one.of == party)


def weights_of(dossier: Dossier, parties: Sequence[str]) -> Mapping[str, Fraction]:
    """Share of each of several parties of one level: by seats where all have seats, else one voice each."""
    seats = {party: dossier.parties[party].seats for party in parties}
    total = sum(count or 0 for count in seats.values())
    if all(seats.values()) and total:
        return {party: Fraction(count or 0, total) for party, count in seats.items()}
    return {party: Fraction(1, len(parties)) for party in parties}


def _of_options(dossier: Dossier) -> Mapping[tuple[str, str], Standing]:
    """What options of issues say of who wants and who rejects them."""
    said: dict[tuple[str, str], dict[Camp, Standing]] = {}
    for issue in dossier.issues.values():
        for option in issue.options.values():
            wants: tuple[tuple[Camp, Mapping[str, str]], ...] = (
                ("for", option.prefers), ("against", option.rejects), ("against", option.red_line_of)
            )  # fmt: skip
            for camp, parties in wants:
                for party, whose in parties.items():
                    on = f"{issue.id}={option.id}"
                    ground = ground_of(is_stated=whose == "source")
                    one = Standing(party, on, camp, {camp: Fraction(1)}, None, (), ground, (issue.id, party))
                    said.setdefault((party, on), {})[camp] = one
    return {key: next(iter(camps.values())) if len(camps) == 1 else _split(camps) for key, camps in said.items()}


def _split(camps: Mapping[Camp, Standing]) -> Standing:
    """A party that is said both to want and to reject the same thing."""
    one = next(iter(camps.values()))
    return Standing(one.party, one.on, "divided", ground=one.ground, trace=one.trace)


def _of_positions(dossier: Dossier) -> Mapping[tuple[str, str], Standing]:
    grouped: dict[tuple[str, str], list[Position]] = {}
    for _, position in sorted(dossier.positions.items()):
        grouped.setdefault((position.party, matter_of(position.on)), []).append(position)
    return {key: _joined(*key, positions) for key, positions in grouped.items()}


def matter_of(on: Mapping[str, Sequence[str]]) -> str:
    """A condition as one name of a matter."""
    return ", ".join(f"{variable}={'|'.join(sorted(options))}" for variable, options in sorted(on.items()))


def _joined(party: str, on: str, positions: Sequence[Position]) -> Standing:
    """One or several positions of the same party on the same matter."""
    trace = (*(position.id for position in positions), party)
    ground = _ground(positions)
    if positions[0].share is None and len({(one.stance, one.share, one.when) for one in positions}) == 1:
        return _single(positions[0], on, ground, trace)
    parts: dict[Camp, Fraction] = {}
    for position in positions:
        if position.share is not None and _is_plain(position):
            camp = _camp(position.stance)
            parts[camp] = parts.get(camp, Fraction(0)) + Fraction(str(position.share))
    whole = sum(parts.values(), Fraction(0))
    if whole > 1:
        named = ", ".join(position.id for position in positions)
        raise CannotAnswer(f"the parts of {party} on {on} add up to more than the whole: lower a share of {named}")
    rest = {position.stance if _is_plain(position) else None for position in positions if position.share is None}
    if len(rest) == 1 and (stance := rest.pop()) is not None and whole < 1:
        parts[_camp(stance)] = parts.get(_camp(stance), Fraction(0)) + 1 - whole
    is_whole = len(parts) == 1 and sum(parts.values()) == 1
    held = next(iter(parts)) if is_whole else "divided"
    return Standing(party, on, held, immutabledict(parts), None, (), ground, trace)


def _single(position: Position, on: str, ground: Ground, trace: tuple[str, ...]) -> Standing:
    """A whole party in one place; a stance that hangs on a condition is open until the condition is settled."""
    when = tuple(f"{variable}={'|'.join(options)}" for variable, options in sorted(position.when.items()))
    if _is_plain(position):
        camp = _camp(position.stance)
        return Standing(position.party, on, camp, {camp: Fraction(1)}, None, (), ground, trace)
    if position.stance in CAMPS:
        return Standing(position.party, on, "conditional", {}, _camp(position.stance), when, ground, trace)
    leaning: Camp | None = "for" if position.stance == "conditional" and when else None
    return Standing(position.party, on, position.stance, {}, leaning, when, ground, trace)


def _is_plain(position: Position) -> bool:
    """One of the camps, without a condition."""
    return position.stance in CAMPS and not position.when


def _camp(stance: str) -> Camp:
    return next(camp for camp in CAMPS if camp == stance)


def _ground(items: Sequence[Item]) -> Ground:
    return ground_of(is_stated=all(item.is_stated for item in items))


def _of_sheets(judgements: Judgements) -> Mapping[tuple[str, str], Standing]:
    said: dict[tuple[str, str], dict[str, str]] = {}
    for party, variable, option, sheet, stance in _judged(judgements):
        said.setdefault((party, f"{variable}={option}"), {})[sheet] = stance
    return {key: _of_one(*key, stances) for key, stances in said.items()}


def _of_one(party: str, on: str, stances: Mapping[str, str]) -> Standing:
    """What the sheets that speak of a party say; where they do not say the same it may stand anywhere."""
    trace = (party, *(f"{sheet}:positions:{party}" for sheet in stances))
    stance = next(iter(stances.values())) if len(set(stances.values())) == 1 else CONTESTED
    parts = {_camp(stance): Fraction(1)} if stance in CAMPS else {}
    return Standing(party, on, stance, parts, None, (), Ground.ANALYST, trace)


def _judged(judgements: Judgements) -> Iterator[tuple[str, str, str, str, str]]:
    for sheet in judgements.sheets:
        for party, variables in sheet.positions.items():
            for variable, options in variables.items():
                for option, judged in options.items():
                    yield party, variable, option, sheet.id, str(judged.value)
