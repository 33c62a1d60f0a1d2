"""What the report has got since a draft was exported, offered at its end: people copy it to its place, or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exporters.assembly.document import Content, plain_document
from exporters.content import Block, Callout, ChapterContents, Frame, Gap, Heading, Mark, Paragraph, Table
from exporters.word.edited_draft import EditedDraft
from exporters.word.edition_part import add_blocks, block_ids, planned_id
from exporters.word.estimated_pages import guess_pages
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import NAMESPACES, block_control, paragraph
from exporters.word.parts import DOCUMENT
from exporters.word.passages import NEW_BLOCKS
from exporters.word.refreshed_tables import bare, highest_number, keep_numbers
from exporters.word.tables import table_xml
from exporters.word.value_store import stored
from exporters.word.word_xml import W
from exporters.word.xml_tree import parsed

_LONG = 80  # characters of a block's words that name it


@dataclass(frozen=True, slots=True)
class Offered:
    """A block that a draft does not have: its id, its section's title, how it begins; `whole`: it was put there whole.

    Charts, pictures and frames are only named: a new export has them.
    """

    id: str
    section: str
    words: str
    whole: bool


def offer_blocks(draft: EditedDraft, content: Content) -> tuple[Offered, ...]:
    """Put what a draft does not know at its end, once, in one control; a draft of an older program is not told."""
    known = frozenset(draft.edition.blocks if draft.edition else ())
    groups = list(_new(content, known)) if known else []
    if not groups:
        return ()
    document = plain_document(content)
    scribe = Scribe(document, guess_pages(document), remarks=False)
    scribe.numbers(highest_number(draft.parts.xml(DOCUMENT)))
    offers = [_offer(*group) for group in groups]
    _insert(draft, content, scribe, list(zip(offers, (blocks for _, blocks in groups), strict=True)))
    keep_numbers(draft, stored(document.facts))
    if draft.edition_part:
        add_blocks(draft.parts.xml(draft.edition_part), block_ids(b for _, blocks in groups for b in blocks))
        draft.parts.changed(draft.edition_part)
    return tuple(offers)


def _new(content: Content, known: frozenset[str]) -> Iterator[tuple[str, list[Block]]]:
    """Yield the blocks of each id that is not known, with the title of their section; placeholders alone are none."""
    section, groups = "", dict[str, tuple[str, list[Block]]]()
    for block in content.blocks:
        section = block.text if isinstance(block, Heading) else section
        if not isinstance(block, Mark | ChapterContents) and planned_id(block) not in known:
            groups.setdefault(planned_id(block), (section, []))[1].append(block)
    for title, blocks in groups.values():
        if not all(_is_open(block) for block in blocks):
            yield title, blocks


def _is_open(block: Block) -> bool:
    """Whether a paragraph is nothing but a placeholder."""
    return isinstance(block, Paragraph) and all(isinstance(inline, Gap) for inline in block.inlines)


def _offer(section: str, blocks: list[Block]) -> Offered:
    whole = all(isinstance(block, Paragraph | Table | Callout | Heading) for block in blocks)
    return Offered(planned_id(blocks[0]), section, _words(blocks[0])[:_LONG], whole)


def _words(block: Block) -> str:
    """Return how a block begins, or what it is called."""
    if isinstance(block, Paragraph):
        return "".join(getattr(inline, "text", "") or getattr(inline, "digits", "") for inline in block.inlines)
    if isinstance(block, Heading):
        return block.text
    words = getattr(block, "caption", "") or getattr(block, "title", "")
    return words if isinstance(words, str) else "".join(getattr(inline, "text", "") for inline in words)


def _insert(draft: EditedDraft, content: Content, scribe: Scribe, offers: list[tuple[Offered, list[Block]]]) -> None:
    assembly = content.assembly
    title, lead = assembly.say("word.new.title"), assembly.say("word.new.lead")
    inner = paragraph(scribe.words(title), "TOCHeading") + paragraph(scribe.words(lead), "BodyText")
    for offer, blocks in offers:
        named = " · ".join(dict.fromkeys(filter(None, (offer.section, "" if offer.whole else offer.words))))
        inner += paragraph(scribe.words(named, "<w:b/><w:bCs/>"), "BodyText", "<w:keepNext/>")
        inner += "".join(_block_xml(block, scribe) for block in blocks)
    control = block_control(title, NEW_BLOCKS, scribe.number(), inner)
    root = bare(parsed(f"<w:body {NAMESPACES}>{control}</w:body>".encode()))
    body = draft.parts.xml(DOCUMENT).find(W + "body")
    _put_last(body, root[0])
    draft.parts.changed(DOCUMENT)


def _block_xml(block: Block, scribe: Scribe) -> str:
    from exporters.word.body import paragraph_xml  # deferred: most drafts are offered nothing
    from exporters.word.callouts import callout_xml

    match block:
        case Paragraph():
            return paragraph_xml(block, scribe)
        case Table():
            return table_xml(block, scribe)
        case Callout():
            return callout_xml(block, scribe)
        case Frame():
            return "".join(_block_xml(inner, scribe) for inner in block.blocks if isinstance(inner, Paragraph))
        case _:
            return ""


def _put_last(body: Any, element: Any) -> None:
    """Put an element behind all others of a body, before the properties of its last section."""
    last = body.find(W + "sectPr")
    if last is None:
        body.append(element)
    else:
        last.addprevious(element)
