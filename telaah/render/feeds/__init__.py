"""The directory becomes feeds: what is in the briefing, newest first, for programs that tell people of news.

A feed's links are whole addresses, so without base_url there is none. A time in one is content time, never that of a
build. Atom wants a date of every entry; one whose article states no day bears that of the edition, and says so.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from telaah import __version__
from telaah.model import Page, Topic
from telaah.render.directory import Directory
from telaah.render.feeds.atom import atom
from telaah.render.feeds.entries import Entry, Feed, entry, last_change
from telaah.render.feeds.json_feed import json_feed
from telaah.render.instants import instant, order
from telaah.render.view import ArticleLine, FileLink

MOST = 50
"""Entries of a feed, the newest: programs ask for it often and want what is new; the site and its data have all."""
JSON_FEED, ATOM = "application/feed+json", "application/atom+xml"


@dataclass(frozen=True, slots=True)
class _Plan:
    """A feed to be made: its path and its page's below the tree, its title, and all articles it is about."""

    path: str
    home: str
    title: str
    articles: tuple[ArticleLine, ...]
    write: Callable[[Feed], bytes]


def feeds(look: Directory) -> Iterator[Page]:
    """Make the feeds of one language: JSON Feed and Atom for the site, Atom for each topic."""
    plans = tuple(_plans(look))
    wanted = {line.id: line for plan in plans for line in plan.articles[:MOST]}
    entries = {id_: entry(line, look) for id_, line in wanted.items()}
    for plan in plans:
        yield Page(look.tree + plan.path, plan.write(_feed(plan, entries, look)))


def feed_links(look: Directory) -> tuple[FileLink, ...]:
    """Return the site's feeds in one language, below the root of its tree; none where there are none."""
    if not look.settings.base_url:
        return ()
    json = FileLink("JSON Feed", "feed.json", JSON_FEED)
    return (FileLink("Atom", "feed.xml", ATOM), json) if look.edition else (json,)


def topic_feed(topic: Topic, look: Directory) -> FileLink | None:
    """Return a topic's feed, below the root of its tree; None where it has none."""
    made = look.settings.base_url and look.edition
    return FileLink("Atom", f"topics/{topic.id}.xml", ATOM) if made else None


def _plans(look: Directory) -> Iterator[_Plan]:
    name = look.settings.name
    # An old article that is corrected is news; those without any date keep their order, last.
    when_changed = {id_: order(last_change(look.placed[id_].article)) for id_ in look.lines}
    # What is shown to the desk only is not announced.
    published = (line for line in look.lines.values() if not line.standing)
    every = tuple(sorted(published, key=lambda line: when_changed[line.id], reverse=True))
    for link in feed_links(look):
        yield _Plan(link.href, "index.html", name, every, atom if link.type == ATOM else json_feed)
    rank = {line.id: n for n, line in enumerate(every)}
    for topic in look.topics:
        own = topic_feed(topic, look)
        if own:
            title = f"{look.topic_title(topic)[0]} – {name}"
            articles = tuple(every[n] for n in sorted(rank[id_] for id_ in topic.articles if id_ in rank))
            yield _Plan(own.href, f"topics/{topic.id}.html", title, articles, atom)


def _feed(plan: _Plan, entries: Mapping[str, Entry], look: Directory) -> Feed:
    return Feed(
        title=plan.title,
        about=" ".join(_about(plan, look)),
        lang=look.words.language,
        home=str(look.address(plan.home)),
        address=str(look.address(plan.path)),
        site=look.settings.name,
        generator=("Telaah", __version__),
        entries=tuple(entries[line.id] for line in plan.articles[:MOST]),
    )


def _about(plan: _Plan, look: Directory) -> Iterator[str]:
    """Say what a feed holds, how many of its articles have no date, and how many it does not hold."""
    words = look.words
    yield words.gettext("Articles with their sources, newest first; every sentence is copied from its paragraph.")
    undated = sum(instant(look.placed[line.id].article.published.value) is None for line in plan.articles)
    if undated:
        yield words.ngettext(
            "%(num)s article has no date, because its source does not state a day; it stands last.",
            "%(num)s articles have no date, because their sources do not state a day; they stand last.",
            undated,
        ) % {"num": words.number(undated)}
    older = len(plan.articles[MOST:])
    if older:
        yield words.ngettext(
            "%(num)s older article is on the site only.", "%(num)s older articles are on the site only.", older
        ) % {"num": words.number(older)}
