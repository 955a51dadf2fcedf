"""Records of a case and of a sheet in one line of words each."""

from collections.abc import Mapping
from typing import Any

from hiwar.dossier.records import Citation, Item, Record, in_language, title_of

_SHOWN_APART = ("id", "name", "text", "title", "cite", "because", "readings", "note", "needs", "variants", "options")


def place_of(place: object) -> str:
    """``file:line``, or nothing."""
    return f"{getattr(place, 'file', '')}:{getattr(place, 'line', '')}" if place else ""


def name_of(item: Item, length: int = 80) -> str:
    """Title of an item, cut to one line."""
    text = " ".join((in_language(getattr(item, "title", None)) or title_of(item)).split())
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def passage(cite: Citation) -> str:
    """Where a statement stands: source, section, page and quote."""
    parts = [cite.source]
    parts += [f"section {cite.section}"] if cite.section else []
    parts += [f"page {cite.page}"] if cite.page is not None else []
    parts += [f"“{cite.quote}”"] if cite.quote else []
    return ", ".join(parts)


def grounds(item: Item) -> list[str]:
    """Whose word an item is, one line per passage or reason."""
    lines = [f"source says: {passage(cite)}" for cite in item.cite]
    if item.because:
        lines.append(f"analyst judges: {in_language(item.because.text)} ({item.because.by})")
    return lines or ["unfounded: neither a source nor a reason is given"]


def fields_of(item: Item) -> list[tuple[str, str]]:
    """What an item says beside its words and its ground; what is not stated is left out."""
    fields = type(item).model_fields
    stated = [name for name in fields if name not in _SHOWN_APART and getattr(item, name) != fields[name].default]
    return [(name, worded(getattr(item, name))) for name in stated]


def worded(value: Any) -> str:
    """A value of a record in words: conditions as ``EV = a or b``, several values with commas."""
    if isinstance(value, Record):
        parts = [(name, part) for name, part in value if part not in (None, (), {})]
        return "; ".join(
            worded(part) if name in ("value", "text") else f"{name} {worded(part)}" for name, part in parts
        )
    if isinstance(value, Mapping):
        if "en" in value or "ar" in value:
            return in_language(value)
        return "; ".join(f"{key} = {_either(part)}" for key, part in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(worded(part) for part in value)
    return _plain(value)


def judged(data: Any) -> str:
    """A judgement in words, as plain data of its record: the value as the analyst gave it, and the reason."""
    if isinstance(data, Mapping):
        if "value" in data:
            reason = in_language(data.get("because"))
            return f"{judged(data['value'])}{f' (because: {reason})' if reason else ''}"
        if "range" in data:
            return f"{judged(data['range'])}, most plausible {_plain(data['mode'])}"
        if "cases" in data:
            return "; ".join(_case(case) for case in data["cases"])
        if "entries" in data:
            return "; ".join(_size(entry) for entry in data["entries"])
        return "; ".join(
            f"{key}: {in_language(part) if key == 'because' else judged(part)}" for key, part in data.items()
        )
    if isinstance(data, list) and len(data) == 2 and all(isinstance(part, int | float) for part in data):
        return f"{_plain(data[0])} to {_plain(data[1])}"
    if isinstance(data, list):
        return " > ".join(" = ".join(map(str, part)) if isinstance(part, list) else judged(part) for part in data)
    return _plain(data)


def _case(case: Mapping[str, Any]) -> str:
    value = judged(case["itself"]) if case.get("itself") is not None else judged(case.get("options", {}))
    when = case.get("when")
    return f"when {worded(when)}: {value}" if when else value


def _size(entry: Mapping[str, Any]) -> str:
    value = judged(entry["judged"])
    keys = entry.get("keys", ())
    return f"{', '.join(keys)}: {value}" if keys else value


def _either(value: Any) -> str:
    return " or ".join(map(worded, value)) if isinstance(value, tuple | list) else worded(value)


def _plain(value: Any) -> str:
    if value is None:
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
