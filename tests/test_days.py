"""A date as stated means its days and no others."""

from datetime import date

import pytest

from telaah.model import days


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), "month"),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3), "day"),
        ("2024-02-03T07:10:30.5+07:00", date(2024, 2, 3), date(2024, 2, 3), "day"),
    ],
)
def test_a_date_means_its_days_at_the_precision_stated(value, first, last, precision):
    found = days(value)
    assert (found.first, found.last, found.precision) == (first, last, precision)
    assert found.exact == (first if precision == "day" else None)


def test_time_and_offset_are_known_where_they_are_stated():
    assert (days("2024-02-03T07:10Z").time, days("2024-02-03T07:10Z").offset) == ("07:10", "Z")
    assert (days("2024-02-03T07:10").time, days("2024-02-03T07:10").offset) == ("07:10", None)
    assert days("2024-02-03").time is None


@pytest.mark.parametrize("value", [None, "", "kemarin", "2023-02-29", "2024-13", "0000", "2024-2-3", "2024-02-03 x"])
def test_what_is_no_date_means_no_day(value):
    assert days(value) is None
