"""What a column keeps is what was given, to the last digit and microsecond."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy.dialects.sqlite import dialect

from schema.storage.columns import ExactDecimal, UtcDateTime

SQLITE = dialect()


@pytest.mark.parametrize(
    ("given", "written"),
    [("1.50", "1.50"), ("-0.00", "-0.00"), ("1E+3", "1000"), ("1E-9", "0.000000001"), ("9" * 40, "9" * 40)],
)
def test_a_number_is_written_without_exponent_and_with_every_digit(given, written):
    column = ExactDecimal()
    assert column.process_bind_param(Decimal(given), SQLITE) == written
    assert format(column.process_result_value(written, SQLITE), "f") == written


@pytest.mark.parametrize("given", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(given):
    with pytest.raises(ValueError, match=given):
        ExactDecimal().process_bind_param(Decimal(given), SQLITE)


def test_nothing_stays_nothing():
    for column in (ExactDecimal(), UtcDateTime()):
        assert column.process_bind_param(None, SQLITE) is None
        assert column.process_result_value(None, SQLITE) is None


def test_a_moment_is_kept_in_utc_and_needs_its_zone():
    eight = datetime(2026, 3, 1, 8, tzinfo=timezone(timedelta(hours=8)))
    assert UtcDateTime().process_bind_param(eight, SQLITE) == "2026-03-01T00:00:00.000000Z"
    assert UtcDateTime().process_result_value("2026-03-01T00:00:00.000000Z", SQLITE) == eight.astimezone(UTC)
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(datetime(2026, 3, 1), SQLITE)  # noqa: DTZ001
