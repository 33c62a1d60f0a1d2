"""Which words of a sentence belong to one number: its clause; where several things are told in a row, its own part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schema.validation.statements.levels import level
from schema.validation.statements.reading import Reading
from schema.validation.statements.statement import Element, Statement

_CUT = re.compile(r"[，,；;：:|（）()]|——|\.(?=\s)")
JOINED = re.compile(r"\s*[、和及与與]?\s*")
_LONGEST = 400  # characters of a sentence before and behind a number that are looked at
_REACH = 26  # so many characters behind a number may say what it counts
# Words before a number that name nothing: when it is, and that it is so much.
_EMPTY = re.compile(
    r"(?:(?:19|20)\d\d\s*年?(?:底|末|度)?|[上去前]一?年|一年前|同期|当时|當時|也?即是?|[这這该該][一个個]*(?:数字|數字|数|數|数值|數值)|"
    r"[则則较較比而的]|对比|對比|相比|[只仅僅]有|仅|僅|只是|为|為|是|达到|達到|达|達|约|約|[\s、，,：:；;和及与與])*"
)
_SEVERAL = re.compile(r"(?:同比|按年)?(?:分别|分別|依次)(?:同比|按年)?")
_BETWEEN = re.compile(r"\s*[、，,和及与與]\s*")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年?$")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The words before and behind a number that are its own; `year` where a list of years gives it one."""

    before: str
    behind: str
    year: int = 0


def own_words(reading: Reading, sentence: tuple[Element, ...], at: Statement) -> OwnWords:
    """Return the words of a number's clause, up to the words of other numbers."""
    told = _in_a_row(reading, sentence, at)
    if told is not None:
        return told
    compared = level(reading, sentence, sentence.index(at), 0) if at in sentence else None
    if compared is None or compared.beside.start > at.start:
        return OwnWords(*_clause(reading, sentence, at))
    first = compared.beside  # 94.2 billion, up from 81.1 billion in 2021
    year = compared.period if compared.dated else 0
    return OwnWords(_clause(reading, sentence, first)[0], _clause(reading, sentence, at)[1], max(year, 0))


def _begin(reading: Reading, at: Statement) -> int:
    """Return where the words begin that may be a number's own: its sentence's, as far as that is no list."""
    return max(reading.begin(at.start), at.start - _LONGEST)


def _clause(reading: Reading, sentence: tuple[Element, ...], at: Statement) -> tuple[str, str]:
    text, end = reading.text, min(reading.end(at.start), at.end + _LONGEST)
    numbers = [e for e in sentence if isinstance(e, Statement) and not e.form]
    right = min((e.start for e in numbers if e.start >= at.end), default=end)
    cut = _CUT.search(text, at.end, right)
    behind = text[at.end : min(cut.start() if cut else right, at.end + _REACH)]
    return _before(reading, [e for e in numbers if e.end <= at.start], at), behind


def _before(reading: Reading, numbers: list[Statement], at: Statement) -> str:
    """Return the words before a number; `numbers` are those before it. In a row of numbers they are the first one's."""
    text = reading.text
    while numbers and any(words.fullmatch(text, numbers[-1].end, at.start) for words in (JOINED, _EMPTY)):
        at = numbers.pop()  # 来自 24 个国家、32 个民族; 收入 942 亿元，2021 年为 811 亿元
    begin = _begin(reading, at)
    left = numbers[-1].end if numbers else begin
    cuts = [match.end() for match in _CUT.finditer(text, left, at.start)]
    start = max(left, cuts[-1] if cuts else left)
    if left > begin:  # what stands right behind the number before is that one's own, up to a comma
        first = _CUT.search(text, left, at.start)
        start = max(start, first.end() if first else left)
    if _EMPTY.fullmatch(text, start, at.start) and cuts:
        return text[cuts[-2] if len(cuts) > 1 else left : at.start]
    return text[start : at.start]


def _in_a_row(reading: Reading, sentence: tuple[Element, ...], at: Statement) -> OwnWords | None:
    """收入和毛利分别为 942 亿元和 421 亿元: the first number is that of the first name; years are told alike."""
    text, begin = reading.text, _begin(reading, at)
    said = list(_SEVERAL.finditer(text, begin, at.start))
    if not said:
        return None
    numbers = [e for e in sentence if isinstance(e, Statement) and not e.form and e.start >= said[-1].end()]
    row = numbers[:1]
    for number in numbers[1:]:
        if not _BETWEEN.fullmatch(text, row[-1].end, number.start):
            break
        row.append(number)
    cuts = [match.end() for match in _CUT.finditer(text, begin, said[-1].start())]
    names = re.split(r"[、和及与與]", text[cuts[-1] if cuts else begin : said[-1].start()])
    place = next((n for n, number in enumerate(row) if number.start == at.start), -1)
    if place < 0 or len(row) < len(names) or len(names) != len(row):
        return None
    years = [_YEAR.search(name.strip()) for name in names]
    year = years[place]
    if all(years) and year is not None:
        subject = (
            _YEAR.sub("", names[0].strip()) or text[cuts[-2] if len(cuts) > 1 else begin : cuts[-1] if cuts else begin]
        )
        return OwnWords(subject, "", int(year["year"]))
    return OwnWords(names[place], "")
