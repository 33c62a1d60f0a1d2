"""Outline files → outlines, checked against the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from schema.catalogue import outline_sources as form
from schema.catalogue.definitions import Catalogue
from schema.catalogue.drawn_reading import DrawnReader
from schema.catalogue.entity_reading import entity_known
from schema.catalogue.formulas import reference_known
from schema.catalogue.number_format import is_display
from schema.catalogue.outline import (
    Block,
    CalloutBlock,
    ChartBlock,
    Group,
    ImageBlock,
    IndexBlock,
    Outline,
    Placement,
    RecordsBlock,
    Section,
    TableBlock,
    TextBlock,
)
from schema.catalogue.reading import Passage, Reading
from schema.catalogue.yaml_source import Source, Where
from schema.grammar.reference import parse_reference
from schema.grammar.slots import alternative_slot, caption_slot
from schema.grammar.text_length import parse_length


def load_outlines(reading: Reading, catalogue: Catalogue) -> dict[str, Outline]:
    """Read each folder below outlines/; two outlines may not claim one code."""
    result: dict[str, Outline] = {}
    for name in reading.files.names("outlines/*/outline.yaml"):
        reader = _OutlineReader(reading, catalogue, name)
        outline = reader.outline()
        if outline is None:
            continue
        if outline.code in result:
            reading.say(reader.source, ("code",), "definition.doubled", name=outline.code)
        result[outline.code] = outline
    return result


@dataclass(slots=True)
class _OutlineReader:
    """Reads one outline's files; remembers every section code, block id and slot, which must be unique in it."""

    reading: Reading
    catalogue: Catalogue
    name: str
    seen: dict[str, str] = field(default_factory=dict[str, str])
    source: Source = field(default_factory=lambda: Source(""))

    def outline(self) -> Outline | None:
        head, source = self.reading.read(self.name, form.OutlineSource)
        self.source = source
        chapters = tuple(self._chapters())
        if head is None:
            return None
        for code in head.frameworks:
            self.reading.known(code, self.catalogue.frameworks, "framework", source, ("frameworks",))
        self._check_disclosures({k: list(v) for k, v in head.explanations.items()}, source, ("explanations",))
        self._check_department(head.department, source, ("department",))
        explanations = {f: {d: w.explanation() for d, w in found.items()} for f, found in head.explanations.items()}
        unconfirmed = {framework: tuple(codes) for framework, codes in head.unconfirmed.items()}
        self._check_unconfirmed(head, source)
        return Outline(
            head.code, head.year, head.language, head.title.words(), chapters, tuple(head.frameworks), head.years,
            explanations, head.department, head.rolled_from, unconfirmed, head.form, head.figures, head.four_eyes,
            head.small_cells,
        )  # fmt: skip

    def _check_unconfirmed(self, head: form.OutlineSource, source: Source) -> None:
        """What waits to be confirmed is an explanation of this report."""
        for framework, codes in head.unconfirmed.items():
            known = head.explanations.get(framework, {})
            for code in codes:
                self.reading.known(code, known, "disclosure", source, ("unconfirmed", framework, code))

    def _chapters(self) -> Iterator[Section]:
        for name in self.reading.files.names(self.name.replace("/outline.yaml", "/*.yaml")):
            if name == self.name:
                continue
            found, source = self.reading.read(name, form.ChaptersFile)
            for index, chapter in enumerate(found.chapters if found else ()):
                yield self._section(chapter, source, ("chapters", index), 1)

    def _section(self, entry: form.SectionSource, source: Source, where: Where, level: int) -> Section:
        self._unique("section " + entry.code, source, (*where, "code"))
        if level > 3:
            self.reading.say(source, where, "definition.too_deep", name=entry.code)
        if level > 1 and entry.matter:
            self.reading.say(source, (*where, "matter"), "definition.matter", name=entry.code)
        # A heading in one language is one: the others are open work (schema.validation.untranslated).
        for language in () if entry.title.words() else self.reading.languages:
            self.reading.say(
                source, (*where, "title", language), "definition.missing_language", name=entry.code, language=language
            )
        self._check_disclosures(entry.disclosures, source, (*where, "disclosures"))
        self._check_department(entry.department, source, (*where, "department"))
        blocks = (self._block(b, source, (*where, "blocks", i)) for i, b in enumerate(entry.blocks))
        sections = (self._section(s, source, (*where, "sections", i), level + 1) for i, s in enumerate(entry.sections))
        disclosures = {name: tuple(codes) for name, codes in entry.disclosures.items()}
        return Section(
            entry.code, level, entry.title.words(), tuple(b for b in blocks if b is not None), tuple(sections),
            disclosures, entry.department, entry.matter,
        )  # fmt: skip

    def _check_department(self, code: str, source: Source, where: Where) -> None:
        if code:
            self.reading.known(code, self.catalogue.departments, "department", source, where)

    def _check_disclosures(self, disclosures: Mapping[str, list[str]], source: Source, where: Where) -> None:
        for framework, codes in disclosures.items():
            place = (*where, framework)
            if not self.reading.known(framework, self.catalogue.frameworks, "framework", source, place):
                continue
            known = [item.code for item in self.catalogue.frameworks[framework].disclosures]
            for code in codes:
                self.reading.known(code, known, "disclosure", source, (*place, code))

    def _unique(self, name: str, source: Source, where: Where) -> None:
        if name in self.seen:
            self.reading.say(source, where, "definition.doubled", name=name.partition(" ")[2])
        self.seen[name] = source.file

    def _block(self, data: dict[str, Any], source: Source, where: Where) -> Block | None:
        kind = next((name for name in form.BLOCKS if name in data), None)
        if kind is None:
            names = ", ".join(form.BLOCKS)
            self.reading.say(source, where, "definition.unknown_block", name=next(iter(data), ""), near=names)
            return None
        entry = self.reading.check(data, form.BLOCKS[kind], source, where)
        if entry is None:
            return None
        own = "id" if kind == "records" else kind
        # One framework may have two indices of different styles in one report.
        name = f"{data[own]} {data.get('style', '')}".strip() if kind == "index" else str(data[own])
        self._unique("block " + name, source, (*where, own))
        self._check_department(entry.department, source, (*where, "department"))
        block = self._make(entry, source, where)
        return replace(block, department=entry.department) if block is not None else None

    def _make(self, entry: object, source: Source, where: Where) -> Block | None:
        if isinstance(entry, form.TextSource):
            return self._text(entry, source, where)
        if isinstance(entry, form.TableSource):
            rows = tuple(self._row(row, source, (*where, "rows", i)) for i, row in enumerate(entry.rows))
            table = TableBlock(entry.table, entry.caption.words(), rows, entry.years, entry.change)
            return replace(table, kpis=entry.kpis, spans=entry.spans, share=entry.share, by_entity=entry.by_entity)
        if isinstance(entry, form.CalloutSource):
            items = tuple(self._placement(item, source, (*where, "items", i)) for i, item in enumerate(entry.items))
            return CalloutBlock(entry.callout, items, entry.title.words())
        if isinstance(entry, form.ChartSource):
            series = tuple(self._placement(s, source, (*where, "series", i)) for i, s in enumerate(entry.series))
            caption = entry.caption.words()
            return ChartBlock(
                entry.chart, entry.kind, caption, series, entry.years, panel=entry.panel, spans=entry.spans
            )
        if isinstance(entry, form.ImageSource):
            # Its words stand in slots of their own, which no text may claim.
            for slot in (caption_slot(entry.image), alternative_slot(entry.image)):
                self._unique("block " + slot, source, (*where, "image"))
            return ImageBlock(entry.image, entry.image, entry.title.words(), entry.width)
        if isinstance(entry, form.IndexSource):
            return self._index(entry, source, where)
        if isinstance(entry, form.RecordsSource):
            return self._records(entry, source, where)
        return DrawnReader(self.reading, self.catalogue, source).block(entry, where)

    def _text(self, entry: form.TextSource, source: Source, where: Where) -> TextBlock:
        if entry.length and parse_length(entry.length) is None:
            self.reading.say(source, (*where, "length"), "definition.bad_length", name=entry.length)
        return TextBlock(
            entry.text, entry.text, entry.style, entry.title.words(), evidence=entry.evidence,
            purpose=entry.purpose.words(), length=entry.length,
        )  # fmt: skip

    def _index(self, entry: form.IndexSource, source: Source, where: Where) -> IndexBlock:
        found = self.catalogue.frameworks
        self.reading.known(entry.index, found, "framework", source, (*where, "index"))
        if entry.actions:
            self.reading.known(entry.actions, self.catalogue.records, "record", source, (*where, "actions"))
        own = found[entry.index].style if entry.index in found else "codes"
        style = entry.style or own
        name = f"index.{entry.index}" + (f".{style}" if style != own else "")
        return IndexBlock(name, entry.index, style, entry.actions, entry.basis, entry.sector.words())

    def _records(self, entry: form.RecordsSource, source: Source, where: Where) -> RecordsBlock:
        if self.reading.known(entry.records, self.catalogue.records, "record", source, (*where, "records")):
            known = [column.code for column in self.catalogue.records[entry.records].columns]
            for column in entry.columns:
                self.reading.known(column, known, "column", source, (*where, "columns"))
            if entry.group:
                self.reading.known(entry.group, known, "column", source, (*where, "group"))
        return RecordsBlock(
            entry.id, entry.records, entry.style, entry.caption.words(), tuple(entry.columns), entry.group
        )

    def _row(
        self, row: str | form.PlacementSource | form.GroupSource, source: Source, where: Where
    ) -> Placement | Group:
        return Group(row.group.words()) if isinstance(row, form.GroupSource) else self._placement(row, source, where)

    def _placement(self, entry: str | form.PlacementSource, source: Source, where: Where) -> Placement:
        item = form.PlacementSource(ref=entry) if isinstance(entry, str) else entry
        place = (*where, "ref")
        self._reference(item.ref, source, place)
        if item.ref.startswith("record/") and "items" not in where:
            self.reading.say(source, place, "definition.record_placed", name=item.ref)
        known = self.catalogue.metrics.get(item.ref.partition(":")[0].partition("@")[0].partition("/")[0])
        if known is not None and known.traits.labelled and "series" in where:
            self.reading.say(source, place, "definition.labelled_chart", name=known.code)
        for name, beside in (("target", item.target), ("progress", item.progress)):
            if beside:
                self._reference(beside, source, (*where, name))
        if item.format and not is_display(item.format, self.catalogue.units):
            self.reading.say(source, (*where, "format"), "definition.bad_format", name=item.format)
        return Placement(
            item.ref, item.label.words(), item.format, item.footnote.words(), item.define, item.target, item.by,
            item.base, item.progress,
        )  # fmt: skip

    def _reference(self, text: str, source: Source, place: Where) -> None:
        """Say what is wrong with a reference that a block places."""
        reference = parse_reference(text)
        if reference is None:
            self.reading.say(source, place, "definition.bad_reference", name=text)
        else:
            passage = Passage(self.reading, source, place)
            reference_known(passage, self.catalogue, reference.code, reference.category)
            entity_known(passage, self.catalogue, reference.entity)
