"""Workbooks that auditors, and others, send: each is read safely, or refused with a sentence, and nothing is stored."""

from __future__ import annotations

import resource
import shutil
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.work.verdicts import Taken, offered, take
from schema.catalogue.program_words import ProgramWords
from schema.errors import AnnalsError
from schema.grammar.words import LANGUAGES
from schema.validation.messages import error_message
from schema.values.verdicts import verdicts_of
from schema.workspace import Workspace
from tests.desktop.conftest import RESOURCES, YEAR
from tests.desktop.judged_books import ACT, Edit, judge, pack_of

GAS, DIESEL, STAFF = f"energy.gas@{YEAR - 1}", f"energy.diesel@{YEAR}", f"staff@{YEAR}:gender=male"
SOUND = {DIESEL: ("pass", ""), STAFF: ("fail", "名册上是 61 人")}


@pytest.fixture(scope="module")
def place(kept_small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace with its pack beside it; no test changes it."""
    folder = tmp_path_factory.mktemp("judged")
    path = Path(shutil.copy(kept_small, folder / "w.annals"))
    with opened(path) as workspace:
        pack_of(workspace, folder / "pack", f"csr-{YEAR}")
    return path


@pytest.fixture(scope="module")
def book(place: Path) -> Path:
    return place.parent / "pack" / f"csr-{YEAR}-assurance.xlsx"


def opened(path: Path, *, write: bool = False) -> Workspace:
    program = ProgramWords(RESOURCES)
    return Workspace.open(
        path, write=write, who=ACT.who, now=lambda: datetime(2026, 12, 1, tzinfo=UTC), program=program
    )


def spent() -> float:
    """Return the seconds of the processor that this process and those it began have taken."""
    return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def read(place: Path, file: Path) -> Taken | AnnalsError:
    """Read a workbook; whatever it is, it costs little and leaves the workspace as it was."""
    before, start = place.read_bytes(), spent()
    try:
        with opened(place) as workspace:
            found: Taken | AnnalsError = offered(workspace, file, ACT)
    except AnnalsError as error:
        found = error
    assert spent() - start < 2
    assert place.read_bytes() == before
    if isinstance(found, AnnalsError):
        sentences = [error_message(found, ProgramWords(RESOURCES).messages, tongue) for tongue in LANGUAGES]
        assert [file.name in sentence for sentence in sentences] == [True] * 3
    return found


# whole files


def _truncated(book: Path, path: Path) -> None:
    path.write_bytes(book.read_bytes()[:2000])


def _csv(book: Path, path: Path) -> None:
    del book
    path.write_text("key,ref,format,verdict,remark\nv1,energy.gas@2022,,pass,\n", "utf-8")


def _empty(book: Path, path: Path) -> None:
    del book
    path.write_bytes(b"")


def _web(book: Path, path: Path) -> None:
    del book
    path.write_text("<html><table><tr><td>key</td></tr></table></html>", "utf-8")


def _database(book: Path, path: Path) -> None:
    shutil.copy(book.parents[1] / "w.annals", path)


def _bare_zip(book: Path, path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/../../evil.xml", "<a/>")
    del book


def _bomb(book: Path, path: Path) -> None:
    shutil.copy(book, path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/big.xml", b" " * 90_000_000)


def _far_cell(book: Path, path: Path) -> None:
    judge(book, path, SOUND, lambda workbook, sheet, top, columns: sheet.cell(1_000_000, 40, "pass"))


def _entities(book: Path, path: Path) -> None:
    """A part that unfolds a hundredfold when it is read."""
    evil = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;">]><workbook>&c;</workbook>'
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, evil if name == "xl/workbook.xml" else source.read(name))


def _foreign(book: Path, path: Path) -> None:
    del book
    workbook = openpyxl.Workbook()
    workbook.active.append(["key", "ref", "format", "verdict", "remark"])  # pyright: ignore[reportOptionalMemberAccess]
    workbook.save(path)


FILES = {
    _truncated: "book.not_workbook", _csv: "book.not_workbook", _empty: "book.not_workbook",
    _web: "book.not_workbook", _database: "book.not_workbook", _bare_zip: "book.not_workbook",
    _bomb: "book.too_large", _far_cell: "book.too_large", _entities: "book.not_workbook", _foreign: "assure.not_ours",
}  # fmt: skip


@pytest.mark.parametrize("make", FILES, ids=lambda make: make.__name__)
def test_a_file_that_is_no_workbook_of_ours_is_refused_by_name(place, book, tmp_path, make):
    file = tmp_path / "交回.xlsx"
    make(book, file)
    found = read(place, file)
    assert isinstance(found, AnnalsError)
    assert found.code == FILES[make]


# workbooks of ours that are not about this


def _marked(name: str, text: str) -> Edit:
    def edit(workbook, sheet, top, columns):
        for row in workbook["annals"].iter_rows():
            if row[0].value == name:
                row[1].value = text

    return edit


def _twice(workbook, sheet, top, columns):
    sheet.cell(top, sheet.max_column + 1, "verdict")


def _no_remark(workbook, sheet, top, columns):
    sheet.cell(top, columns["remark"], "注")


def _unmarked(workbook, sheet, top, columns):
    workbook.remove(workbook["annals"])


@pytest.mark.parametrize(("edit", "code"), [
    (_marked("head", "0" * 64), "assure.other"), (_marked("number", "1"), "assure.other"),
    (_marked("number", "99999999999999999999"), "assure.other"), (_marked("number", "-1"), "assure.not_ours"),
    (_marked("report", "csr-1999"), "assure.other"), (_marked("head", ""), "assure.other"),
    (_twice, "assure.column"), (_no_remark, "assure.not_ours"), (_unmarked, "assure.not_ours"),
])  # fmt: skip
def test_a_workbook_of_another_company_report_or_state_is_refused_whole(place, book, tmp_path, edit, code):
    found = read(place, judge(book, tmp_path / "交回.xlsx", SOUND, edit))
    assert isinstance(found, AnnalsError)
    assert found.code == code


def test_a_workbook_in_which_nothing_is_noted_says_so(place, book, tmp_path):
    found = read(place, judge(book, tmp_path / "交回.xlsx", {}))
    assert isinstance(found, AnnalsError)
    assert found.code == "assure.none"


# what people do to rows and columns


def _sorted(workbook, sheet, top, columns):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=top + 1)]
    for number, row in enumerate(sorted(rows, key=lambda row: str(row[columns["printed"] - 1])), top + 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value


def _columns_turned(workbook, sheet, top, columns):
    for row in sheet.iter_rows(min_row=top):
        values = [cell.value for cell in row]
        for cell, value in zip(row, reversed(values), strict=True):
            cell.value = value


def _lines_above(workbook, sheet, top, columns):
    sheet.insert_rows(1, 5)
    sheet.insert_rows(top + 7, 2)
    sheet.title = "抽样 2"
    workbook.create_sheet("我的笔记", 0).append(["verdict", "pass"])


def _spaced(workbook, sheet, top, columns):
    for row in range(top + 1, sheet.max_row + 1):
        cell = sheet.cell(row, columns["verdict"])
        cell.value = {"pass": " ＰASS ", "fail": "失败"}.get(cell.value)


@pytest.mark.parametrize("edit", [None, _sorted, _columns_turned, _lines_above, _spaced])
def test_rows_may_be_sorted_and_inserted_columns_moved_and_sheets_renamed(place, book, tmp_path, edit):
    found = read(place, judge(book, tmp_path / "交回.xlsx", SOUND, edit))
    assert isinstance(found, Taken)
    said = {verdict.reference: (verdict.finding, verdict.remark) for verdict in found.verdicts}
    assert said == {DIESEL: ("pass", ""), STAFF: ("fail", "名册上是 61 人")}
    assert (found.refused, found.stale, found.report) == ((), frozenset(), f"csr-{YEAR}")


# single rows


def _cell(reference: str, name: str, value: object) -> Edit:
    def edit(workbook, sheet, top, columns):
        for row in range(top + 1, sheet.max_row + 1):
            if sheet.cell(row, columns["ref"]).value == reference:
                sheet.cell(row, columns[name]).value = value

    return edit


def _again(finding: str) -> Edit:
    """Paste the row of a number once more below, with a verdict of its own."""

    def edit(workbook, sheet, top, columns):
        row = next(r for r in range(top + 1, sheet.max_row + 1) if sheet.cell(r, columns["ref"]).value == DIESEL)
        last = sheet.max_row + 1
        for column in range(1, sheet.max_column + 1):
            sheet.cell(last, column).value = sheet.cell(row, column).value
        sheet.cell(last, columns["verdict"]).value, sheet.cell(last, columns["remark"]).value = finding, None

    return edit


@pytest.mark.parametrize(("edit", "code"), [
    (_cell(DIESEL, "verdict", '=IF(1=1,"pass","fail")'), "assure.formula"),
    (_cell(STAFF, "remark", '=HYPERLINK("http://example.invalid","看")'), "assure.formula"),
    (_cell(DIESEL, "verdict", "大概可以"), "assure.verdict"), (_cell(DIESEL, "verdict", True), "assure.verdict"),
    (_cell(STAFF, "verdict", None), "assure.unsaid"), (_cell(STAFF, "remark", None), "assure.remark"), (_cell(STAFF, "remark", "长" * 32_000), "assure.long"),
    (_cell(DIESEL, "ref", GAS), "assure.row"), (_cell(DIESEL, "key", "v000000000000"), "assure.row"),
    (_cell(DIESEL, "ref", "../../etc/passwd"), "assure.row"), (_cell(DIESEL, "ref", "="), "assure.row"),
    (_cell(DIESEL, "format", "万"), "assure.row"),
    (_cell(DIESEL, "metric", "energy.gas"), "assure.moved"), (_cell(DIESEL, "name", "天然气"), "assure.moved"),
    (_cell(DIESEL, "period", str(YEAR - 1)), "assure.moved"), (_cell(DIESEL, "unit", "m"), "assure.moved"),
    (_cell(DIESEL, "value", 999), "assure.altered"), (_cell(DIESEL, "value", None), "assure.altered"),
    (_cell(DIESEL, "printed", "篡改"), "assure.altered"), (_cell(DIESEL, "qualifier", "over"), "assure.altered"),
])  # fmt: skip
def test_a_row_that_cannot_be_taken_is_told_with_its_place_and_the_other_is_taken(place, book, tmp_path, edit, code):
    found = read(place, judge(book, tmp_path / "交回.xlsx", SOUND, edit))
    assert isinstance(found, Taken)
    (refused,) = found.refused
    assert (refused.error.code, refused.place.startswith("sample!"), len(found.verdicts)) == (code, True, 1)


def _partly_sorted(workbook, sheet, top, columns):
    """Reverse the rows from the column metric on, as one does who has selected only what is to be read."""
    rows = [[cell.value for cell in row][columns["metric"] - 1 :] for row in sheet.iter_rows(min_row=top + 1)]
    for number, row in enumerate(reversed(rows), top + 1):
        for column, value in enumerate(row, columns["metric"]):
            sheet.cell(number, column).value = value


def _unkept(workbook, sheet, top, columns):
    """Sort in part, and lose what the hidden sheet knows of the rows."""
    _partly_sorted(workbook, sheet, top, columns)
    workbook["annals"].delete_rows(7, 10_000)


@pytest.mark.parametrize("edit", [_partly_sorted, _unkept])
def test_where_only_some_columns_were_sorted_no_verdict_lands_on_another_number(place, book, tmp_path, edit):
    found = read(place, judge(book, tmp_path / "交回.xlsx", SOUND, edit))
    assert isinstance(found, Taken)
    assert (found.verdicts, {row.error.code for row in found.refused}) == ((), {"assure.moved"})
    assert len(found.refused) == len(SOUND)


def _saved_again(workbook, sheet, top, columns):
    """Numbers as texts and with the last digits lost, texts with other blanks, a column of the auditor's own."""
    for row in range(top + 1, sheet.max_row + 1):
        value, period = sheet.cell(row, columns["value"]), sheet.cell(row, columns["period"])
        value.value = f"{value.value:,.3f}" if isinstance(value.value, int) else float(f"{value.value or 0:.15g}")
        period.value = int(period.value) if period.value else None
        sheet.cell(row, columns["name"]).value = f" {sheet.cell(row, columns['name']).value}  "
    sheet.cell(top, sheet.max_column + 1, "value")
    sheet.delete_cols(columns["high"])


def test_numbers_written_otherwise_are_the_same_numbers(place, book, tmp_path):
    found = read(place, judge(book, tmp_path / "交回.xlsx", SOUND, _saved_again))
    assert isinstance(found, Taken)
    assert (len(found.verdicts), found.refused) == (2, ())


def _copied(said: str, *, moved: bool = False) -> Edit:
    """Copy the sheet, and write another verdict there; where `moved`, none stays in the sheet itself."""

    def edit(workbook, sheet, top, columns):
        other = workbook.copy_worksheet(sheet)
        for row in range(top + 1, sheet.max_row + 1):
            if other.cell(row, columns["verdict"]).value == "pass":
                other.cell(row, columns["verdict"]).value = said
            if moved:
                sheet.cell(row, columns["verdict"]).value = sheet.cell(row, columns["remark"]).value = None

    return edit


def test_a_sheet_with_other_verdicts_beside_the_one_that_was_read_is_told(place, book, tmp_path):
    found = read(place, judge(book, tmp_path / "other.xlsx", SOUND, _copied("fail")))
    assert isinstance(found, Taken)
    told = [(row.place, row.error.code, row.error.params) for row in found.refused]
    assert told == [("sample Copy", "assure.sheet", {"count": "1", "sheet": "sample"})]
    assert len(found.verdicts) == 2
    alike = read(place, judge(book, tmp_path / "alike.xlsx", SOUND, _copied("PASS")))
    assert isinstance(alike, Taken)
    assert (len(alike.verdicts), alike.refused) == (2, ())
    moved = read(place, judge(book, tmp_path / "moved.xlsx", SOUND, _copied("pass", moved=True)))
    assert isinstance(moved, Taken)
    assert (len(moved.verdicts), moved.refused) == (2, ())


def test_a_number_that_is_judged_twice_alike_is_one_verdict_and_otherwise_none(place, book, tmp_path):
    alike = read(place, judge(book, tmp_path / "a.xlsx", SOUND, _again("pass")))
    assert isinstance(alike, Taken)
    assert (len(alike.verdicts), alike.refused) == (2, ())
    torn = read(place, judge(book, tmp_path / "b.xlsx", SOUND, _again("通过？")))
    assert isinstance(torn, Taken)
    assert [row.error.code for row in torn.refused] == ["assure.verdict"]
    torn = read(place, judge(book, tmp_path / "c.xlsx", {DIESEL: ("fail", "a")}, _again("pass")))
    assert isinstance(torn, Taken)
    assert ([row.error.code for row in torn.refused], torn.verdicts) == (["assure.twice"] * 2, ())
    assert len({row.place for row in torn.refused}) == 2


def test_words_that_look_like_formulas_or_links_stay_words_in_the_next_pack(place, book, tmp_path):
    def live(workbook, sheet, top, columns):
        for row in range(top + 1, sheet.max_row + 1):
            cell = sheet.cell(row, columns["remark"])
            if sheet.cell(row, columns["ref"]).value == STAFF:
                cell.value, cell.data_type = "=cmd|' /C calc'!A0\u202e", "s"
                cell.hyperlink = "http://example.invalid"

    path = Path(shutil.copy(place, tmp_path / "w.annals"))
    with opened(path, write=True) as workspace:
        taken = take(workspace, judge(book, tmp_path / "交回.xlsx", SOUND, None), ACT)
        assert len(taken.verdicts) == 2
        said = offered(workspace, judge(book, tmp_path / "live.xlsx", SOUND, live), ACT).verdicts
        assert [verdict.remark for verdict in said] == ["=cmd|' /C calc'!A0"]
        workspace.apply(offered(workspace, tmp_path / "live.xlsx", ACT).changes)
        remarks = {verdict.remark for verdict in verdicts_of(workspace.snapshot()).values()}
        assert "=cmd|' /C calc'!A0" in remarks
        again = pack_of(workspace, tmp_path / "again", f"csr-{YEAR}")
    cells = list(_cells(again))
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert "=cmd|' /C calc'!A0" in [cell.value for cell in cells]


def _cells(path: Path) -> Iterator[Any]:
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            yield from row
