"""Another look of an open workspace: its view is made anew, at the same place, over the same session and steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.window.actions import Actions
from desktop.window.form.cursor_place import enter_widget, widget_place
from desktop.window.look.theme import Theme
from desktop.window.rooms import SECTIONS
from desktop.window.session.desk import Desk
from desktop.window.workspace_view import WorkspaceView


def renew(old: WorkspaceView, theme: Theme, actions: Actions, take: Callable[[WorkspaceView], None]) -> None:
    """Put a view in another theme into the window with `take`; the old one goes.

    Made anew rather than painted over: whatever takes a colour when it is made is right by itself. What is being typed
    is handed over first.
    """
    focus = QApplication.focusWidget()
    cursor = old.form.cursor_place()
    place = widget_place(old, focus) if focus is not None and old.isAncestorOf(focus) else None
    _hand_over(old)
    desk = Desk(old.session, old.desk.language, theme)
    view = WorkspaceView(desk, actions, old.window(), old.commands)
    if old.desk.report:
        desk.choose_report(old.desk.report)
        desk.choose_period(old.desk.period)
        desk.choose_section(old.desk.section_code)
    take(view)
    _go_on(old, view)
    if cursor is not None:
        view.form.put_cursor(cursor)
    elif place is not None and old.rooms.room() == SECTIONS:
        enter_widget(view, place)
    old.setParent(None)  # else a window that is closed now would take it along after the session that it shows
    for gone in (old, old.desk):
        gone.deleteLater()


def _hand_over(old: WorkspaceView) -> None:
    QGuiApplication.inputMethod().commit()
    old.form.flush()
    old.rooms.commit()
    old.pictures.wait()
    old.proving.intake.wait()
    old.let_go()


def _go_on(old: WorkspaceView, view: WorkspaceView) -> None:
    """Lead to what was looked at in the old view, in the same place, with the panels as wide as they were."""
    for before, after in zip(old.splitters, view.splitters, strict=True):
        after.restoreState(before.saveState())
    room, desk = old.rooms.room(), old.desk
    if room != SECTIONS:
        view.rooms.show_room(room)
    if room == SECTIONS and desk.key is not None:
        view.desk.jump(desk.key)
    else:
        view.desk.look_at(desk.item, desk.about)
