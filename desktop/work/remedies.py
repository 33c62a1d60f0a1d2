"""The command line that resolves an issue; words in capitals are those that a person has to put in."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from schema.grammar.reference import Key
from schema.grammar.slots import alternative_slot
from schema.validation.facts import ID, Coded
from schema.validation.issue import Issue, write_subject
from schema.values.subject import TextAt, write_text


@dataclass(frozen=True, slots=True)
class Call:
    """An issue, the workspace as a line names it, its section, the document's language and the report's own."""

    workspace: str
    language: str
    own: str
    section: str
    issue: Issue

    @property
    def subject(self) -> str:
        """Return what the issue stands at, as a command takes it."""
        return write_subject(self.issue.at)

    def line(self, command: str, *words: str) -> str:
        """Return a command on the workspace."""
        return " ".join(("annals", command, shlex.quote(self.workspace), *words))


def remedy(call: Call) -> str:
    """Return the line that resolves an issue: by its code, by the family of its code, else by what it stands at."""
    code = call.issue.code
    known = REMEDIES.get(code) or REMEDIES.get(code.partition(".")[0])
    return known(call) if known else _at(call)


def _at(call: Call) -> str:
    """Doubts are answered, errors are corrected where they stand."""
    answerable = call.issue.severity == "doubt"
    match call.issue.at:
        case None:
            return _catalogue(call)
        case _ if answerable:
            return _remark(call)
        case Key():
            return _import(call)
        case _:
            return _write(call)


def _import(call: Call) -> str:
    return call.line("import", "FIGURES.csv", "--replace")


def _remark(call: Call) -> str:
    return call.line("remark", shlex.quote(call.subject), "--code", call.issue.code, "--reason", "REASON")


def _write(call: Call) -> str:
    return call.line("write", shlex.quote(call.subject), "--text", "WORDS")


def _explain(call: Call) -> str:
    return call.line("explain", str(call.issue.facts[ID]), "--reason", "REASON")


def _catalogue(call: Call) -> str:
    return call.line("catalogue import", "CATALOGUE.xlsx")


def _confirm(call: Call) -> str:
    assert call.issue.key is not None
    return call.line("catalogue confirm", call.issue.key.metric)


def _accept(call: Call) -> str:
    tongue = call.issue.facts.get("tongue")
    language = tongue.code if isinstance(tongue, Coded) else call.language
    return call.line("accept", "--report", call.issue.report, "--section", call.section, "--language", language)


def _picture(call: Call) -> str:
    at = call.issue.at
    assert isinstance(at, TextAt)
    return call.line("picture", shlex.quote(at.slot), "PICTURE.png", "--report", at.report)


def _words_beside(call: Call) -> str:
    at = call.issue.at
    assert isinstance(at, TextAt)
    words = TextAt(at.report, alternative_slot(at.slot), call.own)
    return call.line("write", shlex.quote(write_text(words)), "--text", "WORDS")


def _notes(call: Call) -> str:
    return call.line("notes", "--all", "--to", "note")


def _withdraw(call: Call) -> str:
    report = shlex.quote(str(call.issue.facts["report"]))
    return call.line("restate", shlex.quote(call.subject), "--report", report, "--withdraw")


def _hand_in(call: Call) -> str:
    return call.line("submit", "--report", call.issue.report, "--department", _department(call))


def _approve(call: Call) -> str:
    return call.line("approve", "--report", call.issue.report, "--department", _department(call))


def _department(call: Call) -> str:
    department = call.issue.facts["department"]
    assert isinstance(department, Coded)
    return department.code


def _quote(call: Call) -> str:
    return call.line("approve", "--report", call.issue.report, "--only", shlex.quote(call.subject), "--by", "NAME")


REMEDIES: Mapping[str, Callable[[Call], str]] = {
    "contradiction": _explain,
    "restatement.idle": _withdraw, "restated": _withdraw,
    # What is missing stays a placeholder, whatever is answered: it has to be filled.
    "missing": _import, "blank": _import, "blank.breakdown": _import, "figure.missing": _import,
    "blank.record": _write, "record.none": _write, "record.required": _write,
    "text": _write, "carried.text": _write, "carried.text_year": _write, "statement": _write, "index.open": _write,
    "text.draft": _accept, "text.outdated": _accept,
    "picture.blank": _picture, "picture.lost": _picture, "picture.no_words": _words_beside,
    "metric.assumed": _confirm, "metric.undefined": _catalogue, "metric.repeats_name": _catalogue,
    "carried.explanations": _catalogue, "carried.headings": _catalogue, "outline": _catalogue, "formula": _catalogue,
    "note": _notes,
    "request.unsubmitted": _hand_in, "request.unapproved": _approve, "quote.unapproved": _quote,
}  # fmt: skip
