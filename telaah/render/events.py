"""What the articles of a topic say happened becomes a timeline: sentences with their citations under known dates."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from telaah.model import Moment, Topic
from telaah.render.citations import quote_point
from telaah.render.dates import When, when
from telaah.render.directory import Directory
from telaah.render.findings_view import Event, Events
from telaah.render.firsts import firsts
from telaah.render.timeline import LABEL, axis

MOST_EVENTS = 40
"""Most events on a topic's page: about six screens; all are in the data."""
MOST_SITE_EVENTS = 20
"""Most events on the site's timeline: above the reports, with which they share a page; topics have the others."""


def events(topic: Topic, look: Directory) -> Events | None:
    """Return a topic's events, newest first; None where its articles date nothing."""
    return _events(topic.timeline, look, MOST_EVENTS, {}, _reported(topic, look))


def site_events(look: Directory) -> Events | None:
    """Return the newest events of all topics, each naming its topics; a sentence in two topics stands once."""
    told: dict[tuple[str, str, str], Moment] = {}
    topics: dict[tuple[str, str], list[Topic]] = {}
    for topic in look.topics:
        for moment in topic.timeline:
            told.setdefault((moment.start, moment.quote.article, moment.quote.sentence), moment)
            topics.setdefault((moment.quote.article, moment.quote.sentence), []).append(topic)
    return _events(told.values(), look, MOST_SITE_EVENTS, topics, [])


def _reported(topic: Topic, look: Directory) -> list[tuple[When, str]]:
    """Return when the first report appeared and whose it was, for the axis; nothing where the dates do not tell."""
    lines = firsts(look.lines[id_] for id_ in topic.articles).lines
    if len(lines) != 1 or not (first := lines[0]).when or not first.outlet or first.when.start != first.when.end:
        return []
    label = look.words.gettext("first article: %(outlet)s") % {"outlet": first.outlet.text}
    return [(first.when, label if len(label) <= LABEL else first.outlet.text[:LABEL])]


def _events(
    moments: Iterable[Moment],
    look: Directory,
    most: int,
    topics: Mapping[tuple[str, str], Sequence[Topic]],
    reported: Sequence[tuple[When, str]],
) -> Events | None:
    dated = [(moment, begin) for moment in moments if (begin := when(moment.start, look.words))]
    if not dated:
        return None
    newest = sorted(dated, key=lambda pair: pair[1].order, reverse=True)
    listed: dict[tuple[str, str], list[tuple[Moment, When]]] = {}
    for moment, begin in newest[:most]:
        listed.setdefault((moment.start, moment.end), []).append((moment, begin))
    exact = [(group[0][1], [moment for moment, _ in group]) for group in listed.values() if not _vague(group[0][0])]
    telling = {moment.quote.article for moment, _ in dated}
    counts = Counter(name.text for id_ in telling for name in look.placed[id_].analysis.names)
    labels = [(begin, _label(_names(moments, look), counts)) for begin, moments in exact]
    return Events(
        axis=axis([*((begin, label or begin.short.text) for begin, label in labels), *reported], look.words),
        events=tuple(_event(group, look, topics) for group in listed.values()),
        more=len(dated) > most,
    )


def _vague(moment: Moment) -> bool:
    return moment.precision in ("year", "interval")


def _names(moments: Iterable[Moment], look: Directory) -> list[str]:
    """Return the names that stand in the sentences of some moments, in the order of the article's own list."""
    found = []
    for moment in moments:
        names = look.placed[moment.quote.article].analysis.names
        found += [name.text for name in names if name.text in moment.quote.sentence]
    return list(dict.fromkeys(found))


def _label(names: Sequence[str], counts: Counter[str]) -> str:
    """Return the names that fewest of the articles have, the rarest first, as many as the label holds."""
    label = ""
    for name in sorted(names, key=lambda name: counts[name])[:2]:
        longer = f"{label}, {name}" if label else name
        if len(longer) <= LABEL:
            label = longer
    return label


def _event(
    group: Sequence[tuple[Moment, When]], look: Directory, topics: Mapping[tuple[str, str], Sequence[Topic]]
) -> Event:
    words, (moment, begin) = look.words, group[0]
    end = when(moment.end, words)
    date = begin.day.text
    if moment.end != moment.start and end:
        date = f"{date}–{end.day.text}"
    notes = []
    if any(one.planned for one, _ in group):
        notes.append(words.gettext("planned when it was reported"))
    if any(one.basis == "resolved" for one, _ in group):
        notes.append(words.gettext("the year follows from the date of publication"))
    outlets = [line.outlet.text for one, _ in group for id_ in one.also if (line := look.lines[id_]).outlet]
    if outlets:
        notes.append(words.gettext("also printed by %(outlets)s") % {"outlets": ", ".join(dict.fromkeys(outlets))})
    named = {t.id: t for one, _ in group for t in topics.get((one.quote.article, one.quote.sentence), ())}
    points = (quote_point(one.quote, one.quote.sentence, look) for one, _ in group)
    return Event(
        date=date,
        iso=begin.day.iso if moment.end == moment.start else None,
        points=tuple(point for point in points if point),
        notes=tuple(notes),
        background=_vague(moment),
        topics=tuple(map(look.topic_link, named.values())),
    )
