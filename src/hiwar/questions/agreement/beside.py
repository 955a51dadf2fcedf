"""What stands beside a package: clashes it eases, others who want or reject it, terms it goes against, dependences."""

from collections.abc import Iterator, Sequence

from hiwar.dossier.model import Dossier, main_domain, principals, side_of
from hiwar.questions.agreement.tables import Rows
from hiwar.questions.answer import Table, table_of
from hiwar.questions.easing import eased_by
from hiwar.questions.negotiations import agenda_rules
from hiwar.questions.proposals import Proposal


def eased_table(dossier: Dossier, proposals: Sequence[Proposal]) -> Table:
    """Clashes of goals that each proposal eases, and by which of its options."""
    rows: Rows = []
    for proposal in proposals:
        for key, relation in sorted(dossier.relations.items()):
            if relation.relation in ("conflicting", "mixed"):
                by = tuple(f"{i}={o}" for i, o in eased_by(dossier, relation) if f"{i}={o}" in proposal.options)
                if by:
                    rows.append(((proposal.id, key, *relation.between, by), (key, *relation.between)))
    return table_of(("package", "relation", "goal", "other", "eased_by"), rows)


def beside_table(dossier: Dossier, proposals: Sequence[Proposal]) -> Table:
    """What stands beside each proposal: others who want or reject a part of it, terms it goes against, dependences."""
    rows: Rows = []
    for proposal in proposals:
        rows += [(((proposal.id, *values)), trace) for values, trace in _beside(dossier, proposal)]
    return table_of(("package", "kind", "party", "item", "option"), rows)


def _beside(dossier: Dossier, proposal: Proposal) -> Iterator[tuple[tuple[object, ...], tuple[str, ...]]]:
    sides = set(principals(dossier))
    for item in proposal.options:
        issue, _, key = item.partition("=")
        option = dossier.issues[issue].options[key]
        for kind, parties in (("wants", option.prefers), ("rejects", option.rejects), ("red_line", option.red_line_of)):
            for party in sorted(parties):
                if party not in sides:
                    yield (kind, party, issue, item), (issue, party)
        for kind, goals in (("serves", option.serves), ("harms", option.harms)):
            for goal in goals:
                for owner in dossier.goals[goal].owner:
                    if side_of(dossier, owner) not in sides:
                        yield (kind, owner, goal, item), (issue, goal)
        for term in option.breaks:
            yield ("goes_against", None, term, item), (issue, term)
    yield from _dependences(dossier, proposal)


def _dependences(dossier: Dossier, proposal: Proposal) -> Iterator[tuple[tuple[object, ...], tuple[str, ...]]]:
    """Third parties that depend on a principal in a domain that the proposal touches."""
    sides = set(principals(dossier))
    touched = {
        main_domain(dossier, domain)
        for item in proposal.options
        for domain in dossier.issues[item.split("=")[0]].domains
    }
    for key, tie in sorted(dossier.ties.items()):
        mains = {main_domain(dossier, domain) for domain in tie.domains}
        if tie.kind == "dependence" and side_of(dossier, tie.other) in sides and mains & touched:
            yield ("depends_on", tie.party, key, None), (key, tie.party, tie.other)


def supreme_table(dossier: Dossier, proposals: Sequence[Proposal]) -> Table:
    """Supreme interests of the seat: which options of each package serve or harm them."""
    seat = side_of(dossier, dossier.seat)
    rows: Rows = []
    for proposal in proposals:
        for key, goal in sorted(dossier.goals.items()):
            if goal.kind == "supreme_interest" and any(side_of(dossier, owner) == seat for owner in goal.owner):
                served, harmed = (_bearing_on(dossier, proposal, key, kind) for kind in ("serves", "harms"))
                rules = agenda_rules(dossier) if proposal.standards else ()
                rows.append(((proposal.id, key, served, harmed), (key, *_issues(served), *_issues(harmed), *rules)))
    return table_of(("package", "goal", "served_by", "harmed_by"), rows)


def _bearing_on(dossier: Dossier, proposal: Proposal, goal: str, kind: str) -> tuple[str, ...]:
    """Options of a package that serve, or harm, a goal."""
    return tuple(
        item
        for item in proposal.options
        for issue, _, option in [item.partition("=")]
        if goal in getattr(dossier.issues[issue].options[option], kind)
    )


def _issues(options: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(option.split("=")[0] for option in options))
