"""Language and sentences of the command line."""

from __future__ import annotations

import getpass
import json
import locale
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from schema.catalogue.program_words import ProgramWords
from schema.errors import AnnalsError
from schema.grammar.words import Words

if TYPE_CHECKING:
    from schema.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says the program's sentences in one language: results on `out`, troubles on `err`."""

    language: str
    program: ProgramWords
    resources: Path
    who: str
    out: TextIO
    err: TextIO

    @property
    def messages(self) -> Mapping[str, Words]:
        """What the program says, by code."""
        return self.program.messages

    def open(self, path: Path, *, write: bool) -> Workspace:
        """Open a workspace as this person, with the program's words."""
        from schema.workspace import Workspace

        return Workspace.open(path, write=write, who=self.who, program=self.program)

    def sentence(self, code: str, **params: str) -> str:
        """Return a sentence with its places filled."""
        return self.messages[code].best(self.language).format(**params)

    def say(self, code: str, **params: str) -> None:
        """Say a sentence of the command line."""
        print(self.sentence(code, **params), file=self.out)

    def trouble(self, error: AnnalsError) -> str:
        """Return what happened and what to do."""
        from schema.validation.messages import error_message

        return error_message(error, self.messages, self.language)

    def write(self, text: str) -> None:
        """Write a ready line."""
        print(text, file=self.out)

    def json(self, document: object) -> None:
        """Write the one JSON document of a command run with --json."""
        print(json.dumps(document, ensure_ascii=False, indent=1), file=self.out)


def resources_folder() -> Path:
    """Return the folder of the installed data files."""
    return Path(str(files("resources")))


def choose_language(wanted: str | None, environment: Mapping[str, str]) -> str:
    """Return the language asked for, else the locale's, else zh-Hans."""
    if wanted:
        return wanted
    names = [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next((text for text in names if text), "") or (locale.getlocale()[0] or "")
    lowered = name.lower().replace("-", "_")
    if lowered.startswith("en"):
        return "en"
    traditional = any(mark in lowered for mark in ("_hk", "_tw", "_mo", "hant", "traditional"))
    return "zh-Hant" if traditional else "zh-Hans"


def make_speaker(language: str | None) -> Speaker:
    """Return the speaker of this process; standard streams are switched to UTF-8 for Windows' sake."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    folder = resources_folder()
    chosen = choose_language(language, os.environ)
    return Speaker(chosen, ProgramWords(folder), folder, user_name(), sys.stdout, sys.stderr)


def user_name() -> str:
    """Return the name that history shows for this person."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
