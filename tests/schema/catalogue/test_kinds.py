"""What metrics and columns hold: each kind through everything that has to know it."""

from dataclasses import replace
from typing import get_args

import pytest

from schema.catalogue.definitions import Category, Metric, RecordColumn, RecordType
from schema.catalogue.kinds import COLUMN_KINDS, KINDS, METRIC_KINDS, NO_UNIT, ColumnKind, MetricKind
from schema.catalogue.sources import ColumnSource, MetricSource
from schema.catalogue.unitless import without_unit
from schema.grammar.reference import RecordKey
from schema.grammar.words import LANGUAGES
from schema.validation.record_checks import check_record
from schema.values.datapoint import Field, Record, Snapshot
from schema.values.display import Display
from schema.values.figures import Figures
from schema.values.parse import parse_value
from schema.values.records import from_plain, read_field, show_plain, to_plain, with_words
from tests.factories import small_catalogue, words

# One text of each kind that is read, and one that is not ("" = everything is).
SAMPLES: dict[str, tuple[str, str]] = {
    "text": ("甲", ""),
    "long": ("甲", ""),
    "date": ("2021-02", "soon"),
    "year": ("2021", "2021-02"),
    "integer": ("12", "12.5"),
    "number": ("12.5", "many"),
    "percent": ("93.6%", "many"),
    "choice": ("gold", "tin"),
    "picture": ("0" * 64, "1" * 64),
}

# Of each kind of metric a text that is read, what it is shown as, and a text that is not read.
METRICS: dict[str, tuple[str, tuple[str, str, str], str]] = {
    "integer": ("12", ("12", "12", "12"), "many"),
    "number": ("12.5", ("12.5", "12.5", "12.5"), "many"),
    "percent": ("93.6%", ("93.6%", "93.6%", "93.6%"), "many"),
    "range": ("20至30", ("20–30", "20–30", "20–30"), "30至20"),
    "yesno": ("有", ("是", "是", "Yes"), "也许"),
    "date": ("2021年6月30日", ("2021 年 6 月 30 日", "2021 年 6 月 30 日", "30 June 2021"), "soon"),
    "choice": ("金", ("金", "金", "金"), "锡"),
}


def column(code: str) -> RecordColumn:
    choices = (Category("gold", words("金")),) if KINDS[code].chosen else ()
    return RecordColumn(
        "thing", words("某"), code, KINDS[code].unit or ("t" if KINDS[code].numeric else ""), choices=choices
    )


def test_the_registry_holds_the_kinds_that_definitions_may_name_and_no_other():
    assert set(KINDS) == {*COLUMN_KINDS, *METRIC_KINDS}
    assert get_args(ColumnKind) == COLUMN_KINDS
    assert set(METRIC_KINDS) == {code for code, row in KINDS.items() if row.numeric or (row.labelled and not row.year)}
    assert MetricSource.model_fields["kind"].annotation == MetricKind
    assert ColumnSource.model_fields["kind"].annotation == ColumnKind


def test_each_kind_has_a_sample_in_these_tests():
    assert set(SAMPLES) == set(COLUMN_KINDS)
    assert set(METRICS) == set(METRIC_KINDS)


@pytest.mark.parametrize("code", COLUMN_KINDS)
def test_a_field_of_each_kind_is_read_kept_and_shown(code):
    thing = column(code)
    kind = RecordType("award", words("奖"), (thing,))
    typed = SAMPLES[code][0]
    worded = KINDS[code].worded
    field = with_words(Field(), "en", typed) if worded else read_field(typed, kind, thing, small_catalogue())
    assert bool(field)
    assert (field.value is not None) is KINDS[code].numeric
    assert from_plain(to_plain({"thing": field})) == {"thing": field}
    for language in LANGUAGES:
        assert worded or show_plain(field, thing, language)


@pytest.mark.parametrize("code", [code for code, (_, bad) in SAMPLES.items() if bad])
def test_a_field_that_is_not_what_its_kind_asks_for_is_told(code):
    from tests.schema.validation.given import catalogue, definitions

    thing = column(code)
    kind = RecordType("award", words("奖"), (thing,))
    known = catalogue()
    outline = definitions(known).outlines["report"]
    for text, told in zip(SAMPLES[code], (KINDS[code].pictured, True), strict=True):
        field = read_field(text, kind, thing, known)
        record = Record(RecordKey("award", "a"), "report", 1, {"thing": field})
        issues = [issue.code for issue in check_record(record, kind, outline, Figures(known, Snapshot()))]
        assert bool(issues) is told, (text, issues)


@pytest.mark.parametrize("code", METRIC_KINDS)
def test_a_metric_of_each_kind_is_read_and_shown_in_each_language(code):
    from tests.schema.validation.given import catalogue

    row, known = KINDS[code], catalogue()
    unit = row.unit or (NO_UNIT if row.labelled else "t")
    choices = (Category("1", words("金")),) if row.chosen else ()
    thing = Metric("a", words("甲"), code, unit, "", "flow", "hr", choices=choices)
    known = replace(known, units=without_unit(known.units, (thing,)))
    assert thing.traits is row
    assert thing.in_percent is row.share
    text, shown, unread = METRICS[code]
    parsed = parse_value(text, thing, known)
    assert parsed.value is not None
    displays = (Display(thing, known, language) for language in LANGUAGES)
    assert tuple(display.show(parsed.value, parsed.qualifier) for display in displays) == shown
    assert parse_value(unread, thing, known).problem


def test_what_a_count_a_number_and_a_share_are():
    assert [code for code, row in KINDS.items() if row.counted] == ["integer"]
    assert [code for code, row in KINDS.items() if row.share] == ["percent"]
    assert [code for code, row in KINDS.items() if row.unit] == ["percent"]
    assert [code for code, row in KINDS.items() if row.titled] == ["text"]
    assert [code for code, row in KINDS.items() if row.worded] == ["text", "long"]
    assert [code for code, row in KINDS.items() if row.dated] == ["date", "year"]
    assert [KINDS[code].weight for code in COLUMN_KINDS] == [4, 5, 2, 2, 2, 2, 2, 2, 2]
    assert [code for code, row in KINDS.items() if row.labelled] == ["date", "year", "choice", "yesno"]
    assert [code for code, row in KINDS.items() if row.ranged] == ["range"]


def test_a_kind_that_is_not_registered_is_never_taken_for_another():
    with pytest.raises(KeyError):
        _ = RecordColumn("a", words("甲"), "colour").worded
