"""A section's form, its page, or both: what the key for it shows, and printing what is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.window.actions import Actions
from desktop.window.form.section_form import SectionForm
from desktop.window.session.desk import Desk

if TYPE_CHECKING:
    from desktop.window.dialogs.print_page import PrintDialog
    from desktop.window.panels.page_pane import PagePane
    from desktop.window.settings import Settings

MODES = ("form", "both", "page")
_LEAST_FORM, _NARROW_FORM, _WIDE_FORM = 480, 520, 760
_BOTH_FIT, _ALL_FIT = 840, 1400  # pixels from which the panel stays beside the form, beside form and page
_LATER = 150  # milliseconds in which the form comes first


class Paging(QObject):
    """Puts the page between the form and the panel beside it. `told` carries a short sentence for the status line."""

    told = Signal(str)

    def __init__(self, desk: Desk, form: SectionForm, info: QWidget, actions: Actions) -> None:
        super().__init__(form)
        self._desk, self._form, self._info, self._actions = desk, form, info, actions
        self.mode = "form"
        self.pane: PagePane | None = None
        self.dialog: PrintDialog | None = None
        self._settings: Settings | None = None
        self._fitted = True
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._follow)
        actions.page_view.triggered.connect(self.cycle)
        actions.print_.triggered.connect(self.open_dialog)
        for signal in (desk.details_requested, desk.thread_requested, desk.contradictions_requested):
            signal.connect(self._show_info)
        for signal in (desk.jump_requested, desk.text_requested, desk.record_requested):
            signal.connect(self._show_form)
        desk.page_requested.connect(lambda: self.show_mode("both"))

    def begin(self, settings: Settings) -> None:
        """Show what was shown last, where nothing else was chosen since the window came."""
        self._settings = settings
        self._splitter().installEventFilter(self)
        self._make_room()
        if self.mode != "form":
            settings.sections_mode = self.mode
        elif settings.sections_mode in MODES:
            self.show_mode(settings.sections_mode)

    def cycle(self) -> None:
        """Go from the form to both, to the page, and back."""
        self.show_mode(MODES[(MODES.index(self.mode) + 1) % len(MODES)])

    def show_mode(self, mode: str) -> None:
        """Show the form, the page, or both; what is being typed is handed over before the form goes."""
        if mode == self.mode:
            return
        if mode == "page":
            self._form.flush()
        self.mode = mode
        if self._settings is not None:
            self._settings.sections_mode = mode
        if mode != "form" and self.pane is None:
            self._make_pane()
        self._arrange()
        self._later.start()

    def _make_pane(self) -> None:
        from desktop.window.panels.page_pane import PagePane

        splitter = self._splitter()
        self.pane = PagePane(self._desk, splitter)
        self.pane.print_wanted.connect(self.open_dialog)
        self.pane.told.connect(self.told)
        self.pane.widened.connect(self._arrange)
        splitter.insertWidget(1, self.pane)
        splitter.setStretchFactor(1, 1)

    def _splitter(self) -> QSplitter:
        splitter = self._form.parentWidget()
        assert isinstance(splitter, QSplitter)
        return splitter

    def _arrange(self) -> None:
        splitter, both = self._splitter(), self.mode == "both"
        self._form.setVisible(self.mode != "page")
        self._form.setMinimumWidth(_LEAST_FORM if both else 0)
        self._make_room()
        if self.pane is None:
            return
        self.pane.setVisible(self.mode != "form")
        if both:
            room = splitter.width() - (splitter.sizes()[-1] if self._info.isVisible() else 0)
            several = self.pane is not None and len(self.pane.shown_languages()) > 1
            form = _NARROW_FORM if several else max(_NARROW_FORM, min(_WIDE_FORM, room // 2))
            splitter.setSizes([form, room - form, splitter.width() - room])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the panel beside its place where the window grew, or take it."""
        if event.type() == QEvent.Type.Resize and self._fits() != self._fitted:
            self._make_room()
        return super().eventFilter(watched, event)

    def _fits(self) -> bool:
        """Whether there is room for the panel beside what is shown."""
        return self._splitter().width() >= (_BOTH_FIT if self.mode == "form" else _ALL_FIT)

    def _make_room(self) -> None:
        self._fitted = self._fits()
        self._info.setVisible(self._fitted)

    def _follow(self) -> None:
        if self.pane is not None:
            self.pane.activate(self.mode != "form")

    def _show_info(self) -> None:
        self._info.show()

    def _show_form(self) -> None:
        """A field that is gone to is seen."""
        if self.mode == "page":
            self.show_mode("both")

    def open_dialog(self) -> None:
        """Ask what is printed of what is looked at."""
        from desktop.window.dialogs.print_page import PrintDialog

        self._form.flush()
        if self._desk.report and self._desk.section is not None:
            self.dialog = PrintDialog(self._desk, self.pane, self._form.window())
            self.dialog.told.connect(self.told)
            self.dialog.open()

    def close(self) -> None:
        """End the work of the page."""
        self._later.stop()
        if self.pane is not None:
            self.pane.close_source()
        if self.dialog is not None:
            self.dialog.close_work()
