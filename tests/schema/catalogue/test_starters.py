"""Catalogues to begin with: nothing of another company is in them, and every disclosure of their framework has its place."""

import json
from pathlib import Path

import pytest

from schema.catalogue.compiled import to_json
from schema.catalogue.folder import Folder, Lent
from schema.catalogue.loader import load_definitions
from schema.catalogue.outline import placements
from schema.catalogue.starters import EMPTY, load_starter, starters
from schema.errors import AnnalsError, DefinitionsError
from schema.grammar.reference import parse_reference
from schema.grammar.words import LANGUAGES
from schema.moment import Moment
from schema.validation.messages import message
from schema.values.datapoint import Snapshot
from tests.conftest import RESOURCES
from tests.tools.starter_catalogues import WANTED, rows_of, written

NAMES = [wanted.name for wanted in WANTED]
FRAMEWORKS = {wanted.name: wanted.framework for wanted in WANTED}

STRANGERS = ("快手", "Kuaishou", "kuaishou", "1024", "理想家", "幸福乡村")


@pytest.fixture(scope="module")
def loaded(program):
    known = {}

    def load(name, *languages):
        if (name, languages) not in known:
            known[name, languages] = load_starter(RESOURCES, name, program, languages)
        return known[name, languages]

    return load


def test_the_starters_are_listed_with_the_empty_one_first():
    listed = starters(RESOURCES)
    assert [one.name for one in listed] == [EMPTY, *NAMES]
    assert all(one.title.get(language) and one.about.get(language) for one in listed for language in LANGUAGES)


@pytest.mark.parametrize("name", [EMPTY, *NAMES])
def test_nothing_of_another_company_is_in_a_starter(loaded, name):
    definitions = loaded(name)
    kept = json.loads(to_json(definitions))
    kept["catalogue"].pop("frameworks", None)  # tables of standards name whatever they name
    text = json.dumps(kept, ensure_ascii=False)
    assert [word for word in STRANGERS if word in text] == []
    assert not definitions.catalogue.company.name
    assert not definitions.catalogue.company.stock_code


def test_the_empty_one_asks_for_nothing(loaded):
    definitions = loaded(EMPTY)
    assert (definitions.catalogue.metrics, dict(definitions.outlines)) == ({}, {})
    assert definitions.catalogue.units
    assert definitions.catalogue.frameworks
    assert not list(Moment(definitions, Snapshot()).issues())


@pytest.mark.parametrize("wanted", WANTED, ids=NAMES)
def test_the_files_are_those_that_the_table_gives(wanted):
    for name, text in written(wanted).items():
        assert (RESOURCES / "starters" / wanted.name / name).read_text("utf-8") == text


@pytest.mark.parametrize("name", NAMES)
def test_every_disclosure_of_the_table_has_a_section_and_stands_in_the_index(loaded, name):
    outline, framework = loaded(name).outlines["report-2025"], FRAMEWORKS[name]
    table = [row["code"] for row in rows_of(framework)]
    placed = [code for section in outline.walk() for code in section.disclosures.get(framework, ())]
    assert placed == table
    assert [
        block.framework for section in outline.walk() for block in section.blocks if hasattr(block, "framework")
    ] == [framework]


@pytest.mark.parametrize("name", NAMES)
def test_every_metric_has_its_place_and_its_names(loaded, name):
    definitions = loaded(name)
    blocks = [b for section in definitions.outlines["report-2025"].walk() for b in section.blocks]
    shown = {parse_reference(p.reference).code for block in blocks for p in placements(block)}
    assert shown <= definitions.catalogue.metrics.keys()
    for code, metric in definitions.catalogue.metrics.items():
        assert not metric.name.missing(), code
        assert code in shown or any(code in str(other.formula) for other in definitions.catalogue.metrics.values()), (
            code
        )


@pytest.mark.parametrize("name", NAMES)
def test_a_new_workspace_of_a_starter_has_open_work_and_no_error(loaded, name):
    definitions = loaded(name)
    issues = Moment(definitions, Snapshot()).issues()
    assert issues
    assert [issue.code for issue in issues if issue.severity == "error"] == []
    for issue in issues[:40]:
        assert all(message(issue, definitions.catalogue, language) for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_language_is_enough_and_is_that_of_the_report(loaded, language):
    definitions = loaded("hkex-c2-2025", language)
    assert definitions.catalogue.company.languages == (language,)
    assert definitions.outlines["report-2025"].language == language
    asked = {
        issue.facts["tongue"].code for issue in Moment(definitions, Snapshot()).issues() if "tongue" in issue.facts
    }
    assert asked <= {language}


def test_an_unknown_starter_is_told_with_the_near_name(program):
    with pytest.raises(AnnalsError) as unknown:
        load_starter(RESOURCES, "gri-2012", program)
    assert (unknown.value.code, unknown.value.params["near"]) == ("starter.unknown", "gri-2021")


def test_a_language_that_a_starter_has_no_words_in_is_refused(program, tmp_path):
    folder = tmp_path / "starters"
    folder.mkdir()
    folder.joinpath("starters.yaml").write_text(
        "own:\n  title: {en: Own}\n  about: {en: Own}\n  languages: [en]\n", "utf-8"
    )
    with pytest.raises(AnnalsError) as refused:
        load_starter(tmp_path, "own", program, ("zh-Hans",))
    assert (refused.value.code, refused.value.params["languages"]) == ("starter.language", "en")


# one language


def one_language(folder: Path, languages: str) -> Path:
    """A folder of definitions with English words alone."""
    folder.mkdir()
    for name, text in {
        "company.yaml": f"company: {{name: {{en: Ward}}, short: {{en: Ward}}{languages}}}",
        "departments.yaml": "departments: {care: {en: Nursing}}",
        "units.yaml": "units: {person: {name: {en: people}, is: person}}",
        "breakdowns.yaml": "breakdowns: {shift: {name: {en: Shift}, members: {day: {en: Day}, night: {en: Night}}}}",
        "factors.csv": "code,name_zh_hans,name_zh_hant,name_en,value,unit,since,until,source\n",
        "records.yaml": "records: {}",
    }.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_company_that_names_its_language_needs_words_in_no_other(program, tmp_path):
    folder = one_language(tmp_path / "own", ", languages: [en]")
    lent = Lent(RESOURCES / "definitions", ("frameworks/*",))
    definitions = load_definitions(Folder(folder, lent), program)
    assert definitions.catalogue.company.languages == ("en",)
    assert definitions.catalogue.departments["care"].name.en == "Nursing"


def test_without_that_each_wording_is_asked_for_in_all_three(program, tmp_path):
    folder = one_language(tmp_path / "own", "")
    lent = Lent(RESOURCES / "definitions", ("frameworks/*",))
    with pytest.raises(DefinitionsError) as refused:
        load_definitions(Folder(folder, lent), program)
    assert {mistake.code for mistake in refused.value.mistakes} == {"definition.missing_language"}
    asked = load_definitions(Folder(folder, lent), program, ("en",))
    assert asked.catalogue.company.languages == ("en",)


def test_an_unknown_language_is_a_mistake_with_its_place(program, tmp_path):
    folder = one_language(tmp_path / "own", ", languages: [en, fr]")
    with pytest.raises(DefinitionsError) as refused:
        load_definitions(Folder(folder, Lent(RESOURCES / "definitions", ("frameworks/*",))), program)
    assert [mistake.code for mistake in refused.value.mistakes] == ["definition.no_language"]


def test_a_lent_file_stands_in_only_where_the_folder_has_none_and_only_if_it_is_lent(tmp_path):
    own, other = tmp_path / "own", tmp_path / "other"
    for folder in (own, other):
        (folder / "frameworks").mkdir(parents=True)
    (own / "units.yaml").write_text("units: {}", "utf-8")
    (other / "units.yaml").write_text("units: {no: {}}", "utf-8")
    (other / "rules.yaml").write_text("rules: {}", "utf-8")
    (other / "frameworks" / "a.csv").write_text("code\nx\n", "utf-8")
    files = Folder(own, Lent(other, ("units.yaml", "frameworks/*")))
    assert files.names("*.yaml") == ["units.yaml"]
    assert files.names("frameworks/*") == ["frameworks/a.csv"]
    assert files.source("units.yaml").data == {"units": {}}
    assert files.rows("frameworks/a.csv", ("code",))[0][0][1] == {"code": "x"}
    assert files.rows("rules.csv", ("code",))[1]
