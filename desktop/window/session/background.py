"""Work off the UI thread: plain functions run one after another, results come back as calls on the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from shiboken6 import isValid

Then = Callable[[Any], None]
Done = Callable[[Exception | None], None]  # hears what stopped it, None where it is done


class Background(QObject):
    """One thread with a queue; it keeps the order in which work was given to it."""

    _done = Signal(object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._done.connect(self._deliver)
        self._is_closed = False

    def run(self, work: Callable[[], Any], then: Then, failed: Callable[[Exception], None]) -> None:
        """Run `work` on the thread, then call `then` with its result or `failed` with its exception here.

        What the last results still ask for while it is being closed is nobody's any more.
        """
        if self._is_closed:
            return
        self._executor.submit(self._work, work, then, failed)

    def _work(self, work: Callable[[], Any], then: Then, failed: Callable[[Exception], None]) -> None:
        try:
            result = work()
        except Exception as error:  # handed over, not swallowed: the caller decides
            self._done.emit(failed, error)
        else:
            self._done.emit(then, result)

    def _deliver(self, call: Then, value: object) -> None:
        if not _asker_is_gone(call):
            call(value)

    def wait(self) -> None:
        """Finish all work that was given so far and deliver its results."""
        self._executor.submit(lambda: None).result()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def close(self) -> None:
        """Finish all work that was given, deliver its results, and end the thread."""
        self._is_closed = True
        self._executor.shutdown(wait=True)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)


def _asker_is_gone(call: Callable[..., None]) -> bool:
    """Whether what a result is for was deleted meanwhile, as a view is that was made anew in another look."""
    call = call.func if isinstance(call, partial) else call
    held = [cell.cell_contents for cell in getattr(call, "__closure__", None) or ()]
    return any(isinstance(one, QObject) and not isValid(one) for one in (getattr(call, "__self__", None), *held))
