"""The order of the play, and where it goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.cli.played.assuring import assure
from desktop.cli.played.beginning import Plan, Year, begin
from desktop.cli.played.desk import answer_here, complete
from desktop.cli.played.ending import clear, compare, final
from desktop.cli.played.forms import answer_forms
from desktop.cli.played.merging import late, merge_in_time
from desktop.cli.played.packs import answer_packs
from desktop.cli.played.published import read_published
from desktop.cli.played.review import approve, return_items
from desktop.cli.played.stage import Stage
from desktop.cli.speaker import Speaker
from desktop.work.final import FinalReason
from schema.catalogue.loader import load_definitions
from schema.sample import sample_definitions

REPORT = "csr-2022"
WHOLE = Plan(
    packs=("hr", "content", "rural", "admin", "welfare"),
    forms=("ecommerce", "recruitment", "service", "property", "legal"),
    late=("welfare", "legal"), deputy="property", puzzled="ecommerce", taken_back="service",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Played:
    """What a year has come to: where it lies, what differs from the published report, why there is no final."""

    folder: Path
    workspace: Path
    differs: tuple[str, ...]
    reasons: tuple[FinalReason, ...]


def play(
    folder: Path, speaker: Speaker, step: Callable[[str], None], plan: Plan = WHOLE, departments: tuple[str, ...] = ()
) -> Played:
    """Play the year in a folder that is there and empty; with `departments` only these are asked.

    AnnalsError played.stopped where something ends otherwise than it is played.
    """
    definitions = load_definitions(speaker.resources / "definitions", speaker.program)
    explained = sample_definitions(definitions, speaker.resources / "sample")
    published = read_published(speaker.resources, explained, REPORT, departments, plan.forms)
    stage = Stage(folder, speaker, explained.catalogue, step)
    year = Year(stage, published, plan, speaker.today)
    stage.tell("opening", folder=str(folder))
    begin(year)
    answer_packs(year, tuple(code for code in plan.packs if code not in plan.late))
    answer_forms(year)
    answer_here(year)
    merge_in_time(year)
    late(year)
    return_items(year)
    complete(year)
    approve(year)
    reasons: tuple[FinalReason, ...] = ()
    if plan.whole:
        clear(year)
        assure(year)
        reasons = final(year)
    differs = compare(year)
    stage.tell("files", folder=str(folder))
    (folder / "story.txt").write_text(stage.story, encoding="utf-8")
    return Played(folder, stage.company, differs, reasons)
