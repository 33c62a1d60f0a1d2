"""Edits of a draft as people make them in Word, made in its XML; for tests of what reads drafts back."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
V = "{urn:annals:values:1}"
DOCUMENT, STORE, EDITION = "word/document.xml", "customXml/item1.xml", "customXml/item2.xml"


class Edited:
    """A draft whose parts can be changed, and saved under another name."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.root = etree.fromstring(self.parts[DOCUMENT])

    def save(self, path: Path, **parts: bytes) -> Path:
        self.parts[DOCUMENT] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for name, content in self.parts.items():
                file.writestr(name, parts.get(name, content))
        return path

    @property
    def body(self):
        return self.root.find(W + "body")

    def controls(self):
        return [s for s in self.root.iter(W + "sdt") if tag_of(s).startswith("annals:v")]

    def inline(self, ref: str):
        """Return the first control of a reference in a paragraph of running text, with its words."""
        key = next(key for key, entry in self.store().items() if entry["ref"] == ref and not entry["format"])
        return next(s for s in self.controls() if tag_of(s) == f"annals:{key}")

    def store(self) -> dict[str, dict[str, str]]:
        root = etree.fromstring(self.parts[STORE])
        return {e.tag.removeprefix(V): {c.tag.removeprefix(V): c.text or "" for c in e} for e in root}

    def paragraphs(self) -> list[str]:
        return [words(p) for p in self.root.iter(W + "p")]

    def prose(self):
        """Paragraphs of running text at the top of the body."""
        found = []
        for p in self.body.findall(W + "p"):
            style = p.find(f"{W}pPr/{W}pStyle")
            named = style.get(W + "val") if style is not None else ""
            if len(words(p)) > 40 and not p.findall(f".//{W}fldChar") and not named.startswith(("TOC", "Heading")):
                found.append(p)
        return found

    def comments(self) -> list[str]:
        content = self.parts.get("word/comments.xml")
        return [] if content is None else [words(c) for c in etree.fromstring(content)]


def tag_of(sdt) -> str:
    tag = sdt.find(f"{W}sdtPr/{W}tag")
    return "" if tag is None else tag.get(W + "val")


def words(element) -> str:
    return "".join(t.text or "" for t in element.iter(W + "t"))


def outside(element) -> str:
    """Return the words that stand outside linked numbers."""
    inside = {t for s in element.iter(W + "sdt") if tag_of(s).startswith("annals:v") for t in s.iter(W + "t")}
    shown = "".join("▮" if t in inside else t.text or "" for t in element.iter(W + "t"))
    return re.sub("▮+", "▮", shown)  # a number may be split into runs


def type_into(control, text: str) -> None:
    first, *rest = control.iter(W + "t")
    first.text = text
    for one in rest:
        one.text = ""


def run(text: str):
    made = etree.Element(W + "r")
    etree.SubElement(made, W + "t").text = text
    return made
