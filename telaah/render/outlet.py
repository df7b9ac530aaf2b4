"""An outlet becomes the view of its page: what it publishes, whom it credits, who credits it, how often it is first."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from telaah.model import Topic, Upstream
from telaah.render.citations import in_paragraph
from telaah.render.directory import Directory, OutletEntry
from telaah.render.firsts import before, outlets_first
from telaah.render.outlet_view import Credit, Credits, FirstRow, FirstRows, OutletPage, Place
from telaah.render.split import split
from telaah.render.view import ArticleLine, Count, Link, Row, Value

MOST_CREDITED = 10
"""Outlets in each half of an outlet's chain; the page of sources counts all."""
MOST_PROVEN = 4
"""Articles listed under one number of an outlet's chain, the newest: both halves are 20 KB of HTML."""
MOST_TOPICS = 40
"""Topics linked from an outlet's page: 8 KB of HTML."""
MOST_FIRSTS = 24
"""Topics in the table of firsts: 10 KB of HTML."""
ARTICLES = 30
"""Articles on a page, 15 KB of HTML: fewer than in other lists, for the rest of the page is long."""


@dataclass(frozen=True, slots=True)
class Given:
    """A credit that an article gives; `name` is the outlet's as it goes by here."""

    name: str
    line: ArticleLine
    upstream: Upstream


@dataclass(frozen=True, slots=True)
class Standing:
    """What all outlets' pages go by, computed once: who credits whom, and in which order a topic's outlets were."""

    by: Mapping[str, tuple[Given, ...]]
    of: Mapping[str, tuple[Given, ...]]
    first: Mapping[str, tuple[ArticleLine, ...]]


def standing(look: Directory) -> Standing:
    """Return the credits by the outlet that gives and by the outlet that is given them, newest article first."""
    by: dict[str, list[Given]] = {}
    of: dict[str, list[Given]] = {}
    for line in look.lines.values():
        for name, upstream in _credits(line, look).items():
            given = Given(name, line, upstream)
            of.setdefault(name, []).append(given)
            if line.outlet:
                by.setdefault(line.outlet.text, []).append(given)
    return Standing(
        {name: tuple(all_) for name, all_ in by.items()},
        {name: tuple(all_) for name, all_ in of.items()},
        outlets_first(look),
    )


def outlet_page(entry: OutletEntry, known: Standing, look: Directory) -> OutletPage:
    """Return the page of an outlet that publishes here."""
    own = Counter(id_ for line in entry.articles for id_ in look.placed[line.id].topics)
    topics = [topic for topic in look.topics if topic.id in own]
    relays = _gathered((given.name, given) for given in known.by.get(entry.name, ()) if given.name != entry.name)
    given_by = (
        (given.line.outlet.text if given.line.outlet else "", given)
        for given in known.of.get(entry.name, ())
        if not given.line.outlet or given.line.outlet.text != entry.name
    )
    relayed_by = _gathered(given_by)
    return OutletPage(
        name=entry.name,
        rows=_about(entry, look),
        parts=split(entry.articles, f"outlets/{entry.id}.html", ARTICLES),
        relays=_credits_lines(relays, look),
        relayed_by=_credits_lines(relayed_by, look),
        more_credits=max(len(relays), len(relayed_by)) > MOST_CREDITED,
        topics=tuple(Count(look.topic_link(topic), own[topic.id]) for topic in topics[:MOST_TOPICS]),
        more_topics=max(len(topics) - MOST_TOPICS, 0),
        firsts=_firsts(entry, topics, known, look),
    )


def credited_by(line: ArticleLine, look: Directory) -> tuple[str, ...]:
    """Return whom an article credits, each once, under the names that outlets go by here."""
    return tuple(_credits(line, look))


def counted(names: Counter[str], look: Directory) -> tuple[Count, ...]:
    """Return names of outlets with their numbers, the largest first."""
    order = sorted(names, key=lambda name: (-names[name], name.casefold()))
    return tuple(Count(look.outlet_link(name), names[name]) for name in order)


def _credits(line: ArticleLine, look: Directory) -> Mapping[str, Upstream]:
    found: dict[str, Upstream] = {}
    for upstream in look.placed[line.id].article.upstream:
        found.setdefault(look.settings.outlets.canonical(upstream.name), upstream)
    return found


def _gathered(given: Iterable[tuple[str, Given]]) -> Mapping[str, list[Given]]:
    by_name: dict[str, list[Given]] = {}
    for name, each in given:
        by_name.setdefault(name, []).append(each)
    return by_name


def _credits_lines(by_name: Mapping[str, list[Given]], look: Directory) -> tuple[Credits, ...]:
    words = look.words
    order = sorted(by_name, key=lambda name: (-len(by_name[name]), name.casefold()))
    return tuple(
        Credits(
            look.outlet_link(name) if name else Link(words.gettext("outlet not stated"), None),
            len(by_name[name]),
            tuple(_credit(given, look) for given in by_name[name][:MOST_PROVEN]),
        )
        for name in order[:MOST_CREDITED]
    )


def _credit(given: Given, look: Directory) -> Credit:
    evidence, line = given.upstream.evidence, given.line
    block = in_paragraph(given.upstream, look.placed[line.id].article, look)
    article = Link(line.title, f"{line.href}#{block.id}" if block else line.href, lang=line.title_lang)
    words = None if evidence.basis == "desk" else evidence.text
    return Credit(article, words, line.lang, evidence.basis == "desk")


def _firsts(entry: OutletEntry, topics: Iterable[Topic], known: Standing, look: Directory) -> FirstRows:
    """Return in which topics the outlet was first, of those in which two outlets or more have a dated article."""
    rows = []
    for topic in topics:
        lines = known.first[topic.id]
        own = next((line for line in lines if line.outlet and line.outlet.text == entry.name), None)
        if own is None or len(lines) < 2:
            continue
        others = [line for line in lines if line is not own]
        earlier = [line for line in others if _before(line, own)]
        open_ = any(not _before(own, line) for line in others)
        place: Place = "later" if earlier else "open" if open_ else "first"
        rows.append(FirstRow(place, look.topic_link(topic), own, (earlier or others)[0]))
    first = sum(row.place == "first" for row in rows)
    order = {"first": 0, "open": 1, "later": 2}
    rows.sort(key=lambda row: order[row.place])
    return FirstRows(first, len(rows), tuple(rows[:MOST_FIRSTS]))


def _before(one: ArticleLine, other: ArticleLine) -> bool:
    return one.when is not None and other.when is not None and before(one.when, other.when)


def _about(entry: OutletEntry, look: Directory) -> tuple[Row, ...]:
    words, known = look.words, entry.known
    if known is None:
        return ()
    language = words.language_name(known.language) if known.language else None
    facts = (
        (words.gettext("Owner"), known.owner),
        (words.gettext("Group"), known.group),
        (words.gettext("Kind"), kind_of(entry, look)),
        (words.gettext("Country"), words.country_name(known.country) if known.country else None),
        (words.gettext("Language"), language),
    )
    rows = [Row(label, (Value(Link(text, None)),) if text else ()) for label, text in facts]
    domains = tuple(Value(Link(domain, f"https://{domain}/", True)) for domain in known.domains)
    return (*rows, Row(words.gettext("Domains"), domains))


def kind_of(entry: OutletEntry, look: Directory) -> str | None:
    """Return what kind of publisher an outlet is, None where nobody says."""
    words = look.words
    names = {
        "agency": words.gettext("news agency"),
        "newspaper": words.gettext("newspaper"),
        "broadcaster": words.gettext("broadcaster"),
        "magazine": words.gettext("magazine"),
        "site": words.gettext("news site"),
        "network": words.gettext("network of sites"),
    }
    return names.get(entry.known.kind or "") if entry.known else None
