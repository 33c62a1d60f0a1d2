"""The report being assembled: definitions, data and the words of one language, for Word and Excel alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from exporters.assembly.numbering import heading_numbers
from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline, Section
from schema.catalogue.owners import Owners
from schema.catalogue.punctuation import PUNCTUATION, Punctuation
from schema.grammar.reference import Key
from schema.grammar.spacing import closed_up
from schema.grammar.words import Words, is_chinese
from schema.moment import Moment
from schema.validation.causes import Cause, causes
from schema.validation.contents import ItemAt
from schema.validation.issue import FieldAt, ListAt
from schema.validation.messages import for_readers
from schema.validation.pending import Pending
from schema.validation.unapproved import unapproved
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from schema.values.footnote_words import footnote_in
from schema.values.key_words import KeyWords, key_words
from schema.values.period_words import bare_year, fill_year, key_period, year_words
from schema.values.subject import TextAt


@dataclass(frozen=True, slots=True)
class Assembly:
    """One report in one language at one moment. Nothing changes in it while the report is assembled."""

    moment: Moment
    outline: Outline
    language: str
    # Asked for at every cell: kept here, so that no chain of properties stands between.
    catalogue: Catalogue = field(init=False, repr=False, compare=False)
    figures: Figures = field(init=False, repr=False, compare=False)
    snapshot: Snapshot = field(init=False, repr=False, compare=False)
    # By whose messages issues are told in documents.
    told: Catalogue = field(init=False, repr=False, compare=False)
    # Of its chapters and sections, by their codes.
    numbers: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "catalogue", self.moment.catalogue)
        object.__setattr__(self, "figures", self.moment.figures_in(self.outline))
        object.__setattr__(self, "snapshot", self.moment.snapshot)
        object.__setattr__(self, "told", for_readers(self.moment.catalogue))
        object.__setattr__(self, "numbers", heading_numbers(self.outline))

    @property
    def punctuation(self) -> Punctuation:
        """Return how the language joins and brackets words."""
        return PUNCTUATION[self.language]

    @property
    def chinese(self) -> bool:
        """Whether the report is in Chinese, where units and qualifiers stand behind their numbers."""
        return self.language != "en"

    @property
    def year(self) -> int:
        """Return the report's year."""
        return self.outline.year

    def words(self, words: Words) -> str:
        """Return a wording in the report's language, else in the nearest."""
        return closed_up(words.best(self.language))

    def numbered(self, number: str, title: Words) -> str:
        """Return a title behind its number, like a disclosure's behind its code."""
        return number + (self.punctuation.seam if self.chinese else " ") + self.words(title)

    def say(self, phrase: str, /, **places: str) -> str:
        """Return a fixed phrase with its places filled."""
        return closed_up(self.catalogue.phrases[phrase].best(self.language).format(**places))

    def quoted(self, words: str) -> str:
        """Return what a person wrote, in the report's language where it is there.

        An English report says of Chinese words that they are Chinese.
        """
        words = footnote_in(words, self.language)
        return self.say("note.chinese", text=words) if words and is_chinese(words) else words

    def department(self, code: str) -> str:
        """Return a department's name."""
        known = self.catalogue.departments.get(code)
        return self.words(known.name) if known else code

    @property
    def pending(self) -> Pending:
        """Return what of the report was asked for and is not approved."""
        return self.moment.pending(self.outline.code)

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Return what is still to be done for the report: found by checks, and not approved."""
        moment, report = self.moment, self.outline.code
        waiting = unapproved(moment.shares(report).values(), moment.definitions, moment.figures) if self.pending else ()
        return (*moment.causes(report, self.language), *causes(waiting))

    def is_unquoted(self, at: ItemAt | FieldAt) -> bool:
        """Whether nobody has noted down that whoever is quoted there agrees."""
        return any(issue.subject == at for issue in self.moment.unquoted(self.outline.code))

    def withheld(self, key: Key) -> str:
        """Return the departments for whose approval a value waits that is left out; empty for any other."""
        return self.waiting((key,))

    def waiting(self, items: Iterable[ItemAt]) -> str:
        """Return the departments for whose approval items wait that are left out; empty where none is."""
        withheld, names = self.moment.withheld, dict[str, None]()
        for at in items if withheld else ():
            match at:
                case Key():
                    names |= dict.fromkeys(withheld.departments(at, self.figures))
                case TextAt():
                    names |= dict.fromkeys(d for d in (withheld.slots.get((at.report, at.slot)),) if d)
                case ListAt():
                    names |= dict.fromkeys(d for d in (withheld.lists.get(at.block),) if d)
        return self.punctuation.listed(map(self.department, names))

    def is_pending(self, key: Key) -> bool:
        """Whether a value, or what it follows from, was asked for and is not approved."""
        return bool(self.pending) and bool(self.pending.departments(key, self.figures))

    def asks(self, key: Key) -> str:
        """Return the department that is asked for a value."""
        return self.department(self.moment.places(self.outline.code, self.language).owner(key))

    def key_words(self, key: Key) -> KeyWords:
        """Return a key in words."""
        return key_words(key, self.catalogue, self.language, self.snapshot.records)

    def name(self, key: Key) -> str:
        """Return a key as a sentence names it."""
        return closed_up(self.key_words(key).bracketed())

    def name_in_year(self, key: Key) -> str:
        """Return a key as a sentence names it, with its year; a number of a record has none."""
        name = self.name(replace(key, span=""))
        template = self.catalogue.phrases["word.value.year"].best(self.language)
        return fill_year(template, key, self.catalogue, self.language, name=name) if key.period else name

    def year_words(self, year: int) -> str:
        """Return a year as it stands above a column."""
        return closed_up(year_words(year, self.catalogue, self.language))

    def bare_year(self, year: int) -> str:
        """Return a year where digits alone are enough for one of the calendar."""
        return closed_up(bare_year(year, self.catalogue, self.language))

    def bare_period(self, key: Key) -> str:
        """Return a value's year, or part of one, where digits alone are enough for a year of the calendar."""
        return closed_up(key_period(key, self.catalogue, self.language))

    def say_year(self, phrase: str, /, year: int, **places: str) -> str:
        """Return a fixed phrase with the report's word for a year in its place."""
        template = self.catalogue.phrases[phrase].best(self.language)
        return closed_up(fill_year(template, Key("", year), self.catalogue, self.language, **places))

    def language_name(self, code: str) -> str:
        """Return a language's name in the report's language."""
        return self.say("word.language." + code.replace("-", "").lower())


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the report being assembled, in its `chapter` (a code); `block` is the department of its block."""

    assembly: Assembly
    section: Section
    owners: Owners
    chapter: str
    block: str = ""

    @property
    def ask(self) -> str:
        """Return the name of the department that owns what stands in the block, or the section where there is none."""
        return self.ask_for("")

    def ask_for(self, kind: str) -> str:
        """Return the name of who is asked for records of a type, whose department is `kind` (a code)."""
        return self.assembly.department(self.owners.of(kind, self.block))

    def titled(self, words: Words) -> str:
        """Return a wording, or the section's title where it is empty."""
        return self.assembly.words(words) or self.assembly.words(self.section.title)
