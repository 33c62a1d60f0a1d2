"""A hand at the window of this process, and a clock on its thread: how long each act keeps it from answering."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings
from PySide6.QtWidgets import QApplication

from desktop.window.application import make_application, make_window
from desktop.window.settings import Settings
from desktop.window.workspace_view import WorkspaceView

ROOT = Path(__file__).parents[2]
_QUIET, _LONGEST = 0.3, 300.0  # seconds without anything to do; until something has to have come

Spent = tuple[float, float]  # by the wall clock, and of the processor on the window's thread


@dataclass(frozen=True, slots=True)
class Blocked:
    """The longest stretch of an act in which the window could not answer, and all stretches together, in seconds."""

    longest: Spent
    whole: Spent


class Hand:
    """Opens one window; `do` acts as a user does and follows everything that the act leads to, turn by turn.

    A turn is what the window does between two looks at what the user has done. What runs on other threads is not
    counted in seconds of the processor; by the wall clock it is.
    """

    def __init__(self, folder: Path, who: str = "bench", size: tuple[int, int] = (1440, 900)) -> None:
        self.application: QApplication = make_application()
        settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        self.window = make_window(settings, "zh-Hans", ROOT / "resources", who)
        self.window.resize(*size)
        self._turns: list[Spent] = []

    @property
    def view(self) -> WorkspaceView:
        """The view of the open workspace."""
        assert self.window.view is not None
        return self.window.view

    def open(self, path: Path) -> Blocked:
        """Open a workspace and wait until it is checked."""
        self.window.show()
        self.rest()
        return self.do(lambda: self.window.open_path(path), self.is_checked)

    def is_checked(self) -> bool:
        """Whether what stands in the workspace now is durable and checked."""
        view = self.window.view
        return view is not None and view.session.workspace is not None and self.is_settled()

    def is_settled(self) -> bool:
        """Whether nothing is on its way to the store, or to be checked."""
        return not self.view.session.unsaved() and self.view.session.up_to_date

    def do(self, act: Callable[[], object], ready: Callable[[], bool] = lambda: True) -> Blocked:
        """Act, and follow until `ready` and nothing has happened for a while."""
        self._turns = []
        self.turn(act)
        self.until(ready)
        self.rest()
        walls, worked = ([turn[place] for turn in self._turns] for place in (0, 1))
        return Blocked((max(walls), max(worked)), (sum(walls), sum(worked)))

    def rest(self) -> None:
        """Follow until nothing has happened for a while."""
        quiet = time.perf_counter() + _QUIET
        while time.perf_counter() < quiet:
            if self.turn(self._look)[1] > 0.002:
                quiet = time.perf_counter() + _QUIET

    def until(self, ready: Callable[[], bool]) -> None:
        """Follow until something has come."""
        end = time.perf_counter() + _LONGEST
        while not ready():
            assert time.perf_counter() < end, "what was waited for did not come"
            self.turn(self._look)

    def _look(self) -> None:
        self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    def turn(self, act: Callable[[], object]) -> Spent:
        """Let the window do something, and keep how long it took."""
        wall, worked = time.perf_counter(), time.thread_time()
        act()
        spent = time.perf_counter() - wall, time.thread_time() - worked
        self._turns.append(spent)
        time.sleep(0.001)  # waiting takes no time of the processor
        return spent

    def close(self) -> None:
        """Close the window; the workspace is closed with it."""
        self.window.close()
