"""Makes resources/templates/report.docx: page grid, cover, running header and footer, styles.

    python tests/tools/word_template.py

The body holds the cover with {places} and three section breaks that the writer copies: cover, front matter, chapter.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from openpyxl.writer.theme import theme_xml
from word_styles import BODY_LEFT, DARK, FIRST, GREY, INK, LATIN, PALE, READABLE, SANS, SECOND, coloured, styles_xml

TARGET = Path(__file__).parents[2] / "resources" / "templates" / "report.docx"
PAGE = (11906, 16838)  # A4 in twentieths of a point
TOP, RIGHT, BOTTOM, LEFT = 1701, 1360, 1361, 1360
WIDTH = PAGE[0] - LEFT - RIGHT
BAND = 4440  # behind an opening whose title takes one line
EMU = 635  # per twentieth of a point
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OOXML = "http://schemas.openxmlformats.org"
OFFICE = f"{OOXML}/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{OOXML}/wordprocessingml/2006/main" xmlns:r="{OFFICE}" '
    f'xmlns:wp="{OOXML}/drawingml/2006/wordprocessingDrawing" xmlns:a="{OOXML}/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def rectangle(number: int, name: str, box: tuple[int, int, int, int], colour: str) -> str:
    """Return a run with a filled rectangle behind the text, which says nothing; the box is x, y, width, height on the page.

    `colour` is the inside of its fill.
    """
    x, y, width, height = (value * EMU for value in box)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{name}" descr=""><a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
        "</a:extLst></wp:docPr><wp:cNvGraphicFramePr/><a:graphic>"
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>{colour}</a:solidFill>'
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )


def scheme(name: str, share: int = 0) -> str:
    """Return a colour of the theme, or a tint that keeps so many thousandths of it."""
    tint = f'<a:lumMod val="{share * 1000}"/><a:lumOff val="{100000 - share * 1000}"/>' if share else ""
    return f'<a:schemeClr val="{name}">{tint}</a:schemeClr>'


def paragraph(style: str, inner: str = "", extra: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{inner}</w:p>'


def run(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, look: str = "") -> str:
    mark = '<w:r>{}<w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format(look, "begin")
        + f'<w:r>{look}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        + mark.format(look, "separate")
        + run("1", look)
        + mark.format(look, "end")
    )


def section(relations: str, numbering: str = "", *, first: bool = False) -> str:
    return (
        f'<w:sectPr>{relations}<w:type w:val="nextPage"/><w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" w:header="765" w:footer="624" '
        f'w:gutter="0"/>{numbering}<w:cols w:space="425"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
    )


def cover() -> str:
    width, block = PAGE[0], 11200
    shapes = rectangle(1, "cover block", (0, 0, width, block), scheme("accent1"))
    shapes += rectangle(2, "cover stripe", (0, block, width, 170), scheme("tx2"))
    # The lines below the block stand at a fixed place, however long the title is.
    low = (
        f'<w:framePr w:w="{WIDTH}" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{LEFT}" '
        f'w:y="{block + 800}"/>'
    )
    return (
        paragraph("CoverCompany", shapes + run("{company}"))
        + paragraph("CoverYear", run("{year}"))
        + paragraph("CoverTitle", run("{title}"))
        + paragraph("CoverLine", run("{logo}"), low)
        + paragraph("CoverState", run("{state}"), low)
        + paragraph("CoverLine", run("{lines}"), low)
    )


def document() -> str:
    running = (
        '<w:headerReference w:type="default" r:id="rId15"/><w:headerReference w:type="first" r:id="rId11"/>'
        '<w:footerReference w:type="default" r:id="rId12"/><w:footerReference w:type="first" r:id="rId12"/>'
    )
    plain = '<w:headerReference w:type="default" r:id="rId10"/><w:footerReference w:type="default" r:id="rId12"/>'
    blank = '<w:headerReference w:type="default" r:id="rId13"/><w:footerReference w:type="default" r:id="rId14"/>'
    roman = '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>'
    body = (
        cover()
        + paragraph("SectionEnd", extra=section(blank))
        + paragraph("SectionEnd", extra=section(plain, roman))
        + paragraph("BodyText")
        + section(running, first=True)
    )
    return f'{HEAD}<w:document {NAMES} mc:Ignorable=""><w:body>{body}</w:body></w:document>'.replace(
        ' mc:Ignorable=""', ""
    )


def header(inner: str) -> str:
    return f"{HEAD}<w:hdr {NAMES}>{inner}</w:hdr>"


def footer(inner: str) -> str:
    return f"{HEAD}<w:ftr {NAMES}>{inner}</w:ftr>"


def opener() -> str:
    """Return the band behind a chapter's first lines: it stands in the first page's header, out of the editor's way."""
    band = rectangle(3, "chapter band", (0, 0, PAGE[0], BAND), scheme("accent1", 12))
    return paragraph(
        "PartRunning", band + rectangle(4, "chapter line", (0, BAND, PAGE[0], 57), scheme("accent1")) + run("{part}")
    )


def level(
    depth: int,
    shown: str,
    look: str = "",
    *,
    kind: str = "bullet",
    style: str = "",
    indent: str = "",
    suffix: str = "tab",
) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}<w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>{f"<w:pPr>{indent}</w:pPr>" if indent else ""}'
        f"<w:rPr>{look}</w:rPr></w:lvl>"
    )


def numbering() -> str:
    """Return the lists: points, chapters with their sections, annexes with theirs, and points in a frame."""
    point = f'<w:color {coloured("color", READABLE)}/><w:position w:val="3"/><w:sz w:val="10"/>'
    point = f'<w:rFonts w:hint="eastAsia"/>{point}'
    large = f'<w:color {coloured("color", FIRST)}/><w:sz w:val="76"/><w:szCs w:val="76"/>'
    small = f"<w:color {coloured('color', READABLE)}/>"
    bullet = f'<w:ind w:left="{BODY_LEFT + 340}" w:hanging="340"/>'
    margin = f'<w:ind w:left="{BODY_LEFT}" w:hanging="{BODY_LEFT}"/>'
    words = f'<w:ind w:left="{BODY_LEFT}" w:firstLine="0"/>'
    lists = {
        "points": level(0, "■", point, indent=bullet),
        "chapters": level(0, "%1", large, kind="decimal", style="Heading1", indent=margin)
        + level(1, "%1.%2", small, kind="decimal", style="Heading2", indent=margin),
        "annexes": level(0, "%1", large, kind="upperLetter", indent=margin)
        + level(1, "%1.%2", small, kind="decimal", indent=margin),
        "points in frames": level(
            0, "■", point, indent=f'<w:tabs><w:tab w:val="num" w:pos="{BODY_LEFT + 470}"/></w:tabs>'
        ),
        # Chapters and sections without a number: numId 0 would leave them hanging out as their styles do.
        "plain": "".join(level(depth, "", kind="none", indent=words, suffix="nothing") for depth in (0, 1)),
    }
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f'<w:name w:val="annals {name}"/>{inner}</w:abstractNum>'
        for number, (name, inner) in enumerate(lists.items())
    )
    entries = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(len(lists))
    )
    return f'{HEAD}<w:numbering xmlns:w="{OOXML}/wordprocessingml/2006/main">{kinds}{entries}</w:numbering>'


def theme() -> str:
    """Return the theme: Arial and the usual Chinese faces, the neutral palette; effects are those of openpyxl's."""

    def faces(name: str) -> str:
        return (
            f'<a:{name}><a:latin typeface="{LATIN}"/><a:ea typeface="{SANS}"/><a:cs typeface=""/>'
            '<a:font script="Hans" typeface="微软雅黑"/><a:font script="Hant" typeface="微軟正黑體"/>'
            '<a:font script="Jpan" typeface="Yu Gothic"/><a:font script="Hang" typeface="Malgun Gothic"/>'
            f"</a:{name}>"
        )

    colours = {
        "dk1": INK, "lt1": "FFFFFF", "dk2": DARK, "lt2": PALE, "accent1": FIRST, "accent2": SECOND,
        "accent3": READABLE, "accent4": "8F9DB0", "accent5": GREY, "accent6": "C9A227", "hlink": READABLE,
        "folHlink": GREY,
    }  # fmt: skip
    scheme_xml = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    effects = re.search(r"<a:fmtScheme.*</a:fmtScheme>", theme_xml, re.DOTALL)
    assert effects is not None
    return (
        f'{HEAD}<a:theme xmlns:a="{OOXML}/drawingml/2006/main" name="Annals"><a:themeElements>'
        f'<a:clrScheme name="Annals">{scheme_xml}</a:clrScheme><a:fontScheme name="Annals">{faces("majorFont")}'
        f"{faces('minorFont')}</a:fontScheme>{effects[0]}</a:themeElements></a:theme>"
    )


def settings() -> str:
    return (
        f'{HEAD}<w:settings xmlns:w="{OOXML}/wordprocessingml/2006/main"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def footnotes() -> str:
    mark = '<w:footnote w:type="{}" w:id="{}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{}/></w:r></w:p></w:footnote>'
    return (
        f"{HEAD}<w:footnotes {NAMES}>"
        + mark.format("separator", 0, "separator")
        + mark.format("continuationSeparator", 1, "continuationSeparator")
        + "</w:footnotes>"
    )


def font_table() -> str:
    families = {SANS: "swiss", LATIN: "swiss"}
    fonts = "".join(
        f'<w:font w:name="{n}"><w:family w:val="{f}"/><w:pitch w:val="variable"/></w:font>' for n, f in families.items()
    )
    return f'{HEAD}<w:fonts xmlns:w="{OOXML}/wordprocessingml/2006/main">{fonts}</w:fonts>'


def relations(entries: list[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in entries)
    return f'{HEAD}<Relationships xmlns="{OOXML}/package/2006/relationships">{inner}</Relationships>'


def content_types(parts: dict[str, str]) -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    inner = "".join(
        f'<Override PartName="/{name}" ContentType="{kind.format(word=word)}"/>' for name, kind in parts.items()
    )
    return (
        f'{HEAD}<Types xmlns="{OOXML}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'
    )


TYPES = {
    "word/document.xml": "{word}.document.main+xml",
    "word/styles.xml": "{word}.styles+xml",
    "word/settings.xml": "{word}.settings+xml",
    "word/numbering.xml": "{word}.numbering+xml",
    "word/fontTable.xml": "{word}.fontTable+xml",
    "word/footnotes.xml": "{word}.footnotes+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "word/header1.xml": "{word}.header+xml",
    "word/header2.xml": "{word}.header+xml",
    "word/header3.xml": "{word}.header+xml",
    "word/header4.xml": "{word}.header+xml",
    "word/footer1.xml": "{word}.footer+xml",
    "word/footer2.xml": "{word}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}


def parts() -> dict[str, str]:
    number = '<w:rPr><w:rStyle w:val="PageNumber"/></w:rPr>'
    left = run("{company}{state}") + "<w:r><w:tab/></w:r>"
    w = f'xmlns:w="{OOXML}/wordprocessingml/2006/main"'
    return {
        "[Content_Types].xml": content_types(TYPES),
        "_rels/.rels": relations(
            [
                ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
                ("rId2", f"{OOXML}/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
            ]
        ),
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{OOXML}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title><dc:creator>Annals</dc:creator></cp:coreProperties>',
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{OOXML}/officeDocument/2006/extended-properties"><Application>Annals</Application></Properties>',
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relations(
            [
                ("rId1", f"{OFFICE}/styles", "styles.xml"),
                ("rId2", f"{OFFICE}/settings", "settings.xml"),
                ("rId3", f"{OFFICE}/numbering", "numbering.xml"),
                ("rId4", f"{OFFICE}/fontTable", "fontTable.xml"),
                ("rId5", f"{OFFICE}/footnotes", "footnotes.xml"),
                ("rId6", f"{OFFICE}/theme", "theme/theme1.xml"),
                ("rId10", f"{OFFICE}/header", "header1.xml"),
                ("rId11", f"{OFFICE}/header", "header2.xml"),
                ("rId12", f"{OFFICE}/footer", "footer1.xml"),
                ("rId13", f"{OFFICE}/header", "header3.xml"),
                ("rId14", f"{OFFICE}/footer", "footer2.xml"),
                ("rId15", f"{OFFICE}/header", "header4.xml"),
            ]
        ),
        "word/styles.xml": f"{HEAD}<w:styles {w}>{styles_xml(WIDTH)}</w:styles>",
        "word/settings.xml": settings(),
        "word/numbering.xml": numbering(),
        "word/fontTable.xml": font_table(),
        "word/footnotes.xml": footnotes(),
        "word/theme/theme1.xml": theme(),
        "word/header1.xml": header(paragraph("Header", left + run("{contents}"))),
        "word/header2.xml": header(opener()),
        "word/header3.xml": header(paragraph("SectionEnd")),
        "word/header4.xml": header(paragraph("Header", left + run("{chapter}"))),
        "word/footer1.xml": footer(paragraph("Footer", run("{title}") + "<w:r><w:tab/></w:r>" + field("PAGE", number))),
        "word/footer2.xml": footer(paragraph("SectionEnd")),
    }


def main() -> None:
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts().items():
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text)


if __name__ == "__main__":
    main()
