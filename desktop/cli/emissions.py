"""annals emissions: which sources are counted, with which factors and what comes of it; sources in and out."""

from __future__ import annotations

import argparse
from decimal import Decimal, InvalidOperation

from desktop.cli.emission_lines import EmissionLines
from desktop.cli.parser import add_dry_run, add_report, add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.emissions.change import Adding, InventoryChange, OwnFactor
from desktop.work.emissions.kit import program_kit
from desktop.work.emissions.placing import report_of
from desktop.work.emissions.regions import regions_said
from desktop.work.emissions.sources import Sources, load_sources
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from schema.catalogue.outline import Definitions
from schema.catalogue.reading import CODE
from schema.errors import AnnalsError, DefinitionsError
from schema.moment import Moment
from schema.workspace import Workspace

_CHANGES = ("add", "remove", "regions", "own_factor", "nearest")


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a report and an entity to look at; what is to be counted, where places are, the base year."""
    add_workspace(parser, speaker)
    add_report(parser, speaker)
    parser.add_argument("--entity", default="", help=speaker.help("emissionentity"))
    parser.add_argument("--sources", action="store_true", help=speaker.help("emissionsources"))
    parser.add_argument("--add", nargs="+", default=[], metavar="SOURCE", help=speaker.help("addsource"))
    parser.add_argument("--remove", nargs="+", default=[], metavar="SOURCE", help=speaker.help("removesource"))
    parser.add_argument("--activity", default="", metavar="METRIC", help=speaker.help("sourceactivity"))
    parser.add_argument("--factor", default="", help=speaker.help("sourcefactor"))
    parser.add_argument("--section", default="", help=speaker.help("sourcesection"))
    parser.add_argument("--department", default="", help=speaker.help("sourcedepartment"))
    parser.add_argument("--regions", nargs="+", default=[], metavar="[ENTITY=]FACTOR", help=speaker.help("regions"))
    parser.add_argument("--base-year", type=int, default=None, metavar="YYYY", help=speaker.help("baseyear"))
    parser.add_argument("--own-factor", default="", metavar="CODE", help=speaker.help("ownfactor"))
    parser.add_argument("--value", default="", help=speaker.help("ownvalue"))
    parser.add_argument("--unit", default="", help=speaker.help("ownunit"))
    parser.add_argument("--since", type=int, default=0, metavar="YYYY", help=speaker.help("ownsince"))
    parser.add_argument("--until", type=int, default=0, metavar="YYYY", help=speaker.help("ownuntil"))
    parser.add_argument("--source", default="", help=speaker.help("ownsource"))
    parser.add_argument("--name", default="", help=speaker.help("ownname"))
    parser.add_argument("--nearest", action="store_true", help=speaker.help("nearestyear"))
    add_dry_run(parser, speaker)
    add_text(parser, speaker, "reason")


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """List what is counted and what could be, or change it."""
    sources = load_sources(speaker.resources)
    if arguments.base_year is not None or any(getattr(arguments, name) for name in _CHANGES):
        try:
            return _change(arguments, speaker, sources)
        except DefinitionsError as error:  # nobody here has the file and line of a mistake
            told = dict.fromkeys(speaker.sentence(one.code, **one.params) for one in error.mistakes)
            speaker.err.write("\n".join((*told, "")))
            return 2
    return _list(arguments, speaker, sources)


def _list(arguments: argparse.Namespace, speaker: Speaker, sources: Sources) -> int:
    asked = (arguments.activity, arguments.factor, arguments.section, arguments.reason, arguments.value)
    if any(asked) or arguments.dry_run:
        raise AnnalsError("emissions.asks")
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
    need_report(moment.definitions, arguments.report)
    if arguments.entity and not moment.catalogue.reports(arguments.entity):
        raise AnnalsError("cli.unknown_entity", name=arguments.entity, near="")
    year = report_of(moment.definitions, arguments.report).year
    lines = EmissionLines(moment, speaker, sources, year)
    speaker.json(lines.document(arguments.entity, available=arguments.sources))
    if not arguments.json:
        lines.print_all(arguments.entity, available=arguments.sources)
    return 0


def _change(arguments: argparse.Namespace, speaker: Speaker, sources: Sources) -> int:
    from desktop.work.emissions.inventory_step import changed
    from desktop.work.structure.steps import put, step_of

    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        old = workspace.definitions
        need_report(old, arguments.report)
        valued = {key.metric for key in workspace.snapshot().points}
        change = _asked(arguments, old)
        outcome = changed(old, valued, change, program_kit(speaker.resources, speaker.program))
        step = step_of(old, outcome.definitions, arguments.reason.strip() or speaker.sentence("emissions.reason"))
        if not arguments.dry_run and not step.delta.nothing:
            put(workspace, step)
        lines = EmissionLines(
            _moment(workspace, outcome.definitions), speaker, sources, report_of(old, change.report).year
        )
    speaker.json(lines.outcome(outcome, written=not arguments.dry_run))
    if not arguments.json:
        lines.print_outcome(outcome, written=not arguments.dry_run)
    return 0


def _moment(workspace: Workspace, definitions: Definitions) -> Moment:
    return Moment(definitions, workspace.snapshot())


def _asked(arguments: argparse.Namespace, definitions: Definitions) -> InventoryChange:
    if (arguments.activity or arguments.factor) and len(arguments.add) != 1:
        raise AnnalsError("emissions.one_source")
    return InventoryChange(
        add=tuple(Adding(one, arguments.activity, arguments.factor) for one in arguments.add),
        remove=tuple(arguments.remove),
        report=arguments.report,
        section=arguments.section,
        department=arguments.department,
        regions=regions_said(definitions.catalogue, arguments.regions),
        factors=_own(arguments),
        base_year=arguments.base_year,
        nearest=arguments.nearest,
    )


def _own(arguments: argparse.Namespace) -> tuple[OwnFactor, ...]:
    if not arguments.own_factor:
        return ()
    if not (arguments.value and arguments.unit and arguments.since and arguments.source.strip()):
        raise AnnalsError("emissions.asks_own")
    try:
        value = Decimal(arguments.value)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise AnnalsError("definition.not_a_number", name=arguments.value)
    if not CODE.fullmatch(arguments.own_factor):
        raise AnnalsError("definition.bad_code", name=arguments.own_factor)
    return (
        OwnFactor(arguments.own_factor, value, arguments.unit, arguments.since, arguments.source.strip(),
                  arguments.until, arguments.name.strip()),
    )  # fmt: skip
