"""Dated articles become who was first among them, as far as their dates tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from telaah.render.dates import When, sort_key
from telaah.render.directory import Directory
from telaah.render.view import ArticleLine


@dataclass(frozen=True, slots=True)
class Firsts:
    """The earliest of some articles, several where their dates do not tell which; how many are dated, how many not."""

    lines: tuple[ArticleLine, ...]
    dated: int
    undated: int


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
