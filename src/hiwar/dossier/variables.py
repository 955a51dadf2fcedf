"""What can vary: events nobody decides, moves a party makes alone, issues of the agenda, tracks of the seat."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, TypeVar

from immutabledict import immutabledict
from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from hiwar.dossier.records import EMPTY, Day, FrozenMap, Id, Item, OneOrMore, Record, When

Basis = Literal["source", "judgement"]
OCCURS: tuple[str, ...] = ("occurs", "does_not_occur")
"""Options of an event or a move for which the case names none."""


class Option(Item):
    """One value that a variable can take."""

    prefers: FrozenMap[Id, Basis] = EMPTY
    """Parties that want it, each with the basis of that statement."""
    rejects: FrozenMap[Id, Basis] = EMPTY
    """Parties that reject it. No entry is not indifference: the case does not say."""
    red_line_of: FrozenMap[Id, Basis] = EMPTY
    """Parties that accept no agreement containing it."""
    serves: OneOrMore[Id] = ()
    """Goals it serves."""
    harms: OneOrMore[Id] = ()
    """Goals it harms."""
    eases: OneOrMore[Id] = ()
    """Relations between goals (conflicting or mixed) that it would ease."""
    covers: OneOrMore[Id] = ()
    """Scope: domains and issues that are on the agenda if this option is taken."""
    needs_capabilities: OneOrMore[Id] = ()
    """Capabilities without which it is not available."""
    breaks: OneOrMore[Id] = ()
    """Terms that it goes against."""
    clauses: OneOrMore[str] = ()
    """Clauses that an agreement with it has, such as duration, mechanisms."""


def _options(value: Any) -> Any:
    """Let options be a list of ids, or a mapping from id to text or record; none means occurs or not."""
    if value is None:
        value = list(OCCURS)
    if isinstance(value, list | tuple):
        return _listed_options(value)
    if isinstance(value, Mapping):
        return {key: _option(key, option) for key, option in value.items()}
    raise ValueError(_HOW_OPTIONS_ARE_WRITTEN)


_HOW_OPTIONS_ARE_WRITTEN = (
    "options are a list of ids in brackets (put numbers in quotes), or one entry per option (id: text)"
)


def _listed_options(value: Sequence[Any]) -> dict[str, Any]:
    for place, key in enumerate(value):
        if not isinstance(key, str):
            raise ValueError(_HOW_OPTIONS_ARE_WRITTEN)
        if key in value[:place]:
            raise ValueError(f'the option "{key}" is listed twice')
    return {key: {"id": key} for key in value}


def _option(key: Any, option: Any) -> Any:
    if option is None:
        return {"id": key}
    if isinstance(option, str):
        return {"id": key, "text": option}
    if isinstance(option, Mapping):
        return {"id": key, **option}
    return option


_WrittenOptions = tuple[Id, ...] | Mapping[Id, Option | str | None] | None
Options = Annotated[FrozenMap[Id, Option], BeforeValidator(_options, json_schema_input_type=_WrittenOptions)]
_OCCURS_OR_NOT: Mapping[str, Option] = immutabledict({key: Option(id=key) for key in OCCURS})


class Event(Item):
    """Something nobody at the table decides: an outcome still open, a state of the world, or the past."""

    kind: Literal["uncertainty", "state", "past"] = "uncertainty"
    options: Options = _OCCURS_OR_NOT
    on: Day | None = None
    """Day on which it is settled; none when it carries no date."""
    depends_on: OneOrMore[Id] = ()
    """Events and moves whose outcome changes its likelihood."""
    domains: OneOrMore[Id] = ()
    leans_to: str | None = None
    """The option a source holds more likely; a statement, not a number."""


class Move(Item):
    """Something a party does by itself, without agreement of the others."""

    by: OneOrMore[Id]
    options: Options = _OCCURS_OR_NOT
    depends_on: OneOrMore[Id] = ()
    domains: OneOrMore[Id] = ()
    is_reversible: bool | None = None
    status_quo: str | None = None
    """The option that holds before anybody has acted; ``does_not_occur`` where that is one and nothing else is said."""


class Issue(Item):
    """A point of the agenda: what an agreement would settle."""

    options: Options
    domains: OneOrMore[Id] = ()
    allows_several: bool = False
    """Several options may hold at once; otherwise exactly one."""


class Need(Item):
    """A condition of a track. Only a necessary one with a ``when`` decides whether the track is feasible."""

    kind: Literal["necessary", "property", "cause", "contingent", "duty", "distinction"]
    when: When = EMPTY


class Variant(Item):
    """A version of a track that differs in what it fixes."""

    fixes: When = EMPTY
    waits_for: OneOrMore[Id] = ()
    """Events whose outcome it waits for."""


class ShortRecords:
    """Tells editors that a record may be written as its text alone, or left empty."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        section = handler(schema)
        by_id = section["patternProperties"]
        section["patternProperties"] = {
            pattern: {"anyOf": [record, {"type": "string"}, {"type": "null"}]} for pattern, record in by_id.items()
        }
        section["additionalProperties"] = False
        return {"anyOf": [section, {"type": "null"}]}


def records_with_ids(value: Any) -> Any:
    """Give each record of a mapping the id of its key; a bare string is its text."""
    if not isinstance(value, Mapping):
        return value
    return {key: _option(key, record) for key, record in value.items()}


T = TypeVar("T", bound=Item)
Section = Annotated[FrozenMap[Id, T], BeforeValidator(records_with_ids), ShortRecords()]
"""Records by id."""


class Track(Item):
    """A course that the seat can take: what it fixes, what it needs, in which variants it comes."""

    fixes: When = EMPTY
    """Options that hold under the track."""
    waits_for: OneOrMore[Id] = ()
    """Events whose outcome it waits for."""
    needs: Section[Need] = EMPTY
    variants: Section[Variant] = EMPTY
    is_named_by_source: bool = True
    """False for a course that the text implies without counting it among its tracks."""


class Rule(Item):
    """Options that require or exclude each other, or of which only so many can hold."""

    when: When = EMPTY
    """If all of this holds ..."""
    requires: When = EMPTY
    """... then this must hold;"""
    excludes: When = EMPTY
    """... then none of this may hold."""
    at_most: int | None = None
    """At most so many of ``among`` may hold."""
    at_least: int | None = None
    among: FrozenMap[Id, OneOrMore[str]] = EMPTY


class Outcome(Record):
    """What counts as success or as failure of the dialogue."""

    text: str | FrozenMap[str, str]
    when: When
