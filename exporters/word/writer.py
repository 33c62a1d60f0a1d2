"""A Document becomes a Word file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from exporters.content import Document
from exporters.output_files import write_atomically
from exporters.word.body import body_xml
from exporters.word.contents import contents_layout, contents_xml
from exporters.word.edition_part import EDITION, edition_of, edition_xml
from exporters.word.estimated_pages import guess_pages
from exporters.word.front import (
    cover_xml,
    header_words,
    letterhead_xml,
    open_points_xml,
)
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import NAMESPACES
from exporters.word.package import GAP_STYLE, Package, Pictures, no_pictures
from exporters.word.passages import passages_in
from exporters.word.pictures import image_runs
from exporters.word.row_texts import rows_of
from exporters.word.sections import Sections
from exporters.word.template_colours import dress, dress_xml
from exporters.word.value_store import VALUES, store_xml, stored
from exporters.word.xml_tree import parsed


def template_path() -> Path:
    """Return the Word template that ships with Annals."""
    return Path(__file__).parents[2] / "resources" / "templates" / "report.docx"


def write_word(
    document: Document,
    path: Path,
    template: Path | None = None,
    pages: Mapping[str, str] | None = None,
    pictures: Pictures = no_pictures,
) -> None:
    """Write the draft; `pages` are page numbers by anchor where they were measured (exporters.word.measured_pages).
    `pictures` gives a picture's bytes by its hash.

    Otherwise they are guessed, and Word asks to update its fields on opening.

    Raises OutputError when the file cannot be written; the old file stays whole then.
    """
    package = assemble(document, template or template_path(), pages, pictures)
    write_atomically(path, package.save)


def assemble(
    document: Document,
    template: Path,
    pages: Mapping[str, str] | None = None,
    pictures: Pictures = no_pictures,
    *,
    remarks: bool = True,
) -> Package:
    """Return the whole file in memory.

    Without `remarks` it has no comments: nobody sees them on paper, and LibreOffice prints blank footnotes beside them.
    """
    package = Package(template, pictures)
    scribe = Scribe(document, pages or guess_pages(document), remarks=remarks)
    dress(package, document.look, header_words(document))
    _fill_body(document, package, scribe)
    _fill_notes(package, scribe)
    package.add_store(VALUES, store_xml(document.facts))
    package.add_store(EDITION, edition_xml(edition_of(document, *_marks(document, package))))
    if not pages and document.form == "report":
        package.ask_to_update()
    _tell_about(package, document)
    return package


def _marks(document: Document, package: Package) -> tuple[list[str], list[str]]:
    """Return the marks of all paragraphs as they are written, and those of the rows of tables."""
    values = stored(document.facts)
    found = list(passages_in("", package.root, values))
    rows = rows_of(package.root, values, {one.element: one.text for one in found})
    notes = package.part_named("/word/footnotes.xml")
    below = passages_in("", parsed(notes.blob), values) if notes else ()
    return [one.mark for one in (*found, *below)], [row.mark for row in rows]


def _tell_about(package: Package, document: Document) -> None:
    """Fill the file's own properties; a final has no style for placeholders either."""
    about, company = package.document.core_properties, document.cover.company
    about.title, about.subject, about.author = document.header[1], document.cover.title, company
    about.last_modified_by, about.language = company, document.look.locale
    about.keywords = ", ".join(document.keywords)
    about.comments = document.mark.noted if document.mark else ""
    if document.day:  # the same document gives the same file: the day of the export is part of it
        about.created = about.modified = datetime.fromisoformat(document.day).replace(tzinfo=UTC)
    package.name_company(company)
    if document.state == "final":
        package.drop_style(GAP_STYLE)


def _fill_body(document: Document, package: Package, scribe: Scribe) -> None:
    pieces = _template_pieces(package.body())
    if document.form == "release":
        package.fill_body(_release(document, package, scribe, pieces))
        return
    sections = Sections(document, scribe, package, pieces.chapter)
    body = body_xml(document, scribe, package, sections.next)
    listed, last = open_points_xml(document, scribe), document.state == "review"
    front = pieces.front if listed and not last else ""
    own = _counting_on(pieces.front) if front else pieces.front
    layout = contents_layout(document, package, own)
    contents = contents_xml(document, scribe, layout) + layout.section(own)
    before = listed + front if front else ""
    after = listed if last else ""  # there the list is what a reader comes to last
    logo = image_runs(document.cover.logo, scribe, package) if document.cover.logo else ""
    cover = cover_xml(dress_xml(pieces.cover, document.look), document, logo)
    package.fill_body(cover + pieces.cover_end + before + contents + body + after + sections.next())


def _release(document: Document, package: Package, scribe: Scribe, pieces: _Pieces) -> str:
    """Return a release: its own letterhead instead of the first page's header, neither cover nor contents list."""
    listed = open_points_xml(document, scribe)
    is_last = document.state == "review"
    front = listed + pieces.front if listed and not is_last else ""
    section = re.sub(r'<w:headerReference [^>]*w:type="first"[^>]*/>', "", pieces.chapter)
    body = letterhead_xml(document, scribe) + body_xml(document, scribe, package) + (listed if is_last else "")
    return front + body + Sections(document, scribe, package, section).next()


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What the template's body gives: the cover, the breaks after cover and front matter, a chapter's section."""

    cover: str
    cover_end: str
    front: str
    chapter: str


def _template_pieces(children: Sequence[str]) -> _Pieces:
    first, second = [number for number, child in enumerate(children[:-1]) if "<w:sectPr" in child][:2]
    return _Pieces("".join(children[:first]), children[first], children[second], children[-1])


def _counting_on(section: str) -> str:
    """Return the front matter's section break without a first page number."""
    return re.sub(r' w:start="\d+"', "", section, count=1)


def _fill_notes(package: Package, scribe: Scribe) -> None:
    if scribe.footnotes:
        package.replace("/word/footnotes.xml", "</w:footnotes>", "".join(scribe.footnotes) + "</w:footnotes>")
    if scribe.comments:
        package.add_comments(f"<w:comments {NAMESPACES}>{''.join(scribe.comments)}</w:comments>")
