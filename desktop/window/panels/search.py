"""Search over metrics, sections and texts by any of their names, codes and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop.window.session.desk import Desk
from schema.catalogue.section_content import section_keys
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.values.subject import TextAt

Index = QModelIndex | QPersistentModelIndex
FOUND = int(Qt.ItemDataRole.UserRole) + 1
WORDS = int(Qt.ItemDataRole.UserRole) + 2
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place to go to: a value, a section, or a slot of a section."""

    title: str
    words: str
    section: str
    key: Key | None = None
    slot: str = ""


def _all_words(words: Words) -> str:
    return " ".join((words.zh_hans, words.zh_hant, words.en))


def hits(desk: Desk) -> Iterator[Hit]:
    """Return everything of the chosen report that can be gone to, in the outline's order."""
    metrics = desk.catalogue.metrics
    seen: set[str] = set()
    for section in desk.outline.walk():
        title = desk.words(section.title)
        yield Hit(f"§ {title}", f"{_all_words(section.title)} {section.code}", section.code)
        for key in section_keys(section, desk.catalogue, desk.outline.year):
            metric = metrics[key.metric]
            if key.metric not in seen:
                seen.add(key.metric)
                searched = f"{_all_words(metric.name)} {metric.code} {metric.unit}"
                yield Hit(f"{desk.words(metric.name)}  ·  {title}", searched, section.code, key)
        for block in section.blocks:
            slot = getattr(block, "slot", "")
            text = desk.session.text(TextAt(desk.report, slot, desk.outline.language)).text if slot else ""
            if text:
                yield Hit(f"“{' '.join(text.split())[:24]}…”  ·  {title}", text, section.code, slot=slot)


class HitModel(QAbstractListModel):
    """Hits as Qt wants them."""

    def __init__(self, found: list[Hit], parent: QObject) -> None:
        super().__init__(parent)
        self._hits = found

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return title, searched words, or the hit."""
        hit = self._hits[index.row()]
        return {_DISPLAY: hit.title, WORDS: hit.words, FOUND: hit}.get(role)


class HitCompleter(QCompleter):
    """Matches the searched words; what was typed stays in the field."""

    def pathFromIndex(self, index: Index) -> str:  # noqa: N802
        """Return what the field shows when a line is chosen."""
        return str(index.data(_DISPLAY))


class Search(QObject):
    """Fills the list when the field gets the focus; choosing a line goes there."""

    def __init__(self, desk: Desk, field: QLineEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._field = desk, field
        self._completer = HitCompleter(self)
        self._completer.setCompletionRole(WORDS)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(12)
        self._field.setCompleter(self._completer)
        self._completer.activated[QModelIndex].connect(self._go)  # type: ignore[index]  (stubs know no overloads)
        self._field.textEdited.connect(self._fill)
        self._stale = True
        for signal in (desk.report_changed, desk.language_changed, desk.session.texts_changed):
            signal.connect(self._forget)

    def _forget(self) -> None:
        self._stale = True

    def _fill(self) -> None:
        if self._stale:
            self._stale = False
            self._completer.setModel(HitModel(list(hits(self._desk)), self))

    def _go(self, index: QModelIndex) -> None:
        hit: Hit = index.data(FOUND)
        self._field.clear()
        if hit.key is not None:
            self._desk.jump(Key(hit.key.metric, self._desk.period, hit.key.entity, hit.key.category))
            return
        if hit.slot:
            self._desk.jump_to_text(hit.slot)
        else:
            self._desk.choose_section(hit.section)
