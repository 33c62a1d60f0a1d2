"""A thread that listens to what others do in the same database, and says where somebody is here."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any

from schema.errors import WorkspaceError
from schema.storage.postgres.messages import CHANNEL, heard, written
from schema.storage.postgres.server import Server
from schema.values.watching import Changed, Heard, Present

_WAIT = 0.5  # seconds without a message until what is to be said, or whether all is over, is looked at
_AGAIN = 3.0  # seconds until a lost connection is tried again


class Listening:
    """Listens from the moment it is made. After a lost connection it says that something was changed, as may be."""

    def __init__(self, server: Server, hear: Callable[[Heard], None]) -> None:
        self._server, self._hear = server, hear
        self._over = threading.Event()
        self._to_say: queue.SimpleQueue[Present] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._listen, name="annals-listening", daemon=True)
        self._thread.start()

    def say(self, present: Present) -> None:
        """Let the others hear where somebody is."""
        self._to_say.put(present)

    def stop(self) -> None:
        """Say what is left to say and end the thread."""
        self._over.set()
        self._thread.join(2 * _WAIT)

    def _listen(self) -> None:
        again = False
        while not self._over.is_set():
            try:
                with self._server.listening() as connection:
                    if again:
                        self._hear(Changed(""))
                    self._stay(connection)
            except WorkspaceError:
                again = True
                self._over.wait(_AGAIN)

    def _stay(self, connection: Any) -> None:
        connection.execute(f"LISTEN {CHANNEL}")
        while True:
            while not self._to_say.empty():
                message = written(self._to_say.get())
                connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, message))
            if self._over.is_set():
                return
            for notice in connection.notifies(timeout=_WAIT):
                if (known := heard(notice.payload)) is not None:
                    self._hear(known)
