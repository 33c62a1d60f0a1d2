"""Where an index's disclosures are answered, beyond the sheets: pages of the draft, and other documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from exporters.assembly.assembly import Part
from exporters.assembly.index_pages import IndexPages
from exporters.assembly.index_reasons import elsewhere
from exporters.content import PageRef, Pages
from exporters.excel.sheets.context import Context
from exporters.excel.workbook import Cell
from schema.catalogue.definitions import Framework
from schema.catalogue.owners import owners
from schema.validation.coverage import Coverage


def has_documents(answers: Iterable[Coverage]) -> bool:
    """Whether other documents answer some of these disclosures."""
    return any(answer.explanation.document for answer in answers)


def page_cell(context: Context, framework: Framework, answer: Coverage, ends: str) -> Cell:
    """Return the pages of the draft that answer a disclosure, where they were measured."""
    chapter = context.outline.chapters[0]
    part = Part(context.assembly, chapter, owners(context.outline)[chapter.code], chapter.code)
    found = IndexPages(part, framework).pages(answer)
    places = [place for pages in found if isinstance(pages, Pages) for place in pages.places]
    return Cell(page_words(places, context.pages, context.assembly.punctuation.listing) or None, f"text{ends}")


def page_words(places: Iterable[PageRef], known: Mapping[str, str], between: str) -> str:
    """Return pages as ranges; a place that is not known has none."""
    pages: set[int] = set()
    for place in places:
        first, last = known.get(place.anchor, ""), known.get(place.last or place.anchor, "")
        if first.isdigit():
            pages.update(range(int(first), int(last) + 1 if last.isdigit() else int(first) + 1))
    return between.join(f"{low}–{high}" if high > low else str(low) for low, high in _ranges(sorted(pages)))


def _ranges(pages: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for page in pages:
        if found and page == found[-1][1] + 1:
            found[-1] = (found[-1][0], page)
        else:
            found.append((page, page))
    return found


def document_cell(context: Context, answer: Coverage, ends: str) -> Cell:
    """Return the other document that answers a disclosure; a click opens it where its address is known."""
    there = elsewhere(context.assembly, answer)
    if not there:
        return Cell(None, f"text{ends}")
    words, link = there[0].text, there[0].link
    if not link:
        return Cell(words, f"text{ends}")
    said = words.replace('"', '""')
    return Cell(words, f"link.top{ends}" if not ends else f"text{ends}", f'HYPERLINK("{link}","{said}")')
