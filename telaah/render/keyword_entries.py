"""The keywords of articles become entries of the directory: those that have a page, as most articles print them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from telaah.ids import identifiers
from telaah.model import Keyword, Placed
from telaah.render.addresses import fold
from telaah.render.view import ArticleLine, Count, Link, shared_lang

KEYWORD_PAGE = 2
"""Fewest articles that make a keyword's page: a page for one article repeats that article's own."""


@dataclass(frozen=True, slots=True)
class KeywordEntry:
    """A keyword that two or more articles share, as most of them print it."""

    text: str
    id: str
    score: float
    articles: tuple[ArticleLine, ...]
    lang: str | None

    @property
    def count(self) -> Count:
        """The keyword with a link to its page and the number of its articles."""
        return Count(Link(self.text, f"keywords/{self.id}.html", lang=self.lang), len(self.articles))


def keyword_entries(articles: Iterable[Placed], lines: Mapping[str, ArticleLine]) -> Mapping[str, KeywordEntry]:
    """Return the keywords that have a page, by their folded text, those of most articles first.

    `lines` are all articles, newest first.
    """
    found: dict[str, dict[str, Keyword]] = {}
    for placed in articles:
        for keyword in placed.analysis.keywords:
            found.setdefault(fold(keyword.text), {}).setdefault(placed.article.id, keyword)
    shared = {key: uses for key, uses in found.items() if len(uses) >= KEYWORD_PAGE}
    ids = identifiers(shared, {})
    rank = {id_: n for n, id_ in enumerate(lines)}
    entries = {
        key: KeywordEntry(
            text=_usual(keyword.text for keyword in uses.values()),
            id=ids[key],
            score=sum(keyword.score for keyword in uses.values()),
            articles=tuple(lines[id_] for id_ in sorted(uses, key=rank.__getitem__)),
            lang=shared_lang(lines[id_] for id_ in uses),
        )
        for key, uses in shared.items()
    }
    return dict(sorted(entries.items(), key=lambda item: (-len(item[1].articles), -item[1].score, item[0])))


def _usual(spellings: Iterable[str]) -> str:
    counts = Counter(spellings)
    return min(counts, key=lambda text: (-counts[text], text))
