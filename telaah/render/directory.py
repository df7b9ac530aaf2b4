"""A briefing becomes a directory: every article, topic, outlet and keyword with its words and its address."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from telaah.ids import identifiers
from telaah.model import Article, Briefing, Copies, Correction, Keyword, Placed, Standing, Topic
from telaah.problems import InputError, Problem
from telaah.render.addresses import fold
from telaah.render.catalogue import Words
from telaah.render.dates import sort_key, when
from telaah.render.instants import instant, latest
from telaah.render.keyword_entries import KeywordEntry, keyword_entries
from telaah.render.name_entries import NameEntries, name_entries
from telaah.render.quotable import quotable
from telaah.render.text import Shown, shown
from telaah.render.view import ArticleLine, Count, Link
from telaah.settings import Outlet, Settings
from telaah.standing import standing


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """An outlet that publishes here: its canonical name, what we know of it, and its articles, newest first."""

    name: str
    id: str
    known: Outlet | None
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """Everything that pages of one language look up.

    Articles stand newest first, the undated last; `rank` is their place; topics by size, then id. `tree` is the folder
    of the language's pages, "" for the site's own language; addresses are below it. `edition` is the instant of the
    edition as RFC 3339: the day the desk names, else the newest that an article states, else None.
    """

    settings: Settings
    words: Words
    tree: str
    placed: Mapping[str, Placed]
    shown: Mapping[str, Shown]
    lines: Mapping[str, ArticleLine]
    rank: Mapping[str, int]
    topics: tuple[Topic, ...]
    lead: Topic | None
    outlets: Mapping[str, OutletEntry]
    keywords: Mapping[str, KeywordEntry]
    names: NameEntries
    copies: tuple[Copies, ...]
    copied: Mapping[str, tuple[str, ...]]
    corrections: tuple[Correction, ...]
    edition: str | None

    def outlet_link(self, name: str) -> Link:
        """Return an outlet's name, linked where it has a page here."""
        entry = self.outlets.get(self.settings.outlets.canonical(name))
        return Link(entry.name, f"outlets/{entry.id}.html") if entry else Link(name, None)

    def address(self, path: str) -> str | None:
        """Return the whole address of a file of this tree, where the site's own is known."""
        base = self.settings.base_url
        return f"{base}{self.tree}{'' if path == 'index.html' else path}" if base else None

    @property
    def desk_lang(self) -> str | None:
        """The language in which the desk writes, the site's own, where that is not the interface's."""
        own = self.settings.languages[0]
        return own if own != self.words.language else None

    def topic_title(self, topic: Topic) -> tuple[str, str | None]:
        """Return a topic's title and, where it is not in the interface's language, the language it is in."""
        return _title(topic, self.words.language)

    def topic_link(self, topic: Topic) -> Link:
        """Return a topic's title with a link to its page."""
        return _topic_link(topic, self.words.language)

    def keywords_of(self, keywords: Iterable[Keyword], lang: str | None) -> tuple[Count, ...]:
        """Return keywords with their counts, linked where they have a page, each once; `lang` is their articles'."""
        counts: dict[str, Count] = {}
        for keyword in keywords:
            entry = self.keywords.get(fold(keyword.text))
            counts.setdefault(
                fold(keyword.text), entry.count if entry else Count(Link(keyword.text, None, lang=lang), 1)
            )
        return tuple(counts.values())

    def keywords_beside(self, entry: KeywordEntry) -> tuple[KeywordEntry, ...]:
        """Return the other keywords of a keyword's articles, those that most of them carry first."""
        counts: Counter[str] = Counter()
        for line in entry.articles:
            counts.update({fold(keyword.text) for keyword in self.placed[line.id].analysis.keywords})
        others = [(key, self.keywords[key]) for key in counts if key in self.keywords and key != fold(entry.text)]
        others.sort(key=lambda pair: (-counts[pair[0]], -len(pair[1].articles), -pair[1].score, pair[0]))
        return tuple(other for _, other in others)


def outlets_of(topic: Topic, look: Directory) -> int:
    """Return how many outlets a topic's articles name."""
    return len({line.outlet.text for id_ in topic.articles if (line := look.lines[id_]).outlet})


def directory(briefing: Briefing, settings: Settings, words: Words, tree: str) -> Directory:
    """Look everything up once; raise InputError where site.toml names a lead topic that does not exist."""
    names = {placed.article.id: _canonical(placed.article, settings) for placed in briefing.articles}
    known = {name: settings.outlets.find(name) for name in names.values() if name}
    outlet_ids = identifiers(known, {name: outlet.id for name, outlet in known.items() if outlet})
    topic_links = {topic.id: _topic_link(topic, words.language) for topic in briefing.topics}
    lines = {}
    for placed in briefing.articles:
        name = names[placed.article.id]
        outlet = Link(name, f"outlets/{outlet_ids[name]}.html") if name else None
        now = standing(placed.article, settings.edition)
        lines[placed.article.id] = _line(placed, outlet, topic_links, now, words)
    newest = dict(sorted(lines.items(), key=lambda item: sort_key(item[1].when), reverse=True))
    may = {placed.article.id: shown(placed, settings) for placed in briefing.articles}
    topics = _by_size((quotable(topic, may) for topic in briefing.topics), newest)
    return Directory(
        settings=settings,
        words=words,
        tree=tree,
        placed={placed.article.id: placed for placed in briefing.articles},
        shown=may,
        lines=newest,
        rank={id_: place for place, id_ in enumerate(newest)},
        topics=topics,
        lead=_lead(topics, settings),
        outlets={
            name: OutletEntry(name, outlet_ids[name], known[name], _published_by(name, newest))
            for name in sorted(known, key=str.casefold)
        },
        keywords=keyword_entries(briefing.articles, newest),
        names=name_entries(briefing.names, briefing.articles, newest),
        copies=briefing.copies,
        copied=_copied(briefing.copies),
        corrections=briefing.corrections,
        edition=instant(settings.edition) or latest(_instants(briefing)),
    )


def _copied(copies: Iterable[Copies]) -> Mapping[str, tuple[str, ...]]:
    """Return the copies of each original, by id."""
    copied: dict[str, tuple[str, ...]] = {}
    for found in copies:
        if found.how == "copy":
            first, *others = found.articles
            copied[first] = (*copied.get(first, ()), *others)
    return copied


def _instants(briefing: Briefing) -> Iterable[str]:
    found = (instant(placed.article.published.value) for placed in briefing.articles)
    return (each for each in found if each)


def _canonical(article: Article, settings: Settings) -> str | None:
    return settings.outlets.canonical(article.outlet.name) if article.outlet.name else None


def _title(topic: Topic, language: str) -> tuple[str, str | None]:
    if language in topic.titles or not topic.titles:
        return topic.titles.get(language, topic.id), None
    other = min(topic.titles)
    return topic.titles[other], other


def _topic_link(topic: Topic, language: str) -> Link:
    title, lang = _title(topic, language)
    return Link(title, f"topics/{topic.id}.html", lang=lang)


def _line(
    placed: Placed, outlet: Link | None, topics: Mapping[str, Link], now: Standing | None, words: Words
) -> ArticleLine:
    article = placed.article
    foreign = article.language != words.language
    return ArticleLine(
        id=article.id,
        href=f"articles/{article.id}.html",
        title=_marked(article, now, words),
        lang=article.language if foreign else None,
        title_lang=article.language if foreign and article.title else None,
        outlet=outlet,
        when=when(article.published.value, words),
        digest=article.source.stated.kind == "digest",
        topics=tuple(topics[topic] for topic in placed.topics),
        standing=now,
        retracted=article.retracted,
    )


def _marked(article: Article, now: Standing | None, words: Words) -> str:
    """Return an article's title; before that of one which is not published, or no more, stands that it is not."""
    title = article.title or words.gettext("Untitled")
    marks = {
        "draft": words.gettext("Draft: %(title)s"),
        "future": words.gettext("Not yet published: %(title)s"),
        "expired": words.gettext("Expired: %(title)s"),
        "retracted": words.gettext("Retracted: %(title)s"),
    }
    mark = "retracted" if article.retracted else now
    return marks[mark] % {"title": title} if mark else title


def _published_by(name: str, lines: Mapping[str, ArticleLine]) -> tuple[ArticleLine, ...]:
    return tuple(line for line in lines.values() if line.outlet and line.outlet.text == name)


def _by_size(topics: Iterable[Topic], lines: Mapping[str, ArticleLine]) -> tuple[Topic, ...]:
    """Return topics with most articles first, then the latest known date, then by id."""

    def newest(topic: Topic) -> tuple[str, str]:
        return max((sort_key(lines[id_].when) for id_ in topic.articles), default=("", ""))

    by_date = sorted(sorted(topics, key=lambda topic: topic.id), key=newest, reverse=True)
    return tuple(sorted(by_date, key=lambda topic: -len(topic.articles)))


def _lead(topics: tuple[Topic, ...], settings: Settings) -> Topic | None:
    if settings.lead is None:
        return topics[0] if topics else None
    for topic in topics:
        if topic.id == settings.lead:
            return topic
    message = f"'lead' is \"{settings.lead}\", which is not a topic of this briefing"
    hint = f"write one of {', '.join(sorted(topic.id for topic in topics))}"
    raise InputError([Problem("error", "lead-unknown", message, hint, str(settings.content / "site.toml"))])
