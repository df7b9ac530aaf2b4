"""The names of a briefing become entries of the directory: those that have a page, and which article has which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from telaah.model import Entity, Name, NameKind, Placed
from telaah.render.view import ArticleLine, Count, Link, shared_lang

NAME_PAGE = 2
"""Fewest articles that make a name's page: a page for one article repeats that article's own."""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name that has a page: its kind, whether the desk speaks of it, and its articles, newest first."""

    id: str
    text: str
    kind: NameKind
    by_desk: bool
    forms: tuple[str, ...]
    articles: tuple[ArticleLine, ...]
    lang: str | None

    @property
    def link(self) -> Link:
        """The name with a link to its page."""
        return Link(self.text, f"names/{self.id}.html", lang=self.lang)

    @property
    def count(self) -> Count:
        """The name with a link to its page and the number of its articles."""
        return Count(self.link, len(self.articles))


@dataclass(frozen=True, slots=True)
class NameEntries:
    """The names that have a page, those of most articles first, and those of each article, by its id.

    `printed` are an article's own names in the order of the text, each with its entry where it has one.
    """

    all: Mapping[str, NameEntry]
    by_article: Mapping[str, tuple[NameEntry, ...]]
    printed: Mapping[str, tuple[tuple[Name, NameEntry | None], ...]]

    def forms_in(self, article: str, entry: NameEntry) -> tuple[str, ...]:
        """Return the ways in which an article, by its id, prints a name."""
        return tuple(text for name, own in self.printed[article] if own is entry for text in name.printed)


def name_entries(names: Iterable[Entity], articles: Iterable[Placed], lines: Mapping[str, ArticleLine]) -> NameEntries:
    """Return the names that have a page; `lines` are all articles, newest first."""
    rank = {id_: number for number, id_ in enumerate(lines)}
    entries = []
    for name in names:
        own = tuple(lines[id_] for id_ in sorted(name.articles, key=rank.__getitem__))
        if len(own) >= NAME_PAGE:
            by_desk, lang = name.basis == "desk", shared_lang(own)
            entries.append(NameEntry(name.id, name.text, name.kind, by_desk, name.forms, own, lang))
    entries.sort(key=lambda entry: (-len(entry.articles), entry.id))
    by_article: dict[str, list[NameEntry]] = {}
    for entry in entries:
        for line in entry.articles:
            by_article.setdefault(line.id, []).append(entry)
    return NameEntries(
        {entry.id: entry for entry in entries},
        {id_: tuple(own) for id_, own in by_article.items()},
        {placed.article.id: tuple(_printed(placed, by_article.get(placed.article.id, ()))) for placed in articles},
    )


def _printed(placed: Placed, entries: Sequence[NameEntry]) -> Iterator[tuple[Name, NameEntry | None]]:
    known = {form: entry for entry in entries for form in entry.forms}
    known.update((entry.text, entry) for entry in entries)
    by_desk = {entry.id: entry for entry in entries if entry.by_desk}
    for name in placed.analysis.names:
        yield name, by_desk.get(name.desk) if name.desk else known.get(name.text)
