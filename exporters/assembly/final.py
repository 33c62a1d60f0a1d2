"""The final: the document that leaves the company, with nothing of a draft in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporters.content import Document, Gap, Heading, LinkedNumber, block_inlines, with_numbers


def final_document(draft: Document) -> Document:
    """Return a draft in which nothing is open without its state, its list, its remarks and the name of its freeze."""
    return replace(
        draft,
        state="final",
        cover=replace(draft.cover, state="", freeze="", history=""),
        blocks=tuple(with_numbers(block, _bare) for block in draft.blocks),
        open_points=(),
        owed=(),
    )


def _bare(number: LinkedNumber) -> LinkedNumber:
    return replace(number, remark="") if number.remark and number.state != "missing" else number


def placeholders(document: Document) -> Iterator[tuple[str, Gap | LinkedNumber]]:
    """Yield what still stands for something that is missing, each with the code of its section; a final has none."""
    section = ""
    for block in document.blocks:
        section = block.id if isinstance(block, Heading) else section
        for inline in block_inlines(block):
            if isinstance(inline, Gap) or (isinstance(inline, LinkedNumber) and inline.state == "missing"):
                yield section, inline
