"""A value's footnote in several languages: they stand behind each other, parted by two bars (中文。 || English.)."""

from __future__ import annotations

from schema.grammar.words import is_chinese

PARTED = "||"


def footnote_in(text: str, language: str) -> str:
    """Return the part of a footnote in a language; where none is in it, the words that are there.

    Of two Chinese parts the first is in simplified, the last in traditional characters.
    """
    if PARTED not in text:
        return text.strip()
    parts = [part.strip() for part in text.split(PARTED) if part.strip()]
    chinese = [part for part in parts if is_chinese(part)]
    english = [part for part in parts if not is_chinese(part)]
    if language == "en":
        return " ".join(english or chinese)
    wanted = chinese or english
    return (wanted[-1] if language == "zh-Hant" else wanted[0]) if wanted else ""
