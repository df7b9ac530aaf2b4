"""The directory becomes the list of all pages: which there are, which template each uses, and what fills it.

Pages are made section by section, and a section item by item, so that any portion of them can be made on its own.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from telaah.model import Page
from telaah.render.article import article_page
from telaah.render.claims import Badges, article_badges
from telaah.render.copies import Pair, SameWords, compared_page, compared_pairs, same_words
from telaah.render.corrections import log_page
from telaah.render.dates import Printed, sort_key, when
from telaah.render.directory import Directory
from telaah.render.environment import Templates
from telaah.render.events import site_events
from telaah.render.method import method_page
from telaah.render.names import Figures, figures_by_article, name_page, names_pages
from telaah.render.outlet import Standing, outlet_page, standing
from telaah.render.overview import (
    MOST_KEYWORDS,
    all_keywords,
    home_page,
    initials,
    keyword_page,
    sources_page,
    topic_line,
    topic_page,
)
from telaah.render.page_view import OlderPage, SearchMarks
from telaah.render.redirects import redirect_pages
from telaah.render.search import date_key, facets
from telaah.render.split import Part, split
from telaah.render.timeline import timeline
from telaah.render.view import ArticleLine, Link
from telaah.settings import Settings

TOPICS = 20
"""Topics on a page of their list: each has a title, a sentence with its citation, and its size; 20 KB of HTML."""


@dataclass(frozen=True)
class Bench:
    """What the pages of one language's tree are made from; `marks` are what search needs to know of each article.

    What several pages of a section look up is found when the first of them is made.
    """

    look: Directory
    templates: Templates
    marks: Mapping[str, SearchMarks]

    @cached_property
    def same(self) -> Mapping[str, tuple[SameWords, ...]]:
        """The articles that print the same words as an article, by its id."""
        return same_words(self.look.copies, self.look)

    @cached_property
    def badges(self) -> Badges:
        """What is printed beside the sentences of summaries."""
        return article_badges(self.look)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The articles that are shown side by side."""
        return compared_pairs(self.look.copies, self.look)

    @cached_property
    def standing(self) -> Standing:
        """The credits that outlets give each other."""
        return standing(self.look)

    @cached_property
    def figures(self) -> Figures:
        """The figures that stand beside names."""
        return figures_by_article(self.look)


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one kind: the items that they are made of, which can be counted, and the pages of some of them."""

    items: Callable[[Bench], Sequence[object]]
    make: Callable[[Bench, slice], Iterator[Page]]


def _home(bench: Bench, _: slice) -> Iterator[Page]:
    yield bench.templates.page("home.html", "index.html", {"page": home_page(bench.look), "section": "home"})


def _topic_list(bench: Bench, _: slice) -> Iterator[Page]:
    lines = tuple(topic_line(topic, bench.look) for topic in bench.look.topics)
    for part in split(lines, "topics.html", TOPICS):
        yield bench.templates.page("topics.html", part.path, {"part": part, "section": "topics"})


def _topics(bench: Bench, some: slice) -> Iterator[Page]:
    look, templates = bench.look, bench.templates
    up = Link(look.words.gettext("Topics"), "topics.html")
    for topic in look.topics[some]:
        page = topic_page(topic, look)
        yield templates.page("topic.html", page.line.href, {"page": page, "section": "topics"})
        title = Link(page.line.title, page.line.href, lang=page.line.lang)
        yield from _older(title, up, page.parts, templates, "topics")


def _articles(bench: Bench, some: slice) -> Iterator[Page]:
    look = bench.look
    for id_, line in tuple(look.lines.items())[some]:
        marks = None if look.tree else bench.marks.get(id_)
        page = article_page(look.placed[id_], marks, bench.same.get(id_, ()), bench.badges, look)
        yield bench.templates.page("article.html", line.href, {"page": page, "section": "articles"})


def _compared(bench: Bench, some: slice) -> Iterator[Page]:
    for pair in bench.pairs[some]:
        page = compared_page(pair, bench.look)
        yield bench.templates.page("compared.html", page.path, {"page": page, "section": "articles"})


def _outlet_list(bench: Bench, _: slice) -> Iterator[Page]:
    sources = sources_page(bench.look)
    for part in sources.parts:
        view = {"page": sources, "part": part, "section": "sources"}
        yield bench.templates.page("sources.html", part.path, view)


def _outlets(bench: Bench, some: slice) -> Iterator[Page]:
    look, templates = bench.look, bench.templates
    up = Link(look.words.gettext("Outlets"), "sources.html")
    for outlet in tuple(look.outlets.values())[some]:
        page = outlet_page(outlet, bench.standing, look)
        yield templates.page("outlet.html", page.parts[0].path, {"page": page, "section": "sources"})
        yield from _older(Link(page.name, page.parts[0].path), up, page.parts, templates, "sources")


def _keywords(bench: Bench, some: slice) -> Iterator[Page]:
    look, templates = bench.look, bench.templates
    up = Link(look.words.gettext("Keywords"), "keywords.html")
    for keyword in tuple(look.keywords.values())[some]:
        page = keyword_page(keyword, look)
        yield templates.page("keyword.html", page.parts[0].path, {"page": page, "section": "keywords"})
        title = Link(page.text, page.parts[0].path, lang=page.lang)
        yield from _older(title, up, page.parts, templates, "keywords")


def _keyword_list(bench: Bench, _: slice) -> Iterator[Page]:
    every = all_keywords(bench.look)
    groups = initials(bench.look) if len(every) > MOST_KEYWORDS else {}
    letters = tuple(Link(initial.upper(), f"keywords.{initial}.html") for initial in groups)
    view = {"keywords": every[:MOST_KEYWORDS], "initial": None, "letters": letters, "section": "keywords"}
    yield bench.templates.page("keywords.html", "keywords.html", view)
    for letter, (initial, counts) in zip(letters, groups.items(), strict=True):
        yield bench.templates.page(
            "keywords.html", f"keywords.{initial}.html", {**view, "keywords": counts, "initial": letter.text}
        )


def _names(bench: Bench, some: slice) -> Iterator[Page]:
    look, templates = bench.look, bench.templates
    up = Link(look.words.gettext("Names"), "names.html")
    for entry in tuple(look.names.all.values())[some]:
        page = name_page(entry, bench.figures, look)
        yield templates.page("name.html", page.parts[0].path, {"page": page, "section": "names"})
        title = Link(page.text, page.parts[0].path, lang=page.lang)
        yield from _older(title, up, page.parts, templates, "names")


def _name_list(bench: Bench, _: slice) -> Iterator[Page]:
    for listed in names_pages(bench.look):
        yield bench.templates.page("names.html", listed.path, {"page": listed, "section": "names"})


def _timeline(bench: Bench, _: slice) -> Iterator[Page]:
    look = bench.look
    for part in split(tuple(look.lines.values()), "timeline.html"):
        view: dict[str, object] = {"timeline": timeline(part.items, look.words), "part": part, "section": "timeline"}
        view["events"] = None if part.pager.number else site_events(look)
        yield bench.templates.page("timeline.html", part.path, view)


def _others(bench: Bench, _: slice) -> Iterator[Page]:
    look, templates = bench.look, bench.templates
    search = {"facets": facets(bench.marks.values(), look), "date_key": date_key(look), "section": "search"}
    yield templates.page("search.html", "search.html", search)
    for log in log_page(look).parts:
        yield templates.page("corrections.html", log.path, {"part": log, "section": "corrections"})
    yield from redirect_pages(look, templates)
    yield templates.page("method.html", "method.html", {"page": method_page(look), "section": "method"})
    yield templates.page("404.html", "404.html", {"section": "404"}, top=_top(look.settings))


def _one(_: Bench) -> Sequence[object]:
    return (None,)


SECTIONS: Mapping[str, Section] = MappingProxyType(
    {
        "home": Section(_one, _home),
        "topic list": Section(_one, _topic_list),
        "topics": Section(lambda bench: bench.look.topics, _topics),
        "articles": Section(lambda bench: tuple(bench.look.lines), _articles),
        "compared": Section(lambda bench: bench.pairs, _compared),
        "outlet list": Section(_one, _outlet_list),
        "outlets": Section(lambda bench: tuple(bench.look.outlets), _outlets),
        "keywords": Section(lambda bench: tuple(bench.look.keywords), _keywords),
        "keyword list": Section(_one, _keyword_list),
        "names": Section(lambda bench: tuple(bench.look.names.all), _names),
        "name list": Section(_one, _name_list),
        "timeline": Section(_one, _timeline),
        "others": Section(_one, _others),
    }
)
"""All pages of a tree, by kind."""


def edition(look: Directory) -> Printed | None:
    """Return the day the desk names as its edition, else the newest known publication date, else nothing."""
    if look.settings.edition:
        stated = when(look.settings.edition, look.words)
        return stated.day if stated else None
    newest = max((line.when for line in look.lines.values() if line.when), key=sort_key, default=None)
    return newest.day if newest else None


def _older(
    title: Link, up: Link, parts: tuple[Part[ArticleLine], ...], templates: Templates, section: str
) -> Iterator[Page]:
    """Make the numbered pages of a list of articles; the first part stands on the list's own page."""
    for part in parts[1:]:
        yield templates.page("older.html", part.path, {"page": OlderPage(title, up, part), "section": section})


def _top(settings: Settings) -> str | None:
    """Return how the page that is served at any depth reaches the site: by the path of its address, if it is known."""
    return settings.base_path if settings.base_url else None
