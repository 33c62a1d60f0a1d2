"""The distance between Han characters and digits: none is typed.

Word and LibreOffice put it there themselves; a typed blank beside one that is not typed makes a line look uneven.
"""

from __future__ import annotations

import re

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# A linked number counts as digits. What is no word of a sentence keeps its distance: an address on the web, an ISO
# date, the number of a title (01 …).
_ADDRESS = r"company\.(?:email|website)\}"
_BESIDE = re.compile(
    rf"(?P<address>\{{{_ADDRESS}[ \u00a0]?)|(?P<link>\{{[^{{}}\n]*\}})(?:[ \u00a0](?=[{_HAN}]))?|"
    rf"(?<=[{_HAN}])[ \u00a0](?=(?:\*\*)?(?:(?!\d{{4}}-\d\d-)[0-9]|\{{(?!{_ADDRESS})))|"
    rf"(?<!\A0\d)(?<!-\d\d-\d\d)(?:(?<=[0-9%％°])|(?<=[0-9%]\*\*))[ \u00a0](?=[{_HAN}])"
)


def closed_up(text: str) -> str:
    """Return a text of any language without the blanks between Han characters and digits or linked numbers."""
    if " " not in text and "\u00a0" not in text:
        return text
    return _BESIDE.sub(lambda found: found["address"] or found["link"] or "", text)
