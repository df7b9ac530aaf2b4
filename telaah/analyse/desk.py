"""An analysis becomes the one whose names are as the desk says: merged, told apart, of another kind, or none."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from telaah.model import Analysis, Keyword, Name
from telaah.names import KINDS, DeskName, DeskNames, key_of


def corrected(analysis: Analysis, desk: DeskNames) -> Analysis:
    """Return the analysis with the names as the desk says they are; a name that is none is no keyword either."""
    if not desk.all:
        return analysis
    return replace(analysis, names=_names(analysis, desk), keywords=_keywords(analysis, desk))


def _keywords(analysis: Analysis, desk: DeskNames) -> tuple[Keyword, ...]:
    def ignored(text: str) -> bool:
        entry = desk.find(text, analysis.article.id)
        return entry is not None and entry.ignored

    return tuple(keyword for keyword in analysis.keywords if not ignored(keyword.text))


def _names(analysis: Analysis, desk: DeskNames) -> tuple[Name, ...]:
    """Return the article's names, those that one entry speaks of as one, where the first of them stood."""
    article = analysis.article.id
    named: dict[str, list[tuple[Name, DeskName | None]]] = {}
    for name in _divided(analysis.names, article, desk):
        entry = desk.find(name.text, article)
        if entry is None or not entry.ignored:
            place = f"desk {entry.id}" if entry else f"text {name.text}"
            named.setdefault(place, []).append((name, entry))
    return tuple(_one([name for name, _ in same], same[0][1]) for same in named.values())


def _divided(names: Iterable[Name], article: str, desk: DeskNames) -> Iterator[Name]:
    """Give the names without forms that the desk says are none of theirs; such a form is a name of its own.

    An alias that an article uses for a longer name of its own stays with that one, unless the entry is of this article.
    """
    for name in names:
        own = desk.find(name.text, article)
        apart = desk.apart(own.id) if own else frozenset()
        kept: list[str] = []
        for form in name.forms:
            other = desk.find(form, article)
            foreign = other is not None and other is not own and (other.ignored or bool(other.articles))
            if foreign or key_of(form) in apart:
                yield Name(form, name.kind)
            else:
                kept.append(form)
        yield replace(name, forms=tuple(kept))


def _one(names: list[Name], entry: DeskName | None) -> Name:
    """Return names that are one, as the desk prints it, with everything the article prints as its forms."""
    if entry is None:
        return names[0]
    kinds = Counter(name.kind for name in names)
    commonest = max(KINDS, key=lambda kind: kinds[kind])
    printed = dict.fromkeys(text for name in names for text in (name.text, *name.forms))
    return Name(entry.name, entry.kind or commonest, tuple(printed), entry.id)
