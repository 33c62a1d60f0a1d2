"""What a request's pack says of itself before it is opened, and the place where its share is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal

from desktop.work.open_pack import Reading, read_sent
from schema.catalogue.program_words import ProgramWords
from schema.errors import WorkspaceError
from schema.grammar.words import Words
from schema.workspace import Workspace

SUFFIX = ".annals"
_UNSAFE, _LONGEST = re.compile(r"[^\w.-]"), 80
# What stands at a place: nothing, the very share (perhaps with an answer that was begun), or something else.
Standing = Literal["nothing", "share", "other"]


@dataclass(frozen=True, slots=True)
class PackGist:
    """Who asks whom for what, until when (ISO date), with which words; nothing of it is stored.

    `report` and `department` are codes, `title` and `name` what they are called. `asked` are items. `returned` is why
    all of it came back, empty where it did not.
    """

    pack: Path
    sender: str
    company: str
    report: str
    title: Words
    department: str
    name: Words
    person: str
    due: str
    guidance: str
    returned: str
    asked: int
    number: int

    @property
    def share(self) -> str:
        """What tells this share from every other one."""
        return "/".join((self.company, self.report, self.department))


def pack_gist(pack: Path, program: ProgramWords) -> PackGist:
    """Read what a request's pack says of itself. PackError where it is none that is taken."""
    return _gist(pack, read_sent(pack, program))


def _gist(pack: Path, reading: Reading) -> PackGist:
    manifest, request, definitions = reading.pack.manifest, reading.content.request, reading.definitions
    department = definitions.catalogue.departments.get(manifest.department)
    return PackGist(
        pack, reading.sent.by, manifest.company, manifest.report, definitions.outlines[manifest.report].title,
        manifest.department, department.name if department else Words(manifest.department, "", ""), manifest.person,
        request.due, request.guidance, request.returned.words if request.returned else "",
        len(reading.content.asked), manifest.number,
    )  # fmt: skip


def standing_at(place: Path, gist: PackGist, program: ProgramWords) -> Standing:
    """Return what stands at a place; a workspace that can't be opened is something else."""
    if not place.exists():
        return "nothing"
    try:
        with Workspace.open(place, write=False, program=program) as workspace:
            origin = workspace.origin
    except WorkspaceError:
        return "other"
    same = origin is not None and (origin.company, origin.report, origin.department) == (
        gist.company, gist.report, gist.department,
    )  # fmt: skip
    return "share" if same else "other"


def place_of(gist: PackGist, folder: Path, standing: Callable[[Path], Standing]) -> Path:
    """Return where the share of a pack is kept in a folder: where it stands already, else under a free name."""
    return next(path for path in _names(folder, gist) if standing(path) != "other")


def _names(folder: Path, gist: PackGist) -> Iterator[Path]:
    # Both codes come from a stranger: neither leads out of the folder.
    name = _UNSAFE.sub("_", f"{gist.report}-{gist.department}")[:_LONGEST].lstrip(".")
    yield folder / f"{name}{SUFFIX}"
    for number in count(2):
        yield folder / f"{name} ({number}){SUFFIX}"
