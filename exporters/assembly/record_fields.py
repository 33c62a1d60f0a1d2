"""What stands in a field of a record: its words, its number, or the placeholder of what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.drafts import draft_remark, marked, marked_blocks
from exporters.assembly.gaps import value_gap
from exporters.assembly.linked_text import inlines, merged, with_words
from exporters.assembly.numbers import linked
from exporters.assembly.text import text_parts
from exporters.content import Gap, Inline, Inlines, Inner, LinkedNumber, Paragraph, ParagraphStyle, Text
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.grammar.spacing import closed_up
from schema.grammar.words import Words
from schema.values.datapoint import Record
from schema.values.records import name_in, show_plain

# In a cell each new line that is no entry of a list and no row of a table begins a paragraph.
_PARAGRAPH = re.compile(r"\n(?!\s*(?:- |\|))")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one record type in one part of the report, where the records are listed as `caption`."""

    part: Part
    kind: RecordType
    caption: Words

    @property
    def assembly(self) -> Assembly:
        """Return the report being assembled."""
        return self.part.assembly

    @property
    def ask(self) -> str:
        """Return the department that is asked for what is missing."""
        return self.part.ask_for(self.kind.department)

    @property
    def name(self) -> str:
        """Return what the records are called here."""
        return self.assembly.words(self.caption) or self.assembly.words(self.kind.name)

    def title(self, record: Record) -> str:
        """Return what a record is called."""
        return closed_up(name_in(record, self.kind, self.assembly.language))

    def words(self, record: Record, column: RecordColumn) -> Inlines:
        """Return what stands in a field; what is required and missing is a placeholder."""
        field, assembly = record.field(column.code), self.assembly
        if column.numeric:
            return self._number(record, column)
        if column.worded and (text := field.words.get(assembly.language)):
            return marked(inlines(assembly, text), self._remark(record, column))
        if column.worded and field.words:
            return (self._other_language(record, column),)
        if field.typed:
            return (Text(closed_up(show_plain(field, column, assembly.language))),)
        return (self._gap(record, column),) if column.required else ()

    def paragraphs(self, name: str, record: Record, column: RecordColumn, style: ParagraphStyle) -> Iterator[Inner]:
        """Yield a long text as paragraphs, or the placeholder in its stead; their ids begin with `name`."""
        text = record.field(column.code).words.get(self.assembly.language)
        if text:
            parts = text_parts(self.assembly, name, style, _PARAGRAPH.sub("\n\n", text))
            yield from marked_blocks(parts, self._remark(record, column))
        elif words := self.words(record, column):
            yield Paragraph(f"{name}.1", style, words)

    def filled(self, record: Record, columns: Iterable[RecordColumn]) -> list[Inlines]:
        """Return the fields of some columns that have something to show."""
        return [words for column in columns if (words := self.words(record, column))]

    def _remark(self, record: Record, column: RecordColumn) -> str:
        origin = record.field(column.code).origin(self.assembly.language)
        return draft_remark(self.part, origin, self.name, self.ask)

    def _number(self, record: Record, column: RecordColumn) -> Inlines:
        if not record.field(column.code) and not column.required:
            return ()
        shown = linked(self.assembly, record.key.number(column.code), "")
        return with_words((Text(shown.before), shown.number, Text(shown.after)))

    def _gap(self, record: Record, column: RecordColumn) -> Gap:
        name = self.assembly.words(column.name)
        what = self.assembly.say("word.record.missing", name=name, title=self.title(record))
        return value_gap(self.assembly, name, what, self.ask)

    def _other_language(self, record: Record, column: RecordColumn) -> Gap:
        assembly = self.assembly
        language = assembly.language_name(assembly.language)
        text = assembly.say("word.gap.language", name=assembly.words(column.name), language=language)
        what = assembly.say("word.open.language", language=language, names=self.title(record))
        return Gap(text, assembly.say("word.ask.value", department=self.ask, what=what))


def joined(cells: Iterable[Inlines], between: str) -> Inlines:
    """Return fields one behind the other, with words between them."""
    parts: list[Inline] = []
    for number, cell in enumerate(cells):
        parts += (Text(between), *cell) if number else cell
    return tuple(merged(parts))


def bare(inlines: Inlines) -> str:
    """Return a field as bare words, numbers with their units."""
    return "".join(map(_bare, inlines))


def _bare(inline: Inline) -> str:
    if isinstance(inline, LinkedNumber):
        return inline.text + inline.unit
    return inline.text if isinstance(inline, Text | Gap) else ""
