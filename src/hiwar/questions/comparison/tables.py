"""Likeness, precedents, demands and what becomes of them without one case, as tables."""

from collections.abc import Sequence
from typing import Any

from hiwar.dossier.comparators import Attribute
from hiwar.dossier.model import Dossier, main_domain
from hiwar.methods.similarity import Similarity
from hiwar.questions.answer import Table, table_of
from hiwar.questions.comparison.likeness import compared_on, held, nearest_so_far, present, similarity_of
from hiwar.questions.comparison.precedents import OPEN, Conclusion, conclusions_of, own_goals

Rows = list[tuple[tuple[Any, ...], tuple[str, ...]]]


def case_table(dossier: Dossier, found: Similarity | None) -> Table:
    """Per similar dialogue: how like, within which bounds, on how many attributes known of both, whether nearest."""
    columns = ("case", "party", "coefficient", "low", "high", "known", "compared", "verdict", "is_first", "chosen")
    if found is None:
        return Table(columns, ())
    attributes = tuple(attribute.id for attribute in compared_on(dossier))
    first = nearest_so_far(found)
    rows: Rows = []
    for case, one in found.likeness.items():
        comparator = dossier.comparators[case]
        coefficient = None if one.coefficient is None else float(one.coefficient)
        likeness = (coefficient, float(one.low), float(one.high), one.n_known, len(attributes))
        cells = (case, comparator.party, *likeness, found.nearest[case], case in first, comparator.chosen)
        rows.append((cells, (case, *attributes)))
    return table_of(columns, rows)


def attribute_table(dossier: Dossier, found: Similarity | None) -> Table:
    """Per similar dialogue and attribute: its values, those of this dialogue, and whether they are alike."""
    columns = ("case", "attribute", "values", "present", "state", "likeness", "is_sought")
    places = {attribute.id: place for place, attribute in enumerate(compared_on(dossier))}
    rows: Rows = []
    for case in dossier.comparators:
        for attribute in dossier.attributes.values():
            values = held(dossier, case, attribute)
            place = places.get(attribute.id)
            likeness = None if found is None or place is None else found.likeness[case].by_attribute[place]
            state = _state(values, likeness, is_outcome=attribute.is_outcome)
            sought = _is_sought(dossier, attribute) and values is not None and set(values) >= set(attribute.sought)
            number = None if likeness is None else float(likeness)
            cells = (case, attribute.id, values, present(attribute), state, number, sought)
            rows.append((cells, (case, attribute.id)))
    return table_of(columns, rows)


def _state(values: tuple[str, ...] | None, likeness: object, *, is_outcome: bool) -> str:
    if is_outcome:
        return "unknown" if values is None else "outcome"
    if likeness is None:
        return "unknown" if values is None else "not_comparable"
    return "alike" if likeness == 1 else "different" if likeness == 0 else "partly"


def _is_sought(dossier: Dossier, attribute: Attribute) -> bool:
    return bool(own_goals(dossier, attribute.sought_by))


def sought_table(dossier: Dossier) -> Table:
    """Per attribute of which the seat seeks a value: the dialogues that have it, have it not, or are not known."""
    columns = ("attribute", "sought", "goals", "cases", "without", "unknown")
    rows: Rows = []
    for attribute in dossier.attributes.values():
        if not _is_sought(dossier, attribute):
            continue
        values = {case: held(dossier, case, attribute) for case in dossier.comparators}
        having = tuple(case for case, told in values.items() if told is not None and set(told) >= set(attribute.sought))
        unknown = tuple(case for case, told in values.items() if told is None)
        without = tuple(case for case in values if case not in having and case not in unknown)
        goals = own_goals(dossier, attribute.sought_by)
        sought = tuple(f"{attribute.id}={value}" for value in attribute.sought)
        rows.append(((attribute.id, sought, goals, having, without, unknown), (attribute.id, *goals, *having)))
    return table_of(columns, rows)


def precedent_table(dossier: Dossier, conclusions: Sequence[Conclusion]) -> Table:
    """Per thing obtained: by whom, by whom not, whether the seat asks for it, and what it would serve."""
    columns = ("precedent", "domains", "cases", "against", "unknown", "status", "options", "goals", "only")
    rows: Rows = []
    for one in conclusions:
        item = one.precedent
        unknown = tuple(case for case in dossier.comparators if case not in (*one.cases, *one.against))
        options = tuple(f"{variable}={name}" for variable, names in item.options.items() for name in names)
        only = one.cases[0] if len(one.cases) == 1 else None
        cells = (item.id, _mains(dossier, one), one.cases, one.against, unknown, one.status, options, one.goals, only)
        rows.append((cells, _trace(one)))
    return table_of(columns, rows)


def demand_table(dossier: Dossier, conclusions: Sequence[Conclusion]) -> Table:
    """Per domain: what the seat could ask for after others, the dialogues behind it, the goals it would serve."""
    rows: Rows = [
        ((domain, one.precedent.id, one.cases, one.goals, len(one.cases), one.status), _trace(one))
        for domain in dict.fromkeys(domain for one in conclusions for domain in _mains(dossier, one))
        for one in conclusions
        if domain in _mains(dossier, one) and one.goals and one.status in OPEN
    ]
    return table_of(("domain", "precedent", "cases", "goals", "support", "status"), rows)


def _mains(dossier: Dossier, one: Conclusion) -> tuple[str, ...]:
    return tuple(dict.fromkeys(main_domain(dossier, domain) for domain in one.precedent.domains))


def _trace(one: Conclusion) -> tuple[str, ...]:
    item = one.precedent
    return tuple(dict.fromkeys((item.id, *one.cases, *one.against, *one.goals, *item.options)))


def without_table(dossier: Dossier) -> Table:
    """Each dialogue left out in turn: conclusions that fall, that are left to one other, and which is nearest then."""
    every = tuple(dossier.comparators)
    usual = {one.precedent.id: one for one in conclusions_of(dossier, every)}
    rows: Rows = []
    for case in every:
        rest = tuple(other for other in every if other != case)
        kept = {one.precedent.id: one for one in conclusions_of(dossier, rest)}
        lost = tuple(key for key in usual if key not in kept)
        single = tuple(key for key, one in kept.items() if len(one.cases) == 1 < len(usual[key].cases))
        rows.append(((case, lost, single, nearest_so_far(similarity_of(dossier, rest))), (case, *lost, *single)))
    return table_of(("case", "lost", "left_to_one", "nearest"), rows)
