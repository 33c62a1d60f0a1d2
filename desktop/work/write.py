"""Words are written where a reference says: into a text, a record's field or an index, and checked like any change."""

from __future__ import annotations

from dataclasses import replace

from desktop.work.write_record import write_list, write_record
from desktop.work.writing import NOWHERE_ELSE, Standing, Wanted, Writing, outline_of, unknown
from schema.catalogue.compiled import with_hash
from schema.catalogue.outline import Outline
from schema.catalogue.section_content import section_images, section_slots
from schema.errors import AnnalsError
from schema.grammar.reference import parse_record, parse_reference
from schema.grammar.slots import alternative_slot, caption_slot
from schema.grammar.words import LANGUAGES, Explanation, Words, is_link
from schema.moment import Moment
from schema.validation.approvals import voided_issues
from schema.validation.coverage import followed
from schema.validation.issue import FieldAt, IndexAt, Issue, ListAt, write_subject
from schema.values.changes import altering, change_of, overlay
from schema.values.datapoint import SlotText
from schema.values.footnote_words import footnote_in
from schema.values.parse import clean_text
from schema.values.report_texts import edited
from schema.values.subject import DefinitionsAt, TextAt, parts_of, read_record, read_text
from schema.workspace import Workspace

_NO_EXPLANATION = Explanation()
MOST_CHARACTERS = 50_000  # of one place, some thirty pages; more than that is a file written by mistake


def write(moment: Moment, wanted: Wanted) -> Writing:
    """Return what writes the words. AnnalsError write.* where no words, or not so many, can stand at the reference."""
    text, count = wanted.reference, len(wanted.words or "")
    if wanted.elsewhere != NOWHERE_ELSE and not text.startswith("index/"):
        raise AnnalsError("write.no_document")
    if count > MOST_CHARACTERS:
        raise AnnalsError("write.long", count=f"{count:,}", most=f"{MOST_CHARACTERS:,}")
    if (at := read_text(text) if text.startswith("text/") else None) is not None:
        return _write_text(moment, wanted, at)
    if (field := parse_record(text)) is not None:
        return write_record(moment, wanted, *field)
    if (record := read_record(text)) is not None:
        return write_record(moment, wanted, record, "")
    if (parts := parts_of(text, 2)) is not None and text.startswith("list/"):
        return write_list(moment, wanted, ListAt(*parts))
    if parts is not None and text.startswith("index/"):
        return _write_index(moment, wanted, *parts)
    value = parse_reference(text)
    if value is not None and value.code in moment.catalogue.metrics:
        raise AnnalsError("write.value", reference=text)
    raise AnnalsError("write.reference", reference=text)


def writing_issues(moment: Moment, writing: Writing) -> tuple[Issue, ...]:
    """Return what the checks find at what is written, as it is once it stands there."""
    after = Moment(writing.definitions or moment.definitions, overlay(moment.snapshot, writing.changes))
    return tuple(issue for issue in after.issues(writing.report) if _is_about(issue, writing))


def is_changed(moment: Moment, writing: Writing) -> bool:
    """Whether the words are other ones than those that stand there, or nobody has vouched for them yet."""
    if writing.definitions is not None:
        return writing.definitions.hash != moment.definitions.hash
    return bool(altering(moment.snapshot, writing.changes))


def store(workspace: Workspace, writing: Writing) -> tuple[Issue, ...]:
    """Put the words in place; return what is to be said of approvals that fall."""
    if writing.definitions is not None:
        workspace.adopt(writing.definitions, write_subject(writing.at))
        return ()
    stored = workspace.apply(writing.changes)
    return voided_issues(stored, workspace.definitions, workspace.snapshot())


def _is_about(issue: Issue, writing: Writing) -> bool:
    match writing.at, issue.at:
        case FieldAt() as own, FieldAt() as other:
            return own.record == other.record
        case FieldAt() as own, ListAt() as other:
            return other == ListAt(writing.report, own.block)
        case own, other:
            return own == other


def _write_text(moment: Moment, wanted: Wanted, at: TextAt) -> Writing:
    if not at.report:
        raise AnnalsError("write.picture", reference=wanted.reference)
    outline = outline_of(moment, at.report)
    images = [slot for section in outline.walk() for slot in section_images(section)]
    slots = [slot for section in outline.walk() for slot in section_slots(section)]
    slots += [named(slot) for slot in images for named in (caption_slot, alternative_slot)]
    if at.slot in images:
        raise AnnalsError("write.picture", reference=wanted.reference)
    if at.slot not in slots:
        raise unknown(f"text/{at.report}/{at.slot}", [f"text/{at.report}/{slot}" for slot in slots])
    at = replace(at, language=at.language or wanted.language or outline.language)
    words = clean_text(wanted.words or "").strip()
    change = change_of(moment.snapshot, at, edited(moment.snapshot, SlotText(at.report, at.slot, at.language, words)))
    old = moment.snapshot.texts.get((at.report, at.slot, at.language), "")
    return Writing(at, at.report, at, Standing(old), Standing(words), (change,))


def _write_index(moment: Moment, wanted: Wanted, report: str, disclosure: str) -> Writing:
    outline = outline_of(moment, report)
    at = _index_at(moment, outline, disclosure)
    reasons = outline.explanations.get(at.framework, {})
    old = reasons.get(at.disclosure, _NO_EXPLANATION)
    language, words = wanted.language or outline.language, clean_text(wanted.words or "").strip()
    others = {code: reason for code, reason in reasons.items() if code != at.disclosure}
    if wanted.words is not None:
        hans, hant, en = (words if name == language and words else old.get(name) for name in LANGUAGES)
        others[at.disclosure] = _explained(Words(hans, hant, en), old, wanted)
    waiting = tuple(code for code in outline.unconfirmed.get(at.framework, ()) if code != at.disclosure)
    unconfirmed = {**outline.unconfirmed, at.framework: waiting} if outline.unconfirmed else outline.unconfirmed
    written = replace(
        outline, explanations={**outline.explanations, at.framework: others}, unconfirmed=unconfirmed
    )  # fmt: skip
    outlines = {**moment.definitions.outlines, report: written}
    definitions = with_hash(replace(moment.definitions, outlines=outlines))
    new = others.get(at.disclosure, _NO_EXPLANATION)
    before, after = (Standing(_standing(reason, language)) for reason in (old, new))
    return Writing(at, report, DefinitionsAt(), before, after, definitions=definitions)


def _explained(words: Words, old: Explanation, wanted: Wanted) -> Explanation:
    """Return an explanation with its words, and what was said of it before where nothing else is wanted."""
    reason, there = wanted.omission or old.reason, wanted.elsewhere
    if there.link and not is_link(there.link):
        raise AnnalsError("write.link", link=there.link)
    if (there.page or there.link) and not (there.document or old.document):
        raise AnnalsError("write.no_document")
    places = (there.document or old.document, there.page or old.page, there.link or old.link)
    return Explanation(words.zh_hans, words.zh_hant, words.en, reason, old.requirements, *places)


def _standing(reason: Explanation, language: str) -> str:
    """Return what stands at a disclosure, on one line."""
    places = (footnote_in(reason.document, language), reason.page, reason.link)
    return " · ".join(filter(None, (reason.get(language), *places)))


def _index_at(moment: Moment, outline: Outline, disclosure: str) -> IndexAt:
    """Return the disclosure of a framework that the report follows; several frameworks may know one of this code."""
    places = [
        (framework, row.code, row.printed)
        for framework in dict.fromkeys((*followed(outline), *outline.explanations))
        for row in moment.catalogue.frameworks[framework].disclosures
    ]
    own = [(framework, code) for framework, code, printed in places if disclosure in (code, printed)]
    stated = [(framework, code) for framework, code in own if code in outline.explanations.get(framework, {})]
    chosen = stated if len(stated) == 1 else own
    if not chosen:
        raise unknown(f"index/{outline.code}/{disclosure}", [f"index/{outline.code}/{code}" for _, code, _ in places])
    if len(chosen) > 1:
        frameworks = ", ".join(framework for framework, _ in chosen)
        raise AnnalsError("write.frameworks", name=disclosure, list=frameworks)
    return IndexAt(outline.code, *chosen[0])
