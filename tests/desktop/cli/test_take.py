"""annals take: words that were edited in a draft go back into the texts, links stay links."""

import json
import shutil
from pathlib import Path

import pytest
from lxml import etree

from desktop.__main__ import main
from schema.workspace import Workspace
from tests.exporters.word.edits import Edited, W, tag_of, words
from tests.exporters.word.edits import run as run_of


@pytest.fixture(scope="module")
def exported(kept_sample, tmp_path_factory) -> Path:
    """The draft of a report, beside its workspace; no test may change them."""
    folder = tmp_path_factory.mktemp("exported")
    workspace = Path(shutil.copy(kept_sample, folder / "w.annals"))
    assert main(["export", str(workspace), "--report", "csr-2022", "--word", "--out", str(folder)]) == 0
    return folder / "csr-2022.docx"


@pytest.fixture
def workspace(exported, tmp_path) -> Path:
    return Path(shutil.copy(exported.parent / "w.annals", tmp_path / "w.annals"))


@pytest.fixture
def take(run, workspace):
    def call(draft: Path, *more, status=0):
        code, out, err = run("--language", "en", "take", workspace, draft, "--json", *more)
        assert code == status, err or out[:800]
        return json.loads(out)["paragraphs"]

    return call


def texts(workspace: Path) -> dict[tuple[str, str, str], str]:
    with Workspace.open(workspace, write=False) as opened:
        return dict(opened.snapshot().texts)


def paragraph(draft: Edited):
    """A paragraph of running text with linked numbers, and the run that ends it."""
    for one in draft.prose():
        last = one[-1]
        if len([s for s in one.iter(W + "sdt") if tag_of(s).startswith("annals:v")]) > 2 and last.tag == W + "r":
            return one, last
    raise AssertionError


def test_an_untouched_draft_gives_nothing_back(take, exported, workspace):
    before = workspace.read_bytes()
    assert take(exported) == []
    assert workspace.read_bytes() == before


def test_edited_words_are_taken_and_links_are_kept(take, exported, workspace, tmp_path):
    draft, before = Edited(exported), texts(workspace)
    _, last = paragraph(draft)
    last.find(W + "t").text += "，这句话是在草稿里加写的。"
    told = take(draft.save(tmp_path / "d.docx"))
    assert [entry["state"] for entry in told] == ["taken"]
    after = texts(workspace)
    changed = {at: text for at, text in after.items() if text != before[at]}
    ((at, text),) = changed.items()
    assert told[0]["ref"] == f"text/{at[0]}/{at[1]}.{at[2]}"
    assert "，这句话是在草稿里加写的。" in text
    links = [part.split("}")[0] for part in told[0]["here"].split("{")[1:]]
    assert len(links) > 2
    assert [part.split("}")[0] for part in told[0]["new"].split("{")[1:]] == links
    assert take(tmp_path / "d.docx") == []


def test_a_dry_run_writes_nothing(take, exported, workspace, tmp_path):
    draft, before = Edited(exported), workspace.read_bytes()
    paragraph(draft)[0].append(run_of("加写。"))
    assert [entry["state"] for entry in take(draft.save(tmp_path / "d.docx"), "--dry-run")] == ["taken"]
    assert workspace.read_bytes() == before


def test_what_was_changed_on_both_sides_is_left_to_a_person(run, take, exported, workspace, tmp_path):
    draft = Edited(exported)
    paragraph(draft)[0].append(run_of("草稿加写。"))
    path = draft.save(tmp_path / "d.docx")
    (first,) = take(path, "--dry-run")
    at = first["ref"].removeprefix("text/").rsplit(".", 1)
    report, slot = at[0].split("/")
    text = texts(workspace)[report, slot, at[1]]
    code, _, _ = run(
        "write", workspace, first["ref"], "--text", text.replace(first["here"], first["here"] + "这里加写。")
    )
    assert code in (0, 1)
    kept = texts(workspace)
    assert [entry["state"] for entry in take(path, status=1)] == ["both"]
    assert texts(workspace) == kept


def test_a_paragraph_whose_link_was_taken_out_is_left_to_a_person(take, exported, workspace, tmp_path):
    draft, before = Edited(exported), texts(workspace)
    one, _ = paragraph(draft)
    control = next(s for s in one.iter(W + "sdt") if tag_of(s).startswith("annals:v"))
    control.addnext(run_of(words(control)))
    one.remove(control)
    assert [entry["state"] for entry in take(draft.save(tmp_path / "d.docx"), status=1)] == ["hand"]
    assert texts(workspace) == before


def test_moved_and_deleted_paragraphs_are_no_edits_of_words(take, exported, workspace, tmp_path):
    draft, before = Edited(exported), texts(workspace)
    first, second, third = draft.prose()[3:6]
    draft.body.remove(third)
    draft.prose()[20].addnext(first)
    new = etree.Element(W + "p")
    new.append(run_of("一段全新的话，与别的段落都不相像，也不在任何文字之中。"))
    second.addnext(new)
    take(draft.save(tmp_path / "d.docx"))
    assert texts(workspace) == before
