"""annals coverage --profile: what a starter or another report needs that nobody is asked for."""

import json

import pytest

from schema.grammar.languages import LANGUAGES


def told(run, path, report, profile):
    status, out, _ = run("coverage", path, "--report", report, "--profile", profile, "--json")
    assert status == 0
    return json.loads(out)


def test_each_metric_of_a_starter_is_asked_known_or_new(run, empty):
    found = told(run, empty, "esg-2021", "hkex-c2-2025")
    states = {one["metric"]: one for one in found["metrics"]}
    assert (states["ghg.scope1"]["state"], states["ghg.scope1"]["owner"]) == ("asked", "admin")
    assert states["ghg.scope3.c1"] | {"name": ""} == {
        "metric": "ghg.scope3.c1", "name": "", "unit": "tco2e", "state": "new", "owner": "", "instead": "", "owned": False,
    }  # fmt: skip
    assert found["unowned"] == sum(not one["owned"] for one in found["metrics"]) > 14


def test_what_is_known_and_not_asked_for_here_is_told_as_such(run, empty):
    states = {one["metric"]: one["state"] for one in told(run, empty, "csr-2019", "esg-2021")["metrics"]}
    assert states["ghg.scope1"] == "known"
    assert "new" not in states.values()  # the same catalogue


def test_a_metric_that_answers_the_same_stands_in(run, tea):
    states = told(run, tea, "tea-2025", "gri-2021")["metrics"]
    assert {one["state"] for one in states} >= {"new"}
    assert all(one["instead"] for one in states if one["state"] == "alike")


def test_disclosures_that_nothing_answers_are_listed(run, empty):
    found = told(run, empty, "csr-2019", "hkex-c2-2025")
    codes = {one["code"] for one in found["disclosures"] if one["framework"] == "hkexc2"}
    assert "D-28(c)" in codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_profile_is_said_in_each_language(run, empty, language):
    status, out, _ = run("--language", language, "coverage", empty, "--report", "esg-2021", "--profile", "hkex-c2-2025")
    assert status == 0
    assert "ghg.scope3.c1" in out
    assert "cli." not in out


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("--profile", "hkex"), "There are: hkex-c2-2025"),
        (("--profile", "esg-2021"), "There is no “esg-2021”"),  # itself
        (("--profile", "empty"), "There is no “empty”"),
        (("--profile", "vsme", "--unasked"), "do not go together"),
    ],
)
def test_a_wrong_profile_is_one_sentence(run, empty, call, words):
    status, out, err = run("--language", "en", "coverage", empty, "--report", "esg-2021", *call)
    assert (status, out) == (2, "")
    assert words in err
