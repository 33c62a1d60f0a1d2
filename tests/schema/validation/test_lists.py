"""A sentence that says how many things it lists: which lists have another number of them."""

import pytest

from schema.moment import Moment
from schema.values.datapoint import Snapshot
from tests.schema.validation.given import catalogue, definitions, metric, say_in_each_language

WHOLE = definitions(catalogue(metric()), "staff", slots=("a",))


def told(text: str, language: str = "zh-Hans") -> list[tuple[object, object]]:
    """Each list as what it says and how many there are."""
    held = Snapshot(texts={("report", "a", language): text})
    found = [one for one in Moment(WHOLE, held).contradictions("report") if one.kind == "listed"]
    for one in found:
        assert one.issue.code == "contradiction.listed"
        say_in_each_language(one.issue, WHOLE.catalogue)
    return [(one.issue.facts["value"], one.issue.facts["computed"]) for one in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("我们遵循四大原则：职责明确、明示授权、最少必要。", (4, 3)),
        ("我们遵循 4 项原则：职责明确、明示授权、最少必要、确保安全、公开透明。", (4, 5)),
        ("项目分为十大门类，包括文学，音乐，舞蹈，戏剧，曲艺，体育，游艺与杂技，美术，技艺，医药，民俗。", (10, 11)),
        ("项目分为三个方面，分别是管理、技术。", None),  # two are no list
        ("我们遵循四大原则：职责明确、明示授权、最少必要、确保安全。", None),
        ("我们遵循四大原则：职责明确、明示授权、最少必要和确保安全。", None),
        ("我们遵循三大原则：职责明确、明示和授权、最少必要。", None),  # one may be of two words
        ("我们遵循四大原则：职责明确、明示授权、最少必要等。", None),
        ("我们有近 40 类内容：手工、音乐、运动。", None),
        ("我们有四项措施：减免费用，延长期限、加强保障，优化服务。", None),  # nobody knows what parts them
        ("年内有 12 家供应商：他们在这一年里与我们一起完成了全部的培训、考核、走访。", None),  # no names of things
        ("第三个方面包括管理、技术、服务、内容。", None),
    ],
)
def test_a_list_has_as_many_things_as_its_sentence_says(text, said):
    assert told(text) == ([said] if said else [])


def test_a_list_ends_with_its_sentence():
    assert told("四大原则：职责明确、明示授权、最少必要、确保安全。公开透明、一视同仁。") == []


def test_other_languages_are_not_read():
    assert told("There are four rules: one, two, three.", "en") == []
