"""What third parties can do and what they want or say once a course is taken."""

from collections.abc import Iterator, Mapping
from typing import Any

from hiwar.brief.blocks import Answers, course, found, name, names, records, table
from hiwar.brief.chapters.reactions_said import Group, chain, said_of
from hiwar.brief.document import Block, Cell, Statements
from hiwar.brief.words import Words
from hiwar.questions.reactions.chain_view import acting
from hiwar.questions.reactions.third_parties import ACTS, is_spoiler

Row = Mapping[str, Any]


def third_parties(words: Words, answers: Answers, group: Group) -> Iterator[Block]:
    """A line per third party of which the case says something; the others are named as not stated."""
    track = track_of(words, group[0])
    own: dict[str, list[Row]] = {}
    traces: dict[str, dict[str, None]] = {}
    for row, trace in records(answers, "reactions", "third_party_reactions"):
        if row["course"] == track and row["state"] == "stated":
            own.setdefault(row["party"], []).append(row)
            traces.setdefault(row["party"], {}).update(dict.fromkeys(trace))
    stated = [f for f in found(answers, "reactions.third_party") if f.values["course"] == track]
    rows = [
        ({"party": party, "said": tuple(own[party])}, tuple(traces[party]))
        for party in (finding.values["party"] for finding in stated)
    ]
    if rows:
        columns = (("third_party", _party), ("can_do", _said(is_act=True)), ("wants_says", _said(is_act=False)))
        yield table(words, f"third_parties--{group[0]}", rows, columns)
    silent = [f for f in found(answers, "reactions.third_parties_not_stated") if f.values["course"] == track]
    if silent:
        yield Statements(tuple(said_of(words, finding) for finding in silent))


def track_of(words: Words, key: str) -> str:
    """The track of a course."""
    key = key.partition(" + ")[0]
    return next((track.id for track in words.dossier.tracks.values() if key in track.variants), key)


def _party(words: Words, row: Row) -> Cell:
    name = words.name(row["party"])
    if is_spoiler(words.dossier, row["party"]):
        return Cell(words("words.with_role", name=name, role=words.role("spoiler")))
    return Cell(name)


def _said(*, is_act: bool) -> Any:
    def read(words: Words, row: Row) -> Cell:
        lines = tuple(dict.fromkeys(_one(words, one) for one in row["said"] if (one["kind"] in ACTS) == is_act))
        if not lines:
            return Cell(words("words.not_stated"), "missing")
        return Cell(words.listed(lines), lines=lines if len(lines) > 1 else ())

    return read


def _one(words: Words, row: Row) -> str:
    """One thing said of a party, with what kind of thing it is."""
    kind, detail = row["kind"], row["detail"]
    item = words.name(row["item"])
    if kind in ("wants", "rejects"):
        item = words.assignment(f"{row['item']}={detail}")
    if kind == "move" and detail:
        item = words.assignment(f"{row['item'].partition('=')[0]}={detail}")
    if row["sign"] == "less":
        item = words("words.less_likely", name=item)
    if kind == "bears":
        return words(f"reaction.bears_{detail}", item=item)
    stance = words(f"stance.{detail}") if kind == "position" else ""
    return words(f"reaction.{kind}", item=item, stance=stance)


def behind(words: Words, answers: Answers, anchor: str) -> Iterator[Block]:
    """For the question whose dialogue it is: who outside can act after each course, and who acts for another side."""
    backed = [pair for pair in records(answers, "reactions", "actors") if pair[0]["backed_by"]]
    acting_for = {row["party"] for row, _ in backed}
    rows = []
    for track in words.dossier.tracks:
        own = [f for f in found(answers, "reactions.third_party") if f.values["course"] == track and f.values["acts"]]
        through = [
            pair
            for pair in records(answers, "reactions", "chains")
            if pair[0]["start"] == track and acting_for & set(acting(words.dossier, (pair[0]["consequence"],)))
        ]
        if own or through:
            row = {"course": track, "parties": tuple(finding.values["party"] for finding in own),
                   "through": tuple(row["nodes"][1:] for row, _ in through)}  # fmt: skip
            traces = (*(finding.trace for finding in own), *(trace for _, trace in through))
            rows.append((row, tuple(dict.fromkeys(item for trace in traces for item in trace))))
    if rows:
        columns = (("course", course("course")), ("third_parties", names("parties")), ("spoilers", _spoilers),
                   ("through", _through))  # fmt: skip
        yield table(words, f"through--{anchor}", rows, columns)
    if backed:
        columns_backed = (("party", name("party")), ("backed_by", names("backed_by")), ("does", names("does")))
        yield table(words, f"backed--{anchor}", backed, columns_backed)


def _spoilers(words: Words, row: Row) -> Cell:
    return Cell(words.names(party for party in row["parties"] if is_spoiler(words.dossier, party)))


def _through(words: Words, row: Row) -> Cell:
    lines = tuple(dict.fromkeys(chain(words, nodes) for nodes in row["through"]))
    return Cell(words.listed(lines), lines=lines if len(lines) > 1 else ())
