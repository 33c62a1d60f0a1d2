"""Which report a Word file that came back is a draft of; those of another company, workspace or year are refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schema.catalogue.outline import Definitions, Outline
from schema.errors import DraftError
from schema.grammar.languages import LANGUAGES
from schema.grammar.spacing import closed_up
from schema.grammar.words import Words

if TYPE_CHECKING:
    from exporters.word.edited_draft import EditedDraft
    from exporters.word.edition_part import FileEdition

_LOCALES = {"zh-CN": "zh-Hans", "zh-HK": "zh-Hant", "zh-TW": "zh-Hant", "en-GB": "en"}


@dataclass(frozen=True, slots=True)
class DraftOrigin:
    """The report and the language of a draft; `approved_only` where nothing stands in it that nobody has approved."""

    report: str
    language: str
    approved_only: bool = False


def origin_of(draft: EditedDraft, definitions: Definitions, identity: str, report: str = "") -> DraftOrigin:
    """Return what a draft is of. `identity` is the workspace's own id, `report` what a person says it is.

    Raises DraftError: draft.no_draft .company .workspace .report .year .review .unnamed .other_report.
    """
    if not draft.values and draft.edition is None:
        raise DraftError("draft.no_draft", file=draft.name)
    edition = draft.edition
    if edition is None:
        return _by_title(draft, definitions, report)
    if not (edition.workspace and edition.workspace == identity):
        _need_company(draft, definitions, edition.company)
        if edition.workspace and identity:
            raise DraftError("draft.workspace", file=draft.name, report=edition.report)
    return _by_edition(draft, edition, definitions, report)


def _need_company(draft: EditedDraft, definitions: Definitions, theirs: str) -> None:
    name = definitions.catalogue.company.name
    if theirs and theirs not in _wordings(name):
        raise DraftError("draft.company", file=draft.name, theirs=theirs, ours=name.best("zh-Hans"))


def _by_edition(draft: EditedDraft, edition: FileEdition, definitions: Definitions, report: str) -> DraftOrigin:
    outline, known = definitions.outlines.get(edition.report), ", ".join(definitions.outlines)
    if outline is None:
        raise DraftError("draft.report", file=draft.name, report=edition.report, known=known)
    if report and report != outline.code:
        raise DraftError("draft.other_report", file=draft.name, report=edition.report, wanted=report)
    if edition.year and edition.year != str(outline.year):
        years = {"theirs": edition.year, "ours": str(outline.year)}
        raise DraftError("draft.year", file=draft.name, report=outline.code, **years)
    if edition.state == "review":
        raise DraftError("draft.review", file=draft.name, report=outline.code)
    language = edition.language if edition.language in LANGUAGES else outline.language
    return DraftOrigin(outline.code, language, bool(edition.approved))


def _by_title(draft: EditedDraft, definitions: Definitions, report: str) -> DraftOrigin:
    """Find the report of a draft of an older program by the title in its properties."""
    _need_company(draft, definitions, draft.told("creator"))
    title = draft.told("title")
    named = [one for one in definitions.outlines.values() if title and title in _wordings(one.title)]
    outline = definitions.outlines.get(report) or (named[0] if len(named) == 1 else None)
    if outline is None:
        raise DraftError("draft.unnamed", file=draft.name, known=", ".join(definitions.outlines))
    return DraftOrigin(outline.code, _spoken(outline, title, draft.told("language")))


def _spoken(outline: Outline, title: str, locale: str) -> str:
    """Return the language that a file's locale or its title means."""
    told = (code for code in LANGUAGES if closed_up(outline.title.get(code)) == title)
    return _LOCALES.get(locale) or next(told, outline.language)


def _wordings(words: Words) -> set[str]:
    return {closed_up(words.best(language)) for language in LANGUAGES}
