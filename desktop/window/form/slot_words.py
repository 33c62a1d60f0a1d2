"""The words over a text: what it is called, what it is for, how long it should be, where it will stand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.window.chips.printed import filled
from desktop.window.fields.plan import TextCard
from desktop.window.session.desk import Desk
from desktop.work.slot_guide import SlotGuide, slot_guide
from schema.catalogue.outline import Outline, TextStyle
from schema.catalogue.section_content import section_slots

_MOST_CODES = 6


def slot_title(desk: Desk, spec: TextCard) -> str:
    """Return the title of a text's block; one without is named by what it is, and which of several."""
    if title := desk.words(spec.title):
        return title
    slots = section_slots(desk.section) if desk.section is not None else ()
    name = style_name(spec.style)
    if len(slots) < 2 or spec.slot not in slots:
        return name
    many = QCoreApplication.translate("SlotHead", "{name} {number} of {count}")
    return many.format(name=name, number=slots.index(spec.slot) + 1, count=len(slots))


def style_name(style: str) -> str:
    """Return what a text of a style is called."""
    translate = QCoreApplication.translate
    return {
        "body": translate("SlotHead", "Text"),
        "lead": translate("SlotHead", "Lead"),
        "letter": translate("SlotHead", "Letter"),
        "quote": translate("SlotHead", "Quotation"),
        "case": translate("SlotHead", "Case"),
        "box": translate("SlotHead", "Box"),
        "list": translate("SlotHead", "List"),
        "signature": translate("SlotHead", "Signature"),
        "notice": translate("SlotHead", "Notice"),
        "headline": translate("SlotHead", "Headline"),
        "subhead": translate("SlotHead", "Subtitle"),
        "dateline": translate("SlotHead", "Place and date"),
    }[style]


def earlier_words(desk: Desk, slot: str, language: str) -> tuple[Outline, str] | None:
    """Return the newest report before this one that has the text, with its words as they printed."""
    for outline in sorted(desk.session.definitions.outlines.values(), key=lambda one: -one.year):
        words = desk.session.snapshot.texts.get((outline.code, slot, language), "")
        if outline.year < desk.outline.year and words:
            return outline, filled(desk, words, language)[0]
    return None


def guide_of(desk: Desk, slot: str, language: str) -> SlotGuide | None:
    """Return the guide of a text as it is written in a language; None where the slot is none of the outline's texts."""
    before = earlier_words(desk, slot, language)
    return slot_guide(desk.outline, slot, desk.catalogue, (desk.language, language), before[1] if before else "")


def purpose_words(desk: Desk, guide: SlotGuide) -> str:
    """Return what a text is for: as the outline says, else what its kind says of its section, and what it answers."""
    translate = QCoreApplication.translate
    said = guide.purpose or _common_purpose(guide.style).format(title=desk.words(guide.section.title))
    if guide.purpose or guide.style not in ("body", "lead", "list") or not guide.disclosures:
        return said
    codes, between = guide.disclosures.items(), translate("SlotHead", ", ")
    listed = (f"{name} {between.join(some[:_MOST_CODES])}" + "…" * (len(some) > _MOST_CODES) for name, some in codes)
    return f"{said} · " + translate("SlotHead", "Answers {codes}").format(
        codes=translate("SlotHead", "; ").join(listed)
    )


def _common_purpose(style: TextStyle) -> str:
    translate = QCoreApplication.translate
    return {
        "body": translate("SlotHead", "What was done on “{title}” in the year, and what came of it, with numbers"),
        "lead": translate(
            "SlotHead", "Opens “{title}” in a few sentences: what matters, and what the reader will find"
        ),
        "letter": translate(
            "SlotHead", "Speaks to the reader in the first person: the year, its hard parts, what is next"
        ),
        "quote": translate("SlotHead", "What somebody said, in their own words, with name and role"),
        "case": translate("SlotHead", "One story: who, what changed, with numbers"),
        "box": translate("SlotHead", "Set apart from the text: one example or explanation for “{title}”"),
        "list": translate("SlotHead", "Short points on “{title}”, one line each"),
        "signature": translate("SlotHead", "Who signs: name and position"),
        "notice": translate("SlotHead", "The line above a press release, as “for immediate release”"),
        "headline": translate("SlotHead", "The news in one line"),
        "subhead": translate("SlotHead", "The most important number, or the reason, in one line"),
        "dateline": translate("SlotHead", "Place and date of the press release"),
    }[style]


def length_words(guide: SlotGuide, language: str) -> str:
    """Return how long a text should be, and why where the outline does not say so."""
    translate = QCoreApplication.translate
    counted = (
        translate("SlotHead", "{length} words") if language == "en" else translate("SlotHead", "{length} characters")
    )
    said = counted.format(length=guide.length)
    match guide.basis:
        case "outline":
            return said
        case "before":
            return translate("SlotHead", "{length} (as in the last report)").format(length=said)
        case "style":
            return translate("SlotHead", "{length} (usual)").format(length=said)


def place_words(desk: Desk, guide: SlotGuide, slot: str, page: int) -> str:
    """Return where a text will stand: chapter, section, which part of it, and the page where that is counted."""
    translate = QCoreApplication.translate
    titles = dict.fromkeys(desk.words(one.title) for one in (guide.chapter, guide.section))
    path = " › ".join(titles)
    names = [getattr(block, "slot", "") for block in guide.section.blocks]
    if len(names) > 1 and slot in names:
        many = translate("SlotHead", "{path}, part {number} of {count}")
        path = many.format(path=path, number=names.index(slot) + 1, count=len(names))
    return path if not page else translate("SlotHead", "{path}, about page {page}").format(path=path, page=page)
