"""The assembly: what a report says, decided once for all writers."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from exporters.as_text import document_as_text, words
from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.text import text_blocks
from exporters.content import (
    Callout,
    Chart,
    Footnote,
    Gap,
    Heading,
    Index,
    LinkedNumber,
    NoteRef,
    Pages,
    Paragraph,
    Table,
)
from schema.catalogue.outline import CalloutBlock, ChartBlock, Placement, TableBlock, TextBlock
from schema.catalogue.owners import Owners
from schema.grammar.reference import Key, value_key
from schema.grammar.words import LANGUAGES
from schema.moment import Moment
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.display import qualifier_words
from schema.values.qualifiers import QUALIFIERS
from tests.exporters import small_report as sample
from tests.exporters.built import build_document
from tests.exporters.small_report import document

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_small_report_says_what_it_said_before(language):
    assert document_as_text(document(language)) == (GOLDEN / f"small.{language}.txt").read_text("utf-8")


BOTH_TABLES = tuple(TableBlock(code, sample.words(code), (Placement("staff"),)) for code in ("one", "two"))


def built(made, chapters, *points):
    changed = replace(made, outlines={sample.REPORT: replace(made.outlines[sample.REPORT], chapters=chapters)})
    data = sample.snapshot()
    data = replace(data, points={**data.points, **{point.key: point for point in points}})
    return build_document(changed, sample.REPORT, "zh-Hans", data)


def with_blocks(*blocks, **fields):
    """The small report with other blocks in its section about people."""
    made = sample.definitions()
    first, *rest = made.outlines[sample.REPORT].chapters
    section = replace(first.sections[0], blocks=blocks, **fields)
    return built(made, (replace(first, sections=(section,)), *rest))


def of_kind(made, kind):
    return [block for block in made.blocks if isinstance(block, kind)]


def number(made, reference, form=""):
    return next(n for n in made.numbers() if n.reference == reference and n.format == form)


def test_the_same_input_gives_the_same_document():
    assert document() == document()


def test_a_number_keeps_its_exact_value_beside_what_is_shown():
    found = number(document(), "training.rate@2022")
    assert (found.raw, found.text, found.unit) == ("93.65", "93.7%", "%")


def test_a_key_is_made_of_reference_and_format():
    for found in document().numbers():
        assert found.key == value_key(found.reference, found.format)


def test_the_same_key_shows_the_same_text_everywhere():
    shown = {}
    for language in ("zh-Hans", "zh-Hant", "en"):
        for found in document(language).numbers():
            assert shown.setdefault((language, found.key), found.text) == found.text


def test_a_qualifier_stands_before_its_number():
    assert number(document(), "gmv@2022").text == "超过6,800.3"
    assert number(document("en"), "gmv@2022").text == "680.03"
    assert "over RMB [680.03] billion" in document_as_text(document("en"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", QUALIFIERS)
def test_each_qualifier_is_said_in_a_sentence_and_in_a_table_in_each_language(code, language):
    before, inside, after = qualifier_words(code, language)
    people = DataPoint(Key("trainees", 2022), Decimal(300), code)
    data = replace(sample.snapshot(**{"people.lead": "共 {trainees}。"}), points={people.key: people})
    data = replace(data, texts={(report, slot, language): text for (report, slot, _), text in data.texts.items()})
    made = sample.definitions()
    said = document_as_text(build_document(made, sample.REPORT, language, data))
    unit = " people" if language == "en" else "人"
    assert f"[{before}300{inside}]{unit}{after}" in said
    assert f"| [{before}300{inside}]{after}\n" in said


def test_english_says_millions_where_a_metric_runs_into_them():
    made = sample.definitions()
    metrics = made.catalogue.metrics | {"trainees": replace(made.catalogue.metrics["trainees"], display="万 0.0")}
    made = replace(made, catalogue=replace(made.catalogue, metrics=metrics))
    shown = {}
    for value in ("950000", "1250000", "344500000"):
        data = Snapshot(points={Key("trainees", 2022): DataPoint(Key("trainees", 2022), Decimal(value))})
        document = build_document(made, sample.REPORT, "en", data)
        found = number(document, "trainees@2022")
        shown[value] = (found.text, found.unit)
    assert shown == {
        "950000": ("950,000", "people"),
        "1250000": ("1.25", "million people"),
        "344500000": ("344.5", "million people"),
    }


def test_english_counts_many_hundreds_of_millions_in_billions():
    assert number(document("en"), "gmv@2022").unit == "RMB billion"


def with_footnotes(*points):
    data = sample.snapshot()
    return build_document(
        sample.definitions(),
        sample.REPORT,
        "zh-Hans",
        replace(data, points={**data.points, **{p.key: p for p in points}}),
    )


def test_a_footnote_is_printed_at_its_value_in_texts_and_tables_and_a_note_nowhere():
    key = Key("training.rate", 2022)
    text = document_as_text(with_footnotes(DataPoint(key, Decimal("93.65"), footnote="不含实习生。", note="待核对")))
    assert "list: 第一项：[93.7%](^不含实习生。^)" in text
    assert "| 培训覆盖率 | % | [90.0%] | [93.7%](" in text
    assert "待核对" not in text


def test_a_note_that_nobody_has_sorted_is_not_printed_in_the_draft():
    key = Key("training.rate", 2022)
    assert "待核对" not in document_as_text(
        with_footnotes(DataPoint(key, Decimal("93.65"), note="待核对", unsorted=True))
    )


def test_the_footnote_of_an_omission_is_printed_at_its_mark_and_its_note_nowhere():
    key = Key("packaging", 2022)
    point = DataPoint(key, omission="not_applicable", footnote="没有包装业务。", note="问过物流部")
    text = document_as_text(with_footnotes(point))
    assert "| 包装 | [不适用](^没有包装业务。^)" in text
    assert "问过物流部" not in text


def test_an_omission_is_marked_and_is_no_comment():
    found = number(document(), "packaging@2022")
    assert (found.state, found.text, found.raw, found.remark) == ("omission", "不适用", "", "")


def test_a_missing_value_is_a_placeholder_that_names_the_department():
    found = number(document(), "energy@2022")
    assert (found.state, found.text) == ("missing", "【待补】")
    assert "行政部" in found.remark
    assert any(point.ask == "行政部" for point in document().open_points)


def test_a_missing_text_says_which_language_is_missing():
    gap = next(i for i in document("en").inlines() if isinstance(i, Gap))
    assert gap.text == "[missing in English: People]"
    assert "Human resources" in gap.remark


def test_an_unknown_reference_is_a_placeholder_and_an_open_point():
    made = document()
    gap = next(i for i in made.inlines() if isinstance(i, Gap) and "no.such.thing" in i.text)
    assert gap.text.startswith("【待补")
    assert gap.text in [point.what for point in made.open_points]


def test_an_unknown_entity_is_a_placeholder_in_texts_and_tables_and_never_the_companys_value():
    reference = "staff/hk"
    made = document(**{"people.body": f"人数{{{reference}}}。"})
    (gap,) = (i for i in of_kind(made, Paragraph)[1].inlines if isinstance(i, Gap))
    assert reference in gap.text
    assert gap.text in [point.what for point in made.open_points]
    made = with_blocks(TableBlock("t", sample.words("表"), (Placement(reference), Placement("staff:gender=male"))))
    (table,) = (block for block in of_kind(made, Table) if block.caption)
    assert [isinstance(row.cells[0][0], Gap) for row in table.rows] == [True, False]


def test_the_texts_own_word_of_direction_stands():
    body = of_kind(document(), Paragraph)[1]
    said = "".join(i.text for i in body.inlines if hasattr(i, "text"))
    assert "比上年增长25.5%" in said
    assert "增长增长" not in said


def test_the_direction_is_added_where_the_text_has_none():
    made = document(**{"people.body": "人数{staff|change%}。"})
    said = "".join(i.text for i in of_kind(made, Paragraph)[1].inlines)
    assert said == "人数增长25.5%。"


def test_a_text_that_says_the_other_direction_is_asked_about():
    made = document(**{"people.body": "人数下降{staff|change%}。"})
    assert any("应为“增长" in point.what for point in made.open_points)


def test_a_wildcard_becomes_one_row_per_member_in_the_breakdowns_order():
    table = next(block for block in of_kind(document(), Table) if block.caption)
    assert [row.cells[0][0].text for row in table.rows if row.kind == "member"] == ["男性", "女性"]


def test_a_year_without_any_data_has_no_column():
    table = next(block for block in of_kind(document(), Table) if block.caption)
    assert [column.title for column in table.columns] == ["指标", "单位", "2021年", "2022年", "同比"]


def test_a_definition_is_printed_once_per_metric():
    notes = [i for i in document().inlines() if isinstance(i, Footnote)]
    assert [note.inlines[0].text for note in notes] == ["没有包装业务。", "年末在册的全职员工。", "按身份证件统计。"]


def test_a_note_that_stands_already_is_referred_to_by_its_own_number():
    told, more = sample.words("甲"), sample.words("乙")
    items = (
        Placement("training.rate", footnote=told),
        Placement("gmv", footnote=more),
        Placement("staff", footnote=more),
    )
    made = with_blocks(TableBlock("t", sample.words("表"), tuple(replace(i, define=False) for i in items)))
    notes = [i for i in made.inlines() if isinstance(i, Footnote)]
    assert [note.inlines[0].text for note in notes] == ["甲", "乙"]
    assert [(i.anchor, i.number) for i in made.inlines() if isinstance(i, NoteRef)] == [(notes[1].anchor, 2)]


def test_a_number_of_one_member_is_labelled_with_this_member():
    callout = CalloutBlock("c", (Placement("staff:gender=*"),))
    chart = ChartBlock("d", "bar", sample.words("图"), (Placement("staff:gender=*"), Placement("staff")))
    made = with_blocks(callout, chart)
    shown = {item.label[0].text: item.number.text for item in of_kind(made, Callout)[0].items}
    assert shown == {"男性": "700", "女性": "555"}
    data = next(chart for chart in of_kind(made, Chart) if chart.id == "d").data
    assert dict(zip(data.categories[:2], map(int, data.series[0].values), strict=False)) == {"男性": 700, "女性": 555}


def test_a_change_in_a_table_has_the_sign_of_its_direction():
    points = [DataPoint(Key("trainees", year), Decimal(value)) for year, value in ((2021, 200), (2022, 150))]
    made = built(sample.definitions(), sample.outline().chapters, *points)
    table = next(block for block in of_kind(made, Table) if block.caption)
    changes = {row.cells[0][0].text: words(row.cells[-1]) for row in table.rows if row.kind != "group"}
    assert changes["受训人数"] == "-[25.0%]"
    assert changes["培训覆盖率"].startswith("+[3.7]")


def index_code(row):
    return words(row.cells[0])


def index_places(row):
    return [place for cell in row.cells for pages in cell if isinstance(pages, Pages) for place in pages.places]


def test_an_index_leads_to_the_block_that_answers_and_not_to_its_section():
    made = with_blocks(*BOTH_TABLES, disclosures={})
    row = next(row for index in of_kind(made, Index) for row in index.rows if index_code(row) == "B1.1")
    first = next(block for block in made.blocks if isinstance(block, Table | Chart))
    assert isinstance(first, Chart)  # it may be too little to be drawn: its section is there in any case
    assert [place.anchor for place in index_places(row)] == ["s_people"]


def test_an_index_names_every_section_that_answers():
    made = sample.definitions()
    first, last = made.outlines[sample.REPORT].chapters
    both = (replace(first, disclosures={"hkexsample": ("A9",)}), replace(last, disclosures={"hkexsample": ("A9",)}))
    document = built(made, both)
    row = next(row for index in of_kind(document, Index) for row in index.rows if index_code(row) == "A9")
    assert [place.anchor for place in index_places(row)] == ["s_people", "s_index"]


def test_chart_values_are_those_that_are_shown():
    chart = of_kind(document(), Chart)[0]
    assert [str(series.values[0]) for series in chart.data.series] == ["55.8", "44.2"]
    assert [series.parts[0] for series in chart.data.series] == ["男性", "女性"]


def test_an_index_row_has_a_place_or_a_reason():
    for index in of_kind(document(), Index):
        assert all(row.heading or row.cells[-1] for row in index.rows)


def test_a_requirement_without_place_and_reason_is_an_open_point():
    assert any("A9" in point.what for point in document().open_points)


def test_the_page_range_of_a_chapter_ends_where_the_chapter_ends():
    made = document()
    row = next(row for index in of_kind(made, Index) for row in index.rows if index_code(row) == "A1")
    ends = [block.anchor for block in made.blocks if type(block).__name__ == "Mark"]
    assert index_places(row)[0].last in ends


def test_ids_and_anchors_are_unique():
    made = document()
    ids = [block.id for block in made.blocks]
    anchors = [block.anchor for block in made.blocks if getattr(block, "anchor", "")]
    assert len(set(ids)) == len(ids)
    assert len(set(anchors)) == len(anchors)


def of_regions(*there):
    """A table and a callout of a breakdown that need not cover the whole, with some of its members."""
    made = sample.definitions()
    breakdown = replace(made.catalogue.breakdowns["gender"], complete=False)
    made = replace(made, catalogue=replace(made.catalogue, breakdowns={"gender": breakdown}))
    placement = (Placement("trainees:gender=*"),)
    trainees = replace(made.catalogue.metrics["trainees"], crossings=(("gender",),))
    metrics = {**made.catalogue.metrics, "trainees": trainees}
    made = replace(made, catalogue=replace(made.catalogue, metrics=metrics))
    first, *rest = made.outlines[sample.REPORT].chapters
    blocks = (TableBlock("one", sample.words("one"), placement), CalloutBlock("two", placement))
    section = replace(first.sections[0], blocks=blocks)
    keys = [Key("trainees", 2022, "", f"gender={member}") for member in there]
    points = [DataPoint(key, Decimal(7)) for key in keys]
    return built(made, (replace(first, sections=(section,)), *rest), *points)


def test_nobody_is_asked_for_a_member_of_a_breakdown_that_need_not_cover_the_whole():
    document = of_regions("male")
    (table,) = of_kind(document, Table)
    (callout,) = of_kind(document, Callout)
    assert [words(row.cells[2]) for row in table.rows] == ["[7]", "[—]"]
    assert [item.number.text for item in callout.items] == ["7", "—"]
    assert not [point for point in document.open_points if "受训人数" in point.what and "没有口径" not in point.what]


def test_a_breakdown_without_any_member_is_asked_for():
    document = of_regions()
    (table,) = of_kind(document, Table)
    assert all("【待补" in words(row.cells[2]) for row in table.rows)
    assert [point.what for point in document.open_points if "按性别" in point.what]


def with_a_fraction_of_a_person(year):
    made = sample.definitions()
    return built(made, made.outlines[sample.REPORT].chapters, DataPoint(Key("trainees", year), Decimal("1.5")))


def test_an_issue_about_a_placed_value_is_an_open_point_of_its_section():
    (point,) = [point for point in with_a_fraction_of_a_person(2022).open_points if "1.5" in point.what]
    assert (point.section, point.anchor, point.ask) == ("员工", "s_people_staff", "人力资源部")


def test_an_issue_about_a_value_that_the_report_does_not_show_is_left_out():
    assert with_a_fraction_of_a_person(2012).open_points == document().open_points


def test_the_title_on_the_cover_names_company_and_year_apart():
    cover = document("en").cover
    assert (cover.company, cover.title, cover.year) == ("Sample Ltd", "Responsibility Report", "2022")


def test_every_section_has_its_heading_in_order():
    assert [(h.level, h.text) for h in of_kind(document(), Heading)] == [(1, "以人为本"), (2, "员工"), (1, "索引")]


def test_callout_numbers_carry_their_unit_beside_them():
    item = of_kind(document(), Callout)[0].items[0]
    assert (item.number.text, item.unit) == ("超过6,800.3", "亿元")


def test_lines_of_one_paragraph_are_joined_as_the_language_writes():
    made = document(**{"people.body": "第一行\n第二行"})
    assert of_kind(made, Paragraph)[1].inlines[0].text == "第一行第二行"


def test_a_table_that_is_all_of_a_titled_text_gets_the_title_as_caption():
    made = sample.definitions()
    data = sample.snapshot(**{"people.body": "| a | b |\n| 1 | 2 |"})
    outline = made.outlines[sample.REPORT]
    part = Part(Assembly(Moment(made, data), outline, "zh-Hans"), outline.chapters[0], Owners("csr", "", ""), "people")
    block = TextBlock("people.body", "people.body", title=sample.words("架构"))
    (table,) = text_blocks(part, block)
    assert isinstance(table, Table)
    assert table.caption == "架构"


def test_a_linked_number_with_a_format_stands_in_a_cell_of_a_text_and_a_bar_can_be_written():
    made = document(**{"people.body": "| 方面 | {staff|万 0.0} |\n| 甲 \\| 乙 | {staff|百 0} |\n|| 空 |"})
    table = next(block for block in of_kind(made, Table) if block.id.startswith("people"))
    assert table.columns[0].title == "方面"
    assert "{" not in table.columns[1].title
    assert [[words(cell) for cell in row.cells][:1] for row in table.rows] == [["甲 | 乙"], [""]]
    assert isinstance(table.rows[0].cells[1][0], LinkedNumber)


def test_missing_numbers_keep_their_place_in_the_store():
    missing = [n for n in document().numbers() if n.state == "missing"]
    assert missing
    assert all(isinstance(n, LinkedNumber) and n.raw == "" and n.text for n in missing)
