"""Three versions of a catalogue's entries become one: own changes stay, improvements come in, and all of it goes back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.exchange.catalogue_book.rows import to_sheets
from schema.exchange.catalogue_book.sheet_forms import sheet_forms
from schema.exchange.catalogue_update.difference import COMING, Part
from schema.exchange.catalogue_update.entered import Entered
from schema.exchange.catalogue_update.entries import (
    NAMES,
    NESTED,
    NOWHERE,
    OWNERS,
    Entry,
    names_of,
    own_fields,
    read_entries,
    write_sheets,
)
from schema.exchange.catalogue_update.fields import MEASURE, MEASURED, TOGETHER
from schema.exchange.catalogue_update.merge import OWN_FIELDS, OWN_SHEETS, Three

NOTHING = Entered(frozenset(), frozenset())


def coming(difference) -> bool:
    return difference.kind in COMING


def merged(base, ours, theirs, entered=NOTHING, takes=coming):
    return Three(base, ours, theirs).merged(entered, takes)


def entry(sheet, *names, above=NOWHERE, **cells) -> Entry:
    """An entry with every field of its sheet, empty but for those given."""
    own = dict(zip(names_of(sheet), names, strict=True))
    filled = {
        field.name: ((own | cells).get(field.name, ""), *("",) * (len(field.columns()) - 1))
        for field in sheet_forms()[sheet].fields
    }
    return Entry((sheet, *names), above, filled)


def entries(*listed):
    return {one.id: one for one in listed}


def with_cells(found, key, **cells):
    """The entries with some cells of one of them changed."""
    one = found[key]
    new = {name: (text, *one.cells[name][1:]) for name, text in cells.items()}
    return {**found, key: replace(one, cells={**one.cells, **new})}


GAS, COAL = ("metrics", "gas"), ("metrics", "coal")
TWO = entries(
    entry("metrics", "gas", unit="m3", kind="number", display="0.0", crossings="site", disclosures="gri: 302-1"),
    entry("metrics", "coal", unit="t", kind="number"),
)

# Every sheet and field is merged.


def test_every_row_of_the_shipped_catalogue_is_told_from_every_other_and_written_as_it_was_read(definitions):
    sheets = to_sheets(definitions)
    found = read_entries(sheets)
    assert len(found) == sum(len(sheet.rows) - 1 for sheet in sheets)
    assert read_entries(write_sheets(found)) == found
    without_place = [sheet for sheet in sheets if sheet.title != "blocks"]  # a block's rows need not say where it is
    assert [sheet for sheet in write_sheets(found) if sheet.title != "blocks"] == without_place


def test_what_names_a_row_are_columns_of_its_sheet():
    forms = sheet_forms()
    for sheet, form in forms.items():
        assert set(names_of(sheet)) <= {field.name for field in form.fields}, (
            f"say in NAMES what names a row of {sheet}"
        )
    assert {*NAMES, *NESTED, *OWNERS, *OWNERS.values(), *OWN_SHEETS, *OWN_FIELDS, *TOGETHER, *MEASURE} <= set(forms)
    told = {sheet: {*TOGETHER.get(sheet, ()), *MEASURE.get(sheet, ()), *OWN_FIELDS.get(sheet, ())} for sheet in forms}
    assert all(names <= {field.name for field in forms[sheet].fields} for sheet, names in told.items())
    assert {field.name for sheet in MEASURE for field in own_fields(sheet)} >= set(MEASURED)


FIELDS = [
    (sheet, field.name, "gri: 1" if field.kind == "disclosures" else "y")
    for sheet in sheet_forms()
    if sheet not in OWN_SHEETS
    for field in own_fields(sheet)
    if field.name not in OWN_FIELDS.get(sheet, ())
]


@pytest.mark.parametrize(("sheet", "field", "text"), FIELDS)
def test_an_improvement_of_any_field_of_any_sheet_comes_in(sheet, field, text):
    before = entries(entry(sheet, *("x" for _ in names_of(sheet))))
    after = with_cells(before, next(iter(before)), **{field: text})
    assert merged(before, before, after)[0] == after


@pytest.mark.parametrize("sheet", [sheet for sheet in sheet_forms() if sheet not in OWN_SHEETS])
def test_a_new_row_of_any_sheet_comes_in_and_one_that_is_gone_goes(sheet):
    one = entries(entry(sheet, *("x" for _ in names_of(sheet))))
    assert merged({}, {}, one)[0] == one
    assert merged(one, one, {})[0] == {}


@pytest.mark.parametrize("sheet", OWN_SHEETS)
def test_the_company_and_its_explanations_are_its_own(sheet):
    names = ["x" for _ in names_of(sheet)]
    field = own_fields(sheet)[0].name
    ours, theirs = entries(entry(sheet, *names, **{field: "a"})), entries(entry(sheet, *names, **{field: "b"}))
    assert merged(theirs, ours, theirs) == (ours, ())
    assert merged(ours, ours, theirs) == (ours, ())
    assert merged({}, {}, theirs) == ({}, ())


# What was changed on both sides.


def test_an_own_change_stays_and_is_told_only_where_the_newer_catalogue_has_another_word_too():
    ours = with_cells(TWO, GAS, name="Our gas")
    assert merged(TWO, ours, with_cells(TWO, COAL, name="Hard coal")) == (
        with_cells(ours, COAL, name="Hard coal"), merged(TWO, TWO, with_cells(TWO, COAL, name="Hard coal"))[1],
    )  # fmt: skip
    theirs = with_cells(TWO, GAS, name="Natural gas")
    result, differences = merged(TWO, ours, theirs)
    assert result == ours
    assert [(one.kind, one.place, one.now("zh-Hans"), one.new("zh-Hans")) for one in differences] == [
        ("conflict", "metrics/gas#name", "Our gas", "Natural gas")
    ]
    assert merged(TWO, ours, theirs, takes=lambda one: one.kind == "conflict")[0] == theirs


def test_items_of_a_list_come_and_go_by_themselves():
    ours = with_cells(TWO, GAS, disclosures="gri: 302-1\nown: 1", crossings="site, floor")
    theirs = with_cells(TWO, GAS, disclosures="gri: 302-1, 302-2\nsdg: 7", crossings="age")
    result, differences = merged(TWO, ours, theirs)
    assert result[GAS].cells["disclosures"] == ("gri: 302-1, 302-2\nown: 1\nsdg: 7",)
    assert result[GAS].cells["crossings"] == ("floor, age",)
    assert {one.kind for one in differences} == {"changed"}


def test_a_confirmed_definition_is_not_taken_for_a_confirmation_of_other_words():
    base = with_cells(TWO, GAS, definition="Burnt", assumed="yes")
    ours, theirs = with_cells(base, GAS, assumed=""), with_cells(base, GAS, definition="Bought")
    result, differences = merged(base, ours, theirs)
    assert (result, [one.kind for one in differences]) == (ours, ["conflict"])


def test_words_that_are_only_assumed_never_make_own_words_assumed():
    base, theirs = TWO, with_cells(TWO, GAS, definition="Bought", assumed="yes")
    ours = with_cells(base, GAS, definition="Ours")
    assert merged(base, ours, theirs)[0] == ours


# Values under an entry.

USED = Entered(frozenset({GAS, ("units", "m3")}), frozenset({("gas", frozenset({"site"}))}))


@pytest.mark.parametrize("field", MEASURE["metrics"])
def test_what_values_mean_is_never_changed_under_them_in_silence(field):
    theirs = with_cells(TWO, GAS, **{field: "other"}, display="0.00", name="Natural gas")
    result, differences = merged(TWO, TWO, theirs, USED)
    assert result == with_cells(TWO, GAS, name="Natural gas")  # what is said in the other unit stays out with it
    assert [one.kind for one in differences if one.place == f"metrics/gas#{field}"] == ["held"]
    assert merged(TWO, TWO, theirs, USED, lambda _: True)[0] == theirs
    assert merged(TWO, TWO, theirs)[0] == theirs


def test_what_is_gone_from_the_newer_catalogue_stays_where_there_is_something_in_it():
    result, differences = merged(TWO, TWO, {}, USED)
    assert result == {GAS: TWO[GAS]}
    assert [(one.kind, one.place) for one in differences] == [("kept", "metrics/gas"), ("removed", "metrics/coal")]
    result, differences = merged(TWO, TWO, with_cells(TWO, GAS, crossings=""), USED)
    assert (result, [one.kind for one in differences]) == (TWO, ["kept"])


def test_what_is_gone_but_was_changed_here_stays_with_all_that_it_stands_below():
    base = entries(
        entry("records", "award", "", ""), entry("records", "award", "name", "", above=("records", "award", "", ""))
    )
    ours = with_cells(base, ("records", "award", "name", ""), kind="text")
    assert merged(base, ours, {})[0] == ours


def test_what_stands_below_an_entry_that_is_left_stays_with_it():
    base = entries(
        entry("records", "award", "", ""), entry("records", "award", "name", "", above=("records", "award", "", ""))
    )
    assert merged(base, base, {})[0] == {}
    assert merged(base, base, {}, takes=lambda _: False)[0] == base


def test_words_that_differ_in_another_language_only_are_shown_in_that():
    part = Part("name", ("煤", "煤", "Coal"), ("煤", "煤炭", "Coal"))
    assert (part.shown("en"), part.shown("zh-Hant")) == (("煤", "煤炭"), ("煤", "煤炭"))
    assert Part("name", ("煤", "煤", "Coal"), ("煤炭", "煤炭", "Hard coal")).shown("en") == ("Coal", "Hard coal")


# Reports.

REPORT = ("outlines", "csr")
TREE = entries(
    entry("outlines", "csr"),
    entry("sections", "csr", "intro", above=REPORT),
    entry("sections", "csr", "staff", above=REPORT),
    entry("blocks", "csr", "intro.words", above=("sections", "csr", "intro")),
)


def test_a_report_that_the_company_threw_out_does_not_come_back_and_new_ones_are_only_offered():
    theirs = {**with_cells(TREE, REPORT, title="New"), **entries(entry("outlines", "press"))}
    result, differences = merged(TREE, {}, theirs)
    assert result == {}
    assert [(one.kind, one.place) for one in differences] == [("offered", "outlines/press")]
    assert [one.kind for one in merged(TREE, TREE, theirs)[1]] == ["changed", "added"]


def test_what_is_new_in_a_section_that_the_company_threw_out_stays_out():
    ours = {key: one for key, one in TREE.items() if "intro" not in key[2:] and key[0] != "blocks"}
    theirs = {**TREE, **entries(entry("blocks", "csr", "intro.more", above=("sections", "csr", "intro")))}
    assert merged(TREE, ours, theirs) == (ours, ())


def test_a_new_section_comes_with_its_blocks_as_one_difference_where_the_newer_catalogue_has_it():
    new = entry("sections", "csr", "goals", above=REPORT)
    theirs = {key: one for key, one in TREE.items() if key[2:] != ("staff",)} | entries(
        new, TREE["sections", "csr", "staff"], entry("blocks", "csr", "goals.words", above=new.id)
    )
    result, differences = merged(TREE, TREE, theirs)
    assert [one.place for one in differences] == ["sections/csr/goals"]
    titles = [row[2] for sheet in write_sheets(result) if sheet.title == "sections" for row in sheet.rows[1:]]
    assert titles == ["intro", "goals", "staff"]


def test_two_moves_that_would_put_sections_below_each_other_leave_them_where_the_company_has_them():
    a, b = ("sections", "csr", "intro"), ("sections", "csr", "staff")
    ours = {**TREE, a: replace(TREE[a], above=b)}
    theirs = {**TREE, b: replace(TREE[b], above=a)}
    assert merged(TREE, ours, theirs)[0] == ours


def test_without_a_known_origin_only_new_entries_come_in_and_reports_are_left_alone():
    ours = {**with_cells(TWO, GAS, name="Ours"), **TREE}
    theirs = {
        **TWO,
        **with_cells(TREE, REPORT, title="New"),
        **entries(entry("metrics", "oil"), entry("outlines", "p")),
    }
    result, differences = merged(None, ours, theirs)
    assert result == {**ours, ("metrics", "oil"): theirs["metrics", "oil"]}
    assert [(one.kind, one.place) for one in differences] == [
        ("conflict", "metrics/gas#name"), ("added", "metrics/oil"),
    ]  # fmt: skip


# Whatever people and programs do.

_CODES, _TEXTS = ("a", "b", "c", "d"), ("", "x", "y", "z")
_ROW = st.builds(
    lambda code, **cells: entry("metrics", code, **cells), st.sampled_from(_CODES),
    name=st.sampled_from(_TEXTS), unit=st.sampled_from(_TEXTS), display=st.sampled_from(_TEXTS),
    definition=st.sampled_from(_TEXTS), assumed=st.sampled_from(("", "yes")),
    crossings=st.sampled_from(("", "p", "q", "p, q", "q, p")),
)  # fmt: skip
_MEMBER = st.builds(
    lambda code, member, name: entry(
        "breakdowns", code, member, above=("breakdowns", code, "") if member else NOWHERE, name=name
    ),
    st.sampled_from(_CODES), st.sampled_from(("", "m", "n")), st.sampled_from(_TEXTS),
)  # fmt: skip


def _whole(rows):
    """Entries that stand below something that is there, each behind it."""
    found = entries(*sorted(rows, key=lambda one: one.above != NOWHERE))
    return {key: one for key, one in found.items() if one.above == NOWHERE or one.above in found}


CATALOGUES = st.lists(st.one_of(_ROW, _MEMBER), max_size=9).map(_whole)
THREE = st.tuples(CATALOGUES, CATALOGUES, CATALOGUES)
PLAIN = ("name",)  # fields that are decided by themselves and are no lists


@given(THREE)
def test_every_own_change_is_kept_and_every_other_improvement_comes_in(three):
    base, ours, theirs = three
    result, _ = merged(base, ours, theirs)
    for key in {*base, *ours, *theirs}:
        if key in ours and (key not in base or key not in theirs or ours[key] != base[key]):
            assert key in result or (key in base and key not in theirs and ours[key] == base[key])
        if key not in ours and key in base:
            assert key not in result
        for name in PLAIN if key in ours and key in result else ():
            was, here = base[key].cells[name] if key in base else None, ours[key].cells[name]
            there = theirs[key].cells[name] if key in theirs else here
            assert result[key].cells[name] == (there if here == was else here)


@given(THREE)
def test_merging_again_changes_nothing(three):
    base, ours, theirs = three
    result, _ = merged(base, ours, theirs)
    assert merged(theirs, result, theirs) == (result, ())


@given(THREE)
def test_what_nobody_has_changed_becomes_the_newer_catalogue(three):
    base, _, theirs = three
    result, _ = merged(base, base, theirs)
    assert result == theirs
    assert write_sheets(result) == write_sheets(theirs)


@given(THREE)
def test_merging_back_gives_the_first_state(three):
    base, ours, theirs = three
    result, _ = merged(base, ours, theirs)
    assert merged(result, result, ours)[0] == ours
