"""Numbers of events in foreign texts: held against their record where its year is told, and only there."""

import pytest

from desktop.work.scan import ScanAsked, scan_paragraphs
from schema.exchange.foreign_text.paragraphs import rejoined
from schema.moment import Moment


@pytest.fixture(scope="module")
def moment(definitions, sample_snapshot):
    return Moment(definitions, sample_snapshot)


def judged(text, moment):
    numbers = [q.number for q in scan_paragraphs(rejoined([("1", text)]), moment, ScanAsked()).numbers]
    return [(n.quote, n.agreement, n.key.canonical() if n.key else "") for n in numbers if n.statement is not None]


@pytest.mark.parametrize(
    ("text", "agreement"),
    [
        ("2022年9月，“乡村篮球冠军杯”在福建泉州举行，全网累计观看1.2亿。", "match"),
        ("2022年9月，“乡村篮球冠军杯”在福建泉州举行，全网累计观看2.1亿。", "mismatch"),
        ("2021年9月，“乡村篮球冠军杯”在福建泉州举行，全网累计观看2.1亿。", "unknown"),
        ("2022年第三季度，“乡村篮球冠军杯”在福建泉州举行，全网累计观看2.1亿。", "unknown"),
        ("“乡村篮球冠军杯”在福建泉州举行，全网累计观看2.1亿。", "unknown"),
        ("2021年，“儿童健康守护计划”捐出9万元。", "mismatch"),
        ("2021年，“儿童健康守护计划”捐出6万元。", "match"),
    ],
)
def test_a_number_of_an_event_is_wrong_only_where_its_year_is_told(moment, text, agreement):
    ((_, found, _),) = judged(text, moment)
    assert found == agreement
