"""Everything that must be true of a case beyond the shape of its records."""

from collections.abc import Iterable, Iterator

from immutabledict import immutabledict

from hiwar.dossier.comparable import misfits
from hiwar.dossier.conditions import Condition, conditions_that_never_hold
from hiwar.dossier.cycles import circles
from hiwar.dossier.known import Flaw, Known, known_in
from hiwar.dossier.locating import Path, find
from hiwar.dossier.model import Dossier, items_of, variable_options
from hiwar.dossier.naming import ids_unlike_their_keys, unknown_references
from hiwar.dossier.problems import Trouble
from hiwar.dossier.sheet import Likelihood, LikelihoodCase, Sheet
from hiwar.dossier.sheet_amounts import scale_flaws, senseless_amounts
from hiwar.dossier.sheet_ids import unknown_in_sheet
from hiwar.dossier.tree import Node
from hiwar.dossier.variables import OCCURS


def check_dossier(dossier: Dossier, root: Node) -> tuple[Known, list[Trouble]]:
    """The ids of a case, and what is wrong between its items."""
    known, flaws = known_in(root)
    flaws += ids_unlike_their_keys(root)
    flaws += unknown_references(dossier, known)
    flaws += circles(dossier)
    flaws += conditions_that_never_hold(dossier)
    flaws += scale_flaws(dossier)
    flaws += misfits(dossier)
    flaws += packages_that_settle_twice(dossier)
    return known, placed(flaws, root)


def packages_that_settle_twice(dossier: Dossier) -> Iterator[Flaw]:
    """Packages of plans and of their fallbacks with several options on an issue that allows one."""
    for name, plan in dossier.plans.items():
        packages: list[tuple[Path, Condition]] = [(("plans", name), plan.package)]
        fallbacks = plan.fallbacks or {}
        packages += [(("plans", name, "fallbacks", key), one.package) for key, one in fallbacks.items()]
        for path, package in packages:
            for variable, options in package.items():
                issue = dossier.issues.get(variable)
                if len(options) > 1 and not (issue and issue.allows_several):
                    message = f"{variable} allows one option only; given: {', '.join(options)}"
                    yield Flaw((*path, "package", variable), message)


def check_sheet(sheet: Sheet, root: Node, dossier: Dossier, known: Known) -> list[Trouble]:
    """What is wrong between a sheet and its case."""
    flaws = [*unknown_references(sheet, known), *unknown_in_sheet(sheet, known)]
    if not list(scale_flaws(dossier)):
        flaws += senseless_amounts(sheet, dossier)
    return placed(flaws, root)


def per_option(sheet: Sheet, dossier: Dossier) -> Sheet:
    """Spell out a bare likelihood of an event or move that occurs or does not: it is that of ``occurs``."""
    bare = {name for name in sheet.likelihood if variable_options(dossier, name) == OCCURS}
    entries = {
        name: Likelihood(cases=tuple(_spelt_out(case) for case in likelihood.cases)) if name in bare else likelihood
        for name, likelihood in sheet.likelihood.items()
    }
    return sheet.model_copy(update={"likelihood": immutabledict(entries)}) if bare else sheet


def _spelt_out(case: LikelihoodCase) -> LikelihoodCase:
    if case.itself is None:
        return case
    return case.model_copy(update={"itself": None, "options": immutabledict({OCCURS[0]: case.itself})})


def placed(flaws: Iterable[Flaw], root: Node) -> list[Trouble]:
    """Find where each flaw is written."""
    return list(_placed(flaws, root))


def _placed(flaws: Iterable[Flaw], root: Node) -> Iterator[Trouble]:
    for flaw in flaws:
        node, key = find(root, flaw.path)
        at = key if flaw.at_key and key is not None else node
        yield at.trouble(flaw.message, word=flaw.word, known=flaw.known, is_error=flaw.is_error)


def unfounded(dossier: Dossier) -> tuple[int, int]:
    """How many items give neither a source nor a reason, and how many items there are; sources need none."""
    items = [item for section, item in items_of(dossier) if section != "sources"]
    return sum(item.is_unfounded for item in items), len(items)
