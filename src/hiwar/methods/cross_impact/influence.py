"""Which descriptors drive the others and which are driven: active and passive sums."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hiwar.methods.cross_impact.forms import CrossImpactMatrix, FloatArray

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Influence:
    """How strongly descriptors act on one another; arrays are in the order of the matrix."""

    names: tuple[str, ...]
    strength: FloatArray
    """(acts, acted on): sum of the judgements of a section without their signs; 0 for a descriptor on itself."""
    sway: FloatArray
    """(acts, acted on): how much the difference between two states of the second can change with the first's state, at
    most. What is added to a whole row of a section does not count, as it changes no scenario."""

    @property
    def active(self) -> FloatArray:
        """(descriptor,): active sum, the strength with which it acts on all others."""
        sums: FloatArray = self.strength.sum(axis=1)
        return sums

    @property
    def passive(self) -> FloatArray:
        """(descriptor,): passive sum, the strength with which all others act on it."""
        sums: FloatArray = self.strength.sum(axis=0)
        return sums

    def to_frame(self) -> "pd.DataFrame":
        """One row per descriptor: its active and passive sum, and how much it sways and is swayed."""
        import pandas as pd

        columns = {
            "active": self.active,
            "passive": self.passive,
            "sways": self.sway.sum(axis=1),
            "is swayed": self.sway.sum(axis=0),
        }
        return pd.DataFrame(columns, index=pd.Index(self.names, name="descriptor"))


def influence_of(matrix: CrossImpactMatrix) -> Influence:
    """Find which descriptors drive the others and which are driven, for the chart of active against passive sums.

    Parameters
    ----------
    matrix : CrossImpactMatrix
        What is forbidden or fixed plays no part.

    Notes
    -----
    Active and passive sums describe judgements, not outcomes: a row of judgements can be large and yet promote all
    states alike. ``sway`` leaves that out. Which judgements decide is another question; see `least_changes`.
    """
    starts = matrix.offsets[:-1]
    strength = np.add.reduceat(np.add.reduceat(np.abs(matrix.judgements), starts, axis=0), starts, axis=1)
    np.fill_diagonal(strength, 0)
    sway = np.zeros_like(strength)
    for target, (start, end) in enumerate(zip(starts, matrix.offsets[1:], strict=True)):
        own = matrix.judgements[:, start:end]
        differences = own[:, :, None] - own[:, None, :]
        spans = np.maximum.reduceat(differences, starts) - np.minimum.reduceat(differences, starts)
        sway[:, target] = spans.max(axis=(1, 2))
    np.fill_diagonal(sway, 0)
    return Influence(matrix.names, strength, sway)
