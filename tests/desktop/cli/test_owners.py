"""annals owners: the list, a change tried and made, taken back, and each wrong call."""

import json
from dataclasses import replace

import pytest

from schema.catalogue.compiled import with_hash
from schema.grammar.languages import LANGUAGES
from schema.validation.named_owners import part_place, with_owners
from schema.workspace import Workspace

VALUE = "workforce.countries@2022"


def test_the_list_has_each_item_once_with_owner_and_level(run, empty):
    status, out, _ = run("owners", empty, "--report", "csr-2022", "--json")
    entries = json.loads(out)["owners"]
    assert status == 0
    assert len({entry["subject"] for entry in entries}) == len(entries)
    entry = next(entry for entry in entries if entry["subject"] == VALUE)
    assert {**entry, "name": "", "section": ""} == {
        "report": "csr-2022", "subject": VALUE, "kind": "value", "name": "", "section": "",
        "owner": "hr", "level": "metric", "place": "workforce.countries",
    }  # fmt: skip
    assert {entry["level"] for entry in entries} <= {"block", "section", "metric", "chapter", "outline", ""}


@pytest.fixture(scope="module")
def unowned(definitions, tmp_path_factory):
    """A workspace whose one report names nobody for itself, its chapters and sections. No test may change it."""
    path = tmp_path_factory.mktemp("unowned") / "w.annals"
    outline = definitions.outlines["csr-2022"]
    whole = replace(definitions, outlines={outline.code: outline})
    names = (outline.code, *(section.code for section in outline.walk()))
    nobody = with_owners(whole, {part_place(outline.code, name): "" for name in names})
    Workspace.create(path, with_hash(nobody), "编辑").close()
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_owns_is_listed_last_as_such(run, unowned, language):
    entries = json.loads(run("owners", unowned, "--json")[1])["owners"]
    nobodys = [entry for entry in entries if not entry["owner"]]
    assert {entry["kind"] for entry in nobodys} == {"text"}
    assert {(entry["level"], entry["place"]) for entry in nobodys} == {("", "")}
    assert all(entry["level"] == "metric" for entry in entries if entry["owner"])
    lines = run("--language", language, "owners", unowned)[1].splitlines()
    heads = [line for line in lines if not line.startswith(" ")]
    assert str(len(nobodys)) in heads[-1]
    assert lines[-len(nobodys) - 1] == heads[-1]


def test_a_change_is_tried_made_and_taken_back(run, empty):
    call = ("owners", empty, "--set", "财务部", VALUE, "--report", "csr-2022", "--json")
    before = empty.read_bytes()
    tried = json.loads(run(*call, "--dry-run")[1])
    assert (tried["written"], empty.read_bytes() == before) == (False, True)
    made = json.loads(run(*call, "--reason", "职能调整")[1])
    assert {**made, "written": False} == tried
    assert made["places"] == [{"place": "workforce.countries", "before": "hr", "after": "finance"}]
    assert [(one["subject"], one["before"], one["owner"], one["along"]) for one in made["items"]] == [
        (VALUE, "hr", "finance", False),
        ("workforce.countries@2021", "hr", "finance", True),
    ]
    last = json.loads(run("history", empty, "--json")[1])["history"][-1]
    assert (last["kind"], last["reason"]) == ("definitions", "职能调整")
    status, out, _ = run("owners", empty, "--undo", "--json")
    assert (status, json.loads(out)["places"][0]["after"], json.loads(out)["left"]) == (0, "hr", [])
    assert run("verify", empty)[0] == 0


def test_lines_say_who_owned_it_and_what_goes_along(run, empty):
    out = run("--language", "en", "owners", empty, "--from", "hr", "--to", "admin", "--report", "csr-2022", "--dry-run")
    moved = [line for line in out[1].splitlines() if line.startswith("  ")]
    assert all("Human resources → Administration" in line for line in moved)
    assert any(line.endswith("goes along") for line in moved)
    assert "nothing was written" in out[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["--set", "hr"], "--set"), (["--from", "hr"], "--to"), (["--to", "hr"], "--from"), (["--dry-run"], "--set"),
     (["--undo", "--report", "csr-2022"], "--undo"), (["--report", "nosuch"], "nosuch"),
     (["--set", "nosuch", VALUE], "nosuch"), (["--set", "hr", "energy.gaz@2022"], "energy.gaz@2022"),
     (["--from", "hr", "--to", "nosuch"], "nosuch"), (["--undo"], "Owners")],
)  # fmt: skip
def test_a_wrong_call_ends_with_2_one_sentence_and_nothing_written(run, empty, arguments, told):
    before = empty.read_bytes()
    status, out, err = run("--language", "en", "owners", empty, *arguments)
    assert (status, out, err.count("\n"), told in err, empty.read_bytes() == before) == (2, "", 1, True, True)
