"""The state of a cell of the sheet: what its field says, and how its department's share of the report stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject

from desktop.window.fields.state_words import StateWords
from desktop.window.look.states import State, state_word
from desktop.window.session.desk import Desk
from schema.grammar.reference import Key
from schema.validation.shares import State as Handed
from schema.values.figures import Result

# What a reviewer or a department has said goes before that something is there, never before that something is wrong.
_PRESSING = ("failed", "saving", "conflict", "error")
_ITSELF = ("unchecked", "conflict", "estimated")  # their word says all
_QUIET = ("filled", "estimated", "omitted", "formula", "total")
_CONTRADICTION = "contradiction."
SHARED: tuple[Handed, ...] = ("returned", "submitted", "approved")


class CellStates(QObject):
    """One state per cell, the most urgent wins; `shares` are the states of what departments were asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._fields = desk, StateWords(desk)
        self.shares: Mapping[Key, Handed] = {}
        self.due: Mapping[Key, str] = {}
        self._today = ""

    def load(self, shares: Mapping[Key, Handed], due: Mapping[Key, str]) -> None:
        """Take how what departments were asked for stands, and until when (ISO date) what is open is asked for."""
        self.shares, self.due = shares, due
        self._today = datetime.now().astimezone().date().isoformat()

    def is_late(self, key: Key) -> bool:
        """Whether the day until which a value without an answer is asked for is over."""
        return key in self.due and self.due[key] < self._today

    def state(self, key: Key, result: Result) -> State:
        """Return a state of `StateWords`, of a share, "conflict", "late", "estimated"; "unchecked" before any check."""
        own, shared = self._own(key, result), self.shares.get(key)
        if own in _PRESSING:
            return own
        if shared == "returned":
            return "returned"
        if own == "empty" and self.is_late(key):
            return "late"
        if not self._desk.session.checked and own in _QUIET:
            return "unchecked"
        return shared if own in _QUIET and shared in SHARED else own

    def _own(self, key: Key, result: Result) -> State:
        """Return what the value itself says: of an error whether two statements contradict each other."""
        own = self._fields.state(key, result)
        if own == "error" and any(
            issue.severity == "error" and issue.code.startswith(_CONTRADICTION)
            for issue in self._desk.session.issues_at(key)
        ):
            return "conflict"
        return "estimated" if own == "filled" and result.point is not None and result.point.estimated else own

    def words(self, state: State, key: Key) -> str:
        """Return the state in words."""
        if state == "late":
            return f"{state_word(state)} · {self.due[key]}"
        return state_word(state) if state in _ITSELF or state in SHARED else self._fields.words(state, key)
