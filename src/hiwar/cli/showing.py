"""The command ``show``: one item with its words, its ground, all that it rests on and all that rests on it."""

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from hiwar.cli.arguments import one_of, read_with_all_sheets
from hiwar.cli.terminal import show as display
from hiwar.cli.terminal import show_data, words
from hiwar.cli.wording import fields_of, grounds, judged, name_of, place_of
from hiwar.dossier.model import items_of, variable_options
from hiwar.dossier.reading import Case
from hiwar.dossier.records import Item, in_language, title_of
from hiwar.dossier.references import Reached, Reference, judgements_about, references_of
from hiwar.dossier.variables import Event, Issue, Move

_MOST_LINES = 12
"""Of what is reached through others, so many of a section are told with their titles; of more, only the ids."""


def show(item: str, case: Path, sheet: Sequence[str] | None, *, as_json: bool) -> None:
    """Show one item of a case, or the item that a judgement (``sheet:section:id``) is about."""
    found = read_with_all_sheets(case, sheet)
    items = {key.id: (section, key) for section, key in items_of(found.dossier)}
    wanted = item.split(":")[2] if item.count(":") >= 2 else item
    section, record = items[one_of(wanted, items, "item")]
    if as_json:
        show_data(json.dumps(_data(found, section, record), ensure_ascii=False, indent=1, sort_keys=True))
        return
    _show_item(found, section, record)
    references = references_of(found.dossier)
    _show_judgements(found, record.id)
    titles = {key: (section, name_of(one)) for key, (section, one) in items.items()}
    _show_reached("It rests on", references.rests_on(record.id), titles)
    _show_reached("On it rest", references.rested_on_by(record.id), titles)


def _show_item(found: Case, section: str, item: Item) -> None:
    place = place_of(found.places.get(item.id))
    display(words(item.id, "bold") + words(f"  {section}  ", "cyan") + words(place, "dim"))
    title, text = title_of(item), in_language(item.text)
    for line in dict.fromkeys((in_language(getattr(item, "title", None)), title, text)):
        if line and line != item.id:
            display(words(f"  {line}"))
    for line in grounds(item):
        display(words(f"  {line}", "italic"))
    for name, value in fields_of(item):
        display(words(f"  {name}: {value}"))
    if isinstance(item, Event | Move | Issue):
        for option in item.options.values():
            display(words(f"  option {option.id}: {name_of(option)}"))
            for name, value in fields_of(option):
                display(words(f"    {name}: {value}"))
    for reading in item.readings:
        display(words(f"  may be read as: {in_language(reading.text)}{' (followed)' if reading.preferred else ''}"))
    if item.note:
        display(words(f"  note: {in_language(item.note)}"))


def _show_judgements(found: Case, item: str) -> None:
    if not found.sheets:
        return
    display(words("\nJudgements", "bold"))
    for sheet in found.sheets:
        standing = "" if sheet.standing == "analyst" else f" [{sheet.standing}]"
        about = judgements_about(sheet, item)
        if not about:
            display(words(f"  {sheet.id}{standing}: none"))
        data = sheet.model_dump(mode="json", exclude_defaults=True)
        for section, key in about:
            place = place_of(found.places.get(f"{sheet.id}:{section}:{key}"))
            value = judged(data[section][key])
            display(words(f"  {sheet.id}{standing}: {section} of {key}: {value}  ") + words(place, "dim"))


def _show_reached(heading: str, reached: Sequence[Reached], titles: Mapping[str, tuple[str, str]]) -> None:
    display(words(f"\n{heading}", "bold"))
    if not reached:
        display(words("  nothing"))
    for is_direct, group in groupby(reached, key=lambda one: one.steps == 1):
        display(words("  directly" if is_direct else "  through these", "underline"))
        ordered = sorted(group, key=lambda one: (titles.get(one.id, ("", ""))[0], one.id))
        for section, ones in groupby(ordered, key=lambda one: titles.get(one.id, ("", ""))[0]):
            _show_section(section or "the case itself", list(ones), titles, is_direct=is_direct)


def _show_section(
    section: str, ones: Sequence[Reached], titles: Mapping[str, tuple[str, str]], *, is_direct: bool
) -> None:
    if not is_direct and len(ones) > _MOST_LINES:
        display(words(f"    {section} ({len(ones)}): ", "cyan") + words(", ".join(one.id for one in ones)))
        return
    display(words(f"    {section}", "cyan"))
    for one in ones:
        title = titles.get(one.id, ("", one.id))[1]
        way = "" if is_direct else f"via {one.through}: "
        fields = ", ".join(dict.fromkeys(map(_in_words, one.references)))
        name = one.id if title == one.id else f"{one.id}  {title}"
        display(words(f"      {name}  ") + words(f"({way}{fields})", "dim"))


def _in_words(reference: Reference) -> str:
    return f"{reference.field}: {' or '.join(reference.options)}" if reference.options else reference.field


def _data(found: Case, section: str, item: Item) -> dict[str, Any]:
    references = references_of(found.dossier)
    place = found.places.get(item.id)
    return {
        "id": item.id,
        "section": section,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "ground": "source" if item.is_stated else "unfounded" if item.is_unfounded else "analyst",
        "item": item.model_dump(mode="json", exclude_defaults=True),
        "options": list(variable_options(found.dossier, item.id)),
        "rests_on": [_reached(one) for one in references.rests_on(item.id)],
        "rested_on_by": [_reached(one) for one in references.rested_on_by(item.id)],
        "judgements": [
            {"sheet": sheet.id, "standing": sheet.standing, "section": name, "id": key, "judgement": data[name][key]}
            for sheet in found.sheets
            for data in (sheet.model_dump(mode="json", exclude_defaults=True),)
            for name, key in judgements_about(sheet, item.id)
        ],
    }


def _reached(one: Reached) -> dict[str, Any]:
    return {
        "id": one.id,
        "steps": one.steps,
        "through": one.through,
        "fields": list(dict.fromkeys(reference.field for reference in one.references)),
    }
