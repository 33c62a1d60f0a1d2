"""Reads a written draft back with lxml alone, so that a mistake of the writer is not shared."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
V = "{urn:annals:values:1}"


@dataclass(frozen=True)
class Control:
    """One content control as a reader finds it."""

    tag: str
    id: str
    text: str
    xpath: str
    item: str
    commented: bool


class Draft:
    """A .docx as parts."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
            self.stored = {entry.filename for entry in file.infolist() if entry.compress_type == zipfile.ZIP_STORED}
        self.root = self.xml("word/document.xml")
        self.body = self.root.find(f"{W}body")

    def xml(self, name: str):
        return etree.fromstring(self.parts[name])

    def headings(self) -> list[tuple[int, str]]:
        found = []
        for paragraph in self.body.findall(f"{W}p"):
            style = self.style(paragraph)
            if style.startswith("Heading"):
                found.append((int(style[-1]), text_of(paragraph)))
        return found

    @staticmethod
    def style(paragraph) -> str:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return "" if style is None else style.get(f"{W}val")

    def controls(self) -> list[Control]:
        found = []
        for sdt in self.root.iter(f"{W}sdt"):
            properties = sdt.find(f"{W}sdtPr")
            tag, binding = properties.find(f"{W}tag"), properties.find(f"{W}dataBinding")
            if tag is None or not tag.get(f"{W}val").startswith("annals:"):
                continue
            before = sdt.getprevious()
            commented = before is not None and before.tag == f"{W}commentRangeStart"
            found.append(
                Control(
                    tag.get(f"{W}val"),
                    properties.find(f"{W}id").get(f"{W}val"),
                    text_of(sdt.find(f"{W}sdtContent")),
                    binding.get(f"{W}xpath"),
                    binding.get(f"{W}storeItemID"),
                    commented,
                )
            )
        return found

    def store(self) -> dict[str, dict[str, str]]:
        root = self.xml("customXml/item1.xml")
        assert root.tag == f"{V}values"
        return {
            element.tag.removeprefix(V): {child.tag.removeprefix(V): child.text or "" for child in element}
            for element in root
        }

    def instructions(self) -> list[str]:
        return [element.text.strip() for element in self.root.iter(f"{W}instrText")]

    def bookmarks(self) -> list[str]:
        return [element.get(f"{W}name") for element in self.root.iter(f"{W}bookmarkStart")]

    def comments(self) -> list[str]:
        if "word/comments.xml" not in self.parts:
            return []
        return [text_of(comment) for comment in self.xml("word/comments.xml")]

    def footnotes(self) -> list[str]:
        return [text_of(note).strip() for note in self.xml("word/footnotes.xml") if note.get(f"{W}type") is None]

    def text(self) -> str:
        return text_of(self.root)


def text_of(element) -> str:
    return "".join(part.text or "" for part in element.iter(f"{W}t"))
