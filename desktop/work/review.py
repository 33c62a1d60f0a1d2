"""What departments have handed in, item by item, as a reviewer looks at it; approving and returning it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from desktop.work.requests import Act, Approving, approve
from desktop.work.review_past import Altered, Past, Reviewed, Typed
from desktop.work.review_texts import TextChanges, text_changes
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.answers import Answer, Findings
from schema.validation.asked_values import window
from schema.validation.causes import rank_of
from schema.validation.contradictions.contradiction import Stated
from schema.validation.issue import FieldAt, Issue, ListAt, write_subject
from schema.validation.issue import Subject as At
from schema.validation.shares import AskedItem, Share, shares_of
from schema.values.datapoint import Record
from schema.values.evidence import Evidence, evidence_by_subject
from schema.values.follow_ups import FollowUp, follow_up_of
from schema.values.record_places import rows_by_block
from schema.values.result import Result
from schema.values.subject import PublishedAt, TextAt

Found = TypeVar("Found", Issue, Answer)


@dataclass(frozen=True, slots=True)
class ItemReview:
    """One item of a share that was handed in, with all that a reviewer needs to answer it.

    `years` are a value's results, oldest first, this year's last; of a list `rows` are this year's records and
    `rows_before` last year's; `follow_ups` are marks at the item or its records. `altered` is what has changed since
    it was `reviewed` last. `own` says that whoever looks has changed it last where the report asks for four eyes.
    """

    item: AskedItem
    department: str
    issues: tuple[Issue, ...] = ()
    answers: tuple[Answer, ...] = ()
    years: tuple[Result, ...] = ()
    rows: tuple[Record, ...] = ()
    rows_before: tuple[Record, ...] = ()
    words: TextChanges | None = None
    evidence: tuple[Evidence, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    typed: Typed | None = None
    reviewed: Reviewed | None = None
    altered: tuple[Altered, ...] = ()
    own: bool = False

    @property
    def waiting(self) -> bool:
        """Whether it was handed in and is neither approved nor returned."""
        return self.item.state == "submitted"

    @property
    def fallen(self) -> bool:
        """Whether it was approved and what stands there has changed since."""
        return self.waiting and self.reviewed is not None and self.reviewed.verdict == "approved"

    @property
    def faultless(self) -> bool:
        """Whether it may be approved unseen among others: there, without error and open doubt, another's work.

        What the catalogue lacks is no doubt about what a department typed.
        """
        there = self.waiting and self.item.filled != "open" and not self.own
        return there and all(rank_of(issue) == "definition" for issue in self.issues)


@dataclass(frozen=True, slots=True)
class ShareReview:
    """A share that was asked for, with its items in reading order."""

    share: Share
    items: tuple[ItemReview, ...]

    @property
    def waiting(self) -> tuple[ItemReview, ...]:
        """The items that wait for an answer."""
        return tuple(item for item in self.items if item.waiting)


def reviews(moment: Moment, past: Past, who: str, found: Findings | None = None) -> tuple[ShareReview, ...]:
    """Return the shares of a report that were asked for, by their departments' codes; `past` is the report's history.

    `who` is whoever looks. `found` is what an earlier check has found, where the moment is not to be checked anew.
    """
    report = past.report
    found = found or Findings(moment.issues(report), moment.answered(report))
    shares = shares_of(moment.contents(report), moment.definitions, found.open)
    asked = {code: share for code, share in shares.items() if share.request is not None}
    if not asked:
        return ()
    desk = _Desk(moment, past, found, who)
    return tuple(desk.review(asked[code]) for code in sorted(asked))


def is_about(item: ItemReview, stated: Stated) -> bool:
    """Whether a statement of a contradiction is made by an item: its value, what was printed of it, its text, a row."""
    at = stated.at.key if isinstance(stated.at, PublishedAt) else stated.at
    if isinstance(at, FieldAt):
        return at.record in {row.key for row in item.rows}
    return at in {item.item.at, *(result.key for result in item.years)}


def answer_items(
    moment: Moment, reviewed: Sequence[ItemReview], share: Share, act: Act
) -> Approving:  # fmt: skip
    """Return what approves items; what has an error, or is whoever acts' own under four eyes, is left out and told."""
    own = {item.item.subject for item in reviewed if item.own}
    only = [item.item.subject for item in reviewed]
    return approve(moment, (share,), only, act, lambda subject: frozenset({act.who} if subject in own else ()))


class _Desk:
    """One report's items beside what the checks, the history and last year say of them."""

    def __init__(self, moment: Moment, past: Past, found: Findings, who: str) -> None:
        self._moment, self._outline, self._past, self._who = moment, moment.outline(past.report), past, who
        self._issues = by_item(past.report, ((issue.at, issue) for issue in found.open))
        self._answers = by_item(past.report, ((given.issue.at, given) for given in found.answered))
        self._rows = rows_by_block(self._outline, moment.snapshot)
        before = moment.definitions.outlines.get(self._outline.rolled_from)
        self._rows_before = rows_by_block(before, moment.snapshot) if before else {}
        self._years = window(self._outline)
        self._evidence = evidence_by_subject(moment.snapshot)

    def review(self, share: Share) -> ShareReview:
        """Return a share with its items; what was never handed in has no more to it than the counts."""
        handed_in = share.request is not None and share.request.submitted is not None
        return ShareReview(
            share, tuple(self._item(item, share.department) for item in share.items) if handed_in else ()
        )

    def _item(self, item: AskedItem, department: str) -> ItemReview:
        past, subject = self._past, item.subject
        reviewed = past.reviewed(item.at, department)
        found = ItemReview(
            item,
            department,
            issues=tuple(self._issues.get(subject, ())) if item.filled != "open" else (),
            answers=tuple(self._answers.get(subject, ())),
            evidence=self._evidence.get(subject, ()),
            follow_ups=self._marks((subject,)),
            typed=past.typed(item.at),
            reviewed=reviewed,
            altered=past.altered(item.at, reviewed) if reviewed is not None else (),
            own=self._outline.four_eyes and self._who in past.last_changers(item.at),
        )
        match item.at:
            case Key() as key:
                return replace(found, years=self._results(key))
            case TextAt() as at:
                return replace(found, words=text_changes(self._moment, self._outline, at, found.altered))
            case ListAt() as at:
                rows, before = self._rows.get(at.block, ()), self._rows_before.get(at.block, ())
                marks = self._marks(row.key.canonical() for row in rows)
                return replace(found, rows=rows, rows_before=before, evidence=self._files(rows), follow_ups=marks)

    def _results(self, key: Key) -> tuple[Result, ...]:
        figures = self._moment.told
        if not key.period:  # a number of a record has no year
            return (figures.value(key),)
        return tuple(figures.value(replace(key, period=year)) for year in self._years)

    def _marks(self, subjects: Iterable[str]) -> tuple[FollowUp, ...]:
        found = (follow_up_of(self._moment.snapshot, subject) for subject in subjects)
        return tuple(mark for mark in found if mark is not None)

    def _files(self, rows: Sequence[Record]) -> tuple[Evidence, ...]:
        """Return what proves records, and the files that stand in them."""
        kept, found = self._moment.snapshot.attachments, list[Evidence]()
        for row in rows:
            subject = row.key.canonical()
            found += self._evidence.get(subject, ())
            names = dict.fromkeys(field.typed for field in row.fields.values() if field.typed in kept)
            found += (Evidence(subject, name, kept[name].name) for name in names)
        return tuple(found)


def by_item(report: str, found: Iterable[tuple[At | None, Found]]) -> Mapping[str, list[Found]]:
    """Return what stands at subjects by the items that they belong to: what stands in a record is its list's."""
    groups: dict[str, list[Found]] = {}
    for at, one in found:
        place = ListAt(report, at.block) if isinstance(at, FieldAt) else at
        groups.setdefault(write_subject(place), []).append(one)
    return groups
