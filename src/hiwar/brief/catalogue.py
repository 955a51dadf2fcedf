"""The words of the brief in one language: Fluent messages, and nothing missing quietly."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

from hiwar.brief.isolate import DIRECTIONS as DIRECTIONS
from hiwar.brief.isolate import in_order, is_to_left


class CatalogueError(Exception):
    """A message is missing, is written wrongly, or lacks one of its values."""


class Catalogue:
    """All messages of one language; in one written from right to left each value that they take is an isolate."""

    def __init__(self, language: str, sources: tuple[str, ...]) -> None:
        self.language = language
        self.keys: frozenset[str] = frozenset()
        self._bundle = FluentBundle([language], use_isolating=is_to_left(language))
        for source in sources:
            self._add(source)

    def __call__(self, key: str, /, **values: Any) -> str:
        """Give the message of a key (``appraisal.recommended``) with its values filled in.

        Raises
        ------
        CatalogueError
            If there is no such message or a value that it names is not given.
        """
        name = key.replace(".", "-")
        if not self._bundle.has_message(name):
            raise CatalogueError(f"{self.language}: no message {name!r}")
        pattern = self._bundle.get_message(name).value
        if pattern is None:
            raise CatalogueError(f"{self.language}: message {name!r} is empty")
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise CatalogueError(f"{self.language}: {name!r}: {'; '.join(str(error) for error in errors)}")
        return in_order(str(text), self.language)

    def has(self, key: str) -> bool:
        """Whether there is a message for a key."""
        return bool(self._bundle.has_message(key.replace(".", "-")))

    def _add(self, source: str) -> None:
        resource = FluentResource(source)
        for entry in resource.body:
            if isinstance(entry, Junk):
                raise CatalogueError(f"{self.language}: not a message: {(entry.content or '').strip()[:80]!r}")
        names = [entry.id.name for entry in resource.body if hasattr(entry, "id")]
        twice = sorted({name for name in names if names.count(name) > 1} | (set(names) & self.keys))
        if twice:
            raise CatalogueError(f"{self.language}: written twice: {', '.join(twice)}")
        self.keys = self.keys | set(names)
        self._bundle.add_resource(resource)


def languages() -> tuple[str, ...]:
    """Languages in which the brief can be written."""
    return tuple(sorted(part.name for part in files("hiwar.brief").joinpath("messages").iterdir() if part.is_dir()))


@lru_cache
def catalogue(language: str) -> Catalogue:
    """Read the catalogue of a language.

    Raises
    ------
    CatalogueError
        If there is none.
    """
    if language not in languages():
        raise CatalogueError(f"no catalogue for {language!r}; there is: {', '.join(languages())}")
    folder = files("hiwar.brief").joinpath("messages", language)
    parts = sorted((part for part in folder.iterdir() if part.name.endswith(".ftl")), key=lambda part: part.name)
    return Catalogue(language, tuple(part.read_text(encoding="utf-8") for part in parts))
