"""All that is said of a contested issue, in one call."""

from dataclasses import dataclass

import numpy as np

from hiwar.methods.positions.forms import ContestedIssue, at_the_middle
from hiwar.methods.positions.rounds import Settlement, settle
from hiwar.methods.positions.uncertain import Noise, Outcomes, draw_outcomes, under_noise
from hiwar.methods.positions.variants import AS_TABULATED, AS_WRITTEN, Variant


@dataclass(frozen=True, eq=False)
class Overview:
    """Where an issue settles, how far ranges and noise carry the answer, and what another reading of the model says."""

    issue: ContestedIssue
    settlement: Settlement
    """With every number at the middle of its bounds."""
    outcomes: Outcomes | None
    """None where every number is known."""
    noise: Noise
    """Around the middle of the bounds."""
    other_readings: dict[str, float]
    """Name of a variant to its outcome at the middle: published readings that differ from the one asked for."""


def analyse_positions(
    issue: ContestedIssue,
    variant: Variant = AS_WRITTEN,
    *,
    rounds: int = 10,
    draws: int = 1_000,
    noise_draws: int = 200,
    rng: np.random.Generator,
) -> Overview:
    """Say where an issue settles by three measures, and how much each can be trusted.

    Raises
    ------
    ModelError
        The issue is not well formed, or the settings do not fit it.
    """
    known = at_the_middle(issue)
    outcomes = None if issue.is_known else draw_outcomes(issue, variant, draws=draws, rng=rng, rounds=rounds)
    readings = {"as written": AS_WRITTEN, "as tabulated": AS_TABULATED}
    return Overview(
        issue,
        settle(known, variant, rounds=rounds),
        outcomes,
        under_noise(known, variant, rng=rng, draws=noise_draws, rounds=rounds),
        {name: settle(known, other, rounds=rounds).outcome for name, other in readings.items() if other != variant},
    )
