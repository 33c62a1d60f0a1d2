"""English words are set smaller than Chinese ones, closer, and ragged: the template is set for Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exporters.content import Look

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Of each style: size (half points) and line (twentieths of a point) in the template, and in English.
_SET: Mapping[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "Normal": ((0, 0), (340, 300)), "BodyText": ((0, 0), (340, 290)), "ListBullet": ((0, 0), (340, 290)),
    "Lead": ((25, 24), (420, 370)), "Letter": ((22, 21), (380, 320)), "Quote": ((26, 24), (440, 380)),
    "Heading1": ((54, 52), (760, 720)), "Heading2": ((32, 30), (500, 460)), "Heading3": ((24, 23), (340, 320)),
    "CaseText": ((19, 18), (310, 260)), "CaseList": ((0, 0), (310, 260)), "CaseTitle": ((21, 20), (340, 300)),
    "BoxText": ((19, 18), (310, 260)), "BoxList": ((0, 0), (310, 260)), "BoxTitle": ((21, 20), (340, 300)),
}  # fmt: skip
_BODY = (21, 20)  # the usual size, in half points


def set_in_english(styles: Any, look: Look) -> None:
    """Change the template's styles (w:styles) for an English report; what a company has set otherwise stays."""
    if not look.locale.startswith("en"):
        return
    for name in ("sz", "szCs"):
        _exchange(styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}{name}"), "val", _BODY)
    for style in styles.iter(f"{_W}style"):
        code = style.get(f"{_W}styleId")
        if code in _SET:
            size, line = _SET[code]
            for name in ("sz", "szCs"):
                _exchange(style.find(f"{_W}rPr/{_W}{name}"), "val", size)
            _exchange(style.find(f"{_W}pPr/{_W}spacing"), "line", line)
        side = style.find(f"{_W}pPr/{_W}jc")
        if side is not None and side.get(f"{_W}val") == "both":
            side.set(f"{_W}val", "left")


def _exchange(element: Any, name: str, values: tuple[int, int]) -> None:
    if element is not None and element.get(f"{_W}{name}") == str(values[0]):
        element.set(f"{_W}{name}", str(values[1]))
