"""Why a report leaves out a disclosure or parts of it, in words that Word and Excel share."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.assembly.assembly import Assembly
from exporters.content import Text
from schema.grammar.words import Explanation, is_chinese
from schema.validation.coverage import Coverage
from schema.values.footnote_words import footnote_in


@dataclass(frozen=True, slots=True)
class Reason:
    """`parts` names what is left out, empty for the whole; `kind` is the reason's name where the framework wants one.

    `words` are empty where nobody has explained the omission yet. `own`: the report's own explanation of the whole.
    """

    parts: str
    kind: str
    words: str
    own: bool = False

    def said(self, assembly: Assembly) -> str:
        """Return everything as one sentence: parts, kind, words; empty without words."""
        if not self.words:
            return ""
        marks, parts = assembly.punctuation, "" if self.own else self.parts
        # Words that say themselves what kind it is are not told twice.
        kind = "" if self.words.startswith(self.kind) else self.kind
        head = marks.bracketed(parts, kind) if parts else kind
        return f"{head}{marks.colon}{self.words}" if head else self.words


def reasons(assembly: Assembly, answer: Coverage) -> tuple[Reason, ...]:
    """Return why a disclosure is left out: the report's own words for the whole, else each omission; each reason once.

    What must be disclosed takes none.
    """
    if answer.disclosure.mandatory:
        return ()
    own = answer.explanation
    if own.document and not assembly.words(own):  # what another document answers is not left out
        return ()
    if own:
        return (Reason(own.requirements, _kind(assembly, own), assembly.words(own), own=True),)
    names: dict[Explanation, dict[str, None]] = {}
    for omitted in answer.left_out:
        names.setdefault(omitted.explanation, {})[assembly.name(omitted.key)] = None
    whole = answer.state != "answered" and len(names) == 1
    return tuple(
        Reason(
            "" if whole else assembly.punctuation.listed(parts),
            _kind(assembly, explanation),
            _explained(assembly, explanation),
        )
        for explanation, parts in names.items()
    )


def _explained(assembly: Assembly, explanation: Explanation) -> str:
    """Return a person's words in the report's language.

    Of Chinese words alone an English report says the kind of reason; the open points ask for them in English.
    """
    words = assembly.words(explanation)
    if not assembly.chinese and is_chinese(footnote_in(words, assembly.language)):
        return _kind(assembly, explanation) or assembly.quoted(words)
    return assembly.quoted(words)


def elsewhere(assembly: Assembly, answer: Coverage) -> tuple[Text, ...]:
    """Return which other document answers a disclosure, with the page there, leading to its file; mostly nothing."""
    own = answer.explanation
    if not own.document:
        return ()
    name = footnote_in(own.document, assembly.language)
    words = assembly.say("word.index.elsewhere", document=name, page=own.page) if own.page else name
    return (Text(words, link=own.link),)


def all_said(assembly: Assembly, answer: Coverage) -> tuple[str, ...]:
    """Return each reason as a sentence, those without words left out."""
    return tuple(filter(None, (reason.said(assembly) for reason in reasons(assembly, answer))))


def _kind(assembly: Assembly, explanation: Explanation) -> str:
    reason = explanation.reason
    return assembly.say("word.omission." + reason.replace("_", ".")) if reason else ""
