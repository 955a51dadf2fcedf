"""Judgements as analysts write them: a word, a range, a range with its mode, a number, or unknown."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Generic, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from hiwar.dossier.records import Record, Text

T = TypeVar("T")
UNKNOWN = "unknown"
MOST_DAYS = 36525.0
"""A hundred years: nothing that is planned in days takes longer."""
ARABIC_COMMA = "\u060c"
ONLY_LATIN_COMMA = f"the comma between two entries must be the Latin one (,), not {ARABIC_COMMA}"
_PERCENT = re.compile(r"([-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?))\s*[%٪]")


class ModedRange(Record):
    """A range with the value held most plausible."""

    range: tuple[float, float]
    mode: float

    @model_validator(mode="after")
    def _is_ordered(self) -> Self:
        low, high = self.range
        if not low <= self.mode <= high:
            raise ValueError(f"the mode {self.mode:g} lies outside [{low:g}, {high:g}]")
        return self


def _number(value: Any) -> Any:
    """Understand ``46%`` as 0.46."""
    if isinstance(value, str) and (match := _PERCENT.fullmatch(value.strip())):
        return float(match.group(1)) / 100
    return value


_HOW_TO_JUDGE = "write a word of the scale, a number, a range [low, high], or unknown"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _amount(value: Any) -> Any:
    """Let percentages be numbers, and say in words what is no judgement at all."""
    if isinstance(value, ModedRange):
        return value
    if isinstance(value, Mapping):
        return _moded(value)
    if isinstance(value, list | tuple):
        ends = tuple(_number(part) for part in value)
        if len(ends) != 2 or not all(_is_number(end) for end in ends):
            has_other_comma = any(isinstance(end, str) and ARABIC_COMMA in end for end in ends)
            hint = f"; {ONLY_LATIN_COMMA}" if has_other_comma else ""
            raise ValueError(f"a range is two numbers, the lower one first: [0.2, 0.4]{hint}")
        return ends
    value = _number(value)
    if value is None:
        raise ValueError(f"nothing stands here: {_HOW_TO_JUDGE}")
    if not (isinstance(value, str) or _is_number(value)):
        raise ValueError(f"this is not a judgement: {_HOW_TO_JUDGE}")
    return value


def _moded(value: Mapping[Any, Any]) -> Any:
    if set(value) != {"range", "mode"}:
        raise ValueError(f"this is not one judgement: {_HOW_TO_JUDGE}, or {{range: [low, high], mode: number}}")
    mode = _number(value["mode"])
    if not _is_number(mode):
        raise ValueError("the mode is one number, inside the range")
    return {"range": _amount(value["range"]), "mode": mode}


def _is_sound(value: Any, lowest: float, highest: float) -> Any:
    """Refuse ranges that run backwards and values outside what the scale allows."""
    numbers = (
        value if isinstance(value, tuple) else (*value.range, value.mode) if isinstance(value, ModedRange) else (value,)
    )
    for number in numbers:
        if isinstance(number, float | int) and not lowest <= number <= highest:
            raise ValueError(f"{number:g} lies outside [{lowest:g}, {highest:g}]{_percent_hint(number, highest)}")
    ends = value if isinstance(value, tuple) else value.range if isinstance(value, ModedRange) else None
    if ends and ends[0] > ends[1]:
        raise ValueError(f"the range [{ends[0]:g}, {ends[1]:g}] runs backwards")
    return value


def _percent_hint(number: float, highest: float) -> str:
    """Whoever writes 46 for a probability most often means 46%; whoever writes 146% must be told in percent."""
    if highest != 1.0:
        return ""
    return f"; {number:g} in a hundred is written {number:g}%" if 2 <= number <= 100 else ", that is 0% to 100%"


def _within(lowest: float, highest: float) -> AfterValidator:
    return AfterValidator(lambda value: _is_sound(value, lowest, highest))


_Amount = float | tuple[float, float] | ModedRange | str
_End = float | Annotated[str, StringConstraints(pattern=r"%$")]
_Written = _End | tuple[_End, _End] | ModedRange | str
_AsAmount = BeforeValidator(_amount, json_schema_input_type=_Written)
Share = Annotated[float, BeforeValidator(_number, json_schema_input_type=_End), Field(ge=0, le=1)]
"""A part of a whole: a number in [0, 1] or ``46%``."""
Probability = Annotated[_Amount, _AsAmount, _within(0.0, 1.0)]
"""A word of the probability scale, a number in [0, 1] or ``46%``, a range, or ``unknown``."""
Size = Annotated[_Amount, _AsAmount, _within(0.0, 100.0)]
"""A word of the size scale, points in [0, 100], a range of points, or ``unknown``."""
Points = Annotated[_Amount, _AsAmount, _within(-100.0, 100.0)]
"""Points that may be a loss: in [-100, 100]."""
Weight = Annotated[_Amount, _AsAmount, _within(0.0, 1e6)]
"""What 100 points in a domain are worth against the others: a number of any unit, or a range."""


def _days(value: Any) -> Any:
    """Understand a number of days or a range of them, and say in words what is neither."""
    if isinstance(value, list | tuple) and len(value) == 2 and all(map(_is_number, value)):
        return tuple(value)
    if _is_number(value) or value == UNKNOWN:
        return value
    raise ValueError("a length is a number of days, a range with the least first ([3, 9]), or unknown")


_WrittenDays = float | tuple[float, float] | Literal["unknown"]
Days = Annotated[_WrittenDays, BeforeValidator(_days, json_schema_input_type=_WrittenDays), _within(0.0, MOST_DAYS)]
"""A number of days, a range of days, or ``unknown``."""


class Judged(Record, Generic[T]):
    """One judgement with its reason. Written bare (``likely``) or as ``{value: likely, because: ...}``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: T
    because: Text | None = None


def _judged(value: Any) -> Any:
    if isinstance(value, Judged) or (isinstance(value, Mapping) and "value" in value):
        return value
    return {"value": value}


class _AsJudged:
    """Wraps a bare judgement; editors are told that it may be bare."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_judged, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        with_reason = handler(schema)
        bare = handler.resolve_ref_schema(with_reason)["properties"]["value"]
        return {"anyOf": [bare, with_reason]}


AsJudged = _AsJudged()
"""Wraps a bare judgement."""
