"""In place of a row or a card that cannot be shown: a sentence that says so, and a button that clears its content."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.window.form.form_part import FormPart
from desktop.window.session.editing_tools import EditingTools
from schema.values.changes import clear
from schema.values.kept_things import Subject, form_of


class BrokenPart(FormPart, QWidget):
    """Told once to whoever looks after the program; the rest of the form is as usable as ever."""

    def __init__(self, tools: EditingTools, subjects: Sequence[Subject], error: Exception, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools, self._subjects = tools, tuple(subjects)
        self.sentence = QLabel(self._words(), self)
        self.sentence.setWordWrap(True)
        self.clear_button = QPushButton(self.tr("Clear it"), self)
        self.clear_button.setVisible(bool(subjects))
        self.clear_button.clicked.connect(self._clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.clear_button)
        tools.desk.session.crashed.emit(error)

    def _words(self) -> str:
        named = ", ".join(form_of(subject).written(subject)[1] for subject in self._subjects[:3])
        if not named:
            return self.tr("This part cannot be shown; the rest of the form can be used.")
        return self.tr("%1 cannot be shown: what stands there is nothing that Annals writes.").replace("%1", named)

    def _clear(self) -> None:
        self._tools.commands.change(self.tr("clearing of what cannot be shown"), map(clear, self._subjects))
        self.clear_button.setEnabled(False)
        self.sentence.setText(self.tr("Cleared. Choose the section again to fill it in."))
