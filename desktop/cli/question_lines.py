"""Questions in lines and as JSON, as several commands print them."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.cli.request_lines import department_name, indented
from desktop.cli.speaker import Speaker
from desktop.work.questions import ItemOf, Told, told_questions
from schema.moment import Moment
from schema.validation.item_words import ItemWords
from schema.values.requests import Step

Document = dict[str, object]


def told_document(moment: Moment, speaker: Speaker, told: Sequence[Told]) -> Document:
    """Return questions as the JSON document of `annals questions`."""
    return {"questions": [_entry(one, moment, speaker) for one in told]}


def questions_document(moment: Moment, speaker: Speaker, at: ItemOf) -> Document:
    """Return what was asked about one item as the same document."""
    return told_document(moment, speaker, _about(moment, at))


def print_questions(moment: Moment, speaker: Speaker, at: ItemOf) -> None:
    """Print what was asked and answered about one item."""
    print_told(moment, speaker, _about(moment, at))


def _about(moment: Moment, at: ItemOf) -> list[Told]:
    return [one for one in told_questions(moment, at.report) if one.question.subject == at.item.subject]


def _entry(told: Told, moment: Moment, speaker: Speaker) -> Document:
    question = told.question
    answers = [_step(answer) for answer in question.answers]
    return {
        "report": question.report, "subject": question.subject, "name": _name(told, moment, speaker),
        "department": told.department, "of": question.of, "state": "open" if question.is_open else "answered",
        **_step(question.asked), "answers": answers,
    }  # fmt: skip


def _step(step: Step) -> dict[str, str]:
    return {"by": step.by, "at": step.at, "text": step.words}


def _name(told: Told, moment: Moment, speaker: Speaker) -> str:
    if told.item is None:
        return ""
    outline = moment.outline(told.question.report)
    return ItemWords(outline, moment.catalogue, moment.snapshot, speaker.language).name(told.item.at)


def print_told(moment: Moment, speaker: Speaker, told: Sequence[Told]) -> None:
    """Print each item once with what was asked about it, the answers below."""
    for place in dict.fromkeys((one.question.report, one.question.subject) for one in told):
        about = [one for one in told if (one.question.report, one.question.subject) == place]
        department = department_name(moment, about[0].department, speaker) if about[0].department else ""
        speaker.write("\t".join(filter(None, (*place, _name(about[0], moment, speaker), department))))
        for one in about:
            question = one.question
            asked = "cli.question.editor" if question.of == "editor" else "cli.question.department"
            speaker.say(asked, who=question.asked.by, day=question.asked.at[:10], text=indented(question.asked.words))
            for step in question.answers:
                speaker.say("cli.question.answer", who=step.by, day=step.at[:10], text=indented(step.words))
            if question.is_open:
                speaker.say("cli.question.open")
    if not told:
        speaker.say("cli.question.nothing")
