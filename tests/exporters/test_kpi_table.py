"""The closing table of all indicators; and what stands behind the years: change, target, progress, scope."""

from dataclasses import replace
from decimal import Decimal

from exporters.assembly.document import build_document
from exporters.content import Row, Table, Text
from exporters.word.across import across, turned
from exporters.word.number_columns import decimal_stops
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import CalloutBlock, Outline, Section, TableBlock
from schema.catalogue.placements import Placement
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.values.datapoint import DataPoint, Snapshot

from .excel.sample import definitions, words

YEAR = 2022


def table(code, *placed, **more):
    return TableBlock(
        code, words("Table"), tuple(p if isinstance(p, Placement) else Placement(p) for p in placed), **more
    )


def document(*sections, **points):
    codes = ("sales", "margin", "share", "aim", "rate")
    metrics = {
        code: Metric(
            code, words(code.title()), "number", "cny", "0.0", "flow", "hr", definition=words(f"What {code} is.")
        )
        for code in codes
    }
    chapters = tuple(Section(f"c{n}", 1, words(f"Chapter {n}"), blocks) for n, blocks in enumerate(sections, 1))
    outline = Outline("r", YEAR, "en", words("Report"), chapters)
    made = replace(definitions(), catalogue=replace(definitions().catalogue, metrics=metrics), outlines={"r": outline})
    data = {
        Key(code, year): DataPoint(Key(code, year), Decimal(value))
        for code, values in points.items()
        for year, value in values.items()
    }
    return build_document(Moment(made, Snapshot(points=data)), "r", "en")


def shown(document, code):
    found = next(block for block in document.blocks if isinstance(block, Table) and block.id == code)
    heads = [column.title for column in found.columns]
    return heads, [["".join(getattr(part, "text", "") for part in cell) for cell in row.cells] for row in found.rows]


def test_all_indicators_stand_once_under_the_chapter_that_tells_them_first_with_years_change_and_scope():
    kpis = replace(table("k"), kpis=True, years=3)
    first = (table("a", Placement("sales", words("Our sales"))), CalloutBlock("b", (Placement("share"),)))
    second = (table("c", "sales", "margin"),)
    made = document(first, second, (kpis,), sales={2021: 100, 2022: 110}, margin={2022: 5}, share={2022: 7})
    heads, rows = shown(made, "k")
    assert heads == ["Metric", "Unit", "2021", "2022", "Change", "Scope and notes"]
    assert rows == [
        ["Chapter 1"],
        ["Sales", "RMB", "100.0", "110.0", "+10.0%", "What sales is."],
        ["Chapter 2"],
        ["Margin", "RMB", "—", "5.0", "—", "What margin is."],
    ]


def test_an_indicator_of_a_callout_is_one_where_several_years_are_known():
    kpis = replace(table("k"), kpis=True, years=3)
    made = document((CalloutBlock("b", (Placement("share"),)), kpis), share={2020: 6, 2022: 7})
    assert [row[0] for row in shown(made, "k")[1]] == ["Chapter 1", "Share"]


def test_all_indicators_ask_for_nothing_again():
    kpis = replace(table("k"), kpis=True, years=2)
    made = document((table("a", "sales"), kpis), sales={2021: 1})
    assert shown(made, "k")[1][1][2:4] == ["1.0", "—"]


def test_a_target_stands_with_its_year_and_progress_beside_it_and_columns_without_any_fall_out():
    aimed = Placement("sales", target="aim", by=2026, progress="rate")
    made = document(
        (table("a", aimed, "margin", change=True),), sales={2022: 3}, margin={2022: 1}, aim={2022: 9}, rate={2022: 33}
    )
    heads, rows = shown(made, "a")
    assert heads == ["Metric", "Unit", "2022", "Target (year)", "Progress"]
    assert rows[0][3:] == ["RMB 9.0 (2026)", "RMB 33.0"]
    assert rows[1][3:] == ["", ""]
    assert shown(document((table("a", "margin"),), margin={2022: 1}), "a")[0] == ["Metric", "Unit", "2022"]


def with_long_words(document):
    """The document with a row of long words in its wide tables."""
    blocks = (
        replace(block, rows=(*block.rows, Row(tuple((Text("字" * 200),) for _ in block.columns))))
        if isinstance(block, Table) and block.wide
        else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def test_a_chapter_of_nothing_but_the_wide_table_lies_across_where_its_rows_would_be_high():
    kpis = replace(table("k"), kpis=True, years=3)
    made = document((table("a", "sales"),), (kpis,), sales={2022: 1})
    assert across(made) == frozenset()  # it is easily read upright
    assert across(with_long_words(made)) == {"c2", "k"}
    assert across(document((table("a", "sales"), kpis), sales={2022: 1})) == frozenset()
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:titlePg/></w:sectPr>'
    assert turned(section) == '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'


def test_decimal_points_stand_below_each_other_only_where_numbers_end_differently():
    made = document((table("a", "sales", Placement("margin", format="0.00")),), sales={2022: 3}, margin={2022: 1})
    rows = next(block for block in made.blocks if isinstance(block, Table)).rows
    assert decimal_stops(rows, (2000, 1000, 1000))[:2] == (None, None)
    assert decimal_stops(rows, (2000, 1000, 1000))[2] == 1000 - 216 - 3 * 97
    assert decimal_stops(rows[:1], (2000, 1000, 1000))[2] is None
