"""R15: the decision-maker's questions, each answered from the case and the computation, or told as not answerable."""

from typing import Any

import pytest

from hiwar.brief import compose
from hiwar.brief.document import Document, Folded, Part, Statements
from hiwar.questions import QUESTIONS, Settings

FLAGSHIP = "iraq-us-2020"
QUICK = Settings(draws=256, futures=256)


def part(document: Document, anchor: str) -> Part:
    found: list[Part] = []

    def walk(parts: tuple[Part, ...]) -> None:
        for one in parts:
            found.extend([one] if one.anchor == anchor else [])
            walk(one.parts)

    walk(document.parts)
    assert len(found) == 1, anchor
    return found[0]


def sentences(one: Part) -> list[Any]:
    blocks = [inner for block in one.blocks for inner in (block.blocks if isinstance(block, Folded) else (block,))]
    return [item for block in blocks if isinstance(block, Statements) for item in block.items]


def rows(one: Part, anchor: str) -> list[Any]:
    return [row for block in one.blocks if getattr(block, "anchor", "").startswith(anchor) for row in block.rows]  # type: ignore[union-attr]


def test_r15_seven_answers_in_the_order_of_the_paper_under_its_questions(brief_of: Any) -> None:
    case, _, document = brief_of(FLAGSHIP, "illustration")
    answers = part(document, "asked").parts
    asked = sorted(case.dossier.questions.values(), key=lambda question: question.order)
    assert len(answers) == 7
    assert [answer.quote.trace for answer in answers if answer.quote] == [(question.id,) for question in asked]
    assert all(answer.quote and answer.quote.text for answer in answers)
    assert all(answer.blocks for answer in answers)


def test_r15_without_delegations_question_seven_cannot_be_told_and_nothing_else_changes(brief_of: Any) -> None:
    case, _, with_team = brief_of(FLAGSHIP, "illustration")
    bare = case.dossier.model_copy(update={"delegations": {}})
    answers = {name: answer(bare, case.sheets, QUICK) for name, answer in QUESTIONS.items()}
    without = compose(bare, case.sheets, answers)
    seventh = part(without, "item-question-Q7")
    assert "cannot_be_told" in {sentence.firmness for sentence in sentences(seventh)}
    assert any("delegation" in sentence.text for sentence in sentences(seventh))
    for place in range(1, 7):
        anchor = f"item-question-Q{place}"
        assert part(without, anchor) == part(with_team, anchor)


def test_r15_question_five_treats_every_supreme_interest_of_the_seat(brief_of: Any) -> None:
    case, _, document = brief_of(FLAGSHIP, "illustration")
    supreme = [
        goal for goal in case.dossier.goals.values()
        if goal.kind == "supreme_interest" and case.dossier.seat in goal.owner
    ]  # fmt: skip
    assert len(supreme) == 7
    assert len(rows(part(document, "item-question-Q5"), "table-supreme")) == 7


def test_r8_question_two_has_success_and_failure_and_health_filled_or_marked(brief_of: Any) -> None:
    _, _, document = brief_of(FLAGSHIP, "illustration")
    second = part(document, "item-question-Q2")
    shown = rows(second, "table-outcome_costs")
    assert len({row.group for row in shown}) == 2
    assert all(cell.text for row in shown for cell in row.cells)
    table = next(block for block in second.blocks if getattr(block, "anchor", "").startswith("table-outcome_costs"))
    assert "Health" in table.columns  # type: ignore[union-attr]


def test_on_the_paper_alone_the_brief_declines_and_names_what_to_judge_first(brief_of: Any) -> None:
    _, _, document = brief_of(FLAGSHIP, "paper-only")
    lead = sentences(part(document, "minute"))[0]
    assert lead.firmness == "cannot_be_told"
    assert sentences(part(document, "minute-judge-first"))
    assert any(sentence.firmness == "cannot_be_told" for sentence in sentences(part(document, "minute-unknown")))
    assert not [s for s in sentences(part(document, "minute-why")) if s.key == "appraisal.not_firm"]


def test_r15_a_lead_is_never_worded_as_a_recommendation(brief_of: Any) -> None:
    _, answers, document = brief_of(FLAGSHIP, "illustration")
    keys = [sentence.key for sentence in sentences(part(document, "minute"))]
    if "appraisal.leading" in keys:
        assert keys[0] == "appraisal.no_recommendation"
    assert ("appraisal.recommended" in keys) == any(
        finding.key == "appraisal.recommended" for finding in answers["appraisal"].findings
    )


def test_r15_every_sentence_that_states_something_says_whose_word_it_is(brief: Any) -> None:
    """What bears no mark is the brief's own explanation, a sentence without any finding or item behind it."""
    _, _, document = brief

    def walk(parts: tuple[Part, ...]) -> None:
        for one in parts:
            for sentence in sentences(one):
                assert sentence.mark or not (sentence.trace or sentence.firmness)
            walk(one.parts)

    walk(document.parts)


@pytest.mark.parametrize("missing", sorted(QUESTIONS))
def test_a_chapter_that_was_not_computed_leaves_a_gap_and_no_error(brief_of: Any, missing: str) -> None:
    case, answers, _ = brief_of("two-towns-water", "first")
    document = compose(case.dossier, case.sheets, {name: found for name, found in answers.items() if name != missing})
    assert document.parts


def test_a_package_is_told_by_the_names_of_its_options(brief_of: Any) -> None:
    case, _, _ = brief_of("two-towns-water", "first")
    settings = Settings(draws=64, futures=64, packages=({"IS-FLOW": ("share_of_inflow",)},))
    answers = {name: answer(case.dossier, case.sheets, settings) for name, answer in QUESTIONS.items()}
    document = compose(case.dossier, case.sheets, answers)
    courses = [row.cells[0].text for row in rows(part(document, "tracks"), "table-courses")]
    assert any("a share of what flows in" in name for name in courses)


def test_where_a_condition_fails_the_brief_names_a_course_that_can_be_taken_then(brief_of: Any) -> None:
    _, answers, document = brief_of("two-towns-water", "first")
    conditional = [f for f in answers["appraisal"].findings if f.key == "appraisal.recommended_if"]
    assert len(conditional) == 1
    lead, instead = sentences(part(document, "minute"))
    states = answers["appraisal"].tables["feasibility"].records()
    closed = {row["scenario"] for row in states if row["course"] == conditional[0].values["course"]
              and row["state"] == "infeasible"}  # fmt: skip
    assert lead.key == "appraisal.recommended_if"
    assert instead.firmness == "possible"
    assert "Regional court" in instead.text
    assert {r["state"] for r in states if r["course"] == "T-COURT" and r["scenario"] in closed} == {"feasible"}


def test_two_chapters_count_the_same_judgements(brief: Any) -> None:
    """What the verdict lacks, and what the chapter on grounds says is needed."""
    _, answers, _ = brief
    (coverage,) = (one.values for one in answers["appraisal"].findings if one.key == "appraisal.coverage")
    (needed,) = (one.values for one in answers["provenance"].findings if one.key == "provenance.needed")
    assert (coverage["judged"], coverage["needed"]) == (needed["given"], needed["needed"])
