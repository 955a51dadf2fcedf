"""What to do when the recommended course cannot be taken."""

from hiwar.brief.blocks import Answers, found, records
from hiwar.brief.document import Statement
from hiwar.brief.words import Words


def otherwise(words: Words, answers: Answers) -> tuple[Statement, ...]:
    """Per recommendation under a condition: the course for the case that it fails, and how firm that is.

    A course is named only if it can be taken wherever the recommended one cannot. Of these it is the one to which the
    fewest others may be preferred there, and those are named, so that it never reads firmer than it is.
    """
    return tuple(
        _instead(words, answers, str(finding.values["course"]))
        for finding in found(answers, "appraisal.recommended_if")
    )


def _instead(words: Words, answers: Answers, course: str) -> Statement:
    state = {(row["course"], row["scenario"]): row["state"] for row, _ in records(answers, "appraisal", "feasibility")}
    closed = [
        scenario for (key, scenario), found_state in state.items() if key == course and found_state == "infeasible"
    ]
    compared = [row["course"] for row, _ in records(answers, "appraisal", "courses") if row["is_compared"]]
    others = [
        key for key in compared
        if key != course and all(state.get((key, scenario)) == "feasible" for scenario in closed)
    ]  # fmt: skip
    doubts = {key: _not_behind(words, answers, key, closed) for key in others}
    if not doubts:
        return Statement(words("minute.otherwise_none"), "computed", "cannot_be_told", (course,))
    best = min(doubts, key=lambda key: (len(doubts[key]), others.index(key)))
    rest = tuple(dict.fromkeys((course, best, *_behind(words, answers, best, closed))))
    if not doubts[best]:
        return Statement(words("minute.otherwise", course=words.course(best)), "computed", "certain", rest)
    told = words.listed(words("words.quoted", name=words.course(key)) for key in sorted(doubts[best]))
    text = words("minute.otherwise_open", course=words.course(best), others=told)
    return Statement(text, "computed", "possible", rest)


def _behind(words: Words, answers: Answers, course: str, scenarios: list[str]) -> list[str]:
    """What the comparisons of a course in these scenarios rest on."""
    return [
        reference
        for row, trace in records(answers, "appraisal", "pairs_by_scenario")
        if row["party"] == words.seat and row["scope"] == "all" and row["scenario"] in scenarios
        and course in (row["first"], row["second"])
        for reference in trace
    ]  # fmt: skip


def _not_behind(words: Words, answers: Answers, course: str, scenarios: list[str]) -> set[str]:
    """Courses that are, in one of these scenarios, not certainly worse than this one and not equal to it."""
    doubts: set[str] = set()
    for row, _ in records(answers, "appraisal", "pairs_by_scenario"):
        pair = (row["first"], row["second"])
        if (
            row["party"] != words.seat
            or row["scope"] != "all"
            or row["scenario"] not in scenarios
            or course not in pair
        ):
            continue
        ahead = pair[0] if row["verdict"] == "first" else pair[1] if row["verdict"] == "second" else None
        if row["verdict"] not in ("equal", "not_comparable", "not_stated") and ahead != course:
            doubts.add(pair[1] if pair[0] == course else pair[0])
    return doubts
