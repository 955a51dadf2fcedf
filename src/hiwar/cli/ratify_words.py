"""Words for what the method for ratification finds, on the screen and in pictures."""

from collections.abc import Sequence
from fractions import Fraction

from hiwar.formats.ratification_values import rule_words
from hiwar.methods.ratification import Chamber, ChamberVerdict, Outcome, Turn, Vote

OUTCOMES = {
    Outcome.PASS: "it passes",
    Outcome.FAIL: "it fails",
    Outcome.CANNOT_BE_TOLD: "it cannot be told",
}
SHORT = {Outcome.PASS: "passes", Outcome.FAIL: "fails", Outcome.CANNOT_BE_TOLD: "open"}


def span(pair: tuple[int, int] | None) -> str:
    """``40``, or ``40 to 69``."""
    if pair is None:
        return "not known"
    return f"{pair[0]:,}" if pair[0] == pair[1] else f"{pair[0]:,} to {pair[1]:,}"


def needed_words(found: ChamberVerdict) -> str:
    """``165 of 329 needed``; empty where seats are not known."""
    return "" if found.needed is None else f"{span(found.needed)} of {found.seats:,} needed"


def asked_words(chamber: Chamber) -> str:
    """The rule and the quorum."""
    quorum = "no quorum" if chamber.quorum is None else f"quorum {chamber.quorum:,}"
    return f"{rule_words(chamber.rule)}; {quorum}"


def cost_words(cost: Fraction) -> str:
    """A cost with at most three decimals; a rounded one bears a mark."""
    short = f"{float(cost):.3f}".rstrip("0").rstrip(".")
    return short if Fraction(short) == cost else f"~{short}"


def share_words(share: float) -> str:
    """A probability; what is only nearly 0 or 1 does not read so."""
    if share in (0, 1):
        return f"{share:.0f}"
    if share < 0.0005:
        return "below 0.001"
    return "above 0.999" if share > 0.9995 else f"{share:.3f}"


def turns_words(turns: Sequence[Turn]) -> str:
    """Who is turned, and how where it is not for."""
    how = {"for": "", "against": " against", "absent": " away"}
    return ", ".join(f"{turn.name}{how[turn.action]}" for turn in turns)


def vote_words(votes: Sequence[Vote]) -> str:
    """``149 for, 35 against, 14 abstaining, 77 absent``"""
    counts = {
        "for": sum(vote.votes_for for vote in votes),
        "against": sum(vote.votes_against for vote in votes),
        "abstaining": sum(vote.abstentions for vote in votes),
        "absent": sum(vote.absent for vote in votes),
    }
    return ", ".join(f"{number:,} {what}" for what, number in counts.items() if number or what == "for")
