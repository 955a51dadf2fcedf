"""What the comparison comes to, and how far it may be trusted, as findings."""

from collections.abc import Iterator, Mapping
from typing import Any

from hiwar.dossier.contents import Claim
from hiwar.dossier.model import Dossier
from hiwar.questions.answer import Finding, Firmness, Ground, Table
from hiwar.questions.comparison.precedents import OPEN

Record = tuple[Mapping[str, Any], tuple[str, ...]]


def findings_of(dossier: Dossier, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Everything found, in the order of the answer; without cases that there is nothing to conclude."""
    if not dossier.comparators:
        yield Finding("comparison.no_cases", {}, Firmness.CANNOT_BE_TOLD)
        return
    yield from _known(dossier, tables)
    yield from _precedents(dossier, tables)
    yield from _demands(_records(tables["demands"]))
    yield from _nearest(_records(tables["cases"]))
    yield from _alike(tables)
    yield from _sought(dossier, _records(tables["sought"]))
    yield from _claims(dossier, tables)
    yield from _left_out(_records(tables["without"]), _records(tables["precedents"]))
    yield from _caveats(dossier)


def _records(table: Table) -> list[Record]:
    return list(zip(table.records(), table.traces or ((),) * len(table.rows), strict=True))


def _known(dossier: Dossier, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """How much of the table is filled in, and what cannot be compared at all."""
    cases = tuple(dossier.comparators)
    if len(cases) == 1:
        yield Finding("comparison.one_case", {"case": cases[0]}, Firmness.CANNOT_BE_TOLD, trace=cases)
    cells = tables["attributes"].records()
    if not cells:
        values = {"count": len(cases)}
        yield Finding("comparison.no_attributes", values, Firmness.CANNOT_BE_TOLD, trace=cases)
        return
    values = {
        "count": len(cases),
        "attributes_count": len(dossier.attributes),
        "cells_count": len(cells),
        "known_count": sum(row["values"] is not None for row in cells),
    }
    yield Finding("comparison.known", values, trace=cases)
    silent = tuple(key for key, one in dossier.attributes.items() if one.present == ("unknown",) and not one.is_outcome)
    if silent:
        yield Finding("comparison.present_unknown", {"attributes": silent}, Firmness.CANNOT_BE_TOLD, trace=silent)


def _nearest(rows: list[Record]) -> Iterator[Finding]:
    """Which case is nearest, and whether what is unknown could change that; one case alone has no rival."""
    if len(rows) < 2:
        return
    certain = [(row, trace) for row, trace in rows if row["verdict"] == "certain"]
    first = [(row, trace) for row, trace in rows if row["is_first"]]
    rivals = tuple(row["case"] for row, _ in rows if row["verdict"] == "possible" and not row["is_first"])
    trace = tuple(dict.fromkeys(key for _, keys in rows for key in keys))
    if certain:
        cases = tuple(row["case"] for row, _ in certain)
        values = {"cases": cases, "count": len(cases)}
        yield Finding("comparison.nearest", values, Firmness.CERTAIN, trace=trace)
    elif not first:
        yield Finding("comparison.nearest_unknown", {}, Firmness.CANNOT_BE_TOLD, trace=trace)
    elif len(first) > 1:
        cases = tuple(row["case"] for row, _ in first)
        values = {"cases": cases, "count": len(cases), "known": first[0][0]["known"]}
        yield Finding("comparison.nearest_tied", values, Firmness.CANNOT_BE_TOLD, trace=trace)
    else:
        row = first[0][0]
        values = {"case": row["case"], "known": row["known"], "compared": row["compared"], "rivals": rivals}
        yield Finding("comparison.nearest_so_far", values, Firmness.POSSIBLE, trace=trace)
    excluded = tuple(row["case"] for row, _ in rows if row["verdict"] == "excluded")
    if excluded:
        yield Finding("comparison.not_nearest", {"cases": excluded}, Firmness.CERTAIN, trace=trace)


def _alike(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Why: per case the attributes that are alike, alike in part, different and unknown."""
    cells = _records(tables["attributes"])
    for case in dict.fromkeys(row["case"] for row, _ in cells):
        own = [row for row, _ in cells if row["case"] == case]
        by_state = {
            state: tuple(row["attribute"] for row in own if row["state"] == state)
            for state in ("alike", "partly", "different")
        }
        counts = {f"{state}_count": len(found) for state, found in by_state.items()}
        open_ones = [row for row in own if row["state"] in ("unknown", "not_comparable")]
        values = {"case": case, **by_state, **counts, "unknown_count": len(open_ones)}
        trace = (case, *(row["attribute"] for row in own))
        yield Finding("comparison.alike", values, Firmness.CERTAIN, trace=trace)


def _sought(dossier: Dossier, rows: list[Record]) -> Iterator[Finding]:
    """Dialogues that have what the seat seeks for itself."""
    for row, trace in rows:
        values = {
            "sought": row["sought"],
            "goals": row["goals"],
            "cases": row["cases"],
            "without": row["without"],
            "without_count": len(row["without"]),
            "unknown_count": len(row["unknown"]),
        }
        if row["cases"]:
            having = [dossier.comparators[case] for case in row["cases"]]
            is_cited = all(one.attribute_cites.get(row["attribute"]) or one.cite for one in having)
            ground = Ground.SOURCE if is_cited else Ground.COMPUTED
            yield Finding("comparison.sought", values, Firmness.STATED, ground, trace)
        else:
            yield Finding("comparison.sought_by_none", values, Firmness.CANNOT_BE_TOLD, trace=trace)


def _claims(dossier: Dossier, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Demands of the case to look at one dialogue first, beside what the figures say of it."""
    rows = _records(tables["cases"])
    first = [row["case"] for row, _ in rows if row["is_first"]]
    for claim in sorted(dossier.claims.values(), key=lambda claim: claim.id):
        for row, trace in rows if claim.kind == "demand" else ():
            if {row["case"], row["party"]} & set(claim.about):
                yield _claim(claim, row, trace, tables["sought"], is_first=first == [row["case"]])


def _claim(claim: Claim, row: Mapping[str, Any], trace: tuple[str, ...], sought: Table, *, is_first: bool) -> Finding:
    has = [one["sought"] for one in sought.records() if row["case"] in one["cases"]]
    values = {
        "claim": claim.id,
        "case": row["case"],
        "sought": tuple(part for parts in has for part in parts),
        "sought_count": len(has),
    }
    trace = (claim.id, *trace)
    if row["verdict"] == "certain":
        return Finding("comparison.claim_borne_out", values, Firmness.CERTAIN, trace=trace)
    if row["verdict"] == "excluded":
        return Finding("comparison.claim_not_borne_out", values, Firmness.CERTAIN, trace=trace)
    if is_first:
        return Finding("comparison.claim_so_far", values, Firmness.POSSIBLE, trace=trace)
    return Finding("comparison.claim_open", values, Firmness.CANNOT_BE_TOLD, trace=trace)


def _precedents(dossier: Dossier, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """What others obtained, told by whether the seat asks for it; or that nothing is known of it."""
    rows = _records(tables["precedents"])
    if not rows:
        cases = tuple(dossier.comparators)
        yield Finding("comparison.nothing_known", {"count": len(cases)}, Firmness.CANNOT_BE_TOLD, trace=cases)
    for row, trace in rows:
        values = {name: row[name] for name in ("precedent", "cases", "against", "options")}
        values |= {"against_count": len(row["against"]), "unknown_count": len(row["unknown"])}
        yield Finding(_KEYS[row["status"]], values, trace=trace)
        if row["status"] in OPEN and not row["goals"]:
            yield Finding("comparison.no_goal", {"precedent": row["precedent"]}, Firmness.CANNOT_BE_TOLD, trace=trace)


_KEYS: Mapping[str, str] = {
    "asked": "comparison.asked",
    "asked_if": "comparison.asked_if",
    "rejected": "comparison.rejected",
    "on_agenda": "comparison.on_agenda",
    "not_asked": "comparison.not_asked",
}


def _demands(rows: list[Record]) -> Iterator[Finding]:
    """A demand after several dialogues; after one alone only a remark."""
    for row, trace in rows:
        values = {name: row[name] for name in ("domain", "precedent", "cases", "goals")}
        key = "comparison.demand" if row["support"] > 1 else "comparison.remark"
        yield Finding(key, values, Firmness.POSSIBLE, trace=trace)


def _left_out(rows: list[Record], precedents: list[Record]) -> Iterator[Finding]:
    """Conclusions that fall with one case."""
    if len(rows) < 2 or not precedents:
        return
    for row, trace in rows:
        if row["lost"]:
            values = {"case": row["case"], "precedents": row["lost"], "count": len(row["lost"])}
            yield Finding("comparison.rests_on_one", values, Firmness.CERTAIN, trace=trace)
    if not any(row["lost"] for row, _ in rows):
        trace = tuple(row["precedent"] for row, _ in precedents)
        yield Finding("comparison.rests_on_several", {"count": len(trace)}, Firmness.CERTAIN, trace=trace)


def _caveats(dossier: Dossier) -> Iterator[Finding]:
    """Few cases, and how they were chosen."""
    cases = tuple(dossier.comparators)
    yield Finding("comparison.few_cases", {"count": len(cases)}, trace=cases)
    kinds = dict.fromkeys(one.chosen for one in dossier.comparators.values())
    for kind in kinds:
        chosen = tuple(case for case, one in dossier.comparators.items() if one.chosen == kind)
        values = {"cases": chosen, "count": len(chosen), "all_count": len(cases)}
        if kind is None:
            yield Finding("comparison.selection_not_stated", values, Firmness.CANNOT_BE_TOLD, trace=chosen)
        else:
            yield Finding("comparison.selection", {**values, "kind": kind}, Firmness.STATED, trace=chosen)
