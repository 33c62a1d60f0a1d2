"""What a contact is written: what is asked and by when, what is open, what came back and why, how it is answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.work.mail_files import Entry, Letter
from desktop.work.requests import is_overdue
from desktop.work.send import reached, recipients
from schema.catalogue.punctuation import PUNCTUATION
from schema.exchange.packs.manifest import SUFFIX
from schema.exchange.request_names import company_name, request_id
from schema.grammar.templates import filled
from schema.grammar.words import Words
from schema.moment import Moment
from schema.validation.item_words import ItemWords
from schema.validation.shares import AskedItem, Share
from schema.values.dates import show_date
from schema.values.people import Person, people_of
from schema.values.questions import threads
from schema.values.requests import Step


@dataclass(frozen=True, slots=True)
class Writing:
    """Words of letters about one moment: `messages` are the program's, `who` writes them, on the day `today`."""

    moment: Moment
    messages: Mapping[str, Words]
    who: str
    today: date

    def letter(self, share: Share, file: str) -> Letter:
        """Return the letter that goes with the `file` of a share that was asked for."""
        assert share.request is not None
        to = reached(recipients(self.moment.snapshot, share.request))
        told = _Told(self, share, letter_language(self.moment, share), file)
        return Letter(
            to, self._sender(), told.say(told.late("letter.subject"), **told.facts), "\n".join(told.lines(to)) + "\n"
        )

    def entries(self, share: Share) -> tuple[Entry, ...]:
        """Return the days on which a share, or some of its items, are due."""
        assert share.request is not None
        told = _Told(self, share, letter_language(self.moment, share), "")
        name, count = request_id(company_name(self.moment.catalogue), share.request), share.request.packs
        days = {name: (share.request.due, told.say("letter.entry", **told.facts), told.open_items)}
        days |= {f"{name}-{day}": (day, told.entry_of(items), items) for day, items in told.own_days.items()}
        return tuple(
            Entry(uid, count, date.fromisoformat(day), title, "\n".join(map(told.item, items)))
            for uid, (day, title, items) in days.items()
        )

    def _sender(self) -> Person:
        known = {person.name: person for person in people_of(self.moment.snapshot)}
        return known.get(self.who) or Person(self.who, "", "editor")


def letter_language(moment: Moment, share: Share) -> str:
    """Return the language of letters and forms for a department: that of the first who gets the letter and has one.

    Else the report's.
    """
    assert share.request is not None
    chosen = (person.language for person in reached(recipients(moment.snapshot, share.request)))
    return next(filter(None, chosen), "") or moment.outline(share.report).language


class _Told:
    """One share in one language."""

    def __init__(self, writing: Writing, share: Share, language: str, file: str) -> None:
        assert share.request is not None
        moment, self._messages, self._who = writing.moment, writing.messages, writing.who
        self._share, self._language, self._request = share, language, share.request
        self._is_late = is_overdue(share, writing.today)
        outline = moment.outline(share.report)
        self._words = ItemWords(outline, moment.catalogue, moment.snapshot, language)
        self._threads = threads(moment.snapshot, share.report)
        known = moment.catalogue.departments.get(share.department)
        self.facts = {
            "report": outline.title.best(language) or share.report, "file": file,
            "department": known.name.best(language) if known else share.department,
            "due": show_date(share.request.due, language), "asked": str(len(share.items)),
            "open": str(share.count("open")),
        }  # fmt: skip

    def late(self, code: str) -> str:
        """Return the code of what is said in its place where the share is late."""
        return f"{code}_late" if self._is_late else code

    def say(self, code: str, **places: str) -> str:
        """Return a sentence; `facts` fill the places of those about the share."""
        return filled(self._messages[code].best(self._language), places)

    @property
    def open_items(self) -> tuple[AskedItem, ...]:
        """What is neither there nor left out with a reason."""
        return tuple(item for item in self._share.items if item.filled == "open")

    @property
    def own_days(self) -> Mapping[str, tuple[AskedItem, ...]]:
        """The items that are due on a day of their own, by that day."""
        own = [item for item in self._share.items if item.note.due not in ("", self._request.due)]
        return {day: tuple(item for item in own if item.note.due == day) for day in sorted({i.note.due for i in own})}

    def entry_of(self, items: tuple[AskedItem, ...]) -> str:
        """Return the title of a day on which only some items are due: the first few by their names."""
        return self.say("letter.entry_items", items=self._words.names(item.at for item in items), **self.facts)

    def item(self, item: AskedItem) -> str:
        """Return an item's line: its name, its own day and guidance where it has them."""
        note, marks = item.note, PUNCTUATION[self._language]
        due = self.say("letter.item_due", day=show_date(note.due, self._language)) if note.due else ""
        whose = self.say("letter.item_person", name=note.person) if note.person else ""
        more = marks.series.join(filter(None, (whose, due, note.guidance)))
        return f"- {self._words.name(item.at)}" + (f"{marks.colon}{more}" if more else "")

    def lines(self, to: tuple[Person, ...]) -> Iterator[str]:
        """Yield the lines of the letter."""
        marks = PUNCTUATION[self._language]
        names = marks.series.join(person.name for person in to) or self.facts["department"]
        yield from (self.say("letter.greeting", names=names), "", self.say(self.late("letter.asked"), **self.facts))
        if self._request.guidance:
            yield from ("", self._request.guidance)
        if returned := list(self._returned()):
            yield from ("", self.say("letter.returned"), *returned)
        if approved := list(self._approved()):
            yield from ("", self.say("letter.approved"), *approved)
        yield from self._talk()
        if self.open_items:
            yield from ("", self.say("letter.open"), *map(self.item, self.open_items))
        how = "letter.how_pack" if self.facts["file"].endswith(SUFFIX) else "letter.how_form"
        yield from ("", self.say(how, **self.facts), "", self._who)

    def _talk(self) -> Iterator[str]:
        """Yield what is asked of the department and not answered yet, then what its people asked and was answered."""
        asked = [(item, one) for item in self._share.items for one in self._threads.get(item.subject, ())]
        waiting = [(item, one) for item, one in asked if one.is_open and one.of == "department"]
        answered = [(item, one) for item, one in asked if one.answers and one.of == "editor"]
        for code, told in (("letter.asks", waiting), ("letter.answers", answered)):
            if told:
                yield from ("", self.say(code))
            for item, question in told:
                yield self._reason(self._words.name(item.at), question.asked)
                yield from (f"  {self._said(step)}" for step in question.answers)

    def _said(self, step: Step) -> str:
        marks = PUNCTUATION[self._language]
        return marks.bracketed(step.words, f"{step.by}{marks.series}{show_date(step.at[:10], self._language)}")

    def _returned(self) -> Iterator[str]:
        """Yield why something came back: all of it first, then each item by its name."""
        if self._request.returned:
            yield self._reason(self.say("letter.whole"), self._request.returned)
        for item in self._share.items:
            if item.note.returned and item.approved is None:
                yield self._reason(self._words.name(item.at), item.note.returned)

    def _approved(self) -> Iterator[str]:
        """Yield what reviewers remarked when they approved items: one line for those of one answer."""
        remarked: dict[Step, list[AskedItem]] = {}
        for item in self._share.items:
            if item.approved is not None and item.approved.words:
                remarked.setdefault(item.approved, []).append(item)
        yield from (self._reason(self._words.names(i.at for i in items), yes) for yes, items in remarked.items())

    def _reason(self, name: str, step: Step) -> str:
        return f"- {name}{PUNCTUATION[self._language].colon}{self._said(step)}"
