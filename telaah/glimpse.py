"""A briefing and articles that changed become the small briefing around them, enough to show their pages at once."""

from collections.abc import Mapping
from dataclasses import replace

from telaah.model import Analysis, Briefing

MOST = 100
"""Articles in the surroundings beyond which a glimpse is no quicker than patience: 100 are rendered in about 0.5 s."""


def around(briefing: Briefing, changed: Mapping[str, Analysis]) -> Briefing | None:
    """Return the changed articles, by id, with their topics and neighbours as the last build had them.

    What topics say of articles' words is left out, for those words may be gone. None where the surroundings are large.
    """
    own = [placed for placed in briefing.articles if placed.article.id in changed]
    wanted = {topic for placed in own for topic in placed.topics}
    topics = [topic for topic in briefing.topics if topic.id in wanted]
    near = {*changed, *(id_ for placed in own for id_ in placed.related), *(id_ for t in topics for id_ in t.articles)}
    if len(near) > MOST:
        return None
    return Briefing(
        topics=tuple(
            replace(topic, summary=(), claims=(), figures=(), disagreements=(), timeline=()) for topic in topics
        ),
        articles=tuple(
            replace(
                placed,
                analysis=changed.get(placed.article.id, placed.analysis),
                topics=tuple(id_ for id_ in placed.topics if id_ in wanted),
                related=tuple(id_ for id_ in placed.related if id_ in near),
            )
            for placed in briefing.articles
            if placed.article.id in near
        ),
        names=tuple(
            replace(name, articles=tuple(id_ for id_ in name.articles if id_ in near))
            for name in briefing.names
            if not near.isdisjoint(name.articles)
        ),
    )
