"""Results as tables. They need pandas, which is optional."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from hiwar.methods.graph_model.spaces import BoolArray, Space

if TYPE_CHECKING:
    import pandas as pd


def verdict_frame(
    space: Space, axes: Mapping[str, Sequence[object]], verdicts: Mapping[str, BoolArray | npt.NDArray[np.float64]]
) -> "pd.DataFrame":
    """One row per entry of arrays whose last axes are (decision maker, state) and whose first ones are named."""
    import pandas as pd

    states = [space.label(cell) for cell in space.states.tolist()]
    names = [*axes, "decision_maker", "state"]
    index = pd.MultiIndex.from_product([*axes.values(), space.names, states], names=names)
    return pd.DataFrame({name: array.ravel() for name, array in verdicts.items()}, index=index).reset_index()
