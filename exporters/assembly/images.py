"""Pictures of image slots: at which size, with which words, or a placeholder that says whom to ask."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.gaps import languages_of, text_gap
from exporters.assembly.linked_text import inlines, plain_words
from exporters.content import Gap, Image, Inlines, Paragraph
from schema.catalogue.outline import TEXT_WIDTH, ImageBlock
from schema.grammar.slots import COMPANY, LOGO, alternative_slot, caption_slot
from schema.values.datapoint import Attachment
from schema.values.image_slots import placed_picture

WORDS_WIDTH = 134.0  # millimetres that words take on a page: a picture is as wide unless the outline says otherwise
_SCREEN = 96 / 25.4  # pixels per millimetre at which a small picture still looks sharp


@dataclass(frozen=True, slots=True)
class Room:
    """How wide and how high a picture may be, in millimetres; it stands with its caption on one page."""

    width: float
    height: float = 190.0


_LOGO = Room(60.0, 18.0)


def image_blocks(part: Part, block: ImageBlock) -> tuple[Image | Paragraph, ...]:
    """Return the picture of a slot, or a placeholder."""
    assembly, name = part.assembly, part.titled(block.title)
    picture = placed_picture(assembly.snapshot, assembly.outline.code, block.slot)
    if picture is None:
        return (Paragraph(f"{block.id}.gap", "body", (picture_gap(assembly, name, part.ask, block.slot),)),)
    caption = _caption(part, block)
    words = _slot_text(assembly, alternative_slot(block.slot)) or plain_words(caption) or name
    width = WORDS_WIDTH if block.width == TEXT_WIDTH else block.width
    made = sized_image(block.id, picture, caption, words, Room(width))
    return (replace(made, anchor=block_anchor(block.id)),)


def logo_image(assembly: Assembly, company: str) -> Image | None:
    """Return the company's logo, small, or None where it has none."""
    picture = placed_picture(assembly.snapshot, COMPANY, LOGO)
    return sized_image(LOGO, picture, (), company, _LOGO) if picture else None


def picture_gap(assembly: Assembly, name: str, ask: str, place: str) -> Gap:
    """Return the placeholder of a missing picture."""
    remark = assembly.say("word.ask.picture", department=ask, name=name)
    return Gap(assembly.say("word.gap.picture", name=name), f"{remark} [{place}]")


def sized_image(identity: str, picture: Attachment, caption: Inlines, words: str, room: Room) -> Image:
    """Return a picture as wide as asked, if that neither makes it coarse nor higher than there is room."""
    pixels = (picture.width, picture.height)
    wide = min(room.width, picture.width / _SCREEN, room.height * picture.width / picture.height)
    return Image(identity, picture.hash, picture.name, picture.type, pixels, caption, words or picture.name, wide)


def _slot_text(assembly: Assembly, slot: str) -> str:
    return assembly.snapshot.texts.get((assembly.outline.code, slot, assembly.language), "").strip()


def _caption(part: Part, block: ImageBlock) -> Inlines:
    """Return the caption; a picture that has one in another language only gets a placeholder."""
    slot = caption_slot(block.slot)
    if text := _slot_text(part.assembly, slot):
        return inlines(part.assembly, text)
    return (text_gap(part, slot, part.titled(block.title)),) if languages_of(part.assembly, slot) else ()
