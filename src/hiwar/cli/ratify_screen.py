"""A ratification on the screen: each chamber as a bar, the verdict with its reason, who decides, what it would take."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.table import Table

from hiwar.cli.ratify_words import (
    OUTCOMES,
    SHORT,
    asked_words,
    cost_words,
    needed_words,
    share_words,
    span,
    turns_words,
    vote_words,
)
from hiwar.cli.terminal import show, words
from hiwar.formats.ratification_file import RatificationFile
from hiwar.methods.ratification import (
    Chamber,
    ChamberVerdict,
    CheapestSet,
    Outcome,
    Overview,
    PlayerVerdict,
    Seating,
    Turn,
    seats_by_position,
)

_WIDTH = 72
_MOST_SETS = 5
_SIGNS = {
    Seating.FOR: "█",
    Seating.CONDITIONAL: "▓",
    Seating.DIVIDED: "▒",
    Seating.UNKNOWN: "?",
    Seating.NOT_HELD: "¿",
    Seating.ABSTAIN: "=",
    Seating.ABSENT: "·",
    Seating.AGAINST: "x",
}
_COLORS = {Outcome.PASS: "bold green", Outcome.FAIL: "bold red", Outcome.CANNOT_BE_TOLD: "bold yellow"}


def show_ratification(file: RatificationFile, found: Overview, before: Outcome | None) -> None:
    """Everything that was found."""
    show(words(file.title, "bold"))
    for text in (file.source, file.note):
        if text:
            show(words(text, "dim"))
    if file.package is not None:
        show(words(f"Put to the vote: {' | '.join(file.package.values())}"))
    show(words(""), words(f"Verdict: {OUTCOMES[found.verdict.outcome]}", _COLORS[found.verdict.outcome]))
    if before is not None:
        show(words(f"  as the file stands: {OUTCOMES[before]}"))
    for chamber, judged in zip(found.route.chambers, found.verdict.chambers, strict=True):
        _show_chamber(chamber, judged)
    for player in found.verdict.players:
        show(words(f"  {player.name}: {_player(player)}"))
    for name, outcome in found.verdict.referendums:
        show(words(f"  {name}: {OUTCOMES[outcome]}"))
    _show_pivotal(found)
    _show_cheapest(found)
    _show_chance(found)
    _show_win_set(file, found)
    if found.left_out:
        show(words(""), words("Too large to be found", "bold"), *(words(f"  {reason}") for reason in found.left_out))


def _show_chamber(chamber: Chamber, judged: ChamberVerdict) -> None:
    show(words(""), words(f"{chamber.name}: {OUTCOMES[judged.outcome]}", "bold"))
    if judged.outcome is not Outcome.PASS:
        show(words(f"  because {', '.join(reason.value for reason in judged.reasons)}"))
    if judged.seats is None:
        return
    _show_bar(chamber, judged.seats)
    show(words(f"  for: {span(judged.votes_for)}; present: {span(judged.present)}; {needed_words(judged)}"))
    show(words(f"  {asked_words(chamber)}"))
    if judged.outcome is Outcome.CANNOT_BE_TOLD:
        show(words(f"  it could pass with {vote_words(judged.passing)}"))
        show(words(f"  it could fail with {vote_words(judged.failing)}"))
    if judged.not_settled:
        show(words(f"  not settled: {', '.join(judged.not_settled)}"))
    if judged.taken_as_present:
        show(words(f"  taken as present, for none is said to stay away: {', '.join(judged.taken_as_present)}", "dim"))


def _show_bar(chamber: Chamber, total: int) -> None:
    """A sign per seat, or per so many where there are too many; then what each sign says and who sits there."""
    seats = seats_by_position(chamber)
    line, done = "", 0
    scale = min(1.0, _WIDTH / total)
    for each in seats:
        upto = round((done + each.seats) * scale)
        line += _SIGNS[each.seating] * (upto - round(done * scale))
        done += each.seats
    show(words(f"  {line}"))
    for seating in dict.fromkeys(each.seating for each in seats):
        several = [each for each in seats if each.seating is seating]
        names = ", ".join(f"{each.bloc} {each.seats}" for each in several if each.bloc)
        count = sum(each.seats for each in several)
        show(words(f"  {_SIGNS[seating]} {count:>4} {seating.value}" + (f": {names}" if names else "")))


def _player(player: PlayerVerdict) -> str:
    if not player.may_stop:
        return "does not stop it"
    what = "stops it" if player.must_stop else "may stop it"
    if player.override is None:
        return what
    how = {Outcome.PASS: "is overridden", Outcome.FAIL: "cannot be overridden as things stand"}
    return f"{what}, and {how.get(player.override, 'it cannot be told whether it is overridden')}"


def _show_pivotal(found: Overview) -> None:
    show(words(""), words("Who decides", "bold"))
    single = [pivot for pivot in found.pivotal.single if pivot.is_pivotal]
    if single:
        table = Table(box=box.SIMPLE, pad_edge=False)
        for title in ("if turned alone", "for", "against", "stays away"):
            table.add_column(title)
        for pivot in single:
            outcomes = (SHORT[outcome] for outcome in (pivot.if_for, pivot.if_against, pivot.if_absent))
            table.add_row(words(pivot.name), *outcomes)
        show(table)
    else:
        show(words("  nobody alone"))
    _show_sets("together, turning for", found.pivotal.gaining)
    _show_sets("together, turning against", found.pivotal.losing)


def _show_sets(what: str, sets: Sequence[Sequence[Turn]]) -> None:
    several = [[turn.name for turn in turns] for turns in sets if len(turns) > 1]
    for names in several[:_MOST_SETS]:
        show(words(f"  {what}: {' + '.join(names)}"))
    if len(several) > _MOST_SETS:
        show(words(f"  and {len(several) - _MOST_SETS} more sets of up to {max(map(len, several))}"))


def _show_cheapest(found: Overview) -> None:
    show(words(""), words("What it would take", "bold"))
    _show_set("to pass for certain", found.winning, "nobody needs to be won over", "no set of blocs is enough")
    _show_set("to fail for certain", found.blocking, "nobody needs to be turned", "no set of blocs is enough")


def _show_set(what: str, cheapest: CheapestSet | None, nobody: str, never: str) -> None:
    if cheapest is None:
        show(words(f"  {what}: not found, see below"))
    elif not cheapest.is_possible or cheapest.cost is None:
        show(words(f"  {what}: {never}"))
    elif cheapest.sets == ((),):
        show(words(f"  {what}: {nobody}"))
    else:
        shown = "; or ".join(turns_words(turns) for turns in cheapest.sets[:_MOST_SETS])
        more = len(cheapest.sets) - _MOST_SETS
        rest = f"; and {more}{'' if cheapest.is_complete else ' or more'} others" if more > 0 else ""
        show(words(f"  {what} (cost {cost_words(cheapest.cost)}): {shown}{rest}"))


def _show_chance(found: Overview) -> None:
    chance = found.chance
    if chance is None:
        return
    show(words(""), words("How likely it is to pass", "bold"))
    ends = sorted({share_words(chance.low), share_words(chance.high)})
    drawn = ""
    if chance.draws:
        drawn = f" (from {chance.draws:,} draws, standard error {max(chance.standard_errors):.4f})"
    show(words(f"  {' to '.join(ends)}{drawn}"))
    if chance.without_probability:
        show(words(f"  no probability is stated for {', '.join(chance.without_probability)}"))


def _show_win_set(file: RatificationFile, found: Overview) -> None:
    if found.win_set is None:
        return
    counted = found.win_set
    show(words(""), words("Win-set", "bold"))
    sure = f"{counted.n_passing:,} pass for certain, {counted.n_open:,} may pass, {counted.n_failing:,} fail"
    show(words(f"  of {counted.n_packages:,} packages {sure}"))
    for name, each in found.acceptances.items():
        show(words(f"  {name}: for {each.n_passing:,}, perhaps for {each.n_open:,}, against {each.n_failing:,}"))
    change = found.change
    if change is None:
        return
    if not change.is_possible:
        show(words("  no change of the package makes it pass for certain"))
        return
    cost = f" (cost {cost_words(change.cost)})" if change.cost else ""
    changes = [_changes(file.package or {}, package) for package in (change.package, *change.others)]
    show(words(f"  the least change that makes it pass for certain{cost}: {'; or '.join(changes[:_MOST_SETS])}"))
    more = len(changes) - _MOST_SETS
    if more > 0:
        show(words(f"  and {more} other changes that are as small"))
    if not change.is_complete:
        show(words("  there may be more changes that are as small"))


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    changed = {issue: option for issue, option in after.items() if option != before[issue]}
    return ", ".join(f"{issue}: {option} instead of {before[issue]}" for issue, option in changed.items())
