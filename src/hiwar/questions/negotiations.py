"""The agenda of a case as a negotiation: what can be agreed, what each principal makes of it, what must not be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, principals, side_of
from hiwar.dossier.variables import Issue
from hiwar.methods import packages as field
from hiwar.questions.judgements import Judgements
from hiwar.questions.worths import Worths, middle, worths_of

AGREED = "agreed"
"""The one way to settle an option of an issue that allows several: it is agreed, or it is not."""


@dataclass(frozen=True)
class Bargain:
    """An agenda ready to be searched, at the middle of the judgements."""

    dossier: Dossier
    negotiation: field.Negotiation
    worths: Worths
    left_out: tuple[str, ...]
    """Options, as ``issue=option``, that are on the agenda and that no package can hold: not judged for everybody."""
    rules: Mapping[int, str]
    """Number of a rule of the negotiation to the rule of the case it comes from."""
    red_lines: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Party to ``issue=option`` to what makes it a red line: the option itself, or goals that must not be broken."""


def bargain_of(
    judgements: Judgements, issues: Sequence[str] | None = None, given: tuple[str, str] | None = None
) -> Bargain | None:
    """The negotiation over the issues of a case, or over some of them; None where no option is judged for everybody.

    Every issue may be left unsettled, which is worth nothing to anybody: that is what points are measured from. The
    issue and option that are ``given`` hold in every package, for rules that speak of them; they are worth nothing.
    """
    dossier, worths = judgements.dossier, worths_of(judgements)
    parties = principals(dossier)
    wanted = sorted(dossier.issues if issues is None else issues)
    agenda = [dossier.issues[key] for key in wanted if given is None or key != given[0]]
    judged = {
        issue.id: tuple(
            option for option in issue.options if all((issue.id, option) in worths.worth[party] for party in parties)
        )
        for issue in agenda
    }
    left_out = tuple(
        f"{issue.id}={option}" for issue in agenda for option in issue.options if option not in judged[issue.id]
    )
    if len(parties) < 2 or not any(judged.values()):
        return None
    ways = tuple(way for issue in agenda for way in _ways(issue, judged[issue.id]))
    lines = {party: red_lines_of(dossier, party, judged) for party in parties}
    people = tuple(_party(dossier, worths, party, judged, lines[party]) for party in parties)
    if given is not None:
        judged[given[0]] = (given[1],)
        fixed = dict.fromkeys(pattern_of(dossier, *given), next(iter(pattern_of(dossier, *given).values()))[0])
        ways += tuple(field.Issue(name, (way,)) for name, way in fixed.items())
        nothing = {name: {way: Fraction(0)} for name, way in fixed.items()}
        people = tuple(replace(party, worths={**party.worths, **nothing}) for party in people)
    rules = list(_rules(dossier, judged))
    negotiation = field.Negotiation(ways, people, tuple(rule for _, rule in rules))
    numbered = immutabledict({place: name for place, (name, _) in enumerate(rules)})
    return Bargain(dossier, negotiation, worths, left_out, numbered, immutabledict(lines))


def _ways(issue: Issue, options: Sequence[str]) -> Iterator[field.Issue]:
    """One issue of the negotiation; one per option where several may hold at once."""
    if issue.allows_several:
        yield from (field.Issue(f"{issue.id}={option}", (AGREED,), may_be_unsettled=True) for option in options)
    elif options:
        yield field.Issue(issue.id, tuple(options), may_be_unsettled=True)


def _party(
    dossier: Dossier,
    worths: Worths,
    party: str,
    judged: Mapping[str, Sequence[str]],
    lines: Mapping[str, tuple[str, ...]],
) -> field.Party:
    worth: dict[str, Mapping[str, Fraction]] = {}
    for issue, options in judged.items():
        points = {option: middle(worths.worth[party][issue, option]) for option in options}
        if dossier.issues[issue].allows_several:
            worth |= {f"{issue}={option}": {AGREED: value} for option, value in points.items()}
        elif points:
            worth[issue] = points
    reservation = worths.reservation.get(party)
    return field.Party(
        party,
        worth,
        reservation_value=None if reservation is None else middle(reservation),
        red_lines=tuple(dict(pattern_of(dossier, *line.split("=", 1))) for line in lines),
    )


def pattern_of(dossier: Dossier, issue: str, option: str) -> field.Pattern:
    """The pattern of packages that hold an option."""
    if dossier.issues[issue].allows_several:
        return {f"{issue}={option}": (AGREED,)}
    return {issue: (option,)}


def red_lines_of(dossier: Dossier, party: str, judged: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """Options that a principal accepts in no agreement: said so, or they harm a goal that it will not let be broken."""
    found: dict[str, tuple[str, ...]] = {}
    for issue, options in judged.items():
        for option_id in options:
            option = dossier.issues[issue].options[option_id]
            floors = tuple(goal for goal in option.harms if is_floor_of(dossier, goal, party))
            said = (issue,) if any(speaks_for(dossier, one, party) for one in option.red_line_of) else ()
            if said or floors:
                found[f"{issue}={option_id}"] = (*said, *floors)
    return immutabledict(found)


def is_floor_of(dossier: Dossier, goal: str, party: str) -> bool:
    """Whether a goal is one that a principal will not let be broken."""
    item = dossier.goals.get(goal)
    return item is not None and item.has_floor and any(speaks_for(dossier, owner, party) for owner in item.owner)


def speaks_for(dossier: Dossier, one: str, principal: str) -> bool:
    """Whether a party is the principal, or decides for it."""
    return one == principal or (side_of(dossier, one) == principal and "decision_maker" in dossier.parties[one].roles)


def agenda_rules(dossier: Dossier) -> tuple[str, ...]:
    """Rules that speak of the agenda alone: every package that is looked for obeys them."""
    return tuple(
        key
        for key, rule in sorted(dossier.rules.items())
        if all(variable in dossier.issues for variable in (*rule.when, *rule.requires, *rule.excludes, *rule.among))
    )


def _rules(dossier: Dossier, judged: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, field.Rule]]:
    """The rules between options of the agenda; those that hang on a track, an event or a move are left aside."""
    for key in agenda_rules(dossier):
        rule = dossier.rules[key]
        if rule.among:
            yield from ((key, found) for found in _counting(dossier, rule.among, rule.at_most, rule.at_least, judged))
            continue
        for given in alternatives(dossier, rule.when, judged):
            yield from ((key, found) for found in _required(dossier, given, rule.requires, judged))
            yield from ((key, found) for found in _excluded(dossier, given, rule.excludes, judged))


def alternatives(
    dossier: Dossier, when: Mapping[str, Sequence[str]], judged: Mapping[str, Sequence[str]]
) -> Iterator[field.Pattern]:
    """The patterns any of which fulfils a condition on issues; none where it cannot be fulfilled on this agenda."""
    parts: list[list[field.Pattern]] = []
    for issue, options in when.items():
        inside = [option for option in options if option in judged.get(issue, ())]
        if dossier.issues[issue].allows_several:
            parts.append([{f"{issue}={option}": (AGREED,)} for option in inside])
        else:
            parts.append([{issue: tuple(inside)}] if inside else [])
    for chosen in product(*parts):
        yield {key: ways for part in chosen for key, ways in part.items()}


def _required(
    dossier: Dossier,
    given: field.Pattern,
    requires: Mapping[str, Sequence[str]],
    judged: Mapping[str, Sequence[str]],
) -> Iterator[field.Rule]:
    """Each issue named must hold one of its options; what is not on the agenda cannot.

    What is required of every agreement is no matter of an agenda that leaves it out.
    """
    for issue, options in requires.items():
        inside = tuple(option for option in options if option in judged.get(issue, ()))
        if not inside:
            yield from (field.Excludes(given),) if given else ()
        elif dossier.issues[issue].allows_several:
            yield field.Excludes({**given, **{f"{issue}={option}": (field.UNSETTLED,) for option in inside}})
        else:
            yield field.Requires(given, {issue: inside}) if given else field.AtLeast(1, {issue: inside})


def _excluded(
    dossier: Dossier,
    given: field.Pattern,
    excludes: Mapping[str, Sequence[str]],
    judged: Mapping[str, Sequence[str]],
) -> Iterator[field.Rule]:
    for issue, options in excludes.items():
        for pattern in alternatives(dossier, {issue: options}, judged):
            # The same issue cannot be settled in two ways, so a rule that says so of itself adds nothing.
            if not set(pattern) & set(given):
                yield field.Excludes({**given, **pattern})


def _counting(
    dossier: Dossier,
    among: Mapping[str, Sequence[str]],
    at_most: int | None,
    at_least: int | None,
    judged: Mapping[str, Sequence[str]],
) -> Iterator[field.Rule]:
    counted = {
        name: ways
        for issue, options in among.items()
        for pattern in alternatives(dossier, {issue: options}, judged)
        for name, ways in pattern.items()
    }
    if at_most is not None and counted:
        yield field.AtMost(at_most, counted)
    if at_least is not None and counted and set(among) <= set(judged):
        yield field.AtLeast(at_least, counted)


def settled(package: field.Package) -> tuple[str, ...]:
    """``issue=option`` of everything that a package of the negotiation settles."""
    held = (name if way == AGREED else f"{name}={way}" for name, way in package.items() if way != field.UNSETTLED)
    return tuple(sorted(held))
