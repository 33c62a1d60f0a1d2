"""The numbers that a text can cite, and which of them are meant by what somebody types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.work.fitting import NOT_AT_ALL, OTHER, fit
from desktop.work.initials import initials, stretch_of
from schema.catalogue.block_references import PREFIX, block_title, is_table, numbered_blocks
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Outline
from schema.catalogue.section_content import section_keys
from schema.grammar.reference import Key, category_parts
from schema.grammar.words import Words
from schema.values.datapoint import Snapshot
from schema.values.display import display_unit
from schema.values.records import title_of

# Where a number is asked for: in the section at hand, elsewhere in the report, nowhere in it.
HERE, REPORT, NOWHERE = range(3)
_DIGITS = OTHER + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One number: what stands in the braces, its name, unit and section in words, and how it is found."""

    code: str
    name: str
    unit: str
    section: str
    near: int
    searched: str
    initials: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Everything that texts of a report can cite, told in a language.

    `here` is the code of the section at hand; `fields` are the company's fields with their names, by code.
    """

    catalogue: Catalogue
    outline: Outline
    snapshot: Snapshot
    language: str
    here: str
    fields: Mapping[str, str]

    def entries(self) -> list[Entry]:
        """Return the numbers of the section at hand first, then those of the report, then all others."""
        metrics, sections = self.catalogue.metrics, self._sections()
        keys = [key for key in sections if key.category]
        whole = {code: Key(code, self.outline.year) for code in metrics}
        found = [self._value(key, sections.get(key)) for key in (*whole.values(), *keys)]
        found += [*self._records(), *self._blocks(), *self._company()]
        return sorted(found, key=lambda entry: entry.near)

    def _sections(self) -> Mapping[Key, tuple[str, Words]]:
        """Return where each value is asked for; the section at hand wins over others."""
        homes: dict[Key, tuple[str, Words]] = {}
        for section in self.outline.walk():
            for key in section_keys(section, self.catalogue, self.outline.year):
                if key not in homes or section.code == self.here:
                    homes[key] = (section.code, section.title)
        return homes

    def _value(self, key: Key, home: tuple[str, Words] | None) -> Entry:
        metric = self.catalogue.metrics[key.metric]
        members = [self._member(b, m) for b, m in category_parts(key.category)]
        code = f"{key.metric}:{key.category}" if key.category else key.metric
        near = NOWHERE if home is None else HERE if home[0] == self.here else REPORT
        title = home[1] if home else Words()
        return self._entry(code, _joined([metric.name, *members]), metric, (title, near))

    def _member(self, breakdown: str, member: str) -> Words:
        known = self.catalogue.breakdowns.get(breakdown)
        category = known.member(member) if known else None
        return category.name if category else Words()

    def _entry(self, code: str, name: Words, metric: Metric, home: tuple[Words, int]) -> Entry:
        unit, (title, near) = display_unit(metric, self.catalogue, self.language), home
        searched = " ".join((*_every(name), code, unit, *_every(title))).casefold()
        hans = name.zh_hans or name.best("zh-Hans")
        return Entry(code, name.best(self.language), unit, title.best(self.language), near, searched, initials(hans))

    def _records(self) -> Iterator[Entry]:
        """Every number that stands in a record."""
        for record in self.snapshot.records.values():
            kind = self.catalogue.records.get(record.key.type)
            for column in kind.columns if kind is not None else ():
                if kind is not None and column.numeric and record.field(column.code):
                    title = title_of(record, kind, self.language)
                    name = f"{title} · {column.name.best(self.language)}"
                    near = REPORT if record.report == self.outline.code else NOWHERE
                    code, hans = record.key.number(column.code).metric, title_of(record, kind, "zh-Hans")
                    of_type = kind.name.best(self.language)
                    searched = f"{name} {hans} {of_type} {code}".casefold()
                    spelled = initials(hans + column.name.zh_hans)
                    yield Entry(code, name, "", of_type, near, searched, spelled)

    def _blocks(self) -> Iterator[Entry]:
        """Every table and figure of the report: a text says its number."""
        for section, block in numbered_blocks(self.outline):
            title, phrase = block_title(block), "word.table" if is_table(block) else "word.figure"
            label = self.catalogue.phrases[phrase] if phrase in self.catalogue.phrases else Words()
            hans = title.zh_hans or title.best("zh-Hans")
            name = f"{label.best(self.language)} · {title.best(self.language) or section.title.best(self.language)}"
            code, near = PREFIX + block.id, HERE if section.code == self.here else REPORT
            searched = " ".join((*_every(title), code, *_every(label), *_every(section.title))).casefold()
            yield Entry(code, name, "", section.title.best(self.language), near, searched, initials(hans))

    def _company(self) -> Iterator[Entry]:
        for code, name in self.fields.items():
            yield Entry(code, name, "", "", NOWHERE, f"{code} {name}".casefold(), initials(name))


def _joined(parts: Sequence[Words]) -> Words:
    texts = (" · ".join(filter(None, (part.get(name) for part in parts))) for name in ("zh-Hans", "zh-Hant", "en"))
    return Words(*texts)


def _every(words: Words) -> tuple[str, str, str]:
    return words.zh_hans, words.zh_hant, words.en


def search(entries: Sequence[Entry], query: str, shown: Callable[[Entry], str]) -> list[Entry]:
    """Return what fits all words of a query, the best first; `shown` is a number as it prints, asked for digits."""
    terms, ranked = query.casefold().split(), list[tuple[int, int, int, Entry]]()
    for place, entry in enumerate(entries):
        ranks = [_rank(entry, term, shown) for term in terms]
        if min(ranks, default=0) >= 0:
            ranked.append((max(ranks, default=0), entry.near, place, entry))
    return [entry for *_, entry in sorted(ranked, key=lambda row: row[:3])]


def _rank(entry: Entry, term: str, shown: Callable[[Entry], str]) -> int:
    """Return how well a word fits: name before letters, letters before unit, section and code; -1 not at all."""
    known = fit(term, entry.name, entry.initials, entry.searched)
    if known != NOT_AT_ALL:
        return known
    digits = any(sign.isdigit() for sign in term)
    return _DIGITS if digits and term.replace(",", "") in shown(entry).replace(",", "") else NOT_AT_ALL


def matched(words: str, query: str) -> list[tuple[int, int]]:
    """Return the stretches of words as they are shown that a query is found in, in order and apart."""
    found = sorted(filter(None, (_stretch(words, term) for term in query.casefold().split())))
    apart: list[tuple[int, int]] = []
    for begin, end in found:
        if apart and begin <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((begin, end))
    return apart


def _stretch(words: str, term: str) -> tuple[int, int] | None:
    folded = words.lower()  # as long as the words, unlike what is folded by case
    place = folded.find(term) if len(folded) == len(words) else words.find(term)
    if place >= 0:
        return place, place + len(term)
    if term.replace(",", "").replace(".", "").isdigit():
        digits = [at for at, sign in enumerate(words) if sign != ","]
        bare = term.replace(",", "")
        place = "".join(words[at] for at in digits).find(bare)
        return (digits[place], digits[place + len(bare) - 1] + 1) if place >= 0 else None
    return stretch_of(term, words)
