"""Left: the report's tree with how far each section is, and a filter."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.window.item_models.outline_model import CHECKED, CODE, MARKED, PROGRESS, SEARCH, OutlineModel
from desktop.window.look.card import muted
from desktop.window.look.icons import draw_icon, icon
from desktop.window.look.scale import TINY
from desktop.window.look.theme import Theme
from desktop.window.panels.scope_line import ScopeLine
from desktop.window.session.desk import Desk
from schema.validation.progress import Progress
from schema.values.follow_ups import FollowUpAt
from schema.values.kept_things import Subject

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OutlineDelegate(QStyledItemDelegate):
    """Ring of completeness, title, badge with the number of open issues."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Chapters get a little more air."""
        del option
        return QSize(120, 28 if index.parent().isValid() else 36)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one section."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, theme = QRectF(option.rect), self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(theme.accent if focused else theme.line), 1 + focused) if chosen
                           else Qt.PenStyle.NoPen)  # fmt: skip
            painter.setBrush(QColor(theme.surface if chosen else theme.hover))
            painter.drawRoundedRect(box.adjusted(0.5, 1.5, -4.5, -1.5), 6, 6)
        progress: Progress = index.data(PROGRESS) or Progress()
        good = bool(index.data(CHECKED)) and not progress.errors
        self._ring(painter, QRectF(box.left() + 6, box.center().y() - 6, 12, 12), progress, good=good)
        right = self._badge(painter, box, progress)
        if index.data(MARKED):
            right -= 16
            draw_icon(painter, "flag", QRectF(right, box.center().y() - 6, 12, 12), theme.doubt)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if not index.parent().isValid() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent if chosen else theme.text))
        words = QRectF(box.left() + 26, box.top(), right - box.left() - 32, box.height())
        title = str(index.data() or "")
        painter.drawText(
            words, _LEFT, painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, int(words.width()))
        )
        painter.restore()

    def _ring(self, painter: QPainter, box: QRectF, progress: Progress, *, good: bool) -> None:
        """Draw how full a section is; a tick says that it is `good`, too: checked as it stands, without an error."""
        theme = self._theme
        if not progress.asked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.line))
            painter.drawEllipse(box.center(), 2, 2)
            return
        share = progress.filled / progress.asked
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.line), 2.4))
        painter.drawEllipse(box.adjusted(1.2, 1.2, -1.2, -1.2))
        if share >= 1 and good:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.good))
            painter.drawEllipse(box)
            painter.setPen(QPen(QColor(theme.surface), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            x, y = box.left(), box.top()
            painter.drawPolyline([QPointF(x + 3.2, y + 6.2), QPointF(x + 5.2, y + 8.3), QPointF(x + 8.8, y + 4)])
        elif share > 0:
            painter.setPen(QPen(QColor(theme.accent), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(box.adjusted(1.2, 1.2, -1.2, -1.2), 90 * 16, -round(share * 360 * 16))

    def _badge(self, painter: QPainter, box: QRectF, progress: Progress) -> float:
        """Draw the count and return where the title has to end."""
        count = progress.errors or progress.doubts
        if not count:
            return box.right() - 8
        theme = self._theme
        text = ("! " if progress.errors else "") + str(count)
        font = QFont(painter.font())
        font.setPixelSize(TINY)
        painter.setFont(font)
        width = max(20.0, painter.fontMetrics().horizontalAdvance(text) + 12.0)
        pill = QRectF(box.right() - width - 10, box.center().y() - 8, width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.error_soft if progress.errors else theme.doubt_soft))
        painter.drawRoundedRect(pill, 8, 8)
        painter.setPen(QColor(theme.error if progress.errors else theme.doubt))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return pill.left()


class _Filter(QSortFilterProxyModel):
    """By titles, their initials and departments, and where `only_marked` by follow-up marks; what stands above stays.

    Without words only the sections of `own` are shown, where there are such.
    """

    only_marked = False
    own: frozenset[str] | None = None

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802
        """Whether a section itself is meant."""
        index = self.sourceModel().index(row, 0, parent)
        mine = self.own is None or bool(self.filterRegularExpression().pattern()) or index.data(CODE) in self.own
        return super().filterAcceptsRow(row, parent) and mine and (not self.only_marked or bool(index.data(MARKED)))


class OutlinePanel(QWidget):
    """Choosing a section tells the desk; the desk's section is selected here.

    `all_wanted` says that whoever has sections of their own wants to see all of them, or no longer.
    """

    all_wanted = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = OutlineModel(desk)
        self._own: frozenset[str] | None = None
        self._proxy = _Filter(self)
        self._proxy.setSourceModel(self._model)
        self._proxy.setRecursiveFilteringEnabled(True)
        self._proxy.setFilterRole(SEARCH)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.filter = QLineEdit(self)
        self.filter.setObjectName("filter")
        self.filter.setClearButtonEnabled(True)
        self.marked = QToolButton(self)
        self.marked.setCheckable(True)
        self.marked.setAutoRaise(True)
        self.marked.setIcon(icon("flag", self._desk.theme.text2))
        self.scope = ScopeLine(self._desk.theme, self)
        self.tree = QTreeView(self)
        self.tree.setModel(self._proxy)
        self.tree.setItemDelegate(OutlineDelegate(self._desk.theme, self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setRootIsDecorated(False)
        self.tree.setMouseTracking(True)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 14, 4, 8)
        layout.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.filter, 1)
        head.addWidget(self.marked)
        layout.addLayout(head)
        layout.addWidget(self.scope)
        self.nothing = muted("", self._desk.theme, self)
        self.nothing.hide()
        layout.addWidget(self.nothing)
        layout.addWidget(self.tree, 1)
        self._name_things()

    def _name_things(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter sections"))
        self.filter.setAccessibleName(self.tr("Filter sections"))
        self.marked.setToolTip(self.tr("Only sections with follow-up marks"))
        self.marked.setAccessibleName(self.tr("Only sections with follow-up marks"))
        self.tree.setAccessibleName(self.tr("Outline of the report"))
        self.scope.retranslate()
        self.nothing.setText(self.tr("No section is called so or asks such a department. Ctrl+K finds the rest."))

    def _connect(self) -> None:
        desk = self._desk
        desk.report_changed.connect(self._load)
        desk.section_changed.connect(self._select)
        desk.language_changed.connect(self._on_language)
        desk.session.issues_changed.connect(self._refresh)
        self.filter.textChanged.connect(self._on_filter)
        self.filter.returnPressed.connect(self._into_tree)
        down = QShortcut(Qt.Key.Key_Down, self.filter, context=Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._into_tree)
        self.marked.toggled.connect(self._on_marked)
        self.scope.all_wanted.connect(self._on_scope)
        desk.session.saving.connect(self._on_change)
        desk.session.failed.connect(self._on_change)
        self.tree.selectionModel().currentChanged.connect(self._on_current)

    def _load(self) -> None:
        self._model.load()
        self.tree.expandAll()
        self._select()

    def _select(self) -> None:
        index = self._proxy.mapFromSource(self._model.find(self._desk.section_code))
        if index.isValid() and index != self.tree.currentIndex():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid() and current.data(CODE):
            self._desk.choose_section(current.data(CODE))

    def _on_filter(self, text: str) -> None:
        self._proxy.setFilterFixedString(text.strip())
        self.nothing.setVisible(bool(text.strip()) and not self._proxy.rowCount())
        self.tree.expandAll()
        if not text.strip():
            self._select()
            self.tree.scrollTo(self.tree.currentIndex())

    def _into_tree(self) -> None:
        """Go on in the tree with what was found: at the chosen section where it is among it, else at the first.

        What only holds something that was found is not meant.
        """
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        words, here = self.filter.text().strip().lower(), self.tree.currentIndex()
        found = [index for index in self._walk(QModelIndex()) if words in str(index.data(SEARCH)).lower()]
        if found and here not in found:
            self.tree.setCurrentIndex(found[0])

    def _walk(self, parent: QModelIndex) -> Iterator[QModelIndex]:
        for row in range(self._proxy.rowCount(parent)):
            index = self._proxy.index(row, 0, parent)
            yield index
            yield from self._walk(index)

    def _on_marked(self, only: bool) -> None:
        self._proxy.only_marked = only
        self._proxy.invalidate()
        self.tree.expandAll()
        self._select()

    # sections of one's own

    def offer_own(self, sections: frozenset[str] | None) -> None:
        """Show these sections alone, with a way to all and back; None: there are none of one's own."""
        known = {section.code for section in self._desk.outline.walk() if section.blocks}
        own = sections if sections and known - sections else None
        if own != self._own:
            self._own = own
            self.scope.setVisible(own is not None)
            self._narrow()

    def show_all(self, all_sections: bool) -> None:
        """Show all sections, also to whoever has some of their own."""
        self.scope.show_all(all_sections)
        self._narrow()

    def _on_scope(self, all_sections: bool) -> None:
        self.show_all(all_sections)
        self.all_wanted.emit(all_sections)

    def _narrow(self) -> None:
        self._proxy.own = None if self.scope.all_sections else self._own
        self._proxy.invalidate()
        self.tree.expandAll()
        self._select()

    def _on_change(self, subjects: frozenset[Subject], _: object = None) -> None:
        """A mark that comes or goes is seen at once, and that what is there now has not been checked."""
        self.tree.viewport().update()
        if any(isinstance(subject, FollowUpAt) for subject in subjects):
            self._refresh()

    def _refresh(self) -> None:
        self._model.refresh()
        if self.marked.isChecked():
            self._proxy.invalidate()

    def _on_language(self) -> None:
        self._name_things()
        self._model.refresh()
