"""A figure of emissions explains itself: in Word by a footnote, in Excel by a formula and the sheet of factors."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.work.emissions.change import Adding, InventoryChange, Kit
from desktop.work.emissions.inventory_step import changed
from desktop.work.emissions.sources import load_sources
from exporters.assembly.document import build_document
from exporters.content import Footnote, Text
from exporters.excel.sheets.book import build_workbook
from schema.grammar.languages import LANGUAGES
from schema.grammar.reference import Key, RecordKey
from schema.moment import Moment
from schema.values.datapoint import Field, Record
from tests.exporters.excel.recalculated import SOFFICE, differences, recalculate
from tests.exporters.excel.sample import saved
from tests.shipped import RESOURCES

ADD = tuple(Adding(code) for code in ("naturalgas", "diesel", "electricity", "heat", "electricitymarket"))


@pytest.fixture(scope="module")
def moment(definitions, sample_snapshot):
    """The sample with emissions from its energy, and a contract for a part of its power."""
    change = InventoryChange(add=ADD, report="esg-2021", regions={"": ("grid.north",)})
    kit = Kit(load_sources(RESOURCES), lambda: definitions.catalogue)
    made = changed(definitions, {key.metric for key in sample_snapshot.points}, change, kit).definitions
    fields = {
        "year": Field(typed="2021"), "energy": Field(typed="1000000", value=Decimal(1000000)),
        "emissions": Field(typed="0", value=Decimal(0)),
    }  # fmt: skip
    contract = Record(RecordKey("contract", "wind"), "esg-2021", 1, fields)
    records = {**sample_snapshot.records, contract.key: contract}
    return Moment(made, replace(sample_snapshot, records=records))


def footnotes(moment, language):
    document = build_document(moment, "esg-2021", language)
    found = []

    def walk(thing):
        if isinstance(thing, Footnote):
            found.append("".join(part.text for part in thing.inlines if isinstance(part, Text)))
        elif isinstance(thing, tuple):
            for one in thing:
                walk(one)
        elif hasattr(thing, "__dataclass_fields__"):
            for name in thing.__dataclass_fields__:
                walk(getattr(thing, name))

    walk(document.blocks)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_footnote_says_with_which_factors_emissions_were_computed(moment, language):
    told = [words for words in footnotes(moment, language) if "0.712" in words]
    assert len(told) == 1
    assert "公告2024年第12号" in told[0]
    assert told[0].startswith({"en": "Activity data times emission factor: North China grid average: 0.712 kgCO₂e/kWh",
                               "zh-Hans": "按活动数据乘以排放因子计算：华北区域电力平均排放因子：0.712",
                               "zh-Hant": "按活動數據乘以排放因子計算：華北區域電力平均排放因子：0.712"}[language])  # fmt: skip


def test_figures_that_are_no_emissions_have_no_such_footnote(moment):
    assert not [words for words in footnotes(moment, "en") if "coal equivalent" in words and "Activity data" in words]


@pytest.fixture(scope="module")
def book(moment):
    return build_workbook(moment, build_document(moment, "esg-2021", "en"))


def test_the_workbook_computes_emissions_from_amounts_and_factors(book):
    cells = {cell.name: cell for sheet in book.sheets for row in sheet.rows for cell in row.cells if cell.name}
    power = cells[Key("emissions.electricity", 2021).defined_name()]
    assert power.formula
    assert "/3600000" not in power.formula  # units fall out: MWh times kg a kWh is tonnes
    names = [cell.value for sheet in book.sheets for row in sheet.rows for cell in row.cells]
    assert "North China grid average" in names
    assert cells[Key("emissions.electricitymarket", 2021).defined_name()].formula


@pytest.mark.long
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_computes_the_emissions_to_our_values(book, tmp_path):
    assert list(differences(book, recalculate(saved(book, tmp_path), tmp_path)[0])) == []


def test_the_market_based_scope_leaves_out_what_contracts_cover(moment):
    value = moment.figures.value(Key("ghg.scope2.market", 2021)).value
    assert value == (Decimal("1195403.49") - 1000) * Decimal("0.5942")
