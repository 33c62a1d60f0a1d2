"""The workbook of an assurance pack: the sample that an auditor judges, and what stands behind its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from desktop.work.assure_basis import Basis
from desktop.work.sent_rows import sent_row
from exporters.assembly.data_rows import COLUMNS, DataCell
from exporters.excel.data_columns import DATA_COLUMNS
from exporters.excel.table_book import Column, PlainTable, table_book
from exporters.excel.workbook import Workbook as Book
from schema.grammar.reference import Key
from schema.validation.approvals import approvals_of
from schema.values.evidence import evidence_by_subject
from schema.values.follow_ups import all_follow_ups
from schema.values.people import people_of
from schema.values.verdicts import FINDINGS, VerdictAt, verdicts_of

SAMPLE, MARK = "sample", "annals"
_ANSWERS = (Column("verdict", 11, "asked.choice", FINDINGS), Column("remark", 40, "asked.text"))

Rows = list[tuple[DataCell, ...]]


def assurance_book(basis: Basis, report: str) -> Book:
    """Return the book: sample, definitions, formulas, factors, people, approvals, evidence, marks, its own sign."""
    tables = (
        _sample(basis, report), _definitions(basis), _formulas(basis), _factors(basis), _people(basis),
        _approvals(basis, report), _evidence(basis), _follow_ups(basis), _mark(basis, report),
    )  # fmt: skip
    return table_book(tables, basis.moment.catalogue.company, basis.language)


def _say(basis: Basis, code: str, **params: str) -> str:
    from schema.grammar.templates import filled

    return filled(basis.moment.catalogue.phrases[code].best(basis.language), params)


def _table(basis: Basis, title: str, heads: tuple[tuple[str, float], ...], rows: Rows) -> PlainTable:
    columns = tuple(Column(head, width) for head, width in heads)
    return PlainTable(
        title, title, _say(basis, "assure.basis", number=str(basis.number), head=basis.head), columns, rows
    )


def _sample(basis: Basis, report: str) -> PlainTable:
    known = verdicts_of(basis.moment.snapshot)
    rows: Rows = []
    for row in basis.rows:
        verdict = known.get(VerdictAt(report, row.fact.key.canonical(), row.fact.format))
        answers = (verdict.finding, verdict.remark) if verdict else (None, None)
        rows.append((*(row.cells[name] for name in COLUMNS), *answers))
    columns = (*(Column(name, width) for name, width in DATA_COLUMNS), *_ANSWERS)
    return PlainTable(SAMPLE, _say(basis, "assure.sample", report=report), _say(basis, "assure.lead"), columns, rows)


def _metrics(basis: Basis) -> list[str]:
    return sorted({key.metric for key in basis.keys} & basis.moment.catalogue.metrics.keys())


def _definitions(basis: Basis) -> PlainTable:
    metrics = basis.moment.catalogue.metrics
    tongue = basis.language
    rows: Rows = [
        (code, metrics[code].name.best(tongue), metrics[code].definition.best(tongue), metrics[code].unit,
         metrics[code].kind, metrics[code].timing, metrics[code].department)
        for code in _metrics(basis)
    ]  # fmt: skip
    heads = (
        ("metric", 26),
        ("name", 34),
        ("definition", 70),
        ("unit", 12),
        ("kind", 12),
        ("timing", 12),
        ("department", 16),
    )
    return _table(basis, "definitions", heads, rows)


def _formulas(basis: Basis) -> PlainTable:
    figures, metrics, rows = basis.moment.figures, basis.moment.catalogue.metrics, Rows()
    for key in sorted(basis.keys, key=Key.canonical):
        metric, result = metrics.get(key.metric), figures.value(key)
        if metric is None or metric.formula is None:
            continue
        used = "; ".join(figures.factors.code_at(code, key.entity) or code for code in metric.formula.factors())
        rows.append((key.canonical(), metric.formula.text, None, None, result.unrounded, metric.unit, used))
        for at in result.inputs:
            source = metrics.get(at.metric)
            rows.append((key.canonical(), None, at.canonical(), figures.value(at).unrounded, None,
                         source.unit if source else "", None))  # fmt: skip
    heads = (
        ("ref", 34),
        ("formula", 60),
        ("input", 34),
        ("input value", 18),
        ("result", 18),
        ("unit", 12),
        ("factors", 30),
    )
    return _table(basis, "formulas", heads, rows)


def _factors(basis: Basis) -> PlainTable:
    metrics = basis.moment.catalogue.metrics
    formulas = (metrics[code].formula for code in _metrics(basis))
    used = basis.moment.figures.factors.used_by(formulas)
    rows: Rows = [
        (f.code, f.name.best(basis.language), f.value, f.unit, str(f.since or ""), str(f.until or ""), f.source)
        for f in basis.moment.catalogue.factors
        if f.code in used
    ]
    heads = (("factor", 26), ("name", 34), ("value", 16), ("unit", 16), ("since", 9), ("until", 9), ("source", 60))
    return _table(basis, "factors", heads, rows)


def _people(basis: Basis) -> PlainTable:
    people = people_of(basis.moment.snapshot)
    rows: Rows = [(one.name, one.department, one.role, one.email, one.key) for one in people]
    heads = (("name", 24), ("department", 18), ("role", 14), ("email", 30), ("key", 48))
    return _table(basis, "people", heads, rows)


def _approvals(basis: Basis, report: str) -> PlainTable:
    found = sorted(approvals_of(basis.moment.figures).items())
    rows: Rows = [
        (one.subject, one.who, one.at, one.remark, one.quoted, one.content) for at, one in found if at.report == report
    ]
    heads = (("subject", 40), ("who", 18), ("at", 22), ("remark", 40), ("quoted", 20), ("content", 30))
    return _table(basis, "approvals", heads, rows)


def _evidence(basis: Basis) -> PlainTable:
    snapshot, rows = basis.moment.snapshot, Rows()
    for own in evidence_by_subject(snapshot).values():
        for one in own:
            file = snapshot.attachments.get(one.hash)
            size = Decimal(file.size) if file else None
            page = Decimal(one.page) if one.page else None
            rows.append((one.subject, one.name, page, file.type if file else "", size, one.hash))
    heads = (("subject", 40), ("name", 40), ("page", 8), ("type", 10), ("size", 14), ("sha256", 68))
    return _table(basis, "evidence", heads, rows)


def _follow_ups(basis: Basis) -> PlainTable:
    every = sorted(all_follow_ups(basis.moment.snapshot).values(), key=lambda one: one.subject)
    return _table(basis, "follow-ups", (("subject", 40), ("why", 70)), [(one.subject, one.why) for one in every])


def _mark(basis: Basis, report: str) -> PlainTable:
    """The sheet by which the workbook is known again when it comes back; a program reads it, people need not.

    Of each row of the sample it keeps what was sent, by key: rows may lose their key when part of them is sorted.
    """
    facts = {"report": report, "number": str(basis.number), "head": basis.head}
    sent = {row.fact.word_key: sent_row(row.cells) for row in basis.rows}
    rows: Rows = list(_facts(facts | sent))
    return PlainTable(MARK, MARK, "", (Column("name", 16), Column("text", 70)), rows, hidden=True)


def _facts(facts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from facts.items()
