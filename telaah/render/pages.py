"""The directory becomes the list of all pages: which there are, which template each uses, and what fills it."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from telaah.model import Page
from telaah.render.addresses import web_address
from telaah.render.article import article_page
from telaah.render.dates import Printed, sort_key, when
from telaah.render.directory import Directory
from telaah.render.environment import Templates
from telaah.render.overview import (
    all_keywords,
    home_page,
    keyword_page,
    outlet_page,
    sources_page,
    topic_line,
    topic_page,
)
from telaah.render.page_view import SearchMarks
from telaah.render.search import date_key, facets
from telaah.render.timeline import timeline


def pages(look: Directory, templates: Templates, marks: Mapping[str, SearchMarks]) -> Iterator[Page]:
    """Make every page of one language's tree; `marks` are what search needs to know of each article."""
    placed, lines = look.placed, look.lines
    topics = tuple(topic_line(topic, look) for topic in look.topics)
    yield templates.page("home.html", "index.html", {"page": home_page(look), "section": "home"})
    yield templates.page("topics.html", "topics.html", {"topics": topics, "section": "topics"})
    for topic in look.topics:
        view = {"page": topic_page(topic, look), "section": "topics"}
        yield templates.page("topic.html", f"topics/{topic.id}.html", view)
    for id_, line in lines.items():
        view = {"page": article_page(placed[id_], None if look.tree else marks[id_], look), "section": "articles"}
        yield templates.page("article.html", line.href, view)
    for outlet in look.outlets.values():
        view = {"page": outlet_page(outlet, look), "section": "sources"}
        yield templates.page("outlet.html", f"outlets/{outlet.id}.html", view)
    for keyword in look.keywords.values():
        view = {"page": keyword_page(keyword, look), "section": "keywords"}
        yield templates.page("keyword.html", f"keywords/{keyword.id}.html", view)
    yield templates.page("keywords.html", "keywords.html", {"keywords": all_keywords(look), "section": "keywords"})
    everything = timeline(lines.values(), look.words)
    yield templates.page("timeline.html", "timeline.html", {"timeline": everything, "section": "timeline"})
    yield templates.page("sources.html", "sources.html", {"page": sources_page(look), "section": "sources"})
    yield templates.page(
        "search.html",
        "search.html",
        {"facets": facets(marks.values(), look), "date_key": date_key(look), "section": "search"},
    )
    about = {
        "about": _paragraphs(look.settings.about),
        "about_lang": look.desk_lang,
        "contact": look.settings.contact,
        "section": "method",
    }
    contact_link = web_address(look.settings.contact)
    yield templates.page("method.html", "method.html", {**about, "contact_link": contact_link})
    yield templates.page("404.html", "404.html", {"section": "404"}, top=_path_of(look.settings.base_url))


def edition(look: Directory) -> Printed | None:
    """Return the day the desk names as its edition, else the newest known publication date, else nothing."""
    if look.settings.edition:
        stated = when(look.settings.edition, look.words)
        return stated.day if stated else None
    newest = max((line.when for line in look.lines.values() if line.when), key=sort_key, default=None)
    return newest.day if newest else None


def _paragraphs(text: str | None) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in (text or "").split("\n\n") if part.strip())


def _path_of(base_url: str | None) -> str | None:
    """Return how the page that is served at any depth reaches the site: by the path of its address, if it is known."""
    return urlsplit(base_url).path if base_url else None
