"""The cheapest choices that together reach everything that is needed, exactly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hiwar.methods.arrays import IntArray
from hiwar.methods.ratification.forms import TooLargeError

MOST_CHOICES = 200_000
"""Choices none of which is better than another that are followed, at most, where one thing is needed."""
MOST_CHOICES_OF_SEVERAL = 10_000
"""The same where several things are needed."""
MOST_COST = 1 << 60
"""Costs that add up to more, in whole numbers, are refused."""
_CHUNK = 512

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
    """The cheapest choices of items whose gains add up to what is needed; None where no choice is enough.

    For the items from each one on, all choices are kept that no other is better than (as much of everything, no
    dearer); then cheapest choices are walked along what these say can still be completed at the least cost.

    Raises
    ------
    TooLargeError
        Too many choices must be kept, or costs add up to too large a number.
    """
    deciding = _deciding(items, needs)
    items = [Item(item.cost, tuple(item.gains[place] for place in deciding)) for item in items]
    needs = tuple(needs[place] for place in deciding)
    fronts = _fronts(items, needs)
    missing = np.array(needs, dtype=np.int64)
    cost = fronts[0].least_cost(missing)
    if cost is None:
        return None
    choices: list[tuple[int, ...]] = []
    for choice in _walk(items, fronts, missing, cost):
        if not _has_superfluous(items, choice, needs):
            choices.append(choice)
        if len(choices) > most:
            return Cover(cost, tuple(choices[:most]), is_complete=False)
    return Cover(cost, tuple(choices), is_complete=True)


def _deciding(items: Sequence[Item], needs: Amounts) -> list[int]:
    """Places of needs without those that are sure to be met, or met whenever another one is."""
    kept: list[int] = []
    for place, need in enumerate(needs):
        if need <= 0 and all(item.gains[place] >= 0 for item in items):
            continue
        weaker = [other for other in kept if _implies(items, needs, place, other)]
        if not any(_implies(items, needs, other, place) for other in kept):
            kept = [other for other in kept if other not in weaker] + [place]
    return kept


def _implies(items: Sequence[Item], needs: Amounts, first: int, second: int) -> bool:
    """Gains of two needs are in one proportion, and whatever meets the first meets the second."""
    pair = next(((item.gains[first], item.gains[second]) for item in items if any(item.gains)), (0, 0))
    if min(pair) <= 0 or any(item.gains[first] * pair[1] != item.gains[second] * pair[0] for item in items):
        return False
    return needs[first] * pair[1] >= needs[second] * pair[0]


@dataclass(frozen=True, eq=False)
class _Front:
    """Choices of the items from one on; none is better than another."""

    gains: IntArray
    """(choice, need)"""
    costs: IntArray
    """(choice,)"""

    def least_cost(self, missing: IntArray) -> int | None:
        """Of the choices that reach what is missing; None where none does."""
        enough = (self.gains >= missing).all(axis=1)
        return int(self.costs[enough].min()) if enough.any() else None

    def can_reach(self, missing: IntArray, most_cost: int) -> bool:
        """Some choice reaches what is missing at no more than a cost."""
        least = self.least_cost(missing)
        return least is not None and least <= most_cost


def _fronts(items: Sequence[Item], needs: Amounts) -> list[_Front]:
    """Per item the front from it on, and the empty one last."""
    if sum(item.cost for item in items) > MOST_COST:
        raise TooLargeError("costs add up to too large a number; give them with fewer digits")
    harm = [sum(min(0, item.gains[place]) for item in items) for place in range(len(needs))]
    # More than what is needed and what other items can take away is of no use.
    cap = np.array([max(0, need) - lost for need, lost in zip(needs, harm, strict=True)], dtype=np.int64)
    front = _Front(np.zeros((1, len(needs)), dtype=np.int64), np.zeros(1, dtype=np.int64))
    fronts = [front]
    most = MOST_CHOICES if len(needs) < 2 else MOST_CHOICES_OF_SEVERAL
    for item in reversed(items):
        gains = np.minimum(np.concatenate([front.gains, front.gains + np.array(item.gains, dtype=np.int64)]), cap)
        front = _undominated(gains, np.concatenate([front.costs, front.costs + item.cost]))
        if len(front.costs) > most:
            raise TooLargeError(f"more than {most:,} sets must be followed; take small blocs together, or round costs")
        fronts.append(front)
    return fronts[::-1]


def _undominated(gains: IntArray, costs: IntArray) -> _Front:
    """Without choices than which another has as much of everything and is no dearer."""
    order = np.lexsort((*(-gains.T[::-1]), costs))
    gains, costs = gains[order], costs[order]
    if gains.shape[1] == 0:
        return _Front(gains[:1], costs[:1])
    if gains.shape[1] == 1:
        best = np.maximum.accumulate(gains[:, 0])
        keep = np.concatenate([[True], gains[1:, 0] > best[:-1]])
        return _Front(gains[keep], costs[keep])
    is_new = np.ones(len(costs), dtype=np.bool_)
    is_new[1:] = np.any(gains[1:] != gains[:-1], axis=1) | (costs[1:] != costs[:-1])
    gains, costs = gains[is_new], costs[is_new]
    kept = np.zeros(len(costs), dtype=np.bool_)
    for first in range(0, len(costs), _CHUNK):
        several = gains[first : first + _CHUNK]
        beaten = np.any(np.all(gains[:first][kept[:first]] >= several[:, None], axis=2), axis=1)
        within = np.all(several >= several[:, None], axis=2)  # (choice, other at least as good)
        beaten |= np.any(np.tril(within, -1), axis=1)  # the others before it are no dearer
        kept[first : first + _CHUNK] = ~beaten
    return _Front(gains[kept], costs[kept])


def _walk(items: Sequence[Item], fronts: Sequence[_Front], needs: IntArray, cost: int) -> Iterator[tuple[int, ...]]:
    trail: list[tuple[int, IntArray, int, tuple[int, ...]]] = [(0, needs, cost, ())]
    while trail:
        place, missing, left, chosen = trail.pop()
        if (missing <= 0).all():
            yield chosen
            continue
        if place == len(items):
            continue
        item = items[place]
        after, left_after = missing - np.array(item.gains, dtype=np.int64), left - item.cost
        if fronts[place + 1].can_reach(missing, left):
            trail.append((place + 1, missing, left, chosen))
        if fronts[place + 1].can_reach(after, left_after):
            trail.append((place + 1, after, left_after, (*chosen, place)))


def _has_superfluous(items: Sequence[Item], choice: tuple[int, ...], needs: Amounts) -> bool:
    """Whether an item that costs nothing could be left out."""
    totals = [sum(items[number].gains[place] for number in choice) for place in range(len(needs))]
    return any(
        all(total - gain >= need for total, gain, need in zip(totals, items[number].gains, needs, strict=True))
        for number in choice
        if items[number].cost == 0
    )
