"""The assurance pack of a report: for each number what an auditor asks for, the history, the evidence by its hash."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path

from desktop.work.assure_basis import Basis, Scope, basis_of, evidence_in
from desktop.work.assure_book import assurance_book
from desktop.work.export import Written
from desktop.work.requests import Act
from exporters.excel.writer import write_excel
from exporters.output_files import write_bytes, write_output
from schema.grammar.slots import NO_LANGUAGE
from schema.values.datapoint import HistoryEntry
from schema.values.kept_things import shown_subject
from schema.values.via import read_via
from schema.workspace import Workspace

# What a spreadsheet takes for a formula when a field begins with it.
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
_HEAD = ("number", "when", "who", "kind", "subject", "old", "new", "reason", "via", "hash")


def write_pack(
    workspace: Workspace, scope: Scope, folder: Path, act: Act, step: Callable[[], None] = lambda: None
) -> tuple[Written, ...]:
    """Write the pack; a workbook that an auditor has worked in is never replaced. AnnalsError as `basis_of`.

    `step` is heard between the parts of the work and may raise to cancel.
    """
    basis = basis_of(workspace, scope)
    step()
    book = assurance_book(basis, scope.report)
    step()
    wanted = folder / f"{scope.report}-assurance.xlsx"
    files = [Written(write_output(wanted, lambda temporary: write_excel(book, temporary)), wanted)]
    entries = [entry for entry in workspace.history() if entry.number <= basis.number]
    files.append(_plain(folder / "history.csv", history_csv(entries)))
    kept = ((name, workspace.attachment(name)) for name in _attachments(basis, scope.report))
    files += [_plain(folder / "attachments" / name, data) for name, data in kept]
    told = _freeze_json(basis, scope, act, folder, files)
    files.append(_plain(folder / "freeze.json", told))
    return tuple(files)


def _plain(path: Path, data: bytes) -> Written:
    write_bytes(path, data)
    return Written(path, path)


def history_csv(entries: Iterable[HistoryEntry]) -> bytes:
    """Return the history as CSV that no spreadsheet takes for formulas: what begins like one gets a ' before it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_HEAD)
    for entry in entries:
        via = read_via(entry.via)
        fields = (
            str(entry.number), entry.when.isoformat(), entry.who, entry.kind, shown_subject(entry.kind, entry.subject),
            entry.old, entry.new, entry.reason, json.dumps(via.plain(), ensure_ascii=False) if via else "", entry.hash,
        )  # fmt: skip
        writer.writerow([f"'{field}" if field.startswith(_LIVE) else field for field in fields])
    return text.getvalue().encode("utf-8-sig")


def _attachments(basis: Basis, report: str) -> list[str]:
    """Return the hashes of evidence and of pictures in scope that have come."""
    snapshot = basis.moment.snapshot
    names = {one.hash for one in evidence_in(basis, report)}
    names |= {text for (own, _, language), text in snapshot.texts.items() if own == report and language == NO_LANGUAGE}
    return sorted(name for name in names if name in snapshot.attachments)


def _freeze_json(basis: Basis, scope: Scope, act: Act, folder: Path, files: Iterable[Written]) -> bytes:
    freeze = basis.moment.freeze
    members = {file.path.relative_to(folder).as_posix(): file.path.read_bytes() for file in files}
    told = {
        "report": scope.report, "only": list(scope.only), "sections": list(scope.sections),
        "number": basis.number, "head": basis.head, "made": act.at, "by": act.who,
        "freeze": asdict(freeze) if freeze else None,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in members.items()},
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8")
