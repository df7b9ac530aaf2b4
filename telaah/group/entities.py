"""The names of single articles become the names that articles share: one entry a name, however each prints it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from telaah.ids import identifiers
from telaah.model import Entity, Name, NameKind, Placed
from telaah.names import KINDS, DeskNames, key_of

SHARED = 2
"""Articles from which a name is one of the briefing: a name of one article stands with that article."""
LONGEST_ACRONYM = 6
"""Letters of the longest word in capitals that may stand for the words it is made of."""
BY_DESK = "DESK "
"""Begins the key of a name that the desk speaks of, before its id; the keys of other names have no capitals before a
blank."""


class _Entry:
    """A name as it is gathered: the numbers of the articles that have it, what each calls it, and its short forms.

    `shorts` are uses of its short forms, by articles that print nothing longer.
    """

    __slots__ = ("names", "numbers", "shorts")

    def __init__(self, number: int, name: Name) -> None:
        self.numbers, self.names = [number], [name]
        self.shorts: _Entry | None = None

    def add(self, number: int, name: Name) -> None:
        """Add a use."""
        self.numbers.append(number)
        self.names.append(name)

    def take(self, number: int, name: Name) -> None:
        """Add a use of a short form."""
        if self.shorts is None:
            self.shorts = _Entry(number, name)
        else:
            self.shorts.add(number, name)

    @property
    def kind(self) -> NameKind:
        """What most articles take it for."""
        if len(self.names) == 1:
            return self.names[0].kind
        counts = Counter([name.kind for name in self.names])
        return max(KINDS, key=lambda kind: counts[kind])

    @property
    def articles(self) -> set[int]:
        """The numbers of all articles that have it."""
        return {*self.numbers, *self.shorts.numbers} if self.shorts else set(self.numbers)


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
    kept = {key: entry for key, entry in entries.items() if key.startswith(BY_DESK) or _is_shared(entry)}
    ids = identifiers(kept, {key: key.removeprefix(BY_DESK) for key in kept if key.startswith(BY_DESK)})
    names = [placed.article.id for placed in articles]
    made = (_entity(ids[key], key.startswith(BY_DESK), entry, names) for key, entry in kept.items())
    return tuple(sorted(made, key=lambda entity: entity.id))


def _is_shared(entry: _Entry) -> bool:
    return (len(entry.numbers) >= SHARED or entry.shorts is not None) and len(entry.articles) >= SHARED


def _gathered(articles: Iterable[Placed]) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for number, placed in enumerate(articles):
        for name in placed.analysis.names:
            key = BY_DESK + name.desk if name.desk else key_of(name.text)
            entry = entries.get(key)
            if entry is None:
                entries[key] = _Entry(number, name)
            else:
                entry.add(number, name)
    return entries


def _join_acronyms(entries: dict[str, _Entry]) -> None:
    """Give the acronyms that articles print alone to the long form that other articles give for them."""
    long_forms: dict[str, set[str]] = {}
    for key, entry in entries.items():
        for name in entry.names:
            for form in name.forms:
                if _is_acronym(form):
                    long_forms.setdefault(key_of(form), set()).add(key)
    for short, fitting in long_forms.items():
        if len(fitting) == 1 and short in entries and short not in fitting:
            alone, long = entries.pop(short), entries[next(iter(fitting))]
            for number, name in zip(alone.numbers, alone.names, strict=True):
                long.take(number, name)


def _join_parts(entries: dict[str, _Entry], articles: Sequence[Placed], desk: DeskNames) -> None:
    """Give parts of persons' names that articles print alone to the one person whose name they may be part of."""
    persons = {key for key, entry in entries.items() if entry.kind == "person"}
    by_edge: dict[str, list[str]] = {}
    for key in entries:  # in order, which a set has none of
        if key in persons:
            for part in _edges(key_of(entries[key].names[0].text) if key.startswith(BY_DESK) else key):
                if part in persons:
                    by_edge.setdefault(part, []).append(key)
    for short in sorted(by_edge, key=lambda key: (-key.count(" "), key)):
        fitting = [
            key for key in by_edge[short] if key in entries and short not in desk.apart(key.removeprefix(BY_DESK))
        ]
        left = _told(entries[short], entries[fitting[0]], articles) if len(fitting) == 1 else entries[short]
        if left is None or (len(fitting) > 1 and " " not in short):  # a word that fits several may be another each time
            del entries[short]
        else:
            entries[short] = left


def _told(short: _Entry, long: _Entry, articles: Sequence[Placed]) -> _Entry | None:
    """Give the long name those uses of the short one whose articles are on a story of its; return the others."""
    holders = [articles[number] for number in long.numbers]
    ids = {placed.article.id for placed in holders}
    topics = {topic for placed in holders for topic in placed.topics}
    near = {*ids, *(id_ for placed in holders for id_ in placed.related)}
    left: _Entry | None = None
    for number, name in zip(short.numbers, short.names, strict=True):
        placed = articles[number]
        if placed.article.id in near or not topics.isdisjoint(placed.topics) or not ids.isdisjoint(placed.related):
            long.take(number, name)
        elif left is None:
            left = _Entry(number, name)
        else:
            left.add(number, name)
    return left


def _entity(id_: str, by_desk: bool, entry: _Entry, articles: Sequence[str]) -> Entity:
    heads = Counter([name.text for name in entry.names])
    text = min(heads, key=lambda each: (-heads[each], each))
    names = {*entry.names, *entry.shorts.names} if entry.shorts else set(entry.names)
    printed = {form for name in names for form in name.printed}
    return Entity(
        id=id_,
        text=text,
        kind=entry.kind,
        basis="desk" if by_desk else "automatic",
        forms=tuple(sorted(printed - {text})),
        articles=tuple([articles[number] for number in sorted(entry.articles)]),
    )


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and 1 < len(text) <= LONGEST_ACRONYM


def _edges(key: str) -> Iterator[str]:
    """Give what a name of several words may be shortened to: words from its beginning or its end on."""
    words = key.split()
    for size in range(1, len(words)):
        yield " ".join(words[:size])
        if words[:size] != words[-size:]:
            yield " ".join(words[-size:])
