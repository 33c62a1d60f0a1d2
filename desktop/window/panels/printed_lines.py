"""What reports printed of a value, as lines of the detail panel: the same, restated, or to be explained."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QObject

from desktop.window.session.desk import Desk
from desktop.window.session.year_names import year_name
from schema.grammar.reference import Key, parse_reference
from schema.moment import Moment
from schema.values.datapoint import PublishedValue, Restatement
from schema.values.display import Display
from schema.values.figures import Result


class PrintedLines(QObject):
    """Made per panel; a difference without a reason ends in a link `restate:report/reference`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def lines(self, key: Key) -> Iterator[str]:
        """Yield one line per published value of a key, all years, newest first."""
        found = [
            p for p in self._desk.session.snapshot.published
            if p.key.metric == key.metric and p.key.category == key.category and p.key.entity == key.entity
        ]  # fmt: skip
        for printed in sorted(found, key=lambda p: (-p.key.period, p.report)):
            yield self._line(printed)

    def choice(self, key: Key) -> Iterator[str]:
        """Yield which of two figures the report prints, with a link `figures:` to the other, where they depart."""
        from desktop.work.report_options import departing  # deferred: not needed before a value has the cursor

        desk = self._desk
        printed = departing(desk.session.moment, desk.outline, key)
        if printed is None:
            return
        other = "computed" if desk.outline.figures == "published" else "published"
        words = desk.words(desk.catalogue.messages[f"figures.choose.{other}"])
        link = f"<a style='color:{desk.theme.accent}' href='figures:{other}'>{escape(words)}</a>"
        said = desk.words(desk.catalogue.messages[f"figures.printed.{desk.outline.figures}"])
        places = {"report": desk.report, "printed": printed.text, "computed": self._shown(key)}
        yield escape(said.format(**places)) + (f" {link}" if desk.session.writable else "")

    def _shown(self, key: Key) -> str:
        """Return a value as it is shown, with its unit: rounded once."""
        result, desk = self._desk.session.result(key), self._desk
        if result.value is None:
            return desk.words(desk.catalogue.phrases["not.comparable"])
        return Display(desk.metric(key), desk.catalogue, desk.language).show(
            result.value, result.qualifier, with_unit=True
        )

    def _line(self, printed: PublishedValue) -> str:
        from schema.values.intervals import fits  # deferred: not needed before a value has the cursor

        theme, result = self._desk.theme, self._current(printed.key)
        same = result.value is not None and fits(result.value, result.qualifier, printed)
        mark, colour = ("✓", theme.good) if same else ("≠", theme.doubt)
        place = f"{printed.report} {printed.place}".strip()
        year = year_name(self._desk, printed.key.period)
        line = (f"<span style='color:{colour}'>{mark}</span> {year}: {escape(printed.text)} "
                f"<span style='color:{theme.text2}'>{escape(place)}</span>")  # fmt: skip
        return line if same or result.value is None else f"{line}<br>{self._reason(printed)}"

    def _current(self, key: Key) -> Result:
        """Return what a print is held against: a figure with all its digits, whatever of it is told."""
        result = self._desk.session.result(key)
        return self._desk.session.moment.figures.value(key) if result.kind == "figure" else result

    def _reason(self, printed: PublishedValue) -> str:
        """Return the reason that was stated, or the way to state one."""
        session, theme = self._desk.session, self._desk.theme
        stated = session.snapshot.restatements.get((printed.report, printed.key))
        fresh = stated is not None and stated.new == self._current(printed.key).value
        words = self.tr("Change the reason …") if stated else self.tr("State a reason …")
        address = f"restate:{printed.report}/{printed.key.canonical()}"
        link = f"<a style='color:{theme.accent}' href='{address}'>{escape(words)}</a>"
        told = escape(self._desk.words(stated.reason)) if stated and fresh else ""
        if stated and not fresh:
            told = escape(self.tr("The value has changed since the reason was stated."))
        return "&nbsp;&nbsp;" + " ".join(filter(None, (told, link if session.writable else "")))

    def restatement(self, address: str) -> Restatement | None:
        """Return what a link means: the restatement as it would be now, with the reason stated so far."""
        from desktop.work.restate import restatement_at

        report, _, text = address.partition("/")
        reference, session = parse_reference(text), self._desk.session
        if reference is None:
            return None
        moment = Moment(session.definitions, session.snapshot)
        restatement = restatement_at(moment, report, reference.key(0))
        return restatement if isinstance(restatement, Restatement) else None
