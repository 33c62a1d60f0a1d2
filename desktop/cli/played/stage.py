"""Where a year is played: a folder, the people, and the calls that they make, told as a story while it goes on."""

from __future__ import annotations

import contextlib
import gc
import io
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from desktop.cli.main import main
from desktop.cli.speaker import Speaker
from schema.catalogue.definitions import Catalogue
from schema.catalogue.loader_messages import load_messages
from schema.catalogue.punctuation import PUNCTUATION
from schema.errors import AnnalsError
from schema.grammar.templates import filled
from schema.grammar.words import Words
from schema.workspace import Workspace

_STOPPED = 130  # the exit status of a command that somebody has stopped
_MOST = 8  # lines of what a command says; all of it is seen where it is called again
_BLANK = " "


class Cast:
    """The people of the play by what they do; nobody has a name."""

    def __init__(self, words: Mapping[str, Words], catalogue: Catalogue, language: str) -> None:
        self._words, self._catalogue, self._language = words, catalogue, language
        self.editor, self.reviewer, self.auditor = map(self._named, ("editor", "reviewer", "auditor"))

    def contact(self, department: str) -> str:
        """Return the contact of a department, such as 人力资源部联系人."""
        return self._of("contact", department)

    def deputy(self, department: str) -> str:
        """Return who stands in for the contact."""
        return self._of("deputy", department)

    def department(self, code: str) -> str:
        """Return the name of a department."""
        return self._catalogue.departments[code].name.best(self._language)

    def _named(self, role: str) -> str:
        return self._words[f"person.{role}"].best(self._language)

    def _of(self, role: str, department: str) -> str:
        return filled(self._named(role), {"department": self.department(department)})


class Stage:
    """A folder in which the play goes on; `step` hears what is under way. Everything is said to `speaker`."""

    def __init__(self, folder: Path, speaker: Speaker, catalogue: Catalogue, step: Callable[[str], None]) -> None:
        self.folder, self.speaker = folder, speaker
        self.company = folder / "company.annals"
        self._words = load_messages(speaker.resources / "sample" / "played" / "story.yaml", "story")
        self.cast = Cast(self._words, catalogue, speaker.language)
        self._step, self._chapter = step, 0
        self._story: list[str] = []

    @property
    def story(self) -> str:
        """What was told so far."""
        return "\n".join(self._story) + "\n"

    def chapter(self, code: str, **facts: str) -> None:
        """Begin a part of the story."""
        gc.collect()  # what commands built in circles would otherwise stay to the end of the process
        self._chapter += 1
        title = self.words(f"chapter.{code}", **facts)
        self._step(title)
        self._write("", f"{self._chapter}. {title}", "")

    def tell(self, code: str, **facts: str) -> None:
        """Tell what happens next."""
        self._write(self.words(code, **facts))

    def words(self, code: str, **facts: str) -> str:
        """Return a sentence of the story."""
        return filled(self._words[code].best(self.speaker.language), facts)

    def departments(self, codes: Iterable[str]) -> str:
        """Return the names of departments in a row."""
        return PUNCTUATION[self.speaker.language].series.join(map(self.cast.department, codes))

    def run(self, who: str, *words: str | Path, expect: int = 0, most: int = _MOST) -> str:
        """Let somebody call a command; it is told with the first lines of what it says, all of which is returned.

        AnnalsError played.stopped where it does not end with the status that the play `expect`s.
        """
        call = ["--language", self.speaker.language, words[0], *words[1:], "--as", who]
        self._step(str(words[0]))
        status, said = self._called(list(map(str, call)))
        self._write(f"    {who}$ annals {self._shown(words)}")
        lines = [line for line in map(self._short, said.splitlines()) if line.strip()]
        self._write(*(f"    {line}" for line in lines[:most]))
        if len(lines) > most:
            self._write(f"    {self.words('more', count=str(len(lines) - most))}")
        if status != expect:
            raise AnnalsError("played.stopped", command=self._shown(words), said=said.strip())
        return said

    def _called(self, words: Sequence[str]) -> tuple[int, str]:
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = main(words)
        if status == _STOPPED:
            raise KeyboardInterrupt
        return status, said.getvalue()

    def _shown(self, words: Iterable[str | Path]) -> str:
        return self._short(" ".join(_quoted(str(word)) for word in words))

    def _short(self, text: str) -> str:
        return text.replace(f"{self.folder}/", "").replace(f"{self.folder}\\", "")

    def _write(self, *lines: str) -> None:
        for line in lines:
            self.speaker.write(line)
        self._story += lines

    @contextlib.contextmanager
    def opened(self, path: Path, who: str) -> Iterator[Workspace]:
        """Open a workspace as somebody who works in it."""
        with Workspace.open(path, write=True, who=who, program=self.speaker.program) as workspace:
            yield workspace


def _quoted(word: str) -> str:
    plain = word and not any(sign in word for sign in "\"'$`\\;&|<>()*?" + _BLANK)
    return word if plain else shlex.quote(word)
