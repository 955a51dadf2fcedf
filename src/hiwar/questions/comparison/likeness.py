"""The case and its comparators as input of the comparison."""

from collections.abc import Sequence

from hiwar.dossier.comparators import UNKNOWN, Attribute
from hiwar.dossier.model import Dossier
from hiwar.methods import similarity
from hiwar.methods.similarity import Cases, Similarity, Value


def compared_on(dossier: Dossier) -> tuple[Attribute, ...]:
    """Attributes that count: results do not, since the dialogue of the case cannot have one yet."""
    return tuple(attribute for attribute in dossier.attributes.values() if not attribute.is_outcome)


def held(dossier: Dossier, case: str, attribute: Attribute) -> tuple[str, ...] | None:
    """Values that a comparator has on an attribute; None where they are unknown, or nothing is said."""
    values = dossier.comparators[case].attributes.get(attribute.id, UNKNOWN)
    return None if values == UNKNOWN else values


def present(attribute: Attribute) -> tuple[str, ...] | None:
    """Values of the dialogue of the case; None where they are unknown."""
    return None if attribute.present == UNKNOWN else attribute.present


def similarity_of(dossier: Dossier, cases: Sequence[str]) -> Similarity | None:
    """How like the dialogue of the case these comparators are, every attribute counting alike."""
    listed = compared_on(dossier)
    if not listed or not cases:
        return None
    inputs = Cases(
        tuple(similarity.Attribute(one.id, one.kind, len(one.values)) for one in listed),
        tuple(_places(one, present(one)) for one in listed),
        {case: tuple(_places(one, held(dossier, case, one)) for one in listed) for case in cases},
    )
    return similarity.compare(inputs)


def _places(attribute: Attribute, values: tuple[str, ...] | None) -> Value:
    order = tuple(attribute.values)
    return None if values is None else frozenset(order.index(value) for value in values)


def nearest_so_far(found: Similarity | None) -> tuple[str, ...]:
    """Cases most alike on what is known, the better known before the less known; several where they tie."""
    ranks = {
        case: (likeness.coefficient, likeness.n_known)
        for case, likeness in (found.likeness.items() if found is not None else ())
        if likeness.coefficient is not None
    }
    return tuple(case for case, rank in ranks.items() if rank == max(ranks.values()))
