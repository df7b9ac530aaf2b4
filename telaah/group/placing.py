"""Articles come to the desk's topics: pinned, stated by themselves, or matched by a topic's rules; each with why."""

from collections.abc import Mapping, Sequence

from telaah.group.matching import Matcher
from telaah.model import Analysis, DeskTopic, Membership
from telaah.outlets import Outlets

Nearby = Mapping[int, Sequence[tuple[int, float]]]
"""The places of the articles that one is compared with, and how near each is, by its own place."""


def by_desk(
    analyses: Sequence[Analysis], topics: Sequence[DeskTopic], outlets: Outlets
) -> Mapping[str, Mapping[str, Membership]]:
    """Return for each topic of the desk its articles, by id, and why each is there.

    A pin wins over what the article states, and that over the rules; what a topic excludes no rule brings in.
    """
    return {topic.id: _of_topic(analyses, topic, outlets) for topic in topics}


def _of_topic(analyses: Sequence[Analysis], topic: DeskTopic, outlets: Outlets) -> Mapping[str, Membership]:
    matcher = Matcher(topic, outlets) if topic.rules else None
    pinned, excluded = frozenset(topic.articles), frozenset(topic.exclude)
    found = {}
    for analysis in analyses:
        name = analysis.article.id
        if name in pinned:
            found[name] = Membership(name, "pinned")
        elif topic.id in analysis.article.source.stated.topics:
            found[name] = Membership(name, "stated")
        elif matcher and name not in excluded and (met := matcher.met(analysis)):
            found[name] = Membership(name, "matched", met)
    return found


def nearest(names: Sequence[str], numbers: Sequence[int], beside: Nearby) -> Mapping[str, Membership]:
    """Return for the articles of a topic that was found, by id, which other is most like each.

    `numbers` are the articles' places in `names`, `beside` gives by place how near others are.
    """
    here = frozenset(numbers)
    return {names[number]: _found(names, number, _most(beside.get(number, ()), here)) for number in numbers}


def _most(beside: Sequence[tuple[int, float]], here: frozenset[int]) -> tuple[float, int] | None:
    """Return how near the nearest of these is and its place; of equals the first."""
    near = [(-round(like, 4), other) for other, like in beside if other in here and round(like, 4)]
    return (-min(near)[0], min(near)[1]) if near else None


def _found(names: Sequence[str], number: int, near: tuple[float, int] | None) -> Membership:
    if near is None:
        return Membership(names[number], "found")
    return Membership(names[number], "found", (), names[near[1]], near[0])
