"""An open workspace: outline, form, issues and details side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QSplitter, QVBoxLayout, QWidget

from desktop.window.actions import Actions
from desktop.window.ahead import Ahead
from desktop.window.allowing import Allowing
from desktop.window.answering import Answering
from desktop.window.beginning import Beginning
from desktop.window.coming_in import ComingIn
from desktop.window.finder import Finder
from desktop.window.form.section_form import SectionForm
from desktop.window.handing_in import HandingIn
from desktop.window.look.theme import style_sheet
from desktop.window.meeting import Meeting
from desktop.window.opening import Opened, Opener
from desktop.window.overviewing import Overviewing
from desktop.window.own_working import OwnWorking
from desktop.window.paging import Paging
from desktop.window.panels.detail_panel import DetailPanel
from desktop.window.panels.issue_panel import IssuePanel
from desktop.window.panels.outline_panel import OutlinePanel
from desktop.window.panels.reading_banner import ReadingBanner
from desktop.window.panels.status_line import StatusLine
from desktop.window.proving import Proving
from desktop.window.refused_typing import RefusedTyping
from desktop.window.requesting import Requesting
from desktop.window.rooms import SECTIONS, Rooms
from desktop.window.saving_anew import SavingAnew
from desktop.window.session.desk import Desk
from desktop.window.session.picture_intake import Pictures
from desktop.window.session.step_names import StepNames
from desktop.window.session.undo import Commands
from desktop.window.undoing import Undoing
from desktop.window.updating import Updating
from desktop.window.vouching import Vouching
from schema.errors import AnnalsError
from schema.values.datapoint import Restatement

if TYPE_CHECKING:
    from desktop.window.settings import Place, Settings

_LEAST_SIDE = 204  # pixels in which places can be read with their counts


class WorkspaceView(QWidget):
    """Arranges the parts and ties the actions to them."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget, commands: Commands | None = None) -> None:
        """Show a desk; the steps of `commands` that were done before in another look can be taken back here."""
        super().__init__(parent)
        self.session, self.desk = desk.session, desk
        self.session.setParent(self)
        name, here = StepNames(desk).of, lambda: self.rooms.room()
        self.commands = Commands(self.session, name, here) if commands is None else commands
        self.commands.stand_in(name, here)
        self.pictures, self._actions = Pictures(self.session, self.commands), actions
        self.finder: Finder | None = None
        self._trouble: AnnalsError | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self.desk.theme
        self.banner = ReadingBanner(self.desk, self)
        self.outline = OutlinePanel(self.desk, self)
        self.form = SectionForm(self.desk, self.commands, self.pictures, self)
        self.issues, self.details = IssuePanel(self.desk, self), DetailPanel(self.desk, self.commands, self)
        info = QSplitter(Qt.Orientation.Vertical, self)
        info.setObjectName("infoPanel")
        self.rooms = Rooms(self.desk, self.commands, self._actions, self)
        self.beginning, self.ahead = Beginning(self.desk, self.rooms), Ahead(self.desk, self)
        self.own_working = OwnWorking(self.desk, self.rooms, self.outline, self.form.flush)
        self.side = QWidget(self)
        self.side.setObjectName("sidePanel")
        self.side.setMinimumWidth(_LEAST_SIDE)
        for panel in (info, self.side):
            panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            panel.setStyleSheet(style_sheet(theme))
        self.form.verticalScrollBar().setStyleSheet(style_sheet(theme))
        info.addWidget(self.issues)
        info.addWidget(self.details)
        info.setSizes([250, 420])
        splitter = self._lay_side_by_side(info)
        self.updating = Updating(self.desk, self.commands, self.form.flush, self)
        self.handing_in = HandingIn(self.desk, self.commands, self.form.flush, self)
        self.proving = Proving(self.desk, self.commands, self.form, self)
        self.coming_in = ComingIn(self.desk, self.commands, self.form.flush, self)
        self.status = StatusLine(self.desk, self)
        self.status.setStyleSheet(style_sheet(theme))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.banner, self.updating.line, self.handing_in.bar, splitter, self.status):
            layout.addWidget(widget)
        layout.setStretchFactor(splitter, 1)

    def _lay_side_by_side(self, info: QSplitter) -> QSplitter:
        """Return the places and the outline, and beside them the room of the chosen place."""
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rooms.bar)
        column.addWidget(self.outline, 1)
        sections, whole = QSplitter(self.rooms), QSplitter(self)
        for splitter, parts, sizes in (
            (sections, (self.form, info), [776, 268]),
            (whole, (self.side, self.rooms), [236, 1044]),
        ):
            splitter.setHandleWidth(1)
            for widget in parts:
                splitter.addWidget(widget)
                splitter.setStretchFactor(splitter.count() - 1, int(widget in (self.form, self.rooms)))
            splitter.setSizes(sizes)
        self.rooms.addWidget(sections)
        self.paging = Paging(self.desk, self.form, info, self._actions)
        self.splitters = (sections, whole, info)
        return whole

    def _connect(self) -> None:
        actions = self._actions
        # Bound methods of this view: they go when it goes, while the actions stay.
        for action, act in (
            (actions.export, self._export),
            (actions.next_year, self._next_year),
            (actions.coverage, self._coverage),
            (actions.assumed, self._confirm_definitions),
            (actions.newer, self.updating.open_dialog),
            (actions.import_, self.coming_in.open_import),
            (actions.previous, self._previous),
            (actions.next, self._next),
            (actions.contradictions, self.desk.contradictions_requested),
            (actions.people, self._people),
            (actions.ask, self.rooms.ask),
            (actions.hand_in, self.handing_in.open_dialog),
            (actions.send, self.rooms.send),
            (actions.pass_on, self.rooms.pass_on),
            (actions.evidence, self.proving.show_here),
            (actions.making, self.proving.make_here),
            (actions.question, self.details.go_to_thread),
            (actions.follow_up, self.proving.mark_here),
            (actions.answers, self.coming_in.open_merge),
        ):
            action.triggered.connect(act)
        self._follow()

    def _follow(self) -> None:
        """Tie the parts to each other."""
        actions = self._actions
        self.undoing = Undoing(self.desk, self.commands, self.form, self.rooms, self)
        self.undoing.follow(actions)
        self.saving_anew = SavingAnew(self.desk, self.banner, actions, self.finish, self)
        self.vouching = Vouching(self.desk, self.commands, actions, self.form.flush, self)
        tellers = (self.form, self.updating, self.proving, self.coming_in.merging, self.rooms, self.paging)
        for teller in (*tellers, self.vouching, self.saving_anew, RefusedTyping(self.session, self)):
            teller.told.connect(self.status.tell)
        actions.refused.connect(self.status.tell)
        self.rooms.summed.connect(self.status.show_sum)
        self.desk.details_requested.connect(self.details.browser.setFocus)
        self.desk.restate_requested.connect(self._restate)
        self.answering = Answering(self.desk, self.commands, self.form.flush, self)
        self.requesting = Requesting(self.desk, self.commands, self.form.flush, self)
        self.overviewing = Overviewing(self.desk, self.rooms, self.requesting, actions)
        self.rooms.flush, self.rooms.change = self.form.flush, self.commands.change
        self.rooms.made = partial(self.requesting.follow, who=actions.person.trigger)
        self.rooms.make_came_in = self.coming_in.make_page
        self.coming_in.counted.connect(self.rooms.tell_arrived)
        for passing in (self.handing_in, self.own_working):
            passing.pass_wanted.connect(self.requesting.pass_on)
        self.own_working.follow(actions, self.handing_in)
        self.rooms.follow(self.outline)
        self.rooms.going.owner_wanted.connect(self.requesting.change_owner)
        self.status.checks.clicked.connect(actions.issues.trigger)
        self.allowing = Allowing(self.desk, actions, self)
        self.meeting = Meeting(self.desk, self.status, self)
        self.desk.language_changed.connect(self._show_banner)

    def start(self, place: Place) -> None:
        """Show the place that was left last, else the newest report's first section."""
        if place.report in self.session.definitions.outlines:
            self.desk.choose_report(place.report)
        else:
            self.desk.choose_newest()
        if self.desk.report and any(s.code == place.section for s in self.desk.outline.walk()):
            self.desk.choose_section(place.section)
        self.beginning.start(place.room)
        self._show_banner()

    def take(self, opened: Opened) -> None:
        """Follow the workspace that is now open: what differs from the first look is shown anew."""
        self._trouble = opened.trouble
        if not opened.seen:
            self.session.renew(opened.workspace.definitions, opened.snapshot)
        if opened.trouble is not None:
            self.session.writable = False
        if not opened.seen or opened.trouble is not None:
            self.form.rebuild()
        self._show_banner()
        self.status.refresh()
        self.allowing.refresh()

    def _show_banner(self) -> None:
        self.banner.show_trouble(self._trouble)

    def begin(self, settings: Settings, opener: Opener) -> None:
        """Take what is remembered of this person, once the workspace is open, and look for what is wrong in it."""
        self.updating.left.connect(partial(settings.leave, self.session.path))
        self.updating.begin(opener, settings.left(self.session.path))
        remembering = (self.banner, self.handing_in.own, self.requesting, self.coming_in, self.paging)
        for part in (*remembering, self.overviewing, self.own_working):
            part.begin(settings)
        self.beginning.show()
        if self.rooms.room() == SECTIONS and not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.outline.tree.setFocus()  # what the next key is about
        self.meeting.begin()
        self.session.check_all()

    def use_search(self, field: QLineEdit) -> None:
        """Let the bar's field find here."""
        self.finder = Finder(self.desk, self._actions, field, self.rooms, self.outline)

    def choose_report(self, report: str) -> None:
        """Show another report; what is being typed is handed over first."""
        self.form.flush()
        self.desk.choose_report(report)

    def choose_period(self, period: int) -> None:
        """Fill in another year."""
        self.form.flush()
        self.desk.choose_period(period)

    # actions

    def _previous(self) -> None:
        self._go(-1)

    def _next(self) -> None:
        self._go(1)

    def _go(self, step: int) -> None:
        codes = [section.code for section in self.desk.outline.walk()]
        place = codes.index(self.desk.section_code) + step
        if 0 <= place < len(codes):
            self.desk.choose_section(codes[place])

    def _export(self) -> None:
        from desktop.window.dialogs.export import ExportDialog

        self.form.flush()
        self.export_dialog = ExportDialog(self.desk, self)
        self.export_dialog.place_wanted.connect(self.issues.show_place)
        self.export_dialog.open()

    def _restate(self, stated: Restatement) -> None:
        from desktop.window.dialogs.restate import RestateDialog

        self.form.flush()
        self.restate_dialog = RestateDialog(self.desk, self.commands, stated, self)
        self.restate_dialog.open()

    def _next_year(self) -> None:
        from desktop.window.dialogs.next_year import NextYearDialog

        self.form.flush()
        self.next_year_dialog = NextYearDialog(self.desk, self)
        self.next_year_dialog.begun.connect(self.choose_report)
        self.next_year_dialog.open()

    def _coverage(self) -> None:
        from desktop.window.dialogs.coverage import CoverageDialog

        self.form.flush()
        self.coverage_dialog = CoverageDialog(self.desk, self)
        self.coverage_dialog.open()

    def _people(self) -> None:
        self.requesting.keep_people(self._actions.person.trigger)

    def _confirm_definitions(self) -> None:
        from desktop.window.dialogs.assumed_definitions import AssumedDefinitionsDialog

        self.form.flush()
        self.definitions_dialog = AssumedDefinitionsDialog(self.desk, self.commands, self)
        self.definitions_dialog.open()

    def finish(self) -> bool:
        """Hand over what is being typed, wait for every write, and tell whether all is durable."""
        self.form.flush()
        self.rooms.commit()
        self.pictures.wait()  # a picture that was chosen is still put in its place
        self.proving.intake.wait()
        self.session.settle()
        return self.session.unsaved() == 0

    def close_session(self) -> None:
        """Let go of the actions and close the workspace."""
        self.commands.clear()
        self.let_go()
        self.desk.pages.close()
        self.session.close()

    def let_go(self) -> None:
        """End what works for this view alone; the session goes on."""
        self.meeting.close()
        if self.finder is not None:
            self.finder.close()
        self.rooms.let_go()
        for part in (self.paging, self.updating, self.handing_in):
            part.close()
        self.own_working.close()
        self.coming_in.close()
        self.vouching.close()
        self.pictures.close()
        self.proving.intake.close()
