"""What follows from what: chains, where to act, what can be agreed against harms, where the case points both ways."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hiwar.brief.blocks import Answers, found, gap, message, name, names, records, said, table
from hiwar.brief.chapters.reactions_pictures import pictures
from hiwar.brief.chapters.reactions_said import Group, chain, group_name, needs, node, said_of, together
from hiwar.brief.document import Block, Cell, Folded, Part, Statement, Statements, TableBlock
from hiwar.brief.words import Words
from hiwar.dossier.model import side_of
from hiwar.questions.answer import Finding

Row = Mapping[str, Any]
Traced = tuple[dict[str, Any], tuple[str, ...]]
_STOPPED = ("reactions.no_links", "reactions.loops_stopped", "reactions.cuts_stopped",
            "reactions.contradictions_stopped")  # fmt: skip


def chains(words: Words, answers: Answers, groups: Sequence[Group]) -> Part:
    """The chains of the whole case, after the pictures of the moves in it."""
    blocks: list[Block] = [said(words, "explain.chains"), *pictures(words, answers)]
    blocks.append(_steps(words, answers))
    harms = _harms(words, answers, groups)
    if harms.rows:
        blocks.append(Folded(words("fold.harms"), (harms,)))
    loops = found(answers, "reactions.no_loop", "reactions.loop", *_STOPPED)
    blocks.append(Statements(tuple(said_of(words, finding) for finding in loops)))
    parts = (_acting(words, answers, groups), _contradictions(words, answers))
    return Part("reactions-chains", words("part.chains"), tuple(blocks), tuple(part for part in parts if part.blocks))


def _steps(words: Words, answers: Answers) -> Block:
    """Chains from moves and events to moves, step by step; those of courses stand with each course."""
    chains_to_moves = [f for f in found(answers, "reactions.move_can_follow") if f.values["start_kind"] != "course"]
    whole = [f for f in chains_to_moves if not any(_is_part_of(f, other) for other in chains_to_moves)]
    rows: list[Traced] = []
    for finding in whole:
        nodes, by = finding.values["nodes"], finding.values["by"]
        title = chain(words, (nodes[0], nodes[-1]))
        if finding.values["needs"]:
            further = words.joined("words.semicolon", needs(words, finding.values["needs"]))
            title = words("words.chain_if", chain=title, needs=further)
        for place, link in enumerate(by):
            row = {"title": title, "cause": nodes[place], "consequence": nodes[place + 1], "by": link}
            rows.append((row, (link,)))
    columns = (("cause", _node("cause")), ("consequence", _node("consequence")), ("said_by", _passage))
    shown = table(words, "steps", rows, columns, group=lambda row: row["title"])
    sentences = Statements(tuple(said_of(words, finding) for finding in whole))
    return Folded(words("fold.steps"), (sentences, shown)) if len(rows) > _MOST_ROWS else shown


_MOST_ROWS = 16
"""A longer table is opened only by whoever wants it."""


def _is_part_of(finding: Finding, other: Finding) -> bool:
    """Whether a chain is a part of a longer one, which tells it anyway."""
    mine, whole = finding.values["nodes"], other.values["nodes"]
    return mine != whole and any(whole[place:][: len(mine)] == mine for place in range(len(whole)))


def _node(column: str) -> Any:
    return lambda words, row: Cell(node(words, row[column]))


def _passage(words: Words, row: Row) -> Cell:
    """What the item behind a step says, and where its source says it."""
    _, item = words.items[row["by"]]
    told = words.text(item.text) or words.text(item.name)
    pages = [
        words("words.at_page", source=words.text(words.dossier.sources[cite.source].title), page=str(cite.page))
        for cite in item.cite
        if cite.page is not None and cite.source in words.dossier.sources
    ]
    return Cell(told, lines=(told, *dict.fromkeys(pages)) if pages else ())


def _harms(words: Words, answers: Answers, groups: Sequence[Group]) -> TableBlock:
    """Every chain from a course to a harm for the seat's side, told once for variants of which it is the same."""
    seat = side_of(words.dossier, words.dossier.seat)
    first = {group[0]: group for group in groups if group[0] != "all"}
    rows = [
        (row, trace)
        for row, trace in records(answers, "reactions", "chains")
        if row["start"] in first
        and (row["kind"], row["sign"]) in (("cost", "more"), ("gain", "less"))
        and seat in {side_of(words.dossier, party) for party in row["on"]}
    ]
    columns = (("harm", _harm), ("by_steps", _steps_between), ("also_needs", _needs), ("acts_by", names("acting")))
    return table(words, "harms", rows, columns, group=lambda row: group_name(words, first[row["start"]]),
                 party=words.name(seat))  # fmt: skip


def _harm(words: Words, row: Row) -> Cell:
    told = words.name(row["consequence"])
    return Cell(told if row["sign"] == "more" else words("words.less_likely", name=told))


def _steps_between(words: Words, row: Row) -> Cell:
    """The places between course and harm; a variant and its track are no step."""
    tracks = {*words.dossier.tracks, *(key for track in words.dossier.tracks.values() for key in track.variants)}
    between = [key for key in row["nodes"][:-1] if key not in tracks]
    return Cell(chain(words, between) if between else words("words.condition_itself"))


def _needs(words: Words, row: Row) -> Cell:
    lines = needs(words, row["needs"])
    return Cell(words.listed(lines) if lines else "", lines=lines if len(lines) > 1 else ())


def _acting(words: Words, answers: Answers, groups: Sequence[Group]) -> Part:
    """Steps worth stopping after each course, and what can be agreed against each harm."""
    blocks: list[Block] = []
    sentences = [*_to_stop(words, answers, groups), *_nothing_to_stop(words, answers, groups)]
    if sentences:
        blocks += [said(words, "explain.cuts"), Statements(tuple(sentences))]
    cuts = _cuts(words, answers, groups)
    if cuts.rows:
        blocks.append(Folded(words("fold.cuts"), (cuts,)))
    against = found(answers, "reactions.means_against")
    if against:
        rows = list(_against(against))
        shown = table(words, "means_against", rows, (("harms", _harms_of), ("against_it", _options)),
                      seat=words.name(words.seat))  # fmt: skip
        blocks += [said(words, "explain.means"), shown]
    return Part("reactions-acting", words("part.acting"), tuple(blocks))


def _own(findings: Iterable[Finding], group: Group) -> list[Finding]:
    return [finding for finding in findings if finding.values["course"] == group[0]]


def _to_stop(words: Words, answers: Answers, groups: Sequence[Group]) -> Iterator[Any]:
    """One sentence for all steps that take the same harms away."""
    for group in groups:
        alike: dict[Any, list[Finding]] = {}
        for finding in _own(found(answers, "reactions.where_to_act"), group):
            alike.setdefault((finding.values["harms"], finding.values["goods_lost"]), []).append(finding)
        for same in alike.values():
            course = group_name(words, group)
            if len(same) == 1:
                yield said_of(words, same[0], course=course)
            else:
                links = words.names(finding.values["link"] for finding in same)
                trace = tuple(dict.fromkeys(item for finding in same for item in finding.trace))
                whole = replace(same[0], trace=trace)
                yield said_of(words, whole, "reactions.where_to_act_any", course=course, links=links)


def _nothing_to_stop(words: Words, answers: Answers, groups: Sequence[Group]) -> Iterator[Any]:
    """One sentence for all courses where nothing is gained by stopping a single step."""
    own = [(group, f) for group in groups for f in _own(found(answers, "reactions.no_single_link"), group)]
    if own:
        courses = words.joined("words.semicolon", [group_name(words, group) for group, _ in own])
        trace = tuple(dict.fromkeys(item for _, finding in own for item in finding.trace))
        yield said_of(words, replace(own[0][1], trace=trace), course=courses)


def _cuts(words: Words, answers: Answers, groups: Sequence[Group]) -> TableBlock:
    seat = side_of(words.dossier, words.dossier.seat)
    first = {group[0]: group for group in groups if group[0] != "all"}
    sizes: dict[tuple[str, str], list[str]] = {}
    for row, _ in records(answers, "reactions", "cut_sizes"):
        if row["party"] == seat and row["low"] is not None:
            told = words("words.holds", variable=words.name(row["domain"]), options=words.span(row["low"], row["high"]))
            sizes.setdefault((row["start"], row["link"]), []).append(told)
    rows = [
        ({**row, "sizes": tuple(sizes.get((row["start"], row["link"]), ()))}, trace)
        for row, trace in records(answers, "reactions", "cuts")
        if row["party"] == seat and row["start"] in first
    ]
    columns = (("link", name("link")), ("takes_away", names("harms")), ("good_lost", _lost), ("size_removed", _sizes))
    return table(words, "cuts", rows, columns, group=lambda row: group_name(words, first[row["start"]]),
                 party=words.name(seat))  # fmt: skip


def _lost(words: Words, row: Row) -> Cell:
    return Cell(words.names(row["goods_lost"]))


def _sizes(words: Words, row: Row) -> Cell:
    return Cell(words.listed(row["sizes"]), lines=row["sizes"]) if row["sizes"] else gap(words)


def _against(findings: Sequence[Finding]) -> Iterator[Traced]:
    """Harms against which the same options help, in one row."""
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        alike.setdefault(finding.values["options"], []).append(finding)
    for options, same in alike.items():
        harms = tuple(finding.values["harm"] for finding in same)
        yield {"harms": harms, "options": options}, tuple(dict.fromkeys(item for one in same for item in one.trace))


def _harms_of(words: Words, row: Row) -> Cell:
    return Cell(together(words, [words("words.quoted", name=words.name(harm)) for harm in row["harms"]]))


def _options(words: Words, row: Row) -> Cell:
    """Options against a harm, those of one issue together."""
    issues: dict[str, list[str]] = {}
    for option in row["options"]:
        issue, _, key = option.partition("=")
        issues.setdefault(issue, []).append(key)
    lines = tuple(words.condition({issue: keys}) for issue, keys in issues.items())
    return Cell(words.listed(lines), lines=lines if len(lines) > 1 else ())


def _contradictions(words: Words, answers: Answers) -> Part:
    """Sentences, and beside them the two chains of each."""
    own = found(answers, "reactions.contradiction")
    rows = records(answers, "reactions", "contradictions")
    blocks: list[Block] = []
    if own:
        columns = (("consequence", name("consequence")), ("more_by", _chain("more_nodes")),
                   ("less_by", _chain("less_nodes")), ("futures", _futures))  # fmt: skip
        shown = table(words, "contradictions", rows, columns)
        blocks = [Statements(tuple(_both_ways(words, finding) for finding in _joined(own))), shown]
    loops = records(answers, "reactions", "loops")
    if loops:
        columns_of_loops = (("loop", _chain("nodes")), ("feeds", message("sign", "loop_sign")))
        blocks.append(table(words, "loops", loops, columns_of_loops))
    return Part("reactions-contradictions", words("part.contradictions"), tuple(blocks))


def _both_ways(words: Words, finding: Finding) -> Statement:
    quoted = [words("words.quoted", name=node(words, key)) for key in finding.values["consequence"]]
    return said_of(words, finding, consequence=together(words, quoted))


def _joined(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Contradictions of one cause between the same futures in one sentence."""
    alike: dict[Any, list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.values["cause"], finding.values["clash"]), []).append(finding)
    for same in alike.values():
        consequences = tuple(finding.values["consequence"] for finding in same)
        values = {**same[0].values, "consequence": consequences}
        trace = tuple(dict.fromkeys(item for finding in same for item in finding.trace))
        yield Finding(same[0].key, values, same[0].firmness, same[0].ground, trace)


def _chain(column: str) -> Any:
    return lambda words, row: Cell(chain(words, row[column]))


def _futures(words: Words, row: Row) -> Cell:
    return Cell(words.names(row["clash"]))
