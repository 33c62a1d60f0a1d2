"""annals refresh: cover, captions and what the report has got since, in a draft that people have worked on."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.__main__ import main
from schema.catalogue.outline import ChartBlock, Section, TableBlock
from schema.grammar.words import Words
from schema.workspace import Workspace
from tests.exporters.word.edits import Edited, W, outside, tag_of, words

TABLE, CHART = "kpis.table", "profile.year.results.chart"
WAS, CAPTION, NEW = "三年关键绩效", "三年的数据", "新增的一张表"


@pytest.fixture(scope="module")
def made(kept_sample, tmp_path_factory) -> tuple[Path, Path]:
    """A workspace and its draft; no test may change them."""
    folder = tmp_path_factory.mktemp("made")
    workspace = Path(shutil.copy(kept_sample, folder / "w.annals"))
    assert main(["export", str(workspace), "--report", "csr-2022", "--word", "--out", str(folder)]) == 0
    return workspace, folder / "csr-2022.docx"


@pytest.fixture(scope="module")
def replanned(made, tmp_path_factory) -> Path:
    """The workspace with a table's caption and the report's title changed, and a table and a chart added."""
    path = Path(shutil.copy(made[0], tmp_path_factory.mktemp("replanned") / "w.annals"))
    with Workspace.open(path, write=True) as workspace:
        definitions = workspace.definitions
        outline = definitions.outlines["csr-2022"]
        title = Words("2022 年度责任报告", "2022 年度責任報告", "Responsibility report 2022")
        changed = replace(outline, title=title, chapters=tuple(map(_replanned, outline.chapters)))
        workspace.adopt(replace(definitions, outlines={**definitions.outlines, "csr-2022": changed}))
    return path


def _replanned(section: Section) -> Section:
    blocks = []
    for block in section.blocks:
        if isinstance(block, TableBlock) and block.id == TABLE:
            more = replace(block, id="extra.table", kpis=False, rows=block.rows[:3], caption=Words(NEW, NEW, "New"))
            blocks += [replace(block, caption=Words(CAPTION, CAPTION, "Changed")), more]
        elif isinstance(block, ChartBlock) and block.id == CHART:
            blocks += [block, replace(block, id="extra.chart")]
        else:
            blocks.append(block)
    return replace(section, blocks=tuple(blocks), sections=tuple(map(_replanned, section.sections)))


@pytest.fixture
def refreshed(run, tmp_path, replanned):
    def refresh(draft: Path, workspace=replanned):
        target = tmp_path / f"{draft.stem}-new.docx"
        code, out, err = run("--language", "en", "refresh", workspace, draft, "--out", target, "--json")
        assert code in (0, 1), err or out[:800]
        return json.loads(out), target

    return refresh


def offered(draft: Edited):
    return next((s for s in draft.body.findall(W + "sdt") if tag_of(s) == "annals-new-blocks"), None)


def test_cover_and_captions_that_nobody_touched_say_what_they_say_today(refreshed, made):
    told, target = refreshed(made[1])
    changes = {one["before"]: one["after"] for one in told["words"]}
    assert changes["企业社会责任报告"] == "责任报告"
    assert any(CAPTION in after for after in changes.values())
    assert not any("修改记录" in before for before in changes)  # as exported: its state and history are the export's
    said = Edited(target).paragraphs()
    assert any(CAPTION in words for words in said)


def test_a_caption_that_people_reworded_stays(refreshed, made, tmp_path):
    draft = Edited(made[1])
    old = next(p for p in captions(draft) if WAS in words(p))
    [*_, last] = old.iter(W + "t")
    last.text = "我们自己的题目"
    _, target = refreshed(draft.save(tmp_path / "d.docx"))
    said = Edited(target).paragraphs()
    assert any("我们自己的题目" in words for words in said)
    assert not any(CAPTION in words for words in said)


def test_what_the_report_has_got_since_is_offered_at_the_end_and_not_put_in(refreshed, made):
    told, target = refreshed(made[1])
    assert {(one["id"], one["whole"]) for one in told["new"]} == {("extra.table", True), ("extra.chart", False)}
    draft = Edited(target)
    control = offered(draft)
    assert NEW in words(control)
    assert control.findall(f".//{W}tbl")
    assert outside(draft.body).count(NEW) == 1
    assert list(draft.body)[-2] is control
    keys = {tag_of(s).removeprefix("annals:") for s in draft.controls()}
    assert keys <= set(draft.store())


def test_it_is_offered_once_also_when_people_have_deleted_the_list(refreshed, made, tmp_path):
    _, target = refreshed(made[1])
    again, same = refreshed(Path(shutil.copy(target, tmp_path / "once.docx")))
    assert (again["new"], again["words"], again["updated"]) == ([], [], [])
    assert Edited(same).parts == Edited(target).parts
    draft = Edited(target)
    draft.body.remove(offered(draft))
    told, last = refreshed(draft.save(tmp_path / "deleted.docx"))
    assert told["new"] == []
    assert offered(Edited(last)) is None


def test_captions_behind_a_deleted_one_are_counted_anew_with_what_refers_to_them(refreshed, made, tmp_path):
    draft = Edited(made[1])
    first = next(p for p in draft.body.findall(W + "p") if "SEQ 表" in "".join(i.text for i in p.iter(W + "instrText")))
    table = first.getnext()
    draft.body.remove(first)
    draft.body.remove(table)
    _, target = refreshed(draft.save(tmp_path / "d.docx"), workspace=made[0])
    found = captions(Edited(target))
    assert len(found) >= 3
    assert [re.search(r"\d+", words(p))[0] for p in found] == [str(n) for n in range(1, len(found) + 1)]


def captions(draft: Edited):
    return [p for p in draft.root.iter(W + "p") if "SEQ 表" in "".join(i.text for i in p.iter(W + "instrText"))]
