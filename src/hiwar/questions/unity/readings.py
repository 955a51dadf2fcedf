"""What division at home does to a negotiator: two readings that say the opposite, side by side or one of them.

``weakens``: who is divided cannot promise firmly, and the others can play on it. ``tied_hands`` (Schelling; Putnam):
who would be stopped at home can refuse credibly. The second needs somebody at home who is against and can stop it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hiwar.dossier.model import Dossier, principals, side_of
from hiwar.questions.answer import Settings, Table, table_of
from hiwar.questions.institutions import blockers
from hiwar.questions.standings import NOT_STATED
from hiwar.questions.unity.matters import Matter, Rows

WEAKENS, TIED_HANDS = "weakens", "tied_hands"
CLAIMS_OF: Mapping[str, str] = {WEAKENS: "division_weakens", TIED_HANDS: "division_strengthens"}
"""Reading to what a claim that states it is marked with."""


@dataclass(frozen=True)
class Effect:
    """What a reading makes of a side's standing on one matter."""

    reading: str
    matter: Matter
    effect: str
    """``weaker``, ``stronger``, ``stronger_if``, ``none`` or ``cannot_be_told``."""
    because: tuple[str, ...]
    """Blocs that divide it, or that would stop it at home."""
    means: tuple[str, ...] = ()
    """By what those would stop it."""


def effects_of(dossier: Dossier, matters: Sequence[Matter], settings: Settings) -> tuple[Effect, ...]:
    """Each matter under each reading that is asked for."""
    wanted = (WEAKENS, TIED_HANDS) if settings.division == "both" else (settings.division,)
    power = blockers(dossier)
    found = []
    for matter in matters:
        found += [_weakens(matter)] if WEAKENS in wanted else []
        found += [_tied_hands(dossier, matter, power)] if TIED_HANDS in wanted else []
    return tuple(found)


def _weakens(matter: Matter) -> Effect:
    effect = {"not_unified": "weaker", "unified": "none"}.get(matter.all.verdict, "cannot_be_told")
    dividing = (*matter.apart, *matter.blocs("divided"))
    if matter.all.largest is None and effect == "weaker":
        dividing = (*matter.blocs("for"), *matter.blocs("against"), *matter.blocs("divided"))
    open_ = (*matter.blocs("conditional"), *matter.blocs("unknown"), *matter.blocs(NOT_STATED))
    return Effect(WEAKENS, matter, effect, dividing if effect == "weaker" else open_ if effect != "none" else ())


def _tied_hands(dossier: Dossier, matter: Matter, power: Mapping[str, tuple[str, ...]]) -> Effect:
    """Who can stop something at home, and where they stand on this: one that is firmly against is enough."""
    states = {bloc: _against(matter, bloc) for bloc in dict.fromkeys(voice.bloc for voice in matter.voices)}
    means = {bloc: _means(dossier, bloc, power) for bloc in states}
    for state, effect in (("against", "stronger"), ("against_if", "stronger_if"), ("open", "cannot_be_told")):
        found = tuple(bloc for bloc in states if states[bloc] == state and means[bloc])
        if found:
            return Effect(TIED_HANDS, matter, effect, found, tuple(dict.fromkeys(m for b in found for m in means[b])))
    nobody_named = not any(means.values())
    return Effect(TIED_HANDS, matter, "cannot_be_told" if nobody_named else "none", matter.blocs("against"))


def _against(matter: Matter, bloc: str) -> str:
    """Whether a bloc is against: firmly, on a condition, perhaps, or not."""
    state = matter.state_of(bloc)
    leanings = {voice.standing.leaning for voice in matter.voices if voice.bloc == bloc}
    if state == "against":
        return "against"
    if state == "conditional" and leanings == {"against"}:
        return "against_if"
    return "open" if state in ("conditional", "divided", "unknown", NOT_STATED) else "not"


def _means(dossier: Dossier, bloc: str, power: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """By what a bloc, or a party inside it, can stop something."""
    return tuple(item for party, items in power.items() if _belongs(dossier, party, bloc) for item in items)


def _belongs(dossier: Dossier, party: str | None, bloc: str) -> bool:
    seen: set[str] = set()
    while party is not None and party not in seen:
        if party == bloc:
            return True
        seen.add(party)
        party = dossier.parties[party].of
    return False


def reading_table(effects: Sequence[Effect]) -> Table:
    """Per matter and reading: what it makes of the side's standing, and because of whom."""
    rows: Rows = [
        ((one.matter.side, one.matter.on, one.reading, one.effect, one.because, one.means),
         (*one.matter.trace, *one.means))
        for one in effects
    ]  # fmt: skip
    return table_of(("side", "on", "reading", "effect", "because", "means"), rows)


def claims_of(dossier: Dossier, marked: str, side: str | None = None) -> tuple[str, ...]:
    """Claims of the case that are marked so: those about a side, or all."""
    return tuple(
        key
        for key, claim in sorted(dossier.claims.items())
        if claim.on_unity == marked and (side is None or _is_about(dossier, claim.about, side))
    )


def _is_about(dossier: Dossier, about: Sequence[str], side: str) -> bool:
    """Whether something is about a side: it names a party of it, or no party at all."""
    named = [item for item in about if item in dossier.parties]
    others = [claim for item in about if (claim := dossier.claims.get(item)) is not None]
    if named:
        return any(side_of(dossier, party) == side for party in named)
    return not others or any(_is_about(dossier, claim.about, side) for claim in others)


def claim_table(dossier: Dossier) -> Table:
    """What the case itself says of either reading, and against uniting first, for each side."""
    marks = {mark: reading for reading, mark in CLAIMS_OF.items()} | {"cannot_unite_first": "cannot_unite_first"}
    rows: Rows = [
        ((side, said, key), (key,))
        for side in principals(dossier)
        for mark, said in marks.items()
        for key in claims_of(dossier, mark, side)
    ]
    return table_of(("side", "says", "claim"), rows)


def power_table(dossier: Dossier) -> Table:
    """What lets a side decide in spite of division, or brings its parts to agree: beside unity, never in it."""
    rows: Rows = []
    for side in principals(dossier):
        for key, item in sorted(dossier.capabilities.items()):
            if item.on_unity is not None and side_of(dossier, item.party) == side:
                claims = tuple(name for name, claim in sorted(dossier.claims.items()) if key in claim.about)
                rows.append(((side, item.on_unity, item.party, key, item.has, claims), (key, item.party, *claims)))
    return table_of(("side", "on_unity", "party", "capability", "has", "claims"), rows)
