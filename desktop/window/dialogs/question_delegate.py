"""The choice of what a column or a word of a unit means; a year may be typed."""

from __future__ import annotations

import re

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.window.item_models.question_model import QuestionModel
from schema.catalogue.definitions import Catalogue

Index = QModelIndex | QPersistentModelIndex
_TIME = re.compile(r"(?:19|20)\d\d(?:h[12]|q[1-4]|m(?:0[1-9]|1[0-2]))?")


class QuestionDelegate(QStyledItemDelegate):
    """Opens the choice; words that are none of its lines and no year are not taken over."""

    def __init__(self, catalogue: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._catalogue = catalogue

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the choice, the likely answers first."""
        box, model = QComboBox(parent), index.model()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setMaxVisibleItems(14)
        if isinstance(model, QuestionModel):
            for meaning in model.question(index).choices(self._catalogue):
                box.addItem(model.meant(meaning), meaning)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what it is taken for."""
        model = index.model()
        if isinstance(editor, QComboBox) and isinstance(model, QuestionModel):
            question = model.question(index)
            editor.setCurrentText(model.meant(question.meaning or next(iter(question.guesses), "")))
            edit = editor.lineEdit()
            if edit is not None:
                edit.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the chosen line over, or a year that was typed."""
        if not isinstance(editor, QComboBox):
            return
        text = editor.currentText().strip()
        place = editor.findText(text)
        chosen = editor.itemData(place) if place >= 0 else text if _TIME.fullmatch(text) else None
        if chosen:
            model.setData(index, str(chosen))
