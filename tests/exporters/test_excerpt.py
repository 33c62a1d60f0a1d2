"""A part of a report says what the whole says there: the page beside the form can't differ from the draft."""

from __future__ import annotations

import pytest

from exporters.assembly.document import build_document
from exporters.assembly.excerpt import NOTHING_BEFORE, build_excerpt, counted
from exporters.assembly.form_page import build_form
from exporters.content import ChapterContents, Heading, Mark, Table, block_inlines
from exporters.excerpt import Start, captions
from exporters.inlines import LinkedNumber, Text
from exporters.word.estimated_pages import PageCount, guess_pages
from schema.moment import Moment, PassingMoment
from schema.values.changes import keep, overlay
from schema.values.pack_origin import PackOrigin


@pytest.fixture(scope="module")
def moment(sample_definitions, sample_snapshot):
    return Moment(sample_definitions, sample_snapshot)


def sections(document) -> dict[str, list]:
    """The blocks of each section without those below it, by its code."""
    found, code = {}, ""
    for block in document.blocks:
        if isinstance(block, Heading):
            code = block.id
        if not isinstance(block, Mark):
            found.setdefault(code, []).append(block)
    return found


@pytest.mark.parametrize("report", ["csr-2022", "esg-2021"])
def test_each_section_alone_has_the_blocks_and_footnotes_of_the_whole_report(moment, report) -> None:
    language = moment.outline(report).language
    before = counted(moment, report, language, PageCount().begin).starts
    document = build_document(moment, report, language)
    whole = sections(document)
    assert set(whole) == set(before)
    parts, opening = [chapter.code for chapter in moment.outline(report).chapters if chapter.matter == "part"], []
    for code, blocks in whole.items():
        alone = build_excerpt(moment, report, language, (code,), before[code])
        heading, *rest = [placed.block for placed in alone.blocks]
        if code in parts:  # what a part says stands below the title of its first chapter, there
            rest, opening = [], rest
        else:
            rest, opening = [*opening, *rest], []
        # the list of a chapter's sections has pages, which are known of whole reports alone
        assert [heading, *rest] == [block for block in blocks if not isinstance(block, ChapterContents)]
        assert (alone.header, alone.look) == (document.header, document.look)


def test_captions_of_a_section_are_numbered_on_from_those_before_it(moment) -> None:
    before = counted(moment, "csr-2022", "zh-Hans", PageCount().begin).starts
    blocks = build_document(moment, "csr-2022", "zh-Hans").blocks
    place = next(
        number for number, block in enumerate(blocks) if isinstance(block, Heading) and block.id == "employees.growth"
    )
    start = before["employees.growth"]
    assert (start.figures, start.tables) == captions(blocks[:place])
    assert start.figures > 5


def test_a_section_begins_on_the_page_that_the_drafts_contents_guess(moment) -> None:
    found = counted(moment, "csr-2022", "zh-Hans", PageCount().begin)
    guessed = guess_pages(build_document(moment, "csr-2022", "zh-Hans"))
    for block in build_document(moment, "csr-2022", "zh-Hans").blocks:
        if isinstance(block, Heading):
            assert str(found.starts[block.id].page) == guessed[block.anchor], block.id
    assert found.pages["employees.rights.body"] >= found.starts["employees.rights"].page > 20
    assert found.starts["employees"].used == 0.0  # a chapter begins a page


def test_a_section_with_a_chapter_comes_in_the_outlines_order_with_the_outlines_blocks(moment) -> None:
    excerpt = build_excerpt(moment, "csr-2022", "zh-Hans", ("green.operation", "green"), NOTHING_BEFORE)
    assert list(dict.fromkeys(placed.section for placed in excerpt.blocks)) == ["green", "green.operation"]
    planned = {block.id for section in moment.outline("csr-2022").walk() for block in section.blocks}
    assert {placed.planned for placed in excerpt.blocks} <= planned | {""}


def test_an_outline_without_the_section_gives_an_empty_page(moment) -> None:
    assert build_excerpt(moment, "csr-2022", "en", ("nowhere",), NOTHING_BEFORE).blocks == ()
    assert Start(1, 2, {}, frozenset(), {}).after(Table("t", "with a caption", "", (), ())) == (1, 3)


def test_while_somebody_types_what_waits_for_approval_is_that_of_the_last_check(moment) -> None:
    assert not PassingMoment(moment.definitions, moment.snapshot, None).pending("csr-2022")
    passing = PassingMoment(moment.definitions, moment.snapshot, moment)
    assert passing.pending("csr-2022") == moment.pending("csr-2022")


def references(form) -> set[str]:
    inlines = (inline for placed in form.blocks for inline in block_inlines(placed.block))
    return {inline.reference for inline in inlines if isinstance(inline, LinkedNumber)}


def test_an_empty_form_has_last_years_values_alone_and_a_filled_one_this_years_too(moment) -> None:
    code = ("employees.rights",)
    blank = references(build_form(moment, "csr-2022", "zh-Hans", code, filled=False))
    filled = references(build_form(moment, "csr-2022", "zh-Hans", code, filled=True))
    assert blank < filled
    assert {reference.partition("@")[2][:4] for reference in filled - blank} == {"2022"}


def test_a_form_asks_for_each_value_once(moment) -> None:
    form = build_form(moment, "csr-2022", "zh-Hans", ("profile.year.results",), filled=False)
    rows = [row.cells[0] for placed in form.blocks if isinstance(placed.block, Table) for row in placed.block.rows]
    assert len(rows) == len(set(rows))


def test_records_of_many_columns_have_a_form_each_and_an_empty_one_has_room_to_write(moment) -> None:
    def singles(*, filled: bool) -> list[Table]:
        form = build_form(moment, "csr-2022", "zh-Hans", ("growth.knowledge",), filled=filled)
        tables = [placed.block for placed in form.blocks if isinstance(placed.block, Table)]
        return [table for table in tables if len(table.columns) == 2]

    filled, (blank, *_) = singles(filled=True), singles(filled=False)
    assert len({table.id for table in filled}) == len(filled) >= 3
    words = [part.text for row in blank.rows for cell in row.cells[1:] for part in cell if isinstance(part, Text)]
    assert any("\n" in text for text in words)


def test_a_page_of_a_departments_share_does_not_claim_to_know_the_number_of_its_chapter(moment) -> None:
    origin = keep(PackOrigin("c", "csr-2022", "hr", "联系人", "0" * 32, 1, "0" * 64, "ab" * 16, 1, {}))
    share = Moment(moment.definitions, overlay(moment.snapshot, [origin]))
    for now, known in ((moment, True), (share, False)):
        page = build_excerpt(now, "csr-2022", "zh-Hans", ("employees",), NOTHING_BEFORE)
        (heading,) = [placed.block for placed in page.blocks if isinstance(placed.block, Heading)]
        assert bool(heading.number) is known
