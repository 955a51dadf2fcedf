"""A vote as it is taken: who votes how, whether it passes, and votes that show what is possible."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hiwar.methods.ratification.exact import exact
from hiwar.methods.ratification.forms import Bloc, Chamber, Rule
from hiwar.methods.ratification.ways import Way, nobody_knows, ways_of

UNLISTED = ""
"""Stands for a bloc where the seats are meant that nobody is known to hold."""


@dataclass(frozen=True)
class Vote:
    """What the members of a bloc do."""

    bloc: str
    """`UNLISTED` for the seats that nobody is known to hold."""
    votes_for: int
    votes_against: int
    abstentions: int
    """Present, neither for nor against."""
    absent: int

    @property
    def present(self) -> int:
        """Members present."""
        return self.votes_for + self.votes_against + self.abstentions


def passes(chamber: Chamber, votes: Iterable[Vote], rule: Rule | None = None) -> bool:
    """Say whether a vote passes in a chamber: quorum, number of votes, share, vetoes.

    Parameters
    ----------
    chamber : Chamber
        Its seats must be known where its rule is a share of all members.
    votes : iterable of Vote
        Who does not vote is absent.
    rule : Rule, optional
        In place of the chamber's own.
    """
    rule = rule or chamber.rule
    votes = [*votes]
    votes_for = sum(vote.votes_for for vote in votes)
    present = sum(vote.present for vote in votes)
    voting = votes_for + sum(vote.votes_against for vote in votes)
    counted = {"members": chamber.seats or 0, "present": present, "voting": voting}[rule.of]
    needed = exact(rule.share) * counted
    has_share = votes_for > needed if rule.must_exceed else votes_for >= needed
    vetoing = {bloc.name for bloc in chamber.blocs if bloc.has_veto}
    is_vetoed = any(vote.bloc in vetoing and vote.votes_against > vote.votes_for for vote in votes)
    return has_share and votes_for >= max(rule.votes, 1) and present >= (chamber.quorum or 0) and not is_vetoed


def votes_needed(rule: Rule, counted: int) -> int:
    """Least number of votes for that a rule asks for, of so many members, present or voting."""
    needed = exact(rule.share) * counted
    whole = needed.numerator // needed.denominator
    least = whole + 1 if rule.must_exceed or needed != whole else whole
    return max(least, rule.votes, 1)


def most_favourable(chamber: Chamber, unlisted: int) -> tuple[Vote, ...]:
    """As many votes for as can be, and as few others as the quorum allows."""
    ways = [(name, bloc, way) for name, bloc, way in _named(chamber, unlisted, best=True)]
    missing = (chamber.quorum or 0) - sum(way.most_for + way.others_at_best[0] for _, _, way in ways)
    extra = dict.fromkeys((name for name, _, _ in ways), 0)
    # Those who need not vote against come first.
    for name, bloc, way in sorted(ways, key=lambda each: each[2].others == "against"):
        least, most = way.others_at_best
        if bloc is not None and bloc.has_veto and way.others == "against":
            most = min(most, max(least, way.most_for))
        extra[name] = max(0, min(most - least, missing))
        missing -= extra[name]
    votes = []
    for name, _, way in ways:
        others = way.others_at_best[0] + extra[name]
        against, abstaining = (others, 0) if way.others == "against" else (0, others)
        votes.append(Vote(name, way.most_for, against, abstaining, way.seats - way.most_for - others))
    return tuple(votes)


def least_favourable(chamber: Chamber, unlisted: int) -> tuple[tuple[Vote, ...], tuple[Vote, ...]]:
    """Two votes; if any admissible vote fails, one of them does: all opponents come, or as few members as can be."""
    come, stay_away = [], []
    for name, _, way in _named(chamber, unlisted, best=False):
        come.append(_vote(name, way, way.least_for, way.most_others))
        stay_away.append(_vote(name, way, way.least_for, way.least_present - way.least_for))
    return tuple(come), tuple(stay_away)


def _vote(name: str, way: Way, votes_for: int, others: int) -> Vote:
    against, abstaining = (0, others) if way.others == "abstain" else (others, 0)
    return Vote(name, votes_for, against, abstaining, way.seats - votes_for - others)


def _named(chamber: Chamber, unlisted: int, *, best: bool) -> Sequence[tuple[str, Bloc | None, Way]]:
    """Blocs whose seats are known, and the seats that nobody is known to hold."""
    named: list[tuple[str, Bloc | None, Way]] = []
    for bloc in chamber.blocs:
        if bloc.seats is not None:
            ways = ways_of(bloc)
            named.append((bloc.name, bloc, ways.best if best else ways.worst))
    if unlisted:
        named.append((UNLISTED, None, nobody_knows(unlisted).best))
    return named
