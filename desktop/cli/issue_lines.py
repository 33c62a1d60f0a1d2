"""Issues as the command line shows them: lines for people, objects for programs, an exit status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.cli.speaker import Speaker
from schema.catalogue.definitions import Catalogue
from schema.moment import Moment
from schema.validation.fact_words import FactWords
from schema.validation.facts import ID, Excerpt
from schema.validation.issue import Issue, write_subject
from schema.validation.messages import message


def print_issues(issues: Sequence[Issue], catalogue: Catalogue, speaker: Speaker) -> None:
    """Print one line per issue, and how many there are."""
    for issue in issues:
        mark = speaker.sentence(f"cli.severity.{issue.severity}")
        place = f"{issue.place}: " if issue.place else ""
        speaker.write(f"[{mark}] {place}{message(issue, catalogue, speaker.language)}")
    errors = sum(issue.severity == "error" for issue in issues)
    speaker.say("cli.issues", errors=str(errors), doubts=str(len(issues) - errors))


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
