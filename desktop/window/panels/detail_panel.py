"""Right, below: everything about the value, the text or the list that has the cursor."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from desktop.window.form.explain import formula_in_names, input_lines, value_words
from desktop.window.look.card import heading
from desktop.window.look.scale import PLACE, SMALL, WRITTEN
from desktop.window.panels.printed_lines import PrintedLines
from desktop.window.panels.question_line import QuestionLine
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.window.session.year_names import year_name
from desktop.work.wording import make_wording
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import FiguresPrinted, Placement
from schema.catalogue.punctuation import PUNCTUATION
from schema.grammar.reference import Key, parse_reference
from schema.validation.contents import ItemAt
from schema.validation.issue import ListAt, write_subject
from schema.values.datapoint import HistoryEntry
from schema.values.figures import Result
from schema.values.holders import Holders
from schema.values.kept_things import Subject
from schema.values.questions import QuestionAt
from schema.values.requests import Step
from schema.values.subject import TextAt

_MOST_HISTORY, _THREAD = 12, "thread"


class DetailPanel(QWidget):
    """Definition, department, disclosures, published values, places, history; all words can be selected."""

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._history: Sequence[HistoryEntry] = ()
        self._printed = PrintedLines(desk)
        self._title = heading("", self, WRITTEN)
        self._title.setContentsMargins(8, 0, 0, 0)
        self.browser = QTextBrowser(self)
        self.browser.setOpenLinks(False)
        self.browser.document().setDocumentMargin(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 6, 8)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self.browser, 1)
        self.question = QuestionLine(desk, commands, self)
        layout.addWidget(self.question)
        self._connect()
        self._name_things()

    def _connect(self) -> None:
        desk, session = self._desk, self._desk.session
        desk.item_changed.connect(self._on_item)
        desk.thread_requested.connect(self.go_to_thread)
        desk.section_changed.connect(self.refresh)
        desk.language_changed.connect(self._name_things)
        session.values_changed.connect(self.refresh)
        session.saved.connect(self._on_saved)
        session.saving.connect(self._on_saving)
        self.browser.anchorClicked.connect(self._go)

    def _name_things(self) -> None:
        self.refresh()

    def _on_item(self) -> None:
        self._history = ()
        self.question.forget()
        self.refresh()
        self._ask_history(self._desk.key)

    def go_to_thread(self) -> None:
        """Show what was asked about what is looked at, and let the next words be typed."""
        if not self.isVisible():
            return
        self.browser.scrollToAnchor(_THREAD)
        self.question.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_saving(self, subjects: frozenset[Subject]) -> None:
        if any(isinstance(subject, QuestionAt) for subject in subjects):
            self.refresh()

    def _on_saved(self, subjects: frozenset[Subject]) -> None:
        if self._desk.key in subjects:
            self._ask_history(self._desk.key)

    def showEvent(self, event: QShowEvent) -> None:
        """Say what has come since it was seen last."""
        super().showEvent(event)
        self.refresh()
        self._ask_history(self._desk.key)

    def _ask_history(self, key: Key | None) -> None:
        if key is not None and self.isVisible():
            self._desk.session.ask_history(key.metric, lambda entries, key=key: self._take_history(key, entries))

    def _take_history(self, key: Key, entries: Sequence[HistoryEntry]) -> None:
        if key == self._desk.key:
            self._history = [entry for entry in entries if _is_about(entry, key)]
            self.refresh()

    def _go(self, url: QUrl) -> None:
        kind, _, rest = url.toString().partition(":")
        if kind == "restate" and (stated := self._printed.restatement(rest)) is not None:
            self._desk.restate_requested.emit(stated)
        if kind == "figures":
            self._choose_figures("published" if rest == "published" else "computed")
        if kind == "place":
            report, _, section = rest.partition("/")
            key = self._desk.key
            if report != self._desk.report:
                self._desk.choose_report(report)
            self._desk.choose_section(section)
            if key is not None:
                self._desk.jump_requested.emit(Key(key.metric, self._desk.period, key.entity, key.category))

    def _choose_figures(self, printed: FiguresPrinted) -> None:
        """Let the report print its figures as it published them, or as the data give them."""
        from desktop.work.report_options import with_figures  # deferred: not needed before somebody chooses

        session, report = self._desk.session, self._desk.report
        definitions = with_figures(session.definitions, report, printed)
        session.adopt(definitions, (), f"{report}: figures {printed}", self._chosen)

    def _chosen(self, error: Exception | None) -> None:
        self.refresh()
        if error is not None:
            self._desk.session.crashed.emit(error)

    def refresh(self) -> None:
        """Write the page anew; there is another panel of this kind in another place, and one of them is seen."""
        if not self.isVisible():
            return
        self._title.setText(self._title_words())
        self.browser.setAccessibleName(self._title.text())
        page = self._page_of(self._desk.item)
        self.question.refresh()
        place = self.browser.verticalScrollBar().value()
        self.browser.setHtml(page)
        self.browser.verticalScrollBar().setValue(place)

    def _title_words(self) -> str:
        match self._desk.item:
            case TextAt():
                return self.tr("About this text")
            case ListAt():
                return self.tr("About this list")
            case _:
                return self.tr("About this value")

    def _page_of(self, item: ItemAt | None) -> str:
        match item:
            case Key():
                return self._page(item)
            case TextAt() | ListAt():
                return self._item_page(item)
            case None:
                return f"<p style='color:{self._desk.theme.text2}'>{self._hint()}</p>"

    def _item_page(self, item: TextAt | ListAt) -> str:
        """Return what is told of a text or a list: its name, the row that is meant, what was asked, whose it is."""
        desk, subject = self._desk, write_subject(item)
        row = self.tr("Row: {name}").format(name=desk.about) if desk.about else ""
        owners = (desk.department(code) for code in sorted(Holders(desk.session.definitions).of_item(subject)))
        parts = [
            f"<p style='margin:0'><b>{escape(desk.at(item))}</b></p>",
            f"<p style='margin:0;color:{desk.theme.text2}'>{escape(row)}</p>" if row else "",
            self._part(
                self.tr("Questions"), self._questions(subject) or escape(self.tr("Nobody has asked anything here."))
            ),
            self._part(self.tr("Who is asked"), escape(PUNCTUATION[desk.language].series.join(owners))),
        ]
        return "".join(parts)

    def _hint(self) -> str:
        return escape(self.tr("Put the cursor into a value to see its definition, who is asked for it, what earlier "
                              "reports printed, and every change of it; into a text or a row to see what was "
                              "asked about it."))  # fmt: skip

    def _asked(self, key: Key) -> str:
        entity = self._desk.catalogue.entity(key.entity) if key.entity else None
        return entity.department if entity is not None and entity.department else self._desk.metric(key).department

    def _page(self, key: Key) -> str:
        desk, metric = self._desk, self._desk.metric(key)
        result = desk.session.result(key)
        value = value_words(desk, key)
        parts = [
            f"<p style='margin:0'><b>{escape(desk.name(key))}</b></p>",
            f"<p style='margin:0;color:{desk.theme.text2}'>{metric.code} · {year_name(desk, key.period)}</p>",
            f"<p style='margin:6px 0 0 0;font-size:{PLACE}px'>{escape(value)}</p>",
            self._part(self.tr("Questions"), self._questions(key.canonical())),
            self._part(self.tr("Definition"), self._definition(metric)),
            self._part(self.tr("Note (internal, never printed)"), escape(metric.note)),
            self._part(self.tr("How computed"), self._formula(metric, result)),
            self._part(self.tr("Who is asked"), escape(self._desk.department(self._asked(key)))),
            self._part(self.tr("Disclosures"), self._disclosures(metric)),
            self._part(self.tr("Published"), self._published(key)),
            self._part(self.tr("Printed in"), self._places(key)),
            self._part(self.tr("History"), self._history_rows(key)),
        ]
        return "".join(parts)

    def _part(self, title: str, body: str) -> str:
        if not body:
            return ""
        head = f"<p style='margin:12px 0 2px 0;color:{self._desk.theme.text2}'>{escape(title)}</p>"
        return f"{head}<div>{body}</div>"

    def _questions(self, subject: str) -> str:
        """Return what was asked about an item of this report, and answered; what waits for an answer stands out."""
        lines: list[str] = []
        for question in self._desk.questions(subject):
            lines.append(self._said(question.asked, self._desk.theme.doubt if question.is_open else ""))
            lines += [f"→ {self._said(answer, '')}" for answer in question.answers]
        return f"<a name='{_THREAD}'></a>" + "<br>".join(lines) if lines else ""

    def _said(self, step: Step, colour: str) -> str:
        words = escape(step.words).replace("\n", "<br>")
        told = f"<span style='color:{colour}'>{words}</span>" if colour else words
        return f"{told} <span style='color:{self._desk.theme.text2}'>{escape(step.by)}, {step.at[:10]}</span>"

    def _definition(self, metric: Metric) -> str:
        words = self._desk.words(metric.definition)
        if not words and metric.self_explanatory:
            return ""
        if not words:
            unsaid = self.tr("Not defined yet: the editor has to say what is counted.")
            return f"<i>{escape(unsaid)}</i>"
        source = f" <span style='color:{self._desk.theme.text2}'>({escape(metric.definition_source)})</span>"
        if metric.assumed and self._desk.language not in metric.confirmed_in:
            words = self.tr("{words} (assumed: the editor has yet to confirm it)").format(words=words)
        return escape(words) + (source if metric.definition_source else "")

    def _formula(self, metric: Metric, result: Result) -> str:
        if metric.formula is None and not result.total:
            return ""
        head = escape(formula_in_names(self._desk, metric.formula.text)) if metric.formula else "Σ"
        return "<br>".join([head, *(escape(line.strip()) for line in input_lines(self._desk, result))])

    def _disclosures(self, metric: Metric) -> str:
        lines = []
        for framework_code, codes in metric.disclosures.items():
            framework = self._desk.catalogue.frameworks.get(framework_code)
            name = self._desk.words(framework.name) if framework else framework_code
            for code in codes:
                found = framework.disclosure(code) if framework else None
                title = self._desk.words(found.title) if found else ""
                lines.append(f"<b>{escape(found.printed if found else code)}</b> {escape(title)}")
            lines.append(f"<span style='color:{self._desk.theme.text2};font-size:{SMALL}px'>{escape(name)}</span>")
        return "<br>".join(lines)

    def _published(self, key: Key) -> str:
        return "<br>".join((*self._printed.choice(key), *self._printed.lines(key)))

    def _places(self, key: Key) -> str:
        lines = []
        for outline in self._desk.session.definitions.outlines.values():
            wanted = Key(key.metric, 0, key.entity, key.category)
            code = self._desk.session.place_of(outline.code, wanted)
            section = next((s for s in outline.walk() if s.code == code), None)
            if section is not None:
                words = f"{outline.code} · {self._desk.words(section.title)}"
                colour = self._desk.theme.accent
                lines.append(f"<a style='color:{colour}' href='place:{outline.code}/{code}'>{escape(words)}</a>")
        return "<br>".join(lines)

    def _history_rows(self, key: Key) -> str:
        rows = [self._history_line(entry, key) for entry in reversed(self._history[-_MOST_HISTORY:])]
        return "<br>".join(rows)

    def _history_line(self, entry: HistoryEntry, key: Key) -> str:
        when = entry.when.astimezone().strftime("%Y-%m-%d %H:%M")
        old, new = self._stored_words(entry.old, key), self._stored_words(entry.new, key)
        reason = f" ({escape(entry.reason)})" if entry.reason else ""
        muted = f"<span style='color:{self._desk.theme.text2}'>{when} {escape(entry.who)}</span>"
        return f"{muted}<br>{escape(old or '–')} → {escape(new or '–')}{reason}"

    def _stored_words(self, text: str, key: Key) -> str:
        """Return a stored state in short: the value in words, or what stands in its place."""
        if not text:
            return ""
        stored = json.loads(text)
        metric = self._desk.metric(key)
        wording = make_wording(
            metric, Placement(metric.code), self._desk.catalogue, self._desk.language, dict(self._desk.omissions())
        )
        if stored.get("value") is not None:
            from decimal import Decimal

            value = Decimal(str(stored["value"]))
            return wording.spoken(Result(key, "entered", value, stored.get("qualifier") or ""))
        reason = stored.get("omission") or ""
        return wording.omissions.get(reason, reason) or str(stored.get("unread") or "")


def _is_about(entry: HistoryEntry, key: Key) -> bool:
    reference = parse_reference(entry.subject)
    return reference is not None and reference.key(0) == key
