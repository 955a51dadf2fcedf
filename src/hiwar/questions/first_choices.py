"""What each principal would choose on an issue if the choice were its own."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from hiwar.dossier.model import Dossier
from hiwar.methods.packages import pareto_frontier
from hiwar.questions.judgements import Judgements
from hiwar.questions.negotiations import bargain_of, settled, speaks_for


def first_choices(judgements: Judgements) -> Mapping[tuple[str, str], tuple[tuple[str, ...], Fraction]]:
    """Party and issue to the options that are best for it there, and their points.

    As far as rules admit; what they require of another issue may well be agreed there.
    """
    firsts = {}
    rules = judgements.dossier.rules
    for issue in sorted(judgements.dossier.issues):
        bargain = bargain_of(judgements, (issue,))
        if bargain is not None:
            numbered = enumerate(bargain.negotiation.rules)
            inside = [rule for place, rule in numbered if set(rules[bargain.rules[place]].requires) <= {issue}]
            for party in bargain.negotiation.parties:
                freely = replace(party, reservation_value=None, red_lines=())
                alone = replace(bargain.negotiation, parties=(freely,), rules=tuple(inside))
                (point,) = pareto_frontier(alone, among="feasible").points
                firsts[party.name, issue] = (settled(point.package), point.scores[0])
    return dict(sorted(firsts.items()))


def stated_choices(dossier: Dossier, party: str, issue: str) -> tuple[str, ...]:
    """``issue=option`` of the options that a principal, or who decides for it, is said to prefer."""
    return tuple(
        f"{issue}={option.id}"
        for option in dossier.issues[issue].options.values()
        if any(speaks_for(dossier, one, party) for one in option.prefers)
    )
