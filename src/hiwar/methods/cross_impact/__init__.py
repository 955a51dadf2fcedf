"""Cross-impact balances: which futures hang together, given what each turn of events does to the others."""

from hiwar.methods.cross_impact.forms import CrossImpactMatrix, Descriptor, Scenario, matrix_of

__all__ = [
    "CrossImpactMatrix",
    "Descriptor",
    "Scenario",
    "matrix_of",
]
