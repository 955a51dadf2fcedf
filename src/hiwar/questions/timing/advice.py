"""How the advice for the first day hangs on how likely an event is, at the middle of all other judgements."""

from collections.abc import Iterator

from hiwar.methods.calendar import Flip, flips
from hiwar.questions.answer import Finding, Firmness, Table, table_of
from hiwar.questions.compilation import event_trace
from hiwar.questions.timing.plans import Timetable
from hiwar.questions.timing.tree import calendar_of, values_of

COLUMNS = ("event", "option", "low", "high", "best", "is_present")


def advice_of(timetable: Timetable) -> tuple[Flip, ...]:
    """Per option of each event still open on the first day: for which likelihoods which choice is best."""
    calendar = calendar_of(timetable)
    return flips(calendar, values_of(timetable)) if calendar.courses and calendar.events else ()


def advice_table(timetable: Timetable, found: tuple[Flip, ...]) -> Table:
    """Per option and stretch of likelihoods: the choice that is best there, and whether it holds at present."""
    rows = []
    for flip in found:
        for stretch in flip.stretches:
            is_present = flip.present is not None and stretch.low <= flip.present <= stretch.high
            values = (flip.event, flip.option, stretch.low, stretch.high, stretch.best, is_present)
            rows.append((values, event_trace(timetable.compilation, flip.event)))
    return table_of(COLUMNS, rows)


def advice_findings(timetable: Timetable, found: tuple[Flip, ...]) -> Iterator[Finding]:
    """Events whose likelihood could turn the advice, each with where; events that could not."""
    for event in sorted({flip.event for flip in found}):
        own = [flip for flip in found if flip.event == event and flip.stretches]
        trace = event_trace(timetable.compilation, event)
        if own and all(len(flip.stretches) == 1 for flip in own):
            yield Finding("timing.likelihood_turns_nothing", {"event": event}, Firmness.POSSIBLE, trace=trace)
        for flip in own[:1] if len(own) == 2 else own:
            for before, after in zip(flip.stretches, flip.stretches[1:], strict=False):
                values = {
                    "outcomes": (f"{event}={flip.option}",), "likelihood": before.high, "present": flip.present,
                    "below": before.best, "above": after.best,
                }  # fmt: skip
                yield Finding("timing.likelihood_turns", values, Firmness.POSSIBLE, trace=trace)
