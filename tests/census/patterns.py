"""What a number is by its form: a date, a page, a standard's number, a footnote mark, a name, …

Each pattern claims the numbers inside its match; where two would, the first in the list has it.
A bare number with a unit is never claimed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.census.tokens import Flat, Number

_YEAR = r"(?:19|20)\d\d"
_RECENT = r"20(?:0[5-9]|[1-3]\d)"
# What follows a four-digit amount; behind these it is no year.
_COUNTED = r"万萬亿億千百位名个個人家场場件项項次条條元吨噸套台份户戶所多余餘粉单單平小+%,.\d"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form of number: its class, what it is, and where it stands."""

    kind: str
    reason: str
    regex: re.Pattern[str]


def _pattern(kind: str, reason: str, regex: str) -> Pattern:
    return Pattern(kind, reason, re.compile(regex, re.MULTILINE))


PATTERNS = (
    _pattern("contact", "stock code", r"(?:股份代號|股票代號|股票代码)[：:]\d{4}"),
    _pattern("contact", "postcode", r"[邮郵][编編]：\d{6}"),
    _pattern("contact", "street address", r"路\d+[号號]\d+[号號][楼樓]"),
    _pattern("contact", "name of a user's account", r"快手号[：:]?[A-Za-z_-]*\d+"),
    _pattern("contact", "telephone number", r"400-\d{3}-\d{4}|400热线|400熱線"),
    _pattern("standard", "ISO / OHSAS standard", r"ISO(?:/IEC)?\s*\d{4,5}|OHSAS\s*\d{5}"),
    _pattern("standard", "national standard", r"(?:GB/?T?|SJ/T)\s*\d{4,5}-\d{4}"),
    _pattern("standard", "year of the standard's edition", r"指南（\d{4}）"),
    _pattern("standard", "video coding standard", r"H\.26\d"),
    _pattern("standard", "reporting guideline", r"CASS-ESG\s*\d\.\d"),
    _pattern("standard", "year in the name of an act", r"Act\s\d{4}"),
    _pattern("disclosure", "disclosure code", r"(?:^|[层層]面)[AB]\d{1,2}(?:\.\d)?(?!\d)"),
    _pattern("disclosure", "disclosure code of the GRI standards", r"(?<![\d.-])[1-4]\d\d-\d{1,2}(?=,|\n|$)"),
    _pattern("page", "page in the index of disclosures", r"P\d{1,3}(?:-\d{1,3})?(?=,|\n|$)"),
    _pattern("list", "steps of a drawing", r"^0\d(?: ?0\d)+$"),
    _pattern("date", "time of day", r"(?<!\d)\d{1,2}[:：]\d\d(?!\d)|(?:夜[间間]|[点點]和)\d{1,2}(?=[点點])"),
    _pattern("date", "year", rf"(?<![\d.,]){_YEAR}[-–－]\n*{_YEAR}(?=\n*年)"),
    _pattern("date", "year", rf"(?<![\d.,]){_YEAR}(?=\n*年)"),
    _pattern("date", "moment at which a page was published", r"^[A-Z][a-z]{2}, ?\d\d ?[A-Z][a-z]{2} ?\d{4} ?[\d:]+"),
    _pattern("date", "years on an axis or a timeline", rf"^{_RECENT}(?: {_RECENT})*$"),
    _pattern("date", "months", r"(?<![\d.,])\d{1,2}-\d{1,2}(?=月)"),
    _pattern("date", "month", r"(?<![\d.,])\d{1,2}(?=月(?!活|以[內内]))"),
    _pattern("date", "day", r"(?<=[月至])\d{1,2}(?=日)"),
    _pattern("date", "day in the title of a case", r"(?<![\d.])11\.17(?=信任日)"),
    _pattern("ordinal", "ordinal", r"第\d+(?=[届屆个個批期次位名章条條])"),
    _pattern("list", "number of a list", r"^\d{1,2}[．、](?=\D)"),
    _pattern(
        "name",
        "version",
        r"\d\.0(?=[版模]|$|，从|\s?[版模])|(?:模型|模式|匹[诺諾]曹|[计計][划劃])\d\.\d|\d\.\d到\d\.\d",
    ),
    _pattern("name", "programmers' day", r"1024(?=程序[员員])"),
    _pattern("name", "rescue centre's name", r"9958(?=[儿兒平])"),
    _pattern(
        "name",
        "name of an action",
        r"助[残殘][“”「」]?123|123[残殘行]|助老50|8\.8We|521(?=[筑“]|“)|116(?=心意)|38\n*(?=大促)",
    ),
    _pattern("name", "name of an event", r"426(?=知)|NBA3X|8090(?=相)|[领領][导導]力360|新人101"),
    _pattern(
        "name",
        "name with a number",
        r"1\+N|1\+6\+8|7\*24|80后(?=，)|9[05]后|TC260|COP25|N95|H5|K12|A4(?=纸)|7x24|RC2|@\S*\d+\S*|贾胖子[,，.]+666",
    ),
    _pattern("name", "list of the 500 largest", r"500(?=强|強)"),
    _pattern("name", "one to one", r"1[对對]1"),
    _pattern("date", "year in a name", rf"(?<![\d.,]){_RECENT}(?![{_COUNTED}])(?=\n*[一-鿿“「]|“|$)"),
)


def claims(flat: Flat) -> Iterator[tuple[int, int, Pattern]]:
    """Yield the stretches of text whose numbers a pattern explains, in the order of the patterns."""
    for pattern in PATTERNS:
        for match in pattern.regex.finditer(flat.text):
            yield match.start(), match.end(), pattern


def by_form(flat: Flat, found: tuple[Number, ...]) -> dict[Number, Pattern]:
    """Return the pattern of each number that its form explains."""
    result: dict[Number, Pattern] = {}
    for start, end, pattern in claims(flat):
        for number in found:
            if start <= number.start and number.start + len(number.text) <= end:
                result.setdefault(number, pattern)
    return result
