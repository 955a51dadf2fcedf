"""Whether each quote stands in its source, where the source's file is present; if not, the passage most like it."""

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path as FilePath
from pathlib import PurePosixPath
from typing import Any

from rapidfuzz import fuzz

from hiwar.dossier.files import RefusalError, read_inside
from hiwar.dossier.known import Flaw
from hiwar.dossier.limits import MAX_SOURCE_BYTES
from hiwar.dossier.locating import Path
from hiwar.dossier.model import Dossier
from hiwar.dossier.problems import brief
from hiwar.dossier.records import Citation, Record
from hiwar.dossier.source_text import KINDS, UnreadableSourceError, pages_of

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\u00ad": None,
        "\u200c": None,
        "\u200d": None,
        "\u200e": None,
        "\u200f": None,
        "\u0640": None,
        "\ufffe": None,
        "\x02": None,
    }
)
_HYPHEN_AT_LINE_END = re.compile(r"(?<=\w)-\s+(?=\w)")
_NEEDS = {"pdf": "pypdfium2", "docx": "docx"}
_LIKE_ENOUGH = 60.0
_MOST_COMPARISONS = 20
"""So many quotes of a case are compared with their source for the nearest passage; it is slow in long sources."""


@dataclass(frozen=True)
class SourcePages:
    """The text of a source, folded so that line breaks and typographic signs do not matter."""

    text: str
    """All pages, one blank between them."""
    starts: tuple[int, ...]
    """Where each page begins in ``text``."""

    @classmethod
    def of(cls, pages: tuple[str, ...]) -> "SourcePages":
        """Fold the pages of a document."""
        parts = [folded(page) for page in pages]
        starts = list(accumulate((len(part) + 1 for part in parts), initial=0))[: len(parts)]
        return cls(" ".join(parts), tuple(starts))

    def page_at(self, position: int) -> int:
        """Number of the page, from 1, on which a position of the text stands."""
        return bisect_right(self.starts, position)


def folded(text: str) -> str:
    """Text with white space, hyphens at line ends and typographic signs made alike, for comparison."""
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    return " ".join(_HYPHEN_AT_LINE_END.sub("", plain).split())


def holds(source: SourcePages, quote: str) -> bool:
    """Whether a quote stands in a source, hyphens and letter case at line breaks aside."""
    wanted = folded(quote)
    return wanted in source.text or wanted.replace("-", "") in source.text.replace("-", "")


def nearest_passage(source: SourcePages, quote: str) -> tuple[str, int] | None:
    """The passage most like a quote, and its page; none if nothing is like it."""
    found = fuzz.partial_ratio_alignment(folded(quote), source.text, score_cutoff=_LIKE_ENOUGH)
    if found is None:
        return None
    start = source.text.rfind(" ", 0, found.dest_start + 1) + 1
    end = source.text.find(" ", found.dest_end)
    return source.text[start : end if end >= 0 else None], source.page_at(found.dest_start)


def check_quotes(dossier: Dossier, root: FilePath) -> Iterator[Flaw]:
    """Quotes that do not stand in their source, and sources that cannot be read; remarks, never errors.

    A path that leaves the case's folder is an error.
    """
    if not any(source.file for source in dossier.sources.values()):
        return
    quotes: defaultdict[str, list[tuple[Path, Citation]]] = defaultdict(list)
    for path, citation in citations(dossier, ()):
        if citation.quote is not None:
            quotes[citation.source].append((path, citation))
    comparisons = _MOST_COMPARISONS
    for name, source in dossier.sources.items():
        pages = _readable(root, name, source.file, wanted=bool(quotes[name]))
        if isinstance(pages, Flaw):
            yield pages
            continue
        for path, citation in quotes[name]:
            if pages is not None and not holds(pages, str(citation.quote)):
                comparisons -= 1
                yield _not_found(path, citation, pages, compare=comparisons >= 0)


def _readable(root: FilePath, name: str, file: str | None, *, wanted: bool) -> SourcePages | Flaw | None:
    """Text of a source, why it cannot be had, or none where there is no file or no quote asks for it."""
    if file is None:
        return None
    here: Path = ("sources", name, "file")
    try:
        return _pages(root, file, wanted=wanted)
    except RefusalError as refusal:
        is_missing = str(refusal) == "there is no such file"
        return Flaw(here, f"{brief(file)}: {refusal}{_UNCHECKED if is_missing else ''}", is_error=not is_missing)
    except UnreadableSourceError as error:
        return Flaw(here, f"{brief(file)}: {error}{_UNCHECKED}", is_error=False)


_UNCHECKED = "; its quotes are not checked"


def _pages(root: FilePath, file: str, *, wanted: bool) -> SourcePages | None:
    """Folded text of a source file; none where no quote asks for it."""
    data = read_inside(root, file, MAX_SOURCE_BYTES)
    if not wanted:
        return None
    kind = KINDS.get(PurePosixPath(file).suffix.lower())
    if kind is None:
        raise UnreadableSourceError(f"only {', '.join(KINDS)} can be read")
    if kind in _NEEDS and find_spec(_NEEDS[kind]) is None:
        raise UnreadableSourceError("reading it needs more packages: pip install 'hiwar[sources]'")
    return SourcePages.of(pages_of(data, kind))


def _not_found(path: Path, citation: Citation, pages: SourcePages, *, compare: bool) -> Flaw:
    message = f'this quote is not found in "{citation.source}"'
    nearest = nearest_passage(pages, str(citation.quote)) if compare else None
    if nearest is not None:
        where = f" (page {nearest[1]} of the file)" if len(pages.starts) > 1 else ""
        message += f'; the nearest passage{where} is: "{brief(nearest[0], 300)}"'
    elif compare:
        message += "; nothing there is like it"
    return Flaw(path, message, is_error=False)


def citations(value: Any, path: Path) -> Iterator[tuple[Path, Citation]]:
    """Every citation of a case, with its path."""
    if isinstance(value, Citation):
        yield (*path, "quote"), value
    elif isinstance(value, Record):
        for field in type(value).model_fields:
            yield from citations(getattr(value, field), (*path, field))
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from citations(part, (*path, key))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from citations(part, (*path, number))
