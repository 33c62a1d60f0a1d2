"""Answers come in: files are chosen or dropped, what they bring is shown, conflicts are decided, and it is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.panels.conflict_view import ConflictView
from desktop.window.panels.merge_list import Asked, MergeList
from desktop.window.session.desk import Desk
from desktop.window.session.merging import Merging
from desktop.work.merge import FileMerged, ReadFile
from schema.errors import AnnalsError
from schema.exchange.merging.decision import Verdict
from schema.exchange.packs.manifest import SUFFIX
from schema.validation.issue import Issue
from schema.values.kept_things import Subject

_KEY = "merge.key"
_SOON = 200


class MergeDialog(QDialog):
    """`shown` comes when it is known what the files bring, `taken` when it is stored; `trust_wanted` carries the error
    of a file that is signed with another key than its person's."""

    shown = Signal()
    taken = Signal()
    trust_wanted = Signal(object)

    def __init__(self, desk: Desk, merging: Merging, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._merging = desk, merging
        self._read: list[ReadFile] = []
        self._merges: tuple[FileMerged, ...] = ()
        self._wrong: Mapping[str, tuple[Issue, ...]] = {}
        self._asked: dict[tuple[str, Subject], Asked] = {}
        self._replies: Path | None = None
        self.is_taken = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON)  # own words are tried once they pause
        self._soon.timeout.connect(self._try)
        self.setAcceptDrops(True)
        self.setStyleSheet(style_sheet(desk.theme))
        self.setWindowTitle(self.tr("Answers"))
        self.resize(1000, 680)
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.title = heading(self.tr("Answers and filled forms"), self, PLACE)
        self.words = QLabel(self.tr("Choose files that came back, or drop them here. Nothing is stored yet."), self)
        self.words.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.hide()
        self.list, self.conflict = MergeList(self._desk, self), ConflictView(self._desk, self)
        self.conflict.hide()
        self.add = QPushButton(self.tr("Add files …"), self)
        self.all_ours, self.all_theirs, self.trust, self.open_folder = (QPushButton(self) for _ in range(4))
        self.all_ours.setText(self.tr("Keep ours everywhere"))
        self.all_theirs.setText(self.tr("Take theirs everywhere"))
        self.trust.setText(self.tr("Another key …"))
        self.open_folder.setText(self.tr("Open folder"))
        self.reply = QCheckBox(self.tr("Write replies to mail back, into a folder …"), self)
        self.close_button, self.go = QPushButton(self.tr("Close"), self), QPushButton(self.tr("Take"), self)
        for button in (self.add, self.all_ours, self.all_theirs, self.trust, self.open_folder, self.close_button):
            button.setAutoDefault(False)
        for button in (self.all_ours, self.all_theirs, self.trust, self.open_folder):
            button.hide()
        self.go.setObjectName("primary")
        self.go.setAutoDefault(False)
        self.go.setEnabled(False)

    def _lay_out(self) -> None:
        head, foot, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.title, 1)
        head.addWidget(self.add)
        for widget in (self.all_ours, self.all_theirs, self.trust):
            foot.addWidget(widget)
        foot.addStretch()
        for widget in (self.open_folder, self.close_button, self.go):
            foot.addWidget(widget)
        self._splitter = QSplitter(self)
        self._splitter.setOrientation(Qt.Orientation.Vertical)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.conflict)
        self._splitter.setSizes([330, 260])
        self._splitter.setChildrenCollapsible(False)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        for widget in (self.words, self.bar):
            layout.addWidget(widget)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.reply)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.add.clicked.connect(self._ask_files)
        self.reply.clicked.connect(self._ask_folder)
        self.close_button.clicked.connect(self.close)
        self.go.clicked.connect(self._take)
        self.all_ours.clicked.connect(lambda: self._decide_all("ours"))
        self.all_theirs.clicked.connect(lambda: self._decide_all("theirs"))
        self.trust.clicked.connect(self._on_trust)
        self.open_folder.clicked.connect(self._show_folder)
        self.list.currentItemChanged.connect(lambda *_: self._show_conflict())
        self.conflict.decided.connect(self._decide)
        self._merging.progress.connect(self._show_progress)

    # files

    def _ask_files(self) -> None:
        kinds = self.tr("Answers and forms") + f" (*{SUFFIX} *.xlsx *.xlsm *.xls *.ods)"
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Files that came back"), "", kinds)
        if names:
            self.load([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Read the files that were dropped."""
        self.load([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def load(self, paths: Sequence[Path]) -> None:
        """Read more files beside those that are there, and show what all of them bring."""
        if self.is_taken:
            self._read, self._asked, self.is_taken = [], {}, False
        known = {path.resolve() for path, _ in self._read}
        new = [path for path in paths if path.resolve() not in known]
        self.go.setEnabled(False)
        self._show_progress(0, len(new))
        self._merging.read(new, self._take_read)

    def _show_progress(self, done: int, count: int) -> None:
        self.bar.setRange(0, count)
        self.bar.setValue(done)
        self.bar.show()
        self.words.setText(self.tr("Reading: {done} of {count} …").format(done=done, count=count))

    def _take_read(self, read: list[ReadFile]) -> None:
        self._read += read
        self._try()

    def _try(self) -> None:
        if not self.is_taken:
            self._merging.try_out(self._read, self._decided(), self._show, self._refuse)

    def _decided(self) -> dict[str, dict[Subject, Verdict]]:
        decided: dict[str, dict[Subject, Verdict]] = {}
        for (sha256, subject), asked in self._asked.items():
            if asked.verdict:
                decided.setdefault(sha256, {})[subject] = asked.verdict
        return decided

    # what they bring

    def _show(self, merges: tuple[FileMerged, ...], wrong: Mapping[str, tuple[Issue, ...]]) -> None:
        self.bar.hide()
        self._merges, self._wrong, self.list.before = merges, wrong, self._desk.session.snapshot
        for merged in merges:
            for conflict in merged.outcome.conflicts if merged.outcome else ():
                assert merged.outcome is not None
                key = (merged.outcome.answer.sha256, conflict.subject)
                known = self._asked.get(key)
                self._asked[key] = Asked(key[0], conflict, known.verdict if known else "")
        self._refresh()
        self._show_conflict()
        self.shown.emit()

    def _refresh(self) -> None:
        self.list.load(self._merges, [*self._asked.values()], self._wrong)
        undecided = sum(not asked.verdict for asked in self._asked.values())
        outcomes = [merged.outcome for merged in self._merges if merged.outcome]
        count = sum(len(outcome.taken) for outcome in outcomes)
        self.go.setText(self.tr("Take {count}").format(count=count))
        self.go.setEnabled(bool(outcomes) and not self.is_taken and self._desk.session.writable)
        for button in (self.all_ours, self.all_theirs):
            button.setVisible(bool(self._asked) and not self.is_taken)
        self.trust.setVisible(any(merged.error and merged.error.code == _KEY for merged in self._merges))
        self.reply.setVisible(not self.is_taken)
        if self.is_taken:
            return
        words = self.tr("Nothing is stored yet.")
        if undecided:
            more = self.tr("{count} conflicts are not decided: there what stands here stays, and is asked again later.")
            words = f"{words} {more.format(count=undecided)}"
        self.words.setText(words)

    def _show_conflict(self) -> None:
        asked = None if self.is_taken else self.list.asked()
        self.conflict.show_conflict(asked.conflict if asked else None, asked.verdict if asked else "")

    def _decide(self, verdict: Verdict) -> None:
        if (asked := self.list.asked()) is not None:
            self._asked[asked.sha256, asked.conflict.subject] = Asked(asked.sha256, asked.conflict, verdict)
            self._soon.start()

    def _decide_all(self, verdict: Verdict) -> None:
        self._asked = {key: Asked(key[0], asked.conflict, verdict) for key, asked in self._asked.items()}
        self._try()

    def _refuse(self, error: AnnalsError) -> None:
        self.bar.hide()
        self.words.setText(self._desk.sentence(error))
        self.go.setEnabled(False)
        self.shown.emit()

    # taking

    def _ask_folder(self, wanted: bool) -> None:
        if not wanted:
            self._replies = None
            return
        beside = str(self._read[0][0].parent) if self._read else ""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where replies are written"), beside)
        self._replies = Path(chosen) if chosen else None
        self.reply.setChecked(self._replies is not None)
        self.reply.setText(self.tr("Write replies to mail back, into {folder}").format(folder=chosen or "…"))

    def _take(self) -> None:
        self.go.setEnabled(False)
        self._soon.stop()
        self._merging.take(self._read, self._decided(), self._replies, self._done, self._refuse)

    def _done(self, merges: tuple[FileMerged, ...], replies: tuple[Path, ...]) -> None:
        self._merges, self.is_taken = merges, True
        self._refresh()
        self._show_conflict()
        numbers = ", ".join(str(merged.number) for merged in merges if merged.number is not None)
        count = sum(len(merged.outcome.taken) for merged in merges if merged.outcome)
        words = self.tr("✓ Taken: {count} items (merge {numbers}). Undo takes them back.")
        written = self.tr("Replies written: {count}.").format(count=len(replies)) if replies else ""
        self.words.setText(" ".join(filter(None, (words.format(count=count, numbers=numbers), written))))
        self.open_folder.setVisible(bool(replies))
        self.taken.emit()

    def _show_folder(self) -> None:
        if self._replies is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._replies)))

    def _on_trust(self) -> None:
        error = next((m.error for m in self._merges if m.error and m.error.code == _KEY), None)
        if error is not None:
            self.trust_wanted.emit(error)

    def try_again(self) -> None:
        """Show anew what the files bring, now that somebody's key is believed."""
        self._try()

    def done(self, result: int) -> None:
        """Closing stops a reading that is under way."""
        self._merging.stop()
        super().done(result)
