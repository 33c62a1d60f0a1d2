"""Above the sheet: which values it shows. Chapter, department, which of them, how many earlier years, words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.window.look.chooser import Chooser
from desktop.window.look.icons import icon
from desktop.window.session.desk import Desk
from desktop.work.sheet.choice import Choice, Only
from desktop.work.sheet.contents import AskedValues
from schema.grammar.reference import Key

CATALOGUE = "*"  # in the place of a section: every metric that there is
_REQUEST = "request "  # before what a request is chosen by
_PAUSE = 150
_EARLIER = (1, 2, 4, 9)
_NARROW = 150


class SheetTools(QWidget):
    """`changed` says that something else is chosen; `copy_wanted` asks for all of it on the clipboard."""

    changed = Signal()
    years_changed = Signal()
    copy_wanted = Signal()
    filter_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._names: frozenset[str] = frozenset()
        self.sections, self.departments, self.only, self.years = (Chooser(theme, self) for _ in range(4))
        self.search = QLineEdit(self)
        self.search.setObjectName("filter")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(90)
        self.filter, self.copy = QToolButton(self), QPushButton(self)
        self.filter.setCheckable(True)
        self.filter.setIcon(icon("filter", theme.text))
        self.copy.setIcon(icon("export", theme.text))
        self._wanted: Choice | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 14, 0)
        layout.setSpacing(6)
        for chooser in (self.sections, self.departments, self.only, self.years):
            chooser.setMaximumWidth(_NARROW)
            chooser.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            layout.addWidget(chooser)
        self.years.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # two numbers are never cut
        layout.addWidget(self.search, 1)
        layout.addWidget(self.filter)
        layout.addWidget(self.copy)
        self._connect()

    def _connect(self) -> None:
        for chooser in (self.sections, self.departments, self.only):
            chooser.activated.connect(self.changed)
        self.years.activated.connect(self.years_changed)
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.changed)
        self.copy.clicked.connect(self.copy_wanted)
        self.filter.clicked.connect(self.filter_wanted)

    def fill(self, departments: list[str], requests: Iterable[AskedValues] = ()) -> None:
        """Offer the chapters and sections of the report, these departments, requests, and the rest; what was chosen
        stays.
        """
        desk = self._desk
        upper = [section for section in desk.outline.walk() if section.level <= 2]
        named = [("    " * (section.level - 1) + desk.words(section.title), section.code) for section in upper]
        every = (self.tr("All metrics there are"), CATALOGUE)
        _offer(self.sections, [(self.tr("All chapters"), ""), *named, every])
        named = [(desk.department(code), code) for code in departments]
        _offer(self.departments, [(self.tr("All departments"), ""), *named])
        kinds: list[tuple[str, str]] = [
            (self.tr("All values"), "all"), (self.tr("Asked of departments"), "asked"),
            (self.tr("Open only"), "open"), (self.tr("Overdue"), "late"),
            (self.tr("With errors or doubts"), "wrong"), (self.tr("Returned"), "returned"),
        ]  # fmt: skip
        kinds += [(self._asked_words(one), _REQUEST + one.name) for one in requests]
        if self._names:
            kinds.append((self.tr("Those of issues: {count}").format(count=len(self._names)), "named"))
        _offer(self.only, kinds)
        years = [(f"{desk.period - back}–{desk.period}", back) for back in _EARLIER]
        _offer(self.years, years, 2)
        self._take_wanted()

    def _asked_words(self, asked: AskedValues) -> str:
        """Return what a request is called: whose it is, and until when."""
        whose = " · ".join(filter(None, (self._desk.department(asked.department), asked.person)))
        return self.tr("Request: {who}, due {day}").format(who=whose, day=asked.due)

    def choose_department(self, code: str) -> None:
        """Choose a department and nothing else, also before the choices are known."""
        for chooser in (self.sections, self.only):
            chooser.setCurrentIndex(0)
        self.search.clear()
        if self.departments.findData(code) < 0:
            self.departments.addItem(self._desk.department(code), code)
        self.departments.setCurrentIndex(self.departments.findData(code))
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for chooser, words in (
            (self.sections, self.tr("Chapter or section")), (self.departments, self.tr("Department")),
            (self.only, self.tr("Which values")), (self.years, self.tr("Years")),
        ):  # fmt: skip
            chooser.setAccessibleName(words)
            chooser.setToolTip(words)
        self.search.setPlaceholderText(self.tr("Name, code or unit"))
        self.search.setAccessibleName(self.tr("Search the sheet"))
        self.filter.setToolTip(self.tr("Filter row (Ctrl+Shift+L)"))
        self.filter.setAccessibleName(self.tr("Filter row"))
        self.copy.setText(self.tr("Copy for Excel"))

    def choice(self) -> Choice:
        """Return what is chosen; of the whole catalogue no section."""
        section = "" if self.whole_catalogue else self.sections.currentData() or ""
        chosen = self.only.currentData() or "all"
        request = chosen.removeprefix(_REQUEST) if chosen.startswith(_REQUEST) else ""
        only: Only = "request" if request else chosen
        return Choice(section, self.departments.currentData() or "", self.search.text(), only, self._names, request)

    def name_lines(self, keys: Sequence[Key]) -> None:
        """Choose the lines of these values, of any year, and no others."""
        self._names = frozenset(replace(key, period=self._desk.period).canonical() for key in keys)
        for chooser in (self.sections, self.departments):
            chooser.setCurrentIndex(0)
        self.search.clear()
        self._pause.stop()
        if self.only.findData("named") < 0:
            self.only.addItem("", "named")
        place = self.only.findData("named")
        self.only.setItemText(place, self.tr("Those of issues: {count}").format(count=len(self._names)))
        self.only.setCurrentIndex(place)
        self.changed.emit()

    @property
    def whole_catalogue(self) -> bool:
        """Whether every metric is wanted, also what the report does not ask for."""
        return self.sections.currentData() == CATALOGUE

    @property
    def earlier(self) -> int:
        """How many earlier years stand beside."""
        chosen = self.years.currentData()
        return 2 if chosen is None else int(chosen)

    def turn_to(self, choice: Choice) -> None:
        """Choose this; what is not offered yet, as soon as it is."""
        self._wanted = choice
        self.search.setText(choice.search)
        self._take_wanted()
        self.changed.emit()

    def _take_wanted(self) -> None:
        choice = self._wanted
        if choice is None or not self.sections.count():
            return
        self._wanted = None
        for chooser, data in (
            (self.sections, choice.section), (self.departments, choice.department),
            (self.only, _REQUEST + choice.request if choice.request else choice.only),
        ):  # fmt: skip
            chooser.setCurrentIndex(max(0, chooser.findData(data)))

    def reset(self) -> None:
        """Choose everything again."""
        for chooser in (self.sections, self.departments, self.only):
            chooser.setCurrentIndex(0)
        self.search.clear()
        self.changed.emit()


def _offer(chooser: Chooser, choices: list[tuple[str, str]] | list[tuple[str, int]],
           usual: object = "") -> None:  # fmt: skip
    """Put choices into a chooser, the chosen one again where it is still there."""
    kept = chooser.currentData() if chooser.count() else usual
    chooser.clear()
    for words, data in choices:
        chooser.addItem(words, data)
    found = chooser.findData(kept)
    chooser.setCurrentIndex(found if found >= 0 else max(0, chooser.findData(usual)))
