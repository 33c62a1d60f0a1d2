"""Words written at a reference: texts, records' fields, explanations; what they are checked for, what is refused."""

from dataclasses import replace

import pytest

from desktop.work.write import is_changed, write, writing_issues
from desktop.work.writing import Wanted
from schema.errors import AnnalsError
from schema.grammar.reference import RecordKey
from schema.moment import Moment
from schema.validation.issue import write_subject
from schema.values.changes import overlay
from schema.values.datapoint import Snapshot
from schema.values.subject import TextAt

AWARDS = "list/esg-2021/company.awards.table"


@pytest.fixture(scope="module")
def moment(sample_definitions):
    """Nothing but definitions: writing needs no values."""
    return Moment(sample_definitions, Snapshot())


def after(moment, writing):
    return Moment(writing.definitions or moment.definitions, overlay(moment.snapshot, writing.changes))


def codes(moment, writing):
    return [issue.code for issue in writing_issues(moment, writing)]


@pytest.mark.parametrize(
    ("reference", "language", "expected"),
    [("text/csr-2022/jobs.lead", "", "zh-Hans"), ("text/csr-2022/jobs.lead", "en", "en"),
     ("text/csr-2022/jobs.lead.zh-Hant", "en", "zh-Hant"), ("text/esg-2021/SLOT", "", "zh-Hant")],
)  # fmt: skip
def test_the_language_of_the_reference_wins_over_the_one_asked_for_else_it_is_the_reports(
    moment, reference, language, expected
):
    reference = reference.replace("SLOT", min(_slots(moment, "esg-2021")))
    writing = write(moment, Wanted(reference, "Words", language))
    assert writing.at == replace(writing.at, language=expected)
    assert after(moment, writing).snapshot.texts[(writing.at.report, writing.at.slot, expected)] == "Words"


def _slots(moment, report):
    from schema.catalogue.section_content import section_slots

    return [slot for section in moment.outline(report).walk() for slot in section_slots(section)]


def test_a_link_to_nothing_is_an_error_of_what_is_written_and_another_texts_is_not(moment):
    first = write(moment, Wanted("text/csr-2022/jobs.lead", "{foo.bar}"))
    broken = after(moment, first)
    assert codes(moment, first) == ["text.unknown_reference"]
    assert codes(broken, write(broken, Wanted("text/csr-2022/jobs.lead.en", "Fine"))) != ["text.unknown_reference"]


def test_control_characters_and_blanks_around_are_dropped(moment):
    writing = write(moment, Wanted("text/csr-2022/jobs.lead", " a\u200e\x07b\r\n"))
    assert writing.after.text == "ab"


def test_the_same_words_change_nothing_unless_nobody_has_vouched_for_them(moment):
    first = write(moment, Wanted("text/csr-2022/jobs.lead", "Words"))
    there = after(moment, first)
    assert not is_changed(there, write(there, Wanted("text/csr-2022/jobs.lead", "Words")))
    text = first.changes[0].after
    carried = Moment(
        moment.definitions,
        overlay(moment.snapshot, [replace(first.changes[0], after=replace(text, carried="csr-2019"))]),
    )
    assert is_changed(carried, write(carried, Wanted("text/csr-2022/jobs.lead", "Words")))


def test_words_are_taken_out(moment):
    there = after(moment, write(moment, Wanted("text/csr-2022/jobs.lead", "Words")))
    gone = write(there, Wanted("text/csr-2022/jobs.lead", None))
    assert (gone.before.text, gone.after.text, after(there, gone).snapshot.texts) == ("Words", "", {})
    assert codes(there, gone) == ["text.blank"]


def test_a_new_id_makes_the_record_in_the_list_that_is_named(moment):
    writing = write(moment, Wanted("record/award/neu.name", "一個獎", place=AWARDS))
    record = after(moment, writing).snapshot.records[RecordKey("award", "neu")]
    assert (record.report, record.block, record.field("name").words.zh_hant) == (
        "esg-2021", "company.awards.table", "一個獎",
    )  # fmt: skip
    assert set(codes(moment, writing)) == {"record.required"}


def test_a_list_takes_words_as_the_title_of_a_new_record(moment):
    writing = write(moment, Wanted(AWARDS, "一個獎"))
    assert write_subject(writing.at) == "record/award/r1.name"
    again = after(moment, writing)
    assert write_subject(write(again, Wanted(AWARDS, "一個獎")).at) == "record/award/r2.name"


def test_a_record_that_there_is_keeps_its_list_and_moves_only_where_one_is_named(moment):
    there = after(moment, write(moment, Wanted("record/award/neu.name", "一個獎", place=AWARDS)))
    dated = write(there, Wanted("record/award/neu.date", "2021"))
    record = after(there, dated).snapshot.records[RecordKey("award", "neu")]
    assert (record.block, record.field("date").typed) == ("company.awards.table", "2021")
    with pytest.raises(AnnalsError) as caught:
        write(there, Wanted("record/award/neu.date", "2021", place="list/csr-2019/appendix.awards.table"))
    assert caught.value.code == "write.elsewhere"


def test_a_field_that_cannot_be_read_is_kept_with_its_error(moment):
    there = after(moment, write(moment, Wanted("record/award/neu.name", "一個獎", place=AWARDS)))
    writing = write(there, Wanted("record/award/neu.date", "bald"))
    assert (writing.after.text, "record.date" in codes(there, writing)) == ("bald", True)


def test_a_record_and_a_field_of_it_are_taken_out(moment):
    there = after(moment, write(moment, Wanted("record/award/neu.name", "一個獎", place=AWARDS)))
    field = after(there, write(there, Wanted("record/award/neu.name", None)))
    assert not field.snapshot.records[RecordKey("award", "neu")].field("name")
    whole = write(there, Wanted("record/award/neu", None))
    assert (whole.before.text, after(there, whole).snapshot.records) == ("一個獎", {})


def test_an_explanation_is_written_confirmed_and_taken_out(moment):
    outline = moment.outline("esg-2021")
    waiting = replace(outline, unconfirmed={"hkex2021": ("B8.1", "B8.2")}, rolled_from="esg-2020")
    definitions = replace(moment.definitions, outlines={**moment.definitions.outlines, "esg-2021": waiting})
    moment = Moment(definitions, moment.snapshot)
    writing = write(moment, Wanted("index/esg-2021/B8.1", "本年度未統計。", omission="unavailable"))
    there = after(moment, writing)
    reason = there.outline("esg-2021").explanations["hkex2021"]["B8.1"]
    assert (reason.zh_hant, reason.reason) == ("本年度未統計。", "unavailable")
    assert there.outline("esg-2021").unconfirmed["hkex2021"] == ("B8.2",)
    gone = after(there, write(there, Wanted("index/esg-2021/B8.1", None)))
    assert "B8.1" not in gone.outline("esg-2021").explanations["hkex2021"]


@pytest.mark.parametrize(
    ("wanted", "code", "near"),
    [
        (Wanted("text/csr-2022/jobs.led", "x"), "write.unknown", "text/csr-2022/jobs.lead"),
        (Wanted("text/csr-2023/jobs.lead", "x"), "cli.unknown_report", "csr-2022"),
        (Wanted("text//company.logo", "x"), "write.picture", ""),
        (Wanted("energy.gas@2022", "x"), "write.value", ""),
        (Wanted("txt/csr-2022/jobs.lead", "x"), "write.reference", ""),
        (Wanted("record/award/NEU.name", "x"), "write.reference", ""),
        (Wanted("record/awrd/neu.name", "x"), "write.unknown", "record/award"),
        (Wanted("record/award/neu.nme", "x", place=AWARDS), "write.unknown", "record/award/neu.name"),
        (Wanted("record/award/neu.name", "x"), "write.where", ""),
        (Wanted("record/award/neu.name", "x", place="company.awards.table"), "write.list_form", ""),
        (Wanted("record/award/neu.name", "x", place="list/esg-2021/awards"), "write.unknown", AWARDS),
        (Wanted("record/case/neu.title", "x", place=AWARDS), "write.list", ""),
        (Wanted("record/award/neu", None), "write.unknown", ""),
        (Wanted(AWARDS, None), "write.list", ""),
        (Wanted("index/esg-2021/B8.9", "x"), "write.unknown", "index/esg-2021/B8"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_told_with_a_near_name(moment, wanted, code, near):
    with pytest.raises(AnnalsError) as caught:
        write(moment, wanted)
    assert caught.value.code == code
    assert near in " ".join(caught.value.params.values())


def test_a_text_of_an_image_slot_is_a_picture_and_its_caption_is_words(moment):
    from schema.catalogue.section_content import section_images

    report, slot = next(
        (outline.code, slot)
        for outline in moment.definitions.outlines.values()
        for section in outline.walk()
        for slot in section_images(section)
    )
    with pytest.raises(AnnalsError, match=r"write\.picture"):
        write(moment, Wanted(f"text/{report}/{slot}", "x"))
    writing = write(moment, Wanted(f"text/{report}/{slot}.caption", "图", "zh-Hans"))
    assert writing.at == TextAt(report, f"{slot}.caption", "zh-Hans")
