"""The place of the structure: the whole outline as one list that is changed where it stands, and the chosen part."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.window.item_models.structure_model import StructureModel
from desktop.window.look.card import heading
from desktop.window.look.giving_label import GivingLabel
from desktop.window.look.icons import icon
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.panels.removal_bar import RemovalBar
from desktop.window.panels.structure_detail import StructureDetail
from desktop.window.panels.structure_tree import StructureTree
from desktop.window.session.desk import Desk
from desktop.window.session.structure_deeds import StructureDeeds
from desktop.window.session.structuring import Structuring
from desktop.window.session.undo import Commands
from desktop.work.structure.moves import Target
from desktop.work.structure.parts import Part
from schema.catalogue.definitions import Metric
from schema.moment import Moment


class StructurePage(QWidget):
    """`told` carries a sentence for the status line.

    `metric_wanted` asks for the form of a new metric that goes where a part is, or of one that is there;
    `company_wanted` for the company's own data, `sources_wanted` for its sources of emissions.
    """

    told = Signal(str)
    metric_wanted = Signal(object, object)
    company_wanted = Signal()
    sources_wanted = Signal()

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.structuring = Structuring(desk, commands, self)
        self.deeds = StructureDeeds(desk, self.structuring, self)
        self.model = StructureModel(desk)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        desk = self._desk
        self.title, self.count = heading("", self, PLACE), GivingLabel(self)
        self.title.setWordWrap(False)
        self.count.setStyleSheet(f"color: {desk.theme.text2};")
        self.company, self.sources = QPushButton(self), QPushButton(self)
        self.add, self.new = QPushButton(self), QPushButton(self)
        self.add.setIcon(icon("plus", desk.theme.text))
        self.new.setIcon(icon("number", desk.theme.text))
        for button in (self.add, self.new):
            button.setIconSize(QSize(14, 14))
        self.tree = StructureTree(self.model, desk.theme, self)
        self.detail = StructureDetail(desk, self.structuring, self)
        self.reason = QLabel(self, wordWrap=True)
        self.reason.setStyleSheet(f"background: {desk.theme.error_soft}; color: {desk.theme.error}; padding: 6px 16px;")
        self.reason.hide()
        self.removal = RemovalBar(desk, self)

    def _lay_out(self) -> None:
        head, layout, left = QHBoxLayout(), QVBoxLayout(self), QWidget(self)
        column = QVBoxLayout(left)
        for box in (layout, column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        head.setContentsMargins(16, 10, 14, 10)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        for button in (self.sources, self.company, self.add, self.new):
            head.addWidget(button)
        column.addWidget(self.tree, 1)
        column.addWidget(self.reason)
        column.addWidget(self.removal)
        area = QScrollArea(self)
        area.setObjectName("infoPanel")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.detail)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget, stretch in ((left, 1), (area, 0)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([770, 274])
        layout.addLayout(head)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        desk, deeds, detail, tree = self._desk, self.deeds, self.detail, self.tree
        self.structuring.changed.connect(self.refresh)
        self.structuring.refused.connect(self._refuse)
        desk.report_changed.connect(self.refresh)
        desk.language_changed.connect(self.retranslate)
        tree.chosen.connect(self._on_chosen)
        tree.step_wanted.connect(lambda way: self._do(deeds.step(tree.part(), way)))
        tree.begin_wanted.connect(self.begin)
        tree.remove_wanted.connect(self.ask_removal)
        # Once the field in the list is closed, and what was dragged is let go: the list is made anew after that.
        later = Qt.ConnectionType.QueuedConnection
        self.model.renamed.connect(self._rename, later)
        self.model.made.connect(self._make, later)
        self.model.moved.connect(self._move, later)
        detail.words_wanted.connect(lambda part, language, text: self._do(deeds.word(part, language, text)))
        detail.properties_wanted.connect(lambda part, wanted: self._do(deeds.say(part, wanted)))
        detail.block_wanted.connect(lambda kind, shows: self._do(deeds.add_block(tree.part(), kind, shows)))
        detail.placing_wanted.connect(lambda code: self._do(deeds.place(tree.part(), code)))
        detail.metric_wanted.connect(self.new_metric)
        detail.change_wanted.connect(self.change_metric)
        detail.remove_wanted.connect(self.ask_removal)
        self.removal.removed.connect(self._remove)
        self.removal.left.connect(tree.setFocus)
        self.add.clicked.connect(self.begin_section)
        self.new.clicked.connect(self.new_metric)
        self.company.clicked.connect(self.company_wanted)
        self.sources.clicked.connect(self.sources_wanted)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(self.tr("Structure"))
        self.add.setText(self.tr("New section") + "  Enter")
        self.new.setText(self.tr("New metric") + "  Ctrl+N")
        self.company.setText(self.tr("Company …"))
        self.sources.setText(self.tr("Emission sources …"))
        self.tree.setAccessibleName(self.tr("Outline of the report"))
        self.detail.retranslate()
        self.refresh()

    # what is shown

    def enter(self) -> None:
        """Stand on the section that was looked at."""
        self.refresh()  # what happened while nobody looked
        code = self._desk.section_code
        if self.tree.part() is None and code:
            self.tree.choose(Part(code))
        self.tree.setFocus()

    def refresh(self) -> None:
        """Show the outline as it is by now; what is chosen and open stays so."""
        if not self._desk.report or not self.isVisible():
            return
        self._allow()
        outline, catalogue = self.structuring.outline, self.structuring.definitions.catalogue
        if self.model.shows(outline, catalogue):
            self._on_chosen(self.tree.part())
            return
        part, sight = self.tree.part(), self.tree.verticalScrollBar().value()
        self.model.load(outline, catalogue)
        self.tree.restore(outline.code)
        self.tree.verticalScrollBar().setValue(sight)
        if part is not None:
            self.tree.choose(part)
        sections = outline.walk()
        blocks = sum(len(section.blocks) for section in sections)
        words = self.tr("{chapters} chapters, {sections} sections, {blocks} blocks")
        count = len(sections) - len(outline.chapters)
        self.count.setText(words.format(chapters=len(outline.chapters), sections=count, blocks=blocks))
        self._on_chosen(self.tree.part())

    def _allow(self) -> None:
        """Only an editor changes the structure; whoever else sees why."""
        from desktop.work.permission import definitions_refused  # deferred: not for the first look

        desk = self._desk
        refused = definitions_refused(Moment(desk.session.definitions, desk.session.snapshot), desk.session.who)
        why = desk.sentence(refused) if refused else ""
        if not why and not desk.session.writable:
            why = self.tr("Opened for reading only.")
        self.model.allowed = not why
        for button in (self.add, self.new, self.company, self.sources, self.detail):
            button.setEnabled(not why)
            button.setToolTip(why)

    def _on_chosen(self, part: Part | None) -> None:
        self.removal.hide()
        self.detail.show_part(part)
        self.detail.setVisible(part is not None)
        self.detail.setEnabled(self.model.allowed and part is not None)

    def _refuse(self, sentence: str) -> None:
        self.reason.setText(sentence)
        self.reason.setVisible(bool(sentence))

    # what is done

    def _do(self, part: Part | str | None) -> None:
        """Go to the part that a deed has made or moved, or say why it was refused."""
        self._refuse(part if isinstance(part, str) else "")
        if isinstance(part, Part):
            self.tree.choose(part)

    def begin(self) -> None:
        """Begin something new after the chosen part: a section, a text, or another metric in a list."""
        part = self.tree.part()
        if part is not None and part.level == "row":
            self.new_metric()
        elif self.model.allowed:
            self.tree.begin_naming(part)

    def begin_section(self) -> None:
        """Begin a new section after the one that the chosen part stands in."""
        part = self.tree.part()
        if part is not None:
            self.tree.choose(Part(part.section))
        self.begin()

    def _make(self, beside: Part | None, text: str) -> None:
        self._do(self.deeds.make(beside, text))

    def _rename(self, part: Part, text: str) -> None:
        self._do(self.deeds.rename(part, text))

    def _move(self, part: Part, target: Target) -> None:
        self._do(self.deeds.move(part, target))

    def ask_removal(self) -> None:
        """Say what stands in the chosen part; where nothing does, it goes at once."""
        part = self.tree.part()
        if part is None or not self.model.allowed:
            return
        told = self.deeds.standing(part)
        if told.nothing:
            self._remove(part)
        else:
            self.removal.ask(part, self.deeds.name(part), told)
            QTimer.singleShot(0, self.tree, self._see_chosen)  # once the bar has taken its room

    def _see_chosen(self) -> None:
        self.tree.scrollTo(self.tree.currentIndex())

    def _remove(self, part: Part) -> None:
        name = self.deeds.name(part)
        self._do(self.deeds.remove(part))
        self.told.emit(self.tr("“{name}” was removed. Undo (Ctrl+Z) brings it back.").format(name=name))
        self.tree.setFocus()

    def new_metric(self) -> None:
        """Open the form of a new metric, which goes where the chosen part is."""
        self._open_metric(self.tree.part(), None)

    def change_metric(self, metric: Metric) -> None:
        """Open the form of a metric that is there."""
        self._open_metric(None, metric)

    def _open_metric(self, at: Part | None, metric: Metric | None) -> None:
        if self.model.allowed:
            self.metric_wanted.emit(at, metric)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the form of a new metric."""
        if _is_new(event):
            self.new_metric()
        else:
            super().keyPressEvent(event)


def _is_new(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.ControlModifier
