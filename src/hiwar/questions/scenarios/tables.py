"""The futures, the judgements behind them, and what the sources say of the events, as tables."""

from collections.abc import Mapping

from hiwar.methods.cross_impact import influence_of
from hiwar.questions.answer import Table, table_of
from hiwar.questions.compilation import event_trace
from hiwar.questions.judgements import traces
from hiwar.questions.scenarios.futures import Future, rules_allow, supporting
from hiwar.questions.scenarios.results import Outlook


def future_id(future: Future) -> str:
    """A future by its outcomes: ``EVENT=OPTION, EVENT=OPTION``."""
    return ", ".join(f"{event}={option}" for event, option in sorted(future.options.items()))


def future_tables(outlook: Outlook) -> Mapping[str, Table]:
    """Futures, their outcomes, the scenarios that matter, judgements of influence, and what sources lean to."""
    return {
        "futures": _futures(outlook),
        "tableau": _tableau(outlook),
        "scenarios": _scenarios(outlook),
        "cross_impact": _cross_impact(outlook),
        "influence": _influence(outlook),
        "events": _events(outlook),
    }


def _futures(outlook: Outlook) -> Table:
    rows = [
        ((future_id(future), future.sheets, future.inconsistency), tuple(sorted(future.options)))
        for future in outlook.futures.futures
    ]
    return table_of(("future", "sheets", "inconsistency"), rows)


def _tableau(outlook: Outlook) -> Table:
    rows = [
        ((future_id(future), event, option), (event,))
        for future in outlook.futures.futures
        for event, option in sorted(future.options.items())
    ]
    return table_of(("future", "event", "option"), rows)


def _scenarios(outlook: Outlook) -> Table:
    """The combinations of the events on which a result hangs: whether any future has them."""
    rows = []
    for scenario in outlook.compilation.frame.scenarios:
        futures = supporting(outlook.futures, scenario.options)
        allowed = rules_allow(outlook.compilation.dossier, scenario.options)
        state = "hangs_together" if futures and allowed else "not_consistent" if allowed else "ruled_out"
        rows.append(((scenario.id, state, len(futures)), tuple(scenario.options)))
    return table_of(("scenario", "state", "n_futures"), rows)


def _cross_impact(outlook: Outlook) -> Table:
    """Every judgement of influence that is not 0."""
    rows = []
    for sheet in outlook.compilation.frame.judgements.sheets:
        for source, options in sorted(sheet.cross_impact.items()):
            for option, targets in sorted(options.items()):
                for target, struck in sorted(targets.items()):
                    for other, judged in sorted(struck.items()):
                        if judged.value:
                            trace = (source, target, f"{sheet.id}:cross_impact:{source}")
                            rows.append(((sheet.id, source, option, target, other, float(judged.value)), trace))
    return table_of(("sheet", "event", "option", "target", "target_option", "strength"), rows)


def _influence(outlook: Outlook) -> Table:
    """Per sheet and event: how strongly it bears on the others, and they on it."""
    rows = []
    judgements = outlook.compilation.frame.judgements
    for sheet, matrix in outlook.futures.matrices.items():
        sums = influence_of(matrix)
        for place, event in enumerate(matrix.names):
            own = (key for key in traces(judgements, "cross_impact", event) if key.startswith(f"{sheet}:"))
            trace = (event, *own)
            rows.append(((sheet, event, float(sums.active[place]), float(sums.passive[place])), trace))
    return table_of(("sheet", "event", "active", "passive"), rows)


def _events(outlook: Outlook) -> Table:
    """The events on which something hangs: whose likelihood is judged, what sources lean to, what is said of them."""
    compilation = outlook.compilation
    prospects = compilation.views["all"][0].prospects
    dossier = compilation.dossier
    matter = tuple(compilation.frame.scenarios[0].options)
    rows = []
    for event in sorted({*matter, *outlook.futures.events}):
        item = dossier.events.get(event)
        is_given = None
        if event in matter:
            blocks = {int(block) for block in prospects.block_of[:, :, matter.index(event)].ravel()}
            is_given = all(prospects.blocks[block].is_given for block in blocks)
        elif traces(compilation.frame.judgements, "likelihood", event):
            is_given = True
        leans_to = item.leans_to if item is not None else None
        claims = tuple(key for key, claim in sorted(dossier.claims.items()) if event in (*claim.about, *claim.when))
        rows.append(((event, event in matter, is_given, leans_to, claims), (*event_trace(compilation, event), *claims)))
    return table_of(("event", "matters", "is_judged", "leans_to", "claims"), rows)
