"""The items of one department's share under its sections: value, earlier years, change, evidence, check, state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QStandardItem, QStandardItemModel

from desktop.window.look.icons import icon
from desktop.window.look.states import STATES, state_colour, state_word
from desktop.window.session.desk import Desk
from desktop.window.session.year_names import year_name
from desktop.work.review import ItemReview, ShareReview
from desktop.work.review_words import ReviewWords
from schema.validation.causes import rank_of
from schema.validation.issue import ListAt
from schema.values.subject import TextAt

ITEM, NOW, LAST, BEFORE, CHANGE, EVIDENCE, CHECK, STATE = range(8)
REVIEW = int(Qt.ItemDataRole.UserRole) + 1
_EARLIER = 2
_HEIGHT, _BAND = 36, 30
_GAP = "\u2002"  # between a number at the right of its column and the words behind it
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReviewModel(QStandardItemModel):
    """What waits and has no fault can be ticked; `ticked` keeps the subjects."""

    ticks_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._loading, self._checked = False, False
        self._flag = icon("flag", desk.theme.doubt)
        self.ticked: set[str] = set()
        self.rows: tuple[ItemReview, ...] = ()
        self.itemChanged.connect(self._on_changed)

    def load(self, review: ShareReview | None, words: ReviewWords, *, waiting: bool, checked: bool) -> None:
        """Show the items of a share, those that wait alone or all of them; ticks that still fit stay.

        Until they are `checked` nothing is without fault.
        """
        self._loading, self._checked = True, checked
        self.clear()
        self.setHorizontalHeaderLabels(self._titles(words.outline.year))
        for column in (NOW, LAST, BEFORE, CHANGE):
            self.setHeaderData(column, Qt.Orientation.Horizontal, int(_RIGHT), Qt.ItemDataRole.TextAlignmentRole)
        centre = int(Qt.AlignmentFlag.AlignCenter)
        self.setHeaderData(EVIDENCE, Qt.Orientation.Horizontal, centre, Qt.ItemDataRole.TextAlignmentRole)
        items = review.items if review is not None else ()
        self.rows = tuple(item for item in items if item.waiting or not waiting)
        self.ticked &= {item.item.subject for item in self.rows if item.faultless} if checked else set()
        titles = {section.code: self._desk.words(section.title) for section in words.outline.walk()}
        for section, own in groupby(self.rows, key=lambda item: item.item.section):
            self._add(titles.get(section, section), list(own), words)
        self._loading = False
        self.ticks_changed.emit()

    def _titles(self, year: int) -> list[str]:
        years = (year_name(self._desk, year - back) for back in range(3))
        return [
            self.tr("Item"), *years, self.tr("Change"), self.tr("Evidence"),
            _GAP + self.tr("Check"), self.tr("State"),
        ]  # fmt: skip

    def _add(self, title: str, items: Sequence[ItemReview], words: ReviewWords) -> None:
        band = QStandardItem(f"{title}  {len(items)}")
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        band.setFont(font)
        band.setEditable(False)
        band.setSelectable(False)
        band.setSizeHint(QSize(0, _BAND))
        for item in items:
            band.appendRow(self._row(item, words))
        self.appendRow(band)

    def _row(self, item: ItemReview, words: ReviewWords) -> list[QStandardItem]:
        theme, change = self._desk.theme, words.change(item)
        earlier = [words.value(result) or "–" for result in reversed(item.years[:-1])][:_EARLIER]
        earlier += ["–"] * (_EARLIER - len(earlier))
        check, colour = self._check(item)
        check = _GAP + check
        state, standing = self._state(item)
        texts = (
            words.name(item),
            self._now(item, words),
            *earlier,
            self._change(item, words),
            self._files(item),
            check,
            state,
        )
        cells = [QStandardItem(text) for text in texts]
        for cell, text in zip(cells, texts, strict=True):
            cell.setEditable(False)
            cell.setToolTip(text)
        for column in (NOW, LAST, BEFORE, CHANGE):
            cells[column].setTextAlignment(_RIGHT)
        cells[EVIDENCE].setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        for column in (LAST, BEFORE, EVIDENCE):
            cells[column].setForeground(QColor(theme.text2))
        bold = QFont()
        bold.setWeight(QFont.Weight.DemiBold)
        cells[NOW].setFont(bold)
        cells[CHANGE].setToolTip(change.reason or change.text)
        cells[CHECK].setForeground(QColor(colour))
        if item.follow_ups:
            cells[0].setIcon(self._flag)
            cells[0].setToolTip("\n".join(filter(None, (texts[0], *(one.why for one in item.follow_ups)))))
        cells[CHECK].setToolTip("\n".join(map(self._desk.sentence, item.issues)) or check)
        cells[STATE].setForeground(QColor(standing))
        cells[STATE].setIcon(icon(STATES[item.item.state or "open"].drawing, standing))
        self._offer(cells[ITEM], item)
        return cells

    def _offer(self, cell: QStandardItem, item: ItemReview) -> None:
        cell.setData(item, REVIEW)
        cell.setSizeHint(QSize(0, _HEIGHT))
        if self._checked and item.faultless:
            cell.setCheckable(True)
            chosen = item.item.subject in self.ticked
            cell.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)

    def _now(self, item: ItemReview, words: ReviewWords) -> str:
        match item.item.at:
            case TextAt():
                count = len(item.words.text) if item.words else 0
                return self.tr("{count} characters").format(count=count) if count else "–"
            case ListAt():
                if len(item.rows) == 1:
                    return self.tr("1 record")
                return self.tr("{count} records").format(count=len(item.rows)) if item.rows else "–"
            case _:
                return words.shown(item) or "–"

    def _change(self, item: ItemReview, words: ReviewWords) -> str:
        change = words.change(item)
        if item.years:
            return change.text or ("n/m" if change.reason else "–")
        changed = item.altered or (item.words is not None and item.words.since_last_year is not None)
        return self.tr("see changes") if changed else "–"

    def _files(self, item: ItemReview) -> str:
        return str(len(item.evidence)) if item.evidence else self.tr("none")

    def _check(self, item: ItemReview) -> tuple[str, str]:
        """Return in a few words what stands against approving an item, and the colour of that."""
        theme, issues = self._desk.theme, item.issues
        if not self._checked:
            return "…", theme.text2
        errors = sum(issue.severity == "error" for issue in issues)
        doubts = sum(issue.severity == "doubt" and rank_of(issue) != "definition" for issue in issues)
        told: tuple[tuple[bool, Callable[[], str], str], ...] = (
            (item.item.filled == "open", lambda: self.tr("not filled in"), theme.text2),
            (bool(errors), lambda: self.tr("errors: {count}").format(count=errors), theme.error),
            (bool(doubts), lambda: self.tr("doubts: {count}").format(count=doubts), theme.doubt),
            (item.fallen, lambda: self.tr("changed again"), theme.doubt),
            (item.own, lambda: self.tr("your own"), theme.doubt),
            (bool(item.answers), lambda: self.tr("explained"), theme.text2),
            (bool(issues), lambda: self.tr("definition open"), theme.text2),
        )
        return next(((words(), colour) for holds, words, colour in told if holds), ("–", theme.text2))

    def _state(self, item: ItemReview) -> tuple[str, str]:
        """Return the state in words, and its colour."""
        state = item.item.state or "open"
        if item.fallen:
            return self.tr("changed again"), self._desk.theme.doubt
        words = self.tr("to review") if state == "submitted" else state_word(state)
        return words, state_colour(state, self._desk.theme)

    def _on_changed(self, cell: QStandardItem) -> None:
        item = cell.data(REVIEW)
        if self._loading or not isinstance(item, ItemReview):
            return
        chosen = cell.checkState() == Qt.CheckState.Checked
        self.ticked = self.ticked | {item.item.subject} if chosen else self.ticked - {item.item.subject}
        self.ticks_changed.emit()

    def tick(self, subjects: set[str]) -> None:
        """Tick the items of these subjects that can be, and no others."""
        self._loading = True
        for row in range(self.rowCount()):
            band = self.item(row)
            for place in range(band.rowCount()):
                cell = band.child(place)
                if cell.isCheckable():
                    chosen = cell.data(REVIEW).item.subject in subjects
                    cell.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self._loading = False
        self.ticked = subjects & {item.item.subject for item in self.rows if self._checked and item.faultless}
        self.ticks_changed.emit()

    def chosen(self) -> tuple[ItemReview, ...]:
        """Return the items that are ticked, in their order."""
        return tuple(item for item in self.rows if item.item.subject in self.ticked)
