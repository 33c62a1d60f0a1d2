"""Subsidiaries and sites as definitions: read, checked, compiled, and as a sheet of the workbook."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.compiled import from_json, to_json
from schema.catalogue.entities import Entity, EntityTree, is_tree
from schema.catalogue.loader import Sentences, load_definitions
from schema.errors import DefinitionsError
from schema.exchange.catalogue_book.changes import ChangeCount, count_changes
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.catalogue_book.rows import from_sheets, to_sheets
from schema.grammar.words import LANGUAGES
from tests.factories import words
from tests.food_maker import FILES, PLANTS, write_definitions

WRONG = [
    ("entities.yaml", "parent: north}", "parent: nort}", "definition.unknown_entity", 5, "north"),
    ("entities.yaml", "department: harbin", "department: harbn", "definition.unknown_department", 4, "harbin"),
    ("entities.yaml", "boundary: equity", "boundary: equal", "definition.not_one_of", 6, None),
    ("entities.yaml", '"60"', '"160"', "definition.entity_share", 6, None),
    ("entities.yaml", '"60"', '"0"', "definition.entity_share", 6, None),
    ("entities.yaml", '"60"', "some", "definition.not_a_number", 6, None),
    ("entities.yaml", "until: 2022", "since: 2023, until: 2022", "definition.entity_years", 9, None),
    ("entities.yaml", "until: 2022", "untill: 2022", "definition.unknown_field", 9, "until"),
    ("entities.yaml", "  wuhan:", "  Wuhan:", "definition.bad_entity", 7, None),
    ("entities.yaml", "en: Wuhan plant", 'en: ""', "definition.missing_language", 7, None),
    ("entities.yaml", '"80",', '"80", regions: [diesl],', "definition.unknown_factor", 3, "diesel"),
    ("company.yaml", "company:", "company:\n  regions: [diesl]", "definition.unknown_factor", 3, "diesel"),
    ("metrics/all.yaml", "[energy.diesel] * [factor.diesel]", "[energy.diesel] * [factor.grid.*]", "definition.unknown_factor", 30, None),
    ("metrics/all.yaml", "[harbin, tianjin, south]", "[harbin, tianjn]", "definition.unknown_entity", 66, "tianjin"),
    ("metrics/all.yaml", "[energy.electricity/*]", "[energy.electricity/tianjing]", "definition.unknown_entity", 38, "tianjin"),
    ("metrics/all.yaml", 'unit: percent\n', 'unit: percent\n    sum_over: [entity]\n', "definition.entity_rate", 72, None),
    ("outlines/food-2022/01-energy.yaml", "energy.total/north", "energy.total/norht", "definition.unknown_entity", 10, "north"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "code", "line", "near"), WRONG)
def test_a_mistake_is_named_with_file_line_and_near_name(tmp_path, file, old, new, code, line, near):
    assert old in FILES[file]
    with pytest.raises(DefinitionsError) as refused:
        load_definitions(write_definitions(tmp_path, {file: FILES[file].replace(old, new, 1)}))
    found = [mistake for mistake in refused.value.mistakes if mistake.code == code]
    assert found, list(map(str, refused.value.mistakes))
    assert (found[0].file, found[0].line) == (file, line)
    assert found[0].params.get("near") == near or near is None


def test_an_entity_below_itself_is_a_circle_and_named(tmp_path):
    circle = FILES["entities.yaml"].replace('share: "80"', "parent: harbin")
    with pytest.raises(DefinitionsError) as refused:
        load_definitions(write_definitions(tmp_path, {"entities.yaml": circle}))
    assert "north → harbin → north" in [
        m.params["name"] for m in refused.value.mistakes if m.code == "definition.entity_cycle"
    ]


GRIDS = FILES["factors.csv"] + "".join(
    f"grid.{place},电网,電網,Grid,{value},kwh/l,2015,,invented\n"
    for place, value in (("north", "0.7"), ("south", "0.4"))
)


def test_a_place_has_one_factor_of_a_group(tmp_path):
    both = FILES["entities.yaml"].replace('"80",', '"80", regions: [grid.north, grid.south],')
    with pytest.raises(DefinitionsError) as refused:
        load_definitions(write_definitions(tmp_path, {"entities.yaml": both, "factors.csv": GRIDS}))
    (mistake,) = refused.value.mistakes
    assert (mistake.code, mistake.line, mistake.params) == (
        "definition.two_regions", 3, {"name": "grid.south", "value": "grid.north"},
    )  # fmt: skip


def test_regions_and_the_base_year_survive_compiling_and_the_workbook(tmp_path, program):
    files = {
        "entities.yaml": FILES["entities.yaml"].replace('"80",', '"80", regions: [grid.north, diesel],'),
        "company.yaml": FILES["company.yaml"] + "  regions: [grid.south]\n  base_year: 2020\n",
        "metrics/all.yaml": FILES["metrics/all.yaml"].replace("[factor.diesel]", "[factor.grid.*]"),
        "factors.csv": GRIDS,
    }
    definitions = load_definitions(write_definitions(tmp_path, files), program)
    catalogue = definitions.catalogue
    assert catalogue.entity("north").regions == ("grid.north", "diesel")
    assert (catalogue.company.regions, catalogue.company.base_year) == (("grid.south",), 2020)
    assert catalogue.metrics["energy.total"].formula.by_place
    assert from_json(to_json(definitions), program) == definitions
    back = from_sheets(to_sheets(definitions), Sentences(catalogue.messages, catalogue.phrases))
    assert to_json(back) == to_json(definitions)


def test_what_asks_or_sums_over_entities_needs_some(tmp_path):
    folder = write_definitions(tmp_path)
    (folder / "entities.yaml").unlink()
    with pytest.raises(DefinitionsError) as refused:
        load_definitions(folder)
    codes = {mistake.code for mistake in refused.value.mistakes}
    assert codes == {"definition.no_entities", "definition.sum_entity", "definition.unknown_entity"}


def test_entities_survive_compiling_and_the_workbook_to_the_letter(tmp_path, program):
    definitions = load_definitions(write_definitions(tmp_path), program)
    south, suzhou = (definitions.catalogue.entity(code) for code in ("south", "suzhou"))
    assert (south.share, south.boundary, south.weight) == (60, "equity", Decimal("0.6"))
    assert (suzhou.until, suzhou.parent, suzhou.weight) == (2022, "", 1)
    assert definitions.catalogue.entity("north").weight == 1  # controlled: the whole, whatever the share
    assert from_json(to_json(definitions), program) == definitions
    back = from_sheets(to_sheets(definitions), Sentences(definitions.catalogue.messages, definitions.catalogue.phrases))
    assert to_json(back) == to_json(definitions)


def test_a_mistake_in_the_workbook_is_named_with_its_cell(tmp_path, program):
    definitions = load_definitions(write_definitions(tmp_path), program)
    sheets = {sheet.title: sheet for sheet in to_sheets(definitions)}
    head, *rows = sheets["entities"].rows
    at = head.index("parent")
    rows[1] = (*rows[1][:at], "nort", *rows[1][at + 1 :])
    sheets["entities"] = PlainSheet("entities", (head, *rows))
    with pytest.raises(DefinitionsError) as refused:
        from_sheets(tuple(sheets.values()), Sentences({}, {}))
    (mistake,) = refused.value.mistakes
    assert (mistake.place, mistake.code, mistake.params["near"]) == (
        "entities!E3",
        "definition.unknown_entity",
        "north",
    )


def test_a_changed_entity_is_counted_among_changed_definitions(tmp_path, program):
    definitions = load_definitions(write_definitions(tmp_path), program)
    first, *others = definitions.catalogue.entities
    new = replace(
        definitions, catalogue=replace(definitions.catalogue, entities=(replace(first, share=Decimal(70)), *others))
    )
    assert count_changes(definitions, new) == (ChangeCount("others", 0, 0, 1),)


def test_without_entities_what_is_compiled_says_nothing_of_them(definitions):
    compiled = json.loads(to_json(definitions))["catalogue"]
    assert "entities" not in compiled
    assert not any("entities" in metric for metric in compiled["metrics"]["values"])


def test_every_sentence_about_entities_is_there_in_each_language(program):
    codes = {code for *_, code, _, _ in WRONG} | {
        "definition.entity_cycle",
        "definition.no_entities",
        "definition.sum_entity",
    }
    for code in codes:
        assert all(program.messages[code].get(language) for language in LANGUAGES), code


def tree(*entities: Entity) -> EntityTree:
    return EntityTree(entities)


def test_leaves_follow_the_years_and_one_without_any_below_is_its_own(tmp_path):
    known = EntityTree(load_definitions(write_definitions(tmp_path)).catalogue.entities)
    assert known.leaves("", 2022) == PLANTS
    assert known.leaves("", 2020) == ("harbin", "tianjin", "wuhan", "suzhou")
    assert known.leaves("south", 2023) == ("wuhan", "guangzhou")
    assert known.leaves("wuhan", 2022) == ("wuhan",)
    assert known.within("", 2023) == ("north", "harbin", "tianjin", "south", "wuhan", "guangzhou")
    assert known.asked(("harbin", "tianjin", "south"), "", 2022) == ("harbin", "tianjin", "south")
    assert known.asked(("harbin", "south"), "north", 2022) == ("harbin",)
    assert [known.depth(code) for code in ("", "north", "harbin")] == [0, 0, 1]


def test_a_foreign_tree_with_a_circle_an_unknown_parent_or_a_doubled_code_is_none():
    one, two = Entity("one", words("1"), "two"), Entity("two", words("2"), "one")
    assert not is_tree((one, two))
    assert not is_tree((one,))
    assert not is_tree((replace(one, parent=""), replace(one, parent="")))
    assert is_tree((one, replace(two, parent="")))


def test_a_table_by_entity_comes_back_from_the_workbook(tmp_path, program):
    name = "outlines/food-2022/01-energy.yaml"
    text = FILES[name].replace("rows: [staff, defects]", "rows: [staff, defects]\n        by_entity: yes")
    definitions = load_definitions(write_definitions(tmp_path, {name: text}), program)
    (chapter,) = definitions.outlines["food-2022"].chapters
    assert [block.by_entity for block in chapter.blocks[1:]] == [False, True]
    words_of = Sentences(definitions.catalogue.messages, definitions.catalogue.phrases)
    assert to_json(from_sheets(to_sheets(definitions), words_of)) == to_json(definitions)


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("totals.yaml", 'totals:\n  t: {whole: "output/*", parts: [output]}\n', "definition.no_total"),
        ("relations.yaml", 'relations:\n  r: {kind: at_most, terms: ["output/*", output]}\n', "definition.no_relation"),
    ],
)
def test_every_entity_at_once_is_no_whole_and_no_term(tmp_path, file, text, code):
    with pytest.raises(DefinitionsError) as refused:
        load_definitions(write_definitions(tmp_path, {file: text}))
    assert [mistake.code for mistake in refused.value.mistakes] == [code]


def test_a_total_of_one_entity_is_held_there(tmp_path):
    text = "totals:\n  t: {whole: output/north, parts: [output/harbin, output/tianjin]}\n"
    (total,) = load_definitions(write_definitions(tmp_path, {"totals.yaml": text})).catalogue.totals
    assert [ref.target() for ref in (total.whole, *total.parts)] == ["output/north", "output/harbin", "output/tianjin"]
