"""Evidence where the catalogue asks for it, files that were named and have not come, pages that a file has not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from schema.catalogue.outline import Definitions, Outline, TextBlock
from schema.grammar.reference import Key, RecordKey
from schema.validation.asked_values import ranks
from schema.validation.contents import has_words
from schema.validation.facts import Fact
from schema.validation.issue import FieldAt, Issue, Subject
from schema.validation.subject_names import named
from schema.values.evidence import Evidence, all_evidence, evidence_of, proved
from schema.values.figures import Figures
from schema.values.record_places import rows_by_block
from schema.values.subject import TextAt, write_text

_REQUIRED = "required"


def check_evidence(outline: Outline, figures: Figures) -> Iterator[Issue]:
    """Yield what stands in a report of this year without the evidence that the catalogue asks for."""
    proven = _proven(figures)
    yield from _values(outline, figures, proven)
    yield from _texts(outline, figures, proven)
    yield from _records(outline, figures, proven)
    yield from _doubted(outline, figures)


def evidence_at(key: Key, outlines: Iterable[Outline], figures: Figures) -> Iterator[Issue]:
    """Yield what is to be said of the evidence of one value."""
    if any(outline.year == key.period for outline in outlines):
        yield from _lacking(key, figures, _proven(figures))
    yield from _of_value(key, evidence_of(figures.snapshot, key.canonical()), figures)


def _proven(figures: Figures) -> frozenset[str]:
    """Return the subjects (canonical text) that have a file."""
    return frozenset(one.subject for one in all_evidence(figures.snapshot).values() if not one.awaited)


def _values(outline: Outline, figures: Figures, proven: frozenset[str]) -> Iterator[Issue]:
    metrics = figures.catalogue.metrics
    if not any(metric.evidence for metric in metrics.values()):
        return
    placed = ranks(figures.catalogue, (outline,))
    for key in figures.snapshot.points:
        if key.period == outline.year and key.metric in placed:
            yield from _lacking(key, figures, proven)


def _lacking(key: Key, figures: Figures, proven: frozenset[str]) -> Iterator[Issue]:
    """Yield the doubt where a value has no evidence; that of its whole holds for each of its parts."""
    metric, point = figures.catalogue.metrics.get(key.metric), figures.snapshot.points.get(key)
    if metric is None or metric.evidence != _REQUIRED or point is None or point.value is None:
        return
    whole = Key(key.metric, key.period, key.entity, "", key.span)
    if not proven & {key.canonical(), whole.canonical()}:
        yield Issue("evidence.lacking", "doubt", key, {"subject": key})


def _texts(outline: Outline, figures: Figures, proven: frozenset[str]) -> Iterator[Issue]:
    for section in outline.walk():
        for block in section.blocks:
            if isinstance(block, TextBlock) and block.evidence == _REQUIRED:
                at = TextAt(outline.code, block.slot, outline.language)
                if has_words(figures, outline, block.slot) and write_text(at) not in proven:
                    yield _issue("evidence.lacking", at, outline, figures)


def _records(outline: Outline, figures: Figures, proven: frozenset[str]) -> Iterator[Issue]:
    types = {code for code, kind in figures.catalogue.records.items() if kind.evidence == _REQUIRED}
    if not types:
        return
    for block, records in rows_by_block(outline, figures.snapshot).items():
        for record in records:
            if record.key.type in types and not record.carried and record.key.canonical() not in proven:
                yield _issue("evidence.lacking", FieldAt(record.key, "", block), outline, figures)


def _doubted(outline: Outline, figures: Figures) -> Iterator[Issue]:
    """Yield what is doubtful of the evidence itself, where what it proves belongs to the report."""
    doubted = [one for one in all_evidence(figures.snapshot).values() if _doubt(one, figures)]
    placed: Mapping[str, int] = ranks(figures.catalogue, (outline,)) if doubted else {}
    for one in doubted:
        match proved(one.subject):
            case Key() as key if key.period == outline.year and key.metric in placed:
                yield from _of_value(key, (one,), figures)
            case TextAt() as at if at.report == outline.code:
                yield _issue(_doubt(one, figures), at, outline, figures, one)
            case RecordKey() as key:
                record = figures.snapshot.records.get(key)
                if record is not None and record.report == outline.code:
                    at = FieldAt(key, "", record.block)
                    yield _issue(_doubt(one, figures), at, outline, figures, one)
            case _:
                continue


def _doubt(one: Evidence, figures: Figures) -> str:
    """Return what is doubtful of evidence; empty where nothing is. Of a file whose pages nobody knows any may be."""
    if one.awaited:
        return "evidence.awaited"
    return "evidence.no_page" if 0 < _pages(one, figures) < one.page else ""


def _pages(one: Evidence, figures: Figures) -> int:
    file = figures.snapshot.attachments.get(one.hash)
    return file.pages if file else 0


def _of_value(key: Key, evidence: Iterable[Evidence], figures: Figures) -> Iterator[Issue]:
    for one in evidence:
        if code := _doubt(one, figures):
            yield Issue(code, "doubt", key, {"subject": key, **_facts(one, figures)})


def _facts(one: Evidence, figures: Figures) -> dict[str, Fact]:
    facts: dict[str, Fact] = {"file": one.name}
    if pages := _pages(one, figures):
        facts |= {"page": str(one.page), "pages": str(pages)}
    return facts


def _issue(code: str, at: Subject, outline: Outline, figures: Figures, one: Evidence | None = None) -> Issue:
    definitions = Definitions(figures.catalogue, {outline.code: outline})
    facts: dict[str, Fact] = {"subject": named(at, definitions, figures.snapshot)}
    if one is not None:
        facts |= _facts(one, figures)
    return Issue(code, "doubt", None, facts, subject=at, report=outline.code)
