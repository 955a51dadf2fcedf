"""What each side wants, what goes together, what clashes, and what would ease each clash."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from immutabledict import immutabledict

from hiwar.dossier.contents import Goal, Relation
from hiwar.dossier.model import Dossier, main_domain, principals, side_of
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, Finding, Firmness, Ground, Settings, Table
from hiwar.questions.easing import eased_by
from hiwar.questions.provenance import ground_of, provenance_of

KINDS_OF_RELATION = ("compatible", "conflicting", "mixed", "unrelated")


def answer_interests(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """What is shared, what clashes, and by which means can the clash be reduced?"""
    relations = relations_of(dossier, sheets)
    return Answer(
        question="interests",
        findings=tuple(_findings(dossier, relations)),
        tables=immutabledict(_tables(dossier, relations)),
        provenance=provenance_of(dossier, sheets, settings),
    )


def relations_of(dossier: Dossier, sheets: Sequence[Sheet]) -> Mapping[frozenset[str], Relation]:
    """Pair of goals to their relation: as the case has it, unless every sheet that speaks of it sees it otherwise."""
    found: dict[frozenset[str], Relation] = {}
    for key, relation in sorted(dossier.relations.items()):
        views = {sheet.relations[key].value for sheet in sheets if key in sheet.relations}
        view = views.pop() if len(views) == 1 else relation.relation
        found[frozenset(relation.between)] = relation.model_copy(update={"relation": view})
    return found


def _tables(dossier: Dossier, relations: Mapping[frozenset[str], Relation]) -> Mapping[str, Table]:
    return {
        "goals": _goal_table(dossier),
        "matrix": _matrix(dossier, relations),
        "balance": _balance(dossier, relations),
        "conflicts": _conflicts(dossier, relations),
        "agreeable": _agreeable(dossier, relations),
        "contradictions": _contradictions(dossier, relations),
        "gaps": _gaps(dossier),
        "options": _options(dossier),
        "supreme": _supreme(dossier, relations),
    }


def sides_of_goal(dossier: Dossier, goal: Goal) -> frozenset[str]:
    """The sides whose goal it is."""
    return frozenset(side_of(dossier, owner) for owner in goal.owner)


def goals_of_side(dossier: Dossier, side: str) -> tuple[str, ...]:
    """Goals of a principal and of the blocs and institutions inside it, in the order of their ids."""
    return tuple(key for key, goal in sorted(dossier.goals.items()) if side in sides_of_goal(dossier, goal))


def own_goals(dossier: Dossier, party: str) -> tuple[str, ...]:
    """Goals that a party itself holds, in the order of their ids."""
    return tuple(key for key, goal in sorted(dossier.goals.items()) if party in goal.owner)


def is_active(goal: Goal, scenario: Mapping[str, str]) -> str:
    """``yes``, ``no``, or ``open`` where its condition hangs on what the scenario leaves open."""
    states = [scenario[key] in options if key in scenario else None for key, options in goal.when.items()]
    if False in states:
        return "no"
    return "open" if None in states else "yes"


def active_goals(dossier: Dossier, scenario: Mapping[str, str]) -> Mapping[str, str]:
    """Goal to whether it is active under a scenario (event or move to option)."""
    return {key: is_active(goal, scenario) for key, goal in sorted(dossier.goals.items())}


def _goal_table(dossier: Dossier) -> Table:
    columns = ("id", "owner", "side", "kind", "parent", "domains", "priority", "active", "when")
    rows = tuple(
        (
            key,
            goal.owner,
            tuple(sorted(sides_of_goal(dossier, goal))),
            goal.kind,
            goal.parent,
            goal.domains,
            goal.priority,
            is_active(goal, {}),
            tuple(f"{variable}={option}" for variable, options in sorted(goal.when.items()) for option in options),
        )
        for key, goal in sorted(dossier.goals.items())
    )
    return Table(columns, rows, tuple((row[0],) for row in rows))


def goal_pairs(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Every goal of a principal with every goal of another, the seat's first."""
    sides = [goals_of_side(dossier, side) for side in principals(dossier)]
    return tuple(
        pair for mine, theirs in combinations(sides, 2) for pair in product(mine, theirs) if pair[0] != pair[1]
    )


def _matrix(dossier: Dossier, relations: Mapping[frozenset[str], Relation]) -> Table:
    rows, traces = [], []
    for goal, other in goal_pairs(dossier):
        relation = relations.get(frozenset((goal, other)))
        rows.append((goal, other, relation.relation if relation else None, relation.id if relation else None))
        traces.append((goal, other, *((relation.id,) if relation else ())))
    return Table(("goal", "other", "relation", "item"), tuple(rows), tuple(traces))


def _domains_of(dossier: Dossier, *goals: str) -> frozenset[str]:
    return frozenset(main_domain(dossier, domain) for goal in goals for domain in dossier.goals[goal].domains)


def _balance(dossier: Dossier, relations: Mapping[frozenset[str], Relation]) -> Table:
    """Per main domain: how many pairs with a goal in it are of each kind; pairs not judged are a kind of their own."""
    columns = ("domain", *KINDS_OF_RELATION, "not_judged")
    rows, traces = [], []
    for domain in sorted({main_domain(dossier, key) for key in dossier.domains}):
        pairs = [pair for pair in goal_pairs(dossier) if domain in _domains_of(dossier, *pair)]
        found = [relations.get(frozenset(pair)) for pair in pairs]
        kinds: list[str | None] = [relation.relation if relation else None for relation in found]
        rows.append((domain, *(kinds.count(kind) for kind in (*KINDS_OF_RELATION, None))))
        traces.append((domain, *(relation.id for relation in found if relation)))
    return Table(columns, tuple(rows), tuple(traces))


def principal_relations(
    dossier: Dossier, relations: Mapping[frozenset[str], Relation], *kinds: str
) -> tuple[tuple[str, str, Relation], ...]:
    """Pairs of goals of two principals that are of one of these kinds."""
    found = ((goal, other, relations.get(frozenset((goal, other)))) for goal, other in goal_pairs(dossier))
    return tuple((goal, other, relation) for goal, other, relation in found if relation and relation.relation in kinds)


def _conflicts(dossier: Dossier, relations: Mapping[frozenset[str], Relation]) -> Table:
    rows, traces = [], []
    for goal, other, relation in principal_relations(dossier, relations, "conflicting", "mixed"):
        eases = tuple(f"{issue}={option}" for issue, option in eased_by(dossier, relation))
        rows.append((relation.id, goal, other, relation.relation, eases))
        traces.append((relation.id, goal, other, *(issue for issue, _ in eased_by(dossier, relation))))
    return Table(("item", "goal", "other", "relation", "eased_by"), tuple(rows), tuple(traces))


def _agreeable(dossier: Dossier, relations: Mapping[frozenset[str], Relation]) -> Table:
    found = principal_relations(dossier, relations, "compatible")
    rows = tuple((r.id, goal, other, ground_of(is_stated=r.is_stated).value) for goal, other, r in found)
    return Table(("item", "goal", "other", "ground"), rows, tuple((r.id, goal, other) for goal, other, r in found))


def inner_conflicts(
    dossier: Dossier, relations: Mapping[frozenset[str], Relation]
) -> tuple[tuple[str, str, str, Relation], ...]:
    """Side, goal, other goal of the same side that contradict each other: within one party or between its blocs."""
    found = []
    for relation in relations.values():
        first, second = relation.between
        shared = sides_of_goal(dossier, dossier.goals[first]) & sides_of_goal(dossier, dossier.goals[second])
        found += [(side, first, second, relation) for side in shared if relation.relation == "conflicting"]
    return tuple(sorted(found, key=lambda entry: (entry[3].id, entry[0])))


def _contradictions(dossier: Dossier, relations: Mapping[frozenset[str], Relation]) -> Table:
    columns = ("item", "owner", "goal", "other", "when_goal", "when_other")
    found = inner_conflicts(dossier, relations)
    rows = tuple(
        (r.id, owner, goal, other, _condition(dossier.goals[goal]), _condition(dossier.goals[other]))
        for owner, goal, other, r in found
    )
    return Table(columns, rows, tuple((r.id, goal, other) for _, goal, other, r in found))


def _condition(goal: Goal) -> tuple[str, ...]:
    return tuple(f"{variable}={option}" for variable, options in sorted(goal.when.items()) for option in options)


def _gaps(dossier: Dossier) -> Table:
    rows: list[tuple[str, str, tuple[str, ...]]] = []
    for party in principals(dossier):
        goals = own_goals(dossier, party)
        if not any(dossier.goals[goal].kind == "ultimate" for goal in goals):
            rows.append((party, "no_ultimate_goal", ()))
        for gap, field in (("no_priority", "priority"), ("no_domain", "domains")):
            lacking = tuple(goal for goal in goals if not getattr(dossier.goals[goal], field))
            rows += [(party, gap, lacking)] if lacking else []
    return Table(("party", "gap", "goals"), tuple(rows), tuple((party, *goals) for party, _, goals in rows))


def _options(dossier: Dossier) -> Table:
    columns = ("issue", "option", "prefers", "rejects", "serves", "harms", "eases")
    rows = tuple(
        (
            issue_id,
            option_id,
            tuple(sorted(option.prefers)),
            tuple(sorted(option.rejects)),
            option.serves,
            option.harms,
            option.eases,
        )
        for issue_id, issue in sorted(dossier.issues.items())
        for option_id, option in issue.options.items()
    )
    traces = tuple(tuple(dict.fromkeys((row[0], *(key for named in row[2:] for key in named)))) for row in rows)
    return Table(columns, rows, traces)


def _supreme(dossier: Dossier, relations: Mapping[frozenset[str], Relation]) -> Table:
    columns = ("goal", "owner", "compatible", "conflicting", "mixed", "served_by", "harmed_by")
    rows, traces = [], []
    for key, goal in sorted(dossier.goals.items()):
        if goal.kind != "supreme_interest":
            continue
        with_others = {
            kind: tuple(sorted(r.id for pair, r in relations.items() if key in pair and r.relation == kind))
            for kind in ("compatible", "conflicting", "mixed")
        }
        served, harmed = (_options_that(dossier, verb, key) for verb in ("serves", "harms"))
        rows.append((key, goal.owner, *with_others.values(), served, harmed))
        traces.append((key, *(relation for found in with_others.values() for relation in found)))
    return Table(columns, tuple(rows), tuple(traces))


def _options_that(dossier: Dossier, verb: str, goal: str) -> tuple[str, ...]:
    return tuple(
        f"{issue_id}={option_id}"
        for issue_id, issue in sorted(dossier.issues.items())
        for option_id, option in sorted(issue.options.items())
        if goal in getattr(option, verb)
    )


def _findings(dossier: Dossier, relations: Mapping[frozenset[str], Relation]) -> Iterator[Finding]:
    kinds = [row[2] for row in _matrix(dossier, relations).rows]
    counts = {kind: kinds.count(kind) for kind in KINDS_OF_RELATION}
    yield Finding("interests.pairs", {**counts, "not_judged": kinds.count(None), "total": len(kinds)})
    if stated := [r.id for _, _, r in principal_relations(dossier, relations, "compatible") if r.is_stated]:
        values = {"pairs": tuple(stated)}
        yield Finding("interests.compatible_by_source", values, ground=Ground.SOURCE, trace=tuple(stated))
    yield from _ease_findings(dossier, relations)
    for owner, goal, other, relation in inner_conflicts(dossier, relations):
        inner = {"item": relation.id, "owner": owner, "goal": goal, "other": other}
        ground = ground_of(is_stated=relation.is_stated)
        yield Finding("interests.contradiction", inner, ground=ground, trace=(relation.id, goal, other))
    yield from _gap_findings(dossier)
    yield from _condition_findings(dossier)
    for party in principals(dossier):
        goals = tuple(g for g in own_goals(dossier, party) if dossier.goals[g].kind == "supreme_interest")
        if goals:
            yield Finding("interests.supreme", {"party": party, "goals": goals}, trace=goals)


def _ease_findings(dossier: Dossier, relations: Mapping[frozenset[str], Relation]) -> Iterator[Finding]:
    for goal, other, relation in principal_relations(dossier, relations, "conflicting"):
        options = tuple(f"{issue}={option}" for issue, option in eased_by(dossier, relation))
        values = {"item": relation.id, "goal": goal, "other": other, "options": options}
        trace = (relation.id, goal, other, *(option.split("=")[0] for option in options))
        yield Finding("interests.eased" if options else "interests.not_eased", values, trace=trace)


def _condition_findings(dossier: Dossier) -> Iterator[Finding]:
    for key, goal in sorted(dossier.goals.items()):
        if goal.when:
            values = {"goal": key, "when": _condition(goal)}
            trace = (key, *sorted(goal.when))
            yield Finding("interests.depends", values, ground=ground_of(is_stated=goal.is_stated), trace=trace)


def _gap_findings(dossier: Dossier) -> Iterator[Finding]:
    for party, gap, goals in _gaps(dossier).rows:
        if gap == "no_ultimate_goal":
            yield Finding("interests.no_ultimate_goal", {"party": party}, Firmness.CANNOT_BE_TOLD, trace=(party,))
        elif gap == "no_priority":
            values = {"party": party, "count": len(goals)}
            yield Finding("interests.no_priorities", values, Firmness.CANNOT_BE_TOLD, trace=(party, *goals))
