"""The steps of type, space and roundness, in logical pixels; no other size is written in the window."""

from __future__ import annotations

# What words are: one value, the first sentence or the section, the place, text being written, everything, what is
# secondary, and numbers of rows, axes and keys.
VALUE, FIRST, PLACE, WRITTEN, BODY, SMALL, TINY = 24, 20, 17, 14, 13, 12, 11
TYPE = frozenset((VALUE, FIRST, PLACE, WRITTEN, BODY, SMALL, TINY))
# Between things, and around them.
SPACE = frozenset((0, 1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 44))
# Marks, chips and tags; controls and rows; cards, popovers and dialogs.
MARK, CHIP, CONTROL, CARD = 2, 4, 6, 8
ROUND = frozenset((MARK, CHIP, CONTROL, CARD))
