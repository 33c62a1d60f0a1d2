"""What links of a text lead to: the list of numbers to put one in, and the field of the value that a chip shows."""

from __future__ import annotations

from desktop.window.chips.chip_card import ChipCard, Served
from desktop.window.chips.chip_edit import ChipEdit
from desktop.window.chips.chip_stretches import ChipAt
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
        edit.chip_opened.connect(self.open_card)
        self.card: ChipCard | None = None

    def offer(self) -> None:
        """Open the list of numbers at the cursor."""
        self.list = NumberList(self._desk, self._language, self._edit)
        self.list.chosen.connect(self._take)
        self.list.brace.connect(lambda: self._edit.insertPlainText("{"))
        self.list.closed.connect(self._forget)
        self.list.open_at(self._edit.cursorRect())

    def _take(self, code: str, shaped: bool) -> None:
        self._edit.insert("{" + code + "}")
        chip = self._edit.chip_here() if shaped else None
        if chip is not None:
            self._edit.choose(chip)
            self.open_card(chip, True)

    def open_card(self, chip: ChipAt, typing: bool) -> None:
        """Show the particulars of a chip beside it; with `typing` its first field takes the keys."""
        self.close_card()
        edit = self._edit
        self.card = ChipCard(Served(self._desk, self._language, not edit.isReadOnly()), chip.written, edit)
        self.card.changed.connect(lambda written: self._change(chip, written))
        self.card.followed.connect(lambda: self._follow_card(chip))
        self.card.closed.connect(self._forget_card)
        edit.ring(chip.number)
        self.card.open_at(edit.cursorRect(), typing=typing)

    def close_card(self) -> None:
        """Close the particulars, as typing does."""
        if self.card is not None:
            self.card.close_here(back=False)

    def _change(self, chip: ChipAt, written: str) -> None:
        self._edit.exchange(chip, written)
        now = self._edit.chip_at(chip.position)
        self._edit.ring(now.number if now is not None else 0)

    def _follow_card(self, chip: ChipAt) -> None:
        self.follow(self._edit.chip_at(chip.position) or chip)

    def _forget_card(self) -> None:
        self._edit.ring(0)
        if self.card is not None:
            self.card.deleteLater()
            self.card = None

    def _forget(self) -> None:
        if self.list is not None:
            self.list.deleteLater()
            self.list = None

    def follow(self, chip: ChipAt) -> None:
        """Go to the field of the value that a chip shows."""
        piece = parse_linked(chip.written)[0]
        if isinstance(piece, LinkedNumber):
            show_place(self._desk, piece.reference.key(self._desk.outline.year), self._desk.report)
