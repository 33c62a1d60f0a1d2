"""Drafts edited at random as people do, data changed, refreshed: no edit is lost and no linked number is stale."""

from __future__ import annotations

import copy
import random
import re
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from desktop.work.refresh import Refreshed, RefreshOptions, refresh_draft
from exporters.assembly.document import build_document
from exporters.word.writer import write_word
from schema.moment import Moment
from schema.values.changes import keep, overlay
from tests.exporters.word.edits import Edited, W, outside, run, tag_of, words
from tests.exporters.word.saved_again import saved_by_libreoffice
from tests.office_files import complaints

REPORT, LANGUAGE = "csr-2022", "zh-Hans"
EDITS = 20  # of one draft
_SCALES = re.compile("[万亿]")


class Editor:
    """A person at a draft: each edit is one of those that people make."""

    def __init__(self, draft: Edited, seed: int) -> None:
        self.draft, self.chance = draft, random.Random(seed)
        self.marks: list[str] = []
        self.count = 0

    def edit(self, times: int) -> None:
        kinds = (
            self.retype, self.add, self.delete, self.move, self.restyle, self.split, self.split_number, self.insert_tracked,
            self.delete_tracked, self.unlink, self.delete_number, self.accept, self.reject,
        )  # fmt: skip
        for _ in range(times):
            self.count += 1
            self.chance.choice(kinds)()

    def _mark(self, what: str) -> str:
        self.marks.append(f"〔{what}{self.count}〕")
        return self.marks[-1]

    def _runs(self, paragraph):
        return [
            r for r in paragraph.findall(W + "r") if r.find(W + "t") is not None and len(r.find(W + "t").text or "") > 6
        ]

    def _run(self):
        return self.chance.choice(self._runs(self.chance.choice([p for p in self.draft.prose() if self._runs(p)])))

    def _control(self):
        return self.chance.choice([c for c in self.draft.controls() if c.getparent().tag == W + "p" and words(c)])

    def retype(self):
        text = self._run().find(W + "t")
        at = self.chance.randrange(2, len(text.text) - 2)
        text.text = text.text[:at] + self._mark("改") + text.text[at:]

    def add(self):
        paragraph = etree.Element(W + "p")
        paragraph.append(run(self._mark("新段") + f"编辑加写的一段，数字 {self.chance.randrange(10, 99)} 是手写的。"))
        self.chance.choice(self.draft.prose()).addnext(paragraph)

    def delete(self):
        free = [p for p in self.draft.prose() if not p.findall(f".//{W}bookmarkStart") and "〔" not in words(p)]
        if free:
            self.draft.body.remove(self.chance.choice(free))

    def move(self):
        first, second = self.chance.sample(self.draft.prose(), 2)
        first.addnext(second)

    def restyle(self):
        for one in self._control().iter(W + "r"):
            look = one.find(W + "rPr")
            if look is None:
                look = etree.Element(W + "rPr")
                one.insert(0, look)
            if look.find(W + "i") is None:
                look.append(etree.Element(W + "i"))

    def split(self):
        first = self._run()
        self._cut(first, first.find(W + "t"))

    def split_number(self):
        control = self._control()
        first = next(control.iter(W + "r"))
        if len(words(first)) > 2:
            self._cut(first, first.find(W + "t"))

    def _cut(self, first, text):
        second, at = copy.deepcopy(first), len(text.text) // 2
        second.find(W + "t").text, text.text = text.text[at:], text.text[:at]
        for one in (text, second.find(W + "t")):
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        first.addnext(second)

    def _tracked(self, name: str):
        return etree.Element(W + name, {
            W + "id": str(90_000 + self.count), W + "author": "领导", W + "date": "2023-05-01T10:00:00Z",
        })  # fmt: skip

    def insert_tracked(self):
        change = self._tracked("ins")
        change.append(run(self._mark("修订")))
        self.chance.choice(self.draft.prose()).append(change)

    def delete_tracked(self):
        one, change = self._run(), self._tracked("del")
        one.addprevious(change)
        change.append(one)
        one.find(W + "t").tag = W + "delText"

    def accept(self):
        for change in list(self.draft.root.iter(W + "ins"))[:1]:
            for one in list(change):
                change.addprevious(one)
            change.getparent().remove(change)

    def reject(self):
        for change in list(self.draft.root.iter(W + "del"))[:1]:
            for one in list(change):
                one.find(W + "delText").tag = W + "t"
                change.addprevious(one)
            change.getparent().remove(change)

    def unlink(self):
        control = self._control()
        for one in reversed(list(control.find(W + "sdtContent"))):
            control.addnext(one)
        control.getparent().remove(control)

    def delete_number(self):
        control = self._control()
        control.getparent().remove(control)


@pytest.fixture(scope="module")
def moment(sample_definitions, sample_snapshot) -> Moment:
    return Moment(sample_definitions, sample_snapshot)


@pytest.fixture(scope="module")
def exported(moment, sample_pictures, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("edited") / "draft.docx"
    write_word(build_document(moment, REPORT, LANGUAGE), path, pictures=sample_pictures)
    return path


def changed(moment: Moment, seed: int) -> Moment:
    """Return a moment in which values that the report prints are others."""
    chance, snapshot = random.Random(seed), moment.snapshot
    points = [p for p in snapshot.points.values() if p.value is not None and p.value >= 20 and p.key.period == 2022]
    factors = [Decimal(one) for one in ("0.9", "1.1", "0.31", "2.5", "11")]
    news = [
        replace(p, value=(p.value * chance.choice(factors)).to_integral_value(), typed="")
        for p in chance.sample(points, 25)
    ]
    return Moment(moment.definitions, overlay(snapshot, tuple(keep(point) for point in news)))


def refreshed(moment: Moment, draft: Path, target: Path) -> tuple[Refreshed, Edited]:
    done = refresh_draft(moment, RefreshOptions(draft, target))
    done.writer(target)
    return done, Edited(target)


def stale(new: Edited, moment: Moment) -> list[tuple[str, str]]:
    truth = {fact.word_key: fact.text for fact in build_document(moment, REPORT, LANGUAGE).facts}
    wrong = []
    for control in new.controls():
        key = tag_of(control).removeprefix("annals:")
        shown = words(control.find(W + "sdtContent"))
        if key in truth and shown != truth[key]:
            wrong.append((truth[key], shown))
    return wrong


def play(moment: Moment, exported: Path, folder: Path, seed: int, *, office: bool = False) -> Edited:
    """Edit, change data, refresh, and look at all that must hold."""
    draft = Edited(exported)
    editor = Editor(draft, seed)
    editor.edit(EDITS)
    path = draft.save(folder / f"edited{seed}.docx")
    if office:
        path = saved_by_libreoffice(path, folder)
    before = Edited(path)
    later = changed(moment, seed)
    done, new = refreshed(later, path, folder / f"new{seed}.docx")
    assert done.numbers.orphans == []
    if not office:
        assert done.numbers.edited == []
    assert stale(new, later) == [], seed
    whole = "".join(words(p) for p in new.root.iter(W + "p"))
    assert [mark for mark in editor.marks if mark in words(before.root) and mark not in whole] == [], seed
    for name in ("ins", "del", "i"):
        assert len(list(new.root.iter(W + name))) == len(list(before.root.iter(W + name))), (seed, name)
    if not office:
        assert texts(new) == texts(before), seed
        assert len(list(new.root.iter(W + "tr"))) == len(list(before.root.iter(W + "tr"))), seed
        assert [tag_of(c) for c in new.controls()] == [tag_of(c) for c in before.controls()], seed
    again, last = refreshed(later, folder / f"new{seed}.docx", folder / f"again{seed}.docx")
    assert (again.numbers.updated, last.parts) == ([], new.parts), seed
    return new


_COUNTED = re.compile(r"草稿，(?:\d+项待完成|没有待完成事项)|(?<=[表图] )\d+")


def texts(draft: Edited) -> list[str]:
    """The words outside linked numbers and tables, without the scale words that go with numbers, and without what the
    program counts itself: open points on the cover, captions."""
    free = (p for p in draft.root.iter(W + "p") if next(p.iterancestors(W + "tbl"), None) is None)
    return [_SCALES.sub("", _COUNTED.sub("", outside(p))) for p in free]


@pytest.mark.parametrize("seed", range(2))
def test_random_edits_are_kept_and_numbers_are_todays(moment, exported, tmp_path, seed):
    play(moment, exported, tmp_path, seed)


def test_a_refreshed_draft_is_a_valid_file(moment, exported, tmp_path):
    play(moment, exported, tmp_path, 99)
    assert complaints(tmp_path / "new99.docx") == complaints(tmp_path / "edited99.docx")


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 150))
def test_a_thousand_random_edits(moment, exported, tmp_path, seed):
    play(moment, exported, tmp_path, seed)


@pytest.mark.long
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
@pytest.mark.parametrize("seed", range(200, 250))
def test_drafts_that_libreoffice_saved(moment, exported, tmp_path, seed):
    play(moment, exported, tmp_path, seed, office=True)
