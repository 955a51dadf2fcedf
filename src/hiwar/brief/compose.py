"""Answers composed into the document that a decision-maker reads."""

from collections.abc import Mapping, Sequence
from datetime import date

from immutabledict import immutabledict

from hiwar.brief.blocks import Answers, found, statement
from hiwar.brief.catalogue import DIRECTIONS, catalogue
from hiwar.brief.chapters.agreement import agreement
from hiwar.brief.chapters.approval import approval
from hiwar.brief.chapters.asked import asked
from hiwar.brief.chapters.balance import balance
from hiwar.brief.chapters.comparison import comparison
from hiwar.brief.chapters.firmness import firmness
from hiwar.brief.chapters.ground import ground
from hiwar.brief.chapters.interests import interests
from hiwar.brief.chapters.minute import minute
from hiwar.brief.chapters.parties import parties
from hiwar.brief.chapters.plan import plan
from hiwar.brief.chapters.reactions import reactions
from hiwar.brief.chapters.scenarios import scenarios
from hiwar.brief.chapters.scope import scope
from hiwar.brief.chapters.terms import terms
from hiwar.brief.chapters.timing import timing
from hiwar.brief.chapters.tracks import tracks
from hiwar.brief.chapters.unity import unity
from hiwar.brief.document import Document, Part
from hiwar.brief.entries import entries_of
from hiwar.brief.page import traces_of
from hiwar.brief.references import references_of
from hiwar.brief.words import Words
from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet

_LABELS = (
    "contents", "skip", "kicker", "rests_on", "judged", "same_as_table", "appendix", "appendix_note", "unfounded",
    "when", "passage", "reason", "reading", "footer", "mark_source", "mark_analyst", "mark_computed", "firm_certain",
    "firm_possible", "firm_cannot_be_told", "sources",
)  # fmt: skip


def compose(
    dossier: Dossier, sheets: Sequence[Sheet], answers: Answers, *, language: str = "en", made_on: date | None = None
) -> Document:
    """Put answers into the words and the order of a brief.

    Parameters
    ----------
    dossier, sheets
        What the answers were computed from.
    answers : mapping of question to Answer
        Those of every question; of what is missing the brief says so.
    language : str
        Language of a message catalogue.
    made_on : date, optional
        Day that the document carries; without one the same case gives the same bytes on any day.

    Raises
    ------
    CatalogueError
        If the language has no catalogue, or a message is missing in it.
    """
    words = Words(dossier, tuple(sheets), catalogue(language))
    parts = _parts(words, answers)
    return Document(
        language=language,
        direction="rtl" if DIRECTIONS.get(language) == "rtl" else "ltr",
        foreign_language=words.foreign_language if words.foreign_language != language else "",
        title=words.text(dossier.title),
        subtitle=words("page.for_seat", seat=words.name(dossier.seat)),
        notices=_notices(words, answers),
        facts=_facts(words, answers),
        parts=parts,
        entries=entries_of(words, traces_of(parts)),
        references=references_of(words),
        marking=words.text(dossier.marking),
        made_on=words.day(made_on.isoformat()) if made_on else "",
        made_day=made_on.isoformat() if made_on else "",
        labels=immutabledict({key: words(f"page.{key}") for key in _LABELS}),
    )


def _parts(words: Words, answers: Answers) -> tuple[Part, ...]:
    chapters = (
        minute, asked, tracks, firmness, scenarios, timing, scope, agreement, balance, unity, approval, reactions,
        interests, parties, comparison, terms, plan, ground,
    )  # fmt: skip
    return tuple(chapter(words, answers) for chapter in chapters)


def _notices(words: Words, answers: Answers) -> tuple[str, ...]:
    """What must be seen with every page: the case's own notice, whose view a sheet is, that sheets are pooled."""
    notices = [words.text(words.dossier.notice)] if words.dossier.notice else []
    for sheet in words.sheets:
        title = words.text(sheet.title) or sheet.id
        own = words.text(sheet.notice)
        if sheet.standing != "analyst":
            key = f"page.{sheet.standing}_says" if own else f"page.{sheet.standing}"
            notices.append(words(key, sheet=title, notice=own))
        elif own:
            notices.append(own)
    pooled = found(answers, "provenance.pooled")
    notices += [statement(words, finding).text for finding in pooled]
    return tuple(dict.fromkeys(notice.strip() for notice in notices))


def _facts(words: Words, answers: Answers) -> tuple[tuple[str, str], ...]:
    sheets = [
        words("page.sheet", title=words.text(sheet.title) or sheet.id, analyst=words.text(sheet.by.name),
              standing=words(f"standing.{sheet.standing}"))
        for sheet in words.sheets
    ]  # fmt: skip
    facts = [
        ("sheets", words.joined("words.semicolon", sheets) or words("page.no_sheets")),
        ("sources", _sources(words)),
    ]
    return tuple((words(f"page.fact_{key}"), value) for key, value in (*facts, *_made_from(words, answers)) if value)


def _sources(words: Words) -> str:
    """The source that most items cite, and how many others there are."""
    cited = [cite.source for _, item in words.items.values() for cite in item.cite]
    sources = sorted(words.dossier.sources.values(), key=lambda source: -cited.count(source.id))
    if not sources:
        return ""
    first = words.text(sources[0].title)
    others = len(sources) - 1
    return words("page.and_more", first=first, count=others, part=words("part.ground")) if others else first


def _made_from(words: Words, answers: Answers) -> Sequence[tuple[str, str]]:
    """Version and digests: what must be the same for the brief to come out the same."""
    provenance = next((answer.provenance for answer in answers.values()), None)
    if provenance is None:
        return ()
    digests: Mapping[str, str] = provenance.sheet_digests
    prints = [provenance.dossier_digest, *(digests[key] for key in sorted(digests))]
    made = words("page.made_by", version=provenance.version, seed=str(provenance.settings.seed))
    return (("made", made), ("digests", words.joined("words.comma", [words.foreign(digest[:12]) for digest in prints])))
