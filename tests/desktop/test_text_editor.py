"""Words with linked numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.window.chips.chip_table import tables_of
from desktop.window.chips.printed import filled
from desktop.window.fields.plan import TextCard
from desktop.window.form.field_row import FieldRow
from desktop.window.form.slot_head import SlotHead
from desktop.window.form.text_editor import TextEditor
from desktop.window.session.editing_tools import EditingTools
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from tests.desktop.typing_hand import type_text


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture
def editor(window) -> TextEditor:
    window.view.form.build_all()
    return window.view.form.parts_of(TextEditor)[0]


def saved_text(window) -> str:
    window.view.session.settle()
    return window.view.session.workspace.snapshot().texts.get(("csr-2022", "green.energy.body", "zh-Hans"), "")


def test_words_are_saved_after_a_pause(qtbot, window, editor):
    editor.edit.setFocus()
    with qtbot.waitSignal(window.view.session.saved, timeout=60000):
        type_text(editor.edit, "节能 first")
    assert saved_text(window) == "节能 first"


def test_half_a_sentence_stays_when_the_form_is_shown_anew(qtbot, window, editor):
    editor.edit.setFocus()
    type_text(editor.edit, "half")
    editor.refresh()
    assert editor.edit.written() == "half"


def test_words_are_taken_over_as_soon_as_the_cursor_leaves(qtbot, window, editor):
    editor.edit.setFocus()
    type_text(editor.edit, "gone")
    window.view.form.parts_of(FieldRow)[0].edit.setFocus()
    assert window.view.session.text(editor.subject).text == "gone"


def test_linked_numbers_stand_as_they_will_print(qtbot, window, editor):
    editor.edit.setFocus()
    type_text(editor.edit, "柴油")
    editor.edit.insert("{energy.diesel}，天然气{energy.gas}，{nothing.here}，{energy.diesel/hk}")
    editor.flush()
    shown = editor.edit.text.printed()
    assert "柴油50.00立方米" in shown
    assert "【天然气消耗量】" in shown
    assert "【nothing.here】" in shown
    assert "【energy.diesel/hk】" in shown
    assert "3" in editor.status.text()
    assert saved_text(window) == "柴油{energy.diesel}，天然气{energy.gas}，{nothing.here}，{energy.diesel/hk}"


def compose(edit, words: str) -> None:
    """What an input method shows before it commits."""
    QApplication.sendEvent(edit, QInputMethodEvent(words, []))


def test_an_input_method_composes_between_chips_and_one_key_deletes_a_chip(qtbot, window, editor):
    edit = editor.edit
    edit.setFocus()
    edit.insert("柴油{energy.diesel}{staff}。")
    cursor = edit.textCursor()
    cursor.setPosition(3)
    edit.setTextCursor(cursor)
    compose(edit, "he")
    window.grab()  # the chips behind the composed letters are laid out at other places
    assert edit.written() == "柴油{energy.diesel}{staff}。"
    type_text(edit, "和")
    assert edit.written() == "柴油{energy.diesel}和{staff}。"
    editor.flush()
    QTest.keyClick(edit, Qt.Key.Key_Right)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.written() == "柴油{energy.diesel}和。"
    window.actions_.undo.trigger()
    assert (edit.textCursor().position(), edit.hasFocus()) == (5, True)
    assert edit.written() == "柴油{energy.diesel}和{staff}。"
    assert [chip.words for chip in map(edit.text.look, edit.text.chips())] == ["50.00立方米", "【员工人数】"]


def test_chips_are_copied_as_they_print_and_stay_linked_here(qtbot, window, editor):
    edit = editor.edit
    edit.insert("柴油{energy.diesel}。")
    edit.selectAll()
    edit.copy()
    clipboard = QApplication.clipboard()
    assert clipboard.text() == "柴油50.00立方米。"
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.paste()
    assert edit.written() == "柴油{energy.diesel}。" * 2
    clipboard.setText("\u202e又用{energy.gas|0}")
    edit.paste()
    assert edit.written().endswith("。又用{energy.gas|0}")


def test_a_brace_opens_the_numbers_and_enter_takes_one(qtbot, window, editor):
    edit = editor.edit
    edit.setFocus()
    type_text(edit, "共{")
    QTest.keyClick(editor.links.list.field, Qt.Key.Key_Escape)
    editor.tools.number.click()
    numbers = editor.links.list
    assert numbers.isVisible()
    assert numbers.parent() is window
    assert numbers.rows.entries[0].section == "能源"  # of the section at hand come first
    type_text(numbers.field, "cyxh")
    assert [entry.code for entry in numbers.rows.entries] == ["energy.diesel"]
    QTest.keyClick(numbers.field, Qt.Key.Key_Return)
    assert edit.written() == "共{energy.diesel}"
    assert edit.hasFocus()


def test_a_list_that_is_left_leaves_nothing_behind_and_a_second_brace_is_one(qtbot, window, editor):
    edit = editor.edit
    edit.setFocus()
    type_text(edit, "｛")  # as a Chinese keyboard types it
    type_text(editor.links.list.field, "没有这个")
    assert "没有这个" in editor.links.list.nothing.text()
    QTest.keyClick(editor.links.list.field, Qt.Key.Key_Escape)
    assert (edit.written(), edit.hasFocus()) == ("", True)
    type_text(edit, "{")
    type_text(editor.links.list.field, "{")
    assert (edit.written(), edit.text.printed()) == ("{{", "{")


def test_showing_a_text_saves_nothing(qtbot, window, editor):
    before = len(window.view.session.workspace.history())
    editor.refresh()
    editor.flush()
    window.view.session.settle()
    assert len(window.view.session.workspace.history()) == before


def test_undo_brings_the_old_words_back(qtbot, window, editor):
    editor.edit.setFocus()
    type_text(editor.edit, "abc")
    editor.flush()
    window.actions_.undo.trigger()
    assert saved_text(window) == ""
    assert editor.edit.written() == ""


def test_texts_of_two_languages_are_two_steps_of_undo(qtbot, window, editor):
    editor.edit.setFocus()
    type_text(editor.edit, "first")
    editor.flush()
    window.view.form.text_language = "en"
    window.view.form.rebuild()
    window.view.form.build_all()
    other = window.view.form.parts_of(TextEditor)[0]
    type_text(other.edit, "second")
    other.flush()
    session = window.view.session
    assert session.text(other.subject).text == "second"
    window.actions_.undo.trigger()
    assert (session.text(other.subject).text, saved_text(window)) == ("", "first")


def test_the_language_of_the_texts_can_be_chosen(qtbot, window, editor):
    window.view.form.text_language = "en"
    window.view.form.rebuild()
    window.view.form.build_all()
    assert window.view.form.parts_of(TextEditor)[0].subject.language == "en"


def test_a_text_that_was_only_shown_never_says_it_is_being_saved(qtbot, window, editor):
    editor.edit.setFocus()
    type_text(editor.edit, "words")
    editor.flush()
    window.view.session.settle()
    view, card = window.view, TextCard(editor.subject.slot, "body", Words())
    shown = TextEditor(EditingTools(view.desk, view.commands, view.pictures, editor.subject.language), card, window)
    assert shown.edit.written() == "words"
    assert "✓" in shown.status.text()


def test_a_text_never_says_saved_while_something_is_being_typed(qtbot, window, editor):
    editor.edit.setFocus()
    type_text(editor.edit, "half")
    assert "✓" not in editor.status.text()
    editor.flush()
    saved_text(window)
    qtbot.waitUntil(lambda: "✓" in editor.status.text(), timeout=60000)


@pytest.mark.parametrize(
    ("before", "now", "reading"),
    [("比上年", "60", "比上年增长20.0%"), ("比上年增长", "60", "比上年增长20.0%"), ("比上年", "40", "比上年下降20.0%")],
)
def test_a_change_reads_as_in_the_draft(qtbot, window, editor, before, now, reading):
    desk = window.view.desk
    keys = Key("energy.diesel", 2021), Key("energy.diesel", 2022)
    points = [DataPoint(key, Decimal(value)) for key, value in zip(keys, ("50", now), strict=True)]
    window.view.commands.change("", [keep(point) for point in points])
    qtbot.waitUntil(lambda: filled(desk, before + "{energy.diesel|change%}", "zh-Hans") == (reading, 0), timeout=60000)


@pytest.fixture
def fewer(qtbot, window):
    """Employees became fewer from 2021 to 2022."""
    keys = {Key("staff", 2021): "100", Key("staff", 2022): "90"}
    window.view.commands.change("", [keep(DataPoint(key, Decimal(value))) for key, value in keys.items()])
    session = window.view.session
    qtbot.waitUntil(lambda: session.figures.value(Key("staff", 2022)).value is not None, timeout=60000)


def test_words_that_the_data_contradict_are_marked_and_said_below(window, editor, fewer):
    editor.edit.setFocus()
    editor.edit.insert("😀员工人数比上年增长 13.7%。")
    editor.flush()
    (mark,) = editor.edit.extraSelections()
    assert mark.cursor.selectedText() == "比上年增长 13.7%"
    assert "10.0%" in editor.statements.words.text()
    assert not editor.statements.isHidden()


def test_one_key_links_all_typed_numbers_that_equal_a_value(window, editor, fewer):
    editor.edit.setFocus()
    editor.edit.insert("员工人数 90 人；员工人数为 90 人。")
    editor.flush()
    assert "90 人" in editor.statements.link.text()
    editor.statements.link.click()
    assert editor.edit.written() == "员工人数 {staff}；员工人数为 {staff}。"
    assert editor.statements.isHidden()


def test_the_right_words_are_put_in_with_one_key(window, editor, fewer):
    edit = editor.edit
    edit.setFocus()
    edit.insert("员工人数比上年增长 13.7%。")
    editor.flush()
    assert "下降 10.0%" in editor.statements.fix.text()
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert edit.written() == "员工人数比上年下降 10.0%。"
    assert (editor.statements.isHidden(), edit.extraSelections()) == (True, [])
    window.actions_.undo.trigger()
    assert edit.written() == "员工人数比上年增长 13.7%。"


def test_how_a_chip_is_shown_is_chosen_beside_it(window, editor):
    edit = editor.edit
    edit.setFocus()
    edit.insert("柴油{energy.diesel}。")
    cursor = edit.textCursor()
    cursor.setPosition(3)
    edit.setTextCursor(cursor)
    QTest.keyClick(edit, Qt.Key.Key_F2)
    card = editor.links.card
    assert card.isVisible()
    assert card.boxes["scale"].hasFocus()
    box = card.boxes["decimals"]
    box.setCurrentIndex(box.findData("0.0"))
    box.activated.emit(box.currentIndex())
    assert (edit.written(), edit.text.printed()) == ("柴油{energy.diesel|0.0}。", "柴油50.0立方米。")
    assert card.value.text() == "50.0立方米"
    card.go.click()
    assert editor.links.card is None
    assert window.view.form.parts_of(FieldRow)[1].edit.hasFocus()  # diesel


def test_a_chosen_chip_leads_to_its_field_and_a_cursor_beside_it_makes_a_paragraph(window, editor):
    edit = editor.edit
    edit.setFocus()
    edit.insert("{energy.diesel}")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.written() == "{energy.diesel}\n"
    assert "柴油消耗量" in edit.facts.html("{energy.diesel}")
    assert "能源" in edit.facts.html("{energy.diesel}")
    edit.choose(edit.text.chips()[0])
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert window.view.form.parts_of(FieldRow)[1].edit.hasFocus()


def test_a_text_says_what_it_is_for_whose_it_is_how_long_and_where_it_stands(qtbot, window, editor):
    card = editor.parentWidget()
    (head,) = card.findChildren(SlotHead)
    assert "能源" in head.purpose.text()
    told = head.words.text()
    assert "绿色 › 能源，第 2 块（共 2 块）" in told
    assert "150–400 字" in told
    type_text(editor.edit, "一二三")
    assert editor.length.text() == "3 字（一般 150–400）"
    qtbot.waitUntil(lambda: "约第 1 页" in head.words.text(), timeout=60000)
    assert head.past.isHidden()  # no report before this one has it
    assert next(label.text() for label in card.findChildren(QLabel)) == "正文"


def cell(edit, row: int, column: int):
    """Put the cursor into a cell of the text's first table."""
    (table, *_) = tables_of(edit.document())
    edit.setTextCursor(table.cellAt(row, column).lastCursorPosition())


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_table_of_a_text_has_cells_and_keys_of_its_own(qtbot, window, editor):
    edit, keys, alt = editor.edit, Qt.Key, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    edit.setFocus()
    type_text(edit, "上文")
    editor.tools.table.click()
    assert edit.written() == "上文\n|  |  |\n|  |  |"
    for words in ("方面", "做法", "柴油", ""):
        type_text(edit, words)
        if words:
            QTest.keyClick(edit, keys.Key_Tab)
    edit.insert("{energy.diesel|0.0}")
    QTest.keyClick(edit, keys.Key_Tab)  # behind the last cell
    type_text(edit, "气|电")
    assert edit.written() == "上文\n| 方面 | 做法 |\n| 柴油 | {energy.diesel|0.0} |\n| 气\\|电 |  |"
    QTest.keyClick(edit, keys.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert edit.textCursor().currentTable().cellAt(edit.textCursor()).row() == 1
    QTest.keyClick(edit, keys.Key_Return)
    QTest.keyClick(edit, keys.Key_Return)  # behind the last row out of the table
    type_text(edit, "下文")
    editor.flush()
    assert saved_text(window).endswith("| 气\\|电 |  |\n下文")
    cell(edit, 1, 1)
    QTest.keyClick(edit, keys.Key_Right, alt)
    QTest.keyClick(edit, keys.Key_Up, alt)
    assert edit.written().split("\n")[1:4] == ["| 方面 | 做法 |  |", "|  |  |  |", "| 柴油 | {energy.diesel|0.0} |  |"]
    QTest.keyClick(edit, keys.Key_Delete, alt)
    QTest.keyClick(edit, keys.Key_Backspace, alt)
    assert edit.written().split("\n")[1:3] == ["| 方面 | 做法 |", "| 柴油 | {energy.diesel|0.0} |"]
    editor.flush()
    whole = edit.written()
    window.actions_.undo.trigger()
    assert (edit.written(), tables_of(edit.document())) == ("", [])
    window.actions_.redo.trigger()
    assert edit.written() == whole
    cell(edit, 0, 0)
    edit.tables.menu()[-1][1]()
    assert edit.written() == "上文\n下文"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_cells_are_copied_and_pasted_as_a_sheet_does_and_a_typed_line_becomes_a_table(window, editor):
    edit, clipboard = editor.edit, QApplication.clipboard()
    edit.setFocus()
    type_text(edit, "| 甲 | 乙 |")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    type_text(edit, "丙")
    assert edit.written() == "| 甲 | 乙 |\n| 丙 |  |"
    cell(edit, 1, 1)
    clipboard.setText('50\t"两\n行"\r\n{energy.diesel}\t a|b\r\n')
    edit.paste()
    assert edit.written() == "| 甲 | 乙 |  |\n| 丙 | 50 | 两 行 |\n|  | {energy.diesel} | a\\|b |"
    (table,) = tables_of(edit.document())
    cursor = table.cellAt(1, 1).firstCursorPosition()
    cursor.setPosition(table.cellAt(2, 2).lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    edit.copy()
    assert clipboard.text() == "50\t两 行\n50.00立方米\ta|b"
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.paste()
    assert edit.written().endswith("a\\|b |\n\n| 50 | 两 行 |\n| {energy.diesel} | a\\|b |")
    edit.selectAll()
    edit.copy()
    before = edit.written()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.written() == ""
    edit.paste()
    assert edit.written() == before
