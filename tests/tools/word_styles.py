"""The styles of the Word template: one place for type, colour and space.

Colours and fonts are those of zh-Hans and the neutral palette; the writer exchanges them for the company's colours
and the language's fonts, so each colour below must mean one thing only.
"""

from __future__ import annotations

PRIMARY, ACCENT, TINT, PALE = "0F6B6E", "E0852E", "E7F0F0", "F4F7F8"
INK, GREY, RULE = "2B3238", "6B7680", "D5DADF"
SANS, SERIF, LATIN_SANS, LATIN_SERIF = "微软雅黑", "宋体", "Calibri", "Georgia"


def fonts(*, serif: bool = False) -> str:
    latin, east = (LATIN_SERIF, SERIF) if serif else (LATIN_SANS, SANS)
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>'


def look(
    size: float, colour: str = INK, *, bold: bool = False, serif: bool = False, spaced: int = 0, raised: bool = False
) -> str:
    return (
        fonts(serif=serif)
        + ("<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>')
        + f'<w:color w:val="{colour}"/>'
        + (f'<w:spacing w:val="{spaced}"/>' if spaced else "")
        + f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
        + ('<w:vertAlign w:val="superscript"/>' if raised else "")
    )


def para(
    before: int = 0,
    after: int = 0,
    line: int = 0,
    *,
    left: int = 0,
    right: int = 0,
    hanging: int = 0,
    align: str = "",
    keep: bool = False,
    together: bool = False,
    level: int | None = None,
    borders: str = "",
    shade: str = "",
    tabs: str = "",
    numbered: int = 0,
    exact: bool = False,
) -> str:
    """Return paragraph properties in schema order; spaces in twentieths of a point."""
    rule = "exact" if exact else "atLeast"
    hang = f' w:hanging="{hanging}"' if hanging else ""
    parts = [
        "<w:keepNext/>" if keep else "",
        "<w:keepLines/>" if keep or together else "",
        f'<w:numPr><w:numId w:val="{numbered}"/></w:numPr>' if numbered else "",
        f"<w:pBdr>{borders}</w:pBdr>" if borders else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else "",
        f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
        f'<w:spacing w:before="{before}" w:after="{after}"'
        + (f' w:line="{line}" w:lineRule="{rule}"' if line else "")
        + "/>",
        f'<w:ind w:left="{left}" w:right="{right}"{hang}/>' if left or right or hanging else "",
        f'<w:jc w:val="{align}"/>' if align else "",
        f'<w:outlineLvl w:val="{level}"/>' if level is not None else "",
    ]
    return "".join(parts)


def edge(side: str, size: int, colour: str, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def style(
    code: str,
    name: str,
    ppr: str = "",
    rpr: str = "",
    *,
    based: str = "Normal",
    after: str = "",
    kind: str = "paragraph",
) -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{code}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{after}"/>' if after else "")
        + '<w:uiPriority w:val="9"/><w:qFormat/>'
        + (f"<w:pPr>{ppr}</w:pPr>" if ppr else "")
        + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
        + "</w:style>"
    )


def character(code: str, name: str, rpr: str) -> str:
    return style(code, name, rpr=rpr, based="DefaultParagraphFont", kind="character")


def text_styles() -> str:
    body = dict(after=120, line=370, align="both")
    bullet = dict(after=80, line=350, align="both", left=340, hanging=340, numbered=1)
    return "".join(
        [
            style("BodyText", "Body Text", para(**body), look(10.5)),
            style("Lead", "Lead", para(60, 200, 420, align="both"), look(12, INK)),
            style("Letter", "Letter", para(after=180, line=410, align="both"), look(11, serif=True)),
            style("Signature", "Signature", para(240, 60, 380, align="right"), look(11, bold=True)),
            style("ListBullet", "List Bullet", para(**bullet), look(10.5)),
            style("Subtitle", "Subtitle", para(200, 80, 340, keep=True), look(11.5, PRIMARY, bold=True)),
            style(
                "Quote",
                "Quote",
                para(120, 160, 400, left=340, right=340, borders=edge("left", 24, ACCENT, 14), align="both"),
                look(12, INK, serif=True),
            ),
            style("Source", "Source", para(40, 160, 260), look(8.5, GREY)),
        ]
    )


def heading_styles() -> str:
    return "".join(
        [
            style("ChapterNumber", "Chapter Number", para(0, 60, 900, keep=True), look(40, PRIMARY, bold=True)),
            style(
                "Heading1",
                "heading 1",
                para(0, 1240, 560, keep=True, level=0),
                look(26, INK, bold=True),
                after="BodyText",
            ),
            style(
                "Heading2",
                "heading 2",
                para(420, 180, 440, keep=True, level=1, borders=edge("bottom", 8, PRIMARY, 5)),
                look(17, PRIMARY, bold=True),
                after="BodyText",
            ),
            style(
                "Heading3",
                "heading 3",
                para(300, 120, 380, left=0, keep=True, level=2, borders=edge("left", 36, ACCENT, 7)),
                look(13, INK, bold=True),
                after="BodyText",
            ),
        ]
    )


def release_styles() -> str:
    tab = '<w:tab w:val="right" w:pos="{width}"/>'
    return "".join(
        [
            style(
                "Letterhead",
                "Letterhead",
                para(0, 320, 400, borders=edge("bottom", 18, ACCENT, 6), tabs=tab),
                look(14, PRIMARY, bold=True, spaced=20),
            ),
            style("Notice", "Notice", para(60, 160, 320, align="center"), look(10, GREY, bold=True, spaced=20)),
            style(
                "Headline",
                "Headline",
                para(120, 140, 520, keep=True, level=0, align="center"),
                look(21, INK, bold=True),
                after="BodyText",
            ),
            style(
                "Subheadline",
                "Subheadline",
                para(0, 280, 400, keep=True, align="center"),
                look(12.5, PRIMARY, bold=True),
                after="BodyText",
            ),
            style(
                "ReleaseHeading",
                "Release Heading",
                para(300, 100, 380, keep=True, level=1),
                look(13, PRIMARY, bold=True),
                after="BodyText",
            ),
        ]
    )


def table_styles() -> str:
    return "".join(
        [
            style("TableText", "Table Text", para(40, 40, 260), look(9)),
            style("TableNumber", "Table Number", para(40, 40, 260, align="right"), look(9)),
            style("TableHead", "Table Head", para(60, 60, 260, keep=True), look(9, INK, bold=True)),
            style(
                "TableHeadNumber",
                "Table Head Number",
                para(60, 60, 260, align="right", keep=True),
                look(9, INK, bold=True),
            ),
            style("TableGroup", "Table Group", para(70, 50, 260, keep=True), look(9, PRIMARY, bold=True)),
            style("TableNote", "Table Note", para(50, 160, 240), look(8.5, GREY)),
            style("Caption", "caption", para(200, 90, 300, keep=True), look(9.5, PRIMARY, bold=True), after="BodyText"),
            style(
                "FigureCaption",
                "Figure Caption",
                para(200, 60, 300, keep=True),
                look(9.5, PRIMARY, bold=True),
                based="Caption",
            ),
            style("Figure", "Figure", para(0, 160), look(10.5)),
            style("CalloutTitle", "Callout Title", para(200, 100, 300, keep=True), look(10.5, INK, bold=True)),
            style("CalloutNumber", "Callout Number", para(140, 20, 480), look(24, PRIMARY, bold=True)),
            style("CalloutLabel", "Callout Label", para(0, 140, 270), look(9, GREY)),
            style("CaseLabel", "Case Label", para(120, 20, 260, keep=True), look(8.5, ACCENT, bold=True, spaced=20)),
            style("CaseTitle", "Case Title", para(20, 80, 330, keep=True), look(11.5, INK, bold=True)),
            style("BoxTitle", "Box Title", para(140, 80, 330, keep=True), look(11.5, PRIMARY, bold=True)),
            style("FrameText", "Frame Text", para(after=110, line=340, align="both"), look(10)),
            style(
                "FrameList",
                "Frame List",
                para(after=70, line=330, align="both", left=320, hanging=320, numbered=1),
                look(10),
            ),
            style("FrameEnd", "Frame End", para(0, 0, 60, exact=True), look(2)),
            style("Gutter", "Gutter", para(0, 0, 200, exact=True), look(4)),
            style("SectionEnd", "Section End", para(0, 0, 20, exact=True), look(1)),
        ]
    )


def front_styles() -> str:
    tab = '<w:tab w:val="right" w:leader="dot" w:pos="{width}"/>'
    return "".join(
        [
            style("CoverCompany", "Cover Company", para(0, 0, 400), look(16, "FFFFFF", bold=True, spaced=20)),
            style("CoverYear", "Cover Year", para(3600, 0, 1700), look(80, "FFFFFF", bold=True)),
            style("CoverTitle", "Cover Title", para(60, 0, 760), look(30, "FFFFFF", bold=True)),
            style("CoverState", "Cover State", para(0, 120, 360), look(13, PRIMARY, bold=True)),
            style("CoverLine", "Cover Line", para(0, 20, 300), look(9.5, GREY)),
            style("TOCHeading", "TOC Heading", para(0, 240, 520, keep=True), look(22, INK, bold=True)),
            style(
                "TOC1",
                "toc 1",
                para(150, 40, 300, left=560, hanging=560, tabs='<w:tab w:val="left" w:pos="560"/>' + tab),
                look(11, PRIMARY, bold=True),
                after="Normal",
            ),
            style("TOC2", "toc 2", para(0, 0, 272, left=560, tabs=tab), look(9.5), after="Normal"),
            style("TOC3", "toc 3", para(0, 0, 270, left=680, tabs=tab), look(9, GREY), after="Normal"),
            style(
                "Header",
                "header",
                para(0, 0, 240, borders=edge("bottom", 4, RULE, 6), tabs='<w:tab w:val="right" w:pos="{width}"/>'),
                look(8.5, GREY),
            ),
            style("Footer", "footer", para(0, 0, 240, tabs='<w:tab w:val="right" w:pos="{width}"/>'), look(8.5, GREY)),
        ]
    )


def note_styles() -> str:
    return "".join(
        [
            style("FootnoteText", "footnote text", para(0, 20, 220, left=200, hanging=200), look(8, GREY)),
            character(
                "FootnoteReference",
                "footnote reference",
                f'<w:color w:val="{PRIMARY}"/><w:vertAlign w:val="superscript"/>',
            ),
            style("CommentText", "annotation text", para(), look(9)),
            character("CommentReference", "annotation reference", '<w:sz w:val="16"/><w:szCs w:val="16"/>'),
            character("Hyperlink", "Hyperlink", ""),
            character("Strong", "Strong", "<w:b/><w:bCs/>"),
            character("PageNumber", "page number", f'<w:b/><w:bCs/><w:color w:val="{PRIMARY}"/><w:sz w:val="20"/>'),
            character(
                "CalloutUnit",
                "Callout Unit",
                '<w:b w:val="0"/><w:bCs w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
            ),
            character(
                "Gap", "Placeholder", '<w:color w:val="9A4A00"/><w:shd w:val="clear" w:color="auto" w:fill="FFE9B8"/>'
            ),
            character("Omission", "Omission", '<w:color w:val="7A858F"/>'),
        ]
    )


def grid_styles() -> str:
    rules = edge("top", 12, PRIMARY) + edge("bottom", 12, PRIMARY) + edge("insideH", 2, RULE)
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        + edge("bottom", 6, PRIMARY)
        + "</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    margins = '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{x}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="{x}" w:type="dxa"/></w:tblCellMar>'

    def grid(code: str, name: str, borders: str, x: int, more: str = "") -> str:
        inner = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
        return (
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{code}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr>{inner}{margins.format(x=x)}</w:tblPr>{more}</w:style>'
        )

    normal = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        + margins.format(x=108)
        + "</w:tblPr></w:style>"
    )
    return (
        normal
        + grid("ReportTable", "Report Table", rules, 85, head)
        + grid("CalloutTable", "Callout Table", "", 170)
        + grid("FrameTable", "Frame Table", "", 230)
        + grid("PlainTable", "Plain Table", "", 0)
    )


def styles_xml(width: int) -> str:
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts()}<w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{para(0, 0, 300)}</w:pPr><w:rPr>{fonts()}<w:color w:val="{INK}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
        "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
    )
    groups = [
        text_styles(),
        heading_styles(),
        release_styles(),
        table_styles(),
        front_styles(),
        note_styles(),
        grid_styles(),
    ]
    inner = defaults + normal + "".join(groups)
    return inner.replace("{width}", str(width))
