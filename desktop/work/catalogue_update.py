"""A workspace's catalogue brought up to the running program's: previewed, applied in one step, and undone in one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from schema.errors import AnnalsError
from schema.mistakes import near

if TYPE_CHECKING:
    from schema.catalogue.built_in import BuiltIn
    from schema.catalogue.outline import Definitions
    from schema.exchange.catalogue_update.difference import Difference
    from schema.exchange.catalogue_update.update import Sources, Update
    from schema.values.definition_versions import Version
    from schema.workspace import Workspace

Side = Literal["", "ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Whose word counts: `names` are places of differences or their beginnings (`metrics`, `metrics/energy.gas`).

    Without names `theirs` settles every conflict; a unit under values, and reports that the company threw out, are
    taken by name only.
    """

    side: Side = ""
    names: tuple[str, ...] = ()

    def takes(self, difference: Difference) -> bool:
        """Whether a difference comes in."""
        if not self.names:
            return difference.comes or (self.side == "theirs" and difference.kind == "conflict")
        named = any(is_named(difference, name) for name in self.names)
        return (difference.comes or named) if self.side == "theirs" else (difference.comes and not named)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a newer built-in catalogue would bring; `known` says whether it is known what the workspace was made of."""

    built_in: BuiltIn
    differences: tuple[Difference, ...]
    known: bool

    @property
    def coming(self) -> int:
        """Return how many changes come in where nobody says anything."""
        return sum(one.comes for one in self.differences)

    @property
    def asked(self) -> int:
        """Return how many are left to a person."""
        return sum(one.is_asked for one in self.differences)


def is_named(difference: Difference, name: str) -> bool:
    """Whether a name is that of a difference, of its entry, or of the list that it belongs to."""
    return difference.place == name or difference.place.startswith((f"{name}#", f"{name}/"))


def is_newer(workspace: Workspace, resources: Path) -> bool:
    """Whether the program's catalogue may be newer than what the workspace was made of; told without reading it.

    One that it had once is not: a newer program has been here since, or somebody has taken its update back.
    """
    from schema.catalogue.built_in import source_digest

    known = {version.source for version in workspace.versions()}
    return source_digest(resources) not in known and _base(workspace, resources) is not None


def sources(workspace: Workspace, built_in: BuiltIn, resources: Path) -> Sources:
    """Return what is merged."""
    from schema.exchange.catalogue_update.update import Sources

    base = _base(workspace, resources)
    return Sources(_read(base), workspace.definitions, built_in.definitions, workspace.snapshot())


def offer(merged: Sources, built_in: BuiltIn) -> Offer:
    """Return every difference, taking none; takes a second."""
    from schema.exchange.catalogue_update.update import differences

    return Offer(built_in, differences(merged), merged.base is not None)


def prepare(merged: Sources, choice: Choice) -> Update:
    """Merge and check, storing nothing. DefinitionsError; AnnalsError catalogue.no_difference for a name of none."""
    from schema.exchange.catalogue_update.update import differences, update

    if choice.names:
        _need_named(differences(merged), choice.names)
    return update(merged, choice.takes)


def apply_update(workspace: Workspace, update: Update, built_in: BuiltIn, reason: str) -> bool:
    """Put the merged definitions in force, as one entry of the history; False where they are in force already."""
    from schema.catalogue.compiled import to_json
    from schema.values.definition_versions import MadeOf

    workspace.keep_backup("definitions")
    made_of = MadeOf(to_json(built_in.definitions), built_in.source)
    return bool(workspace.adopt(update.definitions, reason, (), made_of))


def take_in(
    workspace: Workspace, built_in: BuiltIn, resources: Path, places: Collection[str], reason: str
) -> Definitions:
    """Merge what the workspace holds by now, with the differences of these places alone, and put it in force.

    Returns the definitions in force. Raises DefinitionsError where the whole would have mistakes: nothing is stored.
    """
    from schema.exchange.catalogue_update.update import update

    merged = update(sources(workspace, built_in, resources), lambda one: one.place in places)
    apply_update(workspace, merged, built_in, reason)
    return workspace.definitions


def undo_update(workspace: Workspace, reason: str) -> tuple[Difference, ...]:
    """Take the last update back, as one entry of the history; returns what stays since people have changed it.

    Definitions that were changed since keep those changes. Raises AnnalsError catalogue.no_update.
    """
    from schema.exchange.catalogue_update.update import Sources, update
    from schema.values.definition_versions import MadeOf

    versions = workspace.versions()
    number = last_update(versions)
    if number is None:
        raise AnnalsError("catalogue.no_update")
    before, after = versions[number - 1], versions[number]
    earlier = _definitions(workspace, before.name)
    reverse = Sources(_definitions(workspace, after.name), workspace.definitions, earlier, workspace.snapshot())
    # What the update itself did under values is taken back, too.
    undone = update(reverse, lambda one: one.comes or one.kind == "held")
    left = tuple(one for one in undone.differences if one not in undone.taken)
    if not left and versions[-1].name == after.name:
        workspace.restore(before, reason)
        return ()
    made_of = MadeOf(workspace.compiled(before.built_in) if before.built_in else "", before.source)
    workspace.adopt(undone.definitions, reason, (), made_of)
    return left


def last_update(versions: Sequence[Version]) -> int | None:
    """Return the number of the version that the last update made which was not undone, or None."""
    made: list[int] = []
    for number, (old, new) in enumerate(pairwise(versions), 1):
        if _origin(new) == _origin(old):
            continue
        if made and _origin(new) == _origin(versions[made[-1] - 1]):
            made.pop()  # that was undone
        else:
            made.append(number)
    return made[-1] if made else None


def _origin(version: Version) -> tuple[str, str]:
    return version.built_in, version.source


def _base(workspace: Workspace, resources: Path) -> str | None:
    """Return the built-in catalogue that the definitions come from, compiled, or None where nobody knows."""
    versions = workspace.versions()
    if versions and versions[-1].built_in:
        return workspace.compiled(versions[-1].built_in)
    from schema.catalogue.past_catalogues import mark, past_marks

    known = past_marks(resources)
    kept = (workspace.compiled(version.name) for version in reversed(versions))
    return next((compiled for compiled in kept if mark(compiled) in known), None)


def _read(compiled: str | None) -> Definitions | None:
    from schema.catalogue.compiled import from_json

    return None if compiled is None else from_json(compiled)


def _definitions(workspace: Workspace, name: str) -> Definitions:
    from schema.catalogue.compiled import from_json
    from schema.catalogue.program_words import program_of

    return from_json(workspace.compiled(name), program_of(workspace.definitions.catalogue.messages))


def _need_named(found: Collection[Difference], names: Sequence[str]) -> None:
    for name in names:
        if not any(is_named(difference, name) for difference in found):
            places = [difference.place for difference in found]
            raise AnnalsError("catalogue.no_difference", name=name, near=near(name, places))
