"""A small workspace answers, and the company's workspace takes it: what is stored, shown, refused and taken back."""

import json
import shutil
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from desktop.cli.main import main
from schema.exchange.answers import Offer, OfferStep
from schema.exchange.packs.answer_pack import AnswerFacts, answer_content
from schema.exchange.packs.manifest import Manifest
from schema.exchange.packs.pack import pack_bytes, read_pack
from schema.exchange.packs.signing import Signer
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint
from schema.workspace import Workspace

REPORT = ("--report", "csr-2022")
HR = (*REPORT, "--department", "hr")
COUNTRIES = "workforce.countries@2022"


@pytest.fixture(scope="module", autouse=True)
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    with pytest.MonkeyPatch.context() as patch:
        for module in ("send", "answer"):
            patch.setattr(f"desktop.cli.{module}.keys_folder", lambda: folder)
        patch.delenv("ANNALS_AS", raising=False)
        yield


@pytest.fixture
def run(capsys):
    def call(*arguments: object, who: str = "") -> tuple[int, str, str]:
        status = main(["--language", "en", *(("--as", who) if who else ()), *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def _figures(folder, value):
    file = folder / f"f{value}.csv"
    file.write_text(f"metric,period,value\nworkforce.countries,2022,{value}\n", "utf-8")
    return file


@pytest.fixture(scope="module")
def kept(kept_single, tmp_path_factory, keys):
    """The company that asked hr, hr's small workspace with a value typed in, and its answer."""
    folder = tmp_path_factory.mktemp("answers")
    company, small, out = folder / "company.annals", folder / "small.annals", folder / "out"
    shutil.copyfile(kept_single, company)
    for name, role in (("编辑", "editor"), ("审核人", "reviewer"), ("人力", "contact")):
        person = ("--add", name, "--role", role, "--department", "hr")
        assert main(["--as", "编辑", "people", str(company), *person]) == 0
    assert main(["--as", "编辑", "request", str(company), *HR, "--due", "2026-12-31"]) == 0
    assert main(["--as", "编辑", "send", str(company), *HR, "--out", str(out)]) == 0
    assert main(["open", str(out / "csr-2022-hr.annalspack"), "--to", str(small)]) == 0
    assert main(["import", str(small), str(_figures(folder, 45))]) in (0, 1)
    assert main(["answer", str(small), "--out", str(out / "partial")]) == 1
    assert main(["submit", str(small), *HR, "--incomplete", "later"]) == 0
    assert main(["answer", str(small), "--out", str(out)]) == 0
    return folder


@pytest.fixture
def place(kept, tmp_path):
    for path in kept.rglob("*"):
        if path.is_file() and path.suffix in (".annals", ".annalspack"):
            target = tmp_path / path.relative_to(kept)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return tmp_path


@pytest.fixture
def company(place):
    return place / "company.annals"


@pytest.fixture
def answer(place):
    return place / "out" / "csr-2022-hr.answer.annalspack"


@pytest.fixture
def merge(run, company):
    def call(*arguments: object):
        status, out, err = run("merge", company, *arguments, "--json", who="编辑")
        return status, json.loads(out)["merges"], err

    return call


def _value(run, workspace):
    out = run("values", workspace, "--metric", "workforce.countries", "--json")[1]
    return [value["value"] for value in json.loads(out)["values"] if value["period"] == 2022]


def _state(run, company):
    return json.loads(run("requests", company, "--json")[1])["requests"][0]["state"]


def _type(run, company, folder, value):
    assert run("import", company, _figures(folder, value), who="编辑")[0] in (0, 1)


def test_an_answer_comes_in_with_whose_hand_it_was_and_hands_the_share_in(run, company, answer, merge):
    before = company.read_bytes()
    status, (dry,), _ = merge(answer, "--dry-run")
    assert (status, dry["number"], dry["taken"], company.read_bytes()) == (0, None, [COUNTRIES], before)
    status, (told,), _ = merge(answer)
    assert (status, told["number"], told["taken"], told["by"], told["first_key"]) == (0, 1, [COUNTRIES], "人力", True)
    assert _value(run, company) == ["45"]
    assert _state(run, company) == "submitted"
    rows = json.loads(run("history", company, "--json")[1])["history"]
    (row,) = [row for row in rows if row["subject"] == COUNTRIES]
    assert (row["who"], row["via"]["merge"], row["via"]["by"]) == ("人力", 1, "编辑")
    people = json.loads(run("people", company, "--json")[1])["people"]
    assert {person["name"]: person["key"] for person in people}["人力"] == read_pack(answer).key
    assert run("verify", company)[0] == 0


def test_the_same_file_again_has_its_number_and_takes_nothing(run, company, answer, merge):
    merge(answer)
    before = company.read_bytes()
    status, (told,), _ = merge(answer)
    assert (status, told["number"], told["taken"], company.read_bytes() == before) == (0, 1, [], True)
    status, (told,), _ = merge(answer, "--take", "theirs")
    assert (status, told["number"], told["taken"]) == (0, 1, [])


def test_a_partial_answer_brings_its_values_and_hands_nothing_in(run, company, place, merge):
    status, (told,), _ = merge(place / "out" / "partial" / "csr-2022-hr.answer.annalspack")
    assert (status, told["taken"], _state(run, company)) == (0, [COUNTRIES], "started")


def test_a_conflict_is_told_with_both_sides_settled_on_demand_and_taken_back(run, company, place, answer, merge):
    _type(run, company, place, 50)
    status, (told,), _ = merge(answer)
    (conflict,) = told["conflicts"]
    assert (status, conflict["subject"], conflict["base"]) == (1, COUNTRIES, None)
    assert (conflict["ours"]["value"], conflict["theirs"]["value"]) == ("50", "45")
    assert (conflict["by"], conflict["ours_by"]) == ("人力", "编辑")
    assert _value(run, company) == ["50"]
    status, (told,), _ = merge(answer, "--take", "theirs")
    assert (status, told["number"], told["taken"], _value(run, company)) == (0, 2, [COUNTRIES], ["45"])
    assert run("merge", company, "--undo", 2, who="编辑")[0] == 0
    assert _value(run, company) == ["50"]
    assert run("merge", company, "--undo", 2, who="编辑")[0] == 2
    status, (told,), _ = merge(answer, "--take", "theirs")
    assert (told["number"], _value(run, company)) == (3, ["45"])
    _type(run, company, place, 51)
    status, out, _ = run("merge", company, "--undo", 3, who="编辑")
    assert (status, COUNTRIES in out, _value(run, company)) == (1, True, ["51"])
    assert run("verify", company)[0] == 0


def test_an_older_answer_is_refused_by_name_after_a_newer_one(run, company, place, answer, merge):
    merge(answer)
    status, (told,), err = merge(place / "out" / "partial" / "csr-2022-hr.answer.annalspack")
    assert (status, told["number"], len(told["refused"]), len(err.splitlines())) == (2, None, 1, 1)
    assert "merge 1" in err


def test_another_key_is_refused_until_it_is_trusted(run, company, place, answer, merge):
    merge(answer)
    forged = _answer(answer, place / "other.annalspack", Signer(bytes(range(32))), number=9)
    status, _, err = merge(forged)
    assert (status, "--trust" in err, len(err.splitlines())) == (2, True, 1)
    assert run("people", company, "--trust", "人力", who="编辑")[0] == 0
    status, (told,), _ = merge(forged)
    assert (status, told["taken"], told["first_key"]) == (0, ["workforce.ethnicities@2022"], True)


def test_one_file_that_is_refused_whole_keeps_no_other_back(place, answer, merge):
    request = place / "out" / "csr-2022-hr.annalspack"
    status, told, err = merge(request, answer)
    assert (status, [one["number"] for one in told], len(err.splitlines())) == (2, [None, 1], 1)


def test_what_is_another_departments_or_nothing_that_can_be_typed_is_refused_alone(place, answer, merge):
    offers = [_offer("energy.gas", "5"), _offer("no.such", "5"), _offer("workforce.ethnicities", "9")]
    made = _answer(answer, place / "made.annalspack", Signer(bytes(range(32))), offers=offers)
    status, (told,), _ = merge(made)
    assert (status, told["taken"]) == (1, ["workforce.ethnicities@2022"])
    assert [refused["subject"] for refused in told["refused"]] == ["energy.gas@2022", "no.such@2022"]


def test_only_an_editor_merges_and_a_small_workspace_takes_nothing(run, company, place, answer):
    before = company.read_bytes()
    assert run("merge", company, answer, who="审核人")[0] == 2
    assert company.read_bytes() == before
    assert run("merge", place / "small.annals", answer)[0] == 2
    assert run("answer", company, "--out", place / "no", who="编辑")[0] == 2


def test_import_names_merge_for_a_pack(run, company, answer):
    status, _, err = run("import", company, answer, who="编辑")
    assert (status, "merge" in err, len(err.splitlines())) == (2, True, 1)


@pytest.mark.parametrize("arguments", [[], ["f.annalspack", "--undo", "1"], ["--undo", "99999"]])
def test_a_wrong_call_is_one_sentence(run, company, arguments):
    status, _, err = run("merge", company, *arguments, who="编辑")
    assert (status, len(err.splitlines())) == (2, 1)


def test_the_reply_says_what_was_taken_and_what_not(run, company, place, answer):
    _type(run, company, place, 50)
    assert run("merge", company, answer, "--reply", place / "reply", who="编辑")[0] == 1
    (path,) = (place / "reply").iterdir()
    text = path.read_text("utf-8")
    assert COUNTRIES in text
    assert "编辑" in text


def _offer(metric: str, value: str) -> Offer:
    key = Key(metric, 2022)
    step = OfferStep("人力", datetime(2026, 11, 30, 9, tzinfo=UTC), "", DataPoint(key, Decimal(value), typed=value))
    return Offer(key, None, (step,))


def _answer(good, target, signer: Signer, number: int = 1, offers=None):
    """An answer to the same request that somebody else has made."""
    manifest = read_pack(good).manifest
    fields = {name: getattr(manifest, name) for name in Manifest.__dataclass_fields__}
    content = answer_content(AnswerFacts("ee" * 16, 1, "", None, {}), offers or [_offer("workforce.ethnicities", "9")])
    told = Manifest(**{**fields, "number": number, "members": {}})
    target.write_bytes(pack_bytes(told, content, {}, signer))
    return target


def test_an_answer_reads_back_what_the_small_workspace_did(place, answer):
    with Workspace.open(place / "small.annals", write=False) as small:
        entries = [entry for entry in small.history() if entry.subject == COUNTRIES]
    (change,) = [one for one in read_pack(answer).content["changes"] if one["subject"] == COUNTRIES]
    assert [(step["who"], datetime.fromisoformat(step["at"]), step["state"]) for step in change["steps"]] == [
        (entry.who, entry.when, entry.new) for entry in entries
    ]


def test_a_second_reply_leaves_the_first(run, company, place, answer):
    for _ in range(2):
        run("merge", company, answer, "--reply", place / "reply", who="编辑")
    assert [path.name.partition("answer.")[2] for path in sorted((place / "reply").iterdir())] == [
        "reply (2).txt",
        "reply.txt",
    ]


def test_an_error_in_a_value_that_was_taken_is_told_at_once_and_in_the_reply(run, company, place, answer):
    wrong = _answer(
        answer, place / "wrong.annalspack", Signer(b"7" * 32), offers=[_offer("workforce.ethnicities", "-3")]
    )
    status, out, _ = run("merge", company, wrong, "--reply", place / "reply", who="编辑")
    assert (status, "[error] Ethnic groups" in out) == (0, True)
    (path,) = (place / "reply").iterdir()
    assert "请核对" in path.read_text("utf-8")
