"""What 100 points stand for, in the words of the case."""

from collections.abc import Iterator

from hiwar.brief.blocks import said
from hiwar.brief.document import Block, Definitions, Folded
from hiwar.brief.words import Words


def anchors(words: Words, party: str) -> Iterator[Block]:
    """Per domain, the gain or loss that counts 100 points for a party; or that the case does not say."""
    declared = words.dossier.anchors.get(party, {})
    if not declared:
        yield said(words, "explain.no_anchors", party=words.name(party))
        return
    items = tuple((words.name(domain), words.text(anchor.text)) for domain, anchor in declared.items())
    yield Folded(words("fold.anchors", party=words.name(party)), (Definitions(items),))
