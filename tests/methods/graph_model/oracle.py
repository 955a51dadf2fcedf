"""The definitions of stability read literally, through moves and ranks of single states only; for small conflicts."""

from functools import cache
from itertools import product

from hiwar.methods.graph_model import Concept, GraphModel, OptionSpace, moves_from


class Definitions:
    """Who can move where in one conflict, and what follows from it; slow."""

    def __init__(self, model: GraphModel) -> None:
        self.model = model
        self.makers = range(len(model.space.names))
        self.ends = cache(self._ends)
        self.moves = cache(self._moves)

    def rank(self, maker: int, cell: int) -> int:
        return int(self.model.rank[maker, cell])

    def _moves(self, maker: int, cell: int) -> list[int]:
        return [int(end) for end in moves_from(self.model.space, maker, cell)]

    def improvements(self, maker: int, cell: int) -> list[int]:
        return [end for end in self.moves(maker, cell) if self.rank(maker, end) > self.rank(maker, cell)]

    def _ends(self, without: int, cell: int, only_improvements: bool) -> set[int]:
        """Where legal sequences of one or more moves of all but one lead: nobody moves twice in a row."""
        found: set[tuple[int, int]] = set()
        ahead = [(cell, without)]
        while ahead:
            at, last = ahead.pop()
            for mover in self.makers:
                if mover in (without, last):
                    continue
                for end in self.improvements(mover, at) if only_improvements else self.moves(mover, at):
                    if (end, mover) not in found:
                        found.add((end, mover))
                        ahead.append((end, mover))
        return {end for end, _ in found}

    def together(self, cell: int, improvement: int, maker: int) -> set[int]:
        """Where it leads if one or more of the others make an improvement of theirs at the same time."""
        space = self.model.space
        assert isinstance(space, OptionSpace)
        found = set()
        others = [other for other in self.makers if other != maker]
        for ends in product(*([cell, *self.improvements(other, cell)] for other in others)):
            if all(end == cell for end in ends):
                continue
            levels: dict[str, str] = {}
            for mover, end in zip((maker, *others), (improvement, *ends), strict=True):
                own = {option.name for option in space.form.decision_makers[mover].options}
                at_end = {
                    option.name: level for option, level in zip(space.form.options, space.levels(end), strict=True)
                }
                levels |= {name: level for name, level in at_end.items() if name in own}
            combined = space.cell(levels)
            if space.feasible[combined]:
                found.add(combined)
        return found

    def stays(self, maker: int, cell: int, concept: Concept) -> bool:
        limit = self.rank(maker, cell)

        def is_no_better(end: int) -> bool:
            return self.rank(maker, end) <= limit

        def is_sanctioned(improvement: int) -> bool:
            match concept:
                case Concept.NASH:
                    return False
                case Concept.GENERAL_METARATIONAL:
                    return any(is_no_better(end) for end in self.ends(maker, improvement, False))
                case Concept.SYMMETRIC_METARATIONAL:
                    return any(
                        is_no_better(end) and all(is_no_better(escape) for escape in self.moves(maker, end))
                        for end in self.ends(maker, improvement, False)
                    )
                case Concept.SEQUENTIAL:
                    return any(is_no_better(end) for end in self.ends(maker, improvement, True))
                case Concept.SIMULTANEOUS:
                    return any(is_no_better(end) for end in self.together(cell, improvement, maker))

        return all(is_sanctioned(improvement) for improvement in self.improvements(maker, cell))
