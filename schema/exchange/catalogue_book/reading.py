"""Rows of the catalogue's workbook → the definition files that they stand for; the loader does all the checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schema.catalogue.reading import Row
from schema.exchange.catalogue_book.outlines import OutlineSheets
from schema.exchange.catalogue_book.sheet_forms import sheet_forms
from schema.exchange.catalogue_book.sheet_source import SheetFiles, SheetRow, SheetSource
from schema.grammar.words import LANGUAGES
from schema.mistakes import near

Rows = Mapping[str, Sequence[SheetRow]]
_KEYED = {
    "units": "units.yaml",
    "entities": "entities.yaml",
    "metrics": "metrics/metrics.yaml",
    "rules": "rules.yaml",
    "totals": "totals.yaml",
    "relations": "relations.yaml",
}


def to_files(rows: Rows) -> SheetFiles:
    """Put the rows of all sheets together as definition files."""
    files = _Maker(rows, SheetFiles()).files()
    OutlineSheets(rows, files).read()
    return files


@dataclass(slots=True)
class _Maker:
    rows: Rows
    made: SheetFiles

    def files(self) -> SheetFiles:
        for title, name in _KEYED.items():
            self._keyed(title, name)
        self._company()
        self._named("departments")
        self._named("publishers")
        self._breakdowns()
        self._changes()
        self._choices()
        self._records()
        self._frameworks()
        self._factors()
        self.made.tables["glossary.csv"] = [_table_row(row) for row in self.rows.get("glossary", ())]
        return self.made

    def _start(self, title: str, name: str) -> SheetSource:
        """Begin a file with one mapping; a sheet that is absent makes an empty one, as rules.yaml may be absent."""
        source = SheetSource(title, data={title: {}})
        source.lines[(title,)] = 1
        source.cells[(title,)] = (title, "A")
        self.made.sources[name] = source
        return source

    def _keyed(self, title: str, name: str) -> None:
        source = self._start(title, name)
        fields = [field for field in sheet_forms()[title].fields if field.name != "code"]
        for row in self.rows.get(title, ()):
            if code := new_key(row, "code", source.data[title]):
                source.data[title][code] = row.data(fields, source, (title, code))

    def _company(self) -> None:
        source = SheetSource("company", data={"company": {}})
        self.made.sources["company.yaml"] = source
        for number, row in enumerate(self.rows.get("company", ())):
            if number:
                row.say("catalogue.one_row", "name.zh-Hans")
                return
            source.data["company"] = row.data(sheet_forms()["company"].fields, source, ("company",))

    def _named(self, title: str) -> None:
        source = self._start(title, f"{title}.yaml")
        for row in self.rows.get(title, ()):
            if code := new_key(row, "code", source.data[title]):
                source.data[title][code] = row.words("name", source, (title, code))

    def _breakdowns(self) -> None:
        source = self._start("breakdowns", "breakdowns.yaml")
        form, found = sheet_forms()["breakdowns"], source.data["breakdowns"]
        for row in self.rows.get("breakdowns", ()):
            code, member = row.text("breakdown"), row.text("member")
            if not member:
                if new_key(row, "breakdown", found):
                    data = row.data(form.some(("name", "complete")), source, ("breakdowns", code))
                    found[code] = {**data, "members": {}}
            elif code not in found:
                row.say("definition.unknown_breakdown", "breakdown", name=code, near=near(code, found))
            elif new_key(row, "member", found[code]["members"]):
                where = ("breakdowns", code, "members", member)
                # The loader speaks of a member's name as of a field of its own.
                source.put((*where, "name"), row, "name.zh-Hans")
                for language in LANGUAGES:
                    source.put((*where, "name", language), row, f"name.{language}")
                found[code]["members"][member] = row.words("name", source, where)

    def _changes(self) -> None:
        source, form = self.made.sources["metrics/metrics.yaml"], sheet_forms()["changes"]
        metrics = source.data["metrics"]
        own = [one for one in form.fields if one.name != "metric"]
        for row in self.rows.get("changes", ()):
            code = row.text("metric")
            if code not in metrics:
                row.say("definition.unknown_metric", "metric", name=code, near=near(code, metrics))
                continue
            changed = metrics[code].setdefault("changed", [])
            changed.append(row.data(own, source, ("metrics", code, "changed", len(changed))))

    def _choices(self) -> None:
        source = self.made.sources["metrics/metrics.yaml"]
        metrics = source.data["metrics"]
        for row in self.rows.get("choices", ()):
            code, choice = row.text("metric"), row.text("choice")
            if code not in metrics:
                row.say("definition.unknown_metric", "metric", name=code, near=near(code, metrics))
                continue
            choices = metrics[code].setdefault("choices", {})
            if new_key(row, "choice", choices):
                choices[choice] = row.words("name", source, ("metrics", code, "choices", choice))

    def _records(self) -> None:
        source = self._start("records", "records.yaml")
        found, form = source.data["records"], sheet_forms()["records"]
        of_type = ("department", "carries", "evidence")
        own = [one for one in form.fields if one.name not in ("record", "column", "choice", *of_type)]
        for row in self.rows.get("records", ()):
            code, column, choice = (row.text(name) for name in ("record", "column", "choice"))
            if not column:
                if new_key(row, "record", found):
                    data = row.data(form.some(("name", *of_type)), source, ("records", code))
                    found[code] = {**data, "columns": {}}
            elif code not in found:
                row.say("definition.unknown_record", "record", name=code, near=near(code, found))
            elif not choice:
                if new_key(row, "column", found[code]["columns"]):
                    where = ("records", code, "columns", column)
                    found[code]["columns"][column] = {**row.data(own, source, where)}
            elif column not in found[code]["columns"]:
                row.say("definition.unknown_column", "column", name=column, near=near(column, found[code]["columns"]))
            else:
                choices = found[code]["columns"][column].setdefault("choices", {})
                if new_key(row, "choice", choices):
                    where = ("records", code, "columns", column, "choices", choice)
                    choices[choice] = row.words("name", source, where)

    def _frameworks(self) -> None:
        source = self._start("frameworks", "frameworks/frameworks.yaml")
        found = source.data["frameworks"]
        for row in self.rows.get("frameworks", ()):
            if code := new_key(row, "code", found):
                own = [one for one in sheet_forms()["frameworks"].fields if one.name != "code"]
                data = row.data(own, source, ("frameworks", code))
                found[code] = {**data, "file": code}
                self.made.tables[f"frameworks/{code}"] = []
        for row in self.rows.get("disclosures", ()):
            code = row.text("framework")
            if code not in found:
                row.say("definition.unknown_framework", "framework", name=code, near=near(code, found))
            elif row.text("code"):
                self.made.tables[f"frameworks/{code}"].append(_table_row(row))
            else:
                row.say("definition.missing_field", "code", name="code")

    def _factors(self) -> None:
        self.made.tables["factors.csv"] = [_table_row(row) for row in self.rows.get("factors", ())]


def new_key(row: SheetRow, column: str, known: Mapping[str, object]) -> str:
    """Return a row's key; a missing or doubled one is a mistake, and empty."""
    code = row.text(column)
    if not code:
        row.say("definition.missing_field", column, name=column)
    elif code in known:
        row.say("definition.doubled", column, name=code)
    return "" if code in known else code


def _table_row(row: SheetRow) -> Row:
    """Return a row as the CSV files have it: their headers write the language as _zh_hans."""
    source = SheetSource(row.sheet)
    source.put((), row)
    for column in row.cells:
        source.put((column,), row, column)
    return source, {name.replace(".", "_").replace("-", "_").lower(): text for name, text in row.cells.items()}
