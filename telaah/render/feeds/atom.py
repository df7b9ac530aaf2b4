"""A feed becomes Atom (RFC 4287)."""

from collections.abc import Iterator

from markupsafe import Markup

from telaah.render.feeds.entries import Entry, Feed
from telaah.render.instants import latest
from telaah.render.xml_file import LANGUAGE, Element, xml_file

NAMESPACE = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> bytes:
    """Return the file; every entry has a date, if only that of the edition, and the newest is the feed's own."""
    dates = (entry.updated for entry in feed.entries if entry.updated)
    name, version = feed.generator
    children = (
        Element("id", text=feed.home),
        Element("title", text=feed.title),
        Element("subtitle", text=feed.about),
        Element("updated", text=latest(dates)),
        _link("self", feed.address, "application/atom+xml"),
        _link("alternate", feed.home, "text/html"),
        _author(feed.site),
        Element("generator", {"version": version}, name),
        *(Element("entry", {LANGUAGE: entry.lang}, children=tuple(_entry(entry))) for entry in feed.entries),
    )
    return xml_file(Element("feed", {"xmlns": NAMESPACE, LANGUAGE: feed.lang}, children=children))


def _entry(entry: Entry) -> Iterator[Element]:
    yield Element("id", text=entry.address)
    yield Element("title", text=entry.title)
    yield Element("updated", text=entry.updated)
    if entry.instant:
        yield Element("published", text=entry.instant)
    yield _link("alternate", entry.address, "text/html")
    if entry.original:
        yield _link("via", entry.original, "text/html")
    for name in entry.authors:
        yield _author(name)
    for topic, label in entry.topics:
        yield Element("category", {"term": topic, "label": label})
    yield Element("rights", text=entry.rights)
    note = Markup("\n<p><em>{}</em></p>").format(entry.note) if entry.note else ""
    yield Element("content", {"type": "html"}, f"{entry.html}{note}")


def _link(relation: str, address: str, kind: str) -> Element:
    return Element("link", {"rel": relation, "type": kind, "href": address})


def _author(name: str) -> Element:
    return Element("author", children=(Element("name", text=name),))
