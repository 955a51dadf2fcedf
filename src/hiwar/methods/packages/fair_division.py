"""Dividing goods between two: the adjusted winner procedure, exactly."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from hiwar.methods.packages.arrays import exact
from hiwar.methods.packages.forms import ModelError, Number

TOTAL = 100
HALF = Fraction(TOTAL, 2)


@dataclass(frozen=True)
class Division:
    """Who gets which share of each good, and what that is worth to both."""

    parties: tuple[str, str]
    points: Mapping[str, tuple[Fraction, Fraction]]
    """Good to its points to each party; each party's points add up to 100."""
    shares: Mapping[str, Fraction]
    """Good to the share that the first party gets; the second gets the rest."""

    def total(self, owner: int, judge: int) -> Fraction:
        """What the share of one party (0 or 1) is worth by the points of another."""
        return sum((points[judge] * (share if owner == 0 else 1 - share) for points, share in self._pairs), Fraction(0))

    @property
    def _pairs(self) -> tuple[tuple[tuple[Fraction, Fraction], Fraction], ...]:
        return tuple((self.points[good], self.shares[good]) for good in self.points)

    @property
    def totals(self) -> tuple[Fraction, Fraction]:
        """Points of each party's share by its own count."""
        return self.total(0, 0), self.total(1, 1)

    @property
    def is_envy_free(self) -> bool:
        """Neither would rather have what the other has."""
        return all(self.total(own, own) >= self.total(1 - own, own) for own in (0, 1))

    @property
    def is_equitable(self) -> bool:
        """Both get equally many points, each by its own count."""
        return self.totals[0] == self.totals[1]

    @property
    def is_efficient(self) -> bool:
        """No division is better for one and not worse for the other.

        True where no good in the hands of the first could be traded with profit for one in the hands of the second.
        """
        first = [points for points, share in self._pairs if share > 0]
        second = [points for points, share in self._pairs if share < 1]
        wasted = any(mine == 0 < other for mine, other in first) or any(other == 0 < mine for mine, other in second)
        return not wasted and not any(a[0] * b[1] < a[1] * b[0] for a in first for b in second)


@dataclass(frozen=True)
class AdjustedWinner:
    """The steps of the procedure and where they end."""

    won: Division
    """Each good whole to whoever gives it more points; equal ones to the party that has won fewer points so far."""
    final: Division
    """After goods, and at most one part of a good, have been handed over until both have equally many points."""
    handed_over: tuple[str, ...]
    """Goods handed over, in whole or in part, in this order: where it costs the giver least for what the taker wins."""
    split: str | None
    """The good that is divided; None where none need be."""
    is_only_one: bool
    """No other division gives both as much. False: goods with the same ratio of points may be divided otherwise."""


def adjusted_winner(points: Mapping[str, Mapping[str, Number]]) -> AdjustedWinner:
    """Divide goods between two so that neither envies the other, both get equally much, and nothing is wasted.

    Parameters
    ----------
    points : mapping of party to good to points
        Two parties, the same goods. Points are not negative, and not all 0. They are scaled to 100 per party, so
        only their ratios count. Goods that two parties may hold in parts, and that are worth the same with or without
        others, are wanted; a rule of law that is either in force or not is no such good.

    Returns
    -------
    AdjustedWinner
        Exact fractions. The totals of the final division do not depend on the order of parties or goods.

    Raises
    ------
    ModelError
        Other than two parties, goods of one only, negative points, or a party that wants nothing.

    References
    ----------
    Brams & Taylor (1996), *Fair Division: From Cake-Cutting to Dispute Resolution*, Cambridge University Press, ch. 4.
    """
    parties, scaled = _scaled(points)
    won = Division(parties, scaled, _winners(scaled))
    giver = 0 if won.totals[0] >= won.totals[1] else 1
    shares = dict(won.shares)
    handed_over: list[str] = []
    for good in _in_order(scaled, shares, giver):
        now = Division(parties, scaled, shares).totals
        gap = now[giver] - now[1 - giver]
        if gap <= 0:
            break
        part = min(Fraction(1), gap / sum(scaled[good]))
        shares[good] = 1 - part if giver == 0 else part
        handed_over.append(good)
    final = Division(parties, scaled, shares)
    split = next((good for good, share in shares.items() if 0 < share < 1), None)
    return AdjustedWinner(won, final, tuple(handed_over), split, _is_only_one(final))


def _scaled(
    points: Mapping[str, Mapping[str, Number]],
) -> tuple[tuple[str, str], dict[str, tuple[Fraction, Fraction]]]:
    if len(points) != 2:
        raise ModelError(f"adjusted winner divides between two parties; found {len(points)}")
    first, second = points
    if set(points[first]) != set(points[second]):
        odd = sorted(set(points[first]) ^ set(points[second]))
        raise ModelError(f"'{odd[0]}' has points of one party only; give both, 0 where it does not matter")
    columns = []
    for name, goods in points.items():
        column = {good: exact(number, f"{name}, '{good}'") for good, number in goods.items()}
        if any(number < 0 for number in column.values()) or not sum(column.values()):
            raise ModelError(
                f"{name}: points for goods are 0 or more, and not all 0; a burden is no good to divide here"
            )
        whole = sum(column.values())
        columns.append({good: number * TOTAL / whole for good, number in column.items()})
    return (first, second), {good: (columns[0][good], columns[1][good]) for good in points[first]}


def _winners(scaled: Mapping[str, tuple[Fraction, Fraction]]) -> dict[str, Fraction]:
    shares = {good: Fraction(a > b) for good, (a, b) in scaled.items() if a != b}
    for good, (points, _) in scaled.items():
        if good not in shares:
            first = sum((scaled[other][0] for other, share in shares.items() if share == 1), Fraction(0))
            second = sum((scaled[other][1] for other, share in shares.items() if share == 0), Fraction(0))
            shares[good] = Fraction(first <= second) if points else Fraction(1)
    return {good: shares[good] for good in scaled}


def _in_order(scaled: Mapping[str, tuple[Fraction, Fraction]], shares: Mapping[str, Fraction], giver: int) -> list[str]:
    """Goods of the giver, the lowest ratio of its points to the taker's first; none that the taker does not want."""
    own = [good for good in scaled if shares[good] == 1 - giver and scaled[good][1 - giver] > 0]
    return sorted(own, key=lambda good: scaled[good][giver] / scaled[good][1 - giver])


def _is_only_one(final: Division) -> bool:
    """The good that is divided, or those at the border, share their ratio with no other good."""
    ratios: dict[Fraction | None, list[Fraction]] = {}
    for good, (a, b) in final.points.items():
        if a or b:
            ratios.setdefault(a / b if b else None, []).append(final.shares[good])
    worthless = any(not a and not b for a, b in final.points.values())
    return not worthless and all(
        len(shares) == 1 or all(share == shares[0] and share in (0, 1) for share in shares)
        for shares in ratios.values()
    )
