"""What to change in a package: trades that leave nobody worse, and what each party has conceded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, product

from hiwar.methods.packages.arrays import Arrays, chosen_of, compile_arrays, exact, score_of
from hiwar.methods.packages.feasibility import lines_as_rules
from hiwar.methods.packages.forms import AtLeast, ModelError, Negotiation, Package
from hiwar.methods.packages.frontier import Frontier, pareto_frontier

Chosen = tuple[int, ...]


@dataclass(frozen=True)
class Trade:
    """A change of one issue or two that makes somebody better off and nobody worse."""

    changes: Mapping[str, tuple[str, str]]
    """Issue to (option in the package, option instead)."""
    gains: Mapping[str, Fraction]
    """Party to points won by the whole change; none is negative."""
    parts: Mapping[str, Mapping[str, Fraction]]
    """Issue to party to points that changing this issue alone would win or (negative) cost."""
    is_logroll: bool
    """Each part alone would make somebody worse off: one gives here and gets there."""
    package: Mapping[str, str]
    """The package after the change."""

    def gives(self, party: str) -> tuple[str, ...]:
        """Issues on which a party gives something up."""
        return tuple(issue for issue, points in self.parts.items() if points[party] < 0)

    def gets(self, party: str) -> tuple[str, ...]:
        """Issues on which a party gets something."""
        return tuple(issue for issue, points in self.parts.items() if points[party] > 0)


@dataclass(frozen=True)
class Concession:
    """How far a party has come from its first choice."""

    party: str
    first_choice: Mapping[str, str]
    """One of its best admissible packages."""
    n_first_choices: int
    """How many packages are equally good to it."""
    best: Fraction
    """Points of its first choice."""
    worst: Fraction
    """Points of its worst admissible package."""
    agreed: Fraction
    """Points of the package."""
    given_up: Mapping[str, Fraction]
    """Issue to points by which the option agreed falls short of the party's best option of the issue, interactions left
    out; only issues where it does."""

    @property
    def level(self) -> Fraction:
        """Distance from first choice to what is agreed, as share of the party's own reachable range; 0 with no range.

        Above 1 where the package is worse than any admissible one.
        """
        return (self.best - self.agreed) / (self.best - self.worst) if self.best > self.worst else Fraction(0)

    @property
    def concedes_nothing(self) -> bool:
        """It gets all it could wish for."""
        return self.agreed >= self.best


def improving_trades(form: Negotiation, package: Package, *, most_issues: int = 2) -> tuple[Trade, ...]:
    """Find every change of one issue or two that makes nobody worse and somebody better.

    Parameters
    ----------
    form : Negotiation
    package : mapping of issue to option
        Names every issue; it need not be feasible itself.
    most_issues : {1, 2}
        Changes of so many issues.

    Returns
    -------
    tuple of Trade
        Changes that lead to admissible packages (rules and the fixed part are obeyed, no red line is crossed), by
        issues in the order of the negotiation. A change of two issues is listed
        also where one of the two alone would do.

    Raises
    ------
    ModelError
        The negotiation or the package is not well formed.
    """
    arrays = compile_arrays(form)
    start = chosen_of(arrays, package)
    before = score_of(arrays, start)
    found: list[Trade] = []
    for size in range(1, most_issues + 1):
        for after in _changed(arrays, start, size):
            scores = score_of(arrays, after)
            if scores != before and all(new >= old for new, old in zip(scores, before, strict=True)):
                found.append(_trade(arrays, start, after))
    return tuple(found)


def _changed(arrays: Arrays, start: Chosen, size: int) -> Iterator[Chosen]:
    """Admissible packages that differ in so many issues."""
    bars = [condition for condition in arrays.conditions("admissible") if condition.adds is None]
    others = [
        [option for option in range(len(options)) if arrays.is_open[issue, option] and option != start[issue]]
        for issue, options in enumerate(arrays.options)
    ]
    for issues in combinations(range(arrays.n_issues), size):
        for options in product(*(others[issue] for issue in issues)):
            after = _with(start, issues, options)
            if not any(bar.holds(after) for bar in bars):
                yield after


def _with(start: Chosen, issues: Sequence[int], options: Sequence[int]) -> Chosen:
    chosen = list(start)
    for issue, option in zip(issues, options, strict=True):
        chosen[issue] = option
    return tuple(chosen)


def _trade(arrays: Arrays, start: Chosen, after: Chosen) -> Trade:
    names, form = [issue.name for issue in arrays.form.issues], arrays.form
    issues = [issue for issue in range(arrays.n_issues) if start[issue] != after[issue]]
    parts = {names[issue]: _won(arrays, start, _with(start, (issue,), (after[issue],))) for issue in issues}
    return Trade(
        changes={
            names[issue]: (arrays.options[issue][start[issue]], arrays.options[issue][after[issue]]) for issue in issues
        },
        gains=_won(arrays, start, after),
        parts=parts,
        is_logroll=len(parts) > 1 and all(any(part[name] < 0 for name in form.names) for part in parts.values()),
        package=arrays.package(after),
    )


def _won(arrays: Arrays, start: Chosen, after: Chosen) -> dict[str, Fraction]:
    won = [new - old for new, old in zip(score_of(arrays, after), score_of(arrays, start), strict=True)]
    return dict(zip(arrays.form.names, arrays.points(won), strict=True))


def best_within(form: Negotiation, package: Package, most_changes: int) -> Frontier:
    """Find the packages nobody can better within so many changed issues, and that leave nobody worse than now.

    Returns
    -------
    Frontier
        Undominated admissible packages that keep all but ``most_changes`` issues of ``package``. Where nothing better
        is within reach it holds the package itself, if that is admissible, and those equally good.

    Raises
    ------
    ModelError
        The negotiation or the package is not well formed.
    """
    arrays = compile_arrays(form)
    scores = arrays.points(score_of(arrays, chosen_of(arrays, package)))
    kept = AtLeast(max(0, len(form.issues) - most_changes), {name: (option,) for name, option in package.items()})
    parties = tuple(replace(party, reservation_value=score) for party, score in zip(form.parties, scores, strict=True))
    return pareto_frontier(replace(form, parties=parties, rules=(*form.rules, kept)))


def concessions(form: Negotiation, package: Package) -> tuple[Concession, ...]:
    """Say for each party how far it has come from its first choice, as a share of what it could reach.

    A party's first choice is its best admissible package, whatever others make of it. Points of different parties are
    never compared, only each party's own share.

    Raises
    ------
    ModelError
        The negotiation or the package is not well formed, or no package is admissible.
    """
    arrays = compile_arrays(form)
    chosen = chosen_of(arrays, package)
    agreed = arrays.points(score_of(arrays, chosen))
    return tuple(_concession(arrays, party, chosen, points) for party, points in enumerate(agreed))


def _concession(arrays: Arrays, number: int, chosen: Chosen, agreed: Fraction) -> Concession:
    form, party = arrays.form, arrays.form.parties[number]
    alone = lines_as_rules(form, [replace(party, reservation_value=None)])
    best = pareto_frontier(alone, among="feasible").points
    if not best:
        raise ModelError("no package is admissible, so there is no first choice; ask what blocks")
    worst = pareto_frontier(_reversed(alone), among="feasible").points[0].scores[0]
    given_up = {}
    for place, issue in enumerate(form.issues):
        own = arrays.worths[number, place, : len(arrays.options[place])][arrays.is_open[place, : len(issue.ways)]]
        short = int(own.max()) - int(arrays.worths[number, place, chosen[place]])
        if short > 0:
            given_up[issue.name] = Fraction(short, arrays.scales[number])
    return Concession(party.name, best[0].package, best[0].n_packages, best[0].scores[0], -worst, agreed, given_up)


def _reversed(form: Negotiation) -> Negotiation:
    """With what is good to the parties made bad to them."""
    return replace(
        form,
        parties=tuple(
            replace(
                party,
                worths={
                    issue: {option: -exact(worth, party.name) for option, worth in options.items()}
                    for issue, options in party.worths.items()
                },
                interactions=tuple(
                    replace(extra, worth=-exact(extra.worth, party.name)) for extra in party.interactions
                ),
            )
            for party in form.parties
        ),
    )
