"""Numbers in the sentences of the sample: nothing is said twice, one thing is one, and no unit is in the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from exporters.assembly.assembly import Assembly
from exporters.assembly.document import section_blocks
from exporters.assembly.linked_text import inlines, plain_words
from exporters.blocks import Block, Callout, Chart, Frame, Index, Table, block_inlines, with_inlines
from exporters.content import Footnote, Inline, Inlines
from schema.catalogue.definitions import Catalogue
from schema.catalogue.owners import owners
from schema.grammar.english_units import of_one
from schema.grammar.words import LANGUAGES
from schema.moment import Moment

_HAN = "[\u3400-\u9fff]"
_PERSONS = (
    "员工|員工|用户|用戶|学生|學生|老师|老師|教师|教師|主播|儿童|兒童|女生|女性|妇女|婦女|老人|志愿者|志願者|专家|專家|"
    "讲师|講師|网友|網友|达人|達人|创作者|創作者|孩子|代表|明星"
)
_DEGREE = "超过|超過|逾|近|约|約|至少|不足"
CHINESE = {
    "two words of degree": rf"[达達]到?(?:{_DEGREE})\s?\d|(?:{_DEGREE})(?:{_DEGREE})\s?\d",
    "a unit twice": rf"\d\s?人(?:{_PERSONS})|\d\s?([个個家间間名项項场場次位])\1|个就业岗位个|(就[业業][岗崗]位)超?[过過近约約]?[\d,]+[个個]\2",
    "a thing, its number and what it does": rf"(?:{_PERSONS})[\d,]+余?[万萬]?人(?:共|以上|以第|从|從|给|給|拿|到场|到場|分[别別])",
    "respectively of nothing": r"(?:分别|分別)[为為]?\s?0",
    "a scale that nobody says": r"\d\s?[百千][万萬](?![元亿億])",
    "余 before the scale of an odd number": r"[1-9][余餘][万萬亿億]",
    "an editor's note": r"(?:报告|報告)(?:写作|寫作|未给出|未給出|未说明|未說明|未载|未載)|正文截至|所[载載]为|所[载載]為",
    "a typed distance": rf"{_HAN} \d|(?<!\A0\d)(?<=[\d%]) {_HAN}",
}


def english(catalogue: Catalogue) -> dict[str, str]:
    """What an English sentence is searched for."""
    units = {unit.name.en for unit in catalogue.units.values()}
    many = "|".join(sorted(re.escape(unit) for unit in units if of_one(unit) != unit))
    degree = "over|nearly|about|around|at least|more than|under"
    return {
        "two words of degree": rf"\b(?:{degree}) (?:{degree})\b",
        "one of many": rf"(?<![\d.,/–-])1 (?:{many})\b",
        "a bracketed unit": rf"\((?:(?:{degree}) )?[\d,.]+(?: (?:million|billion))? (?:{many})\)",
        "the verb between a thing and its unit": rf"\b(?:is|are|was|were) (?:(?:{degree}) )?[\d,.]+ (?:units?|items?)\b",
        "a word that nobody says": r"person-times?\b",
        "thousands in words": r"(?<![\d,])\d{1,3} thousand\b",
        "millions of millions": r"\d,\d{3} (?:million|thousand) (?!tonnes)",
        "money behind its degree": rf"RMB (?:{degree})\b",
        "a sentence that begins small": rf"(?:^|[.!?] )(?:{degree}) \d",
        "an editor's note": r"the report (?:does not|describes|names)|not stated in the report|in the body\b",
        "respectively of nothing": r"\b0(?: \w+)?, 0(?: \w+)? and 0(?: \w+)? respectively",
    }


@cache
def faults_of(words: str, patterns: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Return what is odd in a sentence, with a few words around it."""
    found = ((name, match) for name, pattern in patterns for match in re.finditer(pattern, words))
    return tuple(f"{name}: …{words[max(0, m.start() - 20) : m.end() + 10]}…" for name, m in found)


def patterns_of(catalogue: Catalogue, language: str) -> tuple[tuple[str, str], ...]:
    return tuple((english(catalogue) if language == "en" else CHINESE).items())


def sentences(block: Block) -> Iterator[str]:
    """Yield what a block says in sentences; the cells of tables have their units in a column."""
    if isinstance(block, Callout):
        yield from (f"· {item.before}{item.number.text}{item.unit}" for item in block.items)
    elif not isinstance(block, Table | Chart | Index):
        runs: list[Inlines] = []
        with_inlines(_without_tables(block), lambda run: runs.append(run) or run)
        yield from map(plain_words, runs)
    notes = (inline for inline in block_inlines(block) if isinstance(inline, Footnote))
    yield from (plain_words(tuple[Inline, ...](note.inlines)) for note in notes)


def _without_tables(block: Block) -> Block:
    if isinstance(block, Frame):
        return Frame(block.id, block.style, "", "", tuple(b for b in block.blocks if not isinstance(b, Table)))
    return block


def blocks_of(assembly: Assembly) -> Iterator[Block]:
    from exporters.assembly.assembly import Part

    known = owners(assembly.outline)
    for chapter in assembly.outline.chapters:
        for section in chapter.walk():
            part = Part(assembly, section, known[section.code], chapter.code)
            yield from (block for _, block in section_blocks(part, "Calibri"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_has_no_sentence_that_a_number_bends(sample_definitions, sample_snapshot, language):
    moment, patterns = Moment(sample_definitions, sample_snapshot), patterns_of(sample_definitions.catalogue, language)
    faults = [
        f"{code} {block.id} {fault}"
        for code, outline in sample_definitions.outlines.items()
        for block in blocks_of(Assembly(moment, outline, language))
        for words in sentences(block)
        for fault in faults_of(words, patterns)
    ]
    assert faults == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", "合作企业达超过24万家"), ("zh-Hant", "763人員工參加"), ("zh-Hant", "分別為0人、0人和0人"),
        ("zh-Hans", "提供就业岗位超过120个就业岗位"), ("zh-Hans", "主播45人共发布作品"), ("zh-Hans", "乡村快手用户100人以上"),
        ("zh-Hans", "日活跃用户366.0百万人"), ("zh-Hans", "超过2千万人"), ("zh-Hans", "获赞6余万个"), ("zh-Hans", "达 24 万家"), ("zh-Hans", "报告未给出当年数值。"),
        ("en", "museums across the country (17 companies)"), ("en", "rated “green data centre” is 1 units"),
        ("en", "gangs was 33 units"), ("en", "an attendance of 39,207 person-times"), ("en", "1 companies"),
        ("en", "RMB over 15 million"), ("en", "a following of 600 thousand people"), ("en", "It grew. over 300 joined"),
        ("en", "viewed over 1,400 million times"), ("en", "over nearly 300"),
    ],
)  # fmt: skip
def test_each_kind_of_odd_sentence_is_found(sample_definitions, language, words):
    assert faults_of(words, patterns_of(sample_definitions.catalogue, language))


@pytest.mark.parametrize(
    ("report", "language", "written", "printed"),
    [
        ("csr-2022", "en", "{jobs.kuaipin.firms}", "over 240,000 companies"),
        ("csr-2022", "en", '{jobs.kuaipin.firms|"employers"}', "over 240,000 employers"),
        ("csr-2022", "en", '{jobs.kuaipin.firms|""}', "over 240,000"),
        ("csr-2022", "en", '{jobs.total|million 0.0 "jobs"}', "36.2 million jobs"),
        ("csr-2022", "zh-Hans", "{jobs.kuaipin.firms|“家企业”}", "超过24万家企业"),
        ("csr-2022", "zh-Hant", "{jobs.kuaipin.firms|萬 「家企業」}", "超過24萬家企業"),
        ("csr-2022", "zh-Hans", '{jobs.kuaipin.firms|""}', "超过24万"),
        ("csr-2019", "zh-Hans", "{rural.leaders.planned}", "100人以上"),
        ("csr-2019", "zh-Hans", '{rural.leaders.planned|"名乡村用户"}', "至少100名乡村用户"),
        ("csr-2019", "zh-Hans", "{knowledge.creator.likes}", "6万余个"),
        ("csr-2022", "en", "{property.sales}", "over RMB 10 billion"),
        ("esg-2021", "en", '{datacentre.certified|"data centres with a certificate"}', "1 data centre with a certificate"),
    ],
)  # fmt: skip
def test_a_number_counts_a_noun_stands_alone_or_has_its_unit(
    sample_definitions, sample_snapshot, report, language, written, printed
):
    assembly = Assembly(Moment(sample_definitions, sample_snapshot), sample_definitions.outlines[report], language)
    assert plain_words(inlines(assembly, written)) == printed


def test_what_is_counted_makes_no_other_number_of_it(sample_definitions, sample_snapshot):
    assembly = Assembly(Moment(sample_definitions, sample_snapshot), sample_definitions.outlines["csr-2022"], "en")
    plain, counted = (
        inlines(assembly, text)[0] for text in ("{jobs.kuaipin.firms}", '{jobs.kuaipin.firms|"employers"}')
    )
    assert plain == counted


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("companies", "company"), ("people", "person"), ("person-times", "person-time"), ("class hours", "class hour"),
        ("hours per person", "hour per person"), ("courses", "course"), ("classes", "class"), ("MWh per person",) * 2,
        ("s", "s"), ("kWh", "kWh"), ("RMB", "RMB"), ("m²", "m²"), ("series", "series"), ("", ""),
        ("women", "woman"), ("packs of basketball equipment", "pack of basketball equipment"),
    ],
)  # fmt: skip
def test_a_unit_behind_one_is_said_in_the_singular(many, one):
    assert of_one(many) == one
