"""Merges as the command line shows them: lines for people, objects for programs."""

from __future__ import annotations

from datetime import datetime

from desktop.cli.changed_entries import State, thing_state, words_state
from desktop.cli.speaker import Speaker
from desktop.work.merge import FileMerged
from desktop.work.subject_names import SubjectNames
from schema.exchange.answers import Refused
from schema.exchange.merging.merge import Conflict, Outcome, voided_subjects
from schema.validation.issue import Issue
from schema.validation.messages import message
from schema.values.datapoint import Record
from schema.values.kept_things import Thing, canonical

Entry = dict[str, object]


def merge_entry(merged: FileMerged, names: SubjectNames, speaker: Speaker) -> Entry:
    """Return one file as the promised JSON object."""
    outcome = merged.outcome
    if outcome is None:
        assert merged.error is not None
        reason = speaker.trouble(merged.error)
        refused: list[Entry] = [{"place": merged.file, "subject": "", "reason": reason}]
        return {
            "number": None, "file": merged.file, "report": merged.error.params.get("report", ""),
            "department": merged.error.params.get("department", ""), "by": merged.error.params.get("person", ""),
            "taken": [], "same": [], "conflicts": [], "refused": refused, "voided": [], "key": "", "first_key": False,
            "doubts": [],
        }  # fmt: skip
    answer = outcome.answer
    return {
        "number": merged.number, "file": merged.file, "report": answer.report, "department": answer.department,
        "by": answer.person, "taken": [canonical(at) for at in outcome.taken],
        "same": [canonical(at) for at in outcome.same],
        "conflicts": [_conflict_entry(conflict, names) for conflict in outcome.conflicts],
        "refused": [_refused_entry(refused, names) for refused in outcome.refused],
        "voided": list(voided_subjects(outcome)), "key": answer.key, "first_key": merged.first_key,
        "doubts": [{"code": issue.code, "message": _said(issue, names)} for issue in merged.doubts],
    }  # fmt: skip


def _conflict_entry(conflict: Conflict, names: SubjectNames) -> Entry:
    last = conflict.ours_last
    return {
        "subject": canonical(conflict.subject), "base": _state(conflict.base, names),
        "ours": _state(conflict.ours, names), "theirs": _state(conflict.theirs, names),
        "by": conflict.by, "at": conflict.at.isoformat(),
        "ours_by": last.who if last else "", "ours_at": last.when.isoformat() if last else None,
    }  # fmt: skip


def _refused_entry(refused: Refused, names: SubjectNames) -> Entry:
    return {"place": refused.issue.place, "subject": refused.subject, "reason": _said(refused.issue, names)}


def _said(issue: Issue, names: SubjectNames) -> str:
    return message(issue, names.definitions.catalogue, names.language)


def _state(thing: Thing | None, names: SubjectNames) -> State | None:
    if isinstance(thing, Record):
        return words_state(names.record_text(thing))
    return thing_state(thing, names.definitions.catalogue, names.language)


def print_merge(merged: FileMerged, names: SubjectNames, speaker: Speaker) -> None:
    """Print one file: what was taken, then each conflict side by side, what was refused and why, what fell."""
    outcome = merged.outcome
    if outcome is None:
        assert merged.error is not None
        speaker.warn(speaker.trouble(merged.error))
        return
    answer = outcome.answer
    counts = {name: str(len(getattr(outcome, name))) for name in ("taken", "same", "conflicts", "refused")}
    number = "–" if merged.number is None else str(merged.number)
    speaker.say("cli.merged", number=number, file=merged.file, person=answer.person, **counts)
    if merged.first_key:
        speaker.say("cli.merge_key", person=answer.person, key=answer.key)
    if merged.unknown:
        nobody = answer.person == answer.department  # no name is typed, and there was no contact to send it to
        code = "cli.merge_unnamed" if nobody else "cli.merge_unknown"
        speaker.say(code, person=answer.person, department=speaker.department(answer.department))
    for issue in merged.doubts:
        speaker.write(f"  ? {_said(issue, names)}")
    for subject in outcome.taken:
        speaker.write(f"  + {names.line(subject)}")
    _print_open(outcome, names, speaker)


def _print_open(outcome: Outcome, names: SubjectNames, speaker: Speaker) -> None:
    for conflict in outcome.conflicts:
        last = conflict.ours_last
        speaker.write(f"  ≠ {names.line(conflict.subject)}")
        speaker.say("cli.merge_base", value=names.shown(conflict.base))
        by, at = (last.who, _time(last.when)) if last else ("–", "–")
        speaker.say("cli.merge_ours", value=names.shown(conflict.ours), who=by, at=at)
        speaker.say("cli.merge_theirs", value=names.shown(conflict.theirs), who=conflict.by, at=_time(conflict.at))
    for refused in outcome.refused:
        entry = _refused_entry(refused, names)
        place = f"{refused.issue.place}: " if refused.issue.place else ""
        speaker.write(f"  ! {place}{entry['reason']}")
    for subject in voided_subjects(outcome):
        speaker.say("cli.merge_voided", subject=subject)
    if outcome.conflicts:
        speaker.say("cli.merge_conflicts", count=str(len(outcome.conflicts)))


def _time(when: datetime) -> str:
    return when.strftime("%Y-%m-%d %H:%M")
