"""Pictures on the form: chosen, dropped, refused, removed and undone, in a slot and in a record; stored in the file."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.window.form.picture_dialog import PictureDialog
from desktop.window.form.picture_editor import PictureEditor
from desktop.window.form.record_table import RecordTable
from desktop.window.item_models.record_model import RecordModel
from desktop.window.session.editing_tools import EditingTools
from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import ImageBlock, RecordsBlock
from schema.grammar.reference import RecordKey
from schema.values.datapoint import Record
from schema.values.image_slots import CellAt, picture_at, placed_picture
from schema.workspace import Workspace
from tests.desktop.conftest import small_definitions, words

SLOT = "green.photo"
CASE = RecordType(
    "case",
    words("案例", "案例", "Case"),
    (
        RecordColumn("title", words("标题", "標題", "Title"), "text", required=True),
        RecordColumn("picture", words("图片", "圖片", "Picture"), "picture"),
    ),
)


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture(scope="module")
def kept_file(kept_small, tmp_path_factory):
    """The small workspace with an image slot and cases below energy."""
    path = Path(shutil.copy(kept_small, tmp_path_factory.mktemp("kept") / "small.annals"))
    definitions = small_definitions()
    outline = definitions.outlines["csr-2022"]
    green = outline.chapters[0]
    more = (ImageBlock(SLOT, SLOT, words("照片", "照片", "Photo")), RecordsBlock("cases", "case", "cases"))
    energy = replace(green.sections[0], blocks=(*green.sections[0].blocks, *more))
    chapters = (replace(green, sections=(energy,)), *outline.chapters[1:])
    catalogue = replace(definitions.catalogue, records={"case": CASE})
    changed = replace(definitions, catalogue=catalogue, outlines={"csr-2022": replace(outline, chapters=chapters)})
    with Workspace.open(path, write=True, who="tester") as workspace:
        workspace.adopt(with_hash(changed))
    return path


@pytest.fixture
def photo(tmp_path) -> Path:
    Image.new("RGB", (600, 400), "green").save(tmp_path / "风车.png")
    return tmp_path / "风车.png"


@pytest.fixture
def field(window):
    window.view.form.build_all()
    return window.view.form.parts_of(PictureEditor)[0].field


@pytest.fixture
def table(window):
    window.view.form.build_all()
    return window.view.form.parts_of(RecordTable)[0]


def stored(window, path):
    """What the file holds."""
    window.view.session.settle()
    with Workspace.open(path, write=False) as workspace:
        return workspace.snapshot()


def take(qtbot, window, field, path):
    with qtbot.waitSignal(window.view.pictures.taken, timeout=60000):
        field.take(path)


def drop(target, path, place=None):
    """Let a file go on a widget, as a person would."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    middle = place or QPoint(target.width() // 2, target.height() // 2)
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, action, data, button, none)
    QApplication.sendEvent(target, enter)
    event = QDropEvent(QPointF(middle), action, data, button, none)
    QApplication.sendEvent(target, event)
    return enter.isAccepted(), event.isAccepted()


def test_a_picture_that_is_chosen_stands_in_the_file_with_its_facts(qtbot, window, field, photo, workspace_file):
    take(qtbot, window, field, photo)
    picture = placed_picture(stored(window, workspace_file), "csr-2022", SLOT)
    assert (picture.name, picture.width, picture.height) == ("风车.png", 600, 400)
    assert field.file.text() == "风车.png"
    assert "600 × 400" in field.size_line.text()
    assert field.remove.isVisibleTo(field)
    with Workspace.open(workspace_file, write=False) as workspace:
        assert workspace.attachment(picture.hash).startswith(b"\x89PNG")


def test_its_thumbnail_is_shown(qtbot, window, field, photo):
    take(qtbot, window, field, photo)
    qtbot.waitUntil(lambda: not field.thumbnail.pixmap().isNull(), timeout=60000)
    colour = field.thumbnail.pixmap().toImage().pixelColor(20, 20)
    assert (colour.green() > 100, colour.red() < 30) == (True, True)


def test_choosing_removing_and_undoing(qtbot, window, field, photo, tmp_path, workspace_file):
    Image.new("RGB", (90, 60), "red").save(tmp_path / "b.png")
    take(qtbot, window, field, photo)
    take(qtbot, window, field, tmp_path / "b.png")
    assert field.file.text() == "b.png"
    qtbot.mouseClick(field.remove, Qt.MouseButton.LeftButton)
    assert placed_picture(stored(window, workspace_file), "csr-2022", SLOT) is None
    assert not field.remove.isVisibleTo(field)
    window.view.commands.undo()
    assert field.file.text() == "b.png"
    window.view.commands.undo()
    assert placed_picture(stored(window, workspace_file), "csr-2022", SLOT).name == "风车.png"
    window.view.commands.undo()
    assert placed_picture(stored(window, workspace_file), "csr-2022", SLOT) is None
    window.view.commands.redo()
    assert field.file.text() == "风车.png"


def test_a_file_that_is_no_picture_is_told_beside_the_field_and_changes_nothing(qtbot, window, field, photo, tmp_path):
    (tmp_path / "IMG.heic").write_bytes(b"\0\0\0\x18ftypheic")
    take(qtbot, window, field, photo)
    take(qtbot, window, field, tmp_path / "IMG.heic")
    assert "IMG.heic 是 HEIC 格式" in field.remark.text()
    assert field.file.text() == "风车.png"
    assert field.choose.isEnabled()
    take(qtbot, window, field, photo)
    assert not field.remark.isVisibleTo(field)


def test_a_large_picture_says_that_it_was_made_smaller(qtbot, window, field, tmp_path):
    Image.new("RGB", (3000, 1500), "green").save(tmp_path / "a.jpg")
    take(qtbot, window, field, tmp_path / "a.jpg")
    assert "2,400 × 1,200" in field.remark.text()


def test_a_file_can_be_dropped(qtbot, window, field, photo):
    with qtbot.waitSignal(window.view.pictures.taken, timeout=60000):
        assert drop(field, photo) == (True, True)
    assert field.file.text() == "风车.png"


def test_the_buttons_are_reached_by_the_keyboard_and_open_the_files(qtbot, window, field, photo, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(photo), ""))
    assert field.choose.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(window.view.pictures.taken, timeout=60000):
        qtbot.keyClick(field.choose, Qt.Key.Key_Space)
    assert field.file.text() == "风车.png"


def test_a_picture_that_was_chosen_before_the_person_went_on_is_put_in_its_place(window, field, photo, workspace_file):
    field.take(photo)
    window.view.desk.choose_section("people")
    assert window.view.finish()
    with Workspace.open(workspace_file, write=False) as workspace:
        assert placed_picture(workspace.snapshot(), "csr-2022", SLOT).name == "风车.png"


def test_caption_and_alternative_text_are_typed_below(qtbot, window, field, workspace_file):
    caption, alternative = window.view.form.parts_of(PictureEditor)[0].words
    caption.edit.setPlainText("山坡上的风车")
    alternative.edit.setPlainText("三台白色的风车")
    window.view.form.flush()
    texts = stored(window, workspace_file).texts
    assert texts["csr-2022", f"{SLOT}.caption", "zh-Hans"] == "山坡上的风车"
    assert texts["csr-2022", f"{SLOT}.alt", "zh-Hans"] == "三台白色的风车"


def test_a_slot_counts_as_open_until_it_has_its_picture(qtbot, window, field, photo):
    session = window.view.session
    before = session.progress("csr-2022", "green.energy")
    assert [issue.code for issue in session.issues_of_slot("csr-2022", SLOT)] == ["picture.blank"]
    field.take(photo)

    def is_counted():  # a check begun before may be told first
        after = session.progress("csr-2022", "green.energy")
        assert (after.filled, after.asked) == (before.filled + 1, before.asked)

    qtbot.waitUntil(is_counted, timeout=60000)
    assert [issue.code for issue in session.issues_of_slot("csr-2022", SLOT)] == ["picture.no_words"]


def test_an_issue_of_a_slot_leads_to_its_field(window, field):
    window.view.desk.choose_section("people")
    window.view.desk.jump_to_text(SLOT)
    assert window.view.desk.section_code == "green.energy"
    assert window.view.form.parts_of(PictureEditor)[0].field.choose.hasFocus()


# in a record


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_record_gets_its_picture_in_a_dialog(qtbot, window, table, photo, workspace_file):
    row = table.model.add()
    table.refresh()
    table.grid.setCurrentIndex(table.model.index(row, 0))
    qtbot.mouseClick(table.picture, Qt.MouseButton.LeftButton)
    dialog = table.findChild(PictureDialog)
    take(qtbot, window, dialog.field, photo)
    snapshot = stored(window, workspace_file)
    (record,) = snapshot.rows("csr-2022", "case")
    assert snapshot.attachments[record.field("picture").typed].name == "风车.png"
    assert table.model.data(table.model.index(row, 1)) == "风车.png"
    decoration = int(Qt.ItemDataRole.DecorationRole)
    qtbot.waitUntil(lambda: table.model.data(table.model.index(row, 1), decoration) is not None, timeout=60000)
    dialog.reject()
    window.view.commands.undo()
    assert table.model.data(table.model.index(row, 1)) == ""


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_file_is_dropped_on_a_records_picture_and_is_evidence_on_any_other_cell(qtbot, window, table, photo):
    row = table.model.add()
    table.refresh()
    grid, pictures = table.grid, window.view.pictures
    place = grid.visualRect(table.model.index(row, 0)).center()
    assert drop(grid.viewport(), photo, place)[1] is True
    window.view.proving.intake.wait()
    QApplication.processEvents()
    assert table.model.data(table.model.index(row, 1)) != "风车.png"
    with qtbot.waitSignal(pictures.taken, timeout=60000):
        assert drop(grid.viewport(), photo, grid.visualRect(table.model.index(row, 1)).center())[1] is True
    assert table.model.data(table.model.index(row, 1)) == "风车.png"
    table.findChild(PictureDialog).reject()


def test_a_picture_cell_is_not_typed_into(window, table):
    row = table.model.add()
    assert not table.model.flags(table.model.index(row, 1)) & Qt.ItemFlag.ItemIsEditable
    assert table.model.flags(table.model.index(row, 0)) & Qt.ItemFlag.ItemIsEditable


def test_a_record_that_has_gone_meanwhile_takes_no_picture(qtbot, window, table, photo, workspace_file):
    row = table.model.add()
    place = table.model.place(table.model.index(row, 1))
    with qtbot.waitSignal(window.view.pictures.taken, timeout=60000):
        window.view.pictures.take(photo, place)
        table.model.remove([row])
    assert stored(window, workspace_file).records == {}


def test_types_without_pictures_have_no_button_for_them(window, table):
    table.model.add()
    table.show_as(table=True)
    assert table.picture.isVisibleTo(table)
    plain = replace(CASE, columns=CASE.columns[:1])
    view = window.view
    tools = EditingTools(view.desk, view.commands, view.pictures, "zh-Hans")
    other = RecordTable(RecordModel(tools, plain, RecordsBlock("cases", "case", "cases")), view)
    other.refresh()
    assert other.model.rowCount() == table.model.rowCount() == 1
    assert not other.picture.isVisibleTo(other)


def test_an_export_has_a_picture_that_is_not_stored_yet(window, field, photo, monkeypatch):
    session = window.view.session
    window.view.pictures.take(photo, field.place)
    window.view.pictures.wait()
    name = picture_at(session.snapshot, field.place)
    assert session.contents.read(name).startswith(b"\x89PNG")
    session.settle()
    assert session.contents.read(name).startswith(b"\x89PNG")


def test_a_picture_that_stands_nowhere_is_a_hash_that_nobody_knows(window):
    assert picture_at(window.view.session.snapshot, CellAt(RecordKey("case", "none"), "picture")) == ""
    assert Record(RecordKey("case", "a"), "csr-2022", 1).field("picture").typed == ""
