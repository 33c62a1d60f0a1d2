"""The form of the chosen section: generated from the outline, rebuilt when place or language change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.window.fields.plan import (
    CardSpec,
    ChartCard,
    DrawnCard,
    FieldSpec,
    GridSpec,
    GroupSpec,
    ImageCard,
    RecordsCard,
    RowSpec,
    TextCard,
    ValuesCard,
    plan_section,
)
from desktop.window.fields.wording import make_wording
from desktop.window.form.breakdown_grid import BreakdownGrid
from desktop.window.form.chart_preview import ChartPreview
from desktop.window.form.columns import Columns
from desktop.window.form.field_row import FieldRow
from desktop.window.form.head_row import HeadRow
from desktop.window.form.index_card import IndexCard
from desktop.window.form.picture_editor import PictureEditor
from desktop.window.form.record_table import RecordTable
from desktop.window.form.section_head import SectionHead
from desktop.window.form.text_editor import TextEditor
from desktop.window.item_models.breakdown_model import BreakdownModel
from desktop.window.item_models.record_model import RecordModel
from desktop.window.look.card import Card, heading, muted
from desktop.window.session.commands import Commands
from desktop.window.session.desk import Desk
from desktop.window.session.picture_intake import Pictures
from schema.catalogue.outline import Section
from schema.grammar.reference import Key, RecordKey
from schema.values.subject import TextAt

# So many rows are made at once; the rest follow while the first ones are already on the screen.
_AT_ONCE = 14


class SectionForm(QScrollArea):
    """`told` carries a short sentence for the status line."""

    told = Signal(str)

    def __init__(self, desk: Desk, commands: Commands, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands, self._store = desk, commands, pictures
        self.text_language = ""
        self._rest: Iterator[None] = iter(())
        self.rows: list[FieldRow | BreakdownGrid] = []
        self.texts: list[TextEditor] = []
        self.charts: list[ChartPreview] = []
        self.tables: list[RecordTable] = []
        self.pictures: list[PictureEditor] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._columns = Columns()
        self._more = QTimer(self, interval=0)
        self._connect()
        desk.session.watched = self.keys

    def _connect(self) -> None:
        desk, session = self._desk, self._desk.session
        desk.section_changed.connect(self.rebuild)
        desk.language_changed.connect(self.rebuild)
        desk.jump_requested.connect(self.go_to)
        desk.text_requested.connect(self.go_to_text)
        desk.record_requested.connect(self.go_to_record)
        session.values_changed.connect(self.refresh)
        session.issues_changed.connect(self.refresh)
        session.saved.connect(self._refresh_subject)
        session.failed.connect(self._refresh_subject)
        session.saving.connect(self._refresh_subject)
        session.texts_changed.connect(self._refresh_texts)
        session.records_changed.connect(self._refresh_tables)
        self._more.timeout.connect(self._build_more)

    def keys(self) -> list[Key]:
        """Return every key on the form, so that the analysis computes them beforehand."""
        found: list[Key] = []
        for row in self.rows:
            found += [row.key] if isinstance(row, FieldRow) else list(row.grid.keys)
        return found

    # building

    def flush(self) -> None:
        """Hand over whatever is being typed."""
        for row in self.rows:
            if isinstance(row, FieldRow):
                row.edit.flush()
        for text in self.texts:
            text.flush()
        for table in self.tables:
            table.flush()

    def rebuild(self) -> None:
        """Make the form of the chosen section anew; what was being typed is handed over first."""
        self.flush()
        self._more.stop()
        self.rows, self.texts, self.charts, self.tables, self.pictures = [], [], [], [], []
        self._columns = Columns().fitted(self.viewport().width() - 72)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(20, 18, 18, 24)
        layout.setSpacing(12)
        self._head = SectionHead(self._desk, self._commands, self._language(), body)
        self._head.language_chosen.connect(self._write_in)
        layout.addWidget(self._head)
        self._rest = self._build(layout, body)
        self._build_first()
        self.setWidget(body)
        self.verticalScrollBar().setValue(0)

    def _language(self) -> str:
        return self.text_language or self._desk.outline.language

    def _write_in(self, language: str) -> None:
        """Show the texts in another language; what is being typed is handed over first."""
        self.flush()
        self.text_language = language
        self.rebuild()

    def _build_first(self) -> None:
        for _ in range(_AT_ONCE):
            if next(self._rest, True):
                return
        self._more.start()

    def _build_more(self) -> None:
        for _ in range(_AT_ONCE):
            if next(self._rest, True):
                self._more.stop()
                return

    def build_all(self) -> None:
        """Make what is left of the form at once."""
        while not next(self._rest, True):
            pass
        self._more.stop()

    def _build(self, layout: QVBoxLayout, body: QWidget) -> Iterator[None]:
        section = self._desk.section
        if section is None:
            layout.addStretch()
            return
        cards = plan_section(section, self._desk.catalogue, self._desk.period)
        for spec in cards:
            yield from self._build_card(spec, layout, body)
        if not cards and section.sections:
            self._build_contents(section, layout, body)
        layout.addStretch()

    def _build_contents(self, section: Section, layout: QVBoxLayout, body: QWidget) -> None:
        """A chapter that only holds sections shows the way to them."""
        card = self._card("", layout, body)
        for child in section.sections:
            link = QPushButton(self._desk.words(child.title), card)
            # Later: the button goes with the form that it replaces.
            link.clicked.connect(lambda _=False, code=child.code: QTimer.singleShot(0, self, partial(self._go, code)))
            card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _go(self, code: str) -> None:
        self._desk.choose_section(code)

    def _build_card(self, spec: CardSpec, layout: QVBoxLayout, body: QWidget) -> Iterator[None]:
        if isinstance(spec, ValuesCard):
            yield from self._build_values(spec, layout, body)
        elif isinstance(spec, TextCard):
            card = self._card(self._desk.words(spec.title), layout, body)
            self.texts.append(TextEditor(self._desk, self._commands, spec, self._language(), card))
            card.body.addWidget(self.texts[-1])
            yield
        elif isinstance(spec, ImageCard):
            self._build_picture(spec, layout, body)
            yield
        elif isinstance(spec, RecordsCard):
            self._build_records(spec, layout, body)
            yield
        elif isinstance(spec, ChartCard):
            card = self._card(self._desk.words(spec.title), layout, body)
            self.charts.append(ChartPreview(self._desk, spec, card))
            card.body.addWidget(self.charts[-1])
            yield
        elif isinstance(spec, DrawnCard):
            self._build_drawn(spec, layout, body)
            yield
        else:
            frame = self._desk.catalogue.frameworks.get(spec.framework)
            card = self._card(self._desk.words(frame.name) if frame else spec.framework, layout, body)
            card.body.addWidget(IndexCard(self._desk, spec.framework, card))
            yield

    def _build_drawn(self, spec: DrawnCard, layout: QVBoxLayout, body: QWidget) -> None:
        """What the outline itself draws is only named, so that its place in the section is seen."""
        if spec.questionnaire:
            title = self._desk.words(spec.title) or self.tr("Questionnaire")
            words = self.tr("This questionnaire stands in the report’s definitions; there is nothing to fill in here.")
        else:
            title = self._desk.words(spec.title)
            words = self.tr("This figure is drawn by the program from the report’s definitions; "
                            "there is nothing to fill in here.")  # fmt: skip
        card = self._card(title, layout, body)
        card.body.addWidget(muted(words, self._desk.theme, card))

    def _build_picture(self, spec: ImageCard, layout: QVBoxLayout, body: QWidget) -> None:
        card = self._card(self._desk.words(spec.title), layout, body)
        self.pictures.append(PictureEditor(self._desk, self._commands, self._store, spec, self._language(), card))
        self.texts += self.pictures[-1].words
        card.body.addWidget(self.pictures[-1])

    def _build_records(self, spec: RecordsCard, layout: QVBoxLayout, body: QWidget) -> None:
        kind = self._desk.catalogue.records[spec.block.type]
        card = self._card(self._desk.words(spec.title) or self._desk.words(kind.name), layout, body)
        model = RecordModel(self._desk, self._commands, self._store, kind, self._language(), spec.block)
        self.tables.append(RecordTable(model, card))
        card.body.addWidget(self.tables[-1])

    def _card(self, title: str, layout: QVBoxLayout, body: QWidget) -> Card:
        card = Card(self._desk.theme, title, body)
        layout.addWidget(card)
        return card

    def _build_values(self, spec: ValuesCard, layout: QVBoxLayout, body: QWidget) -> Iterator[None]:
        card = self._card(self._desk.words(spec.title), layout, body)
        card.body.addWidget(HeadRow(self._desk.theme, self._columns, self._heads(), card))
        columns = replace(self._columns, unit=self._unit_room(spec))
        for row in spec.rows:
            self._build_row(row, columns, card)
            yield

    def _unit_room(self, spec: ValuesCard) -> int:
        """Return the width of the widest unit of a card's fields, so that their numbers stand in line."""
        desk, metrics = self._desk, self.fontMetrics()
        units = {
            make_wording(row.metric, row.placement, desk.catalogue, desk.language, {}).unit
            for row in spec.rows
            if isinstance(row, FieldSpec)
        }
        return max((metrics.horizontalAdvance(unit) + 1 for unit in units), default=0)

    def _heads(self) -> list[str]:
        year = self._desk.period
        past = [str(year - back) for back in (1, 2)]
        return [self.tr("Metric"), str(year), *past, self.tr("Change"), self.tr("Trend")]

    def _build_row(self, spec: RowSpec, columns: Columns, card: Card) -> None:
        if isinstance(spec, GroupSpec):
            card.body.addSpacing(8)
            card.body.addWidget(heading(self._desk.words(spec.title), card, 13))
        elif isinstance(spec, FieldSpec):
            row = FieldRow(self._desk, self._commands, spec, columns, card)
            row.stepped.connect(lambda step, row=row: self._step(row, step))
            self.rows.append(row)
            card.body.addWidget(row)
        else:
            self._build_grid(spec, card)

    def _build_grid(self, spec: GridSpec, card: Card) -> None:
        model = BreakdownModel(self._desk, self._commands, spec)
        grid = BreakdownGrid(model, self._columns, card)
        grid.left.connect(lambda step, grid=grid: self._step(grid, step))
        grid.told.connect(self.told)
        self.rows.append(grid)
        card.body.addWidget(grid)

    # moving

    def _step(self, row: FieldRow | BreakdownGrid, step: int) -> None:
        """Go to the next field or grid; the last one hands the focus on."""
        place = self.rows.index(row) + step
        if 0 <= place < len(self.rows):
            target = self.rows[place]
            if isinstance(target, FieldRow):
                target.edit.setFocus(Qt.FocusReason.TabFocusReason)
            else:
                target.enter(step)
            self.ensureWidgetVisible(target, 0, 60)

    def go_to(self, key: Key) -> None:
        """Put the cursor into a value's field."""
        self.build_all()
        for row in self.rows:
            if isinstance(row, FieldRow) and row.key == key:
                row.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.ensureWidgetVisible(row, 0, 80)
                return
            if isinstance(row, BreakdownGrid) and row.show_key(key):
                self.ensureWidgetVisible(row, 0, 80)
                return

    def go_to_text(self, slot: str) -> None:
        """Put the cursor into a text."""
        self.build_all()
        for text in self.texts:
            if text.subject.slot == slot:
                text.edit.setFocus()
                self.ensureWidgetVisible(text, 0, 60)
        for picture in self.pictures:
            if picture.subject.slot == slot:
                picture.field.choose.setFocus()
                self.ensureWidgetVisible(picture, 0, 60)

    def go_to_record(self, key: RecordKey, column: str) -> None:
        """Choose a record's cell."""
        self.build_all()
        for table in self.tables:
            if (place := table.show_record(key, column)) is not None and (body := self.widget()) is not None:
                self.ensureVisible(0, table.mapTo(body, place).y(), 0, 90)

    # following

    def refresh(self) -> None:
        """Show the session's values everywhere on the form."""
        for row in self.rows:
            row.refresh()
        for chart in self.charts:
            chart.update()
        for text in self.texts:
            text.refresh()
        self._head.refresh()

    def _refresh_subject(self, subject: object, _: object = None) -> None:
        for row in self.rows:
            if isinstance(row, FieldRow):
                if row.key == subject:
                    row.refresh()
            elif subject in row.grid.keys:
                row.refresh()
        if isinstance(subject, TextAt):
            self._refresh_texts(subject)

    def _refresh_tables(self, _: object) -> None:
        self._head.drafts.refresh()
        for table in self.tables:
            table.refresh()

    def _refresh_texts(self, subject: object) -> None:
        self._head.drafts.refresh()
        for text in self.texts:
            if text.subject == subject:
                text.refresh()
        for picture in self.pictures:
            if picture.subject == subject:
                picture.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop or take back a past year where the width asks for it."""
        super().resizeEvent(event)
        if self.rows and Columns().fitted(self.viewport().width() - 72) != self._columns:
            QTimer.singleShot(0, self, self._rebuild_in_place)

    def _rebuild_in_place(self) -> None:
        place = self.verticalScrollBar().value()
        self.rebuild()
        self.build_all()
        self.verticalScrollBar().setValue(place)
