"""The articles of a build lose the paragraphs that several documents of one outlet share: such text is furniture."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from telaah.clean.story import starts_mid_story
from telaah.languages import language
from telaah.model import Article, LineRead, Removed

SHARED_BY = 3
"""Documents of one outlet, with as many headlines, that a paragraph must stand in. Two may be a page and its update;
copies of one story in several outlets never count together."""
RULE = "shared-by-outlet"


def without_furniture(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles, those of pages without what their outlet repeats; a desk's own Markdown stays as it is.

    It comes after the reading of each page, because a page's lines are told apart by all that stands around them.
    """
    read = tuple(articles)
    headlines: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article in read:
        for paragraph in article.paragraphs:
            headlines[_outlet(article), paragraph.text].add((article.title or article.id).casefold())
    shared: dict[str, set[str]] = defaultdict(set)
    for (outlet, text), found in headlines.items():
        if outlet and len(found) >= SHARED_BY:
            shared[outlet].add(text)
    return tuple(_without(article, shared.get(_outlet(article), set())) for article in read)


def _outlet(article: Article) -> str:
    """Return what keys an outlet; nothing for one that is not known, and for what the desk wrote."""
    return "" if article.source.form == "markdown" else article.outlet.name or article.outlet.domain or ""


def _without(article: Article, shared: set[str]) -> Article:
    gone = [paragraph for paragraph in article.paragraphs if paragraph.text in shared]
    kept = tuple(paragraph for paragraph in article.paragraphs if paragraph.text not in shared)
    if not gone or not kept:
        return article
    lines = {paragraph.line for paragraph in gone if paragraph.line is not None}
    removed = [Removed(paragraph.line, paragraph.text, RULE) for paragraph in gone]
    return replace(
        article,
        paragraphs=kept,
        removed=tuple(sorted((*article.removed, *removed), key=lambda each: each.line or 0)),
        lines=tuple(LineRead(each.line, "furniture", RULE) if each.line in lines else each for each in article.lines),
        starts_mid_story=starts_mid_story(article.title, article.pages, kept, language(article.language)),
    )
