"""How firm it is: each course against each other, what would change the choice, what moves the figures, the risks."""

from collections.abc import Mapping
from typing import Any

from hiwar.brief.blocks import (
    Answers,
    chart,
    course,
    does_not_apply,
    found,
    gap,
    points,
    records,
    said,
    share,
    span,
    table,
    told,
)
from hiwar.brief.chapters.strategy import strategy_map
from hiwar.brief.document import Block, Cell, Folded, Part
from hiwar.brief.words import Words
from hiwar.charts import acceptability_chart, outcomes_chart, ranges_chart, regret_chart, tornado_chart

MOST_FLIPS = 12
MOST_TO_LEARN = 10
LEAST_WORTH = 0.005
"""Points; what is worth less reads as nothing."""


def firmness(words: Words, answers: Answers) -> Part:
    """What the ranking of the courses stands on, for the seat."""
    if "appraisal" not in answers:
        return Part("firmness", words("part.firmness"), (said(words, "minute.no_appraisal"),))
    parts = (
        _pairs(words, answers),
        _flips(words, answers),
        _moves(words, answers),
        _pictures(words, answers),
        _risk(words, answers),
        _regret(words, answers),
        _learn(words, answers),
    )
    return Part("firmness", words("part.firmness"), (said(words, "explain.firmness"),), parts)


def _of_seat(words: Words, answers: Answers, name_of_table: str) -> list[tuple[dict[str, Any], tuple[str, ...]]]:
    return [p for p in records(answers, "appraisal", name_of_table) if p[0].get("party") == words.seat]


def _pairs(words: Words, answers: Answers) -> Part:
    columns = (("first", course("first")), ("second", course("second")), ("verdict", _verdict),
               ("share", _share), ("difference", _difference))  # fmt: skip
    rows = _of_seat(words, answers, "pairs")
    for_all = table(words, "pairs", [p for p in rows if p[0]["scope"] == "all"], columns)
    stated = table(words, "pairs_stated", [p for p in rows if p[0]["scope"] == "stated"], columns)
    sentences = told(words, found(answers, "appraisal.certain", "appraisal.equal"))
    blocks: tuple[Block, ...] = (sentences, for_all, Folded(words("fold.pairs_stated"), (stated,)))
    return Part("pairs-part", words("part.pairs"), blocks)


def _share(words: Words, row: Mapping[str, Any]) -> Cell:
    """Counted over draws: where nothing is firm it is neither none nor all of them."""
    if row["share"] is None:
        return does_not_apply(words)
    is_open = row["verdict"] == "not_firm"
    return Cell(words.sampled(row["share"]) if is_open else words.share(row["share"]), is_number=True)


def _difference(words: Words, row: Mapping[str, Any]) -> Cell:
    return does_not_apply(words) if row["low"] is None else span("low", "high")(words, row)


def _verdict(words: Words, row: Mapping[str, Any]) -> Cell:
    if row["verdict"] in ("first", "second"):
        return Cell(words("verdict.better", course=words.course(row[row["verdict"]])), "good")
    return Cell(words(f"verdict.{row['verdict']}"), "open")


def _flips(words: Words, answers: Answers) -> Part:
    rows = [p for p in _of_seat(words, answers, "flips") if p[0]["reachable"]]
    if not rows:
        return Part("flips-part", words("part.flips"), (said(words, "explain.no_flips"),))
    shown = table(words, "flips", rows[:MOST_FLIPS], _FLIP_COLUMNS)
    rest = table(words, "flips_rest", rows[MOST_FLIPS:], _FLIP_COLUMNS)
    blocks: tuple[Block, ...] = (said(words, "explain.flips"), shown)
    if rest.rows:
        blocks += (Folded(words("fold.flips_rest", count=len(rest.rows)), (rest,)),)
    return Part("flips-part", words("part.flips"), blocks)


def _pair(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words("words.against", first=words.course(row["first"]), second=words.course(row["second"])))


def _judgement(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.judgement(row["judgement"], row["domain"]))


def _judged(column: str) -> Any:
    """A value of a judgement: a share where it is a likelihood or a weight, else points."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        if row[column] is None:
            return gap(words)
        is_share = str(row["judgement"]).startswith(("likelihood:", "weight:"))
        return Cell(words.share(row[column]) if is_share else words.points(row[column]), is_number=True)

    return read


_FLIP_COLUMNS = (
    ("judgement", _judgement),
    ("pair", _pair),
    ("now", _judged("centre")),
    ("flips_at", _judged("critical")),
)


def _moves(words: Words, answers: Answers) -> Part:
    pair = _first_pair(words, answers)
    if pair is None:
        return Part("moves-part", words("part.moves"), (said(words, "words.empty_table"),))
    first, second = pair
    rows = [p for p in _of_seat(words, answers, "tornado") if (p[0]["first"], p[0]["second"]) == pair]
    columns = (("judgement", _judgement), ("difference", span("low", "high")), ("crosses", _crosses))
    beside = table(words, "tornado", rows, columns, first=words.course(first), second=words.course(second))
    spec = tornado_chart(answers["appraisal"], words, party=words.seat, first=first, second=second)
    values = {"first": words.course(first), "second": words.course(second)}
    blocks = (chart(words, "picture-tornado", spec, beside, **values), *strategy_map(words, answers))
    return Part("moves-part", words("part.moves"), blocks)


def _crosses(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words("words.true"), "bad") if row["crosses"] else Cell(words("words.false"))


def _first_pair(words: Words, answers: Answers) -> tuple[str, str] | None:
    """The two courses between which the choice lies: those of the verdict where it names them, else the first pair."""
    pairs = {(p[0]["first"], p[0]["second"]) for p in _of_seat(words, answers, "tornado")}
    for finding in found(answers, "appraisal.recommended", "appraisal.leading"):
        wanted = (finding.values.get("course"), finding.values.get("second"))
        for pair in sorted(pairs):
            if set(pair) == set(wanted):
                return pair
    return min(pairs, default=None)


def _pictures(words: Words, answers: Answers) -> Part:
    answer, seat = answers["appraisal"], words.seat
    rows = [p for p in _of_seat(words, answers, "totals") if p[0]["scenario"] == ""]
    columns = (("course", course("course")), ("value_stated", span("low_stated", "high_stated")),
               ("value_all", span("low", "high")))  # fmt: skip
    blocks: list[Block] = []
    if spec := ranges_chart(answer, words, party=seat):
        blocks.append(chart(words, "picture-ranges", spec, table(words, "ranges", rows, columns)))
    ranks = _of_seat(words, answers, "acceptability")
    if spec := acceptability_chart(answer, words, party=seat):
        heads = (("rank", _rank), ("share", share("share")))
        beside = table(words, "acceptability", ranks, heads, group=lambda row: words.course(row["course"]))
        blocks.append(chart(words, "picture-acceptability", spec, beside))
    central = _of_seat(words, answers, "weights")
    if central:
        heads = (("domain", _domain), ("central_weight", share("weight")))
        shown = table(words, "weights", central, heads, group=lambda row: words.course(row["course"]))
        sure = table(words, "confidence", _of_seat(words, answers, "confidence"),
                     (("course", course("course")), ("confidence", share("factor"))))  # fmt: skip
        blocks.append(Folded(words("fold.weights"), (said(words, "explain.weights"), shown, sure)))
    return Part("pictures-part", words("part.pictures"), tuple(blocks) or (said(words, "words.empty_table"),))


def _domain(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.name(row["domain"]))


def _rank(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words("chart.rank", rank=row["rank"]))


def _risk(words: Words, answers: Answers) -> Part:
    columns = (
        ("course", course("course")), ("mean", points("mean")), ("p05", points("p05")), ("p50", points("p50")),
        ("p95", points("p95")), ("loss", share("loss")),
    )  # fmt: skip
    beside = table(words, "risk", _of_seat(words, answers, "risk"), columns)
    sentences = told(words, found(answers, "appraisal.risk_of_loss", "appraisal.stochastically_dominates"))
    in_words = (Folded(words("fold.risk"), (sentences,)),) if sentences.items else ()
    spec = outcomes_chart(answers["appraisal"], words, party=words.seat)
    picture = (chart(words, "picture-risk", spec, beside),) if spec else (said(words, "explain.no_risk"),)
    return Part("risk-part", words("part.risk"), (*picture, *in_words))


_ON_SCENARIOS = ("appraisal.best_in_every_scenario", "appraisal.no_likelihoods", "appraisal.no_middle")


def _regret(words: Words, answers: Answers) -> Part:
    columns = (("scenario", _scenario), ("regret", points("centre")), ("regret_worst", points("worst")))
    rows = _of_seat(words, answers, "regret")
    beside = table(words, "regret", rows, columns, group=lambda row: words.course(row["course"]))
    sentences = told(words, found(answers, *_ON_SCENARIOS))
    regrets = told(words, found(answers, "appraisal.largest_regret"))
    spec = regret_chart(answers["appraisal"], words, party=words.seat)
    shown = chart(words, "picture-regret", spec, beside) if spec else Folded(words("fold.regret"), (beside,))
    in_words = (Folded(words("fold.regret_in_words"), (regrets,)),) if regrets.items else ()
    return Part("regret-part", words("part.regret"), (sentences, shown, *in_words))


def _scenario(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.scenario(row["scenario"]))


def _learn(words: Words, answers: Answers) -> Part:
    columns = (("judgement", _judgement), ("worth", points("value")))
    rows = [pair for pair in _of_seat(words, answers, "information") if pair[0]["value"] >= LEAST_WORTH]
    return Part("learn-part", words("part.learn"), (
        said(words, "explain.learn"), table(words, "judged_first", rows[:MOST_TO_LEARN], columns),
    ))  # fmt: skip
