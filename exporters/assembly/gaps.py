"""Placeholders of what is missing: visible where it should stand, with a remark that says whom to ask."""

from __future__ import annotations

from exporters.assembly.assembly import Assembly, Part
from exporters.content import Gap
from schema.grammar.words import LANGUAGES


def text_gap(part: Part, slot: str, name: str) -> Gap:
    """Return the placeholder of a missing text; it says so where only this language is missing."""
    assembly, ask = part.assembly, part.ask
    there = assembly.punctuation.listed(map(assembly.language_name, languages_of(assembly, slot)))
    if not there:
        remark = assembly.say("word.ask.text", department=ask, name=name)
        return Gap(assembly.say("word.gap.text", name=name), f"{remark} [{slot}]")
    own = assembly.language_name(assembly.language)
    remark = assembly.say("word.ask.language", department=ask, language=own, name=name, there=there)
    return Gap(assembly.say("word.gap.language", name=name, language=own), f"{remark} [{slot}]")


def languages_of(assembly: Assembly, slot: str) -> list[str]:
    """Return the languages in which a slot has words."""
    texts, report = assembly.snapshot.texts, assembly.outline.code
    return [language for language in LANGUAGES if texts.get((report, slot, language), "").strip()]


def reference_gap(assembly: Assembly, written: str) -> Gap:
    """Return the placeholder of a reference that names nothing."""
    text = assembly.say("word.gap.reference", written=written)
    return Gap(text, assembly.say("word.ask.reference", written=written))


def records_gap(part: Part, name: str, ask: str) -> Gap:
    """Return the placeholder of records that nobody has typed yet."""
    text = part.assembly.say("word.gap.records", name=name)
    return Gap(text, part.assembly.say("word.ask.text", department=ask, name=name))


def value_gap(assembly: Assembly, name: str, what: str, ask: str) -> Gap:
    """Return the placeholder `name` of something else; `what` is missing, `ask` the department to be asked."""
    text = assembly.say("word.gap.text", name=name)
    return Gap(text, assembly.say("word.ask.value", department=ask, what=what))
