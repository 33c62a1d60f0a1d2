"""Records in the document: by style, with linked numbers and placeholders; and in the workbook."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from exporters.as_text import document_as_text
from exporters.content import Callout, Frame, LinkedNumber, Paragraph, Table
from exporters.excel.sheets.lookups import literal, looked_up, own_key
from exporters.word.writer import write_word
from schema.catalogue.definitions import Category, RecordColumn, RecordType, Rule
from schema.catalogue.loader_messages import load_messages
from schema.catalogue.outline import CalloutBlock, Placement, RecordsBlock, TextBlock
from schema.grammar.formula import Formula
from schema.grammar.formula_parser import FormulaReader
from schema.grammar.reference import Key, RecordKey, value_key
from schema.grammar.words import Words
from schema.validation.messages import message
from schema.validation.rules import check_rules
from schema.values.datapoint import Field, Record
from schema.values.figures import Figures
from schema.values.record_places import put_into
from tests.exporters import small_report as sample
from tests.exporters.built import build_document, build_workbook
from tests.exporters.word.reading import Draft
from tests.office_files import complaints

words = sample.words
MESSAGES = sample.PHRASES.with_name("messages.yaml")
CASE = RecordType(
    "case",
    words("案例", "案例", "Case"),
    (
        RecordColumn("date", words("时间", "時間", "Date"), "date", required=True),
        RecordColumn("title", words("标题", "標題", "Title"), "text", required=True),
        RecordColumn("body", words("正文", "正文", "Text"), "long"),
        RecordColumn("people", words("惠及人数", "惠及人數", "People reached"), "integer", "person"),
        RecordColumn(
            "level", words("级别", "級別", "Level"), "choice",
            choices=(Category("high", words("高", "高", "High")), Category("low", words("低", "低", "Low"))),
        ),
    ),
    "finance",
)  # fmt: skip


def row(code, order, **fields):
    made = {
        "date": Field(typed="2022-03"),
        "title": Field(Words(f"{code}之事")),
        "body": Field(Words("第一段，员工{staff}。\n第二段。")),
        "people": Field(typed="约1,200", value=Decimal(1200), qualifier="about"),
        "level": Field(typed="low"),
        **fields,
    }
    kept = {name: field for name, field in made.items() if field}
    return Record(RecordKey("case", code), sample.REPORT, order, kept)


ROWS = (row("b", 2, date=Field(typed="2021"), level=Field(typed="high")), row("a", 1))


def parts(style, *records, language="zh-Hans", text="", kind=CASE, second="", **block):
    made = sample.definitions()
    first, *rest = made.outlines[sample.REPORT].chapters
    blocks = (RecordsBlock("people.cases", "case", style, **block), TextBlock("people.body", "people.body"))
    if second:
        blocks = (*blocks, RecordsBlock(second, "case", style))
    section = replace(first.sections[0], blocks=blocks)
    outline = replace(made.outlines[sample.REPORT], chapters=(replace(first, sections=(section,)), *rest))
    catalogue = replace(made.catalogue, records={"case": kind})
    made = replace(made, catalogue=catalogue, outlines={sample.REPORT: outline})
    data = sample.snapshot(**{"people.body": text or "没有链接。"})
    data = replace(data, records={record.key: record for record in records})
    return made, sample.REPORT, language, data


def built(style, *records, **more):
    return build_document(*parts(style, *records, **more))


def of_block(made, kind):
    return [block for block in made.blocks if isinstance(block, kind) and block.id.startswith("people.cases")]


def cells(table):
    return [["".join(getattr(i, "text", "") for i in cell) for cell in line.cells] for line in table.rows]


def test_a_table_has_a_row_per_record_in_their_order_and_the_columns_that_the_block_names():
    (table,) = of_block(built("table", *ROWS, caption=words("案例"), columns=("date", "title", "people")), Table)
    assert [column.title for column in table.columns] == ["时间", "标题", "惠及人数"]
    assert cells(table) == [["2022年3月", "a之事", "约1,200人"], ["2021年", "b之事", "约1,200人"]]


def test_rows_stand_under_the_words_of_their_group_in_the_order_of_its_choices():
    (table,) = of_block(built("table", *ROWS, columns=("title",), group="level"), Table)
    assert [(line.kind, words) for line, (words, *_) in zip(table.rows, cells(table), strict=True)] == [
        ("group", "高"), ("plain", "b之事"), ("group", "低"), ("plain", "a之事"),
    ]  # fmt: skip


def test_a_timeline_goes_by_date_which_stands_out():
    (table,) = of_block(built("timeline", *ROWS, columns=("date", "title")), Table)
    assert [line[0] for line in cells(table)] == ["2021年", "2022年3月"]
    assert [column.strong for column in table.columns] == [True, False]


def test_a_case_has_its_title_its_paragraphs_and_the_rest_below():
    frame = of_block(built("cases", ROWS[1]), Frame)[0]
    assert (frame.style, frame.label, frame.title) == ("case", "案例", "a之事")
    assert len(frame.blocks) == 3
    below = "".join(getattr(inline, "text", "") for inline in frame.blocks[-1].inlines)
    assert below == "时间：2022年3月，惠及人数：约1,200人，级别：低"


def test_a_quote_has_its_words_and_who_said_them():
    parts = of_block(built("quotes", ROWS[1], columns=("body", "title")), Paragraph)
    assert [part.style for part in parts] == ["quote", "quote", "speaker"]
    assert parts[-1].inlines[0].text == "——a之事"


def test_a_chinese_quote_names_the_title_before_the_speaker_and_an_english_one_after():
    spoken = replace(ROWS[1], fields={**ROWS[1].fields, "office": Field(Words("主任", "主任", "Director"))})
    both = {language: spoken_by(spoken, language) for language in ("zh-Hans", "en")}
    assert both == {"zh-Hans": "——主任 a之事【措辞待确认】", "en": "— a, Director [wording to be confirmed]"}


def spoken_by(record, language):
    office = RecordColumn("office", words("身份", "身份", "Title"), "text")
    kind = replace(CASE, columns=(*CASE.columns, office))
    spoken = replace(record, fields={**record.fields, "title": Field(Words("a之事", "a之事", "a"))})
    made = built("quotes", spoken, kind=kind, language=language, columns=("body", "title", "office"))
    return "".join(inline.text for inline in of_block(made, Paragraph)[-1].inlines)


def test_what_the_words_of_a_case_say_is_not_said_again_below():
    told = "2022 年 3 月，{record/case/a.people}到场。"
    frame = of_block(built("cases", row("a", 1, body=Field(Words(told, told, told)))), Frame)[0]
    assert "".join(getattr(inline, "text", "") for inline in frame.blocks[-1].inlines) == "级别：低"


def test_a_list_and_a_table_stand_in_a_case_as_in_every_text():
    told = "开场\n- 一\n- 二\n| 甲 | 乙 |\n| 1 | 2 |\n收场"
    frame = of_block(built("cases", row("a", 1, body=Field(Words(told, told, told)))), Frame)[0]
    styles = [part.style if isinstance(part, Paragraph) else "table" for part in frame.blocks]
    assert styles == ["body", "list", "list", "table", "body", "note"]


def test_a_block_shows_the_records_that_were_put_into_it_and_the_first_one_those_of_no_place():
    rows = (put_into(row("a", 1), "people.cases2"), row("b", 2), put_into(row("c", 3), "gone"))
    made = built("cases", *rows, second="people.cases2")
    assert [frame.id for frame in of_block(made, Frame)] == ["people.cases.b", "people.cases.c", "people.cases2.a"]


def test_a_list_has_an_entry_per_record():
    entries = of_block(built("list", *ROWS, columns=("title", "people")), Paragraph)
    assert [entry.style for entry in entries] == ["list", "list"]
    assert "".join(getattr(inline, "text", "") for inline in entries[0].inlines) == "a之事：约1,200人"


def test_a_number_of_a_record_is_linked_in_its_row_and_in_a_text():
    made = built("table", *ROWS, text="共{record/case/a.people}。")
    ours = [number for number in made.numbers() if number.reference == "record/case/a.people"]
    assert [(number.raw, number.text, number.unit) for number in ours] == [("1200", "约1,200", "人")] * 2
    assert {number.key for number in ours} == {value_key("record/case/a.people", "")}
    assert ours[0].name == "a之事 · 惠及人数"


def test_a_number_of_a_record_is_a_content_control_in_the_file(tmp_path):
    target = tmp_path / "records.docx"
    write_word(built("cases", *ROWS), target)
    draft, key = Draft(target), value_key("record/case/a.people", "")
    assert [control.text for control in draft.controls() if control.tag == f"annals:{key}"] == ["约1,200"]
    assert draft.store()[key]["ref"] == "record/case/a.people"
    assert complaints(target) == []


def test_what_is_required_and_missing_is_a_placeholder_that_says_whom_to_ask():
    made = built("table", row("a", 1, title=Field()))
    assert "【待补：标题】(// 请向财务部核实。缺少标题：2022-03)" in document_as_text(made)
    assert ("员工", "缺少标题：2022-03", "财务部") in [(p.section, p.what, p.ask) for p in made.open_points]


def test_a_block_without_records_is_a_placeholder():
    made = built("table", caption=words("案例"))
    assert [paragraph.id for paragraph in of_block(made, Paragraph)] == ["people.cases.gap"]
    assert "没有填写案例" in [point.what for point in made.open_points]


def test_words_in_another_language_are_asked_for_once_per_section():
    made = built("table", *ROWS, language="en")
    assert [p.what for p in made.open_points if "Case" in p.what] == ["No English text: Case"]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_the_workbook_has_a_sheet_of_records_with_named_numbers(language):
    book = build_workbook(*parts("table", *ROWS, language=language))
    title = {"zh-Hans": "记录", "zh-Hant": "記錄", "en": "Records"}[language]
    found = [cell for line in book.sheet(title).rows for cell in line.cells]
    named = {cell.name: cell.value for cell in found if cell.name}
    assert named == {"v_record__case__a__people": 1200, "v_record__case__b__people": 1200}


def test_the_sheet_of_records_names_the_section_where_a_type_has_several_places():
    rows = (put_into(row("a", 1), "people.cases2"), row("b", 2))
    book = build_workbook(*parts("table", *rows, second="people.cases2"))
    found = [[cell.value for cell in line.cells][:3] for line in book.sheet("记录").rows][3:]
    assert found == [["所在章节", "时间", "标题"], ["员工", "2022 年 3 月", "b之事"], ["员工", "2022 年 3 月", "a之事"]]


def of_people(**formulas):
    """Definitions and data in which a rule, a callout and figures name a number of a record."""
    made, report, language, data = parts("table", *ROWS)
    first, *rest = made.outlines[report].chapters
    (section,) = first.sections
    asked = CalloutBlock("people.big", tuple(map(Placement, ("record/case/a.people", *formulas))))
    section = replace(section, blocks=(*section.blocks, asked))
    outline = replace(made.outlines[report], chapters=(replace(first, sections=(section,)), *rest))
    figures = {
        code: sample.metric(code, words(code), "number", "person", formula=Formula(text, FormulaReader().read(text)))
        for code, text in formulas.items()
    }
    catalogue = replace(made.catalogue, metrics={**made.catalogue.metrics, **figures})
    return (
        replace(made, catalogue=catalogue, outlines={report: outline}),
        report,
        language,
        data,
    )


def test_a_number_of_a_record_may_stand_in_a_callout():
    (callout,) = [b for b in build_document(*of_people()).blocks if isinstance(b, Callout) and b.id == "people.big"]
    assert [(item.number.text, item.unit) for item in callout.items] == [("约1,200", "人")]


PEOPLE = looked_up(literal(own_key(RecordKey("case", "a").number("people"))))


def test_a_figure_is_computed_from_a_number_of_a_record_that_it_looks_up():
    given = of_people(more="[record/case/a.people] * 2")
    figures = Figures(given[0].catalogue, given[-1])
    assert figures.value(Key("more", 2022)).value == 2400
    assert figures.value(Key("more", 2022)).qualifier == "about"
    named = {c.name: c for sheet in build_workbook(*given).sheets for line in sheet.rows for c in line.cells if c.name}
    assert named["v_more_2022"].formula == f'IF({PEOPLE}="","",{PEOPLE}*2)'


def test_a_number_of_another_reports_record_is_looked_up_too():
    made, report, language, data = of_people(more="[record/case/a.people] * 2")
    moved = {key: replace(record, report="other") if key.id == "a" else record for key, record in data.records.items()}
    data = replace(data, records=moved)
    book = build_workbook(made, report, language, data)
    named = {c.name: c for sheet in book.sheets for line in sheet.rows for c in line.cells if c.name}
    assert (named["v_more_2022"].formula, named["v_more_2022"].value) == (f'IF({PEOPLE}="","",{PEOPLE}*2)', 2400)


def second_part(made, report, language, data):
    """The cells of numbers in texts and records on the sheet of the chapter about people, by their reference."""
    rows = [line.cells for line in build_workbook(made, report, language, data).sheet("以人为本").rows]
    year, code = (([cell.value for cell in rows[2]].index(head)) for head in ("2022", "代码"))
    return {cells[code].value: cells[year] for cells in rows if len(cells) > code}


def test_numbers_of_records_stand_in_the_second_part_of_their_chapters_sheet():
    cell = second_part(*parts("table", *ROWS))["record/case/a.people"]
    assert (cell.value, cell.name) == (1200, None)
    assert re.fullmatch(r'IF\((INDEX\(.*MATCH\(\$\w+,.*\))="","",\1\)', cell.formula)


def test_a_number_of_another_reports_record_stands_there_too():
    made, report, language, data = parts("table", *ROWS)
    moved = {key: replace(record, report="other") if key.id == "a" else record for key, record in data.records.items()}
    texts = {**data.texts, (report, "people.lead", "zh-Hans"): "{record/case/a.people}"}
    cell = second_part(made, report, language, replace(data, records=moved, texts=texts))["record/case/a.people"]
    assert (cell.value, "MATCH($" in cell.formula) == (1200, True)


def test_a_number_that_a_record_lacks_is_an_empty_cell_there():
    made, report, language, data = parts("table", *ROWS)
    bare = replace(data.records[RecordKey("case", "a")], fields={})
    texts = {**data.texts, (report, "people.lead", "zh-Hans"): "{record/case/a.people}"}
    data = replace(data, records={**data.records, bare.key: bare}, texts=texts)
    cell = second_part(made, report, language, data)["record/case/a.people"]
    assert (cell.value, cell.style) == (None, "missing")


def test_a_rule_holds_numbers_of_records_to_account():
    made, *_, data = of_people()
    figures = Figures(made.catalogue, data)
    text = "[staff] >= [record/case/a.people] * 1000000"
    rule = Rule("few", Formula(text, FormulaReader().read(text)), "error", words("太少"))
    (issue,) = check_rules([rule], figures, [("", 2022)])
    catalogue = replace(made.catalogue, rules=(rule,), messages=load_messages(MESSAGES))
    assert "案例“a”的惠及人数：约 1,200 人" in message(issue, catalogue, "zh-Hans")


def test_a_metric_that_only_a_record_links_stands_in_the_data_sheets():
    book = build_workbook(*parts("table", *ROWS))
    assert any(cell.name == "v_staff_2022" for sheet in book.sheets for line in sheet.rows for cell in line.cells)


def test_a_missing_number_in_a_row_is_marked_missing_and_an_optional_one_left_empty():
    optional = built("table", row("a", 1, people=Field()), columns=("people",))
    assert cells(of_block(optional, Table)[0]) == [[""]]
    unread = built("table", row("a", 1, people=Field(typed="许多")), columns=("people",))
    (number,) = [i for i in of_block(unread, Table)[0].rows[0].cells[0] if isinstance(i, LinkedNumber)]
    assert number.state == "missing"


def test_the_workbooks_words_have_their_numbers_filled_in():
    book = build_workbook(*parts("cases", *ROWS))
    texts = [str(cell.value) for line in book.sheet("记录").rows for cell in line.cells]
    assert any("第一段，员工" in text and "{" not in text for text in texts)


def test_what_stands_below_a_case_in_english_has_blanks_between_its_words():
    (frame, *_) = of_block(built("cases", ROWS[1], language="en"), Frame)
    below = "".join(getattr(inline, "text", "") for inline in frame.blocks[-1].inlines)
    assert below.startswith("Date: March 2022, People reached: about 1,200")
