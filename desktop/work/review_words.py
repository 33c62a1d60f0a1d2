"""An item under review in one language: its value, earlier years, change, and what changed since its last review."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from desktop.work.review import ItemReview
from desktop.work.review_past import Altered
from desktop.work.subject_names import SubjectNames
from exporters.assembly.assembly import Assembly
from exporters.assembly.changes import change_of, remark_of
from schema.catalogue.kinds import PERCENT
from schema.catalogue.outline import Outline
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.issue import ListAt
from schema.validation.item_words import ItemWords
from schema.values.datapoint import DataPoint, Record, SlotText
from schema.values.display import Display, resolve_format
from schema.values.omissions import OMISSIONS
from schema.values.records import name_in
from schema.values.result import Result


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """The change on last year with its sign, or why none is told; both empty where there is nothing to compare."""

    text: str = ""
    reason: str = ""
    falls: bool = False


@dataclass(frozen=True)
class ReviewWords:
    """The items of one report in a language."""

    moment: Moment
    report: str
    language: str

    @property
    def outline(self) -> Outline:
        """The report's outline."""
        return self.moment.outline(self.report)

    @cached_property
    def _names(self) -> ItemWords:
        return ItemWords(self.outline, self.moment.catalogue, self.moment.snapshot, self.language)

    @cached_property
    def _subjects(self) -> SubjectNames:
        return SubjectNames(self.moment.definitions, self.moment.snapshot, self.language)

    @cached_property
    def _assembly(self) -> Assembly:
        return Assembly(self.moment, self.outline, self.language)

    def name(self, item: ItemReview) -> str:
        """Return what an item is called."""
        return self._names.name(item.item.at)

    def value(self, result: Result) -> str:
        """Return a value with its unit, an omission's mark, or the typed text of what is unread; empty for nothing."""
        catalogue = self.moment.catalogue
        metric = metric_of(catalogue, result.key.metric)
        if result.value is not None and metric is not None:
            return Display(metric, catalogue, self.language).show(result.value, result.qualifier, with_unit=True)
        if result.omission:
            return catalogue.phrases[OMISSIONS[result.omission].phrase].best(self.language)
        return result.point.unread if result.point else ""

    def shown(self, item: ItemReview) -> str:
        """Return what stands at an item in one line: the value, how many records, or the beginning of the text."""
        if item.years:
            return self.value(item.years[-1])
        if isinstance(item.item.at, ListAt):
            return str(len(item.rows)) if item.rows else ""
        return item.words.text.replace("\n", " ") if item.words else ""

    def change(self, item: ItemReview) -> ChangeWords:
        """Return the change of a value on last year; of a percentage in points."""
        key = item.item.at
        metric = metric_of(self.moment.catalogue, key.metric) if isinstance(key, Key) else None
        if not isinstance(key, Key) or metric is None or len(item.years) < 2:
            return ChangeWords()
        form = resolve_format(metric, self.moment.catalogue, "")
        format_text = "change" if (form.unit or metric.unit) == PERCENT else "change%"
        change = change_of(self._assembly, key, metric, format_text)
        value = change.comparison.value
        if value is None:
            return ChangeWords(reason=remark_of(self._assembly, change.comparison))
        sign = "+" if value > 0 else "-" if value < 0 else ""
        return ChangeWords(f"{sign}{change.size}{'' if change.unit == '%' else change.unit}", falls=value < 0)

    def record(self, record: Record) -> str:
        """Return what a record is called: in the report's own words, which are the ones to be judged."""
        return name_in(record, self.moment.catalogue.records[record.key.type], self.outline.language)

    def record_text(self, record: Record) -> str:
        """Return the fields of a record, one a line."""
        return self._subjects.record_text(record)

    def before_and_after(self, altered: Altered) -> tuple[str, str]:
        """Return what stood there at the last review, and what stands there now; empty where nothing did."""
        return self._thing(altered.before), self._thing(altered.after)

    def _thing(self, thing: object) -> str:
        match thing:
            case DataPoint():
                kind = "entered" if thing.value is not None else "omission" if thing.omission else "unread"
                shown = Result(thing.key, kind, thing.value, thing.qualifier, thing.omission, thing)
                return " · ".join(filter(None, (self.value(shown), thing.footnote)))
            case SlotText():
                return thing.text
            case Record():
                return self.record(thing)
            case _:
                return ""

    def departments(self, codes: Iterable[str]) -> str:
        """Return what departments are called."""
        known = self.moment.catalogue.departments
        return ", ".join(known[code].name.best(self.language) if code in known else code for code in codes)
