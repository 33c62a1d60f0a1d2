"""Each type of thing that is kept: its subject as text, its state as JSON, its words and its owner."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from schema.catalogue.definitions import RecordType
from schema.catalogue.outline import Outline, Section, TextBlock
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import LANGUAGES, Words
from schema.storage.reading import things_in
from schema.values.datapoint import Attachment, DataPoint, Origin, PublishedValue, Record, Restatement, SlotText
from schema.values.kept_things import (
    DEFINITIONS,
    FORMS,
    KEPT,
    canonical,
    owner_of,
    parse_subject,
    shown_subject,
    subject_of,
    words_of,
)
from schema.values.kept_values import POINTS
from schema.values.subject import AttachmentAt, DefinitionsAt, PublishedAt, RestatementAt, TextAt
from tests.factories import small_definitions, words
from tests.schema.values.kept_things import THINGS

GAS = Key("energy.gas", 2022)
FORMS_OF = {form.kind: form for form in FORMS}
kept_rows = pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.table)


def test_every_row_of_the_registry_has_its_strategy():
    assert set(THINGS) == {kept.table for kept in KEPT}


@kept_rows
def test_a_subject_is_read_back_from_its_text_and_from_historys(kept):
    @given(THINGS[kept.table])
    def there_and_back(thing):
        subject = subject_of(thing)
        assert parse_subject(canonical(subject)) == subject
        assert kept.form.restored(kept.form.stored(subject)) == subject
        assert kept.located(*kept.address(subject)) == subject
        assert shown_subject(kept.form.kind, kept.form.stored(subject)) == canonical(subject)
        assert not set(canonical(subject)) & set(" \t\n\r")

    there_and_back()


@kept_rows
def test_a_thing_is_read_back_from_its_state(kept):
    @given(THINGS[kept.table])
    def there_and_back(thing):
        settled = kept.settled(thing)
        if settled is not None:
            state = kept.state(settled)
            assert kept.thing_of(subject_of(thing), state) == settled
            assert kept.state(kept.thing_of(subject_of(thing), state)) == state

    there_and_back()
    assert kept.state(None) == ""
    assert kept.thing_of(None, "") is None


@given(st.lists(st.one_of(*THINGS.values()), max_size=20))
def test_two_things_at_different_places_never_share_a_text(things):
    subjects = {subject_of(thing) for thing in things}
    assert len({canonical(subject) for subject in subjects}) == len(subjects)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (Key("energy.gas", 2022, "site", "gender=male", "q1"), "energy.gas/site@2022q1:gender=male"),
        (TextAt("csr-2022", "profile.body", "zh-Hant"), "text/csr-2022/profile.body.zh-Hant"),
        (TextAt("", "company.logo", ""), "text//company.logo"),
        (TextAt("r", "a.en", ""), "text/r/a%2Een"),
        (TextAt("r", "a.en", "en"), "text/r/a.en.en"),
        (TextAt("r", "en", ""), "text/r/en"),
        (RecordKey("case", "fair"), "record/case/fair"),
        (PublishedAt("r", GAS, "p. 7/8", "5\u3000%"), "published/r/energy.gas@2022/p.%207%2F8/5%E3%80%80%25"),
        (RestatementAt("r", Key("a", 2021, "site")), "restatement/r/a%2Fsite@2021"),
        (AttachmentAt("ab" * 32), f"attachment/{'ab' * 32}"),
        (AttachmentAt("a@2022"), "attachment/a%402022"),
        (Key("attachment", 2022, "a"), "attachment/a@2022"),
        (DefinitionsAt(), "definitions"),
    ],
)
def test_the_form_of_each_subject_is_the_promised_one(subject, text):
    assert canonical(subject) == text
    assert parse_subject(text) == subject


@pytest.mark.parametrize(
    "text",
    [
        "", "energy.gas", "energy.gas@-1", "energy.gas@2022:gender=*", "text/r", "text/r/a/b", "text/r/a b",
        "record/case/fair.people", "record/case/Fair", "record/case", "published/r/energy.gas@2022/p", "published/r/x/p/t",
        "restatement/r/x", "attachment/a/b", "attachment", "definitions/x", "other/a/b", "text/r/%61",
    ],
)  # fmt: skip
def test_what_is_no_subject_in_its_one_form_is_not_read(text):
    assert parse_subject(text) is None


def test_a_text_stands_in_a_language_that_there_is():
    with pytest.raises(ValueError, match="fr"):
        TextAt("r", "lead", "fr")
    assert shown_subject("text", "r|lead|fr") == "r|lead|fr"


@pytest.mark.parametrize(
    ("kind", "stored", "shown"),
    [
        ("point", "energy.gas@2022", "energy.gas@2022"),
        ("text", "r|green.photo|", "text/r/green.photo"),
        ("published", "energy.gas@2022|r|p. 7\\|x|5", "published/r/energy.gas@2022/p.%207|x/5"),
        ("restatement", "energy.gas@2022|r", "restatement/r/energy.gas@2022"),
        ("picture", "ab", "attachment/ab"),
        ("definitions", "definitions", "definitions"),
        ("text", "only|two", "only|two"),
        ("published", "nothing|r|p|t", "nothing|r|p|t"),
        ("restatement", "nothing|r", "nothing|r"),
        ("later", "a thing", "a thing"),
    ],
)
def test_what_history_has_kept_is_shown_in_the_one_form(kind, stored, shown):
    assert shown_subject(kind, stored) == shown


STATES = [
    (
        DataPoint(GAS, Decimal("1.50"), "over", typed="超过1.50", estimated=True, since=2016),
        '{"estimated":true,"qualifier":"over","since":2016,"typed":"超过1.50","value":"1.5"}',
    ),
    (DataPoint(GAS, Decimal(0)), '{"value":"0"}'),
    (
        PublishedValue("r", GAS, "5", Decimal(5), place="p. 7"),
        '{"resolution":"1","text":"5","value":"5"}',
    ),
    (
        SlotText("r", "lead", "en", "Hi", "r-2021", Origin("zh-Hans", "0" * 16, True)),
        '{"carried":"r-2021","origin":"zh-Hans 0000000000000000 draft","text":"Hi"}',
    ),
    (Record(RecordKey("case", "a"), "r", 2), '{"fields":{},"position":2,"report":"r"}'),
    (
        Restatement("r", GAS, "5", "p. 7", Decimal(5), Decimal(6), Words("因", en="why")),
        '{"en":"why","new":"6","old":"5","place":"p. 7","text":"5","zh_hans":"因"}',
    ),
    (
        Attachment("ab", "风车.png", "png", 9, 4, 3),
        '{"height":3,"kind":"png","name":"风车.png","size":9,"width":4}',
    ),
]


@pytest.mark.parametrize(("thing", "state"), STATES, ids=lambda part: type(part).__name__)
def test_the_state_that_history_keeps_is_what_it_always_was(thing, state):
    kept = next(kept for kept in KEPT if kept.thing is type(thing))
    assert kept.state(thing) == state
    assert json.loads(state)
    assert kept.thing_of(subject_of(thing), state) == thing


def test_each_type_of_subject_has_words_in_every_language():
    path = Path(__file__).parents[3] / "resources" / "definitions" / "phrases.yaml"
    phrases = yaml.safe_load(path.read_text("utf-8"))["phrases"]
    assert words_of(GAS) == "subject.value"
    for form in FORMS:
        assert set(phrases[form.words]) == set(LANGUAGES), form.words


def test_who_is_asked_is_whoever_answers_for_the_metric_the_section_or_the_type():
    section = Section(
        "one", 1, words("一"), (TextBlock("b", "lead"), TextBlock("c", "own", department="it")), department="hr"
    )
    kind = RecordType("case", words("案例"), (), department="admin")
    plain = small_definitions(records={"case": kind})
    known = type(plain)(plain.catalogue, {"r": Outline("r", 2022, "zh-Hans", words("报告"), (section,))})
    asked = {
        GAS: "admin",
        Key("gone", 2022): "",
        TextAt("r", "lead", "en"): "hr",
        TextAt("r", "own", "en"): "it",
        TextAt("r", "other", "en"): "",
        TextAt("gone", "lead", "en"): "",
        RecordKey("case", "a"): "admin",
        RecordKey("gone", "a"): "",
        PublishedAt("r", GAS, "", "5"): "admin",
        RestatementAt("r", GAS): "admin",
        AttachmentAt("ab"): "",
        DefinitionsAt(): "",
    }
    assert {subject: owner_of(subject, known) for subject in asked} == asked


def test_the_loop_of_what_there_is_much_of_reads_what_the_general_one_reads():
    raw = [
        ("energy.gas", "", 2021, "", "", "1.50", "over", "", "", "1.50", "n", "m", 1, "2021", 7, "a.csv", "f", 1),
        ("energy.gas", "site", 2022, "gender=male", "q1", None, "", "legal", "", "", "n", "", 0, "", 0, "a.csv", "", 0),
        ("energy.gas", "", 2022, "", "", "2", "", "", "", "2", "n", "", 0, "", 0, "a.csv", "", 0),
    ]
    rapid, general = POINTS.many(raw), dict(things_in(POINTS, raw))
    assert list(rapid.items()) == list(general.items())
    assert [type(key) for key in rapid] == [Key] * 3
    point = rapid[Key("energy.gas", 2021)]
    assert (type(point), str(point.value), point.estimated) == (DataPoint, "1.50", True)
    assert hash(point.key) == hash(Key("energy.gas", 2021))
    omission = rapid[Key("energy.gas", 2022, "site", "gender=male", "q1")]
    assert [(p.footnote, p.note, p.unsorted) for p in (point, omission)] == [("f", "n", False), ("n", "", False)]
    assert rapid[Key("energy.gas", 2022)].unsorted
    with pytest.raises(FrozenInstanceError):
        point.note = "changed"


def test_the_definitions_have_a_subject_without_a_table():
    assert DEFINITIONS.type is DefinitionsAt
    assert DEFINITIONS.kind not in {kept.form.kind for kept in KEPT}
