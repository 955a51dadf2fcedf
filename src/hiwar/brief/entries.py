"""The appendix: every item that the brief rests on, who says it, and how it was judged."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hiwar.brief.document import Entry, Judgement, Mark
from hiwar.brief.words import Words
from hiwar.dossier.records import Because, Citation, Item
from hiwar.dossier.sheet import Sheet


def anchor_of(reference: str) -> str:
    """Where a reference of a trace stands on the page."""
    return "item-" + re.sub(r"[^\w.-]", lambda found: f"_{ord(found.group()):x}_", reference)


def item_of(reference: str) -> str:
    """The item that a reference speaks of: itself, or the item that a judgement or an empty cell is about."""
    parts = reference.split(":")
    place = 1 if parts[0] == "unstated" else 2
    return (parts[place] if len(parts) > place else reference).partition("=")[0]


def mark_of(item: Item) -> Mark | None:
    """Whose word an item is; none where neither source nor reason is given."""
    return "source" if item.cite else "analyst" if item.because else None


def entries_of(words: Words, traces: Iterable[str]) -> tuple[Entry, ...]:
    """One entry per item that a trace names, in the order of the case."""
    references = set(traces) - {sheet.id for sheet in words.sheets}
    used = {item_of(reference) for reference in references}
    unknown = sorted(used - set(words.items))
    if unknown:
        raise ValueError(f"traces name what is no item of the case: {', '.join(unknown)}")
    return tuple(
        _entry(words, section, item, references) for key, (section, item) in words.items.items() if key in used
    )


def _entry(words: Words, section: str, item: Item, references: set[str]) -> Entry:
    judged = [reference for reference in references if reference != item.id and item_of(reference) == item.id]
    return Entry(
        anchor=anchor_of(item.id),
        id=item.id,
        section=words(f"section.{section}"),
        name=words.text(item.name),
        text=words.text(item.text) or words.text(getattr(item, "title", None)),
        mark=mark_of(item),
        needs_ground=section != "sources",
        passages=tuple(_passage(words, cite) for cite in item.cite),
        cited=tuple(dict.fromkeys(passage_in_note(words, cite) for cite in item.cite)),
        reason=_reason(words, item.because),
        facts=tuple(_facts(words, section, item)),
        when=words.condition(getattr(item, "when", {}) or {}),
        readings=tuple(words.text(reading.text) for reading in item.readings),
        judgements=_judgements(words, item.id, set(judged)),
    )


def _facts(words: Words, section: str, item: Any) -> Iterator[tuple[str, str]]:
    """What an item says beside its text, under the headings of the tables."""
    if section == "relations":
        first, second = item.between
        yield words("column.pair_of_goals"), words("words.pair", first=words.name(first), second=words.name(second))
        yield words("column.relation"), words(f"relation.{item.relation}")
    elif section == "effects":
        yield words("column.kind"), words(f"kind.{item.kind}")
        yield words("column.party"), words.names(item.on)
        yield words("column.domains"), words.names(item.domains)
    elif section == "goals":
        yield words("column.owner"), words.names(item.owner)
        yield words("column.goal_kind"), words(f"goal_kind.{item.kind}")
    elif section == "positions":
        yield words("column.party"), words.name(item.party)
        yield words("column.on"), words.condition(item.on)
        yield words("column.stance"), words(f"stance.{item.stance}")


def _passage(words: Words, cite: Citation) -> str:
    source = words.dossier.sources.get(cite.source)
    title = words.text(source.title) if source else cite.source
    parts = [title]
    if cite.section:
        parts.append(words("entry.at_section", section=cite.section.replace("_", " ")))
    if cite.page is not None:
        parts.append(words("entry.at_page", page=str(cite.page)))
    if cite.quote:
        parts.append(words("entry.quote", quote=cite.quote))
    return words.joined("words.comma", parts)


def passage_in_note(words: Words, cite: Citation) -> str:
    """A passage as a note names it: number of the source, and the page: ``[1], p. 16``."""
    if cite.source not in words.source_numbers:
        return cite.source
    number = str(words.source_numbers[cite.source])
    key = "reference.in_note" if cite.page is None else "reference.in_note_at_page"
    return words(key, number=number, page="" if cite.page is None else str(cite.page))


def _reason(words: Words, because: Because | None) -> str:
    return words("entry.because", reason=words.text(because.text), by=because.by) if because else ""


def _judgements(words: Words, item: str, references: set[str]) -> tuple[Judgement, ...]:
    """What the sheets say of an item: all of it, since a reader asks how it was judged, not only what was used."""
    found: list[Judgement] = []
    for sheet in words.sheets:
        for section, about, value, reason in judgements_on(words, sheet, item):
            reference = f"{sheet.id}:{section}:{item}"
            anchor = anchor_of(reference) if not any(part.anchor == anchor_of(reference) for part in found) else ""
            found.append(Judgement(anchor, words.text(sheet.title) or sheet.id, about, value, reason))
    return tuple(found) + _not_judged(words, references - {f"{s.id}:{p}:{item}" for s in words.sheets for p in _READ})


def _not_judged(words: Words, references: set[str]) -> tuple[Judgement, ...]:
    """References to judgements that no rule below reads; shown rather than lost."""
    found = []
    for reference in sorted(references):
        sheet, section, *_ = reference.split(":")
        key = f"entry.other_{section}"
        about = words(key) if words.catalogue.has(key) else words.foreign(section)
        found.append(Judgement(anchor_of(reference), words.foreign(sheet), about, words("words.see_sheet"), ""))
    return tuple(found)


Told = tuple[str, str, str, str]
"""Section of the sheet, what is judged, the value, the reason."""


def judgements_on(words: Words, sheet: Sheet, item: str) -> Iterator[Told]:
    """Every judgement of a sheet on one item."""
    for section, read in _READ.items():
        entry = getattr(sheet, section).get(item)
        if entry is not None:
            yield from ((section, *rest) for rest in read(words, item, entry))


def _of_likelihood(words: Words, item: str, likelihood: Any) -> Iterator[tuple[str, str, str]]:
    for case in likelihood.cases:
        condition = words.condition(case.when)
        if case.itself is not None:
            about = words("entry.likelihood_if", condition=condition) if condition else words("entry.likelihood")
            yield about, words.amount(case.itself.value), words.text(case.itself.because)
        for option, judged in sorted(case.options.items()):
            about = words("entry.likelihood_of", option=words.option(item, option))
            if condition:
                about = words("entry.likelihood_of_if", option=words.option(item, option), condition=condition)
            yield about, words.amount(judged.value), words.text(judged.because)


def _of_sizes(words: Words, item: str, sizes: Any) -> Iterator[tuple[str, str, str]]:
    del item
    for entry in sizes.entries:
        about = words("entry.size_for", of=words.names(entry.keys)) if entry.keys else words("entry.size")
        yield about, words.amount(entry.judged.value), words.text(entry.judged.because)


def _of_unstated(words: Words, item: str, parties: Any) -> Iterator[tuple[str, str, str]]:
    for party, kinds in sorted(parties.items()):
        for kind, sizes in sorted(kinds.items()):
            for _, value, reason in _of_sizes(words, item, sizes):
                yield words(f"entry.unstated_{kind}", party=words.name(party)), value, reason


def _of_weights(words: Words, item: str, weights: Any) -> Iterator[tuple[str, str, str]]:
    del item
    if weights.order:
        ranks = [words("words.tie", names=words.names(tied)) if len(tied) > 1 else words.names(tied)
                 for tied in weights.order]  # fmt: skip
        yield words("entry.weights_order"), words.joined("words.before", ranks), words.text(weights.because)
    for domain, judged in sorted(weights.values.items()):
        about = words("entry.weight_of", domain=words.name(domain))
        yield about, words.amount(judged.value), words.text(judged.because)
    if not weights.order and not weights.values:
        yield words("entry.weights_order"), words("words.unknown"), words.text(weights.because)


def _of_priorities(words: Words, item: str, priorities: Any) -> Iterator[tuple[str, str, str]]:
    del item
    ranks = [words.names(tied) for tied in priorities.order]
    yield words("entry.priorities"), words.joined("words.before", ranks), words.text(priorities.because)


def _of_word(words: Words, item: str, judged: Any) -> Iterator[tuple[str, str, str]]:
    del item
    yield words("entry.judged"), words.amount(judged.value), words.text(judged.because)


def _of_cross_impact(words: Words, item: str, options: Any) -> Iterator[tuple[str, str, str]]:
    for option, targets in sorted(options.items()):
        for target, struck in sorted(targets.items()):
            for other, judged in sorted(struck.items()):
                on = words.assignment(f"{target}={other}")
                about = words("entry.influence", option=words.option(item, option), outcome=on)
                yield about, words.amount(judged.value), words.text(judged.because)


def _of_delay_cost(words: Words, item: str, domains: Any) -> Iterator[tuple[str, str, str]]:
    del item
    for domain, judged in sorted(domains.items()):
        about = words("entry.delay_cost", domain=words.name(domain))
        yield about, words.amount(judged.value), words.text(judged.because)


_READ: Mapping[str, Any] = {
    "cross_impact": _of_cross_impact,
    "delay_cost": _of_delay_cost,
    "likelihood": _of_likelihood,
    "size": _of_sizes,
    "unstated": _of_unstated,
    "weights": _of_weights,
    "priorities": _of_priorities,
    "relations": _of_word,
    "ties": _of_word,
    "influence": _of_word,
    "reservation_value": _of_word,
}
"""Sections of a sheet that are keyed by an item, and how each is told."""
