"""Dated articles become who was first among them, as far as their dates tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from telaah.render.dates import When, sort_key
from telaah.render.directory import Directory
from telaah.render.view import ArticleLine

MOST_DATED = 5
MOST_UNDATED = 3
"""Articles in a topic's order of publication: as high as the key points beside it; the list of articles has all."""


@dataclass(frozen=True, slots=True)
class Firsts:
    """The earliest of some articles, several where their dates do not tell which; how many are dated, how many not."""

    lines: tuple[ArticleLine, ...]
    dated: int
    undated: int


@dataclass(frozen=True, slots=True)
class Order:
    """In which order some outlets published: `first` among all, then the earliest dated article of each, then undated.

    `more` counts the articles of other outlets, and the undated ones, that found no room.
    """

    first: Firsts
    dated: tuple[ArticleLine, ...]
    undated: tuple[ArticleLine, ...]
    more: int


def order(lines: Iterable[ArticleLine]) -> Order:
    """Return in which order articles appeared: of each outlet the earliest that is dated, then the undated.

    An article whose outlet is not known stands for itself.
    """
    every = tuple(lines)
    own: dict[str, ArticleLine] = {}
    for line in sorted(every, key=lambda line: (sort_key(line.when), line.id)):
        if line.when:
            own.setdefault(line.outlet.text if line.outlet else line.id, line)
    dated, undated = tuple(own.values()), tuple(line for line in every if not line.when)
    more = max(len(dated) - MOST_DATED, 0) + max(len(undated) - MOST_UNDATED, 0)
    return Order(firsts(every), dated[:MOST_DATED], undated[:MOST_UNDATED], more)


def firsts(lines: Iterable[ArticleLine]) -> Firsts:
    """Return the articles before which no other of them was published."""
    every = tuple(lines)
    dated = sorted(((line.when, line) for line in every if line.when), key=lambda pair: (sort_key(pair[0]), pair[1].id))
    earliest = tuple(line for when, line in dated if not before(dated[0][0], when))
    return Firsts(earliest, len(dated), len(every) - len(dated))


def before(one: When, other: When) -> bool:
    """Say whether a date is surely earlier than another: by the minute where both say their zone, else by the day."""
    minutes = one.order[1], other.order[1]
    if all("T" in minute for minute in minutes):
        return minutes[0] < minutes[1]
    return one.end < other.start


def outlets_first(look: Directory) -> Mapping[str, tuple[ArticleLine, ...]]:
    """Return for each topic, by id, the earliest dated article of every outlet that has one, earliest first."""
    found = {}
    for topic in look.topics:
        own: dict[str, ArticleLine] = {}
        lines = [look.lines[id_] for id_ in topic.articles]
        for line in sorted(lines, key=lambda line: (sort_key(line.when), line.id)):
            if line.when and line.outlet:
                own.setdefault(line.outlet.text, line)
        found[topic.id] = tuple(own.values())
    return found
