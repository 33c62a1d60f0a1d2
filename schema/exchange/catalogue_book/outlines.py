"""The sheets outlines, explanations, sections and blocks → one head and one file per chapter of each outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from schema.catalogue import outline_sources as form
from schema.catalogue.yaml_source import Where
from schema.exchange.catalogue_book.sheet_forms import (
    CHOICE,
    GROUP,
    ROW_FORMS,
    ROW_KINDS,
    ROWS,
    head_of,
    name_of,
    rows_of,
    sheet_forms,
)
from schema.exchange.catalogue_book.sheet_source import SheetFiles, SheetRow, SheetSource
from schema.mistakes import near

_ROW_KEYS = ("outline", "section", "block", "ref", "title")


@dataclass(slots=True)
class _Node:
    """A section or block that is being filled: its data, where it stands, and in which file."""

    source: SheetSource
    where: Where
    data: dict[str, Any]


@dataclass(slots=True)
class _OutlineSheet:
    folder: str
    head: _Node
    chapters: int = 0
    path: list[_Node] = field(default_factory=list["_Node"])  # the open section of each level
    sections: dict[str, _Node] = field(default_factory=dict[str, "_Node"])


class OutlineSheets:
    """Puts sections into their tree by level and order, blocks into their sections, rows into their blocks."""

    def __init__(self, rows: Mapping[str, Sequence[SheetRow]], files: SheetFiles) -> None:
        self._rows = rows
        self._files = files
        self._outlines: dict[str, _OutlineSheet] = {}

    def read(self) -> None:
        """Fill the files of every outline; what does not fit is kept as a mistake of its row."""
        for row in self._rows.get("outlines", ()):
            self._head(row)
        for row in self._rows.get("explanations", ()):
            if outline := self._outline(row):
                _explain(row, outline.head)
        for row in self._rows.get("sections", ()):
            if outline := self._outline(row):
                self._section(row, outline)
        self._blocks()

    def _head(self, row: SheetRow) -> None:
        code, source = row.text("code"), SheetSource("outlines")
        folder = f"outlines/{len(self._files.names('outlines/*/outline.yaml')):03}"
        source.data = row.data(sheet_forms()["outlines"].fields, source, ())
        self._files.sources[f"{folder}/outline.yaml"] = source
        # Of two outlines with one code the loader tells; sections belong to the first.
        self._outlines.setdefault(code, _OutlineSheet(folder, _Node(source, (), source.data)))

    def _outline(self, row: SheetRow) -> _OutlineSheet | None:
        code = row.text("outline")
        if code not in self._outlines:
            row.say("catalogue.unknown_outline", "outline", name=code, near=near(code, self._outlines))
        return self._outlines.get(code)

    def _section(self, row: SheetRow, outline: _OutlineSheet) -> None:
        level = {"1": 1, "2": 2, "3": 3}.get(row.text("level"), 0)
        if not level or level > len(outline.path) + 1:
            row.say("catalogue.level", "level", name=row.text("code"), value=row.text("level"))
            # It is kept, so that its blocks are checked, too.
            level = min(len(outline.path) + 1, 3)
        del outline.path[level - 1 :]
        node = self._node(row, outline, outline.path[-1] if outline.path else self._chapter(outline))
        outline.path.append(node)
        outline.sections.setdefault(row.text("code"), node)

    def _chapter(self, outline: _OutlineSheet) -> _Node:
        source = SheetSource("sections", data={"chapters": []})
        outline.chapters += 1
        self._files.sources[f"{outline.folder}/{outline.chapters:04}.yaml"] = source
        return _Node(source, (), source.data)

    def _node(self, row: SheetRow, outline: _OutlineSheet, above: _Node) -> _Node:
        name = "sections" if above.where else "chapters"
        entries = above.data.setdefault(name, [])
        where = (*above.where, name, len(entries))
        fields = [one for one in sheet_forms()["sections"].fields if one.name not in ("outline", "level")]
        entries.append(row.data(fields, above.source, where))
        return _Node(above.source, where, entries[-1])

    def _blocks(self) -> None:
        block: _Node | None = None
        place, known = ("", ""), True
        for row in self._rows.get("blocks", ()):
            if row.text("block") in ROW_KINDS:
                own = (row.text("outline") or place[0], row.text("section") or place[1])
                if own != place or (block is None and known):
                    row.say("catalogue.astray", "block", name=row.text("ref") or row.text("title.zh-Hans"))
                elif block is not None:
                    _add_row(row, block)
                continue
            place = (row.text("outline"), row.text("section"))
            section = self._section_of(row)
            block = _add_block(row, section) if section else None
            known = block is not None

    def _section_of(self, row: SheetRow) -> _Node | None:
        outline = self._outline(row)
        code = row.text("section")
        if outline is not None and code not in outline.sections:
            row.say("catalogue.unknown_section", "section", name=code, near=near(code, outline.sections))
        return outline.sections.get(code) if outline else None


_EXPLAINED = (("omission", "reason"), *((name, name) for name in ("requirements", "document", "page", "link")))


def _explain(row: SheetRow, head: _Node) -> None:
    framework, disclosure = row.text("framework"), row.text("disclosure")
    reasons = head.data.setdefault("explanations", {}).setdefault(framework, {})
    if disclosure in reasons:
        row.say("definition.doubled", "disclosure", name=disclosure)
        return
    where = ("explanations", framework, disclosure)
    reasons[disclosure] = row.words("reason", head.source, where)
    for column, name in _EXPLAINED:
        if text := row.text(column):
            reasons[disclosure][name] = text
            head.source.put((*where, name), row, column)
    head.source.put(where[:2], row, "framework")
    head.source.put(where, row, "disclosure")


def _add_block(row: SheetRow, section: _Node) -> _Node | None:
    kind, blocks = row.text("block"), section.data.setdefault("blocks", [])
    one = form.BLOCKS.get(kind)
    if one is None:
        names = ", ".join((*form.BLOCKS, *ROW_KINDS))
        row.say("definition.unknown_block", "block", name=kind, near=names)
        return None
    where = (*section.where, "blocks", len(blocks))
    source, head = section.source, head_of(one)
    fields = [field for field in sheet_forms()["blocks"].fields if field.name not in _ROW_KEYS]
    data = row.data(fields, source, where)
    source.put((*where, name_of(kind)), row, "ref")
    data |= {name_of(kind): row.text("ref")} if row.text("ref") else {}
    if words := row.words("title", source, (*where, head or "title")):
        data[head or "title"] = words
    if rows_of(one):
        data[rows_of(one)] = []
    blocks.append(data)
    return _Node(source, where, data)


def _add_row(row: SheetRow, block: _Node) -> None:
    kind, name = row.text("block"), _rows_named(row.text("block"), block)
    if not name or (kind == CHOICE and not block.data[name]):
        row.say("catalogue.astray", "block", name=row.text("ref") or row.text("title.zh-Hans"))
        return
    rows, where = block.data[name], (*block.where, name, len(block.data[name]))
    if kind == CHOICE:
        _add_choice(row, rows[-1], block, (*where[:-1], len(rows) - 1))
        return
    fields = [field for field in sheet_forms()["blocks"].fields if field.name not in _ROW_KEYS]
    data = row.data(fields, block.source, where)
    head = {GROUP: GROUP, ROWS: "label"}.get(kind, "title")
    if words := row.words("title", block.source, (*where, head)):
        data[head] = words
    code = "ref" if kind in (ROWS, GROUP) else kind
    block.source.put((*where, code), row, "ref")
    if ref := row.text("ref"):
        data[code] = ref
    rows.append(ref if list(data) == ["ref"] else data)


def _rows_named(kind: str, block: _Node) -> str:
    """Return which field of the block holds rows of this kind, or an empty string."""
    one = next((one for name, one in form.BLOCKS.items() if name in block.data), None)
    name = rows_of(one) if one else ""
    row_form = ROW_FORMS[{GROUP: ROWS, CHOICE: "question"}.get(kind, kind)]
    return name if one and name and row_form.__name__ in str(one.model_fields[name].annotation) else ""


def _add_choice(row: SheetRow, question: dict[str, Any], block: _Node, where: Where) -> None:
    choices = question.setdefault("choices", [])
    place = (*where, "choices", len(choices))
    choices.append(row.words("title", block.source, place))
    block.source.put(place, row, "title.zh-Hans")
