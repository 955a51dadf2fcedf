"""Power by its definitions: every coalition, every division and every roll call is listed. For few players only."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import permutations, product
from math import factorial

from hiwar.methods.voting_power import Base, Majority, Quota, TernaryGame, ThirdOption, VotingGame

FOR, AGAINST, THIRD = "for", "against", "third"


def meets(quota: Quota, members: frozenset[str]) -> bool:
    weight = sum((Fraction(str(quota.weights[name])) for name in members), Fraction(0))
    needed = Fraction(str(quota.needed))
    return weight > needed if quota.is_strict else weight >= needed


def wins(game: VotingGame, members: frozenset[str]) -> bool:
    return set(game.vetoes) <= members and any(all(meets(q, members) for q in route) for route in game.routes)


def coalitions(game: VotingGame) -> Iterator[frozenset[str]]:
    for inside in product((False, True), repeat=len(game.players)):
        yield frozenset(name for name, is_in in zip(game.players, inside, strict=True) if is_in)


def swings(game: VotingGame, name: str) -> list[frozenset[str]]:
    """Coalitions of others that lose, and win with the player."""
    return [one for one in coalitions(game) if name not in one and not wins(game, one) and wins(game, one | {name})]


def shapley_shubik(game: VotingGame, name: str) -> Fraction:
    n = len(game.players)
    orders = sum(factorial(len(one)) * factorial(n - 1 - len(one)) for one in swings(game, name))
    return Fraction(orders, factorial(n))


def minimal(game: VotingGame) -> set[frozenset[str]]:
    return {one for one in coalitions(game) if wins(game, one) and not any(wins(game, one - {name}) for name in one)}


def passes(game: TernaryGame, votes: Mapping[str, str]) -> bool:
    """Whether a division passes, straight from the rules."""
    is_there = game.third_option is ThirdOption.ABSTAIN
    favour = frozenset(name for name, vote in votes.items() if vote == FOR)
    cast = frozenset(name for name, vote in votes.items() if vote != THIRD)
    present = frozenset(votes) if is_there else cast
    if any(votes[name] == AGAINST for name in game.vetoes) or not all(meets(quota, present) for quota in game.quorum):
        return False
    return all(_met(rule, favour, present, cast) for rule in game.rules)


def _met(rule: Quota | Majority, favour: frozenset[str], present: frozenset[str], cast: frozenset[str]) -> bool:
    if isinstance(rule, Quota):
        return meets(rule, favour)
    base = present if rule.base is Base.PRESENT else cast
    of = sum(Fraction(str(rule.weights[name])) for name in base) * Fraction(str(rule.part))
    return meets(Quota(rule.weights, of, rule.is_strict), favour)


def divisions(game: TernaryGame) -> Iterator[dict[str, str]]:
    for votes in product((FOR, AGAINST, THIRD), repeat=len(game.players)):
        yield dict(zip(game.players, votes, strict=True))


def ternary_swings(game: TernaryGame, name: str) -> int:
    return sum(
        len({passes(game, {**votes, name: vote}) for vote in (FOR, AGAINST, THIRD)}) == 2
        for votes in divisions(game)
        if votes[name] == FOR
    )


def roll_call_pivots(game: TernaryGame) -> dict[str, Fraction]:
    """Each order and way to vote: the pivot is the first after whom the rest can no longer change the outcome."""
    table = {tuple(votes[name] for name in game.players): passes(game, votes) for votes in divisions(game)}
    found = dict.fromkeys(game.players, Fraction(0))
    n = len(game.players)
    for order in permutations(range(n)):
        for votes in table:
            for place in range(n):
                known = {player: votes[player] for player in order[: place + 1]}
                if len({won for way, won in table.items() if all(way[p] == v for p, v in known.items())}) == 1:
                    found[game.players[order[place]]] += 1
                    break
    return {name: count / (factorial(n) * 3**n) for name, count in found.items()}
