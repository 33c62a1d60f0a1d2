"""What people call units, departments, breakdowns, frameworks and metrics, and which one they mean by a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from schema.grammar.languages import LANGUAGES
from schema.grammar.words import Words
from schema.mistakes import near
from schema.validation.issue import Issue


@dataclass(frozen=True, slots=True)
class KnownNames:
    """`shown` is what each code is called here; `meant` are the codes that a name in any language may mean, folded.

    Where several are called alike their codes stand with their names. `what` names the sentence for what is unknown.
    """

    what: str
    shown: Mapping[str, str]
    meant: Mapping[str, tuple[str, ...]]

    def name(self, code: str) -> str:
        """Return what a code is called; one that is not known is called by itself."""
        return self.shown.get(code, code)

    def _whole(self, code: str) -> str:
        name = self.name(code)
        return name if name.endswith(f"({code})") else f"{name} ({code})"

    def code(self, text: str) -> str | Issue:
        """Return the code that a typed name or code means, or why there is none, with the name that is nearest."""
        typed = text.strip()
        if typed in self.shown:
            return typed
        own = [code for code, name in self.shown.items() if name.casefold() == typed.casefold()]
        codes = own or self.meant.get(typed.casefold(), ())
        if len(codes) == 1:
            return codes[0]
        if codes:
            return Issue("catalogue.several", "error", facts={"name": typed, "list": tuple(map(self._whole, codes))})
        nearest = near(typed, self.shown.values()) or self.name(near(typed, self.shown))
        return Issue(f"definition.unknown_{self.what}", "error", facts={"name": typed, "near": nearest})


def known_names(what: str, names: Mapping[str, Words], language: str, more: Mapping[str, Iterable[str]]) -> KnownNames:
    """Return the names of things by code, with `more` that each is known by."""
    own = {code: words.best(language) or code for code, words in names.items()}
    counted = Counter(name.casefold() for name in own.values())
    shown = {code: name if counted[name.casefold()] == 1 else f"{name} ({code})" for code, name in own.items()}
    meant: dict[str, dict[str, None]] = {}
    for code, words in names.items():
        called = (code, shown[code], *(words.get(one) for one in LANGUAGES), *more.get(code, ()))
        for name in filter(None, called):
            meant.setdefault(name.casefold(), {})[code] = None
    return KnownNames(what, shown, {name: tuple(codes) for name, codes in meant.items()})
