"""Pictures of image slots: at which size, with which words, or a placeholder that says whom to ask."""

from __future__ import annotations

from exporters.assembly.desk import Desk
from exporters.assembly.text import inlines
from exporters.content import Gap, Image, Inlines, LinkedNumber, Paragraph, Text
from schema.catalogue.outline import ImageBlock, Section
from schema.grammar.words import LANGUAGES
from schema.values.datapoint import Attachment
from schema.values.image_slots import COMPANY, LOGO, alternative_slot, caption_slot, placed_picture

_SCREEN = 96 / 25.4  # pixels per millimetre at which a small picture still looks sharp
_LOGO = (60.0, 18.0)  # millimetres: widest, highest
_HIGHEST = 190.0  # millimetres; caption and picture stay together on one page


def image_blocks(desk: Desk, block: ImageBlock, section: Section, ask: str) -> tuple[Image | Paragraph, ...]:
    """Return the picture of a slot, or a placeholder."""
    picture = placed_picture(desk.snapshot, desk.outline.code, block.slot)
    name = desk.words(block.title) or desk.words(section.title)
    if picture is None:
        return (Paragraph(f"{block.id}.gap", "body", (picture_gap(desk, name, section, ask, block.slot),)),)
    caption = _caption(desk, block, section, ask)
    words = _slot_text(desk, alternative_slot(block.slot))
    return (sized_image(block.id, picture, caption, words, block.width, name=name),)


def logo_image(desk: Desk, company: str) -> Image | None:
    """Return the company's logo, small, or None where it has none."""
    picture = placed_picture(desk.snapshot, COMPANY, LOGO)
    return sized_image(LOGO, picture, (), company, _LOGO[0], _LOGO[1]) if picture else None


def picture_gap(desk: Desk, name: str, section: Section, ask: str, place: str = "") -> Gap:
    """Return the placeholder of a missing picture and note it as an open point."""
    desk.open(section, desk.say("word.open.picture", name=name), ask, f"{section.code}|picture|{place or name}")
    remark = desk.say("word.ask.picture", department=ask, name=name)
    return Gap(desk.say("word.gap.picture", name=name), f"{remark} [{place}]" if place else remark)


def sized_image(
    identity: str,
    picture: Attachment,
    caption: Inlines,
    words: str,
    width: float,
    highest: float = _HIGHEST,
    name: str = "",
) -> Image:
    """Return a picture as wide as asked, if that neither makes it coarse nor higher than there is room.

    Without words of its own its caption says what it shows, else its place's name.
    """
    pixels = (picture.width, picture.height)
    wide = min(width, picture.width / _SCREEN, highest * picture.width / picture.height)
    spoken = words or plain_words(caption) or name or picture.name
    return Image(identity, picture.hash, picture.name, picture.type, pixels, caption, spoken, wide)


def plain_words(found: Inlines) -> str:
    """Return inlines as bare words."""
    return "".join(part.text for part in found if isinstance(part, Text | LinkedNumber | Gap))


def _slot_text(desk: Desk, slot: str) -> str:
    return desk.snapshot.texts.get((desk.outline.code, slot, desk.language), "").strip()


def _caption(desk: Desk, block: ImageBlock, section: Section, ask: str) -> Inlines:
    """Return the caption; a picture that has one in another language only gets a placeholder."""
    slot = caption_slot(block.slot)
    if text := _slot_text(desk, slot):
        return inlines(desk, text, section)
    if any(desk.snapshot.texts.get((desk.outline.code, slot, language), "").strip() for language in LANGUAGES):
        return (desk.gap_text(slot, desk.words(block.title) or desk.words(section.title), section, ask),)
    return ()
