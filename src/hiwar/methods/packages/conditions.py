"""Rules, red lines and interactions as conditions that are read issue by issue, in any order of the issues.

Each is a small automaton: after some issues only its state matters for the rest. So two packages in progress that are
in the same state may be compared, however many options the issues have.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from hiwar.methods.packages.forms import AtLeast, AtMost, Excludes, ModelError, Pattern, Requires, Rule

DONE = -1
"""State: whatever follows, the condition will not fire."""
FIRED = -2
"""State: whatever follows, the condition has fired: the package is forbidden, or the worth is added."""

Fits = Mapping[int, tuple[bool, ...]]
"""Issue number to whether each of its options fits."""
Kind = Literal["all", "at_most", "at_least", "requires"]


@dataclass(frozen=True)
class Condition:
    """Fires when all of ``fits`` fit ("all"), or when the rule is broken (the others)."""

    kind: Kind
    fits: Fits
    then: Fits = field(default_factory=dict)
    count: int = 0
    adds: tuple[int, int] | None = None
    """Party and scaled points that are added where it fires; None: what fires is forbidden."""

    @property
    def issues(self) -> frozenset[int]:
        """The issues it reads."""
        return frozenset(self.fits) | frozenset(self.then)

    def holds(self, chosen: Sequence[int]) -> bool:
        """It fires for a whole package: by its definition, without states."""
        several = [fits[chosen[issue]] for issue, fits in self.fits.items()]
        match self.kind:
            case "all":
                return all(several)
            case "at_most":
                return sum(several) > self.count
            case "at_least":
                return sum(several) < self.count
            case "requires":
                return all(several) and not all(fits[chosen[issue]] for issue, fits in self.then.items())

    def step(self, state: int, issue: int, option: int, left: Collection[int]) -> int:
        """The state after reading one more issue; ``left`` are issues of its own still to be read. It starts at 0."""
        match self.kind:
            case "all":
                if not self.fits[issue][option]:
                    return DONE
                return 0 if left else FIRED
            case "requires":
                return self._step_requires(state, issue, option, left)
            case "at_most":
                found = state + self.fits[issue][option]
                if found > self.count:
                    return FIRED
                return DONE if found + len(left) <= self.count else found
            case "at_least":
                found = state + self.fits[issue][option]
                if found >= self.count:
                    return DONE
                return FIRED if found + len(left) < self.count else found

    def _step_requires(self, state: int, issue: int, option: int, left: Collection[int]) -> int:
        """State 1: an issue of ``then`` did not fit."""
        if issue in self.fits and not self.fits[issue][option]:
            return DONE
        broken = state == 1 or (issue in self.then and not self.then[issue][option])
        if broken:
            return 1 if any(other in self.fits for other in left) else FIRED
        return 0 if any(other in self.then for other in left) else DONE


def condition_of(kind: Kind, fits: Fits, then: Fits | None = None, **rest: object) -> Condition:
    """A condition; one that names no issue is refused."""
    condition = Condition(kind, fits, then or {}, **rest)  # type: ignore[arg-type]
    if not condition.issues:
        raise ModelError("a rule or red line names no issue")
    return condition


def forbids(rule: Rule, fits: Callable[[Pattern, str], Fits]) -> Condition:
    """The condition that fires where a rule is broken."""
    match rule:
        case Excludes(pattern):
            return condition_of("all", fits(pattern, "excludes"))
        case Requires(when, then):
            return condition_of("requires", fits(when, "requires"), fits(then, "requires"))
        case AtMost(count, among):
            return condition_of("at_most", fits(among, "at most"), count=count)
        case AtLeast(count, among):
            return condition_of("at_least", fits(among, "at least"), count=count)
