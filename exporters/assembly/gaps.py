"""Placeholders of what is missing: visible where it should stand, with a remark that says whom to ask."""

from __future__ import annotations

from exporters.assembly.assembly import Assembly, Part
from exporters.content import Gap
from schema.grammar.words import LANGUAGES


def text_gap(part: Part, slot: str, name: str, asked: str = "") -> Gap:
    """Return the placeholder of a missing text; it says so where only this language is missing.

    `asked` is of what kind and how long the text should be.
    """
    assembly, ask = part.assembly, part.ask
    if department := assembly.moment.withheld.slots.get((assembly.outline.code, slot)):
        return Gap(assembly.say("word.gap.text", name=name), not_approved(assembly, department))
    there = assembly.punctuation.listed(map(assembly.language_name, languages_of(assembly, slot)))
    if not there:
        remark = assembly.say("word.ask.text", department=ask, name=name)
        return Gap(assembly.say("word.gap.text", name=name + asked), f"{remark} [{slot}]")
    own = assembly.language_name(assembly.language)
    remark = assembly.say("word.ask.language", department=ask, language=own, name=name, there=there)
    return Gap(assembly.say("word.gap.language", name=name, language=own), f"{remark} [{slot}]")


def languages_of(assembly: Assembly, slot: str) -> list[str]:
    """Return the languages in which a slot has words."""
    texts, report = assembly.snapshot.texts, assembly.outline.code
    return [language for language in LANGUAGES if texts.get((report, slot, language), "").strip()]


def not_approved(assembly: Assembly, department: str) -> str:
    """Return the remark of what is left out since a department's words or records are not approved."""
    return assembly.say("word.pending", department=assembly.department(department))


def reference_gap(assembly: Assembly, written: str) -> Gap:
    """Return the placeholder of a reference that names nothing."""
    text = assembly.say("word.gap.reference", written=written)
    return Gap(text, assembly.say("word.ask.reference", written=written))


def records_gap(part: Part, block: str, name: str, ask: str) -> Gap:
    """Return the placeholder of the records of a block that nobody has typed, or approved, yet."""
    text = part.assembly.say("word.gap.records", name=name)
    if department := part.assembly.moment.withheld.lists.get(block):
        return Gap(text, not_approved(part.assembly, department))
    return Gap(text, part.assembly.say("word.ask.text", department=ask, name=name))


def value_gap(assembly: Assembly, name: str, what: str, ask: str) -> Gap:
    """Return the placeholder `name` of something else; `what` is missing, `ask` the department to be asked."""
    text = assembly.say("word.gap.text", name=name)
    return Gap(text, assembly.say("word.ask.value", department=ask, what=what))
