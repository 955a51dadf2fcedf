"""What a schedule says."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hiwar.methods.arrays import FloatArray
from hiwar.methods.scheduling.forms import Network

if TYPE_CHECKING:
    import pandas as pd


class Criticality(StrEnum):
    """Whether delay of an activity delays the end."""

    CERTAIN = "certain"
    """For all lengths in their ranges."""
    POSSIBLE = "possible"
    """For some lengths; not for all, as far as could be gone through."""
    NEVER = "never"
    """For no lengths."""
    UNDECIDED = "undecided"
    """There are too many ways through the network to tell."""


@dataclass(frozen=True)
class CriticalPath:
    """A chain of activities that is the longest for some lengths, or for all."""

    activities: tuple[str, ...]
    is_certain: bool
    """It is the longest (one of the longest) for all lengths."""


@dataclass(frozen=True, eq=False)
class Schedule:
    """Starts, finishes and floats in days from day 0; arrays are (activity, least or most) and read-only."""

    network: Network
    end: tuple[float, float]
    """The day on which everything is finished."""
    earliest_start: FloatArray
    earliest_finish: FloatArray
    latest_start: FloatArray
    """So that the end stays where it is for the same lengths."""
    latest_finish: FloatArray
    total_float: FloatArray
    """How long an activity can be put off without moving the end."""
    free_float: FloatArray
    """How long it can be put off without moving what comes after it; the most is an upper bound where several
    activities follow directly."""
    criticality: tuple[Criticality, ...]
    """Per activity."""
    paths: tuple[CriticalPath, ...]
    """Chains that may be critical, the certain ones first; empty where there are too many to go through."""
    slack: FloatArray
    """Days between finish and own deadline, below zero where it is missed; not a number where there is no deadline."""
    last_start: FloatArray
    """Day of the last start that keeps every deadline, own or later: whatever the lengths, and at best; infinite where
    no deadline hangs on it."""
    is_exact: bool
    """False: floats, latest starts and latest finishes are outer bounds, because there are too many ways through the
    network; earliest starts and finishes, slack and last starts are exact always."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the activities, in the order of the arrays."""
        return self.network.names

    def to_frame(self) -> "pd.DataFrame":
        """One row per activity, two columns (``_low``, ``_high``) per range (needs pandas)."""
        import pandas as pd

        ranges = ("earliest_start", "earliest_finish", "latest_start", "latest_finish", "total_float", "free_float",
                  "slack", "last_start")  # fmt: skip
        columns = {
            f"{name}_{end}": getattr(self, name)[:, place]
            for name in ranges
            for place, end in enumerate(("low", "high"))
        }
        frame = pd.DataFrame(columns, index=pd.Index(self.names, name="activity"))
        return frame.assign(criticality=[str(one) for one in self.criticality])
