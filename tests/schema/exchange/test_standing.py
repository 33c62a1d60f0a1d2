"""What a file does not say stays as it stands; what it says is empty becomes empty."""

from decimal import Decimal

import pytest

from schema.exchange.oldsheets.intake import Options
from schema.exchange.oldsheets.proposal import Drafter
from schema.exchange.standing import Known
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.figures import Figures
from tests.schema.exchange.sheet_drafts import codes, outcome_of, sheet

GAS = Key("energy.gas", 2022)
STANDING = DataPoint(
    GAS, Decimal(5), "over", typed="5", footnote="脚注", note="注", method="实测", estimated=True,
    as_of="2022-06-30", since=2016, source="抄表",
)  # fmt: skip
OMITTED = DataPoint(GAS, omission="not_collected", footnote="未装表", note="问过行政部", source="邮件")
BESIDE = {
    "footnote": ("脚注", ""), "note": ("注", ""), "method": ("实测", ""), "estimated": (True, False),
    "as_of": ("2022-06-30", ""), "since": (2016, 0), "source": ("抄表", ""),
}  # fmt: skip


@pytest.fixture
def brought(read):
    """Read one row of gas upon what stands; returns the point, and what was said of it."""

    def run(standing, head, row):
        figures = read(f"metric,period,{head}\nenergy.gas,2022,{row}\n", known=Known(points={GAS: standing}))
        (change,) = figures.changes
        return change.after, [issue.code for issue in figures.issues]

    return run


@pytest.mark.parametrize("column", BESIDE)
def test_a_column_that_is_absent_leaves_what_stands_and_one_that_is_empty_empties_it(brought, column):
    stands, empty = BESIDE[column]
    others = [name for name in BESIDE if name != column]
    absent, _ = brought(STANDING, ",".join(("value", *others)), "6" + "," * len(others))
    assert (getattr(absent, column), absent.value) == (stands, 6)
    assert all(getattr(absent, name) == BESIDE[name][1] for name in others)
    there, _ = brought(STANDING, f"value,{column}", "6,")
    assert getattr(there, column) == empty
    assert all(getattr(there, name) == BESIDE[name][0] for name in others)


def test_a_row_that_ends_before_its_columns_do_has_them_empty(brought):
    assert brought(STANDING, "value,method,note", "6")[0].note == ""


def test_what_a_file_says_replaces_what_stands_there(brought):
    point, said = brought(STANDING, "value,footnote", "6,新脚注")
    assert (point.footnote, point.note, point.source, said) == ("新脚注", "注", "抄表", [])


@pytest.mark.parametrize(("typed", "qualifier"), [("5", "over"), ("6", ""), ("不足5", "less_than")])
def test_a_qualifier_stays_with_the_same_number_alone(brought, typed, qualifier):
    assert brought(STANDING, "value", typed)[0].qualifier == qualifier
    assert brought(STANDING, "value,qualifier", "5,")[0].qualifier == ""


def test_the_footnote_of_an_omission_goes_with_it_and_that_is_said(brought):
    point, said = brought(OMITTED, "value", "6")
    assert (point.omission, point.footnote, point.note, point.source) == ("", "", "问过行政部", "邮件")
    assert said == ["figures.footnote_gone"]
    assert brought(OMITTED, "value,footnote", "6,含食堂")[1] == []


def test_the_footnote_of_a_value_is_no_reason_for_an_omission(brought):
    point, said = brought(STANDING, "value,omission", ",not_collected")
    assert (point.footnote, point.note, said) == ("", "注", ["figures.footnote_gone"])


def test_an_omission_that_stays_keeps_its_footnote_and_a_note_beside_it_stays_a_note(brought):
    point, said = brought(OMITTED, "value,omission,note", ",not_applicable,再问")
    assert (point.footnote, point.note, said) == ("未装表", "再问", [])


def test_the_note_that_explains_a_new_omission_is_its_footnote_also_where_a_value_stood(brought):
    point, said = brought(STANDING, "value,omission,note", ",not_collected,表坏了")
    assert (point.footnote, point.note, said) == ("表坏了", "", ["figures.note_printed"])


def test_an_old_note_that_nobody_has_sorted_stays_unsorted(brought):
    old = DataPoint(GAS, Decimal(5), typed="5", note="旧", unsorted=True)
    assert brought(old, "value", "6")[0].unsorted
    assert not brought(old, "value,note", "6,新")[0].unsorted


DIESEL = Key("energy.diesel", 2023)


@pytest.mark.parametrize(
    ("head", "row", "method"), [((), (), "实测"), (("备注",), ("",), "实测"), (("备注",), ("估算",), "估算")]
)
def test_an_old_sheet_replaces_what_it_says_and_empties_nothing(definitions, head, row, method):
    point = DataPoint(
        DIESEL, Decimal(4), typed="4", footnote="脚注", note="注", method="实测", estimated=True,
        as_of="2023-06-30", since=2016, source="抄表",
    )  # fmt: skip
    drafter = Drafter(definitions, Figures(definitions.catalogue, Snapshot(points={DIESEL: point})), "zh-Hans")
    table = sheet(["指标", "单位", "2023", *head], ["柴油使用量", "吨", 5, *row])
    (change,) = outcome_of(drafter, table, options=Options(replace=True)).changes
    after = change.after
    assert (after.value, after.footnote, after.note, after.method) == (5, "脚注", "注", method)
    assert (after.estimated, after.as_of, after.since) == (True, "2023-06-30", 2016)
    assert after.source != "抄表"


def test_an_old_sheets_value_takes_the_omission_away_with_its_footnote(definitions):
    point = DataPoint(DIESEL, omission="not_collected", footnote="未装表")
    drafter = Drafter(definitions, Figures(definitions.catalogue, Snapshot(points={DIESEL: point})), "zh-Hans")
    found = outcome_of(drafter, sheet(["指标", "单位", "2023"], ["柴油使用量", "吨", 5]), options=Options(replace=True))
    assert (found.changes[0].after.omission, found.changes[0].after.footnote) == ("", "")
    assert codes(found) == ["old.replaced", "figures.footnote_gone"]
