"""The company's own data: names, stock code, colours, and how it is reached."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import muted
from desktop.window.look.chooser import Chooser
from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.structuring import Structuring
from desktop.work.structure.checks import company_issues
from desktop.work.structure.names import FIELDS, said
from schema.catalogue.definitions import Company
from schema.grammar.fiscal import CALENDAR_END, SPANNED, FiscalYear
from schema.grammar.words import Words

_PLAIN = ("stock_code", "website", "email", "phone")
_WORDED = ("name", "short")


class CompanyDialog(QDialog):
    """One step of undo; the languages of the name are those that are asked for everywhere."""

    def __init__(self, desk: Desk, structuring: Structuring, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._structuring = desk, structuring
        self.setWindowTitle(self.tr("Company"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.setMinimumWidth(520)
        self._build()
        self.check()

    def _build(self) -> None:
        company = self._structuring.definitions.catalogue.company
        self.fields: dict[tuple[str, str], QLineEdit] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        heads = {"name": self.tr("Name ({language})"), "short": self.tr("Short name ({language})")}
        for name in _WORDED:
            for code, words in LANGUAGES.items():
                self._add(form, (name, code), heads[name].format(language=words), getattr(company, name).get(code))
        for name, words in zip(
            _PLAIN, (self.tr("Stock code"), self.tr("Website"), self.tr("E-mail"), self.tr("Telephone")), strict=True
        ):
            self._add(form, (name, ""), words, getattr(company, name))
        self._add(form, ("year_ends", ""), self.tr("Last day of the year"), company.year_ends)
        self.fields["year_ends", ""].setPlaceholderText("12-31")
        self.spanned = self._labels(company.year_label)
        form.addRow(self.tr("A year over two calendar years"), self.spanned)
        self._add(form, ("colours", ""), self.tr("Colours"), ", ".join(company.colours))
        told = self.tr("Names and headings are asked for in the languages that the company's name is written in.")
        hint = muted(told, self._desk.theme, self)
        self._lay_out(form, hint)

    def _lay_out(self, form: QFormLayout, hint: QLabel) -> None:
        self.reason = QLabel(self, wordWrap=True)
        self.reason.setStyleSheet(f"color: {self._desk.theme.error};")
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self.tr("Change"), self)
        self.cancel.setAutoDefault(False)
        self.go.setObjectName("primary")
        self.go.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(self.reason)
        layout.addLayout(foot)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)

    def _add(self, form: QFormLayout, key: tuple[str, str], words: str, text: str) -> None:
        field = self.fields[key] = QLineEdit(text, self)
        field.setAccessibleName(words)
        field.textEdited.connect(self.check)
        form.addRow(words, field)

    def _labels(self, chosen: str) -> Chooser:
        """Return the choice of how a year over two calendar years is called."""
        box = Chooser(self._desk.theme, self, plain=True)
        box.setAccessibleName(self.tr("A year over two calendar years"))
        for style in ("", "ending"):
            box.addItem(FiscalYear("03-31", style or SPANNED).label(2021), style)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def company(self) -> Company:
        """Return the company as the fields say."""
        known = self._structuring.definitions.catalogue.company
        worded = {name: Words(*(said(self.fields[name, code].text()) for code in FIELDS)) for name in _WORDED}
        plain = {name: said(self.fields[name, ""].text()) for name in _PLAIN}
        colours = self.fields["colours", ""].text().replace("，", ",").split(",")
        ends = said(self.fields["year_ends", ""].text())
        plain |= {"year_ends": "" if ends == CALENDAR_END else ends, "year_label": self.spanned.currentData()}
        return replace(known, **worded, **plain, colours=tuple(one.strip() for one in colours if one.strip()))

    def check(self) -> None:
        """Say what is wrong."""
        company = self.company()
        wrong = [self._desk.sentence(one) for one in company_issues(self._structuring.definitions, company)]
        if not company.name:
            wrong.append(self.tr("A company has a name: write it in one language at least."))
        self.reason.setText(" ".join(wrong))
        self.reason.setVisible(bool(wrong))
        self.go.setEnabled(not wrong)

    def run(self) -> None:
        """Store it."""
        definitions = self._structuring.definitions
        catalogue = replace(definitions.catalogue, company=self.company())
        self._structuring.step(self.tr("change the company's data"), replace(definitions, catalogue=catalogue))
        self.accept()
