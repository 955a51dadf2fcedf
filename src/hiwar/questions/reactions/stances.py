"""Which options a party is said to want or to reject, by the case and by the sheets."""

from collections.abc import Iterator, Mapping, Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.questions.judgements import Judgements
from hiwar.questions.reactions.conflict import acts_for

Said = tuple[tuple[str, str], bool]
"""Variable and option, and whether it is wanted."""


def stances_of(judgements: Judgements, party: str) -> Mapping[tuple[str, str], bool]:
    """Variable and option to whether the party wants it; those of which both is said are left out."""
    dossier = judgements.dossier
    said: dict[tuple[str, str], set[bool]] = {}
    for key, wants in (*_of_options(dossier, party), *_of_positions(dossier, party), *_of_sheets(judgements, party)):
        said.setdefault(key, set()).add(wants)
    return immutabledict({key: True in wants for key, wants in said.items() if len(wants) == 1})


def _of_options(dossier: Dossier, party: str) -> Iterator[Said]:
    for section in (dossier.issues, dossier.moves, dossier.events):
        for variable in section.values():
            for option in variable.options.values():
                for wants, parties in ((True, option.prefers), (False, option.rejects), (False, option.red_line_of)):
                    if party in owners_of(dossier, tuple(parties)):
                        yield (variable.id, option.id), wants


def _of_positions(dossier: Dossier, party: str) -> Iterator[Said]:
    """Plain positions on one option; conditional and divided ones say nothing certain."""
    for position in dossier.positions.values():
        if party in owners_of(dossier, (position.party,)) and position.stance in ("for", "against"):
            pairs = [(variable, option) for variable, options in position.on.items() for option in options]
            if len(pairs) == 1 and pairs[0][0] != "track":
                yield pairs[0], position.stance == "for"


def _of_sheets(judgements: Judgements, party: str) -> Iterator[Said]:
    for sheet in judgements.sheets:
        for variable, judged in sheet.positions.get(party, {}).items():
            for option, stance in judged.items():
                if stance.value in ("for", "against") and variable != "track":
                    yield (variable, option), stance.value == "for"


def owners_of(dossier: Dossier, parties: Sequence[str]) -> frozenset[str]:
    """The parties, and those for which some of them decide."""
    return frozenset({*parties, *(acts_for(dossier, party) for party in parties)})
