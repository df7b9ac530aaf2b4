"""An ISO 8601 date at any precision becomes the words readers see, never more precise than what is known."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from babel.dates import format_date, format_datetime

from telaah.languages import language
from telaah.model import Days, days
from telaah.render.catalogue import Words


@dataclass(frozen=True, slots=True)
class Printed:
    """A date in words, and the same date at the same precision for <time datetime>."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class When:
    """One date in every form a page needs.

    `full` has weekday and time, `exact` is short with time and zone, `day` has no time, `short` is for lists.
    `order` sorts earlier before later; `start` is the first day that the date may mean, `end` the last.
    """

    full: Printed
    exact: Printed
    day: Printed
    short: Printed
    year: str
    order: tuple[str, str]
    start: date
    end: date


def when(value: str | None, words: Words) -> When | None:
    """Return the date in words; None for no date, or for one that is not ISO 8601."""
    found = days(value)
    if not found:
        return None
    start, iso = found.first, str(value).partition("T")[0]
    if found.precision == "year":
        return _vague(Printed(str(start.year), iso), Printed(str(start.year), iso), found)
    if found.precision == "month":
        long = Printed(format_date(start, words.pgettext("date pattern", "MMMM y"), words.locale), iso)
        short = Printed(format_date(start, words.pgettext("date pattern", "MMM y"), words.locale), iso)
        return _vague(long, short, found)
    return _on_a_day(found, words)


def sort_key(value: When | None) -> tuple[str, str]:
    """Return what sorts dates from early to late, the unknown first."""
    return value.order if value else ("", "")


def _vague(long: Printed, short: Printed, told: Days) -> When:
    return When(long, short, long, short, str(told.first.year), (long.iso, ""), told.first, told.last)


def _on_a_day(told: Days, words: Words) -> When:
    """Return a date whose day is known; its patterns are in the catalogue, for each language has its own order."""
    day, time, offset = told.first, told.time, told.offset
    iso = day.isoformat()

    def printed(pattern: str) -> Printed:
        return Printed(format_date(day, pattern, words.locale), iso)

    full = printed(words.pgettext("date pattern", "EEEE, d MMMM y"))
    short = printed(words.pgettext("date pattern", "d MMM y"))
    exact, order = short, (iso, "")
    if time:
        moment = datetime.fromisoformat(f"{iso}T{time}")
        zone = f" {zone_name(offset, words)}" if offset else ""
        stamp = f"{iso}T{time}{offset or ''}"

        def timed(pattern: str) -> Printed:
            return Printed(format_datetime(moment, pattern, locale=words.locale) + zone, stamp)

        full = timed(words.pgettext("date pattern", "EEEE, d MMMM y 'at' HH:mm"))
        exact = timed(words.pgettext("date pattern", "d MMM y, HH:mm"))
        order = (iso, datetime.fromisoformat(stamp).astimezone(UTC).isoformat() if offset else time)
    day_alone = printed(words.pgettext("date pattern", "d MMMM y"))
    return When(full, exact, day_alone, short, str(day.year), order, day, day)


def zone_name(offset: str, words: Words) -> str:
    """Return the name of a zone in the site's language (WIB), or the offset itself (UTC+05:30).

    An offset alone does not say whose it is: +02:00 is winter in Cairo and summer in Berlin. So only such names are
    printed as the language has for its own zones.
    """
    plain = "+00:00" if offset in ("Z", "-00:00") else offset
    known = language(words.language)
    names = (name for name in known.own_zones if known.zones.get(name) == plain)
    return next(names, f"utc{plain}" if plain != "+00:00" else "utc").upper()
