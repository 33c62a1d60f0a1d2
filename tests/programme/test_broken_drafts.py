"""Drafts and PDF files that were damaged: scan, compare, refresh and take do their work or say why not, never anything else."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from desktop.work.compare import compare_draft, write_comments
from desktop.work.refresh import RefreshOptions, refresh_draft
from desktop.work.scan import scan_file
from desktop.work.take import take_back
from exporters.assembly.document import build_document
from exporters.word.writer import write_word
from schema.errors import AnnalsError
from schema.exchange.foreign_text import text_child
from schema.exchange.foreign_text.reader import TextLimits
from schema.moment import Moment
from tests.pdf_files import printed_pdf
from tests.programme.damaged_drafts import DAMAGES, damaged_draft, packed, parts_of
from tests.programme.damaged_files import mutated

PDF = (
    b" obj ", b"endobj", b"stream\n", b"endstream", b"xref", b"trailer", b"<<", b">>", b"/Length 99999999999", b"startxref",
    b"/Kids [1 0 R]", b"/Filter /FlateDecode", b"[", b"(", b"\xff\xfe", b"/Count -1", b"null", b"/Parent 1 0 R", b"0 R",
    b"/Encrypt 1 0 R", b"/ToUnicode 4 0 R", b"/Filter [/LZWDecode]", b"/DecodeParms <</Predictor 15>>",
)  # fmt: skip
REPORT, LONGEST = "csr-2022", 15.0  # seconds of processor that one act may take on a busy machine


@pytest.fixture(scope="module")
def moment(sample_definitions, sample_snapshot) -> Moment:
    return Moment(sample_definitions, sample_snapshot)


@pytest.fixture(scope="module")
def draft(moment, sample_pictures, tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "draft.docx"
    write_word(build_document(moment, REPORT, "zh-Hans"), path, pictures=sample_pictures)
    return path.read_bytes()


def outcomes(moment: Moment, path: Path) -> Iterator[str]:
    """Do all that is done with a draft; yield "done", or the code of the sentence that refuses it."""
    target = path.with_name("out.docx")
    acts = (
        lambda: scan_file(path, moment),
        lambda: write_comments(moment, compare_draft(moment, path), target),
        lambda: refresh_draft(moment, RefreshOptions(path, target)).writer(target),
        lambda: take_back(moment, path),
    )
    for act in acts:
        try:
            act()
            yield "done"
        except AnnalsError as error:
            yield error.code


@pytest.mark.parametrize("long", [False, pytest.param(True, marks=pytest.mark.long)], ids=["quick", "long"])
def test_a_damaged_draft_is_read_back_or_refused_with_a_sentence(moment, draft, tmp_path, extent, figure, long):
    chance, told, slowest, path = random.Random(13), list[str](), 0.0, tmp_path / "back.docx"
    count = extent(150, 5_000) if long else 4
    for _ in range(count):
        path.write_bytes(damaged_draft(draft, chance))
        began = time.process_time()
        told += outcomes(moment, path)
        slowest = max(slowest, time.process_time() - began)
    refused = [code for code in told if code != "done"]
    figure("T20 drafts", f"{count} damaged, {len(refused)} of {len(told)} acts refused, slowest {slowest:.2f} s")
    assert {code.partition(".")[0] for code in refused} <= {"draft", "scanned"}
    assert set(refused) <= set(moment.catalogue.messages)
    assert slowest < LONGEST


@pytest.mark.parametrize("damage", dict.fromkeys(DAMAGES), ids=lambda damage: damage.__name__.strip("_"))
def test_each_sort_of_damage_changes_the_file(draft, damage):
    assert damage(draft, random.Random(1)) != draft


def test_a_whole_draft_is_read_back(moment, draft, tmp_path):
    path = tmp_path / "whole.docx"
    path.write_bytes(draft)
    assert list(outcomes(moment, path)) == ["done"] * 4
    assert "word/document.xml" in parts_of(draft)


def test_a_draft_that_unpacks_to_too_much_is_refused_unread(moment, draft, tmp_path):
    bomb = next(one for one in DAMAGES if one.__name__ == "_bomb")
    path = tmp_path / "bomb.docx"
    path.write_bytes(bomb(draft, random.Random(2)))
    assert set(list(outcomes(moment, path))[1:]) == {"draft.too_large"}


@pytest.mark.parametrize("number", ["b_", "", "-3", "9" * 30, "²"])
def test_comments_whose_numbers_are_odd_are_no_hindrance(moment, draft, tmp_path, number):
    parts, path = parts_of(draft), tmp_path / "odd.docx"
    odd = re.sub(rb'<w:comment w:id="\d+"', f'<w:comment w:id="{number}"'.encode(), parts["word/comments.xml"], count=1)
    path.write_bytes(packed({**parts, "word/comments.xml": odd}))
    assert list(outcomes(moment, path)) == ["done"] * 4


def read_pdf(path: Path) -> str:
    facts, _ = text_child.main(path, asdict(TextLimits()))
    return str(facts.get("refused", "read"))


@pytest.mark.parametrize("count", [400, pytest.param(20_000, marks=pytest.mark.long)])
def test_a_damaged_pdf_is_read_or_refused(tmp_path, extent, figure, count):
    good, chance, path, told = printed_pdf(), random.Random(7), tmp_path / "a.pdf", list[str]()
    count, slowest = count if count == 400 else extent(count, 1_000_000), 0.0
    for _ in range(count):
        cut = chance.random() < 0.1
        path.write_bytes(
            good[: chance.randrange(len(good))] if cut else mutated(mutated(good, chance, PDF), chance, PDF)
        )
        began = time.process_time()
        told.append(read_pdf(path))
        slowest = max(slowest, time.process_time() - began)
    figure("T20 pdf", f"{count} damaged, {told.count('read')} read, slowest {slowest:.2f} s")
    assert set(told) <= {"read", "broken", "no_words", "not_text", "locked"}
    assert {"read", "broken"} <= set(told)
    assert slowest < LONGEST


def test_a_pdf_with_an_unknown_filter_is_broken_and_a_whole_one_is_read(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(printed_pdf())
    assert read_pdf(path) == "read"
    path.write_bytes(printed_pdf().replace(b"/FlateDecode", b"/FlateDecodf"))
    assert read_pdf(path) == "broken"
