"""Marks on what stands as it was a year before: seen in the draft where it stands, and told among the open points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from exporters.assembly.desk import Desk
from exporters.content import Gap, Paragraph, Table, Text
from schema.catalogue.definitions import Framework, RecordType
from schema.catalogue.next_outline import names_year
from schema.catalogue.outline import RecordsBlock, Section, TextBlock
from schema.values.datapoint import Record
from schema.values.records import record_names_year


def marked_text(
    desk: Desk, block: TextBlock, section: Section, ask: str, parts: tuple[Paragraph | Table, ...]
) -> tuple[Paragraph | Table, ...]:
    """Return the parts of a text, with the mark before its first words where nobody has touched them."""
    source = desk.snapshot.carried.get((desk.outline.code, block.slot, desk.language), "")
    if not source or not parts:
        return parts
    text = desk.snapshot.texts[desk.outline.code, block.slot, desk.language]
    name = desk.words(block.title) or desk.words(section.title)
    _note(desk, section, ask, source, name, dated=names_year(text, desk.outline.year - 1))
    mark = Gap(desk.say("word.carried.text", report=source), desk.say("word.carried.ask", department=ask))
    first = parts[0]
    if isinstance(first, Paragraph):
        return (replace(first, inlines=(mark, Text(" "), *first.inlines)), *parts[1:])
    return (Paragraph(f"{block.id}.carried", "body", (mark,)), *parts)


def marked_records(
    desk: Desk, block: RecordsBlock, kind: RecordType, section: Section, ask: str, rows: Iterable[Record]
) -> tuple[Paragraph, ...]:
    """Return the paragraph over a list of records that says how many of them are untouched; none where all are new."""
    carried = [record for record in rows if record.carried]
    if not carried:
        return ()
    name, source = desk.words(block.caption) or desk.words(kind.name), carried[0].carried
    dated = any(record_names_year(record, desk.outline.year - 1) for record in carried)
    _note(desk, section, ask, source, name, dated=dated)
    words = desk.say("word.carried.records", name=name, report=source, count=str(len(carried)))
    mark = Gap(words, desk.say("word.carried.ask", department=ask))
    return (Paragraph(f"{block.id}.carried", "body", (mark,)),)


def unconfirmed_mark(desk: Desk, framework: Framework, section: Section) -> Gap | None:
    """Return the mark for explanations that nobody has confirmed for this year, told as one open point."""
    codes = desk.outline.unconfirmed.get(framework.code, ())
    waiting = [found.printed for code in codes if (found := framework.disclosure(code)) is not None]
    if not waiting:
        return None
    source, ask = desk.outline.rolled_from, desk.department(section.department or desk.outline.department)
    names = ("、" if desk.chinese else ", ").join(waiting)
    framework_name = desk.words(framework.name)
    desk.open(section, desk.say("word.open.explanations", name=framework_name, report=source, list=names), ask)
    return Gap(desk.say("word.carried.text", report=source), desk.say("word.carried.ask", department=ask))


def _note(desk: Desk, section: Section, ask: str, source: str, name: str, *, dated: bool) -> None:
    desk.notes.carried.setdefault((section.code, ask, source, dated), []).append(name)


def note_carried(desk: Desk) -> None:
    """Tell what of a section is untouched together, apart from what still names last year."""
    sections = {section.code: section for section in desk.outline.walk()}
    for (code, ask, source, dated), names in desk.notes.carried.items():
        phrase = "word.open.carried_year" if dated else "word.open.carried"
        places = {"report": source, "names": ("、" if desk.chinese else "; ").join(dict.fromkeys(names))}
        places |= {"year": str(desk.outline.year - 1)} if dated else {}
        desk.open(sections[code], desk.say(phrase, **places), ask)
