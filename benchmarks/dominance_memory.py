"""Peak memory of 10^6 draws of 10 courses and 200 effects for four parties, in a process of its own.

Run: python benchmarks/dominance_memory.py [draws [parties]]
"""

import resource
import subprocess
import sys
import time
from pathlib import Path


def measure(draws: int, parties: int) -> None:
    from hiwar.methods.dominance import acceptability
    from test_dominance import many_effects

    prospects = many_effects(3)
    start = time.perf_counter()
    for party in range(parties):
        acceptability(prospects, draws=draws, seed=party)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = time.perf_counter() - start
    print(f"{draws} draws, 10 courses, 200 effects, {parties} parties: {peak:.0f} MiB, {seconds:.0f} s")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(int(sys.argv[2]), int(sys.argv[3]))
    else:
        here = Path(__file__)
        draws, parties = [*sys.argv[1:], *(str(10**6), "4")[len(sys.argv) - 1 :]][:2]
        subprocess.run([sys.executable, here, "--measure", draws, parties], check=True, cwd=here.parent)  # noqa: S603 (our own file)
