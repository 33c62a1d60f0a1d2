"""What next year's report begins with, counted and in sentences: for the command line and the window alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from schema.catalogue.definitions import Catalogue
from schema.catalogue.next_outline import dated_words, names_year
from schema.catalogue.outline import Definitions
from schema.exchange.next_year import NextReport
from schema.grammar.templates import filled
from schema.grammar.words import Words
from schema.validation.asked_values import asked
from schema.workspace import Workspace


def begin(workspace: Workspace, report: NextReport) -> Definitions:
    """Store a report with its words and records in one transaction; returns the definitions in force then."""
    definitions = report.within(workspace.definitions)
    workspace.keep_backup("next")
    workspace.adopt(definitions, f"next {report.outline.rolled_from} → {report.outline.code}", report.changes)
    return definitions


def counts(report: NextReport, catalogue: Catalogue) -> Mapping[str, int]:
    """Return how much of what is rolled forward."""
    outline = report.outline
    sections = list(outline.walk())
    year = report.before
    return {
        "chapters": len(outline.chapters),
        "sections": len(sections),
        "blocks": sum(len(section.blocks) for section in sections),
        "metrics": len({item.key.metric for item in asked(outline) if item.key.metric in catalogue.metrics}),
        "texts": len(report.texts),
        "texts_naming_last_year": sum(names_year(text.text, year) for text in report.texts),
        "records": len(report.records),
        "explanations": sum(map(len, outline.unconfirmed.values())),
        "headings_naming_last_year": sum(1 for _ in dated_words(outline, year)),
    }


def lines(report: NextReport, catalogue: Catalogue, messages: Mapping[str, Words], language: str) -> list[str]:
    """Return what is rolled forward in sentences."""
    year = report.before
    many = {name: str(count) for name, count in counts(report, catalogue).items()}

    def say(code: str, **places: str) -> str:
        return filled(messages[code].best(language), places)

    structure = {name: many[name] for name in ("chapters", "sections", "blocks", "metrics")}
    carried = Counter(record.key.type for record in report.records)
    rows = {"list": _by_type(carried, catalogue, language), "left": _by_type(report.left, catalogue, language)}
    sentences = [
        say("cli.next.structure", **structure),
        say(
            "cli.next.texts",
            count=many["texts"],
            dated=many["texts_naming_last_year"],
            year=str(year),
            stories=str(report.stories),
        ),
        say("cli.next.records", count=many["records"], **rows),
    ]
    if many["explanations"] != "0":
        sentences.append(say("cli.next.explanations", count=many["explanations"]))
    if many["headings_naming_last_year"] != "0":
        sentences.append(say("cli.next.headings", count=many["headings_naming_last_year"], year=str(year)))
    return sentences


def _by_type(counted: Mapping[str, int], catalogue: Catalogue, language: str) -> str:
    named = (
        f"{kind.name.best(language)} {count}" if (kind := catalogue.records.get(code)) else f"{code} {count}"
        for code, count in counted.items()
    )
    return (", " if language == "en" else "、").join(named) or "0"
