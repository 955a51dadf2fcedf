"""What the scopes and the forms come to, as findings."""

from collections.abc import Iterator, Mapping
from typing import Any

from hiwar.dossier.contents import Claim
from hiwar.dossier.model import Dossier
from hiwar.questions.answer import Finding, Firmness, Table
from hiwar.questions.reach import DRAWS
from hiwar.questions.scope.scopes import WHOLE

MOSTLY = 2 / 3
"""What holds in more of the drawn judgements than this is said, with the share; below a third the contrary is."""
EVEN = 0.05
"""Shares that differ by less than this are called even."""
Record = tuple[Mapping[str, Any], tuple[str, ...]]


def findings_of(dossier: Dossier, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Everything found about scopes and forms, in the order of the answer."""
    yield from _scope_findings(tables)
    yield from _side_findings(tables)
    yield from _claim_findings(dossier, tables)
    yield from _tension_findings(tables)
    yield from _precondition_findings(tables)
    yield from _form_findings(tables)


def _records(table: Table) -> list[Record]:
    return list(zip(table.records(), table.traces or ((),) * len(table.rows), strict=True))


def _scope_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Whether a scope can be computed, and how many packages it leaves that all can accept."""
    rows = _records(tables["scopes"])
    is_judged = any(row["n_admissible"] is not None for row, _ in rows)
    for row, trace in rows:
        values = {"scope": row["scope"], "count": len(row["issues"])}
        if not is_judged and row["scope"] != WHOLE:
            continue  # it is said once, of the whole agenda
        if row["n_admissible"] is None:
            yield Finding("scope.not_judged", values, Firmness.CANNOT_BE_TOLD, trace=trace)
        elif row["n_acceptable"] is None:
            yield Finding("scope.no_reservation_value", values, Firmness.CANNOT_BE_TOLD, trace=trace)
        elif row["n_acceptable"] == 0:
            yield Finding("scope.no_agreement", values, Firmness.POSSIBLE, trace=trace)


def _side_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Scopes that serve one party more than another, firm where every drawn judgement says so."""
    for row, trace in _records(tables["sidedness"]):
        values = {name: row[name] for name in ("scope", "favours", "against", "difference")}
        key = "scope.one_sided" if row["held"] > MOSTLY else "scope.sides_open"
        if row["difference"] <= EVEN:
            key = "scope.even"
        yield Finding(key, {**values, "share": row["held"], "draws": DRAWS}, Firmness.POSSIBLE, trace=trace)


def _claim_findings(dossier: Dossier, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Claims of the case about whom a scope serves, held against the figures."""
    sided = {row["scope"]: (row, trace) for row, trace in _records(tables["sidedness"])}
    for claim in sorted(dossier.claims.values(), key=lambda claim: claim.id):
        for variable, options in claim.when.items() if claim.favours else ():
            for option in options:
                yield _claim_finding(claim, f"{variable}={option}", sided.get(f"{variable}={option}"))


def _claim_finding(claim: Claim, scope: str, found: Record | None) -> Finding:
    values: dict[str, Any] = {"claim": claim.id, "scope": scope, "parties": claim.favours}
    if found is None:
        return Finding("scope.claim_open", values, Firmness.CANNOT_BE_TOLD, trace=(claim.id,))
    row, trace = found
    share = row["held"] if row["favours"] in claim.favours else row["reversed"]
    values |= {"share": share, "draws": DRAWS}
    if share > MOSTLY:
        return Finding("scope.claim_borne_out", values, Firmness.POSSIBLE, trace=(claim.id, *trace))
    if share < 1 - MOSTLY:
        return Finding("scope.claim_not_borne_out", values, Firmness.POSSIBLE, trace=(claim.id, *trace))
    return Finding("scope.claim_undecided", values, Firmness.POSSIBLE, trace=(claim.id, *trace))


def _tension_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Per scope: tensions at home, abroad, and those of which it is not said who brings them about."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for row, _ in _records(tables["tensions"]):
        grouped.setdefault((row["scope"], row["where"]), []).append(row["item"])
    for (scope, where), items in grouped.items():
        values = {"scope": scope, "where": where, "items": tuple(items)}
        yield Finding("scope.tension", values, trace=tuple(items))


def _precondition_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """A scope is available only when what it needs is known to be there."""
    keys: Mapping[str, tuple[str, Firmness]] = {
        "yes": ("scope.precondition_met", Firmness.STATED),
        "no": ("scope.not_available", Firmness.STATED),
        "unknown": ("scope.not_available_yet", Firmness.CANNOT_BE_TOLD),
    }
    for row, trace in _records(tables["preconditions"]):
        key, firmness = keys[row["has"]]
        yield Finding(key, {"scope": row["scope"], "capability": row["capability"]}, firmness, trace=trace)


def _form_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Per form of relation: the terms it goes against, or that none is named."""
    for row, trace in _records(tables["forms"]):
        if row["breaks"]:
            yield Finding("scope.form_breaks", {"form": row["form"], "terms": row["breaks"]}, trace=trace)
        else:
            yield Finding("scope.form_breaks_none", {"form": row["form"]}, trace=trace)
