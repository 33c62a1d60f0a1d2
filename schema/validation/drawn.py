"""What the outline draws itself and the data do not allow: a matrix without scores, a questionnaire without address."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.definitions import Catalogue
from schema.catalogue.drawn_blocks import MatrixBlock, QuestionnaireBlock
from schema.catalogue.outline import Outline, Section
from schema.grammar.words import LANGUAGES
from schema.validation.issue import Issue
from schema.values.datapoint import Record, Snapshot


def check_drawn(outline: Outline, snapshot: Snapshot, catalogue: Catalogue) -> Iterator[Issue]:
    """Yield the issues of a report's matrices and questionnaires."""
    company = catalogue.company
    for section in outline.walk():
        for block in section.blocks:
            if isinstance(block, MatrixBlock):
                yield from _matrix(outline, section, block, snapshot, catalogue)
            elif isinstance(block, QuestionnaireBlock) and not (company.email or company.address):
                yield _issue("form.nowhere", outline, section, {"block": block.id})


def _matrix(
    outline: Outline, section: Section, block: MatrixBlock, snapshot: Snapshot, catalogue: Catalogue
) -> Iterator[Issue]:
    """A matrix needs scores; without any, groups make a list of it."""
    rows = snapshot.rows(outline.code, block.type)
    unscored = [record for record in rows if not _is_scored(record, block)]
    place = {"block": block.id, "recordtype": block.type, "recordcolumn": block.group}
    if rows and len(unscored) == len(rows):
        if not all(_is_grouped(record, block, catalogue) for record in rows):
            yield _issue("matrix.nothing", outline, section, place)
    elif unscored:
        names = {f"list.{n}": " / ".join(_name(record, block, n) for record in unscored) for n in LANGUAGES}
        yield _issue("matrix.unscored", outline, section, place | names)


def _is_scored(record: Record, block: MatrixBlock) -> bool:
    return record.field(block.x).value is not None and record.field(block.y).value is not None


def _is_grouped(record: Record, block: MatrixBlock, catalogue: Catalogue) -> bool:
    column = catalogue.records[block.type].column(block.group)
    return column is not None and column.choice(record.field(block.group).typed) is not None


def _name(record: Record, block: MatrixBlock, language: str) -> str:
    return record.field(block.name).words.best(language)


def _issue(code: str, outline: Outline, section: Section, place: dict[str, str]) -> Issue:
    # Messages are worded without the outline at hand: the title goes along in every language.
    titles = {f"section.{language}": section.title.best(language) for language in LANGUAGES}
    return Issue(
        code, "doubt", params={"report": outline.code, **place, **titles}, place=f"{outline.code} {place['block']}"
    )
