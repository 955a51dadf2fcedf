"""Styles by their names: Word gives them other ids in each of its languages, and a letterhead may lack ours."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from hiwar.brief.word.directions import W

_SMALLER, _CLOSER = 0.82, 0.3
"""What remains of the size of type and of the space between paragraphs in the short form."""
_NAMING = tuple(W + name for name in ("pStyle", "rStyle", "tblStyle"))


def adopted(own: Any, shipped: Any) -> Mapping[str, str]:
    """Ids of the shipped styles in a template's own list of styles, to which those that it lacks are added.

    Parameters
    ----------
    own, shipped : element ``w:styles``
        Of the template in use, and of the template that comes with the package.
    """
    known = {_name(style): str(style.get(W + "styleId")) for style in own.iter(W + "style")}
    taken = set(known.values())
    ids: dict[str, str] = {}
    lacking = []
    for style in shipped.iter(W + "style"):
        ours = str(style.get(W + "styleId"))
        if _name(style) in known:
            ids[ours] = known[_name(style)]
        else:
            ids[ours] = ours if ours not in taken else f"Hiwar-{ours}"
            lacking.append(style)
    for style in lacking:
        copied = deepcopy(style)
        copied.set(W + "styleId", ids[str(style.get(W + "styleId"))])
        copied.attrib.pop(W + "default", None)
        for based in copied.iter(W + "basedOn"):
            based.set(W + "val", ids[str(based.get(W + "val"))])
        own.append(copied)
    return ids


def set_styles(elements: Iterable[Any], ids: Mapping[str, str]) -> None:
    """Name the styles of written elements by the ids that they have in the template in use."""
    for element in elements:
        for naming in element.iter(*_NAMING):
            naming.set(W + "val", ids[str(naming.get(W + "val"))])


def tighten(own: Any) -> None:
    """Set type and the space between paragraphs smaller, for a document that must stay short."""
    for found in own.iter(W + "sz", W + "szCs"):
        found.set(W + "val", str(round(_SMALLER * float(found.get(W + "val")))))
    for found in own.iter(W + "spacing"):
        for side in ("before", "after"):
            if found.get(W + side):
                found.set(W + side, str(round(_CLOSER * float(found.get(W + side)))))


def _name(style: Any) -> str:
    return str(style.find(W + "name").get(W + "val")).lower()
