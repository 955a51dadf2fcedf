"""Reading conflicts saved by the desktop tools GMCR+ and gmcr-py (``.gmcr``); what cannot be carried over is said."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

from immutabledict import immutabledict
from pydantic import ValidationError

from hiwar.dossier.explain import errors_of, found
from hiwar.dossier.problems import CaseError, Problem, SourceText, Trouble, brief, shown
from hiwar.dossier.tree import Budget, Node, read_tree
from hiwar.formats.gmcr_order import in_their_order
from hiwar.formats.gmcr_records import Compound, Gmcr, GmcrMaker, Sign, members_of, unknown_keys
from hiwar.formats.graph_model_file import GraphModelFile, Preference, Ranking, Statements
from hiwar.formats.graph_model_ranks import ranks_of
from hiwar.formats.graph_model_size import check_size
from hiwar.formats.nodes import source_text
from hiwar.formats.statements import statement_of
from hiwar.methods.graph_model.forms import DecisionMaker, Never, Option, OptionForm, Pattern
from hiwar.methods.graph_model.spaces import MOST_CELLS, GraphModel, IntArray, ModelError, space_of

MOST_NUMBERED = 4096
"""States up to this count keep the numbers they have in the tool as their names."""
_STEPS_OF_CHOICE = ("pattern", "compound")
_LEVEL: dict[Sign, str] = {"Y": "yes", "N": "no"}


def read_gmcr(path: str | Path, *, most_cells: int = MOST_CELLS) -> GraphModelFile:
    """Read a conflict from a ``.gmcr`` file; ``notices`` says what was changed or left out.

    States keep the numbers they have in the tool. Misperceptions and coalitions are left out, with a notice.

    Raises
    ------
    CaseError
        If it is not such a file, or says what makes no sense.
    """
    source = source_text(path)
    return gmcr_of(source, Path(path).stem, most_cells=most_cells)


def gmcr_of(source: SourceText, title: str, *, most_cells: int = MOST_CELLS) -> GraphModelFile:
    """Read a conflict from a text; see `read_gmcr`."""
    reading = _Reading(source, *_record(source))
    form = reading.form()
    try:
        check_size(form, most_cells=most_cells)
        space = space_of(form, most_cells=most_cells)
    except ModelError as error:
        _refuse(source, str(error))
    states = in_their_order(space)
    preferences = tuple(reading.preferences(states))
    ranks = ranks_of(preferences, space)
    numbers = {int(cell): str(number) for number, cell in enumerate(states, start=1)}
    return GraphModelFile(
        title=title,
        model=GraphModel(space, ranks),
        preferences=preferences,
        names=immutabledict(numbers if len(numbers) <= MOST_NUMBERED else {}),
        notices=tuple(reading.notices),
    )


def _refuse(source: SourceText, *messages: str) -> NoReturn:
    raise CaseError(Problem(source.file, 0, 0, message) for message in messages)


def _record(source: SourceText) -> tuple[Gmcr, list[str]]:
    """What the file holds, and the keys in it that mean nothing here."""
    try:
        data = json.loads(source.text)
    except json.JSONDecodeError as error:
        message = f"this is not JSON, which a .gmcr file is made of: {error.msg[0].lower()}{error.msg[1:]}"
        raise CaseError(shown([Trouble(source, error.lineno - 1, error.colno - 1, message)])) from None
    except (ValueError, RecursionError):
        _refuse(source, "this is not the JSON of a .gmcr file: a number in it is too long, or its lists are too deep")
    try:
        return Gmcr.model_validate_json(json.dumps(data)), unknown_keys(data)
    except ValidationError as error:
        root, _ = read_tree(source, Budget())
        raise CaseError(_explained(source, root, dict(problem)) for problem in errors_of(error)) from None


def _explained(source: SourceText, root: Node | None, error: dict[str, Any]) -> Problem:
    """One mistake at its place: GMCR+ writes one long line, so the path is named too."""
    steps = [step for step in error["loc"] if step not in _STEPS_OF_CHOICE]
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")
    node = _node_at(root, steps)
    what = str(error["msg"]).replace("Input should be", "expected here:").replace("Field required", "this is missing")
    message = f"{path or 'the file'}: {what[0].lower()}{what[1:]}"
    if node is None:
        return Problem(source.file, 0, 0, message)
    if error["type"] != "missing":
        message += f"; found {found(node)}"
    return node.trouble(message).as_problem()


def _node_at(root: Node | None, steps: Sequence[Any]) -> Node | None:
    """The value at a path, or the last that is there."""
    node = root
    for step in steps:
        if node is None:
            return None
        if node.kind == "map" and str(step) in node.entries:
            node = node.entries[str(step)][1]
        elif node.kind == "list" and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node


def _unquoted(name: str) -> str:
    """A name that can stand in quotes of one kind."""
    return name.replace('"', "'") if "'" in name else name


class _Reading:
    """What one file says, in our words, and what had to be changed on the way."""

    def __init__(self, source: SourceText, record: Gmcr, unknown: Sequence[str]) -> None:
        self.source, self.record, self.unknown = source, record, unknown
        self.notices: list[str] = []
        self.owner: dict[int, str] = {}
        self._check()
        self.names = self._names()
        self._say_what_is_left_out()

    def _check(self) -> None:
        """Options that two control, or nobody, and numbers of options that there are not."""
        problems: list[str] = []
        count = len(self.record.options)
        for maker in self.record.decisionMakers:
            for number in maker.options:
                if number >= count:
                    problems.append(f'"{brief(maker.name)}" controls option {number}, but there are {count}, from 0 on')
                elif number in self.owner:
                    both = f'"{brief(self.owner[number])}" and "{brief(maker.name)}"'
                    problems.append(f'the option "{brief(self.record.options[number].name)}" is controlled by {both}')
                else:
                    self.owner[number] = maker.name
        for number, option in enumerate(self.record.options):
            if number not in self.owner and not problems:
                problems.append(f'nobody controls the option "{brief(option.name)}"; give it to a decision maker')
        for condition in self._conditions():
            wrong = {number for pattern in members_of(condition) for number, _ in pattern if number >= count}
            problems += [f"a condition names option {number}, but there are {count}, from 0 on" for number in wrong]
        if not self.owner:
            problems.append("there is no decision maker with an option")
        if problems:
            _refuse(self.source, *problems)

    def _conditions(self) -> Iterator[list[tuple[int, Sign]] | Compound]:
        yield from self.record.infeasibles
        for maker in self.record.decisionMakers:
            yield from maker.preferences

    def _names(self) -> list[str]:
        """Names of options, each once: equal ones get their owner's name before them."""
        written = [_unquoted(option.name.strip()) or "option" for option in self.record.options]
        names: list[str] = []
        for number, name in enumerate(written):
            new = name
            if written.count(name) > 1:
                new = f"{self.owner[number].strip()} {name}"
            while new in names:
                new += " (2)"
            if new != self.record.options[number].name.strip():
                self.notices.append(f'The option "{name}" of {self.owner[number]} is called "{new}" here.')
            names.append(new)
        return names

    def _say_what_is_left_out(self) -> None:
        record = self.record
        for maker in record.decisionMakers:
            if maker.misperceptions:
                self.notices.append(f"The misperceptions of {maker.name} are left out.")
            if not maker.options:
                self.notices.append(f"{maker.name} controls no option and can never move; it is left out.")
        if any(isinstance(members, list) and len(members) > 1 for members in record.coalitions):
            self.notices.append("The coalitions that are grouped in the file are left out.")
        if self.unknown:
            self.notices.append(f"Not known, and left out: {', '.join(map(brief, self.unknown))}.")

    @property
    def makers(self) -> list[GmcrMaker]:
        """Those who control something."""
        return [maker for maker in self.record.decisionMakers if maker.options]

    def form(self) -> OptionForm:
        """Decision makers, options and infeasible states."""
        options = {}
        for number, option in enumerate(self.record.options):
            levels = ("yes", "no") if option.permittedDirection == "back" else ("no", "yes")
            options[number] = Option(self.names[number], levels, option.permittedDirection != "both")
        makers = [
            DecisionMaker(maker.name, tuple(options[number] for number in maker.options)) for maker in self.makers
        ]
        rules = [Never(self._pattern(member)) for rule in self.record.infeasibles for member in members_of(rule)]
        return OptionForm(tuple(makers), tuple(rules))

    def _pattern(self, pattern: Sequence[tuple[int, Sign]]) -> Pattern:
        return {self.names[number]: (_LEVEL[sign],) for number, sign in pattern}

    def preferences(self, states: IntArray) -> Iterator[Preference]:
        """What each decision maker wants; ``states`` are the cells in the tool's order."""
        for maker in self.makers:
            if self.record.is_ranked_by_hand:
                yield self._ranking(maker, states)
            else:
                if not maker.preferences:
                    self.notices.append(f"{maker.name} states no preference: all states are equally good for it, "
                                        "as in the tool.")  # fmt: skip
                patterns = ([self._pattern(part) for part in members_of(one)] for one in maker.preferences)
                yield Statements(tuple(dict.fromkeys(statement_of(one) for one in patterns)))

    def _ranking(self, maker: GmcrMaker, states: IntArray) -> Ranking:
        if maker.ranking is None:
            _refuse(self.source, f'"{brief(maker.name)}" has no ranking, though rankings are given by hand')
        groups = [group if isinstance(group, list) else [group] for group in maker.ranking]
        numbers = [number for group in groups for number in group]
        if sorted(numbers) != list(range(1, len(states) + 1)):
            message = f'the ranking of "{brief(maker.name)}" must name each of the {len(states)} feasible states once'
            _refuse(self.source, message)
        return Ranking(tuple(tuple(int(states[number - 1]) for number in group) for group in groups))
