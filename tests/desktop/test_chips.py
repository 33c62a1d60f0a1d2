"""Texts as chips: both ways nothing is lost, and a chip shows what will print."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument

from desktop.window.chips.chip_table import tables_of
from desktop.window.chips.chip_text import ChipText
from desktop.window.look.theme import Theme
from desktop.window.session.background import Background
from desktop.window.session.desk import Desk
from desktop.window.session.workspace_session import WorkspaceSession
from exporters.assembly.assembly import Assembly
from exporters.assembly.linked_text import inlines
from exporters.content import Gap, LinkedNumber, Text
from schema.grammar.linked import escaped, parse_linked
from schema.grammar.spacing import closed_up
from schema.grammar.text_table import table_rows, table_runs


@pytest.fixture(scope="module")
def desk(qapp, sample_definitions, sample_snapshot):
    """The sample as the window sees it, without a window or a file."""
    session = WorkspaceSession(Path("sample.annals"), sample_definitions, sample_snapshot, Background("store"))
    yield Desk(session, "zh-Hans", Theme())
    session._thinking.wait()


def test_every_text_of_the_sample_stays_letter_by_letter_what_it_was(desk):
    document = QTextDocument()
    text = ChipText(desk, "zh-Hans", document)
    for (report, slot, _language), words in desk.session.snapshot.texts.items():
        desk.report = report
        text.fill(words)
        assert text.read() == words, slot


@pytest.mark.parametrize(
    "words",
    [
        "",
        "{{a}} {",
        "}}{energy}}}",
        "{staff}{staff} 😀{staff|万 0.0}😀\n\n{x y}",
        "a\u00a0b\u2028c\td\ufffc",
        "\n{staff}\n",
        "| 方面 | 做法 |\n| 甲 | {staff|万 0.0} |",
        "前\n|a|b\n  | {{c|d}} \\| 😀|  \n后",
        "\n\n| a | b |\n| 短 |\n\n| 另 |\n\n",
        "|",
        "||\n",
        "\n| \\\\| |  |\nx",
    ],
)
def test_braces_blanks_and_what_names_nothing_stay_too(desk, words):
    text = ChipText(desk, "zh-Hans", QTextDocument())
    text.fill(words)
    assert text.read() == words
    places = [text.position(place) for place in range(len(words) + 1)]
    assert places == sorted(places)
    assert places[-1] == text.document.characterCount() - 1


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [("a{staff}b", "a{staff.x}b", 2), ("a{staff}{staff}", "a{staff}", 2), ("😀{a}{{", "😀c{a}{{", 3), ("", "{a}", 1)],
)
def test_other_words_change_only_what_differs_with_the_cursor_behind_it(desk, before, after, place):
    text = ChipText(desk, "zh-Hans", QTextDocument())
    text.fill(before)
    assert (text.put(after).position(), text.read()) == (place, after)


TABLE = "前\n| 方面 | 做法 |\n| 甲 | {staff} |\n后"


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        (TABLE, TABLE.replace("甲", "甲乙"), " | {staff} |\n后"),
        (TABLE, TABLE.replace("{staff}", "共{staff}人"), " |\n后"),
        (TABLE, TABLE.replace("后", "后来"), ""),
        (TABLE, TABLE.replace("| 甲 ", "| 丙 | 丁 |\n| 甲 "), " |\n| 甲 | {staff} |\n后"),
        (TABLE, "前\n后", "\n后"),
        ("前", TABLE, ""),
        (TABLE, TABLE.replace("| 方面 |", "|方面|"), "| 做法 |\n| 甲 | {staff} |\n后"),
    ],
)
def test_other_words_in_a_table_change_the_cell_or_the_table(desk, before, after, left):
    text = ChipText(desk, "zh-Hans", QTextDocument())
    text.fill(before)
    cursor = text.put(after)
    assert text.read() == after
    assert text.position(len(after) - len(left)) == cursor.position()


def test_a_changed_table_is_written_evenly_and_an_untouched_one_as_it_came(desk):
    text = ChipText(desk, "zh-Hans", QTextDocument())
    text.fill("|a|b|\n|c|d|\n\n|e|")
    (first, _second) = tables_of(text.document)
    first.cellAt(1, 1).lastCursorPosition().insertText("|")
    assert text.read() == "| a | b |\n| c | d\\| |\n\n|e|"
    assert text.printed(first.firstPosition(), first.lastPosition()) == "a\tb\nc\td|"
    first.insertRows(2, 1)
    first.appendColumns(1)
    assert text.read() == "| a | b |  |\n| c | d\\| |  |\n|  |  |  |\n\n|e|"


def as_printed(assembly: Assembly, words: str) -> str:
    """What a text prints, a table's cells with tabs between."""
    printed: list[str] = []
    for tabular, lines in table_runs(words):
        rows = table_rows(lines) if tabular else [["\n".join(lines)]]
        printed += ["\t".join(run_as_printed(assembly, cell) for cell in row) for row in rows]
    return "\n".join(printed)


def run_as_printed(assembly: Assembly, words: str) -> str:
    """What words print, notes left out; placeholders, which name other things here, as dots."""
    return "".join(
        "…" if isinstance(one, Gap) or (isinstance(one, LinkedNumber) and one.state == "missing") else
        one.text if isinstance(one, Text | LinkedNumber) else ""
        for one in inlines(assembly, words)
    )  # fmt: skip


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_chips_show_what_the_draft_prints(desk, language):
    session, differs = desk.session, []
    for code, outline in session.definitions.outlines.items():
        desk.report = code
        assembly = Assembly(session.moment, outline, language)
        for (report, slot, tongue), words in session.snapshot.texts.items():
            if (report, tongue) != (code, language) or "{" not in words:
                continue
            text = ChipText(desk, language, QTextDocument())
            text.fill(words.replace("**", ""))
            for chip in text.chips():
                if chip.written.startswith("{block."):  # shows the title: only the draft knows the number
                    text.shown[chip.number] = type(text.look(chip))("")
                elif text.look(chip).state != "value":
                    text.shown[chip.number] = type(text.look(chip))("…")
            shown, printed = closed_up(text.printed()), as_printed(assembly, words.replace("**", ""))
            if shown != printed:
                differs.append((slot, shown, printed))
    assert not differs


def test_words_with_braces_print_as_they_are():
    assert parse_linked(escaped("{a}")) == ("{a}",)
