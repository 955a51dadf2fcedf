"""JSON Schema of what analysts write, for completion and hints in editors."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind

from hiwar.dossier.model import Dossier
from hiwar.dossier.records import Record
from hiwar.dossier.sheet import Sheet

Kind = Literal["dossier", "judgements"]
_MODELS: dict[str, type[Record]] = {"dossier": Dossier, "judgements": Sheet}
_MARKS = {"dossier": "hiwar", "judgements": "hiwar_judgements"}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Generator(GenerateJsonSchema):
    """Empty mappings as defaults need no mention."""

    ignored_warning_kinds: set[JsonSchemaWarningKind] = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012


def build_schema(kind: Kind) -> dict[str, Any]:
    """Generate the schema from the records: the shorthand that analysts write, with the records' own words.

    A file may be a part of a case, so only the line that says what it is (``hiwar: 1``) is required.
    """
    schema = _MODELS[kind].model_json_schema(mode="validation", schema_generator=_Generator)
    schema["required"] = [_MARKS[kind]]
    for record in (schema, *schema["$defs"].values()):
        _without_id(record)
    return {"$schema": _DIALECT, **schema}


def _without_id(record: dict[str, Any]) -> None:
    """Analysts give the id of an item as its key, and the name of a sheet as that of its file."""
    if record.get("properties", {}).pop("id", None) is not None:
        record["required"] = [name for name in record.get("required", []) if name != "id"]


def schema_json(kind: Kind) -> str:
    """The schema as text."""
    return json.dumps(build_schema(kind), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def schema_text(kind: Kind) -> str:
    """The schema as shipped with Hiwar."""
    return files("hiwar.dossier").joinpath("schema", f"{kind}.schema.json").read_text(encoding="utf-8")


def write_schemas() -> None:
    """Write the shipped schemas anew; run after every change of the records."""
    folder = Path(__file__).parent / "schema"
    folder.mkdir(exist_ok=True)
    for kind in get_args(Kind):
        (folder / f"{kind}.schema.json").write_text(schema_json(kind), encoding="utf-8")
