"""annals coverage: per framework what a report answers, explains and leaves open, and what nobody is asked for."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from schema.catalogue.outline import Outline
from schema.catalogue.punctuation import PUNCTUATION
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.validation.coverage import Coverage, Unasked, counts
from schema.validation.issue import write_subject
from schema.validation.item_words import ItemWords


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the report, and whether only what nobody is asked for is listed."""
    add_workspace(parser, speaker)
    add_report(parser, speaker, required=True)
    parser.add_argument("--unasked", action="store_true", help=speaker.help("unasked"))
    parser.add_argument("--profile", default="", metavar="NAME", help=speaker.help("profile"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print the counts of every framework, and each disclosure of those that the report follows."""
    report: str = arguments.report
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
    need_report(moment.definitions, report)
    if arguments.profile:
        if arguments.unasked:
            raise AnnalsError("profile.alone")
        from desktop.cli.profile_lines import tell_profile

        return tell_profile(moment, report, arguments.profile, speaker)
    lines = _Lines(moment, moment.outline(report), speaker)
    if arguments.json:
        speaker.json(lines.document(only_unasked=arguments.unasked))
    elif arguments.unasked:
        lines.print_unasked(moment.unasked(report))
    else:
        lines.print_all()
    return 0


@dataclass(frozen=True, slots=True)
class _Lines:
    """The coverage of one report, in lines or as JSON."""

    moment: Moment
    outline: Outline
    speaker: Speaker

    def print_all(self) -> None:
        """Print the counts of every framework and the disclosures of those that the report follows."""
        for code in self.moment.catalogue.frameworks:
            rows = self._rows(code)
            shown = {state: str(count) for state, count in counts(rows).items()}
            self.speaker.say("cli.coverage", framework=self._name(code), **shown)
            if partly := sum(row.partly for row in rows):
                self.speaker.say("cli.coverage.partly", count=str(partly))
            for row in rows if code in self.outline.frameworks else ():
                self._print(row)
        unasked = self.moment.unasked(self.outline.code)
        disclosures = str(sum(map(len, unasked.disclosures.values())))
        self.speaker.say("cli.coverage.unasked", disclosures=disclosures, items=str(len(unasked.items)))

    def print_unasked(self, unasked: Unasked) -> None:
        """Print the disclosures that nothing is mapped to, and what has no owner."""
        for code, rows in unasked.disclosures.items():
            self.speaker.say("cli.coverage.unmapped", framework=self._name(code), count=str(len(rows)))
            for row in rows:
                self._print(row)
        self.speaker.say("cli.coverage.unowned", count=str(len(unasked.items)))
        for item in unasked.items:
            self.speaker.write(f"  {write_subject(item)}\t{self._words.name(item)}")

    def document(self, *, only_unasked: bool) -> dict[str, object]:
        """Return what --json prints."""
        unasked = self.moment.unasked(self.outline.code)
        nobody = {
            "disclosures": [
                {"framework": code, "code": row.disclosure.code, "printed": row.disclosure.printed, "state": row.state}
                for code, rows in unasked.disclosures.items()
                for row in rows
            ],
            "items": [write_subject(item) for item in unasked.items],
        }
        if only_unasked:
            return {"unasked": nobody}
        return {"coverage": [self._entry(code) for code in self.moment.catalogue.frameworks], "unasked": nobody}

    @property
    def _words(self) -> ItemWords:
        return ItemWords(self.outline, self.moment.catalogue, self.moment.snapshot, self.speaker.language)

    def _rows(self, framework: str) -> tuple[Coverage, ...]:
        return self.moment.coverage(self.outline.code, framework)

    def _name(self, framework: str) -> str:
        return self.moment.catalogue.frameworks[framework].name.best(self.speaker.language)

    def _print(self, row: Coverage) -> None:
        speaker, state = self.speaker, self.speaker.sentence(f"cli.coverage.{row.state}")
        known = self.moment.catalogue.departments
        names = (known[code].name.best(speaker.language) if code in known else code for code in row.owners)
        owners = PUNCTUATION[speaker.language].listed(names)
        title = row.disclosure.title.best(speaker.language)
        speaker.write("\t".join(filter(None, (f"  [{state}]", row.disclosure.printed, title, owners))))
        if row.missing:
            speaker.write("\t\t" + speaker.sentence("cli.coverage.missing", names=self._words.names(row.missing)))

    def _entry(self, framework: str) -> dict[str, object]:
        rows = self._rows(framework)
        return {
            "framework": framework,
            "name": self._name(framework),
            **counts(rows),
            "partly": sum(row.partly for row in rows),
            "disclosures": [_disclosure(row, self.speaker.language) for row in rows],
        }


def _disclosure(row: Coverage, language: str) -> dict[str, object]:
    return {
        "code": row.disclosure.code,
        "printed": row.disclosure.printed,
        "title": row.disclosure.title.best(language),
        "state": row.state,
        "partly": row.partly,
        "metrics": list(row.metrics),
        "sections": list(row.sections),
        "reason": row.reason.best(language),
        "omissions": [
            {"subject": one.key.canonical(), "reason": one.explanation.reason, "words": one.explanation.best(language)}
            for one in row.left_out
        ],
        "missing": [write_subject(item) for item in row.missing],
        "owners": list(row.owners),
    }
