"""Where to act: what one cut takes away from each party, and by which means a harm becomes less likely."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hiwar.dossier.model import Dossier, side_of
from hiwar.dossier.scales import Range
from hiwar.questions.courses import sides_of
from hiwar.questions.judgements import Judgements, likelihood_range, size_range
from hiwar.questions.prospects import touched
from hiwar.questions.reactions.chain_graph import Edge, Graph, State, state_of
from hiwar.questions.reactions.chains import chain_to, reach


@dataclass(frozen=True)
class Cut:
    """One link, and what no longer follows from a choice once it is cut."""

    link: str
    lost: frozenset[State]
    harms: frozenset[State]
    """Of these, what harms a party: costs that become more likely, gains that become less likely."""
    reliefs: frozenset[State]
    """Of these, what does a party good, which is lost too."""
    takes_less_than: tuple[str, ...]
    """Links whose cut takes away every one of these harms and at least one more: they come first."""


@dataclass(frozen=True)
class RemovedSize:
    """How large the harms are that a cut takes away, in one main domain of a party; None where one is not judged."""

    domain: str
    low: float | None
    high: float | None
    effects: tuple[str, ...]
    not_judged: tuple[str, ...]


def harms_among(dossier: Dossier, states: Sequence[State] | frozenset[State], party: str) -> frozenset[State]:
    """What harms a party among things that become more or less likely."""
    return _bearing(dossier, states, party, {("cost", "more"), ("gain", "less")})


def reliefs_among(dossier: Dossier, states: Sequence[State] | frozenset[State], party: str) -> frozenset[State]:
    """What does a party good among things that become more or less likely."""
    return _bearing(dossier, states, party, {("gain", "more"), ("cost", "less")})


def _bearing(
    dossier: Dossier, states: Sequence[State] | frozenset[State], party: str, wanted: set[tuple[str, str]]
) -> frozenset[State]:
    return frozenset(
        (node, sign)
        for node, sign in states
        if node in dossier.effects
        and (dossier.effects[node].kind, sign) in wanted
        and party in sides_of(dossier, dossier.effects[node].on)
    )


def cuts_of(dossier: Dossier, cut: Mapping[str, frozenset[State]], party: str) -> tuple[Cut, ...]:
    """Cuts that take harm from a party, ordered by inclusion alone.

    Items are never counted, so that splitting an effect in two changes nothing: of two cuts one comes first only where
    it takes away all that the other does and more.
    """
    harms = {link: harms_among(dossier, lost, party) for link, lost in cut.items()}
    found = sorted(link for link in cut if harms[link])
    return tuple(
        Cut(
            link,
            cut[link],
            harms[link],
            reliefs_among(dossier, cut[link], party),
            tuple(other for other in found if harms[other] > harms[link]),
        )
        for link in found
    )


def removed_sizes(judgements: Judgements, harms: frozenset[State], party: str) -> tuple[RemovedSize, ...]:
    """Bounds of size times likelihood of the harms removed, in points per main domain; none where a part is not judged.

    The likelihood is that of the effect once its condition holds. A gain that is only less likely may still come
    about: at least nothing of it is removed.
    """
    dossier = judgements.dossier
    found: dict[str, list[tuple[str, Range]]] = {}
    for effect in sorted({node for node, _ in harms}):
        at_least = 1.0 if (effect, "more") in harms else 0.0
        for domain in touched(dossier, effect):
            size = size_range(judgements, effect, party, domain)
            found.setdefault(domain, []).append((effect, replace(size, low=size.low * at_least)))
    return tuple(_removed(judgements, domain, sizes) for domain, sizes in sorted(found.items()))


def _removed(judgements: Judgements, domain: str, sizes: Sequence[tuple[str, Range]]) -> RemovedSize:
    effects = tuple(effect for effect, _ in sizes)
    ranges = [(size, _likelihood(judgements, effect)) for effect, size in sizes]
    not_judged = tuple(
        effect
        for effect, (size, likelihood) in zip(effects, ranges, strict=True)
        if not _is_known(size) or likelihood is None
    )
    if not_judged:
        return RemovedSize(domain, None, None, effects, not_judged)
    low = sum(size.low * likelihood.low for size, likelihood in ranges if likelihood is not None)
    high = sum(size.high * likelihood.high for size, likelihood in ranges if likelihood is not None)
    return RemovedSize(domain, low, high, effects, ())


def _is_known(found: Range) -> bool:
    return found.is_stated and not found.is_unknown


def _likelihood(judgements: Judgements, effect: str) -> Range | None:
    """From the least to the greatest that any case of any sheet says; None where none speaks."""
    found = [
        likelihood_range(single, effect, (number,))
        for sheet in judgements.sheets
        if effect in sheet.likelihood
        for single in [Judgements(judgements.dossier, (sheet,))]
        for number in range(len(sheet.likelihood[effect].cases))
    ]
    if not found or not all(_is_known(one) for one in found):
        return None
    return Range(min(one.low for one in found), max(one.high for one in found))


@dataclass(frozen=True)
class Means:
    """An option of the agenda that makes a harm less likely, by which chain."""

    harm: str
    issue: str
    option: str
    steps: tuple[Edge, ...]
    means: tuple[str, ...]
    """Means of the case that use the option."""
    claims: tuple[str, ...]
    """Demands and verdicts of the case about the harm or the option."""


def means_against(dossier: Dossier, graph: Graph) -> Iterator[Means]:
    """For every cost to the seat's side the options of issues from which a chain leads to less of it."""
    seat = side_of(dossier, dossier.seat)
    costs = sorted(
        key for key, effect in dossier.effects.items() if effect.kind == "cost" and seat in sides_of(dossier, effect.on)
    )
    for issue, item in sorted(dossier.issues.items()):
        for option in sorted(item.options):
            reached = reach(graph, [state_of(dossier, issue, option)])
            for harm in costs:
                if (harm, "less") in reached:
                    steps = chain_to(reached, (harm, "less"))
                    yield Means(harm, issue, option, steps, _using(dossier, issue, option), _said(dossier, harm, issue))


def _using(dossier: Dossier, issue: str, option: str) -> tuple[str, ...]:
    return tuple(key for key, means in sorted(dossier.means.items()) if option in means.options.get(issue, ()))


def _said(dossier: Dossier, harm: str, issue: str) -> tuple[str, ...]:
    return tuple(
        key
        for key, claim in sorted(dossier.claims.items())
        if claim.kind in ("demand", "verdict") and {harm, issue} & set(claim.about)
    )
