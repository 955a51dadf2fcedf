"""Random cross-impact matrices whose names are hard to write, for reading them again from every format."""

from hypothesis import strategies as st
from negotiations import NAMES

from hiwar.formats import CrossImpactFile
from hiwar.methods.cross_impact import Descriptor

DESCRIPTOR = st.builds(Descriptor, NAMES, st.lists(NAMES, min_size=1, max_size=3, unique=True).map(tuple))


@st.composite
def plain(draw: st.DrawFn, *, halves: bool = False) -> CrossImpactFile:
    """One judge, no rules: what every format can hold."""
    descriptors = draw(st.lists(DESCRIPTOR, min_size=1, max_size=3, unique_by=lambda one: one.name))
    unit = 0.5 if halves else 1.0
    return CrossImpactFile("any", tuple(descriptors), draw(_sections(descriptors, unit)))


@st.composite
def full(draw: st.DrawFn) -> CrossImpactFile:
    """With judges, rules and words."""
    file = draw(plain(halves=True))
    judges = {
        name: draw(_sections(list(file.descriptors), 0.5, least=set(file.sections)))
        for name in draw(st.lists(NAMES, max_size=2, unique=True))
    }
    free = [one for one in file.descriptors if len(one.states) > 1]
    forbidden = tuple({one.name: draw(st.sampled_from(one.states))} for one in free[:1] if draw(st.booleans()))
    fixed = {one.name: one.states[0] for one in free[1:] if draw(st.booleans())}
    words = {(one.name, state): draw(NAMES) for one in free for state in one.states if draw(st.booleans())}
    words = {pair: text for pair, text in words.items() if text != pair[1]}
    words |= {(one.name, ""): "what it is" for one in free if draw(st.booleans())}
    return CrossImpactFile(
        "any", file.descriptors, file.sections, judges, forbidden, fixed, words, "a source", "a note"
    )


@st.composite
def _sections(
    draw: st.DrawFn, descriptors: list[Descriptor], unit: float, *, least: set[tuple[str, str]] | None = None
) -> dict[tuple[str, str], list[list[float]]]:
    """Sections that are not all zeros; those in ``least`` only, if given."""
    sections: dict[tuple[str, str], list[list[float]]] = {}
    for acting in descriptors:
        for target in descriptors:
            pair = (acting.name, target.name)
            if acting is target or (least is not None and pair not in least) or draw(st.booleans()):
                continue
            n_cells = len(acting.states) * len(target.states)
            cells = draw(st.lists(st.integers(-6, 6), min_size=n_cells, max_size=n_cells).filter(any))
            width = len(target.states)
            rows = [cells[start : start + width] for start in range(0, n_cells, width)]
            sections[pair] = [[unit * cell for cell in row] for row in rows]
    return sections
