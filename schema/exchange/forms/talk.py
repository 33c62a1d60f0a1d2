"""The row of an item on the sheet of questions: what is typed there answers what was asked, else asks."""

from __future__ import annotations

from collections.abc import Sequence

from schema.exchange.forms.layout import SUM, TALK, TALK_KEYS
from schema.exchange.forms.offering import Findings
from schema.exchange.forms.rows import Entry
from schema.exchange.forms.written import same_lines
from schema.grammar.times import stamp
from schema.values.kept_things import subject_of
from schema.values.parse import clean_text
from schema.values.questions import MOST_CHARACTERS, Question
from schema.values.requests import Step
from schema.values.subject import parts_of


def read_talk(key: str, rows: Sequence[Entry], findings: Findings) -> None:
    """Note what the rows about one item bring; a copied row counts where it says something else."""
    report, subject = parts_of(key.removesuffix("/"), 2) or ("", "")
    said: set[str] = set()
    for row in rows:
        words = clean_text(same_lines(row.cell(TALK)))
        if row.unsolved(TALK):
            findings.wrong("form.formula", subject, row, TALK)
        elif len(words) > MOST_CHARACTERS:
            findings.wrong("form.talk_long", subject, row, TALK, count=str(len(words)), most=str(MOST_CHARACTERS))
        elif words and report != findings.outline.code:
            findings.wrong("form.unknown", key, row, TALK, name=key.removeprefix(TALK_KEYS))
        elif words and words not in said:
            said.add(words)
            for question in _grown(subject, words, findings):
                findings.offer(subject_of(question), question, row, TALK)


def _grown(subject: str, words: str, findings: Findings) -> list[Question]:
    """Return the questions with the answer where the department was asked, else a new one of the editor."""
    step = Step(findings.filling.who, stamp(findings.filling.at), words)
    known = [one for one in findings.bases.values() if isinstance(one, Question) and one.subject == subject]
    waiting = [one.answered(step) for one in known if one.is_open and one.of == "department"]
    return waiting or [Question(findings.outline.code, subject, "editor", step)]


def item_of(key: str) -> str:
    """Return the item (canonical text) that a row is about by its key, on the sheet of questions or its own."""
    if not key.startswith(TALK_KEYS):
        return "" if key == SUM else key
    return (parts_of(key, 2) or ("", ""))[1]
