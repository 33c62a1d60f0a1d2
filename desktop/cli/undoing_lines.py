"""What one step back has done, of a merge or of an import: lines for people, an object for programs."""

from __future__ import annotations

from desktop.cli.speaker import Speaker
from desktop.work.subject_names import SubjectNames
from schema.exchange.taking_back import Undoing
from schema.values.kept_things import canonical
from schema.workspace import Workspace


def print_undoing(number: int, undoing: Undoing, workspace: Workspace, speaker: Speaker) -> int:
    """Print what was left as it is, or with --json everything; return the exit status: 1 where something was left."""
    undone, left = ([canonical(at) for at in subjects] for subjects in (undoing.undone, undoing.left))
    speaker.json({"number": number, "undone": undone, "left": left})
    names = SubjectNames(workspace.definitions, workspace.snapshot(), speaker.language)
    for subject in undoing.left:
        speaker.say("cli.undo_left", subject=names.line(subject))
    return int(bool(undoing.left))
