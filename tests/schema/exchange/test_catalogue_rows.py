"""The catalogue as rows of sheets: back without loss, and every mistake at once with its cell and the near name."""

from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.catalogue.cell_lists import (
    join_crossings,
    join_disclosures,
    join_list,
    split_crossings,
    split_disclosures,
    split_list,
)
from schema.catalogue.compiled import from_json, to_json
from schema.catalogue.folder import Folder
from schema.catalogue.loader import Sentences, load_sentences
from schema.catalogue.outline import Block
from schema.catalogue.reading import Reading
from schema.errors import DefinitionsError
from schema.exchange.catalogue_book.changes import ChangeCount, count_changes
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.catalogue_book.rows import from_sheets, to_sheets
from schema.exchange.catalogue_book.writing import unit_expression
from schema.mistakes import Mistake
from tests.invented_company import BOOK, plain_sheets


@pytest.fixture(scope="module")
def sentences(resources):
    return load_sentences(Reading(Folder(resources / "definitions")))


@pytest.fixture
def book():
    return deepcopy(dict(BOOK))


@pytest.fixture
def mistakes(sentences):
    def read(book, *more: PlainSheet) -> list[Mistake]:
        with pytest.raises(DefinitionsError) as refused:
            from_sheets([*plain_sheets(book), *more], sentences)
        return list(refused.value.mistakes)

    return read


def put(book, sheet: str, cell: str, value: object) -> None:
    """Type a value into a cell."""
    book[sheet][int(cell[1:]) - 1][ord(cell[0]) - ord("A")] = value


def test_the_shipped_definitions_come_back_the_same_to_the_letter(definitions):
    catalogue = definitions.catalogue
    back = from_sheets(to_sheets(definitions), Sentences(catalogue.messages, catalogue.phrases))
    assert to_json(back) == to_json(definitions)
    assert back.hash == definitions.hash


def test_notes_four_eyes_and_the_department_of_each_kind_of_block_come_back_from_workbook_and_workspace(definitions):
    """What the shipped definitions have nowhere, put everywhere: each way is long, and gone once for all."""
    metrics = {
        code: replace(metric, note=f"问 {code}\n= 原样") for code, metric in definitions.catalogue.metrics.items()
    }
    outlines = {code: _owned(outline) for code, outline in definitions.outlines.items()}
    own = replace(definitions, catalogue=replace(definitions.catalogue, metrics=metrics), outlines=outlines)
    blocks = [block for outline in own.outlines.values() for section in outline.walk() for block in section.blocks]
    assert {type(block) for block in blocks} == set(get_args(Block))
    back = from_sheets(to_sheets(own), Sentences(own.catalogue.messages, own.catalogue.phrases))
    assert to_json(back) == to_json(own)
    again = from_json(to_json(own))
    assert again.outlines == own.outlines
    assert again.catalogue.metrics["energy.gas"].note == "问 energy.gas\n= 原样"
    assert again.outlines["csr-2022"].four_eyes


def _owned(outline):
    return replace(outline, four_eyes=True, chapters=tuple(map(_owned_section, outline.chapters)))


def _owned_section(section):
    blocks = tuple(replace(block, department="hr") for block in section.blocks)
    return replace(section, blocks=blocks, sections=tuple(map(_owned_section, section.sections)))


def test_an_invented_companys_definitions_come_back_the_same(sentences):
    first = from_sheets(plain_sheets(), sentences)
    assert from_sheets(to_sheets(first), sentences).hash == first.hash
    assert len(first.catalogue.metrics) == 12
    assert [section.code for section in first.outlines["tea-2025"].walk()] == ["garden", "people", "people.training"]


def test_a_total_arrives_with_its_parts_and_years(sentences):
    people, harvest = from_sheets(plain_sheets(), sentences).catalogue.totals
    assert [part.target() for part in people.parts] == ["staff.total:gender=male", "staff.total:gender=female"]
    assert (people.whole.target(), people.since, people.until, people.complete) == ("staff.total", 2024, 0, True)
    assert (harvest.whole.target(), harvest.since, harvest.until, harvest.complete) == ("leaf.bought", 0, 2030, False)


def test_what_each_column_says_arrives(sentences):
    found = from_sheets(plain_sheets(), sentences)
    metrics = found.catalogue.metrics
    assert metrics["power.used"].disclosures == {"own": ("E1", "E2")}
    assert metrics["staff.total"].crossings == (("gender",),)
    assert metrics["leaf.bought"].minimum == Decimal(0)
    table = found.outlines["tea-2025"].chapters[0].blocks[1]
    assert (table.years, table.change, len(table.rows)) == (2, True, 8)
    assert table.rows[5].label.en == "Water for production"
    assert found.catalogue.units["m3pert"].factor == Decimal("0.001")


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code", "near"),
    [
        ("metrics", "F2", "tt", "definition.unknown_unit", "t"),
        ("metrics", "H3", "gardn", "definition.unknown_department", "garden"),
        ("metrics", "I3", "tee", "definition.unknown_breakdown", "tea"),
        ("metrics", "E4", "percents", "definition.not_one_of", None),
        ("metrics", "E4", "", "definition.missing_field", None),
        ("metrics", "L5", "own: W7", "definition.unknown_disclosure", None),
        ("metrics", "L5", "W1", "catalogue.disclosures", None),
        ("metrics", "M4", "[tea.maed] / [leaf.bought]", "definition.unknown_metric", "tea.made"),
        ("metrics", "M4", "[tea.made] / ", "definition.formula_syntax", None),
        ("metrics", "K2", "none", "definition.not_a_number", None),
        ("metrics", "A3", "leaf.bought", "definition.doubled", None),
        ("metrics", "A3", "", "definition.missing_field", None),
        ("metrics", "A12", "Farmers", "definition.bad_code", None),
        ("units", "E3", "kilogram **", "definition.unit_expression", None),
        ("breakdowns", "A4", "gendre", "definition.unknown_breakdown", "gender"),
        ("breakdowns", "B4", "male", "definition.doubled", None),
        ("breakdowns", "E4", "", "definition.missing_language", None),
        ("departments", "A3", "garden", "definition.doubled", None),
        ("factors", "E2", "1,2", "definition.not_a_number", None),
        ("factors", "F2", "kgce/m33", "definition.unknown_unit", "m3"),
        ("factors", "G2", "long ago", "definition.not_a_number", None),
        ("rules", "C2", "fatal", "definition.not_one_of", None),
        ("disclosures", "A3", "owm", "definition.unknown_framework", "own"),
        ("outlines", "B2", "next", "definition.not_a_number", None),
        ("outlines", "G2", "owm", "definition.unknown_framework", "own"),
        ("explanations", "A2", "tea-2024", "catalogue.unknown_outline", "tea-2025"),
        ("explanations", "C2", "S33", "definition.unknown_disclosure", "S3"),
        ("sections", "B4", "3", "catalogue.level", None),
        ("sections", "C3", "garden", "definition.doubled", None),
        ("sections", "G2", "gardens", "definition.unknown_department", "garden"),
        ("blocks", "B2", "gardn", "catalogue.unknown_section", "garden"),
        ("blocks", "C2", "txt", "definition.unknown_block", None),
        ("blocks", "C2", "row", "catalogue.astray", None),
        ("blocks", "H2", "leed", "definition.not_one_of", None),
        ("blocks", "H3", "lead", "definition.unknown_field", None),
        ("blocks", "D5", "leaf.bougt", "definition.unknown_metric", "leaf.bought"),
        ("blocks", "D6", "tea.made:tea=gren", "definition.unknown_category", "green"),
        ("blocks", "L9", "万m4", "definition.bad_format", None),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_sheet_cell_and_near_name(book, mistakes, sheet, cell, value, code, near):
    put(book, sheet, cell, value)
    found = {mistake.code: mistake for mistake in mistakes(book)}
    assert code in found, list(found)
    if code not in ("definition.missing_field", "definition.unknown_field"):
        assert found[code].place == f"{sheet}!{cell}"
    assert found[code].place.startswith(f"{sheet}!")
    assert found[code].line == int(cell[1:])
    if near is not None:
        assert found[code].params["near"] == near


def test_a_row_that_names_another_section_than_its_block_is_astray(book, mistakes):
    put(book, "blocks", "B9", "people")
    assert [(m.code, m.place) for m in mistakes(book)] == [("catalogue.astray", "blocks!C9")]


def test_a_text_has_no_rows(book, mistakes):
    put(book, "blocks", "C12", "text")
    assert ("catalogue.astray", "blocks!C13") in [(m.code, m.place) for m in mistakes(book)]


def test_all_mistakes_of_all_sheets_are_told_at_once_and_nothing_follows_from_them(book, mistakes):
    put(book, "metrics", "F2", "tt")
    put(book, "metrics", "E3", "many")  # tea.made itself is left out: what refers to it is not wrong for that
    put(book, "blocks", "H2", "leed")
    put(book, "sections", "B4", "9")
    assert sorted(mistake.place for mistake in mistakes(book)) == [
        "blocks!H2",
        "metrics!E3",
        "metrics!F2",
        "sections!B4",
    ]


def test_a_missing_sheet_is_named_with_the_sheet_that_may_be_it(book, mistakes):
    book["metric"] = book.pop("metrics")
    found = {(mistake.code, mistake.file): mistake for mistake in mistakes(book)}
    assert found["catalogue.missing_sheet", "metrics"].params["near"] == "metric"
    assert found["catalogue.unknown_sheet", "metric"].params["near"] == "metrics"


def test_a_renamed_column_is_named_with_its_cell_and_its_old_name(book, mistakes):
    put(book, "metrics", "F1", "units")
    put(book, "metrics", "M1", "formulae")
    found = {(mistake.code, mistake.place): mistake.params["near"] for mistake in mistakes(book)}
    assert found == {
        ("definition.missing_column", "metrics!A1"): "units",
        ("catalogue.unknown_column", "metrics!F1"): "unit",
        ("catalogue.unknown_column", "metrics!M1"): "formula",
    }


def test_text_under_no_header_is_not_lost_without_a_word(book, mistakes):
    book["rules"][1].append("remember")
    assert [(m.code, m.place) for m in mistakes(book)] == [("catalogue.no_header", "rules!G2")]


def test_columns_and_sheets_that_begin_with_a_hash_are_the_editors_own(book, sentences):
    book["metrics"][0].append("# remark")
    book["metrics"][1].append("ask Li")
    own = PlainSheet("#notes", (("anything",),))
    empty = PlainSheet("Sheet1", ())
    assert from_sheets([*plain_sheets(book), own, empty], sentences) == from_sheets(plain_sheets(), sentences)


def test_formulas_and_merged_cells_are_named(sentences):
    sheets = plain_sheets()
    sheets[4] = replace(sheets[4], formulas=("K2", "ZZ2"), merged=("B3:B4",))
    with pytest.raises(DefinitionsError) as refused:
        from_sheets(sheets, sentences)
    assert [(m.code, m.place) for m in refused.value.mistakes] == [
        ("catalogue.formula", "metrics!K2"),
        ("catalogue.merged", "metrics!B3"),
    ]


def test_two_outlines_cannot_claim_one_code(book, mistakes):
    book["outlines"].append(list(book["outlines"][1]))
    assert [(m.code, m.place) for m in mistakes(book)] == [("definition.doubled", "outlines!A3")]


def test_a_second_company_is_refused(book, mistakes):
    book["company"].append(list(book["company"][1]))
    assert [(m.code, m.line) for m in mistakes(book)] == [("catalogue.one_row", 3)]


def test_optional_sheets_and_columns_may_be_absent(book, sentences):
    for title in ("rules", "explanations"):
        del book[title]
    found = from_sheets(plain_sheets(book), sentences)
    assert found.catalogue.rules == ()


@pytest.mark.parametrize(
    ("factor", "dimension", "text"),
    [
        ("3600000", "length^2 mass^1 time^-2", "3600000 * joule"),
        ("1000", "length^2 mass^1 time^-3", "1000 * joule / second"),
        ("1000", "mass^1 person^-1", "1000 * kilogram / person"),
        ("0.01", "", "0.01"),
        ("1", "", "1"),
        ("1", "length^3", "metre ** 3"),
        ("1", "person^-2", "1 / person ** 2"),
    ],
)
def test_a_units_expression_is_written_as_people_would(factor, dimension, text):
    from schema.catalogue.dimensions import UnitReader, dimension_text

    assert unit_expression(Decimal(factor), dimension) == text
    value, found = UnitReader((text,)).read(text)
    assert (value, dimension_text(found)) == (Decimal(factor), dimension)


WORD = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=8)


@given(st.lists(WORD))
def test_any_list_survives_its_cell(items):
    assert split_list(join_list(items)) == items


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9]*", fullmatch=True), st.lists(WORD)))
def test_any_disclosures_survive_their_cell(disclosures):
    assert split_disclosures(join_disclosures(disclosures)) == disclosures


def test_a_full_width_colon_in_a_code_stays():
    assert split_disclosures(join_disclosures({"a": ["：", "b:c"]})) == {"a": ["：", "b:c"]}


def test_lists_are_read_as_people_type_them():
    assert split_list(" a，b、 c ") == ["a", "b", "c"]
    assert split_crossings("gender, gender + age") == [["gender"], ["gender", "age"]]
    assert split_crossings(join_crossings((("a", "b"), ("c",)))) == [["a", "b"], ["c"]]
    assert split_disclosures("hkex2021：A1.1，A1.2；sdg: SDG7") == {"hkex2021": ["A1.1", "A1.2"], "sdg": ["SDG7"]}


def test_what_changed_is_counted_by_kind(book, sentences):
    old = from_sheets(plain_sheets(), sentences)
    put(book, "metrics", "D2", "Leaf")
    del book["metrics"][12]
    put(book, "sections", "F2", "The gardens")
    new = from_sheets(plain_sheets(book), sentences)
    assert count_changes(old, new) == (ChangeCount("metrics", 0, 1, 1), ChangeCount("sections", 0, 0, 1))
    assert count_changes(old, old) == ()


def test_a_filter_by_report_or_section_finds_every_row_of_its_blocks(definitions):
    blocks = next(sheet for sheet in to_sheets(definitions) if sheet.title == "blocks")
    outline, section = (blocks.rows[0].index(name) for name in ("outline", "section"))
    assert [row for row in blocks.rows[1:] if not row[outline] or not row[section]] == []
