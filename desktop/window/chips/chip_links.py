"""What links of a text lead to: the list of numbers to put one in, and the field of the value that a chip shows."""

from __future__ import annotations

from desktop.window.chips.chip_edit import ChipEdit
from desktop.window.chips.chip_text import ChipAt
from desktop.window.chips.number_list import NumberList
from desktop.window.session.desk import Desk
from desktop.window.session.places import show_place
from schema.grammar.linked import LinkedNumber, parse_linked


class ChipLinks:
    """Serves one editor."""

    def __init__(self, desk: Desk, language: str, edit: ChipEdit) -> None:
        self._desk, self._language, self._edit = desk, language, edit
        self.list: NumberList | None = None
        edit.number_wanted.connect(self.offer)
        edit.chip_followed.connect(self.follow)

    def offer(self) -> None:
        """Open the list of numbers at the cursor."""
        self.list = NumberList(self._desk, self._language, self._edit)
        self.list.chosen.connect(self._take)
        self.list.brace.connect(lambda: self._edit.insertPlainText("{"))
        self.list.closed.connect(self._forget)
        self.list.open_at(self._edit.cursorRect())

    def _take(self, code: str, shaped: bool) -> None:
        del shaped
        self._edit.insert("{" + code + "}")

    def _forget(self) -> None:
        if self.list is not None:
            self.list.deleteLater()
            self.list = None

    def follow(self, chip: ChipAt) -> None:
        """Go to the field of the value that a chip shows."""
        piece = parse_linked(chip.written)[0]
        if isinstance(piece, LinkedNumber):
            show_place(self._desk, piece.reference.key(self._desk.outline.year), self._desk.report)
