"""The inventory in lines and as a JSON document."""

from __future__ import annotations

from desktop.cli.speaker import Speaker
from desktop.work.emissions.amount_words import amount_words
from desktop.work.emissions.inventory import Line, TotalLine, counted_sources, lines, total_lines
from desktop.work.emissions.inventory_step import Outcome
from desktop.work.emissions.regions import regions_of
from desktop.work.emissions.sources import Source, Sources
from schema.grammar.decimals import plain
from schema.moment import Moment
from schema.values.factor_words import factor_said
from schema.values.result import Result


class EmissionLines:
    """Of one workspace in one year."""

    def __init__(self, moment: Moment, speaker: Speaker, sources: Sources, year: int) -> None:
        self._moment, self._speaker, self._sources, self._year = moment, speaker, sources, year

    def document(self, entity: str, *, available: bool) -> dict[str, object]:
        """Return everything as the JSON document."""
        company = self._moment.catalogue.company
        document: dict[str, object] = {
            "year": self._year, "entity": entity, "base_year": company.base_year,
            "regions": {place: list(own) for place, own in regions_of(self._moment.catalogue).items() if own},
            "sources": [self._entry(one) for one in lines(self._moment.told, self._sources, self._year, entity)],
            "totals": [_total_entry(one) for one in total_lines(self._moment.told, self._sources, self._year, entity)],
        }  # fmt: skip
        return document | ({"available": [self._offer(one) for one in self._available()]} if available else {})

    def _entry(self, line: Line) -> dict[str, object]:
        source, version = line.counted.source, line.version
        return {
            "source": source.code, "total": source.total, "method": source.method, "name": self._words(source),
            "metric": line.counted.metric.code, "activity": line.counted.activity, "amount": _number(line.activity),
            "unit": self._unit(line.counted.activity), "factor": line.counted.factor,
            "version": None if version is None else {
                "code": version.code, "value": plain(version.value), "unit": version.unit, "since": version.since,
                "until": version.until or None, "source": version.source,
            },
            "emissions": _number(line.emissions), "omission": line.emissions.omission,
        }  # fmt: skip

    def _unit(self, code: str) -> str:
        metric = self._moment.catalogue.metrics.get(code)
        return metric.unit if metric is not None else ""

    def _words(self, source: Source) -> str:
        return source.name.best(self._speaker.language)

    def _available(self) -> list[Source]:
        counted = {one.source.code for one in counted_sources(self._moment.catalogue, self._sources)}
        return [one for one in self._sources.sources.values() if one.code not in counted]

    def _offer(self, source: Source) -> dict[str, object]:
        return {"source": source.code, "total": source.total, "method": source.method, "name": self._words(source),
                "unit": source.unit, "factor": source.factor}  # fmt: skip

    def print_all(self, entity: str, *, available: bool) -> None:
        """Print the places, each source with activity, factor and emissions, and the totals."""
        say, write = self._speaker.say, self._speaker.write
        catalogue, language = self._moment.catalogue, self._speaker.language
        for place, own in regions_of(catalogue).items():
            if own:
                write(f"{place or catalogue.company.short.best(language)}\t{', '.join(own)}")
        if catalogue.company.base_year:
            say("cli.emissions.base", year=str(catalogue.company.base_year))
        found = lines(self._moment.told, self._sources, self._year, entity)
        if not found:
            say("cli.emissions.none")
        for line in found:
            write("\t".join(self._cells(line)))
        for total in total_lines(self._moment.told, self._sources, self._year, entity):
            self._print_total(total)
        if available:
            say("cli.emissions.available")
            for source in self._available():
                cells = (f"  {source.code}", source.total, self._words(source), source.factor or "—")
                write("\t".join(cells))

    def _cells(self, line: Line) -> tuple[str, ...]:
        catalogue, language = self._moment.catalogue, self._speaker.language
        none = self._speaker.sentence("cli.emissions.no_factor", year=str(self._year))
        factor = none if line.version is None else factor_said(line.version, catalogue, language)
        amounts = (amount_words(one, catalogue, language) or "—" for one in (line.activity, line.emissions))
        activity, emissions = amounts
        return (line.counted.source.total, self._words(line.counted.source), activity, factor, emissions)

    def _print_total(self, line: TotalLine) -> None:
        catalogue, language = self._moment.catalogue, self._speaker.language
        value = amount_words(line.result, catalogue, language) or "—"
        self._speaker.write(f"{line.total.code}\t{line.metric.name.best(language)}\t{value}")
        if line.computed is not None and line.computed.value is not None:
            computed = amount_words(line.computed, catalogue, language)
            self._speaker.say("cli.emissions.beside", value=computed)

    def outcome(self, outcome: Outcome, *, written: bool) -> dict[str, object]:
        """Return what a change brings as the JSON document."""
        return {
            "written": written, "added": list(outcome.added), "removed": list(outcome.gone),
            "beside": list(outcome.beside),
            "nearest": [{"factor": one.code, "year": one.since, "value": plain(one.value), "source": one.source}
                        for one in outcome.nearest],
            **self.document("", available=False),
        }  # fmt: skip

    def print_outcome(self, outcome: Outcome, *, written: bool) -> None:
        """Print what a change brings, and what the inventory is then."""
        say, catalogue, language = self._speaker.say, self._moment.catalogue, self._speaker.language
        counts = {"added": str(len(outcome.added)), "removed": str(len(outcome.gone))}
        say("cli.emissions.done" if written else "cli.emissions.would", **counts)
        for code in outcome.beside:
            say("cli.emissions.typed", name=catalogue.metrics[code].name.best(language))
        for version in outcome.nearest:
            told = factor_said(version, catalogue, language)
            say("cli.emissions.nearest", year=str(version.since), factor=told)
        self.print_all("", available=False)


def _total_entry(line: TotalLine) -> dict[str, object]:
    computed = None if line.computed is None else _number(line.computed)
    return {"total": line.total.code, "metric": line.metric.code, "value": _number(line.result),
            "unit": line.metric.unit, "typed": line.typed, "computed": computed}  # fmt: skip


def _number(result: Result) -> str | None:
    return None if result.value is None else plain(result.value)
