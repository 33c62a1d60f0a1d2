"""What is asked of whoever works here, in words: how it stands, what stands at an item, what is said of it."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import Literal

from PySide6.QtCore import QObject

from desktop.window.session.desk import Desk
from desktop.window.session.standing import present_moment
from desktop.work.my_work import Amount, MyItem, MyWork
from desktop.work.review_words import ReviewWords
from schema.grammar.templates import filled
from schema.validation.item_words import ItemWords
from schema.values.dates import show_date
from schema.values.pack_origin import origin_of
from schema.values.requests import Step
from schema.values.result import Result

# Something is to do, the due day is over so, all is answered, handed in, changed after that, approved.
MyState = Literal["open", "late", "ready", "done", "changed", "approved"]


class MyWords(QObject):
    """The words of one reading; made anew with each."""

    def __init__(self, desk: Desk, work: MyWork, today: date) -> None:
        super().__init__()
        self._desk, self.work, self._today = desk, work, today

    @cached_property
    def _values(self) -> ReviewWords:
        return ReviewWords(present_moment(self._desk), self.work.share.report, self._desk.language)

    @cached_property
    def _names(self) -> ItemWords:
        return ItemWords(self._values.outline, self._desk.catalogue, self._desk.session.snapshot, self._desk.language)

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {section.code: self._desk.words(section.title) for section in self._values.outline.walk()}

    @property
    def year(self) -> int:
        """The year that is filled in."""
        return self._values.outline.year

    def name(self, item: MyItem) -> str:
        """Return what an item is called."""
        return self._names.name(item.item.at)

    def short_name(self, item: MyItem) -> str:
        """Return it without its section, which stands above it in a list."""
        name, title = self.name(item), self._titles.get(item.item.section, "")
        if item.item.kind == "value":
            return name
        rest = name.removeprefix(title).strip(" ·:：-–，,")
        bare = rest[1:-1] if rest[:1] in ("（", "(") and rest[-1:] in ("）", ")") else rest
        return bare[:1].upper() + bare[1:] or self.kind(item)

    def full_name(self, item: MyItem) -> str:
        """Return what an item is called anywhere: a text or list with its section."""
        if item.item.kind == "value":
            return self.name(item)
        return " · ".join((self.section(item.item.section), self.short_name(item)))

    def kind(self, item: MyItem) -> str:
        """Return what an item without a title of its own is called."""
        match item.item.kind:
            case "text":
                return self.tr("Text")
            case "list":
                return self.tr("List")
            case "value":
                return self.tr("Value")

    def section(self, code: str) -> str:
        """Return a section's title."""
        return self._titles.get(code, code)

    def amount(self, item: MyItem, amount: Amount) -> str:
        """Return what stands at an item in a few words; empty where nothing does."""
        if isinstance(amount, Result):
            return self._values.value(amount)
        if not amount:
            return ""
        if item.item.kind == "text":
            return self.tr("{count} characters").format(count=amount)
        return self.tr("records: {count}").format(count=amount)

    def remark(self, item: MyItem) -> str:
        """Return what matters most of what is said of an item; empty where nothing is."""
        note = item.item.note
        if item.back and note.returned is not None:
            return note.returned.words
        if item.questions:
            return self.tr("Asked: {words}").format(words=item.questions[-1].asked.words)
        if item.taken_up and item.item.state == "returned":
            return self.tr("Changed or answered since it came back.")
        if item.issues:
            return self._desk.sentence(item.issues[0])
        return self._quiet(item)

    def _quiet(self, item: MyItem) -> str:
        note, point = item.item.note, item.now.point if isinstance(item.now, Result) else None
        due = self.tr("due {day}").format(day=self.day(note.due)) if note.due else ""
        why = point.note if point is not None and item.item.filled == "omitted" else ""
        other = "" if item.mine else self.tr("passed on to {name}").format(name=item.person)
        return " · ".join(filter(None, (other, why, note.guidance, due)))

    # how the whole stands

    @cached_property  # each thing that is said of the share asks for it
    def state(self) -> MyState:
        """How the share stands for whoever fills it in."""
        work = self.work
        if work.share.state == "approved":
            return "approved"
        if work.handed_in is not None and work.share.state != "returned":
            return "changed" if work.handed_in.changed else "done"
        if not any(item.to_do for item in work.items):
            return "ready"
        return "late" if self.days_left() < 0 else "open"

    @property
    def to_mail(self) -> bool:
        """Whether what was handed in stands in a file that somebody has to mail."""
        return self.state == "done" and origin_of(self._desk.session.snapshot) is not None

    def _sender(self) -> str:
        from desktop.work.outgoing_answer import sender_of  # deferred: letters are not for the first look

        sender = sender_of(present_moment(self._desk))
        return sender.name if sender is not None else ""

    def days_left(self) -> int:
        """Return how many days there are to the due day; fewer than 0 where it is over."""
        return (date.fromisoformat(self.work.request.due) - self._today).days

    def sentence(self) -> str:
        """Return in one sentence how much is to do and until when."""
        work = self.work
        places = {
            "due": self.day(work.request.due), "count": len(work.items),
            "open": sum(item.to_do for item in work.items),
            "changed": len(work.handed_in.changed) if work.handed_in is not None else 0,
            "who": self._sender(),
        }  # fmt: skip
        return filled(self._said(), {name: str(place) for name, place in places.items()})

    def _said(self) -> str:
        match self.state:
            case "open":
                return self.tr("{open} to go, to be handed in by {due}")
            case "late":
                return self.tr("{open} to go; they were due on {due}")
            case "ready":
                again = self.work.share.state == "returned"
                return self.tr("All done: hand it in again") if again else self.tr("All {count} answered: hand it in")
            case "done" if self.to_mail:
                who = bool(self._sender())
                return self.tr("Handed in: mail the answer to {who}") if who else self.tr("Handed in: mail the answer")
            case "done":
                return self.tr("Handed in: nothing is to do now")
            case "changed":
                return self.tr("Changed since it was handed in: {changed}. Hand it in again")
            case "approved":
                return self.tr("Approved: all {count}")

    def below(self) -> str:
        """Return what is quietly said below the sentence: days, who asked, how much is answered, what follows."""
        work, progress = self.work, self.work.progress
        answered = self.tr("answered {answered} of {count}").format(
            answered=progress.filled + progress.omitted, count=len(work.items)
        )
        omitted = self.tr("{count} of them not disclosed").format(count=progress.omitted) if progress.omitted else ""
        asked = self._by(self.tr("asked by {who} on {day}"), work.request.asked)
        handed = self._by(self.tr("handed in by {who} on {day}"), work.handed_in.step) if work.handed_in else ""
        match self.state:
            case "open" | "late" | "ready":
                return " · ".join(filter(None, (self._days(), asked, answered, omitted)))
            case "done" | "changed":
                return " · ".join(filter(None, (handed, self._follows())))
            case "approved":
                return " · ".join(filter(None, (handed, self.tr("a change takes the approval of its item away"))))

    def _follows(self) -> str:
        """Return what happens with what was handed in: the answer of a share travels as a file."""
        if origin_of(self._desk.session.snapshot) is None:
            return self.tr("a reviewer looks at it; what comes back stands here")
        return self.tr("the answer is a file: nobody has it before it is mailed; what comes back is another pack")

    def _days(self) -> str:
        left = self.days_left()
        if left < 0:
            return self.tr("days late: {count}").format(count=-left)
        return self.tr("days left: {count}").format(count=left) if left else self.tr("due today")

    def _by(self, words: str, step: Step) -> str:
        return words.format(who=step.by, day=self.moment(step.at)[0])

    def day(self, iso: str) -> str:
        """Return a day as people read it, without the year where it is this one."""
        shown, this = show_date(iso, self._desk.language), str(self._today.year)
        return shown.removeprefix(f"{this} 年").removesuffix(f" {this}").strip() if iso.startswith(this) else shown

    def moment(self, at: str) -> tuple[str, str]:
        """Return the day and the time of day of a step, here."""
        here = datetime.fromisoformat(at).astimezone()
        return self.day(f"{here:%Y-%m-%d}"), f"{here:%H:%M}"
