"""In one minute: what is recommended or why nothing can be, why, what would change it, what is not known."""

from collections.abc import Iterable

from hiwar.brief.blocks import Answers, found, missing, told
from hiwar.brief.document import Block, Part, Statements
from hiwar.brief.words import Words
from hiwar.questions.answer import Finding

_VERDICT = ("appraisal.recommended", "appraisal.no_recommendation")
_WHY = (
    "appraisal.leading",
    "appraisal.certain",
    "appraisal.not_firm",
    "appraisal.best_in_every_scenario",
    "appraisal.infeasible",
    "appraisal.infeasible_when",
    "appraisal.largest_regret",
    "appraisal.risk_of_loss",
    "appraisal.stochastically_dominates",
)
_CHANGES = ("appraisal.flip", "appraisal.sheets_disagree", "appraisal.rests_on_empty_cells")
_UNKNOWN = (
    "appraisal.coverage",
    "appraisal.no_likelihoods",
    "appraisal.cell_not_stated",
    "appraisal.condition_open",
    "interests.no_ultimate_goal",
)
_FIRST = ("appraisal.judge_first",)


def minute(words: Words, answers: Answers) -> Part:
    """The page that a decision-maker reads if only one is read."""
    verdict = told(words, found(answers, *_VERDICT), lead=True)
    named = _named(found(answers, "appraisal.recommended", "appraisal.leading"))
    parts = [
        _part(words, "why", _spread(found(answers, *_WHY), 5, named), is_ordered=True),
        _part(words, "changes", _spread(found(answers, *_CHANGES), 4, named)),
        _part(words, "unknown", _spread(found(answers, *_UNKNOWN), 5, ())),
        _part(words, "judge-first", found(answers, *_FIRST)[:4], is_ordered=True),
    ]
    blocks: tuple[Block, ...] = (verdict,) if verdict.items else (_none(words),)
    return Part("minute", words("part.minute"), blocks, tuple(part for part in parts if part.blocks))


def _none(words: Words) -> Statements:
    return Statements((missing(words, "minute.no_appraisal"),), lead=True)


def _part(words: Words, anchor: str, findings: Iterable[Finding], *, is_ordered: bool = False) -> Part:
    sentences = told(words, findings, is_ordered=is_ordered)
    return Part(f"minute-{anchor}", words(f"part.minute-{anchor}"), (sentences,) if sentences.items else ())


def _named(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Courses that the verdict names."""
    return tuple(finding.values["course"] for finding in findings)


def _spread(findings: Iterable[Finding], most: int, about: tuple[str, ...]) -> tuple[Finding, ...]:
    """The first few: what concerns the course of the verdict before the rest, and one of each kind before a second."""
    by_key: dict[str, list[Finding]] = {}
    for finding in findings:
        by_key.setdefault(finding.key, []).append(finding)
    for kind in by_key.values():
        kind.sort(key=lambda finding: not _is_about(finding, about))
    most_of_one = max((len(kind) for kind in by_key.values()), default=0)
    ranked = [kind[place] for place in range(most_of_one) for kind in by_key.values() if place < len(kind)]
    return tuple(ranked[:most])


def _is_about(finding: Finding, courses: tuple[str, ...]) -> bool:
    return any(finding.values.get(name) in courses for name in ("course", "first", "second"))
