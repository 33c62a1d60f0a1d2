"""What Annals remembers about a person's desk between two starts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop.work.visit import Visit
from schema.grammar.location import Location, location_of, whole

_RECENT = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Report, section and place (its code) that somebody looks at; each may be empty."""

    report: str = ""
    section: str = ""
    room: str = ""


class Settings:
    """Language, look, recent files, window place and the last section, kept in the QSettings that are passed in."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def language(self) -> str:
        """Return the chosen language, or an empty string when none was chosen yet."""
        return str(self._store.value("language", ""))

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def look(self) -> str:
        """Return "light" or "dark" where one was chosen, else "system"."""
        known = str(self._store.value("look", ""))
        return known if known in ("light", "dark") else "system"

    @look.setter
    def look(self, code: str) -> None:
        self._store.setValue("look", code)

    def recent(self) -> list[Location]:
        """Return the workspaces opened last, newest first: files that still exist, and databases."""
        value = self._store.value("recent", [])
        names = [value] if isinstance(value, str) else list(value or [])  # type: ignore[call-overload]
        return [place for place in map(location_of, names) if not isinstance(place, Path) or place.exists()]

    def remember(self, workspace: Location) -> None:
        """Put a workspace at the head of the recent ones; of a database its URL without a password."""
        others = [known for known in map(whole, self.recent()) if known != whole(workspace)]
        self._store.setValue("recent", [whole(workspace), *others][:_RECENT])

    def place(self, workspace: Location, who: str) -> Place:
        """Return where somebody was last in a workspace; what was kept before places were is anybody's."""
        text = self._store.value(_place_key(workspace, who), self._store.value(f"place/{_slug(workspace)}", ""))
        report, section, room = (*str(text).split("|"), "", "")[:3]
        return Place(report, section, room)

    def keep_place(self, workspace: Location, who: str, place: Place) -> None:
        """Remember where somebody was in a workspace."""
        self._store.setValue(_place_key(workspace, who), f"{place.report}|{place.section}|{place.room}")

    def sees_all(self, workspace: Location, who: str) -> bool:
        """Whether the outline shows all sections to somebody who has sections of their own."""
        return str(self._store.value(_all_key(workspace, who), "")) == "all"

    def keep_sees_all(self, workspace: Location, who: str, *, all_sections: bool) -> None:
        """Remember whether it does."""
        self._store.setValue(_all_key(workspace, who), "all" if all_sections else "own")

    def left(self, workspace: Location) -> str:
        """Return the digest of the newer definitions whose line was put away in a workspace."""
        return str(self._store.value(f"left/{_slug(workspace)}", ""))

    def leave(self, workspace: Location, source: str) -> None:
        """Remember that the line about these definitions was put away."""
        self._store.setValue(f"left/{_slug(workspace)}", source)

    def understood(self, workspace: Location) -> bool:
        """Whether somebody has put away what is said of a workspace's place."""
        return self._store.contains(f"place/{_slug(workspace)}")

    def understand(self, workspace: Location) -> None:
        """Remember that what is said of a workspace's place was put away."""
        self._store.setValue(f"place/{_slug(workspace)}", True)

    def person(self, workspace: Location) -> str | None:
        """Return who works on a workspace here: a name, empty for somebody who only reads; None where nobody said."""
        key = f"person/{_slug(workspace)}"
        return str(self._store.value(key)) if self._store.contains(key) else None

    def keep_person(self, workspace: Location, name: str) -> None:
        """Remember who works on a workspace here; empty for somebody who is not listed and only reads."""
        self._store.setValue(f"person/{_slug(workspace)}", name)

    def seen(self, workspace: Location, who: str, way: str) -> int:
        """Return up to which merge or import of a workspace somebody has looked; 0 where they never have."""
        text = str(self._store.value(_seen_key(workspace, who, way), ""))
        return int(text) if text.isdigit() else 0

    def keep_seen(self, workspace: Location, who: str, way: str, number: int) -> None:
        """Remember up to which merge or import of a workspace somebody has looked."""
        self._store.setValue(_seen_key(workspace, who, way), number)

    @property
    def sections_mode(self) -> str:
        """Return what is shown of a section: "form", "both" or "page"."""
        return str(self._store.value("sections_mode", "form"))

    @sections_mode.setter
    def sections_mode(self, mode: str) -> None:
        self._store.setValue("sections_mode", mode)

    def visit(self, workspace: Location, who: str, report: str) -> Visit | None:
        """Return when somebody looked at the overview of a report last; None where they never have."""
        number, _, rest = str(self._store.value(_visit_key(workspace, who, report), "")).partition("|")
        answered, _, at = rest.partition("|")
        return Visit(int(number), int(answered), at) if number.isdigit() and answered.isdigit() and at else None

    def keep_visit(self, workspace: Location, who: str, report: str, visit: Visit) -> None:
        """Remember when somebody looked at the overview of a report."""
        kept = f"{visit.number}|{visit.answered}|{visit.at}"
        self._store.setValue(_visit_key(workspace, who, report), kept)

    def share(self, share: str) -> Path | None:
        """Return where a share was kept when its pack was opened last; None for a share that never was."""
        path = str(self._store.value(f"share/{_digest(share)}", ""))
        return Path(path) if path else None

    def keep_share(self, share: str, workspace: Path) -> None:
        """Remember where a share is kept, so that the next pack of it finds its way."""
        self._store.setValue(f"share/{_digest(share)}", str(workspace.resolve()))

    def folder(self, purpose: str, workspace: Location | None = None) -> Path | None:
        """Return the folder that was chosen last for a purpose, of a workspace where one is named; None for none."""
        path = str(self._store.value(_folder_key(purpose, workspace), ""))
        return Path(path) if path else None

    def keep_folder(self, purpose: str, folder: Path, workspace: Location | None = None) -> None:
        """Remember the folder that was chosen for a purpose."""
        self._store.setValue(_folder_key(purpose, workspace), str(folder.resolve()))

    @property
    def geometry(self) -> QByteArray:
        """Return the window's last place on the screen."""
        value = self._store.value("geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)


def _place_key(workspace: Location, who: str) -> str:
    return f"place/{_slug(workspace)}/{_digest(who)}"


def _all_key(workspace: Location, who: str) -> str:
    return f"outline/{_slug(workspace)}/{_digest(who)}"


def _seen_key(workspace: Location, who: str, way: str) -> str:
    return f"seen/{_slug(workspace)}/{_digest(who)}/{way}"


def _visit_key(workspace: Location, who: str, report: str) -> str:
    return f"visit/{_slug(workspace)}/{_digest(who)}/{report}"


def _folder_key(purpose: str, workspace: Location | None) -> str:
    return f"folder/{purpose}/{_slug(workspace)}" if workspace else f"folder/{purpose}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _slug(workspace: Location) -> str:
    if isinstance(workspace, Path):
        return whole(workspace).replace("/", "_").replace("\\", "_")
    return f"database_{_digest(whole(workspace))}"
