"""Weights, and how much of them is asked for: a number, a share, or a word such as *majority*."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from hiwar.dossier.explain import found
from hiwar.dossier.problems import Trouble
from hiwar.dossier.tree import Node
from hiwar.methods.voting_power import Number, Quota, share

WORDS: Mapping[str, tuple[Fraction, bool]] = {
    "majority": (Fraction(1, 2), True),
    "three fifths": (Fraction(3, 5), False),
    "two thirds": (Fraction(2, 3), False),
    "three quarters": (Fraction(3, 4), False),
    "all": (Fraction(1), False),
}
"""Word to share, and whether more than it is wanted."""
_MOST_DIGITS = 30
"""Longer numbers are refused: their fractions would only cost time."""
_SHARE = re.compile(r"(?:(more than|at least)\s+)?([0-9][0-9_]*(?:\.[0-9]+)?)\s*(%?)")


@dataclass(frozen=True)
class Asked:
    """How much of a measure is asked for, and where that is written."""

    node: Node
    measure: str
    weights: Mapping[str, Number]
    is_strict: bool
    needed: Number | None = None
    part: Fraction | None = None
    """Either a weight or a share of all."""

    def quota(self) -> Quota:
        """Asked of all members."""
        if self.part is not None:
            return share(self.weights, self.part, is_strict=self.is_strict, name=self.measure)
        return Quota(self.weights, self.needed or 0, self.is_strict, self.measure)


def asked_of(node: Node, measure: str, weights: Mapping[str, Number], troubles: list[Trouble]) -> Asked | None:
    """``12``, ``more than 12``, ``62%``, ``more than 50%``, ``two thirds``; none with its trouble."""
    raw = " ".join(node.raw.split()) if node.kind == "scalar" else ""
    if raw in WORDS:
        part, is_strict = WORDS[raw]
        return Asked(node, measure, weights, is_strict, part=part)
    written = _SHARE.fullmatch(raw)
    number = exactly(written.group(2)) if written else None
    if written is None or number is None:
        message = (
            f"expected here: a weight, a share or a word, such as 12, 62%, more than 50% or {', '.join(WORDS)}; "
            f"found {found(node)}"
        )
        troubles.append(node.trouble(message, word=raw, known=list(WORDS)))
        return None
    is_strict = written.group(1) == "more than"
    if not written.group(3):
        return Asked(node, measure, weights, is_strict, needed=number)
    part = Fraction(number) / 100
    if part > 1:
        troubles.append(node.trouble(f"{found(node)} is more than all"))
    return Asked(node, measure, weights, is_strict, part=part)


def weight_of(node: Node, troubles: list[Trouble]) -> Number:
    """A weight exactly as written: a whole number, a decimal, or a fraction such as 1/3; 0 with its trouble."""
    number = None
    if node.kind == "scalar" and not isinstance(node.value, bool):
        number = exactly(node.raw.strip())
    if number is None or number < 0:
        troubles.append(
            node.trouble(f"expected here: a weight of at least 0, such as 12, 3.5 or 1/3; found {found(node)}")
        )
        return 0
    return number


def exactly(raw: str) -> int | Decimal | Fraction | None:
    """A number without rounding; none if it is not one, or has too many digits."""
    if not 0 < len(raw) <= _MOST_DIGITS:
        return None
    try:
        if "/" in raw:
            return Fraction(raw)
        number = Decimal(raw.replace("_", ""))
    except (InvalidOperation, ValueError, ZeroDivisionError):
        return None
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return None
    whole = int(number)
    return whole if whole == number else number
