"""Words for what the method for packages finds, on the screen and in pictures."""

from collections.abc import Mapping
from fractions import Fraction

from hiwar.methods.packages import AtLeast, AtMost, Excludes, Pattern, Requires, Rule
from hiwar.methods.packages.blocking import Demand


def points(number: Fraction | int | None) -> str:
    """Points with at most three decimals; a rounded number bears a mark."""
    if number is None:
        return "not known"
    short = f"{float(number):.3f}".rstrip("0").rstrip(".")
    return short if Fraction(short) == number else f"~{short}"


def percent(share: Fraction) -> str:
    """A share in whole percent."""
    return f"{float(share):.0%}"


def pattern(named: Pattern) -> str:
    """``border: open or closed, fee: none``"""
    return ", ".join(f"{issue}: {' or '.join(options)}" for issue, options in named.items())


def demand(one: Demand) -> str:
    """What is demanded, and by whom."""
    match one.what:
        case Excludes() | Requires() | AtMost() | AtLeast():
            return f"the rule: {rule(one.what)}"
        case Mapping():
            return f"the red line of {one.party}: never {pattern(one.what)}"
        case _:
            return f"the reservation value of {one.party}: {one.what}"


def rule(one: Rule) -> str:
    """A rule in words."""
    match one:
        case Excludes(named):
            return f"never {pattern(named)}"
        case Requires(when, then):
            return f"{pattern(when) or 'always'} requires {pattern(then)}"
        case AtMost(count, among):
            return f"at most {count} of: {pattern(among)}"
        case AtLeast(count, among):
            return f"at least {count} of: {pattern(among)}"
