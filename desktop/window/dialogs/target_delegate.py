"""The choice of a metric for a row: the likely ones first, all others by typing a part of their name."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.window.item_models.import_model import ImportModel
from schema.catalogue.definitions import Catalogue
from schema.exchange.oldsheets.names import Target, members

Index = QModelIndex | QPersistentModelIndex


class TargetDelegate(QStyledItemDelegate):
    """Opens the choice; what is not one of its lines is not taken over."""

    def __init__(self, catalogue: Catalogue, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        targets = [Target(metric.code) for metric in catalogue.metrics.values()]
        targets += [
            Target(m.code, category) for m in catalogue.metrics.values() for category, _ in members(m, catalogue)
        ]
        self._words = {target: f"{target.words(catalogue, language)}  {target.reference()}" for target in targets}

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the choice, the row's candidates first."""
        model = index.model()
        box = QComboBox(parent)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        likely = [c.target for c in model.proposal(index).candidates] if isinstance(model, ImportModel) else []
        for target in dict.fromkeys([*likely, *self._words]):
            box.addItem(self._words[target], target)
        completer = QCompleter(box.model(), box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
        box.setMaxVisibleItems(12)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the row is taken for."""
        model = index.model()
        if isinstance(editor, QComboBox) and isinstance(model, ImportModel):
            shown = model.shown(index)
            editor.setCurrentText(self._words[shown] if shown else "")
            edit = editor.lineEdit()
            if edit is not None:
                edit.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the chosen line over; other words leave the row as it was."""
        if isinstance(editor, QComboBox):
            place = editor.findText(editor.currentText(), Qt.MatchFlag.MatchFixedString)
            target = editor.itemData(place) if place >= 0 else None
            shown = model.shown(index) if isinstance(model, ImportModel) else None
            if isinstance(target, Target) and target != shown:
                model.setData(index, target)
