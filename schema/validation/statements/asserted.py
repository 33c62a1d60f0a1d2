"""What a sentence says without asserting it: plans, conditions, denials, numbers told of several things at once."""

from __future__ import annotations

import re

from schema.validation.statements.reading import Reading
from schema.validation.statements.statement import Element, Time

_PLANNED = re.compile(
    r"计划在|計劃在|计划将|計劃將|预计|預計|预期|預期|有望|未来|未來|目标|目標|力争|力爭|争取|爭取|拟|擬|希望|如果|若|假如|倘若|即使|"
    r"到 ?20[3-9]\d ?年|"
    r"(?<![a-z])(?:plans? to|planned|will|would|could|may|might|"
    r"target(?:s|ed)?|aims?|expect(?:s|ed)?|hopes?|if|should|by 20[3-9]\d)(?![a-z])"
)
_DENIED = re.compile(
    r"(?:未能?|没有?|沒有?|尚未|并未|並未|不再|从未|從未|不会|不會|并非|並非)(?:出现|出現|发生|發生|明显|明顯|显著|顯著|大幅|进一步|進一步|有所)*\s*$|"
    r"(?<![a-z])(?:(?:did|does|do|has|have|had|is|was|were) not|(?:did|has|was|were)n[’']t|"
    r"never|no|without(?: any)?|nor|neither|not)"
    r"(?: (?:a|an|any|been|significantly|materially|further|significant|material))*\s*$"
)
_PREVENTED = re.compile(
    r"(?:防止|避免|减缓|減緩|遏制|缓解|緩解|放缓|放緩|阻止|扭转|扭轉)[^，,。；]{0,6}$|"
    r"(?<![a-z])(?:avoid|prevent|slow|curb|reverse)(?:s|ed|ing)?(?: \w+){0,3}\s*$"
)
_BEFORE = 30  # so many characters before a word are looked at
_TOGETHER = re.compile(r"分别|分別|各自|依次|(?<![a-z])respectively(?![a-z])")


def is_planned(reading: Reading, elements: tuple[Element, ...], at: int, year: int) -> bool:
    """Whether the words before a place speak of what is to come or of a condition: neither is a fact."""
    words = reading.text[reading.begin(elements[0].start) : at].lower()
    return _PLANNED.search(words) is not None or any(
        isinstance(e, Time) and e.end <= at and e.period.year > year for e in elements
    )


def denial(reading: Reading, start: int) -> int:
    """Return where the words begin that deny the word at `start` (没有增长, did not fall); `start` where none do."""
    begin = max(0, start - _BEFORE)
    match = _DENIED.search(reading.text[begin:start].lower())
    return begin + match.start() if match else start


def is_denied(reading: Reading, start: int) -> bool:
    """Whether the word that begins here is denied."""
    return denial(reading, start) < start


def is_prevented(reading: Reading, start: int) -> bool:
    """Whether the word that begins here is kept from coming true (减缓下降): it says nothing of what came."""
    return _PREVENTED.search(reading.text[max(0, start - _BEFORE) : start].lower()) is not None


def tells_several(reading: Reading, elements: tuple[Element, ...]) -> bool:
    """Whether a sentence tells numbers of several things in a row (收入和毛利分别为 …): which is whose is not read."""
    begin = reading.begin(elements[0].start)
    end = reading.end(begin)
    return _TOGETHER.search(reading.text[begin:end].lower()) is not None
