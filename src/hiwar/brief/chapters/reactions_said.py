"""How moves, courses and chains are called in the chapter on reactions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hiwar.brief.blocks import statement, values_in_words
from hiwar.brief.document import Statement
from hiwar.brief.words import Words
from hiwar.dossier.model import variable_options
from hiwar.dossier.variables import OCCURS
from hiwar.questions.answer import Finding

Group = tuple[str, ...]
"""Courses of which the case says the same: variants of one track, or one course alone."""
_OF_MOVES = ("moves", "changes", "steps")
_OF_CHAINS = ("nodes", "more_nodes", "less_nodes")


def group_name(words: Words, group: Group) -> str:
    """Name of a course; of all variants of a track together, the track's."""
    if len(group) == 1:
        return words.course(group[0])
    for track in words.dossier.tracks.values():
        if set(group) == set(track.variants):
            return words("words.both_variants", course=words.name(track.id))
    return words.listed(words.course(key) for key in group)


def done(words: Words, move: str) -> str:
    """``move=option`` as something done: its name alone where it is done, and that it is not where it is not."""
    variable, _, option = move.partition("=")
    if option == "does_not_occur":
        return words("words.not_done", move=words.name(variable))
    if not option or (option == "occurs" and set(variable_options(words.dossier, variable)) == set(OCCURS)):
        return words("words.quoted", name=words.name(variable))
    return words("words.done_as", move=words.name(variable), option=words.option(variable, option))


def together(words: Words, parts: Sequence[str]) -> str:
    """Moves as a list in a sentence: they are quoted, so that no semicolon is needed however long they are."""
    if len(parts) < 2:
        return words.listed(parts)
    return words("words.and", first=words.joined("words.and_joint", parts[:-1]), last=parts[-1])


def node(words: Words, key: str) -> str:
    """What stands at one place of a chain: an item, or an option of a variable."""
    variable, _, option = key.partition("=")
    return words.assignment(f"{variable}={option}") if option and variable != "track" else words.name(variable)


def chain(words: Words, nodes: Sequence[str]) -> str:
    """The places of a chain, one after the other."""
    return words.joined("words.leads_to", [node(words, key) for key in nodes])


def needs(words: Words, found: Iterable[str]) -> tuple[str, ...]:
    """Conditions ``variable=option|option``, or items, in words."""
    told = []
    for need in found:
        variable, _, options = need.partition("=")
        told.append(words.condition({variable: options.split("|")}) if options else words.name(variable))
    return tuple(told)


def said_of(words: Words, finding: Finding, key: str = "", **values: Any) -> Statement:
    """A finding as a sentence of this chapter, its moves told as things done and its chains as ways."""
    told: dict[str, Any] = values_in_words(words, finding)
    for name, value in finding.values.items():
        if name in _OF_MOVES:
            told[name] = together(words, [done(words, move) for move in value])
        elif name in _OF_CHAINS:
            told[name] = chain(words, value)
        elif name in ("harms", "goods_lost") and value:
            told[name] = together(words, [_less_or_more(words, state) for state in value])
        elif name == "needs" and value:
            told[name] = words.joined("words.semicolon", needs(words, value))
    plain = statement(words, finding)
    key = key or finding.key
    return Statement(words(key, **{**told, **values}), plain.mark, plain.firmness, plain.trace, key)


def _less_or_more(words: Words, state: str) -> str:
    """Something that comes about, or that loses its chance."""
    less, _, key = state.rpartition("less:")
    del less
    return words("words.less_chance" if key != state else "words.quoted", name=words.name(key))


def groups_of(words: Words, courses: Iterable[str], said: Mapping[str, Any]) -> tuple[Group, ...]:
    """Courses in their order; variants of one track of which the same is said stand together."""
    track_of = {key: track.id for track in words.dossier.tracks.values() for key in track.variants}
    found: dict[Any, list[str]] = {}
    for course in courses:
        found.setdefault((track_of.get(course, course), repr(said.get(course))), []).append(course)
    return tuple(tuple(group) for group in found.values())
