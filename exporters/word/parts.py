"""The parts of a Word file that somebody else saved: read as they are, written back with nothing else changed."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from exporters.word.xml_tree import add_child, namespace_of, parsed, printed

DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORDS = re.compile(r"word/(?:document|footnotes|endnotes|header\w*|footer\w*)\.xml")
_DAY = (2020, 1, 1, 0, 0, 0)


class Parts:
    """A Word file as its members by name. XML is parsed once; what was `changed` is written anew, all else is kept."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self._infos = archive.infolist()
            self._bytes = {info.filename: archive.read(info) for info in self._infos}
        self._xml: dict[str, Any] = {}
        self._changed: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._bytes

    def xml(self, name: str) -> Any:
        """Return the root of a part."""
        if name not in self._xml:
            self._xml[name] = parsed(self._bytes[name])
        return self._xml[name]

    def read(self, name: str) -> bytes:
        """Return the bytes of a part as they were, or as they were put."""
        return self._bytes[name]

    def put(self, name: str, content: bytes) -> None:
        """Put other bytes in the place of a part, or a part that was not there."""
        self._bytes[name] = content
        self._xml.pop(name, None)
        self._changed.discard(name)

    def changed(self, name: str) -> None:
        """Say that the elements of a part are no longer what its bytes say."""
        self._changed.add(name)

    def with_words(self) -> Iterator[str]:
        """Yield the names of the parts that people write in: the body first, then notes, heads and feet."""
        yield DOCUMENT
        yield from sorted(name for name in self._bytes if _WORDS.fullmatch(name) and name != DOCUMENT)

    def custom(self, namespace: str) -> str:
        """Return the name of the custom XML part whose root is in a namespace; empty where there is none."""
        for name in sorted(self._bytes):
            told = re.fullmatch(r"customXml/item\w*\.xml", name) and namespace.encode() in self._bytes[name]
            if told and namespace_of(self.xml(name)) == namespace:
                return name
        return ""

    def related(self, name: str) -> dict[str, str]:
        """Return the names of the parts that a part is related to, by relation id."""
        relations = _relations_of(name)
        if relations not in self._bytes:
            return {}
        folder = posixpath.dirname(name)
        found: dict[str, str] = {}
        for one in self.xml(relations):
            target = str(one.get("Target", ""))
            if one.get("TargetMode") != "External":
                whole = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                found[str(one.get("Id", ""))] = whole
        return found

    def add(self, name: str, kind: str, relation: str, content: bytes) -> None:
        """Add a part that the document is related to; `kind` is its content type."""
        types, relations = self.xml(TYPES), self.xml(_relations_of(DOCUMENT))
        add_child(types, f"{{{_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": kind})
        taken = {one.get("Id") for one in relations}
        number = next(n for n in range(1, len(taken) + 2) if f"rIdAnnals{n}" not in taken)
        target = posixpath.relpath(name, posixpath.dirname(DOCUMENT))
        add_child(
            relations, f"{{{_RELATIONS}}}Relationship",
            {"Id": f"rIdAnnals{number}", "Type": relation, "Target": target},
        )  # fmt: skip
        self.changed(TYPES)
        self.changed(_relations_of(DOCUMENT))
        self.put(name, content)

    def writer(self) -> Callable[[Path], None]:
        """Return what writes the file to a path, members in their old order."""
        for name in self._changed:
            self._bytes[name] = printed(self._xml[name])
        self._changed.clear()
        return self._write

    def _write(self, path: Path) -> None:
        known = {info.filename: info for info in self._infos}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self._bytes.items():
                old = known.get(name)
                info = zipfile.ZipInfo(name, old.date_time if old else _DAY)
                info.compress_type = old.compress_type if old else zipfile.ZIP_DEFLATED
                archive.writestr(info, content, compresslevel=1)


def _relations_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")
