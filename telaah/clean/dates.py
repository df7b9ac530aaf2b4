"""A printed date becomes ISO 8601 at the precision printed; nothing is guessed and the clock is never read."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from telaah.clean.cues import Cues

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Years that a page may carry as its date; other four-digit numbers are numbers."""

_YEAR = re.compile(r"\d(?<!\d\d)\d{3}(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_TIME = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])(?:[:.h](?=[0-5]\d)|[時时點点](?=\d))(?P<minute>[0-5]?\d)(?:[:.][0-5]\d)?分?\s*(?P<half>[ap]\.?m\.?)?(?![\d.:])",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"[\s,.;:|•·()（）\[\]/–—،-]+|\b(?:pukul|pkl|jam|at|um|uhr|à|às|a las|om|on|pada|am|le|el|em|t|z)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date as read: its ISO 8601 value, the printed words it came from, and the words beside it."""

    value: str
    has_time: bool
    text: str
    rest: str


def date_of(text: str, cues: Cues) -> DateRead | None:
    """Read a line that holds one full date, with its time and zone where printed; None where it holds none."""
    found = _day(text, cues) if _YEAR.search(text) else None
    if found is None:
        return None
    (year, month, day), start, end = found
    try:
        moment = datetime(year, month, day)  # noqa: DTZ001 - a printed date has no zone of its own
    except ValueError:
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    before, after = text[:start], text[end:]
    clock = _TIME.match(after.lstrip(" ,.|•·()–—-").removeprefix("pukul ").removeprefix("at ")) or _TIME.search(after)
    if clock is None:
        return DateRead(moment.date().isoformat(), has_time=False, text=text, rest=_rest(before + " " + after, cues))
    left = clock.string[clock.end() :]
    hour = _hour(int(clock["hour"]), clock["half"] or _half(clock.string[: clock.start()], left, cues))
    offset, left = _zone(left, cues)
    value = moment.replace(hour=hour, minute=int(clock["minute"])).strftime("%Y-%m-%dT%H:%M") + offset
    return DateRead(
        value, has_time=True, text=text, rest=_rest(before + " " + clock.string[: clock.start()] + left, cues)
    )


def in_zone(value: str, zone: str) -> str:
    """Return a moment without an offset with that of the zone it was printed in; any other value unchanged."""
    if "T" not in value or re.search(r"(Z|[+-]\d\d:\d\d)$", value):
        return value
    offset = datetime.fromisoformat(value).replace(tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()
    minutes = int(offset.total_seconds() // 60)
    sign = "+" if minutes >= 0 else "-"
    return f"{value}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _day(text: str, cues: Cues) -> tuple[tuple[int, int, int], int, int] | None:
    for pattern in (_ISO, *cues.dates, _NUMERIC):
        match = pattern.search(text)
        if match:
            named = match.groupdict()
            month = cues.months[named["name"].casefold()] if named.get("name") else int(named["month"])
            return (int(named["year"]), month, int(named["day"])), match.start(), match.end()
    return None


def _hour(hour: int, half: str | None) -> int:
    if half and half.lower().startswith("p") and hour < 12:
        return hour + 12
    return 0 if half and half.lower().startswith("a") and hour == 12 else hour


def _half(before: str, after: str, cues: Cues) -> str | None:
    """Return am or pm where a word of the language right beside the time says so ("午後3時5分", "07:45 مساء")."""
    for word, half in cues.halves.items():
        if before.rstrip().endswith(word) or re.match(rf"\s*{re.escape(word)}(?!\w)", after):
            return ("am", "pm")[half]
    return None


def _zone(text: str, cues: Cues) -> tuple[str, str]:
    """Return the offset printed right after a time, or nothing, and the words after it."""
    printed = re.match(r"\s*\(?(?P<name>[A-Za-z]{2,5})?\s*(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?\)?", text)
    if printed is None:
        return "", text
    if printed["offset"]:
        sign, digits = printed["offset"][0], re.sub(r"\D", "", printed["offset"])
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        return f"{sign}{int(hours):02}:{minutes}", text[printed.end() :]
    offset = cues.zones.get((printed["name"] or "").casefold(), "")
    return (
        (offset, text[printed.end() :]) if printed["name"] and printed["name"].casefold() in cues.zones else ("", text)
    )


def _rest(text: str, cues: Cues) -> str:
    """Return what stands beside a date once weekday, filler and labels such as "published" are gone."""
    words = [word for word in re.split(r"[\s,;:|•·()（）：\[\]/]+", _FILLER.sub(" ", text)) if word]
    said = (word.casefold().strip(".") for word in words)
    return " ".join(word for word, bare in zip(words, said, strict=True) if bare not in cues.beside_dates)
