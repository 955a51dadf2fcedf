"""By which route a course or a package is approved at home, whether it passes, and what a way around costs."""

from collections.abc import Mapping, Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, side_of
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, Settings, Table, table_of
from hiwar.questions.approval.findings import findings_of
from hiwar.questions.approval.tables import (
    Rows,
    act_table,
    agreement_table,
    around_table,
    chamber_table,
    clause_table,
    precedent_table,
    route_table,
    survival_table,
    turning_table,
    vote_table,
)
from hiwar.questions.approval.votes import Change, Entry, entries_of, least_changes, subjects_of
from hiwar.questions.judgements import Judgements
from hiwar.questions.negotiations import bargain_of
from hiwar.questions.proposals import asked_proposals, proposals_of, search
from hiwar.questions.provenance import provenance_of
from hiwar.questions.ratifying import Home
from hiwar.questions.standings import standings_of
from hiwar.questions.worths import worths_of


def answer_approval(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """Which courses and packages pass at home, by which route, who decides it, and what would have to change?"""
    judgements = Judgements(dossier, tuple(sheets))
    home = Home(dossier, standings_of(judgements))
    bargain = bargain_of(judgements)
    found = None if bargain is None else search(bargain)
    asked = asked_proposals(dossier, worths_of(judgements), found, settings)
    subjects = subjects_of(home, (*(() if found is None else proposals_of(found)), *asked))
    entries = entries_of(home, subjects)
    changes = _changes(home, entries)
    tables = {
        "routes": route_table(dossier),
        "votes": vote_table(entries),
        "chamber": chamber_table(entries),
        "turning": turning_table(entries),
        "survives": survival_table(home, subjects),
        "changes": _change_table(changes),
        "acts": act_table(dossier, subjects),
        "agreements": agreement_table(dossier),
        "clauses": clause_table(dossier, subjects),
        "around": around_table(dossier),
        "precedents": precedent_table(dossier),
    }
    findings = tuple(findings_of(dossier, entries, changes, tables))
    return Answer("approval", findings, immutabledict(tables), provenance_of(dossier, sheets, settings))


def _changes(home: Home, entries: Sequence[Entry]) -> Mapping[str, tuple[Change, ...]]:
    """Package of the seat to the fewest changes after which it passes a vote in force; those that pass are left out."""
    seat = side_of(home.dossier, home.dossier.seat)
    found = {}
    for entry in entries:
        one = entry.ballot
        if entry.side == seat and one.subject.is_package and not entry.is_what_if and one.contested:
            changes = least_changes(home, one)
            if changes is not None:
                found[one.subject.id] = changes
    return found


def _change_table(changes: Mapping[str, Sequence[Change]]) -> Table:
    rows: Rows = [
        ((subject, one.dropped, one.added), tuple(item.partition("=")[0] for item in (*one.dropped, *one.added)))
        for subject, found in changes.items()
        for one in found
    ]
    return table_of(("subject", "dropped", "added"), rows)
