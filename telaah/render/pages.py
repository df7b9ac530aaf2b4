"""The directory becomes the list of all pages: which there are, which template each uses, and what fills it."""

from collections.abc import Iterator, Mapping

from telaah.model import Page
from telaah.render.article import article_page
from telaah.render.claims import article_badges
from telaah.render.copies import compared_pages, same_words
from telaah.render.corrections import log_page
from telaah.render.dates import Printed, sort_key, when
from telaah.render.directory import Directory
from telaah.render.environment import Templates
from telaah.render.events import site_events
from telaah.render.method import method_page
from telaah.render.names import figures_by_article, name_page, names_pages
from telaah.render.outlet import outlet_page, standing
from telaah.render.overview import (
    MOST_KEYWORDS,
    all_keywords,
    home_page,
    initials,
    keyword_page,
    sizes,
    sources_page,
    topic_line,
    topic_page,
)
from telaah.render.page_view import OlderPage, SearchMarks
from telaah.render.redirects import redirect_pages
from telaah.render.search import date_key, facets
from telaah.render.sharing import preview_of
from telaah.render.split import Part, split
from telaah.render.timeline import timeline
from telaah.render.view import ArticleLine, Link
from telaah.settings import Settings

TOPICS = 20
"""Topics on a page of their list: each has a title, a sentence with its citation, and its size; 20 KB of HTML."""


def pages(look: Directory, templates: Templates, marks: Mapping[str, SearchMarks]) -> Iterator[Page]:
    """Make every page of one language's tree; `marks` are what search needs to know of each article."""
    yield templates.page("home.html", "index.html", {"page": home_page(look), "section": "home"})
    yield from _topics(look, templates)
    same, known = same_words(look.copies, look), article_badges(look)
    for id_, line in look.lines.items():
        page = article_page(look.placed[id_], None if look.tree else marks.get(id_), same.get(id_, ()), known, look)
        yield templates.page("article.html", line.href, {"page": page, "section": "articles"})
    for pair in compared_pages(look.copies, look):
        yield templates.page("compared.html", pair.path, {"page": pair, "section": "articles"})
    yield from _outlets(look, templates)
    yield from _keywords(look, templates)
    yield from _names(look, templates)
    for part in split(tuple(look.lines.values()), "timeline.html"):
        view: dict[str, object] = {"timeline": timeline(part.items, look.words), "part": part, "section": "timeline"}
        view["events"] = None if part.pager.number else site_events(look)
        yield templates.page("timeline.html", part.path, view)
    search = {"facets": facets(marks.values(), look), "date_key": date_key(look), "section": "search"}
    yield templates.page("search.html", "search.html", search)
    for log in log_page(look).parts:
        yield templates.page("corrections.html", log.path, {"part": log, "section": "corrections"})
    yield from redirect_pages(look, templates)
    yield templates.page("method.html", "method.html", {"page": method_page(look), "section": "method"})
    yield templates.page("404.html", "404.html", {"section": "404"}, top=_top(look.settings))


def edition(look: Directory) -> Printed | None:
    """Return the day the desk names as its edition, else the newest known publication date, else nothing."""
    if look.settings.edition:
        stated = when(look.settings.edition, look.words)
        return stated.day if stated else None
    newest = max((line.when for line in look.lines.values() if line.when), key=sort_key, default=None)
    return newest.day if newest else None


def _topics(look: Directory, templates: Templates) -> Iterator[Page]:
    up = Link(look.words.gettext("Topics"), "topics.html")
    for part in split(tuple(topic_line(topic, look) for topic in look.topics), "topics.html", TOPICS):
        yield templates.page("topics.html", part.path, {"part": part, "section": "topics"})
    for topic in look.topics:
        page = topic_page(topic, look)
        yield templates.page("topic.html", page.line.href, {"page": page, "section": "topics"})
        title = Link(page.line.title, page.line.href, lang=page.line.lang)
        picture = preview_of(topic, sizes(page.line, look.words), look)
        if picture:
            yield picture
        yield from _older(title, up, page.parts, templates, "topics")


def _outlets(look: Directory, templates: Templates) -> Iterator[Page]:
    up = Link(look.words.gettext("Outlets"), "sources.html")
    sources = sources_page(look)
    for part in sources.parts:
        yield templates.page("sources.html", part.path, {"page": sources, "part": part, "section": "sources"})
    known = standing(look)
    for outlet in look.outlets.values():
        page = outlet_page(outlet, known, look)
        yield templates.page("outlet.html", page.parts[0].path, {"page": page, "section": "sources"})
        yield from _older(Link(page.name, page.parts[0].path), up, page.parts, templates, "sources")


def _keywords(look: Directory, templates: Templates) -> Iterator[Page]:
    up = Link(look.words.gettext("Keywords"), "keywords.html")
    for keyword in look.keywords.values():
        page = keyword_page(keyword, look)
        yield templates.page("keyword.html", page.parts[0].path, {"page": page, "section": "keywords"})
        title = Link(page.text, page.parts[0].path, lang=page.lang)
        yield from _older(title, up, page.parts, templates, "keywords")
    every = all_keywords(look)
    groups = initials(look) if len(every) > MOST_KEYWORDS else {}
    letters = tuple(Link(initial.upper(), f"keywords.{initial}.html") for initial in groups)
    view = {"keywords": every[:MOST_KEYWORDS], "initial": None, "letters": letters, "section": "keywords"}
    yield templates.page("keywords.html", "keywords.html", view)
    for letter, (initial, counts) in zip(letters, groups.items(), strict=True):
        yield templates.page(
            "keywords.html", f"keywords.{initial}.html", {**view, "keywords": counts, "initial": letter.text}
        )


def _names(look: Directory, templates: Templates) -> Iterator[Page]:
    up = Link(look.words.gettext("Names"), "names.html")
    figures = figures_by_article(look)
    for entry in look.names.all.values():
        page = name_page(entry, figures, look)
        yield templates.page("name.html", page.parts[0].path, {"page": page, "section": "names"})
        title = Link(page.text, page.parts[0].path, lang=page.lang)
        yield from _older(title, up, page.parts, templates, "names")
    for listed in names_pages(look):
        yield templates.page("names.html", listed.path, {"page": listed, "section": "names"})


def _older(
    title: Link, up: Link, parts: tuple[Part[ArticleLine], ...], templates: Templates, section: str
) -> Iterator[Page]:
    """Make the numbered pages of a list of articles; the first part stands on the list's own page."""
    for part in parts[1:]:
        yield templates.page("older.html", part.path, {"page": OlderPage(title, up, part), "section": section})


def _top(settings: Settings) -> str | None:
    """Return how the page that is served at any depth reaches the site: by the path of its address, if it is known."""
    return settings.base_path if settings.base_url else None
