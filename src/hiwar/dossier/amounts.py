"""Judgements as analysts write them: a word, a range, a range with its mode, a number, or unknown."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Generic, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, ConfigDict, model_validator

from hiwar.dossier.records import Record, Text

T = TypeVar("T")
UNKNOWN = "unknown"
_PERCENT = re.compile(r"^([0-9]+(?:\.[0-9]+)?)\s*[%٪]$")


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
    if isinstance(value, str) and (match := _PERCENT.match(value.strip())):
        return float(match.group(1)) / 100
    return value


def _numbers(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return tuple(_number(part) for part in value)
    if isinstance(value, Mapping) and "range" in value:
        return {key: _numbers(part) for key, part in value.items()}
    return _number(value)


def _is_sound(value: Any, lowest: float, highest: float) -> Any:
    """Refuse ranges that run backwards and values outside what the scale allows."""
    numbers = (
        value if isinstance(value, tuple) else (*value.range, value.mode) if isinstance(value, ModedRange) else (value,)
    )
    for number in numbers:
        if isinstance(number, float | int) and not lowest <= number <= highest:
            raise ValueError(f"{number:g} lies outside [{lowest:g}, {highest:g}]")
    ends = value if isinstance(value, tuple) else value.range if isinstance(value, ModedRange) else None
    if ends and ends[0] > ends[1]:
        raise ValueError(f"the range [{ends[0]:g}, {ends[1]:g}] runs backwards")
    return value


def _within(lowest: float, highest: float) -> AfterValidator:
    return AfterValidator(lambda value: _is_sound(value, lowest, highest))


_Amount = float | tuple[float, float] | ModedRange | str
Probability = Annotated[_Amount, BeforeValidator(_numbers), _within(0.0, 1.0)]
"""A word of the probability scale, a number in [0, 1] or ``46%``, a range, or ``unknown``."""
Size = Annotated[_Amount, BeforeValidator(_numbers), _within(0.0, 100.0)]
"""A word of the size scale, points in [0, 100], a range of points, or ``unknown``."""
Points = Annotated[_Amount, BeforeValidator(_numbers), _within(-100.0, 100.0)]
"""Points that may be a loss: in [-100, 100]."""
Weight = Annotated[_Amount, BeforeValidator(_numbers), _within(0.0, 1e6)]
"""What 100 points in a domain are worth against the others: a number of any unit, or a range."""


class Judged(Record, Generic[T]):
    """One judgement with its reason. Written bare (``likely``) or as ``{value: likely, because: ...}``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: T
    because: Text | None = None


def _judged(value: Any) -> Any:
    if isinstance(value, Mapping) and "value" in value:
        return value
    return {"value": value}


AsJudged = BeforeValidator(_judged)
"""Wraps a bare judgement."""
