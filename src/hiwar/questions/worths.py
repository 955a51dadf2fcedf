"""What each principal makes of the options of the agenda, as far as the sheets judge it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, principals
from hiwar.dossier.scales import Range, resolve, size_words
from hiwar.dossier.sheet import Sheet
from hiwar.questions.judgements import Judgements, hull, traces

WHOLE_WORTH = Range(-100.0, 100.0)


@dataclass(frozen=True)
class Worths:
    """What each principal makes of each option, and what no agreement is worth to it, as ranges of points."""

    worth: Mapping[str, Mapping[tuple[str, str], Range]]
    """Party to (issue, option) to points; options that nobody judged for it are left out."""
    reservation: Mapping[str, Range]
    """Party to points; parties of which nobody judged it are left out."""


def worths_of(judgements: Judgements) -> Worths:
    """What the sheets together admit; a sheet that is silent leaves the word to the others."""
    dossier = judgements.dossier
    worth: dict[str, Mapping[tuple[str, str], Range]] = {}
    reservation: dict[str, Range] = {}
    for party in principals(dossier):
        stated: dict[tuple[str, str], list[Range]] = {}
        for sheet in judgements.sheets:
            for issue, options in sheet.worth.get(party, {}).items():
                for option, judged in options.items():
                    stated.setdefault((issue, option), []).append(resolve(judged, size_words(dossier), WHOLE_WORTH))
        hulls = {key: hull(ranges, WHOLE_WORTH) for key, ranges in stated.items()}
        worth[party] = immutabledict({key: found for key, found in hulls.items() if not found.is_unknown})
        found = _reservation(dossier, judgements.sheets, party)
        if found is not None and not found.is_unknown:
            reservation[party] = found
    return Worths(immutabledict(worth), immutabledict(reservation))


def _reservation(dossier: Dossier, sheets: Sequence[Sheet], party: str) -> Range | None:
    stated = [
        resolve(sheet.reservation_value[party], size_words(dossier), WHOLE_WORTH)
        for sheet in sheets
        if party in sheet.reservation_value
    ]
    return hull(stated, WHOLE_WORTH) if stated else None


def middle(found: Range) -> Fraction:
    """The most likely value, else the middle, as the decimal it is written as."""
    return Fraction(str(round(found.centre, 6)))


def worth_trace(judgements: Judgements, party: str) -> tuple[str, ...]:
    """A party, and where the sheets judge what options and no agreement are worth to it."""
    return (party, *traces(judgements, "worth", party), *traces(judgements, "reservation_value", party))
