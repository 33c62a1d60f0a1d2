"""What is named in one language and not yet in another is open work, told once per thing and language."""

from dataclasses import replace

from schema.catalogue.outline import Outline, Placement, Section, TableBlock
from schema.grammar.words import Words
from schema.validation.untranslated import check_untranslated, languages_of
from tests.schema.validation.given import catalogue, metric

HANS = Words("能源", "", "")
WHOLE = Words("能源", "能源", "Energy")


def outline(title: Words, *blocks: TableBlock) -> Outline:
    section = Section("energy", 1, title, blocks)
    return Outline("r", 2022, "zh-Hans", WHOLE, (section,))


def known(name: Words, company: Words = WHOLE):
    made = catalogue(metric("gas", name=name, definition=Words()))
    return replace(made, company=replace(made.company, name=company))


def told(outline: Outline, catalogue) -> list[tuple[str, str]]:
    return [(issue.code, issue.facts["tongue"].code) for issue in check_untranslated(outline, catalogue)]


def test_a_heading_and_a_metric_are_told_once_for_each_language_that_lacks():
    placed = TableBlock("t", WHOLE, (Placement("gas"), Placement("gas")))
    assert told(outline(HANS, placed), known(HANS)) == [
        ("outline.untranslated", "zh-Hant"), ("outline.untranslated", "en"),
        ("metric.untranslated", "zh-Hant"), ("metric.untranslated", "en"),
    ]  # fmt: skip
    assert told(outline(WHOLE, placed), known(WHOLE)) == []


def test_a_company_is_asked_for_its_own_languages_and_the_reports():
    alone = known(HANS, company=HANS)
    assert languages_of(alone, outline(HANS)) == ("zh-Hans",)
    assert told(outline(HANS, TableBlock("t", HANS, (Placement("gas"),))), alone) == []
