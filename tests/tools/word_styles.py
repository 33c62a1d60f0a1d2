"""The styles of the Word template: one place for type, colour and space.

Fonts and colours are the theme's, so that a company's theme restyles all; beside each theme colour stands the value
that it has in the neutral palette, since LibreOffice looks at nothing else. The writer exchanges these for the company's, so
each of them must mean one thing only.
"""

from __future__ import annotations

FIRST, DARK, READABLE, TINT, PALE = "0F6B6E", "E0852E", "0D5F62", "E2EDED", "FDF7F2"
SECOND = "E0852F"  # in the theme alone
INK, GREY, RULE, WHITE = "1B2230", "5A6373", "D5DADF", "FFFFFF"
SANS, LATIN = "微软雅黑", "Arial"
BODY_LEFT = 1587  # where words begin; numbers of headings hang out to the margin before it
BULLETS, CHAPTERS, ANNEXES, FRAME_BULLETS = 1, 2, 3, 4  # lists of the numbering part
# The theme's colours by their values: name, and share of the colour that is left in a tint (of 255).
_THEME = {
    FIRST: ("accent1", ""), DARK: ("text2", ""), READABLE: ("accent3", ""), INK: ("text1", ""), GREY: ("accent5", ""),
    RULE: ("accent5", "40"), WHITE: ("background1", ""), TINT: ("accent1", "1F"), PALE: ("text2", "12"),
}  # fmt: skip


def coloured(name: str, value: str) -> str:
    """Return the attributes of a colour; `name` is color or fill."""
    theme, tint = _THEME[value]
    prefix = "theme" + (name.title() if name == "fill" else "Color")
    share = f' w:{"themeFillTint" if name == "fill" else "themeTint"}="{tint}"' if tint else ""
    return f'w:{"val" if name == "color" else name}="{value}" w:{prefix}="{theme}"{share}'


def fonts(face: str) -> str:
    """Return the theme's fonts: minor for words, major for headings."""
    return (
        f'<w:rFonts w:asciiTheme="{face}HAnsi" w:hAnsiTheme="{face}HAnsi" w:eastAsiaTheme="{face}EastAsia" '
        f'w:cstheme="{face}Bidi"/>'
    )


def look(
    size: float = 0,
    colour: str = "",
    *,
    bold: bool | None = None,
    spaced: int = 0,
    raised: bool = False,
    heading: bool = False,
) -> str:
    """Return run properties; what is not said follows the style that this one is based on."""
    weight = {True: "<w:b/><w:bCs/>", False: '<w:b w:val="0"/><w:bCs w:val="0"/>', None: ""}[bold]
    return (
        (fonts("major") if heading else "")
        + weight
        + (f"<w:color {coloured('color', colour)}/>" if colour else "")
        + (f'<w:spacing w:val="{spaced}"/>' if spaced else "")
        + (f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "")
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
    depth: int = 0,
    grows: bool = False,
) -> str:
    """Return paragraph properties in schema order; spaces in twentieths of a point.

    Lines are exactly so high, whatever the font is, but where a picture may stand in one: there they `grow`.
    """
    rule = "atLeast" if grows else "exact"
    hang = f' w:hanging="{hanging}"' if hanging else ""
    below = f'<w:ilvl w:val="{depth}"/>' if depth else ""
    parts = [
        "<w:keepNext/>" if keep else "",
        "<w:keepLines/>" if keep or together else "",
        f'<w:numPr>{below}<w:numId w:val="{numbered}"/></w:numPr>' if numbered else "",
        f"<w:pBdr>{borders}</w:pBdr>" if borders else "",
        f'<w:shd w:val="clear" w:color="auto" {coloured("fill", shade)}/>' if shade else "",
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
    shown = coloured("color", colour).replace("w:val=", "w:color=", 1)
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" {shown}/>'


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
    left = BODY_LEFT
    bar = edge("left", 24, READABLE, 10)
    return "".join(
        [
            style("BodyText", "Body Text", para(0, 170, 340, left=left, align="both")),
            style("Lead", "Lead", para(0, 340, 420, left=left, align="both"), look(12.5, DARK), based="BodyText"),
            style("Letter", "Letter", para(0, 180, 380, left=left, align="both"), look(11), based="BodyText"),
            style(
                "Signature",
                "Signature",
                para(170, 60, 340, left=left, align="right"),
                look(bold=True),
                based="BodyText",
            ),
            style(
                "ListBullet",
                "List Bullet",
                para(0, 80, 340, left=left + 340, hanging=340, align="both", numbered=BULLETS),
                based="BodyText",
            ),
            style(
                "Subtitle",
                "Subtitle",
                para(280, 80, 340, left=left, keep=True),
                look(11, DARK, bold=True, heading=True),
                after="BodyText",
            ),
            style(
                "Quote",
                "Quote",
                para(170, 0, 440, left=left + 260, together=True, keep=True, borders=bar),
                look(13, DARK),
                after="QuoteSource",
            ),
            style(
                "QuoteSource",
                "Quotation Source",
                para(0, 280, 340, left=left + 260, borders=bar),
                look(9, GREY),
                after="BodyText",
            ),
            style("Source", "Source", para(40, 200, 230), look(8, GREY)),
            style("SectionEnd", "Section End", para(0, 0, 20), look(1)),
        ]
    )


def heading_styles() -> str:
    bold, margin = dict(bold=True, heading=True), dict(left=BODY_LEFT, hanging=BODY_LEFT)
    return "".join(
        [
            style(
                "Part",
                "Part",
                para(0, 910, 340, left=BODY_LEFT, keep=True),
                look(9.5, READABLE, **bold),
                after="Heading1",
            ),
            style("PartRunning", "Part Running", para(590, 0, 340, left=BODY_LEFT), look(9.5, READABLE, **bold)),
            style(
                "Heading1",
                "heading 1",
                para(1250, 1300, 760, keep=True, level=0, numbered=CHAPTERS, **margin),
                look(27, DARK, **bold),
                after="BodyText",
            ),
            style(
                "Heading2",
                "heading 2",
                para(510, 150, 500, keep=True, level=1, numbered=CHAPTERS, depth=1, **margin),
                look(16, DARK, **bold),
                after="BodyText",
            ),
            style(
                "Heading3",
                "heading 3",
                para(340, 85, 340, left=BODY_LEFT, keep=True, level=2),
                look(12, DARK, **bold),
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
                para(0, 320, 400, borders=edge("bottom", 18, FIRST, 6), tabs=tab),
                look(14, DARK, bold=True, spaced=20),
            ),
            style("Notice", "Notice", para(60, 160, 320, align="center"), look(10, GREY, bold=True, spaced=20)),
            style(
                "Headline",
                "Headline",
                para(120, 140, 520, keep=True, level=0, align="center"),
                look(21, DARK, bold=True, heading=True),
                after="BodyText",
            ),
            style(
                "Subheadline",
                "Subheadline",
                para(0, 280, 400, keep=True, align="center"),
                look(12.5, READABLE, bold=True, heading=True),
                after="BodyText",
            ),
            style(
                "ReleaseHeading",
                "Release Heading",
                para(300, 100, 380, keep=True, level=1),
                look(13, DARK, bold=True, heading=True),
                after="BodyText",
            ),
        ]
    )


def table_styles() -> str:
    return "".join(
        [
            style("TableText", "Table Text", para(40, 40, 260), look(9)),
            style("TableNumber", "Table Number", para(40, 40, 260, align="right"), based="TableText"),
            # By a style: LibreOffice drops the look of a bound control's words.
            style("TableNumberStrong", "Table Number Strong", "", look(bold=True), based="TableNumber"),
            style("TableHead", "Table Head", para(60, 60, 260, keep=True), look(0, DARK, bold=True), based="TableText"),
            style(
                "TableHeadNumber", "Table Head Number", para(60, 60, 260, keep=True, align="right"), based="TableHead"
            ),
            style(
                "TableGroup",
                "Table Group",
                para(120, 50, 260, keep=True),
                look(0, READABLE, bold=True),
                based="TableText",
            ),
            style("TableNote", "Table Note", para(40, 20, 230), look(8, GREY)),
            style("Caption", "caption", para(340, 113, 260, keep=True), look(9, bold=True), after="BodyText"),
            style("FigureCaption", "Figure Caption", based="Caption"),
            character("CaptionNumber", "Caption Number", look(0, READABLE, bold=True)),
            style("Figure", "Figure", para(0, 160, 260, grows=True)),
            style(
                "CalloutTitle",
                "Callout Title",
                para(280, 100, 300, keep=True),
                look(10.5, DARK, bold=True, heading=True),
            ),
            style(
                "CalloutNumber",
                "Callout Number",
                para(60, 20, 560, keep=True, borders=edge("top", 12, FIRST, 6)),
                look(24, FIRST, bold=True),
            ),
            # LibreOffice gives a bound number the size of its paragraph's style, whatever its own is.
            *(
                style(f"CalloutNumber{size}", f"Callout Number {size}", rpr=look(size), based="CalloutNumber")
                for size in (22, 20, 17, 14, 12)
            ),
            style("CalloutLabel", "Callout Label", para(0, 200, 250), look(8.5, GREY)),
        ]
    )


def frame_styles() -> str:
    """A case and a box are paragraphs whose equal borders join: they may part over two pages, and are no tables."""
    return _framed("Case", "left", DARK) + _framed("Box", "top", FIRST)


def _framed(kind: str, side: str, bar: str) -> str:
    spaces = {"top": 6, "left": 10, "bottom": 6, "right": 10}
    rules = "".join(edge(one, 18, bar if one == side else PALE, space) for one, space in spaces.items())
    set_in = dict(borders=rules, shade=PALE, left=BODY_LEFT + 240, right=220)
    return "".join(
        [
            style(f"{kind}Label", f"{kind} Label", para(200, 20, 260, keep=True, **set_in), look(8, GREY)),
            style(
                f"{kind}Title",
                f"{kind} Title",
                para(0, 60, 340, keep=True, **set_in),
                look(10.5, DARK, bold=True, heading=True),
            ),
            style(f"{kind}Text", f"{kind} Text", para(0, 90, 310, align="both", **set_in), look(9.5)),
            style(
                f"{kind}List",
                f"{kind} List",
                para(0, 60, 310, align="both", numbered=FRAME_BULLETS, **set_in),
                based=f"{kind}Text",
            ),
            style(f"{kind}Picture", f"{kind} Picture", para(60, 60, 260, grows=True, **set_in)),
        ]
    )


def front_styles() -> str:
    right = '<w:tab w:val="right" w:pos="{width}"/>'
    return "".join(
        [
            style(
                "CoverCompany", "Cover Company", para(0, 0, 400), look(16, WHITE, bold=True, spaced=20, heading=True)
            ),
            style("CoverYear", "Cover Year", para(3600, 0, 1700), look(80, WHITE, bold=True, heading=True)),
            style("CoverTitle", "Cover Title", para(60, 0, 760), look(30, WHITE, bold=True, heading=True)),
            style("CoverState", "Cover State", para(0, 120, 360), look(13, READABLE, bold=True)),
            style("CoverLine", "Cover Line", para(0, 20, 300, grows=True), look(9.5, GREY)),
            style("TOCHeading", "TOC Heading", para(0, 360, 760, keep=True), look(26, DARK, bold=True, heading=True)),
            style(
                "TOC1",
                "toc 1",
                para(130, 20, 280, left=700, hanging=700, tabs='<w:tab w:val="left" w:pos="700"/>' + right),
                look(10.5, DARK, bold=True),
                after="Normal",
            ),
            style(
                "TOC2",
                "toc 2",
                para(0, 0, 252, left=1400, hanging=700, tabs='<w:tab w:val="left" w:pos="1400"/>' + right),
                look(9, GREY),
                after="Normal",
            ),
            style(
                "TOC3",
                "toc 3",
                para(260, 60, 300, keep=True, borders=edge("top", 12, FIRST, 6), tabs=right),
                look(9.5, READABLE, bold=True),
                after="Normal",
            ),
            style("Header", "header", para(0, 0, 230, tabs=right), look(8, GREY)),
            style("Footer", "footer", para(0, 0, 230, tabs=right), look(8, GREY)),
        ]
    )


def note_styles() -> str:
    return "".join(
        [
            style("FootnoteText", "footnote text", para(0, 20, 230, left=240, hanging=240), look(8, GREY)),
            character("FootnoteReference", "footnote reference", look(0, READABLE, raised=True)),
            style("CommentText", "annotation text", para(), look(9)),
            character("CommentReference", "annotation reference", '<w:sz w:val="16"/><w:szCs w:val="16"/>'),
            character("Hyperlink", "Hyperlink", ""),
            character("Strong", "Strong", "<w:b/><w:bCs/>"),
            character("PageNumber", "page number", look(0, INK, bold=True)),
            character("CalloutUnit", "Callout Unit", look(10, READABLE, bold=False)),
            character(
                "Gap", "Placeholder", '<w:color w:val="9A4A00"/><w:shd w:val="clear" w:color="auto" w:fill="FFE9B8"/>'
            ),
            character("Omission", "Omission", '<w:color w:val="7A858F"/>'),
        ]
    )


def grid_styles() -> str:
    rules = edge("top", 10, DARK) + edge("bottom", 10, DARK) + edge("insideH", 2, RULE)
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>' + edge("bottom", 4, DARK) + "</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" {coloured("fill", TINT)}/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
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
        + grid("CalloutTable", "Callout Table", "", 0)
        + grid("EntryTable", "Entry Table", rules, 85)
        + grid("PlainTable", "Plain Table", "", 0)
    )


def styles_xml(width: int) -> str:
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts("minor")}<w:color {coloured("color", INK)}/><w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{para(0, 0, 340, grows=True)}</w:pPr></w:style>"
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
        frame_styles(),
        front_styles(),
        note_styles(),
        grid_styles(),
    ]
    inner = defaults + normal + "".join(groups)
    return inner.replace("{width}", str(width))
