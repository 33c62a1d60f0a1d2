"""Numbers are found by name, letters, unit and section; how a link is shown is written as it was chosen."""

from __future__ import annotations

import pytest

from desktop.work.initials import initials, place_of
from desktop.work.link_format import read_shown
from desktop.work.number_search import HERE, Numbers, matched, search
from schema.grammar.linked import parse_linked


@pytest.mark.parametrize(
    ("name", "letters", "place"),
    [("员工总数", "ygzs", 0), ("正式员工中女性占比", "nxzb", 5), ("银行贷款", "yhdk", 0), ("CO₂ 排放 2022", "pf2022", 2),
     ("员工总数", "zsyg", -1), ("员工总数", "员工", -1), ("氹仔", "gz", 0), ("", "a", -1)],
)  # fmt: skip
def test_a_name_is_spelled_by_the_initials_of_its_pinyin(name, letters, place):
    assert place_of(letters, initials(name)) == place


@pytest.mark.parametrize(
    ("words", "query", "found"),
    [("正式员工 女性占比", "nxzb", ["女性占比"]), ("正式员工中女性占比", "占比 员工", ["员工", "占比"]), ("女性员工", "女性 性员", ["女性员"]),
     ("Employees", "EMP", ["Emp"]), ("1,195,403人", "119", ["1,19"]), ("员工", "没有", []), ("员工", "", [])],
)  # fmt: skip
def test_what_was_asked_for_is_marked_in_what_is_shown(words, query, found):
    assert [words[begin:end] for begin, end in matched(words, query)] == found


@pytest.fixture(scope="module")
def entries(sample_definitions, sample_snapshot):
    outline = sample_definitions.outlines["csr-2022"]
    return Numbers(sample_definitions.catalogue, outline, sample_snapshot, "zh-Hans", "employees.rights", {}).entries()


def found(entries, query: str) -> list[str]:
    return [entry.name for entry in search(entries, query, lambda _: "44.6%")]


def test_the_section_at_hand_comes_first_and_every_word_narrows(entries):
    assert entries[0].near == HERE
    assert "正式员工中女性占比" in found(entries, "nxzb")[:3]
    assert set(found(entries, "女性 占比")) == {name for name in found(entries, "女性") if "占比" in name}
    assert set(found(entries, "保障员工权益")) <= {entry.name for entry in entries if entry.near == HERE}
    assert found(entries, "44.6") == [entry.name for entry in entries]
    assert found(entries, "没有这个") == []


@pytest.mark.parametrize(
    "written",
    [
        "{staff}",
        "{staff@-1:gender=male|change% 0.0}",
        "{staff@2020|亿 0.00}",
        "{energy.gas|万 0}",
        "{staff/hk@2021h1}",
        '{staff|万 "名员工"}',
    ],
)
def test_a_link_is_written_as_its_parts_say(written, definitions):
    link = parse_linked(written)[0]
    assert not isinstance(link, str)
    shown = read_shown(link, definitions.catalogue)
    assert shown is not None
    assert shown.written(link) == written


def test_tables_and_figures_of_the_report_are_found_by_their_captions(entries):
    found = search(entries, "四大乡村振兴", lambda _: "")
    assert [(entry.code, entry.name) for entry in found] == [("block.rural.programmes", "表 · 四大乡村振兴 IP")]
