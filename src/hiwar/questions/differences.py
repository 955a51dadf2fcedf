"""How an answer differs from the answer to the same question on another version of the case or the sheets."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from hiwar.questions.answer import Answer, Finding, as_data

Kind = Literal["new", "gone", "changed"]


@dataclass(frozen=True)
class FindingChange:
    """A finding that only one of two answers has, or that both have with other values or another firmness."""

    kind: Kind
    old: Finding | None
    new: Finding | None
    changed: tuple[str, ...] = ()
    """What differs where both have it: ``firmness``, ``ground``, ``rests on``, names of values."""


@dataclass(frozen=True)
class AnswerChange:
    """What differs between two answers to one question."""

    question: str
    findings: tuple[FindingChange, ...]
    """In the order of the new answer, then what is gone."""
    tables: tuple[str, ...]
    """Names of tables that are not the same."""

    @property
    def is_empty(self) -> bool:
        """Both answers say the same."""
        return not self.findings and not self.tables


def changes_of_answer(old: Answer, new: Answer) -> AnswerChange:
    """Compare two answers finding by finding.

    Two findings are about the same thing when they have the same key and name the same items; numbers may differ.
    Where one finding of a key is left on either side, these two are compared although they name other items: a
    recommendation that moves from one track to another has changed, and not gone and come.
    """
    changes = tuple(_finding_changes(old.findings, new.findings))
    tables = tuple(name for name in sorted({*old.tables, *new.tables}) if _table(old, name) != _table(new, name))
    return AnswerChange(new.question, changes, tables)


def _finding_changes(old: Iterable[Finding], new: Iterable[Finding]) -> Iterator[FindingChange]:
    before, after = _by_subject(old), _by_subject(new)
    left_before = _by_key(finding for subject, finding in before.items() if subject not in after)
    left_after = _by_key(finding for subject, finding in after.items() if subject not in before)
    moved = {key for key in left_before if len(left_before[key]) == len(left_after.get(key, ())) == 1}
    for subject, finding in after.items():
        former = before.get(subject) or (left_before[finding.key][0] if finding.key in moved else None)
        if former is None:
            yield FindingChange("new", None, finding)
        elif differing := tuple(_differing(former, finding)):
            yield FindingChange("changed", former, finding, differing)
    for key, gone in left_before.items():
        yield from (FindingChange("gone", finding, None) for finding in gone if key not in moved)


def _by_subject(findings: Iterable[Finding]) -> dict[tuple[str, str, int], Finding]:
    """Findings by key and the items they name; a third part tells apart those that name the same."""
    found: dict[tuple[str, str, int], Finding] = {}
    for finding in findings:
        named = {name: value for name, value in finding.values.items() if not _is_amount(value)}
        subject = json.dumps(as_data(named), sort_keys=True, ensure_ascii=False)
        number = 0
        while (finding.key, subject, number) in found:
            number += 1
        found[finding.key, subject, number] = finding
    return found


def _by_key(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.key].append(finding)
    return dict(groups)


def _is_amount(value: Any) -> bool:
    """A number, a yes or no, or several; what names nothing can change without the finding being another one."""
    if isinstance(value, list | tuple):
        return bool(value) and all(_is_amount(part) for part in value)
    return value is None or isinstance(value, int | float)


def _differing(old: Finding, new: Finding) -> Iterator[str]:
    if old.firmness != new.firmness:
        yield "firmness"
    if old.ground != new.ground:
        yield "ground"
    for name in dict.fromkeys((*old.values, *new.values)):
        if as_data(old.values.get(name)) != as_data(new.values.get(name)):
            yield name
    if set(old.trace) != set(new.trace):
        yield "rests on"


def _table(answer: Answer, name: str) -> Any:
    table = answer.tables.get(name)
    return None if table is None else (table.columns, as_data(table.rows))
