"""The reply to an answer: what was taken, what not and why, as a text to mail back in the contact's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.work.subject_names import SubjectNames
from schema.catalogue.outline import Definitions
from schema.exchange.merging.merge import Outcome
from schema.grammar.templates import filled
from schema.moment import Moment
from schema.validation.issue import Issue
from schema.validation.messages import for_readers, message
from schema.values.changes import thing_at
from schema.values.datapoint import Snapshot
from schema.values.kept_things import Subject
from schema.values.people import Person
from schema.values.subject import PersonAt


def write_reply(folder: Path, outcome: Outcome, mistakes: Sequence[Issue], moment: Moment) -> Path:
    """Write the reply and return where; a reply that stands there stays. `mistakes` are in what was taken.

    OutputError where the folder can't be written.
    """
    from exporters.output_files import write_new  # deferred: help needs no lxml

    language = reply_language(outcome, moment.definitions, moment.snapshot)
    names = SubjectNames(moment.definitions, moment.snapshot, language)
    text = "\n".join((*_lines(outcome, names), *_mistakes(mistakes, names))) + "\n"
    return write_new(folder / f"{Path(outcome.answer.file).stem}.reply.txt", text.encode())


def reply_language(outcome: Outcome, definitions: Definitions, snapshot: Snapshot) -> str:
    """Return the language of whoever answered, else the report's."""
    person: Person | None = thing_at(snapshot, PersonAt(outcome.answer.person))
    return (person.language if person else "") or definitions.outlines[outcome.answer.report].language


def _lines(outcome: Outcome, names: SubjectNames) -> Iterator[str]:
    def said(code: str, **facts: str) -> str:
        return filled(names.definitions.catalogue.messages[code].best(names.language), facts)

    answer, catalogue = outcome.answer, for_readers(names.definitions.catalogue)
    outline = names.definitions.outlines[answer.report]
    title = outline.title.best(names.language)
    yield said("reply.head", person=answer.person, title=title, file=answer.file)
    yield from _section(said("reply.taken", count=str(len(outcome.taken))), outcome.taken, names)
    yield from _section(said("reply.same", count=str(len(outcome.same))), outcome.same, names)
    if outcome.conflicts:
        yield ""
        yield said("reply.conflicts", count=str(len(outcome.conflicts)))
    for conflict in outcome.conflicts:
        yield f"  {names.cited(conflict.subject)}"
        who = conflict.ours_last.who if conflict.ours_last else "–"
        yield said("reply.sides", theirs=names.shown(conflict.theirs), ours=names.shown(conflict.ours), who=who)
    if outcome.refused:
        yield ""
        yield said("reply.refused", count=str(len(outcome.refused)))
    for refused in outcome.refused:
        place = f"{refused.issue.place}: " if refused.issue.place else ""
        yield f"  {place}{message(refused.issue, catalogue, names.language)}"


def _mistakes(mistakes: Sequence[Issue], names: SubjectNames) -> Iterator[str]:
    """Yield what is wrong in what was taken."""
    catalogue = for_readers(names.definitions.catalogue)
    if mistakes:
        yield ""
        yield catalogue.messages["reply.mistakes"].best(names.language).format(count=str(len(mistakes)))
    for issue in mistakes:
        yield f"  {message(issue, catalogue, names.language)}"


def _section(head: str, subjects: tuple[Subject, ...], names: SubjectNames) -> Iterator[str]:
    if subjects:
        yield ""
        yield head
        for subject in subjects:
            yield f"  {names.cited(subject)}"
