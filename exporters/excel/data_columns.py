"""The columns of the data sheet and of an assurance pack's sample: their codes and their widths."""

from __future__ import annotations

from exporters.assembly.data_rows import COLUMNS

_WIDE = {
    "key": 15, "ref": 34, "name": 34, "printed": 24, "place": 30, "source": 30, "evidence": 34, "footnote": 30,
    "note": 30, "method": 24, "category": 20, "metric": 24, "value": 18, "low": 18, "high": 18, "typed_at": 22,
    "checked_at": 22, "approved_at": 22,
}  # fmt: skip
# (code, width in characters), in their order
DATA_COLUMNS: tuple[tuple[str, float], ...] = tuple((code, _WIDE.get(code, 13)) for code in COLUMNS)
