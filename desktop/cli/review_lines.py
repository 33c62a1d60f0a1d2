"""What waits for a reviewer as the command line shows it: lines for people, objects for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from desktop.cli.request_lines import department_name
from desktop.cli.speaker import Speaker
from desktop.work.review import ItemReview, ShareReview
from desktop.work.review_texts import Kind, Paragraph
from desktop.work.review_words import ReviewWords
from schema.catalogue.record_numbers import metric_of
from schema.grammar.times import stamp
from schema.validation.issue import Issue, write_subject
from schema.validation.messages import message
from schema.values.evidence import Evidence
from schema.values.kept_things import canonical
from schema.values.labels import written_value
from schema.values.result import Result

Entry = dict[str, object]
_MARKS: dict[Kind, str] = {"kept": " ", "added": "+", "removed": "-"}


def review_entry(review: ShareReview, words: ReviewWords) -> Entry:
    """Return one share as a JSON object, with the items that wait."""
    share, request = review.share, review.share.request
    submitted = request.submitted if request else None
    return {
        "report": share.report, "department": share.department, "state": share.state,
        "submitted_by": submitted.by if submitted else "", "submitted_at": submitted.at if submitted else None,
        "incomplete": submitted.words if submitted else "", "waiting": len(review.waiting),
        "items": [_item(item, words) for item in review.waiting],
    }  # fmt: skip


def _item(item: ItemReview, words: ReviewWords) -> Entry:
    point = item.years[-1].point if item.years else None
    typed, change = item.typed, words.change(item)
    return {
        "subject": item.item.subject, "kind": item.item.kind, "name": words.name(item), "filled": item.item.filled,
        "text": words.shown(item), **_value(item, words),
        "earlier": [
            {"period": r.key.period, "value": _plain(r, words), "text": words.value(r)} for r in item.years[:-1]
        ],
        "change": {"text": change.text, "reason": change.reason},
        "footnote": point.footnote if point else "", "note": point.note if point else "",
        "source": point.source if point else "", "method": point.method if point else "",
        "estimated": bool(point and point.estimated),
        "records": [words.record(record) for record in item.rows],
        "paragraphs": _paragraphs(item),
        "evidence": [_evidence(one, words) for one in item.evidence],
        "marks": [{"subject": one.subject, "why": one.why} for one in item.follow_ups],
        "issues": [_issue(issue, words) for issue in item.issues],
        "remarks": [{"code": a.issue.code, "reason": a.reason, "who": a.who, "at": a.at or None} for a in item.answers],
        "typed_by": typed.who if typed else "", "typed_at": stamp(typed.when) if typed else None,
        "reason": typed.reason if typed else "", "reviewed": _reviewed(item),
        "changed": [_altered(item, words, n) for n, _ in enumerate(item.altered)],
        "faultless": item.faultless, "own": item.own,
    }  # fmt: skip


def _evidence(one: Evidence, words: ReviewWords) -> Entry:
    file = words.moment.snapshot.attachments.get(one.file)
    known = {"type": file.type, "size": file.size} if file else {"type": "", "size": None}
    return {"hash": one.file if file else "", "name": one.name, "page": one.page or None, **known}


def _value(item: ItemReview, words: ReviewWords) -> Entry:
    if not item.years:
        return {"value": "", "qualifier": "", "omission": ""}
    result = item.years[-1]
    return {"value": _plain(result, words), "qualifier": result.qualifier, "omission": result.omission}


def _plain(result: Result, words: ReviewWords) -> str:
    value = result.unrounded
    return "" if value is None else written_value(metric_of(words.moment.catalogue, result.key.metric), value)


def _issue(issue: Issue, words: ReviewWords) -> Entry:
    told = message(issue, words.moment.catalogue, words.language)
    return {"code": issue.code, "severity": issue.severity, "subject": write_subject(issue.at), "message": told}


def _reviewed(item: ItemReview) -> Entry | None:
    known = item.reviewed
    return known and {"verdict": known.verdict, "by": known.by, "at": known.at, "words": known.words}


def _altered(item: ItemReview, words: ReviewWords, number: int) -> Entry:
    altered = item.altered[number]
    before, after = words.before_and_after(altered)
    return {"subject": canonical(altered.subject), "before": before, "after": after}


def _paragraphs(item: ItemReview) -> Entry:
    known = item.words
    sides = {
        "reviewed": known.since_review if known else None,
        "last_year": known.since_last_year if known else None,
    }
    return {name: None if parts is None else [asdict(part) for part in parts] for name, parts in sides.items()}


def print_review(review: ShareReview, words: ReviewWords, speaker: Speaker) -> None:
    """Print a share and each item that waits in it."""
    share, request = review.share, review.share.request
    submitted = request.submitted if request else None
    if submitted is None:
        return
    name = department_name(words.moment, share.department, speaker)
    count, faultless = len(review.waiting), sum(item.faultless for item in review.waiting)
    speaker.say("cli.review.share", report=share.report, department=name, who=submitted.by, at=submitted.at[:10],
                count=str(count), faultless=str(faultless))  # fmt: skip
    if submitted.words:
        speaker.say("cli.request.incomplete", text=submitted.words)
    for item in review.waiting:
        speaker.write(f"  {_head(item, words)}")
        for line in _told(item, words, speaker):
            speaker.write(f"      {line}")


def _head(item: ItemReview, words: ReviewWords) -> str:
    shown = words.shown(item) or "∅"
    earlier = ", ".join(f"{result.key.period} {words.value(result) or '–'}" for result in item.years[:-1])
    change = words.change(item).text
    return "\t".join(filter(None, (item.item.subject, words.name(item), shown[:80], earlier, change)))


def _told(item: ItemReview, words: ReviewWords, speaker: Speaker) -> Iterator[str]:
    say, change = speaker.sentence, words.change(item)
    if change.reason:
        yield change.reason
    yield from (message(issue, words.moment.catalogue, words.language) for issue in item.issues)
    for answer in item.answers:
        yield say("cli.review.remark", text=answer.reason, who=answer.who or "–")
    if item.typed is not None:
        when = item.typed.when.strftime("%Y-%m-%d %H:%M")
        yield say("cli.review.typed", who=item.typed.who, at=when, text=item.typed.reason)
    yield from (say("cli.review.marked", text=one.why) for one in item.follow_ups)
    if item.evidence:
        yield say("cli.review.evidence", list=", ".join(file.name for file in item.evidence))
    yield from _since(item, words, speaker)
    if item.own:
        yield say("approve.four_eyes")


def _since(item: ItemReview, words: ReviewWords, speaker: Speaker) -> Iterator[str]:
    known = item.reviewed
    if known is not None:
        code = "cli.review.changed" if item.fallen else f"cli.review.{known.verdict}"
        yield speaker.sentence(code, who=known.by, at=known.at[:10], text=known.words)
    texts = item.words
    if texts is not None and (parts := texts.since_review or texts.since_last_year) is not None:
        yield from _lines(parts)
        return
    for altered in item.altered:
        before, after = words.before_and_after(altered)
        yield f"  {before or '∅'} → {after or '∅'}"


def _lines(parts: Sequence[Paragraph]) -> list[str]:
    return [f"  {_MARKS[part.kind]} {part.words}" for part in parts if part.kind != "kept"]
