"""A company's own Word file becomes a template that the writer can fill: its styles under our ids, what it lacks added.

Its page, headers, footers, theme and styles stay; styles are matched by name, since their ids differ with the
language of the Word that made them. A body that holds the place {title} is the cover; else the cover is ours.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part

from exporters.word.template_guard import guard
from exporters.word.template_page import lay_out

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
# What stands behind the footnotes' properties in a file's settings, in the order of the schema.
_AFTER_NOTES: tuple[str, ...] = (
    "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping",
    "doNotIncludeSubdocsInStats", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
)  # fmt: skip
_BEFORE_NUMBERS = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_POINTERS = {f"{_W}{name}" for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink")}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A Word file that the writer can fill; `missing` are the names of styles that are Annals' own in it.

    `taken` names the fields, links and objects that were taken out of it.
    """

    content: bytes
    missing: tuple[str, ...]
    taken: tuple[str, ...] = ()


def prepare(path: Path, own: Path) -> Prepared:
    """Return the company's file as a template, with `own` (the template that ships) for what it lacks.

    Raises what python-docx raises on a file that is no Word file, and PageTooNarrowError.
    """
    theirs, ours = docx.Document(str(path)), docx.Document(str(own))
    _drop_strangers(theirs)
    taken = guard(theirs)
    missing = _take_styles(theirs, ours)
    _take_parts(theirs, ours)
    lay_out(theirs, ours)
    written = BytesIO()
    theirs.save(written)
    return Prepared(written.getvalue(), missing, taken)


def _drop_strangers(file: WordFile) -> None:
    """Leave out what belongs to the file's own text: comments, custom data, a link to another template."""
    dropped = (
        "/comments",
        "/commentsExtended",
        "/people",
        "/customXml",
        "/footnotes",
        "/attachedTemplate",
        "/stylesWithEffects",
    )
    settings_part = _part(file, RT.SETTINGS)
    for part in filter(None, (file.part, settings_part)):
        for name in [name for name, link in part.rels.items() if link.reltype.endswith(dropped)]:
            del part.rels[name]
    settings = _root(file.settings)
    for name in ("attachedTemplate", "documentProtection", "trackRevisions", "updateFields", "footnotePr"):
        for found in settings.findall(f"{_W}{name}"):
            settings.remove(found)


def _root(proxy: Any) -> Any:
    return proxy.element  # lxml has no types


def _name(style: Any) -> str:
    found = style.find(f"{_W}name")
    return "" if found is None else found.get(_VAL, "").casefold()


def _identity(style: Any) -> str:
    return str(style.get(f"{_W}styleId", ""))


def _styles(file: WordFile) -> list[Any]:
    return list(_root(file.styles).findall(f"{_W}style"))


def _take_styles(theirs: WordFile, ours: WordFile) -> tuple[str, ...]:
    """Give their styles our ids by name, add those that they lack, and return the added ones' names."""
    known = {(style.get(f"{_W}type"), _name(style)): style for style in _styles(theirs)}
    renamed: dict[str, str] = {}
    lacking: list[Any] = []
    for style in _styles(ours):
        same = known.get((style.get(f"{_W}type"), _name(style)))
        if same is None:
            lacking.append(style)
        elif _identity(same) != _identity(style):
            renamed[_identity(same)] = _identity(style)
    wanted = {_identity(style) for style in _styles(ours)}
    for style in _styles(theirs):  # a style of another name that has one of our ids
        identity = _identity(style)
        if identity in wanted and identity not in renamed and _stands_for_another(style, ours):
            renamed[identity] = f"{identity}Own"
    _rename(theirs, renamed)
    numbers = _take_numbering(theirs, ours)
    for style in lacking:
        _root(theirs.styles).append(_adapted(style, numbers))
    _count_headings(theirs, ours, numbers)
    return tuple(style.find(f"{_W}name").get(_VAL) for style in lacking)


def _stands_for_another(style: Any, ours: WordFile) -> bool:
    return all(_identity(own) != _identity(style) or _name(own) != _name(style) for own in _styles(ours))


def _rename(file: WordFile, renamed: dict[str, str]) -> None:
    for style in _styles(file):
        if new := renamed.get(_identity(style)):
            style.set(f"{_W}styleId", new)
    for root in _roots(file):
        for element in root.iter(*_POINTERS):
            if new := renamed.get(element.get(_VAL, "")):
                element.set(_VAL, new)


def _roots(file: WordFile) -> Iterator[Any]:
    package = file.part.package
    assert package is not None
    for part in package.iter_parts():
        element = getattr(part, "element", None)
        if element is not None and str(part.partname).startswith("/word/"):
            yield element


def _adapted(style: Any, numbers: Mapping[str, str]) -> Any:
    """Return one of our styles for their file, with the numbers that our lists have there."""
    made = copy.deepcopy(style)
    made.attrib.pop(f"{_W}default", None)
    for number in made.iter(f"{_W}numId"):
        number.set(_VAL, numbers[number.get(_VAL)])
    return made


def _count_headings(theirs: WordFile, ours: WordFile, numbers: Mapping[str, str]) -> None:
    """Let our lists count their chapters and sections where theirs do not."""
    own = {_identity(style): style for style in _styles(ours)}
    for style in _styles(theirs):
        if _identity(style) not in ("Heading1", "Heading2") or style.find(f"{_W}pPr/{_W}numPr") is not None:
            continue
        counted = copy.deepcopy(own[_identity(style)].find(f"{_W}pPr/{_W}numPr"))
        for number in counted.iter(f"{_W}numId"):
            number.set(_VAL, numbers[number.get(_VAL)])
        found = style.find(f"{_W}pPr")
        if found is None:
            found = style.makeelement(f"{_W}pPr")
            before = style.find(f"{_W}rPr")
            style.append(found) if before is None else before.addprevious(found)
        later = next((part for part in found if part.tag.removeprefix(_W) not in _BEFORE_NUMBERS), None)
        found.append(counted) if later is None else later.addprevious(counted)


def _take_numbering(theirs: WordFile, ours: WordFile) -> Mapping[str, str]:
    """Add our lists to their lists and return which numbers they have there, by their own."""
    source = _part(ours, RT.NUMBERING)
    assert source is not None
    own = cast("Any", source).element
    entries = own.findall(f"{_W}num")
    target = _part(theirs, RT.NUMBERING)
    if target is None:
        theirs.part.load_rel(RT.NUMBERING, _moved(theirs, source), "rIdAnnalsNumbering")
        return {entry.get(f"{_W}numId"): entry.get(f"{_W}numId") for entry in entries}
    root = cast("Any", target).element
    kinds = [int(item.get(f"{_W}abstractNumId")) for item in root.findall(f"{_W}abstractNum")]
    lists = [int(item.get(f"{_W}numId")) for item in root.findall(f"{_W}num")]
    kind, number = max(kinds, default=-1) + 1, max(lists, default=0) + 1
    numbers: dict[str, str] = {}
    for abstract in own.findall(f"{_W}abstractNum"):
        made = copy.deepcopy(abstract)
        made.set(f"{_W}abstractNumId", str(kind + int(abstract.get(f"{_W}abstractNumId"))))
        before = root.find(f"{_W}num")  # the kinds stand before the lists
        root.append(made) if before is None else before.addprevious(made)
    for entry in entries:
        made = copy.deepcopy(entry)
        numbers[entry.get(f"{_W}numId")] = str(number + len(numbers))
        made.set(f"{_W}numId", numbers[entry.get(f"{_W}numId")])
        made.find(f"{_W}abstractNumId").set(_VAL, str(kind + int(entry.find(f"{_W}abstractNumId").get(_VAL))))
        last = root.findall(f"{_W}num")
        last[-1].addnext(made) if last else root.append(made)
    return numbers


def _part(file: WordFile, kind: str) -> Part | None:
    return next((link.target_part for link in file.part.rels.values() if link.reltype == kind), None)


def _moved(file: WordFile, part: Part) -> Part:
    package = file.part.package
    assert package is not None
    return Part.load(part.partname, part.content_type, part.blob, package)


def _take_parts(theirs: WordFile, ours: WordFile) -> None:
    """Footnotes always ours (theirs belong to their text), the table of fonts where they have none."""
    for kind in (RT.FOOTNOTES, RT.FONT_TABLE):
        source = _part(ours, kind)
        if source is not None and _part(theirs, kind) is None:
            theirs.part.load_rel(kind, _moved(theirs, source), f"rIdAnnals{kind.rpartition('/')[2]}")
    notes, settings = _root(ours.settings).find(f"{_W}footnotePr"), _root(theirs.settings)
    anchor = next((found for name in _AFTER_NOTES if (found := settings.find(f"{_W}{name}")) is not None), None)
    made = copy.deepcopy(notes)
    anchor.addprevious(made) if anchor is not None else settings.append(made)
