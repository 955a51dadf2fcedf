"""Which judgements the answer for the seat needs, which of them nobody gave, and what holds without any."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from hiwar.dossier.scales import Range
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import Finding, Firmness, Ground, Table, table_of
from hiwar.questions.judgements import traces
from hiwar.questions.provenance_report.seat import SeatView, certain_of
from hiwar.questions.provenance_report.units import Rows

KINDS = ("size", "likelihood", "event", "unstated", "weights")
_TOLD = ("first", "second", "equal")
"""Verdicts that hold for every admissible judgement."""


def needed_tables(view: SeatView) -> Mapping[str, Table]:
    """Every judgement that the comparison of courses for the seat needs, and whether it is given."""
    rows: Rows = []
    for row in view.rows:
        item = row.cell.track if row.cell else row.id.split("#")[0]
        kind = "unstated" if row.cell else "size"
        for domain, size in zip(row.domains, row.sizes, strict=True):
            rows.append(((kind, item, domain, _state(size)), _trace(view, kind, item)))
        if row.cell is None:
            rows.append((("likelihood", item, None, _state(row.likelihood)), _trace(view, "likelihood", item)))
    for event, is_given in view.events_given:
        rows.append((("event", event, None, _given(is_given)), _trace(view, "likelihood", event)))
    is_weighted = view.prospects.weights.kind != "free" or len(view.prospects.domains) == 1
    weights = traces(view.frame.judgements, "weights", view.party)
    rows.append((("weights", view.party, None, _given(is_weighted)), (view.party, *weights)))
    return {"needed": table_of(("kind", "item", "domain", "state"), rows)}


def _trace(view: SeatView, section: str, item: str) -> tuple[str, ...]:
    return (item, *traces(view.frame.judgements, section, item))


def _state(found: Range) -> str:
    return "unknown" if found.is_unknown else _given(found.is_stated)


def _given(is_given: bool) -> str:
    return "given" if is_given else "missing"


def needed_findings(view: SeatView, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """How much of what is needed is given, and per kind what nobody judged."""
    rows = tables["needed"].records()
    counts = {state: sum(row["state"] == state for row in rows) for state in ("given", "unknown", "missing")}
    firmness = Firmness.CERTAIN if counts["given"] == len(rows) else Firmness.CANNOT_BE_TOLD
    yield Finding("provenance.needed", {"needed": len(rows), **counts}, firmness, trace=(view.party,))
    for kind in KINDS:
        lacking = [row for row in rows if row["kind"] == kind and row["state"] != "given"]
        items = tuple(dict.fromkeys(str(row["item"]) for row in lacking))
        if items:
            values = {"kind": kind, "count": len(lacking), "items": items}
            yield Finding("provenance.nobody_judged", values, Firmness.CANNOT_BE_TOLD, trace=items)


def without_tables(view: SeatView, bare: SeatView) -> Mapping[str, Table]:
    """Pairs of courses: what is certain for the seat with the judgements, and without any."""
    given, alone = certain_of(view), certain_of(bare)
    courses = [course.id for course in view.frame.courses]
    rows: Rows = [
        ((a, b, given[a, b], alone[a, b]), view.trace(a, b)) for a, b in combinations(courses, 2) if (a, b) in given
    ]
    return {"without_judgements": table_of(("first", "second", "with_sheets", "without_sheets"), rows)}


def without_findings(tables: Mapping[str, Table], sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """What can no longer be told once all judgements are taken away, and what can."""
    found = tables["without_judgements"]
    if not sheets:
        yield Finding("provenance.no_judgements", {}, Firmness.CANNOT_BE_TOLD, Ground.COMPUTED)
    for row, trace in zip(found.records(), found.traces, strict=True):
        values = {"first": row["first"], "second": row["second"]}
        if row["without_sheets"] in _TOLD:
            yield Finding("provenance.holds_without", {**values, "by_sheet": row["without_sheets"]}, Firmness.CERTAIN,
                          trace=trace)  # fmt: skip
        elif row["with_sheets"] in _TOLD:
            yield Finding("provenance.rests_on_judgements", {**values, "by_sheet": row["with_sheets"]},
                          Firmness.CERTAIN, trace=trace)  # fmt: skip
        elif not sheets and row["without_sheets"] == "not_firm":
            yield Finding("provenance.not_told_without", values, Firmness.CANNOT_BE_TOLD, trace=trace)
