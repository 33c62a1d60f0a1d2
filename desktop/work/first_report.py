"""The first report of a workspace that has none: a bare one, whose structure is then made in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from schema.catalogue.compiled import with_hash
from schema.catalogue.outline import Definitions, Outline, Section, TextBlock
from schema.grammar.languages import LANGUAGES
from schema.grammar.words import Words
from schema.workspace import Workspace

REPORT_TITLE = Words("可持续发展报告", "可持續發展報告", "Sustainability Report")
_ABOUT = Words("关于本报告", "關於本報告", "About this report")
_PURPOSE = Words(
    "说明报告期、范围、编制依据和数据来源", "說明報告期、範圍、編製依據和數據來源",
    "Says the period, the boundary, the basis of preparation and the sources of the data",
)  # fmt: skip


def with_first_report(definitions: Definitions, now: datetime) -> Definitions:
    """Return definitions with a report on the last full year, in the first of the company's languages."""
    company = definitions.catalogue.company
    spoken = company.languages or tuple(one for one in LANGUAGES if company.name.get(one)) or LANGUAGES
    owner = next(iter(definitions.catalogue.departments), "")
    year = now.year - 1
    text = TextBlock("about.body", "about.body", purpose=_in(_PURPOSE, spoken))
    chapter = Section("about", 1, _in(_ABOUT, spoken), (text,), matter="plain")
    outline = Outline(f"report-{year}", year, spoken[0], _in(REPORT_TITLE, spoken), (chapter,), department=owner)
    return with_hash(replace(definitions, outlines={outline.code: outline}))


def _in(words: Words, languages: tuple[str, ...]) -> Words:
    return Words(*(words.get(one) if one in languages else "" for one in LANGUAGES))


def begin_report(workspace: Workspace, now: datetime) -> None:
    """Put a first report in force where there is none; a window has nothing to show else. Raises as `adopt` does."""
    if not workspace.definitions.outlines:
        made = with_first_report(workspace.definitions, now)
        workspace.adopt(made, reason=next(iter(made.outlines)))
