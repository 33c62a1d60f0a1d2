"""annals compare: the numbers of an edited draft held against the data."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.cli.written_files import print_written, written_entries
from desktop.work.compare import Comparison, compare_draft, write_comments
from desktop.work.draft_claims import CLAIM_STATES, DraftClaim
from desktop.work.export import Written
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from schema.catalogue.definitions import Catalogue
from schema.errors import DraftError
from schema.grammar.decimals import plain

_QUIET = ("unchanged", "written")


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the draft, whether all is listed, and where a copy with comments goes."""
    add_workspace(parser, speaker)
    parser.add_argument("draft", type=Path, metavar="DRAFT.docx", help=speaker.help("editeddraft"))
    parser.add_argument("--all", action="store_true", help=speaker.help("compareall"))
    parser.add_argument("--comments", type=Path, metavar="FILE.docx", help=speaker.help("comparecomments"))
    add_report(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """List what is not as it was exported; 1 where a number or a sentence differs from the data."""
    comments: Path | None = arguments.comments
    if comments is not None and comments.exists() and comments.samefile(arguments.draft):
        raise DraftError("draft.same_file", file=arguments.draft.name)
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
        need_report(moment.definitions, arguments.report)
        comparison = compare_draft(moment, arguments.draft, workspace.identity, arguments.report)
    written = [Written(write_comments(moment, comparison, comments), comments)] if comments is not None else []
    speaker.json({
        "report": comparison.origin.report,
        "claims": [_entry(claim, moment.catalogue, speaker.language) for claim in comparison.claims],
        "deleted": [{"ref": one.ref, "text": one.text, "count": one.count} for one in comparison.deleted],
        **({"files": written_entries(written)} if written else {}),
    })  # fmt: skip
    _print(comparison, moment.catalogue, speaker, quiet=not arguments.all)
    print_written(written, speaker)
    return 1 if comparison.has_mismatch else 0


def _entry(claim: DraftClaim, catalogue: Catalogue, language: str) -> dict[str, object]:
    return {
        "line": claim.passage.line,
        "quote": claim.quote,
        "value": None if claim.value is None else plain(claim.value),
        "unit": claim.unit,
        "qualifier": claim.qualifier,
        "period": _period(claim.ref),
        "ref": claim.ref or None,
        "verdict": claim.verdict,
        "current": None if claim.current is None else plain(claim.current),
        "reason": claim.reason(catalogue, language),
        "state": claim.state,
        "part": claim.passage.part,
    }


def _period(ref: str) -> int | None:
    from schema.grammar.reference import parse_reference

    reference = parse_reference(ref) if ref else None
    return reference.key(0).period or None if reference is not None else None


def _print(comparison: Comparison, catalogue: Catalogue, speaker: Speaker, *, quiet: bool) -> None:
    for claim in comparison.claims:
        reason = claim.reason(catalogue, speaker.language)
        if not quiet or reason or claim.state not in _QUIET:
            mark = speaker.sentence(f"cli.claim.{claim.state}")
            speaker.write("  ".join(filter(None, (str(claim.passage.line), mark, claim.quote, claim.ref, reason))))
    for gone in comparison.deleted:
        speaker.say("cli.compare.deleted", ref=gone.ref, text=gone.text, count=str(gone.count))
    counts = Counter[str](claim.state for claim in comparison.claims)
    wrong = sum(claim.verdict in ("mismatch", "stale") for claim in comparison.claims)
    told = {state: str(counts[state]) for state in CLAIM_STATES if state != "written"}
    speaker.say("cli.compared", **told, deleted=str(sum(one.count for one in comparison.deleted)), wrong=str(wrong))
