"""The place of the overview: what it shows of a report, how keys go through it, and where each thing leads."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from desktop.window.item_models.overview_model import DEPARTMENT, DUE, LEADING, STATE, TOTAL
from desktop.window.settings import Settings
from desktop.work.visit import Visit
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.values.people import Person
from schema.values.requests import Request, Step
from schema.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
REPORT = "csr-2022"
NAME = int(Qt.ItemDataRole.AccessibleTextRole)


def prepared(workspace_file, *things: object) -> int:
    """Keep things as the editor; return the number of the newest entry of the history before."""
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        number = workspace.replay.number
        workspace.apply([keep(thing) for thing in things])  # type: ignore[arg-type]
    return number


@pytest.fixture
def opened(qtbot, new_window, workspace_file, crashes):
    """Open the overview as the editor, in a window that remembers an earlier visit where one is given."""

    def call(visit: Visit | None = None, language: str = "zh-Hans"):
        window = new_window(language)
        window._settings.keep_person(workspace_file, "编辑")
        if visit is not None:
            window._settings.keep_visit(workspace_file, "编辑", REPORT, visit)
        with qtbot.waitSignal(window.opened, timeout=60000):
            window.open_path(workspace_file)
        window.activateWindow()
        window.view.session.crashed.connect(crashes.append)
        QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        page = window.view.rooms.pages["overview"]
        qtbot.waitUntil(lambda: page.sight is not None and page.sight.shown.checked, timeout=60000)
        return page

    return call


def asked(due: str, **more: object) -> Request:
    return Request(REPORT, "admin", due, "", Step("编辑", "2023-01-01T00:00:00Z"), **more)  # type: ignore[arg-type]


def told(page, row: int) -> list[str]:
    return [page.model.index(row, column).data() for column in range(page.model.columnCount())]


def values(page) -> list[str]:
    return [tile.figure.value for tile in page.strip.tiles]


def test_an_editor_goes_from_what_is_late_to_its_cells_by_keys(qtbot, opened, workspace_file):
    people = (Person("编辑", "", "editor"), Person("行政联系人", "admin", "contact", "admin@example.com"))
    number = prepared(workspace_file, *people, asked("2023-01-31"))
    prepared(workspace_file, DataPoint(Key("energy.gas", 2022), typed="12 m3", value=None))
    page = opened(Visit(number, 1, "2023-01-05T00:00:00+00:00"))
    rooms, matrix = page.window().view.rooms, page.matrix
    assert told(page, 0)[:3] == ["行政部", "行政联系人", "2023-01-31"]
    assert told(page, 0)[STATE] == "逾期"
    row = page.model.rows[0]
    assert told(page, 0)[TOTAL] == f"{row.answered}/{row.asked}"
    assert told(page, 1)[DEPARTMENT] == "尚无人负责"
    assert page.model.index(0, LEADING + 1).data(NAME).startswith("行政部，员工：已填 1 项，共 ")
    assert values(page)[2] == "1 个部门"
    assert values(page)[5] == "1 项"
    assert page.remind.text() == "催办 1 个部门…"
    assert "2023-01-31" in page.model.index(0, DUE).data(NAME)
    news = [page.lists.news.list.item(n).toolTip() for n in range(page.lists.news.list.count())]
    assert any("向 1 个部门征集" in line for line in news)
    # by keys to the last chapter of the department, and into the sheet
    assert matrix.hasFocus()
    for _ in range(LEADING + 1):
        QTest.keyClick(matrix, Qt.Key.Key_Right)
    assert matrix.currentIndex().column() == LEADING + 1
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    sheet = rooms.sheet
    assert rooms.room() == "sheet"
    qtbot.waitUntil(lambda: sheet.tools.sections.currentData() == "people", timeout=60000)
    qtbot.waitUntil(lambda: sheet.tools.departments.currentData() == "admin", timeout=60000)
    qtbot.waitUntil(lambda: bool(sheet.model.grid.rows), timeout=60000)
    # back, where the cursor was; the request of the department
    QTest.keyClick(page.window(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert (matrix.currentIndex().row(), matrix.currentIndex().column()) == (0, LEADING + 1)
    QTest.keyClick(matrix, Qt.Key.Key_Home)
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert rooms.room() == "requests"
    assert rooms.requests.list.row().share.department == "admin"
    # what nobody owns is given an owner
    QTest.keyClick(page.window(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    matrix.setCurrentIndex(page.model.index(1, LEADING))
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert page.window().view.requesting.owner_dialog.isVisible()


def test_it_follows_what_changes_and_the_cursor_stays(qtbot, opened):
    page = opened()
    assert page.due.text() == "发起征集…"
    assert "尚未向部门征集" in page.hint.text()
    assert values(page)[1] == "尚未征集"
    page.matrix.setCurrentIndex(page.model.index(1, LEADING))
    before, commands = page.sight.shown.answered, page.window().view.commands
    commands.change(
        "征集", [keep(asked("2100-01-31")), keep(DataPoint(Key("energy.gas", 2022), typed="12", value=Decimal(12)))]
    )
    qtbot.waitUntil(lambda: page.sight.shown.answered == before + 1, timeout=60000)
    assert (page.matrix.currentIndex().row(), page.matrix.currentIndex().column()) == (1, LEADING)
    assert page.due.text() == "截止日期…"
    QTest.mouseClick(page.due, Qt.MouseButton.LeftButton)
    assert page.window().view.requesting.ask_dialog.isVisible()
    page.window().view.requesting.ask_dialog.reject()
    page.window().resize(1100, 480)
    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum() // 2)
    assert page.body.width() <= page.area.viewport().width()  # nothing has to be scrolled sideways to
    for language, title in (("en", "Overview"), ("zh-Hant", "總覽")):
        page.window().speak(language)
        assert page.title.text() == title
    QTest.mouseClick(page.strip.tiles[3], Qt.MouseButton.LeftButton)
    assert page.window().view.rooms.room() == "review"


def test_visits_are_remembered_by_workspace_person_and_report(tmp_path):
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    visit = Visit(12, 3, datetime(2023, 1, 5, tzinfo=UTC).isoformat())
    assert settings.visit(tmp_path, "编辑", REPORT) is None
    settings.keep_visit(tmp_path, "编辑", REPORT, visit)
    assert settings.visit(tmp_path, "编辑", REPORT) == visit
    assert settings.visit(tmp_path, "审核人", REPORT) is None
    assert settings.visit(tmp_path, "编辑", "csr-2021") is None
