"""Similar dialogues: on what they are compared, what is known of each, and what they obtained."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from hiwar.dossier.actors import YesNo
from hiwar.dossier.records import EMPTY, Citation, FrozenMap, Id, Item, OneOrMore, Text, When

UNKNOWN: tuple[str, ...] = ("unknown",)
"""How a value that nobody knows is written."""


def _values(value: Any) -> Any:
    """Let values be a list of ids, or a mapping from id to name."""
    if not isinstance(value, list | tuple):
        return value
    if len(set(map(str, value))) < len(value):
        raise ValueError("a value is listed twice")
    return dict.fromkeys(value)


def _given(value: Any) -> Any:
    if value is None:
        raise ValueError("no value is given; write unknown where nobody knows, or [] where none of several holds")
    return value


Held = Annotated[OneOrMore[str], BeforeValidator(_given)]
"""One value, or several; an empty line is refused, since it could mean that nothing holds or that nobody knows."""

_WrittenValues = tuple[str, ...] | Mapping[str, Text | None]
Values = Annotated[FrozenMap[str, Text | None], BeforeValidator(_values, json_schema_input_type=_WrittenValues)]


class Attribute(Item):
    """Something on which similar dialogues are compared with this one: legal form, scope, relation with a rival."""

    kind: Literal["nominal", "ordered", "several"]
    """``nominal``: one value, equal or not; ``ordered``: one value, the steps between them count, so list them in
    order; ``several``: any number of values at once, ``[]`` for none of them."""
    values: Values
    """The values there can be: a list of ids, or each id with its name."""
    present: Held = UNKNOWN
    """What it is in the dialogue of this case, as the sources of the attribute say."""
    sought: OneOrMore[str] = ()
    """Value or values that the owner of the goals in ``sought_by`` wants to have."""
    sought_by: OneOrMore[Id] = ()
    is_outcome: bool = False
    """A result, which the dialogue of this case cannot have yet: it is shown, and nothing is compared on it."""


class Comparator(Item):
    """A similar dialogue, with the attributes that are known of it."""

    party: Id
    """With whom it was held."""
    attributes: FrozenMap[Id, Held] = EMPTY
    """Attribute to value, or values; ``unknown``, or left out, is neither a likeness nor a difference."""
    attribute_cites: FrozenMap[str, OneOrMore[Citation]] = EMPTY
    """Attribute to the passages that say so."""
    chosen: Literal["all", "listed", "likeness", "outcome"] | None = None
    """How it came to be compared: all dialogues of its sort are (``all``), a source happens to list it (``listed``), it
    resembles this one (``likeness``), or it was picked for what it obtained (``outcome``)."""


class Precedent(Item):
    """Something that similar dialogues obtained, or did not."""

    obtained: FrozenMap[Id, YesNo]
    """Similar dialogue to whether it obtained this; left out is unknown."""
    domains: OneOrMore[Id]
    serves: OneOrMore[Id] = ()
    """Goals that it would serve."""
    same_as: OneOrMore[Id] = ()
    """Goals that ask for just this."""
    options: When = EMPTY
    """Options of the agenda that would bring just this."""
