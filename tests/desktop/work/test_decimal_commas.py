"""Decimal commas: a file is asked about once, read as it is then said, and nothing is stored before."""

import openpyxl
import pytest

from desktop.work.import_figures import match_rows, read_figures_file, read_sheet, sheet_intake, with_decimal
from schema.errors import ImportRefused
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.oldsheets.decimal_commas import pointed
from schema.exchange.oldsheets.intake import Options
from schema.exchange.oldsheets.proposal import OldFile
from schema.moment import Moment
from schema.validation.messages import message
from schema.values.datapoint import Snapshot
from schema.values.decimal_marks import Undecided, undecided, with_point

CONTINENTAL = "指标;单位;2023;2024\n新鲜水使用量;吨;12.345;13.456\n天然气消耗量;立方米;1.250.000;1.300.000\n"
SHARE = "受训员工百分比：男性;%;93,6;94,25\n"
DOTS = "指标;单位;2023;2024\n新鲜水使用量;吨;12.345;13.456\n"
POINTS = DOTS + "天然气消耗量;立方米;93.6;1.5\n"
WHOLE = "指标;单位;2023;2024\n新鲜水使用量;吨;12345;13456\n"
COMMAS = "指标,单位,2023,2024\n新鲜水使用量,吨,12.345,13.456\n"
QUOTED = '指标,单位,2023,2024\n新鲜水使用量,吨,"12,5","13,25"\n'


@pytest.fixture
def moment(definitions):
    return Moment(definitions, Snapshot())


@pytest.fixture
def brought(tmp_path, moment):
    """What a table brings, read as a person says: the refusals, and the values by metric and year."""

    def read(content, decimal=""):
        path = tmp_path / "t.csv"
        path.write_text(content, "utf-8")
        return outcome(read_sheet(path, moment, "en"), decimal)

    return read


def outcome(reading, decimal):
    reading = with_decimal(reading, decimal) if decimal else reading
    intake = sheet_intake(reading, match_rows(reading, Options()))
    values = {(c.subject.metric, c.subject.period): str(c.after.value) for c in intake.changes}
    return [issue.code for issue in intake.issues if issue.severity == "error"], values


@pytest.mark.parametrize("content", [CONTINENTAL + SHARE, CONTINENTAL, DOTS, QUOTED])
def test_a_file_that_does_not_show_what_its_points_mean_is_asked_about_once(brought, content):
    codes, _ = brought(content)
    assert codes == ["decimal.question"]


@pytest.mark.parametrize("content", [POINTS, WHOLE, COMMAS])
def test_a_file_that_shows_it_or_does_not_depend_on_it_is_not_asked_about(brought, content):
    codes, values = brought(content)
    assert codes == []
    assert float(values["water.fresh", 2023]) in (12.345, 12345)


def test_once_it_is_said_the_file_is_read_so(brought):
    _, commas = brought(CONTINENTAL + SHARE, "comma")
    assert (commas["water.fresh", 2023], commas["energy.gas", 2023]) == ("12345", "1250000")
    assert commas["training.trained.rate", 2023] == "93.6"
    _, points = brought(DOTS, "point")
    assert points["water.fresh", 2024] == "13.456"


def test_in_a_workbook_only_numbers_that_are_text_have_a_decimal_comma(tmp_path, moment):
    book = openpyxl.Workbook()
    for row in (["指标", "单位", "2023年", "2024年"], ["新鲜水使用量", "吨", 12.345, "1.234,5"]):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    reading = read_sheet(tmp_path / "t.xlsx", moment, "en")
    assert outcome(reading, "")[0] == ["decimal.question"]
    codes, values = outcome(reading, "comma")
    assert (codes, values["water.fresh", 2023], values["water.fresh", 2024]) == ([], "12.345", "1234.5")


def test_dates_and_names_keep_their_points():
    row = ("PM2.5 排放量（GB 3095-2012 二级）", "31.12.2024", "1.234,5 t", "<0,1", "-12.345")
    (sheet,) = pointed(OldFile("t.csv", (PlainSheet("", (row,)),))).sheets
    assert sheet.rows == ((*row[:2], "1,234.5 t", "<0.1", "-12,345"),)


def test_a_figures_file_of_semicolons_is_asked_about_as_well(tmp_path, moment):
    path = tmp_path / "f.csv"
    path.write_text("metric;period;value\nwater.fresh;2024;12.345\n", "utf-8")
    with pytest.raises(ImportRefused) as refused:
        read_figures_file(path, moment, keep_unreadable=False)
    assert [(issue.code, issue.place) for issue in refused.value.issues] == [("decimal.question", "f.csv:2")]
    for decimal, value in (("comma", "12345"), ("point", "12.345")):
        (change,) = read_figures_file(path, moment, keep_unreadable=False, decimal=decimal).changes
        assert str(change.after.value) == value


@pytest.mark.parametrize(
    ("texts", "continental", "asked"),
    [
        (["12.345", "93,6"], False, Undecided("12.345", "93,6")),
        (["1.250.000", "12.345"], True, Undecided("12.345", "1.250.000")),
        (["93,6"], False, Undecided("93,6", "93,6")),
        (["12.345"], True, Undecided("12.345")),
        (["12,345"], True, Undecided("12,345")),
        (["12.345"], False, None),
        (["1,234.5", "12,345"], True, None),
        (["93.6", "93,6"], False, None),
        (["1,234,567"], True, None),
        (["不超过0,1 t"], False, Undecided("0,1", "0,1")),
        (["5", "无", ""], True, None),
    ],
)
def test_what_proves_a_decimal_point_or_comma(texts, continental, asked):
    assert undecided(texts, continental=continental) == asked


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (CONTINENTAL, "t.csv C3: “1.250.000” looks like a number with a decimal comma; please confirm it. Nothing was imported."
         " Say which: --decimal comma (then “12.345” is 12,345)"),
        (DOTS, "t.csv C2: The file does not show what the sign in “12.345” is, a decimal mark or one between thousands."
         " Nothing was imported."),
    ],
)  # fmt: skip
def test_the_example_of_the_question_is_a_number_that_depends_on_the_answer(tmp_path, moment, content, told):
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    reading = read_sheet(path, moment, "en")
    (issue,) = [i for i in sheet_intake(reading, match_rows(reading, Options())).issues if i.severity == "error"]
    assert f"{issue.place}: {message(issue, moment.catalogue, 'en')}".startswith(told)


def test_points_and_commas_change_places_in_numbers_only():
    assert with_point("约1.250,5吨, 占93,6%.") == "约1,250.5吨, 占93.6%."
