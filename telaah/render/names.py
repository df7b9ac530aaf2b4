"""The names that articles share become the views of their pages, of their list, and of the names of an article."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from telaah.model import Figure, NameKind, Placed, Topic
from telaah.names import KINDS
from telaah.render.addresses import fold
from telaah.render.catalogue import Words
from telaah.render.citations import quote_point
from telaah.render.directory import Directory
from telaah.render.firsts import firsts
from telaah.render.name_entries import NameEntry
from telaah.render.names_view import NamedFigures, NameGroup, NamePage, NamesPage
from telaah.render.split import split
from telaah.render.view import ArticleLine, Count, Link, Row, Value

CHIPS = 24
"""Names shown as chips: three rows on a wide screen."""
MOST_FIGURES = 12
"""Sentences with figures on a name's page, those of the newest articles: about 12 KB of HTML with their previews."""
MOST_OF_A_KIND = 20
"""Names of one kind in an article's card; long lists of winners or victims have more."""
MOST_LISTED = 200
"""Names on one page of their list: 40 KB of HTML; where there are more, each first letter has a page of its own."""

Figures = Mapping[str, Sequence[Figure]]
"""The figures of each article that may be quoted, by its id, in the order of reading."""


def kind_name(kind: NameKind, words: Words) -> str:
    """Return what one name of a kind is called."""
    names: dict[NameKind, str] = {
        "person": words.gettext("Person"),
        "organisation": words.gettext("Organisation"),
        "place": words.gettext("Place name"),
        "other": words.gettext("Other name"),
    }
    return names[kind]


def kinds_name(kind: NameKind, words: Words) -> str:
    """Return what names of a kind are called together."""
    names: dict[NameKind, str] = {
        "person": words.gettext("People"),
        "organisation": words.gettext("Organisations"),
        "place": words.gettext("Places"),
        "other": words.gettext("Other names"),
    }
    return names[kind]


def article_names(placed: Placed, lang: str | None, look: Directory) -> tuple[Row, ...]:
    """Return the names of an article by kind, as it prints them, linked where they have a page."""
    by_kind: dict[NameKind, list[Link]] = {}
    for name, entry in look.names.printed[placed.article.id]:
        link = Link(name.text, entry.link.href if entry else None, lang=lang)
        by_kind.setdefault(entry.kind if entry else name.kind, []).append(link)
    return tuple(_row(kind, by_kind[kind], look.words) for kind in KINDS if kind in by_kind)


def _row(kind: NameKind, links: list[Link], words: Words) -> Row:
    values = [Value(link) for link in links[:MOST_OF_A_KIND]]
    more = len(links) - MOST_OF_A_KIND
    if more > 0:
        rest = words.ngettext("and %(num)s more", "and %(num)s more", more) % {"num": words.number(more)}
        values.append(Value(Link(rest, None)))
    return Row(kinds_name(kind, words), tuple(values))


def topic_names(topic: Topic, look: Directory) -> tuple[Count, ...]:
    """Return the names that a topic's articles share, those of most of them first."""
    return tuple(entry.count for entry in _shared_names(topic, look))


def no_names(keywords: Iterable[Count], topic: Topic, look: Directory) -> tuple[Count, ...]:
    """Return the keywords that do not stand among the topic's names already, in any of their forms."""
    named = {fold(form) for entry in _shared_names(topic, look) for form in (entry.text, *entry.forms)}
    return tuple(count for count in keywords if fold(count.link.text) not in named)


def _shared_names(topic: Topic, look: Directory) -> list[NameEntry]:
    counts = Counter(entry.id for id_ in topic.articles for entry in look.names.by_article.get(id_, ()))
    least = min(2, len(topic.articles))
    order = sorted((id_ for id_ in counts if counts[id_] >= least), key=lambda id_: (-counts[id_], id_))
    return [look.names.all[id_] for id_ in order[:CHIPS]]


def figures_by_article(look: Directory) -> Figures:
    """Return what the articles count and measure, as far as it may be quoted."""
    found: dict[str, dict[Figure, None]] = {}
    for topic in look.topics:
        for figure in topic.figures:
            found.setdefault(figure.quote.article, {})[figure] = None
    return {id_: tuple(figures) for id_, figures in found.items()}


def name_page(entry: NameEntry, figures: Figures, look: Directory) -> NamePage:
    """Return the page of a name: its articles by topic, what is counted where it stands, the names beside it."""
    parts = split(entry.articles, f"names/{entry.id}.html")
    groups: dict[Link, list[ArticleLine]] = {}
    for line in parts[0].items:
        groups.setdefault(line.topics[0] if line.topics else Link("", None), []).append(line)
    said = tuple(_first_few(_said(entry, figures, look), MOST_FIGURES + 1))
    return NamePage(
        text=entry.text,
        lang=entry.lang,
        kind=kind_name(entry.kind, look.words),
        count=len(entry.articles),
        outlets=len({line.outlet.text for line in entry.articles if line.outlet}),
        forms=entry.forms,
        by_desk=entry.by_desk,
        first=firsts(entry.articles),
        groups=tuple((topic, tuple(lines)) for topic, lines in groups.items()),
        parts=parts,
        figures=said[:MOST_FIGURES],
        more_figures=len(said) > MOST_FIGURES,
        beside=_beside(entry, look),
    )


def _first_few(said: Iterator[NamedFigures], most: int) -> Iterator[NamedFigures]:
    for _, each in zip(range(most), said, strict=False):
        yield each


def _said(entry: NameEntry, figures: Figures, look: Directory) -> Iterator[NamedFigures]:
    """Give the sentences that hold the name and a figure, newest article first, each wording once."""
    told = set()
    for line in entry.articles:
        if line.id not in figures:
            continue
        forms = look.names.forms_in(line.id, entry)
        by_sentence: dict[str, list[Figure]] = {}
        for figure in figures[line.id]:
            by_sentence.setdefault(figure.quote.sentence, []).append(figure)
        for sentence, same in by_sentence.items():
            if sentence in told or not _holds(sentence, forms):
                continue
            told.add(sentence)
            point = quote_point(same[0].quote, sentence, look)
            if point:
                yield NamedFigures(tuple(dict.fromkeys(figure.quote.text for figure in same)), point)


def _holds(sentence: str, forms: Sequence[str]) -> bool:
    """Say whether a sentence holds one of these forms, as whole words."""
    here = [form for form in forms if form in sentence]
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", sentence) for form in here)


def _beside(entry: NameEntry, look: Directory) -> tuple[Count, ...]:
    """Return the names that share two articles or more with a name, with the number of those."""
    counts = Counter(other.id for line in entry.articles for other in look.names.by_article[line.id])
    order = sorted((id_ for id_ in counts if counts[id_] > 1 and id_ != entry.id), key=lambda id_: (-counts[id_], id_))
    return tuple(Count(look.names.all[id_].link, counts[id_]) for id_ in order[:CHIPS])


def names_pages(look: Directory) -> tuple[NamesPage, ...]:
    """Return the list of names by kind; a long one has a page for each first letter of the addresses as well."""
    every = tuple(look.names.all.values())
    if len(every) <= MOST_LISTED:
        return (NamesPage("names.html", None, (), _groups(every, look.words)),)
    by_letter: dict[str, list[NameEntry]] = {}
    for entry in sorted(every, key=lambda entry: entry.id):
        by_letter.setdefault(entry.id[0], []).append(entry)
    letters = tuple(Link(letter.upper(), f"names.{letter}.html") for letter in by_letter)
    pages = [NamesPage("names.html", None, letters, _groups(every[:MOST_LISTED], look.words))]
    for link, entries in zip(letters, by_letter.values(), strict=True):
        most = sorted(entries, key=lambda entry: (-len(entry.articles), entry.id))[:MOST_LISTED]
        pages.append(NamesPage(str(link.href), link.text, letters, _groups(most, look.words)))
    return tuple(pages)


def _groups(entries: Sequence[NameEntry], words: Words) -> tuple[NameGroup, ...]:
    of_kind = {kind: [entry.count for entry in entries if entry.kind == kind] for kind in KINDS}
    return tuple(NameGroup(kind, kinds_name(kind, words), tuple(own)) for kind, own in of_kind.items() if own)
