"""What is wrong in a case: where it stands, what was found, what would do."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rich.cells import cell_len

MAX_PROBLEMS = 200
"""So many problems are shown; a file with more is best put right in rounds."""
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What the YAML parser counts as the end of a line."""
_SHOWN = 150
_INVISIBLE_BUT_HARMLESS = "\u200c\u200d\u200e\u200f"


@dataclass(frozen=True)
class Place:
    """Where something is written: file (relative to the case's folder) and line, counted from 1."""

    file: str
    line: int


@dataclass(frozen=True)
class SourceText:
    """The text of one file of a case, with its lines for messages."""

    file: str
    """The path as the user would type it."""
    inside: str
    """The path inside the case's folder."""
    text: str
    lines: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, file: str, inside: str, text: str) -> "SourceText":
        """Cut a text into lines the way the parser counts them."""
        return cls(file, inside, text, tuple(LINE_BREAK.split(text)))


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, or worth knowing: place, what was found, and the line with a mark under it."""

    file: str
    line: int
    """From 1; 0 where no line can be given."""
    column: int
    """From 1; 0 where no column can be given."""
    message: str
    excerpt: str = ""
    """The line and a caret below the place."""
    is_error: bool = True

    def __str__(self) -> str:
        """``file:line:column: message``, then the line and the caret."""
        where = ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])
        return f"{where}: {self.message}" + (f"\n{self.excerpt}" if self.excerpt else "")

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Problems are shown by file, line and column."""
        return self.file, self.line, self.column, self.message


class CaseError(Exception):
    """A case cannot be used as it stands; all problems found are in ``problems``, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True)
class Trouble:
    """A problem as it is found; it becomes a ``Problem`` only if it is among those shown."""

    source: SourceText
    line: int
    """From 0, as the parser counts."""
    column: int
    message: str
    word: str = ""
    """The word that was not known, if that is the problem."""
    known: Collection[str] = ()
    """Words that would have been known."""
    is_error: bool = True

    def as_problem(self) -> Problem:
        """Word the problem, with the nearest known word and the line."""
        guess = nearest(self.word, self.known) if self.word else None
        message = f'{self.message}; did you mean "{guess}"?' if guess else self.message
        excerpt = excerpt_of(self.source.lines, self.line, self.column)
        return Problem(self.source.file, self.line + 1, self.column + 1, printable(message), excerpt, self.is_error)


def shown(troubles: Iterable[Trouble]) -> tuple[Problem, ...]:
    """The first problems by place, worded, and how many more there are."""
    ordered = sorted(troubles, key=lambda trouble: (trouble.source.file, trouble.line, trouble.column))
    problems = [trouble.as_problem() for trouble in ordered[:MAX_PROBLEMS]]
    if len(ordered) > MAX_PROBLEMS:
        last = ordered[MAX_PROBLEMS]
        left = len(ordered) - MAX_PROBLEMS
        problems.append(Problem(last.source.file, last.line + 1, 0, f"{left} more problems from here on"))
    return tuple(dict.fromkeys(problems))


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that was most likely meant, if one is near enough."""
    folded = word.casefold()
    candidates = {known_word: known_word.casefold() for known_word in known if known_word != word}
    found = process.extractOne(folded, candidates, scorer=OSA.normalized_similarity, score_cutoff=0.6)
    if found:
        return str(found[2])
    parts = [name for name, text in candidates.items() if len(folded) >= 3 and (folded in text or text in folded)]
    return min(parts, key=lambda name: (abs(len(name) - len(word)), name)) if parts else None


def excerpt_of(lines: tuple[str, ...], line: int, column: int) -> str:
    """The line, cut to what fits, and a caret under the column."""
    if not 0 <= line < len(lines) or not lines[line].strip():
        return ""
    text = lines[line]
    start = max(0, column - _SHOWN // 2) if len(text) > _SHOWN else 0
    before = printable(text[start:column]).replace("\t", "    ")
    after = printable(text[column : start + _SHOWN]).replace("\t", "    ")
    lead, tail = ("..." if start else ""), ("..." if len(text) > start + _SHOWN else "")
    return f"    {lead}{before}{after}{tail}\n    {' ' * (len(lead) + cell_len(before))}^"


def printable(text: str) -> str:
    """Show characters that would change a terminal or the direction of the text as a mark."""
    if text.isprintable():
        return text
    kept = _INVISIBLE_BUT_HARMLESS + "\n\t"
    return "".join(char if char.isprintable() or char in kept else "\N{REPLACEMENT CHARACTER}" for char in text)


def brief(value: object, length: int = 60) -> str:
    """A value as found, short enough for a message."""
    text = " ".join(str(value)[: 4 * length].split())
    return text if len(text) <= length else text[: length - 3] + "..."
