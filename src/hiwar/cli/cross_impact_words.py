"""How states and judgements of a cross-impact matrix are written on the command line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hiwar.cli.arguments import must_exist, one_of
from hiwar.cli.failures import WRONG_USAGE, Refused
from hiwar.cli.terminal import say
from hiwar.dossier.problems import nearest
from hiwar.formats import CrossImpactFile, read_cross_impact, read_cross_impact_csv, read_pycib, read_scw
from hiwar.formats.cross_impact_judgements import MOST
from hiwar.methods.cross_impact import Descriptor

READERS = {
    ".yaml": read_cross_impact,
    ".yml": read_cross_impact,
    ".scw": read_scw,
    ".csv": read_cross_impact_csv,
    ".json": read_pycib,
}
_EXAMPLE = '"A.a>B.b=2": the state a of A acts on the state b of B with 2'


@dataclass(frozen=True)
class Change:
    """A judgement as it might be."""

    acts: tuple[str, str]
    """Descriptor and state."""
    acted_on: tuple[str, str]
    judgement: float

    def __str__(self) -> str:
        return f"{'.'.join(self.acts)} > {'.'.join(self.acted_on)} = {self.judgement:g}"


def read_matrix(path: Path) -> CrossImpactFile:
    """Read a matrix by the ending of its file, and say what was changed in reading.

    Raises
    ------
    Refused
        If there is no such file, or it is of another kind.
    CaseError
        If it has problems.
    """
    must_exist(path)
    if path.suffix.lower() not in READERS or path.is_dir():
        wanted = ", ".join(READERS)
        raise Refused(f'"{path}" is no cross-impact matrix: a file ending in {wanted} is wanted', WRONG_USAGE)
    file = READERS[path.suffix.lower()](path)
    for notice in file.notices:
        say(notice, "yellow")
    return file


def judge_of(name: str | None, file: CrossImpactFile) -> str | None:
    """The judge, if there is one of that name.

    Raises
    ------
    Refused
        If there is none.
    """
    if name is not None and not file.judges:
        raise Refused("this file names no judges; leave out --judge", WRONG_USAGE)
    return None if name is None else one_of(name, file.judges, "judge")


def fixed_of(texts: Sequence[str] | None, file: CrossImpactFile) -> Mapping[str, str]:
    """Understand ``A=a`` as often as it is given; what the file fixes may be fixed otherwise.

    Raises
    ------
    Refused
        If it is written wrongly, names what is not there, or fixes a descriptor twice.
    """
    fixed: dict[str, str] = {}
    for text in texts or ():
        name, state = _state(text, "=", file.descriptors, f'"{text}" is not written as DESCRIPTOR=STATE')
        if fixed.setdefault(name, state) != state:
            raise Refused(f"{name} cannot be fixed to both {fixed[name]} and {state}", WRONG_USAGE)
    return fixed


def changes_of(texts: Sequence[str] | None, file: CrossImpactFile) -> tuple[Change, ...]:
    """Understand ``A.a>B.b=2`` as often as it is given; errors as in `fixed_of`."""
    return tuple(_change(text, file.descriptors) for text in texts or ())


def _change(text: str, descriptors: Sequence[Descriptor]) -> Change:
    wrong = f'"{text}" is not written as {_EXAMPLE}'
    pair, equals, number = text.rpartition("=")
    try:
        judgement = float(number)
    except ValueError:
        raise Refused(wrong, WRONG_USAGE) from None
    if not equals or not abs(judgement) <= MOST or judgement * 2 != round(judgement * 2):
        raise Refused(f"{number.strip()}: a judgement is a whole number or a half, {MOST:,} at most", WRONG_USAGE)
    places = [place for place, sign in enumerate(pair) if sign == ">"]
    for place in places:
        first, second = (_found(part, ".", descriptors) for part in (pair[:place], pair[place + 1 :]))
        if first and second:
            return Change(first, second, judgement)
    if not places:
        raise Refused(wrong, WRONG_USAGE)
    parts = pair[: places[0]], pair[places[0] + 1 :]
    first, second = (_state(part, ".", descriptors, wrong) for part in parts)
    return Change(first, second, judgement)


def _found(text: str, sign: str, descriptors: Iterable[Descriptor]) -> tuple[str, str] | None:
    """Descriptor and state, whatever signs their names hold."""
    for one in descriptors:
        for state in one.states:
            if _without_blanks(text) == _without_blanks(f"{one.name}{sign}{state}"):
                return one.name, state
    return None


def _without_blanks(text: str) -> str:
    return "".join(text.split())


def _state(text: str, sign: str, descriptors: Sequence[Descriptor], wrong: str) -> tuple[str, str]:
    if found := _found(text, sign, descriptors):
        return found
    name, there, state = (part.strip() for part in text.partition(sign))
    if not (name and there and state):
        raise Refused(wrong, WRONG_USAGE)
    states = {one.name: one.states for one in descriptors}
    one_of(name, states, "descriptor")
    guess = nearest(state, states[name])
    hint = f'did you mean "{guess}"?' if guess else f"there is: {', '.join(states[name])}"
    raise Refused(f'"{state}" is no state of {name}; {hint}', WRONG_USAGE)


def counted(count: int, one: str, several: str = "") -> str:
    """A number with what is counted."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"
