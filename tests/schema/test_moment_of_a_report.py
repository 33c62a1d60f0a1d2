"""A moment computes what follows from its snapshot once."""

from dataclasses import replace
from decimal import Decimal

from schema.grammar.reference import Key
from schema.moment import Moment
from schema.values.datapoint import DataPoint, Snapshot
from tests.exporters import small_report as sample


def moment():
    return Moment(sample.definitions(), sample.snapshot())


def test_everything_is_computed_once():
    now = moment()
    assert now.figures is now.figures
    assert now.issues() is now.issues("")
    assert now.issues(sample.REPORT) is now.issues(sample.REPORT)
    assert now.coverage(sample.REPORT, "guide") is now.coverage(sample.REPORT, "guide")
    assert now.open_points(sample.REPORT) is now.open_points(sample.REPORT, "zh-Hans")


def test_the_issues_of_a_report_are_those_of_its_open_points():
    now = moment()
    assert tuple(point.issue for point in now.open_points(sample.REPORT)) == now.issues(sample.REPORT)


def test_its_parts_are_those_of_its_definitions_and_snapshot():
    definitions, snapshot = sample.definitions(), Snapshot()
    now = Moment(definitions, snapshot)
    assert now.catalogue is definitions.catalogue
    assert now.outline(sample.REPORT) is definitions.outlines[sample.REPORT]
    assert now.figures.snapshot is snapshot


def test_a_report_is_asked_only_for_what_concerns_it():
    stray = DataPoint(Key("gone", 2022), Decimal(1))
    data = sample.snapshot()
    now = Moment(sample.definitions(), replace(data, points={**data.points, stray.key: stray}))
    whole, own = ({issue.code for issue in now.issues(report)} for report in ("", sample.REPORT))
    assert whole - own == {"metric.unknown"}
