"""The names of single articles become the names that articles share: one entry a name, however each prints it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from telaah.ids import identifiers
from telaah.model import Entity, Mention, Name, NameKind, Placed
from telaah.names import KINDS, DeskNames, key_of

SHARED = 2
"""Articles from which a name is one of the briefing: a name of one article stands with that article."""
LONGEST_ACRONYM = 6
"""Letters of the longest word in capitals that may stand for the words it is made of."""


@dataclass(slots=True)
class _Entry:
    """A name as it is gathered: the names that articles have of it, by article, and the desk's id of it."""

    desk: str | None = None
    names: dict[str, list[Name]] = field(default_factory=dict)
    shorts: dict[str, list[Name]] = field(default_factory=dict)
    """Short forms that other articles print alone."""


def entities(articles: Sequence[Placed], desk: DeskNames) -> tuple[Entity, ...]:
    """Return the names that two articles or more have, and all that the desk speaks of, sorted by id.

    Names are one when they differ in case, accents, hyphens or full stops only. An acronym printed alone is the long
    form that some article gives for it; a part of a person's name printed alone is the person of that name in an
    article on the same story: each only where one long form fits in the whole briefing. Where several fit, the part
    is nobody's, and stays with its article. What the desk says of a name has been done to `articles` before.
    """
    entries = _gathered(articles)
    _join_acronyms(entries)
    _join_parts(entries, articles, desk)
    kept = {key: entry for key, entry in entries.items() if entry.desk or len({*entry.names, *entry.shorts}) >= SHARED}
    ids = identifiers(kept, {key: entry.desk for key, entry in kept.items() if entry.desk})
    return tuple(sorted((_entity(ids[key], entry) for key, entry in kept.items()), key=lambda each: each.id))


def _gathered(articles: Iterable[Placed]) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for placed in articles:
        for name in placed.analysis.names:
            key = f"desk {name.desk}" if name.desk else key_of(name.text)
            entry = entries.get(key)
            if entry is None:
                entry = entries[key] = _Entry(name.desk)
            entry.names.setdefault(placed.article.id, []).append(name)
    return entries


def _join_acronyms(entries: dict[str, _Entry]) -> None:
    """Give the acronyms that articles print alone to the long form that other articles give for them."""
    long_forms: dict[str, set[str]] = {}
    for key, entry in entries.items():
        for form in _forms(entry):
            if _is_acronym(form):
                long_forms.setdefault(key_of(form), set()).add(key)
    for short, fitting in long_forms.items():
        if len(fitting) == 1 and short in entries and short not in fitting:
            _give(entries.pop(short), entries[next(iter(fitting))])


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and 1 < len(text) <= LONGEST_ACRONYM


def _forms(entry: _Entry) -> Iterator[str]:
    return (form for names in entry.names.values() for name in names for form in name.forms)


def _give(short: _Entry, long: _Entry) -> None:
    for article, names in short.names.items():
        long.shorts.setdefault(article, []).extend(names)


def _join_parts(entries: dict[str, _Entry], articles: Sequence[Placed], desk: DeskNames) -> None:
    """Give parts of persons' names that articles print alone to the one person whose name they may be part of."""
    persons = {key: entry for key, entry in entries.items() if _kind(entry) == "person"}
    by_edge: dict[str, list[str]] = {}
    for key, entry in persons.items():
        for part in _edges(_spelled(key, entry)):
            by_edge.setdefault(part, []).append(key)
    stories = _Stories(articles)
    shorts = [key for key, entry in persons.items() if key in by_edge and not entry.desk]
    for short in sorted(shorts, key=lambda key: (-key.count(" "), key)):
        fitting = [key for key in by_edge[short] if key in entries and short not in desk.apart(persons[key].desk)]
        alone = entries[short]
        if len(fitting) == 1:
            told = stories.told(alone.names, persons[fitting[0]].names)
            _give(_Entry(names={article: alone.names.pop(article) for article in told}), persons[fitting[0]])
        # A word that fits several may be another in each article.
        if not alone.names or (len(fitting) > 1 and " " not in short):
            del entries[short]


def _spelled(key: str, entry: _Entry) -> str:
    return key_of(next(iter(entry.names.values()))[0].text) if entry.desk else key


def _edges(key: str) -> Iterator[str]:
    """Give what a name of several words may be shortened to: words from its beginning or its end on."""
    words = key.split()
    for size in range(1, len(words)):
        yield " ".join(words[:size])
        if words[:size] != words[-size:]:
            yield " ".join(words[-size:])


class _Stories:
    """Knows which articles tell of one story: those that share a topic or are related."""

    def __init__(self, articles: Sequence[Placed]) -> None:
        self._topics = {placed.article.id: placed.topics for placed in articles}
        self._related = {placed.article.id: placed.related for placed in articles}

    def told(self, some: Iterable[str], others: Collection[str]) -> tuple[str, ...]:
        """Return those of some articles that tell of one story with one of the others."""
        topics = {topic for other in others for topic in self._topics[other]}
        near = {*others, *(id_ for other in others for id_ in self._related[other])}
        return tuple(
            each
            for each in some
            if each in near
            or not topics.isdisjoint(self._topics[each])
            or any(other in others for other in self._related[each])
        )


def _kind(entry: _Entry) -> NameKind:
    """Return what most articles take it for."""
    counts = Counter(names[0].kind for names in entry.names.values())
    return max(KINDS, key=lambda kind: counts[kind])


def _entity(id_: str, entry: _Entry) -> Entity:
    heads = Counter(text for names in entry.names.values() for text in {name.text for name in names})
    text = min(heads, key=lambda each: (-heads[each], each))
    printed: Mapping[str, tuple[str, ...]] = {
        article: _printed((*entry.names.get(article, ()), *entry.shorts.get(article, ())))
        for article in sorted({*entry.names, *entry.shorts})
    }
    others = Counter(form for forms in printed.values() for form in forms)
    return Entity(
        id=id_,
        text=text,
        kind=_kind(entry),
        basis="desk" if entry.desk else "automatic",
        forms=tuple(sorted(set(others) - {text}, key=lambda form: (-others[form], form))),
        mentions=tuple(Mention(article, forms) for article, forms in printed.items()),
    )


def _printed(names: Sequence[Name]) -> tuple[str, ...]:
    """Return the ways in which an article prints a name; of one of the desk's, `forms` has them all."""
    return tuple(
        dict.fromkeys(text for name in names for text in (name.forms if name.desk else (name.text, *name.forms)))
    )
