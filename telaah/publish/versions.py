"""A briefing becomes what the next build needs to know of it: each article's words by paragraph, each topic's articles.

It stands in manifest.json, so that the next build finds changed texts and lost addresses without keeping anything else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from telaah.model import Briefing, Placed, Topic


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it was published.

    `paragraphs` are ids, which are made from the words, with the number of words of each; `sha256` is the file's;
    `updated` and `corrections` are what the desk says about changes.
    """

    id: str
    file: str
    title: str | None
    sha256: str
    updated: str | None
    corrections: int
    paragraphs: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A topic as it was published."""

    id: str
    basis: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """All articles and topics of one edition, by id."""

    articles: Mapping[str, Version]
    topics: Mapping[str, Gathered]


def versions(briefing: Briefing) -> Versions:
    """Return the articles and topics of a briefing as they are published."""
    return Versions(
        {placed.article.id: _version(placed) for placed in briefing.articles},
        {topic.id: _gathered(topic) for topic in briefing.topics},
    )


def recorded(found: Versions) -> Mapping[str, object]:
    """Return the entries of a manifest."""
    return {
        "articles": [
            {
                "id": each.id,
                "file": each.file,
                "title": each.title,
                "sha256": each.sha256,
                "updated": each.updated,
                "corrections": each.corrections,
                "paragraphs": dict(each.paragraphs),
            }
            for each in found.articles.values()
        ],
        "topics": [
            {"id": each.id, "basis": each.basis, "articles": list(each.articles)} for each in found.topics.values()
        ],
    }


def read_back(value: Mapping[str, object]) -> Versions:
    """Return what a manifest of ours records; of an older one, or a damaged one, as much as can be read."""
    articles = (_read_version(each) for each in _tables(value.get("articles")))
    topics = (_read_gathered(each) for each in _tables(value.get("topics")))
    return Versions({each.id: each for each in articles if each}, {each.id: each for each in topics if each})


def _version(placed: Placed) -> Version:
    article = placed.article
    return Version(
        id=article.id,
        file=article.source.file,
        title=article.title,
        sha256=article.source.sha256,
        updated=article.source.stated.updated,
        corrections=len(article.source.corrections),
        paragraphs={paragraph.id: len(paragraph.text.split()) for paragraph in article.paragraphs},
    )


def _gathered(topic: Topic) -> Gathered:
    return Gathered(topic.id, topic.basis, topic.articles)


def _tables(value: object) -> Iterable[Mapping[str, object]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else ()


def _read_version(value: Mapping[str, object]) -> Version | None:
    match value:
        case {"id": str(id_), "file": str(file), "sha256": str(sha256), "paragraphs": dict(paragraphs)}:
            title, updated, corrections = value.get("title"), value.get("updated"), value.get("corrections")
            return Version(
                id=id_,
                file=file,
                title=title if isinstance(title, str) else None,
                sha256=sha256,
                updated=updated if isinstance(updated, str) else None,
                corrections=corrections if isinstance(corrections, int) else 0,
                paragraphs={str(key): words for key, words in paragraphs.items() if isinstance(words, int)},
            )
    return None


def _read_gathered(value: Mapping[str, object]) -> Gathered | None:
    match value:
        case {"id": str(id_), "basis": str(basis), "articles": list(articles)}:
            return Gathered(id_, basis, tuple(str(each) for each in articles))
    return None
