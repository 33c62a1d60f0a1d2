"""A proposal put in force: a report with its sections, its texts with their numbers linked; one step of history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.work.first_report import REPORT_TITLE
from desktop.work.structure.checks import outline_mistakes
from desktop.work.word_report.linking import Linking
from desktop.work.word_report.proposal import DEEPEST, Proposed
from schema.catalogue.compiled import with_hash
from schema.catalogue.next_outline import CODE, LONGEST_CODE
from schema.catalogue.outline import Definitions, Outline, Section, TextBlock
from schema.errors import AnnalsError, DefinitionsError
from schema.grammar.words import LANGUAGES, Words
from schema.moment import Moment
from schema.validation.statements.worklist import linked
from schema.values.changes import Change, change_of
from schema.values.datapoint import SlotText
from schema.values.known_values import YEARS
from schema.values.report_texts import edited
from schema.values.subject import TextAt

MOST_CHARACTERS = 50_000  # of one text, as when it is written


@dataclass(frozen=True, slots=True)
class NewReport:
    """The report that a Word file becomes."""

    code: str
    year: int
    language: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What is stored: definitions (as they were where no section is new), changes of texts.

    `numbers` are those that stand in the texts, `links` those of them that became links to values.
    """

    definitions: Definitions
    report: str
    changes: tuple[Change, ...]
    numbers: int
    links: int


def with_report(definitions: Definitions, wanted: NewReport, made: Sequence[Proposed]) -> Definitions:
    """Return definitions with a report of the sections that are taken. AnnalsError next.bad_code, propose.…;
    DefinitionsError where they would not be sound."""
    if not CODE.fullmatch(wanted.code) or len(wanted.code) > LONGEST_CODE:
        raise AnnalsError("next.bad_code", name=wanted.code, most=str(LONGEST_CODE))
    if wanted.year not in YEARS:
        raise AnnalsError("propose.year", name=str(wanted.year))
    if wanted.code in definitions.outlines:
        raise AnnalsError("propose.there", name=wanted.code)
    taken = [one for one in made if one.take]
    if not taken:
        raise AnnalsError("propose.nothing")
    title = _said(wanted.title, wanted.language) if wanted.title else _only(REPORT_TITLE, wanted.language)
    owner = next(iter(definitions.catalogue.departments), "")
    chapters = _sections(taken, wanted.language)
    outline = Outline(wanted.code, wanted.year, wanted.language, title, chapters, department=owner)
    new = replace(definitions, outlines={**definitions.outlines, wanted.code: outline})
    mistakes = outline_mistakes(new, wanted.code)
    if mistakes:
        raise DefinitionsError(mistakes)
    return with_hash(new)


def _sections(taken: Sequence[Proposed], language: str, level: int = 1) -> tuple[Section, ...]:
    """Return the parts as sections, those of a deeper level below the one before them."""
    made: list[Section] = []
    at = 0
    while at < len(taken):
        first = taken[at]
        end = next((n for n in range(at + 1, len(taken)) if taken[n].passage.level <= first.passage.level), len(taken))
        below = taken[at + 1 : end]
        blocks = (TextBlock(first.slot, first.slot),) if first.slot else ()
        inner = _sections(below, language, level + 1) if level < DEEPEST else ()
        made.append(Section(first.section, level, _said(first.title, language), blocks, inner))
        if level == DEEPEST:
            made += _sections(below, language, level)
        at = end
    return tuple(made)


def _said(text: str, language: str) -> Words:
    return Words(*(text if one == language else "" for one in LANGUAGES))


def _only(words: Words, language: str) -> Words:
    return _said(words.get(language), language)


def taken_in(moment: Moment, report: str, language: str, made: Sequence[Proposed]) -> TakenIn:
    """Return the texts of a proposal as changes, each number that equals a value of the workspace as a link to it.

    AnnalsError propose.long.
    """
    texts = _texts(made)
    for slot, words in texts.items():
        if len(words) > MOST_CHARACTERS:
            raise AnnalsError("propose.long", name=slot, count=f"{len(words):,}", most=f"{MOST_CHARACTERS:,}")
    outline = moment.definitions.outlines[report]
    links_of = Linking(moment, outline, language, tuple(texts.values()))
    numbers = links = 0
    changes: list[Change] = []
    for slot, words in texts.items():
        offered = links_of.offers(slot, words)
        numbers += links_of.count(words)
        links += len(offered)
        text = SlotText(report, slot, language, linked(words, offered))
        at = TextAt(report, slot, language)
        changes.append(change_of(moment.snapshot, at, edited(moment.snapshot, text)))
    return TakenIn(moment.definitions, report, tuple(changes), numbers, links)


def _texts(made: Sequence[Proposed]) -> Mapping[str, str]:
    """Return the words by slot; what goes with the heading above stands below its own, in bold."""
    texts: dict[str, list[str]] = {}
    for one in made:
        if one.take and one.slot and one.passage.words:
            head = [f"**{one.title}**"] if one.why == "beside" else []
            texts.setdefault(one.slot, []).extend([*head, one.passage.words])
    return {slot: "\n\n".join(words) for slot, words in texts.items()}


def preview(moment: Moment, wanted: NewReport | None, report: str, language: str, made: Sequence[Proposed]) -> TakenIn:
    """Return what a proposal comes to, in a new report where one is wanted."""
    if wanted is None:
        return taken_in(moment, report, language, made)
    new = Moment(with_report(moment.definitions, wanted, made), moment.snapshot)
    return taken_in(new, wanted.code, wanted.language, made)
