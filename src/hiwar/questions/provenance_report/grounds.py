"""Whose word the items of a case are, what has no ground, and what is said both ways or can be read in two ways."""

from collections.abc import Iterator, Mapping

from hiwar.dossier.contents import Claim
from hiwar.dossier.model import SECTIONS, Dossier, items_of
from hiwar.dossier.records import Item
from hiwar.questions.answer import Finding, Firmness, Ground, Table, table_of
from hiwar.questions.provenance_report.units import Rows

NOT_COUNTED = ("sources",)
"""Documents are what others stand on."""


def ground_tables(dossier: Dossier) -> Mapping[str, Table]:
    """Items by section and by whose word they are; claims by kind; contrary items; items with several readings."""
    return {
        "items": _items(dossier),
        "unfounded": _unfounded(dossier),
        "claims": _claims(dossier),
        "contrary": _contrary(dossier),
        "readings": _readings(dossier),
    }


def ground_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Shares of the items; what has no ground; what is contrary; what can be read in several ways."""
    counts = {key: sum(row[key] for row in tables["items"].records()) for key in ("stated", "judged", "unfounded")}
    yield Finding("provenance.items", {"items": sum(counts.values()), **counts}, Firmness.CERTAIN)
    lacking = tuple(str(row["item"]) for row in tables["unfounded"].records())
    if lacking:
        values = {"count": len(lacking), "items": lacking}
        yield Finding("provenance.unfounded", values, Firmness.CANNOT_BE_TOLD, trace=lacking)
    elif sum(counts.values()):
        yield Finding("provenance.all_founded", {}, Firmness.CERTAIN)
    for row, trace in zip(tables["contrary"].records(), tables["contrary"].traces, strict=True):
        ground = Ground.SOURCE if row["first_stated"] and row["second_stated"] else Ground.ANALYST
        values = {key: row[key] for key in ("first", "first_kind", "second", "second_kind")}
        yield Finding("provenance.contrary", values, Firmness.STATED, ground, trace)
    yield from _reading_findings(tables["readings"])


def _reading_findings(readings: Table) -> Iterator[Finding]:
    for key, is_chosen in (("provenance.reading_chosen", True), ("provenance.reading_open", False)):
        items = tuple(str(row["item"]) for row in readings.records() if (row["used"] is not None) == is_chosen)
        if items:
            firmness = Firmness.STATED if is_chosen else Firmness.CANNOT_BE_TOLD
            yield Finding(key, {"count": len(items), "items": items}, firmness, trace=items)


def _grounded(dossier: Dossier) -> Iterator[tuple[str, Item]]:
    """Items that need a ground, section by section, in the order of their ids: no file's order matters."""
    found = [(section, item) for section, item in items_of(dossier) if section not in NOT_COUNTED]
    return iter(sorted(found, key=lambda pair: (_place(pair[0]), pair[0], pair[1].id)))


def _place(section: str) -> int:
    """Sections inside an item, such as the conditions of a course, come after those of the case."""
    return SECTIONS.index(section) if section in SECTIONS else len(SECTIONS)


def _items(dossier: Dossier) -> Table:
    counts: dict[str, list[int]] = {}
    for section, item in _grounded(dossier):
        place = 0 if item.is_stated else 2 if item.is_unfounded else 1
        counts.setdefault(section, [0, 0, 0])[place] += 1
    rows: Rows = [((section, *found, sum(found)), ()) for section, found in counts.items()]
    return table_of(("section", "stated", "judged", "unfounded", "items"), rows)


def _unfounded(dossier: Dossier) -> Table:
    rows: Rows = [((section, item.id), (item.id,)) for section, item in _grounded(dossier) if item.is_unfounded]
    return table_of(("section", "item"), rows)


def _claims(dossier: Dossier) -> Table:
    kinds: dict[str, list[str]] = {}
    for claim in sorted(dossier.claims.values(), key=lambda claim: claim.id):
        kinds.setdefault(claim.kind, []).append(claim.id)
    rows: Rows = [((kind, len(ids)), tuple(ids)) for kind, ids in sorted(kinds.items())]
    return table_of(("kind", "claims"), rows)


def _contrary(dossier: Dossier) -> Table:
    """Every pair once, whether one of the two names the other or both do."""
    items = {item.id: item for _, item in items_of(dossier)}
    named = ((claim.id, other) for claim in dossier.claims.values() for other in claim.contrary_to)
    pairs = sorted({(min(pair), max(pair)) for pair in named})
    rows: Rows = [
        ((a, _kind(items[a]), items[a].is_stated, b, _kind(items[b]), items[b].is_stated), (a, b)) for a, b in pairs
    ]
    return table_of(("first", "first_kind", "first_stated", "second", "second_kind", "second_stated"), rows)


def _kind(item: Item) -> str:
    """Kind of a claim; anything else is an item of the case."""
    return item.kind if isinstance(item, Claim) else "item"


def _readings(dossier: Dossier) -> Table:
    rows: Rows = []
    for section, item in _grounded(dossier):
        if item.readings:
            used = next((number for number, reading in enumerate(item.readings) if reading.preferred), None)
            rows.append(((section, item.id, len(item.readings), used), (item.id,)))
    return table_of(("section", "item", "readings", "used"), rows)
