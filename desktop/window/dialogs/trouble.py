"""Troubles in words: expected ones as their sentence, others as a report that can be copied."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox, QWidget

from schema.catalogue.program_words import ProgramWords
from schema.errors import AnnalsError


def error_words(error: Exception, program: ProgramWords, language: str) -> str:
    """Return the sentence of a trouble before any workspace is open; a bug is handed to the crash dialog."""
    if not isinstance(error, AnnalsError):
        raise error
    from schema.validation.messages import error_message

    return error_message(error, program.messages, language)


def may_lose(parent: QWidget, count: int, save: QAction) -> bool:
    """Ask whether what could not be saved may be lost; or let it be saved elsewhere first, by `save`."""
    words = QCoreApplication.translate(
        "Trouble",
        "Changes that could not be saved: {count}. Save everything as a new workspace, or close nevertheless and "
        "lose them?",
    )
    choice = QMessageBox.StandardButton
    asked, buttons = words.format(count=count), choice.Save | choice.Discard | choice.Cancel
    answer = QMessageBox.warning(parent, "Annals", asked, buttons, choice.Cancel)
    if answer == choice.Save:
        save.trigger()
    return answer == choice.Discard
