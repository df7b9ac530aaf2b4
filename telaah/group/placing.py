"""Articles come to the desk's topics: pinned, stated by themselves, or matched by a topic's rules; each with why."""

from collections.abc import Mapping, Sequence

from telaah.group.matching import Matcher
from telaah.group.neighbours import Pairs
from telaah.model import Analysis, DeskTopic, Membership
from telaah.outlets import Outlets


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


def nearest(names: Sequence[str], numbers: Sequence[int], pairs: Pairs) -> Mapping[str, Membership]:
    """Return for the articles of a topic that was found, by id, which other is most like each.

    `numbers` are the articles' places in `names` and in the pairs.
    """
    best: dict[int, tuple[float, int]] = {}
    for place, one in enumerate(numbers):
        for other in numbers[place + 1 :]:
            like = round(pairs.get((one, other), 0.0), 4)
            for here, there in ((one, other), (other, one)):
                if like and (here not in best or like > best[here][0]):
                    best[here] = like, there
    return {names[number]: _found(names, number, best.get(number)) for number in numbers}


def _found(names: Sequence[str], number: int, near: tuple[float, int] | None) -> Membership:
    if near is None:
        return Membership(names[number], "found")
    return Membership(names[number], "found", (), names[near[1]], near[0])
