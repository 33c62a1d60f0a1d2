"""What the form says of an index: the program makes it; explanations from last year wait to be confirmed here."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.window.form.carried_bar import CarriedBar
from desktop.window.form.form_part import FormPart
from desktop.window.look.card import muted
from desktop.window.session.desk import Desk
from schema.catalogue.compiled import with_hash
from schema.grammar.templates import filled


class IndexCard(FormPart, QWidget):
    """A sentence, and the bar over the explanations that stand as they were a year before."""

    def __init__(self, desk: Desk, framework: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._framework = desk, framework
        self.bar = CarriedBar(desk.theme, self)
        self.bar.confirmed.connect(self._confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        layout.addWidget(muted(self.tr("This index is made by the program from the disclosures of metrics "
                                       "and sections."), desk.theme, self))  # fmt: skip
        self.refresh()

    def refresh(self) -> None:
        """Show which explanations are untouched."""
        outline = self._desk.outline
        codes = outline.unconfirmed.get(self._framework, ())
        words = self.tr("Explanations not touched since {report}: {codes}")
        places = {"report": self._desk.report_name(outline.rolled_from), "codes": ", ".join(codes)}
        told = filled(words, places) if codes else ""
        self.bar.show_words(told, writable=self._desk.session.writable)

    def _confirm(self) -> None:
        session, outline = self._desk.session, self._desk.outline
        waiting = {name: codes for name, codes in outline.unconfirmed.items() if name != self._framework}
        outlines = {**session.definitions.outlines, outline.code: replace(outline, unconfirmed=waiting)}
        definitions = with_hash(replace(session.definitions, outlines=outlines))
        self.bar.setEnabled(False)
        session.adopt(definitions, (), f"{outline.code} {self._framework}", self._done)

    def _done(self, error: Exception | None) -> None:
        self.bar.setEnabled(True)
        self.refresh()
        if error is not None:
            self.bar.show_words(self.tr("Not saved. Please try again."), writable=True)
