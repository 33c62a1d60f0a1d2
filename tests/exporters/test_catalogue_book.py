"""The catalogue's workbook as a file: nothing is lost in it, and it helps who fills it in."""

import re
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from exporters.excel.catalogue_book import catalogue_book
from exporters.excel.sheet_reader import read_sheets
from exporters.excel.writer import write_excel
from schema.catalogue.loader import Sentences
from schema.catalogue.loader_messages import load_messages
from schema.errors import OutputError
from schema.exchange.catalogue_book.rows import from_sheets, to_sheets
from schema.exchange.catalogue_book.sheet_forms import sheet_forms
from schema.grammar.words import LANGUAGES, Words
from tests.invented_company import write_book
from tests.office_files import complaints


@pytest.fixture(scope="module")
def help_texts(resources):
    return load_messages(resources / "catalogue" / "help.yaml")


@pytest.fixture(scope="module")
def file(definitions, help_texts, tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "book.xlsx"
    write_excel(catalogue_book(definitions, to_sheets(definitions), help_texts, "en"), path)
    return path


@pytest.fixture(scope="module")
def opened(file):
    return load_workbook(file)


def sentences(definitions) -> Sentences:
    return Sentences(definitions.catalogue.messages, definitions.catalogue.phrases)


def test_the_shipped_definitions_survive_the_file(definitions, file):
    assert from_sheets(read_sheets(file), sentences(definitions)).hash == definitions.hash


def test_wordings_that_look_like_formulas_or_escapes_survive_the_file(definitions, help_texts, tmp_path):
    name = Words("=1+1", "-减", '@a "b" _x0041_ <c>&amp;\nline two')
    unit = replace(definitions.catalogue.units["kwh"], name=name, aliases=("a, b", 'c "d"', "e;f"))
    catalogue = replace(definitions.catalogue, units={**definitions.catalogue.units, "kwh": unit})
    changed = replace(definitions, catalogue=catalogue)
    path = tmp_path / "book.xlsx"
    write_excel(catalogue_book(changed, to_sheets(changed), help_texts, "en"), path)
    assert from_sheets(read_sheets(path), sentences(definitions)).catalogue.units["kwh"] == unit


def test_the_file_is_valid(definitions, help_texts, tmp_path):
    """A small company has every kind of sheet and is validated in a moment."""
    small = from_sheets(read_sheets(write_book(tmp_path / "tea.xlsx")), sentences(definitions))
    path = tmp_path / "book.xlsx"
    write_excel(catalogue_book(small, to_sheets(small), help_texts, "en"), path)
    assert complaints(path) == []


@pytest.mark.long  # half a minute of validating
def test_the_file_of_the_shipped_definitions_is_valid(file):
    assert complaints(file) == []


def test_every_sheet_has_a_frozen_header_and_help_at_it(opened):
    for sheet in opened.worksheets:
        assert re.fullmatch(r"[A-E]2", sheet.freeze_panes)
        assert sheet["A1"].comment or sheet.title == "explanations", sheet.title


def test_columns_offer_what_may_stand_in_them(opened):
    offered = {
        f"{sheet.title}.{sheet.cell(1, next(iter(validation.sqref.ranges)).min_col).value}": validation.formula1
        for sheet in opened.worksheets
        for validation in sheet.data_validations.dataValidation
    }
    assert offered["metrics.kind"] == '"integer,number,percent,range,yesno,date,choice"'
    assert offered["metrics.timing"] == '"flow,stock,cumulative"'
    assert offered["metrics.unit"].startswith("'units'!$A$2:$A$")
    assert offered["metrics.department"].startswith("'departments'!$A$2:$A$")
    assert (
        offered["blocks.block"]
        == '"text,table,callout,chart,image,index,records,diagram,matrix,questionnaire,row,group,node,question,choice"'
    )
    assert "factors.unit" not in offered  # kgce/m3 is no single unit


def test_every_help_belongs_to_a_column_and_speaks_every_language(help_texts):
    fields = {f"{form.title}.{field.name}" for form in sheet_forms().values() for field in form.fields}
    names = fields | {name.partition(".")[2] for name in fields}
    assert help_texts.keys() <= names
    assert not [code for code, words in help_texts.items() for language in LANGUAGES if not words.get(language)]


def test_a_text_too_long_for_a_cell_is_refused_not_cut(definitions, help_texts):
    long = replace(definitions.catalogue.company, website="w" * 40000)
    changed = replace(definitions, catalogue=replace(definitions.catalogue, company=long))
    with pytest.raises(OutputError) as refused:
        catalogue_book(changed, to_sheets(changed), help_texts, "en")
    assert refused.value.code == "book.long_text"
