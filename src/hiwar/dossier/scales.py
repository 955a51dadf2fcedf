"""Words of probability and size, and the ranges they stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from immutabledict import immutabledict

from hiwar.dossier.amounts import UNKNOWN, Judged, ModedRange
from hiwar.dossier.model import Dossier

PROBABILITY_WORDS: Mapping[str, tuple[float, float]] = immutabledict(
    {
        "impossible": (0.0, 0.0),
        "almost no chance": (0.01, 0.05),
        "remote": (0.01, 0.05),
        "very unlikely": (0.05, 0.20),
        "highly improbable": (0.05, 0.20),
        "unlikely": (0.20, 0.45),
        "improbable": (0.20, 0.45),
        "even chance": (0.45, 0.55),
        "roughly even chance": (0.45, 0.55),
        "roughly even odds": (0.45, 0.55),
        "likely": (0.55, 0.80),
        "probable": (0.55, 0.80),
        "very likely": (0.80, 0.95),
        "highly probable": (0.80, 0.95),
        "almost certain": (0.95, 0.99),
        "nearly certain": (0.95, 0.99),
        "certain": (1.0, 1.0),
    }
)
"""Intelligence Community Directive 203, *Analytic Standards* (Office of the Director of National
Intelligence, 2 January 2015), section D.6.e.2.a; ``impossible`` and ``certain`` are ours."""

SIZE_WORDS: Mapping[str, tuple[float, float]] = immutabledict(
    {
        "none": (0.0, 0.0),
        "negligible": (0.0, 5.0),
        "minor": (5.0, 20.0),
        "moderate": (20.0, 45.0),
        "major": (45.0, 80.0),
        "extreme": (80.0, 100.0),
    }
)
"""Points of 100. A convention of this project: no published yardstick sets points to words of size."""


@dataclass(frozen=True)
class Range:
    """What a judgement admits: every value from ``low`` to ``high``, ``mode`` where one is given."""

    low: float
    high: float
    mode: float | None = None
    word: str | None = None
    """The analyst's word, where it was one."""
    is_unknown: bool = False
    """The analyst says that it is not known."""
    is_stated: bool = True
    """False when the sheet holds no judgement; the range is then the whole scale."""

    @property
    def centre(self) -> float:
        """Mode, else the middle."""
        return (self.low + self.high) / 2 if self.mode is None else self.mode

    @property
    def width(self) -> float:
        """How much is left open."""
        return self.high - self.low


WHOLE_PROBABILITY = Range(0.0, 1.0, is_stated=False)
WHOLE_SIZE = Range(0.0, 100.0, is_stated=False)


def probability_words(dossier: Dossier) -> Mapping[str, tuple[float, float]]:
    """Words of probability: those of the case, else the default ones."""
    return immutabledict({**PROBABILITY_WORDS, **_own(dossier.scales.probability)})


def size_words(dossier: Dossier) -> Mapping[str, tuple[float, float]]:
    """Words of size: those of the case, else the default ones."""
    return immutabledict({**SIZE_WORDS, **_own(dossier.scales.size)})


def resolve(judged: Judged[Any], words: Mapping[str, tuple[float, float]], whole: Range) -> Range:
    """Turn a judgement into the range it admits.

    Raises
    ------
    KeyError
        If the word is not on the scale; ``hiwar check`` reports it with its place first.
    """
    value = judged.value
    if value == UNKNOWN:
        return Range(whole.low, whole.high, is_unknown=True)
    if isinstance(value, str):
        low, high = words[value]
        return Range(low, high, word=value)
    if isinstance(value, ModedRange):
        return Range(*value.range, mode=value.mode)
    if isinstance(value, tuple):
        return Range(*value)
    if isinstance(value, int | float):
        return Range(float(value), float(value))
    raise TypeError(f"not a judgement: {value!r}")


def _own(scale: Mapping[str, object]) -> dict[str, tuple[float, float]]:
    """Words of the case; each must be a number or a range."""
    whole = Range(0.0, 100.0)
    ranges = {word: resolve(Judged[Any](value=value), {}, whole) for word, value in scale.items()}
    return {word: (found.low, found.high) for word, found in ranges.items()}
