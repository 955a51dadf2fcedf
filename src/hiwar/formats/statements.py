"""Statements over options as patterns of yes and no, and back: the form that the field's tools keep them in."""

from collections.abc import Iterable, Sequence

import numpy as np

from hiwar.methods.graph_model.forms import OptionForm, Pattern
from hiwar.methods.graph_model.statements import (
    JOINING,
    Expression,
    Holds,
    Joined,
    Not,
    StatementError,
    options_in,
    parse,
)

MOST_OPTIONS_IN_PATTERNS = 12
"""A statement over more options than this is not taken apart into patterns."""


def statement_of(patterns: Sequence[Pattern]) -> str:
    """A statement that holds where one of the patterns fits."""
    parts = [" and ".join(_literal(name, levels) for name, levels in pattern.items()) for pattern in patterns]
    if len(parts) == 1:
        return parts[0]
    return " or ".join(f"({part})" if " and " in part else part for part in parts)


def _literal(name: str, levels: tuple[str, ...]) -> str:
    quote = "'" if '"' in name else '"'
    quoted = f"{quote}{name}{quote}"
    return quoted if levels == ("yes",) else f"not {quoted}"


def patterns_of(text: str, form: OptionForm) -> list[Pattern]:
    """Patterns of yes and no, one of which fits exactly where the statement holds; as few signs as can be.

    Raises
    ------
    StatementError
        If it is about too many options to be taken apart.
    """
    expression = parse(text, form)
    names = sorted(options_in(expression), key=[option.name for option in form.options].index)
    if len(names) > MOST_OPTIONS_IN_PATTERNS:
        raise StatementError(f"the statement is about more than {MOST_OPTIONS_IN_PATTERNS} options", 0)
    found = {signs for signs in _all_signs(len(names)) if _value(expression, dict(zip(names, signs, strict=True)))}
    merged = _merged(found)
    return [
        {name: (sign,) for name, sign in zip(names, signs, strict=True) if sign}
        for signs in sorted(merged, reverse=True)
    ]


def _all_signs(count: int) -> Iterable[tuple[str, ...]]:
    for number in range(1 << count):
        yield tuple("yes" if number >> place & 1 else "no" for place in range(count))


def _value(expression: Expression, levels: dict[str, str]) -> bool:
    match expression:
        case Holds(option, wanted):
            return levels[option] in wanted
        case Not(part):
            return not _value(part, levels)
        case Joined(keyword, parts):
            found = _value(parts[0], levels)
            for part in parts[1:]:
                found = bool(JOINING[keyword](np.bool_(found), np.bool_(_value(part, levels))))
            return found


def _merged(found: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Patterns that differ in one sign become one without it, until none do; an empty sign is either."""
    kept: set[tuple[str, ...]] = set()
    while found:
        merged, used = set(), set()
        for signs in found:
            for place, sign in enumerate(signs):
                other = (*signs[:place], {"yes": "no", "no": "yes", "": ""}[sign], *signs[place + 1 :])
                if sign and other in found:
                    merged.add((*signs[:place], "", *signs[place + 1 :]))
                    used |= {signs, other}
        kept |= found - used
        found = merged
    return kept
