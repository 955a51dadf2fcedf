"""Tables of the chains of effects."""

from collections.abc import Iterator, Mapping, Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, principals, side_of
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import Rows, Settings, Table, table_of
from hiwar.questions.judgements import traces
from hiwar.questions.reactions.chain_view import (
    Chains,
    acting,
    by_of,
    chains_of,
    is_stated,
    need_texts,
    nodes_of,
    signed,
)
from hiwar.questions.reactions.chains import Reach, Start, chain_to, clashes, further_needs
from hiwar.questions.reactions.harms import removed_sizes
from hiwar.questions.reactions.third_parties import backers, is_spoiler, third_parties


def chain_tables(
    dossier: Dossier, sheets: Sequence[Sheet], settings: Settings, chains: Chains | None = None
) -> Mapping[str, Table]:
    """The tables of the chains of effects."""
    chains = chains or chains_of(dossier, sheets, settings)
    return immutabledict(
        {
            "steps": _step_table(chains),
            "chains": _chain_table(chains),
            "actors": _actor_table(chains),
            "loops": _loop_table(chains),
            "cuts": _cut_table(chains),
            "cut_sizes": _cut_size_table(chains),
            "contradictions": _contradiction_table(chains),
            "third_parties": _third_party_table(chains),
            "third_party_reactions": _reaction_table(chains),
            "means_against": _means_table(chains),
        }
    )


def _step_table(chains: Chains) -> Table:
    rows = [
        (
            (edge.cause, edge.consequence, edge.sign, edge.by, edge.kind, need_texts(edge.needs), edge.is_stated),
            (edge.by,),
        )
        for edge in sorted(chains.graph.edges, key=lambda edge: (edge.cause, edge.consequence, edge.by, edge.sign))
    ]
    return table_of(("cause", "consequence", "sign", "by", "kind", "needs", "is_stated"), rows)


CHAIN_COLUMNS = (
    "start",
    "start_kind",
    "consequence",
    "sign",
    "nodes",
    "by",
    "signs",
    "needs",
    "clash",
    "acting",
    "spoilers",
    "kind",
    "on",
)


def _chain_table(chains: Chains) -> Table:
    return table_of(
        CHAIN_COLUMNS, [row for start, reached in chains.starts for row in _chain_rows(chains, start, reached)]
    )


def _chain_rows(chains: Chains, start: Start, reached: Reach) -> Iterator[tuple[tuple[object, ...], tuple[str, ...]]]:
    dossier = chains.dossier
    for state in reached:
        steps = chain_to(reached, state)
        if not steps:
            continue
        node, sign = state
        who = acting(dossier, nodes_of(steps)[1:])
        effect = dossier.effects.get(node)
        values = (
            start.id,
            start.kind,
            node,
            sign,
            nodes_of(steps),
            by_of(steps),
            tuple(edge.sign for edge in steps),
            need_texts(further_needs(dossier, start, steps)),
            clashes(dossier, steps),
            who,
            tuple(party for party in who if is_spoiler(dossier, party)),
            effect.kind if effect else None,
            effect.on if effect else (),
        )
        yield values, tuple(dict.fromkeys(by_of(steps)))


def _actor_table(chains: Chains) -> Table:
    dossier = chains.dossier
    does: dict[str, list[str]] = {}
    for section in (dossier.moves, dossier.effects):
        for key in sorted(section):
            for party in section[key].by:
                does.setdefault(party, []).append(key)
    sides = set(principals(dossier))
    rows: Rows = [
        (
            (
                party,
                side_of(dossier, party),
                tuple(items),
                is_spoiler(dossier, party),
                () if party in sides else tuple(dict.fromkeys(backer for backer, _ in backers(dossier, party))),
            ),
            (party, *items, *(() if party in sides else (tie for _, tie in backers(dossier, party)))),
        )
        for party, items in sorted(does.items())
    ]
    return table_of(("party", "side", "does", "is_spoiler", "backed_by"), rows)


def _loop_table(chains: Chains) -> Table:
    found, _ = chains.loops
    rows: Rows = [
        (
            (nodes_of(loop.steps), by_of(loop.steps), loop.sign, acting(chains.dossier, nodes_of(loop.steps))),
            by_of(loop.steps),
        )
        for loop in found
    ]
    return table_of(("nodes", "by", "sign", "acting"), rows)


def _cut_table(chains: Chains) -> Table:
    rows: Rows = [
        (
            (
                start.id,
                start.kind,
                party,
                cut.link,
                signed(cut.harms),
                signed(cut.reliefs),
                signed(cut.lost),
                cut.takes_less_than,
                not cut.takes_less_than,
            ),
            (cut.link, *sorted({node for node, _ in cut.harms})),
        )
        for start, party, cuts in chains.cuts
        for cut in cuts
    ]
    columns = ("start", "start_kind", "party", "link", "harms", "goods_lost", "all_lost", "less_than", "is_first")
    return table_of(columns, rows)


def _cut_size_table(chains: Chains) -> Table:
    rows: Rows = [
        (
            (start.id, party, cut.link, size.domain, size.low, size.high, size.effects, size.not_judged),
            (cut.link, *size.effects, *(trace for key in size.effects for trace in _judged(chains, key))),
        )
        for start, party, cuts in chains.cuts
        for cut in cuts
        for size in removed_sizes(chains.judgements, cut.harms, party)
    ]
    return table_of(("start", "party", "link", "domain", "low", "high", "effects", "not_judged"), rows)


def _judged(chains: Chains, key: str) -> tuple[str, ...]:
    return (*traces(chains.judgements, "size", key), *traces(chains.judgements, "likelihood", key))


def _contradiction_table(chains: Chains) -> Table:
    rows: Rows = [
        (
            (
                found.cause,
                found.consequence,
                nodes_of(found.more),
                by_of(found.more),
                nodes_of(found.less),
                by_of(found.less),
                clashes(chains.dossier, (*found.more, *found.less)),
            ),
            tuple(dict.fromkeys((*by_of(found.more), *by_of(found.less)))),
        )
        for found in chains.contradictions
    ]
    columns = ("cause", "consequence", "more_nodes", "more_by", "less_nodes", "less_by", "clash")
    return table_of(columns, rows)


def _third_party_table(chains: Chains) -> Table:
    dossier = chains.dossier
    rows: Rows = [
        ((party, members, side_of(dossier, party), is_spoiler(dossier, party)), members)
        for party, members in third_parties(dossier).items()
    ]
    return table_of(("party", "members", "side", "is_spoiler"), rows)


def _reaction_table(chains: Chains) -> Table:
    """One row per thing said; one with ``not_stated`` where the case says nothing of what a party does."""
    rows: list[tuple[tuple[object, ...], tuple[str, ...]]] = []
    for start, party, found in chains.reactions:
        for one in found:
            values = (start.id, party, "stated", one.party, one.kind, one.item, one.sign, one.links, one.detail)
            rows.append((values, tuple(dict.fromkeys((one.party, one.item, *one.links)))))
        if not found:
            rows.append(((start.id, party, "not_stated", None, None, None, None, (), None), (party,)))
    columns = ("course", "party", "state", "by", "kind", "item", "sign", "links", "detail")
    return table_of(columns, rows)


def _means_table(chains: Chains) -> Table:
    rows: Rows = [
        (
            (
                one.harm,
                one.issue,
                one.option,
                nodes_of(one.steps),
                by_of(one.steps),
                one.means,
                one.claims,
                is_stated(one),
            ),
            (one.harm, one.issue, *by_of(one.steps), *one.means, *one.claims),
        )
        for one in chains.means
    ]
    columns = ("harm", "issue", "option", "nodes", "by", "means", "claims", "is_stated")
    return table_of(columns, sorted(rows, key=lambda row: (row[0][0], row[0][1], row[0][2])))
