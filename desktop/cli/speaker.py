"""Language and sentences of the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from desktop.work.data_files import resources_folder

if TYPE_CHECKING:
    from schema.catalogue.definitions import Catalogue
    from schema.catalogue.program_words import ProgramWords
    from schema.errors import AnnalsError
    from schema.grammar.location import Location
    from schema.grammar.words import Words
    from schema.workspace import Workspace

ShowWindow = Callable[[Path, str], int]


class Speaker:
    """Says things in one language: results on `out`, troubles on `err`. Nothing is read before it is said.

    Where the one JSON document is asked for (`as_json`) it is printed and no line is, else the other way round.
    """

    def __init__(self, language: str, resources: Path, show_window: ShowWindow | None = None) -> None:
        self.language = language
        self.resources = resources
        self.show_window = show_window
        self.as_json = False
        self.acting = ""
        self.day: date | None = None
        self.catalogue: Catalogue | None = None  # of the workspace that was opened last
        self._placed = False
        self.out: TextIO = sys.stdout
        self.err: TextIO = sys.stderr

    @cached_property
    def program(self) -> ProgramWords:
        """Return what the program says."""
        from schema.catalogue.program_words import ProgramWords

        return ProgramWords(self.resources)

    @property
    def messages(self) -> Mapping[str, Words]:
        """Return the program's sentences by code."""
        return self.program.messages

    @cached_property
    def who(self) -> str:
        """Return the name that history shows for this person."""
        from desktop.work.user import user_name

        return user_name(self.acting)

    @property
    def today(self) -> date:
        """Return the day by which due dates are told."""
        return self.day or datetime.now().astimezone().date()

    @cached_property
    def _help(self) -> Mapping[str, Mapping[str, str]]:
        import json

        # Apart from the sentences and no YAML, so that help comes at once.
        return json.loads((self.resources / "help" / "commands.json").read_text("utf-8"))

    def open(self, path: Location, *, write: bool) -> Workspace:
        """Open a workspace as this person, with the program's words.

        In one that was made of a pack it is the pack's contact who acts, unless somebody says another name.
        """
        from desktop.work.user import said_name
        from schema.workspace import Workspace

        if not write:
            workspace = Workspace.open(path, write=False, program=self.program)
            self.catalogue = workspace.definitions.catalogue
            self.note_place(path)
            return workspace
        from desktop.work.witnesses import WatchedWorkspace

        workspace = WatchedWorkspace.open_briefly(path, who=self.who, program=self.program)
        self.catalogue = workspace.definitions.catalogue
        self.note_place(path)
        if not said_name(self.acting) and (contact := workspace.contact):
            self.who = contact
            workspace.act_as(contact)
        return workspace

    def note_place(self, path: Location) -> None:
        """Say once where a workspace's file lies on another computer's drive or in a folder that is synced."""
        from desktop.work.risky_place import risk_here

        if isinstance(path, Path) and not self._placed and (risk := risk_here(path)) is not None:
            self.warn(self.trouble(risk))
        self._placed = True

    def help(self, name: str) -> str:
        """Return the help of a command, an argument or the program itself."""
        return self._help[name][self.language]

    def sentence(self, code: str, **params: str) -> str:
        """Return a sentence with its places filled."""
        from schema.grammar.templates import filled

        return filled(self.messages[code].best(self.language), params)

    def say(self, code: str, **params: str) -> None:
        """Say a sentence of the command line."""
        self.write(self.sentence(code, **params))

    def trouble(self, error: AnnalsError) -> str:
        """Return what happened and what to do."""
        from schema.errors import RightsError
        from schema.validation.messages import error_message

        if isinstance(error, RightsError):  # who acts is said otherwise in the window
            error = RightsError(error.code, **{**error.params, **self._thing(error.params), "option": "--as"})
        if self.catalogue is not None:
            from desktop.work.department_names import with_department_names

            error = with_department_names(error, self.catalogue, self.language)
        return error_message(error, self.messages, self.language)

    def department(self, code: str) -> str:
        """Return what a department of the open workspace is called."""
        from desktop.work.department_names import department_name

        return department_name(self.catalogue, code, self.language) if self.catalogue is not None else code

    def _thing(self, params: Mapping[str, str]) -> Mapping[str, str]:
        """Return what a refusal is about as people call it; nothing where it is about no one thing."""
        from desktop.work.refused_thing import refused_thing

        if "subject" not in params or self.catalogue is None:
            return {}
        return {"subject": refused_thing(params["subject"], self.catalogue, self.language)}

    def write(self, text: str) -> None:
        """Write a ready line."""
        if not self.as_json:
            print(text, file=self.out)

    def warn(self, text: str) -> None:
        """Write a ready line about a trouble."""
        print(text, file=self.err)

    def json(self, document: object) -> None:
        """Write the one JSON document, where it is asked for."""
        if self.as_json:
            import json

            print(json.dumps(document, ensure_ascii=False, indent=1), file=self.out)


def choose_language(wanted: str | None, environment: Mapping[str, str]) -> str:
    """Return the language asked for, else the locale's, else zh-Hans."""
    if wanted:
        return wanted
    names = [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next((text for text in names if text), "") or _system_locale()
    lowered = name.lower().replace("-", "_")
    if lowered.startswith("en"):
        return "en"
    traditional = any(mark in lowered for mark in ("_hk", "_tw", "_mo", "hant", "traditional"))
    return "zh-Hant" if traditional else "zh-Hans"


def _system_locale() -> str:
    import locale

    return locale.getlocale()[0] or ""


def make_speaker(language: str | None, show_window: ShowWindow | None = None) -> Speaker:
    """Return the speaker of this process; standard streams are switched to UTF-8 for Windows' sake."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    return Speaker(choose_language(language, os.environ), resources_folder(), show_window)
