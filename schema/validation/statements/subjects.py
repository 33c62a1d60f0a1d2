"""What numbers are about: the names of metrics, and the labels that outlines give them, found beside a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline, placements
from schema.catalogue.unitless import measured
from schema.grammar.reference import parse_reference
from schema.validation.statements.split_names import SplitNames, around_number, begun_by, split_names
from schema.validation.statements.vocabulary import VOCABULARIES

# Words of a name that a sentence leaves out, at its beginning and at its end.
_HEADS = re.compile(
    r"^(?:平均|年度|全年|累计|累計|年末|报告期内?|報告期內?)+|"
    r"^(?:average|total|number of|annual|cumulative|amount of)\s+"
)
_TAILS = re.compile(
    r"(?:总数|總數|人数|人數|数量|數量|总额|總額|金额|金額|总量|總量|次数|次數|数|數|规模|規模|占比|比例)$|"
    r"\s+(?:in total|\(.*\))$"
)
# Who owns a number, where that is the company itself; what may stand before a name and narrows nothing.
OWNERS = re.compile(
    r"快手科技|快手|公司|集团|集團|我们的?|我們的?|本公司|平台|主站|营业|營業|年度|整体|整體|全部|全体|全體|"
    r"(?<![a-z])(?:kuaishou|the company|company|group|our|we|platform|overall|annual|average)(?:[’']s)?(?![a-z])"
)
# Whose number it is where it is not the company's, and what makes another number of it.
_OTHERS = re.compile(
    r"行业|行業|同行|同业|同業|全国|全國|我国|我國|中国|中國|全球|世界|国内|國內|市场上|市場上|对手|對手|友商|其他|其它|某|该公司|該公司|"
    r"对方|對方|供应商|供應商|商家|商户|商戶|客户|客戶|伙伴|夥伴|农户|農戶|家庭|人均|户均|戶均|每人|个人|個人|主播|创作者|創作者|机构|機構|"
    r"村|县|縣|他|她|子公司|非|月|季|日均|"
    r"(?<![a-z])(?:industry|sector|national|china|chinese|global|world|market|peers?|competitors?|rivals?|suppliers?|"
    r"merchants?|customers?|partners?|farmers?|households?|his|her|per capita|per head|villages?|count(?:y|ies)|"
    r"creators?|hosts?|another|other|families|family|monthly|quarterly|daily|subsidiar(?:y|ies))(?:[’']s?)?(?![a-z])"
)
# The whole that a share is one of: it stands between what is counted and the share.
_OF_ALL = (
    r"占(?:公司|集团|集團|我们|我們|全体|全體|全部|总|總)*(?:员工|員工|人员|人員|职工|職工)?"
    r"(?:总数|總數|总人数|總人數|人数|人數)?的?(?:比例|比重)?"
)
# Words between a name and its number that say that all are counted.
_ALL_OF = re.compile(r"(?:全球|全世界|世界|各地|海内外|海內外|不同的?)$|(?:\s+|a total of|as many as|different|some)$")
_CLAUSE = re.compile(r"[，,：:（(]")
_LONG = {"zh-Hans": 32, "zh-Hant": 32, "en": 12}  # characters, or words in English
_LEAST, _LONG_CHINESE, _LONG_NAME = 2, 4, 15
_WORD = re.compile(r"\w")  # marks and signs before a name narrow nothing


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for: (metric, category) pairs; `certain` where nothing before the name narrows it.

    `apart`: what narrows it is a word of its own (海外的收入, not 人均收入).
    """

    targets: tuple[tuple[str, str], ...]
    start: int
    end: int
    name: str
    certain: bool
    apart: bool = False

    @property
    def long(self) -> bool:
        """Whether the name is long enough to be taken for itself among other words."""
        return len(self.name) >= _LONG_NAME if self.name.isascii() else len(self.name) >= _LONG_CHINESE


class Subjects:
    """The names of one language; made when the first sentence asks."""

    def __init__(self, catalogue: Catalogue, outlines: Iterable[Outline], language: str) -> None:
        self._english, self._long = language == "en", _LONG[language]
        self._fillers, self._levels = VOCABULARIES[language].fillers, VOCABULARIES[language].levels
        self._tail = re.compile(rf"(?:{self._fillers.pattern}|{_OF_ALL})$")
        self._counted = _ALL_OF if self._english else re.compile(rf"{self._tail.pattern}|{_ALL_OF.pattern}")
        self._head = re.compile(rf"^(?:{self._fillers.pattern})+")
        self._names: dict[str, dict[tuple[str, str], None]] = {}
        self._split: SplitNames | None = None
        amounts = measured(catalogue)
        for code, metric in amounts.items():
            self._add(metric.name.get(language), code, "")
        for label, code, category in _labels(outlines, language):
            if code in amounts:
                self._add(label, code, category)
        known = [name for name in self._names if self._is_short(name)]
        self._ending = _lengths(known, -1)
        self._beginning = _lengths(known, 0)

    def _is_short(self, name: str) -> bool:
        return len(name.split() if self._english else name) <= self._long

    def _add(self, name: str, code: str, category: str) -> None:
        for variant in _variants(name):
            self._names.setdefault(variant, {})[code, category] = None

    def before(self, words: str) -> Iterator[Named]:
        """Yield each name that the words may end with, fillers apart, the longest first; `words` begin a clause."""
        bare = words.lower()
        while bare:
            for length in self._ending.get(bare[-1], ()):
                start = len(bare) - length
                if start < 0 or bare[start:] not in self._names or not self._parts(bare[start - 1 : start]):
                    continue
                if not _OTHERS.search(_CLAUSE.split(bare[:start])[-1]):
                    yield self._named(bare[start:], start, bare[:start])
            filler = self._tail.search(bare)
            bare = bare[: filler.start()] if filler else ""

    def after(self, words: str) -> Named | None:
        """Return the name that the words begin with, fillers apart."""
        lowered = words.lower()
        match = self._head.match(lowered)
        skipped = match.end() if match else 0
        bare = lowered[skipped:]
        for length in self._beginning.get(bare[:1], ()):
            if bare[:length] in self._names and self._parts(bare[length : length + 1]):
                return replace(self._named(bare[:length], skipped, ""), certain=False)
        return None

    def around(self, before: str, behind: str) -> Named | None:
        """Return the name that the words before a number and behind it say together: 员工来自 24 个国家."""
        if self._split is None:
            self._split = split_names(self._names, english=self._english)
        fitting = begun_by(self._split, behind)
        if not fitting:
            return None
        bare = before.lower()
        while (end := self._counted.search(bare)) is not None:
            bare = bare[: end.start()]
        said = around_number(fitting, bare, behind, english=self._english)
        if said is None:
            return None
        part, rest = said
        narrowed = _WORD.search(self._fillers.sub("", OWNERS.sub("", self._fillers.sub("", rest))))
        return Named(part.targets, len(rest), len(bare), part.name, not narrowed)

    def tail(self, words: str) -> int:
        """Return where the filler begins that words end with; their length where they end with none."""
        filler = self._tail.search(words.lower())
        return filler.start() if filler else len(words)

    def only_fillers(self, words: str) -> bool:
        """Whether nothing stands there that could name something."""
        return not self._fillers.sub("", words.lower())

    def leads(self, words: str) -> bool:
        """Whether the words between a claim and a number lead to the level that is reached: 至, to."""
        return bool(self._levels.fullmatch(words.lower()))

    def _named(self, name: str, start: int, before: str) -> Named:
        rest = self._fillers.sub("", OWNERS.sub("", self._fillers.sub("", before)))
        apart = self._english or before.endswith("的")
        return Named(tuple(self._names[name]), start, start + len(name), name, not _WORD.search(rest), apart)

    def _parts(self, beside: str) -> bool:
        """Whether what stands beside a name, a character or nothing, parts it from other words."""
        return not self._english or not beside or beside.isspace() or beside in ",.:()"


@lru_cache(maxsize=16384)  # every check gathers the catalogue's names again
def _variants(name: str) -> tuple[str, ...]:
    """Return how a sentence may write a name: words at its beginning and at its end may be left out."""
    words = name.lower().strip()
    short = _HEADS.sub("", words)
    variants = dict.fromkeys((words, short, _TAILS.sub("", words), _TAILS.sub("", short)))
    return tuple([variant for variant in variants if len(variant) >= _LEAST])


def _lengths(names: Iterable[str], place: int) -> Mapping[str, Sequence[int]]:
    """Return how long the names are, the longest first, by the character at a place of them."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[place], set()).add(len(name))
    return {character: sorted(known, reverse=True) for character, known in lengths.items()}


def _labels(outlines: Iterable[Outline], language: str) -> Iterator[tuple[str, str, str]]:
    """Yield each label that an outline gives to a reference of its own year, with metric and category."""
    for outline in outlines:
        for section in outline.walk():
            for block in section.blocks:
                for placement in placements(block):
                    label = placement.label.get(language)
                    reference = parse_reference(placement.reference) if label else None
                    if reference and not (reference.wildcard or reference.entity or reference.offset or reference.year):
                        yield label, reference.code, reference.category
