"""Minimal sets that share an element with each of several sets (minimal hitting sets)."""

from collections.abc import Iterable, Sequence

Places = frozenset[int]


def minimal_sets(sets: Iterable[Places]) -> list[Places]:
    """Those that contain no other one; smallest first, then in order of their elements."""
    kept: list[Places] = []
    for one in sorted(set(sets), key=lambda several: (len(several), sorted(several))):
        if not any(other <= one for other in kept):
            kept.append(one)
    return kept


def hit_one_more(hitting: Sequence[Places], further: Places) -> list[Places]:
    """Minimal hitting sets with one more set to hit (Berge (1989), *Hypergraphs*, North-Holland, chapter 2)."""
    already = [one for one in hitting if one & further]
    grown = {one | {element} for one in hitting if not one & further for element in further}
    fresh = [one for one in grown if not any(other <= one for other in already)]
    return minimal_sets([*already, *fresh])
