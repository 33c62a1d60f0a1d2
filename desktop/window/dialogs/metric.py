"""A new metric, or one that is changed: said in one window, checked while it is said, one step of undo."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.window.dialogs.metric_fields import MetricFields
from desktop.window.look.card import heading, muted
from desktop.window.look.scale import WRITTEN
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.structuring import Structuring
from desktop.work.structure.blocks import with_placement
from desktop.work.structure.checks import with_metric, with_outline
from desktop.work.structure.codes import codes_in, metric_code
from desktop.work.structure.inputs import dependents
from desktop.work.structure.likeness import nearly_same, proposal
from desktop.work.structure.metrics import MetricDraft, checked_metric, draft_of, without_metric
from desktop.work.structure.names import in_language
from desktop.work.structure.parts import Part, section_at
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import placements
from schema.grammar.words import Words
from schema.validation.issue import Issue

_AFTER = 150
_MOST_TOLD = 2


class MetricDialog(QDialog):
    """`placed` carries the part at which a metric stands now; `at` None: a metric is changed where it stands."""

    placed = Signal(object)

    def __init__(
        self, desk: Desk, structuring: Structuring, at: Part | None, metric: Metric | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._structuring, self._at, self._before = desk, structuring, at, metric
        self._ready: Metric | None = None
        self._sure = False  # whether what goes with the metric was told
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        self.setStyleSheet(style_sheet(desk.theme) + _segments(desk))
        self._build()
        self._connect()
        self.setMinimumWidth(620)
        self.begin()

    def _build(self) -> None:
        theme = self._desk.theme
        self.setWindowTitle(self.tr("New metric") if self._before is None else self.tr("Change metric"))
        self.head = heading(self._lead(), self, WRITTEN)
        self.fields = MetricFields(self._desk, self)
        self.reason = QLabel(self, wordWrap=True)
        self.reason.setStyleSheet(f"color: {theme.error};")
        self.later = muted("", theme, self)
        self.cancel, self.next = QPushButton(self.tr("Cancel"), self), QPushButton(self)
        self.next.setText(self.tr("Add and next") + "  Ctrl+Enter")
        self.go = QPushButton(self.tr("Add") if self._before is None else self.tr("Change"), self)
        self.go.setObjectName("primary")
        self.go.setDefault(True)
        for button in (self.cancel, self.next):
            button.setAutoDefault(False)
        self.next.setVisible(self._before is None)
        self.remove = QPushButton(self.tr("Remove from the catalogue …"), self)
        self.remove.setAutoDefault(False)
        self.remove.setVisible(self._before is not None)
        self._lay_out()

    def _lay_out(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget(area)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.fields)
        column.addStretch()
        area.setWidget(inside)
        foot = QHBoxLayout()
        foot.addWidget(self.later, 1)
        for button in (self.remove, self.cancel, self.next, self.go):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(area, 1)
        layout.addWidget(self.reason)
        layout.addLayout(foot)
        self.resize(680, 590)

    def _connect(self) -> None:
        self.fields.named.connect(self._soon.start)
        self.fields.changed.connect(self._soon.start)
        self._soon.timeout.connect(self.check)
        self.fields.alike.linkActivated.connect(self._use)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.add)
        self.next.clicked.connect(self.add_and_next)
        self.remove.clicked.connect(self._on_remove)

    def _lead(self) -> str:
        if self._before is not None:
            return self._desk.words(self._before.name)
        if self._at is None:
            return self.tr("In the catalogue; it can be placed in a section later.")
        title = self._desk.words(section_at(self._structuring.outline, self._at.section).title)
        return self.tr("Goes into “{section}”").format(section=title)

    def begin(self) -> None:
        """Begin with an empty form, or with the metric as it is."""
        self.fields.touched = set()
        if self._before is not None:
            self.fields.show_draft(draft_of(self._before))
            self.fields.code.setReadOnly(True)
        else:
            self.fields.show_draft(MetricDraft())
        self.fields.name.setFocus()
        self.check()

    # while it is typed

    def _propose(self) -> None:
        desk, definitions = self._desk, self._structuring.definitions
        text = self.fields.name.text()
        beside = self._beside()
        proposed = proposal(definitions.catalogue, text, beside, self._owner())
        alike = tuple(one.code for one in nearly_same(definitions.catalogue, text)[:1])
        code = metric_code(in_language(desk.language, text), definitions.catalogue, alike or beside)
        self.fields.propose(proposed, code if text.strip() else "")

    def _beside(self) -> tuple[str, ...]:
        """Return the metrics that stand where the new one goes, else those of the whole report."""
        outline = self._structuring.outline
        if self._at is None:
            return ()
        sections = section_at(outline, self._at.section).walk()
        near = [row.reference for one in sections for block in one.blocks for row in placements(block)]
        return tuple(codes_in(near))

    def _owner(self) -> str:
        """Return whose section it is: the nearest that names a department."""
        if self._at is None:
            return ""
        outline = self._structuring.outline
        path = [one for one in outline.walk() if any(below.code == self._at.section for below in one.walk())]
        return next((one.department for one in reversed(path) if one.department), outline.department)

    def check(self) -> None:
        """Say what stands in the way, and what the formula's inputs are."""
        self._soon.stop()
        if self._before is None:
            self._propose()
        draft, definitions = self.fields.draft(), self._structuring.definitions
        metric, issues = checked_metric(definitions, draft, self._before)
        self._ready = metric
        if draft.making == "computed":
            self.fields.formula.show_inputs(self._as_metric(draft))
        self._show_alike(draft)
        self._say(draft, issues)
        self.go.setEnabled(metric is not None)
        self.next.setEnabled(metric is not None)

    def _as_metric(self, draft: MetricDraft) -> Metric:
        return Metric(draft.code, draft.name, "number", draft.unit, "", draft.timing, draft.department)

    def _say(self, draft: MetricDraft, issues: tuple[Issue, ...]) -> None:
        sentences = dict.fromkeys(self._desk.sentence(issue) for issue in issues)
        typed = bool(draft.name) or self._before is not None
        self.reason.setText(" ".join(list(sentences)[:_MOST_TOLD]) if typed else "")
        self.reason.setVisible(bool(self.reason.text()))
        self.later.setText(self._told(draft))

    def _told(self, draft: MetricDraft) -> str:
        if self._before is not None:
            names = [self._desk.words(one) for one in dependents(self._structuring.definitions.catalogue, draft.code)]
            if names:
                return self.tr("Needed by: {names}").format(names=self.tr(", ").join(names[:4]))
        return self.tr("Names in other languages can follow later.") if draft.name.missing() else ""

    def _show_alike(self, draft: MetricDraft) -> None:
        """Show the names nearly the same: one of them may be what is asked for."""
        desk, alike = self._desk, self.fields.alike
        found = ()
        if self._before is None and draft.name:
            found = nearly_same(self._structuring.definitions.catalogue, draft.name.best(desk.language))
        links = [
            f"<a style='color:{desk.theme.accent}' href='{one.code}'>{escape(desk.words(one.name))}</a>"
            for one in found
        ]
        words = self.tr("Much alike, click to use it instead: {names}")
        alike.setText(f"<span style='color:{desk.theme.doubt}'>△ {words}</span>".format(names=" · ".join(links)))
        alike.setVisible(bool(found))
        self.fields.form.setRowVisible(alike, bool(found))

    # what is done

    def _use(self, code: str) -> None:
        """Place a metric that is there already instead of a new one."""
        name = self._structuring.definitions.catalogue.metrics[code].name
        if self._at is not None:
            words = self.tr("place “{name}”").format(name=self._desk.words(name))
            made = with_placement(self._structuring.outline, self._at, code, self._table_title())
            self._structuring.outline_step(words, made.outline)
            self.placed.emit(made.part)
        self.accept()

    def _table_title(self) -> Words:
        assert self._at is not None
        return section_at(self._structuring.outline, self._at.section).title

    def add(self) -> None:
        """Store it, and close."""
        if self._store():
            self.accept()

    def add_and_next(self) -> None:
        """Store it, and begin another one beside it."""
        if self._before is None and self._store():
            self.begin()

    def _on_remove(self) -> None:
        """Say what stands under the metric, and take it out when the button is pressed once more."""
        metric, structuring, desk = self._before, self._structuring, self._desk
        if metric is None:
            return
        name = desk.words(metric.name)
        without = without_metric(structuring.definitions, metric.code)
        if isinstance(without, Issue):
            self._refuse(desk.sentence(without))
        elif self._sure:
            structuring.step(self.tr("remove metric “{name}”").format(name=name), without)
            self.accept()
        else:
            self._sure = True
            values = sum(key.metric == metric.code for key in desk.session.snapshot.points)
            told = self.tr("“{name}” goes from all reports. Its {count} values stay in the workspace.")
            self._refuse(told.format(name=name, count=values))
            self.remove.setText(self.tr("Yes, remove it"))

    def _refuse(self, sentence: str) -> None:
        self.reason.setText(sentence)
        self.reason.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Ctrl+Enter adds and begins another one; also what was typed a moment ago, not checked yet."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.add_and_next()
        else:
            self.add()

    def _store(self) -> bool:
        self.check()
        metric = self._ready
        if metric is None:
            self.fields.name.setFocus()
            return False
        structuring, name = self._structuring, self._desk.words(metric.name)
        definitions = with_metric(structuring.definitions, metric)
        if self._before is not None:
            structuring.step(self.tr("change metric “{name}”").format(name=name), definitions)
            return True
        words = self.tr("new metric “{name}”").format(name=name)
        if self._at is None:
            structuring.step(words, definitions)
            return True
        made = with_placement(structuring.outline, self._at, metric.code, self._table_title())
        structuring.step(words, with_outline(definitions, made.outline))
        self._at = made.part
        self.placed.emit(made.part)
        return True


def _segments(desk: Desk) -> str:
    theme = desk.theme
    return f"""QPushButton#segment:checked {{ background: {theme.soft}; color: {theme.accent}; font-weight: 600;
        border: 1px solid {theme.accent}; }}
    QPushButton#segment:checked:focus {{ border: 2px solid {theme.accent}; padding: 4px 13px; }}"""
