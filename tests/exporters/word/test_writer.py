"""The Word file: what stands in the Document stands in the file."""

import re
import struct
import zlib
from dataclasses import replace

import pytest

from exporters.content import (
    BlockRef,
    CalloutItem,
    ChapterContents,
    Column,
    Frame,
    Heading,
    Image,
    LinkedNumber,
    PageRef,
    Panel,
    Paragraph,
    Row,
    Table,
    Text,
)
from exporters.word.callouts import callout_rows, callout_size, rows_of
from exporters.word.estimated_pages import guess_pages
from exporters.word.inline_writer import joined
from exporters.word.no_breaks import unbroken
from exporters.word.table_rows import widths_of
from exporters.word.tables import TEXT_WIDTH
from exporters.word.writer import write_word
from schema.errors import OutputError
from tests.exporters.word import samples
from tests.exporters.word.reading import Draft, V, W, text_of


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    target = tmp_path_factory.mktemp("word") / "sample.docx"
    write_word(samples.whole(), target)
    return target


@pytest.fixture(scope="module")
def draft(path):
    return Draft(path)


def written(tmp_path, *blocks, **more):
    target = tmp_path / "some.docx"
    write_word(samples.whole((samples.blocks()[0], *blocks)), target, **more)
    return Draft(target)


def test_the_file_is_valid(path, assert_valid_docx):
    assert_valid_docx(path)


def test_the_template_is_valid(assert_valid_docx):
    from exporters.word.writer import template_path

    assert_valid_docx(template_path())


def test_headings_stand_in_the_documents_order(draft):
    wanted = [(b.level, b.text) for b in samples.blocks() if isinstance(b, Heading) and b.level]
    assert draft.headings() == wanted


def test_every_number_is_a_bound_control(draft):
    assert [c.text for c in draft.controls()] == [n.text for n in samples.whole().numbers()]


def test_every_control_points_at_its_element_in_the_store(draft):
    store, item = draft.store(), re.search(rb'itemID="([^"]+)"', draft.parts["customXml/itemProps1.xml"])
    assert item is not None
    for control in draft.controls():
        key = control.tag.removeprefix("annals:")
        assert store[key]["text"] == control.text
        assert control.xpath == f"/v:values[1]/v:{key}[1]/v:text[1]"
        assert control.item == item[1].decode()


def test_the_prefix_of_a_controls_path_means_the_stores_namespace(draft):
    bindings = list(draft.root.iter(f"{W}dataBinding"))
    assert bindings
    assert {b.get(f"{W}prefixMappings") for b in bindings} == {f"xmlns:v='{V.strip('{}')}'"}


def test_a_control_is_titled_with_the_name_of_its_number(tmp_path):
    named = replace(samples.linked("a.b@2021", "12"), name="Employees 2021")
    draft = written(tmp_path, Paragraph("p", "body", (named,)))
    titles = [sdt.find(f"{W}alias") for sdt in draft.root.iter(f"{W}sdtPr") if sdt.find(f"{W}dataBinding") is not None]
    assert titles[-1].get(f"{W}val") == "Employees 2021"


def test_the_store_has_elements_only_with_all_five_children(draft):
    root = draft.xml("customXml/item1.xml")
    assert all(not element.attrib for element in root.iter())
    assert {tuple(child.tag.removeprefix(V) for child in element) for element in root} == {
        ("ref", "format", "raw", "text", "unit")
    }


def test_the_store_holds_each_value_once(draft):
    numbers = {n.key: n for n in samples.whole().numbers()}
    assert {k: (e["ref"], e["raw"], e["text"]) for k, e in draft.store().items()} == {
        k: (n.reference, n.raw, n.text) for k, n in numbers.items()
    }


def test_ids_of_controls_are_unique(draft):
    ids = [element.get(f"{W}val") for element in draft.root.iter(f"{W}id")]
    assert len(ids) == len(set(ids))


def test_ids_and_names_of_bookmarks_are_unique(draft):
    marks = list(draft.root.iter(f"{W}bookmarkStart"))
    assert len({m.get(f"{W}id") for m in marks}) == len({m.get(f"{W}name") for m in marks}) == len(marks)


def test_every_page_field_points_at_a_bookmark(draft):
    targets = [i.split()[1] for i in draft.instructions() if i.startswith(("PAGEREF", "NOTEREF"))]
    assert targets
    assert set(targets) <= set(draft.bookmarks())


def test_every_field_has_begin_instruction_separate_text_and_end_in_this_order(draft):
    open_fields = []
    for mark in draft.root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = mark.get(f"{W}fldCharType") or "instruction"
        if kind == "begin":
            open_fields.append("begin")
            continue
        expected = {"instruction": "begin", "separate": "instruction", "end": "separate"}[kind]
        assert open_fields.pop() == expected
        if kind != "end":
            open_fields.append(kind)
    assert open_fields == []


def test_each_part_of_a_field_has_its_own_run(draft):
    for run in draft.root.iter(f"{W}r"):
        assert len(run.findall(f"{W}fldChar") + run.findall(f"{W}instrText")) <= 1


def test_the_contents_list_names_parts_chapters_and_sections(draft):
    styles = ("TOC3", "TOC1", "TOC2")
    entries = [(draft.style(p), text_of(p)) for p in draft.root.iter(f"{W}p") if draft.style(p) in styles]
    wanted = [
        (styles[b.level], f"{b.number}{b.text}") for b in samples.blocks() if isinstance(b, Heading) and b.level < 3
    ]
    assert [(style, entry[:-1]) for style, entry in entries] == wanted  # each ends with its cached page


def numbering_of(draft, paragraph):
    """The kind of number that a heading has, by itself or by its style: decimal, upperLetter, or none."""
    style = draft.style(paragraph)
    own = paragraph.find(f"{W}pPr/{W}numPr")
    if own is None:
        styles = draft.xml("word/styles.xml").iter(f"{W}style")
        own = next(s for s in styles if s.get(f"{W}styleId") == style).find(f"{W}pPr/{W}numPr")
    number = own.find(f"{W}numId").get(f"{W}val")
    level = own.find(f"{W}ilvl")
    root = draft.xml("word/numbering.xml")
    entry = next((num for num in root.iter(f"{W}num") if num.get(f"{W}numId") == number), None)
    if entry is None:
        return ""
    kind = entry.find(f"{W}abstractNumId").get(f"{W}val")
    abstract = next(a for a in root.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == kind)
    depth = int(level.get(f"{W}val")) if level is not None else 0
    return abstract.findall(f"{W}lvl")[depth].find(f"{W}numFmt").get(f"{W}val")


def test_word_counts_chapters_and_sections_letters_annexes_and_leaves_plain_chapters_alone(draft):
    found = {text_of(p): numbering_of(draft, p) for p in draft.body.findall(f"{W}p") if "Heading" in draft.style(p)[:7]
             and draft.style(p) != "Heading3"}  # fmt: skip
    assert found == {"关于本报告": "none", "绿色为善": "decimal", "能源 & <资源>": "decimal", "索引": "upperLetter"}


def test_each_chapter_has_its_title_and_its_part_in_its_own_running_heads(draft):
    heads = [
        text_of(draft.xml(name)) for name in sorted(draft.parts) if re.fullmatch(r"word/header\dChapter\d.xml", name)
    ]
    assert [head.removeprefix("快手 · 草稿 · 1 项待完成") for head in heads] == ["关于本报告", "1  绿色为善", "A  索引"]
    fields = [
        draft.parts[name].count(b"STYLEREF") for name in sorted(draft.parts) if "Chapter" in name and "rels" not in name
    ]
    assert fields == [1, 2, 2]
    assert b"{part}" not in b"".join(part for name, part in draft.parts.items() if "header" in name)


def test_no_paragraph_of_the_body_is_empty_but_those_that_end_a_section_or_a_list(draft):
    empty = [
        p
        for p in draft.body.iter(f"{W}p")
        if not text_of(p) and not [e for e in p.iter() if e.tag.endswith(("}drawing", "}fldChar", "}sectPr"))]
    ]
    assert [p for p in empty if p.getparent().tag == f"{W}body"] == []


def test_measured_pages_are_cached(tmp_path):
    target = tmp_path / "paged.docx"
    write_word(samples.whole(), target, pages={"s_green": "12", "e_green": "34"})
    text = Draft(target).text()
    assert "P12–34" in text


def test_word_is_asked_to_count_only_where_pages_were_guessed(tmp_path, draft):
    target = tmp_path / "paged.docx"
    write_word(samples.whole(), target, pages={"s_green": "12"})
    assert b"updateFields" in draft.parts["word/settings.xml"]
    assert b"updateFields" not in Draft(target).parts["word/settings.xml"]


def test_the_files_properties_say_whose_it_is_and_when_it_was_made(tmp_path):
    target = tmp_path / "told.docx"
    write_word(replace(samples.whole(), day="2023-04-18", keywords=("快手", "2021")), target)
    parts = Draft(target).parts
    core = parts["docProps/core.xml"].decode()
    for told in ("2021 环境、社会及管治报告", "快手科技", "zh-CN", "快手, 2021", "2023-04-18T00:00:00Z"):
        assert told in core, told
    assert "<Company>快手科技</Company>" in parts["docProps/app.xml"].decode()


def test_a_reference_to_a_table_is_a_field_at_the_number_of_its_caption(tmp_path, assert_valid_docx):
    words = (Text("（见"), BlockRef("b_energy_table", "{block.energy.table}", "表 1"), Text("）"))
    draft = written(tmp_path, Paragraph("p", "body", words), samples.energy_table())
    assert "REF b_energy_table \\h" in draft.instructions()
    start = next(e for e in draft.root.iter(f"{W}bookmarkStart") if e.get(f"{W}name") == "b_energy_table")
    named = ""
    for element in start.itersiblings():
        if element.tag == f"{W}bookmarkEnd":
            break
        named += text_of(element)
    assert named == "表 1"
    assert "（见表 1）" in draft.text()
    assert_valid_docx(tmp_path / "some.docx")


def test_guessed_pages_grow_with_the_text():
    long = [Paragraph(f"p{n}", "body", (Text("字" * 400),)) for n in range(30)]
    first, *rest = samples.blocks()
    assert int(guess_pages(samples.whole((first, *long, *rest)))["s_green"]) in (11, 12)
    assert guess_pages(samples.whole())["s_green"] == "2"


def test_captions_are_numbered_by_fields(draft):
    assert [i for i in draft.instructions() if i.startswith("SEQ")] == [
        "SEQ 表 \\* ARABIC",
        "SEQ 图 \\* ARABIC",
        "SEQ 表 \\* ARABIC",
    ]


def test_table_heads_are_repeated(draft):
    for table in draft.root.iter(f"{W}tbl"):
        style = table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val")
        if style == "ReportTable":
            assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None


def test_a_long_table_leaves_neither_head_nor_last_row_alone(tmp_path):
    columns = (Column("text", 1, "甲"),)
    rows = tuple(Row(((Text(str(n)),),)) for n in range(20))
    draft = written(tmp_path, Table("long", "长表", "b_long", columns, rows))
    kept = [text_of(row) for row in draft.root.iter(f"{W}tr") if row.find(f".//{W}keepNext") is not None]
    assert kept == ["0", "1", "18"]


def test_a_table_of_few_but_high_rows_may_go_on_over_a_page(tmp_path):
    columns = (Column("text", 1, "甲"), Column("text", 1, "乙"))
    rows = tuple(Row(((Text(str(n)),), (Text("字" * 400),))) for n in range(6))
    draft = written(tmp_path, Table("high", "高表", "b_high", columns, rows))
    kept = [text_of(row)[0] for row in draft.root.iter(f"{W}tr") if row.find(f".//{W}keepNext") is not None]
    assert kept == ["0", "1", "4"]


def test_grid_widths_are_written_for_each_table(draft):
    for table in draft.root.iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        for row in table.findall(f"{W}tr"):
            assert sum(int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row.findall(f"{W}tc")) == sum(grid)


def test_placeholders_have_comments_that_name_the_department(draft):
    missing = [n for n in samples.whole().numbers() if n.state == "missing"]
    commented = [c for c in draft.controls() if c.commented]
    assert {n.text for n in missing} <= {c.text for c in commented}
    assert any("行政部" in comment for comment in draft.comments())


def test_placeholders_can_be_searched(draft):
    assert "【待补文字：使用】" in draft.text()
    assert "【待补】" in draft.text()


def test_footnotes_stand_in_their_part(draft):
    assert draft.footnotes() == ["统计范围为总部及各分子公司。"]


def test_the_words_of_every_block_are_there(draft):
    text = draft.text()
    for inline in samples.whole().inlines():
        words = inline.text if isinstance(inline, Text | LinkedNumber) else ""
        assert words.replace("\n", "") in text or words in draft.footnotes()


def test_a_chart_is_native_and_carries_its_workbook(draft):
    names = [e.get("name") for e in draft.root.iter() if e.tag.endswith("}docPr")]
    assert "annals:chart:revenue" in names
    assert b"externalData" in draft.parts["word/charts/chart1.xml"]
    assert draft.parts["word/embeddings/chart1.xlsx"].startswith(b"PK")
    assert b"embeddings/chart1.xlsx" in draft.parts["word/charts/_rels/chart1.xml.rels"]


def test_drawing_ids_are_unique(draft):
    ids = [e.get("id") for e in draft.root.iter() if e.tag.endswith("}docPr")]
    assert len(ids) == len(set(ids))


def test_the_open_points_stand_in_one_removable_control(draft):
    tags = {e.get(f"{W}val") for e in draft.root.iter(f"{W}tag")}
    assert "annals-open-points" in tags
    assert "缺少文字" in draft.text()


def test_a_document_without_open_points_has_no_such_page(tmp_path):
    target = tmp_path / "done.docx"
    write_word(replace(samples.whole(), open_points=()), target)
    assert "待完成事项" not in Draft(target).text()


def test_xml_and_control_characters_are_safe(tmp_path, assert_valid_docx):
    nasty = "<b>&\"'\x00\x0b\ud800\uffff]]>"
    draft = written(
        tmp_path, Paragraph("p", "body", (Text(nasty), replace(samples.linked("a.b@2021", "1"), text="1 & <2>")))
    )
    assert "<b>&\"']]>1 & <2>" in draft.text()
    assert_valid_docx(tmp_path / "some.docx")


def test_colours_and_fonts_are_the_documents(draft):
    styles = draft.parts["word/styles.xml"].decode()
    assert "FF4906" in styles
    theme = draft.parts["word/theme/theme1.xml"].decode()
    assert 'val="FF4906"' in theme
    assert "0F6B6E" not in styles + theme + draft.parts["word/document.xml"].decode()


def test_fonts_and_language_follow_the_document(tmp_path):
    look = replace(samples.LOOK, sans="Microsoft JhengHei", locale="zh-HK")
    target = tmp_path / "hant.docx"
    write_word(replace(samples.whole(), look=look), target)
    parts = Draft(target).parts
    assert 'w:eastAsia="zh-HK"' in parts["word/styles.xml"].decode()
    assert parts["word/theme/theme1.xml"].decode().count('<a:ea typeface="Microsoft JhengHei"/>') == 2


def test_every_style_that_is_used_is_defined(draft):
    known = {style.get(f"{W}styleId") for style in draft.xml("word/styles.xml").iter(f"{W}style")}
    used = {
        element.get(f"{W}val")
        for element in draft.root.iter()
        if element.tag in (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    }
    assert used <= known


def test_fonts_are_the_themes_alone(draft):
    parts = ("word/styles.xml", "word/document.xml", "word/numbering.xml")
    fonts = [fonts for name in parts for fonts in draft.xml(name).iter(f"{W}rFonts")]
    assert fonts
    assert {name for one in fonts for name in one.attrib} <= {
        f"{W}{name}" for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme", "hint")
    }


def test_colours_of_styles_are_the_themes_where_they_are_not_those_of_a_mark(draft):
    own = {
        style.get(f"{W}styleId")
        for style in draft.xml("word/styles.xml").iter(f"{W}style")
        for colour in style.iter(f"{W}color")
        if colour.get(f"{W}themeColor") is None
    }
    assert own == {"Gap", "Omission"}


def test_each_chapter_is_a_section_and_pages_begin_with_one(draft):
    sections = list(draft.root.iter(f"{W}sectPr"))
    assert len(sections) == 3 + 3  # cover, open points, contents; three chapters
    starts = [s.find(f"{W}pgNumType") for s in sections]
    assert [n for n, start in enumerate(starts) if start is not None and start.get(f"{W}start") == "1"] == [1, 3]


def test_the_same_document_gives_the_same_bytes(tmp_path, path):
    write_word(samples.whole(), tmp_path / "again.docx")
    again = Draft(tmp_path / "again.docx").parts
    mine = Draft(path).parts
    assert [n for n in mine if n != "word/embeddings/chart1.xlsx" and mine[n] != again[n]] == []


def png(width, height):
    """Return a grey picture."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_picture_keeps_its_shape_and_is_stored_once(tmp_path):
    image = Image("i", "a" * 64, "a.png", "png", (400, 100), (Text("一张图"),), width=100)
    draft = written(tmp_path, image, replace(image, id="j"), pictures={"a" * 64: png(400, 100)}.__getitem__)
    sizes = [(e.get("cx"), e.get("cy")) for e in draft.root.iter() if e.tag.endswith("}extent")]
    assert sizes[-2:] == [("3600000", "900000")] * 2
    assert [n for n in draft.parts if n.startswith("word/media/")] == ["word/media/image1.png"]
    assert "word/media/image1.png" in draft.stored


def test_the_charts_of_a_panel_stand_in_one_paragraph_under_one_caption(tmp_path):
    one = replace(samples.chart(), data=replace(samples.chart().data, small=True, title="收入"))
    charts = tuple(replace(one, id=f"p.{n}", anchor="", data=replace(one.data, id=f"p.{n}")) for n in range(4))
    draft = written(tmp_path, Panel("p", "经营业绩", "b_p", charts, ((Text("说明。"),),)))
    (line,) = [p for p in draft.root.iter(f"{W}p") if any(e.tag.endswith("}chart") for e in p.iter())]
    assert len([e for e in line.iter() if e.tag.endswith("}chart")]) == 4
    assert len([i for i in draft.instructions() if i.strip().startswith("SEQ")]) == 1


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError):
        write_word(samples.whole(), tmp_path / "file" / "sample.docx")


@pytest.mark.parametrize(
    ("count", "rows"),
    [(0, ()), (1, (1,)), (4, (4,)), (5, (2, 3)), (6, (3, 3)), (7, (4, 3)), (8, (4, 4)), (13, (4, 3, 3, 3))],
)
def test_large_figures_stand_in_full_rows(count, rows):
    assert callout_rows(count) == rows


def test_no_row_of_large_figures_has_an_orphan():
    assert all(sum(callout_rows(count)) == count and min(callout_rows(count)) > 1 for count in range(2, 40))


def test_numbers_of_one_callout_have_one_size_that_fits_the_longest():
    short, long = samples.callout(1).items[0], samples.callout(1).items[0]
    long = replace(long, number=replace(long.number, text="1,202,328.73"))
    assert callout_size((short,), 2600) == 24
    assert callout_size((short, long), 2600) == callout_size((long,), 2600) < 20


def test_column_widths_leave_nothing_over():
    assert sum(widths_of([Column("text", weight) for weight in (1, 1.7, 3.3)], TEXT_WIDTH)) == TEXT_WIDTH


def test_every_number_of_a_callout_is_shown(tmp_path):
    for count in range(1, 8):
        draft = written(tmp_path, samples.callout(count))
        assert len(draft.controls()) == count


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        ({"a": "78", "b": "78", "c": "90", "d": "90"}, [("a", ""), ("c", "")]),
        ({"a": "73", "b": "76", "c": "79", "d": "82"}, [("a", "b"), ("c", "d")]),
        ({"a": "73", "b": "76", "c": "77", "d": "82"}, [("a", "d")]),
        ({"a": "73", "b": "82", "c": "75", "d": "76"}, [("a", "b")]),
        ({"a": "73", "b": "73", "c": "73", "d": "73"}, [("a", "")]),
        ({"a": "80", "b": "81", "c": "12", "d": "12"}, [("c", ""), ("a", "b")]),
    ],
)
def test_pages_of_several_places_are_joined_and_folded(pages, shown):
    places = (PageRef("a", "b"), PageRef("c", "d"))
    assert [(place.anchor, place.last) for place in joined(places, pages.__getitem__)] == shown


def long_contents(count):
    """A report of so many chapters with four sections each."""
    return tuple(
        Heading(f"c{n}.{m}", 2 if m else 1, f"第 {n} 章 {m}", f"s_c{n}_{m}", f"{n}.{m}" if m else str(n))
        for n in range(1, count + 1)
        for m in range(5)
    )


def entry_tabs(draft):
    styles = {s.get(f"{W}styleId"): s for s in draft.xml("word/styles.xml").iter(f"{W}style")}
    return {tab.get(f"{W}pos") for code in ("TOC1", "TOC2", "TOC3") for tab in styles[code].iter(f"{W}tab")
            if tab.get(f"{W}val") == "right"}  # fmt: skip


def test_a_long_contents_list_stands_in_two_columns_that_a_chapter_begins(tmp_path, assert_valid_docx):
    draft = written(tmp_path, *long_contents(14))
    (columns,) = [c for c in draft.root.iter(f"{W}cols") if c.get(f"{W}num") == "2"]
    section = columns.getparent()
    assert section.find(f"{W}type").get(f"{W}val") == "continuous"
    (turn,) = [b for b in draft.root.iter(f"{W}br") if b.get(f"{W}type") == "column"]
    paragraph = next(p for p in turn.iterancestors(f"{W}p"))
    assert draft.style(paragraph) == "TOC1"
    assert 5 <= int(text_of(paragraph).partition("第")[0]) <= 10
    assert entry_tabs(draft) == {"4310"}  # so that a list that Word renews ends with its column, too
    styles = [s for s in draft.xml("word/styles.xml").iter(f"{W}style") if s.get(f"{W}styleId") in ("TOC1", "TOC2")]
    # LibreOffice shows no page number at a tab behind an indent from the right
    assert {s.find(f"{W}pPr/{W}ind").get(f"{W}right", "0") for s in styles} == {"0"}
    assert_valid_docx(tmp_path / "some.docx")


def test_a_short_contents_list_has_one_column(tmp_path):
    draft = written(tmp_path, *long_contents(3))
    assert not [c for c in draft.root.iter(f"{W}cols") if c.get(f"{W}num")]
    assert entry_tabs(draft) == {"9186"}


def test_a_chapters_own_list_has_fields_for_number_title_and_page(tmp_path, assert_valid_docx):
    sections = tuple(block for block in long_contents(1) if block.level == 2)
    draft = written(tmp_path, ChapterContents("c1.contents", sections), *sections)
    assert [code for code in draft.instructions() if "s_c1_2" in code and "TOC" not in code][-3:] == [
        "REF s_c1_2 \\r \\h", "REF s_c1_2 \\h", "PAGEREF s_c1_2 \\h",
    ]  # fmt: skip
    assert_valid_docx(tmp_path / "some.docx")


@pytest.mark.parametrize(
    ("before", "unit", "after", "wanted"),
    [
        ("over RMB ", "RMB", " billion in sales", ("over RMB\u00a0", "\u00a0billion in sales")),
        ("used ", "MWh", " MWh of power", ("used ", "\u00a0MWh of power")),
        ("", "people", " employees", ("", " employees")),
    ],
)
def test_a_number_stands_on_one_line_with_its_unit(before, unit, after, wanted):
    number = samples.linked("energy.direct@2021", "1.2", unit)
    shown = unbroken((Text(before), number, Text(after)))
    assert (shown[0].text, shown[2].text) == wanted


def test_typed_numbers_stand_with_their_units_too_and_years_do_not_hold_what_follows():
    (shown,) = unbroken((Text("In 2022 we saved 5 million kWh and RMB 3 for 20 people."),))
    assert shown.text == "In 2022 we saved 5\u00a0million kWh and RMB\u00a03 for 20\u00a0people."


def test_large_figures_with_long_units_stand_fewer_in_a_row():
    item = CalloutItem(samples.linked("a.b@2021", "1.1"), " billion", (), "over RMB ")
    assert rows_of((item,) * 4) == (2, 2)
    short = CalloutItem(samples.linked("a.b@2021", "24"), "%", ())
    assert rows_of((short,) * 4) == (4,)
    assert rows_of((item,) * 3) == (3,)


def frames(draft):
    """The grounds of the paragraphs of cases and boxes that have one of their own, frame by frame."""
    return [
        (draft.style(p), p.find(f"{W}pPr/{W}shd").get(f"{W}fill") if p.find(f"{W}pPr/{W}shd") is not None else "")
        for p in draft.root.iter(f"{W}p")
        if draft.style(p).startswith(("Case", "Box"))
    ]


def test_neighbouring_frames_have_grounds_that_a_program_tells_apart_and_a_reader_does_not(tmp_path):
    words = (Paragraph("p", "body", (Text("字"),)),)
    case, box = (Frame(name, name, "", "甲", words) for name in ("case", "box"))
    draft = written(tmp_path, case, box, Frame("third", "case", "", "丙", words))
    grounds = dict.fromkeys(ground for _, ground in frames(draft))
    assert [bool(ground) for _, ground in frames(draft)] == [False, False, True, True, False, False]
    (own,) = filter(None, grounds)
    usual = next(s for s in draft.xml("word/styles.xml").iter(f"{W}style") if s.get(f"{W}styleId") == "CaseText")
    assert abs(int(own, 16) - int(usual.find(f"{W}pPr/{W}shd").get(f"{W}fill"), 16)) == 1


def test_a_frame_below_a_table_keeps_a_distance(tmp_path):
    table = Table("t", "", "", (Column("text", 1, "甲"),), (Row(((Text("1"),),)),))
    box = Frame("b", "box", "", "乙", (Paragraph("p", "body", (Text("字"),)),))
    draft = written(tmp_path, table, box)
    first = next(p for p in draft.root.iter(f"{W}p") if draft.style(p) == "BoxTitle")
    assert int(first.find(f"{W}pPr/{W}spacing").get(f"{W}before")) > 200


def test_numbers_of_the_reports_own_year_are_bold_by_their_style(tmp_path):
    columns = (Column("text", 1, "甲"), Column("number", 1, "2020"), Column("number", 1, "2021", strong=True))
    numbers = [(samples.linked(f"a.b@{year}", "5"),) for year in (2020, 2021)]
    draft = written(tmp_path, Table("t", "", "", columns, (Row(((Text("x"),), *numbers)),)))
    styles = [draft.style(p) for p in draft.root.iter(f"{W}p") if draft.style(p).startswith("TableNumber")]
    assert styles == ["TableNumber", "TableNumberStrong"]


def test_words_of_many_lines_begin_at_the_top_of_their_row(tmp_path):
    columns = (Column("text", 1, "甲"), Column("text", 4, "乙"))
    rows = (Row(((Text("短"),), (Text("长" * 400),))), Row(((Text("短"),), (Text("短"),))))
    draft = written(tmp_path, Table("t", "", "", columns, rows))
    (table,) = [t for t in draft.root.iter(f"{W}tbl") if "长" in text_of(t)]
    cells = [[c.find(f"{W}tcPr/{W}vAlign") is not None for c in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    assert cells[1:] == [[False, False], [True, True]]
