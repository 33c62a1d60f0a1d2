"""Names that stand around their number: 员工来自 24 个国家, employees come from 24 countries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

# Words at which a name of places or kinds parts: what stands before the number ends with one of them.
_LINK = re.compile(
    r"(?:来自|來自|所属|所屬|属于|屬於|分属|分屬|覆盖|覆蓋|惠及|遍及|涉及|辐射|輻射|合作|支持|服务|服務|设立|設立)的?"
)
_BELONGING = re.compile(r"(?:分别|分別)?(?:来自|來自|所属|所屬|属于|屬於|分属|分屬)(?:于|於)?$")
_TAIL = re.compile(r"(?:总数|總數|数量|數量|数|數)$")
_MEASURE = re.compile(r"\s*[个個家所名位项項座种種]?\s*")
_ENGLISH = tuple(
    re.compile(rf"(?P<noun>{noun}) (?P<head>.+ (?:from|in|with|reached|covered|served))")
    for noun in ("[a-z]+", "[a-z]+ [a-z]+")
)
_COMING = re.compile(r"(?:(?:come|came|comes|coming|are|were|is|was|hail|hailed)\s+)?from\s*$")
# A second noun makes another count of it: 国家和地区, countries and regions.
_MORE = re.compile(r"\s*(?:[和及与與或]\s*|and\s+|or\s+)(?![\d\s])")


@dataclass(frozen=True, slots=True)
class SplitName:
    """A name in two parts, with what it stands for: (metric, category) pairs."""

    head: str
    noun: str
    name: str
    targets: tuple[tuple[str, str], ...]


# Names that may stand around their number, by the first character of the noun: every number of a text asks for them.
SplitNames = Mapping[str, Sequence[SplitName]]


def split_names(names: Mapping[str, Iterable[tuple[str, str]]], *, english: bool) -> SplitNames:
    """Return every name that may stand around its number."""
    by_first: dict[str, list[SplitName]] = {}
    for name, targets in names.items():
        for part in _parted(name, tuple(targets), english=english):
            by_first.setdefault(part.noun[0], []).append(part)
    return by_first


def _parted(name: str, targets: tuple[tuple[str, str], ...], *, english: bool) -> Iterator[SplitName]:
    if english:
        for match in filter(None, (pattern.fullmatch(name) for pattern in _ENGLISH)):
            yield SplitName(_leading(match["head"]), match["noun"], name, targets)
        return
    bare = _TAIL.sub("", name)
    for match in _LINK.finditer(bare):
        if match.start() and match.end() < len(bare):
            yield SplitName(_leading(bare[: match.end()].removesuffix("的")), bare[match.end() :], name, targets)


def begun_by(parts: SplitNames, behind: str) -> tuple[SplitName, ...]:
    """Return the names whose noun stands right behind a number."""
    following = _MEASURE.sub("", behind.lower(), count=1)
    return tuple([part for part in parts.get(following[:1], ()) if following.startswith(part.noun)])


def around_number(
    parts: Iterable[SplitName], before: str, behind: str, *, english: bool
) -> tuple[SplitName, str] | None:
    """Return which of the names that a number's noun begins ends right before it, with what stands before that."""
    leading = _leading(before.lower().rstrip())
    following = _MEASURE.sub("", behind.lower(), count=1)
    fitting = [part for part in parts if leading.endswith(part.head)]
    if not fitting:
        return None
    part = max(fitting, key=lambda p: (len(p.noun), len(p.head)))
    ends = following[len(part.noun) :]
    if _MORE.match(ends) or (english and ends[:1].isalpha()):
        return None
    return part, leading[: len(leading) - len(part.head)]


def _leading(words: str) -> str:
    """Return words with one way of saying where somebody belongs."""
    return _COMING.sub("from", _BELONGING.sub("来自", words))
