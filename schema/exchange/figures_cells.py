"""The cells of a figures row: each is read into a value, or gives the issue that says why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from schema.catalogue.definitions import Breakdown, Catalogue, Metric
from schema.catalogue.number_format import near_units, split_unit
from schema.exchange.csv_table import TextRow
from schema.exchange.standing import Fiscal
from schema.grammar.fiscal import FiscalYear
from schema.grammar.reference import sort_category
from schema.mistakes import near
from schema.validation.facts import Fact
from schema.validation.issue import Issue
from schema.values.dates import Day, example_day, read_day
from schema.values.omissions import OMISSIONS, find_omission
from schema.values.parse import clean_text
from schema.values.period_reading import Period, read_period, read_span
from schema.values.qualifiers import QUALIFIERS, is_qualifier

_YES = ("yes", "true", "1", "y", "是")
_NO = ("", "no", "false", "0", "n", "否")
# 2024, 2024年, 2024年度, FY2024, 2024财年
_YEAR = re.compile(r"(?:fy\s*)?((?:19|20)\d\d)\s*(?:年度?|财年|財年|财政年度|財政年度)?", re.IGNORECASE)
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


class Cells:
    """One row while it is read; `issues` gathers every reason, so that all are told at once."""

    def __init__(self, row: TextRow, catalogue: Catalogue, fiscal: Fiscal = "") -> None:
        """Begin with the texts as they stand in the file; `fiscal` is how a year over two calendar years is called."""
        self.row = row
        self.fiscal: Fiscal = fiscal
        self.catalogue = catalogue
        self.issues: list[Issue] = []
        self.refused = False
        self.unreadable = False

    def text(self, column: str) -> str:
        """Return the cleaned text of a cell; empty where the file has no such column."""
        written = self.row.cells.get(column, "")
        return clean_text(written).strip() if written else ""

    def raw(self, column: str) -> str:
        """Return the text of a cell as it stands in the file."""
        return self.row.cells.get(column, "")

    def has(self, column: str) -> bool:
        """Whether the file has such a column, filled in or not."""
        return column in self.row.cells

    def wrong(self, code: str, **params: Fact) -> None:
        """Note what refuses the row, and the file with it."""
        self.refused = True
        self.issues.append(Issue(code, "error", facts=params, place=self.row.place))

    def unread(self, code: str, **params: Fact) -> None:
        """Note a value that cannot be read; it may be kept as text if the person says so."""
        self.unreadable = True
        self.issues.append(Issue(code, "error", facts=params, place=self.row.place))

    def doubt(self, code: str, **params: Fact) -> None:
        """Note what the person should look at."""
        self.issues.append(Issue(code, "doubt", facts=params, place=self.row.place))

    def metric(self) -> Metric | None:
        """Return the metric that the row names."""
        code = self.text("metric")
        metric = self.catalogue.metrics.get(code)
        if metric is None:
            self.wrong("figures.unknown_metric", name=code, near=near(code, self.catalogue.metrics))
        return metric

    def period(self) -> Period:
        """Return the year and the part of it; what a label is taken for is told where it need not be it."""
        text, fiscal = self.text("period"), self.catalogue.company.fiscal
        found = read_period(text, fiscal, self.fiscal)
        match found.problem:
            case "none":
                self.wrong("figures.period", text=text)
            case "two_years":
                self.wrong("figures.two_years", text=text, year=_later(text))
            case "other_end":
                self.wrong("figures.other_end", text=text, end=fiscal.ends)
            case "":
                self._tell_assumed(text, found, fiscal)
            case _:
                assert_never(found.problem)
        return replace(found, span=self._span(text, found))

    def _tell_assumed(self, text: str, found: Period, fiscal: FiscalYear) -> None:
        if found.assumed and found.span:
            end = fiscal.last_day_of(found.year, found.span).isoformat()
            self.doubt("figures.part", text=text, reference=f"{found.year}{found.span}", end=end)
        elif found.assumed:
            self.doubt("figures.fiscal", text=text, year=str(found.year))

    def _span(self, text: str, found: Period) -> str:
        """Return the part of the year that the period names, or a column of its own; not two different ones."""
        written = self.text("span")
        span = read_span(written)
        if span is None:
            self.wrong("figures.span", text=written)
        elif span and found.span not in ("", span):
            self.wrong("figures.two_spans", text=text, span=written)
        return found.span or span or ""

    def since(self) -> int:
        """Return the year from which a cumulative value counts; 0 where it is not given."""
        return self._year("since", "figures.since") if self.text("since") else 0

    def entity(self) -> str:
        """Return the entity's code; empty for the company. An unknown one is refused where the row brings something."""
        entity = self.text("entity")
        if not self.catalogue.reports(entity) and any(map(self.text, ("value", "omission", "report"))):
            known = [one.code for one in self.catalogue.entities]
            self.wrong("figures.entity", name=entity, near=near(entity, known) or " / ".join(known))
        return entity

    def category(self, metric: Metric) -> str:
        """Return the canonical category, checked against the metric's crossings."""
        written = self.text("category")
        if not written:
            return ""
        pairs = [
            tuple(side.strip() for side in part.partition("=")[::2]) for part in written.split(";") if part.strip()
        ]
        known = [self._check_member(breakdown, member, written) for breakdown, member in pairs]
        crossing = sorted(breakdown for breakdown, _ in pairs)
        if all(known) and crossing not in [sorted(item) for item in metric.crossings]:
            crossings = " / ".join(";".join(item) for item in metric.crossings)
            self.wrong("figures.not_crossed", name=metric.code, category=";".join(crossing), near=crossings)
        return sort_category(";".join(f"{breakdown}={member}" for breakdown, member in pairs))

    def unit(self, metric: Metric) -> str:
        """Return the unit's text; empty where it is the stored one or none is given."""
        written = self.text("unit")
        own = self.catalogue.units[metric.unit]
        found = split_unit(written, self.catalogue.units, own) if written else None
        if written and found is None:
            near_names = near_units(written, self.catalogue.units, own)
            self.wrong("figures.unknown_unit", name=written, near=" / ".join(near_names))
            return ""
        return "" if found == (0, metric.unit) else written

    def omission(self) -> str:
        """Return the omission's code; its words are understood, too."""
        understood = find_omission(self.text("omission"))
        return self._one_of("omission", "figures.unknown_omission", tuple(OMISSIONS), understood)

    def qualifier(self) -> str:
        """Return the qualifier's code."""
        written = self.text("qualifier")
        return (
            written
            if is_qualifier(written)
            else self._one_of("qualifier", "figures.unknown_qualifier", tuple(QUALIFIERS), "")
        )

    def as_of(self) -> str:
        """Return the date as ISO text; empty where it is not given."""
        written = self.text("as_of")
        day = read_day(written) if written else Day()
        match day.problem:
            case "":
                pass
            case "none":
                self.wrong("figures.as_of", text=written, example=example_day(written))
            case "month":
                self.wrong("figures.as_of_month", text=written, example=example_day(written))
            case "order":
                self.wrong("figures.as_of_order", text=written, first=day.others[0], other=day.others[-1])
            case _:
                assert_never(day.problem)
        return day.iso

    def estimated(self) -> bool:
        """Return whether the value is an estimate."""
        written = self.text("estimated").lower()
        if written not in _YES + _NO:
            self.wrong("figures.estimated", text=written)
        return written in _YES

    def _one_of(self, column: str, code: str, known: tuple[str, ...], understood: str) -> str:
        written = self.text(column)
        if not written or written in known:
            return written
        if not understood:
            self.wrong(code, name=written, near=near(written, known) or " / ".join(known))
        return understood

    def _year(self, column: str, code: str) -> int:
        match = _YEAR.fullmatch(self.text(column).translate(_DIGITS))
        if match is None:
            self.wrong(code, text=self.text(column))
            return 0
        return int(match[1])

    def _check_member(self, breakdown: str, member: str, written: str) -> bool:
        known: Mapping[str, Breakdown] = self.catalogue.breakdowns
        if breakdown not in known:
            self.wrong("figures.unknown_breakdown", name=breakdown or written, near=near(breakdown, known))
            return False
        members = [item.code for item in known[breakdown].members]
        if member not in members:
            self.wrong("figures.unknown_category", name=f"{breakdown}={member}", near=near(member, members))
        return True


def _later(text: str) -> str:
    """Return the later of two years, as an example of what is to be written."""
    numbers = re.findall(r"\d+", text.translate(_DIGITS))
    return f"{numbers[0][:2]}{numbers[-1][-2:]}"
