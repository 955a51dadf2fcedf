"""What each principal gives up in the agreement that a plan proposes, and in which order it would give it up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hiwar.dossier.model import principals
from hiwar.dossier.scales import Range
from hiwar.questions.first_choices import first_choices, stated_choices
from hiwar.questions.judgements import Judgements
from hiwar.questions.plan.outlines import Outline, Row
from hiwar.questions.worths import Worths, worth_trace


@dataclass(frozen=True)
class Concession:
    """An issue on which the agreement is not what a principal would choose."""

    party: str
    issue: str
    first_choice: tuple[str, ...]
    """``issue=option``."""
    is_judged: bool
    """The first choice follows from what options are worth; else the case says what is preferred."""
    agreed: tuple[str, ...]
    cost: Range | None
    """Points of the party; None where some option is not judged for it."""
    worth_to_others: Mapping[str, Range | None]
    """Each other principal to what it gains by it, in points of its own."""


def concessions_of(outline: Outline, judgements: Judgements, worths: Worths) -> tuple[Concession, ...]:
    """Per principal, the seat first, from what costs it least to what costs it most; not judged ones last."""
    judged = first_choices(judgements)
    found = []
    for party in principals(outline.dossier):
        own = [
            concession
            for issue, options in sorted(outline.plan.package.items())
            if issue in outline.dossier.issues
            and (concession := _concession(outline, worths, judged, party, issue, options)) is not None
        ]
        found += sorted(own, key=lambda one: (one.cost is None, _centre(one)))
    return tuple(found)


def _concession(
    outline: Outline,
    worths: Worths,
    judged: Mapping[tuple[str, str], tuple[tuple[str, ...], Any]],
    party: str,
    issue: str,
    options: Sequence[str],
) -> Concession | None:
    """None where the agreement is what the party would choose, or where nobody says what that is."""
    agreed = tuple(f"{issue}={option}" for option in options)
    is_judged = (party, issue) in judged
    first = judged[party, issue][0] if is_judged else stated_choices(outline.dossier, party, issue)
    several = outline.dossier.issues[issue].allows_several
    is_kept = set(first) <= set(agreed) if several and not is_judged else bool(set(first) & set(agreed))
    if is_judged:
        is_kept = set(first) == set(agreed)
    if not first or is_kept:
        return None
    cost = difference(worths, party, first, agreed) if is_judged else None
    # An agreement that is worth as much is a first choice too; which of the two is found hangs on the order of options.
    if cost is not None and round(cost.centre, 6) <= 0:
        return None
    others = {
        other: difference(worths, other, agreed, first) for other in principals(outline.dossier) if other != party
    }
    return Concession(party, issue, first, is_judged, agreed, cost, others)


def difference(worths: Worths, party: str, more: Sequence[str], less: Sequence[str]) -> Range | None:
    """What some options are worth above others to a party, bounded as a difference: what both share cancels."""
    ranges = {}
    for item in {*more} ^ {*less}:
        issue, _, option = item.partition("=")
        if (issue, option) not in worths.worth[party]:
            return None
        ranges[item] = worths.worth[party][issue, option]
    gained = [ranges[item] for item in more if item not in less]
    given = [ranges[item] for item in less if item not in more]
    return Range(
        sum(one.low for one in gained) - sum(one.high for one in given),
        sum(one.high for one in gained) - sum(one.low for one in given),
        mode=sum(one.centre for one in gained) - sum(one.centre for one in given),
    )


CONCESSIONS = (
    "plan", "party", "rank", "issue", "first_choice", "is_judged", "agreed", "low", "centre", "high", "comes_first",
    "other", "other_low", "other_high",
)  # fmt: skip


def concession_rows(outline: Outline, judgements: Judgements, found: Sequence[Concession]) -> list[Row]:
    """One row per concession and other principal; ranks are counted for each party by itself, ties share one."""
    rows: list[Row] = []
    for party in dict.fromkeys(one.party for one in found):
        own = [one for one in found if one.party == party]
        for one in own:
            cost = (None, None, None) if one.cost is None else (one.cost.low, one.cost.centre, one.cost.high)
            rank, firm = rank_of(one, own), comes_first(one, own)
            for other, worth in one.worth_to_others.items():
                ends = (None, None) if worth is None else (worth.low, worth.high)
                values = (
                    outline.id, party, rank, one.issue, one.first_choice, one.is_judged, one.agreed, *cost, firm,
                    other, *ends,
                )  # fmt: skip
                judged = (*worth_trace(judgements, party), *worth_trace(judgements, other))
                rows.append((values, tuple(dict.fromkeys((*outline.trace, one.issue, *judged)))))
    return rows


def rank_of(one: Concession, own: Sequence[Concession]) -> int | None:
    """How many concessions of the party cost less at the middle of the judgements, and one more; None if not judged."""
    if one.cost is None:
        return None
    return 1 + sum(other.cost is not None and _centre(other) < _centre(one) for other in own)


def comes_first(one: Concession, own: Sequence[Concession]) -> str | None:
    """Whether a concession costs less than all that follow it: ``certain``, ``possible``; None where none follows."""
    costs = [other.cost for other in own if other is not one and other.cost and _centre(other) >= _centre(one)]
    if one.cost is None or not costs:
        return None
    return "certain" if all(one.cost.high <= cost.low for cost in costs) else "possible"


def _centre(one: Concession) -> float:
    """Cost at the middle of the judgements, rounded so that the order in which points are added decides nothing."""
    return 0.0 if one.cost is None else round(one.cost.centre, 6)
