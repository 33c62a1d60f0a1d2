"""Dated changes of a metric: out to the workbook and back, from YAML, and what is wrong with them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schema.catalogue.compiled import from_json, to_json, with_hash
from schema.catalogue.definitions import DefinitionChange
from schema.catalogue.folder import Folder
from schema.catalogue.loader import Sentences, load_sentences
from schema.catalogue.reading import Reading
from schema.errors import DefinitionsError
from schema.exchange.catalogue_book.rows import from_sheets, to_sheets
from schema.grammar.words import Words
from tests.invented_company import BOOK, plain_sheets

HEAD = ["metric", "since", "what", "note.zh-Hans", "note.zh-Hant", "note.en"]


@pytest.fixture(scope="module")
def sentences(resources):
    return load_sentences(Reading(Folder(resources / "definitions")))


def read(sentences, *rows):
    return from_sheets(plain_sheets({**BOOK, "changes": [HEAD, *map(list, rows)]}), sentences)


def test_changes_arrive_oldest_first(sentences):
    found = read(
        sentences, ("water.used", 2024, "unit", "一", "一", "One"), ("water.used", 2023, "wording", "二", "二", "Two")
    )
    assert found.catalogue.metrics["water.used"].changed == (
        DefinitionChange(2023, "wording", Words("二", "二", "Two")),
        DefinitionChange(2024, "unit", Words("一", "一", "One")),
    )


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (("water.use", 2024, "unit", "一", "一", "One"), "definition.unknown_metric", "changes!A2"),
        (("water.used", 24, "unit", "一", "一", "One"), "definition.change_year", "changes!B2"),
        (("water.used", "soon", "unit", "一", "一", "One"), "definition.not_a_number", "changes!B2"),
        (("water.used", 2024, "colour", "一", "一", "One"), "definition.not_one_of", "changes!C2"),
        (("water.used", 2024, "unit", "一", "", "One"), "definition.missing_language", "changes!E2"),
    ],
)
def test_a_mistake_is_named_with_its_cell(sentences, row, code, cell):
    with pytest.raises(DefinitionsError) as refused:
        read(sentences, row)
    assert (code, cell) in [(m.code, str(m.place)) for m in refused.value.mistakes]


def test_the_same_change_twice_is_a_mistake(sentences):
    with pytest.raises(DefinitionsError) as refused:
        read(sentences, *[("water.used", 2024, "unit", "一", "一", "One")] * 2)
    assert [m.code for m in refused.value.mistakes] == ["definition.doubled"]


TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=12)
CHANGES = st.lists(
    st.builds(
        DefinitionChange,
        st.integers(1990, 2040),
        st.sampled_from(["definition", "unit", "boundary", "wording"]),
        st.builds(Words, TEXT, TEXT, TEXT),
    ),
    max_size=4,
    unique_by=lambda change: (change.since, change.what),
)


@settings(max_examples=settings.default.max_examples // 4)  # each writes a workbook
@given(CHANGES, st.booleans())
def test_any_changes_survive_the_workbook_and_the_workspace(sentences, changes, carries):
    base = from_sheets(plain_sheets(BOOK), sentences)
    metrics = dict(base.catalogue.metrics)
    ordered = tuple(sorted(changes, key=lambda change: change.since))
    metrics["water.used"] = replace(metrics["water.used"], changed=ordered)
    records = {code: replace(kind, carries=carries) for code, kind in base.catalogue.records.items()}
    made = with_hash(replace(base, catalogue=replace(base.catalogue, metrics=metrics, records=records)))
    own = Sentences(made.catalogue.messages, made.catalogue.phrases)
    assert to_json(from_sheets(to_sheets(made), own)) == to_json(made)
    assert from_json(to_json(made)) == made
