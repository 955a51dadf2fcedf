"""The challenge model by its definition: one pair, one voter at a time, no arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from hiwar.methods.positions import (
    Capitulation,
    Choice,
    Compromise,
    Conflict,
    ContestedIssue,
    Distance,
    Success,
    Variant,
    View,
    Votes,
)
from hiwar.methods.positions.arrays import NEAR


@dataclass(frozen=True)
class Offer:
    kind: int  # 1 conflict, 2 compromise, 3 capitulation
    target: float
    meeting: float
    strength: float
    place: float


def plain_median(positions: Sequence[float], weights: Sequence[float]) -> tuple[float, float]:
    """Ends of the set of positions that no other position beats in a vote by weight."""
    unbeaten = [one for one in positions if not any(_beats(other, one, positions, weights) for other in positions)]
    return min(unbeaten), max(unbeaten)


def _beats(first: float, second: float, positions: Sequence[float], weights: Sequence[float]) -> bool:
    total = sum(weights)
    for_first = sum(w for x, w in zip(positions, weights, strict=True) if abs(x - first) < abs(x - second))
    for_second = sum(w for x, w in zip(positions, weights, strict=True) if abs(x - first) > abs(x - second))
    return for_first > for_second + 1e-9 * total


class PlainModel:
    def __init__(self, issue: ContestedIssue, variant: Variant) -> None:
        self.x = [float(actor.position) for actor in issue.actors]  # type: ignore[arg-type]
        self.s = [float(actor.salience) for actor in issue.actors]  # type: ignore[arg-type]
        self.w = [float(actor.capability) * s for actor, s in zip(issue.actors, self.s, strict=True)]  # type: ignore[arg-type]
        self.variant = variant
        self.scale = issue.scale
        self.n = len(self.x)
        self.spread = self._spread()
        self.first_spread = self.spread

    def _spread(self) -> float:
        if self.variant.distance is Distance.STATED_SCALE:
            assert self.scale is not None
            return self.scale[1] - self.scale[0]
        return max(self.x) - min(self.x) or 1.0

    def move(self) -> None:
        if self.variant.distance is Distance.SPREAD_OF_THE_ROUND:
            self.spread = max(max(self.x) - min(self.x), NEAR * self.first_spread)
        low, high = plain_median(self.x, self.w)
        self.median = (low + high) / 2
        risk = self._risk()
        self.x = [self._next(i, risk) for i in range(self.n)]

    def apart(self, i: int, j: int) -> float:
        return abs(self.x[i] - self.x[j]) / self.spread

    def support(self, i: int, j: int, risk: Sequence[float]) -> float:
        """Weight of those who prefer i to j, each by how much."""
        total = 0.0
        for k in range(self.n):
            power = risk[k] if self.variant.votes is Votes.BY_RISK else 1.0
            total += self.w[k] * max(0.0, self.apart(k, j) ** power - self.apart(k, i) ** power)
        return total

    def chance(self, i: int, j: int, risk: Sequence[float], everything: float) -> float:
        if self.variant.success is Success.SHARE_OF_ALL_CONTESTS:
            against = everything
        else:
            against = self.support(i, j, risk) + self.support(j, i, risk)
        return self.support(i, j, risk) / against if against > 0 else 0.5

    def gain(self, i: int, j: int, power: float, chance: float) -> float:
        """What i expects to gain by challenging j."""
        apart, quo = self.apart(i, j), self.variant.status_quo_likelihood
        success = 2 - 4 * max(0.5 - 0.5 * apart, 0.0) ** power
        failure = 2 - 4 * (0.5 + 0.5 * apart) ** power
        status_quo = 2 - 4 * 0.5**power
        resisted = chance * success + (1 - chance) * failure
        challenge = self.s[j] * resisted + (1 - self.s[j]) * success
        to_median = abs(self.x[i] - self.median) / self.spread
        change = 0.25 * (to_median + apart)
        better = 2 - 4 * max(0.5 - change, 0.0) ** power
        worse = 2 - 4 * (0.5 + change) ** power
        alone = better if to_median < apart - NEAR else worse
        gain: float = challenge - quo * status_quo - (1 - quo) * alone
        return gain

    def _everything(self, risk: Sequence[float]) -> float:
        if self.variant.success is not Success.SHARE_OF_ALL_CONTESTS:
            return 0.0
        return 2 * sum(self.support(i, j, risk) for i, j in product(range(self.n), repeat=2))

    def _risk(self) -> list[float]:
        neutral = [1.0] * self.n
        everything = self._everything(neutral)
        danger = [
            sum(self.gain(j, i, 1.0, self.chance(j, i, neutral, everything)) for j in range(self.n) if j != i)
            for i in range(self.n)
        ]
        low, high = min(danger), max(danger)
        if high - low <= NEAR:
            return neutral
        places = [(2 * one - high - low) / (high - low) for one in danger]
        return [(1 - place / 3) / (1 + place / 3) for place in places]

    def _next(self, i: int, risk: Sequence[float]) -> float:
        everything = self._everything(risk)
        offers = []
        for j in range(self.n):
            if self.apart(i, j) <= NEAR:
                continue
            view = risk[i] if self.variant.view is View.MINE_FOR_BOTH else risk[j]
            own = self.gain(i, j, risk[i], self.chance(i, j, risk, everything))
            other = self.gain(j, i, view, self.chance(j, i, risk, everything))
            if (offer := self._offer(i, j, own, other)) is not None:
                offers.append(offer)
        return self._best(i, offers).target if offers else self.x[i]

    def _offer(self, i: int, j: int, own: float, other: float) -> Offer | None:
        here, there = self.x[i], self.x[j]
        if own > NEAR and other > own + NEAR and self.variant.conflict is Conflict.LESSER_GIVES_WAY:
            return Offer(1, there, 0.0, other, there)
        if own < -NEAR and other > NEAR and other > -own + NEAR:
            meeting = (-own * here + other * there) / (-own + other)
            way = here + (there - here) * -own / other
            target = meeting if self.variant.compromise is Compromise.MEETING_POINT else way
            return Offer(2, target, meeting, other, there)
        if own < -NEAR and other > NEAR and self.variant.capitulation is Capitulation.MOVES_ALL_THE_WAY:
            return Offer(3, there, 0.0, other, there)
        return None

    def _best(self, i: int, offers: list[Offer]) -> Offer:
        """Keys one after the other; what is nearly equal goes on to the next, and at last the lower position wins."""

        def way(offer: Offer) -> float:
            return abs(offer.target - self.x[i]) / self.spread

        if self.variant.choice is Choice.STRONGEST:
            keys = [lambda offer: -offer.strength, way]
        elif self.variant.choice is Choice.LEAST_MOVE:
            keys = [lambda offer: offer.kind, way, lambda offer: -offer.strength]
        else:
            keys = [
                lambda offer: offer.kind,
                lambda offer: offer.meeting / self.spread if offer.kind == 2 else way(offer),
                lambda offer: -offer.strength,
            ]
        for key in keys:
            least = min(key(offer) for offer in offers)
            offers = [offer for offer in offers if key(offer) <= least + NEAR]
        return min(offers, key=lambda offer: offer.place)


def plain_path(issue: ContestedIssue, variant: Variant, rounds: int) -> list[list[float]]:
    model = PlainModel(issue, variant)
    path = [model.x]
    for _ in range(rounds):
        model.move()
        path.append(model.x)
    return path
