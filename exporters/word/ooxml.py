"""OOXML as strings: runs, paragraphs, fields, bookmarks, drawings. Nothing here knows a Document."""

from __future__ import annotations

import re

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Word takes these from the Latin font, half as wide, unless it is told that they are Chinese.
_HEADED = ("ReportTable",)  # styles of tables whose first row is their head; others only lay out
_AMBIGUOUS = re.compile("[“”‘’…—·×°]")


def clean(text: str) -> str:
    """Escape text for XML; characters that XML cannot hold are dropped."""
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run(text: str, look: str = "", *, chinese: bool = False) -> str:
    """Return one run; a line break in the text becomes a break, a tab a tab. `look` is the inside of w:rPr."""
    if chinese and "w:rFonts" not in look and _AMBIGUOUS.search(text):
        look = _with_hint(look)
    return f"<w:r>{properties(look)}{_words(text)}</w:r>"


def _with_hint(look: str) -> str:
    hint = '<w:rFonts w:hint="eastAsia"/>'
    head, found, tail = look.partition("/>") if look.startswith("<w:rStyle") else ("", "", look)
    return head + found + hint + tail


def _words(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{clean(text)}</w:t>'
    parts = re.split("([\n\t])", text)
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    return "".join(marks.get(part) or f'<w:t xml:space="preserve">{clean(part)}</w:t>' for part in parts if part)


def properties(look: str) -> str:
    """Wrap the inside of run properties."""
    return f"<w:rPr>{look}</w:rPr>" if look else ""


def paragraph(inner: str, style: str, extra: str = "") -> str:
    """Return a paragraph; `extra` is the rest of its properties in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{inner}</w:p>'


def field(instruction: str, cached: str, look: str = "") -> str:
    """Return a field as five runs, so that programs which don't compute it show the cached text."""
    rpr = properties(look)
    return (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{rpr}<w:instrText xml:space="preserve"> {clean(instruction)} </w:instrText></w:r>'
        f'<w:r>{rpr}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(cached, look)}"
        f'<w:r>{rpr}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(name: str, number: int, inner: str = "") -> str:
    """Return a bookmark around `inner`."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{clean(name)}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def link(anchor: str, inner: str) -> str:
    """Return a link to a bookmark of this document."""
    return f'<w:hyperlink w:anchor="{clean(anchor)}" w:history="1">{inner}</w:hyperlink>'


def tick_box(number: int, title: str) -> str:
    """Return a box that a click ticks; the glyph stands there too, for programs that know no such control."""
    font = '<w:rFonts w:hint="eastAsia"/>'
    states = (
        '<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
    )
    return (
        f'<w:sdt><w:sdtPr>{properties(font)}<w:alias w:val="{clean(title[:60])}"/><w:id w:val="{number}"/>'
        f"<w14:checkbox>{states}</w14:checkbox></w:sdtPr><w:sdtContent>{run('☐', font)}</w:sdtContent></w:sdt>"
    )


def block_control(title: str, tag: str, number: int, inner: str) -> str:
    """Return a control around whole paragraphs, so that they can be removed together."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{clean(title)}"/><w:tag w:val="{clean(tag)}"/><w:id w:val="{number}"/>'
        f"</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def commented(number: int, inner: str) -> str:
    """Return `inner` as the range of a comment."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    )


def cell(inner: str, width: int, extra: str = "") -> str:
    """Return a table cell of `width` twentieths of a point; `extra` is the rest of its properties in schema order."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{extra}</w:tcPr>{inner}</w:tc>'


def row(cells: str, *, head: bool = False, split: bool = False) -> str:
    """Return a table row; a head row is repeated on each page, other rows may not be split unless told."""
    marks = ("" if split else "<w:cantSplit/>") + ("<w:tblHeader/>" if head else "")
    return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{cells}</w:tr>"


def table(rows: str, widths: tuple[int, ...], style: str, *, words: str = "", left: int = 0) -> str:
    """Return a table with fixed column widths, `left` twentieths of a point from the margin, named by `words`."""
    head = style in _HEADED
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    indent = f'<w:tblInd w:w="{left}" w:type="dxa"/>' if left else ""
    named = f'<w:tblCaption w:val="{clean(words)}"/>' if words else ""
    first = f'w:val="{"0420" if head else "0400"}" w:firstRow="{int(head)}"'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{indent}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {first} w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{named}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def inline_drawing(number: int, name: str, words: str, size: tuple[int, int], graphic: str) -> str:
    """Return a run with an inline drawing of `size` in EMU."""
    width, height = size
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="{clean(name)}" descr="{clean(words)}"/><wp:cNvGraphicFramePr/>'
        f"<a:graphic>{graphic}</a:graphic></wp:inline></w:drawing></w:r>"
    )


def chart_graphic(relation: str) -> str:
    """Return the graphic that shows a chart part."""
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    return f'<a:graphicData uri="{uri}"><c:chart r:id="{relation}"/></a:graphicData>'


def picture_graphic(relation: str, number: int, name: str, size: tuple[int, int]) -> str:
    """Return the graphic that shows a picture part."""
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<a:graphicData uri="{uri}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="{clean(name)}"/>'
        f"<pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    )
