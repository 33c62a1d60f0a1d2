"""What the running program says, and what a company words otherwise.

The program's messages and phrases come with the program; a workspace keeps only the differences. Workspaces made
by earlier programs hold a full copy of what was said then: what any of them said is no difference.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import Any, Literal

from schema.grammar.words import LANGUAGES, NO_WORDS, Words

Kind = Literal["messages", "phrases"]
KINDS: tuple[Kind, ...] = ("messages", "phrases")
_Sentences = Mapping[str, Words]


# What is said otherwise in the window, where nobody types commands, has a sentence of its own under `<code>.window`.
WINDOW = ".window"


class ProgramWords:
    """The messages and phrases below a folder of resources, read when the first of them is asked for.

    In the window the sentences of `<code>.window` are said in place of those of `<code>`.
    """

    def __init__(self, resources: Path, *, in_window: bool = False) -> None:
        self._resources = resources
        self._definitions = resources / "definitions"
        self._words = resources / "words"
        self._in_window = in_window

    @cached_property
    def in_window(self) -> ProgramWords:
        """Return the same program as it speaks in the window, and in what is read without it at hand."""
        return self if self._in_window else ProgramWords(self._resources, in_window=True)

    @cached_property
    def messages(self) -> WordsInForce:
        """What the program says, without a company's changes."""
        return self.in_force("messages", {})

    @cached_property
    def phrases(self) -> WordsInForce:
        """The fixed words of documents, without a company's changes."""
        return self.in_force("phrases", {})

    def in_force(self, kind: Kind, stored: _Sentences) -> WordsInForce:
        """Return the program's words with those laid over them that a company's definitions hold."""
        return WordsInForce(self, kind, stored)

    def own(self, kind: Kind) -> _Sentences:
        """Return what the program itself says, by code."""
        return self._own[kind]

    def ever_said(self, kind: Kind, code: str, text: str) -> bool:
        """Whether this program or an earlier one had this wording for a code, in whatever language."""
        return mark(kind, code, text) in self._marks

    @cached_property
    def _own(self) -> Mapping[str, _Sentences]:
        if not self._in_window:
            return self._written
        return {kind: {**said, **_for_window(said)} for kind, said in self._written.items()}

    @cached_property
    def _written(self) -> Mapping[str, _Sentences]:
        sources = {kind: self._definitions / f"{kind}.yaml" for kind in KINDS}
        try:
            compiled: dict[str, Any] = json.loads((self._words / "compiled.json").read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            compiled = {}
        if compiled.get("of") != digest(sources):
            # Somebody is at work on the sentences: they count as they stand, only slower.
            from schema.catalogue.loader_messages import load_messages

            return {kind: load_messages(path, kind) for kind, path in sources.items()}
        return {kind: {code: Words(*texts) for code, texts in compiled[kind].items()} for kind in KINDS}

    @cached_property
    def _marks(self) -> frozenset[str]:
        path = self._words / "said.txt"
        return frozenset(path.read_text("ascii").split()) if path.exists() else frozenset()


class WordsInForce(Mapping[str, Words]):
    """Messages or phrases by code: the program's, with a company's own wording of some over them."""

    def __init__(self, program: ProgramWords, kind: Kind, stored: _Sentences) -> None:
        self.program = program
        self._kind: Kind = kind
        self._stored = stored

    @cached_property
    def changes(self) -> _Sentences:
        """What the company words otherwise, and only that: a language in which it says the same is empty."""
        changed = {code: self._changed(code, words) for code, words in self._stored.items()}
        return {code: words for code, words in changed.items() if words}

    @cached_property
    def unfit(self) -> _Sentences:
        """Those changes that give way: they have places which the program does not fill."""
        own: _Sentences = self.program.own(self._kind) if self.changes else {}
        misfits = {code: _misfit(words, own[code]) for code, words in self.changes.items() if code in own}
        return {code: words for code, words in misfits.items() if words}

    def in_window(self) -> WordsInForce:
        """Return them as they are said where nobody types commands."""
        return WordsInForce(self.program.in_window, self._kind, self._stored)

    def places(self, code: str) -> frozenset[str]:
        """Return the places that a wording of this code may have."""
        return _places(self.program.own(self._kind)[code])

    def __getitem__(self, code: str) -> Words:
        return self._all[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @cached_property
    def _all(self) -> _Sentences:
        own = self.program.own(self._kind)
        return {**own, **{code: self._overlaid(code, own.get(code, NO_WORDS)) for code in self.changes}}

    def _changed(self, code: str, words: Words) -> Words:
        own = self.program.own(self._kind).get(code, NO_WORDS)

        def changed(language: str) -> str:
            text = words.get(language)
            same = text.strip() == own.get(language).strip() or self.program.ever_said(self._kind, code, text)
            return "" if same else text

        return _each(changed)

    def _overlaid(self, code: str, own: Words) -> Words:
        changed, unfit = self.changes[code], self.unfit.get(code, NO_WORDS)

        def overlaid(language: str) -> str:
            return "" if unfit.get(language) else changed.get(language)

        return _each(lambda language: overlaid(language) or own.get(language))


def program_of(sentences: Mapping[str, Words]) -> ProgramWords | None:
    """Return the program over whose words a company's are laid; None where there is none."""
    return sentences.program if isinstance(sentences, WordsInForce) else None


def mark(kind: Kind, code: str, text: str) -> str:
    """Return eight characters that stand for one wording of a code, whatever blanks it begins and ends with."""
    # Earlier programs kept sentences without the blanks at their ends, which were meant.
    said = f"{kind}\n{code}\n{text.strip()}"
    return base64.urlsafe_b64encode(hashlib.sha256(said.encode()).digest()[:6]).decode()


def _for_window(said: _Sentences) -> _Sentences:
    """Return the sentences that the window says in place of others, by the codes of those."""
    return {code.removesuffix(WINDOW): words for code, words in said.items() if code.endswith(WINDOW)}


def digest(sources: Mapping[str, Path]) -> str:
    """Return what tells one state of the sentences' files from another, however their lines end."""
    texts = (sources[kind].read_bytes().replace(b"\r\n", b"\n") for kind in KINDS)
    return hashlib.sha256(b"\0".join(texts)).hexdigest()


def _each(text: Callable[[str], str]) -> Words:
    return Words(*map(text, LANGUAGES))


def _misfit(words: Words, own: Words) -> Words:
    allowed = _places(own)
    return _each(lambda language: words.get(language) if not _fits(words.get(language), allowed) else "")


def _places(words: Words) -> frozenset[str]:
    """Return the places of a wording in all its languages."""
    return frozenset(place for language in LANGUAGES for place in _template_places(words.get(language)))


def _fits(text: str, allowed: frozenset[str]) -> bool:
    try:
        return _template_places(text) <= allowed
    except ValueError:  # a brace without its pair
        return False


def _template_places(text: str) -> frozenset[str]:
    # With what else stands in the braces: numbers come as text, which most formats refuse.
    fields = ((name, spec, conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None)
    return frozenset(":".join(filter(None, field)) if any(field) else "{}" for field in fields)
