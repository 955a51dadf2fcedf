"""Power where members may abstain or stay away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from hiwar.methods.voting_power.counts import unpacked
from hiwar.methods.voting_power.diagram import MOST_NODES, Choice, TooLargeError, build, count_won, differences
from hiwar.methods.voting_power.forms import (
    Base,
    Majority,
    ModelError,
    Quota,
    TernaryGame,
    ThirdOption,
    VotingGame,
    exact,
)
from hiwar.methods.voting_power.needs import Needs, Vector, needs_of
from hiwar.methods.voting_power.power import orders_by_size
from hiwar.methods.voting_power.scaling import check_names, scale, whole_quota, whole_weights

if TYPE_CHECKING:
    import pandas as pd

N_OPTIONS = 3
"""For, against, and the third option; equally likely."""


@dataclass(frozen=True, eq=False)
class TernaryPower:
    """How much each player can do; all numbers are exact, and stand in the order of the players."""

    game: TernaryGame
    n_passing: int
    """Of 3**n ways to vote."""
    swings: tuple[int, ...]
    """(player,): ways of the others to vote, of 3**(n - 1), in which what the player does decides."""
    shapley_shubik: tuple[Fraction, ...]
    """(player,): how often the player's vote settles the outcome, over all orders and ways to vote; adds up to 1."""

    @property
    def players(self) -> tuple[str, ...]:
        """Names."""
        return self.game.players

    @property
    def banzhaf_absolute(self) -> tuple[Fraction, ...]:
        """(player,): how likely the player decides if the others do each of the three things equally likely."""
        return tuple(Fraction(swings, N_OPTIONS ** (len(self.players) - 1)) for swings in self.swings)

    @property
    def banzhaf(self) -> tuple[Fraction, ...]:
        """(player,): swings as a share of all swings; adds up to 1."""
        return tuple(Fraction(swings, sum(self.swings)) for swings in self.swings)

    @property
    def power_to_act(self) -> Fraction:
        """How likely anything passes if all do each of the three things equally likely."""
        return Fraction(self.n_passing, N_OPTIONS ** len(self.players))

    @property
    def dummies(self) -> tuple[str, ...]:
        """Players who never make a difference, whatever their weight."""
        return tuple(name for name, swings in zip(self.players, self.swings, strict=True) if not swings)

    def to_frame(self) -> "pd.DataFrame":
        """One row per player, one column per index, as floats."""
        import pandas as pd

        columns = {
            "banzhaf": self.banzhaf,
            "banzhaf_absolute": self.banzhaf_absolute,
            "shapley_shubik": self.shapley_shubik,
        }
        index = pd.Index(self.players, name="player")
        return pd.DataFrame({name: list(map(float, column)) for name, column in columns.items()}, index=index)


def check_game(game: VotingGame | TernaryGame) -> None:
    """Look whether a body is well formed, without counting anything.

    Raises
    ------
    ModelError
        A name or number is wrong, or what passes does not depend on anybody.
    """
    if isinstance(game, TernaryGame):
        _Body.of(game)
    else:
        scale(game)


def analyse_ternary_power(game: TernaryGame) -> TernaryPower:
    """Find how much each player can do where members may abstain or stay away, exactly.

    A player decides if some things it can do let the proposal pass and others do not, with the others' votes fixed.
    With a quorum it may be a vote *against* that lets it pass: staying away would have left the quorum unmet. The
    Shapley-Shubik index is that of a roll call in random order with random votes: the pivot is whoever's vote settles
    the outcome, whatever those after it do.

    Raises
    ------
    ModelError
        The body is not well formed, or out of reach; the message says what was found.

    References
    ----------
    Felsenthal & Machover (1997), *International Journal of Game Theory* 26, and (1998), *The Measurement of Voting
    Power*, chapter 8. Rules with a quorum: Laruelle & Valenciano (2012), *Social Choice and Welfare* 38.

    Examples
    --------
    >>> from hiwar.methods.voting_power import Majority, TernaryGame, analyse_ternary_power
    >>> seats = {"A": 2, "B": 1, "C": 1}
    >>> analyse_ternary_power(TernaryGame(tuple(seats), (Majority(seats),))).banzhaf_absolute[0]
    Fraction(5, 9)
    """
    body = _Body.of(game)
    n = len(game.players)
    try:
        diagram = build(body.needs, [_vote(vectors) for vectors in body.choices], MOST_NODES)
        n_passing = unpacked(count_won(diagram), diagram.bits, 1)[0]
        swings = [unpacked(one, diagram.bits, 1)[0] for one in differences(diagram)]
        settled = [_settling(body, passes=passes) for passes in (True, False)]
    except TooLargeError:
        raise ModelError(
            f"too large to count exactly: {n} players with three options each; use fewer digits, or join players who "
            "always vote together"
        ) from None
    place = {player: number for number, player in enumerate(body.order)}
    return TernaryPower(
        game,
        n_passing,
        tuple(swings[place[player]] for player in range(n)),
        tuple(sum((part[place[player]] for part in settled), Fraction(0)) for player in range(n)),
    )


def _vote(vectors: Sequence[Vector]) -> tuple[Choice, ...]:
    """What a player can do, and beside it the worst it could do to each quota by itself."""
    favour, *others = vectors
    rest = (Choice(vector, 0, 0) for vector in others)
    return (Choice(favour, 0, 1), *rest, Choice(_worst(vectors), 0, -1, is_counted=False))


def _settling(body: "_Body", *, passes: bool) -> list[Fraction]:
    """(player in order): how often it settles that the proposal passes, or that it fails."""
    diagram = build(body.needs, [_roll_call(vectors, passes=passes) for vectors in body.choices], MOST_NODES)
    n = len(body.order)
    parts = [part / N_OPTIONS ** (size + 1) for size, part in enumerate(orders_by_size(n))]
    return [
        sum((count * part for count, part in zip(unpacked(packed, diagram.bits, n), parts, strict=True)), Fraction(0))
        for packed in differences(diagram)
    ]


def _roll_call(vectors: Sequence[Vector], *, passes: bool) -> tuple[Choice, ...]:
    """Those before the player have voted; those after it may still do their worst (their best) without changing it."""
    sign = 1 if passes else -1
    rest = _worst(vectors) if passes else vectors[0]
    return (*(Choice(vector, 1, sign) for vector in vectors), Choice(rest, 0, -sign * len(vectors)))


def _worst(vectors: Sequence[Vector]) -> Vector:
    """Least in every measure: a set of quotas is met with whatever the player does if it is met with this."""
    return tuple(map(min, *vectors))


@dataclass(frozen=True)
class _Body:
    """The game in whole numbers, players in the order in which they are read."""

    order: tuple[int, ...]
    choices: tuple[tuple[Vector, ...], ...]
    """(player, option): for, against, third; what it adds to each measure."""
    needs: Needs

    @classmethod
    def of(cls, game: TernaryGame) -> "_Body":
        check_names(game.players, game.vetoes)
        measures = list(_measures(game))
        if not game.rules:
            raise ModelError("nothing says what is needed: give at least one rule")
        vectors = [
            tuple(zip(*(added[player] for added, _ in measures), strict=True)) for player in range(len(game.players))
        ]
        weight = [sum(Fraction(high, 1 + abs(quota)) for high, (_, quota) in zip(own[0], measures, strict=True))
                  for own in vectors]  # fmt: skip
        order = tuple(
            sorted(range(len(vectors)), key=lambda one: (game.players[one] not in game.vetoes, -weight[one], one))
        )
        choices = tuple(vectors[player] for player in order)
        quotas = [quota for _, quota in measures]
        _check(vectors, quotas)
        return cls(order, choices, needs_of(quotas, [frozenset(range(len(quotas)))], choices))


_Measure = tuple[tuple[tuple[int, int, int], ...], int]
"""(player, option): what is added; and the sum that is enough."""


def _measures(game: TernaryGame) -> Iterator[_Measure]:
    is_present = game.third_option is ThirdOption.ABSTAIN
    for rule in game.rules:
        if isinstance(rule, Quota):
            row, needed = whole_quota(rule, game.players)
            yield tuple((weight, 0, 0) for weight in row), needed
        else:
            yield _majority(rule, game.players, is_present=is_present)
    for quota in game.quorum:
        row, needed = whole_quota(quota, game.players)
        yield tuple((weight, weight, weight * is_present) for weight in row), needed
    if game.vetoes:
        yield tuple((0, -1, 0) if player in game.vetoes else (0, 0, 0) for player in game.players), 0


def _majority(rule: Majority, players: Sequence[str], *, is_present: bool) -> _Measure:
    """Those for, less a part of everybody who counts, must be more than nothing."""
    part = exact(rule.part, f"part of {rule.name}")
    if not 0 <= part <= 1:
        raise ModelError(f"{rule.name}: a part lies between 0 and 1; found {part}")
    if part == 0 and not rule.is_strict:
        raise ModelError(
            f"{rule.name}: a part of 0 asks for nothing, so that something passes without any vote in favour"
        )
    row, _ = whole_weights(rule.weights, players, rule.name)
    gain, loss = part.denominator - part.numerator, -part.numerator
    third = loss if is_present and rule.base is Base.PRESENT else 0
    return tuple((weight * gain, weight * loss, weight * third) for weight in row), int(rule.is_strict)


def _check(vectors: Sequence[Sequence[Vector]], quotas: Sequence[int]) -> None:
    """Refuse bodies in which nothing passes, or something without a vote in favour."""

    def passes(options: Sequence[Vector]) -> bool:
        return all(total >= quota for total, quota in zip(map(sum, zip(*options, strict=True)), quotas, strict=True))

    if not passes([own[0] for own in vectors]):
        raise ModelError("nothing can pass: not even with all votes in favour are all rules met")
    if passes([own[1] for own in vectors]) or passes([own[2] for own in vectors]):
        raise ModelError(
            "something passes without any vote in favour: ask for more than a part, or for a quota above 0"
        )
