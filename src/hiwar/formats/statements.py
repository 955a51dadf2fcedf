"""Statements over options, such as ``accept and not delay if modify``: what they say, and where they hold.

From the loosest to the tightest: ``iff``, ``if``, ``or``, ``and``, ``not``. ``a if b`` says that a holds where b does.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hiwar.methods.graph_model.forms import Option, OptionForm, Pattern
from hiwar.methods.graph_model.spaces import BoolArray, OptionSpace, fits

KEYWORDS = ("iff", "if", "or", "and", "not")
MOST_PARTS = 500
"""Options, words and brackets of one statement."""
MOST_BRACKETS = 30
"""Brackets inside each other."""
MOST_OPTIONS_IN_PATTERNS = 12
"""A statement over more options than this is not taken apart into patterns."""
_TOKEN = re.compile(r"""\s*(?:(?P<bracket>[()=])|"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<word>[^\s()="']+))""")


class StatementError(ValueError):
    """A statement cannot be understood; ``column`` counts characters from 0, ``word`` is the one not known."""

    def __init__(self, message: str, column: int, word: str = "", known: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.column, self.word, self.known = column, word, tuple(known)


@dataclass(frozen=True)
class Holds:
    """An option has one of these levels."""

    option: str
    levels: tuple[str, ...]


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: "Expression"


@dataclass(frozen=True)
class Joined:
    """Two or more parts joined by one keyword."""

    keyword: str
    parts: tuple["Expression", ...]


Expression = Holds | Not | Joined


@dataclass(frozen=True)
class _Token:
    kind: str
    """``bracket``, ``name`` (quoted), ``word`` or ``keyword``."""
    text: str
    column: int


def parse(text: str, form: OptionForm) -> Expression:
    """Understand a statement.

    Raises
    ------
    StatementError
        With the place of what is wrong.
    """
    parser = _Parser(text, list(_tokens(text)), {option.name: option for option in form.options})
    expression = parser.joined(0)
    parser.must_end()
    return expression


def _tokens(text: str) -> Iterable[_Token]:
    place = 0
    for count in range(MOST_PARTS + 1):
        if not text[place:].strip():
            return
        found = _TOKEN.match(text, place)
        if found is None:
            column = place + len(text[place:]) - len(text[place:].lstrip())
            raise StatementError("a quote is opened here and never closed", column)
        if count == MOST_PARTS:
            raise StatementError(f"a statement has at most {MOST_PARTS} parts", found.start())
        kind = str(found.lastgroup)
        word = found[kind]
        kind = {"double": "name", "single": "name"}.get(kind, kind)
        kind = "keyword" if kind == "word" and word.lower() in KEYWORDS else kind
        yield _Token(kind, word.lower() if kind == "keyword" else word, found.start(str(found.lastgroup)))
        place = found.end()


class _Parser:
    """Reads tokens from left to right."""

    def __init__(self, text: str, tokens: list[_Token], options: dict[str, Option]) -> None:
        self.text, self.tokens, self.options = text, tokens, options
        self.place = 0
        self.depth = 0

    def joined(self, looseness: int) -> Expression:
        """Parts joined by one keyword, each of parts joined more tightly."""
        if looseness == len(KEYWORDS) - 1:
            return self.negated()
        keyword = KEYWORDS[looseness]
        parts = [self.joined(looseness + 1)]
        while self.takes("keyword", keyword):
            parts.append(self.joined(looseness + 1))
        return parts[0] if len(parts) == 1 else Joined(keyword, tuple(parts))

    def negated(self) -> Expression:
        """``not`` as often as it stands, then an option or a bracket."""
        count = 0
        while self.takes("keyword", "not"):
            count += 1
        part = self.bracket_or_option()
        return Not(part) if count % 2 else part

    def bracket_or_option(self) -> Expression:
        """``( ... )`` or an option."""
        if not self.takes("bracket", "("):
            return self.option()
        opened = self.tokens[self.place - 1].column
        self.depth += 1
        if self.depth > MOST_BRACKETS:
            raise StatementError(f"more than {MOST_BRACKETS} brackets inside each other", opened)
        inside = self.joined(0)
        self.depth -= 1
        if not self.takes("bracket", ")"):
            raise StatementError("a bracket is opened here and not closed", opened)
        return inside

    def option(self) -> Expression:
        """The name of an option, in quotes or not, and perhaps ``= level``."""
        column = self.tokens[self.place].column if self.place < len(self.tokens) else len(self.text)
        name = self.words()
        if not name:
            found = f'"{self.tokens[self.place].text}"' if self.place < len(self.tokens) else "the end"
            raise StatementError(f"an option is wanted here; found {found}", column)
        option = self.options.get(name)
        if option is None:
            raise StatementError(f'"{name}" is not an option of this conflict', column, name, list(self.options))
        if self.takes("bracket", "="):
            place = self.tokens[self.place].column if self.place < len(self.tokens) else len(self.text)
            level = self.words()
            if level not in option.levels:
                listed = ", ".join(option.levels)
                raise StatementError(f'"{level}" is not a level of "{name}" ({listed})', place, level, option.levels)
            return Holds(name, (level,))
        if "yes" not in option.levels:
            example = f'"{name}" = "{option.levels[-1]}"'
            raise StatementError(f'"{name}" has no level "yes"; say which level is meant: {example}', column)
        return Holds(name, ("yes",))

    def words(self) -> str:
        """One name in quotes, or words up to the next keyword or bracket."""
        words: list[str] = []
        while self.place < len(self.tokens) and self.tokens[self.place].kind in ("word", "name"):
            token = self.tokens[self.place]
            if words and token.kind == "name":
                break
            words.append(token.text)
            self.place += 1
            if token.kind == "name":
                break
        return " ".join(words)

    def takes(self, kind: str, text: str) -> bool:
        """Go on if the next token is this one."""
        is_next = self.place < len(self.tokens) and self.tokens[self.place] == _Token(
            kind, text, self.tokens[self.place].column
        )
        self.place += is_next
        return is_next

    def must_end(self) -> None:
        """Nothing may be left."""
        if self.place < len(self.tokens):
            token = self.tokens[self.place]
            message = f'"{token.text}" does not belong here; {", ".join(KEYWORDS)} join options'
            raise StatementError(message, token.column)


def holds_in(expression: Expression, space: OptionSpace) -> BoolArray:
    """(cell,): the statement holds there."""
    match expression:
        case Holds(option, levels):
            return fits(space.form, {option: levels}, space.option_sizes)
        case Not(part):
            return ~holds_in(part, space)
        case Joined(keyword, parts):
            found = holds_in(parts[0], space)
            for part in parts[1:]:
                other = holds_in(part, space)
                found = _JOINING[keyword](found, other)
            return found


_JOINING: Mapping[str, Callable[[Any, Any], Any]] = {
    "and": np.logical_and,
    "or": np.logical_or,
    "iff": np.equal,
    "if": lambda first, condition: first | ~condition,
}


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


def options_in(expression: Expression) -> set[str]:
    """Options that a statement is about."""
    match expression:
        case Holds(option, _):
            return {option}
        case Not(part):
            return options_in(part)
        case Joined(_, parts):
            return set().union(*(options_in(part) for part in parts))


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
                found = bool(_JOINING[keyword](np.bool_(found), np.bool_(_value(part, levels))))
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
