"""A negotiation as a file gives it: the model, and what its analyst says of it."""

from dataclasses import dataclass

from hiwar.methods.packages import Negotiation


@dataclass(frozen=True)
class PackagesFile:
    """A negotiation as a file gives it, ready to be analysed and to be written again."""

    title: str
    form: Negotiation
    source: str = ""
    note: str = ""
    notices: tuple[str, ...] = ()
    """What was changed or left out in reading, one sentence each."""
