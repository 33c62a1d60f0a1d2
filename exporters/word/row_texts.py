"""The rows of tables in a Word file as what they say, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from exporters.word.passages import mark_of, passages_in
from exporters.word.value_store import StoredValue
from exporters.word.word_xml import W

_ALIKE = 0.5
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class RowText:
    """A row that is no head: its element and the words of its cells, numbers as links; of pages there are none."""

    element: Any
    texts: tuple[str, ...]

    @property
    def mark(self) -> str:
        """Return what tells whether it says what it said as it was written."""
        return mark_of("\x1f".join(self.texts))

    @property
    def cells(self) -> list[Any]:
        """Return its cells."""
        return list(self.element.iterchildren(W + "tc"))

    def is_of(self, other: RowText) -> bool:
        """Whether two rows tell of the same: by their first words, by a number that both have, or by most words."""
        if self.texts[:1] == other.texts[:1] and self.texts and self.texts[0]:
            return True
        if {text for text in self.texts if text.startswith("{")} & set(other.texts):
            return True
        matcher = SequenceMatcher(None, "".join(self.texts), "".join(other.texts), autojunk=False)
        return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def rows_of(table: Any, values: Mapping[str, StoredValue], read: Mapping[Any, str] | None = None) -> Iterator[RowText]:
    """Yield the rows of a table, or of all tables of a body; `read` are the texts of its paragraphs where all are."""
    for row in table.iter(W + "tr"):
        if row.find(f"{W}trPr/{W}tblHeader") is None:
            yield RowText(row, tuple(_text(cell, values, read) for cell in row.iterchildren(W + "tc")))


def _text(cell: Any, values: Mapping[str, StoredValue], read: Mapping[Any, str] | None) -> str:
    if any("PAGEREF" in (code.text or "") for code in cell.iter(W + "instrText")):
        return ""  # Word counts pages anew, they tell nothing of the data
    if read is None:
        texts = [one.text for one in passages_in("", cell, values)]
    else:
        texts = [read[paragraph] for paragraph in cell.iter(W + "p") if paragraph in read]
    return _BLANKS.sub("", "".join(texts))
