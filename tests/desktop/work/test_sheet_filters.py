"""The filter row: words within a cell, comparisons of numbers as they are shown, blanks."""

from __future__ import annotations

import pytest

from desktop.work.sheet.filters import fits


@pytest.mark.parametrize(
    ("text", "asked", "held"),
    [
        ("天然气消耗量", "天然气", True), ("MWh", "mwh", True), ("MWh", "t", False), ("", "", True),
        ("1,234.5", ">1000", True), ("1,234.5", "> 1234.5", False), ("1,234.5", ">=1,234.5", True),
        ("-5", "<0", True), ("−5", "＜0", True), ("超过7,570", ">7000", True), ("12.5%", "<=12.5", True),
        ("60", "=60", True), ("60.0", "=60", True), ("60", "<>60", False), ("60", "≠61", True),
        ("", "=", True), ("–", "=", True), ("0", "=", False), ("0", "<>", True), ("", "<>", False),
        ("不适用", ">0", False), ("不适用", "=不适用", True), ("不适用", "<>不适用", False), ("", ">0", False),
        ("12", ">", True), ("5", ">abc", False),
    ],
)  # fmt: skip
def test_a_filter_holds_what_it_asks_for(text: str, asked: str, held: bool):
    assert fits(text, asked) is held
