"""annals emissions: the list, sources in and out, a trial, factors of one's own, and each wrong call."""

import json

import pytest

from schema.grammar.languages import LANGUAGES
from schema.grammar.words import NO_WORDS
from schema.workspace import Workspace

ADD = ("--report", "esg-2021", "--add", "naturalgas", "diesel", "electricity", "heat")


def listed(run, path, *more):
    status, out, _ = run("emissions", path, "--report", "esg-2021", *more, "--json")
    assert status == 0
    return json.loads(out)


def test_at_first_nothing_is_counted_and_everything_is_offered(run, empty):
    found = listed(run, empty, "--sources")
    assert (found["sources"], found["regions"], found["base_year"], found["year"]) == ([], {}, None, 2021)
    offered = {one["source"]: one for one in found["available"]}
    assert offered["electricity"]["factor"] == "grid.*"
    assert offered["goods"] == {"source": "goods", "total": "c1", "method": "spend", "unit": "cny", "factor": "",
                                "name": offered["goods"]["name"]}  # fmt: skip
    assert "available" not in listed(run, empty)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_is_said_in_each_language(run, empty, language):
    status, out, _ = run("--language", language, "emissions", empty, "--sources")
    assert status == 0
    assert "emission.diesel" in out
    assert "cli." not in out


def test_sources_are_counted_with_their_factors_and_held_against_what_was_typed(run, sample_workspace):
    status, out, _ = run(
        "emissions", sample_workspace, *ADD, "--regions", "grid.north", "--base-year", "2021", "--json"
    )
    done = json.loads(out)
    assert (status, done["written"], done["beside"]) == (0, True, ["ghg.scope1", "ghg.scope2"])
    found = listed(run, sample_workspace)
    assert (found["regions"], found["base_year"]) == ({"": ["grid.north"]}, 2021)
    power = next(one for one in found["sources"] if one["source"] == "electricity")
    assert (power["activity"], power["factor"], power["version"]["code"]) == (
        "energy.electricity",
        "grid.*",
        "grid.north",
    )
    assert (power["version"]["value"], power["version"]["since"], power["version"]["until"]) == ("0.712", 2021, 2021)
    totals = {one["total"]: one for one in found["totals"]}
    assert totals["scope1"] | {"computed": ""} == {
        "total": "scope1", "metric": "ghg.scope1", "value": "2000", "unit": "tco2e", "typed": True, "computed": "",
    }  # fmt: skip
    assert totals["scope2"]["computed"].startswith("853871.")
    issues = json.loads(run("check", sample_workspace, "--report", "esg-2021", "--json")[1])["issues"]
    assert [one["code"] for one in issues if one["code"] == "rule.broken" and one["metric"] == "ghg.scope2"]


def test_a_trial_writes_nothing_and_says_the_same(run, sample_workspace):
    before = sample_workspace.read_bytes()
    status, out, _ = run("--language", "en", "emissions", sample_workspace, *ADD, "--dry-run")
    assert (status, sample_workspace.read_bytes()) == (0, before)
    assert out.startswith("A trial, nothing written")
    assert "typed values and stays typed" in out
    assert "no factor in force in 2021" in out  # nobody has said whose grid it is


def test_a_source_goes_as_it_came(run, empty):
    run("emissions", empty, *ADD, "--add", "petrol")
    before = {one["source"] for one in listed(run, empty)["sources"]}
    assert before == {"naturalgas", "diesel", "electricity", "heat", "petrol"}
    status, out, _ = run("emissions", empty, "--remove", "petrol", "heat", "--json")
    assert (status, set(json.loads(out)["removed"])) == (0, {"activity.petrol", "emissions.heat", "emissions.petrol"})
    assert {one["source"] for one in listed(run, empty)["sources"]} == before - {"petrol", "heat"}


def test_a_factor_of_ones_own_has_value_unit_years_and_source(run, empty):
    own = (
        "--own-factor",
        "goods.paper",
        "--value",
        "0.35",
        "--unit",
        "kgco2e/cny",
        "--since",
        "2020",
        "--source",
        "清单",
    )
    status, _, _ = run("emissions", empty, "--report", "esg-2021", "--add", "goods", "--factor", "goods.paper", *own)
    assert status == 0
    (line,) = listed(run, empty)["sources"]
    assert line["version"] == {
        "code": "goods.paper", "value": "0.35", "unit": "kgco2e/cny", "since": 2020, "until": None, "source": "清单",
    }  # fmt: skip


def test_the_nearest_year_is_said(run, empty):
    run("emissions", empty, *ADD, "--regions", "grid.hkelectric")
    status, out, _ = run("--language", "en", "emissions", empty, "--report", "esg-2021", "--nearest")
    assert status == 0
    assert "2021 has no value of its own, taken from another year: HK Electric, emissions per unit sold: 0.81" in out
    assert "取 2019 年的" in out  # in the language of the report


def test_the_base_year_is_taken_out_again(run, empty):
    run("emissions", empty, "--base-year", "2020")
    assert listed(run, empty)["base_year"] == 2020
    assert run("emissions", empty, "--base-year", "0")[0] == 0
    assert listed(run, empty)["base_year"] is None


def test_the_history_says_why(run, empty):
    run("emissions", empty, "--base-year", "2020", "--reason", "科学碳目标")
    with Workspace.open(empty, write=False) as workspace:
        assert "科学碳目标" in workspace.history()[-1].reason


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("--add", "petrl"), "There is no emission source “petrl”. Did you mean “petrol”?"),
        (("--add", "goods"), "No factor fits the source “goods”"),
        (("--add", "petrol", "coal", "--factor", "emission.coal"), "speak of one source"),
        (("--factor", "emission.coal"), "go with --add"),
        (("--dry-run",), "go with --add"),
        (("--own-factor", "x.y", "--value", "1"), "needs its value, its unit, its first year and its source"),
        (("--own-factor", "x.y", "--value", "much", "--unit", "kgco2e/t", "--since", "2020", "--source", "s"), "much"),
        (("--remove", "coal"), "is not counted as it is"),
        (("--entity", "moon"), "There is no entity “moon”"),
        (("--regions", "moon=grid.north"), "There is no entity “moon”"),
        (("--regions", "grid.nort"), "grid.north"),
        (("--regions", "grid.north", "grid.south"), "are factors of one group"),
        (("--base-year", "99999"), "is no year"),
        (
            ("--own-factor", "My code!", "--value", "1", "--unit", "kgco2e/t", "--since", "2020", "--source", "s"),
            "My code!",
        ),
        (
            (
                "--own-factor",
                "x.y",
                "--value",
                "1",
                "--unit",
                "kgco2e/t",
                "--since",
                "2020",
                "--until",
                "2019",
                "--source",
                "s",
            ),
            "ends in 2019, before it begins",
        ),
        (("--report", "esg-2020"), "esg-2020"),
        (("--report", "esg-2021", "--add", "petrol", "--section", "moon"), "no section “moon”"),
        (("--report", "esg-2021", "--add", "diesel", "--activity", "energy.gas"), "m³"),
    ],
)
def test_a_wrong_call_is_one_sentence_and_changes_nothing(run, empty, call, words):
    before = empty.read_bytes()
    status, out, err = run("--language", "en", "emissions", empty, *call)
    assert (status, out, empty.read_bytes()) == (2, "", before)
    assert words in err
    assert "Traceback" not in err


def test_sources_are_counted_before_the_company_has_its_name(run, tmp_path):
    path = tmp_path / "hkex.annals"
    assert run("new", path, "--starter", "hkex-c2-2025", "--languages", "en")[0] == 0
    status, out, err = run("--language", "en", "emissions", path, "--add", "naturalgas", "--regions", "grid.hkelectric")
    assert (status, err) == (0, "")
    assert "Emissions from natural gas" in out
    with Workspace.open(path, write=False) as workspace:
        company = workspace.definitions.catalogue.company
        assert (company.name, company.short, company.regions) == (NO_WORDS, NO_WORDS, ("grid.hkelectric",))
        assert workspace.verify() == ()
