"""Over the form: where we are, how far it is, in which language texts are written."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.window.fields.plan import RecordsCard, TextCard, plan_section
from desktop.window.form.draft_bar import SectionDrafts
from desktop.window.look.card import heading, muted
from desktop.window.look.chooser import Chooser
from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.scale import FIRST
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from schema.catalogue.outline import Section


class ProgressBar(QWidget):
    """A thin bar; its numbers stand beside it in words."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.share, self.good = 0.0, False
        self.setFixedSize(120, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._desk.theme.line))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setBrush(QColor(self._desk.theme.good if self.share >= 1 and self.good else self._desk.theme.accent))
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self.share, 6), 3, 3)
        painter.end()


class SectionHead(QWidget):
    """Path, title, progress; a chooser of the texts' language where the section has texts.

    `language_chosen` carries the language in which its texts are to be written.
    """

    language_chosen = Signal(str)

    def __init__(self, desk: Desk, commands: Commands, text_language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._text_language = desk, text_language
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 0, 0, 0)
        layout.setSpacing(4)
        section = desk.section
        layout.addWidget(muted(" › ".join(self._path()), desk.theme, self))
        layout.addWidget(heading(desk.words(section.title) if section else "", self, FIRST))
        line = QHBoxLayout()
        line.setSpacing(10)
        self._bar, self._words = ProgressBar(desk, self), QLabel(self)
        line.addWidget(self._bar)
        line.addWidget(self._words, 1)
        if section is not None and self._has_texts(section):
            line.addWidget(muted(self.tr("Texts in"), desk.theme, self))
            line.addWidget(self._language_chooser())
        layout.addLayout(line)
        self.drafts = SectionDrafts(desk, commands, text_language, self)
        desk.session.saving.connect(self._show_progress)
        layout.addWidget(self.drafts)
        self._show_progress()

    def _path(self) -> list[str]:
        """Return the titles above the section."""
        path: list[str] = [self._desk.words(self._desk.outline.title)]

        def search(sections: tuple[Section, ...], above: list[str]) -> list[str] | None:
            for section in sections:
                if section.code == self._desk.section_code:
                    return above
                found = search(section.sections, [*above, self._desk.words(section.title)])
                if found is not None:
                    return found
            return None

        return search(self._desk.outline.chapters, path) or path

    def _has_texts(self, section: Section) -> bool:
        cards = plan_section(section, self._desk.catalogue, self._desk.period)
        return any(isinstance(card, TextCard | RecordsCard) for card in cards)

    def _language_chooser(self) -> Chooser:
        chooser = Chooser(self._desk.theme, self)
        chooser.setAccessibleName(self.tr("Language of the texts"))
        for code, name in LANGUAGES.items():
            chooser.addItem(name, code)
        chooser.setCurrentIndex(list(LANGUAGES).index(self._text_language))
        chooser.activated.connect(lambda place: self.language_chosen.emit(list(LANGUAGES)[place]))
        return chooser

    def refresh(self) -> None:
        """Show how far the section is."""
        self._show_progress()
        self.drafts.refresh()

    def _show_progress(self, _: object = None) -> None:
        """Show what is filled in, and what the checks found once what stands there now has been checked."""
        session = self._desk.session
        progress = self._desk.session.progress(self._desk.report, self._desk.section_code)
        self._bar.setVisible(progress.asked > 0)
        self._bar.share = progress.filled / progress.asked if progress.asked else 0
        self._bar.good = session.up_to_date and not progress.errors
        self._bar.update()
        parts = []
        if progress.asked:
            parts.append(self.tr("{filled} of {asked} filled in").format(filled=progress.filled, asked=progress.asked))
        if progress.errors:
            parts.append(self.tr("Errors: {count}").format(count=progress.errors))
        if progress.doubts:
            parts.append(self.tr("Doubts: {count}").format(count=progress.doubts))
        if not session.up_to_date:
            parts.append(self.tr("Checking …") if session.checked else self.tr("Not checked yet"))
        self._words.setText("   ·   ".join(parts))
