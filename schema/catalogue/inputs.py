"""What figures are computed from, and who is asked for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schema.catalogue.definitions import Metric
from schema.catalogue.owners import Owned


@dataclass(frozen=True, slots=True)
class Inputs:
    """The one rule for what only a figure takes: its metric's department is asked for it, else whoever owns the figure.

    What a report places itself is asked of whoever owns that place, whatever figure takes it, too.
    """

    metrics: Mapping[str, Metric]

    def of(self, figure: str) -> Iterator[str]:
        """Yield the metrics that a figure is computed from, through every figure between; each once."""
        seen, queue = {figure}, [figure]
        for code in queue:
            metric = self.metrics.get(code)
            for reference in metric.formula.references() if metric is not None and metric.formula else ():
                if reference.code in self.metrics and reference.code not in seen:
                    seen.add(reference.code)
                    queue.append(reference.code)
                    yield reference.code

    def owner(self, taken: str, figure_owner: str) -> str:
        """Return the department that is asked for a metric that a figure takes."""
        return self.metrics[taken].department or figure_owner

    def owned(self, taken: str, figure: Owned) -> Owned:
        """Return the same with the level that it comes from."""
        department = self.metrics[taken].department
        return Owned(department, "metric") if department else figure
