"""What can be agreed: packages within reach, what each settles, gives and asks, and what stands beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from hiwar.brief.blocks import (
    Answers,
    chart,
    count,
    found,
    gap,
    message,
    name,
    names,
    records,
    said,
    share,
    span,
    table,
    told,
)
from hiwar.brief.chapters.approval import at_home_column, survival
from hiwar.brief.chapters.wide import by_party, share_table
from hiwar.brief.document import Block, Cell, Folded, Part, State, TableBlock
from hiwar.brief.words import Words
from hiwar.charts import frontier_chart
from hiwar.dossier.model import principals

_ROOM = (
    "agreement.not_judged",
    "agreement.no_reservation_value",
    "agreement.fallback",
    "agreement.zone",
    "agreement.none",
    "agreement.blocked_by",
    "agreement.opened_by",
    "agreement.opened_by_fall",
    "agreement.blocks_unfinished",
)
_OF_PACKAGE = (
    "agreement.breaks_rules",
    "agreement.crosses_line",
    "agreement.accepted",
    "agreement.accepted_in",
    "agreement.refused",
    "agreement.acceptance_open",
    "agreement.bettered",
    "agreement.not_bettered",
    "agreement.concedes_nothing",
)
_ACCEPTS: Mapping[str, State] = {"certain": "good", "possible": "open", "never": "bad", "cannot_be_told": "missing"}
_BESIDE: Mapping[str, State] = {"wants": "good", "serves": "good", "rejects": "bad", "red_line": "bad", "harms": "bad"}


def agreement(words: Words, answers: Answers) -> Part:
    """Packages, one by one, after the picture of all that are within reach."""
    blocks: list[Block] = [said(words, "explain.agreement"), told(words, found(answers, *_ROOM))]
    blocks += _frontier(words, answers)
    packages = _packages(answers)
    if any(not key.startswith("asked") for key in packages):
        blocks += [said(words, "explain.standards"), told(words, found(answers, "agreement.proposed"))]
        blocks += [survival(words, answers)]
    blocks += [*_settled(words, packages), *_folded(words, answers)]
    parts = tuple(_package(words, answers, key) for key in packages)
    return Part("agreement", words("part.agreement"), tuple(blocks), parts)


def _packages(answers: Answers) -> Mapping[str, tuple[str, ...]]:
    """Package to its options, in the order of the answer."""
    return {row["package"]: row["options"] for row, _ in records(answers, "agreement", "packages")}


def _settled(words: Words, packages: Mapping[str, tuple[str, ...]]) -> list[Block]:
    """What all proposed packages settle alike, and where they differ; packages asked about stand by themselves."""
    proposed = {key: options for key, options in packages.items() if not key.startswith("asked")}
    blocks: list[Block] = []
    if proposed:
        common = set.intersection(*(set(options) for options in proposed.values()))
        alike = [({"issue": issue, "options": held}, (issue,)) for issue, held in _by_issue(sorted(common)).items()]
        blocks.append(table(words, "settled_alike", alike, (("issue", name("issue")), ("agreed", _held))))
        differing = sorted({option for options in proposed.values() for option in options} - common)
        if differing:
            blocks.append(_differences(words, proposed, differing))
    for key, options in packages.items():
        if key.startswith("asked"):
            rows = [({"issue": issue, "options": held}, (issue,)) for issue, held in _by_issue(options).items()]
            columns = (("issue", name("issue")), ("agreed", _held))
            blocks.append(table(words, f"package_options--{key}", rows, columns, package=words.package(key)))
    return blocks


def _differences(words: Words, proposed: Mapping[str, tuple[str, ...]], differing: Sequence[str]) -> TableBlock:
    """One line per option on which the packages differ, one column per package."""
    rows = [
        ({"option": option, **{key: option in held for key, held in proposed.items()}}, (option.split("=")[0],))
        for option in differing
    ]
    columns = (("option", _option), *(("package", _in_package(key)) for key in proposed))
    shown = table(words, "settled_apart", rows, columns)
    return replace(shown, columns=(shown.columns[0], *(words.package(key) for key in proposed)))


def _in_package(key: str) -> Any:
    return lambda words, row: Cell(words("words.true"), "good") if row[key] else Cell(words("words.false"))


_CARRIED: Mapping[str, State] = {"carried": "good", "open": "open", "stopped": "bad"}


def _frontier(words: Words, answers: Answers) -> list[Block]:
    sides = principals(words.dossier)[:2]
    rows = by_party(records(answers, "agreement", "frontier"), "point", "carried", value="share")
    if not rows or len(sides) < 2:
        return []
    lead = (("place", count("point", add=1)), ("carried", message("carried", "carried", _CARRIED)))
    beside = share_table(words, "frontier", rows, lead, sides)
    spec = frontier_chart(answers["agreement"], words, first=sides[0], second=sides[1])
    if spec is None:
        return [Folded(words("fold.frontier"), (beside,))]
    values = {"first": words.name(sides[0]), "second": words.name(sides[1])}
    return [chart(words, "frontier", spec, beside, **values)]


def _folded(words: Words, answers: Answers) -> list[Block]:
    """Worths of the whole agenda, and the options that outcomes of events call for."""
    blocks: list[Block] = []
    left_out = found(answers, "agreement.left_out")
    if left_out:
        blocks.append(Folded(words("fold.not_judged"), (told(words, left_out),)))
    worth = [pair for pair in records(answers, "agreement", "agenda") if pair[0]["low"] is not None]
    if worth:
        columns = (("option", _option), ("worth", span("low", "high")), ("red_line", _red_line))
        shown = table(words, "agenda_worth", worth, columns, group=lambda row: words.name(row["party"]))
        blocks.append(Folded(words("fold.worth"), (said(words, "explain.agenda"), shown)))
    called = records(answers, "agreement", "alternatives")
    if called:
        outcome = ("outcome_of_event", lambda w, row: Cell(w.assignment(row["outcome"])))
        columns = (outcome, ("goals_then", names("goals")), ("calls_for", _listed("options")))
        shown = table(words, "event_options", called, columns)
        blocks.append(Folded(words("fold.event_options"), (shown,)))
    return blocks


def _option(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.assignment(row["option"])) if row["option"] else Cell("")


def _red_line(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words("words.true"), "bad") if row["is_red_line"] else Cell("")


def _listed(column: str) -> Any:
    """A cell with several ``issue=option``, each on its line."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        if not row[column]:
            return Cell(words("words.nothing_agreed"), "missing")
        lines = tuple(words.assignment(item) for item in row[column])
        return Cell(words.listed(lines), lines=lines if len(lines) > 1 else ())

    return read


def _package(words: Words, answers: Answers, key: str) -> Part:
    """One package: what it settles, for whom it is worth what, what each gives up, what stands beside it."""
    own = {
        part: [pair for pair in records(answers, "agreement", part) if pair[0]["package"] == key]
        for part in ("proposals", "concessions", "eased", "beside")
    }
    sentences = [finding for finding in found(answers, *_OF_PACKAGE) if finding.values.get("package") == key]
    at_home = {row["party"]: row["survives"] for row, _ in records(answers, "agreement", "at_home")
               if row["package"] == key}  # fmt: skip
    rows = [({**row, "at_home": at_home.get(row["party"])}, trace) for row, trace in own["proposals"]]
    blocks: list[Block] = [told(words, sentences), table(words, f"package_parties--{key}", rows, _PARTY_COLUMNS)]
    if own["concessions"]:
        columns = (("issue", name("issue")), ("first_choice", _options_of("first_choice")),
                   ("agreed", _options_of("agreed")), ("given_up", share("share")))  # fmt: skip
        shown = table(
            words, f"concessions--{key}", own["concessions"], columns, group=lambda row: words.name(row["party"])
        )
        blocks.append(Folded(words("caption.concessions"), (shown,)))
    if own["eased"]:
        eased = (("goal", name("goal")), ("other", name("other")), ("eased_by", _listed("eased_by")))
        shown = table(words, f"package_eased--{key}", own["eased"], eased)
        blocks.append(Folded(words("caption.package_eased"), (shown,)))
    if own["beside"]:
        columns = (("what", message("kind", "beside", _BESIDE)), ("party", name("party")), ("about", name("item")),
                   ("option", _option))  # fmt: skip
        shown = table(words, f"beside--{key}", own["beside"], columns)
        blocks.append(Folded(words("caption.beside"), (shown,)))
    return Part(f"agreement-{key}", words("part.agreement-package", package=words.package(key)), tuple(blocks))


def _by_issue(options: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    grouped: dict[str, tuple[str, ...]] = {}
    for item in options:
        issue, _, option = item.partition("=")
        grouped[issue] = (*grouped.get(issue, ()), option)
    return grouped


def _options_of(column: str) -> Any:
    """A cell with options of the issue that the row is about."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        options = tuple(item.partition("=")[2] for item in row[column])
        if not options:
            return Cell(words("words.nothing_agreed"), "missing")
        return _held(words, {"issue": row["issue"], "options": options})

    return read


def _held(words: Words, row: Mapping[str, Any]) -> Cell:
    lines = tuple(words.option(row["issue"], option) for option in row["options"])
    return Cell(words.listed(lines), lines=lines if len(lines) > 1 else ())


def _accepts(words: Words, row: Mapping[str, Any]) -> Cell:
    return gap(words) if row["accepts"] is None else Cell(words(f"accepts.{row['accepts']}"), _ACCEPTS[row["accepts"]])


_PARTY_COLUMNS = (("party", name("party")), ("worth_of", span("low", "high")), ("share_of_range", share("share")),
                  ("accepts", _accepts), at_home_column("at_home"))  # fmt: skip
