"""Small XML files of strangers: elements with their attributes and places, nothing that could explode or reach out."""

from dataclasses import dataclass, field
from xml.parsers import expat

from hiwar.dossier.problems import CaseError, SourceText, Trouble, shown

MOST_ELEMENTS = 200_000
MOST_DEPTH = 40


@dataclass(eq=False)
class Element:
    """An element as written; text between elements is left out."""

    source: SourceText
    tag: str
    attributes: dict[str, str]
    line: int
    """From 0."""
    column: int
    children: list["Element"] = field(default_factory=list)

    def of(self, tag: str) -> list["Element"]:
        """Children of one kind."""
        return [child for child in self.children if child.tag == tag]

    def trouble(self, message: str) -> Trouble:
        """A problem that stands at this element."""
        return Trouble(self.source, self.line, self.column, message)

    def refused(self, message: str) -> CaseError:
        """The same, to be raised."""
        return CaseError(shown([self.trouble(message)]))


def read_xml(source: SourceText) -> Element:
    """The root element.

    Raises
    ------
    CaseError
        If it is not well formed, declares a document type (and so could hold entities), or is too large or too deep.
    """
    parser = expat.ParserCreate("utf-8")
    top = Element(source, "", {}, 0, 0)
    open_elements = [top]
    count = 0

    def refuse(message: str) -> CaseError:
        place = (max(parser.CurrentLineNumber - 1, 0), parser.CurrentColumnNumber)
        return CaseError(shown([Trouble(source, *place, message)]))

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > MOST_ELEMENTS or len(open_elements) > MOST_DEPTH:
            raise refuse(f"this is too large or too deep; {MOST_ELEMENTS:,} elements and {MOST_DEPTH} levels are read")
        element = Element(source, tag, attributes, parser.CurrentLineNumber - 1, parser.CurrentColumnNumber)
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def no_document_type(*_: object) -> None:
        raise refuse("a document type is declared here (<!DOCTYPE ...>); files with one are not read")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_elements.pop()
    parser.StartDoctypeDeclHandler = no_document_type
    try:
        parser.Parse(source.text.encode("utf-8"), True)
    except expat.ExpatError as error:
        message = f"this is not well-formed XML: {expat.ErrorString(error.code)}"
        raise CaseError(shown([Trouble(source, max(error.lineno - 1, 0), error.offset, message)])) from None
    return top.children[0]
