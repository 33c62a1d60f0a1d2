"""What the environment does to us: one named exception per cause, each with a sentence in messages.yaml.

AnnalsError
├── DefinitionsError      the definitions have mistakes (all of them, each with file and line)
├── ImportRefused         a file of figures cannot be taken as a whole (all reasons)
├── NextRefused           a report cannot be rolled forward as asked (all reasons)
├── RightsError           the acting person is not among the people, or has a role that forbids it
├── WorkspaceError        the workspace file cannot be used (foreign, newer, broken, missing, locked, read-only)
│   └── Raced             what changes were made from was changed by somebody else (schema.values.races)
├── OutputError           a file cannot be written (open elsewhere, disk full, folder read-only)
├── PackError             a pack is not taken, for the one reason that it names
├── FormError             a workbook is no Excel form of ours, or a broken one
├── DraftError            a Word file that came back is no draft of ours, one of something else, or broken
└── ChildError            the process that reads a foreign file has failed, not the file
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schema.mistakes import Mistake


class AnnalsError(Exception):
    """An expected trouble; `code` names the sentence, `params` fill its places."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class DefinitionsError(AnnalsError):
    """The definitions have mistakes; `mistakes` lists them all as file, line, reason, near name."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("definitions.mistakes", count=str(len(mistakes)), list="\n".join(map(str, mistakes)))
        self.mistakes = mistakes


class ImportRefused(AnnalsError):
    """A file is refused as a whole; `issues` are the reasons with their rows."""

    def __init__(self, file: str, issues: tuple[object, ...]) -> None:
        super().__init__("import.refused", file=file, count=str(len(issues)))
        self.issues = issues


class NextRefused(AnnalsError):
    """Next year's report cannot be begun as asked; `issues` are all the reasons."""

    def __init__(self, source: str, issues: tuple[object, ...]) -> None:
        super().__init__("next.refused", source=source, count=str(len(issues)))
        self.issues = issues


class RightsError(AnnalsError):
    """Whoever acts may not make this change; nothing was stored."""


class WorkspaceError(AnnalsError):
    """The workspace cannot be opened or written."""


class OutputError(AnnalsError):
    """An output file cannot be written."""


class PackError(AnnalsError):
    """A pack is not taken; nothing was stored."""


class FormError(AnnalsError):
    """An Excel form is not taken; nothing was stored."""


class DraftError(AnnalsError):
    """A Word file is not taken as a draft; it is not changed."""


class ChildError(AnnalsError):
    """The process that reads a foreign file cannot be started, or has ended; the file need not be at fault."""
