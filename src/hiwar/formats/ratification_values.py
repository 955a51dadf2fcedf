"""Numbers, ranges, rules and positions as they stand in the file of a ratification."""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import cast

from hiwar.dossier.explain import found
from hiwar.dossier.problems import Trouble
from hiwar.dossier.tree import Node
from hiwar.formats.nodes import entries_of, flag_of, whole_number_of
from hiwar.formats.packages_yaml import points_of
from hiwar.methods.ratification import (
    MAJORITY_OF_MEMBERS,
    MAJORITY_OF_PRESENT,
    MAJORITY_OF_VOTING,
    TWO_THIRDS_OF_MEMBERS,
    TWO_THIRDS_OF_PRESENT,
    TWO_THIRDS_OF_VOTING,
    Base,
    Between,
    Number,
    Position,
    Rule,
    quota,
)

UNKNOWN = "unknown"
RULES: Mapping[str, Rule] = {
    "majority of members": MAJORITY_OF_MEMBERS,
    "majority of present": MAJORITY_OF_PRESENT,
    "majority of voting": MAJORITY_OF_VOTING,
    "two thirds of members": TWO_THIRDS_OF_MEMBERS,
    "two thirds of present": TWO_THIRDS_OF_PRESENT,
    "two thirds of voting": TWO_THIRDS_OF_VOTING,
    "all members": Rule(1, "members", must_exceed=False),
}
"""Rules that have a name."""
_BASES = ("members", "present", "voting")
_SHARE = re.compile(r"(more than|at least) (\d{1,6})/(\d{1,6}) of (members|present|voting)")
_VOTES = re.compile(r"(\d{1,7}) votes?")
RULE_EXAMPLES = 'such as "majority of present", "two thirds of members", "at least 3/5 of voting" or "60 votes"'


def rule_named(text: str) -> Rule | None:
    """A rule in words; None where they name none."""
    text = " ".join(text.split())
    if text in RULES:
        return RULES[text]
    votes, share = _VOTES.fullmatch(text), _SHARE.fullmatch(text)
    if votes:
        return quota(int(votes[1]))
    if share and int(share[3]):
        return Rule(Fraction(int(share[2]), int(share[3])), cast(Base, share[4]), must_exceed=share[1] == "more than")
    return None


def rule_words(rule: Rule) -> str:
    """A rule in words that `rule_named` understands; a share together with a number of votes in plain words."""
    plain = replace(rule, votes=0)
    at_least = f"{rule.votes} vote{'s' * (rule.votes != 1)}"
    if not rule.share:
        return at_least
    name = next((words for words, known in RULES.items() if known == plain), None)
    if name is None:
        word = "more than" if rule.must_exceed else "at least"
        share = Fraction(str(rule.share))
        name = f"{word} {share.numerator}/{share.denominator} of {rule.of}"
    return f"{name}, and at least {at_least}" if rule.votes else name


def rule_of(node: Node, troubles: list[Trouble]) -> Rule:
    """A rule by name, or with its parts; a majority of members where it is wrong, with its trouble."""
    if node.kind == "scalar":
        rule = rule_named(node.raw)
        if rule is None:
            troubles.append(node.trouble(f"expected here: a rule, {RULE_EXAMPLES}; found {found(node)}"))
        return rule or MAJORITY_OF_MEMBERS
    entries = entries_of(node, ("share", "of", "must_exceed", "votes"), troubles)
    rule = Rule()
    if "share" in entries:
        rule = replace(rule, share=points_of(entries["share"][1], troubles))
    if "of" in entries:
        base = entries["of"][1]
        if base.raw not in _BASES:
            message = f"expected here: members, present or voting; found {found(base)}"
            troubles.append(base.trouble(message, word=base.raw, known=_BASES))
        else:
            rule = replace(rule, of=cast(Base, base.raw))
    if "must_exceed" in entries:
        rule = replace(rule, must_exceed=flag_of(entries["must_exceed"][1], troubles))
    if "votes" in entries:
        rule = replace(rule, votes=whole_number_of(entries["votes"][1], troubles))
    if node.kind == "map" and "share" in entries and "of" not in entries:
        troubles.append(node.trouble("say what the share is of: members, present or voting"))
    return rule if "share" in entries else replace(rule, must_exceed=False)


def position_of(node: Node, troubles: list[Trouble]) -> Position:
    """A position by its word; unknown where it is wrong, with its trouble."""
    words = [position.value for position in Position]
    if node.kind == "scalar" and node.raw in words:
        return Position(node.raw)
    message = f"expected here: {', '.join(words[:-1])} or {words[-1]}; found {found(node)}"
    troubles.append(node.trouble(message, word=node.raw if node.kind == "scalar" else "", known=words))
    return Position.UNKNOWN


def amount_of(node: Node, troubles: list[Trouble]) -> Number | Between | None:
    """A number, ``[least, most]``, or ``unknown`` (None)."""
    if node.kind == "scalar" and node.raw == UNKNOWN:
        return None
    if node.kind != "list":
        return points_of(node, troubles)
    if len(node.items) != 2:
        troubles.append(node.trouble(f"a range is written [least, most]; found {found(node)}"))
        return None
    low, high = (points_of(item, troubles) for item in node.items)
    if Fraction(low) > Fraction(high):
        troubles.append(node.trouble(f"the range [{low}, {high}] is upside down: the least comes first"))
    return Between(low, high)


def range_of(node: Node, troubles: list[Trouble]) -> Between | None:
    """``[least, most]``, or one number for both."""
    amount = amount_of(node, troubles)
    return amount if amount is None or isinstance(amount, Between) else Between(amount, amount)


def seats_of(node: Node, troubles: list[Trouble]) -> int | None:
    """A whole number, or ``unknown`` (None)."""
    if node.kind == "scalar" and node.raw == UNKNOWN:
        return None
    return whole_number_of(node, troubles)


def attendance_of(node: Node, troubles: list[Trouble]) -> int | Between | None:
    """A whole number of seats, or ``[least, most]``."""
    if node.kind == "scalar" and node.raw == UNKNOWN:
        troubles.append(node.trouble("how many may be present? write [0, all its seats] where nothing is known"))
        return None
    if node.kind != "list":
        return whole_number_of(node, troubles)
    if len(node.items) != 2:
        troubles.append(node.trouble(f"a range is written [least, most]; found {found(node)}"))
        return None
    return Between(*(whole_number_of(item, troubles) for item in node.items))
