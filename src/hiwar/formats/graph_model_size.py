"""How large a conflict is, told before anything is allocated for it."""

import math
import os

from hiwar.methods.graph_model.forms import Form, OptionForm
from hiwar.methods.graph_model.spaces import MOST_CELLS, ModelError, cells_of

MOST_BYTES = 4 * 1024**3
"""No conflict that needs more memory than this is analysed, whatever the machine has."""


def bytes_needed(cells: int, makers: int) -> int:
    """About how much memory the five concepts need: ranks, sorted rows, labels and verdicts of every decision maker."""
    return cells * (1 + 13 * makers)


def check_size(form: Form, *, most_cells: int = MOST_CELLS) -> None:
    """Refuse a conflict that is too large for this machine.

    Raises
    ------
    ModelError
        With its size, the memory it needs, and what would do.
    """
    if not isinstance(form, OptionForm):
        return
    cells, makers = cells_of(form), len(form.names)
    needed, available = bytes_needed(cells, makers), min(MOST_BYTES, _half_of_memory())
    if cells > most_cells or needed > available:
        raise ModelError(
            f"{len(form.options)} options of {makers} decision makers make {_counted(cells)} combinations, which need "
            f"{_sized(needed)}; at most {most_cells:,} combinations and {_sized(available)} are taken. "
            "Leave out options that hardly matter, or split the conflict"
        )


def _half_of_memory() -> int:
    """Half of what the machine has; the system may not tell."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (AttributeError, OSError, ValueError):
        return MOST_BYTES


def _counted(number: int) -> str:
    """In full, or as a power of ten: an integer of thousands of digits cannot be written out."""
    return f"{number:,}" if number < 10**15 else f"about 10^{int((number.bit_length() - 1) * math.log10(2))}"


def _sized(size: int) -> str:
    for unit in ("bytes", "KB", "MB", "GB", "TB"):
        if size < 1000:
            return f"{size} {unit}"
        size = (size + 500) // 1000
    return f"{_counted(size)} PB"
