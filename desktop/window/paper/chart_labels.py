"""What a number format of a workbook makes of a number: grouped digits with the words around them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_FORMAT = re.compile(r'^(?P<before>(?:"[^"]*")*)(?P<digits>[#,0]+)(?P<places>\.0+)?(?P<after>(?:"[^"]*"|%)*)$')


def label_words(value: Decimal, number_format: str) -> str:
    """Return a point's label, as the workbook behind the chart shows it; the bare number in an unknown format."""
    found = _FORMAT.match(number_format)
    if found is None:
        return f"{value.normalize():f}"
    places = len(found["places"] or ".") - 1
    shown = value * 100 if "%" in found["after"].replace('"%"', "") else value
    digits = shown.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    grouped = f"{digits:,f}" if "," in found["digits"] else f"{digits:f}"
    return found["before"].replace('"', "") + grouped + found["after"].replace('"', "")
