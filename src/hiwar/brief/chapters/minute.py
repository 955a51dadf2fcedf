"""In one minute: what is recommended or why nothing can be, why, what would change it, what is not known."""

from collections.abc import Iterable
from dataclasses import replace

from hiwar.brief.blocks import Answers, found, missing, records, told
from hiwar.brief.chapters.otherwise import otherwise
from hiwar.brief.chapters.proposed import proposed
from hiwar.brief.document import Part, Statement, Statements
from hiwar.brief.words import Words
from hiwar.questions.answer import Finding

_VERDICT = (
    "appraisal.recommended",
    "appraisal.recommended_if",
    "appraisal.no_recommendation",
    "appraisal.leading",
)
_WHY = (
    "appraisal.certain",
    "appraisal.best_in_every_scenario",
    "appraisal.not_firm",
    "appraisal.risk_of_loss",
    "appraisal.largest_regret",
    "appraisal.infeasible_when",
    "appraisal.infeasible",
    "appraisal.rests_on_empty_cells",
    "appraisal.stochastically_dominates",
)
"""Where a course is recommended: what speaks for it, then how it may go wrong."""
_WHY_OPEN = (
    "appraisal.sheets_disagree",
    "appraisal.sizes_missing",
    "appraisal.risk_of_loss",
    "appraisal.largest_regret",
    "appraisal.infeasible_when",
    "appraisal.rests_on_empty_cells",
    "appraisal.certain",
)
"""Where none can be: why the one that leads is no firm choice."""
_WHY_UNJUDGED = ("appraisal.infeasible_when", "appraisal.infeasible", "appraisal.rests_on_empty_cells")
"""Where nobody has judged anything, shares of judgements would only mirror the method."""
_OF_COURSE = frozenset({
    "appraisal.largest_regret", "appraisal.risk_of_loss", "appraisal.stochastically_dominates",
    "appraisal.infeasible_when", "appraisal.infeasible",
})  # fmt: skip
"""Told of the courses that the verdict names only."""
_OF_BOTH = frozenset({"appraisal.rests_on_empty_cells"})
"""Told only where it is the comparison that the verdict turns on."""
_BOTH = 3
"""What :func:`_match` gives for a comparison of the two courses that the verdict names."""
_CHANGES = ("appraisal.flip", "appraisal.condition_open")
_TO_JUDGE = ("appraisal.judge_first", "appraisal.judge_first_unsized")
_UNKNOWN = ("appraisal.coverage", "appraisal.no_likelihoods", "interests.no_ultimate_goal")
_MOST_REASONS, _MOST_CHANGES, _MOST_TO_JUDGE = 4, 3, 3


def minute(words: Words, answers: Answers) -> Part:
    """The page that a decision-maker reads if only one is read."""
    verdict = told(words, found(answers, *_VERDICT), lead=True)
    verdict = replace(verdict, items=(*verdict.items, *otherwise(words, answers)))
    parts = [
        _part(words, "why", _reasons(answers)[:_MOST_REASONS], is_ordered=True),
        _part(words, "changes", _changes(answers)[:_MOST_CHANGES], _by_sheet(words, answers)),
        _part(words, "agreed", (), proposed(words, answers)),
        _part(words, "unknown", _unknown(answers), _cells(words, answers)),
        _part(words, "judge-first", found(answers, *_TO_JUDGE)[:_MOST_TO_JUDGE], is_ordered=True),
    ]
    lead = verdict if verdict.items else Statements((missing(words, "minute.no_appraisal"),), lead=True)
    return Part("minute", words("part.minute"), (lead,), tuple(part for part in parts if part.blocks))


def _reasons(answers: Answers) -> tuple[Finding, ...]:
    """What speaks for the verdict, the courses that it names first."""
    named = _named(found(answers, *_VERDICT))
    is_led = bool(found(answers, "appraisal.leading"))
    keys = _WHY_UNJUDGED if _nothing_judged(answers) else _WHY_OPEN if is_led else _WHY
    compared = named if is_led else named[:1]
    reasons = [finding for finding in found(answers, *keys) if _is_reason(finding, compared)]
    return _spread(reasons, named)


def _is_reason(finding: Finding, courses: tuple[str, ...]) -> bool:
    """Whether a finding speaks of the courses that the verdict names, and says more than the verdict does."""
    if not courses:
        return True
    if finding.key in _OF_BOTH:
        return _match(finding, courses) >= (_BOTH if len(courses) > 1 else 1)
    return _match(finding, courses) > 0 if finding.key in _OF_COURSE else _concerns(finding, courses)


def _part(
    words: Words,
    anchor: str,
    findings: Iterable[Finding],
    more: tuple[Statement, ...] = (),
    *,
    is_ordered: bool = False,
) -> Part:
    sentences = (*told(words, findings).items, *more)
    block = Statements(sentences, is_ordered=is_ordered)
    return Part(f"minute-{anchor}", words(f"part.minute-{anchor}"), (block,) if sentences else ())


def _changes(answers: Answers) -> list[Finding]:
    """What would turn the choice inside what the sheets allow; where nothing does, the nearest beyond it."""
    changes = found(answers, *_CHANGES)
    return [finding for finding in changes if finding.values.get("reachable", True)] or list(changes[:1])


def _by_sheet(words: Words, answers: Answers) -> tuple[Statement, ...]:
    """Where the sheets lead to different answers: what each says by itself."""
    if not found(answers, "appraisal.sheets_disagree"):
        return ()
    return tuple(
        Statement(
            words(
                "minute.sheet_says" if row["first_course"] else "minute.sheet_says_none",
                sheet=words.sheet(row["sheet"]),
                course=words.course(row["first_course"] or ""),
                verdict=words(f"verdict_of_sheet.{row['verdict']}"),
            ),
            "computed",
        )
        for row, _ in records(answers, "appraisal", "sheets")
    )


def _nothing_judged(answers: Answers) -> bool:
    reasons = [f.values["reasons"] for f in found(answers, "appraisal.no_recommendation")]
    return any("nothing_judged" in reason for reason in reasons)


def _unknown(answers: Answers) -> list[Finding]:
    """What is missing; that all judgements are there is no gap."""
    return [f for f in found(answers, *_UNKNOWN) if f.values.get("judged") is None or not _is_complete(f)]


def _is_complete(coverage: Finding) -> bool:
    return bool(coverage.values["judged"] == coverage.values["needed"])


def _cells(words: Words, answers: Answers) -> tuple[Statement, ...]:
    """How many gains and costs the sources leave out, judged by somebody or not."""
    cells = found(answers, "appraisal.cell_not_stated")
    told_of = []
    for judged, key in (("no", "minute.cells_open"), ("yes", "minute.cells_judged")):
        own = [finding for finding in cells if finding.values["judged"] == judged]
        trace = tuple(dict.fromkeys(reference for finding in own for reference in finding.trace))
        if own and judged == "no":
            told_of.append(missing(words, key, trace, count=len(own)))
        elif own:
            told_of.append(Statement(words(key, count=len(own)), "analyst", "stated", trace, key))
    return tuple(told_of)


def _named(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The courses that the verdict names: the first, and the one that comes next."""
    return tuple(
        course for finding in findings for name in ("course", "second") if (course := finding.values.get(name))
    )


def _concerns(finding: Finding, courses: tuple[str, ...]) -> bool:
    """A comparison is a reason only if it is one with a course of the verdict."""
    is_comparison = "first" in finding.values and "second" in finding.values
    return not courses or not is_comparison or _match(finding, courses) > 0


def _spread(findings: Iterable[Finding], named: tuple[str, ...]) -> tuple[Finding, ...]:
    """What concerns the courses of the verdict before the rest, and one of each kind before a second."""
    by_key: dict[str, list[Finding]] = {}
    for finding in findings:
        by_key.setdefault(finding.key, []).append(finding)
    for kind in by_key.values():
        kind.sort(key=lambda finding: -_match(finding, named))
    most = max((len(kind) for kind in by_key.values()), default=0)
    return tuple(kind[place] for place in range(most) for kind in by_key.values() if place < len(kind))


def _match(finding: Finding, named: tuple[str, ...]) -> int:
    """How many of the named courses a finding speaks of; of the first one counts most."""
    spoken = {finding.values.get(name) for name in ("course", "first", "second")}
    return sum(2 if place == 0 else 1 for place, course in enumerate(named) if course in spoken)
