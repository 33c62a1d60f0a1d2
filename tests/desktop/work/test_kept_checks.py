"""What the checks found is told again of the same content alone, by the same program alone."""

import os
import pickle
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from desktop.work import kept_checks
from desktop.work.kept_checks import KeptChecks, checks_folder, content_mark
from desktop.work.moments import RememberingMoment
from schema.moment import Moment
from schema.validation.facts import PartAt
from schema.values.changes import keep, overlay
from schema.values.datapoint import Remark, SlotText, Snapshot
from schema.values.kept_things import KEPT
from tests.desktop.conftest import small_definitions


@pytest.fixture
def small():
    found = small_definitions()
    return found if found.hash else replace(found, hash="small")


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr("desktop.work.moments.checks_folder", lambda: tmp_path / "checks")


def found(kept: KeptChecks, value: object = "new", name: str = "issues ") -> object:
    return kept.result(name, lambda: value)


def everything(moment: Moment) -> tuple[object, ...]:
    reports = tuple(moment.definitions.outlines)
    return (
        moment.issues(), moment.contradictions(), moment.answered(),
        *((moment.issues(report), moment.worklist(report), moment.looked_at(report)) for report in reports),
    )  # fmt: skip


def test_a_result_is_found_once_and_told_again(small, tmp_path):
    kept = KeptChecks(tmp_path / "checks", small, "a")
    assert found(kept, ("x", 1)) == ("x", 1)
    assert found(KeptChecks(tmp_path / "checks", small, "a"), "other") == ("x", 1)
    assert found(KeptChecks(tmp_path / "checks", small, "b"), "other") == "other"
    assert found(kept, "third", "issues csr-2022") == "third"


def test_all_that_is_found_in_the_sample_comes_back_as_it_was(sample_definitions, sample_snapshot):
    computed = everything(Moment(sample_definitions, sample_snapshot))
    assert everything(RememberingMoment(sample_definitions, sample_snapshot)) == computed
    again = RememberingMoment(sample_definitions, sample_snapshot)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("schema.validation.check.check_all", _not_asked)
        patch.setattr("schema.validation.contradictions.sources.contradictions", _not_asked)
        patch.setattr("schema.validation.statements.worklist.worklist", _not_asked)
        assert everything(again) == computed
    parts = [fact for issue in again.issues() for fact in issue.facts.values() if isinstance(fact, PartAt)]
    assert parts
    assert all(part.outline is sample_definitions.outlines[part.outline.code] for part in parts)


def _not_asked(*_: object) -> Any:
    raise AssertionError("it was looked for again")


def test_every_change_is_checked(sample_definitions, sample_snapshot):
    point = next(iter(sample_snapshot.points.values()))
    (report, slot, language), text = next(iter(sample_snapshot.texts.items()))
    record, printed = next(iter(sample_snapshot.records.values())), sample_snapshot.published[0]
    remark = Remark("v", "change.large", "because", "me", "2026-01-01T00:00:00+00:00", "c")
    changed = (
        keep(replace(point, note=point.note + "!")),
        keep(SlotText(report, slot, language, text + "。")),
        keep(replace(record, order=record.order + 1)),
        keep(replace(printed, text=printed.text + "0")),
        keep(remark),
    )
    marks = {content_mark(sample_definitions, overlay(sample_snapshot, (change,))) for change in changed}
    assert len(marks | {content_mark(sample_definitions, sample_snapshot)}) == len(changed) + 1


def test_other_definitions_or_another_program_are_checked(small, monkeypatch):
    before = content_mark(small, Snapshot())
    assert content_mark(replace(small, hash="other"), Snapshot()) not in ("", before)
    monkeypatch.setattr(kept_checks, "program_mark", lambda: "another program")
    assert content_mark(small, Snapshot()) != before


def test_what_tells_the_program_follows_each_of_its_files(tmp_path, monkeypatch):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "a.json").write_text("{}")
    monkeypatch.setattr("resources.__path__", [str(tmp_path)])
    kept_checks.program_mark.cache_clear()
    before = kept_checks.program_mark()
    (tmp_path / "words" / "a.json").write_text("{ }")
    kept_checks.program_mark.cache_clear()
    try:
        assert kept_checks.program_mark() != before
    finally:
        kept_checks.program_mark.cache_clear()


def test_definitions_without_a_hash_and_very_many_values_are_always_checked(small, monkeypatch, sample_snapshot):
    assert content_mark(replace(small, hash=""), Snapshot()) == ""
    monkeypatch.setattr(kept_checks, "_MOST_POINTS", 3)
    assert content_mark(small, sample_snapshot) == ""


def test_the_mark_is_the_same_however_things_were_put_together(small, sample_snapshot):
    turned = replace(
        sample_snapshot,
        points=dict(reversed(sample_snapshot.points.items())),
        texts=dict(reversed(sample_snapshot.texts.items())),
    )
    assert list(turned.points) != list(sample_snapshot.points)
    assert content_mark(small, turned) == content_mark(small, sample_snapshot)


def test_nothing_that_is_kept_hides_a_part_of_itself(sample_snapshot):
    kinds = {kept.thing for kept in KEPT} | {type(thing) for thing in _within(sample_snapshot)}
    assert len(kinds) > len(KEPT)
    hidden = [
        f"{kind.__name__}.{one.name}" for kind in kinds if is_dataclass(kind) for one in fields(kind) if not one.repr
    ]
    assert hidden == []


def _within(value: Any) -> Iterator[Any]:
    if is_dataclass(value):
        yield value
        for one in fields(value):
            yield from _within(getattr(value, one.name))
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from _within(pair)
    elif isinstance(value, tuple):
        for one in value:
            yield from _within(one)


class _Evil:
    def __reduce__(self):
        return Path.touch, (Path("evil"),)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("spoil", ["cut", "changed", "empty", "foreign"])
def test_what_is_not_whole_or_not_ours_is_found_anew(spoil, small, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    kept = KeptChecks(tmp_path / "checks", small, "a")
    assert found(kept, "old" * 50) == "old" * 50
    (file,) = _files(tmp_path / "checks")
    content = file.read_bytes()
    evil = pickle.dumps(_Evil())
    spoiled = {
        "cut": content[:-3],
        "changed": content[:-9] + b"x" + content[-8:],
        "empty": b"",
        "foreign": kept_checks._digest(evil) + evil,
    }
    file.write_bytes(spoiled[spoil])
    assert found(kept) == "new"
    assert not (tmp_path / "evil").exists()
    assert found(kept, "third") == "new"


def test_where_nothing_can_be_kept_it_is_found_all_the_same(small, tmp_path):
    (tmp_path / "checks").write_text("a file in the way")
    kept = KeptChecks(tmp_path / "checks", small, "a")
    assert (found(kept), found(kept, "other")) == ("new", "other")


def test_a_mistake_of_the_checks_is_not_swallowed(small, tmp_path):
    kept = KeptChecks(tmp_path / "checks", small, "a")

    def wrong() -> object:
        raise ValueError("a mistake")

    with pytest.raises(ValueError, match="a mistake"):
        kept.result("issues ", wrong)
    assert _files(tmp_path / "checks") == []


def test_what_was_not_used_for_longest_is_forgotten(small, tmp_path, monkeypatch):
    monkeypatch.setattr(kept_checks, "_CONTENTS", 2)
    for number, mark in enumerate("abc"):
        found(KeptChecks(tmp_path / "checks", small, mark))
        os.utime(tmp_path / "checks" / mark, (number, number))
    assert sorted(path.name for path in (tmp_path / "checks").iterdir()) == ["b", "c"]


def test_only_its_user_reads_it(small, tmp_path):
    found(KeptChecks(tmp_path / "checks", small, "a"))
    assert (tmp_path / "checks" / "a").stat().st_mode & 0o077 == 0
    assert checks_folder().name == "checks"
