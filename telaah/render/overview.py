"""The directory becomes the views of the pages that gather articles: home, topic, keyword, sources."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from markupsafe import Markup

from telaah.model import Topic
from telaah.render.charts import coverage
from telaah.render.citations import far_points
from telaah.render.claims import badges
from telaah.render.copies import collapsed
from telaah.render.corrections import topic_notes
from telaah.render.dates import Printed, sort_key
from telaah.render.directory import Directory, outlets_of
from telaah.render.exports import citation_files
from telaah.render.feeds import topic_feed
from telaah.render.findings import findings
from telaah.render.firsts import order
from telaah.render.jsonld import site_data
from telaah.render.keyword_entries import KeywordEntry
from telaah.render.membership import membership
from telaah.render.names import no_names, topic_names
from telaah.render.on_paper import numbers, paper_sources
from telaah.render.outlet import counted, credited_by, kind_of
from telaah.render.page_view import HomePage, KeywordPage, SourceRow, SourcesPage, TopicPage
from telaah.render.split import split
from telaah.render.timeline import timeline
from telaah.render.view import ArticleLine, Count, Fact, Link, TopicLine, shared_lang

HOME_LATEST = 6
"""Articles under "latest" on the front page: as high as the lead beside it."""
HOME_DATED = 12
"""Articles in the front page's timeline: about one screen; the timeline's own page has all."""
TOPIC_DATED = 40
"""Articles in a topic's timeline: below it stands the whole list."""
MOST_UNNAMED = 50
"""Articles without an outlet listed on the page of sources; the search finds the others."""
HOME_TOPICS = 8
"""Further topics on the front page: four rows of two."""
MOST_KEYWORDS = 200
"""Keywords on one page: 40 KB of HTML; where there are more, each first letter has a page of its own."""
ROWS = 100
"""Rows of a table, or chips of a list that has no other page: 25 KB of HTML."""
CHIPS = 24
"""Keywords shown as chips: three rows on a wide screen; their own page has all."""


def home_page(look: Directory) -> HomePage:
    """Return the front page: the lead topic, what is new, the timeline, other topics, shared keywords."""
    lines = tuple(look.lines.values())
    others = [topic for topic in look.topics if topic is not look.lead]
    return HomePage(
        lead=topic_page(look.lead, look) if look.lead else None,
        latest=lines[:HOME_LATEST],
        more=len(lines) > HOME_LATEST,
        timeline=timeline(lines, look.words, HOME_DATED),
        topics=tuple(topic_line(topic, look) for topic in others[:HOME_TOPICS]),
        keywords=all_keywords(look)[:CHIPS],
        jsonld=site_data(look),
    )


def topic_page(topic: Topic, look: Directory) -> TopicPage:
    """Return the page of a topic, its articles newest first, older ones on pages of their own."""
    articles = tuple(look.lines[id_] for id_ in sorted(set(topic.articles), key=look.rank.__getitem__))
    known = badges(topic, look)
    cited_as = numbers([cited for cited in topic.summary if far_points([cited], look)])
    points = tuple(
        replace(point, source=cited_as[cited.article], badge=known.get((cited.article, cited.text)))
        for cited in topic.summary
        for point in far_points([cited], look)
    )
    undated = sum(line.when is None for line in articles)
    line, found = topic_line(topic, look), findings(topic, look)
    parts = split(collapsed(articles, look.copied), f"topics/{topic.id}.html")
    return TopicPage(
        line=line,
        introduction=Markup(topic.introduction) if topic.introduction else None,  # noqa: S704 - Html is sanitised
        introduction_lang=look.desk_lang,
        corrections=topic_notes(topic.id, look),
        points=points,
        points_from=_points_from(articles, look),
        silent=tuple(_by_outlet(look.lines[name]) for name in topic.silent),
        sources=paper_sources(cited_as, look),
        facts=_facts(topic, line, undated, len(found.disagreements), look),
        order=order(articles),
        findings=found,
        coverage=coverage(articles),
        why=membership(topic, (each for item in parts[0].items for each in (item, *item.copies)), look),
        parts=parts,
        timeline=timeline(articles, look.words, TOPIC_DATED),
        keywords=no_names(look.keywords_of(topic.keywords, shared_lang(articles)), topic, look),
        names=topic_names(topic, look),
        citations=citation_files("topics", topic.id),
        feed=topic_feed(topic, look),
    )


def _by_outlet(line: ArticleLine) -> Link:
    """Return a link to an article by its outlet's name, by its title where no outlet is stated."""
    return Link(line.outlet.text, line.href, lang=line.outlet.lang) if line.outlet else line.link


def _facts(topic: Topic, line: TopicLine, undated: int, differing: int, look: Directory) -> tuple[Fact, ...]:
    """Return a topic in figures; what is zero is left out."""
    words, origins = look.words, topic.origins
    low, high = words.number(origins.at_least), words.number(origins.at_most)
    several = high if origins.at_least == origins.at_most else f"{low}–{high}"
    outlets = "h-or" if origins.groups else "h-art"
    facts = (
        (line.articles, words.number(line.articles), words.ngettext("article", "articles", line.articles), "h-art"),
        (line.outlets, words.number(line.outlets), words.ngettext("outlet", "outlets", line.outlets), outlets),
        (origins.at_most, several, words.ngettext("origin", "origins", origins.at_most), "h-or"),
        (differing, words.number(differing), words.ngettext("difference", "differences", differing), "h-dis"),
        (undated, words.number(undated), words.gettext("undated"), "h-art"),
    )
    return tuple(Fact(value, label, f"{line.href}#{section}") for count, value, label, section in facts if count)


def topic_line(topic: Topic, look: Directory) -> TopicLine:
    """Return a topic as a line of a list."""
    title, lang = look.topic_title(topic)
    points = far_points(topic.summary[:1], look)
    return TopicLine(
        topic.id,
        f"topics/{topic.id}.html",
        title,
        lang,
        points[0] if points else None,
        len(topic.articles),
        outlets_of(topic, look),
        _dates(look.lines[id_] for id_ in topic.articles),
    )


def _dates(lines: Iterable[ArticleLine]) -> tuple[Printed, ...]:
    """Return the earliest and the latest day of some articles, once where they are the same."""
    known = sorted((line.when for line in lines if line.when), key=sort_key)
    ends = [known[0].short, known[-1].short] if known else []
    return tuple(dict.fromkeys(ends))


def keyword_page(entry: KeywordEntry, look: Directory) -> KeywordPage:
    """Return the page of a keyword: its articles under their first topic, and the keywords they share most."""
    parts = split(entry.articles, f"keywords/{entry.id}.html")
    groups: dict[Link, list[ArticleLine]] = {}
    for line in parts[0].items:
        groups.setdefault(line.topics[0] if line.topics else Link("", None), []).append(line)
    near = look.keywords_beside(entry)
    return KeywordPage(
        text=entry.text,
        lang=entry.lang,
        count=len(entry.articles),
        groups=tuple((topic, tuple(lines)) for topic, lines in groups.items()),
        parts=parts,
        related=tuple(other.count for other in near[:CHIPS]),
    )


def sources_page(look: Directory) -> SourcesPage:
    """Return the table of outlets, the articles without one, and whom all of them credit."""
    rows = [
        SourceRow(
            name=look.outlet_link(entry.name),
            owner=entry.known.owner or entry.known.group if entry.known else None,
            kind=kind_of(entry, look),
            articles=len(entry.articles),
            credit=sum(bool(credited_by(line, look)) for line in entry.articles),
        )
        for entry in look.outlets.values()
    ]
    lines = look.lines.values()
    credited = Counter(name for line in lines for name in credited_by(line, look))
    unnamed = tuple(line for line in lines if not line.outlet)
    return SourcesPage(
        parts=split(sorted(rows, key=lambda row: -row.articles), "sources.html", ROWS),
        unnamed=unnamed[:MOST_UNNAMED],
        more_unnamed=len(unnamed) > MOST_UNNAMED,
        credited=counted(credited, look)[:ROWS],
    )


def all_keywords(look: Directory) -> tuple[Count, ...]:
    """Return every keyword that has a page, those of most articles first."""
    return tuple(entry.count for entry in look.keywords.values())


def initials(look: Directory) -> Mapping[str, tuple[Count, ...]]:
    """Return the keywords by the first character of their address, each group by its spelling."""
    groups: dict[str, list[KeywordEntry]] = {}
    for entry in sorted(look.keywords.values(), key=lambda entry: entry.id):
        groups.setdefault(entry.id[0], []).append(entry)
    return {
        initial: tuple(entry.count for entry in sorted(entries, key=_size)[:MOST_KEYWORDS])
        for initial, entries in groups.items()
    }


def _size(entry: KeywordEntry) -> int:
    return -len(entry.articles)


def _points_from(articles: Iterable[ArticleLine], look: Directory) -> str:
    words = look.words
    kinds = {line.digest for line in articles}
    if kinds == {True}:
        return words.gettext("Copied by machine from our own digests. Each sentence names the paragraph it stands in.")
    if kinds == {False}:
        return words.gettext("Copied by machine from the articles. Each sentence names the paragraph it stands in.")
    return words.gettext("Copied by machine from articles and our own digests. Each sentence names its paragraph.")
