"""What passes at home, route by route: votes, who decides them, acts in the way, and what a way around costs."""

from collections.abc import Mapping
from typing import Any

from hiwar.brief.blocks import Answers, chart, count, found, message, name, names, records, said, table, told
from hiwar.brief.document import Block, Cell, Folded, Part, State, Statement, Statements
from hiwar.brief.entries import mark_of
from hiwar.brief.words import Words
from hiwar.charts import SeatGroup, chamber_chart

_SURVIVAL = (
    "approval.survives",
    "approval.survives_without_vote",
    "approval.survival_open",
    "approval.does_not_survive",
    "approval.change",
    "approval.change_by_leaving_out",
    "approval.no_change",
)
_FIRST = ("approval.no_route", *_SURVIVAL, "approval.lacks_clauses")
_OF_ROUTE = (
    "approval.seats_not_stated",
    "approval.rule_not_stated",
    "approval.around",
    "approval.around_not_stated",
    "approval.nobody_placed",
    "approval.no_vote",
    "approval.barred",
    "approval.may_be_barred",
    "approval.stopped",
    "approval.may_be_stopped",
    "approval.needs_repeal",
    "approval.what_if",
)
_IN_SENTENCES = ("approval.passes", "approval.open", "approval.fails")
_TURNING = ("approval.pivotal", "approval.to_win", "approval.cannot_be_won")
_ACTS = ("approval.act_binds", "approval.act_does_not_bind", "approval.act_may_bind")
_OUTCOME: Mapping[str, State] = {
    "passes": "good", "no_vote": "plain", "fails": "bad", "barred": "bad", "cannot_be_told": "open"
}  # fmt: skip
_SURVIVES: Mapping[str, State] = {
    "yes": "good", "without_vote": "plain", "no": "bad", "cannot_be_told": "open", "no_route": "missing"
}  # fmt: skip
_FORCE: Mapping[str, State] = {"yes": "bad", "no": "plain", "unknown": "missing"}
_IN_SIGHT = 2
"""Pictures of a body that are not folded away."""
Pairs = list[tuple[dict[str, Any], tuple[str, ...]]]


def approval(words: Words, answers: Answers) -> Part:
    """What survives at home, then route by route, then acts and earlier agreements."""
    blocks: list[Block] = [said(words, "explain.approval"), told(words, found(answers, *_FIRST))]
    survives = [pair for pair in records(answers, "approval", "survives") if pair[0]["is_package"]]
    if survives:
        columns = (
            ("subject", _subject),
            ("party", name("side")),
            at_home_column("survives"),
            ("by_route", names("routes")),
        )
        blocks.append(table(words, "approval_survives", survives, columns))
    routes = tuple(_route(words, answers, row) for row, _ in records(answers, "approval", "routes"))
    register = _register(words, answers)
    return Part("approval", words("part.approval"), tuple(blocks), (*routes, *([register] if register else [])))


def survival(words: Words, answers: Answers) -> Statements:
    """Which packages survive at home, and the least change after which they would."""
    return told(words, found(answers, *_SURVIVAL))


def at_home_column(column: str) -> tuple[str, Any]:
    """Whether a package survives at home, wherever packages are listed."""
    return "at_home", message(column, "survives", _SURVIVES)


def _subject(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.subject(row["subject"]))


def _route(words: Words, answers: Answers, route: Mapping[str, Any]) -> Part:
    """One route: its rule, what becomes of everything on it, and the body as it stands."""
    key = route["route"]
    own = [finding for finding in found(answers, *_OF_ROUTE) if finding.values["route"] == key]
    rows = [pair for pair in records(answers, "approval", "votes") if pair[0]["route"] == key]
    kept = [pair for pair in rows if pair[0]["chosen"] != "other" and pair[0]["contested"]]
    blocks: list[Block] = [_rule(words, route), told(words, own)]
    if any(row["seats"] is not None for row, _ in kept):
        blocks.append(table(words, f"approval_votes--{key}", kept, _VOTE_COLUMNS))
    blocks += _bodies(words, answers, key)
    for fold, keys in (("fold.approval_in_sentences", _IN_SENTENCES), ("fold.approval_turning", _TURNING)):
        folded = [finding for finding in found(answers, *keys) if finding.values["route"] == key]
        blocks += [Folded(words(fold), (told(words, folded),))] if folded else []
    title = words("part.approval-route", route=words.name(key))
    return Part(f"approval-{key}", title, tuple(block for block in blocks if block.kind != "statements" or block.items))


def _rule(words: Words, route: Mapping[str, Any]) -> Statements:
    """Who decides by which rule, and whether the rule is in force."""
    trace = (route["route"],)
    sentences = []
    if route["body"] is None:
        sentences.append(words("approval.no_body"))
    elif route["majority"] is not None and route["seats"] is not None:
        rule = words(f"rule.{route['majority']}")
        values = {"body": words.name(route["body"]), "seats": route["seats"], "rule": rule}
        with_quorum = route["quorum"] is not None
        sentences.append(
            words("approval.rule_with_quorum", quorum=route["quorum"], **values)
            if with_quorum
            else words("approval.rule_of", **values)
        )
    if route["days"] is not None:
        sentences.append(words("approval.days", days=words.points(route["days"])))
    if route["is_what_if"]:
        sentences.append(words("explain.what_if_route"))
    mark = mark_of(words.dossier.routes[route["route"]])
    return Statements(tuple(Statement(text, mark, None, trace) for text in sentences))


def _bodies(words: Words, answers: Answers, route: str) -> list[Block]:
    """The voting body on each subject, once per way in which it stands; the first in sight, the rest folded."""
    grouped: dict[str, Pairs] = {}
    for row, trace in records(answers, "approval", "chamber"):
        if row["route"] == route:
            grouped.setdefault(row["subject"], []).append((row, trace))
    votes = {row["subject"]: row for row, _ in records(answers, "approval", "votes") if row["route"] == route}
    drawn: dict[tuple[Any, ...], Block] = {}
    for subject, rows in grouped.items():
        picture = _body(words, votes[subject], rows) if votes[subject]["contested"] else None
        if picture is not None:
            drawn.setdefault(tuple((row["party"], row["position"]) for row, _ in rows), picture)
    pictures = list(drawn.values())
    rest = tuple(pictures[_IN_SIGHT:])
    return [*pictures[:_IN_SIGHT], *([Folded(words("fold.approval_more"), rest)] if rest else [])]


def _body(words: Words, vote: Mapping[str, Any], rows: Pairs) -> Block | None:
    """A mark per seat, and a table of who holds them."""
    groups = [
        SeatGroup(row["position"].replace("_", " "), words(f"seat.{row['position']}"), row["seats"])
        for row, _ in sorted(rows, key=lambda pair: _ORDER.index(pair[0]["position"]))
    ]
    low, high = vote["needed_low"], vote["needed_high"]
    note = words("chart.votes_needed" if low == high else "chart.votes_needed_between", low=low, high=high)
    spec = chamber_chart(groups, note=note)
    key, subject = f"approval_chamber--{vote['route']}-{vote['subject']}", words.subject(vote["subject"])
    columns = (("party", _holder), ("seats_held", count("seats")),
               ("position", message("position", "seat")))  # fmt: skip
    beside = table(words, key, sorted(rows, key=lambda pair: -pair[0]["seats"]), columns, subject=subject)
    return None if spec is None else chart(words, key, spec, beside, subject=subject)


_ORDER = ("for", "conditional", "divided", "unknown", "held_by_nobody_known", "abstain", "against")


def _holder(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.name(row["party"]) if row["party"] else words("seat.held_by_nobody_known"))


def _between(low: str, high: str) -> Any:
    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        if row[low] is None:
            return Cell(words("words.does_not_apply"), "missing")
        return Cell(words.span(row[low], row[high]), is_number=True)

    return read


def _in_the_way(words: Words, row: Mapping[str, Any]) -> Cell:
    lines = tuple(words.name(key) for key in (*row["repeals"], *row["stopping"]))
    return Cell(
        words.joined("words.semicolon", lines), "bad" if lines else "plain", lines=lines if len(lines) > 1 else ()
    )


_VOTE_COLUMNS = (
    ("subject", _subject),
    ("outcome_at_home", message("outcome", "outcome_at_home", _OUTCOME)),
    ("votes_for", _between("for_low", "for_high")),
    ("votes_needed", _between("needed_low", "needed_high")),
    ("opponents_away", message("if_opponents_stay_away", "outcome_at_home", _OUTCOME)),
    ("in_the_way", _in_the_way),
)


def _register(words: Words, answers: Answers) -> Part | None:
    """Acts with their force, earlier agreements with their state, and facts about the routes; None without any."""
    acts = records(answers, "approval", "acts")
    blocks: list[Block] = [said(words, "explain.acts"), told(words, found(answers, *_ACTS))] if acts else []
    columns = (
        ("act", name("act")), ("passed_by", names("by")), ("act_form", _form),
        ("force", message("force", "force", _FORCE)), ("asks_for", _options("demands")),
    )  # fmt: skip
    blocks += [table(words, "approval_acts", acts, columns)] if acts else []
    agreements = records(answers, "approval", "agreements")
    if agreements:
        of_agreement = (
            ("old_agreement", name("agreement")), ("year", _plain("year")),
            ("legal_state", message("state", "state_of_agreement")),
            ("before_legislature", message("before_legislature", "before_legislature")), ("text_lacks", names("lacks")),
        )  # fmt: skip
        shown = table(words, "approval_agreements", agreements, of_agreement)
        blocks.append(Folded(words("fold.approval_agreements"), (shown,)))
    precedents = records(answers, "approval", "precedents")
    if precedents:
        of_fact = (("fact", _claim("text")), ("fact_about", names("about")), ("how_sure", _claim("doubt")))
        shown = table(words, "approval_precedents", precedents, of_fact)
        blocks.append(Folded(words("fold.approval_precedents"), (said(words, "explain.precedents"), shown)))
    return Part("approval-register", words("part.approval-register"), tuple(blocks)) if blocks else None


def _form(words: Words, row: Mapping[str, Any]) -> Cell:
    """What an act is: a decision, a bill; a case may name forms of its own."""
    key = f"act_form.{row['form']}"
    return Cell(words(key)) if words.catalogue.has(key) else _plain("form")(words, row)


def _plain(column: str) -> Any:
    """A word or number of the case, as it is."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        return (
            Cell(words("words.not_stated"), "missing") if row[column] is None else Cell(words.foreign(str(row[column])))
        )

    return read


def _options(column: str) -> Any:
    return lambda words, row: Cell(words.assignments(row[column]) if row[column] else "")


def _claim(field: str) -> Any:
    """A text of a claim: what it says, or how sure it is."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        claim = words.dossier.claims[row["claim"]]
        text = words.text(getattr(claim, field))
        return Cell(text) if text else Cell(words("words.not_stated"), "missing")

    return read
