"""The data sheets of one report: what a workbook says, decided here and written elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from exporters.assembly.assembly import Assembly
from exporters.assembly.data_rows import Trail, no_trail
from exporters.assembly.history_lines import history_lines
from exporters.content import Document
from exporters.excel.sheets.assurance import evidence_sheet, history_sheet
from exporters.excel.sheets.charts import charts_sheet
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.cover import cover_sheet
from exporters.excel.sheets.coverage import coverage_sheet
from exporters.excel.sheets.data import data_sheet
from exporters.excel.sheets.data_table import Held, data_table_sheet, with_rows
from exporters.excel.sheets.footings import Footing, footings
from exporters.excel.sheets.index import index_sheet
from exporters.excel.sheets.layout import sheet_title
from exporters.excel.sheets.plan import with_plan
from exporters.excel.sheets.published import published_sheet
from exporters.excel.sheets.reconciliation import reconciliation_sheet
from exporters.excel.sheets.records import records_sheet
from exporters.excel.sheets.restated import restated_sheet
from exporters.excel.sheets.sampling import sampling_sheet
from exporters.excel.sheets.tables import definitions_sheet, factors_sheet, issues_sheet
from exporters.excel.workbook import Sheet, Workbook
from schema.catalogue.outline import Outline, Section
from schema.garbage import collector_at_rest
from schema.moment import Moment
from schema.values.datapoint import Snapshot


@collector_at_rest()
def build_workbook(
    moment: Moment, document: Document, trail: Trail = no_trail, pages: Mapping[str, str] | None = None
) -> Workbook:
    """Return the workbook of a report at the moment that its Document is of; pure, without any library of Excel's.

    `trail` tells who typed last what stands somewhere, `pages` on which page of the draft, by anchor, where measured.
    """
    language, outline = document.language, _whole(moment, document.report)
    context = Context(Assembly(moment, outline, language), _years(outline, moment.snapshot), document)
    titles = _Titles()
    context = replace(context, pages=pages or {}, contents=titles.take(context.say("sheet.cover")))
    flat = titles.take(context.say("sheet.datatable")), titles.take(context.say("sheet.reconciliation"))
    chapters = [titles.take(chapter.title.best(language)) for chapter in outline.chapters]
    context = with_plan(context, chapters)
    footed = footings(context)
    context, held = with_rows(context, [key for footing in footed for key in footing.keys], trail)
    sheets = [data_sheet(context, sheet) for sheet in context.plan.sheets]
    sheets += _flat(context, flat, held, footed)
    sheets += _assurance(context, titles, held)
    sheets += _beside(context, titles)
    return Workbook(
        title=outline.title.best(language),
        sheets=(cover_sheet(context, sheets), *sheets),
        language=language,
        font=context.font,
        colours=moment.catalogue.company.colours,
        company=moment.catalogue.company.name.best(language),
        footer=outline.title.best(language),
        page=context.say("page.number", n="{n}", all="{all}"),
        history=context.document.mark.noted if context.document.mark else "",
    )


def _whole(moment: Moment, report: str) -> Outline:
    """Return a release as one chapter: its figures stand on one sheet, in reading order, ready to be checked."""
    outline = moment.outline(report)
    if outline.form == "report":
        return outline
    title = moment.catalogue.phrases["sheet.release"]
    return replace(outline, chapters=(Section("release", 1, title, sections=outline.chapters),))


class _Titles:
    """Hands out tab titles that are allowed and not taken."""

    def __init__(self) -> None:
        self._taken: list[str] = []

    def take(self, words: str) -> str:
        """Return a title made of these words."""
        self._taken.append(sheet_title(words, self._taken))
        return self._taken[-1]


def _years(outline: Outline, snapshot: Snapshot) -> tuple[int, ...]:
    """Return the years shown: as many as the outline asks for and the data have, the report's own at least."""
    known = [year for year in snapshot.periods() if year <= outline.year]
    first = max(outline.year - max(1, outline.years) + 1, min(known, default=outline.year))
    return tuple(range(min(first, outline.year), outline.year + 1))


def _short(framework: str) -> str:
    """Return a framework's code as a short name (hkex2021 → HKEX 2021): its full name fits on no tab."""
    return re.sub(r"(?<=[a-z])(?=\d{4}$)", " ", framework).upper()


def _indices(context: Context, titles: _Titles) -> list[Sheet]:
    """Return the index of each framework that the report follows, and before them how far they are answered."""
    if not context.outline.frameworks:
        return []
    first = titles.take(context.say("sheet.coverage"))
    sheets: dict[str, Sheet] = {}
    for code in context.outline.frameworks:
        framework = context.catalogue.frameworks[code]
        name = framework.short.best(context.language) or _short(code)
        sheets[code] = index_sheet(context, framework, titles.take(context.say("sheet.index", name=name)))
    return [coverage_sheet(context, first, sheets), *sheets.values()]


def _flat(
    context: Context, titles: tuple[str, str], held: Held, footed: Sequence[Footing]
) -> Iterator[Sheet]:  # fmt: skip
    """Yield the data sheet, and what foots the totals in it."""
    yield data_table_sheet(context, titles[0], held)
    if sheet := reconciliation_sheet(context, titles[1], footed):
        yield sheet


def _assurance(context: Context, titles: _Titles, held: Held) -> Iterator[Sheet]:
    """Yield the history of the numbers, what proves them, and the sample of them."""
    lines = history_lines(context.assembly, held.trails)
    yield history_sheet(context, titles.take(context.say("sheet.history")), lines)
    keys = dict.fromkeys(row.fact.key for row in held.rows)
    yield evidence_sheet(context, titles.take(context.say("sheet.evidence")), keys)
    if sample := sampling_sheet(context, titles.take(context.say("sheet.sampling")), held.rows):
        yield sample


def _beside(context: Context, titles: _Titles) -> list[Sheet]:
    """Return the sheets that stand beside the data."""
    say = context.say
    sheets: list[Sheet | None] = [charts_sheet(context, titles.take(say("sheet.charts")))]
    if records := records_sheet(context, titles.take(say("sheet.records"))):
        sheets.append(records)
    sheets += _indices(context, titles)
    if context.document.state != "final":
        sheets.append(issues_sheet(context, titles.take(say("sheet.issues"))))
    sheets.append(definitions_sheet(context, titles.take(say("sheet.definitions"))))
    sheets.append(factors_sheet(context, titles.take(say("sheet.factors"))))
    sheets.append(published_sheet(context, titles.take(say("sheet.published"))))
    if context.snapshot.restatements:
        sheets.append(restated_sheet(context, titles.take(say("sheet.restated"))))
    return [sheet for sheet in sheets if sheet is not None]
