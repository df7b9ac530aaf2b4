"""A date in ISO 8601, at whatever precision it is stated, becomes the days that it may mean."""

import functools
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<offset>Z|[+-]\d\d:\d\d)?)?)?)?"
)
_REMEMBERED = 4096
"""Dates that are remembered: those of a topic are compared again and again."""


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a date may mean; its time, HH:MM, and its offset where they are stated."""

    first: date
    last: date
    precision: Literal["day", "month", "year"]
    time: str | None = None
    offset: str | None = None

    @property
    def exact(self) -> date | None:
        """The day, where it is known."""
        return self.first if self.precision == "day" else None


@functools.lru_cache(maxsize=_REMEMBERED)
def days(value: str | None) -> Days | None:
    """Return the days that a date may mean; None for no date, one that never was, or one that is not ISO 8601."""
    found = _ISO.fullmatch(value or "")
    if not found:
        return None
    year, month, day = (int(found[part]) if found[part] else None for part in ("year", "month", "day"))
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if month is None:
        return Days(first, date(first.year, 12, 31), "year")
    if day is None:
        return Days(first, first.replace(day=monthrange(first.year, first.month)[1]), "month")
    return Days(first, first, "day", found["time"], found["offset"])
