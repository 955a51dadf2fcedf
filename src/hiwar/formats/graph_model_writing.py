"""Writing a conflict as Hiwar's own YAML; reading it again gives the same conflict."""

from collections.abc import Iterable, Mapping
from typing import Any

from hiwar.formats.graph_model_file import GraphModelFile, Preference, Ranking, Statements, Values, Weights
from hiwar.formats.graph_model_states import cell_of_label, levels_in
from hiwar.formats.yaml_text import OneLine, yaml_text
from hiwar.methods.graph_model.forms import (
    ArcForm,
    AtLeast,
    AtMost,
    DecisionMaker,
    IfThen,
    Never,
    Option,
    OptionForm,
    Pattern,
    Rule,
)


def graph_model_text(file: GraphModelFile) -> str:
    """The YAML of a conflict. Comments and order of entries of the file it was read from are not kept."""
    form = file.space.form
    named = dict(file.names)
    if isinstance(form, OptionForm):
        named |= _names_needed(file, form)
    data: dict[str, Any] = {"hiwar_graph_model": 1, "title": file.title}
    data |= {key: text for key, text in (("source", file.source), ("note", file.note)) if text}
    if isinstance(form, ArcForm):
        data["states"] = _states(form, file.words)
        data["decision_makers"] = {
            name: {"moves": _moves(form.moves.get(name, ())), **_preference(preference, file, named)}
            for name, preference in zip(form.names, file.preferences, strict=True)
        }
    else:
        data |= {"infeasible": [_rule(rule) for rule in form.infeasible]} if form.infeasible else {}
        data |= {"names": {name: _state(cell, file, {}) for cell, name in named.items()}} if named else {}
        data["decision_makers"] = {
            maker.name: {"options": _options(maker), **_preference(preference, file, named)}
            for maker, preference in zip(form.decision_makers, file.preferences, strict=True)
        }
    if file.status_quo is not None:
        data["status_quo"] = _state(file.status_quo, file, named)
    return yaml_text(data)


def _states(form: ArcForm, words: Mapping[int, str]) -> list[str] | dict[str, str | None]:
    if not words:
        return list(form.states)
    return {state: words.get(cell) for cell, state in enumerate(form.states)}


def _moves(moves: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for start, end in moves:
        found.setdefault(start, []).append(end)
    return found


def _options(maker: DecisionMaker) -> list[str] | dict[str, Any]:
    plain = Option("", ("no", "yes"))
    if all((option.levels, option.is_one_way) == (plain.levels, False) for option in maker.options):
        return [option.name for option in maker.options]
    return {option.name: _option(option) for option in maker.options}


def _option(option: Option) -> dict[str, Any] | list[str] | None:
    is_plain = option.levels == ("no", "yes")
    if not option.is_one_way:
        return None if is_plain else list(option.levels)
    return {**({} if is_plain else {"levels": list(option.levels)}), "one_way": True}


def _rule(rule: Rule) -> dict[str, Any]:
    match rule:
        case Never(pattern):
            return {"never": _pattern(pattern)}
        case IfThen(when, then):
            return {"if": _pattern(when), "then": _pattern(then)}
        case AtMost(count, among):
            return {"at_most": count, "of": _among(among)}
        case AtLeast(count, among):
            return {"at_least": count, "of": _among(among)}


def _pattern(pattern: Pattern) -> dict[str, Any]:
    return {name: levels[0] if len(levels) == 1 else list(levels) for name, levels in pattern.items()}


def _among(among: Pattern) -> list[str] | dict[str, Any]:
    return list(among) if all(levels == ("yes",) for levels in among.values()) else _pattern(among)


def _names_needed(file: GraphModelFile, form: OptionForm) -> dict[int, str]:
    """Names for states that no short name can tell, because an option has more than ten levels."""
    wanted = {cell for one in file.preferences if isinstance(one, Values) for cell in one.cells}
    unclear = [cell for cell in sorted(wanted) if cell_of_label(file.space.label(cell), form) != cell]
    return {cell: f"state {cell}" for cell in unclear if cell not in file.names}


def _state(cell: int, file: GraphModelFile, named: Mapping[int, str]) -> str | dict[str, str]:
    form, label = file.space.form, file.space.label(cell)
    if cell in named:
        return named[cell]
    if isinstance(form, OptionForm) and cell_of_label(label, form) != cell:
        return levels_in(form, cell)
    return label


def _preference(preference: Preference, file: GraphModelFile, named: Mapping[int, str]) -> dict[str, Any]:
    match preference:
        case Ranking(groups):
            states = [[_state(cell, file, named) for cell in group] for group in groups]
            return {"ranking": OneLine(group[0] if len(group) == 1 else group for group in states)}
        case Statements(lines):
            return {"statements": list(lines)}
        case Weights(levels):
            return {"weights": {name: dict(weights) for name, weights in levels.items()}}
        case Values(cells):
            return {"values": {str(_state(cell, file, named)): value for cell, value in cells.items()}}
