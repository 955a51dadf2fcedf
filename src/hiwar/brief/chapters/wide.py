"""Tables with one column per side of the dialogue."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from hiwar.brief.blocks import Column, share, table
from hiwar.brief.document import TableBlock
from hiwar.brief.words import Words

Records = list[tuple[dict[str, Any], tuple[str, ...]]]


def by_party(rows: Records, *keys: str, value: str) -> Records:
    """One row per combination of keys, with the value of each party under the party's id."""
    wide: dict[Any, dict[str, Any]] = {}
    traces: dict[Any, dict[str, None]] = {}
    for row, trace in rows:
        place = tuple(row[key] for key in keys)
        wide.setdefault(place, {key: row[key] for key in keys})[row["party"]] = row[value]
        traces.setdefault(place, {}).update(dict.fromkeys(trace))
    return [(row, tuple(traces[place])) for place, row in wide.items()]


def share_table(
    words: Words,
    anchor: str,
    rows: Records,
    lead: Sequence[Column],
    parties: Sequence[str],
    *,
    group: Callable[[Any], str] | None = None,
    **values: Any,
) -> TableBlock:
    """A table whose last columns are the shares of the parties, headed by their names."""
    complete = [({**dict.fromkeys(parties), **row}, trace) for row, trace in rows]
    columns = (*lead, *(("share_of_range", share(party)) for party in parties))
    shown = table(words, anchor, complete, columns, group=group, **values)
    return replace(shown, columns=(*shown.columns[: len(lead)], *(words.name(party) for party in parties)))
