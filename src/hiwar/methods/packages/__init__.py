"""Agreements on several issues: what is possible, what nobody can better without loss to another, what is fair.

Write a `Negotiation`; every function takes it as it is. Results are exact: points are scaled to integers, and each
result says whether it is proved.
"""

from hiwar.methods.packages.forms import (
    UNSETTLED,
    AtLeast,
    AtMost,
    Excludes,
    Interaction,
    Issue,
    ModelError,
    Negotiation,
    Number,
    Package,
    Party,
    Pattern,
    Requires,
    Rule,
)

__all__ = [
    "UNSETTLED",
    "AtLeast",
    "AtMost",
    "Excludes",
    "Interaction",
    "Issue",
    "ModelError",
    "Negotiation",
    "Number",
    "Package",
    "Party",
    "Pattern",
    "Requires",
    "Rule",
]
