"""Departments are asked for their shares, hand them in, and have them approved or returned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from desktop.work.people import need_department
from schema.errors import AnnalsError
from schema.grammar.reference import Key, canonical_text
from schema.grammar.times import stamp
from schema.mistakes import near
from schema.moment import Moment
from schema.validation.approvals import Approvable, approved_content, quotation_of, read_approvable
from schema.validation.issue import FieldAt, ListAt, write_subject
from schema.validation.shares import AskedItem, Share, shares_of
from schema.values.changes import Change, change_of, clear, keep, thing_at
from schema.values.holders import Holders
from schema.values.pack_origin import origin_of
from schema.values.people import people_of
from schema.values.record_places import rows_by_block
from schema.values.requests import NO_NOTE, Approval, ItemNote, Request, Step
from schema.values.rights import check_rights
from schema.values.subject import ApprovalAt, TextAt, write_text


@dataclass(frozen=True, slots=True)
class Act:
    """Who does something with a request, when, and with which words: a reason or a remark."""

    who: str
    when: datetime
    words: str = ""

    @property
    def step(self) -> Step:
        """It as it is kept."""
        return Step(self.who, self.at, self.words)

    @property
    def at(self) -> str:
        """The time as it is kept."""
        return stamp(self.when)


@dataclass(frozen=True, slots=True)
class Asking:
    """What departments are asked: until when, with which words; of certain items only where `only` names some.

    `own` has, by department, words that stand in place of `guidance` (empty ones take away what was said), `items`, by
    subject, what is said of single items.
    """

    due: date
    guidance: str = ""
    only: tuple[str, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict[str, str])
    items: Mapping[str, str] = field(default_factory=dict[str, str])


# why an item is not approved now
Because = str


def ask(moment: Moment, report: str, departments: Sequence[str], asking: Asking, act: Act) -> tuple[Change, ...]:
    """Return what asks departments for their shares, all that own something where none is named.

    Asking again changes due date and guidance. AnnalsError people.department, request.nothing, request.no_owner,
    send.small in a workspace that is a share itself.
    """
    if origin_of(moment.snapshot) is not None:
        raise AnnalsError("send.small")
    shares = {code: share for code, share in _unchecked(moment, report).items() if code}
    _need_right(moment, act, [keep(Request("", "", "", "", act.step))])
    named = dict.fromkeys(need_department(name, moment.catalogue) for name in departments)
    for code in named:
        if code not in shares:
            raise AnnalsError("request.nothing", department=code, report=report, list=", ".join(shares))
    if not shares:
        raise AnnalsError("request.no_owner", report=report)
    chosen = [shares[code] for code in named] or list(shares.values())
    if asking.only:
        return _ask_items(chosen, asking, act)
    requests = (_asked(share, asking, act) for share in chosen)
    return tuple(keep(request) for request in requests)


def _need_right(moment: Moment, act: Act, changes: Sequence[Change]) -> None:
    """Raise RightsError where something is not theirs to do who act, also where it would change nothing."""
    check_rights(changes, act.who, people_of(moment.snapshot), lambda: Holders(moment.definitions))


def _asked(share: Share, asking: Asking, act: Act) -> Request:
    due, old, guidance = asking.due.isoformat(), share.request, asking.guidance.strip()
    if old is None:
        there = len(share.items) - share.count("open")
        old = Request(share.report, share.department, due, "", act.step, there)
    words = asking.own.get(share.department, guidance or old.guidance).strip()
    return replace(old, due=due, guidance=words, items=_said(share, old, asking.items))


def _said(share: Share, request: Request, words: Mapping[str, str]) -> Mapping[str, ItemNote]:
    """Return what is said of the items of a share; what nothing is said of any more is left out."""
    own = {item.subject: words[item.subject].strip() for item in share.items if item.subject in words}
    said = {subject: replace(request.items.get(subject, NO_NOTE), guidance=text) for subject, text in own.items()}
    return {subject: note for subject, note in {**request.items, **said}.items() if note}


def _ask_items(shares: Sequence[Share], asking: Asking, act: Act) -> tuple[Change, ...]:
    chosen = items_named(shares, asking.only)
    changes: list[Change] = []
    for share in shares:
        own = [item.subject for item in chosen if item.owner == share.department]
        if own:
            request = share.request or _asked(share, replace(asking, guidance=""), act)
            note = {"due": asking.due.isoformat()} | ({"guidance": asking.guidance.strip()} if asking.guidance else {})
            items = {subject: replace(request.items.get(subject, NO_NOTE), **note) for subject in own}
            changes.append(keep(replace(request, items={**request.items, **items})))
    return tuple(changes)


def _unchecked(moment: Moment, report: str) -> Mapping[str, Share]:
    """Return the shares of a report without counting mistakes in them: that takes as long as checking all of it."""
    return shares_of(moment.contents(report), moment.definitions)


def need_share(moment: Moment, report: str, department: str) -> Share:
    """Return what a department was asked for, its mistakes not counted.

    AnnalsError people.department, request.not_asked.
    """
    return _need(_unchecked(moment, report), moment, report, department)


def _need(shares: Mapping[str, Share], moment: Moment, report: str, department: str) -> Share:
    code = need_department(department, moment.catalogue)
    share = shares.get(code)
    if share is None or share.request is None:
        asked = [known for known, other in shares.items() if other.request]
        raise AnnalsError("request.not_asked", department=code, report=report, list=", ".join(asked))
    return share


def submit(share: Share, act: Act) -> tuple[Change, ...]:
    """Return what hands a share in; words say why it is incomplete. What was returned counts as taken up again."""
    assert share.request is not None
    return (keep(replace(share.request.unreturned, submitted=act.step)),)


@dataclass(frozen=True, slots=True)
class Approving:
    """What an approval brings: the changes, what is approved, by its subject why something is not, how many were."""

    changes: tuple[Change, ...]
    approved: tuple[str, ...]
    refused: Mapping[str, Because]
    before: int = 0


def approve(
    moment: Moment, shares: Sequence[Share], only: Sequence[str], act: Act,
    changed_by: Callable[[str], frozenset[str]] = lambda subject: frozenset(),
) -> Approving:  # fmt: skip
    """Return what approves shares that were handed in, whole or some items; what has an error is left out and told.

    `changed_by` says who last changed an item: under four eyes that is somebody else. AnnalsError
    request.not_submitted, RightsError also where all are approved already.
    """
    for share in shares:
        _handed_in(share)
    changes: list[Change] = []
    refused: dict[str, Because] = {}
    approved: list[str] = []
    items = items_named(shares, only)
    _need_right(moment, act, [keep(Approval(shares[0].report, item.subject, "", act.who, act.at)) for item in items])
    for item in items:
        four = moment.outline(shares[0].report).four_eyes and act.who in changed_by(item.subject)
        if item.errors or four:
            refused[item.subject] = "approve.error" if item.errors else "approve.four_eyes"
        elif item.state != "approved":
            approved.append(item.subject)
            content = approved_content(item.at, moment.definitions, moment.figures)
            approval = Approval(shares[0].report, item.subject, content, act.who, act.at, act.words)
            changes.append(keep(approval, act.words))
    return Approving(tuple(changes), tuple(approved), refused, len(items) - len(approved) - len(refused))


def give_back(moment: Moment, shares: Sequence[Share], only: Sequence[str], act: Act) -> tuple[Change, ...]:
    """Return what returns shares or some of their items; words say why. An approval of them is withdrawn.

    AnnalsError request.not_submitted.
    """
    chosen = items_named(shares, only)
    changes: list[Change] = []
    for share in shares:
        request, step = _handed_in(share), act.step
        own = [item for item in chosen if item.owner == share.department]
        if only:
            notes = {i.subject: replace(request.items.get(i.subject, NO_NOTE), returned=step) for i in own}
            request = replace(request, items={**request.items, **notes})
        else:
            request = replace(request, returned=step)
        changes.append(keep(request, act.words))
        places = (ApprovalAt(share.report, item.subject) for item in own)
        changes += [clear(at, act.words) for at in places if thing_at(moment.snapshot, at) is not None]
    return tuple(changes)


def quote(moment: Moment, report: str, only: Sequence[str], quoted: str, act: Act) -> tuple[Change, ...]:
    """Return what notes down that somebody agrees to be quoted. AnnalsError approve.nothing_there."""
    changes: list[Change] = []
    for text in only:
        at = _approvable(moment, report, text)
        if at is None or not _is_there(moment, report, at):
            raise AnnalsError("approve.nothing_there", subject=text, report=report)
        place = quotation_of(report, write_subject(at))
        content = approved_content(at, moment.definitions, moment.figures)
        approval = Approval(report, place.subject, content, act.who, act.at, act.words, quoted)
        changes.append(change_of(moment.snapshot, place, approval, act.words))
    return tuple(changes)


def _handed_in(share: Share) -> Request:
    """Return the request of a share that was handed in. AnnalsError request.not_submitted."""
    if share.request is None or share.request.submitted is None:
        raise AnnalsError("request.not_submitted", department=share.department, report=share.report)
    return share.request


def _approvable(moment: Moment, report: str, text: str) -> Approvable | None:
    """Return what can be quoted in a report; a text that is named without its language is meant in the report's own."""
    at = read_approvable(canonical_text(text))
    bare = isinstance(at, TextAt) and not at.language
    return replace(at, language=moment.outline(report).language) if isinstance(at, TextAt) and bare else at


def _is_there(moment: Moment, report: str, at: Approvable) -> bool:
    """Whether something stands there, in this report where it belongs to one."""
    snapshot = moment.snapshot
    match at:
        case Key():
            return moment.figures.value(at).kind != "missing"
        case FieldAt():
            return at.record in snapshot.records and snapshot.records[at.record].report == report
        case TextAt():
            return at.report == report and bool(snapshot.texts.get((report, at.slot, at.language), "").strip())
        case ListAt():
            return at.report == report and bool(rows_by_block(moment.outline(report), snapshot).get(at.block))


def items_named(shares: Iterable[Share], only: Sequence[str]) -> tuple[AskedItem, ...]:
    """Return the items of shares, or those that are named. AnnalsError request.no_item."""
    known = {item.subject: item for share in shares for item in share.items}
    if not only:
        return tuple(known.values())
    bare = bare_subjects(known.values())
    subjects = dict.fromkeys(bare.get(subject, subject) for subject in map(canonical_text, only))
    for subject in subjects:
        if subject not in known:
            raise AnnalsError("request.no_item", subject=subject, near=near(subject, known))
    return tuple(known[subject] for subject in subjects)


def bare_subjects(items: Iterable[AskedItem]) -> Mapping[str, str]:
    """Return the subjects of the texts by what they are without their language, which nobody has to write."""
    return {write_text(replace(item.at, language="")): item.subject for item in items if isinstance(item.at, TextAt)}


def shares_named(moment: Moment, report: str, department: str, only: Sequence[str]) -> tuple[Share, ...]:
    """Return the share of a department, or those to which the items belong where none is named.

    AnnalsError request.which, request.not_asked, request.no_item.
    """
    if department:
        return (_need(moment.shares(report), moment, report, department),)
    if not only:
        raise AnnalsError("request.which")
    asked = [share for share in moment.shares(report).values() if share.request is not None]
    owners = dict.fromkeys(item.owner for item in items_named(asked, only))
    return tuple(share for share in asked if share.department in owners)


def is_overdue(share: Share, today: date) -> bool:
    """Whether the due day of a request is over and it is not handed in."""
    request = share.request
    return bool(request and request.due < today.isoformat() and share.state in ("open", "started", "returned"))
