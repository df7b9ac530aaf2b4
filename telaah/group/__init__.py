"""Analyses become a briefing: topics of the desk and of our own finding, and for every article what is related."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from telaah.group.check import check, check_grouped
from telaah.group.check_names import check_names, misspelt_names
from telaah.group.clusters import clusters
from telaah.group.copies import copies
from telaah.group.dates import When, when
from telaah.group.entities import entities
from telaah.group.findings import Finder
from telaah.group.furniture import furniture
from telaah.group.headlines import headlines
from telaah.group.neighbours import Pairs, neighbours
from telaah.group.placing import by_desk, nearest
from telaah.group.products import Products
from telaah.group.topics import Member, automatic_topic, desk_topic
from telaah.group.vectors import vectors
from telaah.lasting import lasting
from telaah.model import Analysis, Briefing, DeskTopic, Hop, Html, Placed, Silenced, Topic
from telaah.names import DeskNames
from telaah.outlets import Outlets

__all__ = ["check", "check_grouped", "check_names", "group", "misspelt_names"]

RELATED = 0.17
"""Likeness from which two articles are related: follow-ups and background of one story. Labelled Indonesian pairs have
a related F1 of 90 or more from .15 to .18."""
MOST_RELATED = 5
"""Related articles shown for one article."""


NO_OUTLETS = Outlets.of(())
"""Without a list of outlets every one is unknown: no families, and no newsroom where a report is known to begin."""
NO_NAMES = DeskNames()
"""What a desk that corrects nothing says of names."""


@lasting()
def group(
    analyses: Sequence[Analysis],
    topics: Sequence[DeskTopic],
    introductions: Mapping[str, Html],
    outlets: Outlets = NO_OUTLETS,
    names: DeskNames = NO_NAMES,
    silenced: Sequence[Silenced] = (),
) -> Briefing:
    """Return the briefing: topics and articles sorted by id, the same whatever the order of the input.

    An article that the desk has placed, in a topic's `articles`, by its `match` or in the article's own `topics`, takes
    no part in automatic grouping. Every article ends up in at least one topic. `introductions` are sanitised, by topic
    id. Names that do not exist are passed over here; `check` reports them.
    """
    ordered = sorted(analyses, key=lambda analysis: analysis.article.id)
    said_first = headlines(ordered)
    skipped = furniture(ordered, said_first)
    found_vectors = vectors(ordered, skipped)
    products = Products(found_vectors)
    members = tuple(map(Member, ordered, found_vectors))
    days = [when(analysis.article.published) for analysis in ordered]
    near = neighbours(found_vectors, products, days, RELATED)
    desk = by_desk(ordered, topics, outlets)
    named = [
        desk_topic(
            topic, [m for m in members if m.analysis.article.id in why], products, introductions.get(topic.id), why
        )
        for topic in sorted(topics, key=lambda topic: topic.id)
        if (why := desk[topic.id])
    ]
    found = _found(members, products, days, near, {name for why in desk.values() for name in why}, named)
    every = tuple(sorted((*named, *found), key=lambda topic: topic.id))
    copied = copies(ordered, skipped, found_vectors, products, said_first)
    finder = Finder(ordered, copied, outlets, {row.id: row.reason for row in silenced})
    told = tuple(map(finder.findings, every))
    placed = tuple(map(_heard, _placed(members, near, told, finder.chains)))
    return Briefing(told, placed, copied, entities(placed, names))


def _heard(placed: Placed) -> Placed:
    """Return an article in its place; one that was retracted keeps that, and nothing of it is heard any more."""
    if not placed.article.retracted:
        return placed
    return replace(placed, analysis=replace(placed.analysis, names=(), keywords=(), summary=()))


def _found(
    members: Sequence[Member],
    products: Products,
    days: Sequence[When | None],
    near: Pairs,
    placed: set[str],
    named: Sequence[Topic],
) -> list[Topic]:
    """Return the topics found among the articles that the desk has not placed."""
    free = [place for place, member in enumerate(members) if member.analysis.article.id not in placed]
    position = {place: number for number, place in enumerate(free)}
    pairs = {(position[a], position[b]): like for (a, b), like in near.items() if a in position and b in position}
    beside: dict[int, list[tuple[int, float]]] = {}
    for (one, other), like in pairs.items():
        beside.setdefault(one, []).append((other, like))
        beside.setdefault(other, []).append((one, like))
    groups = clusters([members[place].vector for place in free], products, [days[place] for place in free], pairs)
    taken = frozenset(topic.id for topic in named)
    names = [members[place].analysis.article.id for place in free]
    return [
        automatic_topic([members[free[number]] for number in numbers], products, taken, nearest(names, numbers, beside))
        for numbers in groups
    ]


def _placed(
    members: Sequence[Member], near: Pairs, topics: Sequence[Topic], chains: Mapping[str, tuple[Hop, ...]]
) -> tuple[Placed, ...]:
    ids = [member.analysis.article.id for member in members]
    related: dict[str, list[tuple[float, str]]] = {name: [] for name in ids}
    for (one, other), like in near.items():
        related[ids[one]].append((-round(like, 9), ids[other]))
        related[ids[other]].append((-round(like, 9), ids[one]))
    holding: dict[str, list[str]] = {name: [] for name in ids}
    for topic in topics:
        for name in topic.articles:
            holding[name].append(topic.id)
    return tuple(
        Placed(
            member.analysis,
            _stated_first(member, holding[member.analysis.article.id]),
            tuple(name for _, name in sorted(related[member.analysis.article.id])[:MOST_RELATED]),
            chains[member.analysis.article.id],
        )
        for member in members
    )


def _stated_first(member: Member, topics: Sequence[str]) -> tuple[str, ...]:
    """Return the topics in the order in which the article itself states them, then the others by id."""
    stated = [name for name in member.analysis.article.source.stated.topics if name in topics]
    return tuple(dict.fromkeys((*stated, *topics)))
