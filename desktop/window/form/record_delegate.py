"""Opens the right field for a cell of a record: a list for a choice, an editor for long words, else one line."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.window.fields.reading_words import ReadingWords
from desktop.window.item_models.record_model import RecordModel
from desktop.work.wording import Wording
from schema.catalogue.record_numbers import number_metric
from schema.grammar.reference import Key
from schema.values.display import metric_format

Index = QModelIndex | QPersistentModelIndex


class RecordDelegate(QStyledItemDelegate):
    """`words_wanted` carries the cell whose long words are to be opened, which no cell has room for."""

    words_wanted = Signal(object)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field for a cell."""
        model = index.model()
        assert isinstance(model, RecordModel)
        column = model.column(index)
        if column.traits.chosen:
            box = QComboBox(parent)
            box.addItem("", "")
            for choice in column.choices:
                box.addItem(model.desk.words(choice.name), choice.code)
            return box
        if column.traits.paragraphs:
            # Later: the table is still at opening a field, and goes on once it has none.
            QTimer.singleShot(0, self, partial(self.words_wanted.emit, QPersistentModelIndex(index)))
            return None  # pyright: ignore[reportReturnType] - Qt opens no field then
        editor = super().createEditor(parent, option, index)
        if column.traits.numeric and isinstance(editor, QLineEdit):
            metric = number_metric(model.kind, column)
            wording = Wording(
                metric, model.desk.catalogue, model.language, metric_format(metric, model.desk.catalogue), {}
            )
            ReadingWords(model.desk, editor).show_below(editor, wording, Key(metric.code, 0))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what stands in the cell."""
        text = str(index.data(int(Qt.ItemDataRole.EditRole)) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)
