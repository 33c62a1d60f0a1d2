"""What became of cells that were pasted into a form, in one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def pasted_words(count: int, unread: int, rejected: int) -> str:
    """Say how many cells were put, how many of these could not be read, and how many others had no place."""
    translate = QCoreApplication.translate
    words = translate("BreakdownGrid", "Pasted: {count}").format(count=count - unread)
    if unread:
        words += translate("BreakdownGrid", "; could not be read, kept and marked: {count}").format(count=unread)
    if rejected:
        words += translate("BreakdownGrid", "; had no place: {count}").format(count=rejected)
    return words
