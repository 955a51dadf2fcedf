"""Two decision makers who look some moves ahead, or as far as can be: limited-move and non-myopic stability."""

from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from hiwar.methods.graph_model.frames import verdict_frame
from hiwar.methods.graph_model.matrices import Lists, check_size, move_lists
from hiwar.methods.graph_model.spaces import BoolArray, GraphModel, ModelError, RankArray, Space

if TYPE_CHECKING:
    import pandas as pd

MOST_STATES = 4096
"""More states than this are refused: what is anticipated is kept as a relation between states."""
MOST_HORIZONS = 10_000
"""If what is anticipated has not begun to repeat itself by then, non-myopic stability is refused."""


@dataclass(frozen=True, eq=False)
class LimitedMoves:
    """What each of two decision makers would do, looking 1, 2, ... moves ahead. States as in ``space.states``."""

    space: Space
    stays: BoolArray
    """(horizon - 1, decision maker, state): it would stay, however ties are broken."""
    may_stay: BoolArray
    """(horizon - 1, decision maker, state): it would stay for some way of breaking ties."""

    def equilibria(self, horizon: int) -> BoolArray:
        """(state,): both would stay, looking so many moves ahead."""
        held: BoolArray = self.stays[horizon - 1].all(axis=0)
        return held

    def to_frame(self) -> "pd.DataFrame":
        """One row per horizon, decision maker and state."""
        horizons = range(1, len(self.stays) + 1)
        return verdict_frame(self.space, {"horizon": horizons}, {"stays": self.stays, "may_stay": self.may_stay})


@dataclass(frozen=True, eq=False)
class NonMyopic:
    """What each of two decision makers would do, looking ever further ahead. States as in ``space.states``."""

    space: Space
    stays: BoolArray
    """(decision maker, state): it stays at every horizon from some horizon on, however ties are broken."""
    leaves: BoolArray
    """(decision maker, state): it leaves at every horizon from some horizon on, however ties are broken.

    Where neither holds there is no limit: the verdict changes with the horizon without end, or hangs on ties.
    """
    settled_from: int
    """From this horizon on what is anticipated repeats itself."""
    period: int
    """After so many horizons; 1 where it stays the same."""

    @property
    def equilibria(self) -> BoolArray:
        """(state,): both would stay."""
        held: BoolArray = np.logical_and.reduce(self.stays)
        return held

    def to_frame(self) -> "pd.DataFrame":
        """One row per decision maker and state."""
        return verdict_frame(self.space, {}, {"stays": self.stays, "leaves": self.leaves})


def analyse_limited_moves(model: GraphModel, most_moves: int) -> LimitedMoves:
    r"""Find the states two decision makers would stay in, looking up to some number of moves ahead.

    Parameters
    ----------
    model : GraphModel
        Two decision makers; at most 4,096 feasible states.
    most_moves : int
        The longest horizon, 1 or more; all shorter ones are given too.

    Notes
    -----
    The two move in turn; whoever stays ends the game. With :math:`G_h(i, s)` the state that :math:`i`, whose turn it
    is at :math:`s`, foresees at the end of a game of at most :math:`h` moves, and :math:`j` the other,
    :math:`G_0(i, s) = s`. :math:`i` goes to the :math:`q \in R_i(s)` whose :math:`G_{h-1}(j, q)` it likes best if it
    likes that better than :math:`s`; otherwise, a tie included, it stays. :math:`s` is :math:`L_h` stable for
    :math:`i` if it stays. :math:`L_1` is Nash stability.

    The published rule takes preferences to be strict. With ties two moves can promise the mover the same and the
    other different things, so that what is foreseen is not one state. Here :math:`G_h(i, s)` is then the set of all
    states that some way of breaking such ties leads to, each at each turn by itself, and a verdict holds for all
    of them (``stays``) or for some (``may_stay``); without ties both are the published one.

    Raises
    ------
    ModelError
        Not two decision makers, too many states, or a horizon below 1.

    References
    ----------
    Zagare (1984), "Limited-move equilibria in 2 x 2 games", Theory and Decision 16, 1-19. Kilgour (1985), "Anticipation
    and stability in two-person non-cooperative games", in *Dynamic Models of International Conflict*. Fang, Hipel &
    Kilgour (1993), *Interactive Decision Making*, ch. 3, Wiley.
    """
    if most_moves < 1:
        raise ModelError(f"a horizon of {most_moves} moves looks at nothing; 1 is the least")
    rank, lists = _two_sided(model)
    ends = _at_once(rank.shape[1])
    verdicts = []
    for _ in range(most_moves):
        ends, stays, may_stay = _one_more_move(ends, rank, lists)
        verdicts.append((stays, may_stay))
    return LimitedMoves(model.space, *(np.array(which) for which in zip(*verdicts, strict=True)))


def analyse_non_myopic(model: GraphModel) -> NonMyopic:
    """Find the states two decision makers would stay in, however far they look ahead.

    Parameters
    ----------
    model : GraphModel
        Two decision makers; at most 4,096 feasible states.

    Notes
    -----
    A state is non-myopically stable for a decision maker if it is limited-move stable at every horizon from some
    horizon on. What is foreseen at one horizon follows from the horizon before, so that it repeats itself in the end;
    the verdicts over one period are those over all longer horizons, and nothing is cut off. Where they change within
    the period there is no limit, and the state is neither stable nor left.

    Brams & Wittman let a game end when it comes back to where it began, which is another rule; both find the same in
    the Prisoner's Dilemma and in Chicken.

    Raises
    ------
    ModelError
        Not two decision makers, too many states, or no repetition within 10,000 horizons.

    References
    ----------
    Brams & Wittman (1981), "Nonmyopic equilibria in 2 x 2 games", Conflict Management and Peace Science 6, 39-62.
    Kilgour (1984), "Equilibria for far-sighted players", Theory and Decision 16, 135-157. Fang, Hipel & Kilgour (1993),
    ch. 3.
    """
    rank, lists = _two_sided(model)
    ends = _at_once(rank.shape[1])
    known = {_digest(ends): 0}
    verdicts: list[tuple[BoolArray, BoolArray]] = []
    for horizon in count(1):
        ends, stays, may_stay = _one_more_move(ends, rank, lists)
        verdicts.append((stays, may_stay))
        first = known.setdefault(_digest(ends), horizon)
        if first < horizon:
            break
        if horizon == MOST_HORIZONS:
            raise ModelError(f"what is foreseen does not repeat itself within {MOST_HORIZONS:,} horizons")
    must: BoolArray = np.logical_and.reduce([stays for stays, _ in verdicts[first:]])
    may: BoolArray = np.logical_or.reduce([may_stay for _, may_stay in verdicts[first:]])
    return NonMyopic(model.space, must, ~may, max(first, 1), horizon - first)


def _two_sided(model: GraphModel) -> tuple[RankArray, tuple[Lists, ...]]:
    if (count_makers := len(model.space.names)) != 2:
        raise ModelError(f"looking some moves ahead is defined for 2 decision makers; this conflict has {count_makers}")
    check_size(model.space, MOST_STATES)
    return model.rank[:, model.space.states], move_lists(model.space)


def _digest(ends: BoolArray) -> bytes:
    return sha256(np.packbits(ends).tobytes()).digest()


def _at_once(n_states: int) -> BoolArray:
    """(decision maker, state, end): with no move left, every state ends where it is."""
    return np.stack([np.eye(n_states, dtype=np.bool_)] * 2)


def _one_more_move(
    ends: BoolArray, rank: RankArray, lists: tuple[Lists, ...]
) -> tuple[BoolArray, BoolArray, BoolArray]:
    """What is foreseen with one move more, and who stays; ``ends`` is (who moves, state, end)."""
    found = np.zeros_like(ends)
    must, may = np.ones((2, *rank.shape), dtype=np.bool_)
    for maker in range(2):
        # The least each state can mean to this decision maker once the other has its turn there.
        least = np.where(ends[1 - maker], rank[maker], np.iinfo(np.int32).max).min(axis=1)
        for state, targets in enumerate(lists[maker]):
            own = rank[maker, state]
            floor = least[targets].max(initial=0)  # some move promises at least this
            may[maker, state] = floor <= own
            chosen = ends[1 - maker, targets].any(axis=0) & (rank[maker] > own) & (rank[maker] >= floor)
            must[maker, state] = not chosen.any()
            found[maker, state] = chosen
            found[maker, state, state] |= may[maker, state]
    return found, must, may
