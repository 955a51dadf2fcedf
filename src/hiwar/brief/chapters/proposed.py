"""What could be agreed, in two sentences: the package that a standard singles out, and what it settles."""

from hiwar.brief.blocks import Answers, found, records
from hiwar.brief.document import Statement
from hiwar.brief.words import Words

_FIRST = "nash"
"""The standard whose package is told first; the chapter on packages has the others."""


def proposed(words: Words, answers: Answers) -> tuple[Statement, ...]:
    """The package, who accepts it, how it fares at home, and its options; nothing where there is none."""
    rows = [row for row, _ in records(answers, "agreement", "packages") if _FIRST in row["standards"]]
    if not rows:
        return ()
    package, options = rows[0]["package"], tuple(rows[0]["options"])
    accepted = {one.values["package"]: one for one in found(answers, "agreement.accepted")}
    trace = tuple(dict.fromkeys(option.partition("=")[0] for option in options))
    key = "minute.package_accepted" if package in accepted else "minute.package"
    named = words(key, package=words.package(package), standard=words(f"standard.{_FIRST}"))
    firm = "certain" if package in accepted else "possible"
    settles = words("minute.package_settles", package=words.package(package), options=words.assignments(options))
    return (
        Statement(named, "computed", firm, trace, key),
        *_at_home(words, answers, package),
        Statement(settles, "computed", None, trace, "minute.package_settles"),
    )


def _at_home(words: Words, answers: Answers, package: str) -> tuple[Statement, ...]:
    """Whether each side's own institutions would carry it."""
    rows = [pair for pair in records(answers, "agreement", "at_home") if pair[0]["package"] == package]
    if not rows:
        return ()
    told = [
        words("words.holds", variable=words.name(row["party"]), options=words(f"survives.{row['survives']}"))
        for row, _ in rows
    ]
    trace = tuple(dict.fromkeys(item for _, one in rows for item in one))
    text = words("minute.package_at_home", told=words("words.semicolon").join(told))
    return (Statement(text, "computed", None, trace, "minute.package_at_home"),)
