"""A date at the precision that is stated becomes the forms machines ask for, never claiming more than is known."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from telaah.model import days

PRECISIONS = ("year", "month", "day")
NOON = "T12:00:00Z"
"""Stands for "some time that day": noon in UTC is the same day from 12 hours behind it to 11 ahead, so that a reader
that prints a feed's date in its own zone prints the day that the source states; midnight is the day before in half
the world."""


def day_parts(value: str | None) -> tuple[int, ...]:
    """Return year, month and day, as many as are known; empty for no date, or one that is not ISO 8601."""
    found = days(value)
    if not found:
        return ()
    first = found.first
    return (first.year, first.month, first.day)[: PRECISIONS.index(found.precision) + 1]


def instant(value: str | None) -> str | None:
    """Return a date as RFC 3339 wants it; None where no day is known.

    A time without a zone is no instant: it counts as its day, and a day is its NOON.
    """
    exact = moment(value)
    if exact:
        return exact
    parts = day_parts(value)
    return f"{date(*parts).isoformat()}{NOON}" if len(parts) == len(("year", "month", "day")) else None


def moment(value: str | None) -> str | None:
    """Return a date as RFC 3339 wants it where time and zone are known; None where either is not."""
    found = days(value)
    if not found or not found.offset:
        return None
    try:
        return datetime.fromisoformat(str(value)).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    except ValueError:
        return None


def latest(instants: Iterable[str]) -> str | None:
    """Return the last of some instants, None of none."""
    return max(instants, key=lambda each: (order(each), each), default=None)


def order(each: str | None) -> str:
    """Return what sorts instants from early to late across zones, none first."""
    return datetime.fromisoformat(each).astimezone(UTC).isoformat() if each else ""


def w3c(value: str | None) -> str | None:
    """Return a date as W3C's profile of ISO 8601 has it, no more precise than stated: 2022, 2022-09, 2022-09-06 ..."""
    parts = day_parts(value)
    return moment(value) or "-".join(f"{part:0{4 if n == 0 else 2}}" for n, part in enumerate(parts)) or None


def latest_stated(dates: Iterable[str]) -> str:
    """Return the last of some such dates, of which there is one at least; the precise after the vague."""
    return max(dates, key=lambda each: (day_parts(each), each))
