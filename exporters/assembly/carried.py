"""Marks on what stands as it was a year before: seen in the draft where it stands."""

from __future__ import annotations

from dataclasses import replace

from exporters.assembly.assembly import Assembly, Part
from exporters.content import Gap, Inner, Paragraph, Text
from schema.catalogue.definitions import Framework
from schema.catalogue.outline import TextBlock


def marked_text(part: Part, block: TextBlock, parts: tuple[Inner, ...]) -> tuple[Inner, ...]:
    """Return the parts of a text, with the mark before its first words where nobody has touched them."""
    assembly = part.assembly
    source = assembly.snapshot.carried.get((assembly.outline.code, block.slot, assembly.language), "")
    if not source or not parts:
        return parts
    mark, first = carried_mark(assembly, assembly.say("word.carried.text", report=source), part.ask), parts[0]
    if isinstance(first, Paragraph):
        return (replace(first, inlines=(mark, Text(" "), *first.inlines)), *parts[1:])
    return (Paragraph(f"{block.id}.carried", "body", (mark,)), *parts)


def unconfirmed_mark(part: Part, framework: Framework) -> Gap | None:
    """Return the mark for explanations that nobody has confirmed for this year; None where all are."""
    assembly = part.assembly
    codes = assembly.outline.unconfirmed.get(framework.code, ())
    if not any(framework.disclosure(code) for code in codes):
        return None
    words = assembly.say("word.carried.text", report=assembly.outline.rolled_from)
    return carried_mark(assembly, words, part.ask)


def carried_mark(assembly: Assembly, words: str, ask: str) -> Gap:
    """Return the mark of what is last year's; `words` say what, `ask` who confirms it."""
    return Gap(words, assembly.say("word.carried.ask", department=ask))
