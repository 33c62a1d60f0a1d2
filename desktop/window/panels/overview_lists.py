"""Below the matrix: how far frameworks are covered, open contradictions, what was done since the last visit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.window.panels.line_list import Line, LineCard
from desktop.window.panels.news_words import NewsWords
from desktop.window.panels.overview_goals import Goal
from desktop.window.panels.statement_words import says
from desktop.window.session.desk import Desk
from desktop.work.overview import Covered, Overview
from desktop.work.overview_news import News
from desktop.work.visit import Visit
from schema.validation.contradictions.contradiction import Contradiction, Stated
from schema.validation.contradictions.words import said
from schema.validation.fact_words import page_words
from schema.values.datapoint import Snapshot
from schema.values.subject import PublishedAt

_MOST_NEWS, _HEIGHT = 200, 236


class OverviewLists(QWidget):
    """`wanted` carries where a line or a way on leads."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._words = desk, NewsWords(desk, self)
        self.coverage, self.contradictions, self.news = (LineCard(desk.theme, self) for _ in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card, stretch in ((self.coverage, 10), (self.contradictions, 11), (self.news, 12)):
            row.addWidget(card, stretch)
            card.opened.connect(self.wanted)
        self.setMinimumHeight(_HEIGHT)
        self.coverage.way_on.connect(lambda: self.wanted.emit(Goal("coverage")))
        self.contradictions.way_on.connect(lambda: self.wanted.emit(Goal("contradictions")))
        self.news.way_on.connect(lambda: self.wanted.emit(Goal("compare")))

    def show_coverage(self, rows: Sequence[Covered]) -> None:
        """Show the frameworks, those that the report follows first."""
        self.coverage.name(
            self.tr("Frameworks"), self.tr("answered / all"),
            self.tr("All disclosures …"), self.tr("The catalogue knows no framework."),
        )  # fmt: skip
        self.coverage.fill([self._framework(row) for row in rows])

    def _framework(self, row: Covered) -> Line:
        name = self._desk.words(self._desk.catalogue.frameworks[row.framework].name)
        share = row.answered / row.all if row.all else 0.0
        tip = self.tr("The report follows it.") if row.followed else ""
        return Line(row.framework, name, Goal("coverage"), f"{row.answered}/{row.all}", share=share, tip=tip)

    def show_contradictions(self, shown: Overview) -> None:
        """Show the open contradictions."""
        count = len(shown.contradictions)
        nothing = self.tr("No statements contradict each other.") if shown.checked else self.tr("Checking …")
        self.contradictions.name(
            self.tr("Open contradictions"), str(count) if count else "", self.tr("Settle …") if count else "", nothing
        )
        self.contradictions.fill([self._contradiction(one) for one in shown.contradictions])

    def _contradiction(self, one: Contradiction) -> Line:
        told = tuple(self._statement(stated) for stated in one.statements)
        more = told if len(told) <= 2 else (told[0], self.tr("{said}; {count} more").format(
            said=told[1], count=len(told) - 2))  # fmt: skip
        name = self._desk.at(one.subject)
        return Line(one.id, name, Goal("contradictions"), drawing="conflict", tone="error", more=more)

    def _statement(self, stated: Stated) -> str:
        words = said(stated, self._desk.catalogue, self._desk.language)
        page = page_words(stated.place, self._desk.language) if isinstance(stated.at, PublishedAt) else ""
        return " · ".join(filter(None, (words, page, says(self._desk, stated))))

    def show_news(self, found: Sequence[News], since: Visit | None, snapshot: Snapshot, today: date) -> None:
        """Show what was done since the last visit, or last where there was none."""
        title, nothing = self.tr("Latest changes"), self.tr("Nothing was changed in this report yet.")
        if since is not None:
            at = datetime.fromisoformat(since.at).astimezone()
            when = f"{at:%H:%M}" if at.date() == today else f"{at:%m-%d %H:%M}"
            title = self.tr("Since your last visit, {when}").format(when=when)
            nothing = self.tr("Nothing has changed since.")
        self.news.name(title, "", self.tr("Compare …"), nothing)
        self.news.fill([self._words.line(one, snapshot, today) for one in found[:_MOST_NEWS]])
