"""A table's line in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.grammar.text_table import new_table_line, table_line, table_rows


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", ("a", "b")),
        ("|a|b", ("a", "b")),
        ("| {staff|万 0.0}人 | 做法 |", ("{staff|万 0.0}人", "做法")),
        ("| {{a|b}} | {c |", ("{{a", "b}}", "{c")),
        ("|| a |", ("", "a")),
        ("| a \\| b |", ("a | b",)),
        ("|", ("",)),
        ("||", ("",)),
    ],
)
def test_bars_in_braces_and_behind_a_backslash_are_no_borders(line, cells):
    assert table_line(line).cells == cells


@given(st.text("|\\ {}a甲", max_size=12))
def test_a_line_stays_letter_by_letter_what_it_was(words):
    assert table_line("|" + words).written() == "|" + words


@given(st.lists(st.text("|\\ a甲", max_size=5).map(str.strip), min_size=1))
def test_cells_written_anew_are_read_as_they_are(cells):
    assert table_line(new_table_line(tuple(cells)).written()).cells == tuple(cells)


def test_short_lines_are_filled_up():
    assert table_rows(["| a | b |", "| c |"]) == [["a", "b"], ["c", ""]]
