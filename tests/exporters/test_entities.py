"""Plants and subsidiaries in print: their rows and labels in Word and Excel, names of cells, live sums by share."""

from dataclasses import replace
from decimal import Decimal

import pytest

from exporters.assembly.document import build_document
from exporters.blocks import Table
from exporters.excel.sheets.book import build_workbook
from exporters.facts import Fact
from schema.catalogue.placements import Placement
from schema.grammar.reference import Key
from schema.moment import Moment
from tests.food_maker import PLANTS, amount, food_definitions, food_snapshot, typed

LABELS = {
    "zh-Hans": ["哈尔滨工厂", "天津工厂", "武汉工厂", "广州工厂", "苏州工厂", "能源总量（北方食品）"],
    "zh-Hant": ["哈爾濱工廠", "天津工廠", "武漢工廠", "廣州工廠", "蘇州工廠", "能源總量（北方食品）"],
    "en": ["Harbin plant", "Tianjin plant", "Wuhan plant", "Guangzhou plant", "Suzhou plant", "Energy in all (North Foods)"],
}  # fmt: skip


@pytest.fixture(scope="module")
def food(tmp_path_factory, program):
    return food_definitions(tmp_path_factory.mktemp("food"), program)


@pytest.fixture(scope="module")
def moment(food):
    texts = {
        ("food-2022", "energy.body", "zh-Hans"): "武汉工厂用电{energy.electricity/wuhan}，南方食品产量{output/south}。"
    }
    return Moment(food, replace(food_snapshot(), texts=texts))


@pytest.fixture(scope="module")
def document(moment):
    return build_document(moment, "food-2022", "zh-Hans")


@pytest.fixture(scope="module")
def book(moment, document):
    return build_workbook(moment, document)


@pytest.mark.parametrize("language", list(LABELS))
def test_a_star_is_a_row_for_each_plant_and_a_subsidiary_is_named_in_each_language(moment, language):
    made = build_document(moment, "food-2022", language)
    table = next(block for block in made.blocks if isinstance(block, Table) and block.caption)
    rows = [row.cells for row in table.rows if row.kind != "group"]
    assert [row[0][0].text for row in rows][3:] == LABELS[language]
    shown = ["".join(i.text for i in cell if hasattr(i, "text")) for row in rows[3:8] for cell in row[-1:]]
    assert [Decimal(text.replace(",", "")) for text in shown] == [amount("energy.electricity", p, 2022) for p in PLANTS]


def test_a_plant_that_was_not_there_yet_has_a_dash(document):
    table = next(block for block in document.blocks if isinstance(block, Table) and block.caption)
    guangzhou = next(row for row in table.rows if row.cells[0][0].text == "广州工厂")
    assert guangzhou.cells[2][0].text == "—"


def facts(document) -> dict[Key, Fact]:
    return {fact.key: fact for fact in document.facts if "change" not in fact.format}


def test_a_texts_number_of_a_plant_is_a_fact_of_that_plant(document):
    wuhan = facts(document)[Key("energy.electricity", 2022, "wuhan")]
    assert wuhan.value == amount("energy.electricity", "wuhan", 2022)
    south = facts(document)[Key("output", 2022, "south")]
    assert south.value == amount("output", "wuhan", 2022) + amount("output", "guangzhou", 2022)


def sheet(book, name):
    return next(one for one in book.sheets if one.title == name)


def cells(page):
    return [cell for row in page.rows for cell in row.cells]


def test_each_printed_plant_has_a_named_cell_in_the_rows_below_its_metric(book):
    page = sheet(book, "能源")
    named = {cell.name: cell for cell in cells(page) if cell.name}
    for plant in PLANTS:
        assert named[f"v_energy__electricity_2022_{plant}"].value == amount("energy.electricity", plant, 2022)
    labels = [row.cells[0].value for row in page.rows if row.cells]
    at = labels.index("用电量")
    assert labels[at + 1 : at + 7] == ["按主体", "哈尔滨工厂", "天津工厂", "武汉工厂", "广州工厂", "苏州工厂"]


def test_the_companys_cell_is_a_live_sum_by_the_shares(book):
    (own,) = (cell for cell in cells(sheet(book, "能源")) if cell.name == "v_energy__electricity_2022")
    assert "*3/5" in own.formula
    assert own.formula.count("SUMIFS") == 2  # whole ones together, that by its share apart


def test_the_reconciliation_foots_each_level_also_a_typed_one(moment, food):
    wrong = typed("energy.electricity", 2022, "", "1")
    held = Moment(food, food_snapshot(wrong))
    for one, difference in ((moment, 0), (held, 1 - sum(
        amount("energy.electricity", p, 2022) * (Decimal("0.6") if p in ("wuhan", "guangzhou") else 1) for p in PLANTS
    ))):  # fmt: skip
        made = build_workbook(one, build_document(one, "food-2022", "zh-Hans"))
        rows = {row.cells[0].value: row.cells for row in sheet(made, "核对").rows if len(row.cells) > 5}
        row = rows["energy.electricity@2022"]
        assert row[2].value == "按主体：北方食品 + 南方食品 + 苏州工厂"
        assert row[5].value == difference


def test_the_data_sheet_says_which_entity(book):
    head, *rows = (row for row in sheet(book, "数据").rows)
    names = [cell.value for cell in head.cells]
    found = {row.cells[names.index("ref")].value: row.cells[names.index("entity")].value for row in rows}
    assert found["energy.electricity/wuhan@2022"] == "wuhan"
    assert not found["energy.electricity@2022"]


def test_a_table_by_entity_has_the_years_plants_as_columns_and_the_company_last(food, moment):
    (chapter,) = food.outlines["food-2022"].chapters
    rows = tuple(map(Placement, ("energy.electricity", "energy.total", "defects", "revenue")))
    table = replace(chapter.blocks[1], rows=rows, by_entity=True)
    outline = replace(food.outlines["food-2022"], chapters=(replace(chapter, blocks=(table,)),))
    made = build_document(Moment(replace(food, outlines={outline.code: outline}), moment.snapshot), outline.code, "en")
    (block,) = (one for one in made.blocks if isinstance(one, Table) and one.caption)
    plants = ["Harbin plant", "Tianjin plant", "Wuhan plant", "Guangzhou plant", "Suzhou plant"]
    assert [column.title for column in block.columns] == ["Metric", "Unit", *plants, "Five Grains"]
    electricity, _, defects, revenue = (["".join(i.text for i in cell if hasattr(i, "text")) for cell in row.cells[2:]]
                                        for row in block.rows)  # fmt: skip
    assert [Decimal(text.replace(",", "")) for text in electricity[:5]] == [
        amount("energy.electricity", plant, 2022) for plant in PLANTS
    ]
    assert electricity[5] == "17,159"
    assert len(set(defects)) == 1  # asked for of each plant and of the company: placeholders
    assert defects[0] != "—"
    assert revenue[:5] == ["—"] * 5
