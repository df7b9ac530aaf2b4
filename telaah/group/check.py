"""Articles and desk topics become the problems of what they say about each other."""

from collections.abc import Iterator, Sequence

from telaah.model import Article, DeskTopic
from telaah.problems import Problem, did_you_mean, in_order


def check(
    articles: Sequence[Article], topics: Sequence[DeskTopic], left_out: Sequence[str] = ()
) -> tuple[Problem, ...]:
    """Return a problem for every article or topic that is named and does not exist, and for topics without articles.

    `left_out` are ids of articles that exist but take no part: drafts, and such as could not be read. `file` is the
    path below the content folder, as in the values themselves.
    """
    known = {article.id for article in articles} | set(left_out)
    return in_order((*_unknown_articles(known, topics), *_unknown_topics(articles, topics), *_empty(articles, topics)))


def _unknown_articles(known: set[str], topics: Sequence[DeskTopic]) -> Iterator[Problem]:
    for topic in topics:
        for name in topic.articles:
            if name not in known:
                message = f"the topic '{topic.id}' names the article '{name}', which does not exist"
                message += did_you_mean(name, known)
                hint = "write the id of an article: its `id:`, or the name of its file without the ending"
                yield Problem("error", "article-unknown", message, hint, topic.file)


def _unknown_topics(articles: Sequence[Article], topics: Sequence[DeskTopic]) -> Iterator[Problem]:
    known = {topic.id for topic in topics}
    for article in articles:
        source = article.source
        for name in source.stated.topics:
            if name not in known:
                message = f"'topics' names '{name}', which is no topic{did_you_mean(name, known)}"
                hint = f"write the name of a file in topics/ without the ending, or make topics/{name}.md"
                line = source.stated_at.get("topics")
                yield Problem("error", "topic-unknown", message, hint, source.file, line)


def _empty(articles: Sequence[Article], topics: Sequence[DeskTopic]) -> Iterator[Problem]:
    stated = {name for article in articles for name in article.source.stated.topics}
    for topic in topics:
        if not topic.articles and topic.id not in stated:
            message = f"the topic '{topic.id}' has no article and is left out"
            hint = "list article ids under `articles:`, or name the topic in an article's `topics:`"
            yield Problem("warning", "topic-empty", message, hint, topic.file)
