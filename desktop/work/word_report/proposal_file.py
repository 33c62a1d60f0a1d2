"""A proposal as a table that a person reads and changes in Excel: what is taken, and into which text."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.work.word_report.passages import Passage
from desktop.work.word_report.proposal import Proposed
from schema.errors import AnnalsError
from schema.mistakes import near

COLUMNS = ("part", "take", "level", "title", "section", "into", "why", "figures", "words")
_EXCERPT = 200
_YES, _NO = ("yes", "y", "1", "true", "是", "√", "✓"), ("no", "n", "0", "false", "否", "")
# A spreadsheet program would take such a text for a formula.
_FORMULA = ("=", "+", "-", "@")


def written(made: Sequence[Proposed]) -> str:
    """Return a proposal as CSV; `words` are the first of a part, for people, as are `why` and `figures`."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for one in made:
        words = " ".join(one.passage.words.split())[:_EXCERPT]
        title, words = (f"'{part}" if part.startswith(_FORMULA) else part for part in (one.title, words))
        take = "yes" if one.take else "no"
        rows.writerow((one.number, take, one.passage.level, title, one.section, one.slot, one.why,
                       len(one.passage.figures) or "", words))  # fmt: skip
    return text.getvalue()


def figure_tables(made: Sequence[Proposed]) -> Mapping[str, str]:
    """Return the tables of figures as CSV by the names of their files, for the import of old sheets."""
    tables: dict[str, str] = {}
    for one in made:
        for count, rows in enumerate(one.passage.figures, 1):
            text = io.StringIO()
            csv.writer(text, lineterminator="\r\n").writerows(rows)
            tables[f"{one.number:03}-{count}.csv"] = text.getvalue()
    return tables


def answered(text: str, made: Sequence[Proposed], slots: Sequence[str]) -> tuple[Proposed, ...]:
    """Return a proposal as a person has changed its table: what is taken, the titles, and into which texts.

    `slots` are the texts that there are; empty for a new report, whose texts are its own. AnnalsError propose.file
    where the table is none of this file, propose.take, propose.slot.
    """
    rows = {row.get("part", "").strip(): row for row in csv.DictReader(io.StringIO(text.lstrip("\ufeff")))}
    if set(rows) != {str(one.number) for one in made}:
        raise AnnalsError("propose.file")
    return tuple(_answered(rows[str(one.number)], one, slots) for one in made)


def _answered(row: Mapping[str, str], one: Proposed, slots: Sequence[str]) -> Proposed:
    take = (row.get("take") or "").strip().casefold()
    if take not in (*_YES, *_NO):
        raise AnnalsError("propose.take", part=str(one.number), text=take)
    title = (row.get("title") or "").strip().removeprefix("'") or one.title
    into = (row.get("into") or "").strip()
    if slots and into and into not in slots:
        raise AnnalsError("propose.slot", part=str(one.number), name=into, near=near(into, slots))
    passage: Passage = replace(one.passage, title=title)
    slot = into if slots else one.slot
    return replace(one, passage=passage, slot=slot, take=take in _YES and bool(slot or not slots))
