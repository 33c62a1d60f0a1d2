"""The words of a share: the texts of its slots in every language with its pictures, and the records of its lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schema.catalogue.outline import ImageBlock
from schema.exchange.packs.cut_outline import CutOutline
from schema.grammar.languages import LANGUAGES
from schema.grammar.linked import LinkedNumber, parse_linked
from schema.grammar.slots import alternative_slot, caption_slot
from schema.values.datapoint import Record, SlotText, Snapshot
from schema.values.kept_contents import TEXTS
from schema.values.record_places import rows_by_block


def share_texts(cut: CutOutline, snapshot: Snapshot) -> tuple[SlotText, ...]:
    """Return what stands in the slots of a share, pictures and what is written beside them, too."""
    images = [block.slot for s in cut.outline.walk() for block in s.blocks if isinstance(block, ImageBlock)]
    beside = (name for slot in images for name in (slot, caption_slot(slot), alternative_slot(slot)))
    slots = cut.slots.union(beside)
    texts = TEXTS.place.all(snapshot).values()
    return tuple(text for text in texts if text.report == cut.outline.code and text.slot in slots)


def share_records(cut: CutOutline, snapshot: Snapshot) -> tuple[Record, ...]:
    """Return the records of a share's lists: by the whole outline, since in a smaller one others have no home."""
    rows = rows_by_block(cut.whole, snapshot)
    return tuple(record for block in sorted(cut.lists) for record in rows.get(block, ()))


def linked_codes(cuts: Iterable[CutOutline], snapshot: Snapshot) -> frozenset[str]:
    """Return what the words of a share link to: codes of metrics, and numbers of records."""
    texts = (text for cut in cuts for text in _all_words(cut, snapshot) if "{" in text)
    pieces = (piece for text in texts for piece in parse_linked(text))
    return frozenset(piece.reference.code for piece in pieces if isinstance(piece, LinkedNumber))


def _all_words(cut: CutOutline, snapshot: Snapshot) -> Iterator[str]:
    """Yield every wording of a share."""
    yield from (text.text for text in share_texts(cut, snapshot))
    for record in share_records(cut, snapshot):
        yield from (field.words.get(language) for field in record.fields.values() for language in LANGUAGES)
