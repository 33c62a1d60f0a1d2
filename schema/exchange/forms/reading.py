"""A form that came back → what it offers: each row by what it says it is about, never by where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from schema.catalogue.outline import Definitions
from schema.errors import FormError
from schema.exchange.answers import Answer
from schema.exchange.forms import records, talk, texts, values
from schema.exchange.forms.beside import sent_names, tell_astray
from schema.exchange.forms.book import FormBook
from schema.exchange.forms.faces import Faces, faces_of
from schema.exchange.forms.handing_in import handed_in, typed_name
from schema.exchange.forms.heads import known_heads, known_lists
from schema.exchange.forms.layout import (
    ACCEPT,
    FIELD,
    KEY,
    LINES,
    SHEET,
    SUM,
    TALK,
    TALK_KEYS,
    TEXT,
    VALUE,
    Hidden,
    NoForm,
    is_hidden_sheet,
    read_hidden,
)
from schema.exchange.forms.offering import Filling, Findings
from schema.exchange.forms.rows import Entry, entries
from schema.garbage import collector_at_rest
from schema.grammar.reference import Key, RecordKey
from schema.values.evidence import EvidenceAt
from schema.values.follow_ups import FollowUpAt
from schema.values.foreign_states import BadState, read_state
from schema.values.kept_things import Subject, Thing, canonical, parse_subject
from schema.values.parse import clean_text
from schema.values.questions import QuestionAt
from schema.values.subject import TextAt

_MOST_NEW = 10_000
_KEPT_IN_A_FORM = (Key, TextAt, RecordKey, QuestionAt, EvidenceAt, FollowUpAt)
_SHOWN = 60  # characters of what nobody can place
_OF_THE_FORM = (*LINES, SUM)  # keys of rows that are about nothing that is asked for


@collector_at_rest()
def read_form(book: FormBook, definitions: Definitions) -> Answer:
    """Return what a form offers. Raises FormError: form.none, .newer, .damaged.

    One of another company's, report's or department's is returned with its head alone: that is for whoever merges it.
    """
    hidden = _hidden(book)
    head = hidden.head
    outline = definitions.outlines.get(head.report)
    answer = Answer(
        book.file, book.sha256, head.company, head.report, head.department, head.request, head.person, head.form,
        head.pack, int(book.modified.timestamp()), definitions=head.definitions,
    )  # fmt: skip
    if outline is None:
        return answer
    bases, reasons = _bases(book, hidden), values.omission_words(definitions.catalogue)
    rows = list(entries(book, known_heads(definitions.catalogue, outline.year), _names(bases)))
    lines = [row for row in rows if row.key in LINES]
    typed = typed_name(lines)
    who = typed or head.person or head.department
    filling, sent = Filling(who, book.modified), sent_names(bases)
    findings = Findings(definitions, outline, filling, bases, reasons, hidden.shown, sent)
    items = (subject for subject in bases if isinstance(subject, Key | TextAt | RecordKey))
    subjects: dict[str, Subject] = {canonical(subject): subject for subject in items}
    _Rows(findings, hidden, known_lists(outline, definitions.catalogue), subjects, faces_of(findings)).read(rows)
    blocks = dict.fromkeys(row.key.partition("#")[0].rpartition("/")[2] for row in rows if row.key.startswith("list/"))
    submitted = handed_in(lines, findings, blocks)
    return replace(
        answer, person=who, named=typed not in ("", head.person), submitted=submitted,
        offers=tuple(findings.offers.values()), refused=tuple(findings.refused),
    )  # fmt: skip


def is_form(book: FormBook) -> bool:
    """Whether a workbook is a form, however its sheets are called now."""
    return any(is_hidden_sheet(row.cells for row in sheet.rows) for sheet in book.sheets)


def _hidden(book: FormBook) -> Hidden:
    """Read the hidden sheet, the one of its own name first."""
    sheets = [sheet for sheet in book.sheets if is_hidden_sheet(row.cells for row in sheet.rows)]
    if not sheets:
        raise FormError("form.none", file=clean_text(book.file))
    chosen = min(sheets, key=lambda sheet: sheet.title != SHEET)
    try:
        return read_hidden(row.cells for row in chosen.rows)
    except NoForm as error:
        raise FormError("form.newer" if error.newer else "form.damaged", file=clean_text(book.file)) from error


def _bases(book: FormBook, hidden: Hidden) -> dict[Subject, Thing | None]:
    """Read what stood at each subject. Raises FormError form.damaged where it is not as it was written."""
    bases: dict[Subject, Thing | None] = {}
    for text, state in hidden.bases.items():
        subject = parse_subject(text)
        if not isinstance(subject, _KEPT_IN_A_FORM):
            raise FormError("form.damaged", file=clean_text(book.file))
        try:
            bases[subject] = read_state(subject, state)
        except BadState as error:
            raise FormError("form.damaged", file=clean_text(book.file)) from error
    return bases


def _names(bases: Iterable[Subject]) -> dict[str, str]:
    """Return the keys of the values by the defined names of their cells."""
    return {subject.defined_name(): subject.canonical() for subject in bases if isinstance(subject, Key)}


@dataclass(frozen=True, slots=True)
class _Rows:
    """Reads the rows of one form; those that say they are about the same thing are held against each other first."""

    findings: Findings
    hidden: Hidden
    lists: Mapping[tuple[str, str], str]
    subjects: Mapping[str, Subject]
    faces: Faces

    def read(self, rows: Sequence[Entry]) -> None:
        grouped: dict[str, list[Entry]] = {}
        loose: list[Entry] = []
        keyed = {row.sheet.title for row in rows if row.cell(KEY).strip()}
        said = {row.key for row in rows if row.says_itself}
        for row in rows:
            # Some programs leave a name where it was when a row is inserted: it then names a cell of that one.
            if row.key and (row.says_itself or row.key not in said):
                if row.key not in _OF_THE_FORM:
                    grouped.setdefault(row.key, []).append(row)
            elif records.is_filled(row):
                loose.append(row)
            elif row.sheet.title in keyed:
                self._stray(row)
        for key, same in grouped.items():
            if key.startswith(TALK_KEYS):
                talk.read_talk(key, [row for row in same if not self._foreign(key, row)], self.findings)
                continue
            if "#" in key:  # blank rows of a list that somebody has copied are rows more
                filled = self._filled(same)
                loose += filled[1:]
                same = filled[:1]
            self._one(key, same)
        for nth, row in enumerate(loose, 1):
            self._inserted(row, nth)
        self._sums(rows)
        self._tell_gone(grouped)

    def _sums(self, rows: Sequence[Entry]) -> None:
        """Tell of what was sorted into the row of a sum, which nothing is read from."""
        for row in rows:
            if row.key == SUM:
                self._foreign(SUM, row)

    def _filled(self, rows: Sequence[Entry]) -> list[Entry]:
        """Return the rows that hold a record; what stands in another beside none is told."""
        for row in rows:
            if not records.is_filled(row):
                tell_astray(row, self.findings)
        return [row for row in rows if records.is_filled(row)]

    def _stray(self, row: Entry) -> None:
        """Tell what somebody has typed into a row of their own; without its keys a form's own rows look alike."""
        # The sums of forms without earlier years have no key.
        for mark in (TEXT, *((VALUE,) if self.hidden.shown else ())):
            if row.cell(mark).strip():
                self.findings.wrong("form.stray", "", row, mark, text=row.cell(mark).strip()[:_SHOWN])

    def _one(self, key: str, rows: list[Entry]) -> None:
        for row in rows:
            if row.other and _is_filled(row):
                self.findings.wrong("form.mixed", key, row, name=key, other=row.other)
        whole = [row for row in rows if not row.other and not self._foreign(key, row)]
        bringing = [row for row in whole if self._brings(key, row)] if len(whole) > 1 else whole
        if len(bringing) > 1 and len({_typed(row) for row in bringing}) > 1:
            self.findings.wrong("form.twice", key, bringing[0], places=", ".join(row.place() for row in bringing))
        elif bringing:
            self._row(key, bringing[0])

    def _foreign(self, key: str, row: Entry) -> bool:
        """Whether a row shows another item than its key says; where anything stands or stood in it, that is told."""
        strange = self.faces.strange(key, row)
        if strange is None:
            return False
        subject = self.subjects.get(key)
        if _is_filled(row) or row.cell(TALK).strip() or (subject and self.findings.bases.get(subject) is not None):
            facts = {"name": self.faces.facts.get(key, key), "other": self.faces.facts.get(strange.other, "")}
            self.findings.wrong(strange.code, talk.item_of(key), row, _seen(row), **facts)
        return True

    def _brings(self, key: str, row: Entry) -> bool:
        """Whether a row brings anything by itself; of a record each row does, since a copy may be meant as another."""
        if records.is_filled(row):
            return True
        alone = replace(self.findings, offers={}, refused=[])
        replace(self, findings=alone)._row(key, row)
        return bool(alone.offers) or (_is_filled(row) and any(r.issue.code != "form.emptied" for r in alone.refused))

    def _row(self, key: str, row: Entry) -> None:
        if "#" in key:
            self._blank(key, row)
            return
        subject = self.subjects.get(key)
        match subject:
            case Key():
                values.read_value_row(row, subject, self.findings)
            case TextAt():
                texts.read_text_row(row, subject, self.findings)
            case RecordKey():
                records.read_record_row(records.RecordRow(row, subject), self.findings)
            case _:
                if _is_filled(row):
                    self.findings.wrong("form.unknown", key, row, name=key)

    def _blank(self, key: str, row: Entry) -> None:
        """One of the blank rows of a list: list/<report>/<block>#<type>.<number>."""
        place, _, name = key.partition("#")
        record_type, _, number = name.partition(".")
        block = place.rpartition("/")[2]
        if not records.is_filled(row):
            return
        nth = int(number) if number.isdecimal() and len(number) < 5 else 0
        if (record_type, block) not in self.lists or not 0 < nth < _MOST_NEW:
            self.findings.wrong("form.unknown", key, row, name=key)
        else:
            self._new(row, record_type, block, nth)

    def _inserted(self, row: Entry, nth: int) -> None:
        """A row of a list that somebody has inserted: it has no key."""
        marks = [mark for mark in row.columns if mark.startswith(FIELD)]
        self._new(row, marks[0].removeprefix(FIELD).partition(".")[0], "", _MOST_NEW + nth)

    def _new(self, row: Entry, record_type: str, block: str, nth: int) -> None:
        block = records.new_block(row, record_type, block, self.lists)
        key = RecordKey(record_type, f"f{self.hidden.head.form[:10]}n{nth}")
        if block:
            records.read_record_row(records.RecordRow(row, key, block, nth), self.findings)
        else:
            self.findings.wrong("form.which_list", key.canonical(), row)

    def _tell_gone(self, grouped: Iterable[str]) -> None:
        """Tell once that rows are there no more: what was asked in them stays open."""
        there = set(grouped)
        gone = [subject for subject in self.subjects if subject not in there]
        if gone:
            facts = {"count": str(len(gone)), "list": ", ".join(gone[:3])}
            self.findings.unread("form.gone", "", "", facts)


def _seen(row: Entry) -> str:
    """Return the mark of the first cell to fill in: the column of keys is hidden."""
    return next((mark for mark in row.columns if mark in (VALUE, TEXT, TALK) or mark.startswith(FIELD)), KEY)


def _typed(row: Entry) -> tuple[str, ...]:
    """Return what somebody may have typed into a row."""
    marks = [mark for mark in sorted(row.columns) if mark in _ENTRIES or mark.startswith(FIELD)]
    return tuple(row.cell(mark).strip() for mark in marks)


_ENTRIES = frozenset((*values.TYPED, TEXT, ACCEPT))


def _is_filled(row: Entry) -> bool:
    return values.is_filled(row) or texts.is_filled(row) or records.is_filled(row)
