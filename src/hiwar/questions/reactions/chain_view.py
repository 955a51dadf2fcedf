"""Everything that the chains of a case hold, computed once, and how it is written in tables and findings."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hiwar.dossier.model import Dossier, principals, side_of
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import Settings
from hiwar.questions.judgements import Judgements
from hiwar.questions.pools import judgements_of
from hiwar.questions.reactions.chain_graph import Edge, Graph, Need, State, graph_of, within
from hiwar.questions.reactions.chains import (
    Contradiction,
    Loop,
    Reach,
    Start,
    contradictions,
    cut_links,
    loops,
    reach,
    starts_of,
)
from hiwar.questions.reactions.harms import Cut, Means, cuts_of, means_against
from hiwar.questions.reactions.third_parties import (
    Reaction,
    reactions_of,
    third_parties,
)

MOST_CUT_STATES = 2_000_000
"""States gone through in the search for cuts; starts beyond are named as not searched."""


@dataclass(frozen=True, eq=False)
class Chains:
    """Everything about chains, computed once for tables and findings."""

    judgements: Judgements
    settings: Settings

    @property
    def dossier(self) -> Dossier:
        """The case."""
        return self.judgements.dossier

    @cached_property
    def graph(self) -> Graph:
        """The graph of the whole case."""
        return graph_of(self.dossier)

    @cached_property
    def starts(self) -> tuple[tuple[Start, Reach], ...]:
        """Every start with what can follow from it."""
        return tuple((start, reach(start.graph, start.states)) for start in starts_of(self.dossier, self.settings))

    @cached_property
    def loops(self) -> tuple[tuple[Loop, ...], int]:
        """Loops, and how many steps on loops were left unsearched."""
        return loops(self.graph)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Opposite signs between one cause and one consequence."""
        return tuple(contradictions(self.graph))

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """Sides for which harms are listed: the seat's first, then the other principals'."""
        sides = (side_of(self.dossier, party) for party in (self.dossier.seat, *principals(self.dossier)))
        return tuple(dict.fromkeys(sides))

    @cached_property
    def cuts(self) -> tuple[tuple[Start, str, tuple[Cut, ...]], ...]:
        """Per start and party, the links whose cut takes harm away; courses first, within ``MOST_CUT_STATES``."""
        found: list[tuple[Start, str, tuple[Cut, ...]]] = []
        for start, _ in self.starts[: self.n_cut]:
            cut = cut_links(self.dossier, start)
            found += [(start, party, cuts_of(self.dossier, cut, party)) for party in self.parties]
        return tuple(found)

    @cached_property
    def n_cut(self) -> int:
        """How many of the starts are searched for cuts."""
        spent = 0
        for number, (_, reached) in enumerate(self.starts):
            # Every step on a shortest chain may be a link that is cut, and each cut goes through all states again.
            spent += len(reached) ** 2
            if spent > MOST_CUT_STATES:
                return number
        return len(self.starts)

    @cached_property
    def reactions(self) -> tuple[tuple[Start, str, tuple[Reaction, ...]], ...]:
        """Per course and third party, what the case says of it."""
        return tuple(
            (start, party, tuple(reactions_of(self.dossier, start, reached, members)))
            for start, _ in self.starts
            if start.course is not None
            for reached in [reach(within(self.graph, self.dossier, start.course, with_lapses=True), start.states)]
            for party, members in third_parties(self.dossier).items()
        )

    @cached_property
    def means(self) -> tuple[Means, ...]:
        """Options that make harms to the seat less likely."""
        return tuple(means_against(self.dossier, self.graph))


def chains_of(dossier: Dossier, sheets: Sequence[Sheet], settings: Settings) -> Chains:
    """Chains of a case with its sheets; hand the same to tables and findings, and they are computed once."""
    return Chains(judgements_of(dossier, sheets, settings), settings)


def need_text(need: Need) -> str:
    """A condition as ``variable=option|option``, or the id of an item."""
    return f"{need[0]}={'|'.join(need[1])}" if need[1] else need[0]


def need_texts(needs: Sequence[Need]) -> tuple[str, ...]:
    """Several conditions as text."""
    return tuple(need_text(need) for need in needs)


def signed(states: frozenset[State]) -> tuple[str, ...]:
    """Items that become more likely by their id, those that become less likely as ``less:id``."""
    return tuple(node if sign == "more" else f"less:{node}" for node, sign in sorted(states))


def by_of(steps: Sequence[Edge]) -> tuple[str, ...]:
    """The item behind each step of a chain: a link, an effect, a track."""
    return tuple(edge.by for edge in steps)


def nodes_of(steps: Sequence[Edge]) -> tuple[str, ...]:
    """The nodes that a chain passes, from its cause to its consequence."""
    return (steps[0].cause, *(edge.consequence for edge in steps)) if steps else ()


def acting(dossier: Dossier, nodes: Sequence[str]) -> tuple[str, ...]:
    """Who brings about the moves and the effects on a chain, in its order."""
    found: list[str] = []
    for node in nodes:
        variable = node.partition("=")[0]
        if variable in dossier.moves:
            found += dossier.moves[variable].by
        elif node in dossier.effects:
            found += dossier.effects[node].by
    return tuple(dict.fromkeys(found))


def is_stated(one: Means) -> bool:
    """Whether a source says every step by which an option helps."""
    return all(edge.is_stated for edge in one.steps)
