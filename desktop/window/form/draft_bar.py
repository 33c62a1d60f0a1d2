"""Texts in the other Chinese script: drafted by machine, read and accepted, one by one or a section's at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.window.form.message_line import hold_room
from desktop.window.look.i18n import LANGUAGES
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.machine_words import NewWords, Scope, accept, propose, texts_in
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.validation.messages import error_message
from schema.values.changes import keep
from schema.values.datapoint import Origin, SlotText
from schema.values.report_texts import acceptances, source_of
from schema.values.script_conversion import installed, make_drafter
from schema.values.subject import TextAt
from schema.values.word_origins import checksum, followed, outdated


def draft_button(desk: Desk, words: str, parent: QWidget) -> QPushButton:
    """Return a button that drafts; without the extra `hant` it is disabled and says how to install it."""
    button = QPushButton(words, parent)
    button.setAutoDefault(False)
    if not installed():
        button.setEnabled(False)
        button.setToolTip(_sentence(desk, AnnalsError("draft.not_installed")))
    return button


def draft_chip(desk: Desk, parent: QWidget) -> QLabel:
    """Return the mark of a machine draft."""
    chip = QLabel(parent)
    theme = desk.theme
    chip.setStyleSheet(f"background: {theme.soft}; color: {theme.text}; border-radius: 8px; padding: 2px 8px;")
    return chip


def _sentence(desk: Desk, error: AnnalsError) -> str:
    return error_message(error, desk.catalogue.messages, desk.language)


class DraftBar(QWidget):
    """Shown where there is something to draft, to accept, or to look at again."""

    def __init__(self, desk: Desk, commands: Commands, subject: TextAt, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands, self._subject = desk, commands, subject
        self._source = source_of(subject.language)
        self.draft = draft_button(desk, self.tr("Draft from {language}").format(
            language=LANGUAGES.get(self._source, "")), self)  # fmt: skip
        self.chip = draft_chip(desk, self)
        self.accept = QPushButton(self.tr("Accept"), self)
        self.accept.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.chip, self.accept, self.draft):
            layout.addWidget(widget)
        layout.addStretch()
        self.draft.clicked.connect(self._draft)
        self.accept.clicked.connect(self._accept)
        self.refresh()

    def _words(self, language: str) -> str:
        return self._desk.session.text(replace(self._subject, language=language)).text

    def refresh(self) -> None:
        """Show what can be done with the text as it stands."""
        origin, there = self._desk.session.text(self._subject).origin, bool(self._words(self._source))
        drafted = origin is not None and origin.draft
        behind = origin is not None and outdated(origin, self._words(origin.language))
        mark = self.tr("Machine draft") if drafted else self.tr("The words it follows have changed since")
        self.chip.setText(mark)
        self.chip.setVisible(drafted or behind)
        self.accept.setVisible(drafted or behind)
        missing = not self._words(self._subject.language)
        self.draft.setVisible(bool(self._source) and there and (missing or (drafted and behind)))
        self.setVisible(self._desk.session.writable and (drafted or behind or not self.draft.isHidden()))

    def _draft(self) -> None:
        words, language = self._words(self._source), self._subject.language
        drafter = make_drafter(self._desk.catalogue, self._source, language)
        origin = Origin(self._source, checksum(words), True)
        text = SlotText(self._subject.report, self._subject.slot, language, drafter.draft(words), origin=origin)
        self._commands.change(self.tr("machine draft"), [keep(text)])

    def _accept(self) -> None:
        text = self._desk.session.text(self._subject)
        if text.origin is None:
            return
        text = replace(text, carried="", origin=followed(text.origin, self._words(text.origin.language)))
        self._commands.change(self.tr("acceptance of the draft"), [keep(text)])


class SectionDrafts(QWidget):
    """All texts of the chosen section in one language, those of its records too."""

    def __init__(self, desk: Desk, commands: Commands, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands, self._language = desk, commands, language
        self._source = source_of(language)
        name = LANGUAGES.get(self._source, "")
        self.draft = draft_button(
            desk, self.tr("Draft all that is missing from {language}").format(language=name), self
        )
        self.chip = draft_chip(desk, self)
        self.accept = QPushButton(self.tr("Accept all"), self)
        self.accept.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        for widget in (self.draft, self.chip, self.accept):
            layout.addWidget(widget)
        layout.addStretch()
        self.draft.clicked.connect(self._draft)
        self.accept.clicked.connect(self._accept)
        self.refresh()

    def _moment(self) -> Moment:
        return Moment(self._desk.session.definitions, self._desk.session.snapshot)

    def _scope(self) -> Scope:
        """Return the texts of the section that is shown, and of none below it."""
        return Scope(self._desk.report, self._language, self._desk.section_code, below=False)

    def refresh(self) -> None:
        """Show how many drafts wait, and whether anything can be drafted."""
        language = self._language
        texts = texts_in(self._moment(), self._scope()) if self._desk.section_code else []
        waiting = len(acceptances(texts, language))
        self.chip.setText(self.tr("To be read: {count}").format(count=waiting))
        self.chip.setVisible(waiting > 0)
        self.accept.setVisible(waiting > 0)
        source = self._source
        lacking = source and any(text.words.get(source) and not text.words.get(language) for text in texts)
        self.draft.setVisible(bool(lacking))
        hold_room(self)  # it stands over all that is being typed
        self.setVisible(self._desk.session.writable and (waiting > 0 or not self.draft.isHidden()))

    def _draft(self) -> None:
        self._take(self.tr("machine drafts"), propose(self._moment(), self._scope(), self._source))

    def _accept(self) -> None:
        self._take(self.tr("acceptance of the drafts"), accept(self._moment(), self._scope()))

    def _take(self, words: str, new: NewWords) -> None:
        """Change slots and records as one step that can be undone."""
        self._commands.change(words, new.changes)
