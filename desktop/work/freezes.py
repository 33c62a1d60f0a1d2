"""Freezes: the state of a workspace gets a name, and is found again by it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.work.names import need_report
from desktop.work.requests import Act
from schema.errors import AnnalsError
from schema.exchange.packs.signing import Signer
from schema.mistakes import near
from schema.moment import Moment
from schema.values.datapoint import Snapshot
from schema.values.freezes import Freeze, freezes_of
from schema.values.parse import clean_text
from schema.workspace import Workspace

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Naming:
    """What a freeze is called, and of which report it is ("" = of everything)."""

    name: str
    report: str = ""


def freeze(workspace: Workspace, naming: Naming, act: Act, signer: Signer) -> Freeze:
    """Name what stands now, in whoever's name acts and with their signature; the words of the act are the reason.

    AnnalsError freeze.name, freeze.reason, freeze.exists, cli.unknown_report.
    """
    need_report(workspace.definitions, naming.report)
    name, reason = " ".join(clean_text(naming.name).split()), clean_text(act.words).strip()
    if not name or len(name) > LONGEST_NAME:
        raise AnnalsError("freeze.name", name=name[:LONGEST_NAME], most=str(LONGEST_NAME))
    if not reason:
        raise AnnalsError("freeze.reason")

    def made(number: int, head: str) -> Freeze:
        plain = Freeze(name, naming.report, act.who, act.at, reason, number, head, signer.public)
        return replace(plain, signature=signer.sign(plain.signed))

    if not workspace.freeze(made):
        there = need_freeze(workspace.snapshot(), name)
        raise AnnalsError("freeze.exists", name=name, who=there.who, at=there.at[:10])
    return need_freeze(workspace.snapshot(), name)


def need_freeze(snapshot: Snapshot, name: str) -> Freeze:
    """Return the freeze of this name. AnnalsError freeze.unknown, freeze.none where there is none at all."""
    known = {freeze.name: freeze for freeze in freezes_of(snapshot)}
    plain = " ".join(clean_text(name).split())
    if not known:
        raise AnnalsError("freeze.none", name=name)
    if plain not in known:
        raise AnnalsError("freeze.unknown", name=name, near=near(plain, known), list=", ".join(known))
    return known[plain]


def moment_of_freeze(workspace: Workspace, name: str, report: str) -> Moment:
    """Return what the workspace held when it was frozen under this name, to read a report of it.

    AnnalsError as `need_freeze`, cli.unknown_report, freeze.other_report where another report was frozen.
    """
    frozen = need_freeze(workspace.snapshot(), name)
    definitions = workspace.definitions_at(frozen.number)
    need_report(definitions, report)
    if frozen.report not in ("", report):
        raise AnnalsError("freeze.other_report", name=frozen.name, frozen=frozen.report, report=report)
    return Moment(definitions, workspace.replay.snapshot(frozen.number), frozen)
