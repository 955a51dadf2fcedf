"""A cross-impact matrix as a file gives it: descriptors, what one judge or several say, and the words for it all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from immutabledict import immutabledict

from hiwar.methods.cross_impact import CrossImpactMatrix, Descriptor, Scenario, matrix_of

Pair = tuple[str, str]
"""The descriptor that acts, and the one acted on; or a descriptor and one of its states."""
Table = Sequence[Sequence[float]]
"""A row per state of the descriptor that acts, a column per state of the one acted on."""
Sections = Mapping[Pair, Table]


@dataclass(frozen=True, eq=False)
class CrossImpactFile:
    """Descriptors and judgements as a file gives them, ready to be analysed and to be written again."""

    title: str
    descriptors: tuple[Descriptor, ...]
    sections: Sections
    """Judgements of all; a pair of descriptors that is left out has no influence."""
    judges: Mapping[str, Sections] = field(default_factory=immutabledict)
    """Judge to the sections in which the judge departs from ``sections``, or which only the judges give."""
    forbidden: tuple[Scenario, ...] = ()
    fixed: Scenario = field(default_factory=immutabledict)
    words: Mapping[Pair, str] = field(default_factory=immutabledict)
    """(descriptor, state) to what it means; (descriptor, "") to what the descriptor means."""
    source: str = ""
    note: str = ""
    notices: tuple[str, ...] = ()
    """What was changed or left out in reading, one sentence each."""

    def matrix_of(self, judge: str | None = None) -> CrossImpactMatrix:
        """The matrix of a judge, or of the judgements of all.

        Raises
        ------
        KeyError
            There is no such judge.
        """
        sections = {**self.sections, **(self.judges[judge] if judge is not None else {})}
        return matrix_of(self.descriptors, sections, forbidden=self.forbidden, fixed=self.fixed)

    @property
    def matrices(self) -> Mapping[str, CrossImpactMatrix]:
        """Judge to matrix; empty where the file names no judges."""
        return {judge: self.matrix_of(judge) for judge in self.judges}
