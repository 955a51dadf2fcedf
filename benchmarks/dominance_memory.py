"""Peak memory of 10^6 draws of 10 courses and 200 effects for four parties, and of plain numpy on fewer draws.

Run: python benchmarks/dominance_memory.py [draws [parties [draws of the plain version]]]
"""

import resource
import subprocess
import sys
import time
from pathlib import Path

DEFAULTS = ("1000000", "4", "50000")


def measure(kind: str, draws: int, parties: int) -> None:
    from hiwar.methods.dominance import acceptability
    from test_dominance import many_effects, plain_acceptability

    prospects = many_effects(3)
    start = time.perf_counter()
    for party in range(parties):
        if kind == "plain":
            plain_acceptability(prospects, draws, party)
        else:
            acceptability(prospects, draws=draws, seed=party)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = time.perf_counter() - start
    print(f"{kind}: {draws} draws, 10 courses, 200 effects, parties: {parties}; {peak:.0f} MiB, {seconds:.0f} s")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        here = Path(__file__)
        draws, parties, plain_draws = (*sys.argv[1:], *DEFAULTS[len(sys.argv) - 1 :])
        for kind in (("plain", plain_draws, "1"), ("hiwar", draws, parties)):
            subprocess.run([sys.executable, here, "--measure", *kind], check=True, cwd=here.parent)  # noqa: S603 (our own file)
