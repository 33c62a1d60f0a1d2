"""What is put on the clipboard in several forms at once."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QStringListModel
from PySide6.QtGui import QGuiApplication


def put_on_clipboard(text: str, html: str = "", more: tuple[str, bytes] | None = None) -> None:
    """Let other programs paste words or a table, and the program itself `more`: a type and its bytes."""
    mime = empty_mime()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    if more is not None:
        mime.setData(*more)
    QGuiApplication.clipboard().setMimeData(mime)


def empty_mime() -> QMimeData:
    """Return mime data that Qt has made: what Python makes is torn down after Python, when the program has ended,
    and takes it with it (PySide 6.11)."""
    model = QStringListModel([""])
    mime = model.mimeData([model.index(0)])
    for name in mime.formats():
        mime.removeFormat(name)
    return mime
