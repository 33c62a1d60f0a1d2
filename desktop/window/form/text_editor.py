"""A narrative slot: words whose linked numbers stand as chips, with what is wrong in them, asked or proved below."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.window.chips.chip_edit import LEAST_LINES, ChipEdit
from desktop.window.chips.chip_links import ChipLinks
from desktop.window.chips.text_tools import TextTools
from desktop.window.fields.plan import TextCard
from desktop.window.form.carried_bar import CarriedBar
from desktop.window.form.draft_bar import DraftBar
from desktop.window.form.evidence_button import EvidenceButton
from desktop.window.form.flag_button import FlagButton
from desktop.window.form.form_part import FormPart, Goal
from desktop.window.form.length_line import LengthLine
from desktop.window.form.message_line import free_room, hold_room
from desktop.window.form.slot_words import guide_of
from desktop.window.form.statement_bar import StatementBar
from desktop.window.form.thread_button import ThreadButton
from desktop.window.form.value_edit import PAUSE
from desktop.window.session.editing_tools import EditingTools
from desktop.work.corrections import Correction, corrections
from schema.catalogue.next_outline import names_year
from schema.grammar.templates import filled
from schema.values.changes import Change, keep
from schema.values.datapoint import SlotText
from schema.values.evidence import EvidenceAt
from schema.values.kept_things import Subject
from schema.values.parse import clean_text
from schema.values.questions import QuestionAt
from schema.values.report_texts import edited
from schema.values.subject import TextAt, write_text


class TextEditor(FormPart, QWidget):
    """Saves after a pause and on leaving."""

    weight = 5

    def __init__(self, tools: EditingTools, card: TextCard, parent: QWidget, lines: int = LEAST_LINES) -> None:
        """Make the editor at least so many lines high."""
        super().__init__(parent)
        self._desk, self._commands, self._lines = tools.desk, tools.commands, lines
        self.subject = TextAt(self._desk.report, card.slot, tools.language)
        self._edited, self._filling, self._held = False, False, False
        self._build(self._desk.words(card.title) or self.tr("Text"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._connect()
        self.refresh()

    def _build(self, title: str) -> None:
        self.carried = CarriedBar(self._desk.theme, self)
        self.edit = ChipEdit(self._desk, self.subject.language, self, self._lines)
        self.links = ChipLinks(self._desk, self.subject.language, self.edit)
        self.edit.setAccessibleName(title)
        self.edit.setPlaceholderText(self.tr("Words of this section. Type { to put in a number that stays up to date."))
        theme = self._desk.theme
        self.edit.setStyleSheet(
            f"QTextEdit {{ border: 1px solid {theme.edge}; border-radius: 6px; background: {theme.surface}; }}"
            f"QTextEdit:focus {{ border: 1px solid {theme.accent}; }}"
        )
        self.edit.setReadOnly(not self._desk.session.writable)
        self.status = QLabel(self, wordWrap=True)
        self.evidence, self.questions = EvidenceButton(self._desk, self), ThreadButton(self._desk, self)
        self.flag = FlagButton(self._desk, lambda: self.proved(None), self)
        self.statements = StatementBar(self._desk, self.edit, self)
        guide = guide_of(self._desk, self.subject.slot, self.subject.language)
        self.length = LengthLine(self._desk.theme, self.subject.language, guide, self)
        self.drafts = DraftBar(self._desk, self._commands, self.subject, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.carried, self.edit, self.statements, self.drafts):
            layout.addWidget(widget)
        foot = QHBoxLayout()
        self.tools = TextTools(theme, self.edit, self)
        foot.addWidget(self.tools)
        foot.addWidget(self.length)
        foot.addWidget(self.status, 1)
        foot.addWidget(self.questions)
        foot.addWidget(self.evidence)
        foot.addWidget(self.flag)
        layout.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the page the tools take less room."""
        super().resizeEvent(event)
        self.tools.fit(event.size().width())

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._on_change)
        self.edit.left.connect(self.flush)
        self.edit.entered.connect(lambda: self._desk.look_at(self.item()))
        self.questions.clicked.connect(lambda: self._desk.show_thread(self.item()))
        self.carried.confirmed.connect(self.confirm)
        self.statements.linked.connect(self.link_numbers)
        self.statements.corrected.connect(self.correct)
        self._pause.timeout.connect(self.flush)
        self.evidence.clicked.connect(lambda: self._desk.evidence_requested.emit(self.proved(None)))

    def _on_change(self) -> None:
        """Only a person's change counts: the program fills the field in two steps."""
        if not self._filling and self.edit.written() != self._stored():
            self._edited = True
            self._pause.start()
            self._desk.typing.emit(self._change(clean_text(self.edit.written())))
            self._show_status()
            self.carried.hide()

    def _stored(self) -> str:
        return self._desk.session.text(self.subject).text

    def flush(self) -> None:
        """Hand over what was typed, now."""
        self._pause.stop()
        if not self._edited:
            return
        text = clean_text(self.edit.written())
        if text != self._stored():
            # each pause a step: a whole text at once would be too much to lose
            self._commands.change("", [self._change(text)])
        self._edited = False
        self.refresh()

    def hold(self) -> None:
        """Keep the room of what stands over and under the words."""
        self._held = True
        hold_room(*self._around())

    def let_go(self) -> None:
        """Take no room for what is not there."""
        self._held = False
        free_room(*self._around())

    def _around(self) -> tuple[QWidget, ...]:
        return self.carried, self.statements, self.drafts

    def follow_values(self) -> None:
        """Show its numbers anew."""
        self.refresh()

    def follow_subject(self, subject: Subject) -> None:
        """Show its own words."""
        if subject == self.subject:
            self.refresh()
        elif isinstance(subject, EvidenceAt | QuestionAt):
            self._show_marks()

    def proved(self, place: QPoint | None) -> str:
        """Return the text in the report's own language: evidence proves it in all."""
        del place
        return write_text(self.item())

    def item(self) -> TextAt:
        """Return the text as it is asked for: in the report's own language."""
        return replace(self.subject, language=self._desk.outline.language)

    def _show_marks(self) -> None:
        self.evidence.show_count(self.proved(None))
        self.questions.show_thread(self.proved(None))
        self.flag.refresh()

    def go_to(self, goal: Goal, sight: QScrollArea) -> bool:
        """Put the cursor into the text of its slot."""
        if goal == self.subject.slot:
            self.edit.setFocus()
            sight.ensureWidgetVisible(self, 0, 60)
        return goal == self.subject.slot

    def confirm(self) -> None:
        """Say that last year's words are still true."""
        self.flush()
        text = self._desk.session.text(self.subject)
        if text.carried:
            self._commands.change("", [keep(replace(text, carried=""))])

    def refresh(self) -> None:
        """Show the stored words unless the person is typing, with their numbers as they are now."""
        text = self.edit.written()
        if not self._edited and text != self._stored():
            self._filling, text = True, self._stored()
            self.edit.put(text)
            self._filling = False
        else:
            self.edit.renew()
        self._show_carried(text)
        self.drafts.refresh()
        self._judge(text)
        self._show_marks()
        self._show_status()
        if self._held:
            hold_room(*self._around())

    def _judge(self, text: str) -> None:
        judged = self._desk.judged(self.subject, text)
        found = corrections(judged.issues, text, lambda words: self._desk.judged(self.subject, words).issues)
        self.statements.show_judged(judged, found)

    def correct(self, correction: Correction) -> None:
        """Put the right words in the place of wrong ones, as one step."""
        self.flush()
        text = self.edit.written()
        if correction in self.statements.corrections:
            self._store(correction.applied(text), self.tr("correction"))

    def link_numbers(self) -> None:
        """Put links in the place of all typed numbers that equal a value, as one step."""
        from schema.validation.statements.worklist import linked  # deferred: not needed before somebody asks

        self.flush()
        text = self.edit.written()
        words = linked(text, self._desk.judged(self.subject, text).offers)
        if words != text:
            self._store(words, self.tr("links"))

    def _store(self, text: str, step: str) -> None:
        if self._desk.session.writable:
            self._commands.change(step, [self._change(text)])

    def _change(self, text: str) -> Change:
        words = SlotText(self.subject.report, self.subject.slot, self.subject.language, text)
        return keep(edited(self._desk.session.snapshot, words))

    def _show_carried(self, text: str) -> None:
        source, year = self._desk.session.text(self.subject).carried, self._desk.outline.year - 1
        words = self.tr("Not touched since {report}.") if source and not self._edited else ""
        words = filled(words, {"report": self._desk.report_name(source)})
        if words and names_year(text, year):
            words += " " + self.tr("The words still name {year}.").format(year=year)
        self.carried.show_words(words, writable=self._desk.session.writable)

    def _show_status(self) -> None:
        theme = self._desk.theme
        refused = not self._edited and self._desk.refusal(self.subject)
        self.status.setStyleSheet(f"color: {theme.error if refused else theme.text2};")
        printed = self.edit.text.printed()
        self.length.show_text(printed)
        self.status.setText(self._status(self.edit.text.missing(), written=bool(printed)))

    def _status(self, missing: int, *, written: bool) -> str:
        failed = self._desk.refusal(self.subject) or self.tr("Not saved yet, will be tried again")
        states = {"saving": self.tr("Saving …"), "failed": failed}
        state = "saving" if self._edited else self._desk.session.state(self.subject)
        state_words = states.get(state, "✓ " + self.tr("Saved")) if written else ""
        numbers = self.tr("Numbers without a value: {count}").format(count=missing) if missing else ""
        return "   ".join(filter(None, (state_words, numbers)))
