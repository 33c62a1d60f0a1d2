"""The forms of the structure: a metric, new or changed, the company's own data, its sources of emissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.window.pages.structure_page import StructurePage
from desktop.window.session.desk import Desk
from desktop.work.structure.parts import Part
from schema.catalogue.definitions import Metric

if TYPE_CHECKING:
    from desktop.window.dialogs.company_data import CompanyDialog
    from desktop.window.dialogs.emission_sources import EmissionSourcesDialog
    from desktop.window.dialogs.metric import MetricDialog
    from desktop.window.pages.catalogue_page import CataloguePage


class Shaping(QObject):
    """Opens what the place of the structure asks for; the focus goes back to the list."""

    def __init__(self, desk: Desk, page: StructurePage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.metric: MetricDialog | None = None
        self.company: CompanyDialog | None = None
        self.sources: EmissionSourcesDialog | None = None
        page.metric_wanted.connect(self.open_metric)
        page.company_wanted.connect(self.open_company)
        page.sources_wanted.connect(self.open_sources)

    def open_metric(self, at: Part | None, metric: Metric | None) -> None:
        """Open the form of a metric."""
        from desktop.window.dialogs.metric import MetricDialog  # deferred: not needed before somebody asks

        page = self._page
        self.metric = MetricDialog(self._desk, page.structuring, at, metric, page)
        self.metric.placed.connect(page.tree.choose)
        self.metric.finished.connect(page.tree.setFocus)
        self.metric.open()

    def open_company(self) -> None:
        """Open the company's own data."""
        from desktop.window.dialogs.company_data import CompanyDialog  # deferred, as above

        page = self._page
        self.company = CompanyDialog(self._desk, page.structuring, page)
        self.company.finished.connect(page.tree.setFocus)
        self.company.open()

    def open_sources(self) -> None:
        """Open the sources of emissions."""
        from desktop.window.dialogs.emission_sources import EmissionSourcesDialog  # deferred, as above
        from desktop.work.data_files import resources_folder
        from desktop.work.emissions.kit import program_kit
        from schema.catalogue.program_words import ProgramWords

        page, resources = self._page, resources_folder()
        kit = program_kit(resources, ProgramWords(resources))
        self.sources = EmissionSourcesDialog(self._desk, page.structuring, kit, page)
        self.sources.finished.connect(page.tree.setFocus)
        self.sources.open()


class CatalogueShaping(QObject):
    """Opens the form of a metric from the catalogue's sheet; the focus goes back to the cells."""

    def __init__(self, desk: Desk, page: CataloguePage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.metric: MetricDialog | None = None
        page.metric_wanted.connect(self.open_metric)

    def open_metric(self, metric: Metric | None) -> None:
        """Open the form of a metric, or of a new one that is placed nowhere yet."""
        from desktop.window.dialogs.metric import MetricDialog  # deferred, as above

        self.metric = MetricDialog(self._desk, self._page.structuring, None, metric, self._page)
        self.metric.finished.connect(self._page.grid.setFocus)
        self.metric.open()
