"""Packs as witnesses of a history: each is signed and names the head of the history that it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from schema.errors import AnnalsError, PackError
from schema.exchange.packs.manifest import SUFFIX
from schema.exchange.packs.pack import Pack, read_packs
from schema.exchange.request_names import company_name, request_id
from schema.validation.issue import Issue
from schema.values.changes import thing_at
from schema.values.merges import merges_of
from schema.values.pack_origin import origin_of
from schema.values.parse import clean_text
from schema.values.requests import Request
from schema.values.subject import RequestAt
from schema.workspace import Workspace

_MOST_BESIDE = 50  # packs in one folder that are looked at


def told_by_packs(workspace: Workspace, named: Sequence[Path]) -> Iterator[Issue]:
    """Yield which packs know a head that the history has not: those `named`, and those beside the workspace.

    The latter is a doubt only: a backup that lies beside later packs is as it should be.
    Raises PackError, ChildError for a named file that is no pack of this workspace's or an answer to one.
    """
    sure, own = {path.resolve() for path in named}, workspace.path
    files = sorted(own.resolve().parent.glob(f"*{SUFFIX}")) if isinstance(own, Path) else []
    beside = [path for path in files[:_MOST_BESIDE] if path.resolve() not in sure]
    paths = [*named, *beside]
    if not paths:
        return
    kin = _Kin(workspace)
    for path, pack in zip(paths, read_packs(paths), strict=True):
        head = "" if isinstance(pack, AnnalsError) else kin.head(pack, sure=path in named)
        if path in named and not head:
            raise pack if isinstance(pack, AnnalsError) else PackError("verify.not_own", file=clean_text(path.name))
        if isinstance(pack, Pack) and head and not workspace.replay.number_of(head):
            severity = "error" if path in named else "doubt"
            yield Issue("verify.pack", severity, facts=_facts(pack, head, workspace.replay.number))


def told_by_merges(workspace: Workspace) -> Iterator[Issue]:
    """Yield the merged answers whose packs were made from a history that is not this one."""
    replay = workspace.replay
    for merged in merges_of(workspace.snapshot()):
        facts = {"merge": str(merged.number), "file": merged.file, "person": merged.person, "head": merged.upon}
        if merged.upon_number and replay.hash_at(merged.upon_number) != merged.upon:
            yield Issue("verify.answer", "error", facts={**facts, "known": str(merged.upon_number)})
        elif merged.upon and not merged.upon_number:
            yield Issue("verify.answer_unknown", "doubt", facts=facts)


class _Kin:
    """Which packs have to do with a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._snapshot = workspace.snapshot()
        self._company = company_name(workspace.definitions.catalogue)
        self._origin = origin_of(self._snapshot)

    def head(self, pack: Pack, *, sure: bool) -> str:
        """Return the head of this history that a pack names; empty where it has nothing to do with it.

        That a workspace of the same company lies in the same folder says little: its request has to be known here,
        unless somebody is `sure`.
        """
        manifest = pack.manifest
        if manifest.company != self._company:
            return ""
        if self._origin is not None:
            own = manifest.kind == "answer" and pack.content.get("desk") == self._origin.desk
            return manifest.base if own else ""
        if not (sure or self._asked(pack)):
            return ""
        return manifest.base if manifest.kind == "request" else str(pack.content.get("upon") or "")

    def _asked(self, pack: Pack) -> bool:
        manifest = pack.manifest
        request: Request | None = thing_at(self._snapshot, RequestAt(manifest.report, manifest.department))
        return request is not None and request_id(self._company, request) == manifest.request


def _facts(pack: Pack, head: str, number: int) -> dict[str, str]:
    manifest = pack.manifest
    person = manifest.person if manifest.kind == "answer" else str(pack.content.get("sender") or manifest.person)
    said = {"person": person, "date": manifest.made[:10], "head": head, "place": str(pack.path)}
    return {**{name: clean_text(text) for name, text in said.items()}, "number": str(number)}
