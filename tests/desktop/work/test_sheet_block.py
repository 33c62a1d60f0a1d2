"""What other programs put on the clipboard is read cell by cell, and what the sheet puts there is read by them."""

from __future__ import annotations

import csv
import io

import pytest

from desktop.work.sheet.block import html_table, read_block, tabbed


def test_cells_are_parted_by_tabs_and_rows_by_lines():
    assert read_block("1,234\t5\r\n6\t7\r\n") == (("1,234", "5"), ("6", "7"))


def test_an_empty_row_at_the_end_is_none():
    assert read_block("1\r\n2\r\n\r\n") == (("1",), ("2",))
    assert read_block("\r\n") == ()
    assert read_block("") == ()


def test_an_empty_row_between_others_stays_where_it_is():
    assert read_block("1\n\n2\n") == (("1",), ("",), ("2",))


def test_a_quoted_cell_keeps_its_tab_its_quotation_marks_and_its_line_break():
    assert read_block('"a\tb"\t"say ""yes"""\r\n"two\nlines"\t3\r\n') == (("a\tb", 'say "yes"'), ("two\nlines", "3"))


def test_a_quotation_mark_that_closes_nowhere_swallows_nothing():
    assert read_block('"abc\t1\n2\t3\n') == (('"abc', "1"), ("2", "3"))


def test_short_rows_are_filled_up_and_blanks_around_cells_go():
    assert read_block(" 1 \t2\n3\n") == (("1", "2"), ("3", ""))


def test_a_null_character_does_not_stop_reading():
    assert read_block("1\0\t2\n") == (("1", "2"),)


EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment-->
<table><col width=72><tr height=20><td class=xl65 align=right x:num="1234.5">1,234.5</td><td>two<br>
  lines</td></tr>
<tr><td x:num="98765432">########</td><td>a  &amp;
  b&nbsp;</td></tr></table><!--EndFragment--></body></html>"""


def test_a_table_of_excel_is_read_by_its_cells():
    assert read_block("something else", EXCEL) == (("1,234.5", "two\nlines"), ("98765432", "a & b"))


def test_merged_cells_keep_the_others_in_their_columns():
    html = "<table><tr><td rowspan=2>A</td><td colspan=2>B</td></tr><tr><td>1</td><td>2</td></tr></table>"
    assert read_block("", html) == (("A", "B", ""), ("", "1", "2"))


@pytest.mark.parametrize("html", ["<p>no table</p>", "<table><tr><td>1</td></tr></table><table></table>", "<table"])
def test_words_are_taken_where_there_is_not_one_table(html: str):
    assert read_block("7\t8", html) == (("7", "8"),)


def test_a_table_within_a_cell_does_not_shift_the_others():
    html = "<table><tr><td>1<table><tr><td>x</td></tr></table></td><td>2</td></tr></table>"
    assert read_block("", html)[0][-1] == "2"


@pytest.mark.parametrize("span", ["0", "-3", "x", "99999999999"])
def test_a_span_that_is_none_does_not_stop_reading(span: str):
    html = f"<table><tr><td colspan={span}>1</td></tr><tr><td>2</td></tr></table>"
    assert [row[0] for row in read_block("", html)] == ["1", "2"]


def test_what_is_copied_reads_back_as_it_was():
    cells = (("男性", "1,234"), ('say "yes"', "two\nlines"), ("=1+1", "-5.5"))
    assert read_block(tabbed(cells)) == cells
    assert read_block("", html_table(cells)) == cells
    assert next(csv.reader(io.StringIO(tabbed(cells)), delimiter="\t")) == ["男性", "1,234"]


def test_words_are_marked_as_words_so_that_no_spreadsheet_computes_them():
    html = html_table((("=cmd()", "1,234", "-5", "12.5%"),))
    assert html.count("mso-number-format") == 1
