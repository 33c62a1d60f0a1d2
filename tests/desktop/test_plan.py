"""What a section asks for, planned without any window."""

from __future__ import annotations

from dataclasses import replace

from desktop.window.fields.plan import (
    ChartCard,
    FieldSpec,
    GridSpec,
    GroupSpec,
    ShownSpec,
    TextCard,
    ValuesCard,
    plan_section,
)
from schema.catalogue.outline import ChartBlock, Group, Placement, Section, TableBlock, TextBlock
from schema.catalogue.section_content import open_wildcard, section_keys
from schema.grammar.reference import Key
from schema.grammar.words import NO_WORDS, Words
from tests.desktop.conftest import YEAR, small_definitions

CATALOGUE = small_definitions().catalogue


def section(*blocks) -> Section:
    return Section("s", 1, Words("节", "節", "Section"), tuple(blocks))


def table(*rows, name: str = "t") -> TableBlock:
    return TableBlock(name, NO_WORDS, tuple(rows))


def test_a_value_that_stands_twice_in_a_section_is_asked_once():
    twice = section(
        table(Placement("energy.gas")), table(Placement("energy.gas"), Placement("energy.diesel"), name="u")
    )
    assert section_keys(twice, CATALOGUE, YEAR) == (Key("energy.gas", YEAR), Key("energy.diesel", YEAR))


def test_the_grid_asks_for_its_members_and_every_other_place_shows_them():
    male, female = Placement("staff:gender=male"), Placement("staff:gender=female")
    chart = ChartBlock("c", "pie", NO_WORDS, (Placement("staff:gender=*"),), 1)
    cards = plan_section(section(table(male, Placement("staff")), chart, table(female, name="u")), CATALOGUE, YEAR)
    first, _, asked, last = cards
    assert [type(row) for row in first.rows] == [ShownSpec, FieldSpec]
    assert first.rows[0].asked == "below"
    assert first.rows[0].goal == Key("staff", YEAR, category="gender=male")
    assert [part.key.category for part in asked.rows[0].parts] == ["gender=*"]
    assert [(type(row), row.asked) for row in last.rows] == [(ShownSpec, "above")]


def test_without_a_grid_the_first_place_asks_and_a_chart_says_nothing_more():
    male = Placement("staff:gender=male")
    chart = ChartBlock("c", "pie", NO_WORDS, (male,), 1)
    first, second, preview = plan_section(section(table(male), table(male, name="u"), chart), CATALOGUE, YEAR)
    assert [type(row) for row in (*first.rows, *second.rows)] == [FieldSpec, ShownSpec]
    assert second.rows[0].asked == "above"
    assert isinstance(preview, ChartCard)


def test_a_grid_inside_a_wider_one_is_shown_and_another_year_is_a_value_of_its_own():
    narrow, wide = Placement("staff:gender=*;level=staff"), Placement("staff:gender=*;level=*")
    before = Placement("staff@-1:gender=male;level=staff")
    rows = plan_section(section(table(narrow, wide, before)), CATALOGUE, YEAR)[0].rows
    assert [type(row) for row in rows] == [ShownSpec, GridSpec, FieldSpec]
    assert rows[0].goal == Key("staff", YEAR, category="gender=male;level=staff")


def test_breakdowns_that_follow_each_other_stand_in_one_grid():
    card = plan_section(section(table(Placement("staff:gender=*"), Placement("staff:level=*"))), CATALOGUE, YEAR)[0]
    assert isinstance(card, ValuesCard)
    assert [len(row.parts) for row in card.rows if isinstance(row, GridSpec)] == [2]


def test_two_stars_make_a_grid_of_its_own():
    rows = plan_section(
        section(table(Placement("staff:gender=*"), Placement("staff:gender=*;level=*"))), CATALOGUE, YEAR
    )[0].rows
    assert [row.crossed for row in rows] == [False, True]


def test_a_heading_with_nothing_below_it_is_left_out():
    rows = plan_section(section(table(Placement("energy.gas"), Group(Words("空", "空", "Empty")))), CATALOGUE, YEAR)[
        0
    ].rows
    assert not any(isinstance(row, GroupSpec) for row in rows)


def test_a_chart_is_shown_and_its_values_are_asked_where_nothing_else_does():
    chart = ChartBlock("c", "column", NO_WORDS, (Placement("energy.gas"),), 3)
    alone = plan_section(section(chart), CATALOGUE, YEAR)
    assert [type(card) for card in alone] == [ChartCard, ValuesCard]
    after = plan_section(section(table(Placement("energy.gas")), chart), CATALOGUE, YEAR)
    assert [type(card) for card in after] == [ValuesCard, ChartCard]


def test_last_years_value_is_a_field_of_last_year():
    card = plan_section(section(table(Placement("energy.gas@-1"))), CATALOGUE, YEAR)[0]
    assert isinstance(card.rows[0], FieldSpec)
    assert card.rows[0].key == Key("energy.gas", YEAR - 1)


def test_the_texts_of_a_releases_opening_are_called_by_their_style():
    names = {f"text.{style}": Words(style, style, style) for style in ("headline", "lead")}
    catalogue = replace(CATALOGUE, phrases={**CATALOGUE.phrases, **names})
    lead, own = TextBlock("a", "a", "lead"), TextBlock("c", "c", "lead", Words("题", "題", "Title"))
    opening = section(TextBlock("b", "b", "headline"), lead, own)
    titles = [card.title.en for card in plan_section(opening, catalogue, YEAR) if isinstance(card, TextCard)]
    assert titles == ["headline", "lead", "Title"]
    assert [card.title for card in plan_section(section(lead), catalogue, YEAR)] == [NO_WORDS]


def test_the_fields_of_a_form_are_the_values_that_progress_counts(definitions):
    catalogue = definitions.catalogue
    for outline in definitions.outlines.values():
        for part in outline.walk():
            cards = plan_section(part, catalogue, outline.year)
            rows = [row for card in cards if isinstance(card, ValuesCard) for row in card.rows]
            fields = {row.key for row in rows if isinstance(row, FieldSpec)}
            cells = {
                key
                for row in rows
                if isinstance(row, GridSpec)
                for grid in row.parts
                for key in open_wildcard(grid.key, catalogue)
            }
            assert fields | cells == set(section_keys(part, catalogue, outline.year)), (outline.code, part.code)
