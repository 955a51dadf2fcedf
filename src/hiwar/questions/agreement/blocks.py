"""What blocks an agreement, and what would open one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """A smallest set of red lines, reservation values and rules that together leave no agreement, or would open one."""

    items: tuple[str, ...]
    trace: tuple[str, ...]


@dataclass(frozen=True)
class Blocks:
    """All of them, as far as the search went."""

    sets: tuple[Block, ...]
    openings: tuple[Block, ...]
    is_complete: bool
