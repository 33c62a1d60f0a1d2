"""annals write: words into a text, a record's field or an index, checked like any change."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.changed_entries import changed_entry, standing_state
from desktop.cli.issue_lines import has_error, issue_entry, print_issues
from desktop.cli.parser import add_dry_run, add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.write import is_changed, store, write, writing_issues
from desktop.work.writing import NOTHING, Elsewhere, Wanted, Writing
from schema.errors import AnnalsError
from schema.grammar.languages import LANGUAGES
from schema.validation.issue import write_subject
from schema.values.datapoint import LastChange
from schema.values.parse import clean_text

REASONS = ("not_applicable", "legal", "confidential", "unavailable")


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take where, what, and the list of a new record."""
    add_workspace(parser, speaker)
    parser.add_argument("reference", metavar="REF", help=speaker.help("writeref"))
    parser.add_argument("--text", default=None, metavar="WORDS", help=speaker.help("writetext"))
    parser.add_argument("--file", default=None, type=Path, help=speaker.help("writefile"))
    parser.add_argument("--remove", action="store_true", help=speaker.help("writeremove"))
    # Behind the command it is that of the words; the program's stands before the command.
    parser.add_argument("--language", dest="written", choices=LANGUAGES, default="", help=speaker.help("writelanguage"))
    add_text(parser, speaker, "list")
    parser.add_argument("--omission", choices=REASONS, default="", help=speaker.help("writeomission"))
    parser.add_argument("--document", default="", metavar="NAME", help=speaker.help("writedocument"))
    parser.add_argument("--page", default="", metavar="PAGE", help=speaker.help("writepage"))
    parser.add_argument("--link", default="", metavar="URL", help=speaker.help("writelink"))
    add_dry_run(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write the words, or take out what stands there; 1 where what is written has an error."""
    words = _words(arguments)
    there = Elsewhere(*(clean_text(text).strip() for text in (arguments.document, arguments.page, arguments.link)))
    wanted = Wanted(arguments.reference, words, arguments.written, arguments.list, arguments.omission, there)
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        moment = moment_of(workspace)
        writing = write(moment, wanted)
        last = workspace.last_changes([writing.subject]).get(writing.subject)
        changed = is_changed(moment, writing)
        voided = store(workspace, writing) if changed and not arguments.dry_run else ()
    issues = (*writing_issues(moment, writing), *voided)
    if arguments.json:
        entries = [_entry(writing, last)] if changed else []
        speaker.json({"changed": entries, "issues": [issue_entry(i, moment.catalogue, speaker) for i in issues]})
        return has_error(issues)
    _say(writing, speaker, "cli.write.same" if not changed else _told(writing, dry=arguments.dry_run))
    if words is not None and clean_text(words) != words.replace("\r\n", "\n").replace("\r", "\n"):
        speaker.say("cli.write.cleaned")
    print_issues(issues, moment.catalogue, speaker)
    return has_error(issues)


def _words(arguments: argparse.Namespace) -> str | None:
    """Return the words that are given; None where what stands there shall go."""
    given = [arguments.text is not None, arguments.file is not None, arguments.remove]
    named = arguments.document or arguments.page or arguments.link
    if named and not any(given):  # where it is answered says enough
        return ""
    if sum(given) != 1 or (arguments.remove and named):
        raise AnnalsError("write.asks")
    if arguments.remove:
        return None
    words = arguments.text if arguments.file is None else _content(arguments.file)
    if not clean_text(words).strip():
        raise AnnalsError("write.empty")
    return words


def _content(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnnalsError("write.encoding", file=path.name) from error
    except OSError as error:
        raise AnnalsError("write.unread", file=path.name, reason=error.strerror or str(error)) from error


def _told(writing: Writing, *, dry: bool) -> str:
    done = "removed" if writing.after == NOTHING else "done"
    return f"cli.write.would_be_{done}" if dry else f"cli.write.{done}"


def _say(writing: Writing, speaker: Speaker, code: str) -> None:
    speaker.say(code, subject=write_subject(writing.at), before=writing.before.text, after=writing.after.text)


def _entry(writing: Writing, last: LastChange | None) -> dict[str, object]:
    states = standing_state(writing.before), standing_state(writing.after)
    return changed_entry(write_subject(writing.at), *states, last)
