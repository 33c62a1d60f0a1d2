"""One picture on a form: a thumbnail, its file and size, and ways to choose another one, also by dropping a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.window.look.card import muted
from desktop.window.look.dropping import dropped_files
from desktop.window.session.desk import Desk
from desktop.window.session.picture_intake import Pictures
from schema.values.datapoint import Attachment
from schema.values.image_slots import PictureAt, picture_at

_WIDTH, _HEIGHT = 176, 110


class PictureField(QFrame):
    """Shows the picture of a place, and puts another one there."""

    def __init__(self, desk: Desk, pictures: Pictures, place: PictureAt, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self._desk, self._pictures = desk, pictures
        self._build(name)
        self._connect()
        self.refresh()

    def _build(self, name: str) -> None:
        theme = self._desk.theme
        self.setAcceptDrops(self._desk.session.writable)
        self.setAccessibleName(name)
        self.thumbnail = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.thumbnail.setFixedSize(_WIDTH, _HEIGHT)
        self.thumbnail.setStyleSheet(
            f"border: 1px dashed {theme.edge}; border-radius: 6px; background: {theme.ground}; color: {theme.text2};"
        )
        self.file = QLabel(self, wordWrap=True)
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        self.size_line = muted("", theme, self)
        self.remark = QLabel(self, wordWrap=True)
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.choose = QPushButton(self.tr("Choose picture…"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        buttons = QHBoxLayout()
        for button in (self.choose, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.file, self.size_line, self.remark):
            words.addWidget(label)
        words.addLayout(buttons)
        words.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._browse)
        self.remove.clicked.connect(self._on_remove)
        self._pictures.taken.connect(self._on_taken)
        self._pictures.shown.connect(self._on_shown)

    def _browse(self) -> None:
        pictures, files = self.tr("Pictures"), self.tr("All files")
        kinds = f"{pictures} (*.png *.jpg *.jpeg);;{files} (*)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose picture"), "", kinds)
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Put the picture of a file here."""
        self._pictures.take(path, self.place)
        self.refresh()

    def _on_remove(self) -> None:
        self._pictures.remove(self.place)
        self.choose.setFocus()

    def _on_taken(self, place: object) -> None:
        if place == self.place:
            self.refresh()

    def _on_shown(self, name: str) -> None:
        if name == self._held():
            self._show_thumbnail(name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Read the file that was dropped."""
        for path in dropped_files(event.mimeData())[:1]:
            event.acceptProposedAction()
            self.take(path)

    # showing

    def _held(self) -> str:
        return picture_at(self._desk.session.snapshot, self.place)

    def refresh(self) -> None:
        """Show what stands in the place now."""
        held, writable = self._held(), self._desk.session.writable
        picture, busy = self._desk.session.snapshot.attachments.get(held), self._pictures.busy(self.place)
        self.file.setText(picture.name if picture else "")
        self.size_line.setText(size_words(picture) if picture else "")
        for label in (self.file, self.size_line):
            label.setVisible(picture is not None)
        self.choose.setEnabled(writable and not busy)
        self.remove.setEnabled(writable and not busy)
        self.remove.setVisible(bool(held))
        self._show_thumbnail(held if picture else "")
        self._show_remark(busy)

    def _show_thumbnail(self, held: str) -> None:
        image = self._pictures.thumbnail(held) if held else None
        if image is None:
            self.thumbnail.setText("" if held else self.tr("Drop a PNG or JPEG picture here"))
            return
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(image).scaled(_WIDTH - 6, _HEIGHT - 6, keep, smooth)
        self.thumbnail.setPixmap(pixmap)

    def _show_remark(self, busy: bool) -> None:
        issues = self._pictures.issues(self.place)
        bad = any(issue.severity == "error" for issue in issues)
        words = [self.tr("Reading the picture …")] if busy else [self._desk.sentence(issue) for issue in issues]
        theme = self._desk.theme
        self.remark.setStyleSheet(f"color: {theme.error if bad else theme.text2};")
        self.remark.setText("\n".join(words))
        self.remark.setVisible(bool(words))


def size_words(picture: Attachment) -> str:
    """Return pixels and size of the file as one line."""
    kind = {"png": "PNG", "jpeg": "JPEG"}[picture.type]
    size = picture.size / 1024
    amount = f"{size:,.0f} KB" if size < 1024 else f"{size / 1024:,.1f} MB"
    return f"{kind}   {picture.width:,} × {picture.height:,}   {amount}"
