"""Office markup as comparable text: ids that programs invent are left out, relations named by what they lead to."""

from __future__ import annotations

import hashlib
import posixpath
import zipfile
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import IO

from lxml import etree

NO_RELATIONS: Mapping[str, str] = MappingProxyType({})
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Times of saving differ between two exports of one state; parts are listed by what relates to them.
TIMES = {"created", "modified", "lastPrinted"}
GENERATED = {
    "bookmarkStart": {"id"}, "bookmarkEnd": {"id"}, "docPr": {"id"}, "cNvPr": {"id"}, "comment": {"id", "date"},
    "commentRangeStart": {"id"}, "commentRangeEnd": {"id"}, "commentReference": {"id"}, "footnote": {"id"},
    "footnoteReference": {"id"}, "sheet": {"sheetId"},
}  # fmt: skip


class Package:
    """The parts of one Office file by name, parsed where they are XML."""

    def __init__(self, file: Path | IO[bytes]) -> None:
        with zipfile.ZipFile(file) as source:
            self.parts = {name: source.read(name) for name in source.namelist()}
        self._trees: dict[str, etree._Element] = {}

    def tree(self, name: str) -> etree._Element:
        """Return the root of an XML part."""
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self.parts[name])
        return self._trees[name]

    @cached_property
    def main(self) -> str:
        """The part that the file opens with: document or workbook."""
        return next(target for kind, target in self.relations("").values() if kind == "officeDocument")

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return id -> (last word of the relation's type, target) of a part; "" are the file's own."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.parts:
            return {}
        return {rel.get("Id"): (rel.get("Type").rpartition("/")[2], _target(folder, rel)) for rel in self.tree(rels)}

    def related(self, part: str, kind: str) -> list[str]:
        """Return the targets of all relations of one kind."""
        return [target for found, target in self.relations(part).values() if found == kind]

    def meanings(self, part: str) -> dict[str, str]:
        """Return id -> what a relation leads to: an address, the hash of a picture, the kind of any other part."""
        return {name: self._meaning(*relation) for name, relation in self.relations(part).items()}

    def _meaning(self, kind: str, target: str) -> str:
        if kind == "image" and target in self.parts:
            return f"image {digest(self.parts[target])}"
        return kind if target in self.parts else target


def _target(folder: str, rel: etree._Element) -> str:
    target = rel.get("Target")
    if rel.get("TargetMode") == "External":
        return target
    return posixpath.normpath(posixpath.join(folder, target)) if not target.startswith("/") else target[1:]


def digest(content: bytes) -> str:
    """Return a short name of the content."""
    return hashlib.sha256(content).hexdigest()[:16]


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def markup(
    element: etree._Element, meanings: Mapping[str, str] = NO_RELATIONS, without: frozenset[str] = frozenset()
) -> str:
    """Return an element as text, attributes in order, prefixes and invented ids left out."""
    name = local(element)
    if name == "sdtPr":
        without = without | {"id"}
    text = element.text if element.text and (element.text.strip() or not len(element)) else ""
    pieces = [f"<{name}", *_attributes(element, name, meanings), ">", text or ""]
    for child in element:
        if local(child) and local(child) not in without:
            pieces.append(markup(child, meanings, without))
        if child.tail and child.tail.strip():
            pieces.append(child.tail)
    return "".join((*pieces, f"</{name}>"))


def _attributes(element: etree._Element, name: str, meanings: Mapping[str, str]) -> list[str]:
    generated = GENERATED.get(name, set())
    kept: list[str] = []
    for key, value in element.attrib.items():
        short = key.rpartition("}")[2]
        if key.startswith(RELATIONS):
            kept.append(f' {short}="{meanings.get(value, value)}"')
        elif short not in generated and not short.startswith("rsid"):
            kept.append(f' {short}="{value}"')
    return sorted(kept)
