"""A column of cells that is pasted into a field goes into it and the fields below, as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.window.fields.pasted_words import pasted_words
from desktop.window.form.field_row import FieldRow
from desktop.window.session.undo import Commands
from desktop.work.sheet.block import Block
from desktop.work.wording import same_value
from schema.values.changes import Change


def put_block(rows: Sequence[FieldRow], block: Block, commands: Commands) -> str:
    """Put a block into the fields of these rows that take values; return what became of it, in words.

    Fields have no columns: of several, the person is led to the sheet, and nothing is put.
    """
    translate = QCoreApplication.translate
    if any(len(line) > 1 for line in block):
        return translate(
            "FieldBlock", "Several columns: paste them in the sheet (Alt+6), where the years stand beside each other."
        )
    texts = [line[0] for line in block]
    targets = [row for row in rows if not row.edit.isReadOnly()]
    read = [(row.key, *row.read(text)) for row, text in zip(targets, texts, strict=False)]
    changes = [Change(key, after=new) for key, old, new in read if not same_value(old, new)]
    if changes:
        commands.change(translate("BreakdownGrid", "pasting"), changes)
    unread = sum(new is not None and bool(new.unread) for _, _, new in read)
    return pasted_words(len(read), unread, sum(map(bool, texts[len(targets) :])))
