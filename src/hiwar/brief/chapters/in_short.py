"""The answer to each of the decision-maker's questions in a sentence or two, before what it rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hiwar.brief.blocks import Answers, found, missing, records, told
from hiwar.brief.document import Statement, Statements
from hiwar.brief.words import Words
from hiwar.questions.answer import Finding

Pair = tuple[Mapping[str, Any], tuple[str, ...]]
_FORMS = ("scope.form_breaks", "scope.form_breaks_none")
_ROOM = ("agreement.not_judged", "agreement.no_reservation_value", "agreement.zone", "agreement.none",
         "agreement.blocked_by")  # fmt: skip
_WHOSE = ("for_the_sides", "for_the_sides_too", "partly_for_others", "for_others", "nobody_gains")


def in_short(statements: Iterable[Statement]) -> Statements:
    """The answer, set so that a reader in a hurry finds it."""
    return Statements(tuple(statements), lead=True)


def _computed(words: Words, key: str, trace: Iterable[str], **values: Any) -> Statement:
    return Statement(words(key, **values), "computed", None, tuple(dict.fromkeys(trace)), key)


def advantages_in_short(words: Words, rows: Sequence[Pair]) -> Statements:
    """Of which courses gains and costs are stated, of which only one; never which list is longer."""
    kinds: dict[str, set[str]] = {}
    traces: dict[str, list[str]] = {}
    for row, trace in rows:
        kinds.setdefault(row["track"], set()).add(row["kind"])
        traces.setdefault(row["track"], []).extend(trace)
    said = []
    for key, wanted in (("gains_and_costs", {"gain", "cost"}), ("costs_only", {"cost"}), ("gains_only", {"gain"})):
        tracks = [track for track, one in kinds.items() if one == wanted]
        if tracks:
            rests_on = [item for track in tracks for item in traces[track]]
            said.append(_computed(words, f"in_short.{key}", rests_on, courses=words.names(tracks)))
    return in_short(said)


def costs_in_short(words: Words, answers: Answers) -> Statements:
    """Where the cost may grow largest if the dialogue succeeds, and if it fails; and what cannot be told."""
    rows = [pair for pair in records(answers, "appraisal", "outcome_costs") if pair[0]["high"] is not None]
    said = []
    for outcome in dict.fromkeys(row["outcome"] for row, _ in rows):
        own = [pair for pair in rows if pair[0]["outcome"] == outcome]
        most = max(row["high"] for row, _ in own)
        row, trace = next(pair for pair in own if pair[0]["high"] == most)
        said.append(
            _computed(
                words, "in_short.largest_cost", trace, outcome=outcome, domain=words.name(row["domain"]),
                course=words.course(row["course"]), range=words.span(row["low"], row["high"]),
            )
        )  # fmt: skip
    return in_short((*said, *told(words, found(answers, "appraisal.outcome_cell_missing")).items))


def form_in_short(words: Words, answers: Answers) -> Statements:
    """Which forms go against a term of the case."""
    return in_short(told(words, found(answers, *_FORMS)).items)


def options_in_short(words: Words, answers: Answers) -> Statements:
    """Whether there is room for an agreement, and which packages everybody prefers to none."""
    accepted = found(answers, "agreement.accepted")
    said = list(told(words, found(answers, *_ROOM)).items)
    if accepted:
        packages = words.listed(words.package(one.values["package"]) for one in accepted)
        trace = (item for one in accepted for item in one.trace)
        key = "in_short.all_accept"
        said.append(Statement(words(key, packages=packages), "computed", "certain", tuple(dict.fromkeys(trace)), key))
    return in_short(said)


def interests_in_short(words: Words, answers: Answers, goals: Sequence[str]) -> Statements:
    """Supreme interests that some package harms, that every package serves, that none touches; and their floors."""
    rows = records(answers, "agreement", "supreme")
    by_goal: dict[str, list[Mapping[str, Any]]] = {}
    for row, _ in rows:
        by_goal.setdefault(row["goal"], []).append(row)
    harmed = [goal for goal, own in by_goal.items() if any(row["harmed_by"] for row in own)]
    served = [goal for goal, own in by_goal.items() if goal not in harmed and all(row["served_by"] for row in own)]
    rest = [goal for goal in by_goal if goal not in harmed and goal not in served]
    # What is at risk comes first: the short form keeps the first sentences only.
    said = [
        _computed(words, f"in_short.{key}", found_goals, goals=words.names(found_goals))
        for key, found_goals in (("interests_harmed", harmed), ("interests_served", served), ("interests_open", rest))
        if found_goals
    ]
    return in_short((*said, _floors(words, goals)) if rows else (missing(words, "asked.interests_missing"),))


def _floors(words: Words, goals: Sequence[str]) -> Statement:
    """Under which interests the case sets a floor that no package in these lists breaks."""
    under = [goal for goal in goals if words.dossier.goals[goal].has_floor]
    if not under:
        return missing(words, "in_short.no_floors", goals)
    return _computed(words, "in_short.floors", under, goals=words.names(under))


def whose_in_short(words: Words, answers: Answers) -> Statements:
    """Whether the courses and packages are for the sides at the table or for others."""
    grouped: dict[str, list[Finding]] = {}
    for finding in found(answers, *(f"balance.{kind}" for kind in _WHOSE)):
        grouped.setdefault(finding.key.partition(".")[2], []).append(finding)
    return in_short(_whose(words, grouped, _numbered(answers)))


def _numbered(answers: Answers) -> Mapping[str, str]:
    """Standard to the package that it singles out, so that one package has one name on a page."""
    rows = [row for row, _ in records(answers, "agreement", "packages")]
    return {standard: row["package"] for row in rows for standard in row["standards"]}


def _whose(words: Words, grouped: Mapping[str, Sequence[Finding]], numbered: Mapping[str, str]) -> Iterator[Statement]:
    """Of most courses and packages first."""
    for kind, findings in sorted(grouped.items(), key=lambda pair: -len(pair[1])):
        key, trace = f"in_short.{kind}", tuple(dict.fromkeys(item for one in findings for item in one.trace))
        outside = sorted({party for one in findings for party in one.values.get("outside", ())})
        subjects = words.listed(
            words.subject(numbered.get(one.values["subject"], one.values["subject"])) for one in findings
        )
        text = words(key, subjects=subjects, outside=words.names(outside))
        yield Statement(text, "computed", str(findings[0].firmness), trace, key)
