"""An article and the day of the edition become whether it is published now, waits, or is over."""

import re
from datetime import date

from telaah.model import Article, Standing

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def standing(article: Article, edition: str | None) -> Standing | None:
    """Return why an article is not published now, or None where it is.

    `edition` is the day that site.toml names, YYYY-MM-DD. Without one nothing is future or expired: the clock is never
    asked. A date that is known to the month or year is taken at its first day for what is to come, and at its last for
    what is over, so that nothing is left out on a guess.
    """
    stated = article.source.stated
    if stated.draft:
        return "draft"
    today = _days(edition)
    published, expires = _days(article.published.value), _days(stated.expires)
    if today and published and published[0] > today[1]:
        return "future"
    if today and expires and expires[1] < today[0]:
        return "expired"
    return None


def _days(value: str | None) -> tuple[date, date] | None:
    """Return the first and the last day that an ISO 8601 date may mean; None for no date or one that never was."""
    found = _DAY.match(value or "")
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if month is None:
            return date(year or 1, 1, 1), date(year or 1, 12, 31)
        first = date(year or 1, month, day or 1)
    except ValueError:
        return None
    if day is not None:
        return first, first
    following = date(first.year + month // 12, month % 12 + 1, 1) if first.year < date.max.year else date.max
    return first, date.fromordinal(following.toordinal() - 1)
