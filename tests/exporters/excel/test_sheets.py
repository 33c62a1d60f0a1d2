"""The data sheets say what the data say: every placed metric, every year, every part, and why something is missing."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from exporters.charts.data import FEWEST_POINTS
from exporters.excel.sheets.layout import sheet_title, text_width
from exporters.excel.sheets.lookups import total
from exporters.excel.sheets.values import number_format
from schema.catalogue.definitions import Metric
from schema.catalogue.factors import FactorVersion
from schema.catalogue.outline import ChartBlock, TableBlock, placements
from schema.grammar.formula import FactorRef, Formula, Operation, Ref
from schema.grammar.reference import Key, parse_reference, value_key
from schema.grammar.words import LANGUAGES
from schema.values.datapoint import DataPoint, PublishedValue
from schema.values.display import qualifier_words
from schema.values.qualifiers import QUALIFIERS
from tests.office_files import complaints

from .recalculated import SOFFICE, differences, recalculate
from .sample import YEAR, definitions, figures, named, point, saved, small, snapshot, words, workbook

REPORTS = ("csr-2019", "csr-2022", "esg-2021", "press-2021", "press-2022")
EVERY = [(report, language) for report in REPORTS for language in LANGUAGES]
# Each language, a report and a release.
VALIDATED = [("csr-2022", "zh-Hans"), ("esg-2021", "zh-Hant"), ("press-2022", "en")]
# Each report in one language; in the others in `make test-long`.
ONCE = [*VALIDATED, ("csr-2019", "en"), ("press-2021", "zh-Hans")]
MOST = [pytest.param(*pair, marks=() if pair in ONCE else pytest.mark.long) for pair in EVERY]


def metric(code, unit="person", kind="integer", **fields):
    return Metric(code, words(code.title()), kind, unit, fields.pop("display", ""), "flow", "hr", **fields)


LOOKED_UP = r'INDEX\(annals_data\[value\],MATCH\((?:"v\w{12}"|\$[A-Z]+\d+),annals_data\[key\],0\)\)'


def live_total(*parts, needed):
    """The formula of a total of which so many parts at least have a value."""
    return total([part.key for part in parts], needed)


def chapter(book):
    return book.sheet("Chapter")


def labels(sheet):
    return [row.cells[0].value for row in sheet.rows[3:]]


def row_with(sheet, label):
    return next(row.cells for row in sheet.rows if row.cells and row.cells[0].value == label)


HEADS = metric("heads", crossings=(("gender",),), sum_over=("gender",))
PARTS = (point("heads", 5, category="gender=male"), point("heads", 7, category="gender=female"))


# --- the sample


@pytest.mark.parametrize(("report", "language"), MOST)
def test_every_metric_placed_in_a_block_has_a_named_cell(report, language):
    names = named(workbook(report, language))
    outline = definitions().outlines[report]
    blocks = [block for section in outline.walk() for block in section.blocks]
    codes = {parse_reference(item.reference).code for block in blocks for item in placements(block)}
    assert codes
    assert {code for code in codes if Key(code, outline.year).defined_name() not in names} == set()


@pytest.mark.parametrize("report", REPORTS)
def test_every_value_of_the_data_sheet_is_the_stored_one(report):
    head, *rows = next(s for s in workbook(report).sheets if s.table and s.table.name == "annals_data").rows
    at = {cell.value: number for number, cell in enumerate(head.cells)}
    held = {
        row.cells[at["ref"]].value: row.cells[at["value"]].value for row in rows if not row.cells[at["format"]].value
    }
    results, own = figures(), [key for key in snapshot().points if key.canonical() in held]
    assert own
    assert [k for k in own if held[k.canonical()] != results.value(k).value] == []


@pytest.mark.parametrize(("report", "language"), MOST)
def test_the_row_of_a_member_bears_the_members_name(report, language):
    catalogue, book = definitions().catalogue, workbook(report, language)
    keys = {
        key.defined_name(): key for key in snapshot().points if "gender=" in key.category and ";" not in key.category
    }
    rows = [row.cells for sheet in book.sheets for row in sheet.rows]
    told = {(keys[cell.name].category, cells[0].value) for cells in rows for cell in cells if cell.name in keys}
    known = {f"gender={m.code}": m.name.get(language) for m in catalogue.breakdowns["gender"].members}
    assert told or report != "esg-2021"
    assert all(known[category] in label for category, label in told)
    assert all(other not in label for category, label in told for other in known.values() if other != known[category])


@pytest.mark.parametrize("report", REPORTS)
def test_a_cell_that_repeats_another_is_empty_where_the_other_is(report):
    cells = [cell for sheet in workbook(report).sheets for row in sheet.rows for cell in row.cells]
    repeating = [cell for cell in cells if cell.style.startswith("linked") and cell.formula]
    empty = re.compile(rf'IF\(({LOOKED_UP})="","",(ROUND\w*\()?\1.*\)')
    assert repeating
    assert [cell.formula for cell in repeating if not empty.fullmatch(cell.formula)] == []


@pytest.mark.parametrize("report", REPORTS)
def test_every_key_by_which_a_formula_looks_up_is_in_the_data_sheet_and_none_goes_by_the_place_of_a_cell(report):
    book = workbook(report)
    data = next(sheet for sheet in book.sheets if sheet.table and sheet.table.name == "annals_data")
    keys = {row.cells[0].value for row in data.rows[1:]}
    formulas = [c.formula for sheet in book.sheets for row in sheet.rows for c in row.cells if c.formula]
    used = {key for formula in formulas for key in re.findall(r'"(v[0-9a-f]{12})"', formula)}
    beside = {cell.value for sheet in book.sheets if sheet is not data for row in sheet.rows for cell in row.cells}
    beside = {key for key in beside if isinstance(key, str) and re.fullmatch(r"v[0-9a-f]{12}", key)}
    assert used
    assert (used | beside) - keys == set()
    assert [formula for formula in formulas if re.search(r"\b[vfc]_\w+", formula)] == []


@pytest.mark.parametrize(("report", "language"), MOST)
def test_tab_titles_are_allowed_and_differ(report, language):
    titles = [sheet.title for sheet in workbook(report, language).sheets]
    assert len({title.casefold() for title in titles}) == len(titles)
    assert all(0 < len(title) <= 31 and not set(title) & set("[]:*?/\\") for title in titles)


@pytest.mark.parametrize("report", REPORTS)
def test_every_chart_of_the_outline_with_data_is_drawn(report):
    outline, results = definitions().outlines[report], figures()
    blocks = [block for section in outline.walk() for block in section.blocks if isinstance(block, ChartBlock)]
    drawn = {placed.data.id for sheet in workbook(report).sheets for placed in sheet.charts}
    for block in blocks:
        keys = [parse_reference(item.reference).key(outline.year) for item in block.series]
        lines = [member for key in keys for member in results.members(key)]
        years = range(outline.year - block.years + 1, outline.year + 1)
        every = [replace(line, period=year) for line in lines for year in years]
        enough = sum(results.value(key).value is not None for key in every) >= FEWEST_POINTS
        told = any(isinstance(other, TableBlock) for other in outline.part(block.id)[0].blocks)
        assert any(name.startswith(block.id) for name in drawn) or not enough or told, block.id


@pytest.mark.parametrize("report", REPORTS)
def test_what_a_chart_shows_stands_in_the_cells_that_it_refers_to(report):
    for sheet in workbook(report).sheets:
        for placed in sheet.charts:
            for number, series in enumerate(placed.data.series):
                cells = sheet.rows[placed.place.row + placed.place.skip + number].cells
                assert [cell.value for cell in cells] == [series.name, *series.values]


@pytest.mark.parametrize(("report", "language"), VALIDATED)
def test_the_file_of_the_sample_validates(report, language, tmp_path):
    assert complaints(saved(workbook(report, language), tmp_path)) == []


@pytest.mark.long  # two seconds of validating each; languages differ in words, not in structure
@pytest.mark.parametrize(("report", "language"), [pair for pair in EVERY if pair not in VALIDATED])
def test_the_file_of_every_report_validates_in_every_language(report, language, tmp_path):
    assert complaints(saved(workbook(report, language), tmp_path)) == []


# --- values, totals, changes


def test_years_run_to_the_reports_own_newest_last_and_never_beyond_the_data():
    book = small([metric("a")], points=[point("a", 1, YEAR - 1), point("a", 2)], years=5)
    head = [cell.value for cell in chapter(book).rows[2].cells]
    assert head[2:5] == [str(YEAR - 1), str(YEAR), "Change"]


def test_a_report_of_one_year_has_no_change_column():
    book = small([metric("a")], points=[point("a", 1, YEAR - 1), point("a", 2)], years=1)
    assert [cell.value for cell in chapter(book).rows[2].cells][2:4] == [str(YEAR), "Footnotes and sources"]


def test_the_change_is_a_live_formula_with_the_exact_share():
    book = small([metric("a")], points=[point("a", 8, YEAR - 1), point("a", 10)])
    cell = row_with(chapter(book), "A")[4]
    assert cell.value == Decimal("0.25")
    assert cell.formula == 'IF(COUNT(C4:D4)<2,"",IF(C4=0,"",(D4-C4)/ABS(C4)))'


def test_the_change_of_a_percentage_is_in_points():
    rate = metric("rate", "percent", "percent")
    book = small([rate], points=[point("rate", "90.5", YEAR - 1), point("rate", 92)])
    cell = row_with(chapter(book), "Rate")[4]
    assert cell.value == Decimal("1.5")
    assert '" pp"' in cell.style


def test_a_total_that_follows_from_its_parts_is_a_live_sum():
    cell = named(small([HEADS], points=PARTS, years=1))[Key("heads", YEAR).defined_name()]
    assert (cell.value, cell.formula) == (Decimal(12), live_total(*PARTS, needed=2))


def test_a_missing_part_makes_the_total_missing():
    cell = named(small([HEADS], points=PARTS[:1], years=1))[Key("heads", YEAR).defined_name()]
    assert cell.value is None


def test_a_part_that_does_not_apply_counts_as_absent():
    absent = point("heads", category="gender=female", omission="not_applicable")
    names = named(small([HEADS], points=[PARTS[0], absent], years=1))
    cell = names[Key("heads", YEAR).defined_name()]
    assert (cell.value, cell.formula) == (Decimal(5), live_total(PARTS[0], absent, needed=1))
    assert names[absent.key.defined_name()].value == "Not applicable"


def test_a_typed_total_stays_typed_and_its_parts_are_added_up_below():
    book = small([HEADS], points=[*PARTS, point("heads", 13)], years=1)
    assert re.fullmatch(rf'IF\({LOOKED_UP}="","",{LOOKED_UP}\)', named(book)[Key("heads", YEAR).defined_name()].formula)
    below = row_with(chapter(book), "Total")[2]
    assert (below.value, below.formula) == (Decimal(12), live_total(*PARTS, needed=2))


def test_parts_that_do_not_add_up_have_no_total():
    book = small([replace(HEADS, sum_over=())], points=PARTS, years=1)
    assert "Total" not in labels(chapter(book))


def test_a_crossing_without_data_is_left_out():
    assert labels(chapter(small([HEADS], points=[point("heads", 3)]))) == ["Heads"]


def test_an_omission_is_a_mark_with_its_note_not_a_number():
    book = small([metric("a")], points=[point("a", omission="confidential", footnote="Under contract.")], years=1)
    cells = row_with(chapter(book), "A")
    assert (cells[2].value, cells[3].value) == ("Confidential", "Under contract")


def test_an_unread_value_stands_as_typed():
    book = small([metric("a")], points=[point("a", unread="about a dozen")], years=1)
    assert row_with(chapter(book), "A")[2].value == "about a dozen"


def test_a_qualifier_is_shown_around_a_cell_that_stays_a_number():
    book = small([metric("a")], points=[point("a", 6000, qualifier="over")], years=1)
    cell = row_with(chapter(book), "A")[2]
    assert (cell.value, cell.style) == (Decimal(6000), 'linked|"over "#,##0')


@pytest.mark.parametrize(("code", "language"), [(code, language) for code in QUALIFIERS for language in LANGUAGES])
def test_each_qualifier_stands_around_its_cell_in_each_language(code, language):
    before, inside, after = (f'"{text}"' if text else "" for text in qualifier_words(code, language))
    assert number_format(metric("a"), 0, language, code) == f"{before}#,##0{inside}{after}"
    share = metric("a", "percent", "percent")
    assert number_format(share, 1, language, code).count("%") == 1
    assert len(before + inside + after) > 2


def test_a_number_of_a_record_keeps_its_qualifier():
    report = "csr-2022"
    names = named(workbook(report, "zh-Hans"))
    said = 0
    for record in snapshot().records.values():
        kind = definitions().catalogue.records[record.key.type]
        for column in (column for column in kind.columns if column.numeric and record.report == report):
            if code := record.field(column.code).qualifier:
                style = names[record.key.number(column.code).defined_name()].style
                assert any(word and word in style for word in qualifier_words(code, "zh-Hans")), style
                said += 1
    assert said


@pytest.mark.parametrize(
    ("value", "code", "wanted"),
    [
        ("55.66", "over", "ROUNDDOWN"),
        ("55.64", "over", ""),
        ("55.64", "less_than", "ROUNDUP"),
        ("55.66", "less_than", ""),
        ("55.64", "about", ""),
    ],
)
def test_a_cell_is_rounded_as_the_draft_is_where_a_number_format_would_make_its_words_untrue(value, code, wanted):
    book = small([metric("a", "t", "number", display="0.0")], points=[point("a", value, qualifier=code)], years=1)
    cell = row_with(chapter(book), "A")[2]
    assert cell.style.endswith("#,##0.0")
    assert "".join(re.findall(r"ROUND\w*", cell.formula)) == wanted
    assert cell.value == (Decimal(value) if not wanted else Decimal("55.6" if wanted == "ROUNDDOWN" else "55.7"))


def test_cells_are_in_the_unit_that_is_printed():
    energy = metric("energy.power", "kwh", "number", display="mwh 0.00")
    book = small([energy], points=[point("energy.power", "1234567.8")], years=1)
    cells = row_with(chapter(book), "Energy.Power")
    assert [cells[1].value, cells[2].value, cells[2].style] == ["MWh", Decimal("1234.5678"), "linked|#,##0.00"]
    assert cells[2].formula.endswith("/1000)")


@pytest.mark.parametrize(
    ("display", "kind", "value", "wanted"),
    [
        ("0.00", "number", "5", "#,##0.00"),
        ("0.0", "number", "5", "#,##0.0"),
        ("", "integer", "5", "#,##0"),
        ("万 0.0", "integer", "50000", "#,##0"),  # fifty thousand: English has a word for thousands
    ],
)
def test_a_cell_shows_as_many_decimals_as_the_metrics_display(display, kind, value, wanted):
    book = small([metric("a", kind=kind, display=display)], points=[point("a", value)])
    assert named(book)[Key("a", YEAR).defined_name()].style.rpartition("|")[2] == wanted


def test_the_factor_in_force_has_the_plain_name_and_others_carry_their_year():
    versions = [
        FactorVersion("coal", words("Coal"), Decimal(size), "person", Decimal(1), "person", since, until, "")
        for size, since, until in ((2, 2010, YEAR - 1), (3, YEAR, 0))
    ]
    formula = Formula("[a] * [factor.coal]", Operation("*", (Ref("a"), FactorRef("coal"))))
    book = small(
        [metric("a"), metric("b", formula=formula)],
        points=[point("a", 5, YEAR - 1), point("a", 7)],
        factors=versions,
    )
    cells = named(book)
    assert (cells["f_coal"].value, cells["f_coal_2010"].value) == (Decimal(3), Decimal(2))
    now, before = (cells[Key("b", year).defined_name()] for year in (YEAR, YEAR - 1))
    assert (now.value, before.value) == (Decimal(21), Decimal(10))
    old, new = (value_key(f"factor.coal@{year}", "") for year in (YEAR - 1, YEAR))
    assert old in before.formula
    assert new not in before.formula
    assert new in now.formula


def test_notes_of_several_years_name_their_year():
    data = [point("a", 1, YEAR - 1, source="old"), point("a", 2, source="new", estimated=True)]
    note = row_with(chapter(small([metric("a")], points=data)), "A")[5].value
    assert note == f"{YEAR}: estimated; source: new\n{YEAR - 1}: source: old"


def test_disclosures_say_whose_they_are():
    codes = {"hkex2021": ("A2.1",), "sdg": ("SDG8",), "gri2016": ("302-1",)}
    book = small([metric("a", disclosures=codes)], points=[point("a", 1)], years=1, frameworks=tuple(codes))
    assert row_with(chapter(book), "A")[4].value == "A2.1, SDG8, GRI 302-1"


def test_a_published_value_within_its_printed_precision_is_equal():
    printed = PublishedValue("r", Key("a", YEAR), "1.2万", Decimal(12000), "", Decimal(1000), "p. 7")
    for value, result in ((12400, "equal"), (12600, "differs")):
        rows = small([metric("a")], points=[point("a", value)], published=[printed]).sheet("Published").rows
        assert [cell.value for cell in rows[3].cells][4:] == [
            "1.2万",
            Decimal(12000),
            Decimal(value),
            Decimal(value - 12000),
            result,
        ]


def test_open_points_stand_with_their_sentence_and_lead_to_their_cell():
    report = REPORTS[0]
    year, metrics, shown = definitions().outlines[report].year, definitions().catalogue.metrics, named(workbook(report))
    key = next(
        key
        for key in snapshot().points
        if key.period == year and key.defined_name() in shown and metrics[key.metric].kind == "integer"
    )
    data = replace(snapshot(), points={**snapshot().points, key: DataPoint(key, Decimal("1.5"))})
    sheet = workbook(report, "en", data).sheet("Open points")
    cells = sheet.rows[3].cells
    assert (cells[0].value, cells[2].value) == ("Error", str(key.period))
    assert cells[1].link


def test_a_chinese_character_is_two_wide():
    assert text_width("年度 2022") == 9


def test_a_tab_title_drops_what_excel_forbids_and_is_numbered_when_taken():
    assert sheet_title("a/b: [c]", []) == "a b c"
    assert sheet_title("A", ["a"]) == "A (2)"
    assert len(sheet_title("x" * 50, ["x" * 30 + "…"])) <= 31


# --- a second opinion


def gapped(seed):
    """Take a quarter of the sample's values away, some of them into omissions."""
    import random

    chance, points = random.Random(seed), dict(snapshot().points)
    for key in chance.sample(sorted(points), len(points) // 4):
        if chance.random() < 0.3:
            omission = chance.choice(["not_applicable", "not_collected"])
            points[key] = replace(points[key], value=None, unread="", omission=omission)
        else:
            del points[key]
    return replace(snapshot(), points=points)


@pytest.mark.long
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("seed", [None, 1, 2])
def test_libreoffice_computes_every_formula_to_our_value_with_gaps_planted(report, seed, tmp_path):
    book = workbook(report, data=None if seed is None else gapped(seed))
    recalculated, removed = recalculate(saved(book, tmp_path), tmp_path)
    formulas = sum(cell.formula is not None for sheet in book.sheets for row in sheet.rows for cell in row.cells)
    assert removed == formulas > 50  # a release has some sixty, a report hundreds
    assert list(differences(book, recalculated)) == []


@pytest.mark.long
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_the_second_opinion_notices_a_wrong_value(tmp_path):
    book = small([HEADS], points=PARTS, years=1)
    path = saved(book, tmp_path)
    wrong = replace(book, sheets=tuple(_spoiled(sheet) for sheet in book.sheets))
    found = list(differences(wrong, recalculate(path, tmp_path)[0]))
    assert {ours for _, _, ours, _ in found} == {Decimal(13)}


def _spoiled(sheet):
    def cell(old):
        return replace(old, value=Decimal(13)) if old.formula and old.value == 12 else old

    return replace(sheet, rows=tuple(replace(row, cells=tuple(map(cell, row.cells))) for row in sheet.rows))
