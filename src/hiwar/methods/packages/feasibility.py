"""Whether an agreement is possible at all: one package that meets what is asked, or proof that there is none."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hiwar.methods.packages.arrays import compile_arrays
from hiwar.methods.packages.counting import NO_BOUND, chosen_packages, reservations_of
from hiwar.methods.packages.diagram import DiagramTooLargeError, build_diagram
from hiwar.methods.packages.forms import Excludes, Negotiation, Party
from hiwar.methods.packages.frontier import merged_frontier
from hiwar.methods.packages.merging import TooManyScoresError
from hiwar.methods.packages.solver import programme_of

MOST_SCORES_TRIED = 100_000
"""Partial scores that are kept before a mixed-integer programme is asked instead."""
NOBODY = "nobody"


def find_agreement(form: Negotiation) -> Mapping[str, str] | None:
    """Name a package that is feasible and acceptable to all; None where it is proved that there is none.

    Raises
    ------
    ModelError
        The negotiation is not well formed, or too large for the solver to prove anything.
    """
    plain = _only_what_binds(form)
    arrays = compile_arrays(plain)
    try:
        diagram = build_diagram(arrays, "feasible")
        if all(party.reservation_value is None for party in plain.parties):
            chosen = next(chosen_packages(diagram, above_reservation=False), None)
        else:
            merged = merged_frontier(diagram, most_scores=MOST_SCORES_TRIED)
            chosen = next(merged.packages(merged.final[0])) if len(merged.final) else None
    except (DiagramTooLargeError, TooManyScoresError):
        at_least = [max(int(value), NO_BOUND) for value in reservations_of(arrays)]
        chosen = programme_of(arrays, "feasible").best([0.0] * arrays.n_parties, at_least)
    return None if chosen is None else arrays.package(chosen)


def lines_as_rules(form: Negotiation, parties: Iterable[Party]) -> Negotiation:
    """The same feasible and admissible packages, seen by these parties alone: all red lines become rules."""
    lines = tuple(Excludes(line) for party in form.parties for line in party.red_lines)
    seen = tuple(replace(party, red_lines=()) for party in parties)
    return replace(form, parties=seen, rules=(*form.rules, *lines))


def _only_what_binds(form: Negotiation) -> Negotiation:
    """Without parties whose points bar no package; one that is indifferent where none is left."""
    bound = [party for party in form.parties if party.reservation_value is not None]
    if not bound:
        bound = [Party(NOBODY, {issue.name: dict.fromkeys(issue.options, 0) for issue in form.issues})]
    return lines_as_rules(form, bound)
