"""One grammar for references everywhere."""

import pytest

from schema.grammar.reference import Key, RecordKey, Reference, parse_reference, value_key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("energy.gas", Reference("energy.gas")),
        ("energy.gas@2021", Reference("energy.gas", year=2021)),
        ("energy.gas@-1", Reference("energy.gas", offset=-1)),
        ("staff/beijing@2021:gender=male", Reference("staff", "beijing", 2021, category="gender=male")),
        ("staff:level=senior;age=under30", Reference("staff", category="age=under30;level=senior")),
        ("staff:gender=*", Reference("staff", category="gender=*")),
    ],
)
def test_a_reference_is_read(text, expected):
    assert parse_reference(text) == expected


@pytest.mark.parametrize(
    "text", ["", "Energy.gas", "energy..gas", "energy.gas@21", "staff:gender", "a b", "1a", "员工"]
)
def test_anything_else_is_no_reference(text):
    assert parse_reference(text) is None


def test_the_canonical_form_has_the_year_and_sorted_categories():
    key = parse_reference("staff:level=senior;age=under30").key(2021)
    assert key.canonical() == "staff@2021:age=under30;level=senior"
    assert Key("a.b", 2020, "beijing").canonical() == "a.b/beijing@2020"


def test_last_year_is_counted_from_the_report():
    assert parse_reference("a@-1").key(2022) == Key("a", 2021)


def test_the_defined_name_is_the_promised_one():
    assert Key("energy.gas", 2021).defined_name() == "v_energy__gas_2021"
    assert Key("staff", 2021, "bj", "age=over50;gender=male").defined_name() == "v_staff_2021_age_over50_gender_male_bj"


def test_the_key_of_a_linked_number_is_v_and_twelve_hex_digits():
    import hashlib

    expected = "v" + hashlib.sha256(b"energy.gas@2021|").hexdigest()[:12]
    assert value_key("energy.gas@2021", "") == expected


@pytest.mark.parametrize("text", ["energy@2022q3", "energy@2022h1", "energy@2022m12", "energy/north@2022q1:fuel=gas"])
def test_a_part_of_the_year_stands_behind_it_and_comes_back_in_the_canonical_form(text):
    reference = parse_reference(text)
    assert reference is not None
    assert reference.key(2020).canonical() == text


@pytest.mark.parametrize("text", ["energy@2022q5", "energy@2022m13", "energy@2022m00", "energy@2022h3", "energy@q1"])
def test_what_is_no_part_of_a_year_is_no_reference(text):
    assert parse_reference(text) is None


def test_a_part_of_last_year_counts_from_the_reports_year():
    assert parse_reference("energy@-1q2").key(2022) == Key("energy", 2021, span="q2")


def test_a_records_number_is_written_without_a_year():
    number = RecordKey("case", "fair").number("people")
    assert number == Key("record/case/fair.people", 0)
    assert number.canonical() == "record/case/fair.people"
    assert Key("records", 2022).canonical() == "records@2022"
