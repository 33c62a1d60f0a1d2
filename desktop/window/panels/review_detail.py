"""One item under review: its value beside earlier years, what speaks for it, what is wrong, who typed it and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from desktop.window.fields.thread_words import ThreadWords
from desktop.window.look.card import heading, muted
from desktop.window.look.icons import icon
from desktop.window.look.scale import FIRST, WRITTEN
from desktop.window.panels.evidence_copies import EvidenceCopies, Show, with_system
from desktop.window.panels.statement_words import says, stands_at
from desktop.window.panels.year_bars import YearBars
from desktop.window.session.desk import Desk
from desktop.window.session.places import place_in
from desktop.window.session.year_names import year_name
from desktop.work.review import ItemReview, is_about
from desktop.work.review_past import Past, Step, Typed
from desktop.work.review_texts import Kind, Paragraph
from desktop.work.review_words import ReviewWords
from schema.validation.contradictions.contradiction import Stated
from schema.validation.contradictions.words import said
from schema.values.datapoint import DataPoint
from schema.values.evidence import Evidence
from schema.values.follow_ups import FollowUp

_MOST = 40  # steps of the history that are told


class ReviewDetail(QWidget):
    """`approve_wanted`, `return_wanted` and `open_wanted` are about the item that is shown.

    `place_wanted` carries where a statement stands that contradicts it; `show_file` opens a private copy of evidence.
    """

    approve_wanted = Signal()
    return_wanted = Signal()
    open_wanted = Signal()
    place_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._threads = desk, ThreadWords(desk)
        self._item: ItemReview | None = None
        self._sides: tuple[Stated, ...] = ()
        self.show_file: Show = with_system
        self.copies = EvidenceCopies(desk, self)
        self._build()
        self._lay_out()
        self.approve.clicked.connect(self.approve_wanted)
        self.give_back.clicked.connect(self.return_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.check.anchorClicked.connect(self._follow)
        self.copies.told.connect(self._tell)

    def _build(self) -> None:
        theme = self._desk.theme
        self.setObjectName("infoPanel")
        self.title, self.value = heading("", self, WRITTEN), QLabel(self, wordWrap=True)
        self.bars = YearBars(theme, self)
        self.tabs, self.check, self.past = QTabWidget(self), QTextBrowser(self), QTextBrowser(self)
        self.told = muted("", theme, self)
        self.told.hide()
        self.tabs.setDocumentMode(True)
        for browser in (self.check, self.past):
            browser.setOpenLinks(False)
            self.tabs.addTab(browser, "")
        self.approve, self.give_back, self.open = (QPushButton(self) for _ in range(3))
        self.approve.setIcon(icon("approved", theme.good))
        self.give_back.setIcon(icon("returned", theme.people))

    def _lay_out(self) -> None:
        layout, foot = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(16, 14, 12, 10)
        layout.setSpacing(6)
        for button in (self.approve, self.give_back):
            foot.addWidget(button, 1)
        for widget in (self.title, self.value, self.bars):
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.open)
        layout.addLayout(foot)

    def show_item(self, item: ItemReview | None, words: ReviewWords, past: Past | None) -> None:
        """Show an item; nothing where there is none."""
        changed = (item and item.item.subject) != (self._item and self._item.item.subject)
        self._item = item
        self.setVisible(item is not None)
        if changed:
            self.told.hide()
        if item is None:
            return
        year = (
            f" · {year_name(self._desk, item.years[-1].key.period)}" if item.years and item.years[-1].key.period else ""
        )
        self.title.setText(words.name(item) + year)
        self.value.setText(self._value(item, words))
        self.value.setVisible(bool(item.years))
        self.bars.show_bars([(year_name(self._desk, r.key.period), r.unrounded, words.value(r)) for r in item.years])
        place = 0 if changed else self.check.verticalScrollBar().value()
        self.check.setHtml("".join(self._parts(item, words)))
        self.check.verticalScrollBar().setValue(place)
        self.past.setHtml(self._steps(past.steps(item.item.at) if past is not None else (), words))
        self._retranslate()

    def _retranslate(self) -> None:
        self.tabs.setTabText(0, self.tr("Facts"))
        self.tabs.setTabText(1, self.tr("History"))
        self.check.setAccessibleName(self.tr("Facts"))
        self.past.setAccessibleName(self.tr("History"))
        self.approve.setText(self.tr("Approve  A"))
        self.give_back.setText(self.tr("Return …  R"))
        self.open.setText(self.tr("Go to its place"))

    def _value(self, item: ItemReview, words: ReviewWords) -> str:
        if not item.years:
            return ""
        theme, change = self._desk.theme, words.change(item)
        shown = escape(words.value(item.years[-1]) or "–")
        told = f" <span style='color:{theme.text2}'>{escape(change.text)}</span>" if change.text else ""
        return f"<span style='font-size:{FIRST}px;font-weight:600'>{shown}</span>{told}"

    # what speaks for it, and what against

    def _parts(self, item: ItemReview, words: ReviewWords) -> Iterable[str]:
        change = words.change(item)
        yield self._part(self.tr("Change"), [escape(change.reason)] if change.reason else [])
        yield self._part(self._since_title(item), self._since(item, words))
        yield self._part(self.tr("Text"), self._text(item))
        yield self._part(self.tr("Records"), [self._record(words.record_text(row)) for row in item.rows])
        yield self._part(self.tr("Typed by"), self._typed(item))
        yield self._part(
            self.tr("Evidence"),
            [self._proof(number, one) for number, one in enumerate(item.evidence)] or [self.tr("none")],
        )
        yield self._part(self.tr("Both sides"), self._contradictions(item))
        yield self._part(self.tr("Follow-up"), [self._mark(one) for one in item.follow_ups])
        yield self._part(self.tr("Check"), self._issues(item) or [self.tr("nothing found")])
        yield self._part(self.tr("Remarks"), [escape(self._desk.answer_words(answer)) for answer in item.answers])
        yield self._part(self.tr("Questions"), self._questions(item))
        if item.own:
            yield self._part("", [escape(self.tr("You changed it last, and this report asks for four eyes."))])

    def _part(self, title: str, lines: Sequence[str]) -> str:
        if not lines:
            return ""
        head = f"<p style='margin:12px 0 2px 0;color:{self._desk.theme.text2}'>{escape(title)}</p>" if title else ""
        return head + "".join(f"<p style='margin:0 0 4px 0'>{line}</p>" for line in lines)

    def _proof(self, number: int, one: Evidence) -> str:
        """Return the name of a file, which opens it where it is there."""
        page = " · " + self.tr("page {page}").format(page=one.page) if one.page else ""
        name = self.tr("{name} (still to come)").format(name=one.name) if one.awaited else one.name
        if one.awaited:
            return escape(name + page)
        return f"<a style='color:{self._desk.theme.accent}' href='evidence:{number}'>{escape(name)}</a>{escape(page)}"

    def _contradictions(self, item: ItemReview) -> list[str]:
        """Return the sides of each open contradiction that the item is in, beside each other, each with a way there."""
        known = self._desk.session.contradictions(self._desk.report) or ()
        found = [one for one in known if one.state == "open" and any(is_about(item, side) for side in one.statements)]
        self._sides = tuple(side for one in found for side in one.statements)
        numbers = iter(range(len(self._sides)))
        return [self._table([self._side(next(numbers), side) for side in one.statements]) for one in found]

    def _table(self, cells: Sequence[str]) -> str:
        row = "".join(f"<td style='padding-right:14px' valign='top'>{cell}</td>" for cell in cells)
        return f"<table width='100%'><tr>{row}</tr></table>"

    def _side(self, number: int, side: Stated) -> str:
        desk, theme = self._desk, self._desk.theme
        words = escape(said(side, desk.catalogue, desk.language))
        place = escape(stands_at(desk, side)).replace("\n", "<br>")
        go = escape(self.tr("Go there"))
        way = f"<br><a style='color:{theme.accent}' href='side:{number}'>{go}</a>"
        told = f"<span style='color:{theme.text2}'>{escape(says(desk, side))}</span><br><b>{words}</b>"
        shown = way if place_in(desk, side.at, side.report) is not None else ""
        return f"{told}<br><span style='color:{theme.text2}'>{place}</span>{shown}"

    def _questions(self, item: ItemReview) -> list[str]:
        subject = item.item.subject
        return (
            [escape(line) for line in self._threads.told(subject).split("\n")] if self._threads.state(subject) else []
        )

    def _follow(self, url: QUrl) -> None:
        """Open a file as a private copy, or go to what contradicts the item."""
        kind, _, number = url.toString().partition(":")
        if kind == "evidence" and self._item is not None:
            self.copies.open(self._item.evidence[int(number)], self.show_file)
        elif kind == "side":
            self.place_wanted.emit(self._sides[int(number)].at)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()

    def _mark(self, one: FollowUp) -> str:
        return f"<span style='color:{self._desk.theme.doubt}'>⚑</span> " + escape(one.why or self.tr("look again"))

    def _since_title(self, item: ItemReview) -> str:
        known = item.reviewed
        if known is None:
            return ""
        named = {"who": known.by, "day": known.at[:10]}
        if item.fallen:
            return self.tr("Changed since the approval by {who} on {day}").format(**named)
        if known.verdict == "returned":
            return self.tr("Returned by {who} on {day}").format(**named)
        return self.tr("Approved by {who} on {day}").format(**named)

    def _since(self, item: ItemReview, words: ReviewWords) -> list[str]:
        if item.reviewed is None:
            return []
        lines = [escape(item.reviewed.words)] if item.reviewed.words else []
        if item.words is not None and item.words.since_review is not None:
            return [*lines, *map(self._paragraph, item.words.since_review)]
        for altered in item.altered:
            before, after = words.before_and_after(altered)
            lines.append(f"{escape(before or '–')} → <b>{escape(after or '–')}</b>")
        return lines or [self.tr("nothing has changed since")]

    def _text(self, item: ItemReview) -> list[str]:
        if item.words is None:
            return []
        if item.words.since_last_year is not None and item.words.since_review is None:
            beside = self.tr("beside last year")
            return [f"<i>{escape(beside)}</i>", *map(self._paragraph, item.words.since_last_year)]
        return [escape(line) for line in item.words.text.split("\n")]

    def _paragraph(self, part: Paragraph) -> str:
        theme = self._desk.theme
        looks: dict[Kind, str] = {
            "kept": f"color:{theme.text2}", "added": f"color:{theme.good}",
            "removed": f"color:{theme.error};text-decoration:line-through",
        }  # fmt: skip
        marks: dict[Kind, str] = {"kept": "", "added": "+ ", "removed": "− "}
        return f"<span style='{looks[part.kind]}'>{marks[part.kind]}{escape(part.words)}</span>"

    def _record(self, text: str) -> str:
        return escape(text).replace("\n", "<br>")

    def _typed(self, item: ItemReview) -> list[str]:
        point = item.years[-1].point if item.years else None
        lines = [self._who(item.typed)] if item.typed is not None else []
        return [*lines, *(self._facts(point) if point is not None else [])]

    def _who(self, typed: Typed) -> str:
        reason = f"<br>{escape(typed.reason)}" if typed.reason else ""
        return f"{escape(typed.who)} · {typed.when.astimezone():%Y-%m-%d %H:%M}{reason}"

    def _facts(self, point: DataPoint) -> list[str]:
        pairs = (
            (self.tr("Footnote"), point.footnote), (self.tr("Note"), point.note), (self.tr("Source"), point.source),
            (self.tr("Method"), point.method), (self.tr("Estimated"), self.tr("yes") if point.estimated else ""),
        )  # fmt: skip
        return [f"{escape(name)}: {escape(text)}" for name, text in pairs if text]

    def _issues(self, item: ItemReview) -> list[str]:
        theme = self._desk.theme
        colours = {"error": theme.error, "doubt": theme.doubt, "work": theme.text2}
        return [
            f"<span style='color:{colours[issue.severity]}'>{escape(self._desk.sentence(issue))}</span>"
            for issue in item.issues
        ]

    def _steps(self, steps: Sequence[Step], words: ReviewWords) -> str:
        return "".join(self._step(step, words) for step in steps[:_MOST])

    def _step(self, step: Step, words: ReviewWords) -> str:
        before, after = words.before_and_after(step.altered)
        told = f"{escape(before[:80] or '–')} → {escape(after[:80] or '–')}"
        head = f"<span style='color:{self._desk.theme.text2}'>{self._who(step.typed)}</span>"
        return f"<p style='margin:0 0 8px 0'>{head}<br>{told}</p>"
