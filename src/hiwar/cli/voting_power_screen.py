"""A body that votes on the screen: what is needed, how much each can do, who never matters, who can win with whom."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from rich import box
from rich.table import Table

from hiwar.cli.terminal import show, words
from hiwar.cli.voting_power_data import Analysis
from hiwar.cli.voting_power_signature import MOST_ON_REQUEST
from hiwar.cli.voting_power_words import counted, plain, rule_words
from hiwar.formats.voting_power_file import MEMBERS
from hiwar.methods.voting_power import VotingPower

_HEADS: Mapping[str, str] = {
    "banzhaf": "Banzhaf",
    "shapley_shubik": "Shapley-Shubik",
    "power_to_prevent": "to prevent",
    "power_to_initiate": "to initiate",
    "public_good": "public good",
    "deegan_packel": "Deegan-Packel",
    "banzhaf_absolute": "decides",
}


def show_power(found: Analysis, *, exact: bool) -> None:
    """Everything that was found."""
    show(words(found.file.title, "bold"))
    for text in (found.file.source, found.file.note):
        if text:
            show(words(text, "dim"))
    show(words(""), *(words(f"  {line}") for line in rule_words(found.file.game)))
    show(words(""), words("How much each can do", "bold"))
    show(_table(found, exact=exact))
    _show_body(found, exact=exact)
    _show_minimal(found)


def _table(found: Analysis, *, exact: bool) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False)
    table.add_column("player")
    measures = {name: weights for name, weights in found.file.measures.items() if name != MEMBERS}
    for name in measures:
        table.add_column(words(name), justify="right")
    if measures:
        table.add_column("share", justify="right")
    indices = found.indices
    for index in _HEADS:
        if index in indices:
            table.add_column(_HEADS[index], justify="right")
    for place, player in enumerate(found.power.players):
        weights = [plain(own[player]) for own in measures.values()]
        shares = [_share(found.weight_shares[place], exact=False)] if measures else []
        values = [_share(indices[index][place], exact=exact) for index in _HEADS if index in indices]
        table.add_row(words(player), *map(words, (*weights, *shares, *values)))
    return table


def _share(value: Fraction, *, exact: bool) -> str:
    return str(value) if exact else f"{float(value):.2%}"


def _show_body(found: Analysis, *, exact: bool) -> None:
    """What the body can do as a whole, and who stands out."""
    power = found.power
    n_players = len(power.players)
    if isinstance(power, VotingPower):
        ways, total, what = power.n_winning, 2**n_players, "coalitions win"
    else:
        ways, total, what = power.n_passing, 3**n_players, "ways to vote let it pass"
    act = _share(power.power_to_act, exact=exact)
    show(words(f"  Power of the body to act: {act} ({counted(ways)} of {counted(total)} {what})"))
    if power.dummies:
        show(words(f"  Never make a difference: {', '.join(power.dummies)}"))
    if isinstance(power, VotingPower) and power.blockers:
        show(words(f"  Nothing passes without: {', '.join(power.blockers)}"))


def _show_minimal(found: Analysis) -> None:
    if found.why_not:
        show(words(""), words(f"  {found.why_not}"))
    if found.minimal is None:
        return
    show(words(""), words("Minimal winning coalitions", "bold"))
    show(words(f"  {counted(found.minimal.n_coalitions)}, {_sizes(found.minimal.by_size)}"))
    if found.minimal.coalitions is None:
        n_coalitions = found.minimal.n_coalitions
        how = f"; --most {n_coalitions} lists them" if n_coalitions <= MOST_ON_REQUEST else ""
        show(words(f"  Too many to list{how}."))
        return
    for members in found.minimal.coalitions:
        show(words(f"  {', '.join(members)}"))


def _sizes(by_size: Sequence[int]) -> str:
    sizes = [size for size, count in enumerate(by_size) if count]
    if len(sizes) == 1:
        return f"of {sizes[0]} members" if sizes[0] > 1 else "of one member"
    return f"of {sizes[0]} to {sizes[-1]} members"
