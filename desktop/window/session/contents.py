"""The bytes of attachments: what is not stored yet comes from memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop.window.session.background import Background
from schema.values.changes import Change
from schema.values.kept_things import Subject
from schema.values.subject import AttachmentAt


class Contents:
    """`stored` reads an attachment's bytes by its hash from the open workspace."""

    def __init__(self, stored: Callable[[str], bytes], store: Background) -> None:
        self._stored, self._store = stored, store
        self._unsaved: dict[str, bytes] = {}

    def take(self, changes: Iterable[Change]) -> None:
        """Remember what comes in until it is stored."""
        self._unsaved |= {c.subject.hash: c.content for c in changes if isinstance(c.subject, AttachmentAt)}

    def are_stored(self, subjects: Iterable[Subject]) -> None:
        """Forget what is stored."""
        for subject in subjects:
            if isinstance(subject, AttachmentAt):
                self._unsaved.pop(subject.hash, None)

    def read(self, name: str) -> bytes:
        """Read an attachment's bytes by its hash. For worker threads. Raises WorkspaceError."""
        content = self._unsaved.get(name)
        return content if content is not None else self._stored(name)

    def ask(self, name: str, then: Callable[[bytes], None]) -> None:
        """Read an attachment's bytes off the UI thread; nothing where they cannot be read."""
        self._store.run(lambda: self.read(name), then, lambda _: then(b""))
