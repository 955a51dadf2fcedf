"""Consistent scenarios by prophesy-cib, which looks at every scenario: needs `prophesy-cib`, not this project.

    python benchmarks/cross_impact_peer.py

Prints scenarios, seconds of processor time and consistent scenarios, for the dense matrices of `test_cross_impact.py`.
"""

import time

import numpy as np
from prophesy_cib.model import CrossImpact, Descriptor, DescriptorType, Model, Variant  # type: ignore[import-not-found]
from prophesy_cib.scenario_gen import enumerate_all_scenarios  # type: ignore[import-not-found]
from prophesy_cib.succession import compute_scenario_consistency  # type: ignore[import-not-found]

from cross_impact_models import random_judgements


def run(n_descriptors: int, n_states: int) -> None:
    table = random_judgements(n_descriptors, n_states, seed=1)
    variants = tuple(Variant(state + 1, f"s{state}") for state in range(n_states))
    descriptors = [
        Descriptor(place + 1, f"D{place}", DescriptorType.NOMINAL, variants) for place in range(n_descriptors)
    ]
    impacts = [
        CrossImpact(
            *(int(one) + 1 for cell in zip(*divmod(np.array(where), n_states), strict=True) for one in cell), value
        )
        for where, value in np.ndenumerate(table)
        if value
    ]
    model = Model(descriptors, impacts)
    begin = time.process_time()
    scenarios = enumerate_all_scenarios(model, threshold=None)
    found = sum(compute_scenario_consistency(one, model) >= 0 for one in scenarios)
    print(f"{len(scenarios):>12,} scenarios {time.process_time() - begin:8.2f} s {found:>6} consistent")


if __name__ == "__main__":
    for n_descriptors in (6, 8, 10):
        run(n_descriptors, 3)
