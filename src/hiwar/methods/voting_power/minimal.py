"""Winning coalitions that nobody may leave: how many there are, who is in them, and which they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from hiwar.methods.voting_power.counts import Counts, field_bits, unpacked
from hiwar.methods.voting_power.diagram import TooLargeError
from hiwar.methods.voting_power.forms import ModelError, VotingGame
from hiwar.methods.voting_power.minimal_diagram import MinimalDiagram
from hiwar.methods.voting_power.rows import joined, without
from hiwar.methods.voting_power.scaling import Scaled, scale

MOST_LISTED = 1_000
"""Minimal winning coalitions that are listed unless more are asked for; their number is given all the same."""
_MOST_WORK = 200_000_000
"""Quota times the square of players: about five seconds and some hundred megabytes."""


@dataclass(frozen=True, eq=False)
class MinimalWinning:
    """Winning coalitions in which everybody is needed."""

    players: tuple[str, ...]
    by_size: tuple[int, ...]
    """(size,): how many there are."""
    holding: tuple[tuple[int, ...], ...]
    """(player, size): how many hold the player."""
    coalitions: tuple[tuple[str, ...], ...] | None
    """The smallest first, names in the order of the players; None where they are too many to list."""

    @property
    def n_coalitions(self) -> int:
        """How many there are."""
        return sum(self.by_size)

    @property
    def public_good(self) -> tuple[Fraction, ...]:
        """(player,): minimal winning coalitions with the player, as a share of the sum over players (Holler)."""
        held = [sum(own) for own in self.holding]
        return tuple(Fraction(own, sum(held)) for own in held)

    @property
    def deegan_packel(self) -> tuple[Fraction, ...]:
        """(player,): all minimal winning coalitions are equally likely, and share power equally among their members."""
        return tuple(
            sum((Fraction(count, size * self.n_coalitions) for size, count in enumerate(own) if size), Fraction(0))
            for own in self.holding
        )


def minimal_winning(game: VotingGame, *, most_listed: int = MOST_LISTED) -> MinimalWinning:
    """Count the minimal winning coalitions, with each player and by size, and list them where they are few.

    With one quota they are counted without being listed, by generating functions; with several, by a decision diagram.

    Raises
    ------
    ModelError
        The body is not well formed, or out of reach.

    References
    ----------
    Holler (1982), *Political Studies* 30 (the public good index). Deegan & Packel (1978), *International Journal of
    Game Theory* 7.

    Examples
    --------
    >>> from hiwar.methods.voting_power import minimal_winning, weighted_game
    >>> minimal_winning(weighted_game({"A": 50, "B": 49, "C": 1}, 51)).coalitions
    (('A', 'B'), ('A', 'C'))
    """
    scaled = scale(game)
    if scaled.single is not None and scaled.single[1] * scaled.n_players**2 <= _MOST_WORK:
        counts, listed = _of_one_quota(scaled), _listed_of_one_quota(scaled)
    else:
        try:
            diagram = MinimalDiagram.of(scaled)
        except TooLargeError:
            raise ModelError(
                f"minimal winning coalitions of {scaled.n_players} players cannot be counted: there are too many cases"
            ) from None
        counts, listed = diagram.counts(), diagram.coalitions()
    if sum(counts.winning) > most_listed:
        return MinimalWinning(game.players, counts.winning, counts.swings, None)
    coalitions = sorted(map(sorted, listed), key=lambda members: (len(members), members))
    named = tuple(tuple(game.players[player] for player in members) for members in coalitions)
    return MinimalWinning(game.players, counts.winning, counts.swings, named)


@dataclass(frozen=True)
class _Single:
    """One quota, once those with a veto are in."""

    order: tuple[int, ...]
    """Those who have no veto, the weightiest first."""
    weights: tuple[int, ...]
    """In that order."""
    quota: int
    """What is still needed; nothing if not above 0."""


def _single(game: Scaled) -> _Single:
    measure, quota = game.single or (0, 0)
    row = game.weights[measure]
    order = sorted(set(range(game.n_players)) - game.vetoes, key=lambda player: (-row[player], player))
    needed = quota - sum(row[player] for player in game.vetoes)
    return _Single(tuple(order), tuple(row[player] for player in order), needed)


def _of_one_quota(game: Scaled) -> Counts:
    """Each minimal winning coalition is counted at its last member in descending order, the one with least weight.

    The others come before it, and weigh less than is needed by no more than its weight.
    """
    single = _single(game)
    bits, n_sizes = field_bits(1 << game.n_players), game.n_players + 1
    shift = bits * len(game.vetoes)
    every, held = _packed(single, bits) if single.quota > 0 else (1, dict.fromkeys(single.weights, 0))
    by_size = unpacked(every << shift, bits, n_sizes)
    by_weight = {weight: unpacked(own << shift, bits, n_sizes) for weight, own in held.items()}
    holding = dict(zip(single.order, (by_weight[weight] for weight in single.weights), strict=True))
    return Counts(game.n_players, by_size, tuple(holding.get(player, by_size) for player in range(game.n_players)))


def _packed(single: _Single, bits: int) -> tuple[int, dict[int, int]]:
    """By size, in one integer: all of them, and those with the first player of each weight."""
    every, held = 0, dict.fromkeys(single.weights, 0)
    top = single.quota - 1
    table = [1] + [0] * top
    for place, last in enumerate(single.weights):
        if last == 0:
            break
        sums = list(accumulate(table))
        found = (sums[top] - (sums[top - last] if last <= top else 0)) << bits
        every += found
        before = set(single.weights[:place])
        if last not in before:
            held[last] += found
        for weight in before:
            lighter = without(sums, [top - last - weight], [weight], bits)
            held[weight] += (without(sums, [top - weight], [weight], bits) - lighter) << (2 * bits)
        table = joined(table, table, [last], bits)
    return every, held


def _listed_of_one_quota(game: Scaled) -> Iterator[Sequence[int]]:
    """Each one is reached by adding members in descending order until the quota is met; no step leads nowhere."""
    single = _single(game)
    vetoes = sorted(game.vetoes)
    if single.quota <= 0:
        yield vetoes
        return
    ahead = [*accumulate(reversed(single.weights), initial=0)][::-1]
    stack: list[tuple[int, int, tuple[int, ...]]] = [(0, single.quota, ())]
    while stack:
        place, needed, members = stack.pop()
        if needed > ahead[place]:
            continue
        stack.append((place + 1, needed, members))
        more = (*members, single.order[place])
        if single.weights[place] >= needed:
            yield [*vetoes, *more]
        else:
            stack.append((place + 1, needed - single.weights[place], more))
