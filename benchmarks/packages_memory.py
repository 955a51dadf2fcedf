"""Peak memory of Pareto sets, each in a process of its own.

Run: python benchmarks/packages_memory.py
"""

import resource
import subprocess
import sys
import time
from pathlib import Path

SIZES = ((60, 5, 2, 1000), (200, 5, 2, 1000), (40, 5, 3, 20), (60, 5, 3, 100), (20, 5, 4, 100))
"""Issues, options, parties, highest points of an option."""


def measure(n_issues: int, n_options: int, n_parties: int, high: int) -> None:
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "methods" / "packages"))
    from package_tables import random_table  # type: ignore[import-not-found]

    from hiwar.methods.packages import pareto_frontier

    begin = time.perf_counter()
    found = pareto_frontier(random_table(n_issues, n_options, n_parties, high=high, seed=1))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{n_issues} issues x {n_options} options, {n_parties} parties, points to {high}: {len(found.points):,} scores "
        f"({found.method}), {peak:.0f} MiB, {time.perf_counter() - begin:.1f} s"
    )


if __name__ == "__main__":
    if sys.argv[1:]:
        measure(*map(int, sys.argv[1:]))
    else:
        for size in SIZES:
            subprocess.run([sys.executable, __file__, *map(str, size)], check=True)  # noqa: S603 (our own file)
