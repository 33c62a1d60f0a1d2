"""What an outline's parts may be: the words of its definitions that are one of a few."""

from __future__ import annotations

from typing import Literal

TextStyle = Literal[
    "body", "lead", "letter", "quote", "case", "box", "list", "signature", "notice", "headline", "subhead", "dateline"
]  # fmt: skip
OutlineForm = Literal["report", "release"]
# Which of its own figures a report prints where they depart: those it once printed, or those that follow from the data.
FiguresPrinted = Literal["computed", "published"]
# What a chapter is beside the numbered ones: not numbered, lettered, or a name over the chapters that follow it.
Matter = Literal["", "plain", "annex", "part"]
RecordStyle = Literal["table", "timeline", "quotes", "cases", "list"]
Basis = Literal["accordance", "reference"]
ChartKind = Literal["column", "bar", "line", "shares", "pie", "doughnut"]
# Parts of a whole, drawn as bars of 100 %; pie and doughnut are what such a chart was called before.
OF_A_WHOLE: tuple[ChartKind, ...] = ("shares", "pie", "doughnut")
