"""The data sheets of one report: what a workbook says, decided here and written elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from exporters.excel.sheets.charts import charts_sheet
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.cover import cover_sheet
from exporters.excel.sheets.coverage import coverage_sheet
from exporters.excel.sheets.data import data_sheet
from exporters.excel.sheets.index import index_sheet
from exporters.excel.sheets.layout import sheet_title
from exporters.excel.sheets.plan import Plan, make_plan
from exporters.excel.sheets.published import published_sheet
from exporters.excel.sheets.records import records_sheet
from exporters.excel.sheets.restated import restated_sheet
from exporters.excel.sheets.tables import definitions_sheet, factors_sheet, issues_sheet
from exporters.excel.workbook import Sheet, Workbook
from schema.catalogue.outline import Definitions, Outline, Section
from schema.garbage import collector_at_rest
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures


@collector_at_rest()
def build_workbook(
    definitions: Definitions,
    report: str,
    language: str,
    snapshot: Snapshot,
    figures: Figures,
    issues: Iterable[Issue] = (),
) -> Workbook:
    """Return the workbook of a report; pure, and without any library of Excel's."""
    outline = _whole(definitions.outlines[report], definitions)
    years = _years(outline, snapshot)
    context = Context(definitions, outline, language, snapshot, figures, tuple(issues), years)
    titles = _Titles()
    cover = titles.take(context.say("sheet.cover"))
    chapters = [titles.take(chapter.title.best(language)) for chapter in outline.chapters]
    plan = make_plan(context, chapters, titles.take(context.say("sheet.inputs")))
    sheets = [data_sheet(context, plan, sheet, cover) for sheet in plan.sheets]
    sheets += _beside(context, plan, titles, cover)
    first = cover_sheet(context, plan, cover, sheets)
    return Workbook(
        title=outline.title.best(language),
        sheets=(first, *sheets),
        language=language,
        font=context.font,
        colours=definitions.catalogue.company.colours,
        company=definitions.catalogue.company.name.best(language),
        footer=outline.title.best(language),
        page=context.say("page.number", n="{n}", all="{all}"),
    )


def _whole(outline: Outline, definitions: Definitions) -> Outline:
    """Return a release as one chapter: its figures stand on one sheet, in reading order, ready to be checked."""
    if outline.form == "report":
        return outline
    title = definitions.catalogue.phrases["sheet.release"]
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


def _indices(context: Context, plan: Plan, titles: _Titles, cover: str) -> list[Sheet]:
    """Return the index of each framework that the report follows, and before them how far they are answered."""
    if not context.outline.frameworks:
        return []
    first = titles.take(context.say("sheet.coverage"))
    made: dict[str, Sheet] = {}
    for code in context.outline.frameworks:
        framework = context.catalogue.frameworks[code]
        name = framework.short.best(context.language) or _short(code)
        made[code] = index_sheet(context, plan, framework, titles.take(context.say("sheet.index", name=name)), cover)
    return [coverage_sheet(context, first, cover, made), *made.values()]


def _beside(context: Context, plan: Plan, titles: _Titles, cover: str) -> list[Sheet]:
    """Return the sheets that stand beside the data."""
    say = context.say
    found: list[Sheet | None] = [charts_sheet(context, plan, titles.take(say("sheet.charts")), cover)]
    if records := records_sheet(context, titles.take(say("sheet.records")), cover):
        found.append(records)
    found += _indices(context, plan, titles, cover)
    found.append(issues_sheet(context, plan, titles.take(say("sheet.issues")), cover))
    found.append(definitions_sheet(context, plan, titles.take(say("sheet.definitions")), cover))
    found.append(factors_sheet(context, plan, titles.take(say("sheet.factors")), cover))
    found.append(published_sheet(context, plan, titles.take(say("sheet.published")), cover))
    if context.snapshot.restatements:
        found.append(restated_sheet(context, plan, titles.take(say("sheet.restated")), cover))
    return [sheet for sheet in found if sheet is not None]
