"""How far each section is."""

from dataclasses import replace

import pytest

from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import ImageBlock, Outline, Placement, RecordsBlock, Section, TableBlock, TextBlock
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import NO_WORDS
from schema.validation.issue import Issue, ListAt
from schema.validation.progress import Progress, all_progress
from schema.values.datapoint import Attachment, Record, Snapshot
from schema.values.figures import Figures
from schema.values.subject import TextAt
from tests.factories import small_catalogue, words
from tests.schema.validation.given import point

CASE = RecordType("case", words("案例"), (RecordColumn("title", words("标题"), "text"),))
CATALOGUE = replace(small_catalogue(), records={"case": CASE})
ROWS = (Placement("staff.total:gender=*"), Placement("energy.gas"), Placement("forgotten"))
BLOCKS = (
    TableBlock("t", NO_WORDS, ROWS),
    TextBlock("lead", "lead"),
    ImageBlock("photo", "photo"),
    RecordsBlock("cases", "case", "cases"),
)
INNER = Section("inner", 2, words("里"), (TextBlock("more", "more"), TextBlock("rest", "rest")))
OUTLINE = Outline("r", 2022, "zh-Hans", words("报告"), (Section("outer", 1, words("外"), BLOCKS, (INNER,)),))
PHOTO = Attachment("ab" * 32, "a.png", "png", 3, 4, 3)
ROW = Record(RecordKey("case", "a"), "r", 1)


def progress(issues=(), **held):
    known = all_progress([OUTLINE], Figures(CATALOGUE, Snapshot(**held)), issues)
    return known["r", "inner"], known["r", "outer"]


def points(*data):
    return {one.key: one for one in data}


def test_each_value_text_picture_and_list_is_asked_for_once_and_a_section_counts_what_stands_below_it():
    assert progress() == (Progress(0, 2), Progress(0, 8))


@pytest.mark.parametrize(
    ("held", "filled"),
    [
        ({"points": points(point("energy.gas", "1"))}, 1),
        ({"points": points(point("staff.total:gender=male", "1"), point("staff.total:gender=female", "1"))}, 2),
        ({"points": points(point("energy.gas", None, omission="legal"))}, 0),
        ({"points": points(point("energy.gas", None, omission="legal", footnote="禁令"))}, 1),
        ({"points": points(point("energy.gas", None, unread="viel"))}, 0),
        ({"points": points(point("energy.gas@2021", "1"))}, 0),
        ({"texts": {("r", "lead", "zh-Hans"): "字"}}, 1),
        ({"texts": {("r", "lead", "zh-Hans"): " "}}, 0),
        ({"texts": {("r", "lead", "en"): "Words"}}, 0),
        ({"texts": {("s", "lead", "zh-Hans"): "字"}}, 0),
        ({"texts": {("r", "lead", "zh-Hans"): "字"}, "carried": {("r", "lead", "zh-Hans"): "q"}}, 0),
        ({"texts": {("r", "photo", ""): PHOTO.hash}, "attachments": {PHOTO.hash: PHOTO}}, 1),
        ({"texts": {("r", "photo", ""): PHOTO.hash}}, 0),
        ({"records": {ROW.key: ROW}}, 1),
        ({"records": {ROW.key: replace(ROW, carried="q")}}, 0),
        ({"records": {ROW.key: ROW, RecordKey("case", "b"): Record(RecordKey("case", "b"), "r", 2, carried="q")}}, 0),
    ],
)
def test_what_is_there_counts_once_somebody_has_looked_at_it(held, filled):
    assert progress(**held) == (Progress(0, 2), Progress(filled, 8))


def test_issues_count_in_the_section_of_what_they_stand_at_and_in_those_around_it():
    issues = [
        Issue("a", "error", Key("energy.gas", 2022)),
        Issue("b", "doubt", Key("energy.gas", 2022)),
        Issue("c", "doubt", subject=TextAt("r", "lead", "en"), report="r"),
        Issue("d", "error", subject=TextAt("r", "photo", ""), report="r"),
        Issue("e", "doubt", subject=ListAt("r", "cases"), report="r"),
        Issue("f", "error", subject=TextAt("r", "more", "zh-Hans"), report="r"),
        Issue("g", "error", subject=TextAt("s", "more", "zh-Hans"), report="s"),
        Issue("h", "error", Key("waste.paper", 2022)),
    ]
    assert progress(issues) == (Progress(0, 2, 1, 0), Progress(0, 8, 3, 3))


def test_two_sections_together_are_the_sum_of_each_count():
    assert Progress(1, 2, 3, 4).plus(Progress(10, 20, 30, 40)) == Progress(11, 22, 33, 44)
