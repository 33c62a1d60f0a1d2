"""The commands draft and accept: texts in the other Chinese script by machine, and a person's word for them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence

from desktop.cli.speaking import Speaker
from desktop.cli.telling import need_report
from schema.errors import AnnalsError
from schema.values.report_texts import Made, Wording, acceptances, changes, drafts, source_of, wordings
from schema.values.script_conversion import make_drafter
from schema.workspace import Workspace

Choose = Callable[[Sequence[Wording], Workspace], Mapping[str, Made]]


def draft(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Fill what a report lacks in a language from its texts in the other script; what is there stays."""
    language = _language(arguments)
    source = arguments.source or source_of(language) or "zh-Hans"

    def choose(found: Sequence[Wording], workspace: Workspace) -> Mapping[str, Made]:
        drafter = make_drafter(workspace.definitions.catalogue, source, language)
        return drafts(found, language, drafter, source)

    return _change(arguments, speaker, choose, "draft", {"from": source})


def accept(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Take the mark of a draft away: a person vouches for these words."""
    language = _language(arguments)
    return _change(arguments, speaker, lambda found, _: acceptances(found, language), "accept", {})


def _language(arguments: argparse.Namespace) -> str:
    if not arguments.language:
        raise AnnalsError("cli.draft_language")
    return arguments.language


def _change(
    arguments: argparse.Namespace, speaker: Speaker, choose: Choose, verb: str, told: dict[str, str]
) -> int:  # fmt: skip
    report, language = arguments.report, arguments.language
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        need_report(workspace.definitions, report)
        outline, catalogue = workspace.definitions.outlines[report], workspace.definitions.catalogue
        snapshot = workspace.snapshot()
        found = [one for one in wordings(outline, snapshot, catalogue) if _wanted(one, arguments)]
        _need_some(found, arguments)
        made = choose(found, workspace)
        if not arguments.dry_run:
            workspace.apply(changes(found, made, language, report, snapshot), reason=f"{verb} {language}")
    rows = [{"section": one.section, "name": one.name, "text": made[one.name][0]} for one in found if one.name in made]
    if arguments.json:
        speaker.json({"report": report, "language": language, **told, "texts": rows})
        return 0
    for row in rows:
        speaker.write(f"{row['section']}  {row['name']}")
    code = f"cli.{verb}.dry" if arguments.dry_run else f"cli.{verb}.done"
    name = catalogue.phrases["word.language." + language.replace("-", "").lower()].best(speaker.language)
    speaker.say(code, count=str(len(rows)), report=report, language=name)
    return 0


def _wanted(one: Wording, arguments: argparse.Namespace) -> bool:
    section, name = arguments.section, arguments.text
    inside = not section or one.section == section or one.section.startswith(f"{section}.")
    return inside and (not name or one.name == name)


def _need_some(found: Sequence[Wording], arguments: argparse.Namespace) -> None:
    if not found and (arguments.section or arguments.text):
        raise AnnalsError("cli.draft_nowhere", name=arguments.text or arguments.section, report=arguments.report)


COMMANDS: dict[str, Callable[[argparse.Namespace, Speaker], int]] = {"draft": draft, "accept": accept}
