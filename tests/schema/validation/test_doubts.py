"""A remark answers the doubts of one code at a subject, as long as what stands there is what it was."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.moment import Moment
from schema.validation.answers import answered_content, content_of, is_answerable
from schema.validation.issue import write_subject
from schema.values.changes import keep, overlay
from schema.values.datapoint import Remark
from schema.values.figures import Figures
from tests.schema.validation.given import catalogue, definitions, key, metric, point, points, snapshot

CALM = catalogue(metric(change_threshold=Decimal(30)))
KNOWN = definitions(CALM)
DATA = [*points(last_total="1000"), point("staff", "1400")]


def answered(code="change.large", data=DATA):
    """The data with a remark on the staff of this year."""
    held = snapshot(data)
    content = content_of(key("staff"), KNOWN, Figures(CALM, held))
    remark = Remark(key("staff").canonical(), code, content, "并入新业务", "李编辑", "2026-11-30T00:00:00Z")
    return overlay(held, [keep(remark)])


def found(held):
    moment = Moment(KNOWN, held)
    return [issue.code for issue in moment.issues()], [answer.reason for answer in moment.answered()]


def test_a_remark_answers_its_doubt_and_says_who_and_when():
    assert found(answered()) == ([], ["并入新业务"])
    (answer,) = Moment(KNOWN, answered()).answered()
    assert (answer.issue.code, answer.who, answer.at) == ("change.large", "李编辑", "2026-11-30T00:00:00Z")


def test_a_remark_answers_no_doubt_of_another_code():
    assert found(answered("slip.copied")) == (["change.large"], [])


@pytest.mark.parametrize("code", ["change.slip", "change.far", "change.apart", "change.none", "change.figure"])
def test_a_remark_on_how_far_two_years_are_apart_answers_that_question_in_other_words(code):
    assert found(answered(code)) == ([], ["并入新业务"])


@pytest.mark.parametrize(
    "change", [{"value": Decimal(1401)}, {"qualifier": "over"}, {"as_of": "2022-06-30"}, {"since": 2020}]
)
def test_a_change_of_the_value_opens_the_doubt_again(change):
    changed = overlay(answered(), [keep(replace(point("staff", "1400"), **change))])
    assert {"change.large", "change.apart"} & set(found(changed)[0])


@pytest.mark.parametrize(
    "change", [{"footnote": "含子公司"}, {"note": "问过"}, {"source": "人事系统"}, {"typed": "1,400"}]
)
def test_what_is_said_beside_the_value_opens_nothing(change):
    changed = overlay(answered(), [keep(replace(point("staff", "1400"), **change))])
    assert found(changed) == ([], ["并入新业务"])


def test_an_error_is_never_answered():
    data = [*points(last_total="1000"), point("staff", "-1")]
    codes, answers = found(answered("value.negative", data))
    assert ("value.negative" in codes, answers) == (True, [])


SAID = definitions(catalogue(metric()), "staff", slots=("body",))


def sentence(words, total, remark=None):
    """A text about the staff, which was 1,000 the year before."""
    held = snapshot(points(last_total="1000", total=total), texts={("report", "body", "zh-Hans"): words})
    return overlay(held, [keep(remark)]) if remark else held


def errors(held):
    return [issue for issue in Moment(SAID, held).issues() if issue.code == "statement.direction"]


def test_a_sentence_that_was_read_wrongly_is_answered_and_stays_so_until_words_or_data_change():
    words = "人数下降{staff|change%}。"
    (issue,) = errors(sentence(words, "1400"))
    assert (issue.severity, is_answerable(issue)) == ("error", True)
    content = answered_content(issue, SAID, Figures(SAID.catalogue, sentence(words, "1400")))
    remark = Remark(write_subject(issue.at), issue.code, content, "指净离职人数", "李编辑", "2026-11-30T00:00:00Z")
    assert errors(sentence(words, "1400", remark)) == []
    assert len(errors(sentence(words, "1500", remark))) == 1
    assert len(errors(sentence("全年人数下降{staff|change%}。", "1400", remark))) == 1
