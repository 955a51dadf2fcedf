"""Reading and writing negotiations of the library NegMAS: JSON or YAML of outcome spaces and utility functions."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from hiwar.dossier.problems import CaseError, Problem, SourceText, Trouble, brief, shown
from hiwar.dossier.tree import Budget, Node, read_tree
from hiwar.formats.additive import (
    MOST_INTEGERS,
    file_names,
    names_of_their_own,
    refuse_what_would_be_lost,
    rounded_if_needed,
)
from hiwar.formats.nodes import source_text
from hiwar.formats.packages_file import PackagesFile
from hiwar.formats.packages_writing import number_text
from hiwar.formats.packages_yaml import points_of
from hiwar.methods.packages import Issue, ModelError, Negotiation, Number, Party
from hiwar.methods.packages.arrays import exact

ENDINGS = (".json", ".yaml", ".yml")
_NUMERIC = ("ContiguousIssue", "DiscreteCardinalIssue", "DiscreteOrdinalIssue", "CardinalIssue")
_ADDITIVE = ("LinearAdditiveUtilityFunction", "LinearUtilityAggregationFunction")
_UNBOUNDED = re.compile(r"(?<![\w.])(-Infinity|-\.inf|-inf|NaN)(?![\w.])")


def read_negmas(path: str | Path) -> PackagesFile:
    """Read a negotiation from NegMAS files.

    Parameters
    ----------
    path : str or Path
        An outcome space, with the utility functions beside it in the same folder (all that have its number of issues
        and its options); or one file with both (``{domain: ..., ufuns: [...]}``); or a folder.

    Returns
    -------
    PackagesFile
        An option is worth weight x value. A utility function without reservation value, or with one of minus infinity,
        gives None.

    Raises
    ------
    CaseError
        If a file is none of NegMAS, or holds what packages cannot: continuous issues, utilities that are not additive.
    """
    first = Path(path)
    domain, functions = _found(first)
    issues = tuple(_issues(domain))
    names = names_of_their_own([_text(one, "name") or f"party {number}" for number, one in enumerate(functions, 1)])
    if not functions:
        raise _refused(domain, "there is no additive utility function for these issues beside them")
    notices: list[str] = []
    parties = tuple(_party(name, one, issues, notices) for name, one in zip(names, functions, strict=True))
    try:
        form, rounding = rounded_if_needed(Negotiation(tuple(issue.issue for issue in issues), parties))
    except ModelError as problem:
        raise _refused(domain, str(problem)) from None
    return PackagesFile(_text(domain, "name") or first.stem, form, notices=(*notices, *rounding))


@dataclass(frozen=True)
class _Issue:
    issue: Issue
    is_numeric: bool


def _refused(node: Node, message: str) -> CaseError:
    return CaseError(shown([node.trouble(message)]))


def _root(path: Path) -> Node:
    source = source_text(path)
    text = _UNBOUNDED.sub("null", source.text)
    if path.suffix.lower() == ".json":
        text = _plain_json(source, text)
    root, troubles = read_tree(replace(source, text=text), Budget())
    if root is None or troubles:
        raise CaseError(shown(troubles or [Trouble(source, 0, 0, "the file is empty")]))
    return root


def _plain_json(source: SourceText, text: str) -> str:
    """JSON that is also YAML: no tabs, and letters instead of escapes."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg[0].lower()}{error.msg[1:]}"
        raise CaseError(shown([Trouble(source, error.lineno - 1, error.colno - 1, message)])) from None
    except (ValueError, RecursionError):
        message = "this JSON cannot be read: a number in it is too long, or its lists are too deep"
        raise CaseError(shown([Trouble(source, 0, 0, message)])) from None
    return json.dumps(data, ensure_ascii=False) if "\\" in text else text.replace("\t", " ")


def _found(path: Path) -> tuple[Node, list[Node]]:
    """The outcome space and the utility functions."""
    if path.is_dir():
        roots = [_root(one) for one in _listed(path)]
        domains = [root for root in roots if "issues" in root.entries]
        if len(domains) != 1:
            message = f"one outcome space is wanted in this folder; found {len(domains)}"
            raise CaseError([Problem(str(path), 0, 0, message)])
        return domains[0], [root for root in roots if root is not domains[0] and _kind(root) in _ADDITIVE]
    root = _root(path)
    if {"domain", "ufuns"} <= set(root.entries):
        return root.entries["domain"][1], list(root.entries["ufuns"][1].items)
    if "issues" not in root.entries:
        raise _refused(root, 'an outcome space with "issues" is wanted here, or "domain" and "ufuns"')
    wanted = [issue.issue for issue in _issues(root)]
    beside = [_root(one) for one in _listed(path.parent) if one != path]
    return root, [one for one in beside if _kind(one) in _ADDITIVE and _may_be_for(one, wanted)]


def _listed(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if one.suffix.lower() in ENDINGS and one.is_file()
                  and not one.name.startswith("_"))  # fmt: skip


def _text(node: Node, key: str) -> str:
    return node.entries[key][1].raw.strip() if key in node.entries else ""


def _kind(node: Node) -> str:
    """The class of an object, without its module."""
    return (_text(node, "type") or _text(node, "__python_class__")).rsplit(".", 1)[-1]


def _may_be_for(node: Node, issues: Sequence[Issue]) -> bool:
    values = node.entries["values"][1].items if "values" in node.entries else ()
    return len(values) == len(issues) and all(
        set(_table(value)) in (set(), set(issue.options)) for value, issue in zip(values, issues, strict=True)
    )


def _issues(domain: Node) -> list[_Issue]:
    found = []
    listed = domain.entries["issues"][1] if "issues" in domain.entries else None
    if listed is None or not listed.items:
        raise _refused(domain, 'an outcome space has a list of "issues"')
    for number, node in enumerate(listed.items):
        found.append(_issue(node, _text(node, "name") or f"issue {number}"))
    names = names_of_their_own([one.issue.name for one in found])
    return [replace(one, issue=replace(one.issue, name=name)) for one, name in zip(found, names, strict=True)]


def _issue(node: Node, name: str) -> _Issue:
    kind = _kind(node)
    if "values" not in node.entries:
        raise _refused(node, f'the issue "{brief(name)}" lacks "values"')
    values = node.entries["values"][1]
    if kind.startswith("Continuous"):
        raise _refused(node, f'the issue "{brief(name)}" is continuous; cut its range into options')
    if kind == "ContiguousIssue" or values.kind == "scalar":
        low, high = _bounds(values)
        return _Issue(Issue(name, tuple(str(number) for number in range(low, high + 1))), is_numeric=True)
    options = tuple(value.raw.strip() for value in values.items)
    if not options or len(set(options)) != len(options) or "" in options:
        raise _refused(values, "an issue needs options, each of its own name")
    return _Issue(Issue(name, options), is_numeric=kind in _NUMERIC)


def _bounds(values: Node) -> tuple[int, int]:
    bounds = [value.value for value in values.items] if values.kind == "list" else [0, values.value]
    if len(bounds) != 2 or not all(isinstance(bound, int) and not isinstance(bound, bool) for bound in bounds):
        raise _refused(values, "a range of whole numbers is written as [lowest, highest]")
    low, high = int(bounds[0] or 0), int(bounds[1] or 0) - (values.kind == "scalar")
    if not low <= high < low + MOST_INTEGERS:
        raise _refused(values, f"{low} to {high}: up to {MOST_INTEGERS:,} whole numbers are taken, in ascending order")
    return low, high


def _party(name: str, node: Node, issues: Sequence[_Issue], notices: list[str]) -> Party:
    if _kind(node) not in _ADDITIVE:
        raise _refused(node, f'a utility function of type "{brief(_kind(node))}" cannot be held; additive ones can')
    values = node.entries["values"][1].items if "values" in node.entries else ()
    if len(values) != len(issues):
        raise _refused(node, f"{len(issues)} issues, but {len(values)} values of issues")
    weights = [_points(weight) for weight in node.entries["weights"][1].items] if "weights" in node.entries else []
    if not weights:
        weights = [Fraction(1)] * len(issues)
        notices.append(f"No weights are stated for {name}; each issue counts as its values say.")
    if len(weights) != len(issues):
        raise _refused(node, f"{len(issues)} issues, but {len(weights)} weights")
    bias = _points(node.entries["bias"][1]) if "bias" in node.entries else Fraction(0)
    worths: dict[str, Mapping[str, Number]] = {}
    for place, (one, weight, value) in enumerate(zip(issues, weights, values, strict=True)):
        always = bias if place == 0 else Fraction(0)
        worths[one.issue.name] = {option: weight * worth + always for option, worth in _values(value, one).items()}
    reserved = node.entries.get("reserved_value")
    stated = None if reserved is None or reserved[1].value is None else _points(reserved[1])
    return Party(name, worths, reservation_value=stated)


def _points(node: Node) -> Fraction:
    troubles: list[Trouble] = []
    points = points_of(node, troubles)
    if troubles:
        raise CaseError(shown(troubles))
    return exact(points, "points")


def _table(value: Node) -> Mapping[str, Node]:
    """Option to its value; empty where values are a function of numbers."""
    inside = value.entries["mapping"][1] if "mapping" in value.entries else value
    if _kind(value) not in ("TableFun", "") or inside.kind != "map":
        return {}
    return {key.raw.strip(): one for key, one in inside.entries.values()}


def _values(value: Node, one: _Issue) -> dict[str, Fraction]:
    kind, options = _kind(value), one.issue.options
    if table := _table(value):
        if set(table) != set(options):
            odd = sorted(set(table) ^ set(options))
            raise _refused(value, f'options and values of "{brief(one.issue.name)}" differ: "{brief(odd[0])}"')
        return {option: _points(table[option]) for option in options}
    slope = {"IdentityFun": Fraction(1), "ConstFun": Fraction(0)}.get(kind)
    if kind in ("LinearFun", "AffineFun") and "slope" in value.entries:
        slope = _points(value.entries["slope"][1])
    if slope is None or (slope and not one.is_numeric):
        raise _refused(value, f'values of type "{brief(kind)}" cannot be read here; tables can')
    start = _points(value.entries["bias"][1]) if "bias" in value.entries else Fraction(0)
    return {option: start + (slope * Fraction(option) if slope else 0) for option in options}


def negmas_texts(file: PackagesFile, stem: str = "domain") -> dict[str, str]:
    """The JSON files of a negotiation, by their names: first the outcome space, then a utility function per party.

    Points are written as they are, with weights of 1.

    Raises
    ------
    ModelError
        What NegMAS cannot hold: rules, red lines, interactions, fixed options, issues left unsettled.
    """
    form = file.form
    refuse_what_would_be_lost(form, "NegMAS")
    issues = [{"name": issue.name, "type": "CategoricalIssue", "values": list(issue.options)} for issue in form.issues]
    domain = {"name": file.title or stem, "type": "DiscreteCartesianOutcomeSpace", "issues": issues}
    texts = {f"{stem}.json": _json(domain)}
    for name, party in zip(file_names(stem, form.names, ".json"), form.parties, strict=True):
        texts[name] = _json(_function(form, party))
    return texts


def _function(form: Negotiation, party: Party) -> dict[str, Any]:
    tables = [
        {"type": "TableFun", "mapping": {option: _number(party.worths[issue.name][option]) for option in issue.options}}
        for issue in form.issues
    ]
    function: dict[str, Any] = {"name": party.name, "type": _ADDITIVE[0]}
    if party.reservation_value is not None:
        function["reserved_value"] = _number(party.reservation_value)
    return function | {"bias": 0, "weights": [1.0] * len(tables), "values": tables}


def _number(number: Number) -> int | float:
    written = number_text(number)
    return float(Fraction(written)) if isinstance(written, str) else written


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
