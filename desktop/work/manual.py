"""The manual as a reader has it: pages for the people at work, their parts, and where words stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# The pages in the order in which they are offered: who fills in, who compiles, who reviews, who audits, who installs.
PAGES = ("contact", "editor", "reviewer", "auditor", "administrator")
_NAMED = "en"  # parts are named by their English headings, in the code and in links from the window
_HEADING = re.compile(r"(#+) (.+)")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands below it up to the next one; `level` 1 is the title of the page."""

    page: str
    slug: str
    title: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Manual:
    """The pages in one language, as Markdown by name, with their parts in order.

    `named` says of each part's English name, "page#heading", which part of the pages it is.
    """

    folder: Path
    pages: Mapping[str, str]
    parts: Sequence[Part]
    named: Mapping[str, int]

    def at(self, target: str) -> Part | None:
        """Return the part of an English name ("editor#requests"), the head of a page ("editor"); None for none."""
        if target in self.named:
            return self.parts[self.named[target]]
        return next((part for part in self.parts if part.page == target), None)

    def linked(self, link: str, page: str) -> Part | None:
        """Return the part that a link on a page leads to ("#heading", "editor.md#heading")."""
        path, _, slug = link.partition("#")
        name = Path(path).stem if path else page
        found = [part for part in self.parts if part.page == name]
        return next((part for part in found if part.slug == slug), found[0] if found and not slug else None)

    def find(self, words: str) -> list[Part]:
        """Return the parts in which every word stands; all of them without words."""
        terms = words.casefold().split()
        return [part for part in self.parts if all(term in f"{part.title}\n{part.text}".casefold() for term in terms)]


def read_manual(folder: Path, language: str) -> Manual:
    """Read the pages of a language; one that is not there is left out."""
    pages, parts = _pages(folder, language)
    _, english = _pages(folder, _NAMED)
    named = dict[str, int]()
    for page in pages:
        here = [place for place, part in enumerate(parts) if part.page == page]
        there = [part for part in english if part.page == page]
        named |= {f"{page}#{part.slug}": place for part, place in zip(there, here, strict=False)}
    return Manual(folder / language, pages, parts, named)


def _pages(folder: Path, language: str) -> tuple[dict[str, str], list[Part]]:
    texts = {page: folder / language / f"{page}.md" for page in PAGES}
    pages = {page: path.read_text("utf-8") for page, path in texts.items() if path.is_file()}
    return pages, [part for page, text in pages.items() for part in _parts(page, text)]


def _parts(page: str, text: str) -> Iterator[Part]:
    """Yield the parts of a page; a line of a fenced example is no heading."""
    head, lines, fenced = None, list[str](), False
    for line in text.splitlines():
        fenced ^= line.startswith("```")
        found = None if fenced else _HEADING.fullmatch(line)
        if found is None:
            lines.append(line)
            continue
        if head is not None:
            yield _part(page, head, lines)
        head, lines = found, []
    if head is not None:
        yield _part(page, head, lines)


def _part(page: str, head: re.Match[str], lines: list[str]) -> Part:
    return Part(page, slug_of(head[2]), head[2], len(head[1]), "\n".join(lines))


def slug_of(heading: str) -> str:
    """Return what a heading is linked by: small letters, hyphens for blanks, no other signs."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
