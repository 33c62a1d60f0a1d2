"""annals refresh: an edited draft brought up to date in place, every edit kept."""

import copy
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from desktop.__main__ import main
from tests.exporters.word.edits import DOCUMENT, EDITION, STORE, Edited, W, outside, run, tag_of, type_into, words

PRINTED = "ip.patents.granted@2022"  # 3,264 in running text


@pytest.fixture(scope="module")
def exported(kept_sample, tmp_path_factory) -> Path:
    """The draft of a report; no test may change it."""
    folder = tmp_path_factory.mktemp("exported")
    workspace = Path(shutil.copy(kept_sample, folder / "w.annals"))
    assert main(["export", str(workspace), "--report", "csr-2022", "--word", "--out", str(folder)]) == 0
    return folder / "csr-2022.docx"


@pytest.fixture(scope="module")
def changed(kept_sample, exported) -> Path:
    """The workspace with other values than the draft's; no test may change it."""
    workspace, file = Path(shutil.copy(kept_sample, exported.parent / "changed.annals")), exported.parent / "f.csv"
    file.write_text("metric,period,value\nip.patents.granted,2022,3111\nusers.dau,2022,3.11亿\n", "utf-8")
    assert main(["import", str(workspace), str(file)]) in (0, 1)
    return workspace


@pytest.fixture
def refreshed(run, tmp_path, changed):
    def refresh(draft: Path, *more, workspace=changed, status=(0,)):
        target = tmp_path / f"{draft.stem}-new.docx"
        code, out, err = run("--language", "en", "refresh", workspace, draft, "--out", target, "--json", *more)
        assert code in status, err or out[:800]
        return json.loads(out), Edited(target)

    return refresh


def key_of(draft: Edited, ref: str, form: str = "") -> str:
    return next(k for k, entry in draft.store().items() if (entry["ref"], entry["format"]) == (ref, form))


def test_a_draft_of_the_same_data_stays_as_it_is(run, exported, kept_sample, tmp_path):
    target = tmp_path / "n.docx"
    code, out, _ = run("refresh", kept_sample, exported, "--out", target, "--json")
    told = json.loads(out)
    assert (code, told["updated"], told["edited"], told["orphans"], told["contradicted"]) == (0, [], [], [], [])
    assert told["unchanged"] > 300
    with zipfile.ZipFile(exported) as old, zipfile.ZipFile(target) as new:
        assert {n: old.read(n) for n in old.namelist()} == {n: new.read(n) for n in new.namelist()}


def below_cover(draft: Edited) -> list[str]:
    """The words outside linked numbers, without the state of the draft, which is counted."""
    return [said for p in draft.root.iter(W + "p") if not (said := outside(p)).startswith("草稿，")]


def test_numbers_are_new_and_all_other_words_are_kept(refreshed, exported, tmp_path):
    draft = Edited(exported)
    first, second, third = draft.prose()[:3]
    second.append(run("〔加写〕"))
    draft.body.remove(third)
    first.addprevious(copy.deepcopy(first))
    before = below_cover(draft)
    path = draft.save(tmp_path / "d.docx")
    kept = path.read_bytes()
    told, new = refreshed(path)
    assert path.read_bytes() == kept
    assert below_cover(new) == before
    updated = {(one["ref"], one["format"]): (one["before"], one["after"]) for one in told["updated"]}
    assert updated[PRINTED, ""] == ("3,264", "3,111")
    assert updated["users.dau@2022", "亿 0.00"] == ("3.66", "3.11")
    key = key_of(new, PRINTED)
    assert {words(s) for s in new.controls() if tag_of(s) == f"annals:{key}"} == {"3,111"}
    assert (new.store()[key]["raw"], new.store()[key]["text"]) == ("3111", "3,111")
    assert f"<{key}><text>3,111</text>".encode() in new.parts[EDITION]


def test_refreshing_once_more_changes_nothing(refreshed, exported, changed, tmp_path):
    _, new = refreshed(exported)
    told, again = refreshed(new.save(tmp_path / "once.docx"))
    assert told["updated"] == []
    assert again.parts == new.parts


def test_what_was_typed_into_a_control_is_told_and_replaced(refreshed, exported, tmp_path):
    draft = Edited(exported)
    type_into(draft.inline(PRINTED), "987654")
    told, new = refreshed(draft.save(tmp_path / "d.docx"))
    assert told["edited"] == [{"ref": PRINTED, "typed": "987654", "now": "3,111"}]
    assert words(new.inline(PRINTED)) == "3,111"


def test_what_was_typed_may_be_kept_and_word_is_not_to_overwrite_it(refreshed, exported, tmp_path):
    draft = Edited(exported)
    type_into(draft.inline(PRINTED), "987654")
    told, new = refreshed(draft.save(tmp_path / "d.docx"), "--keep-typed")
    assert [one["typed"] for one in told["edited"]] == ["987654"]
    control = new.inline(PRINTED)
    assert words(control) == "987654"
    assert control.find(f"{W}sdtPr/{W}dataBinding") is None
    told, last = refreshed(new.save(tmp_path / "e.docx"))
    assert (told["edited"][0]["typed"], words(last.inline(PRINTED))) == ("987654", "3,111")
    assert last.inline(PRINTED).find(f"{W}sdtPr/{W}dataBinding") is not None


def test_what_word_writes_into_the_store_is_typed_over_too(refreshed, exported, tmp_path):
    draft = Edited(exported)
    key = key_of(draft, PRINTED)
    for control in draft.controls():
        if tag_of(control) == f"annals:{key}":
            type_into(control, "9,999")
    store = draft.parts[STORE].replace(b"<text>3,264</text>", b"<text>9,999</text>")
    assert store != draft.parts[STORE]
    told, new = refreshed(draft.save(tmp_path / "d.docx", **{STORE: store}))
    assert told["edited"] == [{"ref": PRINTED, "typed": "9,999", "now": "3,111"}]
    assert {"ref": PRINTED, "format": "", "before": "3,264", "after": "3,111"} in told["updated"]
    assert new.store()[key]["text"] == "3,111"


@pytest.mark.parametrize(
    ("typed", "before", "behind"),
    [
        ("3,264（含海外）", "", "（含海外）"),
        ("共计3,264", "共计", ""),
        ("即3,264件", "即", "件"),
        ("3,300（含海外）", "", "（含海外）"),
    ],
)
def test_words_added_inside_a_control_stand_outside_it_on_their_side(
    refreshed, exported, tmp_path, typed, before, behind
):
    draft = Edited(exported)
    control = draft.inline(PRINTED)
    shown = words(control.getparent())
    type_into(control, typed)
    _, new = refreshed(draft.save(tmp_path / "d.docx"))
    control = new.inline(PRINTED)
    assert words(control) == "3,111"
    assert words(control.getparent()) == shown.replace("3,264", f"{before}3,111{behind}", 1)


def test_without_tags_the_store_finds_the_way_and_tags_are_there_again(refreshed, exported, tmp_path):
    draft = Edited(exported)
    whole, _ = refreshed(exported)
    for control in draft.controls():
        control.find(W + "sdtPr").remove(control.find(f"{W}sdtPr/{W}tag"))
    told, new = refreshed(draft.save(tmp_path / "bare.docx"))
    assert told["updated"] == whole["updated"]
    assert words(new.inline(PRINTED)) == "3,111"


def test_a_number_split_into_runs_keeps_the_look_of_its_first(refreshed, exported, tmp_path):
    draft = Edited(exported)
    control = draft.inline(PRINTED)
    first = next(control.find(W + "sdtContent").iter(W + "r"))
    second = copy.deepcopy(first)
    etree.SubElement(first, W + "rPr").append(etree.Element(W + "b"))
    first.insert(0, first.find(W + "rPr"))
    first.find(W + "t").text, second.find(W + "t").text = "3", ",264"
    first.addnext(second)
    _, new = refreshed(draft.save(tmp_path / "d.docx"))
    content = new.inline(PRINTED).find(W + "sdtContent")
    assert [words(r) for r in content.iter(W + "r")] == ["3,111"]
    assert content.find(f".//{W}b") is not None


def test_a_tracked_deletion_of_a_number_stays_and_holds_todays(refreshed, exported, tmp_path):
    draft = Edited(exported)
    content = draft.inline(PRINTED).find(W + "sdtContent")
    struck = etree.SubElement(content, W + "del", {W + "id": "9001", W + "author": "领导"})
    for one in content.findall(W + "r"):
        struck.append(one)
        one.find(W + "t").tag = W + "delText"
    told, new = refreshed(draft.save(tmp_path / "d.docx"))
    assert told["edited"] == []
    content = new.inline(PRINTED).find(W + "sdtContent")
    assert words(content) == ""
    assert [one.text for one in content.iter(W + "delText")] == ["3,111"]


def test_a_number_that_the_workspace_does_not_know_is_an_orphan(refreshed, exported, tmp_path):
    draft = Edited(exported)
    key, text = key_of(draft, PRINTED), words(draft.inline(PRINTED))
    draft.root = etree.fromstring(etree.tostring(draft.root).replace(key.encode(), b"v0123456789ab"))
    store = draft.parts[STORE].replace(key.encode(), b"v0123456789ab").replace(PRINTED.encode(), b"no.such@2022")
    told, new = refreshed(draft.save(tmp_path / "d.docx", **{STORE: store}), status=(1,))
    assert told["orphans"] == [{"ref": "no.such@2022", "text": text, "reason": "unknown"}]
    assert next(words(s) for s in new.controls() if tag_of(s) == "annals:v0123456789ab") == text


def growing(draft: Edited):
    """Return a reference whose change on last year a sentence calls growth."""
    store = draft.store()
    for control in draft.controls():
        entry = store[tag_of(control).removeprefix("annals:")]
        if entry["format"].startswith("change") and "增长" in words(control.getparent()):
            return entry["ref"]
    raise AssertionError


def test_a_sentence_that_is_no_longer_true_is_told_and_marked_once(run, refreshed, exported, kept_sample, tmp_path):
    ref = growing(Edited(exported))
    workspace, file = Path(shutil.copy(kept_sample, tmp_path / "fallen.annals")), tmp_path / "fallen.csv"
    metric, year = ref.split("@")
    file.write_text(f"metric,period,value\n{metric},{year},1\n", "utf-8")
    run("import", workspace, file)
    told, new = refreshed(exported, workspace=workspace, status=(1,))
    first = told["contradicted"][0]
    assert first["code"] == "statement.direction"
    assert first["quote"] == "比上年增长100.0%"
    assert len(new.comments()) == len(Edited(exported).comments()) + len(told["contradicted"])
    assert any("与数据" in text or "而数据是" in text for text in new.comments())
    told, again = refreshed(new.save(tmp_path / "e.docx"), workspace=workspace, status=(1,))
    assert told["updated"] == []
    assert again.parts == new.parts


@pytest.mark.parametrize(
    ("element", "said", "sentence"),
    [
        ("workspace", "0e0e", "was exported from another workspace"),
        ("company", "别家公司", "is a draft of “别家公司”"),
        ("report", "csr-1999", "is a draft of report csr-1999"),
        ("year", "2021", "is a draft of report csr-2022 for 2021"),
        ("state", "review", "is a review of report csr-2022"),
    ],
)
def test_a_draft_of_something_else_is_refused_by_name(run, exported, changed, tmp_path, element, said, sentence):
    draft = Edited(exported)
    part = draft.parts[EDITION].decode()
    part = re.sub(f"<{element}>[^<]*</{element}>", f"<{element}>{said}</{element}>", part)
    if element == "company":
        part = re.sub("<workspace>[^<]*", "<workspace>", part)
    path = draft.save(tmp_path / "d.docx", **{EDITION: part.encode()})
    code, out, err = run("--language", "en", "refresh", changed, path, "--out", tmp_path / "n.docx")
    assert (code, out) == (2, "")
    assert sentence in err
    assert not (tmp_path / "n.docx").exists()


def test_a_draft_of_an_older_program_is_known_by_its_title(refreshed, exported, tmp_path):
    draft = Edited(exported)
    part = draft.parts.pop(EDITION)
    assert part
    told, new = refreshed(draft.save(tmp_path / "d.docx"))
    assert words(new.inline(PRINTED)) == "3,111"
    assert any(one["ref"] == PRINTED for one in told["updated"])


def _broken(folder: Path, exported: Path) -> dict[str, Path]:
    files = {name: folder / f"{name}.docx" for name in ("empty", "text", "half", "plain", "entities", "bomb")}
    files["empty"].write_bytes(b"")
    files["text"].write_text("no Word file")
    files["half"].write_bytes(exported.read_bytes()[:20000])
    with zipfile.ZipFile(files["plain"], "w") as file:
        file.writestr("a.txt", "a")
    draft = Edited(exported)
    draft.save(files["entities"])
    content = files["entities"]
    with zipfile.ZipFile(content, "w") as file:
        for name, part in draft.parts.items():
            entity = b'<!DOCTYPE x [<!ENTITY a "b">]>' if name == DOCUMENT else b""
            file.writestr(name, part.replace(b"standalone='yes'?>", b"standalone='yes'?>" + entity, 1))
    with zipfile.ZipFile(files["bomb"], "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in draft.parts.items():
            file.writestr(name, part)
        file.writestr("word/media/image9.png", b"0" * 60_000_000)
    return files


def test_a_file_that_is_no_draft_is_refused_in_one_sentence(run, exported, changed, tmp_path):
    for name, path in _broken(tmp_path, exported).items():
        code, out, err = run("--language", "en", "refresh", changed, path, "--out", tmp_path / "n.docx")
        assert (code, out) == (2, ""), name
        assert len(err.strip().splitlines()) == 1, name
        assert path.name in err, name
    assert not (tmp_path / "n.docx").exists()


def test_the_draft_itself_is_never_the_target(run, exported, changed):
    kept = exported.read_bytes()
    code, _, err = run("--language", "en", "refresh", changed, exported, "--out", exported)
    assert code == 2
    assert "stays as it is" in err
    assert exported.read_bytes() == kept


def test_a_file_of_a_person_is_not_replaced(run, exported, changed, tmp_path):
    target = tmp_path / "n.docx"
    target.write_text("mine")
    code, out, _ = run("refresh", changed, exported, "--out", target, "--json")
    assert code == 0
    assert target.read_text() == "mine"
    assert json.loads(out)["files"][0]["file"].endswith("n (2).docx")
