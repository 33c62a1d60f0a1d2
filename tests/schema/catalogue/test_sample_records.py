"""Files of records: every mistake with file, line and near name; what is right is read as if it were typed."""

from decimal import Decimal
from types import MappingProxyType

import pytest

from schema.catalogue.loader import load_definitions
from schema.errors import DefinitionsError
from schema.exchange.sample.records import load_records
from schema.grammar.words import Words
from schema.values.datapoint import Field

GOOD = """first:
  date: 2021年2月1日
  people: 约1,200人
  level: 高
second:
  date: "2020"
"""


@pytest.fixture
def read(folder, tmp_path):
    def read(text, name="r-2021/award.yaml", pictures=MappingProxyType({"a.png": "ab" * 32})):
        path = tmp_path / "records" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return load_records(tmp_path / "records", load_definitions(folder).catalogue, pictures)

    return read


def test_records_are_read_in_their_order_with_dates_numbers_and_choices_understood(read):
    first, second = read(GOOD)
    assert (first.key.canonical(), first.report, first.order, second.order) == ("record/award/first", "r-2021", 1, 2)
    assert first.field("date").typed == "2021-02-01"
    assert first.field("people") == Field(typed="约1,200人", value=Decimal(1200), qualifier="about")
    assert first.field("level").typed == "high"
    assert second.field("people") == Field()


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "near"),
    [
        ("people:", "peple:", "definition.unknown_column", 3, "people"),
        ("second:", "Second:", "definition.bad_word", 5, None),
        ("second:", "first:", "definition.doubled", 5, None),
        ("2021年2月1日", "{en: May}", "definition.wrong_form", 2, None),
    ],
)
def test_a_mistake_is_told_with_its_line(read, old, new, code, line, near):
    with pytest.raises(DefinitionsError) as caught:
        read(GOOD.replace(old, new, 1))
    (mistake,) = caught.value.mistakes
    assert (mistake.file, mistake.code, mistake.line) == ("r-2021/award.yaml", code, line)
    assert near is None or mistake.params["near"] == near


def test_a_file_of_an_unknown_type_is_told_with_the_near_one(read):
    with pytest.raises(DefinitionsError) as caught:
        read(GOOD, "r-2021/awards.yaml")
    assert [(m.code, m.params["near"]) for m in caught.value.mistakes] == [("definition.unknown_record", "award")]


def test_an_id_may_stand_only_once_in_all_reports(read):
    read(GOOD)
    with pytest.raises(DefinitionsError) as caught:
        read(GOOD, "r-2022/award.yaml")
    assert [mistake.code for mistake in caught.value.mistakes] == ["definition.doubled"] * 2


def test_words_in_no_known_language_are_told(read, folder):
    path = folder / "records.yaml"
    path.write_text(path.read_text("utf-8").replace("kind: date,", "kind: text,", 1), "utf-8")
    assert read('one:\n  date: {en: " May "}\n')[0].field("date").words == Words("", "", "May")
    with pytest.raises(DefinitionsError) as caught:
        read("one:\n  date: {fr: Mai}\n")
    assert [(m.code, m.line) for m in caught.value.mistakes] == [("definition.unknown_language", 2)]


def test_a_record_may_name_its_block(read):
    assert read("one:\n  block: green.awards\n  people: 5人\n")[0].block == "green.awards"


def test_no_column_may_have_the_code_of_the_block(read, folder):
    path = folder / "records.yaml"
    path.write_text(path.read_text("utf-8").replace("people:", "block:", 1), "utf-8")
    with pytest.raises(DefinitionsError) as caught:
        read("one:\n  block: somewhere\n")
    assert "definition.reserved_column" in [mistake.code for mistake in caught.value.mistakes]


def test_a_picture_is_named_by_its_file(read):
    assert read("first: {photo: a.png}")[0].field("photo") == Field(typed="ab" * 32)
    with pytest.raises(DefinitionsError) as caught:
        read("first: {photo: b.png}")
    (mistake,) = caught.value.mistakes
    assert (mistake.code, mistake.line, mistake.params["near"]) == ("definition.unknown_picture", 1, "a.png")
