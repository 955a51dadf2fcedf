"""What every record of a case shares: text in languages, a stable id, and the ground it stands on."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from immutabledict import immutabledict
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

K = TypeVar("K")
V = TypeVar("V")


def _frozen(value: Mapping[Any, Any]) -> Mapping[Any, Any]:
    return immutabledict(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


FrozenMap = Annotated[Mapping[K, V], AfterValidator(_frozen), PlainSerializer(_plain)]
"""A mapping that cannot be changed once it is read."""

EMPTY: Mapping[Any, Any] = immutabledict()

Id = Annotated[str, StringConstraints(pattern=r"^[^\s:,/\[\]{}\"'#]+$", max_length=80)]
"""A stable id: no blanks and none of : , / [ ] { } " ' #."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]

Text = Annotated[str, StringConstraints(min_length=1)] | FrozenMap[Language, str]
"""One string, or one string per language: ``{en: Coast, ar: الساحل}``."""


def in_language(text: Text | None, language: str = "en") -> str:
    """Give the text in a language, else in English, else in the first language there is."""
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    return text.get(language) or text.get("en") or next(iter(text.values()), "")


def _as_tuple(value: object) -> object:
    """Let an analyst write one thing where a list may stand."""
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)


class _SingleToo:
    """Tells editors that one value may stand where a list is meant."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        listed = handler(schema)
        return {"anyOf": [listed["items"], listed]}


OneOrMore = Annotated[tuple[V, ...], BeforeValidator(_as_tuple), _SingleToo()]
"""A list that may be written as a single value."""

When = FrozenMap[Id, OneOrMore[str]]
"""A condition: every key must hold; a list of options means any of them.

Keys are ``track``, or the id of an event, an issue or a move; values are ids of its options.
"""


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _day(value: Any) -> Any:
    """Read ``2020-11-03`` as that day; a bare year and any other words stay as the source has them."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError as error:
            raise ValueError(f"{value} is not a day of the calendar") from error
    return value


Day = Annotated[dt.date | str, BeforeValidator(_day, json_schema_input_type=str | int)]
"""A day as ``2020-11-03``, or the words of the source: ``before the election``."""


class Record(BaseModel):
    """Base of everything read from a case: fixed once read, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Citation(Record):
    """Where in a source the statement stands."""

    source: Id
    """Id of a source of this case."""
    page: int | str | None = None
    """Page as printed."""
    section: str | None = None
    """Section, in the words of the source or as an id."""
    quote: str | None = Field(default=None, min_length=12)
    """Exact wording, optional; checked against the source file where one is present."""


class Because(Record):
    """The reason an analyst gives where no source speaks, and who the analyst is."""

    text: Text
    """The reason."""
    by: str
    """Who judges so."""


class Reading(Record):
    """One way to read a passage that allows more than one."""

    text: Text
    """The reading."""
    because: Because | None = None
    """Why it may be read so."""
    preferred: bool = False
    """The reading that the case follows."""


class Item(Record):
    """Anything that can be pointed at: it has an id, words, and a ground or none."""

    id: Id
    """Filled from the key under which the item is written."""
    name: Text | None = None
    """Short name for tables and pictures."""
    text: Text | None = None
    """What it says, in our words."""
    cite: OneOrMore[Citation] = ()
    """Passages of sources that say so."""
    because: Because | None = None
    """Reason and author where it is an analyst's judgement."""
    readings: tuple[Reading, ...] = ()
    """Readings kept side by side where the text allows more than one."""
    note: Text | None = None
    """Remark for the next reader; no computation uses it."""

    @property
    def is_stated(self) -> bool:
        """A source says so."""
        return bool(self.cite)

    @property
    def is_unfounded(self) -> bool:
        """Neither source nor reason is given."""
        return not self.cite and self.because is None


def title_of(item: Item, language: str = "en") -> str:
    """Name of an item, else its text, else its id."""
    return in_language(item.name, language) or in_language(item.text, language) or item.id
