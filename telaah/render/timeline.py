"""Articles become a timeline by publication date: a list, newest first, and an axis drawn above it."""

from collections.abc import Iterable, Iterator
from datetime import date

from babel.dates import format_date

from telaah.render.catalogue import Words
from telaah.render.dates import When
from telaah.render.view import ArticleLine, Axis, Day, Mark, Tick, Timeline

WIDTH = 1180
"""Units of the view box, about the pixels of the widest page."""
EDGE = 8
"""Units left free at both ends, so that a dot is drawn whole."""
LIFT = 24
"""Units between the axis and the lowest row of labels: a stem that can be seen above its dot."""
STEP = 20
"""Units between two rows of labels: a line of 13 px type."""
CHARACTER = 7.4
"""Widest usual advance of a 13 px semi-bold sans character, in units; labels are kept apart by it."""
LABEL = 26
"""Most characters of a label on the axis; the list holds the whole name."""
ROWS = 6
"""Most rows of labels; a date that finds no room keeps its dot, and its words in the list."""
TICKS = 14
"""Most divisions of the axis: at 1024 px they stand 70 px apart, room for 'Jan 2023'."""
MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between ticks, the smallest that gives at most TICKS."""
YEAR = 12
FEWEST = 3
"""Fewest dates that are drawn: two are a line with two ends."""
SHORT = 62
"""Days up to which the axis is divided by days and weeks instead of months."""


def timeline(lines: Iterable[ArticleLine], words: Words, most: int | None = None) -> Timeline:
    """Return the articles by publication date, newest first, the undated last; of all of them at most `most`."""
    days: dict[str, list[ArticleLine]] = {}
    undated = []
    for line in lines:
        if line.when:
            days.setdefault(line.when.day.iso, []).append(line)
        else:
            undated.append(line)
    room = len(undated) + sum(map(len, days.values())) if most is None else most
    kept, listed = [], []
    for _, articles in sorted(days.items(), reverse=True):
        if room > 0 and articles[0].when:
            kept.append(articles)
            listed.append(Day(articles[0].when.day, tuple(articles[:room]), max(len(articles) - room, 0)))
            room -= len(articles)
    more = room < 0 or len(kept) < len(days) or len(undated) > room
    last = Day(None, tuple(undated[:room]), len(undated) - room if len(undated) > room else 0) if room > 0 else None
    labels = [(day[0].when, _label(day, words)) for day in kept if day[0].when]
    return Timeline(axis(labels, words), tuple(listed), last if undated else None, more)


def axis(labels: Iterable[tuple[When, str]], words: Words) -> Axis | None:
    """Return the axis for a few labelled dates or more; of fewer, the list tells as much at a glance."""
    dated = sorted(labels, key=lambda d: d[0].order)
    first, last = (min((d.start for d, _ in dated), default=None), max((d.end for d, _ in dated), default=None))
    if len(dated) < FEWEST or first is None or last is None or first == last:
        return None
    scale = min(_scale(when_, label, first, last) for when_, label in dated)

    def x(day: date) -> float:
        return round(EDGE + (day - first).days * scale, 1)

    spans = [(x(d.start), x(d.end), label) for d, label in dated]
    levels = _levels([(begin, label) for begin, _, label in spans])
    rows = 1 + max((level for level in levels if level is not None), default=0)
    base = rows * STEP + LIFT - 6.0
    marks = tuple(
        Mark(begin, end if end - begin > EDGE else None, None if level is None else base - LIFT - level * STEP, label)
        for (begin, end, label), level in zip(spans, levels, strict=True)
    )
    ticks = tuple(
        Tick(x(day), text, strong, "start" if x(day) < 3 * EDGE else "middle")
        for day, text, strong in _ticks(first, last, words)
    )
    return Axis(WIDTH, base + 40, base, ticks, marks)


def _label(articles: list[ArticleLine], words: Words) -> str:
    only = articles[0]
    if len(articles) == 1 and only.outlet:
        name = only.outlet.text
        return name if len(name) <= LABEL else f"{name[: LABEL - 1]}…"
    number = len(articles)
    return words.ngettext("%(num)s article", "%(num)s articles", number) % {"num": words.number(number)}


def _scale(when_: When, label: str, first: date, last: date) -> float:
    """Return the most units a day may take so that this date's label still ends on the drawing."""
    room = WIDTH - 2 * EDGE - EDGE - len(label) * CHARACTER
    whole = (WIDTH - 2 * EDGE) / max((last - first).days, 1)
    days = (when_.start - first).days
    return min(whole, room / days) if days else whole


def _levels(marks: list[tuple[float, str]]) -> list[int | None]:
    """Return a row for each label, from right to left, so that no stem on its right runs through it."""
    levels: list[int | None] = [None] * len(marks)
    for i in range(len(marks) - 1, -1, -1):
        begin, label = marks[i]
        reach = begin + 2 * EDGE + len(label) * CHARACTER
        under = [levels[j] for j in range(i + 1, len(marks)) if marks[j][0] < reach]
        level = 1 + max((row for row in under if row is not None), default=-1)
        levels[i] = level if level < ROWS else None
    return levels


def _ticks(first: date, last: date, words: Words) -> Iterator[tuple[date, str | None, bool]]:
    """Return the divisions from first to last: day, label or None, and whether a year begins there."""
    if (last - first).days <= SHORT:
        every = 1 if (last - first).days <= TICKS else 7
        for ordinal in range(first.toordinal(), last.toordinal() + 1, every):
            day = date.fromordinal(ordinal)
            yield day, format_date(day, words.pgettext("date pattern", "d MMM"), words.locale), False
        return
    months = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    every = next((step for step in MONTHS if (months[1] - months[0]) // step <= TICKS), MONTHS[-1])
    labelled = False
    for month in range(-(-months[0] // every) * every, months[1] + 1, every):
        day = date(month // 12, month % 12 + 1, 1)
        if day < first:
            continue
        year = day.month == 1
        first_or_year = words.pgettext("date pattern", "MMM y") if year or not labelled else "MMM"
        yield day, format_date(day, "y" if every >= YEAR else first_or_year, words.locale), year
        labelled = True
