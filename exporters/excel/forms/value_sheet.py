"""The sheet of figures: earlier years beside the cell to fill in, breakdowns with a sum that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from exporters.charts.data import column_letter
from exporters.excel.forms.beside_cells import BESIDE, beside, beside_hints
from exporters.excel.forms.order import Column, FormOrder, columns
from exporters.excel.forms.page import Page
from exporters.excel.sheets.context import sums
from exporters.excel.workbook import Cell, Choices, Hint, Sheet
from schema.catalogue.definitions import Metric
from schema.exchange.forms.beside import STATED
from schema.exchange.forms.layout import (
    AS_OF,
    CODE,
    ESTIMATED,
    EVIDENCE,
    FOLLOW,
    FOOTNOTE,
    KEY,
    METHOD,
    NOTE,
    OMISSION,
    SHOWN,
    SOURCE,
    SUM,
    UNIT,
    VALUE,
)
from schema.exchange.forms.written import as_read, label_written, value_written
from schema.grammar.decimals import plain
from schema.grammar.reference import Key, category_parts
from schema.validation.shares import AskedItem
from schema.values.datapoint import DataPoint
from schema.values.display import Display
from schema.values.key_words import row_words
from schema.values.labels import labels_of, listed_labels
from schema.values.omissions import OMISSIONS
from schema.values.period_words import bare_year, fill_year

_EARLIER = 2  # years beside the cell to fill in
_MOST_PLACES = 4
# No percent format: where our own cells have none, those that somebody typed a percentage into are found at once.
_SIGNED = "[>=1000]+#,##0;[<0]-#,##0.0;+0.0"


def value_sheet(order: FormOrder, title: str, tab: str) -> Sheet | None:
    """Return the sheet; None where no figure is asked for."""
    items = [item for item in order.items if isinstance(item.at, Key)]
    if not items:
        return None
    page = Page(title, _columns(order, items))
    names = {"report": order.outline.title.best(order.language)}
    lead = order.catalogue.phrases["form.values.lead"].best(order.language)
    page.begin(
        order.say("form.sheet.values"),
        fill_year(lead, Key("", order.outline.year), order.catalogue, order.language, **names),
    )
    for code, own in groupby(items, lambda item: item.section):
        page.band(order.section(code))
        for metric, same in groupby(own, _metric):
            _Block(order, page, order.catalogue.metrics[metric]).add(list(same))
    omissions = tuple(order.say(omission.phrase) for omission in OMISSIONS.values())
    prompt = order.say("form.omission.prompt")
    page.choices.append(Choices(page.over(OMISSION), omissions, title=order.say("form.head.omission"), prompt=prompt))
    stated = tuple(map(order.say, STATED))
    prompt = order.say("form.estimated.prompt")
    page.choices.append(Choices(page.over(ESTIMATED), stated, title=order.say("form.head.estimated"), prompt=prompt))
    page.hints += beside_hints(order, page)
    return page.sheet("C5", tab)


def shown_values(order: FormOrder) -> dict[str, dict[str, str]]:
    """Return what stands beside each cell to fill in, by subject and year, as it will be read."""
    years = range(order.outline.year - _EARLIER, order.outline.year)
    keys = [item.at for item in order.items if isinstance(item.at, Key)]
    return {
        key.canonical(): {str(year): as_read(_shown(order, replace(key, period=year))) for year in years}
        for key in keys
    }


def _shown(order: FormOrder, key: Key) -> Decimal | str:
    result = order.moment.figures.value(key)
    metric = order.catalogue.metrics[key.metric]
    if result.value is not None:
        said = metric.traits.labelled or metric.traits.ranged
        return (
            Display(metric, order.catalogue, order.language).show(result.value, result.qualifier)
            if said
            else result.value
        )
    omission = result.point.omission if result.point is not None else ""
    return order.say(OMISSIONS[omission].phrase) if omission else "–"


def _year(order: FormOrder, year: int) -> str:
    return bare_year(year, order.catalogue, order.language)


def _metric(item: AskedItem) -> str:
    assert isinstance(item.at, Key)
    return item.at.metric


def _columns(order: FormOrder, items: Sequence[AskedItem]) -> tuple[Column, ...]:
    asks = [("", "asks", 26.0)] if any(map(order.asks, items)) else []
    known = columns(
        order, (KEY, "", 8.0), ("", "name", 32.0), ("", "definition", 36.0), *asks, (UNIT, "", 9.0), (VALUE, "", 17.0),
        ("", "change", 12.0), (OMISSION, "", 14.0), (FOOTNOTE, "", 26.0), (NOTE, "", 24.0), (SOURCE, "", 22.0),
        (METHOD, "", 18.0), (ESTIMATED, "", 10.0), (AS_OF, "", 13.0), *BESIDE, (CODE, "", 26.0),
    )  # fmt: skip
    at = next(n for n, column in enumerate(known) if column.mark == VALUE)
    years = range(order.outline.year - _EARLIER, order.outline.year)
    earlier = tuple(Column(f"{SHOWN}{year}", _year(order, year), 14.0, number=True) for year in years)
    entry, change = (replace(column, number=True) for column in known[at : at + 2])
    return (*known[:at], *earlier, entry, change, *known[at + 2 :])


@dataclass(frozen=True, slots=True)
class _Block:
    """The rows of one metric within a section: its total, then each breakdown with the sum of its parts."""

    order: FormOrder
    page: Page
    metric: Metric

    def add(self, items: Sequence[AskedItem]) -> None:
        """Add the rows."""
        whole = [item for item in items if isinstance(item.at, Key) and not item.at.category]
        parts = [item for item in items if isinstance(item.at, Key) and item.at.category]
        for item in whole:
            self._row(item, self._called(item), "label.bold" if parts else "label", self._definition())
        if parts and not whole:
            name, definition = Cell(self._name(), "label.bold"), Cell(self._definition() or None, "note")
            blanks = (Cell(None, "cell") for _ in self.page.columns[3:])
            self.page.add((Cell(None, ""), name, definition, *blanks))
        for (_, crossing), members in groupby(parts, _crossing):
            self._breakdown(crossing, list(members))

    def _breakdown(self, crossing: tuple[str, ...], members: Sequence[AskedItem]) -> None:
        first = self.page.next
        for item in members:
            self._row(item, self._called(item), "label.1", "")
        if len(members) > 1 and sums(self.metric, crossing, self.order.catalogue):
            self._sum(first, [item.at for item in members if isinstance(item.at, Key)])

    def _row(self, item: AskedItem, name: str, look: str, definition: str) -> None:
        order, page, key = self.order, self.page, item.at
        assert isinstance(key, Key)
        point = order.moment.snapshot.points.get(key)
        asks, number = order.asks(item), page.next
        cells = {
            KEY: Cell(key.canonical(), ""),
            UNIT: Cell(self._unit(), "unit"),
            VALUE: self._value(key, point),
            OMISSION: Cell(self._omission(point), "asked.choice"),
            FOOTNOTE: Cell(point.footnote or None if point else None, "asked.short"),
            NOTE: Cell(point.note or None if point else None, "asked.short"),
            SOURCE: Cell(point.source or None if point else None, "asked.short"),
            METHOD: Cell(point.method or None if point else None, "asked.short"),
            ESTIMATED: Cell(self._stated(point), "asked.choice"),
            AS_OF: Cell(point.as_of or None if point else None, "asked.short"),
            CODE: Cell(key.canonical(), "code"),
        }
        cells[EVIDENCE], cells[FOLLOW] = beside(order, key.canonical())
        read = [Cell(name, look), Cell(definition or None, "note")]
        read += [Cell(asks or None, "alert.middle" if item.note.returned else "note")] if self._asked_of else []
        cells |= {f"{SHOWN}{year}": self._earlier(replace(key, period=year)) for year in self._years}
        read.append(self._change(key, number))
        unmarked = iter(read)
        page.add([cells[column.mark] if column.mark else next(unmarked) for column in page.columns])
        self._hint(item, f"{page.letter(VALUE)}{number}", asks)

    def _value(self, key: Key, point: DataPoint | None) -> Cell:
        """Return the cell to fill in: a number, or what is said in words."""
        if not self.metric.traits.labelled:
            return Cell(value_written(point), f"asked.number|{self._format(key)}", name=key.defined_name())
        label = label_written(point, self.metric, self.order.language)
        return Cell(label, "asked.choice|General", name=key.defined_name())

    @property
    def _asked_of(self) -> bool:
        return self.page.columns[3].mark == ""

    @property
    def _years(self) -> range:
        return range(self.order.outline.year - _EARLIER, self.order.outline.year)

    def _called(self, item: AskedItem) -> str:
        assert isinstance(item.at, Key)
        return row_words(item.at, self.order.catalogue, self.order.language)

    def _name(self) -> str:
        return self.metric.name.best(self.order.language)

    def _unit(self) -> str:
        return self.order.catalogue.units[self.metric.unit].name.best(self.order.language)

    def _definition(self) -> str:
        return "" if self.metric.assumed else self.metric.definition.best(self.order.language)

    def _omission(self, point: DataPoint | None) -> str | None:
        return self.order.say(OMISSIONS[point.omission].phrase) if point is not None and point.omission else None

    def _stated(self, point: DataPoint | None) -> str | None:
        """Return that a value is estimated, where it is; a value is measured unless somebody says otherwise."""
        estimated = point is not None and point.estimated
        return next(self.order.say(phrase) for phrase, says in STATED.items() if says) if estimated else None

    def _format(self, key: Key) -> str:
        """Return a number format with the decimals of the values that are known; of percentages Excel's own.

        With one of our own Excel would take a typed 93.6% for 0.936 and say nothing.
        """
        if self.metric.in_percent:
            return "General"
        values = [
            self.order.moment.figures.value(replace(key, period=year)).value for year in (*self._years, key.period)
        ]
        places = max((len(plain(value).partition(".")[2]) for value in values if value is not None), default=0)
        return "#,##0" + ("." + "0" * min(places, _MOST_PLACES) if places else "")

    def _earlier(self, key: Key) -> Cell:
        shown = _shown(self.order, key)
        return Cell(shown, f"figure|{self._format(key)}" if isinstance(shown, Decimal) else "change")

    def _change(self, key: Key, number: int) -> Cell:
        """Return the change on last year in percent as a formula; of a percentage the difference in points."""
        here = self.page.letter(VALUE)
        before = column_letter(self._entry)
        figures = self.order.moment.figures
        if self.metric.traits.labelled:
            return Cell(None, "change")
        now, last = figures.value(key).value, figures.value(replace(key, period=key.period - 1)).value
        if self.metric.in_percent:
            change = f"{here}{number}-{before}{number}"
            cached = now - last if now is not None and last is not None else None
        else:
            change = f'IF({before}{number}=0,"",({here}{number}/{before}{number}-1)*100)'
            cached = (now / last - 1) * 100 if now is not None and last else None
        formula = f'IF(AND(ISNUMBER({before}{number}),ISNUMBER({here}{number})),{change},"")'
        return Cell(cached, f"change|{_SIGNED}", formula)

    @property
    def _entry(self) -> int:
        """The number of the column before the one to fill in: last year's."""
        return next(n for n, column in enumerate(self.page.columns) if column.mark == VALUE)

    def _sum(self, first: int, keys: Sequence[Key]) -> None:
        page, last, number = self.page, self.page.next - 1, self.page.next
        omission = page.letter(OMISSION)
        absent = self.order.say(OMISSIONS["not_applicable"].phrase)
        cells: list[Cell] = [Cell(SUM, ""), Cell(self.order.say("form.sum"), "label.total")]
        for at, column in enumerate(page.columns[2:], 3):
            letter = column_letter(at)
            area = f"{letter}{first}:{letter}{last}"
            if column.mark == VALUE:
                gone = f'COUNTIF({omission}{first}:{omission}{last},"{absent}")'
                formula = f'IF(OR(COUNT({area})=0,COUNT({area})+{gone}<{len(keys)}),"",SUM({area}))'
                cells.append(Cell(self._total(keys, keys[0].period), f"total|{self._format(keys[0])}", formula))
            elif at in range(self._entry - _EARLIER + 1, self._entry + 1):
                year = self.order.outline.year - self._entry + at - 1
                formula = f'IF(COUNT({area})<{len(keys)},"",SUM({area}))'
                cells.append(Cell(self._total(keys, year), f"total|{self._format(keys[0])}", formula))
            elif at == self._entry + 2:
                cells.append(replace(self._change(keys[0], number), value=None, style=f"total|{_SIGNED}"))
            else:
                cells.append(Cell(self._unit(), "total.cell") if column.mark == UNIT else Cell(None, "total.cell"))
        page.add(cells)

    def _total(self, keys: Sequence[Key], year: int) -> Decimal | None:
        values = [self.order.moment.figures.value(replace(key, period=year)).value for key in keys]
        known = [value for value in values if value is not None]
        return sum(known, Decimal(0)) if len(known) == len(keys) else None

    def _hint(self, item: AskedItem, cell: str, asks: str) -> None:
        """Say beside the cell what is meant, and ask about what is no number within the metric's bounds."""
        order, unit = self.order, self._unit()
        said = "\n".join(filter(None, (order.say("form.unit", unit=unit), asks, self._definition())))
        name, kind = order.words.name(item.at), self.metric.traits
        if kind.labelled:
            self._labels(cell, name, "\n".join(filter(None, (asks, self._definition()))))
            return
        doubt = "" if kind.ranged else order.say("form.doubt", unit=unit)
        self.page.hints.append(Hint(cell, name, said, doubt, self.metric.minimum, self.metric.maximum))

    def _labels(self, cell: str, name: str, said: str) -> None:
        """Offer what may be said; a date is typed, and shown how."""
        words = tuple(label.name.best(self.order.language) for label in labels_of(self.metric).values())
        if words:
            self.page.choices.append(Choices(cell, words, title=name, prompt=said))
        else:
            example = listed_labels(self.metric).best(self.order.language)
            self.page.hints.append(Hint(cell, name, f"{said}\n{example}".strip()))


def _crossing(item: AskedItem) -> tuple[str, tuple[str, ...]]:
    """Return whose value an item is, and by which breakdowns it is parted."""
    assert isinstance(item.at, Key)
    return item.at.entity, tuple(breakdown for breakdown, _ in category_parts(item.at.category))
