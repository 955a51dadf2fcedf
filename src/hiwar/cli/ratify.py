"""The command ``ratify``: whether a matter passes, who decides it, what it would take; also under other rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hiwar.cli.arguments import must_be_writable, must_exist, one_of
from hiwar.cli.failures import WRONG_USAGE, Refused
from hiwar.cli.ratify_data import ratification_json
from hiwar.cli.ratify_screen import show_ratification
from hiwar.cli.ratify_words import needed_words
from hiwar.cli.svg_files import by_itself
from hiwar.cli.terminal import say, show_data, waiting
from hiwar.formats.ratification_file import RatificationFile, read_ratification
from hiwar.formats.ratification_values import RULE_EXAMPLES, rule_named
from hiwar.methods.ratification import (
    Between,
    ModelError,
    Outcome,
    Overview,
    Position,
    Route,
    analyse_ratification,
    route_for,
    seats_by_position,
    verdict,
    with_attendance,
    with_position,
    with_quorum,
    with_rule,
)


@dataclass(frozen=True)
class WhatIf:
    """What is to be different from the file, as written on the command line."""

    rules: Sequence[str] = ()
    quorum: int | None = None
    attendance: Sequence[str] = ()
    positions: Sequence[str] = ()
    package: str | None = None

    @property
    def is_any(self) -> bool:
        """Something is to be different."""
        return bool(self.rules or self.attendance or self.positions or self.package) or self.quorum is not None


def ratify(path: Path, what_if: WhatIf, chart: Path | None, draws: int, seed: int, *, as_json: bool) -> None:
    """Analyse a ratification, print what was found, and draw it if asked to."""
    must_exist(path)
    if path.is_dir():
        raise Refused(f'"{path}" is a folder; a ratification is one file', WRONG_USAGE)
    if chart is not None:
        must_be_writable(chart)
        if chart.suffix.lower() != ".svg":
            raise Refused(f'"{chart}" cannot be written: its name must end in .svg', WRONG_USAGE)
    file = read_ratification(path)
    try:
        changed = _changed(file, what_if)
        with waiting("Computing"):
            found = _analysed(changed, draws, seed)
            before = _outcome(file) if what_if.is_any else None
    except ModelError as problem:
        raise Refused(str(problem)) from None
    if as_json:
        show_data(ratification_json(changed, found, before))
    else:
        show_ratification(changed, found, before)
    if chart:
        _draw(found, chart)


def _analysed(file: RatificationFile, draws: int, seed: int) -> Overview:
    return analyse_ratification(
        file.route, agenda=file.agenda, package=file.package, costs=file.costs, change_costs=file.change_costs,
        correlated=file.correlated, draws=draws, seed=seed,
    )  # fmt: skip


def _outcome(file: RatificationFile) -> Outcome:
    """The verdict as the file stands."""
    if file.agenda is None or file.package is None:
        return verdict(file.route).outcome
    return verdict(route_for(file.route, file.agenda, file.package)).outcome


def _changed(file: RatificationFile, what_if: WhatIf) -> RatificationFile:
    route = file.route
    for text in what_if.rules:
        chamber, name = _parted(text, route) if "=" in text else (None, text)
        rule = rule_named(name)
        if rule is None:
            raise Refused(f'"{name}" is not a rule; write one {RULE_EXAMPLES}', WRONG_USAGE)
        route = with_rule(route, rule, chamber)
    if what_if.quorum is not None:
        route = with_quorum(route, what_if.quorum)
    for text in what_if.attendance:
        name, number = _parted(text, route)
        route = with_attendance(route, name, _seats(number))
    for text in what_if.positions:
        name, word = _parted(text, route)
        position = Position(one_of(word, [position.value for position in Position], "position"))
        route = with_position(route, name, position)
    return replace(file, route=route, package=_package(file, what_if.package))


def _parted(text: str, route: Route) -> tuple[str, str]:
    """A name and what is said of it; the name must be known."""
    name, equals, said = (part.strip() for part in text.rpartition("="))
    if not (name and equals and said):
        raise Refused(f'"{text}" is not written as NAME=VALUE', WRONG_USAGE)
    known = [player.name for player in route.veto_players]
    for chamber in route.chambers:
        known += [chamber.name]
        known += [each for bloc in chamber.blocs for each in (bloc.name, f"{chamber.name}/{bloc.name}")]
    return one_of(name, known, "bloc, chamber or veto player"), said


def _seats(text: str) -> int | Between:
    """``12``, or ``0-12`` for anything between."""
    low, dash, high = (part.strip() for part in text.partition("-"))
    if not low.isdecimal() or (dash and not high.isdecimal()):
        raise Refused(f'"{text}" is not a number of seats; write 12, or 0-12 for anything between', WRONG_USAGE)
    return Between(int(low), int(high)) if dash else int(low)


def _package(file: RatificationFile, text: str | None) -> dict[str, str] | None:
    """The package named on the command line; what it leaves out is as in the file."""
    package = dict(file.package) if file.package is not None else None
    if text is None:
        return package
    if file.agenda is None:
        raise Refused("this file has no issues, so there is no package to choose", WRONG_USAGE)
    options = {issue.name: issue.options for issue in file.agenda.issues}
    package = package or {}
    for part in text.split(","):
        name, equals, option = (piece.strip() for piece in part.partition("="))
        if not (name and equals and option):
            raise Refused(f'"{part.strip()}" is not written as ISSUE=OPTION', WRONG_USAGE)
        one_of(name, options, "issue")
        package[name] = one_of(option, options[name], f"option of {name}")
    return package


def _draw(found: Overview, target: Path) -> None:
    try:
        from hiwar.brief.pictures import svg
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("hiwar"):
            raise
        raise Refused(f"pictures need {error.name}; install it with: pip install 'hiwar[brief]'") from None
    from hiwar.charts.chamber import SeatGroup, chamber_rows, chambers_chart

    drawn = []
    for chamber, judged in zip(found.route.chambers, found.verdict.chambers, strict=True):
        groups = [SeatGroup(each.seating.value, each.seating.value, each.seats) for each in seats_by_position(chamber)]
        drawn.append((chamber.name, groups, needed_words(judged)))
    spec = chambers_chart(drawn)
    if spec is None:
        raise Refused("no picture is drawn: it needs a chamber whose seats are known")
    text = "; ".join(
        f"{name}: " + ", ".join(f"{label} {seats}" for label, seats, _ in chamber_rows(groups))
        for name, groups, _ in drawn
    )
    picture = svg(spec, anchor="chamber", title="Seats by position", description=text)
    target.write_text(by_itself(picture), encoding="utf-8", newline="\n")
    say(f"wrote {target}", "green")
