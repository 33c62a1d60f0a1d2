"""The answer of a small workspace as files: the pack that goes back, and a letter to whoever sent the request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.work.answer import AnswerMade, answer_name, make_answer
from desktop.work.mail_files import EML, Enclosure, Letter, letter_bytes
from desktop.work.moments import moment_of
from desktop.work.requests import Act
from schema.exchange.packs.signing import Signer
from schema.grammar.templates import filled
from schema.grammar.words import Words
from schema.moment import Moment
from schema.values.changes import thing_at
from schema.values.pack_origin import PackOrigin, origin_of
from schema.values.people import Person, people_of
from schema.values.requests import Request
from schema.values.subject import RequestAt
from schema.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OutgoingAnswer:
    """What was written: the answer's pack, and a letter with it in it where the sender's address is known."""

    made: AnswerMade
    pack: Path
    letter: Path | None = None


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent the newest request of a small workspace, and the address that an answer is mailed to; "" where none."""

    name: str
    mail: str


def sender_of(moment: Moment) -> Sender | None:
    """Return whom a small workspace answers; None where it is no small one."""
    origin = origin_of(moment.snapshot)
    if origin is None:
        return None
    request: Request | None = thing_at(moment.snapshot, RequestAt(origin.report, origin.department))
    name = request.sent.by if request and request.sent else next(iter(origin.signers), "")
    return Sender(name, origin.mails.get(name, ""))


def letter_in(folder: Path, origin: PackOrigin) -> Path | None:
    """Return the letter of the answer that was written into a folder; None where there is none."""
    letter = (folder / answer_name(origin)).with_suffix(EML)
    return letter if letter.is_file() else None


def write_answer(
    workspace: Workspace, folder: Path, act: Act, signer: Signer, words: Mapping[str, Words] | None = None
) -> OutgoingAnswer:
    """Write the answer into a folder, and a letter with it where `words` (the program's messages) are given.

    What an earlier answer has left there is replaced: a later one has all that it had. AnnalsError answer.no_origin,
    OutputError where the folder can't be written.
    """
    from exporters.output_files import write_bytes  # deferred: help needs no lxml

    made = make_answer(workspace, act, signer)
    pack = folder / made.name
    write_bytes(pack, made.content)
    moment = moment_of(workspace)
    sender = sender_of(moment)
    if words is None or sender is None or not sender.mail:
        return OutgoingAnswer(made, pack)
    letter = pack.with_suffix(EML)
    content = letter_bytes(_letter(moment, sender, made, act, words), [Enclosure(made.name, made.content)], act.when)
    write_bytes(letter, content)
    return OutgoingAnswer(made, pack, letter)


def _letter(moment: Moment, sender: Sender, made: AnswerMade, act: Act, words: Mapping[str, Words]) -> Letter:
    """Return the letter to whoever sent the request, in the report's language: theirs is not known."""
    origin = origin_of(moment.snapshot)
    assert origin is not None
    language = moment.outline(origin.report).language
    facts = {**_facts(moment, origin, made, language), "names": sender.name}

    def say(code: str, **places: str) -> str:
        return filled(words[code].best(language), places)

    request: Request | None = thing_at(moment.snapshot, RequestAt(origin.report, origin.department))
    reason = request.submitted.words if request and request.submitted and not made.partial else ""
    said = say("letter.answer_part", **facts) if made.partial else say("letter.answer_whole", **facts)
    why = (say("letter.answer_incomplete", reason=reason),) if reason else ()
    greeting, how = say("letter.greeting", **facts), say("letter.answer_how", **facts)
    lines = (greeting, "", said, *why, "", how, "", act.who)
    known = {person.name: person for person in people_of(moment.snapshot)}
    to = Person(sender.name, "", "editor", sender.mail)
    writer = known.get(act.who) or Person(act.who, origin.department, "contact")
    return Letter((to,), writer, say("letter.answer_subject", **facts), "\n".join(lines) + "\n")


def _facts(moment: Moment, origin: PackOrigin, made: AnswerMade, language: str) -> dict[str, str]:
    department = moment.catalogue.departments.get(origin.department)
    share = moment.shares(origin.report)[origin.department]
    return {
        "report": moment.outline(origin.report).title.best(language) or origin.report,
        "department": department.name.best(language) if department else origin.department,
        "file": made.name, "asked": str(len(share.items)), "open": str(share.count("open")),
    }  # fmt: skip
