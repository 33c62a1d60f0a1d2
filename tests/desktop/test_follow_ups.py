"""Follow-up marks in the window: set and taken away by key, shown in fields, cells, texts, rows and the outline."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.form.breakdown_grid import BreakdownGrid
from desktop.window.form.field_row import FieldRow
from desktop.window.form.record_table import RecordTable
from desktop.window.form.text_editor import TextEditor
from desktop.window.item_models.outline_model import CODE, MARKED
from desktop.window.proving import Proving
from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import RecordsBlock
from schema.grammar.reference import Key, RecordKey
from schema.values.changes import keep
from schema.values.datapoint import Record
from schema.values.follow_ups import FollowUp, follow_up_of
from schema.values.record_places import put_into
from schema.workspace import Workspace
from tests.desktop.conftest import small_definitions, words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

GAS = "energy.gas@2022"
MEN = Key("staff", 2022, category="gender=male")
CASE = RecordType(
    "case", words("案例", "案例", "Case"), (RecordColumn("title", words("标题", "標題", "Title"), "text"),)
)
MARK = (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


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
    window.activateWindow()
    return window.view


def row_of(view, key=GAS):
    return next(row for row in view.form.parts_of(FieldRow) if row.key.canonical() == key)


def mark_of(view, subject=GAS):
    return follow_up_of(view.session.snapshot, subject)


def dialog_of(proving: Proving):
    assert proving.mark is not None
    return proving.mark


def test_a_key_marks_the_field_with_the_cursor_and_takes_the_mark_away(view, workspace_file):
    row = row_of(view)
    row.edit.setFocus()
    QTest.keyClick(row.edit, *MARK)
    assert mark_of(view) == FollowUp(GAS)
    assert row.flag.toolTip() == "须跟进"
    view.session.settle()
    with Workspace.open(workspace_file, write=False) as workspace:
        assert follow_up_of(workspace.snapshot(), GAS) == FollowUp(GAS)
    QTest.keyClick(row.edit, *MARK)
    assert (mark_of(view), row.flag.toolTip()) == (None, "标记为须跟进")
    view.commands.undo()
    assert mark_of(view) == FollowUp(GAS)
    view.session.settle()


def test_what_is_being_typed_is_kept_when_it_is_marked(view):
    row = row_of(view)
    row.edit.setFocus()
    QTest.keyClicks(row.edit, "12")
    QTest.keyClick(row.edit, *MARK)
    assert str(view.session.point(row.key).value) == "12"
    assert mark_of(view) == FollowUp(GAS)


def test_why_is_typed_into_a_line_and_changed_there(qtbot, view):
    row = row_of(view)
    QTest.mouseClick(row.flag, Qt.MouseButton.LeftButton)
    dialog = dialog_of(view.proving)
    assert not dialog.remove.isVisible()
    QTest.keyClicks(dialog.why, "the invoice")
    QTest.keyClick(dialog.why, Qt.Key.Key_Return)
    assert mark_of(view) == FollowUp(GAS, "the invoice")
    assert "the invoice" in row.flag.toolTip()
    view.session.settle()
    row.flag.click()
    dialog = dialog_of(view.proving)
    assert dialog.why.text() == "the invoice"
    qtbot.waitUntil(lambda: "标记" in dialog.since.text() and "20" in dialog.since.text(), timeout=5000)
    QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert mark_of(view) is None


def test_a_cell_of_a_grid_is_marked_by_key(view):
    view.desk.jump(MEN)
    view.form.build_all()
    grid = view.form.parts_of(BreakdownGrid)[0]
    grid.setFocus()
    grid.setCurrentIndex(grid.grid.locate(MEN))
    QTest.keyClick(grid, *MARK)
    assert mark_of(view, MEN.canonical()) == FollowUp(MEN.canonical())
    assert "须跟进" in str(grid.grid.locate(MEN).data(Qt.ItemDataRole.ToolTipRole))


def test_a_text_and_a_row_are_marked_by_key(view):
    editor = view.form.parts_of(TextEditor)[0]
    editor.edit.setFocus()
    QTest.keyClick(editor.edit, *MARK)
    assert mark_of(view, editor.proved(None)) is not None
    table = view.form.parts_of(RecordTable)[0]
    view.commands.change("x", [keep(put_into(Record(RecordKey("case", "fair"), "csr-2022", 1), "cases"))])
    table.grid.setFocus()
    table.grid.setCurrentIndex(table.model.index(0, 0))
    QTest.keyClick(table.grid, *MARK)
    assert mark_of(view, table.proved(None)) is not None
    flag = table.model.index(0, 0).data(Qt.ItemDataRole.DecorationRole)
    assert not flag.isNull()


def test_the_outline_shows_where_marks_are_and_lists_these_sections_alone(view):
    tree, panel = view.outline.tree, view.outline
    everywhere = sections(tree)
    row_of(view).edit.setFocus()
    QTest.keyClick(row_of(view).edit, *MARK)
    section = view.desk.section_code
    assert [code for code, marks in sections(tree).items() if marks] == [section]
    QTest.mouseClick(panel.marked, Qt.MouseButton.LeftButton)
    shown = sections(tree)
    assert [code for code, marks in shown.items() if marks] == [section]
    assert len(shown) < len(everywhere)
    row_of(view).edit.setFocus()
    QTest.keyClick(row_of(view).edit, *MARK)
    QApplication.processEvents()
    assert sections(tree) == {}
    QTest.mouseClick(panel.marked, Qt.MouseButton.LeftButton)
    assert sections(tree).keys() == everywhere.keys()


def sections(tree):
    """What the tree shows: the codes of sections with how many marks each has."""
    model, found = tree.model(), {}

    def walk(parent):
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found[index.data(CODE)] = index.data(MARKED)
            walk(index)

    walk(tree.rootIndex())
    return found
