"""What a question returns: findings and tables as data, with firmness, ground and trace; never a sentence."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING, Any, Literal

from immutabledict import immutabledict

if TYPE_CHECKING:
    import pandas as pd


class CannotAnswer(Exception):  # noqa: N818 - it is no fault, it is an answer
    """The question cannot be computed on this case; the message says why and what would do."""


class Firmness(StrEnum):
    """How firmly a finding holds over all judgements that the sheets admit."""

    STATED = "stated"
    """The source or the analyst says it; nothing was computed."""
    CERTAIN = "certain"
    """It holds for every admissible judgement."""
    POSSIBLE = "possible"
    """It holds for some admissible judgements and fails for others."""
    CANNOT_BE_TOLD = "cannot_be_told"
    """What it needs is missing."""


class Ground(StrEnum):
    """Whose word a finding is."""

    SOURCE = "source"
    ANALYST = "analyst"
    COMPUTED = "computed"


@dataclass(frozen=True)
class Finding:
    """One thing found: a message key and its values, how firm it is, and every item it rests on."""

    key: str
    """``question.what``: the brief holds one sentence per key and language."""
    values: Mapping[str, Any] = field(default_factory=immutabledict)
    """Ids, numbers and tuples of these; ids of items are put into words by the brief."""
    firmness: Firmness = Firmness.STATED
    ground: Ground = Ground.COMPUTED
    trace: tuple[str, ...] = ()
    """Ids of items of the case, and ``sheet:section:id`` for judgements, that it rests on."""


@dataclass(frozen=True)
class Table:
    """Rows of one shape. None in a cell means not stated or not estimated, never zero."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    traces: tuple[tuple[str, ...], ...] = ()
    """What each row rests on; empty or as long as ``rows``."""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row is not as long as the columns")
        if self.traces and len(self.traces) != len(self.rows):
            raise ValueError("traces must be empty or one per row")

    def records(self) -> list[dict[str, Any]]:
        """One mapping per row."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_frame(self) -> "pd.DataFrame":
        """The table as a pandas data frame (needs pandas)."""
        import pandas as pd

        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    def _repr_html_(self) -> str:
        """The table as a notebook shows it; an empty cell is what is not stated, never zero."""
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in self.columns)
        body = "".join(f"<tr>{''.join(f'<td>{_shown(cell)}</td>' for cell in row)}</tr>" for row in self.rows)
        return f'<table dir="ltr"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


Rows = Sequence[tuple[tuple[Any, ...], tuple[str, ...]]]
"""Values of each row, and what it rests on."""


def table_of(columns: tuple[str, ...], rows: Rows) -> Table:
    """A table from rows that each carry their trace."""
    return Table(columns, tuple(values for values, _ in rows), tuple(trace for _, trace in rows))


@dataclass(frozen=True)
class Settings:
    """How to compute: the same settings on the same files give the same answer, to the byte."""

    seed: int = 2020
    draws: int = 4096
    """Draws for shares of judgements; a power of two."""
    futures: int = 8192
    """Draws for the distribution of outcomes where it is not computed exactly."""
    packages: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    """Packages of options to appraise beside the tracks."""
    moves: tuple[str, ...] = ()
    """Moves to take into the conflicts of ``reactions``; none: those that bear on somebody, while they fit."""
    division: Literal["both", "weakens", "tied_hands"] = "both"
    """What division at home is taken to do to a negotiator, in ``unity``: both readings stand side by side, or one."""
    pooling: Literal["none", "linear", "logarithmic", "performance"] = "none"
    """How the likelihoods, sizes and weights of several sheets become one; ``none``: whatever any of them admits."""


DEFAULTS = Settings()


@dataclass(frozen=True)
class Provenance:
    """From what an answer was computed."""

    dossier_digest: str
    sheet_digests: Mapping[str, str]
    sheet_standings: Mapping[str, str]
    settings: Settings
    version: str


@dataclass(frozen=True)
class Answer:
    """The answer to one question about one case."""

    question: str
    findings: tuple[Finding, ...]
    tables: Mapping[str, Table]
    provenance: Provenance

    def to_json(self) -> str:
        """The whole answer; keys are sorted, so equal answers are equal text."""
        return json.dumps(as_data(self), ensure_ascii=False, indent=1, sort_keys=True)

    def _repr_html_(self) -> str:
        """The tables as a notebook shows them; `hiwar.brief.shown` adds the findings in words."""
        tables = (
            f"<details><summary>{escape(name)} ({len(table.rows)})</summary>{table._repr_html_()}</details>"
            for name, table in self.tables.items()
        )
        return f"<p>{escape(self.question)}</p>{''.join(tables)}"


def as_data(value: Any) -> Any:
    """Turn an answer, or a part of one, into what JSON can hold; numbers keep twelve digits."""
    if isinstance(value, float):
        return float(f"{value:.12g}")
    if isinstance(value, Table):
        rows = [{"values": as_data(row), "trace": list(trace)} for row, trace in _rows(value)]
        return {"columns": list(value.columns), "rows": rows}
    if isinstance(value, Mapping):
        return {str(key): as_data(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [as_data(part) for part in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: as_data(getattr(value, name)) for name in value.__dataclass_fields__}
    return value


def _shown(cell: Any) -> str:
    """A cell as text of a page; nothing in it is read as markup."""
    data = as_data(cell)
    if isinstance(data, list):
        return ", ".join(_shown(part) for part in data)
    return "" if data is None else escape(f"{data:.6g}" if isinstance(data, float) else str(data))


def _rows(table: Table) -> list[tuple[tuple[Any, ...], tuple[str, ...]]]:
    traces = table.traces or ((),) * len(table.rows)
    return list(zip(table.rows, traces, strict=True))
