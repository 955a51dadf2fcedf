"""Chains of effects: what can follow, by which steps, in which loops, and where one cut takes most away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, variable_options
from hiwar.questions.answer import Settings
from hiwar.questions.courses import Course, all_courses, base_course, holds
from hiwar.questions.reactions.chain_graph import Edge, Graph, Need, Sign, State, graph_of, state_of, turned, within

MOST_LOOPS = 100
"""Loops that are named; every link on a loop is searched in its shortest one."""
MOST_CAUSES = 2000
"""Causes from which contradictions are searched."""
Reach = Mapping[State, tuple[State, Edge] | None]
"""Each state that can follow, with the state and the step before it on a shortest chain; None at the start."""


@dataclass(frozen=True, eq=False)
class Start:
    """Where chains begin: a course, or an option of a move or an event, with the part of the graph it admits."""

    id: str
    kind: str
    """``course``, ``move`` or ``event``."""
    states: tuple[State, ...]
    graph: Graph
    course: Course | None = None


@dataclass(frozen=True)
class Loop:
    """Steps that come back to where they began."""

    steps: tuple[Edge, ...]

    @property
    def sign(self) -> Sign:
        """``more`` where the loop feeds itself, ``less`` where it damps itself."""
        return sign_of(self.steps)


@dataclass(frozen=True)
class Contradiction:
    """One cause that makes one consequence both more and less likely."""

    cause: str
    consequence: str
    more: tuple[Edge, ...]
    less: tuple[Edge, ...]


def starts_of(dossier: Dossier, settings: Settings) -> tuple[Start, ...]:
    """Every course (packages asked for included), and every option of a move or an event that leads to something."""
    graph = graph_of(dossier)
    found = [course_start(dossier, graph, course) for course in all_courses(dossier, settings)]
    for kind, variables in (("move", dossier.moves), ("event", dossier.events)):
        for variable in sorted(variables):
            for option in sorted(variable_options(dossier, variable)):
                state = state_of(dossier, variable, option)
                # What does not occur starts nothing; that something is less likely is read from chains the other way.
                if state[1] == "more" and state[0] in graph.outgoing:
                    found.append(Start(state[0], kind, (state,), graph))
    return tuple(found)


def course_start(dossier: Dossier, graph: Graph, course: Course) -> Start:
    """The start at a course: its track or variant, and the options of its package."""
    states: list[State] = [(course.variant or course.track, "more")]
    for key, options in sorted((course.package or {}).items()):
        states += [state_of(dossier, key, option) for option in options]
    return Start(course.id, "course", tuple(states), within(graph, dossier, course), course)


def reach(graph: Graph, start: Sequence[State], without: str | None = None) -> Reach:
    """Everything that can follow from a start, with a shortest chain to each; one link may be cut out."""
    found: dict[State, tuple[State, Edge] | None] = dict.fromkeys(start)
    waiting = list(found)
    for state in waiting:
        node, sign = state
        for edge in graph.outgoing.get(node, ()):
            after = (edge.consequence, turned(sign, edge.sign))
            if after not in found and edge.by != without:
                found[after] = (state, edge)
                waiting.append(after)
    return immutabledict(found)


def chain_to(reached: Reach, state: State) -> tuple[Edge, ...]:
    """The shortest chain to a state."""
    steps: list[Edge] = []
    while (before := reached[state]) is not None:
        state, edge = before
        steps.append(edge)
    return tuple(reversed(steps))


def sign_of(steps: Sequence[Edge]) -> Sign:
    """The sign of a whole chain."""
    sign: Sign = "more"
    for edge in steps:
        sign = turned(sign, edge.sign)
    return sign


def further_needs(dossier: Dossier, start: Start, steps: Sequence[Edge]) -> tuple[Need, ...]:
    """What a chain needs beside its own steps and what the course fixes."""
    states = {*start.states, *((edge.cause, "more") for edge in steps)}

    def is_met(need: Need) -> bool:
        key, options = need
        if (key, "more") in states and not options:
            return True
        if options and start.course is not None and holds({key: options}, dossier, start.course):
            return True
        return any(state_of(dossier, key, option) in states for option in options)

    return tuple(sorted({need for edge in steps for need in edge.needs if not is_met(need)}))


def clashes(dossier: Dossier, steps: Sequence[Edge]) -> tuple[str, ...]:
    """Variables of which a chain needs two options that exclude each other: its steps belong to different futures."""
    allowed: dict[str, set[str]] = {}
    clash: set[str] = set()
    for key, options in ((key, set(options)) for edge in steps for key, options in edge.needs if options):
        if key in dossier.issues and dossier.issues[key].allows_several:
            continue
        allowed[key] = allowed.get(key, options) & options
        if not allowed[key]:
            clash.add(key)
    return tuple(sorted(clash))


def cut_links(dossier: Dossier, start: Start) -> Mapping[str, frozenset[State]]:
    """Link to what can no longer follow once it is cut; links without which everything still follows are left out."""
    whole = reach(start.graph, start.states)
    # A link on none of these shortest chains takes nothing away: they reach everything without it.
    used = sorted({before[1].by for before in whole.values() if before is not None} & set(dossier.links))
    lost = {link: frozenset(whole) - frozenset(reach(start.graph, start.states, without=link)) for link in used}
    return immutabledict({link: states for link, states in lost.items() if states})


def loops(graph: Graph) -> tuple[tuple[Loop, ...], int]:
    """Loops of a case, the shortest through each step that lies on one; and how many steps were left unsearched."""
    drawn = nx.DiGraph((edge.cause, edge.consequence) for edge in graph.edges)
    component = {node: number for number, nodes in enumerate(nx.strongly_connected_components(drawn)) for node in nodes}
    inside = Graph(
        tuple(edge for edge in graph.edges if component[edge.cause] == component[edge.consequence]), graph.options
    )
    found: dict[frozenset[Edge], Loop] = {}
    steps = sorted(inside.edges, key=lambda edge: (edge.by, edge.cause, edge.consequence))
    for number, edge in enumerate(steps):
        if len(found) >= MOST_LOOPS:
            return tuple(found.values()), len(steps) - number
        back = _shortest(inside, edge.consequence, edge.cause)
        found.setdefault(frozenset((edge, *back)), Loop((edge, *back)))
    return tuple(found.values()), 0


def _shortest(graph: Graph, start: str, end: str) -> tuple[Edge, ...]:
    before: dict[str, Edge | None] = {start: None}
    waiting = [start]
    for node in waiting:
        if node == end:
            break
        for edge in graph.outgoing.get(node, ()):
            if edge.consequence not in before:
                before[edge.consequence] = edge
                waiting.append(edge.consequence)
    steps: list[Edge] = []
    while (step := before[end]) is not None:
        steps.append(step)
        end = step.cause
    return tuple(reversed(steps))


def contradictions(graph: Graph) -> Iterator[Contradiction]:
    """One cause, one consequence, opposite signs: directly or along chains that part at the first step.

    Chains that part only later are the contradiction of the place where they part, and named there.
    """
    for cause in sorted(graph.outgoing)[:MOST_CAUSES]:
        reached = reach(graph, [(cause, "more")])
        both = {node for node, sign in reached if sign == "more" and (node, "less") in reached}
        for node in sorted(both):
            more, less = chain_to(reached, (node, "more")), chain_to(reached, (node, "less"))
            passed = {edge.cause for edge in (*more[1:], *less[1:])}
            parts = not (more and less) or more[0].consequence != less[0].consequence or len(more) == len(less) == 1
            if parts and not passed & both:
                yield Contradiction(cause, node, more, less)


def move_distances(dossier: Dossier, course: Course) -> Mapping[str, int]:
    """How many steps lie between a course and each move that can follow from it; others are left out."""
    start = course_start(dossier, graph_of(dossier), course)
    reached = reach(start.graph, start.states)
    found: dict[str, int] = {}
    for state in reached:
        node = state[0].partition("=")[0]
        if node in dossier.moves:
            length = len(chain_to(reached, state))
            found[node] = min(found.get(node, length), length)
    return immutabledict(found)


def track_start(dossier: Dossier, track: str) -> Start:
    """The start at a track as it stands."""
    return course_start(dossier, graph_of(dossier), base_course(dossier, track))
