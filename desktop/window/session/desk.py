"""What a person looks at now: language, report, year, section, value. Widgets follow its signals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.window.look.theme import Theme
from desktop.window.session.page_numbers import PageNumbers
from desktop.window.session.workspace_session import WorkspaceSession
from desktop.work.department_names import department_name, with_department_names
from desktop.work.judged import Judged
from desktop.work.refused_thing import refused_thing
from desktop.work.report_names import cause_with_report_names, report_name, with_report_names
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Outline, Section
from schema.catalogue.section_content import section_images, section_records, section_slots
from schema.errors import AnnalsError, RightsError
from schema.grammar.reference import Key, RecordKey, category_parts
from schema.grammar.words import Words
from schema.validation.contents import ItemAt
from schema.validation.issue import FieldAt, Issue, Subject
from schema.values.kept_things import Subject as Kept
from schema.values.kept_things import parse_subject
from schema.values.key_words import place_behind
from schema.values.people import Person, people_of
from schema.values.questions import QUESTIONS_NAME, Question, threads
from schema.values.record_places import home
from schema.values.subject import TextAt

if TYPE_CHECKING:
    from desktop.work.sentences import Sentences
    from schema.validation.answers import Answer
    from schema.validation.causes import Cause


class Desk(QObject):
    """The state of the view and the words for what it shows; it decides nothing about values."""

    language_changed = Signal(str)
    report_changed = Signal()
    section_changed = Signal()
    item_changed = Signal()
    jump_requested = Signal(object)
    text_requested = Signal(str)
    record_requested = Signal(object, str)
    details_requested = Signal()
    page_requested = Signal()
    thread_requested = Signal()
    answer_requested = Signal(object)
    withdraw_requested = Signal(object)
    notes_requested = Signal()
    contradictions_requested = Signal()
    restate_requested = Signal(object)
    typing = Signal(object)  # with the change that the words of a text would be, while they are being typed
    went = Signal()  # to a place, also to one in the section that is chosen already
    # With the subject (canonical text) whose evidence is asked for, or that files are let go on.
    evidence_requested = Signal(str)
    evidence_offered = Signal(str, object)
    making_requested = Signal(object)
    follow_up_requested = Signal(str)  # with the subject (canonical text) whose mark is asked for

    def __init__(self, session: WorkspaceSession, language: str, theme: Theme) -> None:
        super().__init__(session)
        self.session = session
        session.definitions_changed.connect(self.follow_definitions)
        self.language = language
        self.theme = theme
        self.report, self.period = "", 0
        self.section_code = ""
        self.item: ItemAt | None = None
        self.as_tables = set[str]()  # the record types that are shown as tables where a list with a form is possible
        self.about = ""  # which row of a list is meant, by its title
        self.pages = PageNumbers(session)
        self._threads: tuple[object, str, Mapping[str, tuple[Question, ...]]] = (None, "", {})
        self._sentences: Sentences | None = None

    @property
    def key(self) -> Key | None:
        """Return the value that is looked at; None where it is something else, or nothing."""
        return self.item if isinstance(self.item, Key) else None

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue of the open workspace."""
        return self.session.definitions.catalogue

    @property
    def outline(self) -> Outline:
        """Return the outline of the chosen report."""
        return self.session.definitions.outlines[self.report]

    @property
    def section(self) -> Section | None:
        """Return the chosen section, or None."""
        return next((s for s in self.outline.walk() if s.code == self.section_code), None)

    def speak(self, language: str) -> None:
        """Change the language of everything that is shown."""
        if language != self.language:
            self.language = language
            self.language_changed.emit(language)

    def choose_report(self, report: str) -> None:
        """Show another report; its year becomes the one that is filled in."""
        outline = self.session.definitions.outlines[report]
        self.report, self.period = report, outline.year
        self._look_away()
        # A chapter that only holds sections has nothing to fill in: the first look goes to the first that has.
        self.section_code = next((section.code for section in outline.walk() if section.blocks), "")
        self.report_changed.emit()
        self.section_changed.emit()

    def choose_newest(self) -> None:
        """Show the newest report, where there is any."""
        outlines = self.session.definitions.outlines.values()
        newest = max(outlines, key=lambda one: (one.year, one.form == "report"), default=None)
        if newest is not None:
            self.choose_report(newest.code)

    def follow_definitions(self) -> None:
        """Show what the definitions in force say, at the same place where that is still there."""
        if self.report not in self.session.definitions.outlines:
            self.choose_newest()
            return
        if self.section is None:
            self.section_code = next((section.code for section in self.outline.walk() if section.blocks), "")
        if self.key is not None and self.key.metric not in self.catalogue.metrics:
            self._look_away()
        self.report_changed.emit()
        self.section_changed.emit()

    def choose_period(self, period: int) -> None:
        """Fill in another year of the same report's form."""
        if period != self.period:
            self.period = period
            self._look_away()
            self.section_changed.emit()

    def choose_section(self, code: str) -> None:
        """Show another section."""
        if code != self.section_code:
            self.section_code = code
            self._look_away()
            self.section_changed.emit()

    def _look_away(self) -> None:
        self.item, self.about = None, ""

    def look_at(self, item: ItemAt | None, about: str = "") -> None:
        """Show the details of a value, a text or a list; `about` is the title of its row that has the cursor."""
        if (item, about) != (self.item, self.about):
            self.item, self.about = item, about
            self.item_changed.emit()

    def show_thread(self, item: ItemAt, about: str = "") -> None:
        """Look at an item, and go to what was asked about it and answered."""
        self.look_at(item, about)
        self.thread_requested.emit()

    def questions(self, subject: str) -> tuple[Question, ...]:
        """Return the questions about an item of the chosen report (its canonical text), with their answers."""
        kept = self.session.snapshot.more.get(QUESTIONS_NAME)
        if self._threads[0] is not kept or self._threads[1] != self.report:
            self._threads = (kept, self.report, threads(self.session.snapshot, self.report))
        return self._threads[2].get(subject, ())

    def jump(self, key: Key) -> None:
        """Bring a value's field on the screen and put the cursor into it."""
        code = self.session.place_of(self.report, key)
        if key.period != self.period and code:
            self.choose_period(key.period)
        if code:
            self.choose_section(code)
        self.jump_requested.emit(key)

    def jump_to_text(self, slot: str) -> None:
        """Bring a text on the screen and put the cursor into it."""
        for section in self.outline.walk():
            if slot in section_slots(section) + section_images(section):
                self.choose_section(section.code)
                self.text_requested.emit(slot)
                return

    def jump_to_record(self, key: RecordKey, column: str) -> None:
        """Bring a record's row on the screen and choose the cell of a column."""
        record = self.session.snapshot.records.get(key)
        place = home(self.outline, record) if record else ""
        for section in self.outline.walk():
            if place in [block.id for block in section_records(section)]:
                self.choose_section(section.code)
                self.record_requested.emit(key, column)
                return

    def jump_to_part(self, part: str) -> None:
        """Bring a section, or the section of any block, on the screen."""
        for section in self.outline.walk():
            if part == section.code or part in [block.id for block in section.blocks]:
                self.choose_section(section.code)

    def words(self, words: Words) -> str:
        """Return a wording in the chosen language, else the nearest."""
        return words.best(self.language)

    def sentence(self, trouble: Issue | AnnalsError) -> str:
        """Return the sentence that says what is wrong, where, and what to do."""
        from schema.validation.messages import error_message, message  # deferred: not needed before the first trouble

        if isinstance(trouble, Issue):
            outlines = self.session.definitions.outlines
            return message(with_report_names(trouble, outlines, self.language), self.catalogue, self.language)
        if isinstance(trouble, RightsError):
            trouble = RightsError(trouble.code, **{**trouble.params, **self._named(trouble.params)})
        trouble = with_department_names(trouble, self.catalogue, self.language)
        return error_message(trouble, self.catalogue.messages, self.language)

    def department(self, code: str) -> str:
        """Return what a department is called."""
        return department_name(self.catalogue, code, self.language)

    def report_name(self, code: str) -> str:
        """Return what a report is called inside a sentence."""
        return report_name(self.session.definitions.outlines, code, self.language)

    def role(self, person: Person) -> str:
        """Return what somebody does here."""
        return self.words(self.catalogue.messages[f"cli.role.{person.role}"])

    @property
    def me(self) -> Person | None:
        """Who works here, where that is one of the people."""
        people = people_of(self.session.snapshot)
        return next((person for person in people if person.name == self.session.who), None)

    @property
    def own_department(self) -> str:
        """The department of a contact who works here; empty for who sees all."""
        return self.me.department if self.me is not None and self.me.role == "contact" else ""

    def refusal(self, subject: Kept) -> str:
        """Return why this person may not change what stands there, where that keeps it from being saved."""
        reason = self.session.saver.reason(subject)
        return self.sentence(reason) if isinstance(reason, RightsError) else ""

    def _named(self, params: Mapping[str, str]) -> Mapping[str, str]:
        """Return what codes in a refusal are called."""
        named, at = dict[str, str](), parse_subject(params.get("subject", ""))
        if isinstance(at, Key | TextAt | RecordKey):
            named["subject"] = self.at(FieldAt(at, "") if isinstance(at, RecordKey) else at)
        elif "subject" in params:
            named["subject"] = refused_thing(params["subject"], self.catalogue, self.language)
        return named

    def at(self, subject: Subject) -> str:
        """Return what something stands at in words: a value, a record by its title, a text by its section."""
        from schema.validation.fact_words import FactWords  # deferred: not needed before the first trouble
        from schema.validation.subject_names import named

        return FactWords(self.catalogue, self.language).say(
            named(subject, self.session.definitions, self.session.snapshot)
        )

    def tongue(self, language: str) -> str:
        """Return what a language is called."""
        from schema.validation.fact_words import FactWords  # deferred, as above
        from schema.validation.facts import Coded

        return FactWords(self.catalogue, self.language).say(Coded("language", language))

    def answer_words(self, given: Answer) -> str:
        """Return the reason of an answer with who gave it and when; one of before is a note."""
        if not given.at:
            return self.tr("Answered by a note: {reason}").format(reason=given.reason)
        day = datetime.fromisoformat(given.at).astimezone().date()
        return self.tr("Answered: {reason} ({who}, {date})").format(reason=given.reason, who=given.who, date=f"{day}")

    def line(self, cause: Cause) -> str:
        """Return what a cause's line says."""
        from schema.validation.messages import cause_message  # deferred: not needed before the first trouble

        named = cause_with_report_names(cause, self.session.definitions.outlines, self.language)
        return cause_message(named, self.catalogue, self.language)

    def judged(self, at: TextAt, text: str) -> Judged:
        """Return what is wrong in the words of a slot as they are being written, and which numbers can be linked."""
        if not text or not self.session.checked:  # before the first check nothing is known of any text
            return Judged()
        from desktop.work.sentences import Sentences  # deferred: it was loaded with the check

        if self._sentences is None or self._sentences.definitions is not self.session.definitions:
            self._sentences = Sentences(self.session.definitions, self.session.moment.figures)
        return self._sentences.judge(at, text, self.session.moment.figures)

    def metric(self, key: Key) -> Metric:
        """Return the metric of a key."""
        return self.catalogue.metrics[key.metric]

    def members(self, category: str) -> str:
        """Return the members of a category in words."""
        known = self.catalogue.breakdowns
        found = (known[b].member(m) for b, m in category_parts(category) if b in known)
        return " · ".join(self.words(member.name) for member in found if member)

    def name(self, key: Key) -> str:
        """Return the metric's name with its category and its entity."""
        members = " · ".join(filter(None, (self.words(self.metric(key).name), self.members(key.category))))
        return place_behind(members, key, self.catalogue, self.language)

    def omissions(self) -> Mapping[str, str]:
        """Return the reasons why there may be no value, in words that can also be typed."""
        return {
            "not_applicable": self.tr("not applicable"),
            "not_collected": self.tr("not collected"),
            "unavailable": self.tr("unavailable"),
            "confidential": self.tr("confidential"),
            "legal": self.tr("legal"),
        }
