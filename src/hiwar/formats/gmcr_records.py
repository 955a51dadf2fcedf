"""What stands in a ``.gmcr`` file, the JSON of the desktop tools GMCR+ and gmcr-py."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

Sign = Literal["Y", "N"]
Index = Annotated[int, Field(ge=0, strict=True)]
Pattern = list[tuple[Index, Sign]]
"""Options by number, taken (Y) or not (N); all must fit."""


class _Record(BaseModel):
    """Keys that are not known are passed over here; `unknown_keys` names them."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class Compound(_Record):
    """Patterns of which at least one must fit."""

    compound: Literal[True] = True
    members: list[Pattern]


def _kind(value: Any) -> str:
    return "compound" if isinstance(value, dict | Compound) else "pattern"


Condition = Annotated[
    Annotated[Pattern, Tag("pattern")] | Annotated[Compound, Tag("compound")],
    Discriminator(_kind),
]


class GmcrOption(_Record):
    """An option; ``fwd`` goes from N to Y only, ``back`` from Y to N only."""

    name: str
    permittedDirection: Literal["both", "fwd", "back"] = "both"  # noqa: N815


class GmcrMaker(_Record):
    """A decision maker; states are counted from 1 among the feasible ones."""

    name: str
    options: list[Index]
    preferences: list[Condition] = []
    preferenceRanking: list[Index | list[Index]] | None = None  # noqa: N815
    preferenceVector: list[Index | list[Index]] | None = None  # noqa: N815
    """The same in older files."""
    misperceptions: list[Condition] = []
    payoffs: list[float] | None = None
    """Derived from the preferences."""

    @property
    def ranking(self) -> list[int | list[int]] | None:
        """The ranking written by hand, whichever name it has."""
        return self.preferenceVector if self.preferenceRanking is None else self.preferenceRanking


class Gmcr(_Record):
    """A whole file."""

    options: list[GmcrOption]
    decisionMakers: list[GmcrMaker]  # noqa: N815
    infeasibles: list[Condition] = []
    useManualPreferenceRanking: bool | None = None  # noqa: N815
    useManualPreferenceVectors: bool | None = None  # noqa: N815
    """The same in older files."""
    coalitions: list[Index | list[Index]] = []
    coalitionsFull: Any = None  # noqa: N815
    """Derived from the rest."""
    program: Any = None
    version: Any = None

    @property
    def is_ranked_by_hand(self) -> bool:
        """Rankings written by hand count, not the statements."""
        return bool(self.useManualPreferenceVectors or self.useManualPreferenceRanking)


def members_of(condition: "list[tuple[int, Sign]] | Compound") -> list[list[tuple[int, Sign]]]:
    """The patterns of a condition, of which one must fit."""
    return condition.members if isinstance(condition, Compound) else [condition]


def unknown_keys(data: dict[str, Any]) -> list[str]:
    """Keys of a file that has been checked which mean nothing here."""
    found = set(data) - set(Gmcr.model_fields)
    for part, record in (("options", GmcrOption), ("decisionMakers", GmcrMaker)):
        found |= {key for item in data[part] for key in item} - set(record.model_fields)
    return sorted(found)
