"""What the records refuse, put into an analyst's words, at the place where it was written."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from hiwar.dossier.amounts import ARABIC_COMMA, ONLY_LATIN_COMMA
from hiwar.dossier.locating import Path, find
from hiwar.dossier.problems import Trouble, brief
from hiwar.dossier.records import Record
from hiwar.dossier.tree import Node

_WANTED: Mapping[str, str] = {
    "string_type": "text",
    "dict_type": "entries (key: value)",
    "mapping_type": "entries (key: value)",
    "model_type": "entries (key: value)",
    "model_attributes_type": "entries (key: value)",
    "tuple_type": "a list",
    "list_type": "a list",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "date_type": "a day such as 2020-11-03",
}
_LIMITS: Mapping[str, tuple[str, str]] = {
    "greater_than_equal": ("at least", "ge"),
    "greater_than": ("more than", "gt"),
    "less_than_equal": ("at most", "le"),
    "less_than": ("less than", "lt"),
}


def errors_of(error: ValidationError) -> list[ErrorDetails]:
    """What pydantic found, without its links."""
    return error.errors(include_url=False)


def explained(errors: Sequence[ErrorDetails], root: Node, model: type[Record]) -> list[Trouble]:
    """One problem per place, however many ways of reading it were tried there."""
    places: dict[tuple[int, bool], list[ErrorDetails]] = defaultdict(list)
    for error in errors:
        node, key = find(root, error["loc"])
        about_key = error["type"] == "extra_forbidden" or "[key]" in error["loc"] or (
            error["type"] == "string_pattern_mismatch" and error["loc"][-1] == "id"
        )  # fmt: skip
        at = key if about_key and key is not None else node
        places[id(at), error["type"] == "missing"].append(error)
    return [_trouble(group, root, model) for group in places.values()]


def _trouble(group: list[ErrorDetails], root: Node, model: type[Record]) -> Trouble:
    first = next((error for error in group if error["type"] == "value_error"), group[0])
    kind, path = first["type"], first["loc"]
    node, key = find(root, path)
    if kind == "value_error":
        return node.trouble(str(first["ctx"]["error"]))
    if kind == "extra_forbidden":
        return _unknown_key(path, node, key, model)
    if kind == "missing":
        return _missing(group, node, key)
    if kind == "string_pattern_mismatch":
        return _bad_word(first, node, key)
    if kind == "literal_error":
        return _not_listed(first, path, node, key)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _no_kind(first, node)
    return node.trouble(_wording(group, first, node))


def _unknown_key(path: Path, node: Node, key: Node | None, model: type[Record]) -> Trouble:
    known = sorted({name for record in records_at(model, path[:-1]) for name in record.model_fields} - {"id"})
    message = f'"{brief(path[-1])}" is not a key that can stand here'
    return (key or node).trouble(message, word=str(path[-1]), known=known)


def _missing(group: list[ErrorDetails], node: Node, key: Node | None) -> Trouble:
    names = [str(error["loc"][-1]) for error in group if isinstance(error["loc"][-1], str)]
    if not names:
        return node.trouble(f"more entries are needed in this list; found {len(node.items)}")
    what = " and ".join(f'"{name}"' for name in names)
    return (key or node).trouble(f'"{brief(key.raw)}" lacks {what}' if key else f"{what} is missing")


def _bad_word(error: ErrorDetails, node: Node, key: Node | None) -> Trouble:
    path = error["loc"]
    at = key if key is not None and ("[key]" in path or path[-1] == "id") else node
    at = next((item for item in node.items if item.raw == error["input"]), at)
    if ARABIC_COMMA in at.raw:
        return at.trouble(f'"{brief(at.raw)}" is read as one word; {ONLY_LATIN_COMMA}')
    if {"title", "name", "text", "summary", "notice"} & {str(step) for step in path[-4:-1]}:
        return at.trouble(f'"{brief(at.raw)}" is not the code of a language, such as en or ar{_curly_hint(at)}')
    return at.trouble(f'"{brief(at.raw)}" cannot be an id: no blanks, and none of : , / [ ] {{ }} " \' #')


def _curly_hint(at: Node) -> str:
    """Curly quotes are part of the text; they hold nothing together."""
    line = at.source.lines[at.line] if at.line < len(at.source.lines) else ""
    return "; put the text into straight quotes, curly ones do not count" if set(line) & set("\u201c\u201d") else ""


def _not_listed(error: ErrorDetails, path: Path, node: Node, key: Node | None) -> Trouble:
    listed = str(error.get("ctx", {}).get("expected", ""))
    words = [word.strip("'") for word in listed.replace(" or ", ", ").split(", ")]
    if path[-1] in ("hiwar", "hiwar_judgements"):
        return node.trouble(f"this is version {found(node)} of the format; this program reads version {listed}")
    at = key if "[key]" in path and key is not None else node
    meant = {"True": "yes", "False": "no"}.get(str(node.value), at.raw)
    if meant != at.raw and meant in words:
        return at.trouble(f"{', '.join(words)} is wanted here; write {meant}")
    return at.trouble(f"{found(at)} is not one of {', '.join(words)}", word=at.raw, known=words)


def _no_kind(error: ErrorDetails, node: Node) -> Trouble:
    """Of several records that may stand here, none is named."""
    context = error["ctx"]
    name = str(context["discriminator"]).strip("'")
    if name not in node.entries or "tag" not in context:
        return node.trouble(f'"{name}" is missing, which says what kind of entry this is')
    kinds = [kind.strip("'") for kind in str(context["expected_tags"]).split(", ")]
    written = node.entries[name][1]
    return written.trouble(f"{found(written)} is not one of {', '.join(kinds)}", word=written.raw, known=kinds)


def _wording(group: list[ErrorDetails], first: ErrorDetails, node: Node) -> str:
    kind, context = first["type"], first.get("ctx", {})
    if kind in _LIMITS:
        words, limit = _LIMITS[kind]
        return f"{found(node)} is not allowed here: it must be {words} {context[limit]}"
    if kind == "string_too_short":
        least = context["min_length"]
        return "the text is empty" if least == 1 else f"the text is too short: at least {least} characters"
    if kind == "string_too_long":
        return f"the text is too long: at most {context['max_length']} characters"
    if kind in ("too_long", "too_short"):
        wanted_length = context.get("max_length", context.get("min_length"))
        return f"this list must have {wanted_length} entries; found {len(node.items)}"
    wanted = list(dict.fromkeys(_WANTED[error["type"]] for error in group if error["type"] in _WANTED))
    if wanted:
        return f"expected here: {' or '.join(wanted)}; found {found(node)}"
    return f"{found(node)} cannot stand here"


def found(node: Node) -> str:
    """What stands at a place, in words."""
    if node.kind == "map":
        return "entries (key: value)"
    if node.kind == "list":
        return f"a list of {len(node.items)}" if node.items else "an empty list"
    if node.value is None:
        return "nothing"
    return f'"{brief(node.raw)}"'


def records_at(model: type[Record], path: Path) -> set[type[Record]]:
    """Records that can stand at a path; steps that are no field (ids, numbers) lead no further."""
    here = {model}
    for step in path:
        inside = {field for record in here if (field := record.model_fields.get(str(step))) is not None}
        if inside:
            here = {record for field in inside for record in _records_in(field.annotation)} | {
                record for field in inside for part in field.metadata for record in _records_in(part)
            }
    return here


def _records_in(annotation: Any) -> set[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return {annotation}
    return {record for part in get_args(annotation) for record in _records_in(part)}
