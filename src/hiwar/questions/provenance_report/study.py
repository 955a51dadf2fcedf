"""Thin spots: what to study next, that is on which item narrower judgements would settle most for the seat."""

from collections.abc import Iterator, Mapping

import numpy as np

from hiwar.dossier.scales import Range
from hiwar.methods.arrays import FloatArray, IntArray
from hiwar.methods.dominance import information, scenario_probabilities
from hiwar.methods.value_of_information import Judgement, MultilinearModel, information_of_judgements
from hiwar.questions.answer import Finding, Firmness, Settings, Table, table_of
from hiwar.questions.judgements import traces
from hiwar.questions.prospects import Row
from hiwar.questions.provenance_report.seat import SeatView
from hiwar.questions.provenance_report.units import Rows

STUDY_FIRST = 5
LEAST_VALUE = 0.05
"""Points below which studying an item is not worth naming."""


def study_tables(view: SeatView, settings: Settings) -> Mapping[str, Table]:
    """What it would be worth to know all about one item, about an event, or the weights; most valuable first.

    The value of a course is linear in each size and each likelihood: what is known about one item in one domain is
    worked out exactly, what touches several domains and what governs an event with many options is drawn.
    """
    found = [*_items(view, settings), *_events_and_weights(view, settings)]
    found.sort(key=lambda row: (-row[0][2], row[0][0], row[0][1]))
    return {"study": table_of(("kind", "item", "value", "error", "is_sized"), found)}


def study_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """The items most worth studying; worth in points only where it does not come out of unknown sizes."""
    rows = list(zip(tables["study"].records(), tables["study"].traces, strict=True))
    has_sizes = all(row["is_sized"] for row, _ in rows)
    named = [(row, trace) for row, trace in rows if row["value"] >= LEAST_VALUE][:STUDY_FIRST]
    for row, trace in named:
        values = {"kind": row["kind"], "item": row["item"]}
        if has_sizes:
            yield Finding("provenance.study", {**values, "value": row["value"]}, Firmness.POSSIBLE, trace=trace)
        else:
            yield Finding("provenance.study_unsized", values, Firmness.POSSIBLE, trace=trace)
    if not named:
        yield Finding("provenance.nothing_to_study", {}, Firmness.CERTAIN)


def _items(view: SeatView, settings: Settings) -> Rows:
    """Sizes and likelihood of an item become known together."""
    found = _model(view)
    if found is None:
        return []
    model, groups = found
    worth = information_of_judgements(
        model, list(groups.values()), total=False, draws=settings.draws, seed=settings.seed
    )
    rows = []
    for key, value, error in zip(groups, worth.value, worth.error, strict=True):
        row = next(row for row in view.rows if _item(row) == key)
        kind, item = ("unstated", row.cell.track) if row.cell else ("item", key)
        sections = ("unstated",) if row.cell else ("likelihood", "size")
        trace = (item, *(ref for section in sections for ref in traces(view.frame.judgements, section, item)))
        rows.append(((kind, item, float(value), float(error), row.is_sized), trace))
    return rows


def _item(row: Row) -> str:
    return row.id if row.cell else row.id.split("#")[0]


def _model(view: SeatView) -> tuple[MultilinearModel, dict[str, list[int]]] | None:
    """Values of the courses that can be taken wherever anything can; weights and events at their centres."""
    p = view.prospects
    is_open = np.asarray(p.feasible.any(axis=0))
    courses: IntArray = np.flatnonzero(p.feasible[:, is_open].all(axis=1))
    if len(courses) < 2 or not is_open.any():
        return None
    chances = (scenario_probabilities(p) * is_open)[courses]
    activity: FloatArray = np.einsum(
        "cs,cse->ce", chances / chances.sum(axis=1, keepdims=True), p.active[courses] * p.sign
    )
    judgements: list[Judgement] = []
    groups: dict[str, list[int]] = {}
    terms: list[tuple[FloatArray, tuple[int, int]]] = []
    for effect in np.flatnonzero(activity.any(axis=0)):
        row = view.rows[int(effect)]
        group = groups.setdefault(_item(row), [])
        group.append(len(judgements))
        likelihood = len(judgements)
        judgements.append(_judgement(f"likelihood:{row.id}", row.likelihood))
        for domain, size in zip(row.domains, row.sizes, strict=True):
            weight = p.central_weights[view.frame.domains.index(domain)]
            group.append(len(judgements))
            terms.append((activity[:, effect] * weight, (likelihood, len(judgements))))
            judgements.append(_judgement(f"size:{row.id}:{domain}", size))
    members = np.zeros((len(terms), len(judgements)), dtype=bool)
    for number, (_, places) in enumerate(terms):
        members[number, list(places)] = True
    coefficients = np.array([amount for amount, _ in terms], dtype=np.float64).reshape(len(terms), len(courses)).T
    names = tuple(view.frame.courses[int(course)].id for course in courses)
    model = MultilinearModel(
        alternatives=names, judgements=tuple(judgements), coefficients=coefficients, members=members
    )
    return model, groups


def _judgement(name: str, found: Range) -> Judgement:
    return Judgement(name, found.low, found.high, found.mode)


def _events_and_weights(view: SeatView, settings: Settings) -> Rows:
    found = information(view.prospects, draws=settings.draws, seed=settings.seed)
    rows: dict[tuple[str, str], tuple[float, float]] = {}
    for parameter, value, error in zip(found.parameters, found.value, found.error, strict=True):
        if parameter.kind == "event":
            number = int(np.argwhere(view.prospects.block_of == parameter.block)[0][2])
            key = ("event", tuple(view.frame.scenarios[0].options)[number])
        elif parameter.kind == "weight":
            key = ("weights", view.party)
        else:
            continue
        # An event may be likelier under one condition than under another: the most that knowing one of them is worth.
        rows[key] = max(rows.get(key, (0.0, 0.0)), (max(float(value), 0.0), float(error)))
    sections = {"event": "likelihood", "weights": "weights"}
    return [
        ((kind, item, *figures, True), (item, *traces(view.frame.judgements, sections[kind], item)))
        for (kind, item), figures in rows.items()
    ]
