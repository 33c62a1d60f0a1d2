"""annals refresh: the tables and charts of an edited draft have the rows and draw the numbers that the data have."""

import copy
import json
import re
import shutil
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from desktop.__main__ import main
from tests.exporters.word.edits import Edited, W, words


@pytest.fixture(scope="module")
def exported(kept_sample, tmp_path_factory) -> Path:
    """The draft of a report; no test may change it."""
    folder = tmp_path_factory.mktemp("exported")
    workspace = Path(shutil.copy(kept_sample, folder / "w.annals"))
    assert main(["export", str(workspace), "--report", "csr-2022", "--word", "--out", str(folder)]) == 0
    return folder / "csr-2022.docx"


@pytest.fixture
def refreshed(run, tmp_path):
    def refresh(draft: Path, workspace: Path):
        target = tmp_path / f"{draft.stem}-new.docx"
        code, out, err = run("--language", "en", "refresh", workspace, draft, "--out", target, "--json")
        assert code == 0, err or out[:800]
        return json.loads(out), Edited(target)

    return refresh


@pytest.fixture
def awards(run, kept_sample, tmp_path):
    """A workspace with its draft in which a table lists records, and what writes one of them."""
    workspace = Path(shutil.copy(kept_sample, tmp_path / "w.annals"))
    run("export", workspace, "--report", "csr-2019", "--word", "--out", tmp_path)
    return workspace, tmp_path / "csr-2019.docx"


def rows(draft: Edited, words_in_it: str):
    return [r for r in draft.root.iter(W + "tr") if words_in_it in words(r)]


def test_rows_of_a_table_follow_the_records(run, refreshed, awards):
    workspace, draft = awards
    count = len(list(Edited(draft).root.iter(W + "tr")))
    run("write", workspace, "record/award/kotler", "--remove")
    run("write", workspace, "record/award/huoban.name", "--text", "改了名的奖项")
    run("write", workspace, "list/csr-2019/appendix.awards.table", "--text", "新来的奖项")
    told, new = refreshed(draft, workspace=workspace)
    table = {"id": "appendix.awards.table", "added": 1, "changed": 1, "removed": 1, "kept": 0}
    assert table in told["tables"]
    assert len(list(new.root.iter(W + "tr"))) == count
    assert len(rows(new, "改了名的奖项")) == len(rows(new, "新来的奖项")) == 1
    assert rows(new, "科特勒") == []
    ids = [e.get(W + "val") for e in new.root.iter(W + "id")]
    assert len(ids) == len(set(ids))


def test_a_row_that_people_edited_or_deleted_stays_so(run, refreshed, awards, tmp_path):
    workspace, path = awards
    draft = Edited(path)
    edited, deleted = rows(draft, "科特勒")[0], rows(draft, "互联网公益优秀案例")[0]
    next(edited.iter(W + "t")).text += "〔改〕"
    deleted.getparent().remove(deleted)
    run("write", workspace, "record/award/kotler.name", "--text", "另一个名字")
    told, new = refreshed(draft.save(tmp_path / "d.docx"), workspace=workspace)
    table = next(one for one in told["tables"] if one["id"] == "appendix.awards.table")
    assert (table["added"], table["removed"], table["kept"]) == (0, 0, 1)
    assert len(rows(new, "〔改〕")) == 1
    assert rows(new, "另一个名字") == rows(new, "互联网公益优秀案例") == []


def charts(draft: Edited) -> str:
    return "".join(
        part.decode() for name, part in draft.parts.items() if re.fullmatch(r"word/charts/chart\d+\.xml", name)
    )


def test_charts_draw_todays_data_in_the_look_that_people_gave_them(run, refreshed, exported, kept_sample, tmp_path):
    workspace, file, draft = Path(shutil.copy(kept_sample, tmp_path / "w.annals")), tmp_path / "f.csv", Edited(exported)
    file.write_text("metric,period,value\ncompany.revenue,2022,900亿\n", "utf-8")
    run("import", workspace, file)
    chart = "word/charts/chart1.xml"
    draft.parts[chart] = draft.parts[chart].replace(b"FF4906", b"123456")
    told, new = refreshed(draft.save(tmp_path / "d.docx"), workspace=workspace)
    assert told["charts"] == [{"id": "profile.year.results.chart.1", "state": "updated"}]
    assert "<v>900</v>" in charts(new)
    assert "<v>941.8</v>" not in charts(new)
    assert b"123456" in new.parts[chart]
    (tmp_path / "c.xlsx").write_bytes(new.parts["word/embeddings/chart1.xlsx"])
    cells = [cell.value for row in load_workbook(tmp_path / "c.xlsx").active.iter_rows() for cell in row]
    assert 900 in cells
    assert "2022 900.0" in new.root.find(".//*[@name='annals:chart:profile.year.results.chart.1']").get("descr")


def test_a_chart_of_another_shape_is_left_and_told(run, refreshed, exported, kept_sample, tmp_path):
    workspace, file, draft = Path(shutil.copy(kept_sample, tmp_path / "w.annals")), tmp_path / "f.csv", Edited(exported)
    file.write_text("metric,period,value\ncompany.revenue,2022,900亿\n", "utf-8")
    run("import", workspace, file)
    root = etree.fromstring(draft.parts["word/charts/chart1.xml"])
    series = next(root.iter("{*}ser"))
    series.addnext(copy.deepcopy(series))
    draft.parts["word/charts/chart1.xml"] = etree.tostring(root)
    told, new = refreshed(draft.save(tmp_path / "d.docx"), workspace=workspace)
    assert told["charts"] == [{"id": "profile.year.results.chart.1", "state": "kept"}]
    assert new.parts["word/charts/chart1.xml"] == draft.parts["word/charts/chart1.xml"]
