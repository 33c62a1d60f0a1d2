"""Words that a machine drafted: marked where they stand, asked about once per section."""

from __future__ import annotations

from dataclasses import replace

from exporters.assembly.desk import Desk
from exporters.content import Inline, Inlines, Paragraph, Row, Table, Text
from schema.catalogue.outline import Section
from schema.values.datapoint import Origin


def note_draft(desk: Desk, origin: Origin | None, name: str, section: Section, ask: str) -> str:
    """Return the remark of a machine draft, and ask for it to be read; an empty text where the words are none."""
    if origin is None or not origin.draft:
        return ""
    desk.notes.drafts.setdefault((section.code, ask), []).append(name)
    return desk.say("word.ask.draft", department=ask, language=desk.language_name(origin.language), name=name)


def marked(parts: tuple[Paragraph | Table, ...], marker: Marker | None) -> tuple[Paragraph | Table, ...]:
    """Return the blocks of a draft with their words marked; others as they are."""
    return tuple(_block(part, marker) for part in parts) if marker else parts


class Marker:
    """Marks words lightly; the remark goes to the first that it meets."""

    def __init__(self, remark: str) -> None:
        self._remark = remark

    def inlines(self, inlines: Inlines) -> Inlines:
        """Return the inlines with their words marked."""
        return tuple(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Inline:
        if not isinstance(inline, Text):
            return inline
        remark, self._remark = self._remark, ""
        return replace(inline, draft=True, remark=remark)


def _block(part: Paragraph | Table, marker: Marker) -> Paragraph | Table:
    if isinstance(part, Paragraph):
        return replace(part, inlines=marker.inlines(part.inlines))
    rows = tuple(Row(tuple(map(marker.inlines, row.cells)), row.kind) for row in part.rows)
    return replace(part, rows=rows)
