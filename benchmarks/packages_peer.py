"""The Pareto set of two parties by NegMAS, which lists all packages: needs `negmas`, and nothing of this project.

    python benchmarks/packages_peer.py

Prints packages, seconds of processor time and undominated scores, for points drawn as in `test_packages.py`.
"""

import time

import numpy as np
from negmas.outcomes import make_issue, make_os  # type: ignore[import-not-found]
from negmas.preferences import LinearAdditiveUtilityFunction  # type: ignore[import-not-found]
from negmas.preferences.ops import pareto_frontier  # type: ignore[import-not-found]


def run(n_issues: int, n_options: int) -> None:
    table = np.random.default_rng(1).integers(0, 1001, (n_issues, n_options, 2))
    space = make_os([make_issue(list(range(n_options)), name=f"issue {issue}") for issue in range(n_issues)])
    parties = [
        LinearAdditiveUtilityFunction(
            values=[dict(enumerate(map(float, table[issue, :, party]))) for issue in range(n_issues)],
            weights=[1.0] * n_issues,
            outcome_space=space,
        )
        for party in range(2)
    ]
    begin = time.process_time()
    points, _ = pareto_frontier(parties, outcomes=list(space.enumerate_or_sample()))
    print(f"{n_options**n_issues:>12,} packages {time.process_time() - begin:8.2f} s {len(set(points)):>6} scores")


if __name__ == "__main__":
    for n_issues, n_options in ((4, 5), (6, 5), (8, 5), (6, 10)):
        run(n_issues, n_options)
