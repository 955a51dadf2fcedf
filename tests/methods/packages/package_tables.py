"""Negotiations from tables of points, for tests and benchmarks."""

import numpy as np
import numpy.typing as npt

from hiwar.methods.packages import Excludes, Issue, Negotiation, Party, Rule


def from_table(
    table: npt.NDArray[np.int64], reservation: float | None = None, rules: tuple[Rule, ...] = ()
) -> Negotiation:
    """A negotiation from points (issue, option, party)."""
    n_issues, n_options, n_parties = table.shape
    names = [f"option {option}" for option in range(n_options)]
    issues = tuple(Issue(f"issue {issue}", tuple(names)) for issue in range(n_issues))
    parties = tuple(
        Party(
            f"party {party}",
            {issues[i].name: dict(zip(names, table[i, :, party].tolist(), strict=True)) for i in range(n_issues)},
            reservation_value=reservation,
        )
        for party in range(n_parties)
    )
    return Negotiation(issues, parties, rules)


def random_table(
    n_issues: int,
    n_options: int,
    n_parties: int,
    *,
    high: int,
    seed: int,
    reservation: float | None = None,
    n_rules: int = 0,
) -> Negotiation:
    """Points drawn evenly from 0 to ``high``; each rule excludes one pair of options of two issues."""
    rng = np.random.default_rng(seed)
    table = rng.integers(0, high + 1, (n_issues, n_options, n_parties))
    rules = []
    for _ in range(n_rules):
        one, two = rng.choice(n_issues, 2, replace=False)
        first, second = rng.integers(n_options, size=2)
        rules.append(Excludes({f"issue {one}": (f"option {first}",), f"issue {two}": (f"option {second}",)}))
    return from_table(table, reservation, tuple(rules))


def opposed_table(n_issues: int, n_options: int, *, high: int, noise: int, seed: int) -> Negotiation:
    """Two parties whose points add up to nearly the same in every option."""
    rng = np.random.default_rng(seed)
    first = rng.integers(0, high + 1, (n_issues, n_options))
    second = np.clip(high - first + rng.integers(-noise, noise + 1, first.shape), 0, high)
    return from_table(np.stack([first, second], axis=-1))
