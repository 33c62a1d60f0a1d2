"""The page pane: one to three languages of the page beside each other, its size, and printing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from desktop.window.look.card import muted
from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.icons import icon
from desktop.window.look.theme import style_sheet
from desktop.window.panels.page_view import PageView
from desktop.window.session.desk import Desk
from desktop.window.session.page_source import PageSource
from desktop.work.page import Wanted, planned_with
from schema.catalogue.drawn_blocks import MatrixBlock
from schema.catalogue.outline import Block, ChartBlock, ImageBlock, RecordsBlock, TextBlock, records_block
from schema.grammar.reference import Key, RecordKey, parse_record, parse_reference
from schema.validation.issue import ListAt
from schema.values.records import title_of
from schema.values.subject import TextAt

if TYPE_CHECKING:
    from desktop.window.paper.page import Placed
    from desktop.work.page import Shown

_EDGE, _BETWEEN = 10, 4
_SHORT = {"zh-Hans": "简", "zh-Hant": "繁", "en": "EN"}


class PagePane(QWidget):
    """Follows what is looked at while it is `active`; `told` carries a short sentence for the status line."""

    told = Signal(str)
    print_wanted = Signal()
    widened = Signal()  # with more or fewer languages

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.languages: tuple[str, ...] = ()  # none: the report's own
        self.chapter = False
        self.active = False
        self._made = False  # the first page takes longer than those after it
        self.source = PageSource(desk, self)
        self.views: list[PageView] = []
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        theme = self._desk.theme
        self.setObjectName("infoPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(style_sheet(theme))
        bar = self._bar = QHBoxLayout()
        bar.setContentsMargins(_EDGE, 6, _EDGE, 6)
        bar.setSpacing(_BETWEEN)
        self.tongues = {code: self._toggle(_SHORT[code]) for code in LANGUAGES}
        self.whole = self._toggle("")
        self.smaller, self.larger = self._tool("minus"), self._tool("plus")
        self.percent = QToolButton(self)
        self.printing = self._tool("print")
        self.sheets = muted("", theme, self)
        self.sheets.setWordWrap(False)
        self.sheets.setMinimumWidth(0)
        self.nothing = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        for button in (*self.tongues.values(), self.whole):
            bar.addWidget(button)
        bar.addStretch()  # where the sheets are left out
        bar.addWidget(self.sheets, 1, Qt.AlignmentFlag.AlignRight)
        for button in (self.smaller, self.percent, self.larger, self.printing):
            bar.addWidget(button)
        self.columns = QSplitter(self)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.columns, 1)
        self.columns.hide()

    def _toggle(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("toggle")
        button.setText(words)
        button.setCheckable(True)
        return button

    def _tool(self, drawing: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(drawing, self._desk.theme.text))
        return button

    def _connect(self) -> None:
        desk = self._desk
        for signal in (desk.section_changed, desk.report_changed):
            signal.connect(self.refresh)
        desk.item_changed.connect(self._reveal)
        desk.language_changed.connect(self.retranslate)
        self.source.made.connect(self._show)
        for code, button in self.tongues.items():
            button.clicked.connect(partial(self._toggle_language, code))
        self.whole.clicked.connect(self._toggle_chapter)
        self.smaller.clicked.connect(partial(self._zoom, -1))
        self.larger.clicked.connect(partial(self._zoom, 1))
        self.percent.clicked.connect(partial(self._zoom, 0))
        self.printing.clicked.connect(self.print_wanted)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.whole.setText(self.tr("Whole chapter"))
        for button, words in (
            (self.smaller, self.tr("Smaller")),
            (self.larger, self.tr("Larger")),
            (self.percent, self.tr("Fit the width")),
            (self.printing, self.tr("Print or save as PDF")),
            (self.whole, self.tr("Show the whole chapter")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        for code, button in self.tongues.items():
            words = self.tr("{language}: show or hide its page beside the others").format(language=LANGUAGES[code])
            button.setToolTip(words)
            button.setAccessibleName(LANGUAGES[code])
        self._say_nothing()
        self._show_sheets()

    def _say_nothing(self) -> None:
        """Say why no page is shown: it is being made, or nothing is printed."""
        nothing = self.tr("Nothing of this section is printed. Choose another section in the outline.")
        self.nothing.setText(nothing if self._made else self.tr("Making the page …"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give room to what is needed most."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the pane is narrow its sheets and sizes are left out: the page fits the width then."""
        sizes, kept = (self.smaller, self.percent, self.larger), (*self.tongues.values(), self.whole, self.printing)
        needed = sum(button.sizeHint().width() + _BETWEEN for button in (*kept, *sizes)) + 2 * _EDGE
        narrow = self.width() < needed
        for button in sizes:
            button.setVisible(not narrow)
        edge = 2 if narrow else _EDGE
        self._bar.setContentsMargins(edge, 6, edge, 6)
        self._bar.setSpacing(2 if narrow else _BETWEEN)
        self.sheets.setVisible(self.width() >= needed + self.sheets.sizeHint().width())

    # what is shown

    def activate(self, active: bool) -> None:
        """Follow what is looked at, or rest."""
        self.active = active
        self.refresh()

    def shown_languages(self) -> tuple[str, ...]:
        """Return the languages of the pages from left to right."""
        if not self._desk.report:
            return ()
        return self.languages or (self._desk.outline.language,)

    def wanted(self) -> Wanted:
        """Return of what the pages are."""
        return Wanted(self._desk.report, self._desk.section_code, self.shown_languages(), self.chapter)

    def refresh(self) -> None:
        """Ask for the pages of what is looked at."""
        desk = self._desk
        self.source.want(self.wanted() if self.active and desk.report else None)
        for code, button in self.tongues.items():
            button.setChecked(code in self.shown_languages())
        self.whole.setChecked(self.chapter)

    def _show(self, pages: Sequence[Shown]) -> None:
        if self.source.wanted is None:
            return
        self._made = True
        self._say_nothing()
        self.nothing.setVisible(not pages)
        self.columns.setVisible(bool(pages))
        while len(self.views) < len(pages):
            self._add_view()
        for view, shown in zip(self.views, pages, strict=False):
            view.show_page(shown)
        for number, view in enumerate(self.views):
            view.setVisible(number < len(pages))
        self._reveal()
        self._show_zoom()
        self._show_sheets()

    def _add_view(self) -> None:
        view = PageView(self._desk, self)
        view.number_wanted.connect(self._go_to_number)
        view.block_wanted.connect(self._go_to_block)
        view.scrolled.connect(partial(self._scroll_others, view))
        view.zoomed.connect(self._show_zoom)
        view.laid_out.connect(self._show_sheets)
        self.views.append(view)
        self.columns.addWidget(view)

    def _scroll_others(self, moved: PageView, name: str, offset: float) -> None:
        for view in self.views:
            if view is not moved and view.isVisible():
                view.follow(name, offset)

    def _toggle_language(self, code: str) -> None:
        shown = set(self.shown_languages()) ^ {code}
        self.languages = tuple(one for one in LANGUAGES if one in shown)
        self.refresh()
        self.widened.emit()

    def _toggle_chapter(self) -> None:
        self.chapter = self.whole.isChecked()
        self.refresh()

    def _zoom(self, steps: int) -> None:
        for view in self.views:
            view.zoom_by(steps)

    def _show_sheets(self) -> None:
        """Say on which pages of the report it will about stand."""
        first, last = self.views[0].sheets() if self.views else (0, 0)
        words = self.tr("≈ p. {first}") if first == last else self.tr("≈ pp. {first}–{last}")
        self.sheets.setText(words.format(first=first, last=last) if first else "")
        self._fit()
        self.sheets.setToolTip(self.tr("Pages and where they end are estimates: Word counts when the draft is opened."))

    def _show_zoom(self) -> None:
        if self.views:
            self.percent.setText(f"{self.views[0].percent()} %")

    # there and back

    def _reveal(self) -> None:
        """Show on the page what is being filled in."""
        if not self.active:
            return
        reference, planned, record = "", frozenset[str](), None
        item, section = self._desk.item, self._desk.section
        match item:
            case Key():
                reference, planned = item.canonical(), planned_with(section, item) if section else planned
            case TextAt():
                planned = frozenset(b.id for b in self._blocks() if getattr(b, "slot", None) == item.slot)
            case ListAt():
                planned, record = frozenset((item.block,)), self._record_about(item)
            case _:
                pass
        for view in self.views:
            view.reveal(reference, planned, record.id if record is not None else "")

    def _record_about(self, item: ListAt) -> RecordKey | None:
        """Return the record of a list that is looked at: it is told by its title."""
        desk, block = self._desk, next((one for one in self._blocks() if one.id == item.block), None)
        listing = records_block(block) if block is not None else None
        if listing is None or not desk.about:
            return None
        kind, rows = desk.catalogue.records[listing.type], desk.session.snapshot.rows(desk.report, listing.type)
        titled = (row for row in rows if any(title_of(row, kind, one) == desk.about for one in LANGUAGES))
        return next((row.key for row in titled), None)

    def _blocks(self) -> list[Block]:
        return [block for section in self._desk.outline.walk() for block in section.blocks]

    def _go_to_number(self, written: str) -> None:
        reference = parse_reference(written)
        key = reference.key(self._desk.outline.year) if reference is not None else None
        if key is None:
            return
        if (record := parse_record(key.metric)) is not None:
            self._desk.jump_to_record(*record)
        elif self._desk.session.place_of(self._desk.report, key):
            self._desk.jump(key)
        else:
            self.told.emit(self.tr("This number has no field in this report."))

    def _go_to_block(self, placed: Placed) -> None:
        """Go to the words, the records, or the values that a block is made of."""
        planned = next((block for block in self._blocks() if block.id in placed.planned), None)
        match planned:
            case TextBlock() | ImageBlock():
                self._desk.jump_to_text(planned.slot)
            case RecordsBlock() | MatrixBlock():
                record = self._record(planned, placed)
                if record is not None:
                    self._desk.jump_to_record(record, "")
                else:
                    self._desk.jump_to_part(planned.id)
            case ChartBlock():
                first = parse_reference(planned.series[0].reference) if planned.series else None
                if first is not None and not first.wildcard:
                    self._go_to_number(first.key(self._desk.outline.year).canonical())
            case None:
                pass
            case _:
                self._desk.jump_to_part(planned.id)

    def _record(self, planned: RecordsBlock | MatrixBlock, placed: Placed) -> RecordKey | None:
        """Return the record that a block tells, where it is one."""
        names = {part for block in placed.blocks for part in block.block.id.removeprefix(planned.id).split(".") if part}
        rows = self._desk.session.snapshot.rows(self._desk.report, planned.type)
        return next((row.key for row in rows if row.key.id in names), None)

    def close_source(self) -> None:
        """End the work of the pages."""
        self.source.close()
