"""The cards of a form: one builder for each kind that a plan can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar, assert_never

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

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
    ShownSpec,
    TextCard,
    ValuesCard,
)
from desktop.window.fields.plan import IndexCard as IndexSpec
from desktop.window.form.asked_line import AskedLine
from desktop.window.form.breakdown_grid import BreakdownGrid
from desktop.window.form.broken_part import BrokenPart
from desktop.window.form.chart_preview import ChartPreview
from desktop.window.form.columns import Columns
from desktop.window.form.field_block import put_block
from desktop.window.form.field_row import FieldRow
from desktop.window.form.form_part import FormPart
from desktop.window.form.head_row import HeadRow
from desktop.window.form.index_card import IndexCard
from desktop.window.form.picture_editor import PictureEditor
from desktop.window.form.record_table import RecordTable
from desktop.window.form.shown_row import ShownRow
from desktop.window.form.slot_head import SlotHead
from desktop.window.form.slot_words import slot_title
from desktop.window.form.text_editor import TextEditor
from desktop.window.item_models.breakdown_model import BreakdownModel
from desktop.window.item_models.record_model import RecordModel
from desktop.window.look.card import Card, heading, muted
from desktop.window.look.scale import BODY
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.editing_tools import EditingTools
from desktop.window.session.year_names import year_name
from desktop.work.sheet.block import Block
from desktop.work.wording import make_wording
from schema.validation.contents import ItemAt
from schema.validation.issue import ListAt
from schema.values.kept_things import Subject
from schema.values.subject import TextAt

_Widget = TypeVar("_Widget", bound=QWidget)
# A part of a card when it has been made, None where a step made something that asks for nothing.
Steps = Iterator[FormPart | None]


class Ground(QWidget):
    """What a form's cards lie on, below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 18, 24)
        self.column.setSpacing(12)


@dataclass(frozen=True, slots=True)
class FormBody:
    """Where cards are laid out, and with what; `step` goes from a part to the next, `tell` says a passing sentence."""

    tools: EditingTools
    columns: Columns
    metrics: QFontMetrics
    ground: Ground
    step: Callable[[FormPart, int], None]
    tell: Callable[[str], None]

    @property
    def desk(self) -> Desk:
        """Return what the person looks at."""
        return self.tools.desk

    def card(self, title: str) -> Card:
        """Put an empty card below the others."""
        return _put(self.ground.column, Card(self.desk.theme, title, self.ground))


def build_card(body: FormBody, spec: CardSpec) -> Steps:
    """Make a card step by step; one that cannot be made says so, and the others are made."""
    try:
        yield from BUILDERS[type(spec)](body, spec)
    except Exception as error:  # whatever a file holds, the form stays usable
        yield _broken(body, _kept_at(body, spec), error, body.card(""))


def _broken(body: FormBody, subjects: Sequence[Subject], error: Exception, card: Card) -> FormPart:
    return _put(card.body, BrokenPart(body.tools, subjects, error, card))


def _kept_at(body: FormBody, spec: CardSpec) -> Sequence[Subject]:
    """Return what a card may be cleared of where it cannot be shown: its text."""
    return (TextAt(body.desk.report, spec.slot, body.tools.language),) if isinstance(spec, TextCard) else ()


def _put(layout: QVBoxLayout, widget: _Widget) -> _Widget:
    layout.addWidget(widget)
    return widget


def _asked(body: FormBody, card: Card, items: Sequence[ItemAt]) -> FormPart:
    return _put(card.body, AskedLine(body.desk, items, card))


def _text(body: FormBody, spec: TextCard) -> Steps:
    card = body.card(slot_title(body.desk, spec))
    _put(card.body, SlotHead(body.desk, spec, body.tools.language, card))
    yield _asked(body, card, (TextAt(body.desk.report, spec.slot, body.desk.outline.language),))
    yield _put(card.body, TextEditor(body.tools, spec, card))


def _picture(body: FormBody, spec: ImageCard) -> Steps:
    card = body.card(body.desk.words(spec.title))
    editor = _put(card.body, PictureEditor(body.tools, spec, card))
    yield from (editor, *editor.words)


def _records(body: FormBody, spec: RecordsCard) -> Steps:
    kind = body.desk.catalogue.records[spec.block.type]
    card = body.card(body.desk.words(spec.title) or body.desk.words(kind.name))
    yield _asked(body, card, (ListAt(body.desk.report, spec.block.id),))
    yield _put(card.body, RecordTable(RecordModel(body.tools, kind, spec.block), card))


def _chart(body: FormBody, spec: ChartCard) -> Steps:
    card = body.card(body.desk.words(spec.title))
    yield _put(card.body, ChartPreview(body.desk, spec, card))


def _index(body: FormBody, spec: IndexSpec) -> Steps:
    frame = body.desk.catalogue.frameworks.get(spec.framework)
    card = body.card(body.desk.words(frame.name) if frame else spec.framework)
    yield _put(card.body, IndexCard(body.desk, spec.framework, card))


def _drawn(body: FormBody, spec: DrawnCard) -> Steps:
    """What the outline itself draws is only named, so that its place in the section is seen; the page shows it."""
    words, translate = body.desk.words(spec.title), QCoreApplication.translate
    if spec.questionnaire:
        title = words or translate("Cards", "Questionnaire")
        sentence = translate("Cards", "This questionnaire stands in the report’s definitions; "
                                      "there is nothing to fill in here.")  # fmt: skip
    else:
        title = words
        sentence = translate("Cards", "This figure is drawn by the program from the report’s definitions; "
                                      "there is nothing to fill in here.")  # fmt: skip
    card = body.card(title)
    _put(card.body, muted(sentence, body.desk.theme, card))
    page = QPushButton(translate("Cards", "As it prints"), card)
    page.setToolTip(translate("Cards", "Show the page beside the form (F7)"))
    page.setStyleSheet(style_sheet(body.desk.theme))
    page.clicked.connect(lambda _=False: body.desk.page_requested.emit())
    card.body.addWidget(page, 0, Qt.AlignmentFlag.AlignLeft)
    yield None


def _values(body: FormBody, spec: ValuesCard) -> Steps:
    card = body.card(body.desk.words(spec.title))
    _put(card.body, HeadRow(body.desk.theme, body.columns, _heads(body.desk), card))
    body = replace(body, columns=replace(body.columns, unit=_unit_room(body, spec)))
    for row in spec.rows:
        part = _row_or_broken(body, row, card)
        yield part
        if part is not None and part.keys():
            yield _asked(body, card, sorted(part.keys()))


def _heads(desk: Desk) -> list[str]:
    translate = QCoreApplication.translate
    years = [year_name(desk, desk.period - back) for back in range(3)]
    return [translate("Cards", "Metric"), *years, translate("Cards", "Change"), translate("Cards", "Trend")]


def _unit_room(body: FormBody, spec: ValuesCard) -> int:
    """Return the width of the widest unit of a card's fields, so that their numbers stand in line."""
    desk = body.desk
    units = {
        make_wording(row.metric, row.placement, desk.catalogue, desk.language, {}).unit
        for row in spec.rows
        if isinstance(row, FieldSpec)
    }
    return max((body.metrics.horizontalAdvance(unit) + 1 for unit in units), default=0)


def _row_or_broken(body: FormBody, spec: RowSpec, card: Card) -> FormPart | None:
    try:
        return _row(body, spec, card)
    except Exception as error:  # whatever a file holds, the rows beside it stay usable
        return _broken(body, (spec.key,) if isinstance(spec, FieldSpec) else (), error, card)


def _row(body: FormBody, spec: RowSpec, card: Card) -> FormPart | None:
    match spec:
        case GroupSpec():
            card.body.addSpacing(8)
            _put(card.body, heading(body.desk.words(spec.title), card, BODY))
            return None
        case FieldSpec():
            return _field(body, spec, card)
        case GridSpec():
            return _grid(body, spec, card)
        case ShownSpec():
            return _put(card.body, ShownRow(body.desk, spec, body.columns, card))
        case _:
            assert_never(spec)


def _field(body: FormBody, spec: FieldSpec, card: Card) -> FormPart:
    row = _put(card.body, FieldRow(body.desk, body.tools.commands, spec, body.columns, card))
    row.stepped.connect(lambda step: body.step(row, step))
    row.edit.block_pasted.connect(lambda block: _paste(body, row, block))
    return row


def _paste(body: FormBody, row: FieldRow, block: Block) -> None:
    """Put a block into the fields from a row on; the form's order is that in which they were made."""
    rows = [one for one in body.ground.findChildren(FieldRow) if isinstance(one, FieldRow)]
    body.tell(put_block(rows[rows.index(row) :], block, body.tools.commands))


def _grid(body: FormBody, spec: GridSpec, card: Card) -> FormPart:
    model = BreakdownModel(body.desk, body.tools.commands, spec)
    grid = _put(card.body, BreakdownGrid(model, body.columns, card))
    grid.left.connect(lambda step: body.step(grid, step))
    grid.told.connect(body.tell)
    return grid


BUILDERS: Mapping[type[CardSpec], Callable[[FormBody, Any], Steps]] = {
    ValuesCard: _values,
    TextCard: _text,
    ImageCard: _picture,
    ChartCard: _chart,
    IndexSpec: _index,
    RecordsCard: _records,
    DrawnCard: _drawn,
}
