"""How a conflict's file names a state: its analyst's name, a short name of its levels, or the levels themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hiwar.dossier.explain import found
from hiwar.dossier.problems import Trouble, brief
from hiwar.dossier.tree import Node
from hiwar.formats.graph_model_file import GraphModelFile
from hiwar.formats.graph_model_patterns import level_of, option_of
from hiwar.formats.nodes import entries_of
from hiwar.methods.graph_model.forms import Form, OptionForm
from hiwar.methods.graph_model.spaces import Space, sign_of


@dataclass
class States:
    """The states of a conflict while its file is read."""

    form: Form
    troubles: list[Trouble]
    named: dict[str, int] = field(default_factory=dict)
    """Analyst's name to cell."""
    space: Space | None = None
    """Known once the rules are read; then states that cannot occur are refused."""

    def cell(self, node: Node) -> int | None:
        """The state that is meant; none where it is not one, or cannot occur, with its trouble."""
        cell = self._meant(node)
        if cell is not None and self.space is not None and not self.space.feasible[cell]:
            label = self.space.label(cell)
            what = label if node.kind == "map" else f"{found(node)}{'' if node.raw == label else f' ({label})'}"
            self.troubles.append(node.trouble(f"{what} cannot occur: a rule of this conflict forbids it"))
            return None
        return cell

    def _meant(self, node: Node) -> int | None:
        if node.kind == "scalar" and node.raw.strip() in self.named:
            return self.named[node.raw.strip()]
        if not isinstance(self.form, OptionForm):
            what = f"{found(node)} is not a state of this conflict"
        elif node.kind == "map":
            return _cell_of_levels(node, self.form, self.troubles)
        else:
            cell = cell_of_label(node.raw, self.form) if node.kind == "scalar" else None
            if cell is not None:
                return cell
            example = label_of(0, self.form)
            what = f"a state is written by its name, as {example} or as {{option: level, ...}}; found {found(node)}"
        self.troubles.append(node.trouble(what, word=node.raw.strip(), known=self.named))
        return None


def _cell_of_levels(node: Node, form: OptionForm, troubles: list[Trouble]) -> int | None:
    """``{option: level, ...}`` for every option."""
    options = {option.name: option for option in form.options}
    before = len(troubles)
    levels: dict[str, str] = {}
    for key, value in entries_of(node, None, troubles).values():
        option = option_of(key, options, troubles)
        level = level_of(value, option, troubles) if option is not None else None
        if option is not None and level is not None:
            levels[option.name] = level
    if len(troubles) > before:
        return None
    if missing := [brief(name) for name in options if name not in levels]:
        troubles.append(node.trouble(f"a state needs a level of every option; missing: {', '.join(missing)}"))
        return None
    return cell_of(form, [option.levels.index(levels[option.name]) for option in form.options])


def cell_of(form: OptionForm, digits: Sequence[int]) -> int:
    """The cell in which each option has the level of this number."""
    cell, stride = 0, 1
    for digit, option in zip(digits, form.options, strict=True):
        cell, stride = cell + digit * stride, stride * len(option.levels)
    return cell


def levels_in(form: OptionForm, cell: int) -> dict[str, str]:
    """The level of every option in a cell."""
    levels = {}
    for option in form.options:
        cell, digit = divmod(cell, len(option.levels))
        levels[option.name] = option.levels[digit]
    return levels


def cell_of_label(text: str, form: OptionForm) -> int | None:
    """``NY-N`` or ``NYN``: one sign per option, in order; Y and N, or the number of the level from 0."""
    signs = text.replace("-", "").replace(" ", "").upper()
    if len(signs) != len(form.options):
        return None
    digits = [
        next((digit for digit in range(min(len(option.levels), 10)) if sign_of(option, digit) == sign), -1)
        for sign, option in zip(signs, form.options, strict=True)
    ]
    return None if -1 in digits else cell_of(form, digits)


def label_of(cell: int, form: OptionForm) -> str:
    """The short name of a cell, as `OptionSpace.label` gives it, before there is a space."""
    levels = levels_in(form, cell)
    parts = (
        "".join(sign_of(option, option.levels.index(levels[option.name])) for option in maker.options)
        for maker in form.decision_makers
    )
    return "-".join(parts)


def find_state(file: GraphModelFile, text: str) -> int | None:
    """The cell of a state by its analyst's name or its short name, feasible or not; none where there is none."""
    wanted = text.strip()
    named = next((cell for cell, name in file.names.items() if name == wanted), None)
    form = file.space.form
    if named is not None:
        return named
    if isinstance(form, OptionForm):
        return cell_of_label(wanted, form)
    return form.states.index(wanted) if wanted in form.states else None
