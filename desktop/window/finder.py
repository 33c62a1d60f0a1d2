"""Going to and doing by words: the bar's field with its list (Ctrl+K), and the filter of the place at hand (Ctrl+F)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from desktop.window.actions import Actions, without_key
from desktop.window.deeds import MENUS, Deed
from desktop.window.look.i18n import LANGUAGES
from desktop.window.panels.outline_panel import OutlinePanel
from desktop.window.rooms import ROOMS, SECTIONS, SHEET, Rooms
from desktop.window.session.desk import Desk
from desktop.window.session.year_names import year_name
from desktop.work.initials import initials

if TYPE_CHECKING:
    from desktop.window.pages.sheet_page import SheetPage
    from desktop.window.panels.palette import Palette
    from desktop.work.palette import Kind, Target

_HERE = ("palette", "find")  # what this is itself


@runtime_checkable
class Filtered(Protocol):
    """A place whose rows can be narrowed by words."""

    def filter_field(self) -> QLineEdit:
        """Return the field that the words are typed into."""
        ...


class Finder(QObject):
    """Lets the field of the bar find in an open workspace; goes with its view."""

    def __init__(self, desk: Desk, actions: Actions, field: QLineEdit, rooms: Rooms, outline: OutlinePanel) -> None:
        super().__init__(rooms)
        self._desk, self._actions, self._field = desk, actions, field
        self._rooms, self._outline = rooms, outline
        self._before: QWidget | None = None
        self.palette: Palette | None = None
        field.installEventFilter(self)
        field.textEdited.connect(self._open)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._remember)
        actions.palette.triggered.connect(self._begin)
        actions.find.triggered.connect(self._filter_here)

    def close(self) -> None:
        """Take the list from the window."""
        if self.palette is not None:
            self.palette.close_here(back=False)
            self.palette.deleteLater()
            self.palette = None

    def _remember(self, left: QWidget | None, reached: QWidget | None) -> None:
        if reached is self._field and left is not None:
            self._before = left

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open with a click into the field, and with Down."""
        down = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        if (down and (self.palette is None or self.palette.isHidden())) or event.type() == QEvent.Type.MouseButtonPress:
            self._open()
            return down
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._open()

    def _open(self) -> None:
        if self.palette is None:
            from desktop.window.panels.palette import Palette  # deferred: nobody searches at the first look

            drawings = {room.code: room.drawing for room in ROOMS}
            self.palette = Palette(self._desk.theme, self._field, drawings, self._targets)
            self.palette.chosen.connect(self._take)
            self.palette.listed.connect(self._show_listed)
            self.palette.left.connect(self._go_back)
        if self.palette.isHidden():
            self.palette.open_here()

    def _filter_here(self) -> None:
        """Go to the filter of the place that is shown; to the list of everything where it has none."""
        page = self._rooms.currentWidget()
        field = self._outline.filter if self._rooms.room() == SECTIONS else None
        if isinstance(page, Filtered):
            field = page.filter_field()
        if field is None or not field.isVisible():
            self._begin()
            return
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _go_back(self) -> None:
        """Give the focus back to where it was, with nothing left in the field."""
        self._field.clear()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._field.clearFocus()

    # what there is

    def _targets(self, wide: bool) -> Sequence[Target]:
        from desktop.work.palette import report_targets

        desk, outlines = self._desk, self._desk.session.definitions.outlines
        made = [*self._places_and_actions(), *self._reports()]
        for report in outlines if wide else (desk.report,):
            outline = outlines[report]
            found = report_targets(desk.catalogue, outline, lambda slot, at=report: self._text(at, slot), desk.language)
            title = desk.words(outline.title)
            made += found if report == desk.report else (replace(one, note=title) for one in found)
        return made

    def _text(self, report: str, slot: str) -> str:
        from schema.values.subject import TextAt

        language = self._desk.session.definitions.outlines[report].language
        return self._desk.session.text(TextAt(report, slot, language)).text

    def _reports(self) -> Iterator[Target]:
        from desktop.work.palette import Target

        desk = self._desk
        for code, outline in desk.session.definitions.outlines.items():
            if code != desk.report:
                title = desk.words(outline.title)
                other = " ".join((outline.title.zh_hans, outline.title.zh_hant, outline.title.en, code))
                letters = initials(outline.title.zh_hans or title)
                yield Target("report", code, title, year_name(desk, outline.year), other.casefold(), letters, code)

    def _places_and_actions(self) -> Iterator[Target]:
        places = {room.code for room in ROOMS}
        bar = self._rooms.bar
        for menu, groups in MENUS:
            menu_words = without_key(QCoreApplication.translate("Menus", str(menu)))
            for deed in (deed for group in groups for deed in group if deed.name not in _HERE):
                if deed.name not in places:
                    yield self._action(self._actions.of(deed.name), "action", f"{menu_words} {deed.words}", deed)
                elif not bar.buttons[deed.name].isHidden():
                    yield self._action(self._actions.of(deed.name), "place", str(deed.words), deed)
        for code, action in (*self._actions.looks.items(), *self._actions.languages.items()):
            if not action.isChecked():
                yield self._action(action, "action", f"{code} {LANGUAGES.get(code, '')}")

    def _action(self, action: QAction, kind: Kind, other: str, deed: Deed | None = None) -> Target:
        from desktop.work.palette import Target

        name = without_key(action.text().partition("\t")[0])
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) or (deed.sheet if deed else "")
        searched, why = without_key(other).casefold(), "" if action.isEnabled() else self._why(action)
        return Target(kind, action.objectName(), name, key, searched, initials(name), why=why)

    def _why(self, action: QAction) -> str:
        """Return why an action is greyed."""
        known = {"undo": self.tr("There is nothing to undo"), "redo": self.tr("There is nothing to redo")}
        return known.get(action.objectName()) or action.statusTip() or self.tr("Not possible here now")

    # going and doing

    def _take(self, target: Target) -> None:
        self._go_back()
        match target.kind:
            case "place" | "action":
                chosen = (*self._actions.looks.values(), *self._actions.languages.values())
                extra = {action.objectName(): action for action in chosen}
                (extra.get(target.code) or self._actions.of(target.code)).trigger()
            case "report":
                self._rooms.flush()
                self._desk.choose_report(target.code)
            case "section" | "value" | "text":
                self._rooms.flush()
                self._show(target)
                if target.kind == "section":
                    self._outline.tree.setFocus()

    def _show(self, target: Target) -> None:
        """Bring a section, value or text on the screen, in the report where it was found."""
        from desktop.window.session.places import show_place
        from schema.validation.issue import OutlineAt
        from schema.values.subject import TextAt

        desk = self._desk
        if target.key is not None:
            here = target.report == desk.report
            show_place(desk, replace(target.key, period=desk.period) if here else target.key, target.report)
        elif target.kind == "text":
            language = desk.session.definitions.outlines[target.report].language
            show_place(desk, TextAt(target.report, target.code, language), target.report)
        else:
            show_place(desk, OutlineAt(target.report, target.code), target.report)

    def _show_listed(self, words: str) -> None:
        """Show the values that fit the words as a sheet."""
        from desktop.work.sheet.choice import Choice

        self._go_back()
        page = self._rooms.show_room(SHEET)
        if page is not None:
            cast("SheetPage", page).tools.turn_to(Choice(search=words))
