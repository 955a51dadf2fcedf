"""Writing a negotiation as Hiwar's own YAML; reading it again gives the same negotiation."""

from collections.abc import Mapping
from typing import Any

from hiwar.formats.packages_file import PackagesFile
from hiwar.formats.yaml_text import yaml_text
from hiwar.methods.packages import AtLeast, AtMost, Excludes, Issue, Number, Party, Pattern, Requires, Rule
from hiwar.methods.packages.arrays import exact


def packages_text(file: PackagesFile) -> str:
    """The YAML of a negotiation. Comments of the file it was read from, and notes of its parts, are not kept."""
    form = file.form
    data: dict[str, Any] = {"hiwar_packages": 1, "title": file.title or "Untitled"}
    data |= {key: text for key, text in (("source", file.source), ("note", file.note)) if text}
    data["issues"] = {issue.name: _issue(issue) for issue in form.issues}
    data["parties"] = {party.name: _party(party) for party in form.parties}
    data |= {"rules": [_rule(rule) for rule in form.rules]} if form.rules else {}
    data |= {"fixed": dict(form.fixed)} if form.fixed else {}
    return yaml_text(data)


def _issue(issue: Issue) -> Any:
    if not issue.may_be_unsettled:
        return list(issue.options)
    return {"options": list(issue.options), "may_be_unsettled": True}


def _party(party: Party) -> dict[str, Any]:
    written: dict[str, Any] = {
        "worths": {
            issue: {option: number_text(worth) for option, worth in options.items()}
            for issue, options in party.worths.items()
        }
    }
    if party.interactions:
        written["interactions"] = [
            {"when": _pattern(extra.when), "worth": number_text(extra.worth)} for extra in party.interactions
        ]
    if party.reservation_value is not None:
        written["reservation_value"] = number_text(party.reservation_value)
    if party.red_lines:
        written["red_lines"] = [_pattern(line) for line in party.red_lines]
    return written


def number_text(number: Number) -> int | float | str:
    """A number that reads back exactly: whole, decimal where it ends soon, or a fraction."""
    fraction = exact(number, "a number")
    if fraction.denominator == 1:
        return int(fraction)
    decimal = float(fraction)
    return decimal if exact(decimal, "a number") == fraction else str(fraction)


def _pattern(pattern: Pattern) -> Mapping[str, Any]:
    return {name: options[0] if len(options) == 1 else list(options) for name, options in pattern.items()}


def _rule(rule: Rule) -> dict[str, Any]:
    match rule:
        case Excludes(pattern):
            return {"never": _pattern(pattern)}
        case Requires(when, then):
            return {"if": _pattern(when), "then": _pattern(then)}
        case AtMost(count, among):
            return {"at_most": count, "of": _pattern(among)}
        case AtLeast(count, among):
            return {"at_least": count, "of": _pattern(among)}
