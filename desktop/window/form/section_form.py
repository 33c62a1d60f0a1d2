"""The form of the chosen section: generated from the outline, rebuilt when place or language change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QWidget

from desktop.window.fields.form_contents import FormContents, form_contents
from desktop.window.form.cards import FormBody, Ground, build_card
from desktop.window.form.columns import Columns
from desktop.window.form.cursor_place import CursorPlace, cursor_place, put_cursor
from desktop.window.form.form_part import FormPart, Goal, holds
from desktop.window.form.gradual import Gradual
from desktop.window.form.in_sight import InSight
from desktop.window.form.section_head import SectionHead
from desktop.window.form.stillness import Stillness
from desktop.window.look.dropping import dropped_files
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.editing_tools import EditingTools
from desktop.window.session.picture_intake import Pictures
from desktop.window.session.undo import Commands
from schema.catalogue.outline import Section
from schema.grammar.reference import Key, RecordKey
from schema.validation.issue import FieldAt
from schema.values.kept_things import Subject
from schema.values.subject import TextAt

_Part = TypeVar("_Part", bound=FormPart)
_FEW = 20  # things of one transaction that are followed one by one


class SectionForm(QScrollArea):
    """`told` carries a short sentence for the status line.

    While nobody sees it, it is not made: what changed meanwhile is there once it is shown.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, commands: Commands, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands, self._store = desk, commands, pictures
        self.text_language = ""
        self._contents: FormContents | None = None
        self._is_due, self._is_behind = True, False  # to be made anew; values to be read anew
        self._shown = ("", "", 0)
        self.parts: list[FormPart] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(True)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # beside the page it may be narrow
        self._columns = Columns()
        self._still, self._sight = Stillness(self, lambda: self.parts), InSight(self)
        self._making, self._refit = Gradual(self), QTimer(self, interval=0, singleShot=True)
        self._connect()
        desk.session.watched = self.keys

    def _connect(self) -> None:
        desk, session = self._desk, self._desk.session
        desk.section_changed.connect(self._follow)
        session.replaced.connect(self.rebuild)
        desk.language_changed.connect(self.rebuild)
        desk.jump_requested.connect(self.go_to)
        desk.text_requested.connect(self.go_to_text)
        desk.record_requested.connect(self.go_to_record)
        session.values_changed.connect(self.refresh)
        session.issues_changed.connect(self.refresh)
        for stored in (session.saved, session.failed, session.saving):
            stored.connect(self._refresh_subjects)
        session.records_changed.connect(self._refresh_tables)
        self._refit.timeout.connect(self._rebuild_in_place)

    def keys(self) -> list[Key]:
        """Return every key on the form, so that the analysis computes them beforehand."""
        return [key for part in self.parts for key in part.keys()]  # noqa: SIM118 - no dictionary

    def parts_of(self, kind: type[_Part]) -> list[_Part]:
        """Return the parts of one kind that were made so far, from above."""
        return [part for part in self.parts if isinstance(part, kind)]

    def flush(self) -> None:
        """Hand over whatever is being typed."""
        for part in self.parts:
            part.flush()

    def rebuild(self) -> None:
        """Make the form of the chosen section anew, once it is seen; what was being typed is handed over first.

        Of the same section the cursor stays where it is.
        """
        cursor, shown = self.cursor_place(), self._shown
        self.flush()
        self._making.stop()
        self.parts = []
        self._still.forget()
        self._is_due, self._is_behind = True, False
        if self.isVisible():
            self._make()
            if shown == self._shown:
                self.put_cursor(cursor)
        elif (old := self.takeWidget()) is not None:
            old.deleteLater()

    def cursor_place(self) -> CursorPlace | None:
        """Return where on the form the cursor is; None where it is elsewhere."""
        return cursor_place(self.parts)

    def put_cursor(self, place: CursorPlace | None) -> None:
        """Put the cursor where it was on a form of the same section."""
        if place is not None:
            self._catch_up()
            self._build_to(lambda part: bool(place.subject) and part.proved(None) == place.subject)
            put_cursor(self.parts, place)
            self._sight.hold()

    def _follow(self) -> None:
        """Make the form anew where it is another section's, or where what it is made of has changed."""
        if self._is_due or self._contents != self._to_show():
            self.rebuild()

    def _to_show(self) -> FormContents | None:
        desk = self._desk
        if desk.report not in desk.session.definitions.outlines:
            return None
        return form_contents(desk.outline, desk.section_code, desk.catalogue, desk.period)

    def _make(self) -> None:
        self._is_due = False
        self._contents = self._to_show()
        self._shown = self._desk.report, self._desk.section_code, self._desk.period
        self._columns = self._fitted()
        ground = Ground()
        self._head = SectionHead(self._desk, self._commands, self._language(), ground)
        # Later: the head, which asks for it, goes with the form that it replaces.
        self._head.language_chosen.connect(self.write_in, Qt.ConnectionType.QueuedConnection)
        ground.column.addWidget(self._head)
        self._making.begin(self._build(ground))
        self.setWidget(ground)
        self.verticalScrollBar().setValue(0)

    def _catch_up(self) -> None:
        """Make or renew what waited until somebody looks at it."""
        if not self._desk.report:
            return
        if self._is_due:
            self._make()
        elif self._is_behind:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as it is by now."""
        super().showEvent(event)
        self._catch_up()

    def _language(self) -> str:
        return self.text_language or self._desk.outline.language

    def write_in(self, language: str) -> None:
        """Show the texts in another language; what is being typed is handed over first."""
        if language == self._language():
            return
        self.flush()
        self.text_language = language
        self.rebuild()

    def build_all(self) -> None:
        """Make what is left of the form at once."""
        self._making.finish()

    def _build_to(self, is_goal: Callable[[FormPart], bool]) -> bool:
        """Make the form as far as a part that is looked for; return whether it is there."""
        tried = 0

        def found() -> bool:
            nonlocal tried
            new, tried = self.parts[tried:], len(self.parts)
            return any(map(is_goal, new))

        return self._making.reach(found)

    def _build(self, ground: Ground) -> Iterator[int]:
        """Make a part at each step, and yield how heavy it was."""
        if (section := self._desk.section) is not None:
            tools = EditingTools(self._desk, self._commands, self._store, self._language())
            body = FormBody(tools, self._columns, self.fontMetrics(), ground, self._step, self.told.emit)
            cards = self._contents.cards if self._contents is not None else ()
            for part in (part for spec in cards for part in build_card(body, spec)):
                self.parts += [part] if part else []
                yield part.weight if part else 1
            if not cards and section.sections:
                self._build_contents(section, body)
        ground.column.addStretch()

    def _build_contents(self, section: Section, body: FormBody) -> None:
        """A chapter that only holds sections shows the way to them."""
        card = body.card("")
        for child in section.sections:
            link = QPushButton(self._desk.words(child.title), card)
            link.setStyleSheet(style_sheet(self._desk.theme))
            # Later: the button goes with the form that it replaces.
            link.clicked.connect(
                lambda _=False, code=child.code: QTimer.singleShot(0, self, partial(self._desk.choose_section, code))
            )
            card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _step(self, part: FormPart, step: int) -> None:
        """Go to the next part that takes the cursor; the last one hands the focus on."""
        place = self.parts.index(part)
        ahead = self.parts[place + 1 :] if step > 0 else reversed(self.parts[:place])
        if any(other.enter(step) for other in ahead):
            self._sight.hold()

    def go_to(self, key: Key) -> None:
        """Put the cursor into a value's field."""
        self._go_to(key)

    def go_to_text(self, slot: str) -> None:
        """Put the cursor into a text."""
        self._go_to(slot)

    def go_to_record(self, key: RecordKey, column: str) -> None:
        """Choose a record's cell."""
        self._go_to(FieldAt(key, column))

    def _go_to(self, goal: Goal) -> None:
        self._catch_up()
        if self._build_to(lambda part: part.go_to(goal, self)):
            self._sight.hold()

    # evidence

    def proved_here(self) -> str:
        """Return what evidence stands at where the cursor is (canonical text); empty where it is nowhere."""
        focus = QApplication.focusWidget()
        return next((part.proved(None) for part in self.parts if holds(part, focus)), "")

    def _proved_at(self, event: QDropEvent) -> str:
        """Return what files that are let go there would prove."""
        if not self._desk.session.writable or not dropped_files(event.mimeData()):
            return ""
        place = self.viewport().mapToGlobal(event.position().toPoint())
        under = self.viewport().childAt(event.position().toPoint())
        return next((part.proved(place) for part in self.parts if holds(part, under)), "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files; where they can be let go is seen on the way."""
        event.setAccepted(bool(dropped_files(event.mimeData())) and self._desk.session.writable)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Show over what a file can be let go."""
        event.setAccepted(bool(self._proved_at(event)))

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Files become evidence of what they are let go on."""
        subject = self._proved_at(event)
        event.setAccepted(bool(subject))
        if subject:
            self._desk.evidence_offered.emit(subject, dropped_files(event.mimeData()))

    def refresh(self) -> None:
        """Show the session's values everywhere on the form, once it is seen."""
        self._is_behind = not self.isVisible()
        if self._is_due or self._is_behind:
            return
        for part in self.parts:
            self._try(part.follow_values)
        self._head.refresh()

    def _refresh_subjects(self, subjects: frozenset[Subject], _: object = None) -> None:
        if not self._is_due and any(isinstance(subject, TextAt) for subject in subjects):
            self._head.drafts.refresh()
        if len(subjects) > _FEW:  # of many values at once everything is read anew
            self.refresh()
            subjects = frozenset(subject for subject in subjects if not isinstance(subject, Key))
        for part in self.parts:
            for subject in subjects:
                self._try(partial(part.follow_subject, subject))

    def _try(self, follow: Callable[[], None]) -> None:
        try:
            follow()
        except Exception as error:  # told of; the other parts follow
            self._desk.session.crashed.emit(error)

    def _refresh_tables(self, _: object) -> None:
        if self._is_due:
            return
        self._head.drafts.refresh()
        for part in self.parts:
            self._try(part.follow_records)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop or take back a past year where the width asks for it."""
        super().resizeEvent(event)
        if self.keys() and self._fitted() != self._columns:
            self._refit.start()

    def _fitted(self) -> Columns:
        return Columns().fitted(self.viewport().width() - 72)

    def _rebuild_in_place(self) -> None:
        if self._fitted() == self._columns:  # several resizings in one turn ask for one form
            return
        place = self.verticalScrollBar().value()
        seen = self._above(place + self.viewport().height())
        self.rebuild()
        self._making.reach(lambda: len(self.parts) >= seen)
        self._sight.go_back(place)

    def _above(self, height: int) -> int:
        """Return how many parts begin above a height of the form."""
        ground, widgets = self.widget(), [part for part in self.parts if isinstance(part, QWidget)]
        return sum(widget.mapTo(ground, QPoint(0, 0)).y() < height for widget in widgets) if ground is not None else 0
