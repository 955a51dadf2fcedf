"""Words for bodies that vote, on the screen and for programs."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from hiwar.methods.voting_power import Base, Majority, Number, Quota, TernaryGame, ThirdOption, VotingGame

_THIRD = {ThirdOption.ABSTAIN: "abstain", ThirdOption.ABSENT: "stay away"}
_BASE = {Base.PRESENT: "of those present", Base.CAST: "of the votes cast"}


def rule_words(game: VotingGame | TernaryGame) -> list[str]:
    """What is needed, a line each."""
    if isinstance(game, VotingGame):
        routes = [" and ".join(map(quota_words, route)) for route in game.routes]
        lines = [f"passes with {routes[0]}", *(f"or with {route}" for route in routes[1:])]
    else:
        lines = [
            f"members may vote for, against, or {_THIRD[game.third_option]}",
            f"passes with {' and '.join(map(quota_words, game.rules))}",
            *(f"present must be {quota_words(quota)}" for quota in game.quorum),
        ]
    blocks = "against the vote" if isinstance(game, TernaryGame) else "without the vote"
    return [*lines, *([f"nothing passes {blocks} of {_listed(game.vetoes)}"] if game.vetoes else [])]


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def quota_words(rule: Quota | Majority) -> str:
    """How much is needed, of how much."""
    least = "more than" if rule.is_strict else "at least"
    if isinstance(rule, Majority):
        return f"{least} {plain(Fraction(str(rule.part)) * 100)}% {_BASE[rule.base]} by {rule.name}"
    weights = [Fraction(str(weight)) for weight in rule.weights.values()]
    needed = Fraction(str(rule.needed))
    if all(weight.denominator == 1 for weight in weights):  # then there is a least whole number that is enough
        least, needed = "at least", Fraction(floor(needed) + 1 if rule.is_strict else ceil(needed))
    return f"{least} {plain(needed)} of {plain(sum(weights, Fraction(0)))} {rule.name}"


def plain(number: Number) -> str:
    """A number with at most three decimals."""
    value = Fraction(str(number))
    return f"{value.numerator:,}" if value.denominator == 1 else f"{float(value):,.3f}".rstrip("0")


def counted(number: int) -> str:
    """In full, or by its first digits and a power of ten where nobody would read it."""
    if number < 10**15:
        return f"{number:,}"
    power = len(str(number)) - 1
    return f"about {number / 10**power:.2f} x 10^{power}"
