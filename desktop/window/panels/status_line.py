"""Below everything: whether all is saved and checked, who works here, what is chosen, the file, the language."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop.window.look.i18n import LANGUAGES
from desktop.window.session.desk import Desk
from schema.values.people import people_of

_STAYS = 8000


class StatusLine(QWidget):
    """Left the state of saving and of the check, then who works here, right a passing sentence or the file, what the
    chosen cells come to, and the language of the window.

    `person` can be pressed; it is there where people are listed, and asks while it is `unsaid` who works here.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state, self._words, self.sum, self.present = (QLabel(self) for _ in range(4))
        self.person = QToolButton(self)
        self._trouble, self._is_refused, self.unsaid = "", False, False
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 6)
        self.checks, self.language = QToolButton(self), QLabel(self)
        self.checks.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        layout.addWidget(self._state)
        layout.addWidget(self.checks)
        layout.addStretch(1)
        for widget in (self.present, self.person, self.sum):
            layout.addWidget(widget)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.language)
        self.language.setContentsMargins(16, 0, 0, 0)
        self.sum.hide()
        self.present.hide()
        self._timer = QTimer(self, singleShot=True, interval=_STAYS)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        session = self._desk.session
        for signal in (session.saving, session.saved, self._desk.language_changed):
            signal.connect(self.refresh)
        for signal in (
            session.issues_changed,
            session.values_changed,
            session.saving,
            session.definitions_changed,
            self._desk.report_changed,
        ):
            signal.connect(self._show_checks)
        session.failed.connect(self._on_failed)
        self._timer.timeout.connect(self._show_file)
        self._show_file()

    def _on_failed(self, _: object, error: Exception) -> None:
        from schema.errors import AnnalsError, RightsError
        from schema.values.races import Raced

        self._is_refused = isinstance(error, RightsError | Raced)
        self._trouble = self._desk.sentence(error) if isinstance(error, AnnalsError) else str(error)
        self.refresh()

    def refresh(self) -> None:
        """Show the state of saving."""
        count = self._desk.session.unsaved()
        theme = self._desk.theme
        if not self._desk.session.writable:
            words, colour = self.tr("Read only"), theme.doubt
        elif not count:
            self._trouble = ""
            words, colour = "✓  " + self.tr("All changes saved"), theme.text2
        elif self._trouble:
            again = self.tr("Not saved yet: {count}. Trying again. {reason}")
            text = self.tr("Not saved: {count}. {reason}") if self._is_refused else again
            words, colour = text.format(count=count, reason=self._trouble), theme.error
        else:
            words, colour = self.tr("Saving …"), theme.text2
        self.language.setText(LANGUAGES[self._desk.language])
        self.language.setToolTip(self.tr("Language of the window"))
        self.language.setStyleSheet(f"color: {theme.text3};")
        self._state.setText(words)
        self._state.setStyleSheet(f"color: {colour};")
        self._state.setToolTip(self._trouble)
        self._show_checks()
        self._show_person()

    def _show_checks(self) -> None:
        """Say what the last check found in the chosen report; nothing good before what stands there was checked."""
        session, report, theme = self._desk.session, self._desk.report, self._desk.theme
        last = session.last_check
        found = last.of_reports.get(report) if last is not None else None
        self.checks.setVisible(bool(report))
        if last is None and (glanced := [i for i in session.glance if i.key and session.place_of(report, i.key)]):
            errors = sum(issue.severity == "error" for issue in glanced)
            told = self.tr("Values checked: {errors} errors, {doubts} doubts; texts are being checked …")
            words, colour = (
                told.format(errors=errors, doubts=len(glanced) - errors),
                theme.error if errors else theme.doubt,
            )
        elif last is None or found is None or not session.up_to_date:
            words, colour = self.tr("Not checked yet: checking …"), theme.text2
        elif not found:
            words, colour = "✓  " + self.tr("Checked {time}: nothing open").format(time=f"{last.at:%H:%M}"), theme.text2
        else:
            errors = sum(issue.severity == "error" for issue in found)
            told = self.tr("Checked {time}: {errors} errors, {doubts} doubts")
            words = told.format(time=f"{last.at:%H:%M}", errors=errors, doubts=len(found) - errors)
            colour = theme.error if errors else theme.doubt
        self.checks.setText(words)
        self.checks.setStyleSheet(f"color: {colour}; padding: 0 8px;")
        self.checks.setToolTip(self.tr("Show the issues (Alt+8)"))

    def _show_person(self) -> None:
        session = self._desk.session
        people = {person.name: person for person in people_of(session.snapshot)}
        self.person.setVisible(bool(people))
        name = "" if self.unsaid else session.who
        if (person := people.get(name)) is not None:
            name = f"{name} · {self._desk.role(person)}"
        self.person.setText(name or self.tr("Who are you?"))
        self.person.setToolTip(self.tr("Every change is made in this name. Press to change it."))

    def tell(self, words: str) -> None:
        """Show a sentence for a while."""
        self._words.setText(words)
        self._words.setStyleSheet(f"color: {self._desk.theme.text};")
        self._timer.start()

    def show_present(self, words: str) -> None:
        """Show who else looks at what is shown here; empty where nobody does."""
        self.present.setText(f"●  {words}")
        self.present.setStyleSheet(f"color: {self._desk.theme.accent};")
        self.present.setVisible(bool(words))

    def show_sum(self, words: str) -> None:
        """Show what the chosen cells come to, as long as they are chosen; empty where nothing is."""
        self.sum.setText(words)
        self.sum.setContentsMargins(16, 0, 0, 0)
        self.sum.setVisible(bool(words))

    def _show_file(self) -> None:
        self._words.setText(self._desk.session.path.name)
        self._words.setToolTip(str(self._desk.session.path))
        self._words.setStyleSheet(f"color: {self._desk.theme.text3};")
