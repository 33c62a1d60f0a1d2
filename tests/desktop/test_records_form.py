"""Records on the form: rows are typed, added, moved and removed, and stand in the file."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QComboBox, QLineEdit

from desktop.window.chips.printed import filled
from desktop.window.form.record_table import RecordTable
from desktop.window.form.words_dialog import WordsDialog
from desktop.window.item_models.issue_model import ISSUE
from desktop.work.number_search import Numbers
from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import Category, RecordColumn, RecordType
from schema.catalogue.outline import RecordsBlock
from schema.grammar.reference import RecordKey
from schema.values.changes import keep
from schema.values.datapoint import Field, Record
from schema.workspace import Workspace
from tests.desktop.conftest import small_definitions, words
from tests.desktop.typing_hand import type_text

AWARD = RecordType(
    "award",
    words("奖项", "獎項", "Award"),
    (
        RecordColumn("date", words("时间", "時間", "Date"), "date", required=True),
        RecordColumn("name", words("名称", "名稱", "Name"), "text", required=True),
        RecordColumn("people", words("人数", "人數", "People"), "integer", "person"),
        RecordColumn("level", words("级别", "級別", "Level"), "choice",
                     choices=(Category("high", words("高", "高", "High")), Category("low", words("低", "低", "Low")))),
    ),
)  # fmt: skip


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture(scope="module")
def kept_file(kept_small, tmp_path_factory):
    """The small workspace with awards below energy."""
    path = Path(shutil.copy(kept_small, tmp_path_factory.mktemp("kept") / "small.annals"))
    definitions = small_definitions()
    outline = definitions.outlines["csr-2022"]
    green = outline.chapters[0]
    energy = green.sections[0]
    energy = replace(energy, blocks=(*energy.blocks, RecordsBlock("awards", "award", "table")))
    chapters = (replace(green, sections=(energy,)), *outline.chapters[1:])
    catalogue = replace(definitions.catalogue, records={"award": AWARD})
    changed = replace(definitions, catalogue=catalogue, outlines={"csr-2022": replace(outline, chapters=chapters)})
    with Workspace.open(path, write=True, who="tester") as workspace:
        workspace.adopt(with_hash(changed))
    return path


@pytest.fixture
def table(window):
    window.view.form.build_all()
    return window.view.form.parts_of(RecordTable)[0]


def stored(window, path):
    """The rows as the file holds them."""
    window.view.session.settle()
    with Workspace.open(path, write=False) as workspace:
        return workspace.snapshot().rows("csr-2022", "award")


def test_a_row_that_is_added_and_typed_stands_in_the_file(qtbot, window, table, workspace_file):
    qtbot.mouseClick(table.add, Qt.MouseButton.LeftButton)
    model = table.model
    assert model.setData(model.index(0, 0), "2022年3月")
    assert model.setData(model.index(0, 1), "环保奖")
    assert model.setData(model.index(0, 2), "约1,200人")
    assert model.setData(model.index(0, 3), "高")
    (row,) = stored(window, workspace_file)
    assert row.field("date").typed == "2022-03"
    assert row.field("name").words.zh_hans == "环保奖"
    assert (row.field("people").value, row.field("people").qualifier) == (1200, "about")
    assert row.field("level").typed == "high"
    assert [model.data(model.index(0, n)) for n in range(4)] == ["2022 年 3 月", "环保奖", "约1,200人", "高"]


def test_adding_moving_and_removing_can_be_undone(window, table, workspace_file):
    model, commands = table.model, window.view.commands
    for name in ("一", "二"):
        model.setData(model.index(model.add(), 1), name)
    model.move(1, -1)
    assert [row.field("name").words.zh_hans for row in stored(window, workspace_file)] == ["二", "一"]
    model.remove([0])
    assert [row.field("name").words.zh_hans for row in stored(window, workspace_file)] == ["一"]
    commands.undo()
    commands.undo()
    assert [row.field("name").words.zh_hans for row in stored(window, workspace_file)] == ["一", "二"]
    assert [row.key for row in table.model.records] == [RecordKey("award", "r1"), RecordKey("award", "r2")]


def test_a_choice_is_picked_from_its_list_and_what_is_typed_is_taken_over(qtbot, window, table):
    row = table.model.add()
    table.refresh()
    table.grid.setCurrentIndex(table.model.index(row, 3))
    table.grid.edit(table.model.index(row, 3))
    box = table.grid.findChild(QComboBox)
    assert [box.itemText(n) for n in range(box.count())] == ["", "高", "低"]
    box.setCurrentIndex(2)
    table.grid.commitData(box)
    assert table.model.records[row].field("level").typed == "low"


def test_what_is_being_typed_is_handed_over_once_also_while_its_field_is_closing(window, table, qtlog):
    row = table.model.add()
    table.refresh()
    place = table.model.index(row, 1)
    table.grid.setCurrentIndex(place)
    table.grid.edit(place)
    field = table.grid.indexWidget(place)
    type_text(field, "环保奖")
    table.flush()
    assert table.model.records[row].field("name").words.zh_hans == "环保奖"
    table.grid.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)
    assert field.parent() is table.grid.viewport()  # it goes when the program is next idle
    table.flush()
    assert not [record.message for record in qtlog.records if "commitData" in record.message]


def test_a_required_blank_is_an_issue_of_its_section(qtbot, window, table):
    session = window.view.session
    with qtbot.waitSignal(session.issues_changed, timeout=60000):
        table.model.add()
    codes = [issue.code for issue in session.issues_of_slot("csr-2022", "record/awards")]
    assert codes == ["record.required", "record.required"]


@pytest.fixture
def two_places(window, qtbot):
    """Awards have a place in people, too; the one of energy is shown."""
    session = window.view.session
    outline = session.definitions.outlines["csr-2022"]
    green, people = outline.chapters
    people = replace(people, blocks=(*people.blocks, RecordsBlock("more", "award", "table")))
    session.definitions = replace(
        session.definitions, outlines={"csr-2022": replace(outline, chapters=(green, people))}
    )
    window.view.form.rebuild()
    window.view.form.build_all()
    return window.view.form.parts_of(RecordTable)[0]


def test_a_row_is_added_to_the_place_where_it_was_asked_for(window, two_places, workspace_file):
    two_places.model.add()
    window.view.desk.choose_section("people")
    window.view.form.build_all()
    there = window.view.form.parts_of(RecordTable)[0].model
    assert there.rowCount() == 0
    there.setData(there.index(there.add(), 1), "双碳奖")
    assert [row.block for row in stored(window, workspace_file)] == ["awards", "more"]
    assert (there.rowCount(), two_places.model.kind.code) == (1, "award")


def test_a_row_can_be_moved_to_another_section(window, two_places, workspace_file):
    model = two_places.model
    assert [action.text() for action in two_places.send.menu().actions()] == ["员工"]
    model.setData(model.index(model.add(), 1), "环保奖")
    two_places.refresh()
    two_places.grid.setCurrentIndex(model.index(0, 1))
    two_places.send.menu().actions()[0].trigger()
    assert model.rowCount() == 0
    assert [row.block for row in stored(window, workspace_file)] == ["more"]
    window.view.commands.undo()
    assert [row.block for row in stored(window, workspace_file)] == ["awards"]


def test_moving_a_row_up_leaves_those_of_other_places_where_they_are(window, two_places, workspace_file):
    model = two_places.model
    for name in ("一", "二", "三"):
        model.setData(model.index(model.add(), 1), name)
    model.send([1], "more")
    model.move(1, -1)
    names = [row.field("name").words.zh_hans for row in stored(window, workspace_file)]
    assert names == ["三", "二", "一"]


def test_a_click_on_the_issue_of_a_row_goes_to_its_cell(qtbot, window, two_places):
    view = window.view
    row = two_places.model.add()
    with qtbot.waitSignal(view.session.issues_changed, timeout=60000):
        two_places.model.setData(two_places.model.index(row, 0), "2022-05")  # its name alone is missing
    view.desk.choose_section("people")
    panel = view.issues
    panel._whole.setChecked(True)

    def names():
        places = [panel._model.index(n) for n in range(panel._model.rowCount())]
        return [place for place in places if getattr(place.data(ISSUE).at, "column", "") == "name"]

    qtbot.waitUntil(lambda: len(names()) == 1, timeout=60000)
    (name,) = names()
    panel.list.clicked.emit(name)
    assert view.desk.section_code == "green.energy"
    grid = view.form.parts_of(RecordTable)[0].grid
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, 1)


def test_words_are_typed_in_the_chosen_language(window, table, workspace_file):
    model = table.model
    model.setData(model.index(model.add(), 1), "环保奖")
    form = window.view.form
    form.text_language = "en"
    form.rebuild()
    form.build_all()
    english = form.parts_of(RecordTable)[0].model
    assert english.data(english.index(0, 1)) == ""
    english.setData(english.index(0, 1), "Green award")
    (row,) = stored(window, workspace_file)
    assert (row.field("name").words.zh_hans, row.field("name").words.en) == ("环保奖", "Green award")


def test_a_number_of_a_record_is_offered_and_read_in_a_text(qtbot, window, table):
    model = table.model
    row = model.add()
    model.setData(model.index(row, 1), "环保奖")
    model.setData(model.index(row, 2), "1200")
    desk, text = window.view.desk, "共{record/award/r1.people}。"
    # The edits before this one are looked through in the background as well, and may report first.
    qtbot.waitUntil(lambda: filled(desk, text, "zh-Hans") == ("共1,200人。", 0), timeout=60000)
    numbers = Numbers(desk.catalogue, desk.outline, desk.session.snapshot, "zh-Hans", "", {}).entries()
    offered = [entry for entry in numbers if entry.code.startswith("record/")]
    assert [(entry.code, entry.name) for entry in offered] == [("record/award/r1.people", "环保奖 · 人数")]


def test_what_is_being_typed_when_the_form_goes_is_not_lost(qtbot, window, table, workspace_file):
    qtbot.mouseClick(table.add, Qt.MouseButton.LeftButton)
    field = table.grid.viewport().findChild(QLineEdit)
    qtbot.keyClicks(field, "2022-05")
    window.view.desk.choose_section("people")
    (row,) = stored(window, workspace_file)
    assert row.field("date").typed == "2022-05"


def test_a_question_from_a_row_names_the_row_and_stands_at_its_list(qtbot, window, table):
    qtbot.mouseClick(table.add, Qt.MouseButton.LeftButton)
    table.model.setData(table.model.index(0, 1), "环保奖")
    table.grid.setCurrentIndex(table.model.index(0, 0))
    table.grid.setCurrentIndex(table.model.index(0, 1))
    details = window.view.details
    assert "环保奖" in details.browser.toPlainText()
    assert not table.questions.isVisible()
    type_text(details.question.edit, "谁颁的？")
    qtbot.keyClick(details.question.edit, Qt.Key.Key_Return)
    (asked,) = window.view.session.snapshot.more["questions"].values()
    assert (asked.subject, asked.asked.words) == ("list/csr-2022/awards", "环保奖：谁颁的？")
    assert (table.questions.isVisible(), table.questions.text()) == (True, "1")
    assert "谁颁的？" in details.browser.toPlainText()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_long_words_of_a_row_are_written_in_an_editor_with_chips(qtbot, window, long_words):
    model, grid = long_words.model, long_words.grid
    row = model.add()
    long_words.refresh()
    grid.setCurrentIndex(model.index(row, 4))
    grid.edit(model.index(row, 4))
    qtbot.waitUntil(lambda: bool(long_words.findChildren(WordsDialog)), timeout=60000)
    (dialog,) = long_words.findChildren(WordsDialog)
    assert dialog.edit.height() > 300
    type_text(dialog.edit, "用柴油")
    dialog.edit.insert("{energy.diesel}。")
    assert "12" in dialog.count.text()  # as it prints
    dialog.edit.undo()
    assert dialog.edit.written() == "用柴油"
    dialog.edit.redo()
    before = dialog.edit.written()
    dialog.tools.table.click()
    type_text(dialog.edit, "格")
    assert dialog.edit.written() == before + "\n| 格 |  |\n|  |  |"
    while dialog.edit.written() != before:
        dialog.edit.undo()
    dialog.accept()
    assert model.records[row].field("story").words.zh_hans == "用柴油{energy.diesel}。"
    window.view.commands.undo()
    assert not model.records[row].field("story")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_first_letter_over_long_words_opens_their_editor_and_is_kept(qtbot, window, long_words):
    model, grid = long_words.model, long_words.grid
    row = model.add()
    model.setData(model.index(row, 4), "旧")
    long_words.refresh()
    grid.setCurrentIndex(model.index(row, 4))
    qtbot.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert not long_words.findChildren(WordsDialog)
    qtbot.keyClicks(grid, "n")
    (dialog,) = long_words.findChildren(WordsDialog)
    assert dialog.edit.written() == "旧n"
    type_text(dialog.edit, "ew")
    assert dialog.edit.written() == "旧new"
    qtbot.keyClick(dialog.edit, Qt.Key.Key_Escape)
    assert model.records[row].field("story").words.zh_hans == "旧new"  # Esc closes and loses nothing
    QApplication.sendEvent(grid, QInputMethodEvent("xin", []))
    committed = QInputMethodEvent("", [])
    committed.setCommitString("新")
    QApplication.sendEvent(grid, committed)
    assert long_words.findChildren(WordsDialog)[-1].edit.written() == "旧new新"
    window.view.form.flush()  # as the closing window does
    assert model.records[row].field("story").words.zh_hans == "旧new新"
    window.view.commands.undo()
    window.view.commands.undo()
    assert model.records[row].field("story").words.zh_hans == "旧"  # each stay in the editor was one step


def test_an_empty_list_says_so_and_takes_the_rows_of_the_report_before(window, table):
    session, model = window.view.session, table.model
    assert not table.empty.isHidden()
    assert table.earlier.isHidden()  # there is none
    definitions = session.definitions
    before = replace(definitions.outlines["csr-2022"], code="csr-2021", year=2021)
    session.definitions = replace(definitions, outlines={**definitions.outlines, "csr-2021": before})
    old = Record(RecordKey("award", "r1"), "csr-2021", 1, {"name": Field(words=words("环保奖", "", ""))})
    window.view.commands.change("", [keep(old)])
    table.refresh()
    assert "csr-2021" not in table.earlier.text()  # a report is called by its year
    table.earlier.click()
    (row,) = model.records
    assert (row.field("name").words.zh_hans, row.carried, row.report) == ("环保奖", "csr-2021", "csr-2022")
    assert row.key != old.key
    assert (table.empty.isHidden(), table.earlier.isHidden()) == (True, True)
    window.view.commands.undo()
    assert not model.records


def test_the_buttons_of_a_list_go_on_in_another_line_where_a_form_is_narrow(window, table):
    table.model.add()
    table.refresh()
    buttons = (table.add, table.remove, table.up, table.down)
    table.resize(900, 300)
    assert len({button.y() for button in buttons}) == 1
    assert table.minimumSizeHint().width() < 300  # the form beside the page is no wider than its place
    table.resize(300, 400)
    table.layout().activate()
    assert len({button.y() for button in buttons}) > 1
    assert max(button.geometry().right() for button in buttons) <= 300


@pytest.fixture
def long_words(window):
    """Awards have a story, too."""
    session = window.view.session
    story = RecordColumn("story", words("经过", "經過", "Story"), "long")
    kinds = {"award": replace(AWARD, columns=(*AWARD.columns, story))}
    catalogue = replace(session.definitions.catalogue, records=kinds)
    session.definitions = replace(session.definitions, catalogue=catalogue)
    window.view.form.rebuild()
    window.view.form.build_all()
    table = window.view.form.parts_of(RecordTable)[0]
    table.show_as(table=True)
    return table


@pytest.fixture
def listed(long_words):
    """Three awards with a story, as a list with a form."""
    model = long_words.model
    for name in ("一", "二", "三"):
        model.setData(model.index(model.add(), 1), name)
    long_words.show_as(table=False)
    return long_words


def names(table) -> list[str]:
    return [row.field("name").words.zh_hans for row in table.model.records]


def test_records_with_long_words_are_a_list_with_the_form_of_the_chosen_one(qtbot, window, listed, workspace_file):
    pair, model = listed.pair, listed.model
    assert (listed.grid.isHidden(), pair.form.isHidden()) == (True, True)
    assert [model.row_state(row) for row in range(3)] == ["empty"] * 3  # the date is required
    qtbot.mouseClick(
        pair.list.viewport(), Qt.MouseButton.LeftButton, pos=pair.list.visualRect(model.index(1, 0)).center()
    )
    date, name, _, level, story = pair.form.fields
    assert (name.edit.text(), date.edit.text()) == ("二", "")
    type_text(date.edit, "2022年5月")
    qtbot.keyClick(date.edit, Qt.Key.Key_Return)
    level.box.setCurrentIndex(1)
    level.box.activated.emit(1)
    type_text(story.edit, "用柴油")
    story.edit.insert("{energy.diesel}。")
    assert "字" in story.length.text()
    listed.flush()
    row = stored(window, workspace_file)[1]
    assert (row.field("date").typed, row.field("level").typed) == ("2022-05", "high")
    assert row.field("story").words.zh_hans == "用柴油{energy.diesel}。"
    assert model.row_state(1) == "filled"
    window.view.commands.undo()
    assert story.edit.written() == ""
    listed.show_as(table=True)
    assert (listed.grid.isHidden(), pair.isHidden()) == (False, True)


def test_rows_are_dragged_and_moved_by_keys_each_as_one_step(qtbot, window, listed, workspace_file):
    pair, commands = listed.pair, window.view.commands
    before = commands.index()
    pair.list.setCurrentIndex(listed.model.index(0, 0))
    at = pair.list.visualRect(listed.model.index(2, 0)).bottomLeft()
    data = listed.model.mimeData([listed.model.index(0, 0)])
    drop = QDropEvent(
        QPointF(at), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    pair.list.dropEvent(drop)
    assert (names(listed), commands.index()) == (["二", "三", "一"], before + 1)
    assert pair.list.currentIndex().row() == 2  # the cursor goes with the row
    qtbot.keyClick(pair.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(listed) == ["二", "一", "三"]
    assert [row.field("name").words.zh_hans for row in stored(window, workspace_file)] == ["二", "一", "三"]
    commands.undo()
    commands.undo()
    assert names(listed) == ["一", "二", "三"]
    qtbot.keyClick(pair.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)  # the last one stays
    listed.show_as(table=True)
    listed.grid.setCurrentIndex(listed.model.index(2, 1))
    qtbot.keyClick(listed.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(listed) == ["一", "三", "二"]


def test_an_empty_list_has_a_button_for_the_first_record_and_no_others(qtbot, window, long_words):
    long_words.show_as(table=False)
    assert not long_words.empty.isHidden()
    assert [button.isHidden() for button in (long_words.add, long_words.remove, long_words.up, long_words.other)] == [
        False, True, True, True,
    ]  # fmt: skip
    long_words.add.click()
    assert (long_words.empty.isHidden(), long_words.pair.form.isHidden()) == (True, False)
    assert window.focusWidget() is long_words.pair.form.fields[0].edit
    long_words.remove.click()
    assert long_words.pair.form.key is None
