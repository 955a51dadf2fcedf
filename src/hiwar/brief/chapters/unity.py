"""How far each side speaks with one voice, what division does to its negotiator, and who negotiates."""

from collections.abc import Mapping, Sequence
from typing import Any

from hiwar.brief.blocks import Answers, chart, count, found, gap, message, name, names, records, said, table, told
from hiwar.brief.document import Block, Cell, Folded, Part, State, Statements, TableBlock
from hiwar.brief.words import Words
from hiwar.charts import unity_chart
from hiwar.dossier.model import principals

_OF_SIDE = (
    "unity.side_not_unified",
    "unity.side_unified",
    "unity.side_open",
    "unity.no_positions",
    "unity.not_unified",
    "unity.unified",
    "unity.unites",
    "unity.not_known",
)
_FURTHER = ("unity.silent",)
_DIVIDING = ("unity.stands_apart", "unity.split")
_CONDITIONS = ("unity.conditional", "unity.conditional_open")
_DIVISION = (
    "unity.weakens",
    "unity.tied_hands",
    "unity.tied_hands_if",
    "unity.tied_hands_none",
    "unity.tied_hands_open",
    "unity.readings_differ",
    "unity.said_to_weaken",
    "unity.said_to_strengthen",
    "unity.unite_first",
    "unity.unite_first_unopposed",
    "unity.decides_alone",
    "unity.decides_alone_not_stated",
)
_TEAM = ("unity.no_team", "unity.team_has", "unity.team_lacks", "unity.team_gap", "unity.not_represented")
_AT_HOME = (
    "unity.side_not_unified",
    "unity.side_unified",
    "unity.side_open",
    "unity.no_positions",
    "unity.not_unified",
    "unity.not_known",
    "unity.not_represented",
    "unity.said_to_weaken",
    "unity.unite_first",
)
"""What stands behind the team: whether the side speaks with one voice, and what is said of that."""
_VERDICT: Mapping[str, State] = {"unified": "good", "not_unified": "bad", "cannot_be_told": "open"}
_EFFECT: Mapping[str, State] = {"weaker": "bad", "stronger": "good", "stronger_if": "open", "cannot_be_told": "missing"}
_KNOWN: Mapping[str, State] = {"yes": "good", "no": "bad", "unknown": "open"}


def unity(words: Words, answers: Answers) -> Part:
    """Side by side by the same rule, then side by side what it means and who negotiates."""
    blocks: tuple[Block, ...] = (said(words, "explain.unity"), *_overall(words, answers))
    sides = tuple(_side(words, answers, side) for side in principals(words.dossier))
    return Part("unity", words("part.unity"), blocks, (*sides, _division(words, answers), _team(words, answers)))


def at_home(words: Words, answers: Answers) -> Statements:
    """What stands behind the team of the seat; of divided points those on which blocs stand against each other."""
    own = [finding for finding in found(answers, *_AT_HOME) if finding.values["party"] == words.seat]
    return told(words, [one for one in own if one.key != "unity.not_unified" or _is_between_blocs(one.values)])


def _is_between_blocs(values: Mapping[str, Any]) -> bool:
    return bool(values["supporters_count"] or values["opponents_count"])


def _overall(words: Words, answers: Answers) -> list[Block]:
    rows = [pair for pair in records(answers, "unity", "overall") if pair[0]["issues"]]
    if not rows:
        return []
    columns = (
        ("party", name("side")), ("united", message("verdict", "verdict", _VERDICT)), ("issue_count", count("issues")),
        ("united_on", count("unified")), ("divided_on", count("not_unified")), ("open_on", count("cannot_be_told")),
        ("agreement", _shares("low", "high")), ("agreement_stated", _shares("low_stated", "high_stated")),
    )  # fmt: skip
    issues = (
        ("issue", _issue), ("united", message("verdict", "verdict", _VERDICT)), ("agreement", _shares("low", "high")),
        ("agreement_stated", _shares("low_stated", "high_stated")),
    )  # fmt: skip
    by_issue = table(
        words, "unity_issues", records(answers, "unity", "issues"), issues, group=lambda row: words.name(row["side"])
    )
    return [
        table(words, "unity_overall", rows, columns),
        said(words, "explain.agreement_index"),
        Folded(words("fold.unity_issues"), (by_issue,)),
    ]


def _issue(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words("words.track") if row["issue"] == "track" else words.name(row["issue"]))


def _shares(low: str, high: str) -> Any:
    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        return gap(words) if row[low] is None else Cell(words.shares(row[low], row[high]), is_number=True)

    return read


def _side(words: Words, answers: Answers, side: str) -> Part:
    """One side: its verdict, where its parts stand, and who divides it."""
    own = [finding for finding in found(answers, *_OF_SIDE) if finding.values["party"] == side]
    further = [finding for finding in found(answers, *_FURTHER) if finding.values["party"] == side]
    rows = [pair for pair in records(answers, "unity", "matters") if pair[0]["side"] == side]
    several = [pair for pair in rows if pair[0]["verdict_stated"] is not None]
    single = [pair for pair in rows if pair[0]["verdict_stated"] is None]
    blocks: list[Block] = [told(words, own)]
    if several:
        spec = unity_chart(answers["unity"], words, party=side)
        beside = _matters(words, answers, f"unity_matters--{side}", several, side)
        blocks.append(beside if spec is None else chart(words, f"unity--{side}", spec, beside, party=words.name(side)))
    conditions = [
        finding for finding in found(answers, *_CONDITIONS)
        if any(finding.values["party"] in row["conditional"] for row, _ in rows)
    ]  # fmt: skip
    blocks.append(told(words, [*conditions, *further]))
    dividing = [finding for finding in found(answers, *_DIVIDING) if finding.values["party"] == side]
    if dividing:
        blocks.append(Folded(words("fold.unity_dividing", party=words.name(side)), (told(words, dividing),)))
    if single:
        shown = _matters(words, answers, f"unity_single--{side}", single, side)
        alone = [finding for finding in found(answers, "unity.one_voice") if finding.values["party"] == side]
        blocks.append(Folded(words("fold.unity_single"), (told(words, alone), shown)))
    title = words("part.unity-of", party=words.name(side))
    return Part(f"unity-{side}", title, tuple(block for block in blocks if not _is_empty(block)))


def _is_empty(block: Block) -> bool:
    return block.kind == "statements" and not block.items


def _matters(words: Words, answers: Answers, anchor: str, rows: Sequence[Any], side: str) -> TableBlock:
    conditions = {
        (row["party"], row["on"]): row["when"] for row, _ in records(answers, "unity", "positions") if row["when"]
    }
    columns = (
        ("matter", name("on")), ("supporters", _blocs("for")), ("opponents", _blocs("against")),
        ("divided_within", _blocs("divided")), ("others", _others(conditions)), ("not_known", _not_known),
        ("united", message("verdict", "verdict", _VERDICT)), ("agreement_stated", _shares("low_stated", "high_stated")),
    )  # fmt: skip
    return table(words, anchor, rows, columns, party=words.name(side))


def _blocs(column: str) -> Any:
    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        return _listed(words, tuple(words.name(bloc) for bloc in row[column]))

    return read


def _listed(words: Words, lines: tuple[str, ...]) -> Cell:
    """Several names one below the other; an empty cell where there is none."""
    return Cell(words.joined("words.semicolon", lines), lines=lines if len(lines) > 1 else ())


def _others(conditions: Mapping[tuple[str, str], Sequence[str]]) -> Any:
    """Blocs on a condition, with it, and neutral ones."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        lines = [
            words("unity.condition", party=words.name(bloc), when=words.assignments(conditions[bloc, row["on"]]))
            if (bloc, row["on"]) in conditions
            else words.name(bloc)
            for bloc in row["conditional"]
        ]
        lines += [words("unity.neutral", party=words.name(bloc)) for bloc in row["neutral"]]
        return _listed(words, tuple(lines))

    return read


def _not_known(words: Words, row: Mapping[str, Any]) -> Cell:
    """Blocs that are not known to stand anywhere, by name, and how many more of which nothing is said."""
    silent = words("unity.count_silent", count=len(row["not_stated"]))
    lines = (*(words.name(bloc) for bloc in row["unknown"]), *((silent,) if silent else ()))
    return Cell(
        words.joined("words.semicolon", lines), "missing" if lines else "plain", lines=lines if len(lines) > 1 else ()
    )


def _division(words: Words, answers: Answers) -> Part:
    """Both readings of division side by side, and the power to decide alone beside them."""
    sides = principals(words.dossier)
    by_side = [finding for side in sides for finding in found(answers, *_DIVISION) if finding.values["party"] == side]
    blocks: list[Block] = [said(words, "explain.division"), told(words, by_side)]
    readings = _readings(words, answers)
    blocks += [readings] if readings.rows else []
    power = [pair for pair in records(answers, "unity", "power") if pair[0]["on_unity"] == "decides_alone"]
    if power:
        columns = (("party", name("side")), ("holder_of_power", name("party")), ("power", name("capability")),
                   ("says_so", names("claims")))  # fmt: skip
        blocks += [said(words, "explain.power"), table(words, "unity_power", power, columns)]
    return Part("unity-division", words("part.unity-division"), tuple(blocks))


def _readings(words: Words, answers: Answers) -> TableBlock:
    """Points on which one of the readings tells something, with both beside each other."""
    merged: dict[tuple[str, str], dict[str, Any]] = {}
    traces: dict[tuple[str, str], tuple[str, ...]] = {}
    for row, trace in records(answers, "unity", "readings"):
        key = (row["side"], row["on"])
        line = merged.setdefault(key, {"side": row["side"], "on": row["on"], "weakens": None, "tied_hands": None})
        line[row["reading"]] = row["effect"]
        traces[key] = tuple(dict.fromkeys((*traces.get(key, ()), *trace)))
    telling = ("weaker", "stronger", "stronger_if")
    rows = [(line, traces[key]) for key, line in merged.items() if {line["weakens"], line["tied_hands"]} & {*telling}]
    columns = (("matter", name("on")), ("weakens", message("weakens", "reading", _EFFECT)),
               ("tied_hands", message("tied_hands", "reading", _EFFECT)))  # fmt: skip
    return table(words, "unity_readings", rows, columns, group=lambda row: words.name(row["side"]))


def _team(words: Words, answers: Answers) -> Part:
    """What is known of each delegation, and what trust there is among those behind it."""
    rows = records(answers, "unity", "team")
    columns = (("topic", lambda w, row: Cell(w.topic(row["topic"]))), ("known", message("state", "known", _KNOWN)))
    blocks: list[Block] = [told(words, found(answers, *_TEAM))]
    if rows:
        blocks.append(table(words, "unity_team", rows, columns, group=lambda row: words.name(row["side"])))
    trust = records(answers, "unity", "trust")
    if trust:
        shown = table(
            words, "unity_trust", trust,
            (("trusting", name("party")), ("trusted", name("other")), ("about", name("item")), ("trust_level", _level)),
        )  # fmt: skip
        blocks.append(Folded(words("fold.unity_trust"), (shown,)))
    return Part("unity-team", words("part.unity-team"), tuple(blocks))


def _level(words: Words, row: Mapping[str, Any]) -> Cell:
    return (
        Cell(words("unity.trust_not_stated"), "missing") if row["level"] is None else Cell(words.amount(row["level"]))
    )
