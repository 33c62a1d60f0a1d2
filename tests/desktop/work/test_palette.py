"""What can be gone to or done by words: which targets a report has, and which of them fit what is typed."""

from __future__ import annotations

import pytest

from desktop.work.initials import initials
from desktop.work.palette import Target, find, report_targets
from tests.desktop.conftest import small_definitions, small_outline

TEXTS = {"green.energy.body": "本年度我们更换了全部照明设备。\n办公大楼的天然气用量下降。"}
DEEDS = (
    Target("place", "sheet", "填报表", "Alt+6", "sheet", initials("填报表")),
    Target("action", "export", "导出…", "Ctrl+E", "file export", initials("导出")),
    Target("action", "undo", "撤销", "Ctrl+Z", "edit undo", initials("撤销"), why="没有可以撤销的"),
)


def targets(language: str = "zh-Hans") -> list[Target]:
    found = report_targets(small_definitions().catalogue, small_outline(), lambda slot: TEXTS.get(slot, ""), language)
    return [*DEEDS, *found]


def test_a_report_offers_its_sections_each_value_once_and_its_texts():
    found = [(one.kind, one.code) for one in targets()[len(DEEDS) :]]
    assert found[:3] == [("section", "green"), ("section", "green.energy"), ("value", "energy.gas")]
    assert ("text", "green.energy.body") in found
    assert len(found) == len(set(found))
    assert [one.key.metric for one in targets() if one.key and one.code == "staff"] == ["staff"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("天然气", "energy.gas"),
        ("Diesel", "energy.diesel"),
        ("energy.fuel", "energy.fuel"),
        ("trqxhl", "energy.gas"),
        ("RLHJ", "energy.fuel"),
        ("照明", "green.energy.body"),
        ("导出", "export"),
        ("dc", "export"),
        ("export", "export"),
        ("tbb", "sheet"),
    ],
)
def test_words_in_any_language_codes_and_pinyin_initials_find(query, first):
    found = find(targets(), query)
    assert (found.doing if found.doing_first else found.going)[0].code == first


def test_every_word_has_to_fit():
    assert [one.code for one in find(targets(), "天然气 消耗").going] == ["energy.gas"]
    assert find(targets(), "天然气 员工") == find(targets(), "没有这个")
    assert find(targets(), "没有这个").going == find(targets(), "没有这个").doing == ()


def test_a_text_shows_the_passage_that_fits_in_one_line():
    (found,) = (one for one in find(targets(), "用量").going if one.kind == "text")
    assert found.name == "“…设备。 办公大楼的天然气用量下降。”"


def test_without_words_places_and_actions_stand_there_and_greyed_ones_say_why():
    found = find(targets(), " ")
    assert [one.code for one in (*found.going, *found.doing)] == ["sheet", "export", "undo"]
    assert found.doing[-1].why
    assert not found.doing_first


def test_the_group_that_fits_better_comes_first():
    assert find(targets(), "导出").doing_first
    assert not find(targets(), "能源").doing_first
