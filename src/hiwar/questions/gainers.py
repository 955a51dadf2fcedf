"""Whose dialogue it is: who is said to gain, domain by domain under a course and issue by issue in a package.

A share counts domains or issues, never effects, so that saying one gain in two sentences changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hiwar.dossier.model import Dossier, main_domain, principals, side_of
from hiwar.questions.answer import Finding, Firmness, Settings, Table, table_of
from hiwar.questions.courses import Course, holds, ranked_courses
from hiwar.questions.negotiations import agenda_rules

MOSTLY = 0.5
"""More than this share of what is settled, and the dialogue is mostly for others."""
COLUMNS = ("subject", "unit", "gainers", "sides", "outside", "items", "state")


def gainer_table(dossier: Dossier, packages: Mapping[str, Sequence[str]], settings: Settings) -> Table:
    """Per course and main domain, and per package and issue: who gains, and whether any side of the dialogue does."""
    courses = ranked_courses(dossier, settings) if dossier.tracks else ()
    rows = [row for course in courses for row in _of_course(dossier, course)]
    rows += [row for name, options in packages.items() for row in _of_package(dossier, name, options)]
    return table_of(COLUMNS, rows)


def _of_course(dossier: Dossier, course: Course) -> Iterator[tuple[tuple[Any, ...], tuple[str, ...]]]:
    """Gains that may come about under a course, by main domain."""
    by_domain: dict[str, dict[str, None]] = {}
    for key, effect in sorted(dossier.effects.items()):
        if effect.kind == "gain" and holds(effect.when, dossier, course) is not False:
            for domain in dict.fromkeys(main_domain(dossier, one) for one in effect.domains):
                by_domain.setdefault(domain, {})[key] = None
    for domain in sorted(key for key, one in dossier.domains.items() if one.of is None):
        items = tuple(by_domain.get(domain, ()))
        parties = [party for key in items for party in dossier.effects[key].on]
        yield _row(dossier, course.id, domain, parties, items)


def _of_package(
    dossier: Dossier, name: str, options: Sequence[str]
) -> Iterator[tuple[tuple[Any, ...], tuple[str, ...]]]:
    """Goals that the options of a package serve, and gains that hang on them, by issue."""
    by_issue: dict[str, list[str]] = {}
    for item in options:
        issue, _, option = item.partition("=")
        by_issue.setdefault(issue, []).append(option)
    for issue, held in by_issue.items():
        goals = [goal for option in held for goal in dossier.issues[issue].options[option].serves]
        gains = [
            key for key, effect in sorted(dossier.effects.items())
            if effect.kind == "gain" and set(effect.when.get(issue, ())) & set(held)
        ]  # fmt: skip
        parties = [owner for goal in goals for owner in dossier.goals[goal].owner]
        parties += [party for key in gains for party in dossier.effects[key].on]
        yield _row(dossier, name, issue, parties, tuple(dict.fromkeys((*goals, *gains))), agenda_rules(dossier))


def _row(
    dossier: Dossier,
    subject: str,
    unit: str,
    parties: Iterable[str],
    items: tuple[str, ...],
    also: tuple[str, ...] = (),
) -> tuple[tuple[Any, ...], tuple[str, ...]]:
    at_table = set(principals(dossier))
    gainers = tuple(sorted({side_of(dossier, party) for party in parties}))
    sides = tuple(party for party in gainers if party in at_table)
    outside = tuple(party for party in gainers if party not in at_table)
    state = "nobody" if not gainers else "others" if not sides else "both" if outside else "sides"
    return (subject, unit, gainers, sides, outside, items, state), (unit, *items, *also)


def gainer_findings(table: Table) -> Iterator[Finding]:
    """Per course or package: whether it is for those who sit at the table, partly for others, or mostly so."""
    grouped: dict[str, list[tuple[dict[str, Any], tuple[str, ...]]]] = {}
    for row, trace in zip(table.records(), table.traces, strict=True):
        grouped.setdefault(row["subject"], []).append((row, trace))
    for subject, rows in grouped.items():
        gained = [row for row, _ in rows if row["state"] != "nobody"]
        trace = tuple(dict.fromkeys(item for row, found in rows for item in found if row["state"] != "nobody"))
        if not gained:
            units = tuple(row["unit"] for row, _ in rows)
            yield Finding("balance.nobody_gains", {"subject": subject}, Firmness.CANNOT_BE_TOLD, trace=units)
            continue
        others = [row for row in gained if row["state"] == "others"]
        outside = tuple(sorted({party for row in gained for party in row["outside"]}))
        values = {"subject": subject, "settled": len(gained), "elsewhere": len(others), "outside": outside}
        yield Finding(_key(len(others), len(gained), is_shared=bool(outside)), values, trace=trace)


def _key(others: int, settled: int, *, is_shared: bool) -> str:
    if others > MOSTLY * settled:
        return "balance.for_others"
    if others:
        return "balance.partly_for_others"
    return "balance.for_the_sides_too" if is_shared else "balance.for_the_sides"
