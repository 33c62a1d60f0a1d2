"""What nobody has touched since last year is a doubt until it is edited or confirmed."""

from dataclasses import replace

import pytest

from schema.catalogue.outline import Definitions
from schema.exchange.next_year import next_report
from schema.validation.carried import check_carried
from schema.validation.facts import Excerpt
from schema.validation.issue import IndexAt, ListAt
from schema.validation.messages import message
from schema.values.changes import keep, overlay
from schema.values.datapoint import SlotText, Snapshot
from schema.values.subject import TextAt
from tests.factories import shipped_messages, words
from tests.schema.exchange.test_next_year import DEFINITIONS, LEAD, OLD, PRIZE, WATER
from tests.schema.validation.given import said, sound


@pytest.fixture
def snapshot() -> Snapshot:
    texts = {("csr-2022", "lead", "zh-Hans"): LEAD, ("csr-2022", "lead", "en"): "We save water."}
    return Snapshot(texts=texts, records={row.key: row for row in (WATER, PRIZE)})


@pytest.fixture
def rolled(snapshot):
    return next_report(DEFINITIONS, snapshot, "csr-2022", "csr-2023")


def codes(snapshot: Snapshot, definitions: Definitions) -> list[str]:
    issues = check_carried(definitions.outlines["csr-2023"], definitions, snapshot)
    return [issue.code for issue in sound(issues, definitions.catalogue)]


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


def test_a_rewritten_text_is_quiet_and_the_doubt_names_the_languages_that_nobody_has_touched(rolled, snapshot):
    definitions = rolled.within(DEFINITIONS)
    outline, now = definitions.outlines["csr-2023"], overlay(snapshot, rolled.changes)
    text = next(check_carried(outline, definitions, now))
    assert said(text)["tongue"] == "zh-Hans en"
    edited = overlay(now, [keep(SlotText("csr-2023", "lead", "zh-Hans", "新的文字"))])
    left = next(check_carried(outline, definitions, edited))
    assert (left.at, said(left)["tongue"]) == (TextAt("csr-2023", "lead", "en"), "en")
    catalogue = replace(definitions.catalogue, messages=shipped_messages())
    assert "still has the en wording" in message(left, catalogue, "en")


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


def test_each_stands_at_what_is_untouched_with_all_that_it_says(rolled, snapshot):
    definitions = rolled.within(DEFINITIONS)
    outline = definitions.outlines["csr-2023"]
    text, records, explanations = check_carried(outline, definitions, overlay(snapshot, rolled.changes))
    assert text.at == TextAt("csr-2023", "lead", "zh-Hans")
    assert records.at == ListAt("csr-2023", "targets")
    assert explanations.at == IndexAt("csr-2023", "own")
    assert {issue.report for issue in (text, records, explanations)} == {"csr-2023"}
    assert (records.facts["count"], said(records)["type"], records.facts["list"]) == (1, "target", Excerpt(("2026",)))
    assert (explanations.facts["count"], explanations.facts["list"]) == (1, Excerpt(("A1",)))


def test_headings_are_told_for_the_whole_report(snapshot):
    section = replace(OLD.chapters[0], title=words("2022 年大事"))
    definitions = replace(DEFINITIONS, outlines={"csr-2022": replace(OLD, chapters=(section,))})
    rolled = next_report(definitions, snapshot, "csr-2022", "csr-2023")
    outline = rolled.within(definitions).outlines["csr-2023"]
    (issue,) = (i for i in check_carried(outline, DEFINITIONS, Snapshot()) if i.code == "carried.headings")
    assert (issue.severity, issue.place, issue.report, issue.at) == ("doubt", "csr-2023", "csr-2023", None)
    assert (issue.facts["year"], issue.facts["count"], issue.facts["list"]) == (2022, 1, Excerpt(("2022 年大事",)))
