"""annals scan: each number of a text as a claim, with exit status 1 where one contradicts the workspace."""

import json
import shutil
from pathlib import Path

import pytest

from desktop.__main__ import main
from schema.grammar.words import LANGUAGES

FIGURES = (
    "metric,period,value,report,place\nwelfare.donations,2021,7570 万元,,\nusers.dau,2021,308.2 百万,,\n"
    "rural.orders,2021,近 5.6 亿,press-2021,para. 2\nknowledge.streams,2021,超过 3300 万场,press-2021,para. 7\n"
)
TEXT = (
    "2021 年，公益项目捐赠总额 7750 万元，平均日活跃用户超过 3 亿。\n\n"
    "2021 年，近 5.6 亿个农产品订单经由快手发往全国各地。\n\n"
    "2021 年第三季度，平均日活跃用户为 3.2 亿。一位主播的粉丝有 80 万。\n"
)


@pytest.fixture(scope="module")
def made(kept_empty, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("scanned")
    path, file = Path(shutil.copy(kept_empty, folder / "w.annals")), folder / "f.csv"
    file.write_text(FIGURES, "utf-8")
    assert main(["import", str(path), str(file)]) in (0, 1)
    return path


@pytest.fixture
def text(tmp_path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def claims(run, workspace, text, *more):
    status, out, _ = run("scan", workspace, text, *more, "--json")
    return status, {claim["quote"]: claim for claim in json.loads(out)["claims"]}


def test_each_number_is_a_claim_with_its_verdict(run, made, text):
    status, found = claims(run, made, text)
    assert status == 1
    wrong = found["7750 万元"]
    assert {name: wrong[name] for name in ("line", "value", "unit", "qualifier", "period", "ref", "verdict", "current")} == {
        "line": 1, "value": "77500000", "unit": "cny", "qualifier": "", "period": 2021,
        "ref": "welfare.donations@2021", "verdict": "mismatch", "current": "75700000",
    }  # fmt: skip
    rounded = found["超过 3 亿"]
    assert (rounded["verdict"], rounded["qualifier"], rounded["current"]) == ("rounded", "over", "308200000")
    assert (found["3.2 亿"]["verdict"], found["3.2 亿"]["span"], found["3.2 亿"]["ref"]) == ("unknown", "q3", "")
    assert found["80 万"]["verdict"] == "unknown"
    assert found["2021 年"]["verdict"] == "other"


def test_what_the_workspace_has_from_the_text_alone_is_circular(run, made, text):
    assert claims(run, made, text)[1]["近 5.6 亿个"]["verdict"] == "match"
    assert claims(run, made, text, "--source", "press-2021")[1]["近 5.6 亿个"]["verdict"] == "circular"


def test_an_earlier_value_is_stale(run, made, text, tmp_path):
    workspace, file = Path(shutil.copy(made, tmp_path / "w.annals")), tmp_path / "g.csv"
    for value in ("7750 万元", "7570 万元"):
        file.write_text(f"metric,period,value\nwelfare.donations,2021,{value}\n", "utf-8")
        assert run("import", workspace, file)[0] in (0, 1)
    status, found = claims(run, workspace, text)
    assert (status, found["7750 万元"]["verdict"]) == (0, "stale")


def test_without_json_what_is_to_be_looked_at_is_listed(run, made, text):
    status, out, _ = run("scan", made, text, "--language", "en")
    assert status == 1
    assert "1\tmismatch\t7750 万元\tContradicts the workspace" in out
    assert "2021 年\t" not in out
    assert out.splitlines()[-1].startswith("match ")
    assert "A date or year." in run("scan", made, text, "--language", "en", "--all")[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_a_sentence_of_the_language(run, made, text, language):
    _, found = claims(run, made, text, "--language", language)
    reasons = [claim["reason"] for claim in found.values()]
    assert all(reason.endswith((".", "。")) and "{" not in reason for reason in reasons)


def test_reading_changes_nothing(run, made, text):
    before = made.read_bytes()
    claims(run, made, text)
    assert made.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [("missing.txt", (), "missing.txt"), ("article.txt", ("--source", "press-2012"), "Did you mean “press-20")],
)
def test_a_wrong_call_is_one_sentence(run, made, text, name, more, said):
    status, out, err = run("scan", made, text.with_name(name), *more, "--language", "en")
    assert (status, out) == (2, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1
