"""What an unquoted word of YAML 1.2 stands for: text, a number, true or false, or nothing."""

import math
import re

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INT = re.compile(r"[-+]?[0-9]+")
_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_PERCENT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?) ?%")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_EASTERN = str.maketrans(
    {chr(first + digit): str(digit) for first in (0x0660, 0x06F0) for digit in range(10)}
    | {"\u066b": ".", "\u066a": "%"}
)
"""Arabic-Indic and extended Arabic-Indic digits, the Arabic decimal separator and per cent sign."""
_FIRST_OF_NUMBER = frozenset("+-.0123456789") | frozenset(map(chr, _EASTERN))
_LONGEST_NUMBER = 40

Scalar = str | int | float | bool | None


class NotFiniteError(ValueError):
    """The number is infinite or not a number."""


def resolve_plain(text: str) -> Scalar:
    """Read an unquoted scalar by the core schema of YAML 1.2; ``no``, ``on`` and dates are text.

    Digits may be Arabic-Indic (``٠٫٤٦``); a percentage keeps its sign and becomes ``46%``.

    Raises
    ------
    NotFiniteError
        For ``.inf``, ``.nan`` and numbers too large to hold: no quantity of a case is infinite.
    """
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if text[0] not in _FIRST_OF_NUMBER or len(text) > _LONGEST_NUMBER:
        return text
    return _number(text if text.isascii() else text.translate(_EASTERN), text)


def _number(ascii_text: str, text: str) -> Scalar:
    if _INT.fullmatch(ascii_text):
        return int(ascii_text)
    if _BASE.fullmatch(ascii_text):
        return int(ascii_text, 0)
    if _FLOAT.fullmatch(ascii_text):
        number = float(ascii_text)
        if not math.isfinite(number):
            raise NotFiniteError
        return number
    if _NOT_FINITE.fullmatch(ascii_text):
        raise NotFiniteError
    return ascii_text if _PERCENT.fullmatch(ascii_text) else text
