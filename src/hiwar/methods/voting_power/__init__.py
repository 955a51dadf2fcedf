"""Power in bodies that vote: who can decide, block or never matters, exactly.

Write a `VotingGame` (everybody votes for or against) or a `TernaryGame` (members may abstain or stay away). Results are
whole numbers and fractions; coalitions are counted, never listed, but for minimal winning ones where they are few.
"""

from hiwar.methods.voting_power.forms import (
    Base,
    Majority,
    ModelError,
    Number,
    Quota,
    TernaryGame,
    ThirdOption,
    VotingGame,
    Weights,
    majority,
    share,
    weighted_game,
)
from hiwar.methods.voting_power.minimal import MOST_LISTED, MinimalWinning, minimal_winning
from hiwar.methods.voting_power.power import VotingPower, analyse_power
from hiwar.methods.voting_power.ternary import TernaryPower, analyse_ternary_power, check_game

__all__ = [
    "MOST_LISTED",
    "Base",
    "Majority",
    "MinimalWinning",
    "ModelError",
    "Number",
    "Quota",
    "TernaryGame",
    "TernaryPower",
    "ThirdOption",
    "VotingGame",
    "VotingPower",
    "Weights",
    "analyse_power",
    "analyse_ternary_power",
    "check_game",
    "majority",
    "minimal_winning",
    "share",
    "weighted_game",
]
