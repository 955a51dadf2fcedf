"""Writing a cross-impact matrix as Hiwar's own YAML; reading it again gives the same matrix."""

from typing import Any

from hiwar.formats.cross_impact_file import CrossImpactFile, Sections
from hiwar.formats.yaml_text import yaml_text
from hiwar.methods.cross_impact import Descriptor


def cross_impact_text(file: CrossImpactFile) -> str:
    """The YAML of a cross-impact matrix. Comments of the file it was read from are not kept."""
    data: dict[str, Any] = {"hiwar_cross_impact": 1, "title": file.title or "Untitled"}
    data |= {key: text for key, text in (("source", file.source), ("note", file.note)) if text}
    data["descriptors"] = {one.name: _descriptor(file, one) for one in file.descriptors}
    if file.sections or not file.judges:
        data["judgements"] = _sections(file, file.sections)
    if file.judges:
        data["judges"] = {judge: _sections(file, sections) for judge, sections in file.judges.items()}
    data |= {"forbidden": [dict(one) for one in file.forbidden]} if file.forbidden else {}
    data |= {"fixed": dict(file.fixed)} if file.fixed else {}
    return yaml_text(data)


def _descriptor(file: CrossImpactFile, one: Descriptor) -> Any:
    has_words = any((one.name, state) in file.words for state in one.states)
    states = (
        {state: file.words.get((one.name, state), state) for state in one.states} if has_words else list(one.states)
    )
    meaning = file.words.get((one.name, ""))
    if not has_words and meaning is None:
        return states
    return {"means": meaning, "states": states} if meaning is not None else {"states": states}


def _sections(file: CrossImpactFile, sections: Sections) -> dict[str, Any]:
    states = {one.name: one.states for one in file.descriptors}
    written: dict[str, Any] = {}
    for (source, target), table in sections.items():
        rows = zip(states[source], table, strict=True)
        written.setdefault(source, {})[target] = {state: [_number(cell) for cell in row] for state, row in rows}
    return written


def _number(judgement: float) -> int | float:
    return int(judgement) if judgement == int(judgement) else judgement
