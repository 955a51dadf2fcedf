"""The cheapest choices that together reach everything that is needed, exactly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hiwar.methods.ratification.forms import ModelError

MOST_STATES = 200_000
"""Different amounts still missing that are followed per item, at most."""

Amounts = tuple[int, ...]


@dataclass(frozen=True)
class Item:
    """Something that can be chosen once."""

    cost: int
    """Not negative."""
    gains: Amounts
    """Per thing that is needed; not negative."""


@dataclass(frozen=True)
class Cover:
    """The cheapest choices; no item of a choice can be left out."""

    cost: int
    choices: tuple[tuple[int, ...], ...]
    """Numbers of items, in ascending order; at least one choice."""
    is_complete: bool
    """There are no other choices of this cost."""


def cheapest_covers(items: Sequence[Item], needs: Amounts, *, most: int) -> Cover | None:
    """The cheapest choices of items whose gains add up to what is needed; None where all of them are not enough.

    By dynamic programming over what is still missing; then choices are walked along what the table says can still be
    completed at the least cost.
    """
    needs = tuple(max(0, need) for need in needs)
    tables = _tables(items, needs)
    cost = tables[0].get(needs)
    if cost is None:
        return None
    choices: list[tuple[int, ...]] = []
    for choice in _walk(items, tables, needs, cost):
        if not _has_superfluous(items, choice, needs):
            choices.append(choice)
        if len(choices) > most:
            return Cover(cost, tuple(choices[:most]), is_complete=False)
    return Cover(cost, tuple(choices), is_complete=True)


def _after(missing: Amounts, gains: Amounts) -> Amounts:
    return tuple(max(0, need - gain) for need, gain in zip(missing, gains, strict=True))


def _tables(items: Sequence[Item], needs: Amounts) -> list[dict[Amounts, int]]:
    """Per item: what can be missing before it is chosen or not, to the least cost of the rest; only where possible."""
    reached: list[set[Amounts]] = [{needs}]
    for item in items:
        reached.append(reached[-1] | {_after(missing, item.gains) for missing in reached[-1]})
        if len(reached[-1]) > MOST_STATES:
            raise ModelError(
                f"more than {MOST_STATES:,} different amounts to follow; join blocs, or state costs of few"
            )
    tables = [dict.fromkeys((missing for missing in reached[-1] if not any(missing)), 0)]
    for item, before in zip(reversed(items), reversed(reached[:-1]), strict=True):
        after, table = tables[-1], {}
        for missing in before:
            costs = [after[missing]] if missing in after else []
            chosen = after.get(_after(missing, item.gains))
            costs += [] if chosen is None else [chosen + item.cost]
            if costs:
                table[missing] = min(costs)
        tables.append(table)
    return tables[::-1]


def _walk(
    items: Sequence[Item], tables: Sequence[dict[Amounts, int]], needs: Amounts, cost: int
) -> Iterator[tuple[int, ...]]:
    trail: list[tuple[int, Amounts, int, tuple[int, ...]]] = [(0, needs, cost, ())]
    while trail:
        place, missing, left, chosen = trail.pop()
        if place == len(items) or not any(missing):
            if not any(missing):
                yield chosen
            continue
        item = items[place]
        without, with_it = tables[place + 1].get(missing), tables[place + 1].get(after := _after(missing, item.gains))
        if without is not None and without <= left:
            trail.append((place + 1, missing, left, chosen))
        if with_it is not None and with_it + item.cost <= left and after != missing:
            trail.append((place + 1, after, left - item.cost, (*chosen, place)))


def _has_superfluous(items: Sequence[Item], choice: tuple[int, ...], needs: Amounts) -> bool:
    """Whether an item that costs nothing could be left out."""
    totals = [sum(items[number].gains[place] for number in choice) for place in range(len(needs))]
    return any(
        all(total - gain >= need for total, gain, need in zip(totals, items[number].gains, needs, strict=True))
        for number in choice
        if items[number].cost == 0
    )
