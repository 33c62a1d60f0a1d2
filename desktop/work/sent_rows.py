"""The rows of an assurance workbook as they were sent: a verdict is about what stands beside it, not about a key."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from exporters.assembly.data_rows import DataCell
from schema.errors import AnnalsError
from schema.grammar.reference import Key

# What says which number it is, then what it comes to.
_NAMES = ("metric", "name", "entity", "period", "span", "category", "unit")
_VALUES = ("value", "qualifier", "low", "high", "printed")
SHOWN = (*_NAMES, *_VALUES)
# Spreadsheet programs keep some fifteen digits of a number; what differs by less is the same number saved again.
_CLOSE = Decimal("1e-12")
_LONGEST = 60


def sent_row(cells: Mapping[str, DataCell]) -> str:
    """Return what a row shows of its number, as the hidden sheet keeps it."""
    return json.dumps({name: str(cells[name]) for name in SHOWN if cells[name] is not None}, ensure_ascii=False)


def check_row(key: Key, seen: Mapping[str, Sequence[str]], sent: str) -> None:
    """Raise AnnalsError assure.moved where a row shows another number than its key names, assure.altered its value.

    `seen` are its texts by column, those of a column that is there twice in turn; `sent` is what `sent_row` kept, ""
    where nothing was.
    """
    # A metric's code and a year can be told from the key, even where the workbook keeps no row.
    known = {"metric": key.metric, "entity": key.entity, "period": str(key.period), "span": key.span} | _kept(sent)
    for name in SHOWN:
        then, now = known.get(name), seen.get(name, ())
        if sent and then is None:
            then = ""
        if then is None or not now or any(_alike(text, then) for text in now):
            continue
        code = "assure.moved" if name in _NAMES else "assure.altered"
        raise AnnalsError(
            code, reference=key.canonical(), column=name, now=now[0][:_LONGEST] or "—", then=then[:_LONGEST] or "—"
        )


def _kept(sent: str) -> dict[str, str]:
    try:
        kept: object = json.loads(sent or "{}")
    except ValueError:
        return {}
    return {str(name): str(text) for name, text in kept.items()} if isinstance(kept, dict) else {}


def _alike(now: str, then: str) -> bool:
    """Whether two texts say the same, however a spreadsheet program has saved them."""
    if now.split() == then.split():
        return True
    one, other = _number(now), _number(then)
    return one is not None and other is not None and abs(one - other) <= abs(other) * _CLOSE


def _number(text: str) -> Decimal | None:
    try:
        found = Decimal(text.strip().replace(",", ""))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
