"""What stands now gets a name: what it is called, of which report it is, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import muted
from desktop.window.look.chooser import Chooser
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.year_names import year_name
from desktop.work.freezes import LONGEST_NAME, Naming
from schema.grammar.templates import filled


class FreezeNowDialog(QDialog):
    """`wanted` carries the naming and the reason; whoever hears it closes the dialog, or says why it cannot be."""

    wanted = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Freeze the present state"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.setMinimumWidth(520)
        self._build()
        self._lay_out()
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)
        for field in (self.name, self.reason):
            field.textChanged.connect(lambda _: self.trouble.hide())

    def _build(self) -> None:
        desk = self._desk
        self.name, self.reason, self.report = (
            QLineEdit(self),
            QLineEdit(self),
            Chooser(self._desk.theme, self, plain=True),
        )
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("such as: sent for assurance"))
        self.reason.setPlaceholderText(self.tr("such as: the board has approved it"))
        fill_reports(self.report, desk, self.tr("The whole workspace"))
        self.report.setCurrentIndex(max(0, self.report.findData(desk.report)))
        self.trouble = QLabel(self, wordWrap=True)
        self.trouble.setStyleSheet(f"color: {desk.theme.error};")
        self.trouble.hide()
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self.tr("Freeze"), self)
        self.cancel.setAutoDefault(False)
        self.go.setObjectName("primary")
        self.go.setDefault(True)

    def _lay_out(self) -> None:
        layout, form, buttons = QVBoxLayout(self), QFormLayout(), QHBoxLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        for words, field in (
            (self.tr("&Name"), self.name),
            (self.tr("&Of"), self.report),
            (self.tr("&Reason"), self.reason),
        ):
            form.addRow(words, field)
        hint = self.tr(
            "Frozen and signed by {who}. A freeze stays and its name is given once; work goes on as before. What is "
            "exported from it names it on the cover, with date and digits of the history."
        )
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout.addLayout(form)
        layout.addWidget(muted(filled(hint, {"who": self._desk.session.who}), self._desk.theme, self))
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)

    def run(self) -> None:
        """Ask for it, once."""
        self.go.setEnabled(False)
        self.wanted.emit(Naming(self.name.text(), self.report.currentData()), self.reason.text())

    def refuse(self, words: str, *, is_reason: bool = False) -> None:
        """Say why it was not frozen, and lead to the field that it hangs on."""
        self.go.setEnabled(True)
        self.trouble.setText(words)
        self.trouble.show()
        (self.reason if is_reason else self.name).setFocus()


def fill_reports(box: QComboBox, desk: Desk, whole: str) -> None:
    """Offer the whole under these words, then every report; the data are their codes, empty for the whole."""
    box.addItem(whole, "")
    for code, outline in desk.session.definitions.outlines.items():
        box.addItem(f"{year_name(desk, outline.year)}  {desk.words(outline.title)}", code)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(18)
