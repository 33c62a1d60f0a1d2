"""Totals between metrics written in a cell each: the parts that a metric is the sum of, in every year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.work.structure.checks import issue_of, reading_of
from desktop.work.structure.codes import free_code
from schema.catalogue.outline import Definitions
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.validation.issue import Issue

_SHEET = "totals"


def with_totals(definitions: Definitions, parts: Mapping[str, str]) -> tuple[Definitions, Mapping[str, Issue]]:
    """Return the definitions with other parts of these metrics ("" for none), and by metric what speaks against it."""
    from schema.catalogue.formulas import load_totals
    from schema.exchange.catalogue_book.writing import to_sheets

    catalogue = definitions.catalogue
    (sheet,) = to_sheets(definitions, (_SHEET,))
    taken = {*(one.code for one in catalogue.totals), *(rule.code for rule in catalogue.rules)}
    rows, wholes = _rows(sheet, parts, taken)
    reading = reading_of([replace(sheet, rows=(sheet.rows[0], *rows))], (_SHEET,))
    totals = load_totals(reading, catalogue)
    refused = {wholes[mistake.line - 2]: issue_of(mistake) for mistake in reading.mistakes}
    return replace(definitions, catalogue=replace(catalogue, totals=totals)), refused


def _rows(sheet: PlainSheet, parts: Mapping[str, str], taken: set[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    """Return the rows of the sheet of totals with other parts, and the whole of each."""
    head = sheet.rows[0]
    known = [dict(zip(head, row, strict=True)) for row in sheet.rows[1:]]
    found = {row["whole"] for row in known}
    rows = [{**row, "parts": parts.get(row["whole"], row["parts"])} for row in known]
    for whole, text in parts.items():
        if whole not in found:
            code = free_code(whole, "parts", taken)
            rows.append({"code": code, "whole": whole, "parts": text})
    kept = [row for row in rows if row["parts"]]
    return [tuple(row.get(name, "") for name in head) for row in kept], [row["whole"] for row in kept]
