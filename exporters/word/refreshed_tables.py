"""Tables of an edited draft: rows that data have brought, changed or taken away since it was exported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from exporters.assembly.document import Content, plain_document
from exporters.blocks import Block, Index, Table
from exporters.word.cell_words import renew_cell
from exporters.word.controls import controls
from exporters.word.edited_draft import EditedDraft
from exporters.word.estimated_pages import guess_pages
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import NAMESPACES
from exporters.word.parts import DOCUMENT
from exporters.word.row_texts import RowText, rows_of
from exporters.word.tables import index_xml, table_xml
from exporters.word.value_store import StoredValue, add_to_store, stored
from exporters.word.word_xml import W
from exporters.word.xml_tree import parsed

_LONG = 10  # digits of a number: LibreOffice gives controls random ones
_LEFT_OUT = (
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableDone:
    """A table with other rows than before, by its block's id; `kept` rows were edited, and the data have others."""

    id: str
    added: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0


def refresh_tables(draft: EditedDraft, content: Content) -> tuple[TableDone, ...]:
    """Let the tables of a draft have the rows that the data have; numbers that come so are in its store, too."""
    base = frozenset(draft.edition.rows if draft.edition else ())
    if not base:
        return ()  # a draft of an older program: nothing says which rows people made
    root = draft.parts.xml(DOCUMENT)
    document = plain_document(content)
    scribe = Scribe(document, guess_pages(document))
    scribe.numbers(highest_number(root))
    values = stored(document.facts)
    done = _TableRefresh(draft, scribe, values, base).run(content.blocks)
    keep_numbers(draft, values)
    return done


def keep_numbers(draft: EditedDraft, values: Mapping[str, StoredValue]) -> None:
    """Put the numbers that have come into a body into the draft's store, too."""
    root = draft.parts.xml(DOCUMENT)
    new = {key: values[key] for _, key in controls(root) if key in values and key not in draft.values}
    if new and draft.values_part:
        add_to_store(draft.parts.xml(draft.values_part), new)
        draft.values.update(new)
        draft.parts.changed(draft.values_part)


@dataclass(frozen=True, slots=True)
class _Merge:
    """The rows of one table as edited (`ours`) and as the data have them (`theirs`); `base`: marks as exported."""

    ours: Sequence[RowText]
    theirs: Sequence[RowText]
    base: frozenset[str]

    @property
    def old(self) -> list[RowText]:
        """Return rows that nobody has touched and that the data no longer have."""
        wanted = {row.texts for row in self.theirs}
        return [row for row in self.ours if row.texts not in wanted and row.mark in self.base]

    @property
    def edited(self) -> list[RowText]:
        """Return rows that people have written."""
        wanted = {row.texts for row in self.theirs}
        return [row for row in self.ours if row.texts not in wanted and row.mark not in self.base]

    @property
    def new(self) -> list[RowText]:
        """Return rows that the data have got since; those that were exported and are gone people have deleted."""
        there = {row.texts for row in self.ours}
        return [row for row in self.theirs if row.texts not in there and row.mark not in self.base]


@dataclass(frozen=True, slots=True)
class _TableRefresh:
    draft: EditedDraft
    scribe: Scribe
    values: Mapping[str, StoredValue]
    base: frozenset[str]

    def run(self, blocks: Iterable[Block]) -> tuple[TableDone, ...]:
        """Change the rows of each table of the report that stands in the draft."""
        places = _tables(self.draft.parts.xml(DOCUMENT))
        merged = (
            self._merge(block, places[block.anchor])
            for block in blocks
            if isinstance(block, Table | Index) and block.anchor in places
        )
        done = tuple(one for one in merged if one != TableDone(one.id))
        if done:
            self.draft.parts.changed(DOCUMENT)
        return done

    def _merge(self, block: Table | Index, table: Any) -> TableDone:
        ours = list(rows_of(table, self.draft.values))
        theirs = list(rows_of(_fresh(block, self.scribe), self.values))
        merge = _Merge(ours, theirs, self.base)
        old, new, edited = merge.old, merge.new, merge.edited
        if not theirs or len(old) == len(ours) > len(new):
            return TableDone(block.id)  # another table now, or none
        changed = 0
        for row in list(new):
            before = next((one for one in old if one.is_of(row) and len(one.texts) == len(row.texts)), None)
            if before is not None:
                _renew(before, row)
                old.remove(before)
                new.remove(row)
                ours = [RowText(before.element, row.texts) if one is before else one for one in ours]
                changed += 1
        coming = [row for row in new if not any(row.is_of(other) for other in edited)]
        _insert(table, ours, theirs, coming)
        for row in old:
            row.element.getparent().remove(row.element)
        return TableDone(block.id, len(coming), changed, len(old), len(new) - len(coming))


def _renew(old: RowText, new: RowText) -> None:
    """Let a row say what the data say, cell by cell; what is the same keeps its look."""
    for number, (cell, now) in enumerate(zip(old.cells, new.cells, strict=True)):
        if old.texts[number] != new.texts[number]:
            renew_cell(cell, bare(now))


def _tables(root: Any) -> dict[str, Any]:
    """Return the tables of a body by the bookmark of their block."""
    found: dict[str, Any] = {}
    for mark in root.iter(W + "bookmarkStart"):
        name = str(mark.get(W + "name", ""))
        paragraph = next(mark.iterancestors(W + "p"), None)
        if not name.startswith("b_") or paragraph is None:
            continue
        table = next(paragraph.iterancestors(W + "tbl"), None)
        below = paragraph.getnext()
        if table is None and below is not None and below.tag == W + "tbl":
            table = below
        if table is not None:
            found.setdefault(name, table)
    return found


def _fresh(block: Table | Index, scribe: Scribe) -> Any:
    xml = table_xml(block, scribe) if isinstance(block, Table) else index_xml(block, scribe)
    root = parsed(f"<w:body {NAMESPACES}>{xml}</w:body>".encode())
    return root.find(W + "tbl")


def _insert(table: Any, ours: Sequence[RowText], theirs: Sequence[RowText], coming: Sequence[RowText]) -> None:
    """Put rows behind the row that stands before them in the data, else before all."""
    places = {row.texts: row.element for row in ours}
    last: Any = None
    for row in theirs:
        if row not in coming:
            last = places.get(row.texts, last)
            continue
        element = bare(row.element)
        if last is not None:
            last.addnext(element)
        elif ours:
            ours[0].element.addprevious(element)
        else:
            table.append(element)
        last = element


def bare(element: Any) -> Any:
    """Return a row or a cell without what belongs to other parts of the file or is there already."""
    for name in _LEFT_OUT:
        for one in list(element.iter(W + name)):
            one.getparent().remove(one)
    return element


def highest_number(root: Any, tags: Sequence[str] = ("id", "bookmarkStart")) -> int:
    """Return the largest number that controls and bookmarks of a body have, so that new ones take others."""
    return max((_number(element) for tag in tags for element in root.iter(W + tag)), default=0)


def _number(element: Any) -> int:
    text = str(element.get(W + "val") or element.get(W + "id") or "")
    return int(text) if text.isdecimal() and len(text) < _LONG else 0
