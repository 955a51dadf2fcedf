"""What the parts of each side are said to stand on, matter by matter, issue by issue and overall."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hiwar.dossier.model import Dossier, principals, side_of
from hiwar.questions.answer import Table, table_of
from hiwar.questions.standings import CAMPS, CONTESTED, Standing, variables_of
from hiwar.questions.unity.index import (
    Span,
    Standings,
    Unity,
    Voice,
    as_if_conditions_held,
    said,
    unity_of,
    voices_of,
)

Rows = list[tuple[tuple[Any, ...], tuple[str, ...]]]
STATES = (*CAMPS, "conditional", "divided", "unknown", "not_stated")
"""Where a bloc may be on a matter; blocs that sheets place differently are not known to stand anywhere."""


@dataclass(frozen=True)
class Matter:
    """One matter as one side stands on it."""

    side: str
    on: str
    voices: tuple[Voice, ...]
    all: Unity
    """Everybody counts; who is not said to stand on it may stand anywhere."""
    stated: Unity | None
    """Only those count of whom anything is said; None where that is one voice, which cannot disagree."""
    conditions_hold: Unity
    """As ``all``, with conditional voices where their conditions would put them."""

    def blocs(self, state: str) -> tuple[str, ...]:
        """Blocs in a state, each once; one that is made up of parts is where these are."""
        return tuple(dict.fromkeys(v.bloc for v in self.voices if self.state_of(v.bloc) == state))

    def state_of(self, bloc: str) -> str:
        """Where a bloc stands: with all of its parts, or divided where these stand apart."""
        inside = [voice.standing for voice in self.voices if voice.bloc == bloc]
        stances = {standing.stance for standing in inside}
        held = {camp for standing in inside for camp in standing.parts}
        if len(held) > 1 or "divided" in stances:
            return "divided"
        return _one_state(stances)

    @property
    def apart(self) -> tuple[str, ...]:
        """Blocs known to stand outside the largest camp."""
        if self.all.largest is None:
            return ()
        return tuple(bloc for camp in CAMPS if camp != self.all.largest for bloc in self.blocs(camp))

    @property
    def trace(self) -> tuple[str, ...]:
        """What it rests on."""
        stated = (item for voice in said(self.voices) for item in voice.standing.trace)
        return tuple(dict.fromkeys((*stated, *variables_of(self.on))))


def _one_state(stances: set[str]) -> str:
    """The state of a bloc whose parts are at most in one camp: as far as one of them is open, so is the bloc."""
    for state in ("unknown", CONTESTED, "conditional", "not_stated"):
        if state in stances:
            return "unknown" if state == CONTESTED else state
    return stances.pop()


def matters_of(dossier: Dossier, standings: Standings) -> tuple[Matter, ...]:
    """Every matter on which some part of a side is placed, side by side."""
    found = []
    for side in principals(dossier):
        inside = [one for one in standings.values() if one.party != side and side_of(dossier, one.party) == side]
        found += [_matter(dossier, standings, side, on) for on in sorted({one.on for one in inside})]
    return tuple(found)


def _matter(dossier: Dossier, standings: Standings, side: str, on: str) -> Matter:
    voices = voices_of(dossier, standings, side, on)
    heard = said(voices)
    stated = unity_of(heard) if len({voice.party for voice in heard}) > 1 else None
    return Matter(side, on, voices, unity_of(voices), stated, unity_of(as_if_conditions_held(voices)))


def matter_table(matters: Sequence[Matter]) -> Table:
    """Per matter: which blocs stand where, how far they agree from least to most, and the verdict."""
    rows: Rows = []
    for one in matters:
        spans = (*_span(one.all), *_span(one.stated), *_span(one.conditions_hold))
        blocs = tuple(one.blocs(state) for state in STATES)
        verdicts = (one.all.verdict, one.stated.verdict if one.stated else None)
        values = (one.side, one.on, *blocs, one.all.largest, one.apart, *spans, *verdicts)
        rows.append((values, one.trace))
    spans_of = ("low", "high", "low_stated", "high_stated", "low_if", "high_if")
    columns = ("side", "on", *STATES, "largest", "apart", *spans_of, "verdict", "verdict_stated")
    return table_of(columns, rows)


def share_table(matters: Sequence[Matter]) -> Table:
    """Per matter and state: the share of the side's voices in it."""
    rows: Rows = []
    for one in matters:
        for state in STATES:
            share = sum((_share(voice, state) for voice in one.voices), Fraction(0))
            if share:
                rows.append(((one.side, one.on, state, float(share)), one.trace))
    return table_of(("side", "on", "state", "share"), rows)


def _share(voice: Voice, state: str) -> Fraction:
    """The share of the side that a voice adds to a state; what is open of it goes with its stance."""
    stance = "unknown" if voice.standing.stance == CONTESTED else voice.standing.stance
    known = next((share for camp, share in voice.standing.parts.items() if camp == state), Fraction(0))
    rest = voice.standing.open if stance == state else Fraction(0)
    return voice.weight * (known + rest)


def _span(unity: Unity | None) -> tuple[float | None, float | None]:
    return (None, None) if unity is None else (float(unity.low), float(unity.high))


def standing_table(dossier: Dossier, standings: Standings, matters: Sequence[Matter]) -> Table:
    """Every standing of a part of a side, and its share of the side; none where its bloc speaks for itself."""
    weights = {(v.party, one.on): v.weight for one in matters for v in one.voices}
    sides = principals(dossier)
    rows: Rows = []
    for (party, on), standing in standings.items():
        side = side_of(dossier, party)
        if side in sides and party != side:
            weight = weights.get((party, on))
            values = (side, party, on, standing.stance, standing.leaning, standing.when)
            last = (None if weight is None else float(weight), standing.ground.value)
            rows.append(((*values, *last), standing.trace))
    columns = ("side", "party", "on", "stance", "leaning", "when", "weight", "ground")
    return table_of(columns, sorted(rows, key=lambda row: (sides.index(row[0][0]), row[0][2], row[0][1])))


@dataclass(frozen=True)
class Issue:
    """An issue, or the tracks, as one side stands on it: no more united than on its weakest option."""

    side: str
    id: str
    matters: tuple[Matter, ...]
    all: Span
    stated: Span | None
    """None where nowhere in it more than one bloc is said to stand."""
    verdict: str

    @property
    def trace(self) -> tuple[str, ...]:
        """What it rests on."""
        return tuple(dict.fromkeys(item for matter in self.matters for item in matter.trace))


def issues_of(matters: Sequence[Matter]) -> tuple[Issue, ...]:
    """The issues on which parts of a side are placed."""
    grouped: dict[tuple[str, str], list[Matter]] = {}
    for one in matters:
        for variable in variables_of(one.on):
            grouped.setdefault((one.side, variable), []).append(one)
    return tuple(_issue(*key, tuple(found)) for key, found in grouped.items())


def _issue(side: str, variable: str, found: tuple[Matter, ...]) -> Issue:
    stated = [one.stated for one in found if one.stated is not None]
    verdict = verdict_of([one.all.verdict for one in found])
    return Issue(side, variable, found, _least([one.all for one in found]), _least(stated) if stated else None, verdict)


def _least(unities: Sequence[Unity]) -> Span:
    return min(one.low for one in unities), min(one.high for one in unities)


def verdict_of(verdicts: Sequence[str]) -> str:
    """Divided on one is divided; united on all is united; all else cannot be told."""
    if "not_unified" in verdicts:
        return "not_unified"
    return "unified" if verdicts and set(verdicts) == {"unified"} else "cannot_be_told"


def issue_table(issues: Sequence[Issue]) -> Table:
    """Per issue: how far a side agrees, from least to most, and the verdict."""
    rows: Rows = [
        ((one.side, one.id, *_floats(one.all), *_floats(one.stated), one.verdict), one.trace) for one in issues
    ]
    return table_of(("side", "issue", "low", "high", "low_stated", "high_stated", "verdict"), rows)


def _floats(span: Span | None) -> tuple[float | None, float | None]:
    return (None, None) if span is None else (float(span[0]), float(span[1]))


def overall_table(dossier: Dossier, issues: Sequence[Issue]) -> Table:
    """Per side: agreement on the average of its issues, how many unite and how many divide it, and the verdict."""
    rows: Rows = []
    for side in principals(dossier):
        own = [one for one in issues if one.side == side]
        verdicts = [one.verdict for one in own]
        counts = (len(own), *(verdicts.count(word) for word in ("unified", "not_unified", "cannot_be_told")))
        means = (*_mean([one.all for one in own]), *_mean([one.stated for one in own if one.stated is not None]))
        trace = tuple(dict.fromkeys(item for one in own for item in one.trace))
        rows.append(((side, *counts, *means, verdict_of(verdicts)), (side, *trace)))
    columns = ("side", "issues", "unified", "not_unified", "cannot_be_told")
    return table_of((*columns, "low", "high", "low_stated", "high_stated", "verdict"), rows)


def _mean(spans: Sequence[Span]) -> tuple[float | None, float | None]:
    if not spans:
        return None, None
    low, high = (sum(ends, Fraction(0)) / len(spans) for ends in zip(*spans, strict=True))
    return float(low), float(high)


def divider_table(dossier: Dossier, matters: Sequence[Matter]) -> Table:
    """Per bloc: matters on which it stands outside the largest camp, and those on which it is divided in itself."""
    rows: Rows = []
    for side in principals(dossier):
        own = [one for one in matters if one.side == side]
        for bloc in dict.fromkeys(voice.bloc for one in own for voice in one.voices):
            apart = tuple(one.on for one in own if bloc in one.apart)
            split = tuple(one.on for one in own if one.state_of(bloc) == "divided")
            trace = tuple(dict.fromkeys(item for one in own if one.on in (*apart, *split) for item in one.trace))
            if apart or split:
                rows.append(((side, bloc, apart, split), (bloc, *trace)))
    rows.sort(key=lambda row: (principals(dossier).index(row[0][0]), -len(row[0][2]) - len(row[0][3])))
    return table_of(("side", "party", "apart", "split"), rows)


def standing_of(matter: Matter, party: str) -> Standing | None:
    """Where a party stands on a matter, if it counts there."""
    return next((voice.standing for voice in matter.voices if voice.party == party), None)
