"""What the outline draws itself and the data do not allow: a matrix without scores, a questionnaire without address."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.definitions import Catalogue
from schema.catalogue.drawn_blocks import MatrixBlock, QuestionnaireBlock
from schema.catalogue.outline import Outline, Section
from schema.grammar.words import LANGUAGES, Words
from schema.validation.facts import NO_FACTS, Coded, Fact, Facts
from schema.validation.issue import Issue, ListAt
from schema.values.datapoint import Record, Snapshot


def check_drawn(outline: Outline, snapshot: Snapshot, catalogue: Catalogue) -> Iterator[Issue]:
    """Yield the issues of a report's matrices and questionnaires."""
    company = catalogue.company
    for section in outline.walk():
        for block in section.blocks:
            if isinstance(block, MatrixBlock):
                yield from _matrix(outline, section, block, snapshot, catalogue)
            elif isinstance(block, QuestionnaireBlock) and not (company.email or company.address):
                yield _issue("form.nowhere", outline, section, block.id)


def _matrix(
    outline: Outline, section: Section, block: MatrixBlock, snapshot: Snapshot, catalogue: Catalogue
) -> Iterator[Issue]:
    """A matrix needs scores; without any, groups make a list of it."""
    rows = snapshot.rows(outline.code, block.type)
    unscored = [record for record in rows if not _is_scored(record, block)]
    shown: dict[str, Fact] = {"type": Coded("record type", block.type)}
    shown["column"] = Coded("column", f"{block.type}.{block.group}")
    if rows and len(unscored) == len(rows):
        if not all(_is_grouped(record, block, catalogue) for record in rows):
            yield _issue("matrix.nothing", outline, section, block.id, shown)
    elif unscored:
        shown["list"] = Words(*(" / ".join(_name(record, block, n) for record in unscored) for n in LANGUAGES))
        yield _issue("matrix.unscored", outline, section, block.id, shown)


def _is_scored(record: Record, block: MatrixBlock) -> bool:
    return record.field(block.x).value is not None and record.field(block.y).value is not None


def _is_grouped(record: Record, block: MatrixBlock, catalogue: Catalogue) -> bool:
    column = catalogue.records[block.type].column(block.group)
    return column is not None and column.choice(record.field(block.group).typed) is not None


def _name(record: Record, block: MatrixBlock, language: str) -> str:
    return record.field(block.name).words.best(language)


def _issue(code: str, outline: Outline, section: Section, block: str, shown: Facts = NO_FACTS) -> Issue:
    facts, at = {"report": outline.code, "section": section.title, **shown}, ListAt(outline.code, block)
    return Issue(code, "doubt", facts=facts, place=f"{outline.code} {block}", subject=at, report=outline.code)
