"""annals catalogue update: improvements of the built-in catalogue come in, own changes stay, one step takes it back."""

import json
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from desktop.cli import catalogue_updates
from desktop.cli.main import main
from schema.catalogue.built_in import BuiltIn, source_digest
from schema.catalogue.compiled import with_hash
from schema.workspace import Workspace
from tests.factories import change, words

GAS, DIESEL = "energy.gas", "energy.diesel"


def with_metrics(definitions, **changed):
    """Definitions with other metrics; codes are written with __ for a dot, None takes one out."""
    named = {code.replace("__", "."): metric for code, metric in changed.items()}
    metrics = {**definitions.catalogue.metrics, **named}
    kept = {code: metric for code, metric in metrics.items() if metric is not None}
    return with_hash(replace(definitions, catalogue=replace(definitions.catalogue, metrics=kept)))


@pytest.fixture(scope="module")
def base(definitions):
    """A small part of the shipped catalogue, without reports."""
    catalogue = definitions.catalogue
    metrics = {code: replace(catalogue.metrics[code], disclosures={}) for code in (GAS, DIESEL)}
    own = replace(catalogue, metrics=metrics, frameworks={}, rules=(), totals=(), relations=(), glossary=())
    return with_hash(replace(definitions, catalogue=own, outlines={}))


@pytest.fixture(scope="module")
def newer(base):
    """What a later program would come with: other words for gas, a unit for diesel, and a metric more."""
    gas, diesel = (base.catalogue.metrics[code] for code in (GAS, DIESEL))
    return with_metrics(
        base,
        energy__gas=replace(gas, name=words("Natural gas")),
        energy__diesel=replace(diesel, unit="m3", display=""),
        energy__peat=replace(gas, code="energy.peat", name=words("Peat")),
    )


@pytest.fixture
def path(base, newer, tmp_path, monkeypatch):
    """A workspace made of the base, in a program that comes with the newer catalogue."""
    monkeypatch.setattr(
        catalogue_updates, "load_built_in", lambda folder, program: BuiltIn(newer, source_digest(folder))
    )
    file = tmp_path / "a.annals"
    Workspace.create(file, base, "me", source="of an older program").close()
    return file


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        status = main([*(str(argument) for argument in arguments), "--language", "en"])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def metrics_of(path):
    with Workspace.open(path, write=False) as workspace:
        return workspace.definitions.catalogue.metrics


def adopt(path, definitions):
    with Workspace.open(path, write=True, who="me") as workspace:
        workspace.adopt(definitions, "own")


def enter(path, *changes):
    with Workspace.open(path, write=True, who="me") as workspace:
        workspace.apply(changes)


def names_in_history(path):
    with Workspace.open(path, write=False) as workspace:
        assert workspace.verify() == ()
        return [version.name for version in workspace.versions()]


def test_a_dry_run_tells_every_improvement_and_leaves_the_file_as_it_is(run, path):
    before = path.read_bytes()
    status, out, _ = run("catalogue", "update", path, "--dry-run")
    assert status == 0
    assert "would come in: 3" in out
    assert "metrics: 1 added, 0 removed, 2 changed" in out
    assert f"improved\tmetrics/{GAS}#name" in out
    assert "→ Natural gas" in out
    assert path.read_bytes() == before


def test_what_is_taken_in_is_one_entry_of_the_history_and_undone_in_one(run, path):
    assert run("catalogue", "update", path)[0] == 0
    metrics = metrics_of(path)
    assert (metrics[GAS].name.en, metrics[DIESEL].unit, "energy.peat" in metrics) == ("Natural gas", "m3", True)
    assert "nothing to change" in run("catalogue", "update", path)[1]
    status, out, _ = run("catalogue", "update", path, "--undo")
    assert (status, "as it was" in out) == (0, True)
    first, second, third = names_in_history(path)
    assert first == third != second
    status, _, err = run("catalogue", "update", path, "--undo")
    assert (status, "no update" in err) == (2, True)
    assert "3 improvements" in run("catalogue", "update", path)[1]


def test_own_changes_stay_and_a_conflict_is_settled_by_name(run, path, base):
    own = replace(base.catalogue.metrics[GAS], name=words("Our gas"), required=True)
    adopt(path, with_metrics(base, energy__gas=own))
    out = run("catalogue", "update", path, "--dry-run", "--json")[1]
    found = {one["place"]: (one["kind"], one["taken"]) for one in json.loads(out)["differences"]}
    assert found[f"metrics/{GAS}#name"] == ("conflict", False)
    assert run("catalogue", "update", path, f"metrics/{GAS}", "--take", "theirs")[0] == 0
    gas = metrics_of(path)[GAS]
    assert (gas.name.en, gas.required) == ("Natural gas", True)
    assert run("catalogue", "update", path, "--undo")[0] == 0
    assert metrics_of(path)[GAS].name.en == "Our gas"
    assert "1 stay as the workspace has them" in run("catalogue", "update", path)[1]
    assert metrics_of(path)[GAS].name.en == "Our gas"


def test_what_is_named_for_ours_stays(run, path):
    assert run("catalogue", "update", path, f"metrics/{GAS}", "metrics/energy.peat", "--take", "ours")[0] == 0
    metrics = metrics_of(path)
    assert (metrics[GAS].name.en == "Natural gas", "energy.peat" in metrics, metrics[DIESEL].unit) == (
        False,
        False,
        "m3",
    )


def test_another_unit_under_values_is_taken_by_name_only_and_goes_back_with_the_update(run, path, base):
    enter(path, change(DIESEL, 2022, "5"))
    unit = base.catalogue.metrics[DIESEL].unit
    assert "another unit or kind under values" in run("catalogue", "update", path, "--take", "theirs", "--dry-run")[1]
    assert run("catalogue", "update", path, f"metrics/{DIESEL}#unit", "--take", "theirs")[0] == 0
    with Workspace.open(path, write=False) as workspace:
        definitions = workspace.definitions
    assert (definitions.catalogue.metrics[DIESEL].unit, set(definitions.drifted)) == ("m3", {DIESEL})
    assert run("catalogue", "update", path, "--undo")[0] == 0
    assert metrics_of(path)[DIESEL].unit == unit
    assert names_in_history(path)[0] == names_in_history(path)[-1]


def test_undoing_leaves_what_was_changed_or_filled_in_since_and_lists_it(run, path):
    run("catalogue", "update", path)
    with Workspace.open(path, write=False) as workspace:
        updated = workspace.definitions
    adopt(path, with_metrics(updated, energy__gas=replace(updated.catalogue.metrics[GAS], name=words("Our own gas"))))
    enter(path, change("energy.peat", 2022, "5"))
    status, out, _ = run("catalogue", "update", path, "--undo")
    assert status == 1
    assert (f"metrics/{GAS}#name" in out, "metrics/energy.peat" in out, f"metrics/{DIESEL}" in out) == (
        True,
        True,
        False,
    )
    metrics = metrics_of(path)
    assert (metrics[GAS].name.en, "energy.peat" in metrics, metrics[DIESEL].unit == "m3") == (
        "Our own gas",
        True,
        False,
    )


def test_a_whole_with_a_mistake_changes_nothing(run, path, base):
    """The company adds tonnes of diesel up as tonnes; the newer catalogue measures diesel in cubic metres."""
    book = path.with_suffix(".xlsx")
    run("catalogue", "export", path, book)
    workbook = load_workbook(book)
    sheet = workbook["metrics"]
    heads = [cell.value for cell in sheet[1]]
    row = {"code": "own.twice", "name.zh-Hans": "两倍", "name.zh-Hant": "兩倍", "name.en": "Twice", "kind": "number",
           "unit": base.catalogue.metrics[DIESEL].unit, "timing": "flow", "department": "admin",
           "formula": f"[{DIESEL}] + [{DIESEL}]"}  # fmt: skip
    sheet.append([row.get(head) for head in heads])
    workbook.save(book)
    assert run("catalogue", "import", path, book)[0] == 0
    before = names_in_history(path)
    status, _, err = run("catalogue", "update", path)
    assert (status, "metrics/own.twice!" in err) == (2, True)
    assert names_in_history(path) == before


@pytest.mark.parametrize("call", [
    ("update", "NAME"), ("update", "--undo", "--dry-run"), ("update", "--undo", "--take", "theirs"), ("update", "--all"),
    ("confirm", "--dry-run"), ("export", "x.xlsx", "--undo"), ("import", "x.xlsx", "--take", "ours"),
])  # fmt: skip
def test_what_does_not_belong_together_is_refused(run, path, call):
    action, *rest = call
    status, out, err = run("catalogue", action, path, *rest)
    assert (status, out, "annals catalogue update" in err) == (2, "", True)


def test_a_name_of_no_difference_is_told_with_the_nearest(run, path):
    status, _, err = run("catalogue", "update", path, "metrics/energy.gass", "--take", "theirs")
    assert (status, f"metrics/{GAS}#name" in err) == (2, True)


def test_of_a_catalogue_of_unknown_origin_only_new_entries_come_in(run, path, newer, base, tmp_path):
    file = tmp_path / "own.annals"
    Workspace.create(file, base, "me").close()
    status, out, _ = run("catalogue", "update", file)
    assert (status, "not known" in out) == (0, True)
    metrics = metrics_of(file)
    assert (metrics[GAS].name, "energy.peat" in metrics) == (base.catalogue.metrics[GAS].name, True)
    assert "nothing to change" in run("catalogue", "update", file)[1]


def test_a_new_workspace_has_all_that_the_program_brings(run, empty):
    with Workspace.open(empty, write=False) as workspace:
        (version,) = workspace.versions()
    assert version.built_in == version.name
