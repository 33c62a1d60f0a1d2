"""Before many values are changed at once: whether that changes what departments have handed in, asked first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.window.item_models.sheet_model import SheetModel
from desktop.work.sheet.outcome import Outcome, changed_keys
from schema.catalogue.punctuation import PUNCTUATION
from schema.grammar.templates import filled

_LEAST = 2  # a single value is changed as it is by typing
translate = QCoreApplication.translate  # by this name the words are found


def may_replace(model: SheetModel, outcome: Outcome, parent: QWidget) -> bool:
    """Ask where several values would be changed that are handed in or approved; of one's own department they are not
    asked about, since a contact sees what is changed after handing in."""
    desk, shares = model.desk, model.lines.states.shares
    handed_in = {key for key in changed_keys(outcome) if shares.get(key) in ("submitted", "approved")}
    if desk.own_department or len(handed_in) < _LEAST:
        return True
    rows = (row for row in model.grid.rows if row.key in handed_in and row.department)
    names = dict.fromkeys(desk.department(row.department) for row in rows)
    words = translate(
        "HandedIn",
        "{count} of these values are handed in or approved already ({departments}). Whoever approved one has to"
        " approve it again. Change them all the same?",
    )
    places = {"count": str(len(handed_in)), "departments": PUNCTUATION[desk.language].series.join(names)}
    buttons = QMessageBox.StandardButton
    answer = QMessageBox.question(
        parent, translate("HandedIn", "Handed in already"), filled(words, places),
        buttons.Yes | buttons.Cancel, buttons.Cancel,
    )  # fmt: skip
    return answer == buttons.Yes
