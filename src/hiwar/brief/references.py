"""Sources in a numbered list, and passages in notes that name them by their number (ISO 690, numeric)."""

from hiwar.brief.document import Reference
from hiwar.brief.entries import anchor_of
from hiwar.brief.words import Words
from hiwar.dossier.contents import Source


def references_of(words: Words) -> tuple[Reference, ...]:
    """The sources of a case in the order of author, title and year, each with its number."""
    return tuple(
        Reference(anchor_of(f"source-{key}"), _full(words, words.dossier.sources[key]), str(number))
        for key, number in words.source_numbers.items()
    )


def _full(words: Words, source: Source) -> str:
    """``Authors. Title. Publisher, year.``; what is not known is left out."""
    authors = words.joined("words.semicolon", [words.foreign(author) for author in source.authors])
    where = words.joined("words.comma", [words.foreign(str(part)) for part in (source.publisher, source.year) if part])
    parts = [part.rstrip(".") for part in (authors, words.text(source.title), where) if part]
    return words.foreign(words.joined("reference.joint", parts) + ".")
