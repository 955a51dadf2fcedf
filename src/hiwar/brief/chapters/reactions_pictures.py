"""Which part of a case is drawn: moves, what brings them about and what they set off."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import networkx as nx

from hiwar.brief.blocks import Answers, chart, message, records, table
from hiwar.brief.chapters.reactions_said import needs, node
from hiwar.brief.document import Block, Cell, TableBlock
from hiwar.brief.words import Words
from hiwar.charts import MOST_BOXES, Arrow, Box, causal_chart
from hiwar.questions.reactions.third_parties import is_spoiler

_FEWEST = 3
"""Smaller parts than this are one step, told in the table alone."""
Step = Mapping[str, Any]
Traced = tuple[dict[str, Any], tuple[str, ...]]


def pictures(words: Words, answers: Answers) -> Iterator[Block]:
    """Parts of the graph around moves, the largest first, as many to a picture as can be followed."""
    steps = _about_moves(words, [step for step, _ in records(answers, "reactions", "steps")])
    merged = _merged(words, steps)
    traces = {_key(step): trace for step, trace in records(answers, "reactions", "steps")}
    members: dict[str, list[str]] = {}
    for place_of, box in merged.items():
        members.setdefault(box, []).append(place_of)
    for place, part in enumerate(_packed(_parts(merged, steps)), 1):
        shown = [step for step in steps if {merged[step["cause"]], merged[step["consequence"]]} <= part]
        beside = _table(words, place, [(dict(step), traces[_key(step)]) for step in shown])
        boxes = [_box(words, tuple(sorted(members[box]))) for box in sorted(part)]
        arrows = dict.fromkeys(
            Arrow(merged[step["cause"]], merged[step["consequence"]], step["sign"]) for step in shown
        )
        yield chart(words, f"chains--{place}", causal_chart(boxes, tuple(arrows)), beside, place=place)


def _key(step: Step) -> tuple[Any, ...]:
    return tuple(step[name] for name in ("cause", "consequence", "sign", "by"))


def _is_move(words: Words, key: str) -> bool:
    return key.partition("=")[0] in words.dossier.moves


def _about_moves(words: Words, steps: Iterable[Step]) -> list[Step]:
    """Steps to and from moves; and those by which a course brings about an option or an effect that leads to one."""
    every = list(steps)
    near = [step for step in every if _is_move(words, step["cause"]) or _is_move(words, step["consequence"])]
    leading = {step["cause"] for step in near if _is_move(words, step["consequence"])}
    before = [
        step for step in every if step["consequence"] in leading and step["cause"] in words.dossier.tracks
        and step not in near
    ]  # fmt: skip
    found: dict[tuple[Any, ...], Step] = {}
    for step in (*near, *before):
        found.setdefault(tuple(step[name] for name in ("cause", "consequence", "sign")), step)
    return list(found.values())


def _merged(words: Words, steps: Iterable[Step]) -> dict[str, str]:
    """Box of each place; options of one issue that lead to the same by the same items stand in one box."""
    around: dict[str, set[tuple[Any, ...]]] = {}
    for step in steps:
        for here, there, side in (("cause", "consequence", "to"), ("consequence", "cause", "from")):
            around.setdefault(step[here], set()).add((side, step[there], step["sign"], step["by"]))
    first: dict[Any, str] = {}
    merged = {}
    for place, found in around.items():
        variable, _, option = place.partition("=")
        alike = (variable, frozenset(found)) if option and variable in words.dossier.issues else place
        merged[place] = first.setdefault(alike, place)
    return merged


def _parts(merged: Mapping[str, str], steps: Iterable[Step]) -> Iterator[set[str]]:
    """Boxes that hang together; what is too large is cut around the boxes with the most arrows."""
    graph = nx.Graph()
    graph.add_edges_from((merged[step["cause"]], merged[step["consequence"]]) for step in steps)
    while graph:
        middle = max(sorted(graph), key=graph.degree)
        near = [middle, *(end for _, end in nx.bfs_edges(graph, middle, sort_neighbors=sorted))]
        part = set(near[:MOST_BOXES])
        graph.remove_nodes_from(part)
        if len(part) >= _FEWEST:
            yield part


def _packed(parts: Iterable[set[str]]) -> list[set[str]]:
    """Small parts put into one picture as long as it can be followed."""
    found: list[set[str]] = []
    for part in sorted(parts, key=lambda part: (-len(part), min(part))):
        free = next((other for other in found if len(other) + len(part) <= MOST_BOXES), None)
        if free is None:
            found.append(set(part))
        else:
            free |= part
    return found


def _box(words: Words, members: tuple[str, ...]) -> Box:
    variable = members[0].partition("=")[0]
    name = node(words, members[0])
    if len(members) > 1:
        name = words.condition({variable: [member.partition("=")[2] for member in members]})
    if variable in words.dossier.moves:
        by = words.dossier.moves[variable].by
        kind: Literal["move", "spoiler"] = "spoiler" if any(is_spoiler(words.dossier, one) for one in by) else "move"
        key = "node.move_spoiler" if kind == "spoiler" else "node.move"
        return Box(members[0], name, words(key, parties=words.names(by)), kind)
    if variable in words.dossier.effects:
        return Box(members[0], name, words(f"node.{words.dossier.effects[variable].kind}"), "effect")
    section = words.items[variable][0] if variable in words.items else ""
    kinds = {"tracks": "course", "variants": "course", "events": "event", "issues": "option", "goals": "goal"}
    return Box(members[0], name, words(f"node.{kinds.get(section, 'statement')}"), "other")


def _table(words: Words, place: int, steps: list[Traced]) -> TableBlock:
    columns = (("cause", _node("cause")), ("step_sign", message("sign", "how")), ("consequence", _node("consequence")),
               ("also_needs", _also_needs))  # fmt: skip
    return table(words, f"picture_steps--{place}", steps, columns)


def _node(column: str) -> Any:
    return lambda words, row: Cell(node(words, row[column]))


def _also_needs(words: Words, row: Step) -> Cell:
    """What a step needs beside its own cause."""
    lines = needs(words, (need for need in row["needs"] if not _is_cause(need, row["cause"])))
    return Cell(words.listed(lines) if lines else "", lines=lines if len(lines) > 1 else ())


def _is_cause(need: str, cause: str) -> bool:
    """Whether a need is met by the cause itself: the item, its occurring, or one of several options."""
    variable, _, options = need.partition("=")
    if variable == "track":
        return cause in options.split("|")
    held, _, option = cause.partition("=")
    return variable == held and (option or "occurs") in (options or "occurs").split("|")
