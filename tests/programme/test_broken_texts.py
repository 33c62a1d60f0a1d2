"""Word files and definitions that were damaged at random: each is read or refused, nothing else comes out of a reader."""

from __future__ import annotations

import random
import shutil
import time
from dataclasses import asdict

import pytest

from exporters.word import edited_child, template_child
from exporters.word.company_template import prepare
from exporters.word.edited_draft import DraftLimits, EditedDraft
from exporters.word.parts import Parts
from exporters.word.template_reader import TemplateLimits
from exporters.word.writer import template_path
from schema.catalogue.loader import load_definitions
from schema.errors import AnnalsError, DefinitionsError
from schema.exchange.foreign_text import text_child
from schema.exchange.foreign_text.reader import TextLimits
from tests.exporters.word.test_template import company_file
from tests.programme.damaged_files import damaged, mutated
from tests.schema.catalogue.conftest import FILES

XML = (
    b"<w:p/>", b"</w:p>", b"<w:tbl><w:tr/></w:tbl>", b'w:val="99999999999999999999"', b"&#x0;", b"&amp;", b"\xff\xfe",
    b"<!DOCTYPE x>", b"-1", b'<w:fldSimple w:instr="DDE x"/>', b"rId99", b'r:id="rId1"', b"NaN", b"<w:sectPr/>",
)  # fmt: skip
YAML = (
    b": ", b"- ", b"{", b"}", b"&a ", b"*a", b"<<: *a", b"!!python/object:os.system x", b"\t", b"'", b'"', b"#", b"null",
    b"1e999", b".nan", b"2026-02-30", b"\xff", b"\xe2\x80\xae", b"---\n", b"[[[[", b"? ", b"yes", b"0x10", b"12:30:45",
)  # fmt: skip
# What one reader may take of processor time, on a machine that is busy.
LONGEST = 5.0


@pytest.fixture(scope="module")
def word_file(tmp_path_factory):
    return company_file(tmp_path_factory.mktemp("word") / "company.docx", cover=True, logo=True)


def _draft(path):
    facts, content = edited_child.main(path, asdict(DraftLimits()))
    if "refused" in facts:
        return "refused"
    try:
        draft = EditedDraft(path.name, Parts(content))
        return "read" if draft.parts else "empty"
    except AnnalsError:
        return "refused"


def _template(path):
    facts, _ = template_child.main(path, asdict(TemplateLimits()) | {"own": str(template_path())})
    return "refused" if "refused" in facts else "read"


def _text(path):
    facts, _ = text_child.main(path, asdict(TextLimits()))
    return "refused" if "refused" in facts else "read"


@pytest.mark.parametrize(
    ("read", "quick", "night"),
    [(_draft, 20, 50_000), (_template, 6, 10_000), (_text, 30, 50_000)],
    ids=["draft", "template", "text"],
)
@pytest.mark.parametrize("long", [False, pytest.param(True, marks=pytest.mark.long)], ids=["quick", "long"])
def test_a_damaged_word_file_is_read_or_refused(word_file, tmp_path, extent, figure, read, quick, night, long):
    count = extent(quick * 20, night) if long else quick
    chance, told, slowest, target = random.Random(20), [], 0.0, tmp_path / "back.docx"
    for _ in range(count):
        damaged(word_file, target, chance, "word/", XML)
        began = time.process_time()
        told.append(read(target))
        slowest = max(slowest, time.process_time() - began)
    read_, refused = told.count("read"), told.count("refused")
    figure("T20 docx", f"{count} damaged, {read_} read, {refused} refused, slowest {slowest:.2f} s")
    assert set(told) == {"read", "refused"}
    assert slowest < LONGEST


def test_the_file_that_is_damaged_is_a_good_one(word_file):
    assert prepare(word_file, template_path()).content
    assert (_draft(word_file), _template(word_file), _text(word_file)) == ("read", "read", "read")


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    folder = tmp_path_factory.mktemp("definitions")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    load_definitions(folder)
    return folder


@pytest.mark.parametrize("count", [40, pytest.param(1500, marks=pytest.mark.long)])
def test_damaged_definitions_load_or_their_mistakes_are_listed(good, tmp_path, extent, figure, count):
    count = count if count == 40 else extent(count, 30_000)
    chance, told, slowest = random.Random(21), [], 0.0
    files = sorted(path.relative_to(good) for path in good.rglob("*") if path.is_file())
    folder = shutil.copytree(good, tmp_path / "d")
    for _ in range(count):
        name = chance.choice(files)
        data = (good / name).read_bytes()
        (folder / name).write_bytes(mutated(data, chance, YAML))
        began = time.process_time()
        try:
            load_definitions(folder)
            told.append("read")
        except DefinitionsError as error:
            told.append("refused" if error.mistakes else "without a word")
        slowest = max(slowest, time.process_time() - began)
        (folder / name).write_bytes(data)
    read, refused = told.count("read"), told.count("refused")
    figure("T20 definitions", f"{count} damaged, {read} read, {refused} refused, slowest {slowest:.2f} s")
    load_definitions(folder)  # what was put right again is: each was refused for its own damage
    assert "without a word" not in told
    assert "read" in told or count < 400
    assert told.count("refused") > count / 3
    assert slowest < LONGEST
