"""What nobody has touched since last year is a doubt until it is edited or confirmed."""

from dataclasses import replace

import pytest

from schema.catalogue.outline import Definitions
from schema.exchange.next_year import next_report
from schema.validation.carried import check_carried
from schema.validation.messages import message
from schema.values.changes import keep, overlay
from schema.values.datapoint import SlotText, Snapshot
from tests.factories import shipped_messages, words
from tests.schema.exchange.test_next_year import DEFINITIONS, LEAD, OLD, PRIZE, WATER


@pytest.fixture
def snapshot() -> Snapshot:
    texts = {("csr-2022", "lead", "zh-Hans"): LEAD, ("csr-2022", "lead", "en"): "We save water."}
    return Snapshot(texts=texts, records={row.key: row for row in (WATER, PRIZE)})


@pytest.fixture
def rolled(snapshot):
    return next_report(DEFINITIONS, snapshot, "csr-2022", "csr-2023")


def codes(snapshot: Snapshot, definitions: Definitions) -> list[str]:
    return [issue.code for issue in check_carried(definitions.outlines["csr-2023"], definitions, snapshot)]


def test_what_is_untouched_is_told_until_it_is_edited_or_confirmed(rolled, snapshot):
    definitions = rolled.within(DEFINITIONS)
    now = overlay(snapshot, rolled.changes)
    assert codes(now, definitions) == ["carried.text_year", "carried.records_year", "carried.explanations"]
    edited = overlay(now, [keep(SlotText("csr-2023", "lead", "zh-Hans", "新的文字"))])
    assert codes(edited, definitions)[0] == "carried.text"  # the English words are still last year's
    confirmed = overlay(edited, [keep(replace(rolled.texts[1], carried=""))])
    row = rolled.records[0]
    confirmed = overlay(confirmed, [keep(replace(row, carried=""))])
    outline = replace(definitions.outlines["csr-2023"], unconfirmed={})
    assert codes(confirmed, replace(definitions, outlines={**definitions.outlines, "csr-2023": outline})) == []


def test_a_heading_that_names_last_year_is_told(snapshot):
    section = replace(OLD.chapters[0], title=words("2022 年大事"))
    definitions = replace(DEFINITIONS, outlines={"csr-2022": replace(OLD, chapters=(section,))})
    rolled = next_report(definitions, snapshot, "csr-2022", "csr-2023")
    assert "carried.headings" in codes(overlay(snapshot, rolled.changes), rolled.within(definitions))
    assert rolled.dated[0] == "green"


def test_a_report_that_was_never_rolled_has_nothing_to_confirm(snapshot):
    assert list(check_carried(OLD, DEFINITIONS, snapshot)) == []


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_each_says_since_when_and_what_to_do(rolled, snapshot, language):
    definitions = rolled.within(DEFINITIONS)
    catalogue = replace(definitions.catalogue, messages=shipped_messages())
    now = overlay(snapshot, rolled.changes)
    for issue in check_carried(definitions.outlines["csr-2023"], definitions, now):
        assert "csr-2022" in message(issue, catalogue, language)


def test_records_that_name_no_year_are_told_too(rolled, snapshot):
    plain = replace(WATER, fields={"year": WATER.field("year")})
    found = next_report(DEFINITIONS, replace(snapshot, records={plain.key: plain}), "csr-2022", "csr-2023")
    assert "carried.records" in codes(overlay(Snapshot(), found.changes), found.within(DEFINITIONS))
