"""Who can decide, and how often: indices of power of a body in which everybody votes for or against."""

from dataclasses import dataclass
from fractions import Fraction
from math import comb
from typing import TYPE_CHECKING

from hiwar.methods.voting_power.counts import Counts
from hiwar.methods.voting_power.diagram import TooLargeError
from hiwar.methods.voting_power.forms import ModelError, VotingGame
from hiwar.methods.voting_power.rows import count_by_rows, n_cells
from hiwar.methods.voting_power.scaling import Scaled, scale
from hiwar.methods.voting_power.simple import count_by_diagram

if TYPE_CHECKING:
    import pandas as pd

_QUICK = 2_000_000
"""Additions of counts that take about a second."""
_MOST_WORK = 60_000_000
_MOST_BYTES = 2_000_000_000
_MOST_ROUTES = 10
"""Alternatives are counted in all combinations."""


@dataclass(frozen=True, eq=False)
class VotingPower:
    """How much each player can do; all numbers are exact, and stand in the order of the players."""

    game: VotingGame
    n_winning: int
    """Of 2**n coalitions."""
    swings: tuple[int, ...]
    """(player,): coalitions of others that lose, and win with the player (raw Banzhaf)."""
    shapley_shubik: tuple[Fraction, ...]
    """(player,): how often the player turns losing into winning, over all orders of joining; adds up to 1."""

    @property
    def players(self) -> tuple[str, ...]:
        """Names."""
        return self.game.players

    @property
    def banzhaf_absolute(self) -> tuple[Fraction, ...]:
        """(player,): how likely the player decides if all others vote at random (Penrose)."""
        return tuple(Fraction(swings, 2 ** (len(self.players) - 1)) for swings in self.swings)

    @property
    def banzhaf(self) -> tuple[Fraction, ...]:
        """(player,): swings as a share of all swings; adds up to 1."""
        return tuple(Fraction(swings, sum(self.swings)) for swings in self.swings)

    @property
    def power_to_act(self) -> Fraction:
        """How likely the body passes anything if all vote at random (Coleman)."""
        return Fraction(self.n_winning, 2 ** len(self.players))

    @property
    def power_to_prevent(self) -> tuple[Fraction, ...]:
        """(player,): of the winning coalitions, the part that loses without the player (Coleman); 1 is a veto."""
        return tuple(Fraction(swings, self.n_winning) for swings in self.swings)

    @property
    def power_to_initiate(self) -> tuple[Fraction, ...]:
        """(player,): of the losing coalitions, the part that wins once the player joins (Coleman)."""
        n_losing = 2 ** len(self.players) - self.n_winning
        return tuple(Fraction(swings, n_losing) for swings in self.swings)

    @property
    def dummies(self) -> tuple[str, ...]:
        """Players who never make a difference, whatever their weight."""
        return tuple(name for name, swings in zip(self.players, self.swings, strict=True) if not swings)

    @property
    def blockers(self) -> tuple[str, ...]:
        """Players without whom nothing passes, by a veto or by their weight."""
        return tuple(name for name, part in zip(self.players, self.power_to_prevent, strict=True) if part == 1)

    def to_frame(self) -> "pd.DataFrame":
        """One row per player, one column per index, as floats."""
        import pandas as pd

        columns = {
            "banzhaf": self.banzhaf,
            "banzhaf_absolute": self.banzhaf_absolute,
            "shapley_shubik": self.shapley_shubik,
            "power_to_prevent": self.power_to_prevent,
            "power_to_initiate": self.power_to_initiate,
        }
        index = pd.Index(self.players, name="player")
        return pd.DataFrame({name: list(map(float, column)) for name, column in columns.items()}, index=index)


def analyse_power(game: VotingGame) -> VotingPower:
    """Find how much each player of a voting body can do, exactly.

    Coalitions are counted by generating functions, never listed. Few players may have any weights; many players need
    weights that do not add up to millions.

    Raises
    ------
    ModelError
        The body is not well formed, or out of reach; the message says what was found.

    References
    ----------
    Penrose (1946), *Journal of the Royal Statistical Society* 109. Banzhaf (1965), *Rutgers Law Review* 19. Shapley &
    Shubik (1954), *Am. Political Science Review* 48. Coleman (1971), in *Social Choice*, ed. Lieberman. Counting
    by generating functions: Mann & Shapley (1962), RAND RM-3158; Brams & Affuso (1976), *Theory and Decision* 7.

    Examples
    --------
    >>> from hiwar.methods.voting_power import analyse_power, weighted_game
    >>> power = analyse_power(weighted_game({"A": 50, "B": 49, "C": 1}, 51))
    >>> power.swings, power.shapley_shubik[0]
    ((3, 1, 1), Fraction(2, 3))
    """
    counts = count_coalitions(scale(game))
    by_size = orders_by_size(counts.n_players)
    return VotingPower(
        game,
        sum(counts.winning),
        tuple(map(sum, counts.swings)),
        tuple(
            sum((count * part for count, part in zip(own, by_size, strict=True)), Fraction(0)) for own in counts.swings
        ),
    )


def orders_by_size(n_players: int) -> tuple[Fraction, ...]:
    """(size,): how likely exactly a given set of that many others joins before a player."""
    return tuple(Fraction(1, n_players * comb(n_players - 1, size)) for size in range(n_players))


def count_coalitions(game: Scaled) -> Counts:
    """Winning coalitions and swings by size, by the way that is quicker.

    Raises
    ------
    ModelError
        Both ways are out of reach.
    """
    cells = n_cells(game) if len(game.routes) <= _MOST_ROUTES else _MOST_WORK + 1
    # Counts of many players are long, and take longer to add.
    work = cells * game.n_players * (1 + game.n_players**2 // 50_000)
    if work <= _QUICK:
        return count_by_rows(game)
    try:
        return count_by_diagram(game)
    except TooLargeError:
        pass
    if work <= _MOST_WORK and cells * game.n_players**2 <= 8 * _MOST_BYTES:
        return count_by_rows(game)
    totals = " and ".join(f"{total:,}" for total in game.total)
    raise ModelError(
        f"too large to count exactly: {game.n_players} players with weights that add up to {totals}; "
        "use fewer digits, or join players who always vote together"
    )
