"""Processor time and peak memory of Nash, metarational and sequential stability, from 2^8 to 2^22 cells.

Run: python benchmarks/graph_model_memory.py [most options [decision makers [share of feasible cells]]]
Each size runs in a process of its own. "Before" is the peak with the model in memory, compiled code included; "more" is
what the analysis adds.
"""

import resource
import subprocess
import sys
import time
from pathlib import Path

DEFAULTS = ("22", "4", "1")


def measure(n_options: int, n_makers: int, feasible_share: float) -> None:
    from hiwar.methods.graph_model import analyse_stability
    from test_graph_model import IN_ORDER, random_model

    analyse_stability(random_model(6, n_makers, n_one_way=1), IN_ORDER)
    analyse_stability(random_model(6, n_makers), IN_ORDER)
    model = random_model(n_options, n_makers, feasible_share=feasible_share)
    before = peak()
    start = time.process_time()
    analyse_stability(model, IN_ORDER)
    seconds = time.process_time() - start
    print(
        f"2^{n_options} cells, feasible: {feasible_share:g}, decision makers: {n_makers}; "
        f"{seconds:.3f} s of processor time; {before:.0f} MiB before, {peak() - before:.0f} MiB more"
    )


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
    else:
        here = Path(__file__)
        most, n_makers, share = (*sys.argv[1:], *DEFAULTS[len(sys.argv) - 1 :])
        for n_options in sorted({*range(8, int(most), 4), int(most)}):
            subprocess.run(  # noqa: S603 (our own file)
                [sys.executable, here, "--measure", str(n_options), n_makers, share], check=True, cwd=here.parent
            )
