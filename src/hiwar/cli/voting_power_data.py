"""What was found of a body that votes, as JSON and CSV for a program, and as rows for the picture."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hiwar.cli.voting_power_words import rule_words
from hiwar.formats.voting_power_file import PowerFile
from hiwar.methods.voting_power import MinimalWinning, TernaryPower, VotingPower


@dataclass(frozen=True)
class Analysis:
    """All that is said of a body."""

    file: PowerFile
    power: VotingPower | TernaryPower
    minimal: MinimalWinning | None = None
    """None with a third option, and where it is out of reach."""
    why_not: str = ""
    """Why minimal winning coalitions are out of reach."""

    @property
    def indices(self) -> Mapping[str, Sequence[Fraction]]:
        """Index to its value for every player."""
        power = self.power
        found: dict[str, Sequence[Fraction]] = {
            "banzhaf": power.banzhaf,
            "shapley_shubik": power.shapley_shubik,
            "banzhaf_absolute": power.banzhaf_absolute,
        }
        if isinstance(power, VotingPower):
            found["power_to_prevent"] = power.power_to_prevent
            found["power_to_initiate"] = power.power_to_initiate
        if self.minimal is not None:
            found["public_good"] = self.minimal.public_good
            found["deegan_packel"] = self.minimal.deegan_packel
        return found

    @property
    def weight_shares(self) -> tuple[Fraction, ...]:
        """(player,): part of all weight, of the measure named first."""
        weights = next(iter(self.file.measures.values()))
        total = sum((Fraction(weight) for weight in weights.values()), Fraction(0))
        return tuple(Fraction(weights[name]) / total for name in self.power.players)


def number(value: Fraction) -> Any:
    """A whole or decimal number; where that is not exact, with the fraction."""
    if value.denominator == 1:
        return int(value)
    near = float(value)
    return near if Fraction(str(near)) == value else {"near": near, "exact": str(value)}


def power_json(found: Analysis) -> str:
    """Everything that was found."""
    power, file = found.power, found.file
    players = {
        name: {
            "weights": {measure: number(Fraction(weights[name])) for measure, weights in file.measures.items()},
            "swings": power.swings[place],
            **{index: number(values[place]) for index, values in found.indices.items()},
        }
        for place, name in enumerate(power.players)
    }
    data: dict[str, Any] = {
        "title": file.title,
        "source": file.source or None,
        "note": file.note or None,
        "rule": rule_words(file.game),
        "vetoes": list(file.game.vetoes),
        "ways_that_pass": power.n_winning if isinstance(power, VotingPower) else power.n_passing,
        "power_to_act": number(power.power_to_act),
        "dummies": list(power.dummies),
        "blockers": list(power.blockers) if isinstance(power, VotingPower) else None,
        "players": players,
        "minimal_winning": _minimal(found),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _minimal(found: Analysis) -> dict[str, Any] | None:
    if found.minimal is None:
        return {"why_not": found.why_not} if found.why_not else None
    listed = found.minimal.coalitions
    return {
        "count": found.minimal.n_coalitions,
        "by_size": {size: count for size, count in enumerate(found.minimal.by_size) if count},
        "coalitions": None if listed is None else [list(members) for members in listed],
    }


def power_csv(found: Analysis, *, exact: bool) -> str:
    """A line per player."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    measures, indices = found.file.measures, found.indices
    writer.writerow(["player", *measures, "swings", *indices])
    for place, name in enumerate(found.power.players):
        values = (values[place] for values in indices.values())
        cells = [str(value) if exact else f"{float(value):.12g}" for value in values]
        writer.writerow([name, *(weights[name] for weights in measures.values()), found.power.swings[place], *cells])
    return text.getvalue()


def chart_rows(found: Analysis) -> list[dict[str, Any]]:
    """A row per player: shares of weight and of power."""
    return [
        {"player": name, "weight": float(weight), "banzhaf": float(banzhaf), "shapley_shubik": float(shapley)}
        for name, weight, banzhaf, shapley in zip(
            found.power.players, found.weight_shares, found.power.banzhaf, found.power.shapley_shubik, strict=True
        )
    ]
