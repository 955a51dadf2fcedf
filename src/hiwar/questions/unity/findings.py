"""How united each side is, as findings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hiwar.dossier.model import Dossier, side_of
from hiwar.questions.answer import Finding, Firmness, Ground, Table
from hiwar.questions.provenance import ground_of
from hiwar.questions.standings import NOT_STATED
from hiwar.questions.unity.index import Standings, heard_in, said
from hiwar.questions.unity.matters import Matter, standing_of
from hiwar.questions.unity.readings import CLAIMS_OF, TIED_HANDS, WEAKENS, Effect, claims_of

_SIDES: Mapping[str, str] = {
    "not_unified": "unity.side_not_unified",
    "unified": "unity.side_unified",
    "cannot_be_told": "unity.side_open",
}


def findings_of(
    dossier: Dossier, standings: Standings, matters: Sequence[Matter], overall: Table, effects: Sequence[Effect]
) -> Iterator[Finding]:
    """Side by side: the verdict, matter by matter, who divides it, what that does, and what is beside it."""
    for row, trace in zip(overall.records(), overall.traces, strict=True):
        side = row["side"]
        own = [one for one in matters if one.side == side]
        if not own:
            yield Finding("unity.no_positions", {"party": side}, Firmness.CANNOT_BE_TOLD, trace=(side,))
            continue
        yield _side_finding(side, row["verdict"], own, trace)
        for matter in own:
            yield from _matter_findings(matter)
        yield from _divider_findings(side, own)
        yield from _silent_findings(dossier, standings, side, own)
        yield from _reading_findings(dossier, side, [one for one in effects if one.matter.side == side])
        yield from _advice_findings(dossier, side, own)
        yield from _power_findings(dossier, side)


def _side_finding(side: str, verdict: str, own: Sequence[Matter], trace: tuple[str, ...]) -> Finding:
    """The verdict on a side, with the matters that make it."""
    ons = tuple(one.on for one in own if verdict != "not_unified" or one.all.verdict == "not_unified")
    firmness = Firmness.CANNOT_BE_TOLD if verdict == "cannot_be_told" else Firmness.CERTAIN
    return Finding(_SIDES[verdict], {"party": side, "ons": ons}, firmness, trace=trace)


def _matter_findings(matter: Matter) -> Iterator[Finding]:
    """One matter: how it is seen, and who is not known to stand anywhere on it."""
    base = {"party": matter.side, "on": matter.on}
    if matter.all.verdict == "not_unified":
        states = {"supporters": "for", "opponents": "against", "split": "divided", "neutrals": "neutral"}
        blocs = {name: matter.blocs(state) for name, state in states.items()}
        counts = {f"{name}_count": len(found) for name, found in blocs.items()}
        yield Finding("unity.not_unified", {**base, **blocs, **counts}, Firmness.CERTAIN, trace=matter.trace)
    elif matter.all.verdict == "unified":
        parties = tuple(dict.fromkeys(voice.bloc for voice in matter.voices))
        values = {**base, "kind": matter.all.largest, "parties": parties}
        yield Finding("unity.unified", values, Firmness.CERTAIN, trace=matter.trace)
    elif matter.stated is not None and matter.stated.verdict == "unified":
        silent, voices = matter.blocs(NOT_STATED), said(matter.voices)
        parties = tuple(dict.fromkeys(voice.party if voice.bloc in silent else voice.bloc for voice in voices))
        told: dict[str, Any] = {**base, "kind": matter.all.largest, "parties": parties}
        told["count"] = len(set(silent) - {voice.bloc for voice in voices})
        yield Finding("unity.unites", told, Firmness.POSSIBLE, trace=matter.trace)
    yield from _open_findings(matter)


def _open_findings(matter: Matter) -> Iterator[Finding]:
    """Who is not known to stand anywhere, and who hangs on a condition."""
    unknown = matter.blocs("unknown")
    if unknown:
        values = {"party": matter.side, "on": matter.on, "parties": unknown}
        yield Finding("unity.not_known", values, Firmness.CANNOT_BE_TOLD, trace=(*unknown, *matter.trace))
    for bloc in matter.blocs("conditional"):
        standing = standing_of(matter, bloc)
        values = {"party": bloc, "on": matter.on}
        ground = Ground.COMPUTED if standing is None else standing.ground
        trace = matter.trace if standing is None else standing.trace
        if standing is None or standing.leaning is None:
            yield Finding("unity.conditional_open", values, Firmness.STATED, ground, trace)
        else:
            told = {**values, "kind": standing.leaning, "when": standing.when}
            yield Finding("unity.conditional", told, Firmness.STATED, ground, trace)


def _divider_findings(side: str, own: Sequence[Matter]) -> Iterator[Finding]:
    """Blocs that stand apart, and blocs that are divided in themselves; those of the same matters together."""
    blocs = tuple(dict.fromkeys(voice.bloc for one in own for voice in one.voices))
    for key, is_so in (("unity.stands_apart", _stands_apart), ("unity.split", _is_split)):
        grouped: dict[tuple[str, ...], list[str]] = {}
        for bloc in blocs:
            grouped.setdefault(tuple(one.on for one in own if is_so(one, bloc)), []).append(bloc)
        for ons, parties in grouped.items():
            if ons:
                trace = tuple(dict.fromkeys((*parties, *(i for one in own if one.on in ons for i in one.trace))))
                values = {"party": side, "parties": tuple(parties), "ons": ons}
                yield Finding(key, values, Firmness.CERTAIN, trace=trace)


def _stands_apart(matter: Matter, bloc: str) -> bool:
    return bloc in matter.apart


def _is_split(matter: Matter, bloc: str) -> bool:
    return matter.state_of(bloc) == "divided"


def _silent_findings(dossier: Dossier, standings: Standings, side: str, own: Sequence[Matter]) -> Iterator[Finding]:
    """Matters on which but one bloc is said to stand, and blocs of which nothing is said at all."""
    single = tuple(one.on for one in own if len({voice.party for voice in said(one.voices)}) == 1)
    if single:
        trace = tuple(dict.fromkeys(item for one in own if one.on in single for item in one.trace))
        yield Finding("unity.one_voice", {"party": side, "ons": single}, Firmness.CANNOT_BE_TOLD, trace=trace)
    heard = heard_in(dossier, standings)
    silent = tuple(
        key
        for key, party in sorted(dossier.parties.items())
        if "domestic_bloc" in party.roles and side_of(dossier, key) == side and key not in heard and party.of == side
    )
    if silent:
        yield Finding("unity.silent", {"party": side, "parties": silent}, Firmness.CANNOT_BE_TOLD, trace=silent)


def _reading_findings(dossier: Dossier, side: str, effects: Sequence[Effect]) -> Iterator[Finding]:
    """What each reading makes of the side's division, what the case says of it, and where the readings part."""
    for reading, effect, key in (
        (WEAKENS, "weaker", "unity.weakens"),
        (TIED_HANDS, "stronger", "unity.tied_hands"),
        (TIED_HANDS, "stronger_if", "unity.tied_hands_if"),
    ):
        found = [one for one in effects if one.reading == reading and one.effect == effect]
        if found:
            parties = tuple(dict.fromkeys(party for one in found for party in one.because))
            values = {"party": side, "ons": tuple(one.matter.on for one in found), "parties": parties}
            trace = tuple(dict.fromkeys(item for one in found for item in (*one.matter.trace, *one.means)))
            yield Finding(key, values, Firmness.POSSIBLE, trace=trace)
    yield from _difference(side, effects)
    asked = tuple(dict.fromkeys(one.reading for one in effects))
    told = {one.effect for one in effects if one.reading == TIED_HANDS}
    if TIED_HANDS in asked and not told & {"stronger", "stronger_if"}:
        key = "unity.tied_hands_open" if "cannot_be_told" in told else "unity.tied_hands_none"
        firmness = Firmness.CANNOT_BE_TOLD if "cannot_be_told" in told else Firmness.POSSIBLE
        trace = tuple(dict.fromkeys((side, *(item for one in effects for item in one.matter.trace))))
        yield Finding(key, {"party": side}, firmness, trace=trace)
    for reading in asked:
        key = "unity.said_to_weaken" if reading == WEAKENS else "unity.said_to_strengthen"
        for claim in claims_of(dossier, CLAIMS_OF[reading], side):
            ground = ground_of(is_stated=dossier.claims[claim].is_stated)
            yield Finding(key, {"party": side, "claim": claim}, Firmness.STATED, ground, (claim,))


def _difference(side: str, effects: Sequence[Effect]) -> Iterator[Finding]:
    """Matters on which the same division is a weakness in one reading and a strength in the other."""
    weaker = [one.matter for one in effects if one.effect == "weaker"]
    stronger = {one.matter.on for one in effects if one.effect in ("stronger", "stronger_if")}
    both = [matter for matter in weaker if matter.on in stronger]
    if both:
        trace = tuple(dict.fromkeys(item for matter in both for item in matter.trace))
        values = {"party": side, "ons": tuple(matter.on for matter in both)}
        yield Finding("unity.readings_differ", values, Firmness.POSSIBLE, trace=trace)


def _advice_findings(dossier: Dossier, side: str, own: Sequence[Matter]) -> Iterator[Finding]:
    """Uniting the parts first would help; what the case holds against it is said in the same breath."""
    divided = [one for one in own if one.all.verdict == "not_unified"]
    if not divided:
        return
    parties = tuple(dict.fromkeys(bloc for one in divided for bloc in (*one.apart, *one.blocs("divided"))))
    objections = claims_of(dossier, "cannot_unite_first", side)
    lacking = tuple(
        key for key, item in sorted(dossier.capabilities.items())
        if item.on_unity == "unites" and item.has != "yes" and side_of(dossier, item.party) == side
    )  # fmt: skip
    trace = tuple(dict.fromkeys((*objections, *lacking, *(item for one in divided for item in one.trace))))
    values = {"party": side, "parties": parties, "objections": objections, "count": len(objections)}
    told = {**values, "lacking": lacking, "lacking_count": len(lacking)}
    key = "unity.unite_first" if objections or lacking else "unity.unite_first_unopposed"
    yield Finding(key, told, Firmness.POSSIBLE, trace=trace)


def _power_findings(dossier: Dossier, side: str) -> Iterator[Finding]:
    """What lets a side decide alone in spite of division: beside unity, not counted in it."""
    found = [
        (key, item) for key, item in sorted(dossier.capabilities.items())
        if item.on_unity == "decides_alone" and item.has == "yes" and side_of(dossier, item.party) == side
    ]  # fmt: skip
    for key, item in found:
        values = {"party": side, "holder": item.party, "item": key}
        ground = ground_of(is_stated=item.is_stated)
        yield Finding("unity.decides_alone", values, Firmness.STATED, ground, (key, item.party))
    if not found:
        yield Finding("unity.decides_alone_not_stated", {"party": side}, Firmness.CANNOT_BE_TOLD, trace=(side,))
