"""The parser's complaints, put into words for people who do not know YAML's terms."""

import re

import yaml

from hiwar.dossier.problems import SourceText, Trouble

_TAB_INDENT = re.compile(r" *\t")
_WORDS: tuple[tuple[str, str], ...] = (
    ("cannot start any token", "this character cannot begin a value; put the text in quotes"),
    ("mapping values are not allowed", 'a colon is not expected here: text that holds ": " needs quotes, '
     "or this line or the one above is indented wrongly"),
    ("could not find expected ':'", "a key without its colon, or a line that is indented wrongly"),
    ("did not find expected key", "this does not line up with what stands above: check the indentation, "
     "and that quotes and brackets before it are closed"),
    ("did not find expected '-' indicator", "this does not line up with the list above: check the indentation"),
    ("did not find expected ',' or '}'", "the bracket { is not closed, or a comma is missing before this place"),
    ("did not find expected ',' or ']'", "the bracket [ is not closed, or a comma is missing before this place"),
    ("did not find expected node content", "a value is missing here, or a bracket is closed that was not opened"),
    ("did not find expected <document start>", "this stands outside the case's entries: check the indentation, "
     "and that brackets and quotes before it are closed"),
    ("block sequence entries are not allowed", "a list entry (-) is not expected here: put it on a line of its own, "
     "indented below its key"),
    ("block mapping keys are not allowed", "a key is not expected here: put it on a line of its own"),
    ("found unknown escape character", "a backslash inside double quotes has a special meaning: "
     "use single quotes, or write it twice"),
    ("did not find expected hexdecimal number", "a backslash code inside double quotes is not complete: "
     "use single quotes, or write the backslash twice"),
    ("undefined tag handle", "! begins a tag, and tags are not used in a case; put the text in quotes"),
    ("tag", "! begins a tag, and tags are not used in a case; put the text in quotes"),
    ("while scanning an anchor", "& begins a name for repeating; put the text in quotes"),
    ("while scanning an alias", "* repeats something named before; put the text in quotes"),
    ("control characters are not allowed", "the file holds a control character; delete it"),
    ("directive", "% at the beginning of a line is a directive of YAML; put the text in quotes"),
    ("block scalar", "after | or > only an indentation sign may stand; the text begins on the next line"),
    ("indentation", "this line is indented wrongly"),
    ("document indicator", "--- or ... stands inside a text; put the text in quotes and indent it"),
)  # fmt: skip


def syntax_trouble(source: SourceText, error: yaml.YAMLError) -> Trouble:
    """Say what stops the reading of a file, and where it began."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return _character_trouble(source, error)
    problem, context = str(getattr(error, "problem", "")), str(getattr(error, "context", "") or "")
    opened = getattr(error, "context_mark", None)
    line, column = mark.line, mark.column
    if "unexpected end of stream" in problem and "quoted scalar" in context and opened:
        return Trouble(source, opened.line, opened.column, "a quote is opened here and never closed")
    if line < len(source.lines) and _TAB_INDENT.match(source.lines[line]):
        column = source.lines[line].index("\t")
        return Trouble(source, line, column, "a tab stands in the indentation; YAML allows only spaces there")
    words = next((said for sign, said in _WORDS if sign in problem or sign in context), "this cannot be read as YAML")
    if "did not find expected ','" in problem and opened and opened.line < line:
        hint = "; a quote in this line is not closed" if source.lines[opened.line].count('"') % 2 else ""
        return Trouble(source, opened.line, opened.column, f"this bracket is not closed before line {line + 1}{hint}")
    return Trouble(source, line, column, words)


def _character_trouble(source: SourceText, error: yaml.YAMLError) -> Trouble:
    position = getattr(error, "position", None)
    before = source.text[:position] if isinstance(position, int) else ""
    line = before.count("\n")
    column = len(before) - before.rfind("\n") - 1
    return Trouble(source, line, column, "the file holds a control character; delete it")
