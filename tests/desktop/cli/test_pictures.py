"""Pictures from the command line: where they stand, put in, taken out, refused."""

import json

import pytest
from PIL import Image

from schema.grammar.reference import RecordKey
from schema.values.changes import keep
from schema.values.datapoint import Record
from schema.workspace import Workspace


@pytest.fixture
def photo(tmp_path):
    Image.new("RGB", (300, 200), "green").save(tmp_path / "照片.png")
    return tmp_path / "照片.png"


def listed(run, path, *more):
    return json.loads(run("pictures", path, "--json", *more)[1])["pictures"]


def test_every_place_is_listed_with_what_stands_there(run, empty, photo):
    before = listed(run, empty)
    assert {entry["report"] for entry in before} == {"", "csr-2019", "esg-2021", "csr-2022"}
    assert all(entry["file"] == "" for entry in before)
    place = "green.datacentre.picture"
    status, out, _ = run("picture", empty, place, photo, "--caption", "机房", "--alt", "两排机柜")
    assert status == 0
    assert "照片.png" in out
    (entry,) = [e for e in listed(run, empty, "--report", "esg-2021") if e["place"] == place]
    assert (entry["file"], entry["width"], entry["height"]) == ("照片.png", 300, 200)
    with Workspace.open(empty, write=False) as workspace:
        texts = workspace.snapshot().texts
        assert texts["esg-2021", f"{place}.caption", "zh-Hant"] == "机房"
        assert texts["esg-2021", f"{place}.alt", "zh-Hant"] == "两排机柜"
        assert workspace.attachment(entry["hash"]).startswith(b"\x89PNG")


def test_a_picture_that_was_taken_out_is_listed_as_in_no_place(run, empty, photo):
    run("picture", empty, "rural.picture", photo)
    assert run("picture", empty, "rural.picture", "--remove")[0] == 0
    found = listed(run, empty)
    assert [entry["file"] for entry in found if not entry["place"]] == ["照片.png"]
    assert all(entry["file"] == "" for entry in found if entry["place"])
    assert "（未使用）\t照片.png" in run("pictures", empty, "--language", "zh-Hans")[1]
    assert run("verify", empty)[0] == 0


def test_a_record_gets_its_picture(run, empty, photo):
    with Workspace.open(empty, write=True, who="t") as workspace:
        row = Record(RecordKey("case", "fair"), "csr-2022", 1)
        workspace.apply([keep(row)])
    assert run("picture", empty, "record/case/fair.picture", photo)[0] == 0
    (entry,) = [e for e in listed(run, empty) if e["place"] == "record/case/fair.picture"]
    assert entry["file"] == "照片.png"
    status, _, err = run("picture", empty, "record/case/fair.picture", photo, "--caption", "x", "--language", "en")
    assert status == 2
    assert "column of its own" in err


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(run, empty, photo, tmp_path, language):
    (tmp_path / "a.heic").write_bytes(b"\0\0\0\x18ftypheic")
    calls = [
        ("rural.picture", tmp_path / "a.heic"),
        ("rural.picture", tmp_path / "none.png"),
        ("rural.pictures", photo),
        ("rural.picture",),
        ("rural.picture", photo, "--remove"),
        ("rural.picture", photo, "--report", "csr-2023"),
    ]
    for call in calls:
        status, out, err = run("picture", empty, *call, "--language", language)
        assert (status, out) == (2, "")
        assert err.strip()
        assert "Traceback" not in err
        assert err.count("\n") == 1
    with Workspace.open(empty, write=False) as workspace:
        assert workspace.snapshot().attachments == {}


def test_a_large_picture_says_that_it_was_made_smaller(run, empty, tmp_path):
    Image.new("RGB", (3000, 2000), "green").save(tmp_path / "a.jpg")
    status, out, _ = run("picture", empty, "rural.picture", tmp_path / "a.jpg", "--language", "en")
    assert status == 0
    assert "2,400 × 1,600" in out


def test_a_place_that_resembles_none_and_words_for_the_logo_are_refused(run, empty, photo):
    status, _, err = run("picture", empty, "zzz", photo, "--language", "en")
    assert (status, "Did you mean" in err, "annals pictures" in err) == (2, False, True)
    status, _, err = run("picture", empty, "company.logo", photo, "--caption", "x", "--language", "en")
    assert (status, "neither caption" in err) == (2, True)
