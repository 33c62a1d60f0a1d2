"""What a Word file says: paragraphs, tables, controls, the store of values, comments, notes, charts and all settings."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tests.tools.book_facts import read_book
from tests.tools.markup import Package, digest, local, markup
from tests.tools.output_facts import Fact, other_parts, properties

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}footnoteReference": "⟦note⟧", f"{W}commentReference": "⟦comment⟧",
          f"{W}drawing": "⟦drawing⟧", f"{W}fldChar": "", f"{W}noBreakHyphen": "-"}  # fmt: skip
_STORE = "urn:annals:values"


def read_word(path: Path) -> list[Fact]:
    """Return everything that a Word file says, in its order."""
    package = Package(path)
    body = package.tree(package.main)[0]
    meanings = package.meanings(package.main)
    known = {package.main}
    facts = [*_text_facts(body, meanings), *_bookmarks(body), *_sections(package, body, known)]
    facts += [*_notes(package, body, known), *_drawings(package, body, known), *_store(package, known)]
    facts += [*_styles(package, known), *properties(package)]
    known.update(name for name in package.parts if name.startswith("docProps/"))
    facts += other_parts(package, known)
    facts.append(Fact("markup", markup(body, meanings), "what no other kind shows"))
    return facts


def text(element: etree._Element) -> str:
    """Return what is read, with a mark for each note, comment and drawing; words inside drawings left out."""
    parts: list[str] = []
    for child in element:
        if child.tag == f"{W}t":
            parts.append(child.text or "")
        elif child.tag in _MARKS:
            parts.append(_MARKS[child.tag])
        elif local(child) == "AlternateContent":
            parts.append("⟦drawing⟧")
        elif local(child) not in ("pPr", "rPr", "sdtPr", "instrText", ""):
            parts.append(text(child) + ("\n" if local(child) == "p" else ""))
    return "".join(parts)


def _style(element: etree._Element, kind: str) -> str:
    style = element.find(f"{W}{kind}Pr/{W}{kind}Style")
    return "" if style is None else style.get(f"{W}val")


def _said(element: etree._Element) -> str:
    """Return all paragraphs inside an element, each with its style."""
    return " / ".join(f"{_style(p, 'p')}: {text(p)}" for p in element.iter(f"{W}p"))


def _text_facts(body: etree._Element, meanings: dict[str, str]) -> Iterator[Fact]:
    for element in body.iter(etree.Element):
        match element.tag.replace(W, ""):
            case "p" if not any(above.tag == f"{W}tc" for above in element.iterancestors()):
                yield Fact("paragraph", f"{_style(element, 'p')}: {text(element)}")
                yield from _look(element)
            case "p":
                yield from _look(element)
            case "tbl":
                head = "".join(markup(child) for child in element if local(child) in ("tblPr", "tblGrid"))
                yield Fact("table", f"{len(element.findall(f'{W}tr'))} rows {head}")
            case "tr":
                looks = "".join(markup(pr) for pr in element.iter(f"{W}trPr", f"{W}tcPr"))
                yield Fact("table row", " | ".join(_said(cell) for cell in element.iter(f"{W}tc")))
                yield Fact("table row look", f"{text(element)[:40]!r} {looks}")
            case "sdt":
                yield Fact("control", _control(element, meanings))
            case "hyperlink":
                yield Fact("link", f"{markup(element, meanings, _CONTENT)} {text(element)}")
            case "instrText":
                yield Fact("field", f"{(element.text or '').strip()} in {text(_paragraph(element))!r}")


_CONTENT = frozenset({"r", "p", "sdt", "tbl"})


def _paragraph(element: etree._Element) -> etree._Element:
    return next(element.iterancestors(f"{W}p"))


def _look(paragraph: etree._Element) -> Iterator[Fact]:
    """Yield a paragraph's and its runs' formats that their styles do not give."""
    direct = paragraph.find(f"{W}pPr")
    if direct is not None:
        rest = "".join(markup(child) for child in direct if local(child) not in ("pStyle", "sectPr"))
        if rest:
            yield Fact("paragraph look", f"{text(paragraph)[:40]!r} {rest}")
    for run in paragraph.iter(f"{W}r"):
        look = run.find(f"{W}rPr")
        if look is not None and _paragraph(run) is paragraph:
            yield Fact("run look", f"{text(run)!r} {markup(look)}")


def _control(control: etree._Element, meanings: dict[str, str]) -> str:
    """Return tag, alias, binding and all other properties of a content control, and the text that it shows."""
    settings, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    inside = sorted(markup(child, meanings) for child in settings if local(child) != "id")
    return f"{' '.join(inside)} shows {text(content)!r}"


def _bookmarks(body: etree._Element) -> Iterator[Fact]:
    """Yield each bookmark with the words that it spans."""
    spans: dict[str, tuple[str, list[str]]] = {}
    for element in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}bookmarkStart":
            spans[number] = (element.get(f"{W}name"), [])
        elif element.tag == f"{W}bookmarkEnd":
            name, words = spans.pop(number)
            yield Fact("bookmark", "".join(words), name)
        else:
            for _, words in spans.values():
                words.append(element.text or "")


def _sections(package: Package, body: etree._Element, known: set[str]) -> Iterator[Fact]:
    """Yield each section's page and its headers and footers."""
    relations = package.relations(package.main)
    for section in body.iter(f"{W}sectPr"):
        yield Fact("section", markup(section, without=frozenset({"headerReference", "footerReference"})))
        for reference in section.iterfind("*"):
            if local(reference).endswith("Reference"):
                target = next(relations[value][1] for value in reference.attrib.values() if value in relations)
                known.add(target)
                part = markup(package.tree(target), package.meanings(target))
                yield Fact("header or footer", f"{reference.get(f'{W}type')} {part}")


def _notes(package: Package, body: etree._Element, known: set[str]) -> Iterator[Fact]:
    """Yield footnotes, endnotes and comments, in their order, with the paragraph that refers to each."""
    for kind, name in _NOTES.items():
        anchors = {ref.get(f"{W}id"): text(_paragraph(ref))[:60] for ref in body.iter(f"{W}{name}Reference")}
        for part in package.related(package.main, kind):
            known.add(part)
            for note in package.tree(part):
                look = markup(note, package.meanings(part))
                yield Fact(name, f"{text(note).strip()} at {anchors.get(note.get(f'{W}id'), '')!r} {look}")


def _drawings(package: Package, body: etree._Element, known: set[str]) -> Iterator[Fact]:
    """Yield drawings, pictures and charts in the order of the text; a chart with the data that it carries."""
    meanings, relations = package.meanings(package.main), package.relations(package.main)
    known.update(target for kind, target in relations.values() if kind == "image")
    for drawing in body.iter(f"{W}drawing"):
        yield Fact("drawing", markup(drawing, meanings))
        for chart in drawing.iter("{*}chart"):
            target = relations[next(iter(chart.attrib.values()))][1]
            known.add(target)
            yield Fact("chart", markup(package.tree(target), without=frozenset({"externalData"})))
            for data in package.related(target, "package"):
                known.add(data)
                yield Fact("chart data", _book_text(package.parts[data]))


def _book_text(content: bytes) -> str:
    book = read_book(io.BytesIO(content))
    cells = [
        f"{sheet}!{column}{row.number}={cell.formula or cell.value}"
        for sheet, rows in book.sheets.items() for row in rows for column, cell in row.cells.items()
    ]  # fmt: skip
    rest = sorted(f"{fact.kind} {fact.name} {fact.value}" for fact in book.facts)
    return " ".join(cells) + " " + digest("\n".join(rest).encode())


def _store(package: Package, known: set[str]) -> Iterator[Fact]:
    """Yield each entry of the stores of values (element: ref, format, raw, text, unit)."""
    for part in package.related(package.main, "customXml"):
        root = package.tree(part)
        known.add(part)
        if not (etree.QName(root).namespace or "").startswith(_STORE):
            yield Fact("other part", markup(root), part)
            continue
        for entry in root:
            yield Fact("store entry", " ".join(f"{local(c)}={c.text or ''}" for c in entry), local(entry))


def _styles(package: Package, known: set[str]) -> Iterator[Fact]:
    for part in package.related(package.main, "styles"):
        known.add(part)
        for style in package.tree(part):
            yield Fact("style", markup(style), style.get(f"{W}styleId") or local(style))
