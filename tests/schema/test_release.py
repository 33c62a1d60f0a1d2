"""A press release drafted from a report."""

from dataclasses import replace

import pytest

from schema.catalogue.compiled import from_json, to_json
from schema.catalogue.outline import CalloutBlock, TableBlock, TextBlock
from schema.errors import AnnalsError
from schema.exchange.press_release import draft_release, with_outline
from schema.grammar.linked import parse_linked
from schema.grammar.reference import parse_reference
from schema.grammar.words import LANGUAGES
from schema.values.figures import Figures

REPORTS = ("csr-2019", "esg-2021", "csr-2022")


@pytest.fixture(scope="module", params=REPORTS)
def made(request, definitions, sample_snapshot):
    return definitions.outlines[request.param], draft_release(definitions, request.param, sample_snapshot)


def blocks(outline, kind):
    return [block for section in outline.walk() for block in section.blocks if isinstance(block, kind)]


def test_a_release_has_a_code_of_its_own_and_the_reports_year_and_language(made):
    report, draft = made
    assert (draft.outline.code, draft.outline.form) == (f"press-{report.code}", "release")
    assert (draft.outline.year, draft.outline.language) == (report.year, report.language)
    assert draft.outline.title.missing() == ()


def test_the_headline_figures_are_the_first_callouts_with_a_value(made, definitions, sample_snapshot):
    report, draft = made
    figures = Figures(definitions.catalogue, sample_snapshot)
    references = [parse_reference(item.reference) for item in blocks(draft.outline, TableBlock)[0].rows]
    printed = {parse_reference(item.reference).code for b in blocks(report, CalloutBlock) for item in b.items}
    assert len({reference.code for reference in references}) == 6
    assert {reference.code for reference in references} <= printed
    assert all(figures.value(reference.key(report.year)).value is not None for reference in references)


def test_each_section_begins_with_the_reports_own_words_and_their_linked_numbers(made, sample_snapshot):
    report, draft = made
    own = [text for (kept, _, _), text in sample_snapshot.texts.items() if kept == report.code]
    news = [text for text in draft.texts if text.slot.endswith(".news") and text.language == report.language]
    assert len(news) >= 3
    for text in news:
        assert any(text.text in words for words in own)
        assert [part for part in parse_linked(text.text) if not isinstance(part, str)]


def test_sections_follow_the_report_and_end_with_company_and_contact(made):
    report, draft = made
    codes = [section.code for section in draft.outline.chapters]
    order = [chapter.code for chapter in report.chapters]
    assert codes[0] == "release.opening"
    assert codes[-2:] == ["release.company", "release.contact"]
    assert codes[1:-2] == sorted(codes[1:-2], key=order.index)
    assert len(codes) <= 11


def test_every_text_of_a_draft_has_its_slot_and_what_only_a_person_can_say_is_open(made):
    _, draft = made
    slots = {block.slot for block in blocks(draft.outline, TextBlock)}
    told = {text.slot for text in draft.texts}
    assert told <= slots
    assert {f"release.opening.{name}" for name in ("subhead", "dateline", "quote", "signature")} <= slots - told
    assert all(text.report == draft.outline.code for text in draft.texts)


def test_a_chapter_about_the_company_becomes_the_boilerplate(definitions, sample_snapshot):
    draft = draft_release(definitions, "esg-2021", sample_snapshot)
    titles = [section.title.zh_hant for section in draft.outline.chapters]
    assert titles.count("關於快手科技") == 1
    assert [t.language for t in draft.texts if t.slot == "release.company.body"] == list(LANGUAGES)


def test_contact_lines_are_the_fields_that_the_company_has(definitions, sample_snapshot):
    company = replace(definitions.catalogue.company, email="", phone="0")
    changed = replace(definitions, catalogue=replace(definitions.catalogue, company=company))
    draft = draft_release(changed, "csr-2022", sample_snapshot)
    found = {text.language: text.text for text in draft.texts if text.slot == "release.contact.body"}
    assert set(found) == set(LANGUAGES)
    assert "{company.phone}" in found["en"]
    assert "{company.email}" not in found["en"]


def test_a_brace_in_a_reports_title_opens_no_link(definitions, sample_snapshot):
    report = definitions.outlines["csr-2022"]
    odd = replace(report, title=replace(report.title, en="A {b} C"))
    changed = replace(definitions, outlines={"csr-2022": odd})
    draft = draft_release(changed, "csr-2022", sample_snapshot)
    headline = next(t.text for t in draft.texts if t.slot.endswith("headline") and t.language == "en")
    assert "{{b}}" in headline
    assert draft.outline.title.en == "Press release: A {b} C"


def test_a_report_without_callouts_takes_the_first_rows_of_its_tables(definitions, sample_snapshot):
    report = definitions.outlines["esg-2021"]

    def bare(section):
        kept = tuple(block for block in section.blocks if not isinstance(block, CalloutBlock))
        return replace(section, blocks=kept, sections=tuple(bare(child) for child in section.sections))

    changed = replace(report, chapters=tuple(bare(chapter) for chapter in report.chapters))
    found = replace(definitions, outlines={"esg-2021": changed})
    assert len(blocks(draft_release(found, "esg-2021", sample_snapshot).outline, TableBlock)[0].rows) == 6


def test_a_report_without_data_gives_a_release_without_figures(definitions):
    from schema.values.datapoint import Snapshot

    draft = draft_release(definitions, "csr-2022", Snapshot())
    assert blocks(draft.outline, CalloutBlock) == []
    assert [section.code for section in draft.outline.chapters][1:] == ["release.company", "release.contact"]


def test_a_draft_is_kept_with_the_definitions(definitions, sample_snapshot):
    draft = draft_release(definitions, "csr-2022", sample_snapshot, "spring")
    kept = from_json(to_json(with_outline(definitions, draft.outline)))
    assert kept.outlines["spring"] == draft.outline


@pytest.mark.parametrize(
    ("report", "code", "trouble"),
    [
        ("press-2021", "", "release.of_release"),
        ("csr-2022", "csr-2019", "release.taken"),
        ("csr-2022", "../x", "release.code"),
        ("csr-2022", "A b", "release.code"),
    ],
)
def test_a_code_that_is_taken_or_none_is_refused(definitions, sample_snapshot, report, code, trouble):
    with pytest.raises(AnnalsError) as refused:
        draft_release(definitions, report, sample_snapshot, code)
    assert refused.value.code == trouble
