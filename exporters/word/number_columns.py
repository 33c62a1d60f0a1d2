"""Where the decimal points of a column stand: below each other, however many digits follow them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporters.content import Inlines, LinkedNumber, Row, Text

_DIGIT, _WIDE = 97, 176  # twentieths of a point at the size of a table: a digit, a Chinese sign
_NUMBER = re.compile(r"\d(\.\d+)?([^\d]*)$")
_LONGEST = 2  # signs behind a number that leave it where others are
_PADDING = 108  # of the cell, on each side


def decimal_stops(rows: Sequence[Row], widths: Sequence[int]) -> tuple[int | None, ...]:
    """Return for each column the place of a decimal tab stop; None where all numbers end alike or none has decimals."""
    plain = [row for row in rows if row.kind != "group"]
    return tuple(_stop([_text(row.cells[n]) for row in plain if n < len(row.cells)], w) for n, w in enumerate(widths))


def is_counted(cell: Inlines) -> bool:
    """Whether a cell has a number; words stand at the right edge."""
    return any(sign.isdigit() for sign in _text(cell))


def stop_look(stop: int) -> str:
    """Return the properties of a cell's paragraph with a decimal stop; Word uses it without any tab."""
    return f'<w:tabs><w:tab w:val="decimal" w:pos="{stop}"/></w:tabs>'


def _stop(texts: Sequence[str], width: int) -> int | None:
    parts = [found for text in texts if (found := _NUMBER.search(text))]
    fractions = {len(found[1] or "") for found in parts}
    if len(fractions) < 2 or any(len(found[2]) > _LONGEST for found in parts):
        return None
    behind = max(_DIGIT * len(found[1] or "") + sum(map(_sign_width, found[2])) for found in parts)
    return width - 2 * _PADDING - behind


def _sign_width(sign: str) -> int:
    return _WIDE if ord(sign) > 0x2E80 else _DIGIT


def _text(cell: Inlines) -> str:
    return "".join(part.text for part in cell if isinstance(part, LinkedNumber | Text))
