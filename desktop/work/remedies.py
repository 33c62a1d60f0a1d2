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
    known = _remedy(call.issue.code)
    return known.line(call) if known else _at(call)


def is_gap(code: str) -> bool:
    """Whether issues of a code leave a placeholder in the document until they are filled, answered or not."""
    known = _remedy(code)
    return known is not None and known.gap


def _remedy(code: str) -> Remedy | None:
    return REMEDIES.get(code) or REMEDIES.get(code.partition(".")[0])


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


def _attach(call: Call) -> str:
    return call.line("attach", shlex.quote(call.subject), "FILE")


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


def _group(call: Call) -> str:
    column = call.issue.facts["column"]
    assert isinstance(column, Coded)
    record_type, _, code = column.code.partition(".")
    return call.line("write", f"record/{record_type}/ID.{code}", "--text", "GROUP")


def _still_true(call: Call) -> str:
    return call.line("accept", "--report", call.issue.report, "--carried", shlex.quote(call.subject))


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


@dataclass(frozen=True, slots=True)
class Remedy:
    """What resolves an issue. What is missing (`gap`) stays a placeholder, whatever is answered, until it is filled."""

    line: Callable[[Call], str]
    gap: bool = False


# By code, or by the family of codes, which is what stands before the first point.
REMEDIES: Mapping[str, Remedy] = {
    "missing": Remedy(_import, gap=True),
    "blank": Remedy(_import, gap=True),
    "blank.breakdown": Remedy(_import, gap=True),
    "blank.record": Remedy(_write, gap=True),
    "figure.missing": Remedy(_import, gap=True),
    "text": Remedy(_write),
    "text.blank": Remedy(_write, gap=True),
    "text.language": Remedy(_write, gap=True),
    "footnote.language": Remedy(_import),
    "text.missing_value": Remedy(_write, gap=True),
    "text.missing_change": Remedy(_write, gap=True),
    "text.draft": Remedy(_accept, gap=True),
    "text.outdated": Remedy(_accept),
    "statement": Remedy(_write),
    "record.none": Remedy(_write, gap=True),
    "record.required": Remedy(_write, gap=True),
    "picture.blank": Remedy(_picture, gap=True),
    "picture.lost": Remedy(_picture),
    "picture.no_words": Remedy(_words_beside),
    "matrix.nothing": Remedy(_group, gap=True),
    "form.nowhere": Remedy(_catalogue, gap=True),
    "index.open": Remedy(_write, gap=True),
    "carried.text": Remedy(_still_true, gap=True),
    "carried.text_year": Remedy(_write, gap=True),
    "carried.records": Remedy(_still_true, gap=True),
    "carried.records_year": Remedy(_still_true, gap=True),
    "carried.explanations": Remedy(_catalogue),
    "carried.headings": Remedy(_catalogue),
    "contradiction": Remedy(_explain),
    "restatement.idle": Remedy(_withdraw),
    "restated": Remedy(_withdraw),
    "metric.assumed": Remedy(_confirm),
    "metric.half_confirmed": Remedy(_confirm),
    "metric.undefined": Remedy(_catalogue),
    "metric.repeats_name": Remedy(_catalogue),
    "metric.untranslated": Remedy(_catalogue),
    "outline.untranslated": Remedy(_catalogue),
    "outline": Remedy(_catalogue),
    "formula": Remedy(_catalogue),
    "note": Remedy(_notes),
    "evidence": Remedy(_attach),
    "request.unsubmitted": Remedy(_hand_in),
    "request.unapproved": Remedy(_approve),
    "quote.unapproved": Remedy(_quote),
    "assurance.failed": Remedy(_import),
}
