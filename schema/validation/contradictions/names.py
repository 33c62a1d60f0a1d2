"""One name in two spellings: what texts quote of projects, products and documents, in one report or in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from schema.catalogue.outline import Outline
from schema.grammar.words import Words
from schema.validation.contradictions.contradiction import Contradiction, Stated, contradiction
from schema.validation.facts import Fact
from schema.validation.issue import Issue
from schema.validation.statements.places import OutlinePassage, Passage, issue_at, stretch_facts
from schema.validation.statements.texts import Texts

_MARKED = r"[“「《‘『]([^“”「」《》‘’『』\n{}]{2,40})[”」》’』]"
_QUOTED = re.compile(rf"{_MARKED}()")
_NAMED = re.compile(rf"{_MARKED}|^([^：:\n{{}}]{{3,12}})(?=：)")  # a label may name what it goes on to tell of
_LINK = re.compile(r"\{[^{}\n]*\}")
_REMARK = re.compile(r"[（(][^（）()]*[）)]")
_TOKEN = re.compile(r"[a-z0-9.]+|[^\W_a-z0-9]")
_SENTENCE = re.compile(r"[。！？!?；;\n|]")
# What a name may begin with, and end in or not: one project is called either way.
_STATE = re.compile(r"^(?:中华人民共和国|中華人民共和國)")
_KIND = re.compile(r"(?:计划|計劃|项目|項目|活动|活動|行动|行動|工程|专场|專場)$")
# Of two names that differ in these alone each is its own.
_SERIES = (
    "一二三四五六七八九十百千万两兩", "甲乙丙丁戊己庚辛", "上中下", "左右", "前后後", "内內外", "东西南北中東",
    "春夏秋冬", "男女", "老中青少幼", "大中小", "高中低初", "省市区區县縣乡鄉镇鎮村国國", "年季月周日",
    "早午晚", "新旧舊", "进出進", "买卖買賣", "正副", "主次", "总分總", "公私", "红黄蓝绿白黑紅黃藍綠",
    "金银铜銀銅", "水电气煤電氣", "海陆空陸", "风光風",
)  # fmt: skip
_RUN = 3  # so many words side by side have two spellings in common
_ENOUGH, _AT_THE_END, _MANY = 5, 6, 10

_Words = tuple[str, ...]


@dataclass(slots=True)
class _Name:
    """A name as it is quoted: its words, and each place (text, start) of it."""

    quote: str
    words: _Words
    places: list[tuple[Passage, int]] = field(default_factory=list[tuple[Passage, int]])


def everywhere(texts: Texts) -> Iterator[Contradiction]:
    """Yield each two names that look like one, in the language of the report, or of the newer of two."""
    outlines = texts.definitions.outlines.values()
    for language in dict.fromkeys(outline.language for outline in outlines):
        names: dict[str, _Name] = {}
        for outline in outlines:
            for passage in (*texts.of(outline), *_labels(outline)):
                _gather(passage, language, names)
        for pair in _pairs(tuple(names.values()), language):
            rare, other = sorted(pair, key=lambda name: (len(name.places), -name.places[0][0].outline.year, name.quote))
            beside = _beside(rare.places[0][0].outline, other)
            newer = max((rare.places[0][0].outline, beside.outline), key=lambda outline: outline.year)
            if newer.language == language:
                yield _contradiction(rare, (other, beside), language)


def _labels(outline: Outline) -> Iterator[Passage]:
    """Yield the outline's own words that name something: most say nothing else, and no other check reads them."""
    return (OutlinePassage(outline, one.part, one.words) for one in outline.wordings if _names_something(one.words))


@lru_cache(maxsize=8192)
def _names_something(words: Words) -> bool:
    return _NAMED.search(words.zh_hans) is not None


def _beside(outline: Outline, name: _Name) -> Passage:
    """Return where a name stands first, in this report if it does."""
    texts = [text for text, _ in name.places]
    return next((text for text in texts if text.outline is outline), texts[0])


def _gather(passage: Passage, language: str, names: dict[str, _Name]) -> None:
    for quote, words, start in _quotes(passage.words.get(language), isinstance(passage, OutlinePassage)):
        known = "".join(words)
        if known not in names:
            names[known] = _Name(quote, words)
        names[known].places.append((passage, start))


@lru_cache(maxsize=8192)  # every check reads all texts again, and few of them are other ones
def _quotes(text: str, is_label: bool) -> tuple[tuple[str, tuple[str, ...], int], ...]:
    """Return the names of a text: as quoted, in words, and where each begins; what a link counts is none."""
    plain = _LINK.sub(lambda link: "{" * len(link[0]), text)
    found = [
        (one[1] or one[2], one.start(1 if one[1] else 2)) for one in (_NAMED if is_label else _QUOTED).finditer(plain)
    ]
    return tuple(
        (quote, tuple(_TOKEN.findall(_STATE.sub("", _REMARK.sub("", quote)).lower())), at) for quote, at in found
    )


def _pairs(names: Sequence[_Name], language: str) -> Iterator[tuple[_Name, _Name]]:
    """Yield the names that look like one; those of one sentence are two, or it would not name both."""
    for one, other in _alike(tuple(name.words for name in names)):
        if not _are_listed(names[one], names[other], language):
            yield names[one], names[other]


@lru_cache(maxsize=16)  # most changes from one check to the next touch no name
def _alike(names: tuple[_Words, ...]) -> tuple[tuple[int, int], ...]:
    """Return which two of several names look like one, by their places."""
    with_run: dict[_Words, list[int]] = {}
    with_same: dict[_Words, list[int]] = {}
    for place, words in enumerate(names):
        with_same.setdefault(tuple(sorted(words)), []).append(place)
        for start in range(len(words) - _RUN + 1):
            with_run.setdefault(words[start : start + _RUN], []).append(place)
    near = {pair for places in with_run.values() for pair in combinations(places, 2)}
    alike = {(one, other) for one, other in near if _is_respelt(names[one], names[other])}
    mixed = {pair for same in with_same.values() for pair in combinations(same, 2) if len(names[pair[0]]) >= _RUN}
    return tuple(sorted(alike | mixed))


def _are_listed(first: _Name, second: _Name, language: str) -> bool:
    """Whether one sentence has both."""
    return any(
        text is beside and not _SENTENCE.search(text.words.get(language), min(start, at), max(start, at))
        for text, start in first.places
        for beside, at in second.places
    )


def _is_respelt(first: _Words, second: _Words) -> bool:
    """Whether one name stands in the other but for a word: inside it, or as the last one of a long name."""
    of_one_kind = _bare(first) != first and first[-2:] == second[-2:]
    both = (first, second) if of_one_kind else (_bare(first), _bare(second))
    short, long = sorted(both, key=len)
    starts = (at for at in range(len(long) - len(short) + 1) if long[at] == short[0])  # names never differ in the first
    for start in starts:
        wrong = _unlike(short, long[start:])
        if wrong and _may_be_a_slip(short, long[start : start + len(short)], wrong, len(long) - len(short) - start):
            return True
    return False


def _unlike(short: tuple[str, ...], long: tuple[str, ...]) -> list[int]:
    """Return where two names have other words; nothing where more than two are other ones."""
    wrong: list[int] = []
    for at, word in enumerate(short):
        if word != long[at]:
            if len(wrong) == 2:
                return []
            wrong.append(at)
    return wrong


def _may_be_a_slip(short: tuple[str, ...], other: tuple[str, ...], wrong: Sequence[int], beyond: int) -> bool:
    """Whether enough stands around what differs; `beyond` are the words that the longer name has behind it."""
    before, after = _size(short[: wrong[0]]), _size(short[wrong[-1] + 1 :])
    same = before + after
    if any(_is_counted(short[at], other[at]) for at in wrong) or wrong[-1] - wrong[0] >= len(wrong):
        return False
    if len(wrong) > 1:
        return same >= _MANY and min(before, after) >= _RUN
    return (same >= _ENOUGH and min(before, after) >= 2) or (same >= _AT_THE_END and not after + beyond)


def _size(words: Sequence[str]) -> int:
    return len("".join(words))


def _is_counted(one: str, other: str) -> bool:
    """Whether two words are members of a series, or no words: then the names are two."""
    return min(one, other) < "\u3400" or any(one in series and other in series for series in _SERIES)


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without the kind that it may end in."""
    kind = _KIND.search("".join(words[-2:]))
    return words[: -len(kind[0])] if kind and len(words) > len(kind[0]) + 1 else words


def _contradiction(rare: _Name, there: tuple[_Name, Passage], language: str) -> Contradiction:
    (passage, start), (other, beside) = rare.places[0], there
    facts: dict[str, Fact] = {"name": rare.quote, "othername": other.quote}
    facts |= {f"other{name}": fact for name, fact in beside.facts().items()}
    facts |= stretch_facts(passage.words.get(language), start, start + len(rare.quote))
    said = ((passage, rare.quote), (beside, other.quote))
    stated = (Stated(at.at(language), quote, report=at.outline.code) for at, quote in said)
    issue = issue_at(passage, Issue("contradiction.names", "doubt", None, facts), language)
    return contradiction(issue, tuple(stated))
