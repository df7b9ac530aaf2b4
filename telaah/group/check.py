"""Articles, desk topics and the briefing made of them become the problems of what they say about each other."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from telaah.group.former import check_aliases
from telaah.group.verbatim import unverified
from telaah.model import Article, Briefing, DeskTopic, Folder, Silenced
from telaah.problems import Problem, did_you_mean, in_order

ONE_SLIP = 0.9
"""Likeness of two ids of ten characters of which nine are the same."""


def check(
    articles: Sequence[Article], topics: Sequence[DeskTopic], left_out: Sequence[str] = ()
) -> tuple[Problem, ...]:
    """Return a problem for every article or topic that is named and does not exist, and for topics without articles.

    `left_out` are ids of articles that exist but take no part: drafts, and such as could not be read. `file` is the
    path below the content folder, as in the values themselves.
    """
    known = {article.id for article in articles} | set(left_out)
    return in_order(
        (
            *_unknown_articles(known, topics),
            *_unknown_topics(articles, topics),
            *_conflicts(articles, topics),
            *_empty(articles, topics, known),
        )
    )


def check_grouped(
    briefing: Briefing, folder: Folder, languages: Sequence[str], silenced_file: str
) -> tuple[Problem, ...]:
    """Return what a finished briefing shows to be wrong in the files of the desk, or, a bug of ours, in itself."""
    return in_order(
        (
            *_silenced(briefing, folder.silenced, silenced_file),
            *check_aliases(briefing.topics, folder.topics),
            *_matching_nothing(briefing, folder.topics),
            *_untranslated(folder.topics, languages),
            *unverified(briefing),
        )
    )


def _silenced(briefing: Briefing, silenced: Sequence[Silenced], file: str) -> tuple[Problem, ...]:
    """Return a warning for every row that the desk takes out and that is in no table."""
    used = {row.id for topic in briefing.topics for row in topic.silenced}
    known = {claim.id for topic in briefing.topics for claim in topic.claims}
    known |= {row.id for topic in briefing.topics for row in topic.disagreements}
    hint = "take the entry out, or look the id up in the unfolded proof of the topic's tables"
    return in_order(
        Problem(
            "warning",
            "silenced-unknown",
            f"no table has a row '{row.id}'{did_you_mean(row.id, _slips(row.id, known))}; nothing was taken out",
            hint,
            file,
            row.line,
        )
        for row in silenced
        if row.id not in used
    )


def _slips(name: str, known: Iterable[str]) -> list[str]:
    """Return the ids that one slip of the pen makes of this one: others only look alike, and are other rows."""
    return [each for each in known if SequenceMatcher(None, name, each).ratio() >= ONE_SLIP]


def _matching_nothing(briefing: Briefing, topics: Sequence[DeskTopic]) -> tuple[Problem, ...]:
    """Return a notice for every topic whose rules bring in nothing."""
    matched = {topic.id for topic in briefing.topics if any(member.how == "matched" for member in topic.members)}
    hint = "every list that a rule has must hold something of an article; `explain` shows its names and keywords"
    return in_order(
        Problem(
            "notice", "match-nothing", f"the 'match' of the topic '{topic.id}' matches no article", hint, topic.file
        )
        for topic in topics
        if topic.rules and topic.id not in matched
    )


def _untranslated(topics: Sequence[DeskTopic], languages: Sequence[str]) -> tuple[Problem, ...]:
    """Return a warning for every topic whose title lacks a language of the site."""
    return tuple(
        Problem(
            "warning",
            "translation-missing",
            f"the topic '{topic.id}' has no title for the pages in {', '.join(missing)}; they show another language's",
            f"write title: {{{', '.join(f'{code}: ...' for code in languages)}}}",
            topic.file,
        )
        for topic in topics
        if topic.titles and (missing := [code for code in languages if code not in topic.titles])
    )


def _unknown_articles(known: set[str], topics: Sequence[DeskTopic]) -> Iterator[Problem]:
    for topic in topics:
        for name in (*topic.articles, *topic.exclude):
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


def _conflicts(articles: Sequence[Article], topics: Sequence[DeskTopic]) -> Iterator[Problem]:
    """Give every article that a topic excludes and has at the same time."""
    for topic in topics:
        stated = {article.id for article in articles if topic.id in article.source.stated.topics}
        for name in topic.exclude:
            if name in topic.articles or name in stated:
                where = "lists it under `articles`" if name in topic.articles else "is named in its `topics`"
                message = f"the topic '{topic.id}' excludes the article '{name}' and {where}"
                yield Problem("error", "topic-conflict", message, "keep one of the two", topic.file)


def _empty(articles: Sequence[Article], topics: Sequence[DeskTopic], known: set[str]) -> Iterator[Problem]:
    stated = {name for article in articles for name in article.source.stated.topics}
    present = {article.id for article in articles}
    for topic in topics:
        if not topic.articles and not topic.rules and topic.id not in stated:
            message = f"the topic '{topic.id}' has no article and is left out"
            hint = "list article ids under `articles:`, write a `match:`, or name the topic in an article's `topics:`"
            yield Problem("warning", "topic-empty", message, hint, topic.file)
        elif not topic.rules and topic.id not in stated and known - present >= set(topic.articles):
            message = f"the topic '{topic.id}' has no article in this edition and is left out"
            hint = "its articles are drafts, or are not published on this day; --drafts shows them"
            yield Problem("notice", "topic-empty", message, hint, topic.file)
