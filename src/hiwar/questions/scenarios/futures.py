"""Which outcomes of the events hang together: by the cross-impact judgements of the sheets, else by the rules alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, variable_options
from hiwar.dossier.sheet import Sheet
from hiwar.methods.cross_impact import CrossImpactMatrix, Descriptor, consistent_scenarios, matrix_of
from hiwar.questions.compilation import Compilation
from hiwar.questions.courses import Course, breaks

Options = Mapping[str, str]
NO_COURSE = Course("", "", immutabledict())
MOST_FUTURES = 5000
"""Futures that are sought per sheet before the search is called off."""
MOST_INCONSISTENT = 6.0
"""Near misses further off than this hang together in no sense worth showing."""


@dataclass(frozen=True)
class Future:
    """One outcome of every event in question."""

    options: Options
    sheets: tuple[str, ...]
    """Sheets by whose cross-impact judgements it hangs together; empty where rules alone decide."""
    inconsistency: float
    """The least, over these sheets, by which some outcome is beaten by another of its event; 0 where none is."""


@dataclass(frozen=True)
class Futures:
    """The futures that hang together, and on what ground that is said."""

    basis: Literal["cross_impact", "rules"]
    events: tuple[str, ...]
    futures: tuple[Future, ...]
    n_combinations: int
    inconsistency: float
    """0, or the least inconsistency at which there is any future."""
    is_complete: bool
    matrices: Mapping[str, CrossImpactMatrix]
    """Sheet to its cross-impact matrix."""


def futures_of(compilation: Compilation) -> Futures:
    """Find every combination of outcomes that hangs together."""
    matrices = matrices_of(compilation.dossier, compilation.frame.judgements.sheets)
    if not matrices:
        return _by_rules(compilation)
    level, found, is_complete = 0.0, *_consistent(matrices, 0.0)
    while not found and is_complete and level < MOST_INCONSISTENT:
        level += 0.5 if any(matrix.scale == 2 for matrix in matrices.values()) else 1.0
        found, is_complete = _consistent(matrices, level)
    first = next(iter(matrices.values()))
    ordered = sorted(found, key=_first_come)
    return Futures(
        "cross_impact", first.names, tuple(ordered), first.n_scenarios, level, is_complete, immutabledict(matrices)
    )


def _first_come(future: Future) -> tuple[int, float, list[tuple[str, str]]]:
    """Futures that more sheets hold possible come first, then those that hang together better."""
    return -len(future.sheets), future.inconsistency, sorted(future.options.items())


def matrices_of(dossier: Dossier, sheets: Sequence[Sheet]) -> Mapping[str, CrossImpactMatrix]:
    """The cross-impact matrix of each sheet that has one; over the events and moves that any of the sheets names."""
    speaking = [sheet for sheet in sheets if sheet.cross_impact]
    names = sorted({name for sheet in speaking for name in _named(sheet)})
    descriptors = tuple(Descriptor(name, tuple(sorted(variable_options(dossier, name)))) for name in names)
    forbidden = tuple(_forbidden(dossier, names))
    return {sheet.id: matrix_of(descriptors, _sections(sheet, descriptors), forbidden=forbidden) for sheet in speaking}


def _named(sheet: Sheet) -> Iterator[str]:
    for source, options in sheet.cross_impact.items():
        yield source
        for targets in options.values():
            yield from targets


def _sections(sheet: Sheet, descriptors: Sequence[Descriptor]) -> Mapping[tuple[str, str], list[list[float]]]:
    states = {descriptor.name: descriptor.states for descriptor in descriptors}
    pairs = {
        (source, target) for source, options in sheet.cross_impact.items() for row in options.values() for target in row
    }
    return {
        (source, target): [
            [strength_in(sheet, source, option, target, other) for other in states[target]] for option in states[source]
        ]
        for source, target in pairs
    }


def strength_in(sheet: Sheet, source: str, option: str, target: str, other: str) -> float:
    """What a sheet says one outcome does to another; 0, no direct influence, where it says nothing."""
    struck = sheet.cross_impact.get(source, {}).get(option, {}).get(target, {})
    return struck[other].value if other in struck else 0.0


def _forbidden(dossier: Dossier, names: Sequence[str]) -> Iterator[Options]:
    """Combinations that a rule between outcomes alone rules out."""
    for key, rule in sorted(dossier.rules.items()):
        involved = sorted({*rule.when, *rule.requires, *rule.excludes, *rule.among})
        if involved and set(involved) <= set(names):
            for chosen in product(*(sorted(variable_options(dossier, name)) for name in involved)):
                options = dict(zip(involved, chosen, strict=True))
                if breaks(dossier, NO_COURSE, key, options):
                    yield options


def _consistent(matrices: Mapping[str, CrossImpactMatrix], level: float) -> tuple[list[Future], bool]:
    """Futures consistent under any of the sheets, each with the sheets that hold it so."""
    by_options: dict[tuple[tuple[str, str], ...], dict[str, float]] = {}
    is_complete = True
    for sheet, matrix in matrices.items():
        found = consistent_scenarios(matrix, inconsistency=level, most=MOST_FUTURES)
        is_complete &= found.is_complete
        for states, miss in zip(found.states, found.inconsistency, strict=True):
            options = tuple(matrix.scenario(states).items())
            by_options.setdefault(options, {})[sheet] = float(miss) + 0.0
    futures = [
        Future(immutabledict(options), tuple(sorted(sheets)), min(sheets.values()))
        for options, sheets in by_options.items()
    ]
    return futures, is_complete


def _by_rules(compilation: Compilation) -> Futures:
    """Every combination of the events that matter which breaks no rule between outcomes."""
    scenarios = compilation.frame.scenarios
    futures = tuple(
        Future(scenario.options, (), 0.0)
        for scenario in scenarios
        if rules_allow(compilation.dossier, scenario.options)
    )
    return Futures("rules", tuple(scenarios[0].options), futures, len(scenarios), 0.0, True, immutabledict())


def rules_allow(dossier: Dossier, options: Options) -> bool:
    """Whether outcomes by themselves break no rule of the case."""
    return not any(breaks(dossier, NO_COURSE, key, options) for key in dossier.rules)


def supporting(futures: Futures, scenario: Options) -> tuple[Future, ...]:
    """Futures with which a scenario of the events that matter agrees."""
    return tuple(
        future
        for future in futures.futures
        if all(future.options.get(event, option) == option for event, option in scenario.items())
    )
