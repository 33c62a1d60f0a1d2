"""What is said of a metric, in words: the columns of the catalogue's sheet, how they are written, their choices."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop.window.look.i18n import LANGUAGES
from desktop.work.catalogue_sheet.cell_words import Vocabulary


class MetricWords(QObject):
    """Said in the present language whenever it is asked."""

    def vocabulary(self) -> Vocabulary:
        """Return the words of columns and choices."""
        return Vocabulary(self.headings(), self.choices())

    def headings(self) -> Mapping[str, str]:
        """Return what each column is called."""
        names = {f"name.{code}": self.tr("Name ({language})").format(language=own) for code, own in LANGUAGES.items()}
        said = self.tr("Definition ({language})")
        return {
            **names,
            "unit": self.tr("Unit"),
            "kind": self.tr("Kind"),
            "display": self.tr("Decimals and scale"),
            "timing": self.tr("How it is counted"),
            "department": self.tr("Department"),
            "crossings": self.tr("Broken down by"),
            "sum_over": self.tr("Adds up over"),
            "total": self.tr("Total of"),
            "formula": self.tr("Formula"),
            "disclosures": self.tr("Disclosures"),
            **{f"definition.{code}": said.format(language=own) for code, own in LANGUAGES.items()},
            "definition_source": self.tr("Source of the definition"),
            "minimum": self.tr("At least"),
            "maximum": self.tr("At most"),
            "change_threshold": self.tr("Ask from a change of (%)"),
            "evidence": self.tr("Evidence"),
            "required": self.tr("Must be filled in"),
            "since": self.tr("Since"),
            "note": self.tr("Editor's note"),
            "places": self.tr("Stands in"),
        }

    def choices(self) -> Mapping[str, Mapping[str, str]]:
        """Return the words of each choice by column and code."""
        return {
            "kind": {
                "number": self.tr("Numbers"),
                "integer": self.tr("Whole numbers"),
                "percent": self.tr("Percentages"),
                "range": self.tr("Ranges"),
                "yesno": self.tr("Yes or no"),
                "date": self.tr("Dates"),
                "choice": self.tr("Choices"),
            },
            "timing": {
                "flow": self.tr("Over the year"),
                "stock": self.tr("At the end of the year"),
                "cumulative": self.tr("From the beginning on"),
            },
            "evidence": {"required": self.tr("Required")},
            "required": {"yes": self.tr("Yes")},
            "sum_over": {"period": self.tr("Years"), "entity": self.tr("Entities")},
        }

    def ways(self) -> Mapping[str, str]:
        """Return how a column is written, where that does not go without saying."""
        return {
            "unit": self.tr("The name of a unit; Alt+↓ lists them"),
            "kind": self.tr("Alt+↓ lists the kinds; what is in percent is a percentage"),
            "display": self.tr("Such as 0.00, 万 0.0 or million; blank: as it is kept"),
            "timing": self.tr("Alt+↓ lists how it can be counted"),
            "department": self.tr("The name of a department; Alt+↓ lists them"),
            "crossings": self.tr("Breakdowns with commas between; + for those taken together"),
            "sum_over": self.tr("Breakdowns whose members add up to the whole, with commas; the years, the entities"),
            "total": self.tr("The metrics whose sum a typed value has to be, with commas between them"),
            "formula": self.tr("Metrics in brackets, found by [ and their name or initials"),
            "disclosures": self.tr("Framework: its codes with commas; a semicolon before the next one"),
            "minimum": self.tr("In the metric's unit"),
            "maximum": self.tr("In the metric's unit"),
            "since": self.tr("The first year with values"),
        }
