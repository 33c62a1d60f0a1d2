"""Excel forms of departments' shares: made for those who have no Annals, and read when they come back."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.work.requests import Act
from schema.exchange.forms.heads import list_types
from schema.exchange.forms.layout import SHEET, FormHead
from schema.exchange.meanings import meanings
from schema.exchange.request_names import company_name, request_id
from schema.grammar.reference import Key, RecordKey
from schema.moment import Moment
from schema.validation.issue import ListAt
from schema.validation.shares import AskedItem, Share
from schema.values.kept_things import Subject

if TYPE_CHECKING:
    from exporters.excel.forms.order import FormOrder, Reply

SUFFIX = ".xlsx"
_ID = 16
_BOOK, _LARGEST = "xl/workbook.xml", 10_000_000
_HIDDEN = re.compile(rb'<(?:\w+:)?sheet\b[^>]*\bname="' + SHEET.encode() + rb'"')


@dataclass(frozen=True, slots=True)
class Addressed:
    """To whom a form is addressed, and in which language."""

    person: str
    language: str


def form_name(report: str, department: str) -> str:
    """Return the file name of a form."""
    return f"{report}-{department}{SUFFIX}"


def form_bytes(moment: Moment, share: Share, to: Addressed, act: Act, reply: Reply | None = None) -> bytes:
    """Return the form of a share that was asked for, all of its items; with a `reply` only of those still open."""
    from exporters.excel.forms.form_workbook import form_workbook  # deferred: most commands write no workbook
    from exporters.excel.writer import write_excel

    target = io.BytesIO()
    write_excel(form_workbook(_order(moment, share, to, act, reply)), target)
    return target.getvalue()


def _order(moment: Moment, share: Share, to: Addressed, act: Act, reply: Reply | None) -> FormOrder:
    from exporters.excel.forms.order import FormOrder

    assert share.request is not None
    company, request = company_name(moment.catalogue), share.request
    items = share.items if reply is None else left_open(share, reply.again)
    name, report = request_id(company, request), share.report
    form = hashlib.sha256(f"{name}/{request.packs}/{act.at}".encode()).hexdigest()[:_ID]
    said = meanings(_subjects(moment, report, items), moment.catalogue)
    head = FormHead(
        company, report, share.department, name, request.packs, form, to.person, act.at, to.language, said
    )  # fmt: skip
    return FormOrder(moment, share, items, head, act.who, reply)


def left_open(share: Share, again: Collection[str]) -> tuple[AskedItem, ...]:
    """Return the items that are still open, and those that are asked `again` since something of them was not taken."""
    return tuple(item for item in share.items if item.filled == "open" or item.subject in again)


def _subjects(moment: Moment, report: str, items: Iterable[AskedItem]) -> list[Subject]:
    types = list_types(moment.outline(report))
    subjects: list[Subject] = []
    for item in items:
        if isinstance(item.at, Key):
            subjects.append(item.at)
        elif isinstance(item.at, ListAt) and item.at.block in types:
            subjects.append(RecordKey(types[item.at.block], "any"))
    return subjects


def is_form(path: Path) -> bool:
    """Whether a file is a form by the hidden sheet that it has; how it is called counts for nothing."""
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(_BOOK).file_size > _LARGEST:
                return False
            return _HIDDEN.search(archive.read(_BOOK)) is not None
    except (OSError, KeyError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error):
        return False
