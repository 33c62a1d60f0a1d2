"""Drafts damaged as no editor would: parts lost, cut or exchanged, elements dropped, doubled and moved, odd values."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from tests.programme.damaged_files import mutated

ODD = (
    "",
    "-1",
    "x",
    "99999999999999999999",
    "1e9",
    "NaN",
    "annals:",
    "annals:v000000000000",
    "{",
    "\u202e",
    "begin",
    "s_",
    "b_",
)
XML = (b"<w:p/>", b"</w:p>", b"&#x0;", b"\xff\xfe", b"<!DOCTYPE x>", b'w:val="99999999999999999999"', b"rId99")
# What the readers of drafts look at.
TELLING = frozenset((
    "sdt", "sdtPr", "sdtContent", "tag", "id", "dataBinding", "bookmarkStart", "bookmarkEnd", "fldChar", "instrText", "tbl", "tr",
    "tc", "p", "pPr", "pStyle", "r", "t", "drawing", "docPr", "chart", "ser", "pt", "v", "ins", "del", "comment", "sectPr", "body",
    "Relationship", "Override", "printed", "marks", "rows", "blocks", "ref", "format", "raw", "text", "unit",
))  # fmt: skip
_BOMB = 60_000_000  # bytes of blanks


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a package with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _flipped(content: bytes, chance: random.Random) -> bytes:
    return mutated(content, chance, XML)


def _garbled(content: bytes, chance: random.Random) -> bytes:
    parts = parts_of(content)
    name = chance.choice(list(parts))
    return packed({**parts, name: mutated(parts[name], chance, XML) if parts[name] else b"x"})


def _lost(content: bytes, chance: random.Random) -> bytes:
    parts = parts_of(content)
    gone = chance.choice([name for name in parts if name != "word/document.xml"])
    return packed({name: data for name, data in parts.items() if name != gone})


def _exchanged(content: bytes, chance: random.Random) -> bytes:
    parts = parts_of(content)
    one, other = chance.sample([name for name in parts if name.endswith((".xml", ".rels"))], 2)
    return packed({**parts, one: parts[other]})


def _bomb(content: bytes, chance: random.Random) -> bytes:
    parts = parts_of(content)
    name = chance.choice(("word/document.xml", "word/media/image9.png", "customXml/item1.xml"))
    return packed({**parts, name: b" " * _BOMB})


def _deep(content: bytes, chance: random.Random) -> bytes:
    depth = chance.choice((200, 300, 5_000, 100_000))
    parts = parts_of(content)
    inner = b"<w:sdt><w:sdtContent>" * depth + b"</w:sdtContent></w:sdt>" * depth
    body = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + inner, 1)
    return packed({**parts, "word/document.xml": body})


def _odd(content: bytes, chance: random.Random) -> bytes:
    """Change the tree of one part, which stays XML."""
    parts = parts_of(content)
    likely = ["word/document.xml", "customXml/item1.xml", "customXml/item2.xml"]
    others = [name for name in parts if name.endswith((".xml", ".rels"))]
    name = chance.choice([name for name in likely if name in parts] if chance.random() < 0.5 else others)
    root = etree.fromstring(parts[name])
    elements = [one for one in root.iter() if isinstance(one.tag, str) and one.getparent() is not None]
    telling = [one for one in elements if etree.QName(one).localname in TELLING] or elements
    for _ in range(chance.choice((1, 10, 100, 400)) if elements else 0):
        _change(*(chance.choice(telling if chance.random() < 0.7 else elements) for _ in range(2)), chance)
    return packed({**parts, name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)})


def _change(one: Any, other: Any, chance: random.Random) -> None:
    fate = chance.randrange(7)
    if one.getparent() is None:
        return
    if fate == 0:
        one.getparent().remove(one)
    elif fate == 1:
        one.addnext(copy.deepcopy(one))
    elif fate == 2 and other is not one and other not in one.iterancestors():
        one.append(other)
    elif fate == 3:
        one.text = chance.choice(("", "9" * 400, "{", "}", "1,234.5.6", "annals", " "))
    elif fate == 4 and one.attrib:
        one.set(chance.choice(list(one.attrib)), chance.choice(ODD))
    elif fate == 5 and one.attrib:
        del one.attrib[chance.choice(list(one.attrib))]
    else:
        one.tag = other.tag


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _flipped, _garbled, _lost, _exchanged, _bomb, _deep, _odd, _odd, _odd, _odd, _odd,
)  # fmt: skip


def damaged_draft(content: bytes, chance: random.Random) -> bytes:
    """Return a draft with one sort of damage."""
    return chance.choice(DAMAGES)(content, chance)
