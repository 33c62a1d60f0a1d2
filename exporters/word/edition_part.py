"""What a Word file says of itself, beside its store: of which workspace, report, year and language it is, what it
printed of each number, and where. Elements only: LibreOffice drops attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from exporters.blocks import Block, ChapterContents, Heading, Mark, block_inlines
from exporters.content import Document
from exporters.inlines import LinkedNumber
from exporters.word.ooxml import clean
from exporters.word.value_store import CustomStore
from exporters.word.xml_tree import named

_NUMBERS = re.compile(r"(?:\.\d+)+$")
EDITION = CustomStore(2, "urn:annals:edition:1")


@dataclass(frozen=True, slots=True)
class Printed:
    """What was printed of a number, and the codes of the sections in which it stood, once for each place."""

    text: str
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileEdition:
    """Where a file comes from. `workspace` is the id that copies of a workspace share, empty where nobody said it.

    `approved` is empty where the file also prints what nobody has approved. `marks` are those of its paragraphs as they
    were written (exporters.word.passages), which tell what nobody has touched, `rows` those of the rows of its tables.
    """

    report: str
    language: str
    year: str
    company: str
    workspace: str = ""
    state: str = ""
    approved: str = ""
    printed: Mapping[str, Printed] = field(default_factory=dict[str, Printed])
    marks: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()


def edition_of(document: Document, marks: Iterable[str], rows: Iterable[str]) -> FileEdition:
    """Return what a document's file says of itself."""
    sections: dict[str, list[str]] = {}
    for section, number in _numbers(document.blocks):
        sections.setdefault(number.key, []).append(section)
    texts = {fact.word_key: fact.text for fact in document.facts}
    printed = {key: Printed(texts[key], tuple(at)) for key, at in sections.items() if key in texts}
    return FileEdition(
        document.report, document.language, str(document.year), document.cover.company, document.workspace,
        document.state, "yes" if document.approved_only else "", printed, tuple(marks),
        tuple(rows), block_ids(document.blocks),
    )  # fmt: skip


def block_ids(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the ids of sections and blocks, each once: several paragraphs are of one text."""
    return tuple(dict.fromkeys(planned_id(block) for block in blocks if not isinstance(block, Mark | ChapterContents)))


def planned_id(block: Block) -> str:
    """Return the id of the outline's block that a block comes from: without the numbers of its paragraphs."""
    return _NUMBERS.sub("", block.id)


def _numbers(blocks: Iterable[Block]) -> Iterator[tuple[str, LinkedNumber]]:
    section = ""
    for block in blocks:
        section = block.id if isinstance(block, Heading) else section
        yield from ((section, inline) for inline in block_inlines(block) if isinstance(inline, LinkedNumber))


def edition_xml(edition: FileEdition) -> str:
    """Return the part."""
    fields = ("report", "language", "year", "company", "workspace", "state", "approved")
    head = "".join(f"<{name}>{clean(getattr(edition, name))}</{name}>" for name in fields)
    entries = "".join(
        f"<{key}><text>{clean(one.text)}</text><at>{clean(' '.join(one.sections))}</at></{key}>"
        for key, one in edition.printed.items()
    )
    return (
        f'<edition xmlns="{EDITION.namespace}">{head}<printed>{entries}</printed>'
        f"<marks>{' '.join(edition.marks)}</marks><rows>{' '.join(edition.rows)}</rows>"
        f"<blocks>{clean(' '.join(edition.blocks))}</blocks></edition>"
    )


def read_edition(root: Any) -> FileEdition:
    """Understand the part; what it lacks is empty."""
    said = dict(named(root))

    def words(name: str) -> str:
        return str(said[name].text or "") if name in said else ""

    printed = {key: _printed(entry) for key, entry in named(said.get("printed", ()))}
    return FileEdition(
        words("report"), words("language"), words("year"), words("company"), words("workspace"), words("state"),
        words("approved"), printed, tuple(words("marks").split()), tuple(words("rows").split()),
        tuple(words("blocks").split()),
    )  # fmt: skip


def _printed(entry: Any) -> Printed:
    said = {name: str(child.text or "") for name, child in named(entry)}
    return Printed(said.get("text", ""), tuple(said.get("at", "").split()))


def renew_printed(root: Any, texts: Mapping[str, str]) -> bool:
    """Put what is printed now in the place of what was; whether anything is different."""
    changed = False
    for key, entry in named(dict(named(root)).get("printed", ())):
        text, words = dict(named(entry)).get("text"), texts.get(key)
        if text is not None and words is not None and (text.text or "") != words:
            text.text = words or None
            changed = True
    return changed


def add_marks(root: Any, marks: Iterable[str]) -> None:
    """Remember paragraphs that the program has written since as they are now."""
    _add(root, "marks", marks)


def add_blocks(root: Any, ids: Iterable[str]) -> None:
    """Remember blocks that have been offered."""
    _add(root, "blocks", ids)


def _add(root: Any, name: str, words: Iterable[str]) -> None:
    entry = dict(named(root)).get(name)
    if entry is not None:
        entry.text = " ".join(filter(None, (entry.text or "", *words)))
