"""A list of records on the form: a table to type into, with rows to add, remove and move."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.window.form.carried_bar import CarriedBar
from desktop.window.form.evidence_button import EvidenceButton
from desktop.window.form.flag_button import FlagButton
from desktop.window.form.form_part import FormPart, Goal
from desktop.window.form.message_line import free_room, hold_room
from desktop.window.form.picture_dialog import PictureDialog
from desktop.window.form.record_delegate import RecordDelegate
from desktop.window.form.record_grid import RecordGrid, dress_grid
from desktop.window.form.record_pair import RecordPair
from desktop.window.form.thread_button import ThreadButton
from desktop.window.form.words_dialog import WordsDialog
from desktop.window.item_models.record_model import RecordModel
from desktop.window.look.card import muted
from desktop.window.look.flow import Flow
from schema.grammar.reference import RecordKey
from schema.grammar.templates import filled
from schema.validation.issue import FieldAt, ListAt, write_subject
from schema.values.evidence import EvidenceAt
from schema.values.follow_ups import FollowUpAt
from schema.values.kept_things import Subject
from schema.values.questions import QuestionAt
from schema.values.records import title_of


class RecordTable(FormPart, QWidget):
    """The table and its four buttons."""

    def __init__(self, model: RecordModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.model, self.weight = model, 7
        model.setParent(self)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.carried = CarriedBar(self.model.desk.theme, self)
        self.grid = RecordGrid(self)
        self.grid.setModel(self.model)
        delegate = RecordDelegate(self.grid)
        delegate.words_wanted.connect(self._open_words)
        self.grid.setItemDelegate(delegate)
        self.grid.setAccessibleName(self.model.desk.words(self.model.kind.name))
        dress_grid(self.grid, self.model.desk.theme)
        self.pair = RecordPair(self.model, self.grid.selectionModel(), self)
        self.as_table = self.model.kind.code in self.model.desk.as_tables or not self.model.has_more()
        kind = self.model.desk.words(self.model.kind.name)
        self.empty = muted(self.tr("{kind}: nothing here yet. Add the first row.").format(kind=kind),
                           self.model.desk.theme, self)  # fmt: skip
        self.earlier = self._button("")
        self.add = self._button(self.tr("Add row"))
        self.remove = self._button(self.tr("Remove row"))
        self.picture = self._button(self.tr("Picture…"))
        self.grid.setAcceptDrops(True)
        self.evidence, self.questions = EvidenceButton(self.model.desk, self), ThreadButton(self.model.desk, self)
        self.flag = FlagButton(self.model.desk, lambda: self.proved(None), self)
        self.up, self.down = self._button(self.tr("Move up")), self._button(self.tr("Move down"))
        self.other = self._button("")
        self.other.setVisible(self.model.has_more())
        self.send = QPushButton(self.tr("Move to section"), self)
        self.send.setVisible(bool(self.model.places()))
        self.send.setMenu(self._places_menu())
        self._lay_out()

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        buttons = Flow()
        marks = (self.evidence, self.questions, self.flag)
        for button in (
            self.add,
            self.earlier,
            self.remove,
            self.picture,
            self.up,
            self.down,
            *marks,
            self.send,
            self.other,
        ):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.carried)
        layout.addWidget(self.empty)
        layout.addWidget(self.grid)
        layout.addWidget(self.pair)
        layout.addLayout(buttons)

    def _places_menu(self) -> QMenu:
        menu = QMenu(self.send)
        for block, title in self.model.places():
            menu.addAction(title).triggered.connect(partial(self._on_send, block))
        return menu

    def _connect(self) -> None:
        self.carried.confirmed.connect(self._on_confirm)
        self.add.clicked.connect(self._on_add)
        self.earlier.clicked.connect(lambda: (self.model.take_earlier(), self.refresh()))
        self.remove.clicked.connect(self._on_remove)
        self.picture.clicked.connect(self._on_picture)
        self.evidence.clicked.connect(lambda: self.model.desk.evidence_requested.emit(self.proved(None)))
        self.grid.doubleClicked.connect(self._on_double_click)
        self.grid.dropped.connect(self._on_drop)
        self.grid.moved.connect(self._on_move)
        self.pair.list.moved.connect(self._on_let_go)
        self.pair.page_wanted.connect(self.model.desk.page_requested)
        self.other.clicked.connect(lambda: self.show_as(table=not self.as_table))
        self.grid.words_typed.connect(self._open_words)
        self.up.clicked.connect(lambda: self._on_move(-1))
        self.down.clicked.connect(lambda: self._on_move(1))
        self.grid.selectionModel().currentChanged.connect(lambda _new, _old: self._on_current())
        self.questions.clicked.connect(lambda: self.model.desk.show_thread(self.item()))

    def refresh(self) -> None:
        """Show the session's records."""
        self.model.refresh()
        self.grid.fit()
        self.pair.refresh()
        self._show_carried()
        self._show_empty()
        self._enable()

    def _show_empty(self) -> None:
        """Say that nothing stands here, and offer the rows of the report before."""
        nothing = not self.model.records
        self.empty.setVisible(nothing)
        self.grid.setVisible(not nothing and self.as_table)
        self.pair.setVisible(not nothing and not self.as_table)
        self.remove.setVisible(not nothing)
        self.picture.setVisible(not nothing and self.as_table and bool(self.model.picture_columns()))
        self.up.setVisible(not nothing and self.as_table)  # in the list rows are dragged
        self.down.setVisible(not nothing and self.as_table)
        self.other.setVisible(not nothing and self.model.has_more())
        self.other.setText(self.tr("As a list with a form") if self.as_table else self.tr("As a table"))
        found = self.model.earlier() if nothing and self.model.desk.session.writable else None
        self.earlier.setVisible(found is not None)
        if found:
            self.earlier.setText(self.tr("Take those of {year} ({count})").format(year=found[0], count=len(found[1])))

    def show_as(self, *, table: bool) -> None:
        """Show the records as a table, or as a list with a form; those of the same type are shown so from then on."""
        self.flush()
        self.as_table = table
        (set.add if table else set.discard)(self.model.desk.as_tables, self.model.kind.code)
        self.refresh()

    def _show_carried(self) -> None:
        rows = [record for record in self.model.records if record.carried]
        words = self.tr("Rows not touched since {report}: {count} (shaded).")
        places = {"report": self.model.desk.report_name(rows[0].carried) if rows else "", "count": str(len(rows))}
        told = filled(words, places) if rows else ""
        self.carried.show_words(told, writable=self.model.desk.session.writable)

    def _on_confirm(self) -> None:
        """The chosen rows are still true; all of them where none of those is shaded."""
        chosen = {index.row() for index in self.grid.selectionModel().selectedIndexes()}
        self.model.confirm(chosen)
        self.refresh()

    def follow_subject(self, subject: Subject) -> None:
        """Show how many files prove the chosen record, and which records have any."""
        if isinstance(subject, EvidenceAt | FollowUpAt | QuestionAt):
            self._show_marks()
            self.grid.viewport().update()

    def _show_marks(self) -> None:
        self.evidence.show_count(self.proved(None))
        self.questions.show_thread(write_subject(self.item()))
        self.flag.refresh()

    def item(self) -> ListAt:
        """Return the list as it is asked for."""
        return ListAt(self.model.desk.report, self.model.block.id)

    def proved(self, place: QPoint | None) -> str:
        """Return the record of the chosen row; files that are dropped are the table's."""
        row = self._row()
        return self.model.records[row].key.canonical() if place is None and 0 <= row < len(self.model.records) else ""

    def hold(self) -> None:
        """Keep the room of the bar over the rows."""
        hold_room(self.carried)

    def let_go(self) -> None:
        """Take no room for a bar that is not there."""
        free_room(self.carried)

    def follow_records(self) -> None:
        """Show the rows as they are now."""
        self.refresh()

    def go_to(self, goal: Goal, sight: QScrollArea) -> bool:
        """Choose a record's cell."""
        place = self.show_record(goal.record, goal.column) if isinstance(goal, FieldAt) else None
        if place is not None and (body := sight.widget()) is not None:
            sight.ensureVisible(0, self.mapTo(body, place).y(), 0, 90)
        return place is not None

    def flush(self) -> None:
        """Hand over what is being typed, whether or not the cell has the focus."""
        field = self.grid.indexWidget(self.grid.currentIndex())
        if field is not None:  # one that is just closing is no longer the grid's
            self.grid.commitData(field)
        self.pair.form.flush()
        for editor in self.findChildren(WordsDialog):
            if editor.isVisible():
                editor.flush()

    def _row(self) -> int:
        return self.grid.currentIndex().row()

    def _enable(self) -> None:
        row, writable = self._row(), self.model.desk.session.writable
        self.add.setEnabled(writable)
        for button in (self.remove, self.send, self.picture):
            button.setEnabled(writable and row >= 0)
        self.evidence.setEnabled(row >= 0)
        self._show_marks()
        self.up.setEnabled(writable and row > 0)
        self.down.setEnabled(writable and 0 <= row < self.model.rowCount() - 1)

    def _on_current(self) -> None:
        """Look at the list where one of its rows has the cursor."""
        self._enable()
        row, model = self._row(), self.model
        if 0 <= row < len(model.records):
            model.desk.look_at(self.item(), title_of(model.records[row], model.kind, model.language))

    def _on_add(self) -> None:
        row = self.model.add()
        self.refresh()
        self._put_cursor(row, 0)
        if self.as_table:
            self.grid.edit(self.model.index(row, 0))
        else:
            self.pair.form.focus_column(0)

    def _put_cursor(self, row: int, column: int) -> None:
        view = self.grid if self.as_table else self.pair.list
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.grid.setCurrentIndex(self.model.index(row, column))

    def _chosen(self) -> list[int]:
        return sorted({index.row() for index in self.grid.selectionModel().selectedIndexes()} or {self._row()})

    def _on_remove(self) -> None:
        self.model.remove(self._chosen())
        self.refresh()

    def _on_send(self, block: str, _checked: bool = False) -> None:
        self.model.send(self._chosen(), block)
        self.refresh()

    def show_record(self, key: RecordKey, column: str) -> QPoint | None:
        """Choose a record's cell and return where its row is in this widget; None where it stands elsewhere."""
        row = next((number for number, record in enumerate(self.model.records) if record.key == key), None)
        if row is None:
            return None
        place = next((n for n, found in enumerate(self.model.kind.columns) if found.code == column), 0)
        self._put_cursor(row, place)
        if not self.as_table:
            self.pair.form.focus_column(place if column else -1)
            return self.pair.list.mapTo(self, self.pair.list.visualRect(self.model.index(row, 0)).topLeft())
        return self.grid.viewport().mapTo(self, QPoint(0, self.grid.rowViewportPosition(row)))

    def _on_picture(self) -> None:
        """Open the picture of the chosen cell, else the first one of its row."""
        columns, here = self.model.picture_columns(), self.grid.currentIndex()
        column = here.column() if here.column() in columns else columns[0]
        self._open_picture(self.model.index(here.row(), column))

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.column() in self.model.picture_columns() and self.model.desk.session.writable:
            self._open_picture(index)

    def _open_words(self, index: QPersistentModelIndex, typed: str = "") -> None:
        if index.isValid():
            WordsDialog(self.model, index, self, typed).open()

    def _open_picture(self, index: QModelIndex) -> None:
        model = self.model
        name = title_of(model.records[index.row()], model.kind, model.language)
        words = f"{model.desk.words(model.column(index).name)} · {name}"
        PictureDialog(model.desk, model.pictures, model.place(index), words, self).open()

    def _on_drop(self, index: QModelIndex, path: Path) -> None:
        """A file that cannot be taken is told in the dialog, where another one can be chosen."""
        self.model.pictures.take(path, self.model.place(index))
        self._open_picture(index)

    def _on_move(self, step: int) -> None:
        column = max(0, self.grid.currentIndex().column())
        if self.model.desk.session.writable and self._row() >= 0:
            self._go_on(self.model.move(self._row(), step), column)

    def _on_let_go(self, row: int, target: int) -> None:
        if self.model.desk.session.writable:
            self._go_on(self.model.move(row, target - row), 0)

    def _go_on(self, row: int, column: int) -> None:
        """Stay with a record that has been moved."""
        self.refresh()
        self.grid.selectionModel().setCurrentIndex(
            self.model.index(row, column), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
