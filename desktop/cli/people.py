"""annals people: who works on a workspace, in which role."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from desktop.cli.parser import add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.department_names import department_name
from desktop.work.people import addition, forgotten_key, imported, removal
from schema.catalogue.definitions import Catalogue
from schema.errors import AnnalsError, ImportRefused
from schema.grammar.languages import LANGUAGES
from schema.validation.issue import Issue
from schema.validation.messages import message
from schema.values.changes import Change
from schema.values.datapoint import Snapshot
from schema.values.people import ROLES, Person, people_of


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take who is added, taken out or read from a file."""
    add_workspace(parser, speaker)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="NAME", help=speaker.help("addperson"))
    what.add_argument("--remove", metavar="NAME", help=speaker.help("removeperson"))
    what.add_argument("--trust", metavar="NAME", help=speaker.help("trust"))
    what.add_argument("--import", dest="file", type=Path, metavar="FILE", help=speaker.help("peoplefile"))
    add_text(parser, speaker, "department", "email")
    # With --add it is the person's own; the program's stands before the command.
    parser.add_argument("--language", dest="written", choices=LANGUAGES, default="", help=speaker.help("letters"))
    parser.add_argument("--role", choices=ROLES, default="", help=speaker.help("role"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Add, take out or read, then list everybody."""
    asked = (arguments.add, arguments.remove, arguments.trust, arguments.file)
    writes = any(given is not None for given in asked)
    if arguments.add is None and (arguments.department or arguments.role or arguments.email):
        raise AnnalsError("people.asks")
    with speaker.open(arguments.workspace, write=writes) as workspace:
        catalogue = workspace.definitions.catalogue
        if writes:
            changes = _changes(arguments, workspace.snapshot(), catalogue, speaker)
            changed = workspace.apply(changes)
            speaker.say("cli.people_changed", count=str(len(changed)))
            if arguments.add is not None:
                _say_known(changes, catalogue, speaker)
            if arguments.trust is not None:
                speaker.say("cli.trusted", name=arguments.trust)
        people, small = people_of(workspace.snapshot()), workspace.origin is not None
    speaker.json({"people": [asdict(person) for person in people]})
    for person in people:
        speaker.write(_line(person, catalogue, speaker))
    if small:
        speaker.say("people.small")
    elif not any(person.role == "editor" for person in people):
        speaker.say("cli.people_no_editor")
    return 0


def _changes(
    arguments: argparse.Namespace, snapshot: Snapshot, catalogue: Catalogue, speaker: Speaker
) -> tuple[Change, ...]:
    if arguments.remove is not None:
        return (removal(snapshot, arguments.remove),)
    if arguments.trust is not None:
        return (forgotten_key(snapshot, arguments.trust),)
    if arguments.add is not None:
        fields = {"name": arguments.add, "department": arguments.department, "role": arguments.role}
        details = {"email": arguments.email, "language": arguments.written}
        return (addition(snapshot, fields | details, catalogue),)
    try:
        return imported(snapshot, arguments.file, catalogue)
    except ImportRefused as error:
        for issue in error.issues:
            if isinstance(issue, Issue):
                speaker.warn(f"{issue.place}: {message(issue, catalogue, speaker.language)}")
        raise


def _say_known(changes: Iterable[Change], catalogue: Catalogue, speaker: Speaker) -> None:
    """Say whom a name already was: there may be two people of one name."""
    for change in changes:
        if isinstance(change.before, Person) and change.before != change.after:
            name, *known = _line(change.before, catalogue, speaker).split("\t")
            speaker.say("cli.person_known", name=name, before=" ".join(filter(None, known)))


def _line(person: Person, catalogue: Catalogue, speaker: Speaker) -> str:
    department = department_name(catalogue, person.department, speaker.language)
    role = speaker.sentence(f"cli.role.{person.role}")
    return "\t".join((person.name, department, role, person.email, person.language)).rstrip()
