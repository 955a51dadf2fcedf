"""Whether similar dialogues can be compared: attributes on which something can differ, and values that they have."""

from collections.abc import Iterator

from hiwar.dossier.comparators import UNKNOWN, Attribute
from hiwar.dossier.known import Flaw
from hiwar.dossier.locating import Path
from hiwar.dossier.model import Dossier
from hiwar.dossier.problems import brief

_MOST_OF_SEVERAL = 12
_SHORT_LIST = 8


def misfits(dossier: Dossier) -> Iterator[Flaw]:
    """Attributes that nothing can be compared on, and values that are not among those of their attribute."""
    for name, attribute in dossier.attributes.items():
        yield from _senseless(("attributes", name), attribute)
        yield from _wrong_values(("attributes", name, "present"), attribute.present, attribute)
        if attribute.sought:
            yield from _wrong_values(("attributes", name, "sought"), attribute.sought, attribute)
    for name, comparator in dossier.comparators.items():
        for key, values in comparator.attributes.items():
            if key in dossier.attributes:
                path = ("comparators", name, "attributes", key)
                yield from _wrong_values(path, values, dossier.attributes[key])
        for key in comparator.attribute_cites:
            if comparator.attributes and comparator.attributes.get(key, UNKNOWN) == UNKNOWN:
                yield Flaw(
                    ("comparators", name, "attribute_cites", key), f'no value of "{key}" is given here', at_key=True
                )


def _senseless(path: Path, attribute: Attribute) -> Iterator[Flaw]:
    values = (*path, "values")
    if "unknown" in attribute.values:
        yield Flaw(values, '"unknown" says that a value is not known; it cannot be one of the values')
    if attribute.kind != "several" and len(attribute.values) < 2:
        yield Flaw(values, "an attribute needs two values or more, or nothing can differ on it")
    if attribute.kind == "several" and not 1 <= len(attribute.values) <= _MOST_OF_SEVERAL:
        told = f"an attribute of kind several needs 1 to {_MOST_OF_SEVERAL} values; there are {len(attribute.values)}"
        yield Flaw(values, told)
    if bool(attribute.sought) != bool(attribute.sought_by):
        given, missing = ("sought", "sought_by") if attribute.sought else ("sought_by", "sought")
        yield Flaw((*path, given), f'"{missing}" is missing: a value that is sought is sought for a goal')


def _wrong_values(path: Path, values: tuple[str, ...], attribute: Attribute) -> Iterator[Flaw]:
    if values == UNKNOWN:
        return
    if attribute.kind != "several" and len(values) != 1:
        yield Flaw(path, f'"{attribute.id}" takes one value; {len(values)} are given')
    for place, value in enumerate(values):
        if value == "unknown":
            yield Flaw((*path, place), 'write "unknown" alone: what is known in part only is not known')
        elif value not in attribute.values:
            listed = f" ({', '.join(attribute.values)})" if len(attribute.values) <= _SHORT_LIST else ""
            told = f'"{brief(value)}" is not a value of "{attribute.id}"{listed}'
            yield Flaw((*path, place), told, value, tuple(attribute.values))
