"""Packs and answers remember which history they were made from, and say so where it is not there any more."""

import json
import shutil
from pathlib import Path

import pytest

from desktop.cli.main import main
from schema.exchange.packs.manifest import SUFFIX
from schema.values.merges import merges_of
from schema.workspace import Workspace
from tests.desktop.cli.tampering import rehash

HR = ("--report", "csr-2022", "--department", "hr")
EDITOR = ("--as", "编辑")


@pytest.fixture(scope="module")
def kept(kept_asked, tmp_path_factory):
    """The company as it was, as it is once it has sent a pack, hr's small workspace, and hr's answer."""
    folder = tmp_path_factory.mktemp("sent")
    company, out = folder / "company.annals", folder / "out"
    shutil.copy(kept_asked, company)
    shutil.copy(kept_asked, folder / "earlier")
    figures = folder / "figures.csv"
    for value in (41, 42):
        figures.write_text(f"metric,period,value\nworkforce.countries,2022,{value}\n", "utf-8")
        main([*EDITOR, "import", str(company), str(figures)])
    assert main([*EDITOR, "send", str(company), *HR, "--out", str(out)]) == 0
    assert main(["open", str(out / f"csr-2022-hr{SUFFIX}"), "--to", str(folder / "small.annals")]) == 0
    main(["answer", str(folder / "small.annals"), "--out", str(out)])
    return folder


@pytest.fixture
def place(kept, tmp_path, monkeypatch):
    """All of it once more, on a computer that has seen nothing of it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return Path(shutil.copytree(kept, tmp_path / "desk"))


@pytest.fixture
def company(place):
    return place / "company.annals"


@pytest.fixture
def pack(place):
    return place / "out" / f"csr-2022-hr{SUFFIX}"


@pytest.fixture
def answer(place):
    return place / "out" / f"csr-2022-hr.answer{SUFFIX}"


def codes(run, path, *more):
    status, out, _ = run("verify", path, *more, "--json")
    return status, [issue["code"] for issue in json.loads(out)["issues"]]


def put_back(company):
    """The copy of before the pack was sent, in the place of what there is: so much shorter is its history."""
    shutil.copy(company.with_name("earlier"), company)


def test_a_history_that_its_packs_and_answers_know_is_intact(run, company, pack, answer):
    assert codes(run, company, pack, answer) == (0, [])
    shutil.copy(pack, company.with_name(pack.name))
    assert codes(run, company) == (0, [])


@pytest.mark.parametrize("witness", ["pack", "answer"])
def test_a_pack_or_an_answer_knows_that_the_end_was_cut_off(run, company, witness, request):
    file = request.getfixturevalue(witness)
    put_back(company)
    assert codes(run, company) == (0, [])
    assert codes(run, company, file) == (1, ["verify.pack"])


def test_a_pack_beside_the_workspace_is_asked_without_being_named(run, company, pack):
    shutil.copy(pack, company.with_name("from hr.annalspack"))
    put_back(company)
    assert codes(run, company) == (0, ["verify.pack"])  # it may be a backup that was put there


def test_a_pack_knows_that_the_history_was_written_anew(run, company, pack):
    rehash(company, 3)
    assert codes(run, company) == (0, [])
    assert codes(run, company, pack) == (1, ["verify.pack"])


def test_an_answer_that_was_taken_knows_that_the_history_before_it_was_written_anew(run, company, answer):
    run(*EDITOR, "merge", company, answer)
    with Workspace.open(company, write=False) as workspace:
        (merged,) = merges_of(workspace.snapshot())
        assert workspace.replay.hash_at(merged.upon_number) == merged.upon != ""
    assert codes(run, company) == (0, [])
    rehash(company, 3)
    assert "verify.answer" in codes(run, company)[1]


def test_an_answer_to_a_pack_of_another_copy_is_taken_and_asked_about_then_and_later(run, company, answer):
    put_back(company)
    status, out, _ = run(*EDITOR, "--language", "en", "merge", company, answer, "--json")
    (told,) = json.loads(out)["merges"]
    assert (status, told["number"], [doubt["code"] for doubt in told["doubts"]]) == (0, 1, ["merge.strange"])
    assert "another copy" in told["doubts"][0]["message"]
    assert codes(run, company) == (0, ["verify.answer_unknown"])


def test_an_answer_knows_the_history_of_the_small_workspace_that_made_it(run, place, answer):
    small = place / "small.annals"
    assert codes(run, small, answer) == (0, [])
    rehash(small, 2)
    shutil.copy(answer, small.with_name(answer.name))
    assert codes(run, small) == (1, ["verify.rewritten", "verify.pack"])


def test_what_is_no_pack_of_this_workspace_is_refused_as_a_witness_with_one_sentence(run, company, place, answer, tea):
    for path, file in ((tea, answer), (company, place / "figures.csv"), (company, place / "none.annalspack")):
        status, _, err = run("verify", path, file)
        assert (status, err.count("\n")) == (2, 1)
        assert file.name in err
