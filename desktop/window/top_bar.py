"""The bar over everything: report, year, search, undo, language, export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from desktop.window.actions import Actions
from desktop.window.look.chooser import Chooser
from desktop.window.look.company_mark import CompanyMark
from desktop.window.look.theme import Theme, style_sheet
from desktop.window.session.year_names import year_name

if TYPE_CHECKING:
    from desktop.window.workspace_view import WorkspaceView

_SHORT = {"zh-Hans": "简", "zh-Hant": "繁", "en": "EN"}
_YEARS = 6


class TopBar(QWidget):
    """Its choosers are empty until a workspace is open."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self._view: WorkspaceView | None = None
        self._build()
        self.follow(None)

    def _build(self) -> None:
        self.name, self.mark = QLabel(self), CompanyMark(Theme(), self)
        self.report, self.year = Chooser(Theme(), self), Chooser(Theme(), self)
        self.report.setMaximumWidth(330)
        self.year_words = QLabel(self)
        self.search = QLineEdit(self)
        self.search.setObjectName("search")
        self.search.setMaximumWidth(300)
        self.search.setMinimumWidth(140)
        self.export = QPushButton(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 14, 8)
        layout.setSpacing(6)
        layout.addWidget(self.name)
        layout.addSpacing(4)
        layout.addWidget(self.mark)
        layout.addWidget(self.report)
        layout.addSpacing(6)
        layout.addWidget(self.year_words)
        layout.addWidget(self.year)
        layout.addStretch(1)
        layout.addWidget(self.search, 2)
        for action in (self._actions.undo, self._actions.redo, self._actions.page_view):
            layout.addWidget(self._button(action))
        layout.addSpacing(4)
        self.languages = [self._language_button(code) for code in self._actions.languages]
        for button in self.languages:
            layout.addWidget(button)
        layout.addSpacing(6)
        layout.addWidget(self.export)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _language_button(self, code: str) -> QToolButton:
        """A button of its own, since the action's text is the language's whole name."""
        button, action = QToolButton(self), self._actions.languages[code]
        button.setText(_SHORT[code])
        button.setToolTip(action.text())
        button.setAccessibleName(action.text())
        button.setCheckable(True)
        button.setMinimumWidth(28)
        button.clicked.connect(action.trigger)
        action.toggled.connect(button.setChecked)
        return button

    def dress(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.mark.theme = self.report.theme = self.year.theme = theme
        self.setStyleSheet(style_sheet(theme))

    def _connect(self) -> None:
        self.report.activated.connect(self._on_report)
        self.year.activated.connect(self._on_year)
        self.export.clicked.connect(self._actions.export.trigger)

    def _on_report(self, place: int) -> None:
        if self._view is not None:
            self._view.choose_report(self.report.itemData(place))

    def _on_year(self, place: int) -> None:
        if self._view is not None:
            self._view.choose_period(self.year.itemData(place))

    def follow(self, view: WorkspaceView | None) -> None:
        """Show the choosers of an open workspace, or none."""
        self._view = view
        self._actions.enable(workspace=view is not None)
        for widget in (self.mark, self.report, self.year, self.year_words, self.search, self.export):
            widget.setVisible(view is not None)
        self.name.setVisible(view is None)
        if view is not None:
            self.mark.theme = self.report.theme = self.year.theme = view.desk.theme
            view.desk.report_changed.connect(self.refresh)
            view.desk.section_changed.connect(self._show_year)
            view.use_search(self.search)
        self.refresh()

    def refresh(self) -> None:
        """Fill the choosers in the present language."""
        if self._view is None or not self._view.desk.report:
            return
        desk = self._view.desk
        self.report.clear()
        outlines = desk.session.definitions.outlines.items()
        for code, outline in sorted(outlines, key=lambda one: (-one[1].year, one[0])):
            self.report.addItem(f"{year_name(desk, outline.year)}  {desk.words(outline.title)}", code)
        self.report.setCurrentIndex(self.report.findData(desk.report))
        self.year.clear()
        for year in range(desk.outline.year, desk.outline.year - _YEARS, -1):
            self.year.addItem(year_name(desk, year), year)
        self._show_year()

    def _show_year(self) -> None:
        if self._view is not None:
            self.year.setCurrentIndex(self.year.findData(self._view.desk.period))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.name.setText("<b>Annals</b>")
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setToolTip(self.tr("Report"))
        self.year.setAccessibleName(self.tr("Year that is filled in"))
        self.year.setToolTip(self.tr("Year that is filled in"))
        self.year_words.setText(self.tr("Year"))
        self.search.setPlaceholderText(self.tr("Go to or do … (Ctrl+K)"))
        self.search.setAccessibleName(self.tr("Go to or do"))
        self.export.setText(self.tr("Export"))
