"""Evidence in the window: dropped on a field, a cell, a text, a row; listed, opened safely, saved, taken away, undone."""

from __future__ import annotations

import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget

from desktop.window.form.breakdown_grid import BreakdownGrid
from desktop.window.form.field_row import FieldRow
from desktop.window.form.record_table import RecordTable
from desktop.window.form.text_editor import TextEditor
from desktop.window.item_models.evidence_model import PAGE
from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import RecordsBlock
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.evidence import awaited, evidence_of
from schema.workspace import Workspace
from tests.desktop.conftest import small_definitions, words
from tests.desktop.control_walk import faults, unseen
from tests.pdf_files import pdf

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

GAS = "energy.gas@2022"
CASE = RecordType(
    "case", words("案例", "案例", "Case"), (RecordColumn("title", words("标题", "標題", "Title"), "text"),)
)
PDF = b"%PDF-1.7 an invoice"


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture(scope="module")
def kept_file(kept_small, tmp_path_factory):
    """The small workspace with cases below energy."""
    path = Path(shutil.copy(kept_small, tmp_path_factory.mktemp("kept") / "small.annals"))
    definitions = small_definitions()
    outline = definitions.outlines["csr-2022"]
    green = outline.chapters[0]
    energy = replace(green.sections[0], blocks=(*green.sections[0].blocks, RecordsBlock("cases", "case", "cases")))
    chapters = (replace(green, sections=(energy,)), *outline.chapters[1:])
    catalogue = replace(definitions.catalogue, records={"case": CASE})
    changed = replace(definitions, catalogue=catalogue, outlines={"csr-2022": replace(outline, chapters=chapters)})
    with Workspace.open(path, write=True, who="tester") as workspace:
        workspace.adopt(with_hash(changed))
    return path


@pytest.fixture
def view(window):
    window.view.form.build_all()
    window.show()
    QTest.qWaitForWindowExposed(window)
    return window.view


@pytest.fixture
def invoice(tmp_path) -> Path:
    (tmp_path / "发票.pdf").write_bytes(PDF)
    return tmp_path / "发票.pdf"


def drag(target: QWidget, *paths, place=None) -> bool:
    """Drag files over a widget and let them go, as a person does; returns whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = place or QPoint(target.width() // 2, target.height() // 2)
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, action, data, button, none)
    QApplication.sendEvent(target, enter)
    move = QDragMoveEvent(middle, action, data, button, none)
    move.setAccepted(enter.isAccepted())  # as Qt does
    QApplication.sendEvent(target, move)
    if not move.isAccepted():
        return False
    event = QDropEvent(QPointF(middle), action, data, button, none)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def names(view, subject):
    """What stands at a subject once all that was dropped is read."""
    view.proving.intake.wait()
    QApplication.processEvents()
    return [one.name for one in evidence_of(view.session.snapshot, subject)]


def row_of(view, key):
    return next(row for row in view.form.parts_of(FieldRow) if row.key.canonical() == key)


def test_a_file_that_is_let_go_on_a_field_is_its_evidence_and_undo_takes_it_away(view, invoice, workspace_file):
    row = row_of(view, GAS)
    assert drag(row.edit, invoice)
    assert names(view, GAS) == ["发票.pdf"]
    assert (row.evidence.text(), row.edit.text()) == ("1", row.edit.text())
    assert "发票.pdf" in row.evidence.toolTip()
    view.session.settle()
    with Workspace.open(workspace_file, write=False) as workspace:
        (one,) = evidence_of(workspace.snapshot(), GAS)
        assert workspace.attachment(one.hash) == PDF
    view.commands.undo()
    assert (names(view, GAS), row.evidence.text()) == ([], "")
    view.commands.redo()
    assert names(view, GAS) == ["发票.pdf"]
    view.session.settle()


def test_the_same_file_under_another_name_keeps_the_first_and_the_list_says_so(view, dialog, tmp_path):
    again = tmp_path / "合同.pdf"
    again.write_bytes(PDF)
    assert drag(dialog, again)
    assert names(view, GAS) == ["发票.pdf"]
    assert dialog.words.text() == "合同.pdf 已经附上，名称仍为 发票.pdf。"


def test_the_list_says_the_year_once(dialog):
    assert dialog.lead.text().count("2022") == 1


def test_it_may_be_let_go_anywhere_on_the_row(view, invoice):
    row = row_of(view, GAS)
    assert drag(row.strip, invoice)
    assert names(view, GAS) == ["发票.pdf"]


def test_a_cell_of_a_grid_takes_its_own_evidence(view, invoice):
    view.desk.jump(Key("staff", 2022, category="gender=male"))
    view.form.build_all()
    grid = view.form.parts_of(BreakdownGrid)[0]
    place = next((r, c) for r, row in enumerate(grid.grid.cells) for c, cell in enumerate(row) if cell.kind == "entry")
    index = grid.grid.index(*place)
    view.form.ensureWidgetVisible(grid)
    QApplication.processEvents()
    assert drag(grid.viewport(), invoice, place=grid.visualRect(index).center())
    key = grid.grid.cell(index).key.canonical()
    assert names(view, key) == ["发票.pdf"]
    assert "发票.pdf" in index.data(Qt.ItemDataRole.ToolTipRole)
    grid.setCurrentIndex(index)
    grid.setFocus()
    assert view.form.proved_here() == key


def test_a_text_keeps_its_words_and_takes_the_file_as_evidence(view, invoice):
    editor = view.form.parts_of(TextEditor)[0]
    subject, before = editor.proved(None), editor.edit.toPlainText()
    assert drag(editor.edit.viewport(), invoice)
    assert names(view, subject) == ["发票.pdf"]
    assert editor.edit.toPlainText() == before
    assert editor.evidence.text() == "1"


def test_a_row_of_records_takes_evidence(view, invoice):
    table = view.form.parts_of(RecordTable)[0]
    QTest.mouseClick(table.add, Qt.MouseButton.LeftButton)
    view.form.ensureWidgetVisible(table)
    QApplication.processEvents()
    record = table.model.records[0].key.canonical()
    table.grid.setCurrentIndex(table.model.index(0, 0))
    assert drag(table.grid.viewport(), invoice, place=table.grid.visualRect(table.model.index(0, 0)).center())
    assert names(view, record) == ["发票.pdf"]
    assert table.evidence.text() == "1"


@pytest.mark.parametrize("name", ["folder", "empty.pdf"])
def test_what_cannot_be_evidence_is_told_and_nothing_changes(view, tmp_path, name):
    if name == "folder":
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).touch()
    told = []
    view.proving.told.connect(told.append)
    assert drag(row_of(view, GAS).edit, tmp_path / name)
    assert names(view, GAS) == []
    assert name in told[-1]
    assert view.commands.count() == 0


def test_nothing_is_taken_beside_a_value(view, invoice):
    assert not drag(view.form.widget(), invoice, place=QPoint(2, 2))


@pytest.fixture
def dialog(view, invoice):
    """The list of the gas's evidence, opened by its key, with one file in it."""
    row = row_of(view, GAS)
    row.edit.setFocus()
    drag(row.edit, invoice)
    assert names(view, GAS) == ["发票.pdf"]
    QTest.keyClick(row.edit, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    view.session.settle()
    QApplication.processEvents()
    yield view.proving.dialog
    view.proving.dialog.done(0)


def shown(dialog):
    return [[str(dialog.model.index(r, c).data() or "") for c in range(6)] for r in range(dialog.model.rowCount())]


def test_the_key_lists_file_type_size_who_and_when(qtbot, view, dialog):
    qtbot.waitUntil(lambda: shown(dialog)[0][4] != "", timeout=10000)
    (row,) = shown(dialog)
    assert (faults(dialog), unseen(dialog)) == ([], [])
    assert row[:4] == ["发票.pdf", "PDF", "19 B", "–"]
    assert row[4] == view.session.who
    assert "天然气" in dialog.lead.text()


def test_files_are_dropped_on_the_list_and_taken_away_in_one_step(view, dialog, tmp_path):
    (tmp_path / "合同.docx").write_bytes(b"PK\3\4 word/document.xml")
    assert drag(dialog, tmp_path / "合同.docx")
    assert names(view, GAS) == ["发票.pdf", "合同.docx"]
    assert [row[0] for row in shown(dialog)] == ["发票.pdf", "合同.docx"]
    dialog.list.selectAll()
    QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert names(view, GAS) == []
    view.commands.undo()
    assert [row[0] for row in shown(dialog)] == ["发票.pdf", "合同.docx"]


def test_a_page_is_typed_into_the_list(view, dialog):
    index = dialog.model.index(0, PAGE)
    dialog.list.setCurrentIndex(index)
    dialog.list.edit(index)
    editor = dialog.list.viewport().findChild(QLineEdit)
    QTest.keyClicks(editor, "12")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert evidence_of(view.session.snapshot, GAS)[0].page == 12
    assert not dialog.model.setData(dialog.model.index(0, PAGE), "zero")
    assert "zero" in dialog.words.text()
    assert evidence_of(view.session.snapshot, GAS)[0].page == 12


def test_a_page_beyond_the_last_is_not_taken_and_the_list_says_why(view, dialog, tmp_path):
    (tmp_path / "电费.pdf").write_bytes(pdf(12))
    assert drag(dialog, tmp_path / "电费.pdf")
    assert sorted(names(view, GAS)) == sorted(["发票.pdf", "电费.pdf"])
    row = [one.name for one in dialog.model.evidence].index("电费.pdf")
    assert not dialog.model.setData(dialog.model.index(row, PAGE), "31")
    assert dialog.words.text() == "电费.pdf 共 12 页，没有第 31 页。请核对页码。"
    assert dialog.model.setData(dialog.model.index(row, PAGE), "12")
    assert (shown(dialog)[row][PAGE], dialog.words.text()) == ("12 / 12", "")


def test_a_document_is_opened_as_a_private_copy_that_goes_with_the_list(qtbot, dialog):
    opened = []
    dialog.show_file = opened.append
    QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened), timeout=10000)
    path = Path(opened[0].toLocalFile())
    assert (path.name, path.read_bytes()) == ("发票.pdf", PDF)
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRUSR
    dialog.done(0)
    assert not path.exists()


@pytest.mark.parametrize("answer", [True, False])
def test_a_program_is_opened_only_after_a_yes(qtbot, view, dialog, tmp_path, monkeypatch, answer):
    (tmp_path / "账单.pdf.exe").write_bytes(b"MZ program")
    drag(dialog, tmp_path / "账单.pdf.exe")
    assert names(view, GAS) == ["发票.pdf", "账单.pdf.exe"]
    opened, asked = [], []
    dialog.show_file = opened.append
    buttons = QMessageBox.StandardButton
    monkeypatch.setattr(
        QMessageBox, "question", lambda *words: asked.append(words[2]) or (buttons.Yes if answer else buttons.No)
    )
    dialog.list.setCurrentIndex(dialog.model.index(1, 0))
    QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(asked), timeout=10000)
    assert "账单.pdf.exe" in asked[0]
    assert len(opened) == answer


def test_a_file_is_saved_where_somebody_says(qtbot, dialog, tmp_path, monkeypatch):
    target = tmp_path / "out.pdf"
    offered = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: offered.append(words[2]) or (str(target), ""))
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists, timeout=10000)
    assert (offered, target.read_bytes()) == (["发票.pdf"], PDF)


def test_a_file_that_was_only_named_is_marked_and_comes(view, invoice):
    view.commands.change("x", [keep(awaited(GAS, "发票.pdf"))])
    row = row_of(view, GAS)
    row.evidence.click()
    dialog = view.proving.dialog
    assert shown(dialog)[0][:2] == ["发票.pdf", "只写了名称，文件还没有来"]
    assert not dialog.look.isEnabled()
    drag(dialog, invoice)
    assert names(view, GAS) == ["发票.pdf"]
    assert shown(dialog)[0][1] == "PDF"
    dialog.done(0)


# how a value was made


def test_method_source_and_date_are_typed_by_key_and_undone_in_one_step(view):
    row = row_of(view, GAS)
    row.edit.setFocus()
    QTest.keyClicks(row.edit, "12")
    QTest.keyClick(row.edit, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    making = row.making
    assert making is not None
    assert making.isVisible()
    assert making.method.hasFocus()
    QTest.keyClicks(making.method, "meter")
    QTest.keyClick(making.method, Qt.Key.Key_Tab)
    QTest.keyClicks(making.source, "bills")
    QTest.keyClick(making.source, Qt.Key.Key_Tab)
    QTest.keyClick(making.stated, Qt.Key.Key_Down)
    QTest.keyClick(making.stated, Qt.Key.Key_Tab)
    QTest.keyClicks(making.as_of, "2022/6/30")
    QTest.keyClick(making.as_of, Qt.Key.Key_Return)
    point = view.session.point(Key("energy.gas", 2022))
    assert (point.method, point.source, point.as_of, point.estimated) == ("meter", "bills", "2022-06-30", True)
    view.commands.undo()
    assert view.session.point(Key("energy.gas", 2022)).method == ""


def test_a_date_that_is_none_is_told_below_the_field_and_the_rest_is_kept(view):
    row = row_of(view, GAS)
    row.edit.setFocus()
    QTest.keyClicks(row.edit, "12")
    QTest.keyClick(row.edit, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    making = row.making
    assert making is not None
    QTest.keyClicks(making.as_of, "soon")
    QTest.keyClick(making.as_of, Qt.Key.Key_Return)
    assert "soon" in making.words.text()
    assert making.words.isVisible()
    making.method.setFocus()
    QTest.keyClicks(making.method, "meter")
    QTest.keyClick(making.method, Qt.Key.Key_Return)
    assert (view.session.point(row.key).method, view.session.point(row.key).as_of) == ("meter", "")
    assert making.as_of.text() == "soon"
    QTest.keyClick(making.method, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert not making.isVisible()
    assert row.edit.hasFocus()


def test_a_cell_of_a_grid_says_how_it_was_made_by_key(view):
    men = Key("staff", 2022, category="gender=male")
    view.desk.jump(men)
    view.form.build_all()
    grid = view.form.parts_of(BreakdownGrid)[0]
    place = grid.grid.locate(men)
    grid.grid.put([(place.row(), place.column(), "7")])
    grid.setFocus()
    grid.setCurrentIndex(place)
    QTest.keyClick(grid, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    making = view.proving.making
    assert making.isVisible()
    QTest.keyClicks(making.fields.method, "survey")
    QTest.keyClicks(making.fields.as_of, "soon")
    making.run()
    assert "soon" in making.fields.words.text()
    assert making.isVisible()
    assert view.session.point(men).method == ""
    making.fields.as_of.clear()
    QTest.keyClick(making.fields.method, Qt.Key.Key_Return)
    assert view.session.point(men).method == "survey"


def test_a_cell_of_a_grid_is_marked_and_omitted_like_a_field(view):
    men = Key("staff", 2022, category="gender=male")
    view.desk.jump(men)
    view.form.build_all()
    grid = view.form.parts_of(BreakdownGrid)[0]
    place = grid.grid.locate(men)
    grid.grid.put([(place.row(), place.column(), "7")])
    grid.grid.mark_estimated(men, estimated=True)
    assert view.session.point(men).estimated
    view.desk.making_requested.emit(men)
    making = view.proving.making
    QTest.keyClicks(making.fields.method, "survey")
    making.run()
    assert view.session.point(men).method == "survey"
    grid.grid.omit(men, "not_collected")
    assert view.session.point(men).omission == "not_collected"
    view.commands.undo()
    assert str(view.session.point(men).value) == "7"
