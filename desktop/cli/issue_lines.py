"""Issues as the command line shows them: lines for people, objects for programs, an exit status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.cli.speaker import Speaker
from schema.catalogue.definitions import Catalogue
from schema.moment import Moment
from schema.validation.causes import Cause, causes, counted
from schema.validation.contradictions.contradiction import PREFIX
from schema.validation.fact_words import FactWords
from schema.validation.facts import ID, Excerpt
from schema.validation.issue import Issue, Severity, write_subject
from schema.validation.messages import cause_message, message


def print_issues(issues: Sequence[Issue], catalogue: Catalogue, speaker: Speaker, *, every: bool = False) -> None:
    """Print one line per cause, the most pressing first, and how many there are; `every`: one line per issue, too."""
    found = causes(issues)
    for cause in found:
        sentence = cause_message(cause, catalogue, speaker.language)
        place = _place(cause, sentence)
        speaker.write(f"{_mark(cause.severity, speaker)} {place}{': ' if place else ''}{sentence}")
        for issue in cause.issues if every and cause.folded else ():
            speaker.write(f"    {message(issue, catalogue, speaker.language)}")
    errors, doubts = counted(found)
    speaker.say("cli.issues", errors=str(errors), doubts=str(doubts))
    if len(found) < len(issues) and not every:
        speaker.say("cli.folded", count=str(len(issues)))
    if any(issue.code.startswith(PREFIX) for issue in issues):
        speaker.say("cli.settle")


def _place(cause: Cause, sentence: str) -> str:
    """Return what stands before a sentence: the file and row; where it names a part of a report, the report."""
    first = cause.issues[0]
    if first.subject is None:
        return "" if cause.folded else first.place
    return "" if first.report in sentence else first.report


def _mark(severity: Severity, speaker: Speaker) -> str:
    return f"[{speaker.sentence(f'cli.severity.{severity}')}]"


def print_worklists(moment: Moment, report: str, speaker: Speaker) -> None:
    """Print in one line how much a report's texts have on their worklists."""
    sections = moment.listed(report)
    listed = [item for own in sections.values() for item in own]
    if listed:
        quotes = sum(len(shown.names) for item in listed if isinstance(shown := item.facts.get("quotes"), Excerpt))
        links = sum(item.code == "statement.link" for item in listed)
        counts = {"count": str(quotes), "sections": str(len(sections)), "links": str(links)}
        speaker.say("cli.worklists", report=report, **counts)


def print_worklist(moment: Moment, report: str, speaker: Speaker) -> None:
    """Print what a report's sections have on their worklists, a line for each section; its offers of links in full."""
    titles = {section.code: section.title.best(speaker.language) for section in moment.outline(report).walk()}
    for section, own in moment.listed(report).items():
        quotes = [
            name for item in own if isinstance(shown := item.facts.get("quotes"), Excerpt) for name in shown.names
        ]
        numbers = FactWords(moment.catalogue, speaker.language).say(Excerpt(tuple(quotes)))
        speaker.say("cli.worklist", report=report, section=titles[section], count=str(len(quotes)), quotes=numbers)
        for item in own:
            if item.code == "statement.link":
                speaker.write(f"  {message(item, moment.catalogue, speaker.language)}")


def warn_of(issues: Iterable[object], catalogue: Catalogue, speaker: Speaker) -> None:
    """Print why something was refused."""
    for issue in issues:
        if isinstance(issue, Issue):
            speaker.warn(message(issue, catalogue, speaker.language))


def has_error(issues: Iterable[Issue]) -> int:
    """Return the exit status that issues call for."""
    return int(any(issue.severity == "error" for issue in issues))


def cause_entry(cause: Cause, catalogue: Catalogue, speaker: Speaker) -> dict[str, object]:
    """Return a cause as a JSON object: the line that people read, and where its issues stand."""
    return {
        "code": cause.code,
        "rank": cause.rank,
        "severity": cause.severity,
        "count": len(cause.issues),
        "message": cause_message(cause, catalogue, speaker.language),
        "subjects": [write_subject(issue.at) for issue in cause.issues],
    }


def issue_entry(issue: Issue, catalogue: Catalogue, speaker: Speaker) -> dict[str, object]:
    """Return an issue as the promised JSON object."""
    return {
        "code": issue.code,
        "severity": issue.severity,
        "subject": write_subject(issue.at),
        "metric": issue.key.metric if issue.key else "",
        "period": issue.key.period if issue.key else None,
        "entity": issue.key.entity if issue.key else "",
        "span": issue.key.span if issue.key else "",
        "category": issue.key.category if issue.key else "",
        "id": str(issue.facts.get(ID, "")),
        "message": message(issue, catalogue, speaker.language),
    }


def trouble_entry(code: str, sentence: str, place: str) -> dict[str, object]:
    """Return what stands in the way of a whole file as an object of the same shape as an issue's."""
    where = {"subject": "", "metric": "", "period": None, "entity": "", "span": "", "category": ""}
    return {"code": code, "severity": "error", **where, "message": sentence, "place": place}
