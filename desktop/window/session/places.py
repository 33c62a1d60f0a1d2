"""Where things stand in a report's form: the section of a value, a text, a record, and the way there."""

from __future__ import annotations

from typing import assert_never

from desktop.window.session.desk import Desk
from schema.catalogue.outline import Section
from schema.catalogue.section_content import section_images, section_records, section_slots
from schema.grammar.reference import Key, parse_record
from schema.validation.contradictions.contradiction import Where
from schema.validation.issue import FieldAt, IndexAt, ListAt, OutlineAt
from schema.values.record_places import home
from schema.values.subject import PublishedAt, TextAt


def go_to(desk: Desk, at: Where) -> None:
    """Bring what stands at a place of the chosen report on the screen."""
    desk.went.emit()
    match at:
        case PublishedAt():
            go_to(desk, at.key)
        case Key():
            record = parse_record(at.metric)
            desk.jump(at) if record is None else desk.jump_to_record(*record)
        case FieldAt():
            desk.jump_to_record(at.record, at.column)
        case ListAt():
            desk.jump_to_part(at.block)
        case OutlineAt():
            desk.jump_to_part(at.part)
        case TextAt():
            desk.jump_to_text(at.slot)
        case IndexAt():
            pass
        case _:
            assert_never(at)


def show_place(desk: Desk, at: Where, report: str = "") -> None:
    """Bring a place on the screen in the report that says it, else in the chosen one, else in any that shows it."""
    place = place_in(desk, at, report)
    if place is None:
        return
    if place[0] != desk.report:
        desk.choose_report(place[0])
    go_to(desk, at)


def place_in(desk: Desk, at: Where, report: str = "") -> tuple[str, Section] | None:
    """Return the report and the section in which a place can be seen; None where no form shows it."""
    outlines = desk.session.definitions.outlines
    for code in dict.fromkeys((report, desk.report, *outlines)):
        section = _section(desk, at, code) if code in outlines else None
        if section is not None:
            return code, section
    return None


def _section(desk: Desk, at: Where, report: str) -> Section | None:
    """Return the section of a report that shows what stands at a place."""
    sections = tuple(desk.session.definitions.outlines[report].walk())
    match at:
        case PublishedAt():
            return _section(desk, at.key, report)
        case Key():
            if (record := parse_record(at.metric)) is not None:
                return _section(desk, FieldAt(*record), report)
            code = desk.session.place_of(report, at)
            return next((section for section in sections if section.code == code), None)
        case FieldAt():
            row = desk.session.snapshot.records.get(at.record)
            block = home(desk.session.definitions.outlines[report], row) if row else ""
            return _section(desk, ListAt(report, block), report)
    if at.report != report:
        return None
    return next((section for section in sections if _holds(section, at)), None)


def _holds(section: Section, at: TextAt | ListAt | OutlineAt | IndexAt) -> bool:
    match at:
        case TextAt():
            return at.slot in section_slots(section) + section_images(section)
        case ListAt():
            return at.block in [block.id for block in section_records(section)]
        case OutlineAt():
            return at.part == section.code or at.part in [block.id for block in section.blocks]
        case IndexAt():
            return False
        case _:
            assert_never(at)
