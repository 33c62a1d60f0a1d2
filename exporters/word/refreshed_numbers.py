"""Linked numbers of an edited draft brought up to date in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from exporters.assembly.today import Lost, Today, TodaysNumbers
from exporters.word.control_words import Typing, fold_copies, put, typing_of
from exporters.word.controls import bind, content_of, controls, is_struck, shown, unbind
from exporters.word.edited_draft import EditedDraft
from exporters.word.edition_part import renew_printed
from exporters.word.no_breaks import NO_BREAK
from exporters.word.value_store import VALUES, StoredValue, renew_store
from exporters.word.word_xml import Piece, W, paragraph_of, pieces, splice, words_of, write


@dataclass(frozen=True, slots=True)
class Updated:
    """A number that says something else now."""

    ref: str
    format: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edited:
    """A number that a person typed over inside its control, and what it is now."""

    ref: str
    typed: str
    now: str


@dataclass(frozen=True, slots=True)
class Orphan:
    """A linked number that the workspace does not know, or no longer."""

    ref: str
    text: str
    reason: Lost


@dataclass(frozen=True, slots=True)
class UnitLeft:
    """A control beside which people wrote other words than the unit that was printed there: today's does not fit."""

    control: Any
    ref: str
    unit: str


@dataclass(slots=True)
class NumbersDone:
    """What became of the linked numbers."""

    updated: list[Updated] = field(default_factory=list[Updated])
    unchanged: int = 0
    edited: list[Edited] = field(default_factory=list[Edited])
    orphans: list[Orphan] = field(default_factory=list[Orphan])
    units: list[UnitLeft] = field(default_factory=list["UnitLeft"])


@dataclass(frozen=True, slots=True)
class _Number:
    """One key: what was printed, what is stored, what it is today."""

    key: str
    printed: str
    stored: StoredValue | None
    now: Today

    @property
    def expected(self) -> tuple[str, ...]:
        """What may stand in its controls without anybody having typed there."""
        return tuple(dict.fromkeys(text for text in (self.printed, self.now.text) if text))


class NumberRefresh:
    """One refresh of one draft's numbers."""

    def __init__(self, draft: EditedDraft, today: TodaysNumbers, *, keep_typed: bool = False) -> None:
        self._draft, self._today, self._keep = draft, today, keep_typed
        self.done = NumbersDone()
        self._numbers: dict[str, _Number | None] = {}
        self._shown: set[str] = set()
        self._changed: set[str] = set()

    def run(self) -> NumbersDone:
        """Change the draft's parts; each control is read, and written only where it says something else."""
        for part in self._draft.parts.with_words():
            root = self._draft.parts.xml(part)
            touched = [self._refresh(control, key) for control, key in list(controls(root))]
            if any(touched):
                self._draft.parts.changed(part)
        for number in self._numbers.values():
            if number is not None and number.key in self._shown:
                self._told(number)
        self._renew_stores()
        return self.done

    def _told(self, number: _Number) -> None:
        if number.key in self._changed or number.printed != number.now.text:
            before = number.printed or (number.stored.text if number.stored else "")
            if before != number.now.text:
                now = number.now
                self.done.updated.append(Updated(now.ref, now.format, before, now.text))
                return
        self.done.unchanged += 1

    def _refresh(self, control: Any, key: str) -> bool:
        """Bring one control up to date; whether anything in it, or beside it, is different now."""
        if control.getparent() is None or content_of(control) is None:
            return False  # a copy that was folded, a control without words
        number = self._number(key)
        if number is None:
            self._orphan(control, key)
            return False
        if is_struck(control):
            return _restrike(control, number)
        self._shown.add(key)
        folded = fold_copies(control, key)
        typing = typing_of(control, number.expected)
        if typing.over:
            self._note(Edited(number.now.ref, typing.words, number.now.text))
            if self._keep:
                unbind(control)
                return True
        return self._write(control, number, typing) or folded

    def _write(self, control: Any, number: _Number, typing: Typing) -> bool:
        text, old = number.now.text, typing.words[typing.start : typing.end]
        bound = _is_bound(control)
        bind(control, number.key, (VALUES.namespace, VALUES.item))
        if old == text and not typing.added:
            return not bound
        if old != text:
            self._changed.add(number.key)
        put(control, typing, text, old)
        self._follow(control, number)
        return True

    def _follow(self, control: Any, number: _Number) -> None:
        """Let scale word and unit beside a number go with it where they stand as they were printed."""
        if number.stored is None or not number.stored.raw or not number.now.raw:
            return
        old = self._today.around(number.now.ref, number.now.format, number.stored.raw)
        new = self._today.around(number.now.ref, number.now.format, number.now.raw)
        if old != new and not _beside(control, old, new):
            now = number.now
            if not _in_row(control, number.stored.unit, now.unit):
                self.done.units.append(UnitLeft(control, now.ref, now.unit))

    def _number(self, key: str) -> _Number | None:
        if key not in self._numbers:
            stored = self._draft.values.get(key)
            now = self._today.of(key, stored.ref if stored else "", stored.format if stored else "")
            printed = self._draft.printed(key).text
            self._numbers[key] = _Number(key, printed, stored, now) if isinstance(now, Today) else None
        return self._numbers[key]

    def _orphan(self, control: Any, key: str) -> None:
        stored = self._draft.values.get(key)
        ref, form = (stored.ref, stored.format) if stored else ("", "")
        reason = self._today.of(key, ref, form)
        assert not isinstance(reason, Today)
        orphan = Orphan(ref, shown(control), reason)
        if orphan not in self.done.orphans:
            self.done.orphans.append(orphan)

    def _note(self, edited: Edited) -> None:
        if edited not in self.done.edited:  # Word lets all controls of a value say what was typed into one
            self.done.edited.append(edited)

    def _renew_stores(self) -> None:
        draft = self._draft
        values: dict[str, StoredValue] = {}
        for key in draft.values:
            number = self._number(key)
            if number is not None:
                now = number.now
                values[key] = StoredValue(now.ref, now.format, now.raw, now.text, now.unit)
        draft.values.update(values)
        if draft.values_part and renew_store(draft.parts.xml(draft.values_part), values):
            draft.parts.changed(draft.values_part)
        texts = {key: value.text for key, value in values.items()}
        if draft.edition_part and renew_printed(draft.parts.xml(draft.edition_part), texts):
            draft.parts.changed(draft.edition_part)


def all_controls(draft: EditedDraft) -> Iterator[tuple[str, Any, str]]:
    """Yield each control with the part in which it stands and its key."""
    for part in draft.parts.with_words():
        yield from ((part, control, key) for control, key in controls(draft.parts.xml(part)))


def _is_bound(control: Any) -> bool:
    own = control.find(W + "sdtPr")
    return own.find(W + "tag") is not None and own.find(W + "dataBinding") is not None


def _restrike(control: Any, number: _Number) -> bool:
    """Let words that a tracked change deletes be today's: who rejects the deletion gets no stale number."""
    struck = list(content_of(control).iter(W + "delText"))
    if "".join(one.text or "" for one in struck) != number.printed or number.printed == number.now.text:
        return False
    for place, one in enumerate(struck):
        write(one, number.now.text if place == 0 else "")
    return True


def _beside(control: Any, old: tuple[str, str], new: tuple[str, str]) -> bool:
    """Replace what stands before and behind a number; False where it is not what was printed there."""
    paragraph = paragraph_of(control)
    if paragraph is None:
        return False
    return all(_replace(paragraph, control, before, after, ahead) for before, after, ahead in (
        (old[0], new[0], True), (old[1], new[1], False),
    ) if before != after)  # fmt: skip


def _replace(paragraph: Any, control: Any, old: str, new: str, ahead: bool) -> bool:
    found = list(pieces(paragraph))
    inside = [place for place, piece in enumerate(found) if _is_in(piece, control)]
    if not inside:
        return False
    side = found[: inside[0]] if ahead else found[inside[-1] + 1 :]
    words = "".join(piece.text for piece in side)
    plain = words.replace(NO_BREAK, " ")
    if not (plain.endswith(old) if ahead else plain.startswith(old)):
        return False
    start, end = (len(words) - len(old), len(words)) if ahead else (0, len(old))
    if NO_BREAK in words[start:end]:
        new = new.replace(" ", NO_BREAK)
    return splice(side, start, end, new)


def _is_in(piece: Piece, control: Any) -> bool:
    return any(one is control for one in piece.element.iterancestors(W + "sdt"))


def _in_row(control: Any, old: str, new: str) -> bool:
    """Replace the unit in a table row's own cell; True, too, where a table says it in its head or elsewhere alike."""
    row = next(control.iterancestors(W + "tr"), None)
    if row is None:
        return False
    if old == new:
        return True
    for cell in row.iter(W + "tc"):
        found = list(pieces(cell))
        if words_of(cell).strip() == old and splice(found, 0, sum(len(piece.text) for piece in found), new):
            return True
    return False
