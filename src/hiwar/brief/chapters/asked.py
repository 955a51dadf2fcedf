"""The decision-maker's own questions, in their order, each answered from what has been computed so far."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from hiwar.brief.blocks import (
    Answers,
    course,
    found,
    message,
    missing,
    name,
    names,
    records,
    said,
    span,
    table,
    told,
)
from hiwar.brief.chapters.anchors import anchors
from hiwar.brief.chapters.balance import gainers_table
from hiwar.brief.chapters.in_short import (
    advantages_in_short,
    costs_in_short,
    form_in_short,
    in_short,
    interests_in_short,
    options_in_short,
    whose_in_short,
)
from hiwar.brief.chapters.reactions_third import behind
from hiwar.brief.chapters.scenarios import results_table
from hiwar.brief.chapters.scope import form_table
from hiwar.brief.chapters.supreme import supreme_by_package, supreme_table
from hiwar.brief.chapters.unity import at_home
from hiwar.brief.document import Block, Cell, Folded, Part, State, Statement, Statements, TableBlock
from hiwar.brief.entries import anchor_of, mark_of
from hiwar.brief.words import Words
from hiwar.dossier.contents import Question
from hiwar.dossier.model import principals


def asked(words: Words, answers: Answers) -> Part:
    """One part per question of the case, under its own words."""
    questions = sorted(words.dossier.questions.values(), key=lambda question: (question.order, question.id))
    if not questions:
        return Part("asked", words("part.asked"), (said(words, "asked.none"),))
    parts = tuple(_answered(words, answers, question, place) for place, question in enumerate(questions, 1))
    return Part("asked", words("part.asked"), (said(words, "explain.asked"),), parts)


def _answered(words: Words, answers: Answers, question: Question, place: int) -> Part:
    view = _VIEWS.get(question.view or "", _no_view)
    quote = next((cite.quote for cite in question.cite if cite.quote), None)
    own = words.text(quote) or words.text(question.text) or words.text(question.name)
    short = words.text(question.name) or words(f"view.{question.view}" if question.view in _VIEWS else "view.other")
    anchor, title = anchor_of(f"question-{question.id}"), words("asked.title", number=place, title=short)
    asked_so = Statement(own, mark_of(question), None, (question.id,))
    return Part(anchor, title, tuple(view(words, answers, question)), quote=asked_so)


def _advantages(words: Words, answers: Answers, question: Question) -> Iterable[Block]:
    """What speaks for and against each track for the seat; an effect is told once, whatever its variants."""
    rows = _by_track(words, answers)
    if not rows:
        yield in_short((missing(words, "asked.no_appraisal", seat=words.name(words.seat)),))
    else:
        yield advantages_in_short(words, rows)
    columns = (("effect", name("effect")), ("for_or_against", message("kind", "for_or_against", _FOR)),
               ("domains", names("domains")), ("only_in", _only_in))  # fmt: skip
    yield table(
        words, f"advantages--{question.id}", rows, columns,
        group=lambda row: words.name(row["track"]), party=words.name(words.seat),
    )  # fmt: skip
    cells = [f for f in found(answers, "appraisal.cell_not_stated") if f.values["party"] == words.seat]
    yield told(words, cells)


_FOR: Mapping[str, State] = {"gain": "good", "cost": "bad"}


def _by_track(words: Words, answers: Answers) -> list[tuple[dict[str, Any], tuple[str, ...]]]:
    """Track, kind and effect, with its domains, and the variants in which alone it holds."""
    courses = {row["course"]: row for row, _ in records(answers, "appraisal", "courses")}
    merged: dict[tuple[str, str, str], tuple[dict[str, None], dict[str, None], tuple[str, ...]]] = {}
    for row, trace in records(answers, "appraisal", "advantages"):
        if row["party"] == words.seat:
            key = (courses[row["course"]]["track"], row["kind"], row["effect"])
            domains, holding, _ = merged.setdefault(key, ({}, {}, trace))
            domains[row["domain"]] = holding[row["course"]] = None
    compared = [row for row in courses.values() if row["is_compared"]]
    rows = []
    for (track, kind, effect), (domains, holding, trace) in merged.items():
        is_everywhere = len(holding) == sum(row["track"] == track for row in compared)
        row = {"track": track, "kind": kind, "effect": effect, "domains": tuple(domains)}
        rows.append(({**row, "only_in": () if is_everywhere else tuple(holding)}, trace))
    return sorted(rows, key=lambda pair: (pair[0]["track"], pair[0]["kind"] != "gain"))


def _only_in(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.listed(words.course(key) for key in row["only_in"]) if row["only_in"] else "")


def _costs(words: Words, answers: Answers, question: Question) -> Iterable[Block]:
    """Expected costs, success and failure, per domain: a line per course, a column per domain."""
    rows = records(answers, "appraisal", "outcome_costs")
    domains = list(dict.fromkeys(row["domain"] for row, _ in rows))
    lines: dict[tuple[str, str], dict[str, Any]] = {}
    traces: dict[tuple[str, str], dict[str, None]] = {}
    for row, trace in rows:
        key = (row["outcome"], row["course"])
        lines.setdefault(key, {"outcome": row["outcome"], "course": row["course"]})[row["domain"]] = row
        traces.setdefault(key, {}).update(dict.fromkeys(trace))
    yield costs_in_short(words, answers)
    shown = table(
        words, f"outcome_costs--{question.id}", [(line, tuple(traces[key])) for key, line in lines.items()],
        (("course", course("course")),), group=lambda row: words(f"outcome.{row['outcome']}"),
    )  # fmt: skip
    yield said(words, "explain.points")
    yield from anchors(words, words.seat)
    yield _with_domains(words, shown, domains, list(lines.values()))
    if records(answers, "scenarios", "results"):
        yield results_table(words, answers, f"results_by_future--{question.id}")
    outcomes = [(key, words.dossier.outcomes[key]) for key in ("success", "failure") if key in words.dossier.outcomes]
    sentences = [Statement(words(f"outcome.{key}_means", text=words.text(outcome.text))) for key, outcome in outcomes]
    if sentences:
        yield Statements(tuple(sentences))


def _with_domains(words: Words, shown: TableBlock, domains: list[str], lines: list[dict[str, Any]]) -> TableBlock:
    """The table with one column more per domain."""
    rows = tuple(
        replace(row, cells=(*row.cells, *(_cost(words, line.get(domain)) for domain in domains)))
        for row, line in zip(shown.rows, lines, strict=True)
    )
    columns = (*shown.columns, *(words.name(domain) for domain in domains))
    return replace(shown, columns=columns, rows=rows, is_wide=True)


def _cost(words: Words, row: Mapping[str, Any] | None) -> Cell:
    if row is None:
        return Cell(words("state.not_stated"), "missing")
    if row["state"] != "estimated" or row["low"] is None:
        state = row["state"] if row["state"] != "estimated" else "not_estimated"
        return Cell(words(f"state.{state}"), "missing")
    return span("low", "high")(words, row)


def _options_of(words: Words, question: Question, anchor: str) -> Iterable[Block]:
    """What the case says of each option of the issue that a question is about."""
    issue = words.dossier.issues.get(question.issue or "")
    if issue is None:
        return
    rows = [
        ({"issue": issue.id, "option": key, "prefers": tuple(sorted(option.prefers)),
          "rejects": tuple(sorted(option.rejects)), "serves": option.serves, "harms": option.harms},
         (issue.id, *option.serves, *option.harms))
        for key, option in issue.options.items()
    ]  # fmt: skip
    columns = (
        ("option", lambda w, row: Cell(w.option(row["issue"], row["option"]))),
        ("prefers", names("prefers")), ("rejects", names("rejects")), ("serves", names("serves")),
        ("harms", names("harms")),
    )  # fmt: skip
    yield table(words, anchor, rows, columns, issue=words.name(issue.id))


def _form(words: Words, answers: Answers, question: Question) -> Iterable[Block]:
    """Which form of relation: the terms each goes against, who wants it, and how wide a dialogue serves whom."""
    if not records(answers, "scope", "forms"):
        yield in_short((missing(words, "asked.form_missing", (question.issue,) if question.issue else ()),))
        yield from _options_of(words, question, f"issue_options--{question.id}")
        return
    yield form_in_short(words, answers)
    yield form_table(words, answers, f"forms--{question.id}")
    sided = ("scope.one_sided", "scope.claim_borne_out", "scope.claim_not_borne_out", "scope.not_available_yet")
    yield told(words, found(answers, *sided))


def _options(words: Words, answers: Answers, question: Question) -> Iterable[Block]:
    """Options and alternatives: the packages within reach, what each option does, and what remains if events turn."""
    yield options_in_short(words, answers)
    yield told(words, found(answers, "agreement.proposed", "agreement.accepted_in", "agreement.refused"))
    rows = records(answers, "interests", "options")
    if rows:
        columns = (
            ("option", lambda w, row: Cell(w.option(row["issue"], row["option"]))),
            ("prefers", names("prefers")), ("rejects", names("rejects")), ("serves", names("serves")),
            ("harms", names("harms")),
        )  # fmt: skip
        agenda = table(words, f"agenda--{question.id}", rows, columns, group=lambda row: words.name(row["issue"]))
        yield Folded(words("fold.agenda"), (agenda,))
    yield from _alternatives(words, answers, question)
    yield told(words, found(answers, "plan.leads_to", "plan.uncovered", "plan.all_covered"))
    yield from _options_of(words, question, f"issue_options--{question.id}")


def _alternatives(words: Words, answers: Answers, question: Question) -> Iterable[Block]:
    """Per course that cannot be taken in every scenario: what remains open where its condition fails."""
    rows = records(answers, "appraisal", "feasibility")
    kept = [row["course"] for row, _ in records(answers, "appraisal", "courses") if row["is_compared"]]
    shown = []
    for row, trace in rows:
        if row["state"] == "infeasible" and row["course"] in kept:
            still = tuple(other["course"] for other, _ in rows if other["scenario"] == row["scenario"]
                          and other["state"] == "feasible" and other["course"] in kept)  # fmt: skip
            shown.append(({**row, "still": still}, trace))
    columns = (("scenario", lambda w, row: Cell(w.scenario(row["scenario"]))), ("failing", names("failing")),
               ("still_open", _courses("still")))  # fmt: skip
    if shown:
        yield table(
            words, f"alternatives--{question.id}", shown, columns, group=lambda row: words.course(row["course"])
        )


def _courses(column: str) -> Any:
    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        told_names = tuple(words.course(key) for key in row[column])
        return Cell(words.listed(told_names), lines=told_names) if told_names else Cell(words("words.none"), "bad")

    return read


def _interests(words: Words, answers: Answers, question: Question) -> Iterable[Block]:
    """The supreme interests of the seat, one by one."""
    rows = [p for p in records(answers, "interests", "supreme") if words.seat in p[0]["owner"]]
    if not rows:
        yield in_short((missing(words, "asked.no_supreme", seat=words.name(words.seat)),))
        return
    yield interests_in_short(words, answers, [row["goal"] for row, _ in rows])
    yield from supreme_by_package(words, answers, f"interest_packages--{question.id}")
    packages = found(answers, "agreement.serves_supreme", "agreement.harms_supreme", "agreement.leaves_supreme")
    if packages:
        yield Folded(words("fold.interest_packages"), (told(words, packages),))
    yield supreme_table(words, f"supreme--{question.id}", rows)


def _proxy(words: Words, answers: Answers, question: Question) -> Iterable[Block]:
    """Whose dialogue it is: who sits, who outside is affected and can act, who acts for others; and what is missing."""
    yield whose_in_short(words, answers)
    yield from gainers_table(words, answers, f"gainers--{question.id}")
    yield Statements((missing(words, "asked.proxy_missing"),))
    yield told(words, found(answers, "parties.at_table", "parties.affected_outside", "parties.may_spoil"))
    sides = principals(words.dossier)
    rows = [pair for pair in records(answers, "parties", "affected") if pair[0]["side"] not in sides]
    if rows:
        columns = (("party", name("party")), ("gains_stated", names("gains")), ("costs_stated", names("costs")))
        yield table(words, f"outside--{question.id}", rows, columns)
    yield from behind(words, answers, question.id)


def _team(words: Words, answers: Answers, question: Question) -> Iterable[Block]:
    """Vision and team of the seat, with every gap named."""
    keys = ("parties.team_lacks", "parties.team_has", "parties.team_gap", "parties.no_delegation")
    own = [finding for finding in found(answers, *keys) if finding.values["party"] == words.seat]
    rows = [p for p in records(answers, "parties", "delegations") if p[0]["party"] == words.seat]
    lead = told(words, own).items
    if not any(finding.key in ("parties.team_lacks", "parties.team_has") for finding in own):
        lead = (missing(words, "asked.team_missing", (words.seat,), seat=words.name(words.seat)), *lead)
    yield in_short(lead)
    yield at_home(words, answers)
    yield told(words, found(answers, "plan.beyond_capability"))
    if rows:
        columns = (("topic", lambda w, row: Cell(w.topic(row["topic"]))), ("known", _known))
        yield table(words, f"team--{question.id}", rows, columns)


def _known(words: Words, row: Mapping[str, Any]) -> Cell:
    if row["state"] is None:
        return Cell(words("words.not_stated"), "missing")
    states: Mapping[str, Any] = {"yes": "good", "no": "bad", "unknown": "open"}
    return Cell(words(f"known.{row['state']}"), states.get(row["state"], "plain"))


def _no_view(words: Words, answers: Answers, question: Question) -> Iterable[Block]:
    """A question for which the case names no view that answers it."""
    del answers
    yield in_short((missing(words, "asked.no_view", (question.id,)),))


_VIEWS: Mapping[str, Callable[[Words, Answers, Question], Iterable[Block]]] = {
    "advantages": _advantages,
    "costs": _costs,
    "form": _form,
    "options": _options,
    "interests": _interests,
    "proxy": _proxy,
    "team": _team,
}
"""Views that a case may name for its questions."""
