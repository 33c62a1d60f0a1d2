"""Every report in every language: no word of another script stands where it has no business."""

import re
from functools import cache

import pytest

from exporters.excel.writer import write_excel
from exporters.word.writer import write_word
from schema.grammar.words import LANGUAGES, Words, is_chinese
from schema.validation.check import check
from schema.validation.facts import Excerpt
from schema.values.footnote_words import PARTED
from tests.catalogue_walk import walk
from tests.exporters.built import build_document, build_workbook
from tests.exporters.excel.sample import definitions, figures, snapshot

from .language_walk import said

REPORTS = ("csr-2019", "esg-2021", "csr-2022")
# What is built for each language in every run: each report once.
QUICK = {"zh-Hans": "csr-2019", "zh-Hant": "esg-2021", "en": "csr-2022"}
# Both scripts write these; a table of single characters takes them for simplified ones.
SHARED = frozenset("台群里准采峰恒秘游淀")
# A concert, and people whose names both scripts write so.
PROPER = ("良樂", "賈占鋒", "于朦朧", "蕭占行", "余海波", "余敬中", "涂志軍", "岩井俊二")


@cache
def issues(report):
    return check(definitions(), snapshot(), figures(), report)


def document(report, language):
    return build_document(definitions(), report, language, snapshot())


def workbook(report, language):
    return build_workbook(definitions(), report, language, snapshot())


@cache
def evidence():
    """What exists in one language only: notes, sources and quoted names as typed, numbers as printed; the longest first."""
    data = snapshot()
    found = {text for point in data.points.values() for text in (point.footnote, point.note, point.method, point.typed)}
    found |= {part for text in found for part in text.split(PARTED)}
    found |= {value.text for value in data.published}
    found |= {version.source for version in definitions().catalogue.factors}
    found |= {value.place for value in data.published}
    # What an issue quotes of a text stands there in the language of the text.
    told = {fact for report in REPORTS for issue in issues(report) for fact in issue.facts.values()}
    found |= {text for fact in told for text in quoted(fact) if is_chinese(text)}
    bare = {text.replace(" ", "").rstrip("。；") for text in found}
    bare |= {f"{text}。" for text in bare if text}  # a footnote ends like a sentence
    return sorted(filter(None, bare), key=len, reverse=True)


def quoted(fact):
    """The words that a fact of an issue quotes as they stand."""
    if isinstance(fact, str):
        return (fact,)
    if isinstance(fact, Excerpt):
        return fact.names
    if isinstance(fact, Words):
        return tuple(fact.get(language) for language in LANGUAGES)
    return tuple(text for one in fact for text in quoted(one)) if isinstance(fact, tuple) else ()


def without_evidence(text):
    text = text.replace(" ", "")  # sentences have a blank where the two scripts meet
    for known in (*PROPER, *evidence()):
        text = text.replace(known, "")
    return text


def strange(written, odd):
    """Return what the files say that is odd, each once, with the part that it stands in."""
    return sorted({f"{part}: {text[:120]}" for part, text in written if odd(text)})


@pytest.fixture(scope="module")
def written(request, tmp_path_factory):
    """What the draft and the workbook of a report say: each text with the part that it stands in."""
    report, language = request.param
    folder = tmp_path_factory.mktemp("written")
    word, excel = folder / "a.docx", folder / "a.xlsx"
    draft = document(report, language)
    write_word(draft, word)
    write_excel(workbook(report, language), excel)
    # How a text asks for a number ({code|亿 0}) is a column of the data sheet; it is no word of the report.
    formats = {fact.format for fact in draft.facts}
    return [entry for path in (word, excel) for entry in said(path) if entry[1] not in formats]


def of(language):
    """Every report in `make test-long`; one report of each language in every run."""
    given = [
        pytest.param((report, language), id=report, marks=() if report == QUICK[language] else pytest.mark.long)
        for report in REPORTS
    ]
    return pytest.mark.parametrize("written", given, indirect=True)


@of("en")
def test_english_files_hold_chinese_words_only_where_they_are_quoted_as_evidence(written):
    assert strange(written, lambda text: is_chinese(text) and is_chinese(without_evidence(text))) == []


@of("en")
def test_chinese_notes_in_english_files_say_that_they_are_chinese(written):
    words = (text for p in snapshot().points.values() for text in (p.footnote, p.note))
    notes = {text for text in words if is_chinese(text)} | {
        v.source for v in definitions().catalogue.factors if is_chinese(v.source)
    }
    bare = [text for _, text in written for note in notes
            if note in text and "(in Chinese) " + note not in text]  # fmt: skip
    assert bare == []


@of("zh-Hant")
def test_traditional_files_hold_no_simplified_character(written):
    simplified = simplified_only()
    assert strange(written, lambda text: simplified & set(text) and simplified & set(without_evidence(text))) == []


@of("zh-Hans")
def test_simplified_files_hold_no_traditional_character(written):
    traditional = traditional_only()
    assert strange(written, lambda text: traditional & set(text) and traditional & set(without_evidence(text))) == []


@pytest.mark.long  # each report assembled anew
def test_english_files_have_no_scale_word_of_the_chinese(tmp_path):
    texts = [number.unit + number.text for report in REPORTS for number in document(report, "en").numbers()]
    assert not [text for text in texts if re.search("[万萬亿億千]", text)]
    assert {word for text in texts for word in re.findall("thousand|million|billion", text)} == {
        "million", "billion",
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_definitions_are_worded_in_the_script_of_their_language(language):
    if language == "en":
        odd = is_chinese
    else:
        strangers = simplified_only() if language == "zh-Hant" else traditional_only()

        def odd(text):
            return bool(strangers & set(text))

    found = {path: words.get(language) for path, words in walk(definitions()) if odd(words.get(language))}
    # The formats that a message shows are what one types, in any language.
    assert {p: w for p, w in found.items() if not p.endswith(("text.unknown_format",))} == {}


def test_quotation_marks_are_those_of_the_language():
    for path, words in walk(definitions()):
        assert not re.search("[“”]", words.zh_hant), path
        assert not re.search("[「」『』]", words.zh_hans), path


@cache
def simplified_only():
    opencc = pytest.importorskip("opencc", reason="the extra hant is not installed")
    to_traditional, to_simplified = opencc.OpenCC("s2t"), opencc.OpenCC("t2s")
    ideographs = map(chr, range(0x4E00, 0xA000))
    return frozenset(c for c in ideographs if to_traditional.convert(c) != c == to_simplified.convert(c)) - SHARED


@cache
def traditional_only():
    opencc = pytest.importorskip("opencc", reason="the extra hant is not installed")
    to_simplified = opencc.OpenCC("t2s")
    return frozenset(c for c in map(chr, range(0x4E00, 0xA000)) if to_simplified.convert(c) != c)
