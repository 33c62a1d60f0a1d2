"""How a place with one grid is laid out: title and tools above, the grid's parts below each other, notes beside."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.window.look.beside import Beside

_BOTH_FIT = 840


def lay_out_grid(
    page: QWidget, head: tuple[QWidget, QWidget], parts: Sequence[QWidget], growing: Collection[QWidget], notes: QWidget
) -> QSplitter:  # fmt: skip
    """Lay out a page and return what stands between its grid and its notes; these give way where both do not fit.

    `head`: title and tools; of the `parts` below them those that are `growing` take what room there is.
    """
    left, layout, line = QWidget(page), QVBoxLayout(page), QHBoxLayout()
    column = QVBoxLayout(left)
    for box in (layout, column):
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
    line.setContentsMargins(16, 10, 0, 10)
    line.addWidget(head[0])
    line.addWidget(head[1], 1)
    for part in parts:
        column.addWidget(part, int(part in growing))
    splitter = QSplitter(Qt.Orientation.Horizontal, page)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for widget, stretch in ((left, 1), (notes, 0)):
        splitter.addWidget(widget)
        splitter.setStretchFactor(splitter.count() - 1, stretch)
    Beside(splitter, notes, _BOTH_FIT)
    layout.addLayout(line)
    layout.addWidget(splitter, 1)
    return splitter
