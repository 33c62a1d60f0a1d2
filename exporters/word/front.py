"""What stands before the first chapter: cover, open points, contents."""

from __future__ import annotations

import re

from exporters.content import Document, OpenPoint
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import block_control, cell, clean, link, paragraph, row, table
from exporters.word.tables import TEXT_WIDTH

_LOGO = re.compile(r"<w:p[ >](?:(?!</w:p>).)*?(<w:r>(?:(?!</w:r>).)*\{logo\}</w:t></w:r>)(?:(?!</w:p>).)*</w:p>", re.S)
_STATE = re.compile(r"<w:p[ >](?:(?!</w:p>).)*?\{state\}(?:(?!</w:p>).)*</w:p>", re.S)


def cover_xml(template: str, document: Document, logo: str) -> str:
    """Fill the template's cover paragraphs; `logo` are the runs of the company's logo, or an empty text."""
    cover = document.cover
    template = _LOGO.sub(lambda line: line[0].replace(line[1], logo) if logo else "", template)
    state = "\n".join(line for line in (cover.state, cover.freeze, cover.history) if line)
    if not state:
        template = _STATE.sub("", template)
    values = {
        "company": cover.company,
        "year": cover.year,
        "title": cover.title,
        "state": state,
        "lines": "\n".join(line for line in cover.lines if line),
    }
    for name, value in values.items():
        words = clean(value).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        template = template.replace("{" + name + "}", words)
    return template


def open_points_xml(document: Document, scribe: Scribe) -> str:
    """Return the list of open points in one control, so that it is removed by one key; nothing where all is done."""
    if not document.open_points:
        return ""
    labels = document.labels
    widths = tuple(int(TEXT_WIDTH * weight) for weight in (0.25, 0.57, 0.18))
    head = _head(labels.open_head, widths, scribe)
    before = ["", *(point.anchor for point in document.open_points)]
    rows = [
        _point(point, widths, scribe, repeated=point.anchor == last)
        for point, last in zip(document.open_points, before, strict=False)
    ]
    inner = (
        paragraph(scribe.words(labels.open_title), "TOCHeading")
        + paragraph(scribe.words(labels.open_lead), "BodyText")
        + table(head + "".join(rows), widths, "ReportTable", words=labels.open_title)
        + _owed_xml(document, scribe)
    )
    return block_control(labels.open_title, "annals-open-points", scribe.number(), inner)


def _head(titles: tuple[str, ...], widths: tuple[int, ...], scribe: Scribe) -> str:
    cells = zip(titles, widths, strict=True)
    return row("".join(cell(paragraph(scribe.words(title), "TableHead"), width) for title, width in cells), head=True)


def _owed_xml(document: Document, scribe: Scribe) -> str:
    """Return what each department owes, below a list of many points; nothing below a short one."""
    if not document.owed:
        return ""
    titles, widths = document.labels.owed_head, tuple(int(TEXT_WIDTH * weight) for weight in (0.2, 0.35, 0.45))
    rows = ((point.ask, point.what, point.section) for point in document.owed)
    cells = ([cell(paragraph(scribe.words(t), "TableText"), w) for t, w in zip(r, widths, strict=True)] for r in rows)
    body = "".join(row("".join(line)) for line in cells)
    listed = table(_head(titles, widths, scribe) + body, widths, "ReportTable", words=titles[0])
    return paragraph(scribe.words(document.labels.owed_lead), "BodyText", "<w:keepNext/>") + listed


def _point(point: OpenPoint, widths: tuple[int, ...], scribe: Scribe, *, repeated: bool) -> str:
    """Return one row; a section with several points is named once."""
    section = scribe.words(f"– {point.section}" if point.below else point.section)
    place = "" if repeated and point.below else link(point.anchor, section) if point.anchor else section
    texts = (place, scribe.words(point.what), scribe.words(point.ask))
    cells = [cell(paragraph(text, "TableText"), width) for text, width in zip(texts, widths, strict=True)]
    return row("".join(cells))


def letterhead_xml(document: Document, scribe: Scribe) -> str:
    """Return the line that opens a release: who sends it, and that it is one."""
    tab = "<w:r><w:tab/></w:r>"
    return paragraph(scribe.words(document.cover.company) + tab + scribe.words(document.labels.release), "Letterhead")


def header_words(document: Document) -> dict[str, str]:
    """Return what the template's header and footer places stand for; chapter and part differ with the section."""
    state = _foot(document)
    return {  # those of a report are filled in for each chapter (exporters.word.sections)
        **({"{chapter}": document.header[1]} if document.form == "release" else {}),
        "{company}": document.header[0],
        "{title}": document.header[1],
        "{contents}": document.labels.contents,
        "{footer}": state,
        "{state}": f" · {state}" if state else "",
    }


def _foot(document: Document) -> str:
    return " · ".join(words for words in (document.cover.state, document.cover.freeze) if words)
