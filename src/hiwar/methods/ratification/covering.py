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
    """Per thing that is needed; below 0 where choosing it does harm."""


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
    steps = _steps(items, len(needs))
    tables = _tables(steps, needs)
    cost = tables[0].get(needs)
    if cost is None:
        return None
    choices: list[tuple[int, ...]] = []
    for choice in _walk(steps, tables, needs, cost):
        if not _has_superfluous(items, choice, needs):
            choices.append(choice)
        if len(choices) > most:
            return Cover(cost, tuple(choices[:most]), is_complete=False)
    return Cover(cost, tuple(choices), is_complete=True)


@dataclass(frozen=True)
class _Step:
    """An item, and how much more than is needed can still be of use: what later items may take away."""

    item: Item
    floor: Amounts

    def after(self, missing: Amounts) -> Amounts:
        """What is missing once the item is chosen."""
        parts = zip(missing, self.item.gains, self.floor, strict=True)
        return tuple(max(least, need - gain) for need, gain, least in parts)


def _steps(items: Sequence[Item], n_needs: int) -> list[_Step]:
    steps = []
    floor = [0] * n_needs
    for item in reversed(items):
        steps.append(_Step(item, tuple(floor)))
        floor = [least + min(0, gain) for least, gain in zip(floor, item.gains, strict=True)]
    return steps[::-1]


def _is_reached(missing: Amounts) -> bool:
    return all(need <= 0 for need in missing)


def _tables(steps: Sequence[_Step], needs: Amounts) -> list[dict[Amounts, int]]:
    """Per item: what can be missing before it is chosen or not, to the least cost of the rest; only where possible."""
    reached: list[set[Amounts]] = [{needs}]
    for step in steps:
        reached.append(reached[-1] | {step.after(missing) for missing in reached[-1]})
        if len(reached[-1]) > MOST_STATES:
            raise ModelError(f"more than {MOST_STATES:,} different amounts to follow; take small blocs together")
    tables = [{missing: 0 for missing in reached[-1] if _is_reached(missing)}]
    for step, before in zip(reversed(steps), reversed(reached[:-1]), strict=True):
        after, table = tables[-1], {}
        for missing in before:
            costs = [after[missing]] if missing in after else []
            chosen = after.get(step.after(missing))
            costs += [] if chosen is None else [chosen + step.item.cost]
            if costs:
                table[missing] = min(costs)
        tables.append(table)
    return tables[::-1]


def _walk(
    steps: Sequence[_Step], tables: Sequence[dict[Amounts, int]], needs: Amounts, cost: int
) -> Iterator[tuple[int, ...]]:
    trail: list[tuple[int, Amounts, int, tuple[int, ...]]] = [(0, needs, cost, ())]
    while trail:
        place, missing, left, chosen = trail.pop()
        if _is_reached(missing):
            yield chosen
            continue
        if place == len(steps):
            continue
        step, table = steps[place], tables[place + 1]
        after, left_after = step.after(missing), left - step.item.cost
        if table.get(missing, left + 1) <= left:
            trail.append((place + 1, missing, left, chosen))
        if after != missing and table.get(after, left_after + 1) <= left_after:
            trail.append((place + 1, after, left_after, (*chosen, place)))


def _has_superfluous(items: Sequence[Item], choice: tuple[int, ...], needs: Amounts) -> bool:
    """Whether an item that costs nothing could be left out."""
    totals = [sum(items[number].gains[place] for number in choice) for place in range(len(needs))]
    return any(
        all(total - gain >= need for total, gain, need in zip(totals, items[number].gains, needs, strict=True))
        for number in choice
        if items[number].cost == 0
    )
