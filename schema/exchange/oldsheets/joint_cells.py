"""Cells that hold more than one number: a count with its share, and ratios whose order the row's name tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_COUNT = r"(?P<count>[\d,，]+(?:\.\d+)?\s*[^\d\s%％()（）/／:：,，]{0,4})"
_SHARE = r"(?P<share>\d+(?:\.\d+)?)\s*[%％]"
_BOTH = (
    re.compile(rf"{_COUNT}\s*[（(]\s*(?:占比|佔比|占|佔)?\s*{_SHARE}\s*[)）]"),
    re.compile(rf"{_SHARE}\s*[（(]\s*{_COUNT}\s*[)）]"),
    re.compile(rf"{_COUNT}\s*[/／,，;；|]\s*{_SHARE}"),
    re.compile(rf"{_SHARE}\s*[/／,，;；|]\s*{_COUNT}"),
)
_RATIO_SIGN = r"\s*[:：∶/／]\s*"
_PLAIN = r"\d[\d,]*(?:\.\d+)?\s*[%％]?"
_RATIO = re.compile(rf"{_PLAIN}(?:{_RATIO_SIGN}{_PLAIN})+")
_NAMED_PART = r"[^\s:：∶/／()（）\d][^:：∶/／()（）]*?"
_ORDER = re.compile(rf"[（(]?\s*({_NAMED_PART}(?:{_RATIO_SIGN}{_NAMED_PART})+)\s*(?:[)）]|$)")
_CUT = re.compile(
    r"\s*(?:by [\w ]+|按[^（）()]*?(?:划分|劃分|分类|分類|分)?|ratio(?: of)?|比例|之比|比)\s*$", re.IGNORECASE
)
_SHARE_TAIL = re.compile(r"\s*[（(]\s*[%％]\s*[)）]\s*$")


@dataclass(frozen=True, slots=True)
class CountShare:
    """A count and its share in percent, as they were written."""

    count: str
    share: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """`name` without the order, the `parts` in their order, and for each cell as many texts."""

    name: str
    parts: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]

    @property
    def whole(self) -> bool:
        """Whether the parts of each cell add up to a hundred, so that they divide something."""
        sums = [sum(Decimal(text.rstrip("%％ ").replace(",", "")) for text in texts) for texts in self.texts]
        return all(abs(found - 100) <= 1 for found in sums)


def read_count_share(text: str) -> CountShare | None:
    """Read `600(86%)`, `86% (600)`, `600 / 86%`; None where a cell holds something else."""
    match = next(filter(None, (form.fullmatch(text.strip()) for form in _BOTH)), None)
    return CountShare(match["count"].strip(), match["share"]) if match else None


def is_ratio(text: str) -> bool:
    """Whether a cell holds several numbers with a sign between them (27 : 73)."""
    return bool(_RATIO.fullmatch(text.strip()))


def read_ratio(name: str, texts: Sequence[str]) -> Ratio | None:
    """Return the parts of cells that are all ratios, where the name lists as many; None where it does not."""
    if not texts or not all(map(is_ratio, texts)):
        return None
    plain = _SHARE_TAIL.sub("", name)
    match = _ORDER.search(plain)
    split = [re.split(_RATIO_SIGN, text.strip()) for text in texts]
    parts = re.split(_RATIO_SIGN, match[1].strip()) if match else []
    if match is None or {len(numbers) for numbers in split} != {len(parts)}:
        return None
    base = _CUT.sub("", plain[: match.start()].strip()).strip()
    return Ratio(base, tuple(parts), tuple(map(tuple, split))) if base else None
