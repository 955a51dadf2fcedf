"""What blocks an agreement where nothing fits, and what would open one."""

from collections.abc import Mapping
from dataclasses import dataclass

from hiwar.methods.packages import Demand, DemandKind, find_blocking
from hiwar.questions.judgements import Judgements
from hiwar.questions.negotiations import Bargain
from hiwar.questions.proposals import Search
from hiwar.questions.worths import worth_trace

MOST_CHECKS = 500


@dataclass(frozen=True)
class Block:
    """Demands that together leave no agreement, or that would open one if they gave way."""

    items: tuple[str, ...]
    """``issue=option`` for a red line, the id of a rule, ``reservation_value:party``."""
    trace: tuple[str, ...]
    falls: Mapping[str, float]
    """Party to the least that its reservation value must fall, where that opens an agreement."""


@dataclass(frozen=True)
class Blocks:
    """All smallest ones, as far as the search went."""

    sets: tuple[Block, ...]
    openings: tuple[Block, ...]
    is_complete: bool


def blocks_of(judgements: Judgements, found: Search | None) -> Blocks | None:
    """What stands in the way; None where something can be agreed, or where nothing can be told."""
    if found is None or found.frontier is None or found.frontier.points:
        return None
    blocking = find_blocking(found.bargain.negotiation, most_checks=MOST_CHECKS)
    sets = tuple(_block(judgements, found.bargain, demands, {}) for demands in blocking.blocking_sets)
    openings = tuple(
        _block(
            judgements,
            found.bargain,
            one.demands,
            {party: float(fall) for party, fall in one.falls[0].items()} if len(one.falls) == 1 else {},
        )
        for one in blocking.relaxations
    )
    return Blocks(sets, openings, blocking.is_complete)


def _block(judgements: Judgements, bargain: Bargain, demands: tuple[Demand, ...], falls: Mapping[str, float]) -> Block:
    named = [_named(judgements, bargain, demand) for demand in demands]
    items = tuple(dict.fromkeys(item for item, _ in named))
    return Block(items, tuple(dict.fromkeys(part for _, trace in named for part in trace)), falls)


def _named(judgements: Judgements, bargain: Bargain, demand: Demand) -> tuple[str, tuple[str, ...]]:
    """A demand by what it is in the case, and what it rests on."""
    if demand.kind is DemandKind.RULE:
        rule = bargain.rules[demand.number]
        return rule, (rule,)
    party = demand.party or ""
    if demand.kind is DemandKind.RESERVATION_VALUE:
        return f"reservation_value:{party}", worth_trace(judgements, party)
    option, why = list(bargain.red_lines[party].items())[demand.number]
    return option, (option.split("=")[0], party, *why)
