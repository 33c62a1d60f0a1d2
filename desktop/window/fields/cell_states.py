"""The state of a cell of the sheet: what its field says, and how its department's share of the report stands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop.window.fields.state_words import StateWords
from desktop.window.look.states import State, state_word
from desktop.window.session.desk import Desk
from schema.grammar.reference import Key
from schema.validation.shares import State as Handed
from schema.values.figures import Result

# What a reviewer or a department has said goes before that something is there, never before that something is wrong.
_PRESSING = ("failed", "saving", "error")
_QUIET = ("filled", "omitted", "formula", "total")
SHARED: tuple[Handed, ...] = ("returned", "submitted", "approved")


class CellStates(QObject):
    """One state per cell, the most urgent wins; `shares` are the states of what departments were asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._fields = desk, StateWords(desk)
        self.shares: Mapping[Key, Handed] = {}

    def state(self, key: Key, result: Result) -> State:
        """Return a state of `StateWords`, "returned", "submitted", "approved", or "unchecked" before any check."""
        own, shared = self._fields.state(key, result), self.shares.get(key)
        if own in _PRESSING:
            return own
        if shared == "returned":
            return "returned"
        if not self._desk.session.checked and own in _QUIET:
            return "unchecked"
        return shared if own in _QUIET and shared in SHARED else own

    def words(self, state: State, key: Key) -> str:
        """Return the state in words."""
        return state_word(state) if state == "unchecked" or state in SHARED else self._fields.words(state, key)
