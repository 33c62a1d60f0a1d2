"""What files bring, one below the other: what is to be decided, refused, taken, and which approvals fall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.window.look.theme import list_sheet
from desktop.window.session.desk import Desk
from desktop.work.merge import FileMerged
from desktop.work.subject_names import SubjectNames
from schema.exchange.merging.decision import Own, Verdict
from schema.exchange.merging.merge import Conflict, Outcome, voided_subjects
from schema.validation.approvals import read_approvable
from schema.validation.issue import FieldAt, Issue
from schema.validation.item_words import ItemWords
from schema.values.changes import thing_at
from schema.values.kept_things import Subject, parse_subject

_LONGEST = 80
_CONFLICT = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Asked:
    """A conflict of one file, told by its SHA-256, and how it is decided so far ("" = not yet)."""

    sha256: str
    conflict: Conflict
    verdict: Verdict = ""


class MergeList(QTreeWidget):
    """A row per file; what is decided already stays listed with its verdict."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.before = desk.session.snapshot  # what stood there when it was tried what the files bring
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.header().resizeSection(0, 420)
        self.setStyleSheet(list_sheet(desk.theme, f"1px solid {desk.theme.line}"))
        self.setAccessibleName(self.tr("What the files bring"))

    def asked(self) -> Asked | None:
        """Return the conflict in the chosen row."""
        item = self.currentItem()
        found = item.data(0, _CONFLICT) if item is not None else None
        return found if isinstance(found, Asked) else None

    def load(
        self, merges: Sequence[FileMerged], asked: Sequence[Asked], wrong: Mapping[str, tuple[Issue, ...]]
    ) -> None:  # fmt: skip
        """Show what files bring; the chosen conflict stays chosen, else the first that is not decided is."""
        before = self.asked()
        self.blockSignals(True)
        self.clear()
        for merged in merges:
            self._add_file(merged, asked, wrong)
        rows = [*self._conflicts()]
        same = [i for i in rows if before and i.data(0, _CONFLICT).conflict.subject == before.conflict.subject
                and i.data(0, _CONFLICT).sha256 == before.sha256]  # fmt: skip
        chosen = next(iter(same or rows), None)
        if chosen is not None:
            self.setCurrentItem(chosen)
        self.blockSignals(False)

    def _conflicts(self) -> Iterator[QTreeWidgetItem]:
        for file in _children(self.invisibleRootItem()):
            for group in _children(file):
                yield from (item for item in _children(group) if isinstance(item.data(0, _CONFLICT), Asked))

    def _add_file(
        self, merged: FileMerged, asked: Sequence[Asked], wrong: Mapping[str, tuple[Issue, ...]]
    ) -> None:  # fmt: skip
        theme, outcome = self._desk.theme, merged.outcome
        if outcome is None:
            assert merged.error is not None
            item = QTreeWidgetItem([merged.file, self._desk.sentence(merged.error)])
            item.setForeground(1, QColor(theme.error))
            item.setToolTip(1, item.text(1))
            self.addTopLevelItem(item)
            return
        answer = outcome.answer
        own = [one for one in asked if one.sha256 == answer.sha256]
        who = f"{merged.file} — {answer.person} · {self._desk.department(answer.department)}"
        item = QTreeWidgetItem([who, self._counts(outcome, own)])
        item.setToolTip(0, who)
        self.addTopLevelItem(item)
        doubtful = (*merged.doubts, *wrong.get(answer.sha256, ()))
        for words, lines, colour, is_open in self._groups(outcome, own, doubtful):
            if lines:
                group = QTreeWidgetItem(item, [f"{words} {len(lines)}", ""])
                group.setForeground(0, QColor(colour))
                group.addChildren(lines)
                group.setExpanded(is_open)
        item.setExpanded(True)

    def _counts(self, outcome: Outcome, asked: Sequence[Asked]) -> str:
        said = [
            self.tr("taken: {count}").format(count=len(outcome.taken)),
            self.tr("the same: {count}").format(count=len(outcome.same)),
        ]
        if asked:
            undecided = sum(not one.verdict for one in asked)
            said.append(self.tr("to decide: {count}").format(count=undecided))
        if outcome.refused:
            said.append(self.tr("refused: {count}").format(count=len(outcome.refused)))
        part = [] if outcome.answer.submitted else [self.tr("not handed in yet")]
        return " · ".join((*said, *part))

    def _groups(
        self, outcome: Outcome, asked: Sequence[Asked], wrong: Sequence[Issue]
    ) -> Iterator[tuple[str, list[QTreeWidgetItem], str, bool]]:
        desk, theme = self._desk, self._desk.theme
        names = SubjectNames(desk.session.definitions, desk.session.snapshot, desk.language)
        loud = theme.error if any(not one.verdict for one in asked) else theme.text
        yield self.tr("To decide"), [self._conflict(one, names) for one in asked], loud, True
        refused = [(self._refused_name(one.subject, names), self._reason(one.issue)) for one in outcome.refused]
        yield self.tr("Refused"), _rows(refused), theme.error, True
        mistakes = [("", desk.sentence(issue)) for issue in wrong]
        yield self.tr("Errors and doubts in what is taken"), _rows(mistakes), theme.doubt, True
        fall = [(self._item(at), "") for at in voided_subjects(outcome)]
        yield self.tr("Approvals that fall"), _rows(fall), theme.doubt, True
        after = {change.subject: change.after for change in outcome.changes}
        taken = [(names.name(at), self._step(at, after.get(at), names)) for at in outcome.taken]
        yield self.tr("Taken"), _rows(taken), theme.text, len(taken) <= 12
        yield self.tr("The same"), _rows([(names.name(at), "") for at in outcome.same]), theme.text2, False

    def _conflict(self, asked: Asked, names: SubjectNames) -> QTreeWidgetItem:
        item = QTreeWidgetItem([names.name(asked.conflict.subject), self._verdict(asked.verdict)])
        item.setData(0, _CONFLICT, asked)
        if not asked.verdict:
            item.setForeground(1, QColor(self._desk.theme.error))
        return item

    def _verdict(self, verdict: Verdict) -> str:
        match verdict:
            case Own():
                return self.tr("✓ written from both")
            case "ours":
                return self.tr("✓ what stands here")
            case "theirs":
                return self.tr("✓ the answer's")
            case "":
                return self.tr("≠ not decided yet")

    def _step(self, at: Subject, after: object, names: SubjectNames) -> str:
        before = names.shown(thing_at(self.before, at)).replace("∅", "–")
        return f"{before[:_LONGEST]} → {names.shown(after).replace('∅', '–')[:_LONGEST]}"  # pyright: ignore

    def _refused_name(self, text: str, names: SubjectNames) -> str:
        subject = parse_subject(text)
        return names.name(subject) if subject is not None else text

    def _reason(self, issue: Issue) -> str:
        return " ".join(filter(None, (f"{issue.place}:" if issue.place else "", self._desk.sentence(issue))))

    def _item(self, text: str) -> str:
        desk, at = self._desk, read_approvable(text)
        if at is None or isinstance(at, FieldAt) or not desk.report:
            return text
        return ItemWords(desk.outline, desk.catalogue, desk.session.snapshot, desk.language).name(at)


def _children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    return (child for row in range(item.childCount()) if (child := item.child(row)) is not None)


def _rows(lines: Sequence[tuple[str, str]]) -> list[QTreeWidgetItem]:
    rows: list[QTreeWidgetItem] = []
    for first, second in lines:
        rows.append(item := QTreeWidgetItem([first or second, second if first else ""]))
        for column in (0, 1):
            item.setToolTip(column, item.text(column))
    return rows
