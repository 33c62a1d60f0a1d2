"""The page's blocks laid out: what they say, where numbers stand, where sheets are cut. No window."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.window.paper.chart_labels import label_words
from desktop.window.paper.charts import chart
from desktop.window.paper.items import Laid, Shrunk
from desktop.window.paper.page import Page, narrowed
from desktop.window.paper.slips import ends, sheets
from desktop.work.page import PageMaker, Wanted, planned_with, shown_sections
from exporters.charts.data import ChartData, ChartSeries
from exporters.content import Chart, Frame, Heading, Paragraph, Table, block_inlines
from exporters.excerpt import ExcerptBlock
from exporters.inlines import Footnote, Gap, LinkedNumber, Text
from schema.catalogue.outline import ChartBlock
from schema.grammar.reference import parse_reference

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
# With words, numbers, tables, cases, quotes, pictures, charts, the matrix, a structure, an index, a questionnaire.
SEEN = (
    ("csr-2022", "employees.rights"), ("csr-2022", "growth.knowledge"), ("csr-2022", "profile.year.results"),
    ("csr-2022", "youth.growth"), ("csr-2022", "feedback"), ("esg-2021", "index"), ("csr-2022", "goals"),
)  # fmt: skip


@pytest.fixture(scope="module")
def maker() -> PageMaker:
    return PageMaker(lambda name: b"")


def page_of(maker, definitions, snapshot, report: str, section: str, *, chapter: bool = False) -> Page:
    language = definitions.outlines[report].language
    (shown,) = maker.make(definitions, snapshot, None, Wanted(report, section, (language,), chapter))
    page = Page(shown)
    assert page.lay_out(None)
    return page


def printed(inlines) -> str:
    return "".join(part.text for part in inlines if isinstance(part, Text | LinkedNumber | Gap))


def expected(placed: ExcerptBlock) -> list[str]:
    """Words that the draft has of a block, one by one."""
    match placed.block:
        case Heading():
            return [placed.block.text]
        case Paragraph():
            return [printed(placed.block.inlines)]
        case Table():
            return [printed(cell) for row in placed.block.rows for cell in row.cells]
        case Frame():
            return [printed(part.inlines) for part in placed.block.blocks if isinstance(part, Paragraph)]
        case Chart():
            return [placed.block.caption, *placed.block.data.categories]
        case _:
            return []


@pytest.mark.parametrize(("report", "section"), SEEN)
def test_the_page_says_the_words_of_the_draft_in_its_order(
    qapp, maker, sample_definitions, sample_snapshot, report, section
) -> None:
    page = page_of(maker, sample_definitions, sample_snapshot, report, section)
    said, at = "".join(page.words()).replace("\n", ""), 0
    for placed in page.shown.excerpt.blocks:
        for words in expected(placed):
            plain = words.replace("\n", "")
            assert plain in said, (placed.block.id, plain)
        first = expected(placed)[:1] if not isinstance(placed.block, Table | Chart) else []
        for words in first:
            if words and not any(isinstance(one, Footnote) for one in block_inlines(placed.block)):
                at = said.index(words.replace("\n", ""), at)


def test_each_number_of_the_draft_has_a_place_on_the_page(qapp, maker, sample_definitions, sample_snapshot) -> None:
    page = page_of(maker, sample_definitions, sample_snapshot, "csr-2022", "employees.rights")
    spots = {spot.reference: spot for placed in page.placed() for spot in placed.laid.spots}
    numbers = {
        inline.reference
        for placed in page.shown.excerpt.blocks
        for inline in block_inlines(placed.block)
        if isinstance(inline, LinkedNumber)
    }
    assert numbers
    assert set(spots) == numbers
    assert all(box.width() > 5 for spot in spots.values() for box in spot.boxes)


def test_what_has_not_changed_is_not_laid_out_again(qapp, maker, sample_definitions, sample_snapshot) -> None:
    first = page_of(maker, sample_definitions, sample_snapshot, "csr-2022", "growth.knowledge")
    again = Page(first.shown)
    again.take_over(first)
    assert again.laid() == first.laid()
    assert all(one is other for one, other in zip(again.laid(), first.laid(), strict=True))


def test_a_chapter_is_one_page_and_a_section_that_holds_others_is_shown_with_them(sample_definitions) -> None:
    outline = sample_definitions.outlines["csr-2022"]
    chapter = shown_sections(outline, Wanted("csr-2022", "green.climate", ("en",), chapter=True))
    assert chapter == ("green", "green.climate", "green.operation")
    assert shown_sections(outline, Wanted("csr-2022", "green.climate", ("en",))) == ("green.climate",)
    holder = next(section for section in outline.walk() if section.sections and not section.blocks)
    assert len(shown_sections(outline, Wanted("csr-2022", holder.code, ("en",)))) > 1
    assert shown_sections(outline, Wanted("csr-2022", "nowhere", ("en",))) == ()


def test_a_value_is_found_in_the_blocks_that_print_it(sample_definitions) -> None:
    section = next(s for s in sample_definitions.outlines["csr-2022"].walk() if s.code == "profile.year.results")
    chart = next(block for block in section.blocks if isinstance(block, ChartBlock))
    reference = parse_reference(chart.series[0].reference)
    assert reference is not None
    assert chart.id in planned_with(section, reference.key(2022))


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        ("94182522", "#,##0", "94,182,522"),
        ("0.4375", "0.0%", "43.8%"),
        ("43.75", '#,##0.0"%"', "43.8%"),
        ("95", '"超过"#,##0"%"', "超过95%"),
        ("5.5", "0.0", "5.5"),
        ("7", "General", "7"),
        ("-1234.5", "#,##0.0", "-1,234.5"),
    ],
)
def test_a_charts_label_is_what_its_number_format_says(value, form, words) -> None:
    assert label_words(Decimal(value), form) == words


def test_a_heading_goes_over_to_the_sheet_of_what_follows() -> None:
    parts = [Laid(80, cuts=(80,)), Laid(10, kept=True), Laid(60, cuts=(30, 60))]
    first, second = sheets(parts, 100)
    assert [slip.laid for slip in first] == parts[:1]
    assert [slip.laid for slip in second] == parts[1:]


def test_a_long_part_is_cut_between_its_lines_and_nothing_is_lost() -> None:
    part = Laid(250, cuts=(40, 90, 140, 190, 250))
    found = [(slip.start, slip.end) for slips in sheets([part], 100) for slip in slips]
    assert found == [(0, 90), (90, 190), (190, 250)]


def test_what_cannot_be_divided_and_is_higher_than_a_sheet_goes_over_several() -> None:
    found = [(slip.start, slip.end) for slips in sheets([Laid(250)], 100) for slip in slips]
    assert found == [(0, 100), (100, 200), (200, 250)]


def test_what_stands_before_a_section_takes_its_part_of_the_first_sheet() -> None:
    parts = [Laid(60, cuts=(60,)), Laid(60, cuts=(20, 40, 60)), Laid(30, cuts=(30,))]
    found = [[(slip.start, slip.end) for slip in slips] for slips in sheets(parts, 100, 50)]
    assert found == [[], [(0, 60), (0, 40)], [(40, 60), (0, 30)]]
    assert list(ends(parts, 100, 50)) == [(0, 0.0), (1, 40)]
    assert list(ends(parts, 1000, 50)) == []


def test_a_page_tells_where_its_sheets_end_and_their_numbers(maker, sample_definitions, sample_snapshot) -> None:
    page = page_of(maker, sample_definitions, sample_snapshot, "csr-2022", "growth.moments")
    first, breaks = page.shown.excerpt.page, page.breaks()
    assert first > 5
    assert [number for _, number in breaks] == list(range(first + 1, first + 1 + len(breaks)))
    heights = [height for height, _ in breaks]
    assert heights == sorted(heights)
    assert 1 <= len(breaks) <= 4
    narrow = Page(page.shown, 300 * 2)
    narrow.lay_out(None)
    assert abs(len(narrow.breaks()) - len(breaks)) <= 2  # set narrower, about as many sheets


KINDS = ("column", "bar", "line", "shares")


def drawn(maker, definitions, snapshot, data: ChartData) -> Laid:
    press = page_of(maker, definitions, snapshot, "csr-2022", "employees.rights").press
    return chart(press, data)


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_of_each_kind_names_its_categories_and_numbers_and_leaves_gaps(
    qapp, maker, sample_definitions, sample_snapshot, kind
) -> None:
    series = (ChartSeries("甲", (Decimal(30), None, Decimal(70)), parts=("子", "", "丑")),)
    laid = drawn(maker, sample_definitions, sample_snapshot, ChartData("c", kind, ("一", "二", "三"), series))
    numbers = ("子 30%", "丑 70%") if kind == "shares" else ("30", "70")
    assert {"一", "二", "三", *numbers} <= set(laid.words)
    nothing = ChartData("c", kind, ("一", "二", "三"), (ChartSeries("甲", (None,) * 3, parts=("",) * 3),))
    assert drawn(maker, sample_definitions, sample_snapshot, nothing).height == laid.height


def test_a_crowded_chart_has_numbers_at_its_lines_and_at_points_that_are_not_exact(
    qapp, maker, sample_definitions, sample_snapshot
) -> None:
    values = tuple(Decimal(number * 10) for number in range(15))
    formats = ('"约"#,##0', *("",) * 14)
    data = ChartData("c", "column", tuple(map(str, range(2000, 2015))), (ChartSeries("甲", values, formats=formats),))
    words = drawn(maker, sample_definitions, sample_snapshot, data).words
    assert "约0" in words
    assert "130" not in words
    assert "150" in words


def test_the_matrix_has_each_points_number_once_and_the_names_of_its_axes_and_groups(
    qapp, maker, sample_definitions, sample_snapshot
) -> None:
    high, low = (Decimal(4), None, Decimal(4)), (None, Decimal(2), None)
    data = ChartData(
        "m", "scatter", ("1 甲", "2 乙", "3 丙"), (ChartSeries("高", high), ChartSeries("低", low)), number_format="0",
        across=(Decimal(3), Decimal(1), Decimal(3)), labels=("1", "2", "3"), axes=("对公司", "对各方"),
    )  # fmt: skip
    words = list(drawn(maker, sample_definitions, sample_snapshot, data).words)
    assert {"1, 3", "对公司", "对各方", "高", "低"} <= set(words)  # points on one spot share a label


def test_pages_too_narrow_to_read_are_set_narrower_and_figures_shrink(
    qapp, maker, sample_definitions, sample_snapshot
) -> None:
    shown = page_of(maker, sample_definitions, sample_snapshot, "csr-2022", "profile.year.results").shown
    assert narrowed(shown, 700) == 0
    room = narrowed(shown, 300)
    narrow = Page(shown, room)
    narrow.lay_out(None)
    assert narrow.width == room
    assert any(isinstance(item, Shrunk) for placed in narrow.placed() for item in placed.laid.items)
