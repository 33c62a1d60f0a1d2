"""The index of a framework: which places it names."""

from dataclasses import replace

import pytest

from exporters.as_text import words
from exporters.assembly.document import build_document as build
from exporters.content import Index, PageRef, Pages
from exporters.excel.sheets.book import build_workbook
from exporters.excel.sheets.index_places import page_words
from schema.catalogue.added_indices import framework_named, with_indices
from schema.catalogue.definitions import Disclosure, Framework
from schema.catalogue.outline import ChartBlock, IndexBlock, Outline, Section, TextBlock
from schema.catalogue.placements import Placement
from schema.grammar.reference import Key
from schema.grammar.words import Explanation
from schema.moment import Moment
from schema.values.datapoint import DataPoint
from tests.exporters import small_report as sample
from tests.exporters.built import build_document


def listing_everything(catalogue):
    frameworks = {code: replace(framework, every=True) for code, framework in catalogue.frameworks.items()}
    return replace(catalogue, frameworks=frameworks)


def places(disclosures, of_index=(), *, values=True, blocks=None):
    """Return where the index finds B1.1, which the number of employees answers, for what the two chapters declare."""
    made, data = sample.definitions(), sample.snapshot()
    outline = made.outlines[sample.REPORT]
    chapter, last = outline.chapters
    people = replace(chapter.sections[0], disclosures={"guide": disclosures})
    people = replace(people, blocks=blocks or people.blocks)
    chapters = (
        replace(chapter, sections=(people,), blocks=chapter.blocks[:1]), replace(last, disclosures={"guide": of_index})
    )  # fmt: skip
    definitions = replace(made, outlines={sample.REPORT: replace(outline, chapters=chapters)})
    definitions = replace(definitions, catalogue=listing_everything(definitions.catalogue))
    data = data if values else replace(data, points={})
    document = build_document(definitions, sample.REPORT, "zh-Hans", data)
    rows = (row for block in document.blocks if isinstance(block, Index) for row in block.rows)
    row = next(row for row in rows if words(row.cells[0]) == "B1.1")
    return [place.anchor for inline in row.cells[-1] if isinstance(inline, Pages) for place in inline.places]


def test_a_number_answers_where_no_section_does():
    assert places(()) == ["v_people_table_staff"]


def test_a_section_that_answers_leads_to_the_number_in_its_table():
    assert places(("B1.1",)) == ["v_people_table_staff"]


def test_each_number_that_an_index_leads_to_has_one_bookmark():
    _, document = index(IndexBlock("index.guide", "guide"))
    wanted = {place.anchor for i in document.inlines() if isinstance(i, Pages) for place in i.places}
    marked = [number.anchor for number in document.numbers() if number.anchor]
    assert marked == ["v_people_table_staff"]
    assert set(marked) <= wanted


def test_a_chart_that_answers_leads_to_its_section_which_is_there_even_if_nothing_is_drawn():
    chart = ChartBlock("people.table", "column", sample.words("图"), (Placement("staff"),), 3)
    assert places((), blocks=(chart,)) == ["s_people_staff"]


def test_a_number_without_a_value_answers_nothing():
    assert places((), values=False) == []


def test_a_number_elsewhere_is_no_place_where_a_section_answers():
    assert places((), of_index=("B1.1",)) == ["s_index"]


SHORT = {"guide": ("B1.1",)}


def index(block, *, explanations=None, framework=None, disclosures=None, **fields):
    """Build the small report with one index; return its rows as text and the document."""
    made, data = sample.definitions(), sample.snapshot()
    outline = made.outlines[sample.REPORT]
    chapter, last = outline.chapters
    people = replace(chapter.sections[0], disclosures=SHORT if disclosures is None else disclosures)
    chapters = (replace(chapter, sections=(people,), blocks=chapter.blocks[:1]), replace(last, blocks=(block,)))
    found = {**outline.explanations, **(explanations or {})}
    frameworks = {**made.catalogue.frameworks, **({framework.code: framework} if framework else {})}
    definitions = replace(
        made,
        catalogue=replace(made.catalogue, frameworks=frameworks),
        outlines={sample.REPORT: replace(outline, chapters=chapters, explanations=found)},
    )
    document = build_document(definitions, sample.REPORT, "zh-Hans", data)
    rows = next(block for block in document.blocks if isinstance(block, Index)).rows
    return [" | ".join(map(words, row.cells)) for row in rows], document


def test_a_reverse_index_names_the_codes_of_each_section():
    rows, _ = index(IndexBlock("index.guide.reverse", "guide", "reverse"))
    assert rows == ["**以人为本** |  | ", "员工 | B1.1　雇员总数 | <s_people_staff>", "**索引** | / | "]


def test_a_reverse_index_lists_sections_without_codes_where_their_chapter_has_none_either():
    rows, _ = index(IndexBlock("index.guide.reverse", "guide", "reverse"), disclosures={})
    assert rows == ["**以人为本** | / | ", "**索引** | / | "]


def test_titles_of_a_section_that_answers_in_several_places_stand_once():
    rows, _ = index(IndexBlock("index.guide", "guide"), disclosures={})
    assert rows[1] == "B1.1 | 雇员总数 | 员工 <v_people_table_staff>"


GRI = Framework(
    "gri",
    sample.words("GRI 标准"),
    (
        Disclosure("2-1", "2-1", sample.words("组织"), sample.words("GRI 2"), kind="mandatory_requirement"),
        Disclosure(
            "2-7", "2-7", sample.words("员工"), sample.words("GRI 2"), kind="general_disclosure", answered_by=SHORT
        ),
        Disclosure("2-8", "2-8", sample.words("其他工作者"), sample.words("GRI 2"), kind="general_disclosure"),
        Disclosure("305-1", "305-1", sample.words("直接排放"), sample.words("GRI 305"), kind="disclosure"),
        Disclosure("418-1", "418-1", sample.words("隐私"), sample.words("GRI 418"), kind="disclosure"),
    ),
)
REASONS = {
    "gri": {
        "2-8": Explanation("没有统计。", "", "", "unavailable"),
        "418-1": Explanation("涉及商业秘密。", "", "", "confidential", "b, c"),
    }
}


def test_a_content_index_in_accordance_has_place_or_typed_omission_for_every_general_disclosure():
    rows, made = index(
        IndexBlock("index.gri", "gri", "content", basis="accordance"), explanations=REASONS, framework=GRI
    )
    where = "员工 <v_people_table_staff>"
    assert rows[0] == "GRI 2"
    assert rows[1].startswith("**2-1　**组织 | 【待补")
    assert rows[2] == f"**2-7　**员工 | {where} | — | — | —"
    assert rows[3] == "**2-8　**其他工作者 | — | 全部 | 信息不可用或不完整 | 没有统计。"
    assert rows[4:] == ["GRI 418", "**418-1　**隐私 | — | b, c | 保密限制 | 涉及商业秘密。"]
    assert any("2-1" in point.what for point in made.open_points)


def test_above_a_content_index_stand_statement_of_use_foundation_and_sector_standards():
    _, made = index(IndexBlock("index.gri", "gri", "content", basis="accordance"), framework=GRI)
    claims = next(block for block in made.blocks if block.id == "index.gri.claims")
    assert [words(row.cells[0]) for row in claims.rows] == [
        "**使用说明**",
        "**使用的 GRI 1**",
        "**适用的 GRI 行业标准**",
    ]
    assert "2022年1月1日至2022年12月31日" in words(claims.rows[0].cells[1])
    assert "符合" in words(claims.rows[0].cells[1])


def test_a_content_index_with_reference_lists_only_what_is_answered():
    rows, made = index(IndexBlock("index.gri", "gri", "content"), explanations=REASONS, framework=GRI)
    assert rows == ["GRI 2", "**2-7　**员工 | 员工 <v_people_table_staff>"]
    claims = next(block for block in made.blocks if block.id == "index.gri.claims")
    assert len(claims.rows) == 2
    assert "参照" in words(claims.rows[0].cells[1])


GOALS = Framework(
    "goals",
    sample.words("目标"),
    (
        Disclosure("SDG1", "1", sample.words("无贫穷"), statement=sample.words("消除贫困"), colour="#E5243B"),
        Disclosure("SDG4", "4", sample.words("优质教育"), statement=sample.words("终身学习"), colour="#C5192D"),
    ),
)


def test_goals_without_rows_ask_for_them():
    rows, made = index(IndexBlock("index.goals", "goals", "goals", "none"), framework=GOALS)
    assert "【待补" in rows[0]
    assert any("目标" in point.what for point in made.open_points)


def test_goals_of_a_report_stand_in_their_order_with_number_colour_and_statement(definitions, sample_snapshot):
    document = build_document(definitions, "csr-2022", "zh-Hans", sample_snapshot)
    goals = next(block for block in document.blocks if isinstance(block, Index))
    assert [words(row.cells[0]) for row in goals.rows] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "8",
        "10",
        "11",
        "12",
        "13",
        "14",
        "15",
        "17",
    ]
    assert goals.rows[0].colour == "E5243B"
    assert words(goals.rows[0].cells[1]) == "**无贫穷**：在世界各地消除一切形式的贫困"
    assert all(words(cell) for row in goals.rows for cell in row.cells)


def test_a_report_of_2025_answers_the_code_of_2025_with_its_climate_paragraphs(definitions):
    """One chapter that declares what a climate section answers is enough for an index of the whole code."""
    climate = Section(
        "climate", 1, sample.words("气候"), (TextBlock("climate.body", "climate.body"),),
        disclosures={"hkexc2": ("B-13", "D-20", "D-28(a)"), "hkex2021": ("A4",)},
    )  # fmt: skip
    last = Section("index", 1, sample.words("索引"), (IndexBlock("index.hkexc2", "hkexc2", "pages"),))
    reasons = {"hkexc2": {"D-34": Explanation("没有内部碳定价。", "", "", "not_applicable")}}
    outline = Outline(
        "esg-2025",
        2025,
        "zh-Hans",
        sample.words("报告"),
        (climate, last),
        ("hkexc2",),
        explanations=reasons,
        department="csr",
    )
    made = replace(definitions, outlines={"esg-2025": outline})
    data = replace(sample.snapshot(), texts={("esg-2025", "climate.body", "zh-Hans"): "董事会每年评估气候风险。"})
    document = build_document(made, "esg-2025", "zh-Hans", data)
    rows = next(block for block in document.blocks if isinstance(block, Index)).rows
    heads = [words(row.cells[0]) for row in rows if row.heading == 1]
    where = {words(row.cells[0]): words(row.cells[2]) for row in rows if not row.heading}
    place = "<s_climate..e_climate>"
    assert heads[-1] == "D. 气候相关披露"
    assert {code: where[code] for code in ("13", "20", "28(a)", "27")} == dict.fromkeys(
        ("13", "20", "28(a)", "27"), place
    )
    assert where["34"] == "不适用：没有内部碳定价。"
    assert where["28(b)"].startswith("【待补")
    assert len(where) == 74


def omitted(block, *codes, omission="not_applicable", footnote="没有锅炉。", language="zh-Hans", **catalogue):
    """Build the small report with one index, these metrics left out; return the index's rows as text."""
    made, data = sample.definitions(), sample.snapshot()
    outline = made.outlines[sample.REPORT]
    points = {key: point for key, point in data.points.items() if key.metric not in codes}
    points |= {
        key: DataPoint(key, omission=omission, footnote=footnote) for key in (Key(code, outline.year) for code in codes)
    }
    chapter, last = outline.chapters
    chapters = (replace(chapter, sections=(replace(chapter.sections[0], disclosures={}),), blocks=chapter.blocks[:1]),
                replace(last, blocks=(block,)))  # fmt: skip
    metrics = {code: replace(one, disclosures={"guide": ("B1.1",)} if code in (*codes, "staff") else {})
               for code, one in made.catalogue.metrics.items()}  # fmt: skip
    known = replace(made.catalogue, metrics=metrics, **catalogue)
    definitions = replace(
        made, catalogue=known, outlines={sample.REPORT: replace(outline, chapters=chapters, explanations={})}
    )
    document = build_document(definitions, sample.REPORT, language, replace(data, points=points))
    rows = next(found for found in document.blocks if isinstance(found, Index)).rows
    return [" | ".join(map(words, row.cells)) for row in rows if not row.heading]


@pytest.mark.parametrize(
    ("omission", "kind"),
    [
        ("not_applicable", "不适用"),
        ("legal", "法律禁令"),
        ("confidential", "保密限制"),
        ("unavailable", "信息不可用或不完整"),
        ("not_collected", "信息不可用或不完整"),
    ],
)
@pytest.mark.parametrize("style", ["codes", "pages"])
def test_an_omission_stands_in_the_index_with_its_kind_and_its_words(style, omission, kind):
    rows = omitted(IndexBlock("index.guide", "guide", style), "staff", omission=omission)
    assert rows == [f"B1.1 | 雇员总数 | {kind}：没有锅炉。"]


def test_words_that_begin_with_their_kind_do_not_say_it_twice():
    rows = omitted(IndexBlock("index.guide", "guide", "pages"), "staff", footnote="不适用，因为没有锅炉。")
    assert rows == ["B1.1 | 雇员总数 | 不适用，因为没有锅炉。"]


def test_what_is_left_out_of_an_answered_disclosure_stands_behind_its_pages_with_its_name():
    rows = omitted(IndexBlock("index.guide", "guide", "pages"), "trainees")
    assert rows == ["B1.1 | 雇员总数 | <v_people_table_staff>；受训人数（不适用）：没有锅炉。"]


def test_an_omission_without_words_leaves_the_placeholder():
    frameworks = listing_everything(sample.definitions().catalogue).frameworks
    rows = omitted(IndexBlock("index.guide", "guide", "pages"), "staff", footnote="", frameworks=frameworks)
    assert rows[0].startswith("B1.1 | 雇员总数 | 【待补")


def test_a_reverse_index_tells_below_what_is_left_out_and_why():
    rows = omitted(IndexBlock("index.guide.reverse", "guide", "reverse"), "staff", omission="legal")
    assert rows[-1] == "B1.1　雇员总数 | 法律禁令：没有锅炉。 | "


def test_a_content_index_has_a_line_for_each_omission_with_what_it_leaves_out():
    guide = replace(
        sample.definitions().catalogue.frameworks["guide"],
        disclosures=(Disclosure("B1.1", "B1.1", sample.words("雇员总数"), kind="general_disclosure"),),
    )
    block = IndexBlock("index.guide", "guide", "content", basis="accordance")
    frameworks = {**sample.definitions().catalogue.frameworks, "guide": guide}
    whole = omitted(block, "staff", frameworks=frameworks)
    assert whole == ["**B1.1　**雇员总数 | — | 全部 | 不适用 | 没有锅炉。"]
    part = omitted(block, "trainees", omission="legal", frameworks=frameworks)
    assert part == ["**B1.1　**雇员总数 | 员工 <v_people_table_staff> | 受训人数 | 法律禁令 | 没有锅炉。"]
    unexplained = omitted(block, "staff", omission="confidential", footnote="", frameworks=frameworks)
    assert unexplained[0].startswith("**B1.1　**雇员总数 | — | 全部 | 保密限制 | 【待补")


def test_an_english_index_leaves_chinese_words_out_and_keeps_the_kind_of_reason():
    block = IndexBlock("index.guide", "guide", "pages")
    assert omitted(block, "staff", language="en") == ["B1.1 | Workforce | Not applicable"]
    both = omitted(block, "staff", language="en", footnote="没有锅炉。|| There are no boilers.")
    assert both == ["B1.1 | Workforce | Not applicable: There are no boilers."]


def answered_elsewhere(language="zh-Hans", **fields):
    made, data = sample.definitions(), sample.snapshot()
    outline = made.outlines[sample.REPORT]
    there = Explanation("", "", "", document="2022 年报 || Annual Report 2022", page="31", **fields)
    outline = replace(outline, explanations={"guide": {"B1.1": there}})
    definitions = replace(made, outlines={sample.REPORT: outline}, catalogue=listing_everything(made.catalogue))
    document = build_document(definitions, sample.REPORT, language, replace(data, points={}))
    rows = [row for block in document.blocks if isinstance(block, Index) for row in block.rows]
    return next(row.cells[-1] for row in rows if words(row.cells[0]) == "B1.1")


@pytest.mark.parametrize(("language", "said"), [("zh-Hans", "2022年报第31页"), ("en", "Annual Report 2022, p. 31")])
def test_what_another_document_answers_is_named_with_its_page_and_leads_there(language, said):
    *_, shown = answered_elsewhere(language, link="https://example.com/a.pdf")
    assert (shown.text, shown.link) == (said, "https://example.com/a.pdf")


def test_indices_asked_for_have_a_chapter_at_the_end_unless_they_are_printed():
    made = sample.definitions()
    catalogue, outline = made.catalogue, made.outlines[sample.REPORT]
    other = replace(catalogue.frameworks["guide"], code="gri2021", short=sample.words("GRI 2021"))
    titled = sample.words("{name} 索引", "{name} 索引", "{name} index")
    found = with_indices(outline, (catalogue.frameworks["guide"], other), titled)
    assert [chapter.code for chapter in found.chapters] == [*(c.code for c in outline.chapters), "index.gri2021"]
    assert found.chapters[-1].title.get("en") == "GRI 2021 index"
    assert {"guide", "gri2021"} <= set(found.frameworks)


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [("gri", 2022, "gri2021"), ("GRI", 2019, "gri2016"), ("hkex", 2022, "hkex2021"), ("hkex", 2025, "hkexc2"),
     ("GRI 2016", 2022, "gri2016"), ("sdg", 2022, "sdg"), ("gr", 2022, ""), ("", 2022, "")],
)  # fmt: skip
def test_a_framework_is_meant_by_its_code_or_without_its_edition(definitions, name, year, code):
    outline = replace(definitions.outlines["csr-2022"], year=year, frameworks=())
    assert framework_named(name, outline, definitions.catalogue.frameworks) == code


def test_a_name_without_its_edition_means_what_the_report_follows(definitions):
    outline = replace(definitions.outlines["csr-2022"], frameworks=("gri2016",))
    assert framework_named("gri", outline, definitions.catalogue.frameworks) == "gri2016"


def test_pages_of_a_workbooks_index_are_ranges_of_those_that_are_known():
    places = (PageRef("a"), PageRef("b", "c"), PageRef("gone"), PageRef("d"))
    assert page_words(places, {"a": "4", "b": "5", "c": "6", "d": "9"}, ", ") == "4–6, 9"


def test_a_workbooks_index_names_other_documents_and_pages_where_there_are_some():
    made, data = sample.definitions(), sample.snapshot()
    outline = made.outlines[sample.REPORT]
    there = Explanation("", "", "", document='Annual "Report"', page="31", link="https://example.com/a.pdf")
    outline = replace(outline, explanations={"guide": {"B1.1": there}})
    given = Moment(replace(made, outlines={sample.REPORT: outline}), data)
    document = build(given, sample.REPORT, "en")
    known = dict.fromkeys(("v_people_table_staff", "s_people"), "7")
    sheet = next(s for s in build_workbook(given, document, pages=known).sheets if s.rows[2].cells[0].value == "Item")
    heads = [cell.value for cell in sheet.rows[2].cells]
    row = next(row for row in sheet.rows if row.cells[0].value == "B1.1")
    assert row.cells[heads.index("Pages")].value == "7"
    assert row.cells[heads.index("Other document")].formula == (
        'HYPERLINK("https://example.com/a.pdf","Annual ""Report"", p. 31")'
    )
