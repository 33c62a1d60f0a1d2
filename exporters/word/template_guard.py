"""What a company's Word file may bring into every report: its look, and fields that only count and date.

A field may start programs or fetch files (DDEAUTO, INCLUDEPICTURE); a relationship may lead out of the file (a remote
picture tells a stranger who opens the report), an embedded object or a macro may run. None of them comes through:
fields of other names are left as the text that they show, what leads out is dropped, and the person is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.document import Document as WordFile
from docx.opc.part import Part

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FIELDS = frozenset(
    [
        "PAGE",
        "NUMPAGES",
        "SECTIONPAGES",
        "SECTION",
        "STYLEREF",
        "DATE",
        "TIME",
        "CREATEDATE",
        "SAVEDATE",
        "PRINTDATE",
        "TITLE",
        "SUBJECT",
        "AUTHOR",
        "KEYWORDS",
        "COMMENTS",
        "FILENAME",
        "DOCPROPERTY",
        "TOC",
        "PAGEREF",
        "REF",
        "SEQ",
        "NOTEREF",
        "TC",
        "XE",
    ]
)
_ACTIVE = ("oleObject", "package", "control", "vbaProject", "attachedTemplate", "aFChunk", "subDocument", "frame",
           "activeXControlBinary", "mailMergeSource", "mailMergeHeaderSource", "keyMapCustomizations")  # fmt: skip
_OBJECTS = ("object", "altChunk", "subDoc", "control", "mailMerge", "attachedTemplate", "movie")
_NAME = re.compile(r"\s*([A-Za-z]+)")


def guard(file: WordFile) -> tuple[str, ...]:
    """Take out of a file what may not come into a report, and return the names of what was taken."""
    taken: list[str] = []
    package = file.part.package
    for part in list(package.iter_parts()) if package is not None else ():
        taken += _links(part)
        element: Any = getattr(part, "element", None)
        if element is not None:
            taken += [*_fields(element), *_objects(element)]
    return tuple(dict.fromkeys(taken))


def _links(part: Part) -> Iterator[str]:
    """Drop relationships that lead out of the file or to something that runs, and the places that named them."""
    element: Any = getattr(part, "element", None)
    for name, link in list(part.rels.items()):
        kind = link.reltype.rpartition("/")[2]
        if not link.is_external and kind not in _ACTIVE:
            continue
        del part.rels[name]
        yield kind
        for place in list(element.iter()) if element is not None else ():
            for attribute in [key for key, value in place.attrib.items() if key.startswith(_R) and value == name]:
                del place.attrib[attribute]


def _objects(root: Any) -> Iterator[str]:
    for name in _OBJECTS:
        for found in list(root.iter(f"{_W}{name}")):
            found.getparent().remove(found)
            yield name


def _fields(root: Any) -> Iterator[str]:
    """Leave of fields that are not allowed only the text that they show."""
    for simple in list(root.iter(f"{_W}fldSimple")):
        name = _name(simple.get(f"{_W}instr", ""))
        if name not in FIELDS:
            yield name
            for child in reversed(list(simple)):
                simple.addnext(child)
            simple.getparent().remove(simple)
    yield from _long_fields(root)


def _long_fields(root: Any) -> Iterator[str]:
    """The same of fields that begin and end by marks; their instruction may be cut into any number of pieces."""
    open_fields: list[tuple[list[Any], list[Any]]] = []  # marks and pieces of instruction, inner fields last
    for element in list(root.iter(f"{_W}fldChar", f"{_W}instrText")):
        if element.tag == f"{_W}instrText":
            # Without a field around it a piece is nobody's.
            (open_fields[-1][1] if open_fields else []).append(element)
            if not open_fields:
                element.getparent().remove(element)
            continue
        kind = element.get(f"{_W}fldCharType")
        if kind == "begin":
            open_fields.append(([element], []))
        elif open_fields:
            open_fields[-1][0].append(element)
            if kind == "end":
                yield from _closed(*open_fields.pop())
    for marks, pieces in open_fields:  # never ended
        yield from _closed(marks, pieces, always=True)


def _closed(marks: list[Any], pieces: list[Any], *, always: bool = False) -> Iterator[str]:
    name = _name("".join(piece.text or "" for piece in pieces))
    if name in FIELDS and not always:
        return
    for element in (*marks, *pieces):
        element.getparent().remove(element)
    yield name


def _name(instruction: str) -> str:
    found = _NAME.match(instruction)
    return found[1].upper() if found else "?"
