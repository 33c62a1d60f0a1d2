"""The reply to a form: what was taken, what not and why, and a fresh form of what is still open, in one workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.work.forms import SUFFIX, form_bytes
from desktop.work.requests import Act
from desktop.work.share_files import addressed
from desktop.work.subject_names import SubjectNames
from schema.exchange.forms.heads import list_types
from schema.exchange.merging.merge import Outcome
from schema.grammar.reference import canonical_text
from schema.grammar.templates import filled
from schema.moment import Moment
from schema.validation.issue import Issue, ListAt, write_subject
from schema.validation.messages import for_readers, message
from schema.validation.shares import Share, shares_of
from schema.values.kept_things import canonical, parse_subject

if TYPE_CHECKING:
    from exporters.excel.forms.order import ReplyLine


def write_form_reply(
    folder: Path, outcome: Outcome, mistakes: Sequence[Issue], moment: Moment, act: Act
) -> Path:  # fmt: skip
    """Write the workbook that goes back, for the moment after the merge, and return where.

    OutputError where the folder can't be written.
    """
    from exporters.excel.forms.order import Reply  # deferred: most merges write no workbook
    from exporters.output_files import write_new

    answer = outcome.answer
    share = shares_of(moment.contents(answer.report), moment.definitions)[answer.department]
    to = addressed(moment, share)
    names = SubjectNames(moment.definitions, moment.snapshot, to.language)
    again = frozenset((*_again(outcome, share, moment), *(write_subject(issue.at) for issue in mistakes)))
    reply = Reply(answer.file, tuple(_lines(outcome, names, mistakes)), again)
    path = folder / f"{answer.report}-{answer.department}.reply{SUFFIX}"
    return write_new(path, form_bytes(moment, share, to, act, reply))


def _lines(outcome: Outcome, names: SubjectNames, mistakes: Sequence[Issue]) -> Iterator[ReplyLine]:
    from exporters.excel.forms.order import ReplyLine

    catalogue = for_readers(names.definitions.catalogue)
    for refused in outcome.refused:
        subject = parse_subject(refused.subject)
        name = names.name(subject) if subject is not None else refused.subject
        yield ReplyLine("refused", name, refused.issue.place, message(refused.issue, catalogue, names.language))
    sides = catalogue.messages["reply.sides"].best(names.language)
    for conflict in outcome.conflicts:
        who = conflict.ours_last.who if conflict.ours_last else "–"
        said = filled(sides, {"theirs": names.shown(conflict.theirs), "ours": names.shown(conflict.ours), "who": who})
        yield ReplyLine("conflict", names.name(conflict.subject), reason=said.strip())
    wrong: dict[str, str] = {}
    for issue in mistakes:
        subject, said = write_subject(issue.at), message(issue, catalogue, names.language)
        wrong[subject] = f"{wrong[subject]} {said}" if subject in wrong else said
    yield from (ReplyLine("taken", names.name(at), reason=wrong.get(canonical(at), "")) for at in outcome.taken)


def _again(outcome: Outcome, share: Share, moment: Moment) -> Iterator[str]:
    """Yield the items of which something was not taken; of a record every list of its type."""
    types = list_types(moment.outline(share.report))
    asked = {canonical_text(refused.subject) for refused in outcome.refused}
    asked |= {canonical(conflict.subject) for conflict in outcome.conflicts}
    kinds = {text.split("/")[1] for text in asked if text.startswith("record/")}
    for item in share.items:
        if item.subject in asked or (isinstance(item.at, ListAt) and types.get(item.at.block) in kinds):
            yield item.subject
