"""Publication dates become a closeness that weighs likeness: soft, with a floor, neutral where a date is missing."""

from telaah.model import days

Day = float
"""Days since the year 1; a fraction only as the mean of several."""

HALF_LIFE = 30.0
"""Days after which closeness has fallen half-way to its floor: follow-ups of one event mostly come within a month."""
FLOOR = 0.7
"""Closeness of articles far apart in time: the words alone can still join them when they are nearly the same."""


def day(published: str | None) -> Day | None:
    """Return the day of an ISO 8601 date, None where it is missing or stated less precisely."""
    found = days(published)
    return float(found.exact.toordinal()) if found and found.exact else None


def closeness(one: Day | None, other: Day | None) -> float:
    """Return 1 for the same day or an unknown one, falling towards `FLOOR` with the days between."""
    if one is None or other is None:
        return 1.0
    return float(FLOOR + (1 - FLOOR) * 0.5 ** (abs(one - other) / HALF_LIFE))
