"""The picture of a record, chosen, seen and removed in a dialog of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.window.form.picture_field import PictureField
from desktop.window.session.desk import Desk
from desktop.window.session.picture_intake import Pictures
from schema.values.image_slots import PictureAt


class PictureDialog(QDialog):
    """What is done in it is done at once, and undone like everything else."""

    def __init__(self, desk: Desk, pictures: Pictures, place: PictureAt, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.setMinimumWidth(520)
        self.field = PictureField(desk, pictures, place, name, self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(14)
        layout.addWidget(self.field)
        layout.addWidget(buttons)
        self.field.choose.setFocus()
