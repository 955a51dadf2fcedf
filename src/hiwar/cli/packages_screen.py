"""A negotiation on the screen: room for an agreement, packages that stand out, what each concedes, what blocks."""

from collections.abc import Sequence
from fractions import Fraction

from rich import box
from rich.table import Table

from hiwar.charts.packages import NAMES
from hiwar.cli.packages_words import demand, percent, points
from hiwar.cli.terminal import show, words
from hiwar.formats.packages_file import PackagesFile
from hiwar.methods.packages.blocking import Blocking, Relaxation
from hiwar.methods.packages.overview import Overview, counted

MOST_SHOWN = 20
"""Points of the frontier that are listed on the screen."""
MOST_TIED = 5
"""Packages with equal scores that are listed on the screen."""


def show_packages(file: PackagesFile, found: Overview) -> None:
    """Everything that was found."""
    show(words(file.title, "bold"))
    for text in (file.source, file.note):
        if text:
            show(words(text, "dim"))
    _show_room(found)
    if found.blocking is not None:
        _show_blocking(found.blocking)
        return
    _show_frontier(found)
    for scores in found.named:
        _show_named(found, scores)


def _show_room(found: Overview) -> None:
    form = found.form
    show(words(""), words("Room for an agreement", "bold"))
    show(words(f"  {len(form.issues)} issues, {counted(found.n_combinations)} combinations of options"))
    if found.zone is None:
        show(words("  The rules are too entangled to count packages."))
    else:
        zone = found.zone
        acceptable = "too many to count" if zone.n_acceptable is None else counted(zone.n_acceptable)
        show(words(f"  obeying the rules: {counted(zone.n_feasible)}; crossing no red line: "
                   f"{counted(zone.n_admissible)}; acceptable to all: {acceptable}"))  # fmt: skip
        for party, low, high in zip(form.parties, zone.worst, zone.best, strict=False):
            least = party.reservation_value
            at_least = "no reservation value is stated" if least is None else f"accepts {least} or more"
            show(words(f"  {party.name}: {points(low)} to {points(high)} points; {at_least}"))


def _show_frontier(found: Overview) -> None:
    frontier = found.frontier
    show(words(""), words("Packages that nobody can better without loss to another", "bold"))
    count = f"  {len(frontier.points):,} different scores"
    if not frontier.proved:
        errors = ", ".join(points(error) for error in frontier.error)
        count += f"; approximate: no package gives every party more than {errors} points above one of these"
    show(words(count))
    if len(frontier.points) > MOST_SHOWN:
        show(words(f"  More than {MOST_SHOWN} are listed with --json only."))
        return
    table = Table(box=box.SIMPLE, pad_edge=False)
    for name in found.form.names:
        table.add_column(words(name), justify="right")
    table.add_column("packages", justify="right")
    table.add_column("one of them")
    for point in frontier.points:
        cells = [points(score) for score in point.scores]
        table.add_row(*cells, f"{point.n_packages:,}", words(_options(list(point.package.values()))))
    show(table)


def _options(options: Sequence[str]) -> str:
    return " | ".join(options)


def _show_named(found: Overview, scores: tuple[Fraction, ...]) -> None:
    """A package that stands out: by which standards, what it says, what each gets and concedes."""
    names = [NAMES[standard] for standard in found.named[scores]]
    unproved = [one.standard for one in found.points if not one.proved and one.standard in found.named[scores]]
    show(words(""), words(", ".join(names), "bold"))
    if unproved:
        show(words(f"  not proved: {', '.join(NAMES[standard] for standard in unproved)}"))
    point = found.point_at(scores)
    for number, package in zip(range(MOST_TIED), point.packages(), strict=False):
        if number:
            show(words("  or, with equal points:"))
        for issue, option in package.items():
            show(words(f"  {issue}: {option}"))
    if point.n_packages > MOST_TIED:
        show(words(f"  and {point.n_packages - MOST_TIED:,} more with equal points"))
    for one, gain in zip(found.concessions(scores), found.gains(scores), strict=True):
        above = "" if gain is None else f", {points(gain)} above its reservation value"
        far = "concedes nothing" if one.concedes_nothing else f"concedes {percent(one.level)} of its range"
        lost = ", ".join(f"{issue} {points(number)}" for issue, number in one.given_up.items())
        show(words(f"  {one.party}: {points(one.agreed)} points{above}; {far}" + (f" ({lost})" if lost else "")))


def _show_blocking(blocking: Blocking) -> None:
    show(words(""), words("No package is acceptable to all. What blocks", "bold"))
    for several in blocking.blocking_sets:
        show(words(f"  {'; together with '.join(demand(one) for one in several)}"))
    if not blocking.is_complete:
        show(words("  The search was cut short: there may be more."))
    show(words(""), words("What would open an agreement", "bold"))
    for relaxation in blocking.relaxations:
        show(words(f"  giving up {_given_up(relaxation)}"))
        show(words(f"    for example {_options(list(relaxation.package.values()))}"))


def _given_up(relaxation: Relaxation) -> str:
    falls = [
        " and ".join(f"{name} falls by {points(number)}" for name, number in fall.items()) for fall in relaxation.falls
    ]
    least = f" (at least: {'; or '.join(falls)})" if falls else ""
    return " and ".join(demand(one) for one in relaxation.demands) + least
