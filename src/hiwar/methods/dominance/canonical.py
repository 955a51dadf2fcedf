"""An order of judgements that depends on what is judged, not on names or on the order of the input."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from hiwar.methods.dominance.arrays import FloatArray
from hiwar.methods.dominance.cells import Cells
from hiwar.methods.dominance.prospects import Prospects

Colours = NDArray[np.uint64]


@dataclass(frozen=True, eq=False)
class Canonical:
    """Colours of everything that is judged; equal colours mean that the structure tells no difference."""

    courses: Colours
    scenarios: Colours
    domains: Colours
    cells: Colours
    blocks: Colours
    options: tuple[Colours, ...]
    """Per event, (option,)."""


def colour(prospects: Prospects, cells: Cells) -> Canonical:
    """Refine colours until no more differences appear; names decide only what the structure leaves alike.

    Colour refinement (Weisfeiler & Leman 1968): a thing's new colour is its old one and the colours of all it is
    related to, as a sum of scrambled 64-bit numbers, in which order plays no part.
    """
    refined = _until_stable(prospects, cells, _own_colours(prospects, cells))
    return _until_stable(prospects, cells, _ties_by_name(prospects, cells, refined))


def _until_stable(prospects: Prospects, cells: Cells, own: Canonical) -> Canonical:
    now, classes = own, -1
    for _ in range(64):
        now = _refined(prospects, cells, own, now)
        found = sum(len(np.unique(part)) for part in _parts(now))
        if found <= classes:
            break
        classes = found
    return now


def _parts(found: Canonical) -> tuple[Colours, ...]:
    return found.courses, found.scenarios, found.domains, found.cells, found.blocks, *found.options


def _ties_by_name(p: Prospects, cells: Cells, found: Canonical) -> Canonical:
    """Colours that tell apart by name what has the same colour, and leave alone what has its own."""
    members = (np.flatnonzero(cells.members == cell) for cell in range(len(cells.first)))
    cell_names = [min(p.effects[effect] for effect in group) for group in members]
    return replace(
        found,
        courses=_named(found.courses, p.courses),
        scenarios=_named(found.scenarios, p.scenarios),
        domains=_named(found.domains, p.domains),
        cells=_named(found.cells, cell_names),
    )


def _named(colours: Colours, names: Sequence[str]) -> Colours:
    seen: Counter[int] = Counter()
    places = np.zeros(len(colours), dtype=np.uint64)
    for index in sorted(range(len(colours)), key=lambda i: names[i]):
        places[index] = seen[int(colours[index])]
        seen[int(colours[index])] += 1
    return _mixed(colours, places)


def option_order(canonical: Canonical, prospects: Prospects, block: int, event: int) -> NDArray[np.int64]:
    """Options of a block's event by their bounds, then by colour."""
    bounds = prospects.blocks[block]
    return np.lexsort((canonical.options[event], bounds.high, bounds.low)).astype(np.int64)


def _own_colours(p: Prospects, cells: Cells) -> Canonical:
    """What can be said of each thing by itself."""
    zeros = np.zeros(max(len(p.courses), len(p.scenarios)), dtype=np.uint64)
    blocks = [_mixed(_of(b.low), _of(b.high)).sum() for b in p.blocks]
    n_options = p.option_of.max(axis=0, initial=-1) + 1
    return Canonical(
        courses=zeros[: len(p.courses)],
        scenarios=zeros[: len(p.scenarios)],
        domains=_weight_colours(p),
        cells=_mixed(_of(p.sign[cells.first]), _of(cells.likelihood_mode)),
        blocks=np.array(blocks, dtype=np.uint64),
        options=tuple(np.zeros(n, dtype=np.uint64) for n in n_options),
    )


def _weight_colours(p: Prospects) -> Colours:
    w = p.weights
    if w.kind == "ranges":
        unit = (w.high[np.isfinite(w.high)].sum() + w.low.sum()) or 1.0
        return _mixed(_of(w.low / unit), _of(w.high / unit))
    place = np.full(w.n_domains, -1.0)
    for index, tier in enumerate(w.tiers):
        place[list(tier)] = index
    return _of(place)


def _refined(p: Prospects, cells: Cells, own: Canonical, now: Canonical) -> Canonical:
    course, scenario = now.courses, now.scenarios
    place = _mixed(course[:, None], scenario[None, :])
    active = p.active[:, :, cells.first]
    amounts = [
        _of(part) for part in (cells.constant, cells.by_likelihood, cells.by_size, cells.by_both, cells.size_mode)
    ]
    edge = amounts[0]
    for part in amounts[1:]:
        edge = _mixed(edge, part)
    cell_here = active.astype(np.uint64) @ _mixed(now.cells, np.uint64(7))  # (course, scenario)
    event_here = np.zeros_like(place)
    for event in range(p.n_events):
        option = now.options[event][p.option_of[:, event]]
        event_here = event_here + _mixed(now.blocks[p.block_of[:, :, event]], option[None, :])
    here = _mixed(_mixed(cell_here, event_here), p.feasible.astype(np.uint64))
    new_courses = _mixed(course, _mixed(here, scenario[None, :]).sum(axis=1, dtype=np.uint64))
    new_scenarios = _mixed(scenario, _mixed(here, course[:, None]).sum(axis=0, dtype=np.uint64))
    new_cells = _mixed(now.cells, np.einsum("cse,cs->e", active.astype(np.uint64), place))
    new_cells = new_cells + _sums(cells.term_cell, _mixed(edge, now.domains[cells.term_domain]), len(new_cells))
    new_domains = own.domains + _sums(cells.term_domain, _mixed(edge, now.cells[cells.term_cell]), len(own.domains))
    new_blocks = _mixed(now.blocks, np.uint64(3))
    new_options = []
    for event in range(p.n_events):
        used = p.block_of[:, :, event]
        where = _mixed(place, now.options[event][p.option_of[:, event]][None, :])
        new_blocks = new_blocks + _sums(used.ravel(), where.ravel(), len(new_blocks))
        n = len(now.options[event])
        per_option = _sums(p.option_of[:, event], scenario, n)
        block_bounds = [
            _option_bounds(p, int(block), int(count))
            for block, count in zip(*np.unique(used, return_counts=True), strict=True)
        ]
        new_options.append(_mixed(per_option, np.sum(block_bounds, axis=0, dtype=np.uint64)))
    return Canonical(new_courses, new_scenarios, new_domains, new_cells, new_blocks, tuple(new_options))


def _option_bounds(p: Prospects, block: int, count: int) -> Colours:
    bounds = p.blocks[block]
    return _mixed(_mixed(_of(bounds.low), _of(bounds.high)), np.uint64(count))


def _sums(index: NDArray[np.int64], values: Colours, length: int) -> Colours:
    sums = np.zeros(length, dtype=np.uint64)
    np.add.at(sums, index, values)
    return sums


def _of(values: FloatArray) -> Colours:
    """Colours of numbers that agree to ten digits."""
    values = np.where(np.isfinite(values), values, -1.0) + 0.0
    exponent = np.floor(np.log10(np.abs(values), out=np.zeros_like(values), where=values != 0))
    scale = 10.0 ** (9 - exponent)
    rounded = (np.round(values * scale) / scale + 0.0).astype(np.float32)
    return _mixed(rounded.view(np.uint32).astype(np.uint64), np.uint64(1))


def _mixed(a: Colours | np.uint64, b: Colours | np.uint64) -> Colours:
    """Two colours into one, with every bit depending on every bit (finaliser of SplitMix64)."""
    x = np.asarray(a, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.asarray(b, dtype=np.uint64)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(x ^ (x >> np.uint64(31)), dtype=np.uint64)
