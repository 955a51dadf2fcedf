"""Ids and numbers put into words, in the language of a catalogue."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from hiwar.brief.catalogue import Catalogue
from hiwar.brief.isolate import in_order, is_ours, is_to_left, isolate, isolate_foreign
from hiwar.brief.isolate import plain as unmarked
from hiwar.dossier.model import Dossier, items_of, principals
from hiwar.dossier.records import Item, Text, in_language
from hiwar.dossier.sheet import Sheet

MINUS = "−"
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "de|en|es|fr|it|ku|pt|ru|tr|zh", "ar|fa|ur|he"
"""Languages that names of the case may be written in."""
_SHORT = 90
_LONG = 32
"""Parts longer than this are set apart by more than a comma."""


@dataclass(frozen=True, eq=False)
class Words:
    """What the brief calls things: messages of the catalogue, names of the case."""

    dossier: Dossier
    sheets: tuple[Sheet, ...]
    catalogue: Catalogue

    def __call__(self, key: str, /, **values: Any) -> str:
        """A message with its values; numbers and names must have been put into words already."""
        return self.catalogue(key, **values)

    @cached_property
    def seat(self) -> str:
        """The principal on whose side the seat is."""
        return next(iter(principals(self.dossier)), self.dossier.seat)

    @property
    def language(self) -> str:
        """Language of the catalogue."""
        return self.catalogue.language

    @cached_property
    def items(self) -> Mapping[str, tuple[str, Item]]:
        """Section and record of each item of the case."""
        return {item.id: (section, item) for section, item in items_of(self.dossier)}

    @cached_property
    def source_numbers(self) -> Mapping[str, int]:
        """Number of each source in the list of sources, which goes by author, title and year."""
        sources = sorted(
            self.dossier.sources.values(),
            key=lambda one: (one.authors or (self.text(one.title),), self.text(one.title), one.year or 0),
        )
        return {source.id: number for number, source in enumerate(sources, 1)}

    def text(self, text: Text | None) -> str:
        """A text of the case in the language of the brief."""
        return self._set(text, in_language(text, self.language).strip())

    def foreign(self, text: str) -> str:
        """An id, a number or a foreign name that stands by itself."""
        return isolate(text, self.language)

    def joined(self, separator: str, parts: Iterable[str]) -> str:
        """Pieces one after the other, in the order of the language; ``separator`` is the key of what stands between."""
        return in_order(self(separator).join(parts), self.language)

    def _set(self, text: Text | None, raw: str) -> str:
        """Words of the case, set apart where they, or some of them, are in another language than the brief."""
        if not is_ours(raw, self.language, is_stated=not isinstance(text, str | None) and self.language in text):
            return isolate(unmarked(raw), self.language)
        return in_order(isolate_foreign(unmarked(raw), self.language), self.language)

    def name(self, key: str) -> str:
        """Short name of an item: its name, else the start of its text, else its id."""
        if key not in self.items:
            return self._apart(key)
        if self.items[key][0] == "variants":
            return self._track(key)
        return self._own_name(key)

    def _own_name(self, key: str) -> str:
        if key not in self.items:
            return self.foreign(key)
        return self._called(self.items[key][1], end=".") or self.foreign(key.rstrip("."))

    def _called(self, item: Item, end: str = "") -> str:
        """The name of an item or an option, else the start of its text."""
        for text, length in ((item.name, None), (item.text, _SHORT)):
            raw = in_language(text, self.language).strip()
            if raw:
                return self._set(text, (shortened(raw, length) if length else raw).rstrip(end))
        return ""

    def _apart(self, key: str) -> str:
        """What is no item itself: a course with a package, or an option of a variable."""
        if ", " in key and "=" in key:
            return self.scenario(key)
        if " + " in key or "=" in key:
            return self.course(key)
        if key.startswith("reservation_value:"):
            return self("words.reservation_value_of", party=self.name(key.partition(":")[2]))
        if key.startswith("less:"):
            return self("words.less_likely", name=self.name(key.partition(":")[2]))
        word = f"words.{key}"
        return self(word) if self.catalogue.has(word) else self.foreign(key.replace("_", " "))

    def course(self, key: str) -> str:
        """Name of a track, of a variant with its track, or of a course with a package of options."""
        course, _, package = key.partition(" + ")
        named = self.assignment(course) if "=" in course else self._track(course)
        if not package:
            return named
        options = self.listed([self.assignment(part) for part in package.split(" + ")])
        return self("words.course_with", course=named, options=options)

    def _track(self, key: str) -> str:
        for track in self.dossier.tracks.values():
            if key in track.variants:
                return self("words.course_of", course=self.name(track.id), variant=self._own_name(key))
        return self._own_name(key)

    def assignment(self, key: str) -> str:
        """``variable=option`` in words."""
        variable, _, option = key.partition("=")
        if not option:
            return self.name(variable)
        return self("words.holds", variable=self.name(variable), options=self.option(variable, option))

    def assignments(self, keys: Iterable[str]) -> str:
        """Several ``variable=option``, each variable named once."""
        grouped: dict[str, list[str]] = {}
        for key in keys:
            variable, _, option = key.partition("=")
            grouped.setdefault(variable, []).append(self.option(variable, option))
        parts = [
            self("words.holds", variable=self.name(variable), options=self.joined("words.comma", options))
            for variable, options in grouped.items()
        ]
        return self.joined("words.semicolon", parts)

    def scenario(self, key: str) -> str:
        """A scenario in words: what is settled in it, or that it is all of them."""
        if not key or key == "always":
            return self("words.any_scenario" if not key else "words.always")
        return self.joined("words.joint", [self.assignment(part) for part in key.split(", ")])

    def day(self, key: str) -> str:
        """A day in words: 1 June 2020."""
        year, month, day = key.split("-")
        return self("words.day", day=str(int(day)), month=self(f"month.{_MONTHS[int(month) - 1]}"), year=year)

    def month(self, year: int, month: int) -> str:
        """A month in words: June 2020."""
        return self("words.month", month=self(f"month.{_MONTHS[month - 1]}"), year=str(year))

    def judgement(self, key: str, domain: str | None = None) -> str:
        """What a judgement is about: how likely an item is, how large, how much a domain weighs."""
        kind, _, subject = key.partition(":")
        if subject.startswith("unstated:"):
            _, track, party, side = subject.split(":")
            said = self(f"judgement.empty_{side}", party=self.name(party), course=self.course(track))
            return self("judgement.in_domain", judgement=said, domain=self.name(domain)) if domain else said
        if kind in ("weight", "weights"):
            return self(f"judgement.{kind}", subject=self.name(subject))
        said = self(f"judgement.{kind}", subject=self.course(subject))
        return self("judgement.in_domain", judgement=said, domain=self.name(domain)) if domain else said

    def package(self, key: str) -> str:
        """What a package is called: by its number, or by the standard that singles it out."""
        kind, _, number = key.partition("-")
        if number:
            return self(f"package.{kind}", number=number)
        return self("package.by", standard=self(f"standard.{key}"))

    def subject(self, key: str) -> str:
        """What is put to a vote, or compared: a course of the case, or a package."""
        return self.course(key) if key in self.items or " + " in key else self.package(key)

    def option(self, variable: str, option: str) -> str:
        """Name of an option of a variable; of several, any of which may hold, where they stand with bars between."""
        if "|" in option:
            return self.either([self.option(variable, part) for part in option.split("|")])
        if variable == "track":
            return self.name(option)
        if variable in self.dossier.attributes:
            return self.text(self.dossier.attributes[variable].values[option]) or self._plain_option(option)
        for section in (self.dossier.events, self.dossier.issues, self.dossier.moves):
            if variable in section:
                found = section[variable].options.get(option)
                return (self._called(found) if found else "") or self._plain_option(option)
        return self.foreign(option)

    def _plain_option(self, option: str) -> str:
        key = f"words.option_{option}"
        return self(key) if self.catalogue.has(key) else self.foreign(option.replace("_", " "))

    def role(self, role: str) -> str:
        """A role in words; a case may use roles of its own."""
        key = f"role.{role}"
        return self(key) if self.catalogue.has(key) else self.foreign(role.replace("_", " "))

    def topic(self, topic: str) -> str:
        """A topic of a delegation in words; a case may name competences of its own."""
        key = f"topic.{topic}"
        return self(key) if self.catalogue.has(key) else self.foreign(topic.replace("_", " "))

    def sheet(self, key: str) -> str:
        """Title of a sheet, else its id."""
        found = (self.text(sheet.title) for sheet in self.sheets if sheet.id == key and sheet.title)
        return next(found, self.foreign(key))

    def condition(self, when: Mapping[str, Iterable[str]]) -> str:
        """A condition in words; empty where there is none."""
        parts = [
            self(
                "words.holds",
                variable=self("words.track") if variable == "track" else self.name(variable),
                options=self.either([self.option(variable, option) for option in options]),
            )
            for variable, options in sorted(when.items())
        ]
        return self.joined("words.joint", parts)

    def names(self, keys: Iterable[str]) -> str:
        """Names of several items, as a list in a sentence."""
        return self.listed([self.name(key) for key in keys])

    def listed(self, parts: Iterable[str]) -> str:
        """Parts of a sentence joined: a, b and c; by semicolons where they are long or join something themselves."""
        found = list(parts)
        joints = (self("words.comma"), unmarked(self("words.and", first="", last="")), ": ")
        bare = [unmarked(part) for part in found]
        if len(found) > 1 and any(len(part) > _LONG or any(joint in part for joint in joints) for part in bare):
            return self.joined("words.semicolon", found)
        return self._joined(found, "words.and")

    def either(self, parts: Iterable[str]) -> str:
        """Parts of a sentence joined: a, b or c."""
        return self._joined(list(parts), "words.or")

    def _joined(self, parts: list[str], last: str) -> str:
        if not parts:
            return self("words.none")
        if len(parts) == 1:
            return parts[0]
        return self(last, first=self.joined(f"{last}_joint", parts[:-1]), last=parts[-1])

    def points(self, value: float | None) -> str:
        """Points, without decimals; one decimal below 1, so that little is not shown as nothing."""
        return self("words.not_estimated") if value is None else self.foreign(number(value))

    def span(self, low: float | None, high: float | None) -> str:
        """A range of points: ``-12 to 30``, or one number where both ends read the same."""
        if low is None or high is None:
            return self("words.not_estimated")
        first, last = number(low), number(high)
        return self.foreign(first) if first == last else self("words.span", low=first, high=last)

    def share(self, value: float | None) -> str:
        """A share as a percentage; what is nearly none or nearly all is not shown as none or all."""
        if value is None:
            return self("words.not_estimated")
        if 0 < value < 0.005:
            return self("words.share_under", share=self._percent(1))
        if 0.995 < value < 1:
            return self("words.share_over", share=self._percent(99))
        return self._percent(round(100 * value))

    def _percent(self, value: int) -> str:
        return self.foreign(self("words.share", share=str(value)))

    def sampled(self, value: float | None) -> str:
        """A share counted over draws where it is known to be neither none nor all."""
        return self.share(None if value is None else min(max(value, 1e-9), 1 - 1e-9))

    def shares(self, low: float | None, high: float | None) -> str:
        """A range of shares or of probabilities."""
        first, last = self.share(low), self.share(high)
        return first if first == last else self("words.span", low=first, high=last)

    def coefficient(self, value: float) -> str:
        """A coefficient that is 1 at most, with two decimals."""
        return self.foreign(f"{value:.2f}".replace("-", MINUS))

    def amount(self, value: Any) -> str:
        """A judgement as the analyst wrote it: a word, a number, a range, or unknown."""
        if hasattr(value, "mode"):
            low, high = value.range
            return self("words.span_with_mode", low=plain(low), high=plain(high), mode=plain(value.mode))
        if isinstance(value, tuple):
            return self("words.span", low=plain(value[0]), high=plain(value[1]))
        if isinstance(value, int | float):
            return self.foreign(plain(value))
        return self("words.unknown") if value == "unknown" else self.scale(str(value))

    def scale(self, word: str) -> str:
        """A word of probability or size; a case may use words of its own."""
        key = f"scale.{word.replace(' ', '_')}"
        return self(key) if self.catalogue.has(key) else self.foreign(word.replace("_", " "))

    @cached_property
    def foreign_language(self) -> str:
        """The one language of the case written the other way round, where there is exactly one."""
        others = _LEFT_TO_RIGHT if is_to_left(self.language) else _RIGHT_TO_LEFT
        found = set(re.findall(rf"[\"']({others})[\"']: ", repr(self.dossier)))
        return found.pop() if len(found) == 1 else ""


def number(value: float) -> str:
    """A number as a reader wants it: no decimals, one digit below 1, a true minus."""
    size = abs(value)
    text = f"{size:,.0f}" if size >= 0.95 or size < 0.005 else f"{size:.1g}"
    return f"{MINUS}{text}" if value < 0 and text != "0" else text


def plain(value: float) -> str:
    """A number as it was written, with a true minus."""
    return f"{value:g}".replace("-", MINUS)


def shortened(text: str, length: int = _SHORT) -> str:
    """The first words of a text, cut between words."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
