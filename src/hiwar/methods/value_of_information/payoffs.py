"""Choices whose outcome depends on events: what it is worth to know an event before choosing."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from hiwar.methods.arrays import RELATIVE_TOLERANCE, FloatArray, IntArray, floats, read_only
from hiwar.methods.value_of_information.results import ValueOfInformation, checked_groups


@dataclass(frozen=True, eq=False, kw_only=True)
class PayoffTable:
    """What each alternative is worth in each scenario, and how likely the scenarios are; arrays are read-only.

    The probabilities are the same under every alternative. An event that the choice itself makes more or less likely
    cannot be known before choosing.
    """

    alternatives: tuple[str, ...]
    events: tuple[str, ...]
    values: FloatArray
    """(alternative, scenario); minus infinity where the alternative cannot be taken."""
    chances: FloatArray
    """(scenario,)"""
    option_of: IntArray
    """(scenario, event): which option of each event holds there. Combinations that cannot happen may be left out."""

    def __post_init__(self) -> None:
        n, n_events = np.size(self.chances), len(self.events)
        object.__setattr__(self, "values", floats(self.values, (len(self.alternatives), n), "values"))
        object.__setattr__(self, "chances", checked_chances(self.chances))
        option_of = np.asarray(self.option_of, dtype=np.int64)
        if option_of.shape != (n, n_events):
            raise ValueError(f"option_of has shape {option_of.shape}; {(n, n_events)} is needed")
        if len(np.unique(_codes(option_of, range(n_events)))) < n:
            raise ValueError("two scenarios hold the same options; each combination of options is one scenario")
        object.__setattr__(self, "option_of", read_only(option_of))
        for name in ("alternatives", "events"):
            if len(set(getattr(self, name))) < len(getattr(self, name)):
                raise ValueError(f"{name} holds a name twice")
        if not self.alternatives or (self.values == np.inf).any():
            raise ValueError("a table needs an alternative, and no value may be plus infinity")
        if not np.isfinite(self.values[:, self.chances > 0]).all(axis=1).any():
            raise ValueError("no alternative can be taken in every scenario; add one, if only to do nothing")


def checked_chances(chances: object) -> FloatArray:
    """Read-only probabilities, or an error."""
    found = floats(chances, (np.size(np.asarray(chances)),), "chances")
    if not found.size or found.min() < 0 or abs(found.sum() - 1) > 1e-9:
        raise ValueError(f"probabilities must be at least 0 and add up to 1; found {found.tolist()[:8]}")
    return found


def table_of_scenarios(alternatives: Sequence[str], values: FloatArray, chances: FloatArray) -> PayoffTable:
    """A table whose scenarios are the options of one event.

    Parameters
    ----------
    alternatives, values, chances
        As in ``PayoffTable``.
    """
    return PayoffTable(
        alternatives=tuple(alternatives), events=("scenario",), values=values, chances=chances,
        option_of=np.arange(np.size(chances))[:, None],
    )  # fmt: skip


def independent_events(distributions: Sequence[FloatArray]) -> tuple[IntArray, FloatArray]:
    """All combinations of the options of events that do not depend on each other.

    Parameters
    ----------
    distributions
        Per event (option,): probabilities.

    Returns
    -------
    option_of : (scenario, event)
    chances : (scenario,)
        The last event changes fastest.
    """
    checked = [checked_chances(distribution) for distribution in distributions]
    options = list(product(*(range(one.size) for one in checked)))
    option_of = np.array(options, dtype=np.int64).reshape(len(options), len(checked))
    chances = np.ones(len(options))
    for event, distribution in enumerate(checked):
        chances *= distribution[option_of[:, event]]
    return option_of, chances


def information_of_events(table: PayoffTable, groups: Sequence[Sequence[int]] | None = None) -> ValueOfInformation:
    """What it is worth to know events before choosing, exactly.

    Parameters
    ----------
    groups
        Places of the events that become known together; left out: each event alone.

    Notes
    -----
    EVPPI of events X: the mean over X of the best conditional expected value, less the best expected value (Raiffa &
    Schlaifer 1961, *Applied Statistical Decision Theory*, ch. 4). Values of two groups must not be added: what one
    tells may be of no use without the other, or may be told by the other already. Where an alternative cannot be taken
    in some scenario, knowing the event includes knowing whether it can be taken.
    """
    asked = checked_groups(groups, len(table.events), "event")
    weighted = _weighted(table)
    expected = weighted.sum(axis=1)
    chosen = int(expected.argmax())
    gains = weighted - weighted[chosen]
    scale = RELATIVE_TOLERANCE * float(np.abs(weighted[np.isfinite(weighted)]).max(initial=0.0))
    codes = [_codes(table.option_of, group) for group in (*asked, range(len(table.events)))]
    found = [float(_summed(gains, code).max(axis=0).sum()) for code in codes]
    value = np.array([one if one > scale else 0.0 for one in found])
    return ValueOfInformation(
        table.alternatives, read_only(expected), chosen, table.events, asked, read_only(value[:-1]),
        read_only(np.zeros(len(asked))), float(value[-1]), 0.0, draws=0, seed=0,
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class WhenKnown:
    """What to choose once some events are known; one row per outcome that can happen."""

    alternatives: tuple[str, ...]
    events: tuple[int, ...]
    options: IntArray
    """(outcome, event)"""
    chances: FloatArray
    """(outcome,)"""
    expected: FloatArray
    """(outcome, alternative): expected value given the outcome."""
    best: tuple[tuple[int, ...], ...]
    """Per outcome the best alternatives, all that are equally good."""


def when_known(table: PayoffTable, events: Sequence[int]) -> WhenKnown:
    """What would be chosen after learning the events: if this happens then ..., else ..."""
    (group,) = checked_groups([events], len(table.events), "event")
    code = _codes(table.option_of, group)
    mass = np.asarray(np.bincount(code, weights=table.chances), dtype=np.float64)
    happens = np.flatnonzero(mass > 0)
    first = np.array([np.flatnonzero(code == outcome)[0] for outcome in happens])
    expected = (_summed(_weighted(table), code)[:, happens] / mass[happens]).T
    slack = RELATIVE_TOLERANCE * np.abs(table.values[np.isfinite(table.values)]).max(initial=0.0)
    best = tuple(tuple(np.flatnonzero(row >= row.max() - slack).tolist()) for row in expected)
    options = np.asarray(table.option_of[first][:, list(group)], dtype=np.int64)
    return WhenKnown(table.alternatives, group, read_only(options), read_only(mass[happens]), read_only(expected), best)


def _weighted(table: PayoffTable) -> FloatArray:
    """(alternative, scenario): probability x value; what cannot happen counts nothing."""
    return np.where(table.chances > 0, table.values, 0.0) * table.chances


def _codes(option_of: IntArray, group: Sequence[int]) -> IntArray:
    """(scenario,): number of the combination of the options of these events."""
    codes = np.zeros(len(option_of), dtype=np.int64)
    for event in group:
        column = option_of[:, event] - option_of[:, event].min()
        codes = codes * (column.max() + 1) + column
        if codes.max() > len(codes):
            # Only combinations that occur are counted, so numbers stay small however many events there are.
            codes = np.unique(codes, return_inverse=True)[1].reshape(-1).astype(np.int64)
    return codes


def _summed(amounts: FloatArray, codes: IntArray) -> FloatArray:
    """(alternative, code)"""
    return np.array([np.bincount(codes, weights=row) for row in amounts])
