"""Statements of all texts of a report held against the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from schema.catalogue.outline import Outline
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES
from schema.validation.facts import Coded
from schema.validation.issue import Issue
from schema.validation.statements.bounds import check_bounds
from schema.validation.statements.claims import check_claims
from schema.validation.statements.firsts import check_firsts
from schema.validation.statements.parity import check_parity
from schema.validation.statements.places import (
    FootnotePassage,
    Passage,
    issue_at,
    paragraph_ends,
    stretch_within,
)
from schema.validation.statements.reading import read
from schema.validation.statements.scene import Finding, Scene
from schema.validation.statements.shares import check_shares
from schema.validation.statements.texts import Texts
from schema.validation.statements.typed import check_typed


def check_statements(outlines: Iterable[Outline], texts: Texts) -> Iterator[Issue]:
    """Yield what the data contradict in the texts of these reports."""
    reports = {outline.code: outline for outline in outlines}
    figures = texts.figures
    all_of_them, noted = Scene(figures, reports), set[Key]()
    for outline in reports.values():
        scene = replace(all_of_them, figures=figures.told_in(outline))
        for passage in texts.of(outline):
            if isinstance(passage, FootnotePassage):
                if passage.key in noted:
                    continue  # several reports show the value; its footnote is one
                noted.add(passage.key)
            yield from check_passage(passage, scene)
            yield from check_parity(passage, scene)


def check_passage(passage: Passage, scene: Scene) -> Iterator[Issue]:
    """Yield what the data contradict in one text; what its languages say alike is told once, in the report's own."""
    own = passage.outline.language
    told: dict[tuple[str, Key | None, int], tuple[Issue, list[str]]] = {}
    for language in sorted(LANGUAGES, key=lambda name: name != own):
        seen = Counter[tuple[str, Key | None]]()
        for issue in check_language(passage, language, scene):
            cause = (issue.code, issue.key)
            seen[cause] += 1
            told.setdefault((*cause, seen[cause]), (issue, []))[1].append(language)
    for issue, languages in told.values():
        tongues = tuple(Coded("language", name) for name in LANGUAGES if name in languages)
        yield replace(issue, facts={**issue.facts, "tongue": tongues})


def check_language(passage: Passage, language: str, scene: Scene) -> Iterator[Issue]:
    """Yield what the data contradict in one language of a text; the facts `from` and `to` say which characters."""
    text = passage.words.get(language)
    if not text or not read(text, language, scene.units).says:
        return
    for finding in findings(text, language, passage.year, scene):
        bare = issue_of(finding, paragraph_ends(text), scene)
        yield issue_at(passage, replace(bare, facts={**bare.facts, "tongue": Coded("language", language)}), language)


def findings(text: str, language: str, year: int, scene: Scene) -> Iterator[Finding]:
    """Yield what is wrong in a text of a report's year, each with the stretch of the text that it is about."""
    reading = read(text, language, scene.units)
    if not reading.says:
        return
    claims = tuple(check_claims(reading, year, scene))
    yield from claims
    within = dict[int, list[Finding]]()
    for claim in claims:
        within.setdefault(reading.begin(claim.start), []).append(claim)
    for finding in check_typed(reading, year, scene):
        if not any(_holds(claim, finding) for claim in within.get(reading.begin(finding.start), ())):
            yield finding
    yield from check_shares(reading, year, scene)
    yield from check_bounds(reading, year, scene)
    yield from check_firsts(reading, year, scene)


def _holds(claim: Finding, finding: Finding) -> bool:
    """Whether a claim that is wrong says already what a number in it should be."""
    return claim.key == finding.key and claim.start <= finding.start and finding.end <= claim.end


def issue_of(finding: Finding, ends: tuple[int, ...], scene: Scene) -> Issue:
    """Return a finding as an issue that does not say yet where it stands; `ends` are those of the text's paragraphs.

    A record's number is no value of a year.
    """
    facts = {**finding.facts, **stretch_within(ends, finding.start, finding.end)}
    key = finding.key if finding.key is not None and finding.key.metric in scene.figures.catalogue.metrics else None
    return Issue(finding.code, finding.severity, key, facts)
