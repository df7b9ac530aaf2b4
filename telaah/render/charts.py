"""Who passed on whom, and who published when, become small drawings; the lists beside them hold the same facts.

The drawings are 340 units wide, so that their 13 px type is as large on a phone of 360 px as in the stylesheet.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from telaah.model import Topic
from telaah.render.addresses import fold
from telaah.render.directory import Directory
from telaah.render.view import ArticleLine

WIDTH = 340
LEFT, RIGHT = 148.0, 214.0
"""Where the nodes stand: names of 20 characters fit on their left, of 16 on their right."""
LEFT_LABEL, RIGHT_LABEL = 20, 16
ROW = 26.0
"""Units between rows: a line of 13 px type with air."""
MOST_ROWS = 14
"""Most rows of a drawing: half a phone's screen; a longer list is easier to read as a list."""
FEWEST_DAYS = 2
"""Fewest days that make a drawing of coverage over time."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A node: filled for a known origin, dashed for one that is not known, a ring for who passes on."""

    x: float
    y: float
    kind: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words at a place; they end there (end) or begin there (start)."""

    x: float
    y: float
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: lines between two points, nodes, words."""

    height: float
    lines: tuple[tuple[float, float, float, float], ...]
    dots: tuple[Dot, ...]
    words: tuple[Words, ...]


def provenance(topic: Topic, look: Directory) -> Chart | None:
    """Return which origin reached which outlet; None for one outlet, or for more than can be drawn."""
    unknown, unnamed = look.words.gettext("Origin not stated"), look.words.gettext("outlet not stated")
    lines: list[tuple[float, float, float, float]] = []
    dots: list[Dot] = []
    words: list[Words] = []
    row = 0
    for group in topic.origins.groups:
        outlets = dict.fromkeys(
            line.outlet.text if (line := look.lines[id_]).outlet else unnamed for id_ in group.articles
        )
        ys = [_y(row + n) for n in range(len(outlets))]
        row += len(outlets)
        middle = sum(ys) / len(ys)
        end = "origin" if group.known else "unknown"
        own = group.name is not None and {fold(name) for name in outlets} == {fold(group.name)}
        if not own:
            dots.append(Dot(LEFT, middle, end))
            words.append(Words(LEFT - 12, middle + 4.5, "end", _short(group.name or unknown, LEFT_LABEL)))
            lines += [(LEFT + 6, middle, RIGHT - 6, y) for y in ys]
        for y, name in zip(ys, outlets, strict=True):
            dots.append(Dot(RIGHT, y, end if own else "relay"))
            words.append(Words(RIGHT + 12, y + 4.5, "start", _short(name, RIGHT_LABEL)))
    if not 1 < row <= MOST_ROWS:
        return None
    return Chart(_y(row) - ROW / 2, tuple(lines), tuple(dots), tuple(words))


def coverage(articles: Iterable[ArticleLine]) -> Chart | None:
    """Return a row of dots for each outlet, one a day of publication; None for a single day, or too many outlets."""
    dated = [(line.when, line.outlet.text) for line in articles if line.when and line.outlet]
    days = sorted({when.start for when, _ in dated})
    outlets = list(dict.fromkeys(name for _, name in sorted(dated, key=lambda pair: pair[0].order)))
    if len(days) < FEWEST_DAYS or not 1 < len(outlets) <= MOST_ROWS:
        return None
    span = (days[-1] - days[0]).days
    room = WIDTH - LEFT - 16
    rows = {name: _y(n) for n, name in enumerate(outlets)}
    dots = {(round(LEFT + 8 + (when.start - days[0]).days / span * room, 1), rows[name]) for when, name in dated}
    end = _y(len(outlets)) + 2
    by_day = {when.start: when.short.text for when, _ in dated}
    words = [Words(LEFT - 8, y + 4.5, "end", _short(name, LEFT_LABEL)) for name, y in rows.items()]
    words += [Words(LEFT, end, "start", by_day[days[0]]), Words(WIDTH, end, "end", by_day[days[-1]])]
    lines = tuple((LEFT, y, float(WIDTH), y) for y in rows.values())
    return Chart(end + 8, lines, tuple(Dot(x, y, "origin") for x, y in sorted(dots)), tuple(words))


def _y(row: int) -> float:
    return ROW / 2 + row * ROW


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
