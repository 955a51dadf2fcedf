"""Voting power by another package: needs `powerindices` (1.0.2, which counts in 64 bits), beside this project.

    python benchmarks/voting_power_peer.py

Prints seconds of processor time of both for the Banzhaf and the Shapley-Shubik index, and how far these differ at most.
"""

import time
from collections.abc import Mapping
from pathlib import Path

import powerindices  # type: ignore[import-not-found]

from hiwar.formats import read_voting_power
from hiwar.methods.voting_power import Quota, VotingGame, analyse_power
from test_voting_power import CASES, drawn


def run(name: str, weights: Mapping[str, int], quota: int, members: int = 1) -> None:
    """Both on one body: a quota of weight, and perhaps of members."""
    game = VotingGame(tuple(weights), ((Quota(weights, quota), Quota(dict.fromkeys(weights, 1), members)),))
    begin = time.process_time()
    power = analyse_power(game)
    ours = time.process_time() - begin
    begin = time.process_time()
    values = list(weights.values())
    banzhaf = powerindices.compute_pbi(quota, values, minimalWinningCoalitionSize=members)
    shapley = powerindices.compute_ssi(quota, values, minimalWinningCoalitionSize=members)
    theirs = time.process_time() - begin
    wrong = [
        max(abs(float(one) - float(other)) for one, other in zip(found, given, strict=True))
        for found, given in ((power.banzhaf_absolute, banzhaf), (power.shapley_shubik, shapley))
    ]
    print(f"{name:<28} ours {ours:8.3f} s  theirs {theirs:8.3f} s  differ {wrong[0]:.2g} and {wrong[1]:.2g}")


if __name__ == "__main__":
    for n_players in (20, 40, 60, 70, 80):
        weights = drawn(n_players, 20 * n_players)
        run(f"{n_players} players", weights, sum(weights.values()) // 2 + 1)
    file = read_voting_power(Path(CASES) / "european_union_lisbon.yaml")
    people = {name: int(count) // 100_000 for name, count in file.measures["population"].items()}
    run("28 states, two quotas", people, round(0.65 * sum(people.values())), members=16)
