"""Statements over options, such as ``accept and not delay if modify``: what they say, and where they hold.

From the loosest to the tightest: ``iff``, ``if``, ``or``, ``and``, ``not``. ``a if b`` says that a holds where b does.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hiwar.methods.graph_model.forms import Option, OptionForm
from hiwar.methods.graph_model.spaces import BoolArray, ModelError, OptionSpace

KEYWORDS = ("iff", "if", "or", "and", "not")
MOST_PARTS = 500
"""Options, words and brackets of one statement."""
MOST_BRACKETS = 30
"""Brackets inside each other."""
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
    """(cell,): the statement holds there.

    Raises
    ------
    ModelError
        It names an option or a level that the conflict does not have.
    """
    shape = tuple(space.option_sizes[::-1].tolist())
    held: BoolArray = np.broadcast_to(cube_of(expression, space), shape).ravel()
    return held


def cube_of(expression: Expression, space: OptionSpace) -> BoolArray:
    """The statement holds there; one axis per option, the last option first, of length 1 where it does not matter."""
    match expression:
        case Holds(option, levels):
            return _axis(option, levels, space)
        case Not(part):
            return ~cube_of(part, space)
        case Joined(keyword, parts):
            found = cube_of(parts[0], space)
            for part in parts[1:]:
                found = JOINING[keyword](found, cube_of(part, space))
            return found


def _axis(name: str, levels: Sequence[str], space: OptionSpace) -> BoolArray:
    options = space.form.options
    places = {option.name: place for place, option in enumerate(options)}
    if name not in places:
        raise ModelError(f"'{name}' is no option of the conflict; its options: {', '.join(places)}")
    option = options[places[name]]
    if unknown := [level for level in levels if level not in option.levels]:
        raise ModelError(f"'{unknown[0]}' is no level of '{name}'; its levels: {', '.join(option.levels)}")
    shape = [1] * len(options)
    shape[len(options) - 1 - places[name]] = len(option.levels)
    return np.isin(option.levels, levels).reshape(shape)


JOINING: Mapping[str, Callable[[Any, Any], Any]] = {
    "and": np.logical_and,
    "or": np.logical_or,
    "iff": np.equal,
    "if": lambda first, condition: first | ~condition,
}


def options_in(expression: Expression) -> set[str]:
    """Options that a statement is about."""
    match expression:
        case Holds(option, _):
            return {option}
        case Not(part):
            return options_in(part)
        case Joined(_, parts):
            return set().union(*(options_in(part) for part in parts))
