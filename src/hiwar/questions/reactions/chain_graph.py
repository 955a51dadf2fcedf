"""What leads to what in a case: links, conditions of effects and what courses fix, as one signed graph."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from immutabledict import immutabledict

from hiwar.dossier.contents import Link
from hiwar.dossier.model import Dossier, variable_options
from hiwar.dossier.variables import OCCURS
from hiwar.questions.courses import Course, holds

Sign = Literal["more", "less"]
Need = tuple[str, tuple[str, ...]]
"""A variable and the options of which one must hold; an item alone where there are no options."""
State = tuple[str, Sign]
"""A node, and whether it becomes more or less likely."""


@dataclass(frozen=True)
class Edge:
    """One step: if the cause, then the consequence is more or less likely."""

    cause: str
    consequence: str
    sign: Sign
    by: str
    """The item that says so: a link, an effect (by its condition), a track or a variant (by what it fixes)."""
    kind: Literal["link", "effect", "fixes"]
    needs: tuple[Need, ...] = ()
    """Everything that must hold for the step, the cause itself included."""
    is_stated: bool = True
    """A source says so."""


@dataclass(frozen=True, eq=False)
class Graph:
    """Nodes are ids of items; a variable that occurs is its id, any other option is ``variable=option``."""

    edges: tuple[Edge, ...]
    options: Mapping[str, Need]
    """Node to the variable and the option it stands for, where it stands for one."""

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[Edge, ...]]:
        """Steps from each node: what a source says first, then what needs least, then in the order of ids."""
        found: dict[str, list[Edge]] = {}
        for edge in sorted(self.edges, key=lambda one: (not one.is_stated, len(one.needs), one.by, one.consequence)):
            found.setdefault(edge.cause, []).append(edge)
        return immutabledict({node: tuple(edges) for node, edges in found.items()})


def turned(sign: Sign, by: Sign) -> Sign:
    """The sign of two steps after one another: less of what makes less is more."""
    return "more" if sign == by else "less"


def state_of(dossier: Dossier, variable: str, option: str) -> State:
    """The node for an option; that something does not occur is less of its occurring."""
    if variable == "track":
        return option, "more"
    if option == "occurs":
        return variable, "more"
    if option == "does_not_occur" and set(variable_options(dossier, variable)) == set(OCCURS):
        return variable, "less"
    return f"{variable}={option}", "more"


def graph_of(dossier: Dossier) -> Graph:
    """The graph of a whole case.

    A link with several causes or conditions needs them together (who means "or" writes two links). Its step is drawn
    from each of them all the same: a chain shows what can follow, and says what else it needs.
    """
    edges = [*_link_edges(dossier), *_effect_edges(dossier), *_fixes_edges(dossier)]
    options: dict[str, Need] = {}
    variables = ("track", *dossier.events, *dossier.issues, *dossier.moves)
    for variable in variables:
        for option in variable_options(dossier, variable):
            node, sign = state_of(dossier, variable, option)
            if sign == "more":
                options[node] = (variable, (option,))
    return Graph(tuple(dict.fromkeys(edges)), immutabledict(options))


def within(graph: Graph, dossier: Dossier, course: Course, *, with_lapses: bool = False) -> Graph:
    """The part of the graph that a course admits: no step needs or brings about what the course rules out.

    With lapses, links may still say that an effect which the course rules out becomes less likely: what is given up.
    """

    def is_open(edge: Edge) -> bool:
        named = [need for need in edge.needs if need[1]]
        if with_lapses and edge.kind == "link" and edge.sign == "less" and edge.consequence in dossier.effects:
            named = [need for need in named if need not in _needs(dossier.effects[edge.consequence].when)]
        if edge.sign == "more" and edge.consequence in graph.options:
            named.append(graph.options[edge.consequence])
        return all(holds({key: allowed}, dossier, course) is not False for key, allowed in named)

    own = {course.track, course.variant}
    edges = (edge for edge in graph.edges if edge.kind != "fixes" or edge.by in own)
    return Graph(tuple(edge for edge in edges if is_open(edge)), graph.options)


def _needs(when: Mapping[str, tuple[str, ...]]) -> tuple[Need, ...]:
    return tuple((key, tuple(sorted(options))) for key, options in sorted(when.items()))


def _states(dossier: Dossier, when: Mapping[str, tuple[str, ...]]) -> Iterator[State]:
    for key, options in sorted(when.items()):
        yield from (state_of(dossier, key, option) for option in sorted(options))


def _cause_need(dossier: Dossier, cause: str) -> Need:
    if cause in dossier.tracks:
        return "track", (cause,)
    return (cause, ("occurs",)) if "occurs" in variable_options(dossier, cause) else (cause, ())


def _joined(*needs: Iterable[Need]) -> tuple[Need, ...]:
    return tuple(sorted(dict.fromkeys(need for part in needs for need in part)))


def _link_edges(dossier: Dossier) -> Iterator[Edge]:
    for link in dossier.links.values():
        causes: list[State] = [(cause, "more") for cause in link.cause]
        causes += _states(dossier, link.when)
        needs = _joined((_cause_need(dossier, cause) for cause in link.cause), _needs(link.when))
        for cause, cause_sign in causes:
            for target, target_sign in _consequences(dossier, link):
                effect = dossier.effects.get(target)
                whole = _joined(needs, _needs(effect.when)) if effect else needs
                sign = turned(turned(cause_sign, link.sign), target_sign)
                yield Edge(cause, target, sign, link.id, "link", whole, link.is_stated)


def _consequences(dossier: Dossier, link: Link) -> Iterator[State]:
    yield from ((target, "more") for target in link.leads_to)
    yield from _states(dossier, link.leads_to_options)


def _effect_edges(dossier: Dossier) -> Iterator[Edge]:
    for key, effect in dossier.effects.items():
        for cause, sign in _states(dossier, effect.when):
            yield Edge(cause, key, sign, key, "effect", _needs(effect.when), effect.is_stated)


def _fixes_edges(dossier: Dossier) -> Iterator[Edge]:
    for key, track in dossier.tracks.items():
        for target, sign in _states(dossier, track.fixes):
            yield Edge(key, target, sign, key, "fixes", is_stated=track.is_stated)
        for variant in track.variants.values():
            yield Edge(variant.id, key, "more", variant.id, "fixes", is_stated=variant.is_stated)
            for target, sign in _states(dossier, variant.fixes):
                yield Edge(variant.id, target, sign, variant.id, "fixes", is_stated=variant.is_stated)
