"""One value of a form: name, field, past years, mark, footnote, note and reasons; sentences stand below the field."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QToolButton, QWidget

from desktop.window.fields.field_sentences import field_sentences
from desktop.window.fields.plan import FieldSpec
from desktop.window.fields.reading_words import ReadingWords
from desktop.window.fields.state_words import StateWords
from desktop.window.form.columns import Columns
from desktop.window.form.evidence_button import EvidenceButton
from desktop.window.form.explain import how_computed
from desktop.window.form.field_menu import FieldMenu
from desktop.window.form.flag_button import FlagButton
from desktop.window.form.form_part import FormPart, Goal
from desktop.window.form.making_fields import MakingFields
from desktop.window.form.past_strip import PastStrip
from desktop.window.form.past_words import show_past
from desktop.window.form.remark_lines import RemarkLines, RemarkName
from desktop.window.form.row_message import RowMessage
from desktop.window.form.state_mark import StateMark
from desktop.window.form.thread_button import ThreadButton
from desktop.window.form.unit_menu import open_below
from desktop.window.form.value_edit import ValueEdit
from desktop.window.look.icons import icon
from desktop.window.look.scale import TINY
from desktop.window.look.states import State
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.wording import make_wording, same_value
from schema.grammar.reference import Key
from schema.values.changes import Change
from schema.values.datapoint import DataPoint
from schema.values.evidence import EvidenceAt
from schema.values.figures import Result
from schema.values.kept_things import Subject
from schema.values.questions import QuestionAt


class FieldRow(FormPart, QWidget):
    """Reads everything from the session; what is typed goes out as a command."""

    stepped = Signal(int)

    def __init__(self, desk: Desk, commands: Commands, spec: FieldSpec, columns: Columns, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = spec.key
        self._desk, self._commands, self._spec = desk, commands, spec
        self._states, self._readings = StateWords(desk), ReadingWords(desk)
        self._mine: DataPoint | None = None
        self._my_text, self._visit = "", 0
        self._wording = make_wording(spec.metric, spec.placement, desk.catalogue, desk.language, dict(desk.omissions()))
        self._build(columns)
        self._connect()
        self.refresh()

    def _build(self, columns: Columns) -> None:
        theme = self._desk.theme
        self.name = QLabel(self._named(), self, wordWrap=True)
        self.edit = ValueEdit(theme, self)
        self.edit.setFixedWidth(columns.value)
        self.edit.set_unit(self._wording.unit, columns.unit)
        self.edit.setReadOnly(self._spec.metric.formula is not None or not self._desk.session.writable)
        self.name.setBuddy(self.edit)
        self.strip = PastStrip(theme, columns, self)
        self.mark = StateMark(theme, self)
        self._tools = QWidget(self)
        self._tools.setFixedSize(columns.tools, 26)
        self.note_button, self.more_button = self._tool("note", 0), self._tool("more", 100)
        self.evidence = EvidenceButton(self._desk, self._tools)
        self.evidence.setGeometry(23, 0, 28, 24)
        self.questions = ThreadButton(self._desk, self._tools)
        self.questions.setGeometry(50, 0, 27, 24)
        self.flag = FlagButton(self._desk, lambda: self.proved(None), self._tools)
        self.flag.setGeometry(76, 0, 24, 24)
        self.note_button.setAccessibleName(self.tr("Footnote and note"))
        self.note_button.setToolTip(self.tr("Footnote and note"))
        self.more_button.setAccessibleName(self.tr("More about this value"))
        self._remarks: RemarkLines | None = None
        self.making: MakingFields | None = None
        self._lay_out(columns)

    def _lay_out(self, columns: Columns) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(3, columns.mark)
        grid.addWidget(self.name, 0, 0)
        for column, widget in enumerate((self.edit, self.strip, self.mark, self._tools), start=1):
            grid.addWidget(widget, 0, column, Qt.AlignmentFlag.AlignVCenter)
        self._grid = grid
        self.message = RowMessage(self, grid, self._desk.theme)

    def _tool(self, name: str, left: int) -> QToolButton:
        button = QToolButton(self._tools)
        button.setIcon(icon(name, self._desk.theme.text2))
        button.setGeometry(left, 0, 24, 24)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _connect(self) -> None:
        self.edit.typed.connect(self._on_typed)
        self.edit.textEdited.connect(self._on_typing)
        self.edit.step.connect(self.stepped)
        self.edit.entered.connect(self._on_entered)
        self.edit.list_wanted.connect(lambda: open_below(self.edit, self._desk, self._wording))
        self.edit.details.connect(lambda: self._desk.details_requested.emit())
        self.note_button.clicked.connect(lambda: self.open_remarks("footnote"))
        more = self.more_button
        more.clicked.connect(lambda: self._open_menu(more.rect().bottomLeft(), more))
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.edit.customContextMenuRequested.connect(lambda place: self._open_menu(place, self.edit))
        self.evidence.clicked.connect(lambda: self._desk.evidence_requested.emit(self.proved(None)))
        self.questions.clicked.connect(lambda: self._desk.show_thread(self.key))

    def _label(self) -> str:
        return self._desk.words(self._spec.placement.label) or self._desk.name(self.key)

    def _named(self) -> str:
        """Return the label, and below it what the value is called everywhere else where that is not in it."""
        label, name = self._label(), self._desk.name(self.key)
        if label in name or name in label:
            return escape(label)
        small = f"color: {self._desk.theme.text2}; font-size: {TINY}px;"
        return f"{escape(label)}<br><span style='{small}'>{escape(name)}</span>"

    # as a part of the form

    def keys(self) -> tuple[Key, ...]:
        """Return its one key."""
        return (self.key,)

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.edit.flush()

    def follow_values(self) -> None:
        """Show the value and the years before."""
        self.refresh()

    def follow_subject(self, subject: Subject) -> None:
        """Show its own value."""
        if subject == self.key:
            self.refresh()
        elif isinstance(subject, EvidenceAt) and subject.subject == self.proved(None):
            self.evidence.show_count(subject.subject)
        elif isinstance(subject, QuestionAt) and subject.subject == self.key.canonical():
            self.questions.show_thread(subject.subject)

    def proved(self, place: QPoint | None) -> str:
        """Return its value."""
        del place
        return self.key.canonical()

    def hold(self) -> None:
        """Keep the height; what is said where there is no room for it waits until the focus leaves."""
        self.message.hold()

    def let_go(self) -> None:
        """Say all that there is to say."""
        self.message.let_go()

    def enter(self, step: int) -> bool:
        """Put the cursor into the field."""
        del step
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def go_to(self, goal: Goal, sight: QScrollArea) -> bool:
        """Put the cursor into the field of its key."""
        if goal == self.key:
            self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            sight.ensureWidgetVisible(self, 0, 80)
        return goal == self.key

    def reach(self) -> None:
        """Be what is looked at, also where the cursor is in its footnote or in how it was made."""
        if self._desk.key != self.key:
            self._desk.look_at(self.key)

    # what the person does

    def _on_entered(self) -> None:
        self._visit = self._commands.new_visit()
        if not self.edit.isReadOnly():
            self.message.reserve()
        self._desk.look_at(self.key)

    def _on_typing(self, text: str) -> None:
        """Say what the text is read as before it is stored; what is no number yet may become one."""
        self.mark.show_state("saving", self._states.words("saving", self.key))
        if lines := self._readings.lines(self._wording, text, self.key):
            self.message.show("\n".join(lines), "saving")

    def read(self, text: str) -> tuple[DataPoint | None, DataPoint | None]:
        """Return what stands here, and what a text would be in its place."""
        old = self._desk.session.point(self.key)
        return old, self._wording.point(text, self.key, old)

    def _on_typed(self, text: str) -> None:
        old, new = self.read(text)
        self._mine, self._my_text = new, text
        if same_value(old, new):
            self.refresh()
        else:
            self.put(new, self._visit)

    def put(self, point: DataPoint | None, visit: int = 0) -> None:
        """Make this the data point, as a command."""
        self._commands.change("", [Change(self.key, after=point)], visit)

    def _open_menu(self, place: QPoint, over: QWidget) -> None:
        """Open at the button, or in the field by the mouse or the menu key, there with what edits its words."""
        menu = FieldMenu(self._desk, self.key, self)
        menu.estimate_chosen.connect(self.mark_estimated)
        menu.remark_chosen.connect(self.open_remarks)
        menu.reason_chosen.connect(self.choose_omission)
        menu.clear_chosen.connect(lambda: self.put(None))
        menu.evidence_chosen.connect(self.evidence.click)
        menu.follow_up_chosen.connect(self.flag.click)
        if over is self.edit:
            menu.add_edits(self.edit)
        menu.exec(over.mapToGlobal(place))
        menu.deleteLater()

    def choose_omission(self, code: str) -> None:
        """Say why there is no value; the footnote asks for the reason in words."""
        old = self._desk.session.point(self.key) or DataPoint(self.key)
        self.put(replace(old, value=None, qualifier="", unread="", typed="", omission=code))
        self.open_remarks("footnote")

    def mark_estimated(self, estimated: bool) -> None:
        """Say that the value is an estimate, or that it is measured."""
        if point := self._desk.session.point(self.key):
            self.put(replace(point, estimated=estimated))

    def open_remarks(self, name: RemarkName) -> None:
        """Show the lines of footnote and note, and put the cursor into one of them."""
        lines = self._remarks or self._make_remarks()
        lines.refresh(self._desk.session.point(self.key))
        lines.show()
        lines.enter(name)

    def _make_remarks(self) -> RemarkLines:
        self._remarks = RemarkLines(self._desk, self._label(), self)
        self._remarks.written.connect(self.put)
        self._grid.addWidget(self._remarks, 2, 0, 1, 5)
        return self._remarks

    def fold_making(self) -> None:
        """Show how the value was made, and put the cursor there; or put it away."""
        if self.making is None:
            self.making = MakingFields(self._desk, self.key, self)
            self.making.edited.connect(self.put)
            self._grid.addWidget(self.making, 3, 0, 1, 5)
        point = self._desk.session.point(self.key)
        if not self.making.fold(self._commands.new_visit()):
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif point is not None and point.omission and not point.footnote:
            self.open_remarks("footnote")  # of what is left out the reason is asked first

    def _show_remarks(self, point: DataPoint | None) -> None:
        said = point is not None and bool(point.footnote or point.note)
        if lines := self._remarks or (self._make_remarks() if said else None):
            lines.refresh(point)

    # what is shown

    def refresh(self) -> None:
        """Show what the session says now."""
        session = self._desk.session
        result, point = session.result(self.key), session.point(self.key)
        mine = self._mine is not None and self.edit.hasFocus() and same_value(point, self._mine)
        shown = self._wording.shown(result)
        self.edit.setPlaceholderText(shown if result.total else "")
        if result.total:
            self.edit.set_value("", "")
        else:
            self.edit.set_value(shown, self._my_text if mine else self._wording.exact(result))
        # What is still being typed is not saved, whatever else on the form changes.
        state = "saving" if self.edit.edited else self._states.state(self.key, result)
        self.edit.set_mood(state if state in ("error", "doubt") else "error" if state == "failed" else "")
        self.mark.show_state(state, self._states.words(state, self.key))
        show_past(self.strip, self._desk, self.key, self._wording)
        if self.edit.isReadOnly() or result.total:
            self.edit.setToolTip(how_computed(self._desk, result))
        self.message.show(self._sentences(result, state), state)
        self._show_remarks(point)
        self.evidence.show_count(self.proved(None))
        self.questions.show_thread(self.key.canonical())
        self.flag.refresh()
        if self.making is not None:
            self.making.show_point(point)
        self._name_things(state)

    def _sentences(self, result: Result, state: State) -> str:
        parts = field_sentences(self._desk, self._states, result, state)
        if result.point and result.point.estimated:
            parts.append(self.tr("Estimated"))
        if self._mine is not None and result.value is not None and same_value(result.point, self._mine):
            parts.extend(self._readings.lines(self._wording, self._my_text, self.key))
        return "\n".join(parts)

    def _name_things(self, state: State) -> None:
        unit = self._wording.unit
        self.edit.setAccessibleName(f"{self._label()}, {self.key.period}" + (f", {unit}" if unit else ""))
        asked = self.questions.accessibleName() if self.questions.isVisibleTo(self) else ""
        told = (self._states.words(state, self.key), self.message.words, asked)
        self.edit.setAccessibleDescription(" ".join(filter(None, told)))
